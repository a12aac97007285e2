import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('the guide for developers', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  test('shows the code beside the form that it makes, and both are right', async () => {
    const page = await open(`${server.address}/www/embed.html`);
    await page.waitFor(() => document.querySelectorAll('form .recording-hints').length >= 2 && document.querySelector('main')?.dataset.ready === '');
    const code = await page.evaluate(() => [...document.querySelectorAll('pre')].map(({ textContent }) => textContent));
    assert.match(code[0], /^<form id="call"[^]*\n {2}<p>\n[^]*data-record="eventAt"[^]*<\/form>$/);
    assert.doesNotMatch(code[0], /recording-/);
    assert.match(code[1], /^import { attach } from '\/recording-standard\/form.js';\n\nawait attach\(/);
    assert.match(code[2], /onErrors: 'block'/);
    assert.match(await page.text('#call .recording-hints') ?? '', /TAF/);
    await page.click('#decision > button');
    await page.waitFor(() => document.activeElement?.matches('.problems') === true);
    assert.equal(await page.text('.problems h2'), 'This cannot be saved yet');
    await assertFits(page);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
});
