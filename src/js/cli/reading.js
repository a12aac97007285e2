import { Refusal } from './refusal.js';
import { choice, jsonFile } from './settings.js';

/** @import { Writing } from '../export/rows.js' */
/** @import { Settings } from './main.js' */

/** The settings that say how an export is written. */
export const readingSettings = /** @type {const} */ (['input', 'encoding', 'delimiter', 'quote-mark', 'kind']);

/** What is hard to type on a command line. */
const named = new Map([['tab', '\t'], ['none', '']]);

/**
 * How an export is written, as far as the settings say so.
 *
 * @param {Settings} settings
 * @returns {Promise<Writing>}
 * @throws {Refusal} for a setting that is not right
 */
export async function writingOf(settings) {
  const { delimiter, 'quote-mark': quoteMark } = settings;
  return {
    columns: await jsonFile('columns', settings.columns),
    format: choice('input', settings.input, /** @type {const} */ (['csv', 'tsv', 'ndjson', 'json', 'xlsx'])),
    encoding: choice('encoding', settings.encoding, /** @type {const} */ (['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])),
    delimiter: delimiter && (named.get(delimiter) ?? delimiter),
    quoteMark: quoteMark && (named.get(quoteMark) ?? quoteMark),
    kind: choice('kind', settings.kind, /** @type {const} */ (['entry', 'file'])),
  };
}

/**
 * How many threads share the work.
 *
 * @param {string | undefined} workers
 * @returns {number | undefined} undefined where it was not said
 * @throws {Refusal} for what is no such number
 */
export function workersOf(workers) {
  if (workers === undefined) return undefined;
  if (!/^[1-9]\d?$/.test(workers)) throw new Refusal('--workers must be a whole number from 1 to 99.');
  return Number(workers);
}
