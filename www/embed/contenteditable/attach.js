import { attach } from '../../../build/page/form.js';

await attach(document.querySelector('#visit'), {
  fields: { '#notes': 'text' },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
