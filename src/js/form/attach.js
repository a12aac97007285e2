import { FormAttachment, nothingChecked } from './attachment.js';
import { look } from './look.js';
import { mannerOf } from './manner.js';
import { adopt } from './sheets.js';
import { Unavailable } from './unavailable.js';

/** @import { CaseFile, Entry, Policy, Report } from '../../../build/form/recording_standard.js' */
/** @import { Usable, Validator } from '../validator.js' */
/** @import { Mapping } from './fields.js' */
/** @import { Classes } from './manner.js' */
/** @import { Words } from './words.js' */

/**
 * @typedef {object} AttachOptions
 * @property {Policy} [policy] the agency's policy
 * @property {Usable | Promise<Usable>} [validator] one that is there already; it stays the caller's to free
 * @property {Mapping} [fields] CSS selector → path in the record ("author/postTitle", "sharing/0/agreement");
 *   without it, `data-record="author/postTitle"` attributes in the markup say which control holds what
 * @property {Partial<Entry> | Partial<CaseFile>} [record] values that the form does not hold: the signed-in
 *   worker, the child
 * @property {CaseFile} [file] the file that an entry belongs to
 * @property {'block' | 'confirm' | 'allow'} [onErrors] what a submission with errors meets. "confirm", the default:
 *   held back once, with the errors listed, and let through when the worker says why
 * @property {(report: Report, saved?: { reason: string }) => void} [onReport] hears of every report, and why a
 *   record was saved with errors
 * @property {string} [reasonField] CSS selector of the field, hidden as a rule, that takes why a record was saved
 *   with errors, so that it is sent with the form
 * @property {Partial<Words>} [messages] what the form says in other words: another language, an agency's own tone
 * @property {Partial<Classes>} [classes] the page's class names where they are not govuk-frontend's
 */

/**
 * A form's feedback: the last report (an empty one where checks are unavailable), a check at once, and the way
 * to take everything away without a trace. `ask` says whether a save may go ahead that no submission tells of, as
 * `form.submit()` or a request of the page's own. It asks as a submission does; where the record is held back, `save`
 * is called when the worker lets it through. Where checks are unavailable, every save may go ahead.
 *
 * @typedef {{ readonly report: Report, check(): Report, ask(save: () => void): boolean, detach(): void }} Attachment
 */

/** Milliseconds after which a form says that checks are unavailable so far. */
const patience = 5000;

/**
 * What ends the feedback that a form has, or is about to have.
 *
 * @type {WeakMap<HTMLFormElement, () => void>}
 */
const endings = new WeakMap();

/**
 * Gives an existing form instant feedback; its markup need not change. Where the validator cannot be
 * loaded, the form works as before and says that checks are unavailable. Feedback that the form has already is
 * taken away first: the last call counts.
 *
 * @param {(policy?: Policy) => Promise<Validator>} createValidator
 * @param {HTMLFormElement} form
 * @param {AttachOptions} options
 * @returns {Promise<Attachment>}
 * @throws {Error} for a policy or a selector that is not right
 */
export async function attachWith(createValidator, form, options) {
  // A selector that cannot be read is better known now than at the first key.
  for (const selector of [...Object.keys(options.fields ?? {}), options.reasonField ?? '*']) form.querySelector(selector);
  endings.get(form)?.();

  /** @type {FormAttachment | undefined} */
  let attachment;
  /** @type {(() => void)[]} */
  const undos = [];
  let isOver = false;
  const detach = () => {
    isOver = true;
    clearTimeout(waiting);
    attachment = undefined;
    undos.splice(0).forEach((undo) => undo());
    if (endings.get(form) === detach) endings.delete(form);
  };
  endings.set(form, detach);

  const waiting = setTimeout(() => undos.push(sayUnavailable(form, options)), patience);
  try {
    const validator = await (options.validator ?? createValidator(options.policy));
    undos.splice(0).forEach((undo) => undo());
    if (!options.validator) undos.push(() => validator.free?.());
    if (!isOver) {
      const attached = new FormAttachment(form, options, validator);
      undos.unshift(() => attached.detach());
      attachment = attached;
    }
  } catch (error) {
    undos.splice(0).forEach((undo) => undo());
    if (!isOver) undos.push(sayUnavailable(form, options));
    // That the page's developer has to know. The rest is nobody's fault who could read it.
    if (error instanceof Error && error.message.startsWith('policy: ')) throw error;
  } finally {
    clearTimeout(waiting);
  }
  // Another call was made for the form meanwhile, or the page has thought better of it.
  if (isOver) detach();
  return {
    get report() {
      return attachment?.report ?? nothingChecked;
    },
    check: () => attachment?.check() ?? nothingChecked,
    ask: (save) => attachment?.ask(save) ?? true,
    detach,
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {AttachOptions} options
 * @returns {() => void} takes it back
 */
function sayUnavailable(form, options) {
  const { release } = adopt(form, look);
  const line = new Unavailable(form, mannerOf(options));
  line.show();
  return () => {
    line.hide();
    release();
  };
}
