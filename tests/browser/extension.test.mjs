import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { writeExtension } from '../../tools/extension.mjs';
import { serveForeign, settings } from './extension/foreign.mjs';
import { starters, waitFor } from './extension/started.mjs';

/** @import { Page } from 'puppeteer-core' */
/** @import { Server } from '../../tools/serve.mjs' */
/** @import { Panel, Started } from './extension/started.mjs' */

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const note = 'We met the TAF. Mum is hard to engage. I told the school about it. ';

describe('the extension, on pages of somebody else', { concurrency: true }, () => {
  for (const { name, start } of starters) {
    describe(name, { concurrency: 1 }, () => {
      /** @type {string} */
      let folder;
      /** @type {Server} */
      let server;
      /** @type {Started} */
      let started;
      /** @type {Page} */
      let page;
      /** @type {Panel} */
      let panel;

      before(async () => {
        folder = await mkdtemp(join(tmpdir(), 'extension-'));
        await writeExtension(folder, settings);
        server = await serveForeign();
        started = await start(folder, settings);
      });
      after(async () => {
        await started?.close();
        await server?.close();
        await rm(folder, { recursive: true, force: true });
      });
      afterEach(() => page.close());

      /** @param {string} path */
      const open = async (path) => {
        page = await started.browser.newPage();
        await page.goto(server.address + path);
        panel = await started.openPanel(page);
        await waitFor(panel, () => (document.querySelector('#state')?.textContent ?? '') !== '');
      };
      const text = () => panel.evaluate(() => document.querySelector('main')?.innerText.replace(/\s+/g, ' ') ?? '');
      /** @param {string} words */
      const reads = (words) => waitFor(panel, (wanted) => document.querySelector('main')?.innerText.includes(wanted), words);
      /** @param {string} selector */
      const valueOf = (selector) => page.evaluate((wanted) => /** @type {HTMLInputElement} */ (document.querySelector(wanted)).value, selector);

      /** @param {string} path of the field that a control is to be chosen for */
      const pick = async (path) => {
        await panel.evaluate((wanted) => {
          /** @type {HTMLDetailsElement} */ (document.querySelector('#setup')).open = true;
          /** @type {HTMLSelectElement} */ (document.querySelector('#path')).value = wanted;
        }, path);
        await panel.click('#pick');
        await reads('Click the control on the page.');
      };
      const exported = async () => JSON.parse(await panel.evaluate(() => {
        const deploy = /** @type {HTMLSelectElement} */ (document.querySelector('#deploy'));
        deploy.value = 'plain';
        deploy.dispatchEvent(new Event('input'));
        return /** @type {HTMLTextAreaElement} */ (document.querySelector('#export')).value;
      }));

      test('says beside a page what could be clearer in it, shows the words, and leaves the page as it is', async () => {
        await open('/visit');
        const before = await page.evaluate(() => document.documentElement.outerHTML);
        await page.type('#on', '17 November 2026');
        await page.type('[name$="$Notes"]', note);
        await reads('“told the school”');
        assert.match(await text(), /What happened Show/);
        assert.match(await text(), /“TAF” may not be clear/);
        assert.match(await text(), /Say that it is a late entry, and why/);
        assert.match(await text(), /Record why this was shared/);
        await panel.click('.recording-hint__term');
        const selected = await waitFor(page, () => {
          const { value, selectionStart, selectionEnd } = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'));
          return value.slice(selectionStart, selectionEnd);
        });
        assert.equal(selected, 'TAF');
        await panel.click('.field__head button');
        assert.equal(await page.evaluate(() => document.activeElement?.localName), 'textarea');
        assert.equal(await page.evaluate(() => document.documentElement.outerHTML), before);
      });

      test('puts words into the record only when somebody has read them and says so', async () => {
        await open('/visit');
        await page.type('[name$="$Notes"]', 'We met the TAF. ');
        await reads('“TAF”');
        await panel.click('.recording-fix');
        await reads('Put it in the record');
        assert.equal(await valueOf('textarea'), 'We met the TAF. ');
        await panel.click('.offer__ways button');
        await waitFor(page, () => document.querySelector('textarea')?.value === 'We met the team around the family (TAF). ');
        await waitFor(panel, () => document.querySelector('.recording-hint__term') === null);
        await page.focus('textarea');
        await page.keyboard.down('Control');
        await page.keyboard.press('z');
        await page.keyboard.up('Control');
        assert.equal(await valueOf('textarea'), 'We met the TAF. ');
      });

      test('asks before a record is saved, holds nothing back, and remembers no more than how much was asked', async () => {
        await open('/visit');
        await page.type('#on', '17 November 2026');
        await page.type('[name$="$Notes"]', note);
        // Where the notice would be if it did not look where the button is.
        await page.evaluate(() => Object.assign(/** @type {HTMLElement} */ (document.querySelector('#save')).style, { position: 'fixed', right: 0, bottom: 0 }));
        await page.hover('#save');
        await waitFor(page, () => document.querySelector('[data-recording-standard]') !== null);
        const { inside, covers } = await page.evaluate(() => {
          const notice = /** @type {HTMLElement} */ (document.querySelector('[data-recording-standard]'));
          const [one, other] = [notice, /** @type {Element} */ (document.querySelector('#save'))].map((each) => each.getBoundingClientRect());
          return {
            inside: notice.textContent,
            covers: one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom,
          };
        });
        // Nothing in it is the page's to see.
        assert.deepEqual([inside, covers], ['', false]);
        await page.click('#save');
        await waitFor(page, () => location.pathname === '/saved');
        await reads('When the last record was sent, there was one thing to put right still.');
        assert.doesNotMatch(await text(), /TAF|school/);
      });

      test('asks as well where something else than a button saves, and it is reached by the keyboard', async () => {
        await open('/visit');
        await page.type('[name$="$Notes"]', 'We went for a walk. ');
        await page.focus('#save');
        await page.keyboard.press('Tab');
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'send');
        await waitFor(page, () => document.querySelector('[data-recording-standard]') !== null);
        assert.equal(await page.evaluate(() => document.activeElement?.id), 'send');
        // What is missing stands in the panel now, at its field.
        await reads('Date and time of visit');
        await page.click('#send');
        await reads('there was one thing to put right still.');
        await page.type('#on', new Date().toISOString().slice(0, 10));
        await waitFor(page, () => document.querySelector('[data-recording-standard]') === null);
      });

      test('follows fields that the page puts in the place of others, choices, and text that is edited in place', async () => {
        await open('/visit');
        await page.evaluate(() => {
          const old = /** @type {Element} */ (document.querySelector('textarea'));
          old.replaceWith(old.cloneNode());
        });
        await pause(600);
        await page.type('textarea', 'We met the IRO. ');
        await reads('“IRO”');
        await page.type('#views', 'Ava likes her CAMHS worker. ');
        await reads('“CAMHS”');
        assert.match(await text(), /What the child said Show/);
        await page.evaluate(() => document.querySelector('form')?.remove());
        await reads('No record is read on this page.');
      });

      test('reads the frames of a page: an editor without an address, and a record with one', async () => {
        await open('/framed');
        const [editor, inner] = ['about:srcdoc', `${server.address}/visit`].map((url) =>
          /** @type {import('puppeteer-core').Frame} */ (page.frames().find((each) => each.url() === url)));
        await editor.type('body', 'We met the TAF. ');
        await reads('“TAF”');
        await inner.type('textarea', 'We met the IRO. ');
        await reads('“IRO”');
        assert.match(await text(), /2 things to look at/);
        await panel.evaluate(() => document.querySelector('#anew')?.dispatchEvent(new Event('click')));
        await pick('text');
        await editor.click('body');
        await reads('“Notes” holds “Text”.');
        await page.evaluate(() => {
          document.body.append(Object.assign(document.createElement('div'), { id: 'card' }));
          const inside = document.querySelector('#card')?.attachShadow({ mode: 'open' });
          const story = Object.assign(document.createElement('textarea'), { name: 'story' });
          story.style.width = '100%';
          inside?.append(story);
        });
        await pick('familyViews');
        await page.click('#card');
        await reads('A control holds “Family’s views”.');
        assert.deepEqual((await exported()).sites[0].fields, { '#editor >>> body': 'text', '#card >>> [name="story"]': 'familyViews' });
      });

      test('leaves a page alone that nobody has named', async () => {
        await open('/other');
        assert.match(await text(), /No record is read on this page\./);
        await page.type('[name$="$Notes"]', note);
        await pause(1500);
        assert.match(await text(), /No record is read on this page\./);
      });

      test('makes the settings of a page by clicking its controls, or by the keyboard, and tries them', async () => {
        await open('/other');
        await panel.evaluate(() => document.querySelector('#anew')?.dispatchEvent(new Event('click')));
        await pick('text');
        await page.click('textarea');
        await reads('“What happened” holds “Text”.');
        await pick('child/seen');
        await page.focus('[name="seen"]');
        await page.keyboard.press('Enter');
        await reads('holds “Child: whether the child was seen”.');
        assert.equal(new URL(page.url()).pathname, '/other');
        assert.equal(await page.evaluate(() => document.querySelector(':checked')), null);
        await pick('eventAt');
        await page.keyboard.press('Escape');
        await reads('Nothing was chosen.');
        assert.deepEqual((await exported()).sites, [
          { matches: ['http://127.0.0.1/*'], fields: { '[name$="$Notes"]': 'text', '[name="seen"]': 'child/seen' } },
        ]);
        await panel.click('#try');
        await reads('What is found stands at the top of this panel.');
        await page.type('textarea', 'We met the TAF. ');
        await reads('“TAF”');
      });

      if (name !== 'Chromium') return;

      test('can open no connection, and keeps nothing', async () => {
        await open('/visit');
        await page.type('[name$="$Notes"]', note);
        await reads('“TAF”');
        const kept = async () => {
          const { local, session, sync } = /** @type {any} */ (chrome.storage);
          const stored = await Promise.all([local.get(), session.get(), sync.get()]);
          return [...stored.flatMap(Object.keys), ...await indexedDB.databases(), ...await caches.keys()].length;
        };
        for (const where of [started.worker, panel.page]) {
          assert.equal(await where?.evaluate(kept), 0);
          assert.match(String(await where?.evaluate((address) => fetch(address).then(() => 'asked', String), server.address)), /TypeError/);
        }
        assert.equal(await panel.page?.evaluate(() => localStorage.length + sessionStorage.length), 0);
      });

      test('can be worked by everybody, in 320 pixels as well', async () => {
        await open('/visit');
        await page.type('#on', '17 November 2026');
        await page.type('[name$="$Notes"]', note);
        await reads('“TAF”');
        await panel.evaluate(() => { /** @type {HTMLDetailsElement} */ (document.querySelector('#setup')).open = true; });
        await panel.click('.recording-fix');
        for (const width of [320, 360]) {
          await panel.page?.setViewport({ width, height: 700 });
          await panel.page?.evaluate(axeSource);
          const found = await panel.page?.evaluate(async () => (await /** @type {any} */ (globalThis).axe.run()).violations
            .map((/** @type {any} */ { id, nodes }) => `${id}: ${nodes.map((/** @type {any} */ { target }) => target).join()}`));
          assert.deepEqual(found, []);
          assert.ok(await panel.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} pixels`);
        }
      });
    });
  }
});
