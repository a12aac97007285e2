import { readFileSync } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { initSync } from '../../build/export/recording_standard.js';
import { catalogueOf } from './export/catalogue.js';
import { checkChunks, columnsOfChunks } from './export/rows.js';
import { threads } from './export/threads.js';

/** @import { Policy } from '../../build/export/recording_standard.js' */

/** @typedef {import('./export/rows.js').CheckedRow} CheckedRow */
/** @typedef {import('./export/rows.js').Column} Column */
/** @typedef {import('./export/rows.js').Progress} Progress */
/** @typedef {import('./export/rows.js').RowReport} RowReport */
/** @typedef {import('./export/rows.js').Writing} Writing */
/** @typedef {import('./report/reporters.js').Catalogue} Catalogue */

/**
 * What is known of an export before it is read, and how it is checked.
 *
 * @typedef {Omit<import('./export/rows.js').ExportOptions, 'files'> & {
 *   files?: string | AsyncIterable<Uint8Array>,
 *   workers?: number,
 * }} ExportOptions
 *   `files`: an export of the front sheets to which the entries belong, as a path or its bytes;
 *   `workers`: how many threads share a long check, 1 for none beside this; one a core where it is not given
 */

const wasm = new URL('../../build/export/recording_standard_bg.wasm', import.meta.url);

/** So many bytes are read of a file at a time. */
const longestRead = 256 * 1024;

/** @type {WebAssembly.Module | undefined} */
let module;

function load() {
  if (module) return module;
  module = new WebAssembly.Module(readFileSync(wasm));
  initSync({ module });
  return module;
}

/**
 * Checks an export row by row, with a memory that does not grow with it. Rows come in their order and no
 * faster than they are asked for; leaving the loop closes the file.
 *
 * A file is read twice: what can be the same in two records, and what belongs to one child, is gathered before
 * they are checked. So is a source that is a function, which gives the bytes anew each time. A row on which the check
 * breaks off is one that cannot be read, and the reading begins anew behind it. Bytes that come only
 * once are checked record by record.
 *
 * @param {string | AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>)} source the path of a file, or its bytes
 * @param {ExportOptions} [options]
 * @returns {AsyncGenerator<RowReport, void, void>}
 * @throws {Error} for a policy, a column map or an option that is not right, and for a source that cannot be
 *   read or is no export; never because of a row
 */
export async function* checkExport(source, { files, workers, ...options } = {}) {
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1)) {
    throw new RangeError('options: workers must be a whole number from 1');
  }
  const count = workers ?? availableParallelism();
  const loaded = load();
  const totalBytes = typeof source === 'string' ? (await stat(source)).size : undefined;
  yield* checkChunks(typeof source === 'string' ? () => bytesOf(source) : source, { ...options, ...(files && { files: bytesOf(files) }) }, {
    totalBytes,
    ...(count > 1 && { moreHands: (setting) => threads(loaded, setting, count) }),
    // Whoever asks for threads knows that there is work for them.
    ...(workers !== undefined && { muchWork: 0 }),
  });
}

/**
 * The columns of a table, as its heading row is understood.
 *
 * @param {string | AsyncIterable<Uint8Array>} source the path of a file, or its bytes
 * @param {Writing} [options]
 * @returns {Promise<Column[]>}
 * @throws {Error} for a source that cannot be read or is no table
 */
export async function readColumns(source, options = {}) {
  load();
  return columnsOfChunks(bytesOf(source), options);
}

/**
 * The standard and the rules under a policy: what a report knows beside its rows.
 *
 * @param {Policy} [policy]
 * @returns {Catalogue}
 * @throws {Error} that names the place in the policy that is not right, and the nearest right name
 */
export function readCatalogue(policy) {
  load();
  return catalogueOf(policy);
}

/** @param {string | AsyncIterable<Uint8Array>} source */
const bytesOf = (source) => (typeof source === 'string' ? bytesOfFile(source) : source);

/**
 * The bytes of a file, in one place of the memory: what was given is gone once more is asked for.
 *
 * @param {string} path
 */
async function* bytesOfFile(path) {
  const file = await open(path);
  const room = new Uint8Array(longestRead);
  try {
    for (;;) {
      const { bytesRead } = await file.read(room);
      if (bytesRead === 0) return;
      yield room.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}
