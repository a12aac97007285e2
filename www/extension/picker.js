import { element } from '../../src/js/form/elements.js';
import { nameOf } from '../../src/js/form/fields.js';
import { selectorOf } from './content/selector.js';

/** What can hold a field of a record. */
const control =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input' +
  ['button', 'submit', 'reset', 'image', 'file', 'hidden', 'password'].map((type) => `:not([type="${type}"])`).join('');

/** Lets a person choose one control of the page, with the pointer or the keyboard. */
class Picker {
  #ending = new AbortController();
  #frame = element('div', { popover: 'manual', 'data-recording-standard': '' });

  constructor() {
    /**
     * @param {string} type
     * @param {(event: any) => void} handle
     */
    const on = (type, handle) => addEventListener(type, handle, { capture: true, signal: this.#ending.signal });
    on('pointerover', (event) => this.#mark(controlAt(event)));
    on('focusin', (event) => this.#mark(controlAt(event)));
    on('click', (event) => this.#choose(event));
    on('keydown', (event) => this.#key(event));
    // A control would open or move before the click comes.
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup']) on(type, (event) => controlAt(event) && hold(event));
    chrome.runtime.onMessage.addListener((message) => {
      if (message.ask === 'pickNoMore') this.end();
    });
    const style = { position: 'fixed', margin: '0', padding: '0', border: '3px solid #1d70b8', background: 'rgb(29 112 184 / 15%)', 'pointer-events': 'none' };
    for (const [name, value] of Object.entries(style)) this.#frame.style.setProperty(name, value);
  }

  end() {
    this.#ending.abort();
    this.#frame.remove();
  }

  /** @param {Element | undefined} chosen */
  #mark(chosen) {
    if (!chosen) return this.#frame.remove();
    const { left, top, width, height } = chosen.getBoundingClientRect();
    const place = { left: `${left - 3}px`, top: `${top - 3}px`, width: `${width}px`, height: `${height}px` };
    for (const [name, value] of Object.entries(place)) this.#frame.style.setProperty(name, value);
    if (this.#frame.isConnected) return undefined;
    document.documentElement.append(this.#frame);
    return this.#frame.showPopover?.();
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') {
      hold(event);
      return this.#tell({});
    }
    return event.key === 'Enter' ? this.#choose(event) : undefined;
  }

  /** @param {Event} event */
  #choose(event) {
    const chosen = controlAt(event);
    // Where there is no control, nothing is chosen and the page is left alone.
    if (!chosen) return;
    hold(event);
    this.#tell({ selector: selectorOf(chosen), name: nameOf({ path: '', controls: [/** @type {HTMLElement} */ (chosen)], value: undefined }) });
  }

  /** @param {{ selector?: string, name?: string }} picked nothing where the person thought better of it */
  #tell(picked) {
    this.end();
    const { protocol, hostname } = /^https?:$/.test(location.protocol) ? location : parent.location;
    // Not every browser knows ports in patterns, and without one any is meant.
    chrome.runtime.sendMessage({ tell: 'picked', matches: `${protocol}//${hostname}/*`, ...picked });
  }
}

/**
 * @param {Event} event
 * @returns {Element | undefined}
 */
function controlAt(event) {
  const target = event.composedPath().find((each) => each instanceof Element);
  const { control: labelled } = target?.closest('label') ?? {};
  return target?.closest(control) ?? (labelled?.matches(control) ? labelled : undefined);
}

/** @param {Event} event */
function hold(event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** @type {{ recordingPicker?: Picker }} */
const own = /** @type {object} */ (globalThis);
own.recordingPicker?.end();
own.recordingPicker = new Picker();
