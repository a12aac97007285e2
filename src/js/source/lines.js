import { element } from '../form/elements.js';

/** @import { Stretch } from '../source.js' */
/** @import { Edit } from './shift.js' */

/**
 * A text in an element, each line in one of its own: so that a browser lays out anew only the line that is
 * edited, however long the text is.
 */
export class Lines {
  #root;
  /** The text of each line, with the break that ends it. @type {Text[]} */
  #lines = [];

  /** @param {HTMLElement} root */
  constructor(root) {
    this.#root = root;
  }

  /** @param {string} text */
  write(text) {
    this.#lines = linesOf(text).map(newLine);
    this.#root.replaceChildren(...this.#lines.map((line) => element('div', {}, line)));
  }

  /**
   * Makes the edit, and touches no line besides.
   *
   * @param {Edit} edit
   * @param {string} after the whole text
   */
  edit({ start, end, moved }, after) {
    const first = this.#at(start);
    const last = this.#at(end);
    const line = this.#lines[first.index];
    const put = after.slice(start, end + moved);
    if (first.index === last.index && !put.includes('\n')) {
      line.replaceData(first.offset, last.offset - first.offset, put);
      return;
    }
    const rest = this.#lines[last.index].data.slice(last.offset, -1);
    const made = linesOf(line.data.slice(0, first.offset) + put + rest).map(newLine);
    line.parentElement?.before(...made.map((each) => element('div', {}, each)));
    const gone = this.#lines.splice(first.index, last.index - first.index + 1, ...made);
    for (const each of gone) each.parentElement?.remove();
  }

  /**
   * The stretch as a range of the document.
   *
   * @param {Stretch} stretch
   */
  rangeOf({ start, end }) {
    const range = this.#root.ownerDocument.createRange();
    const from = this.#at(start);
    const to = this.#at(end);
    range.setStart(this.#lines[from.index], from.offset);
    range.setEnd(this.#lines[to.index], to.offset);
    return range;
  }

  /**
   * The line that a place in the text is in, and where it is there.
   *
   * @param {number} position
   */
  #at(position) {
    let index = 0;
    let offset = position;
    while (index < this.#lines.length - 1 && offset >= this.#lines[index].length) {
      offset -= this.#lines[index].length;
      index += 1;
    }
    return { index, offset: Math.min(offset, this.#lines[index].length) };
  }
}

/** @param {string} text */
const linesOf = (text) => text.split('\n').map((line) => `${line}\n`);

/** @param {string} line */
const newLine = (line) => document.createTextNode(line);
