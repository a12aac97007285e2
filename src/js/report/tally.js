/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { CheckedRow, Column, RowReport } from '../export/rows.js' */

/** @typedef {Finding['severity']} Severity */

/** @type {readonly Severity[]} */
export const severities = ['error', 'warning', 'advice'];

/** So many of a file's malformed rows are named in a summary. */
const mostNamed = 20;

/** So many teams are counted by themselves: a column with more holds something else. */
const mostTeams = 200;

/** What the rows of further teams are counted under. */
export const furtherTeams = 'Further teams';

/**
 * What was found by one rule at one severity.
 *
 * @typedef {{ rule: string, severity: Severity, findings: number, rows: number }} RuleTally
 */

/**
 * What was found in some of the rows, or under some of the clauses: all findings by severity, how many rows have
 * any, and of how many rows.
 *
 * @typedef {Record<Severity, number> & { rowsWithFindings: number, rows: number }} Share
 */

/** @returns {Share} */
const nothing = () => ({ error: 0, warning: 0, advice: 0, rowsWithFindings: 0, rows: 0 });

/**
 * What became of one file.
 *
 * @typedef {object} FileTally
 * @property {string} file
 * @property {number} rows that were checked
 * @property {number} malformed how many rows could not be read
 * @property {number[]} malformedRows the numbers of the first of them
 * @property {string[]} unused headings of columns that were not read
 * @property {string[]} limits of how its records were held against each other, in sentences
 * @property {string} [problem] why it could not be read, or not to its end
 */

/** How soon records are written, in working days after the event. */
export const delays = /** @type {const} */ ([
  { label: 'The same working day', most: 0 },
  { label: 'The next working day', most: 1 },
  { label: '2 to 5 working days', most: 5 },
  { label: '6 to 10 working days', most: 10 },
  { label: '11 to 20 working days', most: 20 },
  { label: 'More than 20 working days', most: Infinity },
]);

/** What rows are counted under that do not say when, or not both when it took place and when it was recorded. */
export const unknown = 'Not known';

/**
 * How soon a record was written.
 *
 * @param {number | undefined} workingDays
 */
export const delayOf = (workingDays) =>
  (workingDays === undefined ? unknown : delays.find(({ most }) => workingDays <= most)?.label ?? unknown);

/** Counts what is found; its size does not depend on how many rows there are. */
export class Tally {
  rowsWithFindings = 0;
  counts = { error: 0, warning: 0, advice: 0 };

  /** Rows that are left out because they are of an earlier time. */
  earlier = 0;

  /**
   * How many findings an earlier report had already, and how many of that are no longer there.
   *
   * @type {{ known: number, gone: number } | undefined}
   */
  baseline;

  /** @type {FileTally[]} */
  files = [];

  /** @type {Map<string, RuleTally>} */
  #rules = new Map();

  /** @type {Map<string, Share>} */
  clauses = new Map();

  /** @type {Map<string, Share>} */
  teams = new Map();

  /** @type {Map<string, Share>} */
  months = new Map();

  /** @type {Map<string, Share>} */
  delays = new Map();

  /**
   * Begins a file.
   *
   * @param {string} file
   * @returns {FileTally}
   */
  begin(file) {
    /** @type {FileTally} */
    const tally = { file, rows: 0, malformed: 0, malformedRows: [], unused: [], limits: [] };
    this.files.push(tally);
    return tally;
  }

  /**
   * Counts a row.
   *
   * @param {FileTally} file
   * @param {RowReport} row
   */
  add(file, row) {
    if (!row.report) {
      file.malformed += 1;
      if (file.malformedRows.length < mostNamed) file.malformedRows.push(row.row);
      return;
    }
    const { findings } = row.report;
    file.rows += 1;
    if (findings.length > 0) this.rowsWithFindings += 1;
    for (const { severity } of findings) this.counts[severity] += 1;
    this.#addToRules(findings);
    this.#addToClauses(findings);
    for (const share of this.#sharesOf(row)) {
      share.rows += 1;
      if (findings.length > 0) share.rowsWithFindings += 1;
      for (const { severity } of findings) share[severity] += 1;
    }
  }

  /** Rows that were checked. */
  get rows() {
    return this.files.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Rows that could not be read. */
  get malformed() {
    return this.files.reduce((sum, { malformed }) => sum + malformed, 0);
  }

  get findings() {
    return this.counts.error + this.counts.warning + this.counts.advice;
  }

  /** What each rule found: the serious first, of these the frequent. */
  rules() {
    const rank = (/** @type {RuleTally} */ { severity }) => severities.indexOf(severity);
    return [...this.#rules.values()].sort((one, other) =>
      rank(one) - rank(other) || other.findings - one.findings || (one.rule < other.rule ? -1 : 1));
  }

  /** @param {Finding[]} findings */
  #addToRules(findings) {
    const seen = new Set();
    for (const { rule, severity } of findings) {
      // One rule can speak at two severities: what a text only suggests is a warning at most.
      const key = `${severity} ${rule}`;
      const tally = this.#rules.get(key) ?? { rule, severity, findings: 0, rows: 0 };
      this.#rules.set(key, tally);
      tally.findings += 1;
      if (!seen.has(tally)) tally.rows += 1;
      seen.add(tally);
    }
  }

  /** @param {Finding[]} findings */
  #addToClauses(findings) {
    const seen = new Set();
    for (const { severity, clauses } of findings) {
      for (const { section } of clauses) {
        const share = shareOf(this.clauses, section);
        share[severity] += 1;
        if (!seen.has(share)) share.rowsWithFindings += 1;
        seen.add(share);
      }
    }
  }

  /**
   * @param {CheckedRow} row
   * @returns {Share[]}
   */
  #sharesOf({ team = unknown, on, workingDays }) {
    const isFurther = this.teams.size >= mostTeams && !this.teams.has(team);
    return [
      shareOf(this.teams, isFurther ? furtherTeams : team),
      shareOf(this.months, on?.slice(0, 7) ?? unknown),
      shareOf(this.delays, delayOf(workingDays)),
    ];
  }
}

/**
 * @param {Map<string, Share>} shares
 * @param {string} key
 */
function shareOf(shares, key) {
  const share = shares.get(key) ?? nothing();
  shares.set(key, share);
  return share;
}

/**
 * Names the columns that are not read.
 *
 * @param {Column[]} columns
 */
export const unusedOf = (columns) => columns.filter(({ heading, path }) => heading && !path).map(({ heading }) => heading);
