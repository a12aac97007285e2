/**
 * What a field is called: "Decision 1: who decided: name".
 *
 * @param {string[]} labels the words for it from the outside in
 */
export function fieldName(labels) {
  const words = labels.map((label) => label.replace(/^the /, '')).join(': ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/**
 * What the field at a place in a record is called; the place itself, where it is not known.
 *
 * @param {string} pointer
 * @param {Record<string, string[]>} fields
 * @returns {string}
 */
export function nameOfField(pointer, fields) {
  const [, entry, rest] = /^\/entries\/(\d+)(.*)$/.exec(pointer) ?? [];
  if (entry !== undefined) return `Entry ${Number(entry) + 1}${rest ? `: ${nameOfField(rest, fields)}` : ''}`;
  if (pointer === '') return 'The record';
  const steps = pointer.slice(1).split('/');
  const places = steps.filter(isNumber).map(Number);
  const zeros = steps.map((step) => (isNumber(step) ? '0' : step));
  // A list of names has one field for all of them.
  const labels = fields[zeros.join('/')] ?? fields[zeros.slice(0, -1).join('/')];
  if (!labels) return pointer.slice(1);
  // People count from one.
  return fieldName(labels.map((label) => (/ 1$/.test(label) ? label.replace(/1$/, String((places.shift() ?? 0) + 1)) : label)));
}

/** @param {string} step */
const isNumber = (step) => /^\d+$/.test(step);
