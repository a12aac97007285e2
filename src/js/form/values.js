import { isEditable, textOf } from '../source/content.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} NativeControl */

/**
 * What the controls of one field hold together.
 *
 * @param {HTMLElement[]} controls
 * @returns {unknown}
 */
export function valueOf(controls) {
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
 * Whether a control is one of several to choose from.
 *
 * @param {Element} element
 */
export const isChoice = (element) => element.matches('input[type="radio"], input[type="checkbox"]');

/**
 * Whether people write sentences in it.
 *
 * @param {Element} element
 */
export const isProse = (element) => element.matches('textarea') || isEditable(element);
