import { fromProsemirror } from '../../../build/page/editors.js';
import { attach, sourceOf } from '../../../build/page/form.js';
import { view } from '../../../build/editors/prosemirror.js';

const source = () => sourceOf(view.dom, fromProsemirror(view));
await attach(document.querySelector('#visit'), {
  fields: { '#notes': { path: 'text', source } },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
