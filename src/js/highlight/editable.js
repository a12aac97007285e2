import { rangeIn } from '../form/editable.js';
import { adopt } from '../form/sheets.js';
import { Paint, look } from './paint.js';

/** @import { Mark } from '../highlight.js' */

/** Marks in an element that is edited in place. Its ranges follow what is typed by themselves. */
export class Editable {
  #element;
  #paint;
  #sheet;

  /** @param {HTMLElement} element */
  constructor(element) {
    this.#element = element;
    this.#paint = new Paint(element);
    this.#sheet = adopt(element, look);
  }

  /** @param {Mark[]} marks */
  show(marks) {
    this.#paint.show(marks.map(({ start, end, severity }) => ({ severity, range: rangeIn(this.#element, start, end) })));
  }

  follow() {}

  /** @param {{ start: number, end: number }} range */
  reveal({ start, end }) {
    const { startContainer } = rangeIn(this.#element, start, end);
    startContainer.parentElement?.scrollIntoView({ block: 'nearest' });
  }

  remove() {
    this.#paint.clear();
    this.#sheet.release();
  }
}
