import { element } from '../form/elements.js';
import { adopt } from '../form/sheets.js';
import { Lines } from './lines.js';
import { Paint, look } from './paint.js';
import { editOf, shift } from './shift.js';

/** @import { Mark, Stretch } from '../source.js' */

/** All that decides where a letter stands. */
const typography = [
  'direction', 'font-family', 'font-feature-settings', 'font-kerning', 'font-size', 'font-size-adjust',
  'font-stretch', 'font-style', 'font-variant', 'font-variation-settings', 'font-weight', 'hyphens',
  'letter-spacing', 'line-break', 'line-height', 'overflow-wrap', 'padding-bottom', 'padding-left',
  'padding-right', 'padding-top', 'tab-size', 'text-align', 'text-rendering', 'text-transform',
  'unicode-bidi', 'white-space', 'word-break', 'word-spacing', 'writing-mode',
];

const mirrorLook = `
.recording-mirror {
  position: absolute; box-sizing: border-box; border: 0; overflow: hidden; contain: strict;
  background: none; color: transparent; pointer-events: none; user-select: none;
}
/* Whatever the page wants of elements in its forms is not wanted of these. */
.recording-mirror > * { all: unset !important; display: block !important; }
@media (forced-colors: active) { .recording-mirror { forced-color-adjust: none; } }
@media print { .recording-mirror { display: none; } }
`;

/**
 * Marks in a text area. Nothing can be painted into one, so a copy of its text lies over it, letter on
 * letter, which is transparent but for the marks and lets every click through.
 */
export class Mirror {
  #control;
  #paint;
  #sheet;
  #root = element('div', { class: 'recording-mirror', 'aria-hidden': 'true' });
  #lines = new Lines(this.#root);
  #text = '';
  /** @type {Mark[]} */
  #marks = [];
  /** How far the copy is pushed from where the page's flow would put it. */
  #pushed = { left: 0, top: 0 };
  #resizing;
  #listening = new AbortController();

  /** @param {HTMLTextAreaElement} control */
  constructor(control) {
    this.#control = control;
    this.#paint = new Paint(control);
    this.#sheet = adopt(control, mirrorLook + look);
    this.#lines.write('');
    this.#resizing = new ResizeObserver(() => this.#align());
    this.#resizing.observe(control);
    control.addEventListener('scroll', () => this.#scroll(), { passive: true, signal: this.#listening.signal });
  }

  /**
   * @param {Mark[]} marks
   * @param {string} text that they are marks of
   */
  show(marks, text) {
    this.#copy(text);
    this.#marks = marks;
    this.#draw();
    // Nothing that grows may come between the two.
    if (this.#control.nextSibling !== this.#root) this.#control.after(this.#root);
    this.#align();
  }

  /**
   * Lets the marks follow what was typed, until the next check knows better.
   *
   * @param {string} text
   */
  follow(text) {
    // Without marks there is nothing to see, and nothing to be done before there are some.
    const edit = this.#marks.length > 0 && this.#copy(text);
    if (!edit) return;
    this.#marks = shift(this.#marks, edit);
    this.#draw();
    // Not at once: to ask where the text is scrolled to would have the browser lay out the page before it has to.
    this.#control.ownerDocument.defaultView?.requestAnimationFrame(() => this.#scroll());
  }

  /** @param {Stretch} stretch */
  reveal(stretch) {
    const place = this.#lines.rangeOf(stretch).getBoundingClientRect();
    const frame = this.#root.getBoundingClientRect();
    const isVisible = place.top >= frame.top && place.bottom <= frame.bottom;
    if (!isVisible) this.#control.scrollTop += place.top - frame.top - frame.height / 3;
    this.#scroll();
  }

  /**
   * The boxes of a stretch that can be seen.
   *
   * @param {Stretch} stretch
   */
  boxes(stretch) {
    const frame = this.#root.getBoundingClientRect();
    const boxes = [...this.#lines.rangeOf(stretch).getClientRects()];
    return boxes.filter(({ bottom, top }) => bottom > frame.top && top < frame.bottom);
  }

  remove() {
    this.#resizing.disconnect();
    this.#listening.abort();
    this.#paint.clear();
    this.#sheet.release();
    this.#root.remove();
  }

  /**
   * @param {string} text
   * @returns the edit that it took, if any
   */
  #copy(text) {
    if (text === this.#text) return undefined;
    const edit = editOf(this.#text, text);
    this.#lines.edit(edit, text);
    this.#text = text;
    return edit;
  }

  #draw() {
    this.#paint.show(this.#marks.map((mark) => ({ severity: mark.severity, range: this.#lines.rangeOf(mark) })));
  }

  #scroll() {
    if (this.#root.scrollTop !== this.#control.scrollTop) this.#root.scrollTop = this.#control.scrollTop;
    if (this.#root.scrollLeft !== this.#control.scrollLeft) this.#root.scrollLeft = this.#control.scrollLeft;
  }

  /**
   * Lays the copy over the text. It keeps the place that it has in the flow, so that it moves with the page,
   * and is only pushed from there by its margins.
   */
  #align() {
    const view = this.#control.ownerDocument.defaultView;
    if (!view || !this.#root.isConnected) return;
    const computed = view.getComputedStyle(this.#control);
    for (const property of typography) this.#style(property, computed.getPropertyValue(property));
    const outer = this.#control.getBoundingClientRect();
    const border = (/** @type {string} */ side) => parseFloat(computed.getPropertyValue(`border-${side}-width`)) || 0;
    const [left, right, top, bottom] = ['left', 'right', 'top', 'bottom'].map(border);
    // Whole pixels, which is what scroll bars come in; widths may have fractions, and a line may break by one.
    const bars = {
      width: this.#control.offsetWidth - this.#control.clientWidth - Math.round(left + right),
      height: this.#control.offsetHeight - this.#control.clientHeight - Math.round(top + bottom),
    };
    this.#style('width', `${outer.width - left - right - bars.width}px`);
    this.#style('height', `${outer.height - top - bottom - bars.height}px`);
    const inner = this.#root.getBoundingClientRect();
    this.#pushed.left += outer.left + this.#control.clientLeft - inner.left;
    this.#pushed.top += outer.top + this.#control.clientTop - inner.top;
    this.#style('margin-left', `${this.#pushed.left}px`);
    this.#style('margin-top', `${this.#pushed.top}px`);
    this.#scroll();
  }

  /**
   * @param {string} property
   * @param {string} value
   */
  #style(property, value) {
    // By the object model, which policies against styles in the markup leave alone.
    if (this.#root.style.getPropertyValue(property) !== value) this.#root.style.setProperty(property, value);
  }
}
