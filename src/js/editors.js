/*
 * What rich-text editors do in their own way, for `sourceOf(content, editor)`. Nothing of the editors themselves is
 * loaded here: each function is given the page's own.
 */
export { fromCkeditor } from './editors/ckeditor.js';
export { fromProsemirror } from './editors/prosemirror.js';
export { fromTinymce } from './editors/tinymce.js';
