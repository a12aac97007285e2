import { attach } from '../../build/page/form.js';

await attach(document.querySelector('#decision'), {
  policy: { standard: 'wirral' },
  fields: {
    '#decided': 'decisions/0/what',
    '[name="decided-on"]': 'decisions/0/madeOn',
    '#decided-why': 'decisions/0/reasons',
  },
  record: {
    type: 'decision',
    author: { name: 'Helen Okafor', postTitle: 'Team manager' },
  },
  onErrors: 'block',
  classes: { group: 'row', errorSummary: 'problems' },
  messages: { blocked: 'This cannot be saved yet' },
});
