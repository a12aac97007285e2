import { attach } from '../../../build/page/form.js';
import { showStepOf } from './steps.js';

const form = document.querySelector('#visit');
await attach(form, {
  fields: { '[name=visited]': 'eventAt', '[name=happened]': 'text', '[name=said]': 'child/views' },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
form.addEventListener('recording-reveal', ({ target }) => showStepOf(target.name));
