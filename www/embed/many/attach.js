import { attach } from '../../../build/page/form.js';

let checks = 0;
await attach(document.querySelector('#review'), {
  record: { type: 'decision', author: { name: 'Helen Okafor', postTitle: 'Team manager' } },
  onReport: () => {
    document.querySelector('#checks').value = ++checks;
  },
});
