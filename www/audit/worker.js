// What reads and checks an export, beside the page, so that the page goes on answering.

import { initSync } from '../../build/export/recording_standard.js';
import { catalogueOf, fieldsOfKind } from '../../src/js/export/catalogue.js';
import { checkChunks, columnsOfChunks } from '../../src/js/export/rows.js';
import { narrowed } from '../../src/js/report/narrow.js';
import { formats } from '../../src/js/report/reporters.js';
import { Tally, unusedOf } from '../../src/js/report/tally.js';
import { PieceByPiece } from './pieces.js';

/** @import { Column, ExportOptions } from '../../src/js/export/rows.js' */

/**
 * What the page asks for.
 *
 * @typedef {{ wasm: string, version: string } & (
 *   { ask: 'columns', file: File, kind: 'entry' | 'file' } | { ask: 'check', file: File, frontSheets?: File, options: Omit<ExportOptions, 'files'>, since?: string }
 * )} Wish
 */

/**
 * What the page hears.
 *
 * @typedef {(
 *   { tell: 'columns', columns?: Column[], fields: ReturnType<typeof fieldsOfKind> }
 *   | { tell: 'progress', rows: number, bytes: number, totalBytes?: number, findings: number }
 *   | { tell: 'report', reports: Record<string, Blob>, rows: number, findings: number, problem?: string }
 *   | { tell: 'problem', problem: string }
 * )} Answer
 */

/** The formats that are written, all at once. */
const written = ['html', 'xlsx', 'csv', 'ndjson'];

/** So many milliseconds lie between two words of progress. */
const silence = 100;

const worker = /** @type {{ postMessage(answer: Answer): void, onmessage: ((event: MessageEvent<Wish>) => void) | null }} */ (/** @type {unknown} */ (globalThis));

worker.onmessage = async ({ data: wish }) => {
  try {
    initSync({ module: await unpacked(wish.wasm) });
    worker.postMessage(wish.ask === 'columns' ? await columnsOf(wish.file, wish.kind) : await check(wish));
  } catch (error) {
    worker.postMessage({ tell: 'problem', problem: /** @type {Error} */ (error).message });
  }
};

/** @param {string} packed in base64, as gzip packs */
async function unpacked(packed) {
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/** @param {Blob} blob */
async function* bytesOf(blob) {
  const reader = blob.stream().getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel();
  }
}

/**
 * @param {File} file
 * @param {'entry' | 'file'} kind
 * @returns {Promise<Answer>}
 */
async function columnsOf(file, kind) {
  const columns = await columnsOfChunks(bytesOf(file), { kind }).catch((error) => {
    if (/JSON has no columns/.test(error.message)) return undefined;
    throw error;
  });
  return { tell: 'columns', columns, fields: fieldsOfKind(kind) };
}

/**
 * @param {Extract<Wish, { ask: 'check' }>} wish
 * @returns {Promise<Answer>}
 */
async function check({ file, frontSheets, options, since, version }) {
  const now = new Date().toISOString();
  const { quote } = options;
  const setting = { catalogue: catalogueOf(options.policy), version, now, narrowing: { since }, quote };
  const outputs = written.map((name) => ({ name, reporter: formats[name].reporter(setting), pieces: new PieceByPiece(formats[name].type) }));
  const tally = new Tally();
  const counts = tally.begin(file.name);
  let told = performance.now();

  for (const { reporter, pieces } of outputs) pieces.add(await reporter.begin());
  const rows = checkChunks(() => bytesOf(file), {
    ...options,
    ...(frontSheets && { files: bytesOf(frontSheets) }),
    now,
    onLimits: (limits) => void counts.limits.push(...limits),
    onColumns(columns) {
      counts.unused = unusedOf(columns);
    },
    onProgress(done) {
      if (performance.now() - told < silence) return;
      told = performance.now();
      worker.postMessage({ tell: 'progress', ...done });
    },
  }, { totalBytes: file.size });
  try {
    for await (const row of rows) {
      const kept = narrowed(row, { since });
      if (!kept) {
        tally.earlier += 1;
        continue;
      }
      tally.add(counts, kept);
      for (const { reporter, pieces } of outputs) pieces.add(await reporter.record(file.name, kept));
    }
  } catch (error) {
    // What was checked until then is reported all the same.
    if (tally.rows === 0) throw error;
    counts.problem = /** @type {Error} */ (error).message;
  }
  for (const { reporter, pieces } of outputs) pieces.add(await reporter.end(tally));
  const reports = Object.fromEntries(outputs.map(({ name, pieces }) => [name, pieces.whole()]));
  return { tell: 'report', reports, rows: tally.rows, findings: tally.findings, problem: counts.problem };
}
