import { catalogue, fieldsOf } from '../../../build/export/recording_standard.js';

/** @import { Policy } from '../../../build/export/recording_standard.js' */
/** @import { Catalogue } from '../report/reporters.js' */

/**
 * The standard and the rules under a policy, once the wasm is loaded.
 *
 * @param {Policy} [policy]
 * @returns {Catalogue}
 * @throws {Error} that names the place in the policy that is not right
 */
export const catalogueOf = (policy) => ({
  ...JSON.parse(catalogue(JSON.stringify(policy ?? null))),
  fields: Object.fromEntries([...fieldsOfKind('file'), ...fieldsOfKind('entry')].map(({ path, labels }) => [path, labels])),
});

/**
 * The fields that a column can hold, once the wasm is loaded: path and the words for it from the outside in.
 *
 * @param {'entry' | 'file'} kind
 * @returns {{ path: string, labels: string[] }[]}
 */
export const fieldsOfKind = (kind) => JSON.parse(fieldsOf(kind));
