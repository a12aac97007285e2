import { readFileSync } from 'node:fs';
import * as core from '../../build/form/recording_standard.js';
import { makerOf } from './validator.js';

/** @import { InitOutput, Policy } from '../../build/form/recording_standard.js' */
/** @import { Validator } from './validator.js' */

const wasm = new URL('../../build/form/recording_standard_bg.wasm', import.meta.url);

/** @type {InitOutput | undefined} */
let loaded;

const make = makerOf(core);

/**
 * Makes a validator in Node. The wasm is read once, by the first call.
 *
 * @param {Policy} [policy] the agency's policy; the defaults of NEL SCP without one
 * @returns {Promise<Validator>}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export async function createValidator(policy) {
  loaded ??= core.initSync({ module: readFileSync(wasm) });
  return make(policy);
}
