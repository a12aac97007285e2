import { sentenceAround } from './sentence.js';

/** @import { Source } from '../source.js' */

/** What is being typed, so that nothing is said about it yet. Made at every key, and asked in the pauses. */
export class Typing {
  #source;
  /** Where the caret stood after the key. */
  #caret;

  /**
   * @param {string} path of the field
   * @param {Source} source of the text
   */
  constructor(path, source) {
    this.path = path;
    this.#source = source;
    this.#caret = source.caret?.();
  }

  /** The sentence that is being typed. */
  get sentence() {
    return this.#sentenceAt(this.#caret);
  }

  /** Whether the caret was moved to another sentence since the last key. */
  get wasLeft() {
    const caret = this.#source.caret?.();
    return caret !== this.#caret && this.#sentenceAt(caret).start !== this.sentence.start;
  }

  /** @param {number | undefined} caret */
  #sentenceAt(caret) {
    const text = this.#source.text();
    // Who cannot say where the caret stands is taken to write at the end.
    return sentenceAround(text, caret ?? text.length);
  }
}
