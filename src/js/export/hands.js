import { ExportChecker } from '../../../build/export/recording_standard.js';
import { dropInstance, instance } from './instance.js';
import { listener, sharing } from './told.js';

/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { RowReport } from './rows.js' */

/**
 * Whole rows of an export.
 *
 * @typedef {{ bytes: Uint8Array, lengths: Uint32Array, row: number }} Rows
 */

/**
 * How rows are written, and what is known of them.
 *
 * @typedef {{ layout: string, options: string }} Writing
 */

/** @typedef {Writing & { pieces: Rows[] }} Files the front sheets */

/** @typedef {{ policy: string, now: string, quoting: boolean }} Setting a policy in JSON, a time, and whether words are quoted */

/**
 * All that others need to check rows beside the setting.
 *
 * @typedef {object} Task
 * @property {Writing} writing
 * @property {Files} [files]
 * @property {string} [gathered] what the rows are held against
 */

/**
 * Who checks rows.
 *
 * @typedef {object} Hands
 * @property {number} most pieces that are held at a time, so that nobody waits
 * @property {(rows: Rows) => Promise<RowReport[]>} check
 * @property {() => void} rest lets go of everything
 */

/**
 * Hands beside this thread, which get ready while the rows are gathered.
 *
 * @typedef {Hands & { begin: (task: Task) => void }} OtherHands
 */

/**
 * What the rows of an export show together.
 *
 * @typedef {object} Together
 * @property {Finding[]} kinds the findings, each of which may be one about many rows
 * @property {Uint32Array} places the number of a row and the place of a finding about it in that list, and so on in the
 *   order of the rows
 * @property {string} gathered what the rows are held against, for other hands
 * @property {string[]} limits what there was no room for, in sentences
 */

/**
 * What a checker says of some rows: what was told, by a checker that was made anew where the one before broke off; or
 * the number of a row on which it broke off.
 *
 * @typedef {{ told: string, isAnew: boolean } | { brokeOffAt: number }} Answer
 */

/**
 * Hands in this thread. They can gather rows before they check them, so that these are held against each other.
 *
 * @typedef {Hands & {
 *   begin: (writing: Writing, files?: Files) => void,
 *   gather: (rows: Rows) => boolean,
 *   settle: () => Together,
 * }} OwnHands
 *   `gather` says whether it went well; if not, all that was gathered is gone, and the rows on which it broke off will
 *   be left out
 */

/**
 * Checks rows in this thread, once the wasm is loaded.
 *
 * @param {Setting} setting
 * @returns {OwnHands}
 */
export function ownHands(setting) {
  const checker = steadyChecker(setting);
  const heard = listener();
  return {
    most: 0,
    begin: (writing, files) => checker.begin({ writing, files }),
    gather: (rows) => checker.gather(rows),
    settle: () => checker.settle(),
    check: async (rows) => heard(checker.check(rows)),
    rest: () => checker.free(),
  };
}

/** The cause is left out on purpose: its message could hold words of a record. */
export const brokenOff = () => new Error('The check broke off. What came before is right.');

/** No instance: there is no checker, and the next call makes one. */
const nowhere = -1;

/**
 * A checker that goes on in a new instance of the wasm after a row on which it broke off.
 *
 * @param {Setting} setting
 */
export function steadyChecker({ policy, now, quoting }) {
  /** @type {Task | undefined} */
  let task;
  /** @type {Set<number>} */
  const broken = new Set();
  let isAnew = true;
  let checker = new ExportChecker(policy, now, quoting);
  let madeIn = instance();

  const current = () => {
    if (madeIn !== instance()) {
      checker = new ExportChecker(policy, now, quoting);
      madeIn = instance();
      isAnew = true;
      if (task) begin(checker, task);
    }
    return checker;
  };

  /**
   * What a call gives, or undefined where it broke off.
   *
   * @template T
   * @param {(checker: ExportChecker) => T} call
   */
  const attempt = (call) => {
    try {
      return call(current());
    } catch {
      dropInstance();
      return undefined;
    }
  };

  /** @param {Rows} rows @returns {Answer | undefined} */
  const answer = ({ bytes, lengths, row }) => attempt((checker) => {
    const told = { told: checker.check(bytes, lengths, row), isAnew };
    isAnew = false;
    return told;
  });

  /** @param {Rows} rows */
  const gather = ({ bytes, lengths, row }) => attempt((checker) => {
    checker.gather(bytes, lengths, row);
    return true;
  });

  /**
   * Goes through rows one by one where they cannot be taken together.
   *
   * @template T
   * @param {Rows} rows
   * @param {(rows: Rows) => T | undefined} take
   * @returns {(T | { brokeOffAt: number })[]}
   */
  const oneByOne = (rows, take) => [...single(rows)].map((one) => {
    const taken = broken.has(one.row) ? undefined : take(one);
    if (taken === undefined) broken.add(one.row);
    return taken ?? { brokeOffAt: one.row };
  });

  /** @param {Rows} rows */
  const hasBroken = ({ lengths, row }) => [...broken].some((number) => number >= row && number < row + lengths.length);

  return {
    /** @param {Task} known */
    begin(known) {
      begin(current(), known);
      task = known;
    },

    /** @param {Rows} rows */
    gather(rows) {
      const before = instance();
      if (hasBroken(rows) || !gather(rows)) oneByOne(rows, gather);
      if (instance() === before) return true;
      // What was gathered since it broke off would be gathered twice.
      current().free();
      madeIn = nowhere;
      return false;
    },

    /** @returns {Together} */
    settle() {
      const together = attempt((checker) => {
        const settled = checker.settle();
        const [kinds, places] = [settled.kinds(), settled.places()];
        settled.free();
        return { kinds: JSON.parse(kinds).map(sharing), places, gathered: checker.gathered(), limits: checker.limits() };
      });
      if (!together) throw brokenOff();
      if (task) task = { ...task, gathered: together.gathered };
      return together;
    },

    /** @param {Rows} rows @returns {Answer[]} */
    check(rows) {
      const together = hasBroken(rows) ? undefined : answer(rows);
      return together ? [together] : oneByOne(rows, answer);
    },

    free() {
      if (madeIn === instance()) checker.free();
    },
  };
}

/**
 * The rows, each by itself.
 *
 * @param {Rows} rows
 * @returns {Iterable<Rows>}
 */
function* single({ bytes, lengths, row }) {
  let start = 0;
  for (const [index, length] of lengths.entries()) {
    yield { bytes: bytes.subarray(start, start + length), lengths: lengths.subarray(index, index + 1), row: row + index };
    start += length;
  }
}

/**
 * @param {ExportChecker} checker
 * @param {Task} task
 */
function begin(checker, { writing, files, gathered }) {
  if (files) {
    checker.begin(files.layout, files.options);
    for (const { bytes, lengths } of files.pieces) checker.keep(bytes, lengths);
  }
  if (gathered) checker.learn(gathered);
  checker.begin(writing.layout, writing.options);
}
