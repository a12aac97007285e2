import { createValidator } from '../../build/page/form.js';

const validator = createValidator({ standard: 'nel-scp' });

addEventListener('message', async ({ data }) => postMessage((await validator).check(data).findings));
