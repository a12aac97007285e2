import * as core from '../../build/form/recording_standard.js';
import { wasm } from '../../build/packed/wasm.js';
import { attachWith } from './form/attach.js';
import { makerOf } from './validator.js';

/** @import { Policy } from '../../build/form/recording_standard.js' */
/** @import { AttachOptions } from './form/attach.js' */
/** @import { Validator } from './validator.js' */

export { sourceOf } from './source.js';

const make = makerOf(core);

/** @type {Promise<unknown> | undefined} */
let loading;

/** The wasm, unpacked. */
async function bytes() {
  const packed = Uint8Array.from(atob(wasm), (letter) => letter.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream).arrayBuffer();
}

/**
 * Makes a validator without asking the network for anything.
 *
 * @param {Policy} [policy] the agency's policy; the defaults of NEL SCP without one
 * @returns {Promise<Validator>}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export async function createValidator(policy) {
  await (loading ??= core.default({ module_or_path: bytes() }));
  return make(policy);
}

/**
 * Gives an existing form instant feedback, as `recording-standard/form` does.
 *
 * @param {HTMLFormElement} form
 * @param {AttachOptions} [options]
 * @throws {Error} for a policy or a selector that is not right
 */
export const attach = (form, options = {}) => attachWith(createValidator, form, options);
