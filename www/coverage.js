import { element, find } from './elements.js';
import { placeOf, standardIds, standards } from './standards.js';

/** @import { Requirement } from './standards.js' */

/**
 * Shows what the rules hold of each standard, and what they cannot.
 *
 * @param {Requirement[]} requirements
 */
export function showCoverage(requirements) {
  const counts = standardIds.map((id) => {
    const own = requirements.filter(({ sections }) => sections[id]);
    const held = own.filter(({ unseen }) => !unseen).length;
    return [standards[id], String(own.length), String(held), String(own.length - held)];
  });
  find('#counts').replaceChildren(
    table('Requirements of each standard', ['Standard', 'Requirements', 'Rules ask about', 'No program can see'], counts));

  const places = (/** @type {Requirement} */ { sections }) =>
    standardIds.map((id) => (sections[id] ? placeOf(id, sections[id]) : 'not in it'));
  const names = standardIds.map((id) => standards[id]);
  const unseen = requirements.filter((each) => each.unseen);
  find('#unseen').replaceChildren(table(
    'What no program can see',
    ['Requirement', ...names, 'Why'],
    unseen.map((each) => [each.requirement, ...places(each), withLinks(each.unseen ?? '')])));

  const held = requirements.filter((each) => !each.unseen);
  find('#requirements').replaceChildren(table(
    'Every requirement that rules ask about',
    ['Requirement', ...names, 'Rules'],
    held.map((each) => [each.requirement, ...places(each), links(each.rules)])));
}

/**
 * A reason, with the rules that it names as links.
 *
 * @param {string} reason
 */
const withLinks = (reason) =>
  element('span', {}, ...reason.split(/([a-z]+\/[a-z-]+)/).map((part, index) =>
    (index % 2 === 1 ? element('a', { href: `#${part}` }, part) : part)));

/** @param {string[]} rules */
const links = (rules) =>
  element('ul', { class: 'links' }, ...rules.map((id) => element('li', {}, element('a', { href: `#${id}` }, id))));

/**
 * A table whose cells say what they are where it is too narrow for columns.
 *
 * @param {string} caption
 * @param {string[]} headings
 * @param {(string | Node)[][]} rows
 */
function table(caption, headings, rows) {
  const head = element('tr', { role: 'row' },
    ...headings.map((heading) => element('th', { scope: 'col', role: 'columnheader' }, heading)));
  // A table that is laid out as blocks is one for screen readers only by its roles.
  const body = rows.map(([first, ...rest]) => element('tr', { role: 'row' },
    element('th', { scope: 'row', role: 'rowheader' }, first),
    ...rest.map((cell, index) => element('td', { role: 'cell', 'data-heading': headings[index + 1] }, cell))));
  return element('table', { role: 'table' },
    element('caption', { class: 'govuk-visually-hidden' }, caption),
    element('thead', { role: 'rowgroup' }, head),
    element('tbody', { role: 'rowgroup' }, ...body));
}
