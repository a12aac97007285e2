/** @import { Stretch } from '../source.js' */

/**
 * A change of a text in one place.
 *
 * @typedef {object} Edit
 * @property {number} start
 * @property {number} end of what was there before
 * @property {number} moved by how much all after it moved
 */

/** How many letters are compared at once. */
const stride = 512;

/**
 * @param {string} one
 * @param {number} from
 * @param {string} other
 * @param {number} start
 */
const isSame = (one, from, other, start) => one.slice(from, from + stride) === other.slice(start, start + stride);

/**
 * The smallest edit that makes one text of another.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Edit}
 */
export function editOf(before, after) {
  const moved = after.length - before.length;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  // Long stretches at once: this runs at every key.
  while (start + stride <= shorter && isSame(before, start, after, start)) start += stride;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let end = before.length;
  const least = Math.max(start, start - moved);
  while (end - stride >= least && isSame(before, end - stride, after, end - stride + moved)) end -= stride;
  while (end > least && before.charCodeAt(end - 1) === after.charCodeAt(end - 1 + moved)) end -= 1;
  return { start, end, moved };
}

/**
 * What becomes of stretches of a text when it is edited: those before the edit stay, those after it move along, and
 * one that the edit touched is dropped, since nobody has looked at it again.
 *
 * @template {Stretch} T
 * @param {T[]} stretches
 * @param {Edit} edit
 * @returns {T[]}
 */
export const shift = (stretches, edit) =>
  stretches.flatMap((stretch) => {
    const { start, end } = stretch;
    if (end <= edit.start) return [stretch];
    if (start >= edit.end) return [{ ...stretch, start: start + edit.moved, end: end + edit.moved }];
    return [];
  });
