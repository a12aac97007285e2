/** @import { Editor } from '../source.js' */

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
