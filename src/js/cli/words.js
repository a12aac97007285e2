/**
 * A number with its noun.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (count, one, many = `${one}s`) => `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

/**
 * A list as a sentence has it.
 *
 * @param {string[]} items
 */
export const listed = (items) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);

/**
 * A file by the name that it was given on the command line.
 *
 * @param {string} file
 */
export const nameOf = (file) => (file === '-' ? 'Standard input' : file);

/** @type {Record<string, string>} */
const readings = {
  ENOENT: 'There is no such file.',
  EACCES: 'Its permissions do not allow it.',
  EPERM: 'Its permissions do not allow it.',
  EISDIR: 'It is a folder.',
  ENOTDIR: 'There is no such folder.',
  ENOSPC: 'The disk is full.',
  EROFS: 'The disk allows no writing.',
};

/**
 * Why something failed, in a sentence.
 *
 * @param {unknown} error
 */
export function reasonOf(error) {
  const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
  return code ? (readings[code] ?? `The system says ${code}.`) : message;
}
