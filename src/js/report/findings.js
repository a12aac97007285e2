import { citationOf, quotation } from './text.js';

/** @import { RowReport } from '../export/rows.js' */

/**
 * What a cell begins with that a spreadsheet would run, in figures and signs of both widths.
 */
export const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/**
 * A cell of a table: text, a number, or nothing.
 *
 * @typedef {string | number | undefined} CellValue
 */

/**
 * What a table of findings has in its columns.
 *
 * @param {boolean} [quote] whether it has one for words of the records
 */
export const headings = (quote) => [
  'file', 'row', 'id', 'fileId', 'team', 'on', 'workingDays', 'severity', 'rule', 'field', 'start', 'end', 'count', 'message',
  'clauses', ...(quote ? ['quote'] : []),
];

/**
 * A row of such a table for each finding in a row of an export, and one for a row that could not be read.
 *
 * @param {string} file
 * @param {RowReport} row
 * @param {boolean} [quote]
 * @returns {CellValue[][]}
 */
export function cellsOf(file, row, quote) {
  if (!row.report) return [[file, row.row, ...Array(5), 'malformed', ...Array(5), row.problem]];
  const { report, quotes } = row;
  return report.findings.map(({ severity, rule, path, range, count, message, clauses }, index) => [
    file, row.row, row.id, row.fileId, row.team, row.on, row.workingDays,
    severity, rule, path.slice(1), range?.start, range?.end, count, message, citationOf(clauses),
    ...(quote && quotes?.[index] ? [quotation(quotes[index])] : []),
  ]);
}
