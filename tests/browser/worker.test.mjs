import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('a web worker', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    // Without the demo's policy, under which no worker can be made of a text.
    server = await serve({ ...demo, headers: {}, pages: { '/blank': '<!doctype html><title>Blank</title>' } });
  });
  after(() => server.close());

  test('checks a record by the same import as a page', async () => {
    const page = await open(`${server.address}/blank`);
    const rules = await page.evaluate(async () => {
      const script = `
        import { createValidator } from '${location.origin}/src/js/index.js';
        onmessage = async ({ data }) => {
          const validator = await createValidator();
          postMessage(validator.check(data).findings.map(({ rule }) => rule));
        };`;
      const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
      const worker = new Worker(url, { type: 'module' });
      const answer = new Promise((resolve, reject) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = () => reject(new Error('the worker broke off'));
      });
      worker.postMessage({ eventAt: '2026-03-03', text: 'We will ask the IRO.' });
      return answer;
    });
    assert.ok(rules.includes('language/undefined-abbreviation'), String(rules));
  });
});
