import { Explanation } from './explanation.js';

/** @import { Actions } from './hints.js' */
/** @import { Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */

/** Milliseconds that a pointer or the caret rests on words before they are explained. */
const rest = 350;

/** Milliseconds in which a pointer may get from the words to their explanation. */
const grace = 300;

/** The keys that move a caret. */
const moves = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'];

/**
 * Explains marked words where they stand: when a pointer rests on them, when they are clicked or touched, and when
 * the caret comes to stand in them. Escape closes the explanation, Tab leads into it.
 */
export class Explanations {
  /** @type {Remark[]} */
  #remarks = [];
  /** @type {Explanation | undefined} */
  #shown;
  #isByCaret = false;
  /** What was closed by hand stays closed until another is opened. */
  #dismissed = '';
  #timer = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  #actions;
  #manner;
  #say;

  /**
   * @param {Actions} actions
   * @param {Manner} manner
   * @param {(text: string) => void} say to people who do not see the screen
   */
  constructor(actions, manner, say) {
    this.#actions = actions;
    this.#manner = manner;
    this.#say = say;
  }

  /** @param {Remark[]} remarks whose words are marked */
  of(remarks) {
    this.#remarks = remarks.filter(({ field }) => field?.source?.boxes);
    const key = this.#shown?.remark.key;
    if (key && !this.#remarks.some((remark) => remark.key === key)) this.close();
  }

  /**
   * @param {EventTarget} page
   * @param {AbortSignal} signal
   * @param {(work: () => void) => void} safely
   */
  listen(page, signal, safely) {
    /**
     * @param {EventTarget} target
     * @param {string} type
     * @param {(event: any) => void} handle
     * @param {AddEventListenerOptions} [how]
     */
    const on = (target, type, handle, how) =>
      target.addEventListener(type, (event) => safely(() => handle(event)), { capture: true, signal, ...how });
    on(page, 'pointermove', (event) => this.#hovered(event, safely), { passive: true });
    on(page, 'click', ({ target }) => this.#isFor(target) && this.#standing(target));
    on(page, 'keyup', ({ target, key }) => moves.includes(key) && this.#soon(rest, () => this.#standing(target), safely));
    on(page, 'keydown', (event) => event.key === 'Escape' && this.#dismiss(event));
    on(page, 'focusout', ({ relatedTarget }) => this.#left(relatedTarget));
    // The window of a form in a frame is another than this one.
    const { defaultView } = /** @type {Node} */ (page).ownerDocument ?? /** @type {Document} */ (page);
    for (const type of ['scroll', 'resize']) on(defaultView ?? globalThis, type, () => this.#follow(), { passive: true });
  }

  close() {
    clearTimeout(this.#timer);
    this.#shown?.remove();
    this.#shown = undefined;
  }

  /**
   * @param {PointerEvent} event
   * @param {(work: () => void) => void} safely
   */
  #hovered({ pointerType, target, clientX: x, clientY: y }, safely) {
    if (pointerType === 'touch' || this.#remarks.length === 0) return;
    if (this.#shown?.contains(/** @type {Node} */ (target))) return clearTimeout(this.#timer);
    if (!this.#shown && !this.#isFor(target)) return;
    this.#soon(this.#shown ? grace : rest, () => {
      const found = this.#isFor(target) && this.#at(target, x, y);
      if (found) this.#open(found.remark, found.box, false);
      else if (!this.#isByCaret) this.close();
    }, safely);
  }

  /**
   * Explains the words that the caret stands in.
   *
   * @param {EventTarget} target
   */
  #standing(target) {
    const remark = this.#remarks.find(({ field, finding: { range } }) => {
      const caret = field?.controls.some((each) => each.contains(/** @type {Node} */ (target))) ? field.source?.caret?.() : undefined;
      return caret !== undefined && range && caret >= range.start && caret <= range.end;
    });
    const [box] = remark ? boxesOf(remark) : [];
    if (remark && box) this.#open(remark, box, true);
    else if (this.#isByCaret && !this.#shown?.contains(/** @type {Node} */ (target))) this.close();
  }

  /**
   * @param {Remark} remark
   * @param {DOMRect} box
   * @param {boolean} isByCaret
   */
  #open(remark, box, isByCaret) {
    if (this.#shown?.remark.key === remark.key || (isByCaret && this.#dismissed === remark.key)) return;
    this.close();
    this.#dismissed = '';
    this.#isByCaret = isByCaret;
    this.#shown = new Explanation(remark, box, this.#actions, this.#manner);
    if (isByCaret) this.#say(this.#manner.words.explained(remark.message));
  }

  /** @param {KeyboardEvent} event */
  #dismiss(event) {
    if (!this.#shown) return;
    // A dialog of the page's own stays open.
    event.stopPropagation();
    event.preventDefault();
    const { remark } = this.#shown;
    const isInside = this.#shown.contains(/** @type {Node} */ (event.target));
    this.#dismissed = remark.key;
    this.close();
    if (isInside && remark.finding.range) remark.field?.source?.show(remark.finding.range);
  }

  /** @param {Node | null} next */
  #left(next) {
    const isAtText = this.#shown?.remark.field?.controls.some((each) => each.contains(next));
    if (this.#isByCaret && !isAtText && !this.#shown?.contains(next)) this.close();
  }

  #follow() {
    if (!this.#shown) return;
    const [box] = boxesOf(this.#shown.remark);
    if (box) this.#shown.place(box);
    else this.close();
  }

  /** @param {EventTarget | null} target */
  #isFor(target) {
    const node = /** @type {Node} */ (target);
    return this.#remarks.some(({ field }) => field?.controls.some((each) => each.contains(node)));
  }

  /**
   * The remark whose words lie at a point of the window.
   *
   * @param {EventTarget | null} target
   * @param {number} x
   * @param {number} y
   */
  #at(target, x, y) {
    for (const remark of this.#remarks) {
      if (!remark.field?.controls.some((each) => each.contains(/** @type {Node} */ (target)))) continue;
      const box = boxesOf(remark).find(({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom);
      if (box) return { remark, box };
    }
    return undefined;
  }

  /**
   * @param {number} milliseconds
   * @param {() => void} work
   * @param {(work: () => void) => void} safely
   */
  #soon(milliseconds, work, safely) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => safely(work), milliseconds);
  }
}

/** @param {Remark} remark */
const boxesOf = ({ field, finding: { range } }) => (range && field?.source?.boxes?.(range)) || [];
