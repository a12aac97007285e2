/**
 * What becomes of stretches of a text when it is edited in one place: those before it stay, those after it
 * move along, and one that the edit touched is dropped, since nobody has looked at it again.
 *
 * @template {{ start: number, end: number }} T
 * @param {T[]} stretches
 * @param {string} before the text as it was
 * @param {string} after the text as it is
 * @returns {T[]}
 */
export function shift(stretches, before, after) {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < shorter - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const moved = after.length - before.length;
  const edited = { start: head, end: before.length - tail };
  return stretches.flatMap((stretch) => {
    const { start, end } = stretch;
    if (end <= edited.start) return [stretch];
    if (start >= edited.end) return [{ ...stretch, start: start + moved, end: end + moved }];
    return [];
  });
}
