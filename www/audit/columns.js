import { fieldName } from '../../src/js/report/fields.js';
import { element } from '../elements.js';

/** @import { Column } from '../../src/js/export/rows.js' */

const notRead = 'Do not read';

/** Under which heading of the list a field stands. */
const groupOf = (/** @type {string[]} */ labels) => (labels.length > 1 ? labels[0] : '');

/**
 * A table in which a person can correct which column holds what.
 *
 * @param {Column[]} columns
 * @param {{ path: string, labels: string[] }[]} fields
 */
export function tableOf(columns, fields) {
  const nameOf = new Map(fields.map(({ path, labels }) => [path, fieldName(labels)]));
  const body = element('tbody', {}, ...columns.map(({ heading, path = '' }, index) => {
    const select = /** @type {HTMLSelectElement} */ (element('select', { class: 'govuk-select', id: `column-${index}`, 'data-heading': heading },
      element('option', { value: path }, nameOf.get(path) ?? notRead)));
    // A hundred fields for each of a hundred columns would hold up the page.
    const fill = () => {
      const { value } = select;
      select.replaceChildren(...choices(fields));
      select.value = value;
    };
    for (const type of ['focus', 'pointerenter', 'pointerdown']) select.addEventListener(type, () => select.length === 1 && fill());
    const row = element('tr', {}, element('th', { scope: 'row' }, element('label', { for: `column-${index}` }, heading || 'A column without a heading')), element('td', {}, select));
    const mark = () => row.classList.toggle('unread', select.value === '');
    select.addEventListener('change', mark);
    mark();
    return row;
  }));
  return element('table', { class: 'map' },
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Column'), element('th', { scope: 'col' }, 'Field of the record'))),
    body);
}

/**
 * The column map that the table shows.
 *
 * @param {HTMLElement} table
 * @returns {Record<string, string>}
 */
export const mapOf = (table) => Object.fromEntries(
  /** @type {HTMLSelectElement[]} */ ([...table.querySelectorAll('select')])
    .filter(({ dataset }) => dataset.heading)
    .map(({ dataset, value }) => [dataset.heading, value]),
);

/** @param {{ path: string, labels: string[] }[]} fields */
function choices(fields) {
  /** @type {Map<string, HTMLElement[]>} */
  const groups = new Map();
  for (const { path, labels } of fields) {
    const group = groupOf(labels);
    const options = groups.get(group) ?? [];
    groups.set(group, options);
    options.push(element('option', { value: path }, fieldName(labels)));
  }
  return [
    element('option', { value: '' }, notRead),
    ...[...groups].flatMap(([group, options]) => (group ? [element('optgroup', { label: fieldName([group]) }, ...options)] : options)),
  ];
}
