import { attach } from '../../../build/page/form.js';

const frame = document.querySelector('iframe[name="visit"]');
const start = () => frame.contentDocument.forms.visit && attach(frame.contentDocument.forms.visit, {
  fields: { '#on': 'eventAt', '#happened': 'text' },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
frame.addEventListener('load', start);
start();
