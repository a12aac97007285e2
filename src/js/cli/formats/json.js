/** @import { Format } from '../formats.js' */

/**
 * One JSON object: every row with its report, and the summary.
 *
 * @returns {Format}
 */
export function json() {
  let separator = '\n';
  return {
    begin: () => '{"rows":[',
    row(file, row) {
      const text = `${separator}${JSON.stringify({ file, ...row })}`;
      separator = ',\n';
      return text;
    },
    end(tally) {
      const { rowsWithFindings, counts, files } = tally;
      return `\n],"summary":${JSON.stringify({ files, rowsWithFindings, counts, rules: tally.rules() })}}\n`;
    },
  };
}
