import { addWord, setAttribute } from './attributes.js';
import { anchorsOf } from './anchors.js';
import { element, newId } from './elements.js';
import { fixButtons } from './fixes.js';
import { described } from './hints.js';
import { byField } from './remarks.js';
import { words } from './words.js';

/** @import { Field } from './fields.js' */
/** @import { Actions } from './hints.js' */
/** @import { Remark } from './remarks.js' */

/** The messages at the fields that kept a submission back. */
export class Errors {
  /** @type {(() => void)[]} */
  #undos = [];
  /** @type {unknown[]} */
  #shown = [];
  #actions;

  /** @param {Actions} actions */
  constructor(actions) {
    this.#actions = actions;
  }

  /**
   * Shows these remarks, and no others. Those without a field stand in the list at the end of the form.
   *
   * @param {Remark[]} remarks
   */
  show(remarks) {
    const wanted = remarks.flatMap(({ key, field }) => [key, ...(field?.controls ?? [])]);
    if (wanted.length === this.#shown.length && wanted.every((each, index) => each === this.#shown[index])) return;
    this.#undos.splice(0).reverse().forEach((undo) => undo());
    this.#shown = wanted;
    for (const group of byField(remarks).values()) {
      const { field } = group[0];
      if (field) this.#undos.push(...this.#showAt(field, group));
    }
  }

  /**
   * @param {Field} field
   * @param {Remark[]} remarks
   * @returns {(() => void)[]} what takes it all back
   */
  #showAt(field, remarks) {
    const messages = element('div', { id: newId(), class: 'recording-errors' });
    for (const remark of remarks) {
      const prefix = element('span', { class: 'govuk-visually-hidden recording-hidden' }, words.messagePrefix);
      messages.append(element('p', { class: 'govuk-error-message' }, prefix, ` ${remark.message}`));
      const fixes = fixButtons(remark.finding, (fix) => this.#actions.fix(remark, fix));
      if (fixes.length > 0) messages.append(element('div', { class: 'recording-hint__foot' }, ...fixes));
    }
    anchorsOf(field).first.before(messages);
    const isOwn = remarks.some(({ own }) => own);
    const [first] = field.controls;
    const group = first.closest('.govuk-form-group');
    return [
      () => messages.remove(),
      // The summary links to it.
      ...(first.id ? [] : [setAttribute(first, 'id', newId())]),
      ...(group ? [addWord(group, 'class', 'govuk-form-group--error')] : []),
      ...described(field).map((each) => addWord(each, 'aria-describedby', messages.id)),
      ...(isOwn ? field.controls.flatMap(marked) : []),
    ];
  }
}

/** The class of each kind of control that is in error. */
const classes = Object.entries({
  textarea: 'govuk-textarea--error',
  select: 'govuk-select--error',
  'input:not([type="radio"], [type="checkbox"])': 'govuk-input--error',
});

/**
 * Marks a control as in error. A radio button cannot be; its group is described instead.
 *
 * @param {HTMLElement} control
 */
const marked = (control) => [
  ...classes.filter(([selector]) => control.matches(selector)).map(([, name]) => addWord(control, 'class', name)),
  ...(control.matches('[type="radio"]') ? [] : [setAttribute(control, 'aria-invalid', 'true')]),
];
