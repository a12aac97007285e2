import { sourceOf } from '../source.js';

/** @import { Source } from '../source.js' */

/** Milliseconds between looks for what was put into a text without a word. */
const betweenLooks = 500;

/** The texts of a form, each listened to from when it is first met until the page takes it away. */
export class Sources {
  /** @type {Map<HTMLElement, { source: Source, end: () => void }>} */
  #kept = new Map();
  #heard;
  #looking = /** @type {ReturnType<typeof setInterval> | undefined} */ (undefined);

  /** @param {(control: HTMLElement, source: Source) => void} heard is told of every change */
  constructor(heard) {
    this.#heard = heard;
  }

  /**
   * @param {HTMLElement} control
   * @param {(control: HTMLElement) => Source} make
   */
  of(control, make = sourceOf) {
    const known = this.#kept.get(control);
    if (known) return known.source;
    const source = make(control);
    const end = source.onChange(() => this.#heard(control, source));
    this.#kept.set(control, { source, end });
    return source;
  }

  /**
   * Whether a control is listened to.
   *
   * @param {HTMLElement} control
   */
  has(control) {
    return this.#kept.has(control);
  }

  /**
   * Lets go of all texts but those of these controls.
   *
   * @param {HTMLElement[]} controls
   */
  keep(controls) {
    const wanted = new Set(controls);
    for (const control of this.#kept.keys()) if (!wanted.has(control)) this.#drop(control);
  }

  /** Looks now and then, as long as somebody is at the form. */
  watch() {
    this.#looking ??= setInterval(() => this.#look(), betweenLooks);
  }

  /** Looks a last time. */
  rest() {
    clearInterval(this.#looking);
    this.#looking = undefined;
    this.#look();
  }

  release() {
    clearInterval(this.#looking);
    this.keep([]);
  }

  #look() {
    for (const { source } of [...this.#kept.values()]) source.look?.();
  }

  /** @param {HTMLElement} control */
  #drop(control) {
    const kept = this.#kept.get(control);
    this.#kept.delete(control);
    kept?.end();
    kept?.source.release?.();
  }
}
