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
