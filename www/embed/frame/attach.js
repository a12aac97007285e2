import { attach } from '../../../build/page/form.js';

const frame = document.querySelector('iframe[name="visit"]');
const form = () => frame.contentDocument.forms.visit;
const start = () => form() && attach(form(), {
  fields: { '#on': 'eventAt', '#happened': 'text' },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
frame.addEventListener('load', start);
start();
