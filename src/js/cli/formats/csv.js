import { citationOf } from './text.js';

/** @import { Format } from '../formats.js' */

const headings = [
  'file', 'row', 'id', 'fileId', 'severity', 'rule', 'field', 'start', 'end', 'count', 'message', 'clauses',
];

/** What a cell begins with that a spreadsheet would run. */
const formula = /^[=+\-@\t\r]/;

/** @param {string | number | undefined} value */
function cell(value = '') {
  const safe = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {(string | number | undefined)[]} values */
const line = (values) => `${values.map(cell).join(',')}\r\n`;

/**
 * A row for each finding, and for each row that could not be read, for spreadsheets: these take it for
 * UTF-8 by the byte order mark.
 *
 * @returns {Format}
 */
export const csv = () => ({
  begin: () => `\uFEFF${line(headings)}`,
  row(file, { row, ...rest }) {
    if (!rest.report) return line([file, row, '', '', 'malformed', '', '', '', '', '', rest.problem, '']);
    const { id, fileId, report } = rest;
    return report.findings.map(({ severity, rule, path, range, count, message, clauses }) => line([
      file, row, id, fileId, severity, rule, path.slice(1), range?.start, range?.end, count, message, citationOf(clauses),
    ])).join('');
  },
  end: () => '',
});
