import { adopt } from '../form/sheets.js';
import { caretIn, rangesIn, textOf } from './content.js';
import { Paint, canPaint, look } from './paint.js';

/** @import { Editor, Mark, Source, Stretch } from '../source.js' */

/**
 * An element that is edited in place. The ranges of its marks follow what is typed by themselves.
 *
 * @implements {Source}
 */
export class Editable {
  #element;
  #heard = () => {};
  /** @type {{ paint: Paint, sheet: ReturnType<typeof adopt> } | undefined} */
  #painting;
  #editor;
  /**
   * Editors, and programs for dictation, tell of what is written in ways of their own, or not at all; all of them
   * change what is seen.
   */
  #watching = new MutationObserver((records) => records.some(isOfText) && this.#heard());

  /**
   * @param {HTMLElement} content
   * @param {Editor} [editor] that the element belongs to
   */
  constructor(content, editor = {}) {
    this.#element = content;
    this.#editor = editor;
    /** What stands on the page for a control that is hidden. */
    this.element = editor.element;
  }

  text() {
    return textOf(this.#element);
  }

  /** @param {() => void} heard */
  onChange(heard) {
    this.#heard = heard;
    this.#watching.observe(this.#element, { characterData: true, childList: true, subtree: true });
    return () => {
      this.#heard = () => {};
      this.#watching.disconnect();
    };
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
    const range = this.#select(stretch);
    // Without a way of the editor's own, the one that the browser's undo follows, and editors hear of as of a key.
    if (this.#editor.replace) this.#editor.replace(range, replacement);
    else this.#element.ownerDocument.execCommand(replacement === '' ? 'delete' : 'insertText', false, replacement);
    this.#watching.takeRecords();
    this.#heard();
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

  /** @param {Stretch} stretch */
  #select(stretch) {
    if (this.#editor.focus) this.#editor.focus();
    else this.#element.focus();
    const [range] = rangesIn(this.#element, [stretch]);
    const selection = this.#element.ownerDocument.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
    return range;
  }
}

/**
 * Whether a change is one of the text, and not of what an editor puts around it.
 *
 * @param {MutationRecord} record
 */
const isOfText = ({ type, addedNodes, removedNodes }) =>
  type === 'characterData' || [...addedNodes, ...removedNodes].some(({ textContent }) => textContent);
