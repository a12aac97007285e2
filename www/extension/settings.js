import { isMatched, isPattern } from './patterns.js';

/**
 * A page that the agency names.
 *
 * @typedef {object} Site
 * @property {string} [name] what people call it
 * @property {string[]} matches match patterns of its addresses
 * @property {string} [form] CSS selector of what all controls lie in; the whole page without it
 * @property {Record<string, string>} fields CSS selector → path in the record; `>>>` leads into a frame or a shadow tree
 * @property {Record<string, string>} [values] path → value of what the page does not show
 * @property {string} [save] CSS selector of what saves the record, where that is no submit button
 */

/**
 * What the agency has deployed: its policy as text, empty where it has none, and the sites that are whole. Firefox
 * refuses to answer where nothing is deployed.
 *
 * @returns {Promise<{ policy: string, sites: Site[] }>}
 */
export async function readSettings() {
  const { policy = '', sites = [] } = await chrome.storage.managed.get().catch(() => ({}));
  return { policy, sites: sites.filter(isWhole) };
}

/** @param {Site} site */
const isWhole = ({ matches, fields }) =>
  Array.isArray(matches) && matches.every(isPattern) && Object.keys(fields ?? {}).length > 0;

/**
 * The sites that an address belongs to.
 *
 * @param {Site[]} sites
 * @param {string} address
 */
export const sitesAt = (sites, address) =>
  sites.filter(({ matches }) => matches.some((pattern) => isMatched(pattern, address)));
