import { adopt } from '../form/sheets.js';
import { caretIn, rangesIn, textOf } from './content.js';
import { Paint, canPaint, look } from './paint.js';

/** @import { Mark, Source, Stretch } from '../source.js' */

/**
 * An element that is edited in place. The ranges of its marks follow what is typed by themselves.
 *
 * @implements {Source}
 */
export class Editable {
  #element;
  /** The text as it was last seen; unknown since it was heard to change. */
  #text = /** @type {string | undefined} */ (undefined);
  #heard = () => {};
  /** @type {{ paint: Paint, sheet: ReturnType<typeof adopt> } | undefined} */
  #painting;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#text = textOf(element);
  }

  text() {
    return textOf(this.#element);
  }

  /** @param {() => void} heard */
  onChange(heard) {
    const listening = new AbortController();
    this.#heard = heard;
    this.#element.addEventListener('input', () => this.#changed(), { signal: listening.signal });
    return () => {
      this.#heard = () => {};
      listening.abort();
    };
  }

  look() {
    const before = this.#text;
    this.#text = textOf(this.#element);
    if (before !== undefined && before !== this.#text) this.#changed();
  }

  /** @param {Stretch} stretch */
  show(stretch) {
    const range = this.#select(stretch);
    range.startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  /** @param {Mark[]} marks */
  mark(marks) {
    if (!this.#painting && marks.length > 0 && canPaint(this.#element)) {
      this.#painting = { paint: new Paint(this.#element), sheet: adopt(this.#element, look) };
    }
    const ranges = rangesIn(this.#element, marks);
    this.#painting?.paint.show(marks.map(({ severity }, index) => ({ severity, range: ranges[index] })));
  }

  /**
   * @param {Stretch} stretch
   * @param {string} replacement
   */
  replace(stretch, replacement) {
    this.#select(stretch);
    // The browser's own undo follows it, and editors hear of it as of a key.
    this.#element.ownerDocument.execCommand(replacement === '' ? 'delete' : 'insertText', false, replacement);
  }

  caret() {
    return caretIn(this.#element);
  }

  /** @param {Stretch} stretch */
  boxes(stretch) {
    return [...rangesIn(this.#element, [stretch])[0].getClientRects()];
  }

  release() {
    this.#painting?.paint.clear();
    this.#painting?.sheet.release();
  }

  /** Runs at every key, and so asks for nothing. */
  #changed() {
    this.#text = undefined;
    this.#heard();
  }

  /** @param {Stretch} stretch */
  #select(stretch) {
    this.#element.focus();
    const [range] = rangesIn(this.#element, [stretch]);
    const selection = this.#element.ownerDocument.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return range;
  }
}
