import { underWay } from '../draft.js';
import { Announcer } from './announcer.js';
import { isDue } from './discretion.js';
import { Errors } from './errors.js';
import { Explanations } from './explanations.js';
import { belongsTo, elementsOf, fieldsOf, recordOf } from './fields.js';
import { Hints } from './hints.js';
import { look } from './look.js';
import { mannerOf } from './manner.js';
import { Pause } from './pause.js';
import { remarksOf } from './remarks.js';
import { adopt } from './sheets.js';
import { Sources } from './sources.js';
import { Summary } from './summary.js';
import { Typing } from './typing.js';
import { Unavailable } from './unavailable.js';
import { isChoice } from './values.js';
import { focus, put } from './writing.js';

/** @import { CaseFile, CaseRecord, Finding, Report, RuleInfo } from '../../../build/form/recording_standard.js' */
/** @import { AttachOptions } from './attach.js' */
/** @import { Mark, Source } from '../source.js' */
/** @import { Usable } from '../validator.js' */
/** @import { Field } from './fields.js' */
/** @import { Actions } from './hints.js' */
/** @import { Remark } from './remarks.js' */

/** Milliseconds without a key after which the person is taken to pause. */
const pauseAfterTyping = 700;

/** Milliseconds after which what was held against the record is looked at again. */
const pauseAfterKey = 150;

/** Milliseconds after which a field that was left, or a choice that was made, is looked at. */
const pauseAfterLeaving = 150;

/** What was put into the form. Nothing in it is the page's. */
const own = '.recording-summary, .recording-errors, .recording-hints, .recording-card';

/** @type {Report} */
export const nothingChecked = { findings: [], errors: 0, warnings: 0, advice: 0, ready: true, words: 0 };

/** A form with its feedback. Whatever goes wrong in here, the form works as it did before. */
export class FormAttachment {
  /** The last report. */
  report = nothingChecked;

  #form;
  #options;
  #validator;
  #onErrors;
  /** @type {Map<string, RuleInfo> | undefined} */
  #rules;

  #listening = new AbortController();
  #manner;
  #sheet;
  #pause;
  #settling;
  #resting;
  #sources;
  #announcer;
  #hints;
  #errors;
  #explanations;
  #summary;
  #unavailable;

  /** @type {Field[]} */
  #fields = [];
  /** @type {Record<string, unknown>} */
  #record = {};
  /** @type {Remark[]} */
  #remarks = [];

  /** @type {Typing | undefined} */
  #typing;
  /** Paths of the fields that were left. */
  #visited = /** @type {Set<string>} */ (new Set());
  /** Keys of the errors that held a submission back, as long as they stay. */
  #standing = /** @type {Set<string>} */ (new Set());
  #wasHeldBack = false;
  /** What the submission that was held back would have done. */
  #save = () => {};
  #isLetThrough = false;
  #isWriting = false;

  /**
   * @param {HTMLFormElement} form
   * @param {AttachOptions} options
   * @param {Usable} validator
   */
  constructor(form, options, validator) {
    this.#form = form;
    this.#options = options;
    this.#validator = validator;
    this.#onErrors = options.onErrors ?? 'confirm';
    /** @type {Actions} */
    const actions = {
      show: (remark) => this.#safely(() => this.#go(remark)),
      fix: (remark, fix) => this.#safely(() => this.#fix(remark, fix)),
      rule: (id) => this.#rule(id),
    };
    const manner = mannerOf(options);
    this.#manner = manner;
    this.#sheet = adopt(form, look);
    this.#announcer = new Announcer(form, manner);
    this.#unavailable = new Unavailable(form, manner);
    this.#hints = new Hints(form, actions, manner);
    this.#errors = new Errors(actions, manner);
    this.#explanations = new Explanations(actions, manner, (text) => this.#announcer.say(text));
    this.#summary = new Summary(form, manner, {
      follow: actions.show,
      saveAnyway: this.#onErrors === 'confirm' ? (reason) => this.#saveAnyway(reason) : undefined,
    });
    this.#sources = new Sources((control, source) => this.#safely(() => this.#typed(control, source)));
    this.#pause = new Pause(form.ownerDocument, () => this.#carefully(this.#look()));
    this.#settling = new Pause(form.ownerDocument, () => this.#carefully(this.#settle()));
    this.#resting = new Pause(form.ownerDocument, () => this.#safely(() => this.#rested()));
    this.#listen();
    this.check();
  }

  /** Reads the form, checks it and shows what may be said now. */
  check() {
    this.#pause.cancel();
    this.#settling.cancel();
    this.#safely(() => {
      this.#read();
      this.#show();
    });
    return this.report;
  }

  /** Does what `check` does, and lets a key come in between. */
  *#look() {
    yield* this.#reading();
    yield;
    this.#list();
    yield;
    this.#mark();
  }

  /** Takes everything away and leaves the form as it was. */
  detach() {
    this.#listening.abort();
    this.#pause.end();
    this.#settling.end();
    this.#resting.end();
    this.#clear();
    this.#sources.release();
    this.#unavailable.hide();
    this.#announcer.remove();
    this.#sheet.release();
  }

  // ---- What the person does ------------------------------------------------------

  #listen() {
    const { signal } = this.#listening;
    /**
     * @param {EventTarget} target
     * @param {string} type
     * @param {(event: any) => void} handle
     */
    const on = (target, type, handle) =>
      target.addEventListener(type, (event) => this.#safely(() => handle(event)), { capture: true, signal });
    // What is tied to the form from elsewhere on the page is heard of there only.
    const page = this.#form.isConnected ? this.#form.getRootNode() : this.#form.ownerDocument;
    const isOurs = (/** @type {Event} */ { target }) =>
      !/** @type {Element} */ (target).closest?.(own) && belongsTo(this.#form, /** @type {Node} */ (target));
    on(page, 'focusin', (event) => isOurs(event) && this.#entered(event.target));
    // Most keys are in a text that is listened to already.
    on(page, 'input', (event) => this.#sources.has(event.target) || (isOurs(event) && this.#fieldOf(event.target)));
    on(page, 'change', (event) => isOurs(event) && this.#changed(event.target));
    on(page, 'focusout', (event) => isOurs(event) && this.#left(event.target, event.relatedTarget));
    this.#explanations.listen(page, signal, (work) => this.#safely(work));
    on(this.#form, 'submit', (event) => this.#submit(event));
    on(this.#form, 'reset', () => this.#reset());
    on(this.#form.ownerDocument, 'selectionchange', () => this.#typing && this.#resting.start(pauseAfterLeaving));
  }

  /** @param {HTMLElement} target */
  #entered(target) {
    // A field that the page has just put there is listened to from now on.
    const field = this.#fieldOf(target);
    this.#sources.watch();
    // Who wrote in a frame of the page was not heard to leave it.
    if (!this.#typing || field?.path === this.#typing.path) return;
    this.#visited.add(this.#typing.path);
    this.#typing = undefined;
    this.#pause.start(pauseAfterLeaving);
  }

  /**
   * @param {HTMLElement} control
   * @param {Source} source
   */
  #typed(control, source) {
    const field = this.#fieldOf(control);
    // Where the marks are now is known again after the next check.
    this.#explanations.of([]);
    if (!field || this.#isWriting) return;
    this.#typing = new Typing(field.path, source);
    if (this.#standing.size > 0) this.#settling.start(pauseAfterKey);
    this.#pause.start(pauseAfterTyping);
  }

  /** What was put right is not held against anybody for another moment. */
  *#settle() {
    yield* this.#reading();
    yield;
    this.#showErrors();
  }

  /** @param {HTMLElement} target */
  #changed(target) {
    const isChosen = isChoice(target) || target.matches('select');
    // A text box says that it changed when the focus is about to leave it, maybe for another box of its field.
    if (isChosen || !target.matches(':focus')) this.#left(target);
  }

  /**
   * @param {HTMLElement} target
   * @param {HTMLElement | null} [next] where the focus goes
   */
  #left(target, next) {
    if (!next || !belongsTo(this.#form, next)) this.#sources.rest();
    const field = this.#fieldOf(target);
    if (!field || (next && field.controls.includes(next))) return;
    this.#visited.add(field.path);
    if (this.#typing?.path === field.path) this.#typing = undefined;
    this.#pause.start(pauseAfterLeaving);
  }

  /** The caret has come to rest; maybe in another sentence. */
  #rested() {
    if (!this.#typing?.wasLeft) return;
    this.#typing = undefined;
    this.#pause.start(0);
  }

  #reset() {
    this.#typing = undefined;
    this.#wasHeldBack = false;
    this.#visited.clear();
    this.#standing.clear();
    // The values change after the event.
    this.#pause.start(0);
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    const submitter = /** @type {HTMLButtonElement | null} */ (event.submitter);
    if (submitter?.formNoValidate) return;
    // A page may have put another button in its place.
    const submit = () => this.#form.requestSubmit(submitter?.form === this.#form ? submitter : null);
    if (this.#mayGo(submit)) return;
    // The page's own way of saving waits as well.
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  /**
   * Asks before a page saves without a submission that could be heard of.
   *
   * @param {() => void} save called when the worker lets through what was held back
   * @returns {boolean} whether nothing holds it back
   */
  ask(save) {
    let mayGo = true;
    this.#safely(() => {
      mayGo = this.#mayGo(save);
    });
    return mayGo;
  }

  /**
   * @param {() => void} save
   * @returns {boolean} false as the last thing, so that a mistake in here holds nothing back
   */
  #mayGo(save) {
    if (this.#isLetThrough) return true;
    this.#pause.cancel();
    this.#settling.cancel();
    this.#typing = undefined;
    this.#read();
    const { reason } = this.#summary;
    if (this.report.errors === 0 || this.#onErrors === 'allow' || reason) {
      this.#letThrough(reason);
      return true;
    }
    this.#save = save;
    this.#wasHeldBack = true;
    this.#fields.forEach(({ path }) => this.#visited.add(path));
    const errors = this.#remarks.filter(({ finding }) => finding.severity === 'error');
    this.#standing = new Set(errors.map(({ key }) => key));
    this.#show();
    this.#summary.focus();
    return false;
  }

  /** @param {string} reason */
  #saveAnyway(reason) {
    const save = this.#save;
    this.#safely(() => {
      this.#read();
      this.#letThrough(reason);
    });
    this.#isLetThrough = true;
    try {
      save();
    } finally {
      this.#isLetThrough = false;
    }
  }

  /**
   * The submission goes its way, and a page that stays is left without what held it back.
   *
   * @param {string} reason why the record is saved with errors; may be empty
   */
  #letThrough(reason) {
    this.#standing.clear();
    this.#show();
    const { reasonField } = this.#options;
    for (const field of reasonField ? elementsOf(this.#form, reasonField) : []) {
      /** @type {HTMLInputElement} */ (field).value = reason;
    }
    if (reason) this.#tell({ reason });
  }

  // ---- What the form says --------------------------------------------------------

  #read() {
    const reading = this.#reading();
    while (!reading.next().done);
  }

  /** Lets go wherever a key may come first. */
  *#reading() {
    this.#fields = this.#fieldsNow();
    const record = underWay(recordOf(this.#fields, this.#options.record));
    const { file } = this.#options;
    /** @type {[CaseRecord, { file: CaseFile } | undefined]} */
    const asked = [/** @type {CaseRecord} */ (record), file && { file }];
    const { checkInSteps } = this.#validator;
    this.report = checkInSteps ? yield* checkInSteps(...asked) : this.#validator.check(...asked);
    this.#record = record;
    this.#remarks = remarksOf(this.report.findings, this.#fields, this.#manner.words);
    const keys = new Set(this.#remarks.map(({ key }) => key));
    this.#standing.forEach((key) => keys.has(key) || this.#standing.delete(key));
    this.#unavailable.hide();
    this.#tell();
  }

  #fieldsNow() {
    return fieldsOf(this.#form, this.#options.fields, this.#sources);
  }

  #show() {
    this.#list();
    this.#mark();
  }

  #list() {
    this.#showErrors();
    const { standing, quiet } = this.#said();
    // The list at the end of the form is the only place of what has no field.
    this.#hints.show([...quiet, ...standing.filter(({ field }) => !field)]);
    this.#announcer.hints(quiet);
  }

  #showErrors() {
    const { standing } = this.#said();
    this.#errors.show(standing);
    this.#summary.show(standing);
    this.#announcer.errors(standing.length);
  }

  /** What is held against the record, and what may be said quietly now. */
  #said() {
    const moment = {
      record: this.#record, visited: this.#visited, submitted: this.#wasHeldBack, typing: this.#typing,
    };
    const standing = this.#remarks.filter(({ key }) => this.#standing.has(key));
    const others = this.#remarks.filter(({ key }) => !this.#standing.has(key));
    return { standing, quiet: others.filter((remark) => isDue(remark, moment)) };
  }

  /** Marks the words that are spoken of, and no others, in every text of the form. */
  #mark() {
    const { standing, quiet } = this.#said();
    const remarks = [...standing, ...quiet];
    const marks = new Map(this.#fields.map((field) => [field, /** @type {Mark[]} */ ([])]));
    for (const { finding: { range, severity }, field, term } of remarks) {
      if (term && field && range) marks.get(field)?.push({ ...range, severity });
    }
    for (const [{ source }, list] of marks) source?.mark?.(list);
    this.#explanations.of(remarks.filter(({ finding, field, term }) => term && field && finding.range));
  }

  /** @param {{ reason: string }} [saved] */
  #tell(saved) {
    try {
      this.#options.onReport?.(this.report, saved);
    } catch (error) {
      // The page's own mistake is the page's to see, and stops nothing here.
      reportError(error);
    }
  }

  // ---- What a click on a remark does -----------------------------------------------

  /** @param {Remark} remark */
  #go(remark) {
    this.#reveal(remark);
    const { field, finding: { range }, term } = this.#asOfNow(remark) ?? remark;
    if (!field) return this.#hints.elsewhere?.focus();
    if (!term || !range || !field.source) return focus(field);
    field.source.show(range);
  }

  /**
   * Lets a page that shows its form in steps or tabs bring the field forward first.
   *
   * @param {Remark} remark
   */
  #reveal({ field, finding }) {
    const detail = { path: field?.path ?? finding.path };
    const place = field?.controls[0].isConnected ? field.controls[0] : this.#form;
    place.dispatchEvent(new CustomEvent('recording-reveal', { bubbles: true, detail }));
  }

  /**
   * @param {Remark} remark
   * @param {Finding['fixes'][number]} fix
   */
  #fix(remark, { replacement }) {
    const now = this.#asOfNow(remark);
    this.#typing = undefined;
    this.#isWriting = true;
    try {
      if (now) put(now, replacement, this.#fields);
    } finally {
      this.#isWriting = false;
    }
    this.check();
  }

  /**
   * The same remark, if it still is to be made. The text may have moved on since it was.
   *
   * @param {Remark} remark
   */
  #asOfNow({ key }) {
    this.#read();
    return this.#remarks.find((each) => each.key === key);
  }

  // ---- When something goes wrong ---------------------------------------------------

  /** @param {() => void} work */
  #safely(work) {
    try {
      work();
    } catch {
      this.#giveIn();
    }
  }

  /** @param {Iterable<void>} work that lets go in between */
  *#carefully(work) {
    try {
      yield* work;
    } catch {
      this.#giveIn();
    }
  }

  /** Nothing is printed: what went wrong could hold words of the record. */
  #giveIn() {
    this.#clear();
    this.#unavailable.show();
  }

  #clear() {
    this.#remarks = [];
    this.#standing.clear();
    this.#explanations.of([]);
    this.#errors.show([]);
    this.#summary.show([]);
    this.#hints.show([]);
    this.#fields.forEach(({ source }) => source?.mark?.([]));
  }

  /** @param {string} id */
  #rule(id) {
    this.#rules ??= new Map(this.#validator.rules().map((rule) => [rule.id, rule]));
    return this.#rules.get(id);
  }

  /**
   * The field that a node is in, also where the page has put it there since the last look.
   *
   * @param {Node} node
   */
  #fieldOf(node) {
    const find = () => this.#fields.find(({ controls }) => controls.some((control) => control.contains(node)));
    const known = find();
    if (known) return known;
    const controls = new Set(this.#controls());
    this.#fields = this.#fieldsNow();
    // What was said of a field went away with it, and is said again of the one that took its place.
    if (this.#controls().some((control) => !controls.has(control))) this.#pause.start(pauseAfterLeaving);
    return find();
  }

  #controls() {
    return this.#fields.flatMap(({ controls }) => controls);
  }
}
