import { parseArgs } from 'node:util';
import { check } from './check.js';
import { columns } from './columns.js';
import { help, version } from './help.js';
import { isClosedPipe, standardOutput } from './output.js';
import { readingSettings } from './reading.js';
import { Refusal } from './refusal.js';
import { rules } from './rules.js';

/** Every option of every command. */
const options = /** @type {const} */ ({
  policy: { type: 'string' },
  columns: { type: 'string' },
  input: { type: 'string' },
  encoding: { type: 'string' },
  delimiter: { type: 'string' },
  'quote-mark': { type: 'string' },
  files: { type: 'string' },
  workers: { type: 'string' },
  kind: { type: 'string' },
  now: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  'fail-on': { type: 'string' },
  only: { type: 'string' },
  since: { type: 'string' },
  baseline: { type: 'string' },
  quote: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
});

/**
 * What was set on the command line.
 *
 * @typedef {{ [name in Exclude<keyof typeof options, 'help' | 'version' | 'quote'>]?: string } & { quote?: boolean }} Settings
 */

/**
 * A command: what it does with its arguments and settings, and which of those it takes.
 *
 * @typedef {object} Command
 * @property {(args: string[], settings: Settings) => Promise<number>} run gives the exit code
 * @property {(keyof Settings)[]} settings
 */

/** @type {Record<string, Command>} */
const commands = {
  check: {
    run: check,
    settings: [
      ...readingSettings, 'policy', 'columns', 'files', 'workers', 'now', 'format', 'out', 'fail-on', 'only',
      'since', 'baseline', 'quote',
    ],
  },
  columns: { run: columns, settings: [...readingSettings] },
  rules: { run: rules, settings: ['policy'] },
};

/**
 * Runs the command.
 *
 * @param {string[]} argv without the names of Node and of the script
 * @returns {Promise<number>} the exit code
 */
export async function main(argv) {
  try {
    return await run(argv);
  } catch (error) {
    if (isClosedPipe(error)) return 0;
    // Whatever else it says could hold words of a record.
    const sentence = error instanceof Refusal ? error.message : `It broke off, by a fault of its own (${nameOfError(error)}).`;
    process.stderr.write(`recording-standard: ${sentence}\n`);
    return 2;
  }
}

/** @param {unknown} error */
const nameOfError = (error) => (error instanceof Error ? error.name : typeof error);

/**
 * @param {string[]} argv
 * @returns {Promise<number>}
 */
async function run(argv) {
  const { values: { help: wantsHelp, version: wantsVersion, ...settings }, positionals: [name, ...args] } = parsed(argv);
  if (wantsHelp) {
    await standardOutput.write(help);
    return 0;
  }
  if (wantsVersion) {
    await standardOutput.write(`${await version()}\n`);
    return 0;
  }
  if (name === undefined) throw new Refusal('Say what to do: recording-standard --help tells what there is.');
  if (!Object.hasOwn(commands, name)) throw new Refusal(`There is no command ${name}: recording-standard --help tells what there is.`);
  const command = commands[name];
  for (const setting of /** @type {(keyof Settings)[]} */ (Object.keys(settings))) {
    if (!command.settings.includes(setting)) throw new Refusal(`recording-standard ${name} takes no --${setting}.`);
  }
  return command.run(args, settings);
}

/** @param {string[]} argv */
function parsed(argv) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    // Node goes on to explain what nobody here would want to do.
    throw new Refusal(/** @type {Error} */ (error).message.split('. ')[0].replace(/\.?$/, '.'));
  }
}
