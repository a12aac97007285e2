import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createValidator } from '../../src/js/node.js';
import { checkExport } from '../../src/js/export.js';
import { makeExport, now, policy } from '../exports/generate.mjs';

/** @import { ExportOptions } from '../../src/js/export.js' */
/** @import { Wish } from '../exports/generate.mjs' */

/**
 * The rows in which each rule spoke, and those that could not be read.
 *
 * @param {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} bytes
 * @param {ExportOptions} options
 */
async function found(bytes, options) {
  /** @type {Map<string, number[]>} */
  const rules = new Map();
  const malformed = [];
  async function* source() {
    yield* bytes;
  }
  for await (const { row, report } of checkExport(source(), { policy, now, ...options })) {
    if (!report) malformed.push(row);
    for (const rule of new Set(report?.findings.map((finding) => finding.rule))) {
      rules.set(rule, [...(rules.get(rule) ?? []), row]);
    }
  }
  return { rules: inOrder(rules), malformed };
}

/** @param {Map<string, number[]>} map */
const inOrder = (map) => Object.fromEntries([...map].sort());

describe('in an export every planted defect is found, and nothing else', () => {
  for (const [title, wish] of /** @type {[string, Wish][]} */ ([
    ['of entries in NDJSON', { rows: 2000 }],
    ['of front sheets in NDJSON', { rows: 400, kind: 'file' }],
    ['with broken lines', { rows: 500, broken: 0.02 }],
    ['as a JSON list', { rows: 300, format: 'json' }],
    ['as a system writes CSV: letters before answers, NULL, no date in 1900', { rows: 500, format: 'csv', system: 'liquidlogic', broken: 0.02 }],
    ['as a system writes HTML into CSV in Windows-1252', { rows: 500, format: 'csv', system: 'mosaic' }],
    ['as a system writes tabs in UTF-16', { rows: 300, format: 'tsv', system: 'eclipse' }],
    ['as somebody writes a list', { rows: 300, format: 'csv', system: 'list' }],
    ['of front sheets as a list', { rows: 100, format: 'csv', system: 'list', kind: 'file' }],
    ['of front sheets as a system writes them', { rows: 100, format: 'csv', system: 'liquidlogic', kind: 'file' }],
    ['as a workbook', { rows: 400, format: 'xlsx', system: 'list' }],
  ])) {
    test(title, async () => {
      const { bytes, planted, malformed } = makeExport(wish);
      const { rules, malformed: unread } = await found(bytes, { kind: wish.kind });
      assert.deepEqual(rules, inOrder(planted));
      assert.deepEqual(unread, malformed);
    });
  }
});

/** What no row shows by itself, and so is tested elsewhere. */
const needOthers = [
  'accuracy/age', 'accuracy/copied-text', 'accuracy/wrong-name', 'consent/child-not-asked', 'file/duplicate-entry', 'file/order',
  'file/sequence', 'file/stale', 'involvement/not-seen-alone',
];

test('every rule is planted that a row can show', async () => {
  const planted = ['entry', 'file'].flatMap((kind) => {
    const made = makeExport({ rows: 4000, kind: /** @type {'entry' | 'file'} */ (kind) });
    for (const bytes of /** @type {Iterable<Uint8Array>} */ (made.bytes)) assert.ok(bytes);
    return [...made.planted.keys()];
  });
  const validator = await createValidator(policy);
  const rules = validator.rules().map(({ id }) => id);
  validator.free();
  assert.deepEqual(rules.filter((id) => !planted.includes(id)).sort(), needOthers);
});
