/** The end of a sentence: its stop with the marks that close it. */
const end = /[.!?…]+["'”’)\]]*(?=\s|$)/g;

/**
 * The sentence that a place in a text lies in; a line break ends one. Right after a full stop that is the next
 * one, which may still be empty.
 *
 * @param {string} text
 * @param {number} position in UTF-16 code units
 * @returns {{ start: number, end: number }}
 */
export function sentenceAround(text, position) {
  let start = position === 0 ? 0 : text.lastIndexOf('\n', position - 1) + 1;
  const next = text.indexOf('\n', position);
  // The line alone is searched: this runs at every key.
  const line = text.slice(start, next < 0 ? text.length : next);
  const from = start;
  for (const { 0: stop, index } of line.matchAll(end)) {
    const after = from + index + stop.length;
    if (after > position) return { start, end: after };
    start = after;
  }
  return { start, end: from + line.length };
}
