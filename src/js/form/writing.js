import { isEditable, rangeIn } from './editable.js';
import { isProse } from './fields.js';
import { textIn } from './typing.js';

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
  const isHere = own && field && isProse(field.controls[0]);
  // What is to be said of the record as a whole is said at the beginning of its text.
  const target = isHere ? field : fields.find(({ path }) => path === 'text') ?? fields.find(({ controls }) => isProse(controls[0]));
  if (!target) return;
  const [control] = target.controls;
  const range = (isHere && finding.range) || { start: 0, end: 0 };
  const isBefore = range.start === range.end && textIn(control).trim() !== '';
  write(control, range, isBefore && !/\s$/.test(replacement) ? `${replacement} ` : replacement);
}

/**
 * Puts a text in the place of a stretch of another, as if the person had typed it: it can be undone, and
 * the page hears of it.
 *
 * @param {HTMLElement} control
 * @param {{ start: number, end: number }} range in UTF-16 code units
 * @param {string} replacement
 */
function write(control, range, replacement) {
  select(control, range);
  const command = replacement === '' ? 'delete' : 'insertText';
  // Marked as old in every manual, and still the only way in that the browser's own undo follows.
  if (control.ownerDocument.execCommand(command, false, replacement) || isEditable(control)) return;
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (control);
  field.setRangeText(replacement, range.start, range.end, 'end');
  const how = { bubbles: true, inputType: 'insertReplacementText', data: replacement };
  field.dispatchEvent(new InputEvent('input', how));
}

/**
 * Moves the focus and the selection to a stretch of a text.
 *
 * @param {HTMLElement} control
 * @param {{ start: number, end: number }} range in UTF-16 code units
 */
export function select(control, { start, end }) {
  control.focus();
  if (isEditable(control)) {
    const selection = control.ownerDocument.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(rangeIn(control, start, end));
  } else {
    /** @type {HTMLTextAreaElement} */ (control).setSelectionRange(start, end);
  }
}

/**
 * Moves the focus to a field, with its label in view.
 *
 * @param {Field} field
 */
export function focus({ controls }) {
  const control = controls.find((each) => each.matches(':checked')) ?? controls[0];
  const legend = controls.length > 1 ? control.closest('fieldset')?.querySelector('legend') : undefined;
  (legend ?? /** @type {HTMLInputElement} */ (control).labels?.[0] ?? control).scrollIntoView();
  control.focus({ preventScroll: true });
}
