import assert from 'node:assert/strict';
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/command.mjs';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/**
 * A page with a form and what stands beside it.
 *
 * @param {string} beside
 */
const page = (beside) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Visit</title>
<form id="visit"><label>What happened <textarea name="text" data-record="text">We met the TAF.</textarea></label> <button>Save</button></form>
${beside}</html>`;

const module = '<script type="module" src="/build/page/element.js"></script>';

/** Settings that cannot be read, and what the console says of each. */
const unreadable = {
  'policy="/absent.json"': 'the attribute “policy” leads to an address that gives nothing.',
  'policy="/form"': 'the attribute “policy” leads to something that is not JSON.',
  'record="#nothing"': 'the attribute “record” leads to something that is not JSON.',
  'onerrors="shout"': 'the attribute “onerrors” can be “block”, “confirm” or “allow”.',
  'policy=\'{ "standart": "wirral" }\'': 'policy: ',
};

inEachBrowser('<recording-standard>', (open) => {
  /** @type {Server} */
  let server;
  /** @type {Server} */
  let sealed;
  /** @type {string} */
  let folder;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    await writeFile(join(folder, 'policy.json'), '{ "glossary": [{ "term": "TAF", "meaning": "the people who help the family" }] }');
    await copyFile(join(root, 'build/page/element.inline.js'), join(folder, 'element.inline.js'));
    await writeFile(join(folder, 'page.html'), page('<script src="element.inline.js"></script><recording-standard for="visit"></recording-standard>'));
    const pages = {
      '/form': page(module),
      '/policy': page(`${module}<recording-standard for="visit" policy="/files/policy.json"></recording-standard>`),
      '/around': page(module).replace('<button>', '<recording-standard standard="wirral"></recording-standard><button>'),
      '/inline': page('<script src="/build/page/element.inline.js"></script><recording-standard for="visit" policy="#p"></recording-standard><script type="application/json" id="p">{ "standard": "wirral" }</script>'),
      ...Object.fromEntries(Object.keys(unreadable).map((attribute, number) => [`/unreadable/${number}`, page(`${module}<recording-standard for="visit" ${attribute}></recording-standard>`)])),
    };
    const folders = { ...demo.folders, '/files/': folder };
    server = await serve({ ...demo, folders, pages });
    const policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'; trusted-types 'none'; require-trusted-types-for 'script'";
    sealed = await serve({ folders, pages, headers: { 'Content-Security-Policy': policy } });
  });
  after(async () => {
    await server.close();
    await sealed.close();
    await rm(folder, { recursive: true });
  });

  /** @param {Page} page */
  const remarks = (page) => page.evaluate(() => [...document.querySelectorAll('.recording-hint__term')].map(({ textContent }) => textContent));

  test('has the page of its guide checked, whose author wrote no script', async () => {
    const page = await open(`${server.address}/www/element.html`);
    await page.waitFor(() => document.querySelector('#visit-form .recording-hints') && document.querySelector('main')?.dataset.ready === '');
    assert.deepEqual(await remarks(page), ['“EHCP”', '“hostile”']);
    const code = await page.evaluate(() => [...document.querySelectorAll('pre')].map(({ textContent }) => textContent));
    assert.equal(code[0], '<script type="module" src="/recording-standard/element.js"></script>');
    assert.match(code[1], /^<form id="visit-form"[^]*<recording-standard for="visit-form" policy="#policy"[^]*<\/script>$/);
    await page.click('#visit-form > button');
    await page.waitFor(() => document.activeElement?.matches('.recording-summary') === true);
    await assertFits(page);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('finds a form that comes later, and one that takes its place', async () => {
    const page = await open(`${server.address}/www/element.html`);
    for (const _ of ['later', 'in the place of the first']) {
      await page.click('#open');
      await page.waitFor(() => document.querySelector('#call-form > [role="status"]') !== null);
      await page.type('#place textarea', 'We met the TAF. ');
      await page.waitFor(() => document.querySelector('#place .recording-hint__term')?.textContent === '“TAF”');
    }
    assert.match(await page.text('#told') ?? '', /^The page heard: \d+ to put right, [1-9]/);
    await page.click('#close');
    await page.click('#open');
    await page.waitFor(() => document.querySelector('#call-form > [role="status"]') !== null);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('leaves no trace of itself when it is taken away', async () => {
    const page = await open(`${server.address}/form`);
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await page.evaluate(() => {
      const element = document.createElement('recording-standard');
      element.setAttribute('for', 'visit');
      document.body.append(element);
    });
    await page.waitFor(() => document.querySelector('.recording-hints') !== null);
    await page.evaluate(() => document.querySelector('recording-standard')?.remove());
    await page.waitFor(() => document.querySelector('.recording-hints') === null);
    assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
    assert.equal(await page.evaluate(() => document.adoptedStyleSheets.length + CSS.highlights.size), 0);
    await page.type('textarea', ' We met the IRO. ');
    await pause(1000);
    assert.deepEqual(await remarks(page), []);
    await page.close();
  });

  test('goes on as it was where the page moves it, and follows an attribute that changes', async () => {
    const page = await open(`${server.address}/policy`);
    await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
    assert.deepEqual(await remarks(page), []);
    const isSame = await page.evaluate(async () => {
      const [element, status] = ['recording-standard', 'form > [role="status"]'].map((selector) => document.querySelector(selector));
      document.body.prepend(/** @type {Element} */ (element));
      await new Promise((resolve) => setTimeout(resolve, 50));
      return document.querySelector('form > [role="status"]') === status;
    });
    assert.ok(isSame);
    await page.evaluate(() => document.querySelector('recording-standard')?.removeAttribute('policy'));
    await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“TAF”');
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('is for the form that it stands in, where it names none', async () => {
    const page = await open(`${server.address}/around`);
    await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“TAF”');
    await page.close();
  });

  test('says the report to the page without a word of the record', async () => {
    const page = await open(`${server.address}/form`);
    const told = await page.evaluate(() => new Promise((resolve) => {
      document.addEventListener('recording-standard:report', (event) => resolve(JSON.stringify(/** @type {CustomEvent} */ (event).detail)));
      const text = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
      text.value = 'Zebedee said that the TAF was on Quillwort Lane.';
      document.body.insertAdjacentHTML('beforeend', '<recording-standard for="visit"></recording-standard>');
    }));
    assert.match(String(told), /undefined-abbreviation/);
    assert.doesNotMatch(String(told), /Zebedee|Quillwort/);
    await page.close();
  });

  for (const [number, [attribute, said]] of Object.entries(unreadable).entries()) {
    test(`with ${attribute} leaves the form as usable as before, and says what is wrong`, async () => {
      const page = await open(`${server.address}/unreadable/${number}`);
      await page.waitFor(() => document.querySelector('.recording-unavailable') !== null);
      await page.waitFor(() => document.readyState === 'complete');
      assert.ok(page.errors.some((error) => error.includes(said)), page.errors.join('\n'));
      await page.click('button');
      await page.waitFor(() => location.search.startsWith('?text='));
      await page.close();
    });
  }

  test('in one script needs no network', async () => {
    const page = await open(`${sealed.address}/inline`);
    await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“TAF”');
    // The icon that browsers ask of every site is not asked for by the page.
    const requests = page.requests.map((address) => new URL(address)).filter(({ protocol }) => protocol === 'http:').map(({ pathname }) => pathname).filter((path) => path !== '/favicon.ico');
    assert.deepEqual(requests, ['/inline', '/build/page/element.inline.js']);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('in one script checks a page that is a file', async () => {
    const page = await open(pathToFileURL(join(folder, 'page.html')).href);
    await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“TAF”');
    await page.close();
  });
});
