import { counted, dayInWords, headingsListed, inFigures, listed } from './words.js';

/** @import { Setting } from './reporters.js' */
/** @import { Tally } from './tally.js' */

/** What no report of this kind can see. */
const always = [
  'It does not know whether what is written is true, or whether something that mattered was left out.',
  'It reads words, not meaning. A finding is a question to a professional, who may have a good reason.',
  'It says nothing about the quality of anybody’s work, and it counts nothing by worker on purpose.',
  'Locked cabinets, legible handwriting and good judgement are beyond a program.',
];

/**
 * What a report cannot see: always, and by what this export and this policy are.
 *
 * @param {Tally} tally
 * @param {Setting} setting
 * @returns {string[]} sentences
 */
export function limitsOf(tally, { catalogue, narrowing }) {
  const { files, malformed, earlier, baseline } = tally;
  const unused = [...new Set(files.flatMap((file) => file.unused))];
  const unread = files.filter(({ problem }) => problem).length;
  const { only, since } = narrowing;
  return [
    ...always,
    ...(unused.length > 0 ? [`These columns were not read: ${headingsListed(unused)}.`] : []),
    ...new Set(files.flatMap((file) => file.limits)),
    ...(malformed > 0 ? [`${counted(malformed, 'row', 'rows')} could not be read and ${malformed === 1 ? 'was' : 'were'} not checked.`] : []),
    ...(unread > 0 ? [`${counted(unread, 'file', 'files')} could not be read, or not to the end.`] : []),
    ...(catalogue.off.length > 0 ? [`These rules did not run under this policy or standard: ${listed(catalogue.off)}.`] : []),
    ...(only ? [`It is about these rules alone: ${listed(only)}.`] : []),
    ...(since ? [`It is about what took place from ${dayInWords(since)} on, or on a day that is not known. ${counted(earlier, 'earlier row was', 'earlier rows were')} left out.`] : []),
    ...(baseline ? [`It leaves out ${counted(baseline.known, 'finding')} that an earlier report has already. ${inFigures(baseline.gone)} of that report’s findings are no longer there.`] : []),
  ];
}
