import { fromCkeditor } from '../../../build/page/editors.js';
import { attach, sourceOf } from '../../../build/page/form.js';
import { editor } from './editor.js';

const source = () => sourceOf(editor.editing.view.getDomRoot(), fromCkeditor(editor));
await attach(document.querySelector('#visit'), {
  fields: { '#notes': { path: 'text', source } },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
