import { isEditable, textOf } from './editable.js';
import { isBlank, isIndex, stepsOf, withValue } from './paths.js';

/**
 * A field of the record, and what holds it in the form.
 *
 * @typedef {object} Field
 * @property {string} path "author/postTitle"
 * @property {HTMLElement[]} controls in the order of the document; never none
 * @property {unknown} value what they hold now
 */

/**
 * Which control holds what.
 *
 * @typedef {Record<string, string | { path: string, value?: (element: Element) => unknown }>} Mapping
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} NativeControl */

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
 * @param {Mapping} [mapping] `data-record` attributes in the markup say it where there is none
 * @returns {Field[]}
 */
export function fieldsOf(form, mapping) {
  /** @type {Map<string, { controls: HTMLElement[], read?: () => unknown }>} */
  const found = new Map();
  for (const { element, path, value } of mapping ? mapped(form, mapping) : marked(form)) {
    const controls = controlsIn(element).filter((each) => !each.matches(':disabled'));
    if (controls.length === 0) continue;
    const field = found.get(path) ?? { controls: [] };
    field.controls.push(...controls.filter((each) => !field.controls.includes(each)));
    if (value) field.read = () => value(element);
    found.set(path, field);
  }
  return [...found]
    .map(([path, { controls, read }]) => {
      controls.sort(byPosition);
      return { path, controls, value: read ? read() : valueOf(controls) };
    })
    .sort((one, other) => byPosition(one.controls[0], other.controls[0]));
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
 */
const mapped = (form, mapping) =>
  Object.entries(mapping).flatMap(([selector, target]) => {
    const { path, value } = typeof target === 'string' ? { path: target, value: undefined } : target;
    const elements = /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll(selector));
    return [...elements].map((element) => ({ element, path: stepsOf(path).join('/'), value }));
  });

/** @param {HTMLFormElement} form */
const marked = (form) =>
  [.../** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-record]'))].map((element) => ({
    element,
    path: stepsOf(element.dataset.record ?? '').join('/'),
    value: undefined,
  }));

/**
 * The element where it is a control, else the controls in it.
 *
 * @param {HTMLElement} element
 * @returns {HTMLElement[]}
 */
const controlsIn = (element) =>
  element.matches(control) ? [element] : [.../** @type {NodeListOf<HTMLElement>} */ (element.querySelectorAll(control))];

/**
 * @param {Node} one
 * @param {Node} other
 */
const byPosition = (one, other) =>
  one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING ? 1 : -1;

/**
 * What the controls of one field hold together.
 *
 * @param {HTMLElement[]} controls
 * @returns {unknown}
 */
function valueOf(controls) {
  const [first] = controls;
  if (first.matches('[type="radio"]')) return checked(controls)[0] ?? '';
  // A box that is not ticked says nothing: nobody may have looked at it.
  if (isChoice(first)) return controls.length > 1 ? checked(controls) : checked(controls).length > 0 || undefined;
  return controls.length > 1 ? joined(controls) : textOfControl(first);
}

/** @param {HTMLElement[]} controls */
const checked = (controls) =>
  /** @type {HTMLInputElement[]} */ (controls).filter((each) => each.checked).map((each) => each.value);

/**
 * A value in several boxes: day, month and year, and a time or its parts after them; or a date and a
 * time; or the parts of a name.
 *
 * @param {HTMLElement[]} controls
 */
function joined(controls) {
  const parts = controls.map((each) => String(textOfControl(each)).trim());
  if (parts.every((part) => part === '')) return '';
  if (controls.length < 3) return parts.filter(Boolean).join(' ');
  const [day, month, year, ...time] = parts;
  return [`${day}/${month}/${year}`, time.filter(Boolean).join(':')].filter(Boolean).join(' ');
}

/**
 * @param {HTMLElement} element
 * @returns {string | string[]}
 */
function textOfControl(element) {
  if (isEditable(element)) return textOf(element);
  if (!element.matches('select[multiple]')) return /** @type {NativeControl} */ (element).value;
  return [.../** @type {HTMLSelectElement} */ (element).selectedOptions].map(({ value }) => value);
}

/**
 * Whether people write sentences in it.
 *
 * @param {HTMLElement} element
 */
export const isProse = (element) => element.matches('textarea') || isEditable(element);

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

/**
 * Whether a control is one of several to choose from.
 *
 * @param {HTMLElement} element
 */
export const isChoice = (element) => element.matches('input[type="radio"], input[type="checkbox"]');
