import { underWay } from './draft.js';
import { isIndex, stepsOf } from './form/paths.js';

/** @import { CaseRecord, Report } from '../../build/form/recording_standard.js' */

/**
 * What libraries of forms know a validator by: the Standard Schema, version 1.
 *
 * @typedef {object} StandardSchema
 * @property {1} version
 * @property {string} vendor
 * @property {(value: unknown) => Outcome} validate gives the errors, and no warnings: a library holds a form back for
 *   each. A record without a time of recording is taken as one that is still being written
 * @property {{ input: CaseRecord, output: CaseRecord }} [types] for TypeScript alone
 */

/** @typedef {{ value: CaseRecord, issues?: undefined } | { issues: readonly Fault[] }} Outcome */

/** @typedef {{ message: string, path: readonly (string | number)[] }} Fault */

/**
 * @param {(record: CaseRecord) => Report} check
 * @returns {StandardSchema}
 */
export const schemaOf = (check) => ({
  version: 1,
  vendor: 'recording-standard',
  validate(value) {
    if (typeof value !== 'object' || value === null) return { issues: [{ message: 'This is no record.', path: [] }] };
    const { findings } = check(underWay(value));
    const errors = findings.filter(({ severity }) => severity === 'error');
    if (errors.length === 0) return { value };
    return { issues: errors.map(({ message, path }) => ({ message, path: stepsOf(path).map((step) => (isIndex(step) ? Number(step) : step)) })) };
  },
});
