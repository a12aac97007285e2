/** The end of a sentence: its stop with the marks that close it, or the end of a line. */
const end = /[.!?…]+["'”’)\]]*(?=\s|$)|\n/g;

/**
 * The sentence that a place in a text lies in. Right after a full stop that is the next one, which may
 * still be empty.
 *
 * @param {string} text
 * @param {number} position in UTF-16 code units
 * @returns {{ start: number, end: number }}
 */
export function sentenceAround(text, position) {
  let start = 0;
  for (const { 0: stop, index } of text.matchAll(end)) {
    const next = index + stop.length;
    if (next > position) return { start, end: next };
    start = next;
  }
  return { start, end: text.length };
}
