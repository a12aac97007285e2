import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { makeExport } from '../exports/generate.mjs';

const run = promisify(execFile);

/** The 40th, and two that stand together. */
const broken = [40, 400, 401];

/** Writes each row and how much was found in it. */
const script = `
  import { checkExport } from ${JSON.stringify(new URL('../../src/js/export.js', import.meta.url))};
  import { now, policy } from ${JSON.stringify(new URL('../exports/generate.mjs', import.meta.url))};
  const [file, workers] = process.argv.slice(2);
  const rows = [];
  for await (const { row, problem, report } of checkExport(file, { policy, now, workers: Number(workers) })) {
    rows.push([row, problem ?? report.findings.map(({ rule }) => rule)]);
  }
  console.log(JSON.stringify(rows));
`;

describe('where the wasm breaks off on a row', () => {
  /** @type {string} */
  let folder;
  /** @type {[row: number, found: string | string[]][]} */
  let sound;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    const chunks = [];
    for await (const chunk of makeExport({ rows: 600, across: 0.5 }).bytes) chunks.push(chunk);
    const lines = Buffer.concat(chunks).toString().trimEnd().split('\n');
    const having = (/** @type {string} */ row) => lines.map((line, index) => (broken.includes(index + 1) ? row : line)).join('\n');
    await writeFile(join(folder, 'rows.mjs'), script);
    await writeFile(join(folder, 'sound.ndjson'), having(''));
    await writeFile(join(folder, 'breaking.ndjson'), having('{"text":"unreachable"}'));
    sound = await rowsOf('sound.ndjson', 1);
  });

  after(() => rm(folder, { recursive: true }));

  /**
   * @param {string} name
   * @param {number} workers
   * @returns {Promise<[row: number, found: string | string[]][]>}
   */
  async function rowsOf(name, workers) {
    const breaking = new URL('breaking.mjs', import.meta.url).href;
    const { stdout } = await run(process.execPath, ['--import', breaking, join(folder, 'rows.mjs'), join(folder, name), String(workers)]);
    return JSON.parse(stdout);
  }

  for (const workers of [1, 2]) {
    test(`the others are checked and held against each other all the same, with ${workers} at work`, async () => {
      const rows = await rowsOf('breaking.ndjson', workers);
      const problem = 'The check of this row broke off. The rows before and after it are checked.';
      assert.deepEqual(rows.filter(([, found]) => typeof found === 'string'), broken.map((row) => [row, problem]));
      assert.deepEqual(rows.filter(([row]) => !broken.includes(row)), sound);
      assert.ok(sound.some(([, found]) => found.includes('accuracy/copied-text')), 'nothing was held together');
    });
  }
});
