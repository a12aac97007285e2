import { FormAttachment, nothingChecked } from './form/attachment.js';
import { look } from './form/look.js';
import { fieldsOf } from './form/fields.js';
import { adopt } from './form/sheets.js';
import { Unavailable } from './form/unavailable.js';

/** @import { CaseFile, Entry, Policy, Report } from '../../build/form/recording_standard.js' */
/** @import { Mapping } from './form/fields.js' */
/** @import { Validator } from './validator.js' */

/**
 * @typedef {object} AttachOptions
 * @property {Policy} [policy] the agency's policy
 * @property {Validator} [validator] one that is there already; it stays the caller's to free
 * @property {Mapping} [fields] CSS selector → path in the record ("author/postTitle", "sharing/0/agreement");
 *   without it, `data-record="author/postTitle"` attributes in the markup say which control holds what
 * @property {Partial<Entry> | Partial<CaseFile>} [record] values that the form does not hold: the signed-in
 *   worker, the child
 * @property {CaseFile} [file] the file that an entry belongs to
 * @property {'block' | 'confirm' | 'allow'} [onErrors] what a submission with errors meets. "confirm", the default:
 *   held back once, with the errors listed, and let through when the worker says why
 * @property {(report: Report, saved?: { reason: string }) => void} [onReport] hears of every report, and why a
 *   record was saved with errors
 */

/**
 * A form's feedback: the last report (an empty one where checks are unavailable), a check at once, and the way
 * to take everything away without a trace.
 *
 * @typedef {{ readonly report: Report, check(): Report, detach(): void }} Attachment
 */

/**
 * Gives an existing form instant feedback; its markup need not change. Where the validator cannot be
 * loaded, the form works as before and says that checks are unavailable.
 *
 * @param {HTMLFormElement} form
 * @param {AttachOptions} [options]
 * @returns {Promise<Attachment>}
 * @throws {Error} for a policy or a selector that is not right
 */
export async function attach(form, options = {}) {
  // A selector that cannot be read is better known now than at the first key.
  fieldsOf(form, options.fields);
  const validator = options.validator ?? (await load(form, options.policy));
  if (!validator) return { report: nothingChecked, check: () => nothingChecked, detach: sayUnavailable(form) };
  const attachment = new FormAttachment(form, options, validator);
  return {
    get report() {
      return attachment.report;
    },
    check: () => attachment.check(),
    detach() {
      attachment.detach();
      if (!options.validator) validator.free();
    },
  };
}

/**
 * @param {HTMLFormElement} form
 * @param {Policy} [policy]
 * @returns {Promise<Validator | undefined>} undefined where it cannot be loaded
 */
async function load(form, policy) {
  try {
    const { createValidator } = await import('./index.js');
    return await createValidator(policy);
  } catch (error) {
    const isPolicy = error instanceof Error && error.message.startsWith('policy: ');
    if (!isPolicy) return undefined;
    sayUnavailable(form);
    throw error;
  }
}

/**
 * @param {HTMLFormElement} form
 * @returns {() => void} takes it back
 */
function sayUnavailable(form) {
  const { release } = adopt(form, look);
  const line = new Unavailable(form);
  line.show();
  return () => {
    line.hide();
    release();
  };
}
