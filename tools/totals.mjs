/**
 * How many tests passed and how many failed.
 *
 * @typedef {{ passed: number, failed: number }} Totals
 */

/**
 * @param {string} output
 * @param {RegExp} pattern whose one group is a number
 */
const total = (output, pattern) =>
  [...output.matchAll(pattern)].reduce((before, [, number]) => before + Number(number), 0);

/**
 * @param {Totals[]} all
 * @returns {Totals}
 */
export const sum = (...all) => ({
  passed: all.reduce((total, { passed }) => total + passed, 0),
  failed: all.reduce((total, { failed }) => total + failed, 0),
});

/** @typedef {keyof typeof readers | 'check'} Runner */

/** How each runner tells what it ran, in the lines that it closes with. */
const readers = {
  /** @param {string} output */
  cargo: (output) => ({
    passed: total(output, /^test result: .*?(\d+) passed/gm),
    failed: total(output, /^test result: .*?(\d+) failed/gm),
  }),
  /** @param {string} output */
  node: (output) => ({
    passed: total(output, /^\S+ pass (\d+)$/gm),
    failed: total(output, /^\S+ (?:fail|cancelled) (\d+)$/gm),
  }),
};

/**
 * The totals of one step. A check that runs no tests counts as one. A runner that failed before
 * it could count, or that found no test to run, has failed.
 *
 * @param {Runner} runner
 * @param {{ code: number, output: string }} outcome
 * @returns {Totals}
 */
export function totalsOf(runner, { code, output }) {
  const read = runner === 'check' ? { passed: code === 0 ? 1 : 0, failed: 0 } : readers[runner](output);
  const isHidden = read.failed === 0 && (code !== 0 || read.passed === 0);
  return { passed: read.passed, failed: isHidden ? 1 : read.failed };
}
