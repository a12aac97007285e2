import { addWords } from './attributes.js';
import { anchorsOf, groupOf } from './anchors.js';
import { element, newId } from './elements.js';
import { fixButtons } from './fixes.js';
import { byField } from './remarks.js';

/** @import { Finding, RuleInfo } from '../../../build/form/recording_standard.js' */
/** @import { Field } from './fields.js' */
/** @import { Classes, Manner } from './manner.js' */
/** @import { Remark } from './remarks.js' */
/** @import { Words } from './words.js' */

/** So many stand in the open; the rest behind a summary, so that nobody is swamped. */
const open = 5;

/**
 * What can be done about a remark.
 *
 * @typedef {object} Actions
 * @property {(remark: Remark) => void} show moves the selection to its words
 * @property {(remark: Remark, fix: Finding['fixes'][number]) => void} fix
 * @property {(rule: string) => RuleInfo | undefined} rule what the catalogue says
 */

/** The quiet lists: one under each field that there is something to say about. */
export class Hints {
  /** @type {Map<string, List>} */
  #lists = new Map();
  #form;
  #actions;
  #manner;

  /**
   * @param {HTMLFormElement} form
   * @param {Actions} actions
   * @param {Manner} manner
   */
  constructor(form, actions, manner) {
    this.#manner = manner;
    this.#form = form;
    this.#actions = actions;
  }

  /**
   * Shows these remarks, and no others.
   *
   * @param {Remark[]} remarks
   */
  show(remarks) {
    const groups = byField(remarks);
    for (const [path, list] of this.#lists) {
      if (groups.has(path)) continue;
      list.remove();
      this.#lists.delete(path);
    }
    for (const [path, group] of groups) {
      const list = this.#lists.get(path) ?? new List(this.#actions, this.#manner);
      this.#lists.set(path, list);
      list.show(group);
      list.place(group[0].field, this.#form);
    }
  }

  /** The list of what has no field, where there is one. */
  get elsewhere() {
    return this.#lists.get('')?.root;
  }
}

/** The quiet list of one field. */
class List {
  #heading = element('p', { class: 'recording-hints__heading', id: newId() });
  #first = element('ul', { class: 'recording-hints__list' });
  #rest = element('ul', { class: 'recording-hints__list' });
  #summary = element('summary');
  #more = element('details', { class: 'recording-hints__more' }, this.#summary, this.#rest);
  root = element('div', { class: 'recording-hints' }, this.#heading, this.#first, this.#more);

  /** @type {Map<string, Item>} */
  #items = new Map();
  /** What the fields are described by, and the elements that say so. */
  #described = /** @type {unknown[]} */ ([]);
  #undescribe = () => {};
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
   * Items that were there stay the elements that they are, with the focus that they have.
   *
   * @param {Remark[]} remarks
   */
  show(remarks) {
    const items = remarks.map((remark) => {
      const item = this.#items.get(remark.key) ?? new Item(remark, this.#actions, this.#manner);
      item.remark = remark;
      return item;
    });
    const { words } = this.#manner;
    this.#items = new Map(items.map((item) => [item.remark.key, item]));
    fill(this.#first, items.slice(0, open));
    fill(this.#rest, items.slice(open));
    this.#summary.textContent = words.more(items.length - open);
    this.#more.hidden = items.length <= open;
    const isAtField = remarks[0].field !== undefined;
    this.#heading.textContent = isAtField ? words.toLookAt(items.length) : words.elsewhere;
    this.#heading.hidden = isAtField && items.length === 1;
  }

  /**
   * Puts the list under its field, and lets the field say that it is there; without a field, at the end of the form.
   *
   * @param {Field | undefined} field
   * @param {HTMLFormElement} form
   */
  place(field, form) {
    if (field) {
      const { last } = anchorsOf(field, this.#manner.classes);
      if (this.root.parentNode !== last.parentNode) last.after(this.root);
      this.#describe(described(field, this.#manner.classes));
    } else if (this.root.parentNode !== form) {
      this.root.tabIndex = -1;
      form.append(this.root);
    }
  }

  /**
   * All of a long list would be read out each time, so the field speaks of how long it is; a single remark is short.
   *
   * @param {Element[]} elements
   */
  #describe(elements) {
    const [only] = this.#items.values();
    const wanted = [this.#items.size === 1 ? only.id : this.#heading.id, ...elements];
    if (wanted.every((each, index) => each === this.#described[index])) return;
    this.#undescribe();
    this.#described = wanted;
    const undos = elements.map((each) => addWords(each, 'aria-describedby', String(wanted[0])));
    this.#undescribe = () => undos.forEach((undo) => undo());
  }

  remove() {
    this.#undescribe();
    this.root.remove();
  }
}

/** One remark in a list. */
class Item {
  id = newId();
  remark;
  root;

  /**
   * @param {Remark} remark
   * @param {Actions} actions
   * @param {Manner} manner
   */
  constructor(remark, actions, { words }) {
    this.remark = remark;
    const { finding, message: text, term } = remark;
    const message = element('p', { class: 'recording-hint__message', id: this.id });
    if (term) {
      // The words as they stand in the text take the place of the term that the message begins with.
      const rest = text.replace(/^“[^”]*”/, '');
      message.append(this.#showButton(term, actions, words), rest === text ? `: ${rest}` : rest);
    } else {
      message.append(text);
    }
    if (finding.count) message.append(` ${words.occurrences(finding.count)}`);
    const fixes = fixButtons(finding, words, (fix) => actions.fix(this.remark, fix));
    const foot = element('div', { class: 'recording-hint__foot' }, ...fixes, ...why(finding, actions, words));
    this.root = element('li', { class: 'recording-hint' }, message, foot);
  }

  /**
   * @param {string} term
   * @param {Actions} actions
   * @param {Words} words
   */
  #showButton(term, actions, words) {
    const text = shortened(term);
    const attributes = { type: 'button', class: 'recording-hint__term', 'aria-label': words.showInText(text) };
    const button = element('button', attributes, words.quoted(text));
    button.addEventListener('click', () => actions.show(this.remark));
    return button;
  }
}

/**
 * @param {Finding} finding
 * @param {Actions} actions
 * @param {Words} words
 */
function why(finding, actions, words) {
  const rule = actions.rule(finding.rule);
  if (!rule) return [];
  const clauses = finding.clauses.map((clause) => words.clause(clause)).join('; ');
  return [
    element(
      'details',
      { class: 'recording-hint__why' },
      element('summary', {}, words.why),
      element('p', {}, words.reason(rule)),
      ...(clauses ? [element('p', { class: 'recording-hint__clause' }, clauses)] : []),
    ),
  ];
}

/**
 * Makes the items the children of the list, and leaves alone what is where it belongs.
 *
 * @param {HTMLUListElement} list
 * @param {Item[]} items
 */
function fill(list, items) {
  items.forEach(({ root }, index) => {
    if (list.children[index] !== root) list.insertBefore(root, list.children[index] ?? null);
  });
  while (list.children.length > items.length) list.lastElementChild?.remove();
}

/**
 * The elements of a field that assistive technology describes.
 *
 * @param {Field} field
 * @param {Classes} classes
 * @returns {Element[]}
 */
export function described({ controls }, classes) {
  const group = groupOf(controls, classes);
  return group?.matches('fieldset') ? [group] : controls;
}

/** @param {string} term */
const shortened = (term) => (term.length > 60 ? `${term.slice(0, 60).trimEnd()}…` : term);
