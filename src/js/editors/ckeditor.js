/** @import { Editor } from '../source.js' */

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
