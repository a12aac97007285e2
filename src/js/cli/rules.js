import { createValidator } from '../node.js';
import { citationOf } from '../report/text.js';
import { standardOutput } from './output.js';
import { Refusal } from './refusal.js';
import { jsonFile } from './settings.js';

/** @import { RuleInfo } from '../../../build/form/recording_standard.js' */
/** @import { Settings } from './main.js' */

/**
 * Prints the catalogue, or one rule in full.
 *
 * @param {string[]} ids
 * @param {Settings} settings
 * @returns {Promise<number>} the exit code
 */
export async function rules(ids, settings) {
  if (ids.length > 1) throw new Refusal('Name one rule, or none for all of them.');
  const policy = await jsonFile('policy', settings.policy);
  const validator = await createValidator(policy).catch((error) => {
    throw new Refusal(error.message);
  });
  const list = validator.rules();
  validator.free();
  await standardOutput.write(ids.length === 0 ? catalogueOf(list) : inFull(list, ids[0]));
  return 0;
}

/** @param {RuleInfo[]} list */
const catalogueOf = (list) => list.map(({ id, severity, summary, clauses }) =>
  `${severity.padEnd(8)} ${id}\n         ${summary}\n         ${citationOf(clauses)}\n`).join('');

/**
 * @param {RuleInfo[]} list
 * @param {string} id
 */
function inFull(list, id) {
  const rule = list.find((known) => known.id === id);
  if (!rule) throw new Refusal(`There is no rule ${id}: recording-standard rules lists them all.`);
  const { severity, summary, why, clauses, bad, good } = rule;
  return `${id} (${severity}, ${citationOf(clauses)})\n\n${summary}\n${why}\n\nSpeaks about\n${indented(bad)}\n\nIs silent about\n${indented(good)}\n`;
}

/** @param {string} text */
const indented = (text) => text.trim().replace(/^/gm, '    ');
