import { nothingChecked } from '../form/attachment.js';
import { attributes, settingsOf } from './settings.js';

/** @import { Report } from '../../../build/form/recording_standard.js' */
/** @import { Attachment, AttachOptions } from '../form.js' */

/** @typedef {(form: HTMLFormElement, options?: AttachOptions) => Promise<Attachment>} Attach */

/**
 * The element `<recording-standard>`: the last report of its form, and a check at once.
 *
 * @typedef {HTMLElement & { readonly report: Report, check(): Report }} RecordingStandardElement
 */

const name = 'recording-standard';

/**
 * Makes `<recording-standard>` known to the page, once.
 *
 * @param {Attach} attach
 */
export function defineElement(attach) {
  // Where pages are only written, on a server, there are no elements.
  if (!globalThis.customElements || customElements.get(name)) return;
  customElements.define(name, classWith(attach));
}

/** @param {Attach} attach */
const classWith = (attach) =>
  /**
   * Has a form checked that is on the page, comes later, or takes the place of another. It shows nothing itself, and
   * tells of reports by the event `recording-standard:report`.
   */
  class extends HTMLElement {
    static observedAttributes = attributes;

    #watch = new MutationObserver(() => this.#look());
    #form = /** @type {HTMLFormElement | undefined} */ (undefined);
    #isStale = false;
    #turn = new AbortController();
    #attachment = /** @type {Attachment | undefined} */ (undefined);

    get report() {
      return this.#attachment?.report ?? nothingChecked;
    }

    check() {
      return this.#attachment?.check() ?? nothingChecked;
    }

    connectedCallback() {
      this.#watch.disconnect();
      this.#watch.observe(this.getRootNode(), { childList: true, subtree: true, attributeFilter: ['id'] });
      // What an attribute points to may still be on its way.
      if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => this.#look());
      else this.#soon();
    }

    disconnectedCallback() {
      this.#soon();
    }

    /**
     * @param {string} _
     * @param {string | null} before
     * @param {string | null} now
     */
    attributeChangedCallback(_, before, now) {
      if (before === now) return;
      this.#isStale = true;
      if (this.#form) this.#soon();
    }

    /** Looks when the page has done what it is at: moving the element, setting several attributes. */
    #soon() {
      queueMicrotask(() => this.#look());
    }

    #look() {
      if (!this.isConnected) this.#watch.disconnect();
      const form = this.#formNow();
      if (form === this.#form && !this.#isStale) return;
      this.#end();
      this.#form = form;
      this.#isStale = false;
      if (form) this.#begin(form, this.#turn.signal);
    }

    /** The form that the element is for: the one named by `for`, or the one that it stands in. */
    #formNow() {
      if (!this.isConnected) return undefined;
      const id = this.getAttribute('for');
      const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
      const found = id === null ? this.closest('form') : root.getElementById(id);
      return found?.matches('form') ? /** @type {HTMLFormElement} */ (found) : undefined;
    }

    /**
     * @param {HTMLFormElement} form
     * @param {AbortSignal} signal
     */
    async #begin(form, signal) {
      try {
        const settings = await settingsOf(this, signal).catch((error) => {
          if (!signal.aborted) reportError(error);
          // The form says that it is not checked.
          return { validator: Promise.reject(error) };
        });
        if (signal.aborted) return;
        const attachment = await attach(form, { ...settings, onReport: (report) => signal.aborted || this.#tell(report) });
        if (signal.aborted) attachment.detach();
        else this.#attachment = attachment;
      } catch (error) {
        reportError(error);
      }
    }

    #end() {
      this.#turn.abort();
      this.#turn = new AbortController();
      this.#attachment?.detach();
      this.#attachment = undefined;
    }

    /** @param {Report} report */
    #tell(report) {
      this.dispatchEvent(new CustomEvent(`${name}:report`, { bubbles: true, detail: report }));
    }
  };
