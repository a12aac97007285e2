import { severities, unknown } from '../tally.js';
import { inFigures, monthInWords } from '../words.js';
import { lineOf, table } from './bars.js';

/** @import { Share } from '../tally.js' */

/** So many months stand in the chart: five years. */
const mostMonths = 60;

/** What is drawn, in the units of the drawing. */
const size = { height: 260, top: 12, bottom: 34, left: 52, month: 30, least: 940 };

/**
 * Columns for the months of the findings, with the same as a table.
 *
 * @param {Map<string, Share>} months
 * @param {string} now the time of the check; later months are slips, which would leave no room for the others
 */
export function monthsOf(months, now) {
  const known = [...months.keys()].filter((month) => month !== unknown).sort();
  const lines = [...known, ...(months.has(unknown) ? [unknown] : [])].map((month) => ({
    ...lineOf(month, /** @type {Share} */ (months.get(month))), label: month === unknown ? unknown : monthInWords(month),
  }));
  const figures = table({ title: 'Findings by month', heading: 'Month', filter: 'month', lines });
  const past = known.filter((month) => month <= now.slice(0, 7));
  if (past.length < 2) return figures;
  const recent = between(past[0], past[past.length - 1]).slice(-mostMonths);
  const shown = recent.slice(recent.findIndex((month) => months.has(month)));
  const notes = [
    ...(known[0] < shown[0] ? [`The chart shows ${mostMonths} months, the table all of them.`] : []),
    ...(past.length < known.length ? ['Months after the check, which are slips of the pen, stand in the table alone.'] : []),
  ];
  const note = notes.length > 0 ? `<p>${notes.join(' ')}</p>` : '';
  return `${chart(shown, months)}${note}<details><summary>The figures as a table</summary>${figures}</details>`;
}

/**
 * All months from one to another, also those without a record.
 *
 * @param {string} first
 * @param {string} last
 */
function between(first, last) {
  const number = (/** @type {string} */ month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const name = (/** @type {number} */ count) => `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
  return Array.from({ length: number(last) - number(first) + 1 }, (_, index) => name(number(first) + index));
}

/**
 * @param {string[]} shown
 * @param {Map<string, Share>} months
 */
function chart(shown, months) {
  const total = (/** @type {string} */ month) => severities.reduce((sum, severity) => sum + (months.get(month)?.[severity] ?? 0), 0);
  const step = niceStep(Math.max(1, ...shown.map(total)));
  const top = step * Math.ceil(Math.max(1, ...shown.map(total)) / step);
  const { height, left, bottom } = size;
  const width = Math.max(size.least, left + shown.length * size.month);
  const pitch = (width - left) / shown.length;
  const room = height - size.top - bottom;
  const y = (/** @type {number} */ count) => round(size.top + room * (1 - count / top));

  const grid = Array.from({ length: Math.round(top / step) + 1 }, (_, index) => index * step).map((count) =>
    `<line class="${count === 0 ? 'axis' : 'grid'}" x1="${left}" x2="${width}" y1="${y(count)}" y2="${y(count)}"/>`
    + `<text class="count" x="${left - 8}" y="${y(count) + 4}">${inFigures(count)}</text>`);
  const every = Math.ceil(shown.length / Math.floor((width - left) / 76));
  const columns = shown.map((month, index) => {
    const x = left + pitch * index;
    let under = 0;
    const parts = severities.map((severity) => {
      const count = months.get(month)?.[severity] ?? 0;
      const bottomOf = y(under);
      under += count;
      return count === 0 ? '' : `<rect class="${severity}" x="${round(x + pitch * 0.16)}" y="${y(under)}" width="${round(pitch * 0.68)}" height="${round(bottomOf - y(under))}"/>`;
    });
    const label = index % every === 0 ? `<text class="month" x="${round(x + pitch / 2)}" y="${height - 12}">${monthInWords(month)}</text>` : '';
    return `<g><title>${monthInWords(month)}: ${inFigures(total(month))} findings</title>${parts.join('')}</g>${label}`;
  });
  const summary = `Findings by month, ${monthInWords(shown[0])} to ${monthInWords(shown[shown.length - 1])}, at most ${inFigures(Math.max(...shown.map(total)))} in a month. The figures follow as a table.`;
  return `<div class="scroll" tabindex="0" role="group" aria-label="Chart of the months"><svg class="months" viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${summary}">${grid.join('')}${columns.join('')}</svg></div>`;
}

/**
 * A round distance between the lines of a grid, of which there are three to six.
 *
 * @param {number} most
 */
function niceStep(most) {
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  return Math.max(1, [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough) ?? 10 * power);
}

/** @param {number} number */
const round = (number) => Math.round(number * 10) / 10;
