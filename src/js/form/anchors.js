import { isChoice } from './values.js';

/** @import { Field } from './fields.js' */
/** @import { Classes } from './manner.js' */
/** @import { NativeControl } from './values.js' */

/**
 * The elements between which what is said about a field stands: messages before the first, the quiet
 * list after the last.
 *
 * @param {Field} field
 * @param {Classes} classes
 * @returns {{ first: Element, last: Element }}
 */
export function anchorsOf({ controls, source }, classes) {
  const first = source?.element ?? controls[0];
  const last = source?.element ?? controls[controls.length - 1];
  const group = groupOf(controls, classes);
  return { first: childOf(group, first) ?? first, last: childOf(group, last) ?? labelAfter(last) ?? last };
}

/**
 * The innermost group that holds all controls of a field, and has a place for what is said about it.
 *
 * @param {HTMLElement[]} controls
 * @param {Classes} classes
 * @returns {Element | null | undefined}
 */
export function groupOf(controls, { group: name }) {
  const isOne = controls.length === 1 && !isChoice(controls[0]);
  let group = closest(controls[0], name, !isOne);
  while (group && !controls.every((control) => group?.contains(control))) {
    group = closest(group.parentElement, name, !isOne);
  }
  return group ?? (isOne ? controls[0].closest('label')?.parentElement : undefined);
}

/**
 * The nearest element of a class that an element lies in, or the nearest group of controls.
 *
 * @param {Element | null} element
 * @param {string} name of the class; a page may have none for it
 * @param {boolean} [orFieldset]
 * @returns {Element | null}
 */
export function closest(element, name, orFieldset = false) {
  const selectors = [...(name ? [`.${CSS.escape(name)}`] : []), ...(orFieldset ? ['fieldset'] : [])];
  return (selectors.length > 0 && element?.closest(selectors.join())) || null;
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

/** @param {Element} element */
function labelAfter(element) {
  const label = /** @type {NativeControl} */ (element).labels?.[0];
  const isAfter = label && element.compareDocumentPosition(label) & Node.DOCUMENT_POSITION_FOLLOWING;
  return isAfter ? label : undefined;
}
