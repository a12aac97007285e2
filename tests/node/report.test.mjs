import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Ajv from 'ajv';
import { readSheet } from 'read-excel-file/node';
import { checkExport, readCatalogue } from '../../src/js/export.js';
import { Baseline } from '../../src/js/report/baseline.js';
import { nameOfField } from '../../src/js/report/fields.js';
import { mostListed } from '../../src/js/report/html/listing.js';
import { narrowed } from '../../src/js/report/narrow.js';
import { formats } from '../../src/js/report/reporters.js';
import { Tally, unusedOf } from '../../src/js/report/tally.js';

/** @import { CheckedRow, RowReport } from '../../src/js/export.js' */
/** @import { Setting } from '../../src/js/report/reporters.js' */

const require = createRequire(import.meta.url);

/** Whether something is a log in SARIF, by the schema of its makers. */
const isLog = new Ajv({ schemaId: 'auto' })
  .addMetaSchema(require('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'));

const now = '2026-03-16T09:00';

/** @type {Setting} */
const setting = { catalogue: readCatalogue(), version: '1.2.3', now, narrowing: {} };

/**
 * The report on rows that come one by one.
 *
 * @param {string} format
 * @param {Iterable<RowReport> | AsyncIterable<RowReport>} rows
 * @param {Partial<Setting>} [changes]
 * @param {Tally} [tally]
 */
async function reportOn(format, rows, changes, tally = new Tally()) {
  const reporter = formats[format].reporter({ ...setting, ...changes });
  const file = tally.begin('notes.csv');
  const pieces = [await reporter.begin()];
  for await (const row of rows) {
    tally.add(file, row);
    pieces.push(await reporter.record('notes.csv', row));
  }
  pieces.push(await reporter.end(tally));
  return Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
}

/**
 * The rows of an export in tests/exports, or of records.
 *
 * @param {string | object[]} source
 * @param {{ quote?: boolean }} [options]
 */
function rowsOf(source, options) {
  const path = typeof source === 'string' && fileURLToPath(new URL(`../exports/${source}`, import.meta.url));
  async function* bytes() {
    for (const record of /** @type {object[]} */ (source)) yield Buffer.from(`${JSON.stringify(record)}\n`);
  }
  return checkExport(path || bytes(), { now, ...options });
}

/** @param {AsyncIterable<RowReport>} rows */
async function all(rows) {
  const list = [];
  for await (const row of rows) list.push(row);
  return list;
}

/**
 * The data in a page of a report.
 *
 * @param {string} page
 * @param {string} name
 */
const dataIn = (page, name) => [...page.matchAll(new RegExp(`<script type="application/json" data-${name}>(.*)</script>`, 'g'))]
  .map(([, json]) => JSON.parse(json));

/** A record that tries to be more than text wherever it can. */
const hostile = {
  id: '=1+1', fileId: '+cmd|’/C calc’!A0', team: '@SUM(1)', type: 'note', eventAt: '2026-03-02', recordedAt: '2026-03-02T12:00',
  text: '&lt;/script>&lt;script>alert(1)&lt;/script> <b>The CIN plan</b> & "more"\u0001\ud800',
};

describe('a report as a page', () => {
  const page = async (/** @type {Partial<Setting>} */ changes = {}) =>
    String(await reportOn('html', rowsOf('visits.csv', changes), changes));

  test('allows its one style and its one script, and nothing else', async () => {
    const html = await page();
    const hash = (/** @type {string} */ tag) => {
      const [, text] = new RegExp(`<${tag}>([^]*?)</${tag}>`).exec(html) ?? [];
      return `sha256-${createHash('sha256').update(text ?? '').digest('base64')}`;
    };
    assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src 'none'; /);
    assert.ok(html.includes(`style-src '${hash('style')}'; script-src '${hash('script')}';`));
    assert.doesNotMatch(html, /https?:|src=|<link|<img|style="|onclick/);
  });

  test('has totals, and findings by rule, clause, month, delay and team', async () => {
    const html = await page();
    assert.match(html, /<dt>Records checked<\/dt><dd>6<\/dd>/);
    assert.match(html, /<dt>Errors<\/dt><dd>4<\/dd>/);
    assert.match(html, /<dt>Rows that could not be read<\/dt><dd>3<\/dd>/);
    for (const [name, value] of [
      ['rule', 'timing/late-entry-not-stated'], ['clause', '23'], ['month', '2026-03'], ['delay', '6 to 10 working days'], ['team', 'South'],
    ]) assert.ok(html.includes(`data-filter="${name}" data-value="${value}"`), name);
  });

  test('holds no words of the records, and nobody who wrote them', async () => {
    const html = await page();
    for (const word of ['Kofi', 'den', 'Leo', 'library', 'Priya', 'Shah', 'Reilly', 'Aziz']) assert.doesNotMatch(html, new RegExp(`\\b${word}\\b`));
  });

  test('quotes the records where that is asked for, and says so', async () => {
    const html = await page({ quote: true });
    assert.ok(html.includes('The [CIN] plan was'));
    assert.ok(html.includes('The list quotes the records'));
    assert.doesNotMatch(html, /Reilly|Aziz/);
  });

  test('says what it cannot see', async () => {
    const tally = new Tally();
    tally.begin('other.csv').unused = unusedOf([{ heading: 'Ward <3' }, { heading: 'Note', path: 'text' }]);
    const changes = { narrowing: { only: ['language'], since: '2026-03-01' }, catalogue: readCatalogue({ rules: { 'language/wordy': 'off' } }) };
    const html = String(await reportOn('html', rowsOf('visits.csv'), changes, tally));
    for (const sentence of [
      'It reads words, not meaning.', 'These columns were not read: “Ward &lt;3”.', '3 rows could not be read and were not checked.',
      'It is about these rules alone: language.',
      'It is about what took place from 1 March 2026 on', 'counts nothing by worker on purpose',
    ]) assert.ok(html.includes(sentence), sentence);
    assert.match(html, /These rules did not run under this policy or standard: [^.]*language\/wordy/);
  });

  test('cannot be broken out of', async () => {
    const html = String(await reportOn('html', rowsOf([hostile], { quote: true }), { quote: true }));
    assert.doesNotMatch(html, /<script>alert|<b>The CIN/);
    assert.equal(dataIn(html, 'words')[0].teams[0], '@SUM(1)');
    assert.match(dataIn(html, 'rows')[0][0][7].map((/** @type {string[]} */ [, , , , , , quote]) => quote).join(''), /<\/script><script>alert/);
  });

  test('on which there is nothing to say is short, and tells that from nothing read', async () => {
    const sound = [{ row: 1, report: { findings: [], errors: 0, warnings: 0, advice: 0, ready: true, words: 3 } }];
    const html = String(await reportOn('html', sound));
    assert.match(html, /Nothing was found\./);
    assert.deepEqual(dataIn(html, 'rows'), []);
    assert.match(String(await reportOn('html', [])), /No record was checked\./);
  });

  test('lists so many findings and says how many there are', async () => {
    const [row] = /** @type {CheckedRow[]} */ (await all(rowsOf([hostile])));
    const { findings } = row.report;
    const rows = Array.from({ length: Math.ceil(mostListed / findings.length) + 10 }, () => row);
    const html = String(await reportOn('html', rows));
    const listed = dataIn(html, 'rows').flat().reduce((sum, [, , , , , , , list]) => sum + list.length, 0);
    assert.equal(listed, mostListed);
    assert.ok(html.includes(`The list holds the first 100,000 of ${(rows.length * findings.length).toLocaleString('en-GB')} findings`));
    assert.ok(html.length < 40 * mostListed, `${html.length} characters`);
  });
});

test('a report as a page calls fields what people call them', () => {
  const { fields } = setting.catalogue;
  const names = ['/text', '/author/name', '/decisions/1/madeBy/name', '/sharing/0/with/2', '/entries/2/child/views', '', '/unheard/of'];
  assert.deepEqual(names.map((path) => nameOfField(path, fields)), [
    'Text', 'Author: name', 'Decision 2: who decided: name', 'Sharing 1: whom it was shared with',
    'Entry 3: Child: child’s wishes and feelings', 'The record', 'unheard/of',
  ]);
});

describe('a report as a workbook', () => {
  test('has the findings in a sheet and the totals by rule in another', async () => {
    const workbook = await reportOn('xlsx', rowsOf('visits.csv'));
    const [headings, ...rows] = await readSheet(workbook, 'Findings');
    assert.deepEqual(headings.slice(0, 4), ['file', 'row', 'id', 'fileId']);
    assert.deepEqual(rows[1].slice(0, 8), ['notes.csv', 5, 'N-1004', '90417', 'South', '2026-03-02', 7, 'error']);
    assert.equal(rows.filter((row) => row[7] === 'malformed').length, 3);
    const summary = await readSheet(workbook, 'Summary');
    assert.deepEqual(summary[1].slice(2), ['error', 1, 1]);
    assert.ok(summary.some(([cell]) => cell === 'What this report cannot see'));
  });

  test('holds text as text, whatever it begins with', async () => {
    const [, row] = await readSheet(await reportOn('xlsx', rowsOf([hostile], { quote: true }), { quote: true }), 'Findings');
    assert.deepEqual(row.slice(2, 5), ['=1+1', '+cmd|’/C calc’!A0', '@SUM(1)']);
  });

  test('is the same whenever it is made', async () => {
    assert.deepEqual(await reportOn('xlsx', rowsOf('visits.csv')), await reportOn('xlsx', rowsOf('visits.csv')));
  });
});

test('a report in CSV holds no cell that a spreadsheet would run', async () => {
  const starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
  const rows = rowsOf(starts.map((start) => ({ ...hostile, id: `${start}1` })));
  const text = String(await reportOn('csv', rows));
  for (const start of starts) assert.ok(text.includes(`'${start}1`), JSON.stringify(start));
  assert.doesNotMatch(text, /(^|,)"?[=+\-@\t\r＝＋－＠]/m);
});

describe('a report in SARIF', () => {
  const log = async (/** @type {Partial<Setting>} */ changes = {}) => JSON.parse(String(await reportOn('sarif', rowsOf('visits.csv'), changes)));

  test('follows its schema', async () => {
    for (const text of [await log(), await log({ quote: true, narrowing: { baseline: true } }), JSON.parse(String(await reportOn('sarif', [])))]) {
      assert.ok(isLog(text), JSON.stringify(isLog.errors));
    }
  });

  test('has a result for each finding, by the rules of the catalogue, and says which rows it could not read', async () => {
    const { runs: [{ tool, results, invocations }] } = await log();
    assert.equal(tool.driver.rules.length, setting.catalogue.rules.length);
    const late = results.find((/** @type {any} */ { ruleId }) => ruleId === 'timing/late-entry-not-stated');
    assert.equal(tool.driver.rules[late.ruleIndex].id, late.ruleId);
    assert.equal(late.locations[0].logicalLocations[0].fullyQualifiedName, 'row 5/text');
    assert.match(late.partialFingerprints['finding/v1'], /^[0-9a-f]{14}$/);
    assert.equal(invocations[0].toolExecutionNotifications.length, 3);
  });
});

describe('what is new', () => {
  const records = [
    { id: '1', type: 'note', text: 'The CIN plan and the MASH.' },
    { type: 'note', fileId: 'F-1', eventAt: '2026-03-03', recordedAt: '2026-03-03T12:00', author: { name: 'Priya Shah' } },
  ];
  const inLines = async (/** @type {object[]} */ list) => String(await reportOn('ndjson', rowsOf(list))).split('\n');
  const compare = async (/** @type {object[]} */ earlier, /** @type {object[]} */ later, about = {}) => {
    async function* lines() {
      yield* await inLines(earlier);
    }
    const baseline = await Baseline.read(lines(), (row) => narrowed(row, about));
    const rules = [];
    for await (const row of rowsOf(later)) {
      const kept = narrowed(row, { ...about, baseline });
      rules.push(...(kept?.report?.findings ?? []).map(({ rule }) => rule));
      assert.equal(kept?.report?.errors, kept?.report?.findings.filter(({ severity }) => severity === 'error').length);
    }
    return { rules, known: baseline.known, gone: baseline.gone };
  };

  test('in the same export is nothing, in whatever order its rows are', async () => {
    const { rules, known, gone } = await compare(records, [...records].reverse());
    assert.deepEqual({ rules, gone }, { rules: [], gone: 0 });
    assert.ok(known > 5);
  });

  test('is what was not there, by record, rule, field and term', async () => {
    const { rules, gone } = await compare(records, [{ ...records[0], text: 'The CIN plan, the MASH and the IRO. Then the CIN plan.' }, records[1]]);
    assert.deepEqual(rules, ['language/undefined-abbreviation']);
    assert.equal(gone, 0);
    const { rules: again, gone: put } = await compare(records, [{ ...records[0], text: 'The CIN plan.' }, { ...records[1], eventAt: '2026-03-04' }]);
    assert.ok(again.includes('author/missing-post-title'), 'another day is another record');
    assert.ok(put > 1);
  });

  test('is counted within what both reports are about', async () => {
    const { rules, known, gone } = await compare(records, records, { only: ['language'] });
    assert.deepEqual({ rules, known, gone }, { rules: [], known: 2, gone: 0 });
  });

  test('needs a report in NDJSON', async () => {
    async function* lines() {
      yield '{"row":1,"problem":"…"}';
      yield 'Ava was there';
    }
    await assert.rejects(Baseline.read(lines(), (row) => row), { message: 'It is no report in NDJSON: line 2 is something else.' });
  });
});
