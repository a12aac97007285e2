import { lookOf } from './marks.js';

/** @import { Mark } from '../source.js' */

export const look = lookOf((severity) => `::highlight(recording-${severity})`);

/**
 * Whether the browser can paint marks at all. The lists under the fields say all of it in words, so nothing is lost
 * where it cannot.
 *
 * @param {Element} element
 */
export function canPaint({ ownerDocument }) {
  const view = /** @type {any} */ (ownerDocument.defaultView);
  return Boolean(view?.CSS?.highlights && view.Highlight && 'adoptedStyleSheets' in ownerDocument);
}

/** What is painted in one text. The browser keeps one set of ranges for a name and a whole document. */
export class Paint {
  /** @type {{ name: string, range: Range }[]} */
  #painted = [];
  #view;

  /** @param {Element} element in the document that is painted in */
  constructor({ ownerDocument }) {
    this.#view = /** @type {Window & typeof globalThis} */ (ownerDocument.defaultView);
  }

  /**
   * Paints these ranges, and no others.
   *
   * @param {{ severity: Mark['severity'], range: Range }[]} ranges
   */
  show(ranges) {
    const before = this.#painted;
    const { CSS, Highlight } = this.#view;
    this.#painted = ranges.map(({ severity, range }) => {
      const name = `recording-${severity}`;
      // Ranges move along with the text: those that are where they are wanted stay as they are.
      const at = before.findIndex((each) => each.name === name && isSame(each.range, range));
      if (at >= 0) return before.splice(at, 1)[0];
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      CSS.highlights.set(name, highlight.add(range));
      return { name, range };
    });
    this.#take(before);
  }

  clear() {
    this.#take(this.#painted.splice(0));
  }

  /** @param {{ name: string, range: Range }[]} painted */
  #take(painted) {
    const { highlights } = this.#view.CSS;
    for (const { name, range } of painted) {
      const highlight = highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) highlights.delete(name);
    }
  }
}

/**
 * @param {Range} one
 * @param {Range} other
 */
const isSame = (one, other) =>
  one.startContainer === other.startContainer && one.startOffset === other.startOffset &&
  one.endContainer === other.endContainer && one.endOffset === other.endOffset;
