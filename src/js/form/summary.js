import { element, newId } from './elements.js';

/** @import { Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */

/**
 * The error summary at the top of the form.
 */
export class Summary {
  #list;
  #root;
  /** @type {Map<string, HTMLElement>} */
  #items = new Map();
  #anyway;
  #form;
  #follow;
  #prefix;

  /**
   * @param {HTMLFormElement} form
   * @param {Manner} manner
   * @param {object} options
   * @param {(remark: Remark) => void} options.follow what a link does
   * @param {(reason: string) => void} [options.saveAnyway] lets the record through; without it there is no such way
   */
  constructor(form, manner, { follow, saveAnyway }) {
    const { words, classes } = manner;
    this.#form = form;
    this.#follow = follow;
    this.#prefix = words.titlePrefix;
    this.#anyway = saveAnyway && new SaveAnyway(saveAnyway, manner);
    const title = element('h2', { class: classes.errorSummaryTitle }, saveAnyway ? words.beforeSaving : words.blocked);
    this.#list = element('ul', { class: classes.errorSummaryList });
    // The alert is an inner element: on the one that takes the focus it would be read twice, or not at all.
    const alert = element('div', { role: 'alert' }, title, element('div', { class: classes.errorSummaryBody }, this.#list));
    const attributes = { class: `${classes.errorSummary} recording-summary`, tabindex: '-1' };
    this.#root = element('div', attributes, alert, ...(this.#anyway ? [this.#anyway.root] : []));
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
    const page = this.#form.ownerDocument;
    if (!page.title.startsWith(this.#prefix)) page.title = this.#prefix + page.title;
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
    const page = this.#form.ownerDocument;
    if (page.title.startsWith(this.#prefix)) page.title = page.title.slice(this.#prefix.length);
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
  #field;
  #error;
  root;

  /**
   * @param {(reason: string) => void} save
   * @param {Manner} manner
   */
  constructor(save, { words, classes }) {
    this.#field = element('textarea', { id: newId(), class: classes.textarea, rows: '2' });
    this.#error = element('p', { id: newId(), class: `${classes.errorMessage} recording-error` }, words.saveAnywayReasonMissing);
    const label = element('label', { class: classes.label, for: this.#field.id }, words.saveAnywayReason);
    const button = element('button', { type: 'button', class: classes.button }, words.saveAnyway);
    button.addEventListener('click', () => (this.reason ? save(this.reason) : this.#ask()));
    this.root = element(
      'div',
      { class: 'recording-anyway' },
      element('p', {}, words.saveAnywayOffer),
      element('div', { class: classes.group }, label, this.#field),
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
    this.#field.before(this.#error);
    this.#field.setAttribute('aria-describedby', this.#error.id);
    this.#field.focus();
  }
}
