import { escaped } from '../markup.js';
import { severities } from '../tally.js';
import { inFigures } from '../words.js';

/** @import { Severity, Share } from '../tally.js' */

/**
 * A line of a breakdown.
 *
 * @typedef {object} Line
 * @property {string} label
 * @property {string} [detail] after it
 * @property {string} [note] under it, in smaller letters
 * @property {string} [value] by which the list of findings is filtered; the line leads there
 * @property {Record<Severity, number>} counts
 * @property {number} rowsWithFindings
 * @property {number} [rows] of how many, where that is of interest
 */

/**
 * A breakdown: a table with a bar in each line, so that the chart and its figures are one.
 *
 * @typedef {object} Breakdown
 * @property {string} title what the table is about, for those who only hear it
 * @property {string} heading of the first column
 * @property {string} [filter] the name of the filter to which its lines lead
 * @property {Line[]} lines
 */

/** So many lines stand in view; the others are a click away. */
const mostInView = 10;

/**
 * A share of the rows as a line.
 *
 * @param {string} label
 * @param {Share} share
 * @returns {Line}
 */
export const lineOf = (label, share) => ({ label, value: label, counts: share, rowsWithFindings: share.rowsWithFindings, rows: share.rows });

/** What the colours of the bars mean. */
export const legend = `<p class="legend" aria-hidden="true">${
  [['error', 'Errors'], ['warning', 'Warnings'], ['advice', 'Advice']]
    .map(([severity, name]) => `<span><svg viewBox="0 0 10 10"><rect class="${severity}" width="10" height="10"/></svg> ${name}</span>`)
    .join('')
}</p>`;

/**
 * @param {Breakdown} breakdown
 * @returns {string}
 */
export function table({ title, heading, filter, lines }) {
  const longest = Math.max(1, ...lines.map(({ counts }) => sum(counts)));
  const withRows = lines.some(({ rows }) => rows !== undefined);
  const head = [
    ...(withRows ? ['Records checked', 'Records with findings'] : ['Records']), 'Errors', 'Warnings', 'Advice',
  ];
  const part = (/** @type {Line[]} */ some, /** @type {string} */ caption) => `<table class="bars"><caption class="unseen">${escaped(caption)}</caption>`
    + `<thead><tr><th scope="col">${escaped(heading)}</th>${head.map((name, index) => `<th scope="col" class="${columnClass(index, head.length)}">${name}</th>`).join('')}</tr></thead>`
    + `<tbody>${some.map((line) => row(line, longest, withRows, filter)).join('')}</tbody></table>`;
  const more = lines.slice(mostInView);
  return part(lines.slice(0, mostInView), title)
    + (more.length > 0 ? `<details><summary>${inFigures(more.length)} more</summary>${part(more, `${title}, continued`)}</details>` : '');
}

/**
 * The findings by severity give way where there is no room: the bar and its hidden text tell them, too.
 *
 * @param {number} index
 * @param {number} length
 */
const columnClass = (index, length) => (index < length - severities.length ? 'number' : 'number wide');

/**
 * @param {Line} line
 * @param {number} longest
 * @param {boolean} withRows
 * @param {string} [filter]
 */
function row({ label, detail, note, value, counts, rowsWithFindings, rows }, longest, withRows, filter) {
  const link = filter && value !== undefined && sum(counts) > 0
    ? `<a href="#findings" data-filter="${filter}" data-value="${escaped(value)}">${escaped(label)}</a>`
    : escaped(label);
  const more = `${detail ? ` ${escaped(detail)}` : ''}${note ? `<small>${escaped(note)}</small>` : ''}`;
  const share = rows ? ` <small>${Math.round((100 * rowsWithFindings) / rows)}%</small>` : '';
  const cells = [
    ...(withRows ? [inFigures(rows ?? 0), inFigures(rowsWithFindings) + share] : [inFigures(rowsWithFindings)]),
    ...severities.map((severity) => inFigures(counts[severity])),
  ];
  return `<tr><th scope="row">${link}${more}${bar(counts, longest)}</th>${
    cells.map((cell, index) => `<td class="${columnClass(index, cells.length)}">${cell}</td>`).join('')}</tr>`;
}

/**
 * @param {Record<Severity, number>} counts
 * @param {number} longest
 */
function bar(counts, longest) {
  let end = 0;
  const parts = severities.map((severity) => {
    const width = counts[severity] === 0 ? 0 : Math.max(0.5, (100 * counts[severity]) / longest);
    const start = end;
    end += width;
    return width === 0 ? '' : `<rect class="${severity}" x="${round(start)}" width="${round(width)}" height="10"/>`;
  });
  const words = severities.map((severity) => `${inFigures(counts[severity])} ${severity}`).join(', ');
  return `<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><title>${words}</title>${parts.join('')}</svg>`;
}

/** @param {number} number */
const round = (number) => Math.round(number * 100) / 100;

/** @param {Record<Severity, number>} counts */
const sum = (counts) => severities.reduce((total, severity) => total + counts[severity], 0);
