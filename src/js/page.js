import { integrity } from '../../build/packed/integrity.js';
import { attachWith } from './form/attach.js';
import { loadedFrom } from './web.js';

/** @import { Policy } from '../../build/form/recording_standard.js' */
/** @import { AttachOptions } from './form/attach.js' */
/** @import { Validator } from './validator.js' */

export { sourceOf } from './source.js';

/** Beside the bundle that this becomes. */
const wasm = new URL('recording_standard_bg.wasm', import.meta.url);

/**
 * Makes a validator in a page that has no bundler. It takes no wasm but the one that it was built with.
 *
 * @param {Policy} [policy] the agency's policy; the defaults of NEL SCP without one
 * @returns {Promise<Validator>}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export const createValidator = async (policy) => (await loadedFrom(() => fetch(wasm, { integrity })))(policy);

/**
 * Gives an existing form instant feedback, as `recording-standard/form` does.
 *
 * @param {HTMLFormElement} form
 * @param {AttachOptions} [options]
 * @throws {Error} for a policy or a selector that is not right
 */
export const attach = (form, options = {}) => attachWith(createValidator, form, options);
