import { attach } from '../../build/page/form.js';

await attach(document.querySelector('#call'), {
  policy: { standard: 'nel-scp' },
  record: {
    type: 'phoneCall',
    author: { name: 'Priya Shah', postTitle: 'Social worker' },
  },
});
