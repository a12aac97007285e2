import { element } from './elements.js';
import { fixButtons } from './fixes.js';

/** @import { Actions } from './hints.js' */
/** @import { Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */

/** The room that is left between the words, the explanation and the edge of the window, in pixels. */
const gap = 6;

/** What is said about marked words, beside them. The list under the field says the same. */
export class Explanation {
  #root;
  #box;
  remark;

  /**
   * @param {Remark} remark of a text whose words have a place on the screen
   * @param {DOMRect} box of the words
   * @param {Actions} actions
   * @param {Manner} manner
   */
  constructor(remark, box, actions, { words }) {
    const { finding, message, term } = remark;
    const rule = actions.rule(finding.rule);
    const clauses = finding.clauses.map((clause) => words.clause(clause)).join('; ');
    const fixes = fixButtons(finding, words, (fix) => actions.fix(remark, fix));
    this.remark = remark;
    this.#box = box;
    this.#root = element(
      'div',
      { class: 'recording-card', role: 'group', tabindex: '-1', 'aria-label': words.about(term), popover: 'manual' },
      element('p', { class: 'recording-card__message' }, message),
      ...(fixes.length > 0 ? [element('div', { class: 'recording-hint__foot' }, ...fixes)] : []),
      ...(rule ? [element('p', { class: 'recording-card__why' }, words.reason(rule))] : []),
      ...(clauses ? [element('p', { class: 'recording-hint__clause' }, clauses)] : []),
    );
    this.#open();
  }

  /** @param {Node | null} node */
  contains(node) {
    return this.#root.contains(node);
  }

  /** @param {DOMRect} box of the words, where they are now */
  place(box) {
    this.#box = box;
    const { documentElement } = this.#root.ownerDocument;
    const { clientWidth, clientHeight } = documentElement;
    const { width, height } = this.#root.getBoundingClientRect();
    const isReversed = getComputedStyle(this.#root).direction === 'rtl';
    const left = isReversed ? box.right - width : box.left;
    const below = box.bottom + gap;
    const isBelow = below + height <= clientHeight || box.top < clientHeight / 2;
    const top = isBelow ? below : box.top - gap - height;
    this.#root.style.setProperty('left', `${Math.max(gap, Math.min(left, clientWidth - width - gap))}px`);
    this.#root.style.setProperty('top', `${Math.max(gap, Math.min(top, clientHeight - height - gap))}px`);
  }

  remove() {
    this.#root.remove();
  }

  #open() {
    const { controls, source } = /** @type {import('./fields.js').Field} */ (this.remark.field);
    let before = source?.element ?? controls[0];
    // Right after the text, so that the next key of Tab leads into it.
    while (before.nextElementSibling?.matches('.recording-mirror')) before = before.nextElementSibling;
    before.after(this.#root);
    // Above everything, and never cut off; in browsers that do not know this, where it was put.
    this.#root.showPopover?.();
    this.place(this.#box);
  }
}
