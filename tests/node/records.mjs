import { readFileSync } from 'node:fs';

/** @import { CaseRecord, RuleInfo } from '../../build/form/recording_standard.js' */

const notes = readFileSync(new URL('../exports/notes.ndjson', import.meta.url), 'utf8').split('\n').filter(Boolean);

/**
 * Every way of writing that the tests know: the examples of all rules, and the exported notes.
 *
 * @param {RuleInfo[]} rules
 * @returns {CaseRecord[]}
 */
export const recordsOf = (rules) => [
  ...rules.flatMap(({ bad, good }) => [bad, good]).map((text) => (text.startsWith('{') ? JSON.parse(text) : { text })),
  ...notes.map((text) => ({ text })),
  {}, { text: '' }, { text: '\uD83D\uDC67 We met the TAF.\r\n\u{1F469}\u200D\u{1F467} “The IRO came.”' },
];
