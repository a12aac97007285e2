import { ExportChecker } from '../../../build/export/recording_standard.js';
import { listener } from './told.js';

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
 * All that others need to check rows.
 *
 * @typedef {object} Task
 * @property {Setting} setting
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
 * What the rows of an export show together.
 *
 * @typedef {object} Together
 * @property {[row: number, finding: Finding][]} extras in the order of the rows
 * @property {string} gathered what the rows are held against, for other hands
 * @property {string[]} limits what there was no room for, in sentences
 */

/**
 * Hands in this thread. They can gather rows before they check them, so that these are held against each other.
 *
 * @typedef {Hands & {
 *   begin: (writing: Writing, files?: Files) => void,
 *   gather: (rows: Rows) => void,
 *   settle: () => Together,
 * }} OwnHands
 */

/**
 * Checks rows in this thread, once the wasm is loaded.
 *
 * @param {Setting} setting
 * @returns {OwnHands}
 */
export function ownHands(setting) {
  const checker = checkerBy(setting);
  const heard = listener();
  let isWhole = true;
  /** @template T @param {() => T} call @returns {T} */
  const whole = (call) => {
    try {
      return call();
    } catch {
      isWhole = false;
      throw brokenOff();
    }
  };
  return {
    most: 0,
    begin: (writing, files) => begin(checker, writing, files),
    gather({ bytes, lengths, row }) {
      whole(() => checker.gather(bytes, lengths, row));
    },
    settle: () => whole(() => ({ extras: JSON.parse(checker.settle()), gathered: checker.gathered(), limits: checker.limits() })),
    async check({ bytes, lengths, row }) {
      return heard(whole(() => checker.check(bytes, lengths, row)));
    },
    rest() {
      // What broke off is still held by the call that it broke.
      if (isWhole) checker.free();
    },
  };
}

/** The cause is left out on purpose: its message could hold words of a record. */
export const brokenOff = () => new Error('The check broke off. What came before is right.');

/** @param {Setting} setting */
export const checkerBy = ({ policy, now, quoting }) => new ExportChecker(policy, now, quoting);

/**
 * @param {ExportChecker} checker
 * @param {Writing} writing
 * @param {Files} [files]
 * @param {string} [gathered]
 */
export function begin(checker, writing, files, gathered) {
  if (files) {
    checker.begin(files.layout, files.options);
    for (const { bytes, lengths } of files.pieces) checker.keep(bytes, lengths);
  }
  if (gathered) checker.learn(gathered);
  checker.begin(writing.layout, writing.options);
}
