import { element } from '../../../src/js/form/elements.js';

/** @import { Finding } from '../../../src/js/index.js' */

let shown = /** @type {Offer | undefined} */ (undefined);

/** The words of a fix, where somebody asked for them: to be put in or to be copied by who reads them. */
export class Offer {
  #opener;
  #said = element('p', { role: 'status' });
  #root;

  /**
   * @param {Finding['fixes'][number]} fix
   * @param {HTMLElement} opener the button that was pressed for it
   * @param {() => void} putIn
   */
  constructor({ label, replacement }, opener, putIn) {
    this.#opener = opener;
    shown?.close();
    shown = this;
    const button = (/** @type {string} */ text, /** @type {() => void} */ work) => {
      const made = element('button', { type: 'button' }, text);
      made.addEventListener('click', work);
      return made;
    };
    this.#root = element('div', { class: 'offer', role: 'group', 'aria-label': label, tabindex: '-1' },
      element('p', { class: 'offer__text' }, replacement || label),
      element('div', { class: 'offer__ways' },
        button('Put it in the record', () => { this.close(); putIn(); }),
        ...(replacement ? [button('Copy it', () => this.#copy(replacement))] : []),
        button('Close', () => this.close())),
      this.#said);
    this.#root.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    this.#opener.closest('.recording-hint__foot')?.append(this.#root);
    this.#root.focus();
  }

  close() {
    shown = undefined;
    this.#root.remove();
    this.#opener.focus();
  }

  /** @param {string} text */
  async #copy(text) {
    await navigator.clipboard.writeText(text);
    this.#said.textContent = 'Copied.';
  }
}
