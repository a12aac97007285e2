import { element, find } from '../elements.js';

const place = find('#place');

find('#open').addEventListener('click', () => {
  const when = element('input', { name: 'when', autocomplete: 'off' });
  const said = element('textarea', { name: 'said', rows: '4' });
  place.replaceChildren(element('form', { id: 'call-form', action: '#', novalidate: '' },
    element('p', {}, element('label', {}, 'When was the call? ', when)),
    element('p', {}, element('label', {}, 'What was said ', said)),
    element('button', {}, 'Save')));
});

find('#close').addEventListener('click', () => place.replaceChildren());

find('#checks').addEventListener('recording-standard:report', (event) => {
  const { errors, warnings } = /** @type {CustomEvent} */ (event).detail;
  find('#told').textContent = `The page heard: ${errors} to put right, ${warnings} to look at.`;
});
