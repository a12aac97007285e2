import { ExportChecker } from '../../../build/export/recording_standard.js';
import { listener } from './told.js';

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
 * All that others need to check rows. `learnt` is what is known of all files, where rows are held against those of
 * other children.
 *
 * @typedef {{ setting: Setting, writing: Writing, files?: Files, learnt?: string }} Task
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
 * Who learns what the files of an export have in common, before it is checked.
 *
 * @typedef {object} Learning
 * @property {(writing: Writing, files?: Files) => void} beginLearning
 * @property {(rows: Rows) => void} learn
 * @property {() => string} learnt what the others are to know, too
 */

/**
 * Checks rows in this thread, once the wasm is loaded.
 *
 * @param {Setting} setting
 * @returns {Hands & Learning & { begin: (writing: Writing, files?: Files) => void }}
 */
export function ownHands(setting) {
  const checker = checkerBy(setting);
  const heard = listener();
  let isWhole = true;
  /**
   * @template T
   * @param {() => T} call
   */
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
    begin: (writing, files) => begin(checker, { writing, files }),
    check: async ({ bytes, lengths, row }) => heard(whole(() => checker.check(bytes, lengths, row))),
    beginLearning(writing, files) {
      checker.compare();
      begin(checker, { writing, files });
    },
    learn: ({ bytes, lengths }) => whole(() => checker.learn(bytes, lengths)),
    learnt: () => whole(() => checker.learnt()),
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
 * @param {Omit<Task, 'setting'>} task
 */
export function begin(checker, { writing, files, learnt }) {
  if (learnt) checker.know(learnt);
  if (files) {
    checker.begin(files.layout, files.options);
    for (const { bytes, lengths } of files.pieces) checker.keep(bytes, lengths);
  }
  checker.begin(writing.layout, writing.options);
}
