import { readFile, readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { build } from './build.mjs';
import { root, run } from './command.mjs';
import { say, secondsSince } from './progress.mjs';
import { Refusal, asCommand } from './refusal.mjs';
import { setup, setupBrowsers } from './setup.mjs';
import { setupSpark } from './spark.mjs';
import { sum, totalsOf } from './totals.mjs';

/** @import { Outcome } from './command.mjs' */
/** @import { Runner, Totals } from './totals.mjs' */

/**
 * One thing that is tested.
 *
 * @typedef {object} Step
 * @property {string} title
 * @property {Runner} runner
 * @property {() => Promise<Outcome>} work
 */

/** A command that has not ended by then never will. */
const timeout = 30 * 60_000;

/**
 * A step that is a command.
 *
 * @param {string} title
 * @param {Runner} runner
 * @param {string[]} words of the command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Step}
 */
const command = (title, runner, [name, ...args], env) =>
  ({ title, runner, work: () => run(name, args, { env, timeout }) });

/**
 * The files in a folder whose content matches a pattern.
 *
 * @param {string} folder from the project's root
 * @param {string} ending of the files' names
 * @param {RegExp} [content]
 */
async function files(folder, ending, content = /^/) {
  const names = (await readdir(join(root, folder))).filter((name) => name.endsWith(ending)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(root, folder, name), 'utf8')));
  return names.filter((_, index) => content.test(texts[index])).map((name) => join(folder, name));
}

/**
 * @param {NodeJS.ProcessEnv} wasmEnv
 * @returns {Promise<Step[]>}
 */
async function rustSteps(wasmEnv) {
  const strictly = ['--', '-D', 'warnings'];
  // Only these, since the others use crates that there are none of for WebAssembly.
  const wasmTests = await files('tests', '.rs', /wasm_bindgen_test/);
  const inWasm = [
    '--target', 'wasm32-unknown-unknown', '--lib',
    ...wasmTests.flatMap((file) => ['--test', basename(file, '.rs')]),
  ];
  const runner = { CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER: 'wasm-bindgen-test-runner' };
  // By this name it is the one on the PATH; to `cargo clippy` the one in cargo's home comes first.
  const clippy = ['cargo-clippy', 'clippy'];
  const test = ['cargo', 'test', '--all-features'];
  return [
    command('rustfmt', 'check', ['cargo', 'fmt', '--check']),
    command('clippy', 'check', [...clippy, '--all-features', '--all-targets', ...strictly]),
    command('clippy, form build', 'check', [...clippy, ...inWasm, ...strictly], wasmEnv),
    command('clippy, export build', 'check', [...clippy, '--all-features', ...inWasm, ...strictly], wasmEnv),
    command('Rust tests', 'cargo', test),
    command('Rust tests in wasm', 'cargo', [...test, ...inWasm], { ...wasmEnv, ...runner }),
  ];
}

/**
 * What needs the build, and no browser.
 *
 * @param {NodeJS.ProcessEnv} sparkEnv
 * @returns {Promise<Step[]>}
 */
const scriptSteps = async (sparkEnv) => [
  command('types', 'check', ['node_modules/.bin/tsc', '-p', '.']),
  await nodeStep('Node tests', 'tests/node'),
  await nodeStep('tests on Spark', 'tests/spark', { env: sparkEnv }),
];

/**
 * @param {string} title
 * @param {string} folder
 * @param {{ env?: NodeJS.ProcessEnv, atOnce?: number }} [options] how many files are run at the same time
 * @returns {Promise<Step>}
 */
async function nodeStep(title, folder, { env, atOnce } = {}) {
  const found = await files(folder, '.test.mjs');
  if (found.length === 0) {
    // Without a file to run, Node would go and look for tests elsewhere.
    const outcome = { code: 0, output: `There is no test in ${folder}.` };
    return { title, runner: 'node', work: async () => outcome };
  }
  const how = ['--test', '--test-reporter', 'spec', ...(atOnce ? ['--test-concurrency', `${atOnce}`] : [])];
  return command(title, 'node', ['node', ...how, ...found], env);
}

/** @param {Totals} totals */
const inWords = ({ passed, failed }) => `${passed} passed, ${failed} failed`;

/**
 * Runs steps one after the other, with one line for each and the whole output of those that fail.
 *
 * @param {Step[]} steps
 * @returns {Promise<Totals>}
 */
async function runAll(steps) {
  let totals = { passed: 0, failed: 0 };
  for (const { title, runner, work } of steps) {
    const start = performance.now();
    const outcome = await work();
    const counted = totalsOf(runner, outcome);
    if (counted.failed > 0) say(outcome.output.trimEnd());
    say(`${counted.failed > 0 ? '✗' : '✓'} ${title}: ${inWords(counted)}, ${secondsSince(start)}`);
    totals = sum(totals, counted);
  }
  return totals;
}

/**
 * @param {() => Promise<void>} work
 * @returns {Promise<Outcome>}
 */
async function outcomeOf(work) {
  try {
    await work();
    return { code: 0, output: '' };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: 1, output: `${error.details}\n${error.message}` };
  }
}

await asCommand(async () => {
  const tools = await setup();
  await setupBrowsers();
  const sparkEnv = await setupSpark();
  const rust = runAll(await rustSteps(tools.wasmEnv));
  const built = await runAll([{ title: 'build', runner: 'check', work: () => outcomeOf(() => build(tools)) }]);
  const lines = [rust];
  if (built.failed > 0) {
    say('Types, Node tests and browser tests were not run, because there is no build to test.');
  } else {
    // Two lines of work: either waits for itself often enough to leave the other a core.
    lines.push(
      // Browsers wait half of their time, for pages and for pauses in somebody's writing.
      runAll([await nodeStep('browser tests', 'tests/browser', { atOnce: availableParallelism() })]),
      rust.then(async () => runAll(await scriptSteps(sparkEnv))),
    );
  }
  const totals = sum(built, ...(await Promise.all(lines)));
  say(inWords(totals));
  if (totals.failed > 0) process.exitCode = 1;
});
