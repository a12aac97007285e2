import { addWords, setAttribute } from './attributes.js';
import { anchorsOf, closest } from './anchors.js';
import { element, newId } from './elements.js';
import { fixButtons } from './fixes.js';
import { described } from './hints.js';
import { byField } from './remarks.js';
import { isChoice } from './values.js';

/** @import { Field } from './fields.js' */
/** @import { Actions } from './hints.js' */
/** @import { Classes, Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */

/** The messages at the fields that kept a submission back. */
export class Errors {
  /** @type {(() => void)[]} */
  #undos = [];
  /** @type {unknown[]} */
  #shown = [];
  #actions;
  #manner;

  /**
   * @param {Actions} actions
   * @param {Manner} manner
   */
  constructor(actions, manner) {
    this.#manner = manner;
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
    const { words, classes } = this.#manner;
    const messages = element('div', { id: newId(), class: 'recording-errors' });
    for (const remark of remarks) {
      const prefix = element('span', { class: `${classes.visuallyHidden} recording-hidden` }, words.messagePrefix);
      messages.append(element('p', { class: `${classes.errorMessage} recording-error` }, prefix, ` ${remark.message}`));
      const fixes = fixButtons(remark.finding, words, (fix) => this.#actions.fix(remark, fix));
      if (fixes.length > 0) messages.append(element('div', { class: 'recording-hint__foot' }, ...fixes));
    }
    anchorsOf(field, classes).first.before(messages);
    const isOwn = remarks.some(({ own }) => own);
    const [first] = field.controls;
    const group = closest(first, classes.group);
    return [
      () => messages.remove(),
      // The summary links to it.
      ...(first.id ? [] : [setAttribute(first, 'id', newId())]),
      ...(group ? [addWords(group, 'class', classes.groupError)] : []),
      ...described(field, classes).map((each) => addWords(each, 'aria-describedby', messages.id)),
      ...(isOwn ? field.controls.flatMap((each) => marked(each, classes)) : []),
    ];
  }
}

/**
 * The class of each kind of control that is in error.
 *
 * @param {HTMLElement} control
 * @param {Classes} classes
 */
function classOf(control, classes) {
  if (control.matches('textarea')) return classes.textareaError;
  if (control.matches('select')) return classes.selectError;
  return control.matches('input') && !isChoice(control) ? classes.inputError : '';
}

/**
 * Marks a control as in error. A radio button cannot be; its group is described instead.
 *
 * @param {HTMLElement} control
 * @param {Classes} classes
 */
const marked = (control, classes) => [
  addWords(control, 'class', classOf(control, classes)),
  ...(control.matches('[type="radio"]') ? [] : [setAttribute(control, 'aria-invalid', 'true')]),
];
