import { element } from '../../../src/js/form/elements.js';

/** @import { Remark } from '../../../src/js/form/remarks.js' */

/** So many are told here; the panel has them all. */
const most = 3;

const look = `
:host {
  all: initial; position: fixed; inset: auto; margin: 16px; padding: 0; border: 0; background: none; overflow: visible;
}
div {
  box-sizing: border-box; width: min(24rem, calc(100vw - 32px)); max-height: 60vh; overflow: auto; padding: 14px 16px;
  border: 1px solid #484949; border-inline-start: 5px solid #1d70b8; background: #fff; color: #0b0c0c;
  font: 16px/1.4 Arial, "Helvetica Neue", Helvetica, sans-serif; box-shadow: 0 3px 12px rgb(0 0 0 / 25%);
}
p, ul { margin: 0 0 10px; }
strong { display: block; }
ul { padding-inline-start: 20px; }
button {
  margin: 0 8px 0 0; padding: 5px 10px; border: 1px solid #484949; background: #fff; color: #0b0c0c; font: inherit; cursor: pointer;
}
button:hover { background: #e6eef5; }
button:focus-visible { outline: 3px solid #0b0c0c; outline-offset: 2px; }
`;

/**
 * What a page shows of the extension, and only when a record is about to be saved with something missing. It takes no
 * focus, covers no more than a corner, holds nothing back and goes away by a click or when nothing is missing.
 */
export class Notice {
  #host = element('div', { popover: 'manual', 'data-recording-standard': '' });
  #box = element('div', { role: 'status' });
  #isReady = false;
  #showFirst;
  /** Keys of what the person has passed over. */
  #passedOver = /** @type {Set<string>} */ (new Set());

  /** @param {() => void} showFirst */
  constructor(showFirst) {
    this.#showFirst = showFirst;
  }

  /**
   * @param {Remark[]} errors
   * @param {Element} near what saves the record, which is not to be covered
   */
  ask(errors, near) {
    if (errors.every(({ key }) => this.#passedOver.has(key))) return;
    this.#place(near);
    // A region that comes with its text already in it is not read out everywhere.
    setTimeout(() => this.#fill(errors));
  }

  /**
   * Goes on saying what is still so.
   *
   * @param {Remark[]} errors
   */
  keep(errors) {
    if (!this.#host.isConnected) return;
    if (errors.length === 0) this.remove();
    else this.#fill(errors);
  }

  remove() {
    this.#host.remove();
    this.#host.removeAttribute('style');
    this.#box.replaceChildren();
  }

  /** @param {Element} near */
  #place(near) {
    if (this.#host.isConnected) return;
    this.#prepare();
    // What lies outside of an open dialog could not be clicked.
    (near.closest('dialog') ?? document.body ?? document.documentElement).append(this.#host);
    const { left, right, top, bottom } = near.getBoundingClientRect();
    // The corner that is farthest away.
    this.#host.style.setProperty((left + right) / 2 < innerWidth / 2 ? 'right' : 'left', '0');
    this.#host.style.setProperty((top + bottom) / 2 < innerHeight / 2 ? 'bottom' : 'top', '0');
    this.#host.showPopover?.();
  }

  #prepare() {
    if (this.#isReady) return;
    this.#isReady = true;
    // The page sees nothing of what is in it, and its styles do not reach there.
    const shadow = this.#host.attachShadow({ mode: 'closed' });
    shadow.append(this.#box);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(look);
    // Firefox lets an extension give this list to a page's document, and not read it.
    shadow.adoptedStyleSheets = [sheet];
    this.#box.addEventListener('keydown', ({ key }) => key === 'Escape' && this.remove());
  }

  /** @param {Remark[]} errors */
  #fill(errors) {
    const messages = errors.slice(0, most).map(({ message }) => message);
    const others = errors.length - messages.length;
    const wanted = [...messages, String(others)].join('\n');
    if (this.#box.dataset.said === wanted && this.#box.hasChildNodes()) return;
    this.#box.dataset.said = wanted;
    const show = element('button', { type: 'button' }, 'Show the first');
    show.addEventListener('click', () => this.#showFirst());
    const close = element('button', { type: 'button' }, 'Close');
    close.addEventListener('click', () => {
      errors.forEach(({ key }) => this.#passedOver.add(key));
      this.remove();
    });
    this.#box.replaceChildren(
      element('p', {}, element('strong', {}, 'Before you save'), 'The recording standard asks for more. You can save the record as it is.'),
      element('ul', {}, ...messages.map((message) => element('li', {}, message)),
        ...(others > 0 ? [element('li', {}, `and ${others} more`)] : [])),
      show, close,
    );
  }
}
