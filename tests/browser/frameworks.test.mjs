import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root } from '../../tools/command.mjs';
import { demo } from '../../tools/demo.mjs';
import { buildExamples } from '../../tools/examples.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/** What each app has beside the form that it would have anyway. */
const embedding = {
  React: { built: 'react', file: 'react/src/checked.js' },
  Vue: { built: 'vue', file: 'vue/src/checked.js' },
  Angular: { built: 'angular', file: 'angular/src/checked.ts' },
};

/** What stands in the place of a binding to the form's own state in each library of forms. */
const libraries = { 'React Hook Form': 'react-hook-form', 'TanStack Form': 'tanstack-form' };

describe('an app, built by the tool of its own framework', () => {
  /** @type {Server} */
  let server;
  before(async () => {
    await buildExamples();
    server = await serve(demo);
  });
  after(() => server.close());

  for (const [framework, { file }] of Object.entries(embedding)) {
    test(`in ${framework} costs ten lines or fewer`, async () => {
      const code = await readFile(join(root, 'examples', file), 'utf8');
      const lines = code.split('\n').filter((line) => line.trim() && !/^\s*\/?\*/.test(line));
      assert.ok(lines.length <= 10, `${lines.length} lines`);
      assert.ok(lines.some((line) => line.includes("'recording-standard/form'")));
    });
  }

  inEachBrowser('it', (open) => {
    for (const [framework, { built }] of Object.entries(embedding)) {
      test(`in ${framework} is checked, and its state hears of what is put in`, async () => {
        const page = await open(`${server.address}/build/examples/${built}/`);
        await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
        await page.type('#happened', 'We met the TAF. ');
        await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“TAF”');
        assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.recording-mark--warning')].map((mark) => mark.textContent)), ['TAF']);
        assert.equal(await page.text('#words'), '4 words');

        await page.click('.recording-hints button:not(.recording-hint__term)');
        const written = await page.waitFor(() => {
          const { value } = /** @type {HTMLTextAreaElement} */ (document.querySelector('#happened'));
          return value !== 'We met the TAF. ' && value;
        });
        const words = String(written).split(/\s+/).filter(Boolean).length;
        assert.equal(await page.waitFor(() => document.querySelector('#words')?.textContent !== '4 words' && document.querySelector('#words')?.textContent), `${words} words`);
        await page.focus('#happened');
        await page.evaluate(() => document.execCommand('undo'));
        await page.waitFor(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#happened')).value === 'We met the TAF. ');
        assert.equal(await page.waitFor(() => document.querySelector('#words')?.textContent === '4 words'), true);
        assert.deepEqual(page.errors, []);
        await page.close();
      });

      test(`in ${framework} is checked where it puts fields in and takes them away`, async () => {
        const page = await open(`${server.address}/build/examples/${built}/`);
        await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
        for (const _ of ['put in', 'put in again']) {
          await page.click('#views');
          await page.waitFor(() => document.querySelector('#view-0') !== null);
          await page.type('#view-0', 'She asked about the IRO. ');
          await page.waitFor(() => document.querySelector('.recording-hint__term')?.textContent === '“IRO”');
          await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#views')).click());
          await page.waitFor(() => document.querySelector('#view-0') === null);
          await page.type('#happened', '. ');
          await page.waitFor(() => document.querySelector('.recording-hints') === null);
        }
        assert.deepEqual(page.errors, []);
        await page.close();
      });

      test(`in ${framework} is held back once with what is missing, saved all the same, and left clean`, async () => {
        const page = await open(`${server.address}/build/examples/${built}/`);
        await page.waitFor(() => document.querySelector('form > [role="status"]') !== null);
        await page.type('#happened', 'We met the TAF.');
        await page.click('form > button');
        await page.waitFor(() => document.activeElement?.matches('.recording-summary') === true);
        assert.equal(await page.text('#saved'), '');
        await assertFits(page);
        await page.type('.recording-anyway textarea', 'I will ask tomorrow.');
        await page.click('.recording-anyway button');
        await page.waitFor(() => document.querySelector('#saved')?.textContent === 'Saved: We met the TAF.');
        await page.waitFor(() => document.querySelector('.recording-summary') === null);
        assert.equal(await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#happened')).value), '');
        assert.deepEqual(page.errors, []);
        await page.close();
      });
    }

    test('stands beside its code in the guide', async () => {
      const page = await open(`${server.address}/www/frameworks.html`);
      await page.waitFor(() => document.querySelector('main')?.dataset.ready === '');
      const code = await page.evaluate(() => [...document.querySelectorAll('pre')].map(({ textContent }) => textContent));
      for (const [at, { file }] of Object.values(embedding).entries()) {
        assert.equal(code.filter((each) => each.includes("from 'recording-standard/form'"))[at], (await readFile(join(root, 'examples', file), 'utf8')).trim());
      }
      await page.waitFor(() => [...document.querySelectorAll('iframe')].every(({ contentDocument }) => contentDocument?.querySelector('form')));
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#not-built')).hidden), true);
      await assertFits(page);
      assert.deepEqual(page.errors, []);
      await page.close();
    });

    for (const [library, built] of Object.entries(libraries)) {
      test(`by ${library}, which takes the validator as it is, shows the errors at their fields and saves what has none`, async () => {
        const page = await open(`${server.address}/build/examples/react/${built}.html`);
        await page.waitFor(() => document.querySelector('form') !== null);
        const field = (/** @type {string} */ name) => `[id^="decisions"][id$="${name}"]`;
        await page.type(field('what'), 'Ava will have a mentor.');
        await page.click('form > button');
        await page.waitFor(() => document.querySelectorAll('.error').length === 2);
        const errors = await page.evaluate(() => [...document.querySelectorAll('.error')].map(({ id, textContent }) => [id.replaceAll(/\W+/g, ' '), textContent]));
        assert.deepEqual(errors, [
          ['eventAt error', 'Give the date on which this took place, and the time if you know it.'],
          ['decisions 0 reasons error', 'Say why this was decided.'],
        ]);
        assert.deepEqual(await page.axe(), []);
        await page.type('#eventAt', '2026-03-04');
        await page.type('#text', 'This is a late entry, because I was ill. Ava showed me her room.');
        await page.type(field('reasons'), 'She is tired in class and asked for help.');
        await page.click('form > button');
        await page.waitFor(() => document.querySelector('#saved')?.textContent === 'Saved: Ava will have a mentor.');
        assert.deepEqual(page.errors, []);
        await page.close();
      });
    }
  });
});
