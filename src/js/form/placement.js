import { stepsOf } from './paths.js';

/** @import { Finding } from '../../../build/form/recording_standard.js' */
/** @import { Field } from './fields.js' */

/**
 * Where a finding is shown: at a field, or, without one, in the list at the end of the form.
 *
 * @typedef {object} Place
 * @property {Field | undefined} field
 * @property {boolean} own whether the finding is about this very field
 */

/**
 * The field that a finding is about, else the one whose path shares the most leading steps with it.
 *
 * @param {Finding} finding
 * @param {Field[]} fields
 * @returns {Place}
 */
export function placeOf({ path }, fields) {
  const steps = stepsOf(path);
  let nearest = { field: /** @type {Field | undefined} */ (undefined), shared: 0, own: false };
  for (const field of fields) {
    const fieldSteps = stepsOf(field.path);
    const shared = sharedSteps(steps, fieldSteps);
    // A field that is a list is meant by a path to one of its items.
    if (shared > nearest.shared) nearest = { field, shared, own: shared === fieldSteps.length };
  }
  return nearest;
}

/**
 * @param {string[]} one
 * @param {string[]} other
 */
function sharedSteps(one, other) {
  const difference = one.findIndex((step, index) => step !== other[index]);
  return difference < 0 ? one.length : difference;
}
