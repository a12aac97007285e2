import { element } from '../form/elements.js';
import { adopt } from '../form/sheets.js';
import { Lines } from './lines.js';
import { lookOf } from './marks.js';
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

const look = `
.recording-mirror {
  position: absolute; box-sizing: border-box; border: 0; overflow: hidden; contain: strict;
  background: none; color: transparent; pointer-events: none; user-select: none;
}
/* Whatever the page wants of elements in its forms is not wanted of these. */
.recording-mirror > * { all: unset !important; display: block !important; }
.recording-mirror span { all: unset !important; }
@media (forced-colors: active) { .recording-mirror { forced-color-adjust: none; } }
@media print { .recording-mirror { display: none; } }
${lookOf((severity) => `.recording-mirror .recording-mark--${severity}`)}
`;

/**
 * Whether the browser is new enough. The lists under the fields say all of it in words, so nothing is lost where it is
 * not.
 *
 * @param {HTMLElement} control
 */
export const canMirror = (control) => control.matches('textarea') && 'adoptedStyleSheets' in control.ownerDocument;

/**
 * Marks in a text area. Nothing can be painted into one, so a copy of its text lies over it, letter on
 * letter, which is transparent but for the marks and lets every click through.
 */
export class Mirror {
  #control;
  #sheet;
  #root = element('div', { class: 'recording-mirror', 'aria-hidden': 'true' });
  #lines = new Lines(this.#root);
  #text = '';
  /** @type {Mark[]} */
  #marks = [];
  #isFollowing = false;
  /** How far the copy is pushed from where the page's flow would put it. */
  #pushed = { left: 0, top: 0 };
  #resizing;
  #listening = new AbortController();

  /** @param {HTMLTextAreaElement} control */
  constructor(control) {
    this.#control = control;
    this.#sheet = adopt(control, look);
    // The page's own: a frame that is not shown, in which this may run, is told of nothing.
    const { ResizeObserver: Observer } = /** @type {typeof globalThis} */ (control.ownerDocument.defaultView ?? globalThis);
    this.#resizing = new Observer(() => this.#align());
    this.#resizing.observe(control);
    control.addEventListener('scroll', () => this.#scroll(), { passive: true, signal: this.#listening.signal });
  }

  /**
   * @param {Mark[]} marks
   * @param {string} text that they are marks of
   */
  show(marks, text) {
    this.#text = text;
    this.#marks = marks;
    this.#lines.show(text, marks);
    // Nothing that grows may come between the two.
    if (this.#control.nextSibling !== this.#root) this.#control.after(this.#root);
    this.#align();
  }

  /** Lets the marks follow what was typed when the page is next painted, until the next check knows better. */
  follow() {
    // Without marks there is nothing to see, and nothing to be done before there are some.
    if (this.#marks.length === 0 || this.#isFollowing) return;
    this.#isFollowing = true;
    this.#control.ownerDocument.defaultView?.requestAnimationFrame(() => {
      this.#isFollowing = false;
      const { start } = editOf(this.#text, this.#control.value);
      // What is written after the last mark moves none.
      if (this.#marks.some(({ end }) => end > start)) this.#catchUp();
    });
  }

  /** @param {Stretch} stretch */
  reveal(stretch) {
    this.#catchUp();
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
    this.#scroll();
    const frame = this.#root.getBoundingClientRect();
    const boxes = [...this.#lines.rangeOf(stretch).getClientRects()];
    return boxes.filter(({ bottom, top }) => bottom > frame.top && top < frame.bottom);
  }

  remove() {
    this.#resizing.disconnect();
    this.#listening.abort();
    this.#sheet.release();
    this.#root.remove();
  }

  /** Copies what was written since the last check. */
  #catchUp() {
    const text = this.#control.value;
    if (text === this.#text) return;
    this.#marks = shift(this.#marks, editOf(this.#text, text));
    this.#text = text;
    this.#lines.show(text, this.#marks);
    this.#scroll();
  }

  #scroll() {
    const { scrollTop, scrollLeft } = this.#control;
    if (this.#root.scrollTop !== scrollTop) this.#root.scrollTop = scrollTop;
    if (this.#root.scrollLeft !== scrollLeft) this.#root.scrollLeft = scrollLeft;
    // So far down there may be lines that were not copied yet.
    if (this.#root.scrollTop < Math.floor(scrollTop)) this.#catchUp();
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
