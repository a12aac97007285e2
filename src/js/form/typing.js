import { sentenceAround } from './sentence.js';

/** @import { Source } from '../source.js' */

/** What is being typed, so that nothing is said about it yet. */
export class Typing {
  #source;

  /**
   * @param {string} path of the field
   * @param {Source} source of the text
   */
  constructor(path, source) {
    this.path = path;
    this.#source = source;
    /** The sentence that is being typed. */
    this.sentence = this.#sentence();
  }

  /** Whether the caret was moved to another sentence since the last key. */
  get wasLeft() {
    return this.#sentence().start !== this.sentence.start;
  }

  #sentence() {
    const text = this.#source.text();
    // Who cannot say where the caret stands is taken to write at the end.
    return sentenceAround(text, this.#source.caret?.() ?? text.length);
  }
}
