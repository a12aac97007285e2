/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { CheckedRow, RowReport } from '../export/rows.js' */
/** @import { Baseline } from './baseline.js' */

/**
 * What of a row belongs in a report that is about some rules, some time, or what is new.
 *
 * @param {RowReport} row
 * @param {{ only?: string[], since?: string, baseline?: Baseline }} narrowing
 * @returns {RowReport | undefined} nothing where the row is of an earlier time; one that does not say when is not
 */
export function narrowed(row, { only, since, baseline }) {
  if (!row.report) return row;
  if (since && row.on && row.on < since) return undefined;
  if (!only && !baseline) return row;
  const { findings } = row.report;
  const isAbout = (/** @type {Finding} */ { rule }) => !only || only.includes(rule) || only.includes(rule.split('/')[0]);
  const kept = findings.map((finding) => isAbout(finding) && !baseline?.has(row, finding));
  const quotes = row.quotes && { quotes: row.quotes.filter((_, index) => kept[index]) };
  return { ...row, report: reportOf(row.report, findings.filter((_, index) => kept[index])), ...quotes };
}

/**
 * @param {CheckedRow['report']} report
 * @param {Finding[]} findings
 */
function reportOf(report, findings) {
  const count = (/** @type {Finding['severity']} */ wanted) => findings.filter(({ severity }) => severity === wanted).length;
  const errors = count('error');
  return { ...report, findings, errors, warnings: count('warning'), advice: count('advice'), ready: errors === 0 };
}
