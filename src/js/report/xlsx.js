import { cellsOf, headings } from './findings.js';
import { limitsOf } from './limits.js';
import { beginSheet, columnName, endSheet, sheetRow, spreadsheet, styleSheet } from './xlsx/sheet.js';
import { Zip } from './xlsx/zip.js';

/** @import { CellValue } from './findings.js' */
/** @import { Reporter, Setting } from './reporters.js' */
/** @import { Tally } from './tally.js' */

/** No program reads a sheet with more rows than this. */
const mostRows = 1_048_576;

/** So many characters are collected before they are compressed. */
const piece = 64 * 1024;

/** The widths of the columns of findings, in characters. */
const widths = [24, 8, 14, 14, 14, 12, 8, 10, 34, 24, 8, 8, 8, 90, 20, 60];

/**
 * A workbook: a sheet with the totals by rule, and one with a row for each finding and for each row that
 * could not be read; further sheets where one is full.
 *
 * @param {Setting} setting
 * @returns {Reporter}
 */
export function xlsx(setting) {
  const { quote } = setting;
  const zip = new Zip();
  const filter = (/** @type {number} */ rows) => `A1:${columnName(headings(quote).length - 1)}${rows}`;
  let sheets = 0;
  let rows = 0;
  let text = '';

  const beginFindings = () => {
    sheets += 1;
    zip.begin(`xl/worksheets/sheet${sheets + 1}.xml`);
    text = beginSheet(widths.slice(0, headings(quote).length)) + sheetRow(1, headings(quote), true);
    rows = 1;
  };
  const endFindings = async () => {
    await zip.add(text + endSheet(filter(rows)));
    await zip.end();
    text = '';
  };

  return {
    begin() {
      beginFindings();
      return zip.take();
    },
    async record(file, row) {
      for (const cells of cellsOf(file, row, quote)) {
        if (rows === mostRows) {
          await endFindings();
          beginFindings();
        }
        rows += 1;
        text += sheetRow(rows, cells);
      }
      if (text.length < piece) return '';
      await zip.add(text);
      text = '';
      return zip.take();
    },
    async end(tally) {
      await endFindings();
      const names = ['Summary', ...Array.from({ length: sheets }, (_, index) => (index === 0 ? 'Findings' : `Findings ${index + 1}`))];
      const parts = { ...partsOf(names), 'xl/styles.xml': styleSheet, 'xl/worksheets/sheet1.xml': summarySheet(tally, setting) };
      for (const [name, content] of Object.entries(parts)) {
        zip.begin(name);
        await zip.add(content);
        await zip.end();
      }
      zip.finish();
      return zip.take();
    },
  };
}

/**
 * @param {Tally} tally
 * @param {Setting} setting
 */
function summarySheet(tally, setting) {
  const summaries = new Map(setting.catalogue.rules.map(({ id, summary }) => [id, summary]));
  const rules = tally.rules().map(({ rule, severity, findings, rows }) => [rule, summaries.get(rule), severity, findings, rows]);
  /** @type {CellValue[][]} */
  const lines = [
    ...rules,
    [],
    ['Rows checked', , , , tally.rows],
    ['Rows with findings', , , , tally.rowsWithFindings],
    ['Rows that could not be read', , , , tally.malformed],
    [],
    ['What this report cannot see'],
    ...limitsOf(tally, setting).map((limit) => [limit]),
  ];
  const rows = lines.map((line, index) => sheetRow(index + 2, line));
  return `${beginSheet([38, 90, 10, 10, 10])}${sheetRow(1, ['rule', 'what it finds', 'severity', 'findings', 'rows'], true)}${rows.join('')}${endSheet()}`;
}

const schemas = 'http://schemas.openxmlformats.org';
const office = `${schemas}/officeDocument/2006/relationships`;
const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The parts that say what the workbook consists of.
 *
 * @param {string[]} names of its sheets
 */
function partsOf(names) {
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const list = (/** @type {(number: number, name: string) => string} */ item) => names.map((name, index) => item(index + 1, name)).join('');
  return {
    '[Content_Types].xml': `${declaration}<Types xmlns="${schemas}/package/2006/content-types">`
      + '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
      + `<Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/>`
      + `<Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/>`
      + `${list((number) => `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${types}.worksheet+xml"/>`)}</Types>`,
    '_rels/.rels': `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">`
      + `<Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${declaration}<workbook ${spreadsheet} xmlns:r="${office}"><sheets>`
      + `${list((number, name) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${declaration}<Relationships xmlns="${schemas}/package/2006/relationships">`
      + list((number) => `<Relationship Id="rId${number}" Type="${office}/worksheet" Target="worksheets/sheet${number}.xml"/>`)
      + `<Relationship Id="rId${names.length + 1}" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  };
}
