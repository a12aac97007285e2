import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkExport } from '../../src/js/export.js';
import { makeExport, now, policy } from '../exports/generate.mjs';

/** @param {string} name */
const path = (name) => fileURLToPath(new URL(name, import.meta.url));

const folder = mkdtempSync(join(tmpdir(), 'recording-standard-'));
after(() => rmSync(folder, { recursive: true }));
const inFolder = (/** @type {string} */ name) => join(folder, name);

/** More than there are children, so that some have nothing to check. */
const partitions = 8;

describe('on a cluster of two machines, of which one is lost', () => {
  /** @type {Map<string, any>} */
  const reports = new Map();
  let printed = '';

  before(async () => {
    const lines = [];
    for (const bytes of /** @type {Iterable<Uint8Array>} */ (makeExport({ rows: 50, across: 1 }).bytes)) lines.push(bytes);
    writeFileSync(inFolder('notes.ndjson'), Buffer.concat([...lines, Buffer.from('{"id": broken\n')]));
    writeFileSync(inFolder('policy.json'), JSON.stringify(policy));
    const spark = spawn('spark-submit', [
      '--master', 'local-cluster[2,1,1024]', '--conf', 'spark.ui.enabled=false', '--conf', 'spark.task.maxFailures=4',
      path('check_export.py'), inFolder('notes.ndjson'), inFolder('report'),
    ], {
      cwd: folder,
      env: {
        ...process.env,
        COMMAND: [process.execPath, path('losing-a-worker.mjs'), inFolder('lost')].join(' '),
        SETTINGS: `--policy ${inFolder('policy.json')} --now ${now}`,
        PARTITIONS: String(partitions),
        SPARK_LOCAL_IP: '127.0.0.1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [spark.stdout, spark.stderr]) stream.on('data', (bytes) => { printed += bytes; });
    const [code] = await once(spark, 'close');
    assert.equal(code, 0, printed);
  });

  const parts = () => readdirSync(inFolder('report')).filter((name) => name.startsWith('part-'))
    .map((name) => readFileSync(join(inFolder('report'), name), 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line)));

  test('a machine was lost, and its work done again', () => {
    assert.ok(existsSync(inFolder('lost')));
    assert.ok(existsSync(join(inFolder('report'), '_SUCCESS')));
  });

  test('every record has the report that one process gives it, and once', async () => {
    for (const { id, report, problem } of parts().flat()) {
      assert.ok(!reports.has(id), `${id} is there twice`);
      reports.set(id, report ?? problem);
    }
    let count = 0;
    for await (const { report, problem, ...row } of checkExport(inFolder('notes.ndjson'), { policy, now })) {
      count += 1;
      const id = 'id' in row ? row.id : undefined;
      assert.deepEqual(reports.get(/** @type {string} */ (id)), report ?? problem);
    }
    assert.ok(count > 50);
    assert.equal(reports.size, count);
  });

  test('the records of a child are in one partition, and an empty one does no harm', () => {
    const children = parts().map((rows) => new Set(rows.map(({ fileId }) => fileId).filter(Boolean)));
    assert.equal(children.length, partitions);
    // What only all the records of a child show is found, too.
    const rules = parts().flat().flatMap(({ report }) => report?.findings.map((/** @type {{ rule: string }} */ { rule }) => rule) ?? []);
    for (const rule of ['file/sequence', 'file/order', 'file/duplicate-entry', 'accuracy/copied-text']) assert.ok(rules.includes(rule), rule);
    assert.ok(children.some((some) => some.size === 0));
    const all = children.flatMap((some) => [...some]);
    assert.equal(new Set(all).size, all.length);
  });
});
