import { element } from '../../../src/js/form/elements.js';
import { Hints } from '../../../src/js/form/hints.js';
import { mannerOf } from '../../../src/js/form/manner.js';
import { Offer } from './offer.js';
import { nameOfPath } from './paths.js';

/** @import { RuleInfo } from '../../../src/js/index.js' */
/** @import { Field } from '../../../src/js/form/fields.js' */
/** @import { Remark } from '../../../src/js/form/remarks.js' */
/** @import { Said } from '../content/watch.js' */

/**
 * What can be asked of the page that a record is in.
 *
 * @typedef {object} Ways
 * @property {(id: string) => RuleInfo | undefined} rule
 * @property {(key: string) => void} show moves to the words that a remark is about
 * @property {(path: string) => void} go moves to a field
 * @property {(key: string, replacement: string) => void} fix
 */

/** What is said about one record, in the lists that a form has under its fields. */
export class Record {
  root = /** @type {HTMLElement} */ (element('div', { class: 'record' }));
  count = 0;
  /** Why nothing was checked; may be empty. */
  refused = /** @type {string | undefined} */ (undefined);

  /** The fields that there is something to say about, each with the button that stands for its control. */
  #fields = /** @type {Map<string, { root: HTMLElement, field: Field }>} */ (new Map());
  /** What has no field comes last. */
  #rest = element('div');
  /** The button that was pressed last. Not every browser gives the focus to what is clicked. */
  #pressed = this.root;
  #hints;
  #ways;

  /** @param {Ways} ways */
  constructor(ways) {
    this.#ways = ways;
    this.root.append(this.#rest);
    this.root.addEventListener('click', ({ target }) => { this.#pressed = /** @type {HTMLElement} */ (target); }, true);
    this.#hints = new Hints(/** @type {HTMLFormElement} */ (/** @type {HTMLElement} */ (this.#rest)), {
      show: ({ key }) => ways.show(key),
      fix: ({ key }, fix) => new Offer(fix, this.#pressed, () => ways.fix(key, fix.replacement)),
      rule: ways.rule,
    }, mannerOf());
  }

  /** @param {Said} said */
  show({ fields, count, refused }) {
    this.count = count;
    this.refused = refused;
    const paths = new Set(fields.map(({ path }) => path));
    for (const [path, { root }] of this.#fields) {
      if (paths.has(path)) continue;
      root.remove();
      this.#fields.delete(path);
    }
    const remarks = fields.flatMap(({ path, name, remarks: told }) => {
      const field = path ? this.#fieldOf(path, name || nameOfPath(path)) : undefined;
      return told.map((each) => /** @type {Remark} */ ({ ...each, field }));
    });
    this.#hints.show(remarks);
    // In the order of the page; what is where it belongs is left alone, with the focus that it has.
    [...paths].filter(Boolean).forEach((path, index) => {
      const { root } = /** @type {{ root: HTMLElement }} */ (this.#fields.get(path));
      if (this.root.children[index] !== root) this.root.insertBefore(root, this.root.children[index]);
    });
  }

  /**
   * @param {string} path
   * @param {string} name
   */
  #fieldOf(path, name) {
    const known = this.#fields.get(path);
    if (known) return known.field;
    const show = element('button', { type: 'button', 'aria-label': `Show “${name}” on the page` }, 'Show');
    const head = element('div', { class: 'field__head' }, element('h2', {}, name), show);
    const root = element('div', { class: 'field' }, head);
    // The list stands after the head, and it is the button that it describes.
    const source = /** @type {any} */ ({ element: head });
    /** @type {Field} */
    const field = { path, controls: [show], source, value: undefined };
    show.addEventListener('click', () => this.#ways.go(path));
    this.root.insertBefore(root, this.#rest);
    this.#fields.set(path, { root, field });
    return field;
  }
}
