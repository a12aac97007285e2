/** @import { Reporter } from './reporters.js' */
/** @import { Tally } from './tally.js' */

/**
 * One JSON object: every row with its report, and the summary.
 *
 * @returns {Reporter}
 */
export function json() {
  let separator = '\n';
  return {
    begin: () => '{"rows":[',
    record(file, row) {
      const text = `${separator}${JSON.stringify({ file, ...row })}`;
      separator = ',\n';
      return text;
    },
    end(tally) {
      return `\n],"summary":${JSON.stringify(digestOf(tally))}}\n`;
    },
  };
}

/** @param {Tally} tally */
function digestOf(tally) {
  const { rowsWithFindings, counts, files, earlier, baseline, clauses, teams, months, delays } = tally;
  const breakdowns = Object.entries({ clauses, teams, months, delays });
  return {
    files, earlier, baseline, rowsWithFindings, counts, rules: tally.rules(),
    ...Object.fromEntries(breakdowns.map(([name, shares]) => [name, Object.fromEntries(shares)])),
  };
}
