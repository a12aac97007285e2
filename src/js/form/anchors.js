import { isChoice } from './fields.js';

/** @import { Field, NativeControl } from './fields.js' */

/**
 * The elements between which what is said about a field stands: messages before the first, the quiet
 * list after the last.
 *
 * @param {Field} field
 * @returns {{ first: Element, last: Element }}
 */
export function anchorsOf({ controls }) {
  const first = controls[0];
  const last = controls[controls.length - 1];
  const group = groupOf(controls);
  return { first: childOf(group, first) ?? first, last: childOf(group, last) ?? labelAfter(last) ?? last };
}

/**
 * The innermost group that holds all controls of a field, and has a place for what is said about it.
 *
 * @param {HTMLElement[]} controls
 * @returns {Element | null | undefined}
 */
export function groupOf(controls) {
  const isOne = controls.length === 1 && !isChoice(controls[0]);
  const groups = isOne ? '.govuk-form-group' : 'fieldset, .govuk-form-group';
  let group = controls[0].closest(groups);
  while (group && !controls.every((control) => group?.contains(control))) {
    group = group.parentElement?.closest(groups) ?? null;
  }
  return group ?? (isOne ? controls[0].closest('label')?.parentElement : undefined);
}

/**
 * The child of the group that the element lies in.
 *
 * @param {Element | null | undefined} group
 * @param {Element} element
 */
function childOf(group, element) {
  let child = /** @type {Element | null} */ (group ? element : null);
  while (child && child.parentElement !== group) child = child.parentElement;
  return child;
}

/** @param {HTMLElement} element */
function labelAfter(element) {
  const label = /** @type {NativeControl} */ (element).labels?.[0];
  const isAfter = label && element.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isAfter ? label : undefined;
}
