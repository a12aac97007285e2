import { createReadStream, readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { initSync } from '../../build/export/recording_standard.js';
import { catalogueOf } from './export/catalogue.js';
import { checkChunks, columnsOfChunks } from './export/rows.js';

/** @import { InitOutput, Policy } from '../../build/export/recording_standard.js' */

/** @typedef {import('./export/rows.js').Column} Column */
/** @typedef {import('./export/rows.js').ExportOptions} ExportOptions */
/** @typedef {import('./export/rows.js').CheckedRow} CheckedRow */
/** @typedef {import('./export/rows.js').RowReport} RowReport */
/** @typedef {import('./report/reporters.js').Catalogue} Catalogue */

const wasm = new URL('../../build/export/recording_standard_bg.wasm', import.meta.url);

/** What is read of a file at a time. */
const highWaterMark = 256 * 1024;

/** @type {InitOutput | undefined} */
let loaded;

const load = () => {
  loaded ??= initSync({ module: readFileSync(wasm) });
};

/**
 * Checks an export row by row, with a memory that does not grow with it. Rows come in their order and no
 * faster than they are asked for; leaving the loop closes the file.
 *
 * @param {string | AsyncIterable<Uint8Array>} source the path of a file, or its bytes
 * @param {ExportOptions} [options]
 * @returns {AsyncGenerator<RowReport, void, void>}
 * @throws {Error} for a policy, a column map or an option that is not right, and for a source that cannot be
 *   read or is no export; never because of a row
 */
export async function* checkExport(source, options = {}) {
  load();
  const totalBytes = typeof source === 'string' ? (await stat(source)).size : undefined;
  yield* checkChunks(bytesOf(source), options, totalBytes);
}

/**
 * The columns of a table, as its heading row is understood.
 *
 * @param {string | AsyncIterable<Uint8Array>} source the path of a file, or its bytes
 * @param {Pick<ExportOptions, 'format' | 'kind'>} [options]
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
const bytesOf = (source) => (typeof source === 'string' ? createReadStream(source, { highWaterMark }) : source);
