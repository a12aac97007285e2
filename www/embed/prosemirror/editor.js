// An editor as ProseMirror's guide has it: paragraphs, lists, links, images and tables, with an undo of its own.
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { DOMParser, Schema } from 'prosemirror-model';
import { schema as basic } from 'prosemirror-schema-basic';
import { addListNodes } from 'prosemirror-schema-list';
import { EditorState } from 'prosemirror-state';
import { tableEditing, tableNodes } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';

const tables = tableNodes({ tableGroup: 'block', cellContent: 'block+', cellAttributes: {} });
const nodes = addListNodes(basic.spec.nodes, 'paragraph block*', 'block').append(tables);
const schema = new Schema({ nodes, marks: basic.spec.marks });

export const view = new EditorView(document.querySelector('#notes'), {
  state: EditorState.create({
    doc: DOMParser.fromSchema(schema).parse(document.querySelector('#content').content),
    plugins: [history(), keymap({ 'Mod-z': undo, 'Mod-y': redo }), keymap(baseKeymap), tableEditing()],
  }),
  attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': 'notes-label' },
});
