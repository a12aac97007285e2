import { loadedFrom } from './web.js';

/** Written so that bundlers see it, and take the file along. */
const wasm = new URL('../../build/form/recording_standard_bg.wasm', import.meta.url);

/**
 * Makes a validator in a page or a worker. The wasm is fetched once, by the first call. Where WebAssembly is
 * refused, plain JavaScript takes its place: slower, with the same findings.
 *
 * @param {Policy} [policy] the agency's policy; the defaults of NEL SCP without one
 * @returns {Promise<Validator>}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export const createValidator = async (policy) => (await loadedFrom(() => wasm))(policy);

// What a TypeScript user imports by name.
/** @typedef {import('../../build/form/recording_standard.js').CaseFile} CaseFile */
/** @typedef {import('../../build/form/recording_standard.js').CaseRecord} CaseRecord */
/** @typedef {import('../../build/form/recording_standard.js').ClauseInfo} ClauseInfo */
/** @typedef {import('../../build/form/recording_standard.js').Decision} Decision */
/** @typedef {import('../../build/form/recording_standard.js').Entry} Entry */
/** @typedef {import('../../build/form/recording_standard.js').EntryType} EntryType */
/** @typedef {import('../../build/form/recording_standard.js').Finding} Finding */
/** @typedef {import('../../build/form/recording_standard.js').Informant} Informant */
/** @typedef {import('../../build/form/recording_standard.js').Medium} Medium */
/** @typedef {import('../../build/form/recording_standard.js').Options} Options */
/** @typedef {import('../../build/form/recording_standard.js').Person} Person */
/** @typedef {import('../../build/form/recording_standard.js').Policy} Policy */
/** @typedef {import('../../build/form/recording_standard.js').Report} Report */
/** @typedef {import('../../build/form/recording_standard.js').RuleInfo} RuleInfo */
/** @typedef {import('../../build/form/recording_standard.js').Section} Section */
/** @typedef {import('../../build/form/recording_standard.js').Sharing} Sharing */
/** @typedef {import('../../build/form/recording_standard.js').Signature} Signature */
/** @typedef {import('../../build/form/recording_standard.js').Standard} Standard */
/** @typedef {import('../../build/form/recording_standard.js').Timescale} Timescale */
/** @typedef {import('../../build/form/recording_standard.js').Worker} Worker */
/** @typedef {import('./standard-schema.js').StandardSchema} StandardSchema */
/** @typedef {import('./validator.js').Validator} Validator */
