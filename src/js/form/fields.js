import { isBlank, isIndex, stepsOf, withValue } from './paths.js';
import { isChoice, isProse, valueOf } from './values.js';

/** @import { Source } from '../source.js' */
/** @import { Sources } from './sources.js' */
/** @import { NativeControl } from './values.js' */

/**
 * A field of the record, and what holds it in the form.
 *
 * @typedef {object} Field
 * @property {string} path "author/postTitle"
 * @property {HTMLElement[]} controls in the order of the document; never none
 * @property {unknown} value what they hold now
 * @property {Source} [source] of the text, where people write sentences in it
 */

/**
 * Which control holds what: CSS selector → path in the record. `value` reads what only the page can read, `source`
 * what is written in an editor of its own.
 *
 * @typedef {Record<string, string | Target>} Mapping
 */

/**
 * @typedef {object} Target
 * @property {string} path
 * @property {(element: Element) => unknown} [value]
 * @property {(element: Element) => Source} [source]
 */

/** What people fill in. Buttons, and inputs that are buttons, hold nothing. */
const control =
  'textarea, select, [contenteditable]:not([contenteditable="false"]), input' +
  ['button', 'submit', 'reset', 'image', 'file'].map((type) => `:not([type="${type}"])`).join('');

/**
 * The form's fields with what they hold, in the order of the document. They are looked up anew each
 * time, so that a page may put other nodes in their place. A disabled control is no part of what a
 * form submits, and of no record.
 *
 * @param {HTMLFormElement} form
 * @param {Mapping | undefined} mapping `data-record` attributes in the markup say it where there is none
 * @param {Sources} sources of the texts
 * @param {(form: HTMLFormElement, selector: string) => HTMLElement[]} [find] the elements that a selector means
 * @returns {Field[]}
 */
export function fieldsOf(form, mapping, sources, find = elementsOf) {
  /** @type {Map<string, { controls: HTMLElement[], value?: () => unknown, source?: () => Source }>} */
  const found = new Map();
  for (const { element, target } of mapping ? mapped(form, mapping, find) : marked(form)) {
    const { path, value, source } = target;
    const all = source || element.matches(control) ? [element] : controlsIn(element);
    const controls = all.filter((each) => !each.matches(':disabled'));
    if (controls.length === 0) continue;
    const field = found.get(path) ?? { controls: [] };
    field.controls.push(...controls.filter((each) => !field.controls.includes(each)));
    if (value) field.value = () => value(element);
    if (source) field.source = () => sources.of(element, source);
    found.set(path, field);
  }
  const fields = [...found].map(([path, { controls, value, source }]) => {
    controls.sort(byPosition);
    const own = source?.() ?? sourceIn(controls, sources);
    return { path, controls, source: own, value: value?.() ?? own?.text() ?? valueOf(controls) };
  });
  sources.keep(fields.flatMap(({ controls }) => controls));
  return fields.sort((one, other) => byPosition(one.controls[0], other.controls[0]));
}

/**
 * The source of a field that people write sentences in. What else is typed into is listened to as well.
 *
 * @param {HTMLElement[]} controls
 * @param {Sources} sources
 */
function sourceIn(controls, sources) {
  const texts = controls.filter((each) => !isChoice(each) && !each.matches('select'));
  const [only] = texts.map((each) => sources.of(each));
  return controls.length === 1 && isProse(controls[0]) ? only : undefined;
}

/**
 * The record that the fields make, put on top of what the form does not hold. An item of a list whose
 * fields are all blank is no item yet, and what says nothing is left out.
 *
 * @param {Field[]} fields
 * @param {object} [given]
 * @returns {Record<string, unknown>}
 */
export function recordOf(fields, given = {}) {
  const filled = fields.filter(({ path, value }) => {
    if (value === undefined) return false;
    const item = itemOf(path);
    return !item || fields.some((other) => other.path.startsWith(item) && !isBlank(other.value));
  });
  return filled.reduce(
    (record, { path, value }) => /** @type {Record<string, unknown>} */ (withValue(record, stepsOf(path), value)),
    { ...given },
  );
}

/**
 * The path of the list item that a field belongs to, if any: "decisions/0/".
 *
 * @param {string} path
 */
function itemOf(path) {
  const steps = stepsOf(path);
  const index = steps.findIndex(isIndex);
  return index < 0 ? undefined : `${steps.slice(0, index + 1).join('/')}/`;
}

/**
 * @param {HTMLFormElement} form
 * @param {Mapping} mapping
 * @param {typeof elementsOf} find
 */
const mapped = (form, mapping, find) =>
  Object.entries(mapping).flatMap(([selector, given]) => {
    const target = typeof given === 'string' ? { path: given } : given;
    const path = stepsOf(target.path).join('/');
    return find(form, selector).map((element) => ({ element, target: { ...target, path } }));
  });

/** @param {HTMLFormElement} form */
const marked = (form) =>
  elementsOf(form, '[data-record]').map((element) => {
    const path = stepsOf(element.dataset.record ?? '').join('/');
    return { element, target: /** @type {Target} */ ({ path }) };
  });

/**
 * The elements of a form that a selector means, also those elsewhere on the page that are tied to it by its id.
 *
 * @param {HTMLFormElement} form
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function elementsOf(form, selector) {
  const inside = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(selector));
  return [...inside, ...tiedTo(form).filter((element) => element.matches(selector) && !form.contains(element))];
}

/** @param {HTMLFormElement} form */
function tiedTo(form) {
  const root = /** @type {ParentNode} */ (form.getRootNode());
  return form.id ? [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(`[form="${CSS.escape(form.id)}"]`))] : [];
}

/**
 * Whether a node belongs to a form.
 *
 * @param {HTMLFormElement} form
 * @param {Node} node
 */
export const belongsTo = (form, node) =>
  form.contains(node) || tiedTo(form).some((element) => element.contains(node));

/** @param {HTMLElement} element */
const controlsIn = (element) => [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(control))];

/**
 * @param {Node} one
 * @param {Node} other
 */
const byPosition = (one, other) =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

/**
 * What the form calls a field: its legend where it has several controls, else its label.
 *
 * @param {Field} field
 */
export function nameOf({ controls }) {
  const [first] = controls;
  const group = controls.length > 1 || isChoice(first) ? first.closest('fieldset') : null;
  const label = group?.querySelector('legend') ?? /** @type {NativeControl} */ (first).labels?.[0];
  return (first.getAttribute('aria-label') ?? label?.textContent ?? '').replace(/\s+/g, ' ').trim();
}
