/**
 * The steps of a path: "author/postTitle" and "/author/postTitle" both have two.
 *
 * @param {string} path a slash path of `attach`, or a JSON Pointer of a finding
 */
export const stepsOf = (path) => path.split('/').filter(Boolean);

/**
 * What a record holds at a path.
 *
 * @param {unknown} record
 * @param {string[]} steps
 * @returns {unknown}
 */
export const valueAt = (record, steps) =>
  steps.reduce((value, step) => /** @type {any} */ (value)?.[step], record);

/**
 * The record with another value at a path; what lies on the way is copied, the record stays as it is.
 *
 * @param {unknown} record
 * @param {string[]} steps
 * @param {unknown} value
 * @returns {unknown}
 */
export function withValue(record, [step, ...rest], value) {
  if (step === undefined) return value;
  const inner = withValue(valueAt(record, [step]), rest, value);
  if (!isIndex(step)) return { .../** @type {object | undefined} */ (record), [step]: inner };
  const items = Array.isArray(record) ? record : [];
  const length = Math.max(items.length, Number(step) + 1);
  return Array.from({ length }, (_, index) => (index === Number(step) ? inner : items[index] ?? null));
}

/**
 * Whether a step is a place in a list.
 *
 * @param {string} step
 */
export const isIndex = (step) => /^\d{1,4}$/.test(step);

/**
 * Nothing there, only spaces, or a list or an object of nothing but that.
 *
 * @param {unknown} value
 * @returns {boolean}
 */
export function isBlank(value) {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isBlank);
  return value === undefined || value === null;
}
