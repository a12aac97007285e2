import { counted, listed, nameOf } from './words.js';

/** @import { FileTally, Tally } from './tally.js' */

/** A heading longer than this is cut in the summary. */
const longestHeading = 60;

/**
 * The end of every run, in words and numbers.
 *
 * @param {Tally} tally
 * @returns {string} lines, each with its end
 */
export function summaryOf(tally) {
  const { error, warning, advice } = tally.counts;
  const kinds = [
    ...(error > 0 ? [counted(error, 'error')] : []),
    ...(warning > 0 ? [counted(warning, 'warning')] : []),
    ...(advice > 0 ? [counted(advice, 'piece of advice', 'pieces of advice')] : []),
  ];
  const found = kinds.length > 0
    ? `${counted(tally.rowsWithFindings, 'row has', 'rows have')} findings: ${listed(kinds)}.`
    : 'Nothing was found.';
  return ['Summary', '', ...tally.files.flatMap(linesOfFile), found, ...linesOfRules(tally), ''].join('\n');
}

/** @param {FileTally} file */
function linesOfFile({ file, rows, malformed, malformedRows, unused, problem }) {
  const more = malformed - malformedRows.length;
  const numbers = malformedRows.map((row) => row.toLocaleString('en-GB'));
  const named = `row${malformed === 1 ? '' : 's'} ${listed([...numbers, ...(more > 0 ? [`${more.toLocaleString('en-GB')} more`] : [])])}`;
  return [
    `${nameOf(file)}: ${counted(rows, 'row')} checked${malformed > 0 ? `, ${malformed.toLocaleString('en-GB')} could not be read (${named})` : ''}.`,
    ...(unused.length > 0 ? [`  Columns that are not read: ${listed(unused.map(shortened))}.`] : []),
    ...(problem ? [`  It cannot be read${rows + malformed > 0 ? ' any further' : ''}. ${problem}`] : []),
    '',
  ];
}

/** @param {string} heading */
const shortened = (heading) =>
  `“${heading.length > longestHeading ? `${heading.slice(0, longestHeading).trimEnd()}…` : heading}”`;

/** @param {Tally} tally */
function linesOfRules(tally) {
  const rules = tally.rules();
  if (rules.length === 0) return [];
  const columns = rules.map(({ findings, rows, severity, rule }) =>
    [findings.toLocaleString('en-GB').padStart(9), rows.toLocaleString('en-GB').padStart(8), ` ${severity.padEnd(8)}`, rule].join('  '));
  return ['', ' Findings      Rows   Severity  Rule', ...columns];
}
