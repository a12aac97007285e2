import { element } from './elements.js';
import { placeOf, standardIds, standards } from './standards.js';

/** @import { CaseRecord, RuleInfo, Validator } from '../src/js/index.js' */
/** @import { Requirement } from './standards.js' */

/**
 * A rule as the page shows and finds it.
 *
 * @typedef {object} RuleCard
 * @property {string} id
 * @property {string} group
 * @property {RuleInfo['severity']} severity
 * @property {string[]} clauses each as standard and name
 * @property {string} text all that can be searched for, in small letters
 * @property {HTMLElement} root
 */

/** The time at which the examples are checked. */
const now = '2026-11-23T12:00';

/**
 * @param {RuleInfo} rule
 * @param {Requirement[]} requirements those that it stands on
 * @param {Validator} validator under which it runs
 * @returns {RuleCard}
 */
export function ruleCard(rule, requirements, validator) {
  const { id, severity, summary, why, bad, good } = rule;
  const root = element('article', { class: 'rule', id },
    element('h3', { tabindex: '-1' }, element('a', { href: `#${id}`, class: 'rule__id' }, id)),
    element('p', { class: `severity severity--${severity}` }, severity),
    element('p', { class: 'rule__summary' }, summary),
    element('p', {}, why),
    element('details', { class: 'govuk-details' },
      element('summary', {}, 'Example'),
      element('h4', {}, 'Asked about'),
      example(bad),
      ...messagesOn(bad, id, validator).map((message) => element('p', { class: 'rule__message' }, message)),
      element('h4', {}, 'Put right'),
      example(good)),
    element('ul', { class: 'rule__clauses' }, ...requirements.map(clause)));
  return {
    id,
    group: id.split('/')[0],
    severity,
    clauses: requirements.flatMap((each) =>
      standardIds.filter((standard) => each.sections[standard]).map((standard) => `${standard} ${each.id}`)),
    text: (root.textContent ?? '').toLowerCase(),
    root,
  };
}

/** @param {string} text */
const isRecord = (text) => text.trimStart().startsWith('{');

/** @param {string} text a record in JSON, or a text */
const example = (text) =>
  isRecord(text)
    ? element('pre', {}, element('code', {}, JSON.stringify(JSON.parse(text), null, 2)))
    : element('blockquote', {}, text);

/**
 * What the rule says about its example, each sentence once.
 *
 * @param {string} text
 * @param {string} id
 * @param {Validator} validator
 */
function messagesOn(text, id, validator) {
  const findings = isRecord(text)
    ? validator.check(/** @type {CaseRecord} */ (JSON.parse(text)), { now }).findings
    : validator.checkText(text, { now });
  return [...new Set(findings.filter(({ rule }) => rule === id).map(({ message }) => message))];
}

/** @param {Requirement} requirement */
function clause({ requirement, sections }) {
  const places = standardIds.flatMap((id) => {
    const section = sections[id];
    return section ? [`${standards[id]}, ${placeOf(id, section)}`] : [];
  });
  return element('li', {}, `${requirement} `, element('span', { class: 'rule__places' }, places.join('; ')));
}
