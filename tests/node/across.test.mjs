import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkExport } from '../../src/js/export.js';

/** @import { ExportOptions } from '../../src/js/export.js' */

const folder = mkdtempSync(join(tmpdir(), 'recording-standard-'));
after(() => rmSync(folder, { recursive: true }));

/**
 * Makes a file of records, one a line.
 *
 * @param {string} name
 * @param {object[]} records
 */
function file(name, records) {
  writeFileSync(join(folder, name), records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return join(folder, name);
}

const schoolDay = 'She came home from school at half past three and told me about her day. ' +
  'She had painted a blue whale with her friends and ate pasta for tea.';

const sheets = file('sheets.ndjson', ['Ava Jones', 'Ben Smith', 'Zoe Brown'].map((fullName, index) =>
  ({ kind: 'file', referenceNumber: `CF-${index}`, child: { fullName } })));

/** Of two children; the third row was copied from the first, and the fourth is about somebody else. */
const notes = file('notes.ndjson', [
  { fileId: 'CF-0', eventAt: '2026-03-03', text: schoolDay },
  { fileId: 'CF-2', eventAt: '2026-03-03', text: 'I rang the school. Zoe is there every day.' },
  { fileId: 'CF-2', eventAt: '2026-03-10', text: `Zoe was in.<br><br>${schoolDay}` },
  { fileId: 'CF-0', eventAt: '2026-03-10', text: 'I saw Ben Smith alone at home. He had a cold.' },
  { fileId: 'CF-1', eventAt: '2026-03-10', text: 'I saw Ben Smith alone at home. He had a cold.' },
]);

const ofOthers = ['accuracy/copied-text', 'accuracy/wrong-name'];

/** @param {ExportOptions} options */
async function foundIn(options) {
  const found = [];
  for await (const { row, report } of checkExport(notes, { now: '2026-03-16T09:00', files: sheets, ...options })) {
    for (const { rule } of report?.findings ?? []) if (ofOthers.includes(rule)) found.push(`${row} ${rule}`);
  }
  return found;
}

describe('across the files of an export', () => {
  for (const workers of [1, 2]) {
    test(`a copied paragraph and another child’s name are found, with ${workers} at work`, async () => {
      assert.deepEqual(await foundIn({ workers }), ['3 accuracy/copied-text', '4 accuracy/wrong-name']);
    });
  }

  test('on the command line', () => {
    const script = fileURLToPath(new URL('../../src/js/cli.js', import.meta.url));
    const args = ['--files', sheets, '--now', '2026-03-16T09:00', '--only', ofOthers.join()];
    for (const source of [notes, '-']) {
      const { stdout } = spawnSync(process.execPath, [script, 'check', source, ...args], { input: readFileSync(notes), encoding: 'utf8' });
      assert.match(stdout, /accuracy\/copied-text/);
    }
  });
});
