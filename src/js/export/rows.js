import { ExportCutter } from '../../../build/export/recording_standard.js';
import { ownHands } from './hands.js';
import { dropInstance, instance } from './instance.js';
import { unpacked } from './unpacked.js';

/** @import { ExportPiece, Finding, Policy, Report } from '../../../build/export/recording_standard.js' */
/** @import { Files, Hands, OtherHands, OwnHands, Rows, Setting, Together } from './hands.js' */

/**
 * How an export is written.
 *
 * @typedef {object} Writing
 * @property {'csv' | 'tsv' | 'ndjson' | 'json' | 'xlsx'} [format] the first bytes tell where it is not given
 * @property {'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'} [encoding] the first bytes tell where it is not given
 * @property {string} [delimiter] what parts the cells of a table; the heading row tells where it is not given
 * @property {string} [quoteMark] what may stand around the cells of a table, or "" for nothing
 * @property {Record<string, string>} [columns] column heading → path in the record, or "" for a column to leave
 *   out; guessed from the headings where it is not given
 * @property {'entry' | 'file'} [kind] what the records of a table are; entries where it is not given
 */

/**
 * What is known of an export before it is read.
 *
 * @typedef {object} ExportSettings
 * @property {Policy} [policy] the agency's policy
 * @property {boolean} [quote] whether each row comes with the words about which its findings speak; never where it is
 *   not given
 * @property {string} [now] the time that counts as now; the clock's where it is not given
 * @property {AsyncIterable<Uint8Array>} [files] an export of the front sheets of the files to which the entries
 *   belong, by their reference numbers; it is held in memory
 * @property {AbortSignal} [signal] ends the reading
 * @property {(columns: Column[]) => void} [onColumns] hears, once, how the headings of a table are understood
 * @property {(limits: string[]) => void} [onLimits] hears, in sentences, what is not read, and what there was no room for
 *   when rows were held against each other
 * @property {(done: Progress) => void} [onProgress] hears how far the check is, piece by piece
 */

/** @typedef {Writing & ExportSettings} ExportOptions */

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
 * A row that was checked, by the number that a spreadsheet shows: the heading row is row 1, and a row may have many
 * lines. In NDJSON it is the number of the line, in a JSON list that of the item.
 *
 * @typedef {object} CheckedRow
 * @property {number} row
 * @property {string} [id] of the record
 * @property {string} [fileId] the reference number of the child's file
 * @property {string} [team] whose work it is
 * @property {string} [on] the day of the event, or else of the recording: "2026-03-03"
 * @property {number} [workingDays] from the event to the recording; 0 is the same day
 * @property {Report} report its lists of clauses and fixes are shared among findings, and frozen
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

/**
 * What this machine has to share the work.
 *
 * @typedef {object} Means
 * @property {number} [totalBytes] of the source, where that is known
 * @property {(setting: Setting) => OtherHands} [moreHands] takes the work over, where there is much of it
 * @property {number} [muchWork] in bytes
 */

/** From so many bytes on, more hands are worth the time that it takes to call them. */
const worthwhile = 4 * 1024 * 1024;

/** As many bytes as cross into the wasm at a time. */
const longestPush = 1024 * 1024;

/**
 * Checks the rows of an export whose bytes come in chunks, once the wasm is loaded.
 *
 * @param {AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>)} source its bytes; or what gives them anew
 *   each time, so that rows are held against each other before they are checked
 * @param {ExportOptions} options
 * @param {Means} [means]
 * @returns {AsyncGenerator<RowReport, void, void>}
 */
export async function* checkChunks(source, options, { totalBytes, moreHands, muchWork = worthwhile } = {}) {
  const { policy, now = new Date().toISOString(), quote = false, files, signal, onColumns, onLimits, onProgress, ...writing } = options;
  const done = { rows: 0, bytes: 0, totalBytes, findings: 0 };
  const setting = { policy: JSON.stringify(policy ?? null), now, quoting: quote };
  const counted = async function* () {
    done.bytes = 0;
    for await (const chunk of typeof source === 'function' ? source() : source) {
      done.bytes += chunk.length;
      yield chunk;
    }
  };
  // Whoever leaves the loop while the source is asked leaves one that may give nothing any more.
  const leaving = new AbortController();
  const ending = signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal;
  const own = ownHands(setting);
  const cutting = new Cutting(typeof source === 'function' ? counted : counted(), JSON.stringify(writing), ending);
  /** @type {Hands} */
  let hands = own;
  /** @type {OtherHands | undefined} */
  let others;
  const callOthers = () => {
    if (Math.max(done.bytes, totalBytes ?? 0) > muchWork) others ??= moreHands?.(setting);
  };
  let hasBegun = false;
  /** @type {Promise<RowReport[]>[]} */
  const queue = [];
  const take = (/** @type {Rows | MalformedRow} */ piece) => {
    if ('problem' in piece) return Promise.resolve([piece]);
    if (!hasBegun) {
      own.begin(cutting.writing(), sheets);
      const { limits } = cutting;
      if (limits.length > 0) onLimits?.(limits);
    }
    hasBegun = true;
    callOthers();
    if (others && hands === own) {
      others.begin({ writing: cutting.writing(), files: sheets, gathered: together?.gathered });
      hands = others;
    }
    const rows = hands.check(piece);
    // Whoever waits for those before it hears of it in its turn.
    rows.catch(() => {});
    return rows;
  };
  const pieces = cutting.pieces(() => queue.length === 0, onColumns);
  /** @type {Promise<Coming> | undefined} */
  let coming;
  /** @type {Files | undefined} */
  let sheets;
  /** @type {Together | undefined} */
  let together;
  try {
    sheets = files && (await keptFiles(files, ending));
    callOthers();
    if (typeof source === 'function') {
      together = await heldTogether(source, JSON.stringify(writing), own, sheets, ending);
      if (together?.limits.length) onLimits?.(together.limits);
    }
    const findingsIn = findingsOfRows(together);
    /** @type {Coming | undefined} */
    let last;
    while (!last || queue.length > 0) {
      const isFull = queue.length > hands.most;
      if (!last && !isFull) coming ??= comingFrom(pieces);
      const first = queue[0]?.then((rows) => ({ rows }));
      const event = await unlessAborted(Promise.race([first, coming].filter((promise) => promise !== undefined)), ending);
      if ('rows' in event) {
        queue.shift();
        for (const row of event.rows) {
          const findings = findingsIn(row.row);
          if (row.report && findings.length > 0) addTo(row, findings);
          done.rows += 1;
          done.findings += row.report?.findings.length ?? 0;
          yield row;
        }
        onProgress?.({ ...done });
      } else {
        coming = undefined;
        if (event.piece) queue.push(take(event.piece));
        else last = event;
      }
    }
    onProgress?.({ ...done });
    if (last.error) throw last.error;
  } finally {
    if (!coming && !ending.aborted) await pieces.return();
    leaving.abort();
    others?.rest();
    own.rest();
    cutting.free();
  }
}

/** So often the gathering begins anew without the rows on which it broke off. */
const mostGatherings = 10;

/**
 * Goes through the rows once before they are checked, so that they can be held against each other.
 *
 * @param {() => AsyncIterable<Uint8Array>} source
 * @param {string} options in JSON
 * @param {OwnHands} hands
 * @param {Files | undefined} files
 * @param {AbortSignal} signal
 * @returns {Promise<Together | undefined>} nothing, where the export cannot be read: the check will say so
 */
async function heldTogether(source, options, hands, files, signal) {
  for (let gathering = 0; gathering < mostGatherings; gathering += 1) {
    const cutting = new Cutting(source(), options, signal, true);
    try {
      let hasBegun = false;
      let isWhole = true;
      for await (const piece of cutting.pieces(() => false)) {
        if ('problem' in piece) continue;
        if (!hasBegun) hands.begin(cutting.writing(), files);
        hasBegun = true;
        isWhole = hands.gather(piece);
        if (!isWhole) break;
      }
      if (isWhole) return hands.settle();
    } catch (error) {
      signal.throwIfAborted();
      return undefined;
    } finally {
      cutting.free();
    }
  }
  return { kinds: [], places: new Uint32Array(), gathered: '', limits: ['The check of many rows broke off, so the rows are not held against each other.'] };
}

/**
 * What the rows of an export show together, row by row in their order.
 *
 * @param {Together | undefined} together
 * @returns {(row: number) => Finding[]}
 */
function findingsOfRows({ kinds, places } = { kinds: [], places: new Uint32Array(), gathered: '', limits: [] }) {
  let next = 0;
  return (row) => {
    const findings = [];
    for (; places[next] === row; next += 2) findings.push({ ...kinds[places[next + 1]] });
    return findings;
  };
}

/**
 * @param {CheckedRow} row
 * @param {Finding[]} findings
 */
function addTo({ report, quotes }, findings) {
  quotes?.push(...findings.map(() => null));
  report.findings.push(...findings);
  report.errors += findings.filter(({ severity }) => severity === 'error').length;
  report.warnings += findings.filter(({ severity }) => severity === 'warning').length;
  report.advice += findings.filter(({ severity }) => severity === 'advice').length;
  report.ready = report.errors === 0;
}

/**
 * What comes next of an export: a piece, its end, or why it cannot be read any further.
 *
 * @typedef {{ piece?: Rows | MalformedRow, error?: unknown }} Coming
 */

/**
 * @param {AsyncGenerator<Rows | MalformedRow, void, void>} pieces
 * @returns {Promise<Coming>}
 */
const comingFrom = (pieces) => pieces.next().then(({ value }) => (value ? { piece: value } : {}), (error) => ({ error }));

/** JSON rows, which need no headings. */
const noLayout = '{"delimiter":0,"quote":0,"headings":null}';

/**
 * The columns of a table whose bytes come in chunks, once the wasm is loaded.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {Writing} options
 * @returns {Promise<Column[]>}
 */
export async function columnsOfChunks(chunks, options) {
  const cutting = new Cutting(chunks, JSON.stringify(options));
  try {
    for await (const piece of cutting.pieces(() => true)) {
      if (cutting.columns || piece) break;
    }
  } catch (error) {
    // Where no heading is understood there is nothing to check, and all the more to edit.
    if (!cutting.columns) throw error;
  } finally {
    cutting.free();
  }
  if (!cutting.columns) throw new Error('It is no table: JSON has no columns.');
  return cutting.columns;
}

/**
 * The front sheets, to be kept by whoever checks entries.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {AbortSignal} [signal]
 */
async function keptFiles(chunks, signal) {
  const cutting = new Cutting(chunks, JSON.stringify({ kind: 'file' }), signal);
  try {
    const pieces = [];
    for await (const piece of cutting.pieces(() => false)) {
      if (!('problem' in piece)) pieces.push(piece);
    }
    return pieces.length > 0 ? { ...cutting.writing(), pieces } : undefined;
  } finally {
    cutting.free();
  }
}

/** Cuts an export into pieces of whole rows. */
class Cutting {
  #cutter;
  #madeIn = instance();
  #source;
  #options;
  #signal;
  #layout = '';
  #canGoOn;
  /** The number of the last row that was given. */
  #last = 0;
  /** What holds the bytes of one piece after the other, where they are not kept. @type {Uint8Array | undefined} */
  #room;

  /** @type {Column[] | undefined} */
  columns;

  /**
   * @param {AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>)} source its bytes; or what gives them anew
   *   each time, so that the cutting can go on in a new instance of the wasm
   * @param {string} options in JSON
   * @param {AbortSignal} [signal]
   * @param {boolean} [isPassing] whether whoever takes a piece is done with it before the next
   */
  constructor(source, options, signal, isPassing = false) {
    if (isPassing) this.#room = new Uint8Array(longestPush);
    this.#cutter = new ExportCutter(options);
    this.#source = source;
    this.#canGoOn = typeof source === 'function';
    this.#options = options;
    this.#signal = signal;
  }

  /**
   * The pieces in their order.
   *
   * @param {() => boolean} isWanted whether a piece is wanted that is not full
   * @param {(columns: Column[]) => void} [onColumns]
   * @returns {AsyncGenerator<Rows | MalformedRow, void, void>}
   */
  async *pieces(isWanted, onColumns) {
    for (;;) {
      try {
        return yield* this.#piecesAnew(isWanted, onColumns);
      } catch (error) {
        if (this.#madeIn === instance() || !this.#canGoOn) throw error;
        this.#cutter = new ExportCutter(this.#options);
        this.#madeIn = instance();
      }
    }
  }

  /**
   * The pieces after those that were given.
   *
   * @param {() => boolean} isWanted
   * @param {(columns: Column[]) => void} [onColumns]
   * @returns {AsyncGenerator<Rows | MalformedRow, void, void>}
   */
  async *#piecesAnew(isWanted, onColumns) {
    for await (const bytes of pushes(typeof this.#source === 'function' ? this.#source() : this.#source, this.#signal)) {
      if (bytes) this.#call((cutter) => cutter.push(bytes));
      else this.#call((cutter) => cutter.finish());
      for (let piece = this.#next(isWanted() || !bytes, onColumns); piece; piece = this.#next(isWanted() || !bytes, onColumns)) {
        const news = rowsAfter(piece, this.#last);
        if (!news) continue;
        this.#last = lastOf(news);
        yield news;
      }
    }
  }

  /** What is not read, in sentences. */
  get limits() {
    return this.#cutter.limits();
  }

  /** How the rows are written. */
  writing() {
    this.#layout ||= this.#cutter.layout() ?? noLayout;
    return { layout: this.#layout, options: this.#options };
  }

  free() {
    if (this.#madeIn === instance()) this.#cutter.free();
  }

  /**
   * @param {boolean} all
   * @param {(columns: Column[]) => void} [onColumns]
   */
  #next(all, onColumns) {
    try {
      const piece = this.#call((cutter) => cutter.next(all));
      if (!piece) return undefined;
      const { row, problem } = piece;
      const rows = problem === undefined ? { row, bytes: this.#bytesOf(piece), lengths: piece.lengths() } : { row, problem };
      piece.free();
      return rows;
    } finally {
      if (!this.columns) this.#hearColumns(onColumns);
    }
  }

  /** @param {ExportPiece} piece */
  #bytesOf(piece) {
    const { size } = piece;
    if (!this.#room || size > this.#room.length) return piece.bytes();
    const bytes = this.#room.subarray(0, size);
    piece.copyTo(bytes);
    return bytes;
  }

  /** @param {(columns: Column[]) => void} [onColumns] */
  #hearColumns(onColumns) {
    const columns = this.#madeIn === instance() && this.#cutter.columns();
    if (!columns) return;
    this.columns = JSON.parse(columns);
    onColumns?.(JSON.parse(columns));
  }

  /**
   * @template T
   * @param {(cutter: ExportCutter) => T} call
   */
  #call(call) {
    if (this.#madeIn !== instance()) throw readingBrokeOff();
    try {
      return call(this.#cutter);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      dropInstance();
      // It would do so again.
      this.#canGoOn = false;
      throw readingBrokeOff();
    }
  }
}

const readingBrokeOff = () => new Error('The reading broke off. What came before is right.');

/** @param {Rows | MalformedRow} piece */
const lastOf = (piece) => ('problem' in piece ? piece.row : piece.row + piece.lengths.length - 1);

/**
 * What of a piece comes after a row.
 *
 * @param {Rows | MalformedRow} piece
 * @param {number} last
 * @returns {Rows | MalformedRow | undefined}
 */
function rowsAfter(piece, last) {
  if (lastOf(piece) <= last) return undefined;
  if ('problem' in piece || piece.row > last) return piece;
  const known = last - piece.row + 1;
  const start = piece.lengths.subarray(0, known).reduce((sum, length) => sum + length, 0);
  return { row: last + 1, bytes: piece.bytes.slice(start), lengths: piece.lengths.slice(known) };
}

/**
 * The bytes, unpacked, in parts that are not too large, and nothing at the end.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @param {AbortSignal} [signal]
 * @returns {AsyncGenerator<Uint8Array | undefined, void, void>}
 */
async function* pushes(chunks, signal) {
  const bytes = unpacked(chunks);
  try {
    for (;;) {
      const { done, value } = await unlessAborted(bytes.next(), signal);
      if (done) break;
      for (let start = 0; start < value.length; start += longestPush) yield value.subarray(start, start + longestPush);
    }
    yield undefined;
  } finally {
    const closed = bytes.return();
    // A source that gives nothing any more need not hold up whoever has ended the reading.
    if (!signal?.aborted) await closed;
  }
}

/**
 * What is promised, or an error as soon as the reading is ended.
 *
 * @template T
 * @param {Promise<T>} promise
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
async function unlessAborted(promise, signal) {
  if (!signal) return promise;
  promise.catch(() => {});
  signal.throwIfAborted();
  /** @type {() => void} */
  let stop = () => {};
  const aborted = new Promise((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, aborted]));
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
