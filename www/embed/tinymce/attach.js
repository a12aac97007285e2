import { fromTinymce } from '../../../build/page/editors.js';
import { attach, sourceOf } from '../../../build/page/form.js';

const [editor] = await tinymce.init({ selector: '#notes', promotion: false, plugins: 'lists link table image', height: 320 });
await attach(document.querySelector('#visit'), {
  fields: { '#notes': { path: 'text', source: () => sourceOf(editor.getBody(), fromTinymce(editor)) } },
  record: { type: 'visit', eventAt: '2026-03-04', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
