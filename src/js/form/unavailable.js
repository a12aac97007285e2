import { element } from './elements.js';

/** @import { Manner } from './manner.js' */

/** The one quiet line of a form that cannot be checked. */
export class Unavailable {
  #line;
  #form;

  /**
   * @param {HTMLFormElement} form
   * @param {Manner} manner
   */
  constructor(form, { words }) {
    this.#form = form;
    this.#line = element('p', { class: 'recording-unavailable', role: 'status' }, words.unavailable);
  }

  show() {
    if (!this.#line.isConnected) this.#form.append(this.#line);
  }

  hide() {
    this.#line.remove();
  }
}
