import { ExportChecker } from '../../../build/export/recording_standard.js';

/** @import { Policy, Report } from '../../../build/export/recording_standard.js' */

/**
 * What is known of an export before it is read.
 *
 * @typedef {object} ExportOptions
 * @property {'csv' | 'tsv' | 'ndjson'} [format] the first bytes tell where it is not given
 * @property {Record<string, string>} [columns] column heading → path in the record, or "" for a column to leave
 *   out; guessed from the headings where it is not given
 * @property {'entry' | 'file'} [kind] what the records of a table are; entries where it is not given
 * @property {Policy} [policy] the agency's policy
 * @property {boolean} [quote] whether each row comes with the words about which its findings speak; never where it is
 *   not given
 * @property {string} [now] the time that counts as now; the clock's where it is not given
 * @property {(columns: Column[]) => void} [onColumns] hears, once, how the headings of a table are understood
 * @property {(done: Progress) => void} [onProgress] hears how far the reading is, after each piece of the source
 */

/**
 * A column of a table. Without a path its heading is not understood, or another means the same more surely.
 *
 * @typedef {{ heading: string, path?: string }} Column
 */

/**
 * @typedef {object} Progress
 * @property {number} rows that are checked or could not be read
 * @property {number} bytes that are read
 * @property {number} [totalBytes] of the whole, where that is known
 * @property {number} findings
 */

/**
 * A row that was checked.
 *
 * @typedef {object} CheckedRow
 * @property {number} row the number that a spreadsheet shows: the heading row is row 1, and a row may have many lines.
 *   In NDJSON it is the number of the line.
 * @property {string} [id] of the record
 * @property {string} [fileId] the reference number of the child's file
 * @property {string} [team] whose work it is
 * @property {string} [on] the day on which it took place, or was recorded where that is all that is known: 2026-03-04
 * @property {number} [workingDays] how many after the event the recording was completed
 * @property {Report} report
 * @property {(Quote | null)[]} [quotes] for each finding the words about which it speaks, where the options ask for them
 * @property {undefined} [problem]
 */

/**
 * Words of a record, with some before and after them: those that a finding marks, or those of its whole field.
 *
 * @typedef {{ before: string, words: string, after: string }} Quote
 */

/**
 * A row that cannot be read, and why in one sentence without its text.
 *
 * @typedef {{ row: number, problem: string, report?: undefined }} MalformedRow
 */

/** @typedef {CheckedRow | MalformedRow} RowReport */

/** As many bytes as cross into the wasm at a time. */
const longestPiece = 1024 * 1024;

/**
 * Checks the rows of an export whose bytes come in chunks, once the wasm is loaded.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {ExportOptions} options
 * @param {number} [totalBytes]
 * @returns {AsyncGenerator<RowReport, void, void>}
 */
export async function* checkChunks(chunks, { policy, onColumns, onProgress, ...options }, totalBytes) {
  const checker = newChecker(policy, { ...options, now: options.now ?? new Date().toISOString() });
  const done = { rows: 0, bytes: 0, totalBytes, findings: 0 };
  let tellColumns = onColumns;
  let isWhole = true;
  const linesUpTo = (/** @type {Uint8Array | undefined} */ piece) => {
    try {
      return piece ? checker.push(piece) : checker.finish();
    } catch (error) {
      isWhole = !(error instanceof WebAssembly.RuntimeError);
      // The cause is left out on purpose: its message could hold words of a record.
      throw isWhole ? error : new Error('The check broke off. What came before is right.');
    }
  };
  try {
    for await (const piece of pieces(chunks)) {
      const lines = linesUpTo(piece);
      const columns = tellColumns && checker.columns();
      if (columns) {
        tellColumns?.(JSON.parse(columns));
        tellColumns = undefined;
      }
      done.bytes += piece?.length ?? 0;
      for (const line of linesOf(lines)) {
        /** @type {RowReport} */
        const row = JSON.parse(line);
        done.rows += 1;
        done.findings += row.report?.findings.length ?? 0;
        yield row;
      }
      onProgress?.({ ...done });
    }
  } finally {
    // What broke off is still held by the call that it broke.
    if (isWhole) checker.free();
  }
}

/**
 * The columns of a table whose bytes come in chunks, once the wasm is loaded.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {Pick<ExportOptions, 'format' | 'kind'>} options
 * @returns {Promise<Column[]>}
 */
export async function columnsOfChunks(chunks, options) {
  const checker = newChecker(undefined, { ...options, now: new Date().toISOString() });
  try {
    for await (const piece of pieces(chunks)) {
      try {
        if (piece) checker.push(piece);
        else checker.finish();
      } catch (error) {
        // Where no heading is understood there is nothing to check, and all the more to edit.
        if (!checker.columns()) throw error;
      }
      const columns = checker.columns();
      if (columns) return JSON.parse(columns);
    }
  } finally {
    checker.free();
  }
  throw new Error('It is no table: NDJSON has no columns.');
}

/**
 * @param {Policy | undefined} policy
 * @param {Pick<ExportOptions, 'format' | 'columns' | 'kind' | 'quote' | 'now'>} options
 */
const newChecker = (policy, options) => new ExportChecker(JSON.stringify(policy ?? null), JSON.stringify(options));

/**
 * The chunks in pieces that are not too large, and nothing at the end.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @returns {AsyncGenerator<Uint8Array | undefined, void, void>}
 */
async function* pieces(chunks) {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The source of an export has to give bytes (Uint8Array).');
    for (let start = 0; start < chunk.length; start += longestPiece) {
      yield chunk.subarray(start, start + longestPiece);
    }
  }
  yield undefined;
}

/** @param {string} text each line of which has an end */
function* linesOf(text) {
  for (let start = 0, end = text.indexOf('\n'); end >= 0; start = end + 1, end = text.indexOf('\n', start)) {
    yield text.slice(start, end);
  }
}
