import { createValidator } from '../src/js/index.js';
import { showCoverage } from './coverage.js';
import { element, find } from './elements.js';
import { ruleCard } from './rule-card.js';
import { placeOf, requirementsOf, standardIds, standards } from './standards.js';

/** @import { ClauseInfo } from '../src/js/index.js' */
/** @import { RuleCard } from './rule-card.js' */
/** @import { Requirement, StandardId } from './standards.js' */

const search = /** @type {HTMLFormElement} */ (find('#search'));

/** @returns {Promise<{ cards: RuleCard[], requirements: Requirement[] }>} */
async function read() {
  // The one setting without which a rule sleeps: its example is to be shown, too.
  const policy = { retentionYears: 75 };
  const validators = await Promise.all(standardIds.map((standard) => createValidator({ ...policy, standard })));
  const clauses = /** @type {Record<StandardId, ClauseInfo[]>} */ (
    Object.fromEntries(standardIds.map((id, index) => [id, validators[index].clauses()])));
  const requirements = requirementsOf(clauses);
  // Under the fullest standard every rule runs.
  const validator = validators.reduce((one, other) => (other.clauses().length > one.clauses().length ? other : one));
  const cards = validator.rules().map((rule) =>
    ruleCard(rule, requirements.filter(({ rules }) => rules.includes(rule.id)), validator));
  validators.forEach((each) => each.free());
  return { cards, requirements };
}

/**
 * @param {RuleCard[]} cards
 * @param {Requirement[]} requirements
 */
function show(cards, requirements) {
  const groups = [...new Set(cards.map(({ group }) => group))];
  find('#group').append(...groups.map((group) => element('option', { value: group }, titleOf(group))));
  find('#clause').append(...standardIds.map((id) => clausesOf(id, requirements)));
  const sections = groups.map((group) => {
    const own = cards.filter((card) => card.group === group);
    return element('section', { class: 'group', 'aria-labelledby': `group-${group}` },
      element('h2', { id: `group-${group}` }, titleOf(group)), ...own.map(({ root }) => root));
  });
  find('#list').replaceChildren(...sections);
  showCoverage(requirements);
  find('#catalogue').hidden = false;

  const filter = () => {
    const wanted = new FormData(search);
    const of = (/** @type {string} */ name) => String(wanted.get(name) ?? '').trim();
    const words = of('words').toLowerCase().split(/\s+/);
    let count = 0;
    for (const card of cards) {
      card.root.hidden = !(words.every((word) => card.text.includes(word)) &&
        (!of('group') || card.group === of('group')) &&
        (!of('severity') || card.severity === of('severity')) &&
        (!of('clause') || card.clauses.includes(of('clause'))));
      if (!card.root.hidden) count += 1;
    }
    for (const section of sections) section.hidden = !section.querySelector('article:not([hidden])');
    find('#count').textContent = count === cards.length ? `All ${count} rules` : `${count} of ${cards.length} rules`;
    const asked = [...wanted].filter(([, value]) => String(value).trim());
    const query = new URLSearchParams(/** @type {[string, string][]} */ (asked)).toString();
    history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  };

  /** Shows the rule that the address names, whatever was searched for. */
  const goTo = () => {
    const card = cards.find(({ id }) => id === decodeURIComponent(location.hash.slice(1)));
    if (card?.root.hidden) {
      search.reset();
      filter();
    }
    const target = card?.root.querySelector('h3') ?? (location.hash === '#coverage' ? find('#coverage') : undefined);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView();
  };

  for (const [name, value] of new URLSearchParams(location.search)) {
    const control = search.elements.namedItem(name);
    if (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) control.value = value;
  }
  search.addEventListener('input', filter);
  // The values change after the event.
  search.addEventListener('reset', () => setTimeout(filter));
  search.addEventListener('submit', (event) => event.preventDefault());
  addEventListener('hashchange', goTo);
  filter();
  goTo();
}

/**
 * The clauses of a standard to choose from, each with its place.
 *
 * @param {StandardId} standard
 * @param {Requirement[]} requirements
 */
function clausesOf(standard, requirements) {
  const options = requirements.flatMap(({ id, sections, requirement, unseen }) => {
    const section = sections[standard];
    if (!section || unseen) return [];
    return [element('option', { value: `${standard} ${id}` }, `${capital(placeOf(standard, section))}: ${requirement}`)];
  });
  return element('optgroup', { label: standards[standard] }, ...options);
}

/** @param {string} text */
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** @param {string} group */
const titleOf = (group) => capital(group);

try {
  const { cards, requirements } = await read();
  show(cards, requirements);
} catch (error) {
  find('#unavailable').hidden = false;
  throw error;
}
