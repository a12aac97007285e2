import { isDue } from '../../../src/js/form/discretion.js';
import { fieldsOf, nameOf, recordOf } from '../../../src/js/form/fields.js';
import { stepsOf, withValue } from '../../../src/js/form/paths.js';
import { Pause } from '../../../src/js/form/pause.js';
import { byField, remarksOf } from '../../../src/js/form/remarks.js';
import { Sources } from '../../../src/js/form/sources.js';
import { Typing } from '../../../src/js/form/typing.js';
import { focus, put } from '../../../src/js/form/writing.js';
import { wordsWith } from '../../../src/js/form/words.js';
import { Notice } from './notice.js';
import { isSelector, through } from './through.js';

/** @import { Report } from '../../../src/js/index.js' */
/** @import { Field } from '../../../src/js/form/fields.js' */
/** @import { Remark } from '../../../src/js/form/remarks.js' */
/** @import { Source } from '../../../src/js/source.js' */
/** @import { Site } from '../settings.js' */

/**
 * A remark as the panel hears of it.
 *
 * @typedef {Omit<Remark, 'field'>} Told
 */

/**
 * What a page tells: what may be said of its record now, field by field.
 *
 * @typedef {object} Said
 * @property {'said'} tell
 * @property {string} site what people call the page
 * @property {{ path: string, name: string, remarks: Told[] }[]} fields those that there is something to say about;
 *   the one without a path is the record as a whole
 * @property {number} count of all remarks
 * @property {string} [refused] why nothing was checked; may be empty
 */

/** Milliseconds without a key after which the person is taken to pause. */
const pauseAfterTyping = 700;

/** Milliseconds after which a field that was left, or a choice that was made, is looked at. */
const pauseAfterLeaving = 150;

/** Milliseconds in which a page that changes is looked over once. */
const betweenChanges = 500;

const words = wordsWith();

/**
 * The record in a page, or in a frame of one, which is watched and left as it is. Whatever goes wrong in here, the
 * page works as it did before.
 */
export class Watch {
  /** @type {Site[]} */
  #sites = [];
  #address = '';
  /** What somebody is setting up, and tries before it is deployed. @type {Site | undefined} */
  #tried;
  /** @type {Site | undefined} */
  #site;
  /** What the agency has deployed for this address that no browser takes for a selector. */
  #unread = /** @type {string | undefined} */ (undefined);
  /** @type {Field[]} */
  #fields = [];
  /** @type {Remark[]} */
  #remarks = [];
  /** @type {Record<string, unknown>} */
  #record = {};
  /** @type {Typing | undefined} */
  #typing;
  #visited = /** @type {Set<string>} */ (new Set());
  /** Whether the person was about to save. */
  #wasAsked = false;
  #isWriting = false;
  #looks = 0;
  #change = /** @type {ReturnType<typeof setTimeout> | undefined} */ (undefined);
  #heard = /** @type {WeakSet<Node>} */ (new WeakSet());

  #sources = new Sources((control, source) => this.#typed(control, source));
  #pause = new Pause(document, () => this.#safely(() => this.#look()));
  #resting = new Pause(document, () => this.#safely(() => this.#rested()));
  #notice = new Notice(() => this.#safely(() => this.#goToFirst()));

  constructor() {
    chrome.runtime.onMessage.addListener((message, _sender, answer) => {
      this.#safely(() => this.#asked(message));
      answer(true);
    });
    this.#listen(document);
    document.addEventListener('selectionchange', () => this.#typing && this.#resting.start(pauseAfterLeaving));
    new MutationObserver(() => this.#changed()).observe(document, { childList: true, subtree: true });
    addEventListener('pagehide', () => this.#safely(() => this.#tell({ tell: 'gone' })));
    // A page that comes back as it was left is told of again.
    addEventListener('pageshow', ({ persisted }) => persisted && this.#safely(() => this.#look()));
    this.#safely(() => this.#look());
  }

  // ---- What the panel asks for --------------------------------------------------------

  /** @param {any} message */
  async #asked(message) {
    if (message.ask === 'say') return this.#look();
    if (message.ask === 'try') {
      this.#tried = message.site;
      return this.#look();
    }
    if (message.ask === 'go') return this.#go(message.path);
    if (message.ask !== 'show' && message.ask !== 'fix') return undefined;
    const remark = await this.#asOfNow(message.key);
    if (!remark) return undefined;
    return message.ask === 'show' ? this.#show(remark) : this.#fix(remark, message.replacement);
  }

  /**
   * The same remark, if it still is to be made. The text may have moved on since it was.
   *
   * @param {string} key
   */
  async #asOfNow(key) {
    await this.#look();
    return this.#remarks.find((each) => each.key === key);
  }

  /** @param {string} path */
  #go(path) {
    const field = this.#fields.find((each) => each.path === path);
    window.focus();
    if (field) focus(field);
  }

  /** @param {Remark} remark */
  #show({ field, finding: { range }, term }) {
    if (!field) return;
    window.focus();
    if (!term || !range || !field.source) return focus(field);
    field.source.show(range);
    reveal(field.controls[0], range.start / Math.max(1, field.source.text().length));
  }

  /**
   * @param {Remark} remark
   * @param {string} replacement
   */
  async #fix(remark, replacement) {
    window.focus();
    this.#typing = undefined;
    this.#isWriting = true;
    try {
      put(remark, replacement, this.#fields);
    } finally {
      this.#isWriting = false;
    }
    await this.#look();
  }

  async #goToFirst() {
    const first = this.#errors()[0];
    if (first) this.#show(first);
  }

  // ---- What the person does -----------------------------------------------------------

  /**
   * Listens in a document or in a shadow tree, out of which some events do not come.
   *
   * @param {Node} root
   */
  #listen(root) {
    if (this.#heard.has(root)) return;
    this.#heard.add(root);
    /**
     * @param {string} type
     * @param {(event: any) => unknown} handle
     */
    const on = (type, handle) =>
      root.addEventListener(type, (event) => this.#safely(() => handle(event)), { capture: true, passive: true });
    // A frame that was filled is another document from then on.
    on('load', () => this.#changed());
    on('focusin', ({ target }) => this.#entered(target));
    on('focusout', ({ target, relatedTarget }) => this.#left(target, relatedTarget));
    on('change', ({ target }) => target.matches?.(':focus') || this.#left(target));
    on('pointerover', ({ target }) => this.#isSaving(target) && this.#ask(target));
    on('click', ({ target }) => this.#isOwnSave(target) && this.#submitted(target));
    on('submit', ({ target, submitter }) => this.#isOurs(target) && this.#submitted(submitter ?? target));
  }

  /** @param {Element} target */
  #entered(target) {
    if (this.#isSaving(target)) return this.#ask(target);
    if (this.#fieldOf(target)) this.#sources.watch();
    return undefined;
  }

  /**
   * @param {HTMLElement} control
   * @param {Source} source
   */
  #typed(control, source) {
    const field = this.#fieldOf(control);
    if (!field || this.#isWriting) return;
    this.#typing = new Typing(field.path, source);
    this.#pause.start(pauseAfterTyping);
  }

  /**
   * @param {Element} target
   * @param {Element | null} [next] where the focus goes
   */
  #left(target, next) {
    const field = this.#fieldOf(target);
    if (!field || (next && field.controls.some((each) => each === next))) return;
    this.#sources.rest();
    this.#visited.add(field.path);
    if (this.#typing?.path === field.path) this.#typing = undefined;
    this.#pause.start(pauseAfterLeaving);
  }

  /** The caret has come to rest; maybe in another sentence. */
  async #rested() {
    if (!this.#typing?.wasLeft) return;
    this.#typing = undefined;
    await this.#look();
  }

  /** The page was changed by its own scripts: fields may have come, gone, or given their place to others. */
  #changed() {
    this.#change ??= setTimeout(() => {
      this.#change = undefined;
      this.#safely(() => this.#lookOver());
    }, betweenChanges);
  }

  async #lookOver() {
    if (!this.#tried && this.#sites.length === 0 && this.#address === location.href) return;
    const before = this.#fields.flatMap(({ controls }) => controls);
    await this.#read();
    const now = this.#fields.flatMap(({ controls }) => controls);
    if (now.length !== before.length || now.some((each, index) => each !== before[index])) await this.#look();
  }

  // ---- Saving, which nothing here holds back --------------------------------------------

  /**
   * Whether a click there saves the record.
   *
   * @param {Element} target
   */
  #isSaving(target) {
    if (this.#isOwnSave(target)) return true;
    const button = /** @type {HTMLButtonElement | null} */ (
      target.closest?.('button:not([type]), button[type="submit"], input[type="submit"], input[type="image"]'));
    return Boolean(button?.form && this.#isOurs(button.form));
  }

  /**
   * Whether the agency has named it as what saves.
   *
   * @param {Element} target
   */
  #isOwnSave(target) {
    return Boolean(this.#site?.save && target.closest?.(this.#site.save));
  }

  /** @param {HTMLFormElement} form */
  #isOurs(form) {
    return this.#fields.some(({ controls }) => controls.some((control) =>
      form.contains(control) || /** @type {HTMLInputElement} */ (control).form === form));
  }

  /**
   * Asks, once, whether the record is to be saved as it is: in a notice that can be passed over.
   *
   * @param {Element} near what saves it
   */
  async #ask(near) {
    if (!this.#wasAsked) {
      this.#wasAsked = true;
      this.#typing = undefined;
      await this.#look();
    }
    const errors = this.#errors();
    if (errors.length > 0) this.#notice.ask(errors, near);
  }

  /**
   * The page may be left before anything is checked again.
   *
   * @param {Element} submitter
   */
  async #submitted(submitter) {
    const count = this.#errors().length;
    if (count > 0) this.#tell({ tell: 'sent', count });
    await this.#ask(submitter);
  }

  #errors() {
    return this.#remarks.filter(({ finding }) => finding.severity === 'error');
  }

  // ---- Reading and telling ----------------------------------------------------------------

  /** Finds the fields. What site the page is of, it may itself have changed. */
  async #read() {
    if (this.#address !== location.href) {
      this.#address = location.href;
      const sites = await chrome.runtime.sendMessage({ ask: 'sites', address: this.#address });
      this.#sites = Array.isArray(sites) ? sites : [];
      this.#unread = this.#sites.flatMap(selectorsOf).find((selector) => !isSelector(selector));
    }
    const site = this.#unread === undefined ? this.#siteNow() : undefined;
    if (site !== this.#site) this.#visited.clear();
    this.#site = site;
    this.#fields = fieldsOf(rootOf(site), site?.fields ?? {}, this.#sources, through);
    for (const { controls } of this.#fields) this.#listen(controls[0].getRootNode());
  }

  /** The site that most of is on the page: an address may have several forms, one after the other. */
  #siteNow() {
    const sites = this.#tried ? [this.#tried] : this.#sites;
    const counts = sites.map((site) =>
      Object.keys(site.fields).filter((selector) => through(rootOf(site), selector).length > 0).length);
    const most = Math.max(0, ...counts);
    return most > 0 ? sites[counts.indexOf(most)] : undefined;
  }

  async #look() {
    this.#pause.cancel();
    this.#looks += 1;
    const look = this.#looks;
    await this.#read();
    if (this.#fields.length === 0) {
      this.#remarks = [];
      return this.#say(this.#unread === undefined ? undefined : `“${this.#unread}” is no CSS selector.`);
    }
    this.#record = { ...recordOf(this.#fields, valuesOf(this.#site)), draft: true };
    /** @type {Report & { refused?: string }} */
    const report = await chrome.runtime.sendMessage({ ask: 'check', record: this.#record });
    // A later look knows better.
    if (look !== this.#looks) return undefined;
    if (report.refused !== undefined) {
      this.#remarks = [];
      return this.#say(report.refused);
    }
    this.#remarks = remarksOf(report.findings, this.#fields, words);
    this.#notice.keep(this.#errors());
    return this.#say();
  }

  /** @param {string} [refused] */
  #say(refused) {
    const moment = { record: this.#record, visited: this.#visited, submitted: this.#wasAsked, typing: this.#typing };
    const due = this.#remarks.filter((remark) =>
      isDue(remark, moment) || (this.#wasAsked && remark.finding.severity === 'error'));
    const fields = [...byField(due)].map(([path, remarks]) => ({
      path,
      name: remarks[0].field ? nameOf(remarks[0].field) : '',
      remarks: remarks.map(({ field: _, ...told }) => told),
    }));
    const site = this.#fields.length > 0 || refused ? this.#site?.name || document.title : '';
    this.#tell({ tell: 'said', site, fields, count: due.length, refused });
  }

  /** @param {object} message */
  #tell(message) {
    // Nobody may be listening.
    chrome.runtime.sendMessage(message).catch(() => {});
  }

  /** @param {Node} node */
  #fieldOf(node) {
    return this.#fields.find(({ controls }) => controls.some((control) => control.contains(node)));
  }

  /** @param {() => unknown} work */
  #safely(work) {
    const forget = () => this.#notice.remove();
    // Nothing is printed: what went wrong could hold words of the record.
    try {
      Promise.resolve(work()).catch(forget);
    } catch {
      forget();
    }
  }
}

/**
 * All selectors that a site has.
 *
 * @param {Site} site
 */
const selectorsOf = ({ form, fields, save }) => [form, save, ...Object.keys(fields)].filter((each) => each !== undefined);

/**
 * What the controls of a site lie in. A form that is not there yet has no controls.
 *
 * @param {Site | undefined} site
 */
const rootOf = (site) =>
  /** @type {HTMLFormElement} */ (site?.form ? through(document, site.form)[0] ?? new DocumentFragment() : document);

/**
 * The part of a record that the page does not show.
 *
 * @param {Site} [site]
 * @returns {object}
 */
const valuesOf = (site) =>
  Object.entries(site?.values ?? {}).reduce(
    (record, [path, value]) => /** @type {object} */ (withValue(record, stepsOf(path), value)), {});

/**
 * Brings a place in a long text into view, as near as its share of the text tells.
 *
 * @param {HTMLElement} control
 * @param {number} share
 */
function reveal(control, share) {
  control.scrollIntoView({ block: 'nearest' });
  if (!control.matches('textarea') || control.scrollHeight <= control.clientHeight) return;
  control.scrollTop = control.scrollHeight * share - control.clientHeight / 3;
}
