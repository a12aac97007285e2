/** @import { Mark } from '../source.js' */

/** How marks look; told apart by their lines, and not by colour alone. */
export const look = `
::highlight(recording-error) {
  background-color: rgb(202 53 53 / 10%); text-decoration: underline 3px #ca3535;
}
::highlight(recording-warning) {
  background-color: rgb(29 112 184 / 12%); text-decoration: underline 2px #1d70b8;
}
::highlight(recording-advice) {
  background-color: transparent; text-decoration: underline dotted 2px #1d70b8;
}
@media (forced-colors: active) {
  ::highlight(recording-error), ::highlight(recording-warning), ::highlight(recording-advice) {
    background-color: transparent; text-decoration-color: CanvasText;
  }
}
`;

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
    this.clear();
    const { CSS, Highlight } = this.#view;
    for (const { severity, range } of ranges) {
      const name = `recording-${severity}`;
      const highlight = CSS.highlights.get(name) ?? new Highlight();
      CSS.highlights.set(name, highlight.add(range));
      this.#painted.push({ name, range });
    }
  }

  clear() {
    const { highlights } = this.#view.CSS;
    for (const { name, range } of this.#painted.splice(0)) {
      const highlight = highlights.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) highlights.delete(name);
    }
  }
}
