import { readFile } from 'node:fs/promises';
import { Refusal } from './refusal.js';
import { reasonOf } from './words.js';

/**
 * The value of a setting that is one of some names.
 *
 * @template {string} Name
 * @param {string} setting
 * @param {string | undefined} value
 * @param {readonly Name[]} names
 * @returns {Name | undefined} undefined where it was not given
 * @throws {Refusal} for another value
 */
export function choice(setting, value, names) {
  const chosen = names.find((name) => name === value);
  if (value === undefined || chosen !== undefined) return chosen;
  const known = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(names);
  throw new Refusal(`--${setting} must be ${known}.`);
}

/**
 * The JSON in a file that a setting names.
 *
 * @param {string} setting
 * @param {string | undefined} path
 * @returns {Promise<any>} undefined where no file is named
 * @throws {Refusal} where it cannot be read
 */
export async function jsonFile(setting, path) {
  if (path === undefined) return undefined;
  let text;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new Refusal(`--${setting}: ${path} cannot be read. ${reasonOf(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new Refusal(`--${setting}: ${path} is not JSON.`);
  }
}
