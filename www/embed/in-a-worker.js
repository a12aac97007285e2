import { element, find } from '../elements.js';

const worker = new Worker(new URL('worker.js', import.meta.url), { type: 'module' });
const text = /** @type {HTMLTextAreaElement} */ (find('#note'));
const ask = () => worker.postMessage({ type: 'note', draft: true, text: text.value });

text.addEventListener('input', ask);
worker.addEventListener('message', ({ data }) => {
  const about = /** @type {import('../../src/js/index.js').Finding[]} */ (data).filter(({ path }) => path === '/text');
  find('#found').replaceChildren(...about.map(({ message }) => element('li', {}, message)));
});
ask();
