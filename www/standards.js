/** @import { ClauseInfo } from '../src/js/index.js' */

/** The standards that the package knows, by the names that people use. */
export const standards = /** @type {const} */ ({ 'nel-scp': 'North East Lincolnshire', wirral: 'Wirral' });

/** @typedef {keyof typeof standards} StandardId */

/** All of them, in the order in which they are shown. */
export const standardIds = /** @type {StandardId[]} */ (Object.keys(standards));

/**
 * Where a clause stands, as the manual's readers say it: "paragraph 27", "section 6.8", "principle 1".
 *
 * @param {StandardId} standard
 * @param {string} section
 */
export function placeOf(standard, section) {
  if (!/^\d/.test(section)) return section;
  return `${standard === 'nel-scp' ? 'paragraph' : 'section'} ${section}`;
}

/**
 * A requirement, with its place in each standard that has it.
 *
 * @typedef {Omit<ClauseInfo, 'section'> & { sections: Partial<Record<StandardId, string>> }} Requirement
 */

/**
 * The requirements of all standards, each once, in the order of the fullest.
 *
 * @param {Record<StandardId, ClauseInfo[]>} clauses
 * @returns {Requirement[]}
 */
export function requirementsOf(clauses) {
  const lists = standardIds.map((id) => clauses[id]);
  const fullest = lists.reduce((one, other) => (other.length > one.length ? other : one));
  const order = [...fullest, ...lists.flat()];
  /** @type {Map<string, Requirement>} */
  const requirements = new Map(order.map(({ section, ...clause }) => [clause.id, { ...clause, sections: {} }]));
  for (const standard of standardIds) {
    for (const { id, section } of clauses[standard]) {
      const requirement = requirements.get(id);
      if (requirement) requirement.sections[standard] = section;
    }
  }
  return [...requirements.values()];
}
