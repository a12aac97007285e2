import { summaryOf } from '../summary.js';
import { nameOf } from '../words.js';

/** @import { Finding } from '../../../../build/export/recording_standard.js' */
/** @import { RowReport } from '../../export/rows.js' */
/** @import { Format } from '../formats.js' */

/**
 * A report to read: the findings row by row, then a summary.
 *
 * @returns {Format}
 */
export function text() {
  /** @type {string | undefined} */
  let current;
  return {
    begin: () => '',
    row(file, row) {
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
  const number = `Row ${row.row.toLocaleString('en-GB')}`;
  if (!row.report) return [`${number} cannot be read. ${row.problem}`];
  if (row.report.findings.length === 0) return [];
  const names = [...(row.id ? [`id ${row.id}`] : []), ...(row.fileId ? [`file ${row.fileId}`] : [])];
  return [[number, ...names].join(', '), ...row.report.findings.flatMap(linesOfFinding)];
}

/** @param {Finding} finding */
function linesOfFinding({ severity, path, range, count, rule, clauses, message }) {
  const place = [
    path === '' ? 'the record' : path.slice(1),
    // A range without length is where something could be put in.
    ...(range && range.end > range.start ? [`characters ${range.start + 1} to ${range.end}`] : []),
    ...(count ? [`${count} times`] : []),
  ].join(', ');
  return [
    `  ${severity.padEnd(8)} ${place}: ${message}`,
    `           ${rule}, ${citationOf(clauses)}`,
  ];
}

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
