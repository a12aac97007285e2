import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkExport, readColumns } from '../../src/js/export.js';

/** @import { ExportOptions, RowReport } from '../../src/js/export.js' */

/** A Monday morning after everything that the exports tell of. */
const now = '2026-03-16T09:00';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(`../exports/${name}`, import.meta.url));

/**
 * @param {string | AsyncIterable<Uint8Array>} source
 * @param {ExportOptions} [options]
 */
async function rowsOf(source, options) {
  /** @type {RowReport[]} */
  const rows = [];
  for await (const row of checkExport(source, { now, ...options })) rows.push(row);
  return rows;
}

/**
 * The bytes in chunks of some length.
 *
 * @param {Uint8Array} bytes
 * @param {number} [length]
 */
async function* chunksOf(bytes, length = bytes.length) {
  for (let start = 0; start < bytes.length; start += length) yield bytes.subarray(start, start + length);
}

/** @param {string} text */
const bytesOf = (text) => chunksOf(Buffer.from(text));

/** @param {RowReport} row */
const rulesIn = ({ report }) => report?.findings.map(({ rule }) => rule) ?? [];

/**
 * The words that a rule marks in the text of a row.
 *
 * @param {RowReport} row
 * @param {string} rule
 * @param {string} text
 */
const marked = ({ report }, rule, text) => report?.findings
  .filter((finding) => finding.rule === rule)
  .map(({ range }) => text.slice(range?.start, range?.end));

describe('an export with a byte order mark, Windows line ends, quoted line breaks and day-first dates', () => {
  const visits = rowsOf(path('visits.csv'));

  test('has a report for each row, and a reason for each that cannot be read', async () => {
    assert.deepEqual((await visits).map(({ row, problem }) => [row, problem]), [
      [2, undefined],
      [3, undefined],
      [4, 'This row has 6 cells where the heading row has 11.'],
      [5, undefined],
      [6, 'The quotation marks in this row do not match, so 2 lines were passed over.'],
      [7, undefined],
      [8, 'This row has 13 cells where the heading row has 11.'],
      [9, undefined],
      [11, undefined],
    ]);
  });

  test('says whose row it is, where the row says so', async () => {
    const rows = (await visits).filter(({ report }) => report);
    assert.deepEqual(rows.map((row) => 'id' in row && row.id), ['N-1001', 'N-1002', 'N-1004', 'N-1006', undefined, 'N-1009']
      .map((id) => id ?? false));
    assert.ok(rows.every((row) => 'fileId' in row && /^\d{5}$/.test(row.fileId ?? '')));
  });

  test('says when it was, how soon it was written and whose work it is', async () => {
    const rows = (await visits).filter(({ report }) => report);
    assert.deepEqual(rows.map((row) => row.report && [row.on, row.workingDays, row.team]), [
      ['2026-03-03', 1, 'North'], ['2026-03-04', 0, 'North'], ['2026-03-02', 7, 'South'],
      ['2026-03-06', 0, 'South'],
      // There was no 31 February: the day of the recording stands for that of the event.
      ['2026-03-12', undefined, 'South'], ['2026-03-12', 0, undefined],
    ]);
  });

  test('quotes the records only where that is asked for', async () => {
    assert.ok((await visits).every((row) => !('quotes' in row)));
    const row = (await rowsOf(path('visits.csv'), { quote: true })).find(({ row: number }) => number === 5);
    const words = row?.report?.findings.map(({ rule }, index) => [rule, row.quotes?.[index]?.words]);
    assert.deepEqual(words?.filter(([rule]) => rule === 'language/undefined-abbreviation').map(([, marked]) => marked), ['CIN', 'MASH']);
  });

  test('finds what is missing, late or no date, and nothing in sound rows', async () => {
    const found = Object.fromEntries((await visits).map((row) => [row.row, rulesIn(row)]));
    assert.deepEqual(found[2], []);
    assert.deepEqual(found[3], []);
    assert.ok(found[5].includes('timing/late-entry-not-stated'));
    assert.deepEqual(found[7].filter((rule) => /^(author|timing)/.test(rule)), ['author/missing-name', 'author/missing-post-title']);
    assert.deepEqual(found[9], ['fields/unreadable']);
    assert.deepEqual(found[11], []);
  });

  test('marks words in the text as it was exported', async () => {
    const text = 'Kofi was building a den when I arrived.\r\nThe CIN plan was commenced, and the MASH will be asked about contact.';
    const row = (await visits).find(({ row: number }) => number === 5);
    assert.deepEqual(row && marked(row, 'language/undefined-abbreviation', text), ['CIN', 'MASH']);
  });

  test('gives the same in pieces of any length', async () => {
    const bytes = await readFile(path('visits.csv'));
    for (const length of [1, 7, 1000]) assert.deepEqual(await rowsOf(chunksOf(bytes, length)), await visits);
  });
});

describe('other exports', () => {
  test('in Windows-1252 with semicolons', async () => {
    const [first, second] = await rowsOf(path('contacts-windows-1252.csv'));
    assert.deepEqual(rulesIn(first), []);
    assert.deepEqual(rulesIn(second), ['author/missing-post-title']);
    const text = 'Zoë’s “den” is in the CIN plan.';
    const bytes = Buffer.from(`text\n${text}`.replace('’', '\x92').replace('“', '\x93').replace('”', '\x94'), 'latin1');
    const [row] = await rowsOf(chunksOf(bytes));
    assert.deepEqual(marked(row, 'language/undefined-abbreviation', text), ['CIN']);
  });

  test('in NDJSON with a broken line', async () => {
    const rows = await rowsOf(path('notes.ndjson'));
    assert.deepEqual(rows.map(({ row, problem }) => [row, problem]), [
      [1, undefined],
      [2, 'This row stops being JSON at character 127.'],
      [4, undefined],
    ]);
    assert.deepEqual(rulesIn(rows[2]).slice(0, 1), ['timing/late-entry-not-stated']);
  });

  test('of front sheets', async () => {
    const rows = await rowsOf(path('front-sheets.csv'), { kind: 'file' });
    assert.deepEqual(rows.map((row) => 'fileId' in row && row.fileId), ['88213', '90417']);
    assert.deepEqual(rows.map(({ report }) => report?.findings.map(({ path: field }) => field)), [
      ['/informed/on'], ['/child/dateOfBirth', '/child/religion', '/informed/on'],
    ]);
  });

  test('under a policy and a column map', async () => {
    const options = {
      policy: /** @type {const} */ ({ standard: 'wirral', rules: { 'author/missing-post-title': 'off' } }),
      columns: { 'Who wrote it': 'author/name', 'What happened?': '' },
    };
    const [{ report }] = await rowsOf(bytesOf('Who wrote it,What happened?\nP.S.,The CIN plan'), options);
    const about = report?.findings.filter(({ path: field }) => field.startsWith('/author'));
    assert.deepEqual(about?.map(({ rule, clauses }) => [rule, clauses]), [
      ['author/missing-name', [{ standard: 'wirral', section: '6.7' }]],
    ]);
    assert.equal(report?.words, 0);
  });

  test('without a row have no report', async () => {
    assert.deepEqual(await rowsOf(bytesOf('text\n')), []);
    assert.deepEqual(await rowsOf(bytesOf(''), { format: 'ndjson' }), []);
  });
});

describe('the reading', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `{"id":"${index}","text":"Ava showed me her room."}\n`);

  test('is no faster than its reader, and ends with it', async () => {
    let asked = 0;
    let closed = false;
    async function* source() {
      try {
        for (const line of lines) {
          asked += 1;
          yield Buffer.from(line);
        }
      } finally {
        closed = true;
      }
    }
    for await (const { row } of checkExport(source(), { now })) {
      if (row === 10) break;
    }
    assert.equal(asked, 10);
    assert.ok(closed);
  });

  test('tells how far it is', async () => {
    /** @type {Parameters<NonNullable<ExportOptions['onProgress']>>[0][]} */
    const told = [];
    const rows = await rowsOf(path('notes.ndjson'), { onProgress: (done) => told.push(done) });
    const findings = rows.reduce((sum, { report }) => sum + (report?.findings.length ?? 0), 0);
    const totalBytes = (await readFile(path('notes.ndjson'))).length;
    assert.deepEqual(told.at(-1), { rows: 3, bytes: totalBytes, totalBytes, findings });
  });

  test('tells once how it understands the headings', async () => {
    /** @type {unknown[]} */
    const told = [];
    await rowsOf(chunksOf(Buffer.from('Note,Ward\na,b\nc,d\n'), 4), { onColumns: (columns) => told.push(columns) });
    assert.deepEqual(told, [[{ heading: 'Note', path: 'text' }, { heading: 'Ward' }]]);
  });

  test('of the headings alone is possible, also where none is understood', async () => {
    assert.deepEqual(await readColumns(bytesOf('Ward;Bed\n1;2')), [{ heading: 'Ward' }, { heading: 'Bed' }]);
    assert.deepEqual((await readColumns(path('front-sheets.csv'), { kind: 'file' })).at(2), {
      heading: 'DOB', path: 'child/dateOfBirth',
    });
    await assert.rejects(readColumns(path('notes.ndjson')), /JSON has no columns/);
  });
});

describe('what is not right is refused in a sentence', () => {
  const table = () => bytesOf('text\nAva');
  const cases = /** @type {[string, string | AsyncIterable<Uint8Array>, any, RegExp][]} */ ([
    ['a misspelt rule', table(), { policy: { rules: { 'author/missing-nam': 'off' } } }, /^policy: rules\/author\/missing-nam: .*“author\/missing-name”/],
    ['an option that there is not', table(), { colums: {} }, /^options: there is no option colums$/],
    ['a format that there is not', table(), { format: 'xml' }, /^options: format must be csv, tsv, ndjson, json or xlsx$/],
    ['a kind that there is not', table(), { kind: 'note' }, /^options: kind must be entry or file$/],
    ['a time that is none', table(), { now: 'soon' }, /^options: now must be a date and time$/],
    ['a column map to nowhere', table(), { columns: { text: 'txet' } }, /^columns: .*“text” to “txet”/],
    ['a column map with a heading that is not there', table(), { columns: { Notes: 'text' } }, /has no such heading/],
    ['what is no workbook', chunksOf(Buffer.from('PK\x03\x04')), {}, /cannot be read as one/],
    ['nothing', bytesOf(''), {}, /nothing in it/],
    ['text in place of bytes', /** @type {any} */ (['text\nAva']), {}, /has to give bytes/],
    ['a file that is not there', path('absent.csv'), {}, /ENOENT/],
  ]);
  for (const [title, source, options, message] of cases) {
    test(title, () => assert.rejects(rowsOf(source, options), (/** @type {Error} */ error) => message.test(error.message)));
  }
});
