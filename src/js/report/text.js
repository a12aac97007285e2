import { summaryOf } from './summary.js';
import { inFigures, nameOf } from './words.js';

/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { Quote, RowReport } from '../export/rows.js' */
/** @import { Reporter } from './reporters.js' */

/**
 * A report to read: the findings row by row, then a summary.
 *
 * @returns {Reporter}
 */
export function text() {
  /** @type {string | undefined} */
  let current;
  return {
    begin: () => '',
    record(file, row) {
      const lines = linesOf(row);
      if (lines.length === 0) return '';
      const heading = file === current ? [] : [nameOf(file), ''];
      current = file;
      return [...heading, ...lines, '', ''].join('\n');
    },
    end: summaryOf,
  };
}

/** @param {RowReport} row */
function linesOf(row) {
  const number = `Row ${inFigures(row.row)}`;
  if (!row.report) return [`${number} cannot be read. ${row.problem}`];
  if (row.report.findings.length === 0) return [];
  const names = [...(row.id ? [`id ${row.id}`] : []), ...(row.fileId ? [`file ${row.fileId}`] : [])];
  return [[number, ...names].join(', '), ...row.report.findings.flatMap((finding, index) => linesOfFinding(finding, row.quotes?.[index]))];
}

/**
 * @param {Finding} finding
 * @param {Quote | null} [quote]
 */
function linesOfFinding({ severity, path, range, count, rule, clauses, message }, quote) {
  const place = [
    fieldOf(path),
    // A range without length is where something could be put in.
    ...(range && range.end > range.start ? [`characters ${range.start + 1} to ${range.end}`] : []),
    ...(count ? [`${count} times`] : []),
  ].join(', ');
  return [
    `  ${severity.padEnd(8)} ${place}: ${message}`,
    ...(quote ? [`           ${quotation(quote)}`] : []),
    `           ${rule}, ${citationOf(clauses)}`,
  ];
}

/**
 * A place in a record, as a path by which the field is known.
 *
 * @param {string} path
 */
export const fieldOf = (path) => (path === '' ? 'the record' : path.slice(1));

/**
 * Words of a record on one line, those that are meant in square brackets.
 *
 * @param {Quote} quote
 */
export const quotation = ({ before, words, after }) => `${before}[${words}]${after}`.replace(/\s+/g, ' ').trim();

/**
 * Clauses in words: "nel-scp 18, 19".
 *
 * @param {Finding['clauses']} clauses
 */
export function citationOf(clauses) {
  const standards = [...new Set(clauses.map(({ standard }) => standard))];
  const sections = (/** @type {string} */ name) =>
    clauses.filter(({ standard }) => standard === name).map(({ section }) => section).join(', ');
  return standards.map((name) => `${name} ${sections(name)}`).join('; ');
}
