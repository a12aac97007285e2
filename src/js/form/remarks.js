import { nameOf } from './fields.js';
import { placeOf } from './placement.js';

/** @import { Finding } from '../../../build/form/recording_standard.js' */
/** @import { Field } from './fields.js' */
/** @import { Place } from './placement.js' */
/** @import { Words } from './words.js' */

/**
 * A finding as the form speaks of it.
 *
 * @typedef {object} Remark
 * @property {Finding} finding
 * @property {string} key the same from one check to the next, as long as the finding stays
 * @property {string} message
 * @property {string} term the words that it marks; empty where it marks none
 * @property {Field | undefined} field where it is shown; the list at the end of the form without one
 * @property {boolean} own whether it is about this very field
 */

/**
 * The remarks in the order of the form's fields; those without a field come last.
 *
 * @param {Finding[]} findings
 * @param {Field[]} fields
 * @param {Words} words
 * @returns {Remark[]}
 */
export function remarksOf(findings, fields, words) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const rank = (/** @type {Place} */ { field }) => (field ? fields.indexOf(field) : fields.length);
  return findings
    .map((finding) => {
      const { field, own } = placeOf(finding, fields);
      const name = `${finding.rule} ${finding.path} ${finding.message}`;
      const nth = (seen.get(name) ?? 0) + 1;
      seen.set(name, nth);
      const message = messageOf(finding, words, own ? field : undefined);
      return { finding, key: `${name} ${nth}`, message, term: termOf(finding, field, own), field, own };
    })
    .sort((one, other) => rank(one) - rank(other));
}

/**
 * What a finding says. Of a field that is to be filled in, the form has the better name.
 *
 * @param {Finding} finding
 * @param {Words} words
 * @param {Field | undefined} field that it is about
 */
function messageOf(finding, words, field) {
  const name = finding.rule === 'fields/missing' && field ? nameOf(field) : '';
  return name ? words.fillIn(name) : words.finding(finding);
}

/**
 * The words that a finding marks, sliced from the page's own copy.
 *
 * @param {Finding} finding
 * @param {Field | undefined} field
 * @param {boolean} own
 */
const termOf = ({ range }, field, own) =>
  range && own && typeof field?.value === 'string' ? field.value.slice(range.start, range.end).trim() : '';

/**
 * The remarks by the field that they are shown at.
 *
 * @param {Remark[]} remarks
 * @returns {Map<string, Remark[]>} by path; `''` for those without a field
 */
export function byField(remarks) {
  /** @type {Map<string, Remark[]>} */
  const groups = new Map();
  for (const remark of remarks) {
    const path = remark.field?.path ?? '';
    groups.set(path, [...(groups.get(path) ?? []), remark]);
  }
  return groups;
}
