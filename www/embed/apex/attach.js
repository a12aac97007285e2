import { attach } from '../../../build/page/form.js';

const { ask } = await attach(document.forms.wwv_flow, {
  fields: { '#P12_VISITED': 'eventAt', '#P12_NOTES': 'text' },
  record: { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } },
  classes: { group: 't-Form-fieldContainer' },
});
apex.gPageContext$.on('apexbeforepagesubmit', (event, request) => {
  const save = () => apex.submit({ request, validate: true });
  if (request === 'SAVE' && !ask(save)) apex.event.gCancelFlag = true;
});
