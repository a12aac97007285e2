import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { checkExport, readColumns } from '../../src/js/export.js';
import { makeExport, now, policy } from '../exports/generate.mjs';
import { workbook } from '../exports/generate/workbook.mjs';

/** @import { ExportOptions, RowReport } from '../../src/js/export.js' */

/**
 * @param {Uint8Array | string} bytes
 * @param {ExportOptions} [options]
 */
async function rowsOf(bytes, options) {
  /** @type {RowReport[]} */
  const rows = [];
  for await (const row of checkExport(chunksOf(Buffer.from(bytes)), { now, ...options })) rows.push(row);
  return rows;
}

/** @param {Buffer} bytes */
async function* chunksOf(bytes) {
  for (let start = 0; start < bytes.length; start += 10_000) yield bytes.subarray(start, start + 10_000);
}

/** @param {import('../exports/generate.mjs').Wish} wish */
async function madeExport(wish) {
  const pieces = [];
  for await (const piece of makeExport(wish).bytes) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('the work is shared', () => {
  test('among threads, with the same reports in the same order', async () => {
    const bytes = await madeExport({ rows: 800, broken: 0.01, format: 'csv' });
    const alone = await rowsOf(bytes, { policy, workers: 1 });
    assert.equal(alone.length, 800);
    for (const workers of [2, 3]) assert.deepEqual(await rowsOf(bytes, { policy, workers }), alone);
  });

  test('by a whole number of threads', async () => {
    await assert.rejects(rowsOf('text\nAva', { workers: 0 }), /^RangeError: options: workers must be/);
  });
});

describe('whatever stands around the rows', () => {
  const table = 'id,text\n1,The CIN plan.\n';
  const rules = (/** @type {RowReport[]} */ rows) => rows.flatMap(({ report }) => report?.findings.map(({ rule }) => rule) ?? [])
    .filter((rule) => rule.startsWith('language'));

  test('gzip is unpacked, also when several files were put together', async () => {
    const two = Buffer.concat([gzipSync(table), gzipSync('2,The CIN plan.\n')]);
    assert.deepEqual(rules(await rowsOf(two)), ['language/undefined-abbreviation', 'language/undefined-abbreviation']);
  });

  test('gzip that is cut off is refused in a sentence, after what came before', async () => {
    await assert.rejects(rowsOf(gzipSync(table).subarray(0, 20)), /^Error: It is compressed by gzip, and cannot be unpacked/);
  });

  test('marks and encodings can be given', async () => {
    const options = /** @type {const} */ ({ delimiter: '~', quoteMark: '', encoding: 'windows-1252', format: 'csv' });
    assert.deepEqual(rules(await rowsOf('id~text\n1~The CIN plan is 5" long.', options)), ['language/undefined-abbreviation']);
    await assert.rejects(rowsOf(table, { delimiter: ';;' }), /^Error: options: delimiter must be one character$/);
    await assert.rejects(rowsOf(table, { encoding: /** @type {any} */ ('ebcdic') }), /^Error: options: encoding must be utf-8, /);
  });

  test('headings of a workbook can be read alone', async () => {
    const columns = await readColumns(chunksOf(await madeExport({ rows: 3, format: 'xlsx', system: 'list' })));
    assert.deepEqual(columns.slice(0, 2), [{ heading: 'Record ID', path: 'id' }, { heading: 'Child Unique ID', path: 'fileId' }]);
  });

  describe('of a workbook with several sheets', () => {
    const cover = [['Case notes for the audit'], ['Printed by the system on 1 May 2026']];
    const notes = [['id', 'text'], ['1', 'The CIN plan.']];
    const other = [['id', 'text'], ['2', 'The CIN plan.']];

    /** @param {...string[][]} tables */
    async function checked(...tables) {
      const pieces = [];
      for await (const piece of workbook(...tables)) pieces.push(piece);
      const limits = /** @type {string[]} */ ([]);
      const rows = await rowsOf(Buffer.concat(pieces), { onLimits: (heard) => void limits.push(...heard) });
      return { ids: rows.map((row) => ('id' in row ? row.id : row)), limits };
    }

    test('the first is checked whose headings are understood, and the report says that there are others', async () => {
      assert.deepEqual(await checked([], cover, notes, [], other), {
        ids: ['1'],
        limits: ['2 other sheets of the workbook have something on them, and are not checked.'],
      });
    });

    test('empty ones are not spoken of', async () => {
      assert.deepEqual(await checked([], notes, []), { ids: ['1'], limits: [] });
    });

    test('headings are found below a title, which is narrower than they are', async () => {
      const titled = [...cover, ['id', 'type', 'text', 'team'], ['1', 'visit', 'The CIN plan.', 'Duty'], ['2', 'visit', 'He ate.']];
      assert.deepEqual(await checked(titled), {
        ids: ['1', '2'], limits: ['The headings were found in row 3, and what stands above them is not checked.'],
      });
    });

    test('it is refused where no heading is understood on any', async () => {
      await assert.rejects(checked(cover, cover), /^Error: No heading in its first row is understood/);
    });

    test('a column map finds its sheet', async () => {
      const pieces = [];
      for await (const piece of workbook(cover, [['Number', 'What was said'], ['7', 'The CIN plan.']])) pieces.push(piece);
      const [row] = await rowsOf(Buffer.concat(pieces), { columns: { Number: 'id', 'What was said': 'text' } });
      assert.equal('id' in row && row.id, '7');
    });
  });

  test('what is no workbook is refused in a sentence', async () => {
    await assert.rejects(rowsOf('PK\x03\x04 and nothing more'), /^Error: It looks like a workbook and cannot be read as one/);
    const cut = (await madeExport({ rows: 3, format: 'xlsx' })).subarray(0, 500);
    await assert.rejects(rowsOf(cut), /^Error: It looks like a workbook and cannot be read as one/);
  });
});

test('HTML is checked as text, and its marks fit the exported value', async () => {
  const text = '<p>Mum&rsquo;s <b>CIN</b> plan.</p><div>😀 &nbsp;Mum was <i>hosti</i>le.</div>';
  const [row] = await rowsOf(JSON.stringify({ text }), { format: 'ndjson', quote: true });
  const marked = row.report?.findings.filter(({ path }) => path === '/text')
    .map(({ rule, range }, index) => [rule, text.slice(range?.start, range?.end), row.quotes?.[row.report.findings.findIndex((_, at) => row.report?.findings[at].path === '/text') + index]?.words]);
  assert.deepEqual(marked, [
    ['language/undefined-abbreviation', 'CIN', 'CIN'],
    ['language/judgmental', 'hosti</i>le', 'hostile'],
  ]);
});

describe('entries are joined to the front sheets of their files', () => {
  const sheets = 'Reference number,Child name,DOB\n88,Ava Wood,2019-05-02\n89,Ben Wood,2018-01-01\n';
  const entry = (/** @type {string} */ fileId) => JSON.stringify({ fileId, eventAt: '2026-03-04T15:00', text: 'I saw Ava, aged 7, at home.' });

  for (const workers of [1, 2]) {
    test(`by the reference number, with ${workers} at work`, async () => {
      const rows = await rowsOf([entry('88'), entry('89'), entry('90')].join('\n'), { workers, files: chunksOf(Buffer.from(sheets)) });
      const ages = rows.map(({ report }) => report?.findings.some(({ rule }) => rule === 'accuracy/age'));
      assert.deepEqual(ages, [true, false, false]);
    });
  }
});

describe('the reading is ended', () => {
  /** @param {{ closed?: boolean }} told */
  async function* endless(told) {
    try {
      yield Buffer.from('{"text":"Ava"}\n');
      await new Promise((resolve) => setTimeout(resolve, 60_000).unref());
    } finally {
      told.closed = true;
    }
  }

  for (const workers of [1, 2]) {
    test(`by a signal, also while it waits, with ${workers} at work`, async () => {
      const ending = new AbortController();
      const rows = checkExport(endless({}), { now, workers, signal: ending.signal });
      assert.equal((await rows.next()).value?.row, 1);
      setTimeout(() => ending.abort(), 50);
      await assert.rejects(rows.next(), { name: 'AbortError' });
      assert.deepEqual(await rows.next(), { done: true, value: undefined });
    });
  }

  test('by a signal that was given before', async () => {
    await assert.rejects(checkExport(endless({}), { signal: AbortSignal.abort() }).next(), { name: 'AbortError' });
  });
});

describe('the records of an export are held against each other', () => {
  const wish = { rows: 700, defects: 0, across: 0.9 };
  const sheets = madeExport({ rows: 120, kind: 'file', defects: 0 });

  for (const workers of [1, 2]) {
    test(`with ${workers} at work, and what only they together show is found, and nothing else`, async () => {
      const made = makeExport(wish);
      const bytes = Buffer.concat(/** @type {Uint8Array[]} */ ([.../** @type {Iterable<Uint8Array>} */ (made.bytes)]));
      /** @type {Map<string, number[]>} */
      const found = new Map();
      const options = { policy, now, workers, files: chunksOf(await sheets) };
      for await (const { row, report } of checkExport(() => chunksOf(bytes), options)) {
        for (const { rule } of report?.findings ?? []) found.set(rule, [...(found.get(rule) ?? []), row]);
      }
      assert.deepEqual(Object.fromEntries([...found].sort()), Object.fromEntries([...made.planted].sort()));
      assert.ok(found.size > 7);
    });
  }

  test('and a source that comes only once is checked record by record', async () => {
    const rows = await rowsOf(await madeExport(wish), { policy });
    assert.ok(rows.every(({ report }) => report?.findings.every(({ rule }) => !rule.startsWith('file/'))));
  });
});
