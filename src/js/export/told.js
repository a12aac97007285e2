/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { Answer } from './hands.js' */
/** @import { CheckedRow, RowReport } from './rows.js' */

/**
 * What findings of many rows have in common.
 *
 * @typedef {Pick<Finding, 'rule' | 'severity' | 'message' | 'clauses' | 'fixes'>} Kind
 */

/**
 * A finding by the numbers of its kind and path, where it begins and ends, and how often it occurs.
 *
 * @typedef {[kind: number, path: number, start: number | null, end: number | null, count: number | null]} Place
 */

/**
 * A row by its number, id, file, team, day, working days, words, findings and quotes.
 *
 * @typedef {[number, string | null, string | null, string | null, string | null, number | null, number, Place[], ([string, string, string] | null)[] | null]} Told
 */

/** Why a row has no report on which the check broke off. */
const problem = 'The check of this row broke off. The rows before and after it are checked.';

/**
 * Keeps the lists of a finding as they are, which many findings share.
 *
 * @template {Kind} K
 * @param {K} kind
 */
export function sharing(kind) {
  [kind.clauses, kind.fixes, ...kind.clauses, ...kind.fixes].forEach(Object.freeze);
  return kind;
}

/**
 * Makes reports of what a checker in the wasm tells, which tells the same thing only once.
 *
 * @returns {(answers: Answer[]) => RowReport[]}
 */
export function listener() {
  /** @type {Kind[]} */
  let kinds = [];
  /** @type {string[]} */
  let paths = [];

  /** @param {Place} place @returns {Finding} */
  const findingAt = ([kind, path, start, end, count]) => {
    const { rule, severity, message, clauses, fixes } = kinds[kind];
    /** @type {Finding} */
    const finding = { rule, severity, path: paths[path], message, clauses, fixes };
    if (start !== null && end !== null) finding.range = { start, end };
    if (count !== null) finding.count = count;
    return finding;
  };

  /** @param {Told} told @returns {CheckedRow} */
  const checked = ([row, id, fileId, team, on, workingDays, words, places, quotes]) => {
    const findings = places.map(findingAt);
    const counts = { error: 0, warning: 0, advice: 0 };
    for (const { severity } of findings) counts[severity] += 1;
    /** @type {CheckedRow} */
    const report = {
      row,
      report: { findings, errors: counts.error, warnings: counts.warning, advice: counts.advice, ready: counts.error === 0, words },
    };
    if (id !== null) report.id = id;
    if (fileId !== null) report.fileId = fileId;
    if (team !== null) report.team = team;
    if (on !== null) report.on = on;
    if (workingDays !== null) report.workingDays = workingDays;
    if (quotes) report.quotes = quotes.map((quote) => quote && { before: quote[0], words: quote[1], after: quote[2] });
    return report;
  };

  /** @param {string} told @param {boolean} isAnew */
  const rowsIn = (told, isAnew) => {
    const news = JSON.parse(told);
    if (news.anew || isAnew) {
      kinds = [];
      paths = [];
    }
    for (const kind of news.kinds) kinds.push(sharing(kind));
    paths.push(...news.paths);
    return news.rows.map((/** @type {Told | [number, string]} */ told) =>
      (told.length === 2 ? { row: told[0], problem: told[1] } : checked(told)));
  };

  return (answers) => answers.flatMap((answer) =>
    ('told' in answer ? rowsIn(answer.told, answer.isAnew) : [{ row: answer.brokeOffAt, problem }]));
}
