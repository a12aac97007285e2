import { element } from './elements.js';
import { nameOf } from './fields.js';
import { byField } from './remarks.js';

/** @import { Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */

/** Tells people who do not see the screen how much there is to look at, where that changed. */
export class Announcer {
  /** There before it is filled: what comes with its text already in it is not read out everywhere. */
  #region = element('div', { class: 'recording-hidden', role: 'status' });
  /** The remarks of the last time, by field. */
  #before = /** @type {Map<string, string> | undefined} */ (undefined);
  #errors = 0;

  #form;
  #words;

  /**
   * @param {HTMLFormElement} form
   * @param {Manner} manner
   */
  constructor(form, { words }) {
    this.#form = form;
    this.#words = words;
    form.append(this.#region);
  }

  /** @param {Remark[]} remarks those that are listed quietly */
  hints(remarks) {
    const words = this.#words;
    const lists = byField(remarks);
    const now = new Map([...lists].map(([path, list]) => [path, list.map(({ key }) => key).join('\n')]));
    // What was there when the form was opened is no news.
    const before = this.#before ?? now;
    const changed = [...lists].filter(([path]) => now.get(path) !== before.get(path)).map(([, list]) => list);
    if (changed.length === 1) this.say(words.inField(nameIn(changed[0]), words.toLookAt(changed[0].length)));
    if (changed.length > 1) this.say(words.toLookAt(remarks.length));
    if (remarks.length === 0 && before.size > 0) this.say(words.nothingLeft);
    this.#before = now;
  }

  /** @param {number} count of the errors that are still there */
  errors(count) {
    if (count < this.#errors) this.say(this.#words.errorsLeft(count));
    this.#errors = count;
  }

  remove() {
    this.#region.remove();
  }

  /** @param {string} text */
  say(text) {
    // A page may have put other nodes into its form.
    if (!this.#region.isConnected) this.#form.append(this.#region);
    this.#region.textContent = text;
  }
}

/** @param {Remark[]} remarks of one field */
const nameIn = ([{ field }]) => (field ? nameOf(field) : '');
