import { cellsOf, formula, headings } from './findings.js';

/** @import { CellValue } from './findings.js' */
/** @import { Reporter, Setting } from './reporters.js' */

/** @param {CellValue} value */
function cell(value = '') {
  const safe = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {CellValue[]} values */
const line = (values) => `${values.map(cell).join(',')}\r\n`;

/**
 * A row for each finding, and for each row that could not be read, for spreadsheets: these take it for
 * UTF-8 by the byte order mark.
 *
 * @param {Pick<Setting, 'quote'>} setting
 * @returns {Reporter}
 */
export const csv = ({ quote }) => ({
  begin: () => `\uFEFF${line(headings(quote))}`,
  record: (file, row) => cellsOf(file, row, quote).map(line).join(''),
  end: () => '',
});
