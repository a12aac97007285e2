import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inEachBrowser } from './harness.mjs';

const script = fileURLToPath(new URL('../../src/js/cli.js', import.meta.url));

/** A record with what a report may hold that a page must not run. */
const record = (/** @type {number} */ number) => JSON.stringify({
  id: `<img src=x onerror=alert(${number})>`, fileId: `F-${number % 7}`, team: number % 2 ? 'North' : 'South & West', type: 'note',
  eventAt: `2026-0${1 + (number % 3)}-02T10:00`, recordedAt: `2026-0${1 + (number % 3)}-05T10:00`,
  author: { name: 'Priya Shah', postTitle: number % 2 ? 'Social worker' : '' },
  text: `Ava drew a house. The MASH will ring </script><b>at ${number}</b>.`,
});

inEachBrowser('the report as a page, opened from a folder', (open) => {
  /** @type {string} */
  let folder;
  /** @type {Awaited<ReturnType<typeof open>>} */
  let page;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    const out = join(folder, 'report.html');
    const input = Array.from({ length: 60 }, (_, index) => record(index)).join('\n');
    const args = ['check', '-', '--format', 'html', '--quote', '--now', '2026-03-16T09:00', '--out', out];
    spawnSync(process.execPath, [script, ...args], { input });
    page = await open(pathToFileURL(out).href);
    await page.waitFor(() => document.querySelectorAll('.items li').length > 0);
  });
  after(async () => {
    await page.close();
    await rm(folder, { recursive: true });
  });

  /** @param {string} name @param {string} value */
  const choose = (name, value) => page.evaluate(([id, wanted]) => {
    const select = /** @type {HTMLSelectElement} */ (document.querySelector(`#report-${id}`));
    select.value = wanted;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  }, [name, value]);
  const clear = () => page.click('[role=search] button');
  const status = () => page.text('[role=status]');

  test('breaks no rule of its own policy, asks for nothing, and runs nothing out of a record', () => {
    assert.deepEqual(page.errors, []);
    assert.deepEqual(page.requests.filter((address) => /^(http|ws)/.test(address)), []);
  });

  for (const width of [320, 1280]) {
    test(`is accessible, and no wider than a screen of ${width} pixels`, async () => {
      await page.resize({ width, height: 800 });
      assert.deepEqual(await page.axe(), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    });
  }

  test('shows each finding with its record, its field and the words that it marks', async () => {
    await choose('rule', 'language/undefined-abbreviation');
    const first = await page.text('.items li');
    assert.match(String(first), /^Warning row 1 · id <img src=x onerror=alert\(0\)> · file F-0 · South & West · 2 January 2026Text, characters 23 to 26: “MASH”/);
    assert.equal(await page.text('.items mark'), 'MASH');
    assert.equal(await status(), '60 of 130 findings');
    await clear();
    assert.equal(await status(), '130 findings');
  });

  test('filters by several things at once', async () => {
    await choose('team', 'North');
    await choose('month', '2026-02');
    assert.equal(await status(), '20 of 130 findings');
    await clear();
  });

  test('is searched by rule, file and row', async () => {
    for (const [words, found] of [['missing-post-title', 30], ['F-3', 19], ['zebra', 0]]) {
      await page.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector('#report-search')).select());
      await page.type('#report-search', String(words));
      await page.waitFor((wanted) => document.querySelector('[role=status]')?.textContent === wanted, `${found} of 130 findings`);
    }
    await clear();
  });

  test('is leafed through', async () => {
    await page.click('.pager button:last-child');
    assert.equal(await page.text('.pager span'), 'Page 2 of 6');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'findings-title');
    await page.click('.pager button:first-child');
    assert.equal(await page.text('.pager span'), 'Page 1 of 6');
  });

  test('leads from a line of a breakdown to what it counts', async () => {
    await page.click('#teams tbody a');
    assert.equal(await page.evaluate(() => /** @type {HTMLSelectElement} */ (document.querySelector('#report-team')).value), 'North');
    assert.equal(await page.evaluate(() => location.hash), '#findings');
    await clear();
  });
});

describe('without a script', () => {
  test('the totals are there all the same', () => {
    const { stdout } = spawnSync(process.execPath, [script, 'check', '-', '--format', 'html'], { input: record(1), encoding: 'utf8' });
    assert.match(stdout.slice(stdout.indexOf('<div class="report">'), stdout.lastIndexOf('<script>')), /<caption class="unseen">Findings by rule<\/caption>/);
  });
});
