/** @import { Editor } from '../source.js' */

/**
 * TinyMCE, in a frame or inline. The content is `editor.getBody()`.
 *
 * @param {any} editor
 * @returns {Editor}
 */
export const fromTinymce = (editor) => ({
  element: editor.getContainer(),
  focus: () => editor.focus(),
  replace(range, text) {
    editor.undoManager.transact(() => {
      editor.selection.setRng(range);
      editor.getDoc().execCommand(text ? 'insertText' : 'delete', false, text);
    });
  },
});
