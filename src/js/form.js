import { attachWith } from './form/attach.js';
import { createValidator } from './index.js';

export { sourceOf } from './source.js';

/**
 * Gives an existing form instant feedback; its markup need not change. Where the validator cannot be
 * loaded, the form works as before and says that checks are unavailable. Feedback that the form has already is
 * taken away first: the last call counts.
 *
 * @param {HTMLFormElement} form
 * @param {AttachOptions} [options]
 * @returns {Promise<Attachment>}
 * @throws {Error} for a policy or a selector that is not right
 */
export const attach = (form, options = {}) => attachWith(createValidator, form, options);

// What a TypeScript user imports by name.
/** @typedef {import('./form/attach.js').AttachOptions} AttachOptions */
/** @typedef {import('./form/attach.js').Attachment} Attachment */
/** @typedef {import('./form/fields.js').Mapping} Mapping */
/** @typedef {import('./source.js').Editor} Editor */
/** @typedef {import('./source.js').Mark} Mark */
/** @typedef {import('./source.js').Source} Source */
/** @typedef {import('./source.js').Stretch} Stretch */
