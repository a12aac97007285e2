import { isBlank, stepsOf, valueAt } from './paths.js';

/** @import { Remark } from './remarks.js' */

/**
 * What the person has done so far.
 *
 * @typedef {object} Moment
 * @property {unknown} record as it is now
 * @property {Set<string>} visited paths of the fields that were left
 * @property {boolean} submitted whether a submission was held back
 * @property {{ path: string, sentence: { start: number, end: number } }} [typing] the field that is being typed
 *   in, and the sentence there
 */

/**
 * Whether a remark may be made now, quietly: none about a sentence that is still being written, and none about a
 * gap before its field was passed by.
 *
 * @param {Remark} remark
 * @param {Moment} moment
 * @returns {boolean}
 */
export function isDue({ finding, field }, { record, visited, submitted, typing }) {
  if (field && typing?.path === field.path) {
    if (finding.range && overlap(finding.range, typing.sentence)) return false;
    // Half a date is no mistake while the other half is being typed.
    if (!field.source) return false;
  }
  // What comes with words to put in asks for a click, not for an answer to be thought of.
  const isGap = finding.fixes.length === 0 && isBlank(valueAt(record, stepsOf(finding.path)));
  return !isGap || (field ? visited.has(field.path) : submitted);
}

/**
 * @param {{ start: number, end: number }} one
 * @param {{ start: number, end: number }} other
 */
const overlap = (one, other) => one.start < other.end && one.end > other.start;
