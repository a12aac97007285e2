import { spawn } from 'node:child_process';
import { accessSync, constants, realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { Refusal } from './refusal.mjs';

/**
 * What a command left behind. `code` is -1 for one that could not start or was ended by a signal.
 *
 * @typedef {{ code: number, output: string }} Outcome
 */

/**
 * @typedef {object} Surroundings
 * @property {NodeJS.ProcessEnv} [env] environment, this process's own by default
 * @property {string} [cwd] working directory, the project's root by default
 * @property {number} [timeout] milliseconds after which the command is ended
 */

/** The project's root. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Runs a command without a terminal and keeps what it prints on either stream, without colours.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { env = process.env, cwd = root, timeout } = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const chunks = [];
    const child = spawn(command, args, { env, cwd, timeout, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => {
      const output = stripVTControlCharacters(Buffer.concat(chunks).toString('utf8'));
      resolve({ code: code ?? -1, output });
    });
  });
}

/**
 * Runs a command that has to succeed, and gives what it printed.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {Surroundings} [surroundings]
 * @throws {Refusal} with the end of what the command printed
 */
export async function succeed(command, args, surroundings) {
  const { code, output } = await run(command, args, surroundings);
  if (code === 0) return output;
  const end = output.trimEnd().split('\n').slice(-40).join('\n');
  throw new Refusal(`This command failed: ${command} ${args.join(' ')}`, end);
}

/**
 * Where a command would be found, or undefined.
 *
 * @param {string} command
 * @param {string} [path] a list of folders in the form of the PATH variable
 */
export const which = (command, path = process.env.PATH ?? '') =>
  path.split(delimiter).filter(Boolean).map((folder) => join(folder, command)).find(isExecutable);

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether a module is the one that Node was started with.
 *
 * @param {ImportMeta} meta
 */
export const isMain = (meta) =>
  process.argv[1] !== undefined && fileURLToPath(meta.url) === realpathSync(process.argv[1]);
