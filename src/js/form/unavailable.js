import { element } from './elements.js';
import { words } from './words.js';

/** The one quiet line of a form that cannot be checked. */
export class Unavailable {
  #line = element('p', { class: 'recording-unavailable', role: 'status' }, words.unavailable);
  #form;

  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.#form = form;
  }

  show() {
    if (!this.#line.isConnected) this.#form.append(this.#line);
  }

  hide() {
    this.#line.remove();
  }
}
