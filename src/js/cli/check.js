import { open, realpath } from 'node:fs/promises';
import { checkExport, readCatalogue } from '../export.js';
import { Baseline } from '../report/baseline.js';
import { narrowed } from '../report/narrow.js';
import { formats } from '../report/reporters.js';
import { summaryOf } from '../report/summary.js';
import { Tally, unusedOf } from '../report/tally.js';
import { nameOf } from '../report/words.js';
import { version } from './help.js';
import { held, isTooLong } from './input.js';
import { isClosedPipe, openOutput, standardError, standardOutput } from './output.js';
import { ProgressLine } from './progress.js';
import { workersOf, writingOf } from './reading.js';
import { reasonOf } from './reasons.js';
import { Refusal } from './refusal.js';
import { choice, day, jsonFile, ruleList } from './settings.js';

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
  if (name === 'xlsx' && settings.out === undefined && process.stdout.isTTY) {
    throw new Refusal('A workbook is no text for a terminal: say with --out where it goes.');
  }
  const failOn = choice('fail-on', settings['fail-on'], /** @type {const} */ (['error', 'warning', 'never'])) ?? 'error';
  const now = settings.now ?? new Date().toISOString();
  const options = {
    ...(await writingOf(settings)),
    policy: await jsonFile('policy', settings.policy),
    files: settings.files,
    workers: workersOf(settings.workers),
    quote: settings.quote,
    now,
  };
  if (settings.files === '-') throw new Refusal('--files must name a file: it is read beside the entries.');
  const catalogue = catalogueFor(options.policy);
  const about = { only: ruleList('only', settings.only, catalogue.rules), since: day('since', settings.since) };
  await refuseToOverwrite([...files, settings.files, settings.baseline].filter((file) => file !== undefined), settings.out);
  const baseline = await readBaseline(settings.baseline, about);

  const tally = new Tally();
  const narrowing = { ...about, baseline: baseline !== undefined };
  const reporter = formats[name].reporter({ catalogue, version: await version(), now, narrowing, quote: settings.quote });
  const output = await openOutput(settings.out);
  const progress = new ProgressLine(process.stderr, settings.out !== undefined || !process.stdout.isTTY);
  try {
    await output.write(await reporter.begin());
    for (const file of files) {
      const write = async (/** @type {RowReport} */ row) => output.write(await reporter.record(file, row));
      await checkFile(file, options, tally, progress, { ...about, baseline }, write);
    }
    if (baseline) tally.baseline = { known: baseline.known, gone: baseline.gone };
    await output.write(await reporter.end(tally));
    await output.finish();
    if (settings.out !== undefined) await standardOutput.write(summaryOf(tally));
    else if (name !== 'text') await standardError.write(summaryOf(tally));
  } catch (error) {
    output.discard();
    if (!isClosedPipe(error)) throw error;
  }
  return exitCode(tally, failOn);
}

const formatNames = Object.keys(formats);

/** @param {ExportOptions['policy']} policy */
function catalogueFor(policy) {
  try {
    return readCatalogue(policy);
  } catch (error) {
    throw new Refusal(reasonOf(error));
  }
}

/**
 * What an earlier report in NDJSON found.
 *
 * @param {string | undefined} path
 * @param {{ only?: string[], since?: string }} about
 */
async function readBaseline(path, about) {
  if (path === undefined) return undefined;
  try {
    const file = await open(path);
    return await Baseline.read(file.readLines(), (row) => narrowed(row, about));
  } catch (error) {
    throw new Refusal(`--baseline: ${path} cannot be read. ${reasonOf(error)}`);
  }
}

/**
 * @param {string} file
 * @param {ExportOptions} options
 * @param {Tally} tally
 * @param {ProgressLine} progress
 * @param {Parameters<typeof narrowed>[1]} narrowing
 * @param {(row: RowReport) => Promise<void>} write
 */
async function checkFile(file, options, tally, progress, narrowing, write) {
  const counts = tally.begin(file);
  progress.begin(nameOf(file));
  try {
    const source = file === '-' ? await held(process.stdin) : file;
    if (typeof source === 'object') counts.limits.push(isTooLong);
    for await (const row of checkExport(source, {
      ...options,
      onLimits: (limits) => void counts.limits.push(...limits),
      onProgress: (done) => progress.update(done),
      onColumns(columns) {
        // Whoever gives a column map has chosen what to leave out.
        if (!options.columns) counts.unused = unusedOf(columns);
      },
    })) {
      const kept = narrowed(row, narrowing);
      if (!kept) {
        tally.earlier += 1;
        continue;
      }
      tally.add(counts, kept);
      await write(kept);
    }
  } catch (error) {
    if (error instanceof Refusal || isClosedPipe(error)) throw error;
    const problem = reasonOf(error);
    if (ofSettings.test(problem)) throw new Refusal(problem);
    counts.problem = problem;
    progress.end();
    const further = counts.rows + counts.malformed > 0 ? ' any further' : '';
    await standardError.write(`recording-standard: ${nameOf(file)} cannot be read${further}. ${problem}\n`);
  } finally {
    progress.end();
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
