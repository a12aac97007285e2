/**
 * What rich-text editors do in their own way, for `sourceOf(content, editor)`. Nothing of the editors themselves is
 * loaded here: each function is given the page's own.
 *
 * @import { Editor } from './source.js'
 */

/**
 * ProseMirror, and what is made of it, as TipTap (`editor.view`). The content is `view.dom`.
 *
 * @param {any} view EditorView
 * @returns {Editor}
 */
export const fromProsemirror = (view) => ({
  focus: () => view.focus(),
  replace({ startContainer, startOffset, endContainer, endOffset }, text) {
    const from = view.posAtDOM(startContainer, startOffset);
    view.dispatch(view.state.tr.insertText(text, from, view.posAtDOM(endContainer, endOffset)));
  },
});

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

/**
 * CKEditor 5. The content is `editor.editing.view.getDomRoot()`.
 *
 * @param {any} editor
 * @returns {Editor}
 */
export const fromCkeditor = ({ model, ui, editing: { mapper, view } }) => ({
  element: ui.element,
  focus: () => view.focus(),
  replace(range, text) {
    model.change((/** @type {any} */ writer) => {
      const place = mapper.toModelRange(view.domConverter.domRangeToView(range));
      const [first] = place.getItems();
      const selection = writer.createSelection(place);
      model.deleteContent(selection);
      if (text) model.insertContent(writer.createText(text, first?.getAttributes()), selection);
    });
  },
});
