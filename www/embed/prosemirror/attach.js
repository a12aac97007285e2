import { fromProsemirror } from '../../../build/page/editors.js';
import { attach, sourceOf } from '../../../build/page/form.js';
import { view } from '../../../build/editors/prosemirror.js';

await attach(document.querySelector('#visit'), {
  fields: { '#notes': { path: 'text', source: () => sourceOf(view.dom, fromProsemirror(view)) } },
  record: { type: 'visit', eventAt: '2026-03-04', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
