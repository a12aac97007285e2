import { caretIn, isEditable, textOf } from './editable.js';
import { sentenceAround } from './sentence.js';

/** @import { Field, NativeControl } from './fields.js' */

/** What is being typed, so that nothing is said about it yet. */
export class Typing {
  #path;
  #control;
  /** Where the caret stood after the last key. */
  #caret;

  /**
   * @param {Field} field
   * @param {HTMLElement} control
   */
  constructor(field, control) {
    this.#path = field.path;
    this.#control = control;
    this.#caret = caretOf(control);
  }

  /** The path of the field. */
  get path() {
    return this.#path;
  }

  /** The sentence that is being typed. */
  get sentence() {
    return sentenceAround(textIn(this.#control), this.#caret);
  }

  /** Whether the caret was moved to another sentence since the last key. */
  get wasLeft() {
    return sentenceAround(textIn(this.#control), caretOf(this.#control)).start !== this.sentence.start;
  }
}

/**
 * The text of a control that has one.
 *
 * @param {HTMLElement} control
 */
export const textIn = (control) =>
  isEditable(control) ? textOf(control) : /** @type {NativeControl} */ (control).value;

/** @param {HTMLElement} control */
const caretOf = (control) =>
  (isEditable(control) ? caretIn(control) : /** @type {HTMLInputElement} */ (control).selectionEnd) ?? 0;
