import { Mirror, canMirror } from './mirror.js';

/** @import { Mark, Source, Stretch } from '../source.js' */

/**
 * A text area, or an input for text.
 *
 * @implements {Source}
 */
export class Box {
  #control;
  /** The text as it was last seen; unknown since it was heard to change. */
  #text = /** @type {string | undefined} */ (undefined);
  /** @type {Mirror | undefined} */
  #mirror;
  #heard = () => {};

  /** @param {HTMLInputElement | HTMLTextAreaElement} control */
  constructor(control) {
    this.#control = control;
    this.#text = control.value;
  }

  text() {
    return this.#control.value;
  }

  /** @param {() => void} heard */
  onChange(heard) {
    const listening = new AbortController();
    this.#heard = heard;
    this.#control.addEventListener('input', () => this.#changed(), { signal: listening.signal });
    return () => {
      this.#heard = () => {};
      listening.abort();
    };
  }

  /** Programs for dictation, and scripts of the page, put a text in without an event. */
  look() {
    const before = this.#text;
    this.#text = this.#control.value;
    if (before !== undefined && before !== this.#text) this.#changed();
  }

  /** @param {Stretch} stretch */
  show(stretch) {
    this.#select(stretch);
    this.#mirror?.reveal(stretch);
  }

  /** @param {Mark[]} marks */
  mark(marks) {
    if (!this.#mirror && marks.length > 0 && canMirror(this.#control)) {
      this.#mirror = new Mirror(/** @type {HTMLTextAreaElement} */ (this.#control));
    }
    this.#text = this.#control.value;
    this.#mirror?.show(marks, this.#text);
  }

  /**
   * @param {Stretch} stretch
   * @param {string} replacement
   */
  replace(stretch, replacement) {
    this.#select(stretch);
    const command = replacement === '' ? 'delete' : 'insertText';
    // Marked as old in every manual, and still the only way in that the browser's own undo follows.
    if (this.#control.ownerDocument.execCommand(command, false, replacement)) return;
    this.#control.setRangeText(replacement, stretch.start, stretch.end, 'end');
    const how = { bubbles: true, inputType: 'insertReplacementText', data: replacement };
    this.#control.dispatchEvent(new InputEvent('input', how));
  }

  caret() {
    const { selectionStart, selectionEnd } = this.#control;
    const root = /** @type {Document | ShadowRoot} */ (this.#control.getRootNode());
    const isThere = root.activeElement === this.#control && selectionStart === selectionEnd;
    return isThere ? selectionEnd ?? undefined : undefined;
  }

  /** @param {Stretch} stretch */
  boxes(stretch) {
    return this.#mirror?.boxes(stretch) ?? [];
  }

  release() {
    this.#mirror?.remove();
  }

  /** Runs at every key, and so asks for nothing. */
  #changed() {
    this.#text = undefined;
    this.#mirror?.follow();
    this.#heard();
  }

  /** @param {Stretch} stretch */
  #select({ start, end }) {
    this.#control.focus();
    this.#control.setSelectionRange(start, end);
  }
}
