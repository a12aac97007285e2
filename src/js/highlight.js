import { isEditable } from './form/editable.js';
import { Editable } from './highlight/editable.js';
import { Mirror } from './highlight/mirror.js';

/**
 * A stretch of a text that something is said about.
 *
 * @typedef {object} Mark
 * @property {number} start in UTF-16 code units
 * @property {number} end
 * @property {'error' | 'warning' | 'advice'} severity
 */

/**
 * The marks in the texts of a form. The lists under the fields say all of it in words, so nothing is lost
 * where a browser cannot paint them.
 */
export class Highlights {
  /** @type {Map<HTMLElement, Mirror | Editable>} */
  #surfaces = new Map();

  /**
   * Shows these marks, and no others.
   *
   * @param {Map<HTMLElement, Mark[]>} marks by control
   */
  show(marks) {
    for (const [control, surface] of this.#surfaces) {
      if (!marks.has(control)) this.#drop(control, surface);
    }
    for (const [control, list] of marks) this.#surfaceOf(control)?.show(list);
  }

  /**
   * Lets the marks follow what was typed, until the next check knows better.
   *
   * @param {HTMLElement} control
   */
  follow(control) {
    this.#surfaces.get(control)?.follow();
  }

  /**
   * Scrolls a text to where a stretch of it can be seen.
   *
   * @param {HTMLElement} control
   * @param {{ start: number, end: number }} range
   */
  reveal(control, range) {
    this.#surfaces.get(control)?.reveal(range);
  }

  remove() {
    for (const [control, surface] of this.#surfaces) this.#drop(control, surface);
  }

  /** @param {HTMLElement} control */
  #surfaceOf(control) {
    const known = this.#surfaces.get(control);
    if (known || !canPaint(control)) return known;
    const surface = isEditable(control) ? new Editable(control) : new Mirror(/** @type {HTMLTextAreaElement} */ (control));
    this.#surfaces.set(control, surface);
    return surface;
  }

  /**
   * @param {HTMLElement} control
   * @param {Mirror | Editable} surface
   */
  #drop(control, surface) {
    surface.remove();
    this.#surfaces.delete(control);
  }
}

/** @param {HTMLElement} control */
function canPaint({ ownerDocument }) {
  const view = /** @type {any} */ (ownerDocument.defaultView);
  return Boolean(view?.CSS?.highlights && view.Highlight && 'adoptedStyleSheets' in ownerDocument);
}
