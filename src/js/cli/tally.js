/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { Column, RowReport } from '../export/rows.js' */

/** So many of a file's malformed rows are named in the summary. */
const mostNamed = 20;

/**
 * What was found by one rule at one severity.
 *
 * @typedef {{ rule: string, severity: Finding['severity'], findings: number, rows: number }} RuleTally
 */

/**
 * What became of one file.
 *
 * @typedef {object} FileTally
 * @property {string} file
 * @property {number} rows that were checked
 * @property {number} malformed how many rows could not be read
 * @property {number[]} malformedRows the numbers of the first of them
 * @property {string[]} unused headings of columns that were not read
 * @property {string} [problem] why it could not be read, or not to its end
 */

/** Counts what is found; its size does not depend on how many rows there are. */
export class Tally {
  rowsWithFindings = 0;
  counts = { error: 0, warning: 0, advice: 0 };

  /** @type {FileTally[]} */
  files = [];

  /** @type {Map<string, RuleTally>} */
  #rules = new Map();

  /**
   * Begins a file.
   *
   * @param {string} file
   * @returns {FileTally}
   */
  begin(file) {
    /** @type {FileTally} */
    const tally = { file, rows: 0, malformed: 0, malformedRows: [], unused: [] };
    this.files.push(tally);
    return tally;
  }

  /**
   * Counts a row.
   *
   * @param {FileTally} file
   * @param {RowReport} row
   */
  add(file, { row, report }) {
    if (!report) {
      file.malformed += 1;
      if (file.malformedRows.length < mostNamed) file.malformedRows.push(row);
      return;
    }
    file.rows += 1;
    if (report.findings.length > 0) this.rowsWithFindings += 1;
    const seen = new Set();
    for (const { rule, severity } of report.findings) {
      const tally = this.#rule(rule, severity);
      tally.findings += 1;
      this.counts[severity] += 1;
      if (!seen.has(tally)) tally.rows += 1;
      seen.add(tally);
    }
  }

  /** What each rule found: the serious first, of these the frequent. */
  rules() {
    const severities = ['error', 'warning', 'advice'];
    const rank = (/** @type {RuleTally} */ { severity }) => severities.indexOf(severity);
    return [...this.#rules.values()].sort((one, other) =>
      rank(one) - rank(other) || other.findings - one.findings || (one.rule < other.rule ? -1 : 1));
  }

  /**
   * @param {string} rule
   * @param {Finding['severity']} severity
   */
  #rule(rule, severity) {
    // One rule can speak at two severities: what a text only suggests is a warning at most.
    const key = `${severity} ${rule}`;
    const tally = this.#rules.get(key) ?? { rule, severity, findings: 0, rows: 0 };
    this.#rules.set(key, tally);
    return tally;
  }
}

/**
 * Names the columns that are not read.
 *
 * @param {Column[]} columns
 */
export const unusedOf = (columns) => columns.filter(({ heading, path }) => heading && !path).map(({ heading }) => heading);
