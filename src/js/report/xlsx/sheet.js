import { formula } from '../findings.js';
import { escaped } from '../markup.js';

/** @import { CellValue } from '../findings.js' */

/** A cell holds no more characters than this. */
const longestCell = 32767;

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const spreadsheet = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The styles of cells, by their places in the style sheet. */
const styles = { plain: 0, heading: 1, text: 2 };

/** Fonts, borders and the three styles: plain, heading, and text that begins as a formula would. */
export const styleSheet = `${declaration}<styleSheet ${spreadsheet}>`
  + '<fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts>'
  + '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
  + '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
  + '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
  + '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
  + '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
  + '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>'
  + '</styleSheet>';

/**
 * The beginning of a sheet whose first row stays in view.
 *
 * @param {number[]} widths of its columns, in characters
 */
export const beginSheet = (widths) => `${declaration}<worksheet ${spreadsheet}>`
  + '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>'
  + `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`
  + '<sheetData>';

/**
 * The end of a sheet.
 *
 * @param {string} [filter] the range in which a person can filter
 */
export const endSheet = (filter) => `</sheetData>${filter ? `<autoFilter ref="${filter}"/>` : ''}</worksheet>`;

/**
 * A row. Text is written as text, which no spreadsheet runs.
 *
 * @param {number} number from 1
 * @param {CellValue[]} values
 * @param {boolean} [isHeading]
 */
export const sheetRow = (number, values, isHeading = false) =>
  `<row r="${number}">${values.map((value, index) => cell(`${columnName(index)}${number}`, value, isHeading)).join('')}</row>`;

/**
 * @param {string} place
 * @param {CellValue} value
 * @param {boolean} isHeading
 */
function cell(place, value, isHeading) {
  if (value === undefined || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
  const style = isHeading ? styles.heading : formula.test(value) ? styles.text : styles.plain;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(value.slice(0, longestCell))}</t></is></c>`;
}

/**
 * What the column at a place is called: A, B, … Z, AA.
 *
 * @param {number} index from 0
 * @returns {string}
 */
export const columnName = (index) =>
  (index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26));
