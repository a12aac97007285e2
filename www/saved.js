/** @import { Report } from '../build/form/recording_standard.js' */

/**
 * @param {string} selector
 * @returns {HTMLElement}
 */
const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));

/**
 * Shows, in the place of the form, what a system would save now.
 *
 * @param {object} record
 * @param {Report} record.report
 * @param {string} [record.reason] why it is saved with errors
 * @param {() => void} record.onNew clears the form
 */
export function showSaved({ report, reason, onNew }) {
  const rows = [
    ['Child', 'Ava Marsden, file CF-20418'],
    ['Written by', 'Priya Shah, social worker'],
    ['Completed', new Date().toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })],
    ['Length', counted(report.words, 'word')],
    ['Left to look at', remaining(report)],
    ...(reason ? [['Saved as it is, because', reason]] : []),
  ];
  find('#saved-list').replaceChildren(...rows.map(row));
  show('#saved');
  find('#go-back').onclick = () => show('#record');
  find('#start-again').onclick = () => {
    onNew();
    show('#record');
  };
}

/** @param {'#record' | '#saved'} part */
function show(part) {
  for (const each of ['#record', '#saved']) find(each).hidden = each !== part;
  window.scrollTo(0, 0);
  find(part === '#saved' ? '#saved' : 'main').focus({ preventScroll: true });
}

/** @param {string[]} row */
function row([term, text]) {
  const line = document.createElement('div');
  const name = document.createElement('dt');
  const value = document.createElement('dd');
  name.textContent = term;
  value.textContent = text;
  line.append(name, value);
  return line;
}

/** @param {Report} report */
function remaining({ errors, warnings, advice }) {
  const parts = [
    errors > 0 ? `${errors} to put right` : '',
    warnings > 0 ? `${warnings} to look at` : '',
    advice > 0 ? counted(advice, 'suggestion') : '',
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing';
}

/**
 * @param {number} count
 * @param {string} thing
 */
const counted = (count, thing) => `${count} ${thing}${count === 1 ? '' : 's'}`;
