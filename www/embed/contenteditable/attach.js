import { attach } from '../../../build/page/form.js';

await attach(document.querySelector('#visit'), {
  fields: { '#notes': 'text' },
  record: { type: 'visit', eventAt: '2026-03-04', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
