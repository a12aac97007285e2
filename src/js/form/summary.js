import { element, newId } from './elements.js';
import { words } from './words.js';

/** @import { Remark } from './remarks.js' */

/**
 * The error summary at the top of the form.
 */
export class Summary {
  #title = element('h2', { class: 'govuk-error-summary__title' });
  #list = element('ul', { class: 'govuk-list govuk-error-summary__list' });
  // The alert is an inner element: on the one that takes the focus it would be read twice, or not at all.
  #alert = element('div', { role: 'alert' }, this.#title, element('div', { class: 'govuk-error-summary__body' }, this.#list));
  #root = element('div', { class: 'govuk-error-summary recording-summary', tabindex: '-1' }, this.#alert);
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  #anyway;
  #form;
  #follow;

  /**
   * @param {HTMLFormElement} form
   * @param {object} options
   * @param {(remark: Remark) => void} options.follow what a link does
   * @param {(reason: string) => void} [options.saveAnyway] lets the record through; without it there is no such way
   */
  constructor(form, { follow, saveAnyway }) {
    this.#form = form;
    this.#follow = follow;
    this.#anyway = saveAnyway && new SaveAnyway(saveAnyway);
    if (this.#anyway) this.#root.append(this.#anyway.root);
    this.#title.textContent = saveAnyway ? words.beforeSaving : words.blocked;
  }

  /** Why the record is to be saved as it is; empty until the person said so. */
  get reason() {
    return this.#anyway?.reason ?? '';
  }

  get isShown() {
    return this.#root.isConnected;
  }

  /**
   * Lists these remarks; without any the summary goes away.
   *
   * @param {Remark[]} remarks
   */
  show(remarks) {
    if (remarks.length === 0) return this.remove();
    // An alert reads out what is put into it: what is still there is left alone.
    const keys = new Set(remarks.map(({ key }) => key));
    for (const [key, item] of this.#items) if (!keys.has(key)) this.#drop(key, item);
    for (const remark of remarks) if (!this.#items.has(remark.key)) this.#add(remark);
    if (!this.isShown) this.#form.prepend(this.#root);
    if (!document.title.startsWith(words.titlePrefix)) document.title = words.titlePrefix + document.title;
  }

  focus() {
    this.#root.focus();
    this.#root.scrollIntoView({ block: 'start' });
  }

  remove() {
    if (!this.isShown) return;
    this.#root.remove();
    for (const [key, item] of this.#items) this.#drop(key, item);
    this.#anyway?.reset();
    if (document.title.startsWith(words.titlePrefix)) document.title = document.title.slice(words.titlePrefix.length);
  }

  /** @param {Remark} remark */
  #add(remark) {
    const item = element('li', {}, this.#link(remark));
    this.#items.set(remark.key, item);
    this.#list.append(item);
  }

  /**
   * @param {string} key
   * @param {HTMLElement} item
   */
  #drop(key, item) {
    item.remove();
    this.#items.delete(key);
  }

  /** @param {Remark} remark */
  #link(remark) {
    const { message, field } = remark;
    const link = element('a', { href: `#${field?.controls[0].id ?? ''}` }, message);
    link.addEventListener('click', (event) => {
      event.preventDefault();
      this.#follow(remark);
    });
    return link;
  }
}

/** The way to save the record as it is, and to say why. */
class SaveAnyway {
  #field = element('textarea', { id: newId(), class: 'govuk-textarea', rows: '2' });
  #error = element('p', { id: newId(), class: 'govuk-error-message' });
  root;

  /** @param {(reason: string) => void} save */
  constructor(save) {
    const label = element('label', { class: 'govuk-label', for: this.#field.id }, words.saveAnywayReason);
    const button = element('button', { type: 'button', class: 'govuk-button govuk-button--secondary' }, words.saveAnyway);
    button.addEventListener('click', () => (this.reason ? save(this.reason) : this.#ask()));
    this.root = element(
      'div',
      { class: 'recording-anyway' },
      element('p', {}, words.saveAnywayOffer),
      element('div', { class: 'govuk-form-group' }, label, this.#field),
      button,
    );
  }

  get reason() {
    return this.#field.value.trim();
  }

  reset() {
    this.#field.value = '';
    this.#error.remove();
    this.#field.removeAttribute('aria-describedby');
  }

  #ask() {
    this.#error.textContent = words.saveAnywayReasonMissing;
    this.#field.before(this.#error);
    this.#field.setAttribute('aria-describedby', this.#error.id);
    this.#field.focus();
  }
}
