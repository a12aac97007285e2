import { attach } from '../../../build/page/form.js';

await attach(parent.document.forms.call, {
  fields: { '#call-when': 'eventAt', '#call-text': 'text' },
  record: { type: 'phoneCall', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
