import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Page } from './harness.mjs' */
/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('the page of the case file', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  /** Opens the page, once the file is looked at. */
  async function openFile() {
    const page = await open(`${server.address}/www/case-file.html`);
    await page.waitFor(() => document.querySelector('#counts')?.textContent);
    return page;
  }

  /** What there is to look at, by the parts of the form. @param {Page} page */
  const overview = (page) =>
    page.evaluate(() => Object.fromEntries([...document.querySelectorAll('#findings h3')].map((part) =>
      [part.textContent, [...(part.nextElementSibling?.querySelectorAll('a') ?? [])].map((link) => link.textContent)])));

  /**
   * Waits until a part of the overview has so many lines, and gives them.
   *
   * @param {Page} page
   * @param {string} part
   * @param {number} count
   */
  async function linesOf(page, part, count) {
    await page.waitFor((wanted) => {
      const parts = [...document.querySelectorAll('#findings h3')];
      const list = parts.find(({ textContent }) => textContent === wanted.part)?.nextElementSibling;
      return (list?.children.length ?? 0) === wanted.count;
    }, { part, count });
    return (await overview(page))[part] ?? [];
  }

  test('shows at once what there is to look at in the example, part by part', async () => {
    const page = await openFile();
    const parts = await overview(page);
    assert.deepEqual(Object.keys(parts),
      ['Front sheet', 'Told about the record', 'Paper', 'Taken out', 'Last audit', 'Management decision']);
    const [childs, told, paper, out, audit, decision] = Object.values(parts).map((lines) => lines.join('\n'));
    assert.match(childs, /ethnicity[^]*religion[^]*NHS number[^]*“manipulative”[^]*“FSW”/);
    assert.match(told, /how to see the record[^]*interpreted/);
    assert.match(paper, /where the paper is kept[^]*date of birth[^]*This volume begins/);
    assert.match(out, /Name the manager/);
    assert.match(out, /back by now/);
    assert.match(audit, /audit every 6 months/);
    assert.match(decision, /Say why/);
    const count = Object.values(parts).flat().length;
    const [errors, warnings] = (await page.text('#counts') ?? '').match(/\d+/g) ?? [];
    assert.equal(Number(errors) + Number(warnings), count);
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('lets go of what is put right, asks about what comes to be wrong, and asks the network for nothing', async () => {
    const page = await openFile();
    // Firefox counts parts of its own that no network brings.
    const asked = () => page.requests.filter((address) => !address.startsWith('data:'));
    const loaded = asked().length;
    await page.type('#paper-location', 'Civic offices, room 12');
    assert.match((await linesOf(page, 'Paper', 2))[0], /date of birth/);
    await page.click('#told-see');
    await page.type('#interpreter', 'Ewa Zielinska');
    await linesOf(page, 'Told about the record', 0);
    await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#postcode')).select());
    await page.type('#postcode', 'DN31');
    await page.focus('#risk');
    await linesOf(page, 'Front sheet', 7);
    await page.click('#example');
    assert.match((await linesOf(page, 'Paper', 3))[0], /where the paper is kept/);
    assert.deepEqual(asked().slice(loaded), []);
    assert.ok(asked().every((address) => address.startsWith(server.address)));
    await page.close();
  });

  test('leads from the list to the field, and asks of a closed file what it asks at closing', async () => {
    const page = await openFile();
    await page.evaluate(() => document.querySelector('#all')?.setAttribute('open', ''));
    for (const [words, id] of [['where the paper is kept', 'paper-location'], ['Say why', 'reasons'], ['audit every', 'audited-on']]) {
      await page.evaluate((wanted) => {
        const links = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('#findings a')]);
        links.find(({ textContent }) => textContent?.includes(wanted))?.click();
      }, words);
      assert.equal(await page.evaluate(() => document.activeElement?.id), id);
    }
    const choose = (/** @type {string} */ value) => page.evaluate((wanted) => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('#status'));
      select.value = wanted;
      select.dispatchEvent(new Event('change', { bubbles: true }));
    }, value);
    await choose('closed');
    const closing = (await linesOf(page, 'Where the file stands', 3)).join('\n');
    assert.match(closing, /closing summary/);
    assert.match(closing, /until which your agency keeps this file/);
    assert.match(closing, /Put this file in order/);
    await choose('open');
    await linesOf(page, 'Where the file stands', 0);
    await page.close();
  });

  test('holds the file back once, and saves it as it is when the manager says why', async () => {
    const page = await openFile();
    await page.click('#save');
    await page.waitFor(() => document.activeElement?.matches('.govuk-error-summary') === true);
    assert.equal(await page.evaluate(() => document.querySelector('#saved')?.matches('[hidden]')), true);
    await page.type('.recording-anyway textarea', 'The new manager takes over today.');
    await page.click('.recording-anyway button');
    await page.waitFor(() => document.activeElement?.id === 'saved');
    await page.close();
  });

  for (const [state, reach] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
    ['with the example', async () => {}],
    ['after a submission with errors', async (page) => {
      await page.click('#save');
      await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
      await page.evaluate(() => document.querySelector('#all')?.setAttribute('open', ''));
    }],
  ])) {
    test(`is accessible, on a telephone and on a desk: ${state}`, async () => {
      const page = await openFile();
      await reach(page);
      await assertFits(page);
      await page.close();
    });
  }
});
