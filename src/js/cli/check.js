import { realpath } from 'node:fs/promises';
import { checkExport } from '../export.js';
import { formats } from './formats.js';
import { isClosedPipe, openOutput, standardError, standardOutput } from './output.js';
import { Refusal } from './refusal.js';
import { choice, jsonFile } from './settings.js';
import { summaryOf } from './summary.js';
import { Tally, unusedOf } from './tally.js';
import { nameOf, reasonOf } from './words.js';

/** @import { ExportOptions, RowReport } from '../export.js' */
/** @import { Settings } from './main.js' */

/** What an error begins with that is about a setting, and so about every file. */
const ofSettings = /^(policy|columns|options): /;

/**
 * Checks exports and writes a report.
 *
 * @param {string[]} files
 * @param {Settings} settings
 * @returns {Promise<number>} the exit code
 */
export async function check(files, settings) {
  if (files.length === 0) throw new Refusal('Name a file to check, or - for standard input.');
  const name = choice('format', settings.format, formatNames) ?? 'text';
  const failOn = choice('fail-on', settings['fail-on'], /** @type {const} */ (['error', 'warning', 'never'])) ?? 'error';
  const options = {
    policy: await jsonFile('policy', settings.policy),
    columns: await jsonFile('columns', settings.columns),
    format: choice('input', settings.input, /** @type {const} */ (['csv', 'tsv', 'ndjson'])),
    kind: choice('kind', settings.kind, /** @type {const} */ (['entry', 'file'])),
    now: settings.now,
  };
  await refuseToOverwrite(files, settings.out);

  const tally = new Tally();
  const output = await openOutput(settings.out);
  const format = formats[name]();
  try {
    await output.write(format.begin());
    for (const file of files) await checkFile(file, options, tally, (row) => output.write(format.row(file, row)));
    await output.write(format.end(tally));
    await output.finish();
    if (settings.out !== undefined) await standardOutput.write(summaryOf(tally));
    else if (name !== 'text') await standardError.write(summaryOf(tally));
  } catch (error) {
    output.discard();
    if (!isClosedPipe(error)) throw error;
  }
  return exitCode(tally, failOn);
}

const formatNames = /** @type {(keyof typeof formats)[]} */ (Object.keys(formats));

/**
 * @param {string} file
 * @param {ExportOptions} options
 * @param {Tally} tally
 * @param {(row: RowReport) => Promise<void>} write
 */
async function checkFile(file, options, tally, write) {
  const counts = tally.begin(file);
  try {
    for await (const row of checkExport(file === '-' ? process.stdin : file, {
      ...options,
      onColumns(columns) {
        // Whoever gives a column map has chosen what to leave out.
        if (!options.columns) counts.unused = unusedOf(columns);
      },
    })) {
      tally.add(counts, row);
      await write(row);
    }
  } catch (error) {
    if (error instanceof Refusal || isClosedPipe(error)) throw error;
    const problem = reasonOf(error);
    if (ofSettings.test(problem)) throw new Refusal(problem);
    counts.problem = problem;
    await standardError.write(`recording-standard: ${nameOf(file)} cannot be read. ${problem}\n`);
  }
}

/**
 * The report takes its name when it is whole: it must not be that of an export.
 *
 * @param {string[]} files
 * @param {string | undefined} out
 */
async function refuseToOverwrite(files, out) {
  if (out === undefined) return;
  const place = (/** @type {string} */ path) => realpath(path).catch(() => undefined);
  const taken = await place(out);
  for (const file of files) {
    if (taken && taken === (await place(file))) throw new Refusal(`--out would overwrite ${file}, which is to be checked.`);
  }
}

/**
 * 2 where something could not be read, 1 where something was found that matters, 0 otherwise. Under
 * "never" only a file that could not be read counts, so that a pipeline goes on.
 *
 * @param {Tally} tally
 * @param {'error' | 'warning' | 'never'} failOn
 */
function exitCode({ files, counts }, failOn) {
  if (files.some(({ problem }) => problem)) return 2;
  if (failOn === 'never') return 0;
  if (files.some(({ malformed }) => malformed > 0)) return 2;
  return counts.error > 0 || (failOn === 'warning' && counts.warning > 0) ? 1 : 0;
}
