import { element, newId } from '../form/elements.js';
import { adopt } from '../form/sheets.js';
import { Paint, look } from './paint.js';
import { shift } from './shift.js';

/** @import { Mark } from '../highlight.js' */

/** All that decides where a letter stands. */
const typography = [
  'direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-size', 'font-size-adjust',
  'font-stretch', 'font-style', 'font-variant', 'font-variation-settings', 'font-weight', 'hyphens',
  'letter-spacing', 'line-break', 'line-height', 'overflow-wrap', 'padding-bottom', 'padding-left',
  'padding-right', 'padding-top', 'tab-size', 'text-align', 'text-indent', 'text-rendering',
  'text-transform', 'white-space', 'word-break', 'word-spacing', 'writing-mode',
];

/**
 * Marks in a text area. Nothing can be painted into one, so a copy of its text lies over it, letter on
 * letter, which is transparent but for the marks and lets every click through.
 */
export class Mirror {
  #control;
  #paint;
  #sheet;
  #text = document.createTextNode('');
  #root;
  #value = '';
  /** @type {Mark[]} */
  #marks = [];
  #resizing;
  #listening = new AbortController();

  /** @param {HTMLTextAreaElement} control */
  constructor(control) {
    const name = newId();
    this.#control = control;
    this.#paint = new Paint(control);
    this.#root = element('div', { class: `recording-mirror ${name}`, 'aria-hidden': 'true' }, this.#text);
    // The first rule is rewritten by `#align`.
    this.#sheet = adopt(control, `
      .${name} {
        position: absolute; box-sizing: border-box; border: 0; overflow: hidden;
        background: none; color: transparent; pointer-events: none; user-select: none;
      }
      @media (forced-colors: active), print { .${name} { display: none; } }
      ${look}
    `);
    this.#resizing = new ResizeObserver(() => this.#align());
    this.#resizing.observe(control);
    control.addEventListener('scroll', () => this.#scroll(), { passive: true, signal: this.#listening.signal });
  }

  /** @param {Mark[]} marks */
  show(marks) {
    this.#marks = marks;
    // Nothing that grows may come between the two.
    if (this.#control.nextSibling !== this.#root) this.#control.after(this.#root);
    this.#draw();
    this.#align();
  }

  follow() {
    this.#marks = shift(this.#marks, this.#value, this.#control.value);
    this.#draw();
  }

  /** @param {{ start: number, end: number }} range */
  reveal({ start, end }) {
    const place = this.#rangeOf(start, end).getBoundingClientRect();
    const frame = this.#root.getBoundingClientRect();
    const isVisible = place.top >= frame.top && place.bottom <= frame.bottom;
    if (!isVisible) this.#control.scrollTop += place.top - frame.top - frame.height / 3;
  }

  remove() {
    this.#resizing.disconnect();
    this.#listening.abort();
    this.#paint.clear();
    this.#sheet.release();
    this.#root.remove();
  }

  #draw() {
    this.#value = this.#control.value;
    // Without something after it, a line break at the end would open no line.
    this.#text.data = `${this.#value}\u200B`;
    this.#paint.show(this.#marks.map(({ start, end, severity }) => ({ severity, range: this.#rangeOf(start, end) })));
  }

  /**
   * @param {number} start
   * @param {number} end
   */
  #rangeOf(start, end) {
    const range = this.#control.ownerDocument.createRange();
    range.setStart(this.#text, Math.min(start, this.#text.length));
    range.setEnd(this.#text, Math.min(end, this.#text.length));
    return range;
  }

  #scroll() {
    this.#root.scrollTop = this.#control.scrollTop;
    this.#root.scrollLeft = this.#control.scrollLeft;
  }

  /**
   * Lays the copy over the text. It keeps the place that it has in the flow, so that it moves with the page,
   * and is only pushed from there by its margins.
   */
  #align() {
    const style = /** @type {CSSStyleRule | undefined} */ (this.#sheet.sheet?.cssRules[0])?.style;
    const view = this.#control.ownerDocument.defaultView;
    if (!style || !view) return;
    const computed = view.getComputedStyle(this.#control);
    for (const property of typography) style.setProperty(property, computed.getPropertyValue(property));
    const outer = this.#control.getBoundingClientRect();
    const border = (/** @type {string} */ side) => parseFloat(computed.getPropertyValue(`border-${side}-width`)) || 0;
    const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map(border);
    // Whole pixels, which is what scroll bars come in; widths may have fractions, and a line may break by one.
    const bars = {
      width: this.#control.offsetWidth - this.#control.clientWidth - Math.round(left + right),
      height: this.#control.offsetHeight - this.#control.clientHeight - Math.round(top + bottom),
    };
    style.setProperty('width', `${outer.width - left - right - bars.width}px`);
    style.setProperty('height', `${outer.height - top - bottom - bars.height}px`);
    style.setProperty('margin', '0');
    const inner = this.#root.getBoundingClientRect();
    style.setProperty('margin-left', `${outer.left + this.#control.clientLeft - inner.left}px`);
    style.setProperty('margin-top', `${outer.top + this.#control.clientTop - inner.top}px`);
    this.#scroll();
  }
}
