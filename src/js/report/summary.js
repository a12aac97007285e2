import { counted, headingsListed, inFigures, listed, nameOf } from './words.js';

/** @import { FileTally, Tally } from './tally.js' */

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
    : tally.rows === 0 ? 'No record was checked.' : 'Nothing was found.';
  return ['Summary', '', ...tally.files.flatMap(linesOfFile), ...linesOfNarrowing(tally), found, ...linesOfRules(tally), ''].join('\n');
}

/** @param {Tally} tally */
function linesOfNarrowing({ earlier, baseline }) {
  return [
    ...(earlier > 0 ? [`${counted(earlier, 'row is', 'rows are')} of an earlier time and left out.`, ''] : []),
    ...(baseline
      ? [`Left out because the earlier report has them: ${counted(baseline.known, 'finding')}. No longer there: ${inFigures(baseline.gone)}.`, '']
      : []),
  ];
}

/** @param {FileTally} file */
function linesOfFile({ file, rows, malformed, malformedRows, unused, limits, problem }) {
  const more = malformed - malformedRows.length;
  const numbers = malformedRows.map(inFigures);
  const named = `row${malformed === 1 ? '' : 's'} ${listed([...numbers, ...(more > 0 ? [`${inFigures(more)} more`] : [])])}`;
  return [
    `${nameOf(file)}: ${counted(rows, 'row')} checked${malformed > 0 ? `, ${inFigures(malformed)} could not be read (${named})` : ''}.`,
    ...(unused.length > 0 ? [`  Columns that are not read: ${headingsListed(unused)}.`] : []),
    ...limits.map((limit) => `  ${limit}`),
    ...(problem ? [`  It cannot be read${rows + malformed > 0 ? ' any further' : ''}. ${problem}`] : []),
    '',
  ];
}

/** @param {Tally} tally */
function linesOfRules(tally) {
  const rules = tally.rules();
  if (rules.length === 0) return [];
  const columns = rules.map(({ findings, rows, severity, rule }) =>
    [inFigures(findings).padStart(9), inFigures(rows).padStart(8), ` ${severity.padEnd(8)}`, rule].join('  '));
  return ['', ' Findings      Rows   Severity  Rule', ...columns];
}
