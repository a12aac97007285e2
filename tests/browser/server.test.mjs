import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from '../../tools/command.mjs';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Page } from './harness.mjs' */

/** What a form posts: a decision without its reasons, and words over several lines that want explaining. */
const posted = {
  eventAt: '4 March 2026',
  text: 'Ava showed me her room.\nThe TAF met, and Mum was hostile.\n\nThe IRO came.',
  'child/views': '',
  'decisions/0/what': 'Ava will have a mentor.',
  'decisions/0/reasons': '',
};

/**
 * Waits for another page. What asks the one that is about to leave gets no answer.
 *
 * @param {Page} page
 * @param {() => boolean} isThere
 */
async function arrived(page, isThere) {
  const end = performance.now() + 10_000;
  while (!(await page.evaluate(isThere).catch(() => false))) {
    assert.ok(performance.now() < end, `Waited in vain for: ${isThere}`);
    await pause(20);
  }
}

inEachBrowser('a server that checks what was posted', (open) => {
  /** @type {import('node:child_process').ChildProcess} */
  let child;
  /** @type {string} */
  let address;
  before(async () => {
    child = spawn(process.execPath, [join(root, 'examples/server/server.js')], { env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
    [address] = await once(/** @type {import('node:stream').Readable} */ (child.stdout), 'data').then(([data]) => String(data).trim().split('\n'));
  });
  after(() => child.kill());

  test('agrees with the page about every finding', async () => {
    const page = await open(address);
    await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
    const { here, there } = await page.evaluate(async (values) => {
      const element = /** @type {any} */ (document.querySelector('recording-standard'));
      const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
      for (const [name, value] of Object.entries(values)) /** @type {any} */ (form.elements.namedItem(name)).value = value;
      const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
      // As a browser writes a form, line breaks included.
      const body = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value).replaceAll('\n', '\r\n')]));
      const answer = await fetch(location.href, { method: 'POST', headers, body });
      return { here: element.check().findings, there: await answer.json() };
    }, posted);
    assert.ok(here.some((/** @type {import('../../src/js/index.js').Finding} */ { range }) => range && range.start > posted.text.indexOf('The IRO')));
    assert.deepEqual(there.findings, here);
    assert.deepEqual(page.errors.filter((error) => !error.includes('422')), []);
    await page.close();
  });

  test('lists the same errors, with links to the same fields, where the page has no checks', async () => {
    const page = await open(address);
    await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
    await page.evaluate((values) => {
      const form = /** @type {HTMLFormElement} */ (document.querySelector('form'));
      for (const [name, value] of Object.entries(values)) /** @type {any} */ (form.elements.namedItem(name)).value = value;
    }, posted);
    await page.click('form > button');
    await page.waitFor(() => document.activeElement?.matches('.recording-summary') === true);
    const linked = () => page.evaluate(() => [...document.querySelectorAll('.govuk-error-summary a')].map((link) => [link.getAttribute('href'), link.textContent]).sort());
    const fromPage = await linked();
    assert.deepEqual(await page.axe(), []);
    await page.evaluate(() => {
      document.querySelector('recording-standard')?.remove();
      setTimeout(() => /** @type {HTMLFormElement} */ (document.querySelector('form')).submit());
    });
    await arrived(page, () => document.title.startsWith('Error: ') && !document.querySelector('.recording-summary'));
    assert.deepEqual(await linked(), fromPage);
    assert.ok(fromPage.length >= 2, String(fromPage));
    const text = await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value);
    assert.equal(text, posted.text);
    for (const width of [320, 1280]) {
      await page.resize({ width, height: 800 });
      assert.deepEqual(await page.axe(), []);
    }
    await page.close();
  });

  test('saves an imperfect record when it is told why', async () => {
    const page = await open(address);
    await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
    await page.type('#text', 'Ava showed me her room.');
    await page.click('form > button');
    await page.waitFor(() => document.activeElement?.matches('.recording-summary') === true);
    await page.type('.recording-anyway textarea', 'I will ask tomorrow.');
    await page.click('.recording-anyway button');
    await arrived(page, () => document.title === 'Saved');
    await page.close();
  });
});

inEachBrowser('the guide for servers and workers', (open) => {
  /** @type {import('../../tools/serve.mjs').Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  test('shows what a worker finds while somebody writes', async () => {
    const page = await open(`${server.address}/www/server.html`);
    await page.waitFor(() => document.querySelectorAll('#found li').length === 1 && document.querySelector('main')?.dataset.ready === '');
    await page.type('#note', ' The IRO came.');
    await page.waitFor(() => document.querySelectorAll('#found li').length === 2);
    await assertFits(page);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
});
