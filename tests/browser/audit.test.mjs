import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { root } from '../../tools/command.mjs';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

const visits = await readFile(join(root, 'tests/exports/visits.csv'), 'utf8');
const notes = await readFile(join(root, 'tests/exports/notes.ndjson'), 'utf8');

inEachBrowser('the page that checks an export', (open) => {
  /** @type {Server} */
  let server;
  /** @type {Awaited<ReturnType<typeof open>>} */
  let page;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());
  afterEach(() => page.close());

  const openServed = async () => {
    page = await open(`${server.address}/www/audit/`);
    await page.waitFor(() => document.readyState === 'complete');
  };

  /**
   * Gives the page a file, by dropping it or by choosing it.
   *
   * @param {'drop' | 'choose'} way
   * @param {string} name
   * @param {string} text
   * @param {number} [times] how often the text is in it
   */
  const give = (way, name, text, times = 1) => page.evaluate(([how, called, content, repeat]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([String(content).repeat(Number(repeat))], String(called)));
    if (how === 'drop') {
      document.querySelector('#drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));
      return;
    }
    const input = /** @type {HTMLInputElement} */ (document.querySelector('#file'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, [way, name, text, times]);

  /** @param {string} step */
  const reach = (step) => page.waitFor((id) => !/** @type {HTMLElement} */ (document.querySelector(`#${id}`)).hidden, step);
  const focused = () => page.evaluate(() => document.activeElement?.id);

  test('reads a dropped file, lets a person correct its columns, and shows the report', async () => {
    await openServed();
    assert.deepEqual(await page.axe(), []);

    await give('drop', 'visits.csv', visits.replace('Team', 'Ward'));
    await reach('columns');
    assert.equal(await focused(), 'columns-title');
    assert.match(String(await page.text('#columns-lead')), /^visits\.csv has 11 columns\. 1 is not understood/);
    assert.equal(await page.text('#table tr:last-child option:checked'), 'Do not read');
    await page.focus('#column-10');
    await page.evaluate(() => {
      const select = /** @type {HTMLSelectElement} */ (document.querySelector('#column-10'));
      select.value = 'team';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    assert.deepEqual(await page.axe(), []);

    await page.click('#map button');
    await reach('done');
    assert.equal(await focused(), 'done-title');
    assert.equal(await page.text('#done-title'), '6 records checked, 8 findings');
    await page.waitFor(() => document.querySelectorAll('.items li').length === 8);
    assert.match(String(await page.text('#teams')), /North.*South/);
    assert.deepEqual(
      await page.evaluate(() => [...document.querySelectorAll('#downloads a')].map((link) => link.getAttribute('download'))),
      ['visits-report.html', 'visits-report.xlsx', 'visits-report.csv', 'visits-report.ndjson'],
    );
    await assertFits(page);

    assert.deepEqual(page.errors, []);
    const asked = page.requests.filter((address) => address.startsWith('http'));
    assert.equal(asked.filter((address) => !/\/(www|src|build)\/.*(\/|\.css|\.svg|site\.js|audit\.js)$/.test(address)).length, 0, asked.join('\n'));
    assert.ok(!asked.some((address) => address.endsWith('.wasm')));
  });

  test('works out of a folder, without a server', async () => {
    page = await open(pathToFileURL(join(root, 'www/audit/index.html')).href);
    await give('choose', 'notes.ndjson', notes);
    await reach('columns');
    assert.match(String(await page.text('#columns-lead')), /holds records in JSON/);
    await page.click('#map button');
    await reach('done');
    assert.equal(await page.text('#done-title'), '2 records checked, 3 findings');
    await page.waitFor(() => document.querySelectorAll('.items li').length === 3);
    assert.deepEqual(page.errors, []);
  });

  test('goes on answering while it checks, and stops at once when it is told to', async () => {
    await openServed();
    await give('choose', 'many.ndjson', notes.replace(/^.*"A-2".*\n\n/m, ''), 20_000);
    await reach('columns');
    await page.evaluate(() => {
      /** @type {number[]} */
      const ticks = [];
      Object.assign(globalThis, { ticks });
      setInterval(() => ticks.push(performance.now()), 20);
    });
    await page.click('#map button');
    await reach('progress');
    await page.waitFor(() => /[1-9][\d,]* rows.*a second/.test(document.querySelector('#figures')?.textContent ?? ''));
    const gaps = await page.evaluate(() => {
      const { ticks } = /** @type {{ ticks: number[] }} */ (/** @type {unknown} */ (globalThis));
      return ticks.slice(1).map((tick, index) => tick - ticks[index]).sort((one, other) => one - other);
    });
    // What is read at a time takes many times as long to check. Other work on this machine may hold up a few.
    assert.ok(gaps[Math.floor(gaps.length / 2)] < 100, `${gaps.map(Math.round)} ms without an answer`);
    assert.deepEqual(await page.axe(), []);

    await page.click('#cancel');
    assert.equal(await focused(), 'columns-title');
    assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('#progress')).hidden), true);
    assert.equal(await page.text('#report'), '');
  });

  test('says in a sentence what it cannot check, and is ready for another file', async () => {
    await openServed();
    await give('drop', 'broken.xlsx', 'PK\x03\x04abc');
    await page.waitFor(() => document.querySelector('#problem p') !== null);
    assert.match(String(await page.text('#problem')), /^broken\.xlsx cannot be checked\. It looks like a workbook/);
    assert.deepEqual(await page.axe(), []);
    await give('choose', 'notes.ndjson', notes);
    await reach('columns');
    assert.equal(await page.text('#problem'), '');
  });
});
