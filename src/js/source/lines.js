import { element } from '../form/elements.js';
import { flat } from './marks.js';

/** @import { Mark, Stretch } from '../source.js' */

/**
 * A line of a text with the break that ends it, cut where marks begin and end.
 *
 * @typedef {{ cuts: Cut[], length: number, root: HTMLElement }} Line
 */

/** @typedef {{ text: string, severity?: Mark['severity'] }} Cut */

/**
 * A text with marks in an element, each line in one of its own: so that what is shown anew, and laid out anew, is no
 * more than the lines that are not what they were.
 */
export class Lines {
  #root;
  /** @type {Line[]} */
  #lines = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /**
   * @param {string} text
   * @param {Mark[]} marks
   */
  show(text, marks) {
    const before = this.#lines;
    const wanted = cut(text, flat(marks));
    const shorter = Math.min(before.length, wanted.length);
    let first = 0;
    while (first < shorter && isSame(before[first].cuts, wanted[first])) first += 1;
    let last = 0;
    while (last < shorter - first && isSame(before[before.length - 1 - last].cuts, wanted[wanted.length - 1 - last])) last += 1;
    const made = wanted.slice(first, wanted.length - last).map(newLine);
    const after = before.slice(before.length - last);
    const gone = before.slice(first, before.length - last);
    for (const { root } of made) this.#root.insertBefore(root, after[0]?.root ?? null);
    for (const { root } of gone) root.remove();
    this.#lines = [...before.slice(0, first), ...made, ...after];
  }

  /**
   * The stretch as a range of the document.
   *
   * @param {Stretch} stretch
   */
  rangeOf({ start, end }) {
    const range = this.#root.ownerDocument.createRange();
    range.setStart(...this.#at(start));
    range.setEnd(...this.#at(end));
    return range;
  }

  /**
   * The node that a place in the text is in, and where it is there.
   *
   * @param {number} position
   * @returns {[Node, number]}
   */
  #at(position) {
    let left = position;
    for (const { cuts, length, root } of this.#lines) {
      if (left >= length) {
        left -= length;
        continue;
      }
      const index = cuts.findIndex(({ text }) => {
        const isHere = left < text.length;
        if (!isHere) left -= text.length;
        return isHere;
      });
      const node = root.childNodes[index];
      return [node.firstChild ?? node, left];
    }
    return [this.#root, this.#root.childNodes.length];
  }
}

/**
 * @param {string} text
 * @param {Mark[]} marks in the order of the text, none over another
 * @returns {Cut[][]} for each line
 */
function cut(text, marks) {
  let start = 0;
  let next = 0;
  return text.split('\n').map((line) => {
    const whole = `${line}\n`;
    const end = start + whole.length;
    /** @type {Cut[]} */
    const cuts = [];
    let from = start;
    const upTo = (/** @type {number} */ to, /** @type {Mark['severity'] | undefined} */ severity) => {
      if (to > from) cuts.push({ text: whole.slice(from - start, to - start), severity });
      from = Math.max(from, to);
    };
    while (next < marks.length && marks[next].start < end) {
      const { severity, ...mark } = marks[next];
      upTo(mark.start, undefined);
      upTo(Math.min(mark.end, end), severity);
      // What is left of it stands on the next line.
      if (mark.end > end) break;
      next += 1;
    }
    upTo(end, undefined);
    start = end;
    return cuts;
  });
}

/**
 * @param {Cut[]} cuts
 * @returns {Line}
 */
function newLine(cuts) {
  const parts = cuts.map(({ text, severity }) => (severity ? element('span', { class: `recording-mark--${severity}` }, text) : text));
  const length = cuts.reduce((sum, { text }) => sum + text.length, 0);
  return { cuts, length, root: element('div', {}, ...parts) };
}

/**
 * @param {Cut[]} one
 * @param {Cut[]} other
 */
const isSame = (one, other) =>
  one.length === other.length &&
  one.every(({ text, severity }, index) => text === other[index].text && severity === other[index].severity);
