import { attach } from '../../../build/page/form.js';

const { ask } = await attach(document.forms.aspnetForm, {
  fields: { '[id$=_ddlType]': 'type', '[id$=_txtDate]': 'eventAt', '[id$=_txtNotes]': 'text' },
  record: { author: { name: 'Priya Shah', postTitle: 'Social worker' } },
});
const post = window.__doPostBack;
window.__doPostBack = (target, argument) => {
  const save = () => post(target, argument);
  if (!target.endsWith('$lnkSave') || ask(save)) save();
};
