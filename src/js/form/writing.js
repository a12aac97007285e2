/** @import { Field } from './fields.js' */
/** @import { Remark } from './remarks.js' */

/**
 * Puts the words of a fix where they belong. Only ever called when the person asked for it.
 *
 * @param {Remark} remark
 * @param {string} replacement
 * @param {Field[]} fields of the form
 */
export function put({ field, own, finding }, replacement, fields) {
  const isHere = own && field?.source;
  // What is to be said of the record as a whole is said at the beginning of its text.
  const source = isHere || textOf(fields)?.source;
  if (!source) return;
  const range = (isHere && finding.range) || { start: 0, end: 0 };
  const isBefore = range.start === range.end && source.text().trim() !== '';
  source.replace?.(range, isBefore && !/\s$/.test(replacement) ? `${replacement} ` : replacement);
}

/**
 * The field that holds the text of the record, or what comes closest.
 *
 * @param {Field[]} fields
 */
const textOf = (fields) =>
  fields.find(({ path, source }) => path === 'text' && source) ?? fields.find(({ source }) => source);

/**
 * Moves the focus to a field, with its label in view.
 *
 * @param {Field} field
 */
export function focus({ controls, source }) {
  // An editor of the page's own has its own way.
  if (source?.element) return source.show({ start: 0, end: 0 });
  const control = controls.find((each) => each.matches(':checked')) ?? controls[0];
  const legend = controls.length > 1 ? control.closest('fieldset')?.querySelector('legend') : undefined;
  (legend ?? /** @type {HTMLInputElement} */ (control).labels?.[0] ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}
