import { attachWith } from './form/attach.js';
import { loadPlain } from './plain.js';

/** @import { Policy } from '../../build/form/recording_standard.js' */
/** @import { AttachOptions } from './form/attach.js' */
/** @import { Validator } from './validator.js' */

export { sourceOf } from './source.js';

/** @type {((policy?: Policy) => Validator) | undefined} */
let make;

/**
 * Makes a validator of plain JavaScript: for pages that may not run WebAssembly, and browsers that cannot.
 *
 * @param {Policy} [policy] the agency's policy; the defaults of NEL SCP without one
 * @returns {Promise<Validator>}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export async function createValidator(policy) {
  make ??= loadPlain();
  return make(policy);
}

/**
 * Gives an existing form instant feedback, as `recording-standard/form` does, without any WebAssembly.
 *
 * @param {HTMLFormElement} form
 * @param {AttachOptions} [options]
 * @throws {Error} for a policy or a selector that is not right
 */
export const attach = (form, options = {}) => attachWith(createValidator, form, options);
