/** @import { AttachOptions } from '../form.js' */

/** Attributes with JSON in them, or with where it is: "#id" of an element of the page, or an address. */
const inJson = /** @type {const} */ (['policy', 'fields', 'record', 'file', 'classes']);

/** Every attribute that says how a form is checked. */
export const attributes = ['for', 'standard', 'onerrors', 'reasonfield', ...inJson];

/** @typedef {NonNullable<AttachOptions['onErrors']>} Way */

/** @type {(string | undefined)[]} */
const ways = [undefined, 'block', 'confirm', 'allow'];

/**
 * What the attributes of an element say, as `attach` takes it.
 *
 * @param {Element} element
 * @param {AbortSignal} signal ends what is being fetched
 * @returns {Promise<AttachOptions>}
 * @throws {Error} that names the attribute which cannot be read, and holds nothing of what it says
 */
export async function settingsOf(element, signal) {
  const given = inJson.filter((name) => element.hasAttribute(name));
  const read = await Promise.all(given.map(async (name) => [name, await jsonOf(element, name, signal)]));
  const { policy, ...others } = Object.fromEntries(read);
  const standard = element.getAttribute('standard');
  const onErrors = element.getAttribute('onerrors') ?? undefined;
  if (!ways.includes(onErrors)) throw refusal('onerrors', 'can be “block”, “confirm” or “allow”.');
  return {
    ...others,
    policy: standard ? { ...policy, standard } : policy,
    onErrors: /** @type {Way | undefined} */ (onErrors),
    reasonField: element.getAttribute('reasonfield') ?? undefined,
  };
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {AbortSignal} signal
 */
async function jsonOf(element, name, signal) {
  const text = await textOf(element, name, signal);
  try {
    return JSON.parse(text);
  } catch {
    // What the parser says quotes what it read.
    throw refusal(name, 'leads to something that is not JSON.');
  }
}

/**
 * @param {Element} element
 * @param {string} name
 * @param {AbortSignal} signal
 */
async function textOf(element, name, signal) {
  const value = (element.getAttribute(name) ?? '').trim();
  if (value.startsWith('{')) return value;
  if (value.startsWith('#')) {
    const root = /** @type {Document | ShadowRoot} */ (element.getRootNode());
    return root.getElementById(value.slice(1))?.textContent ?? '';
  }
  const address = new URL(value, element.baseURI);
  const response = await fetch(address, { signal }).catch(() => undefined);
  if (!response?.ok) throw refusal(name, 'leads to an address that gives nothing.');
  return response.text();
}

/**
 * @param {string} name
 * @param {string} what
 */
const refusal = (name, what) => new Error(`<recording-standard>: the attribute “${name}” ${what}`);
