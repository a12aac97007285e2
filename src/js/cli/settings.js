import { readFile } from 'node:fs/promises';
import { Refusal } from './refusal.js';
import { reasonOf } from './reasons.js';

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

/**
 * The value of a setting that is a day.
 *
 * @param {string} setting
 * @param {string | undefined} value
 * @returns {string | undefined} undefined where it was not given
 * @throws {Refusal} for something else
 */
export function day(setting, value) {
  if (value === undefined) return undefined;
  const date = new Date(`${value}T00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.valueOf()) && date.toISOString().startsWith(value);
  if (!isDay) throw new Refusal(`--${setting} must be a day, such as 2026-03-31.`);
  return value;
}

/**
 * The value of a setting that names rules, or groups of them, with commas between.
 *
 * @param {string} setting
 * @param {string | undefined} value
 * @param {{ id: string }[]} rules
 * @returns {string[] | undefined} undefined where it was not given
 * @throws {Refusal} for a rule that there is not
 */
export function ruleList(setting, value, rules) {
  if (value === undefined) return undefined;
  const names = value.split(',').map((name) => name.trim());
  for (const name of names) {
    const isKnown = rules.some(({ id }) => id === name || id.split('/')[0] === name);
    if (!isKnown) throw new Refusal(`--${setting}: there is no rule or group ${name || 'without a name'}: recording-standard rules lists them all.`);
  }
  return names;
}
