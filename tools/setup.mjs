import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, delimiter, dirname, join } from 'node:path';
import { browsers, findBrowser } from './browsers.mjs';
import { keep, kept } from './cache.mjs';
import { root, run, succeed, which } from './command.mjs';
import { installDebianPackages } from './debian.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';
import * as versions from './versions.mjs';
import { wasmToolchain } from './wasm-target.mjs';

/**
 * What the builds need to know of the set-up.
 *
 * @typedef {object} Tools
 * @property {NodeJS.ProcessEnv} wasmEnv the environment in which cargo builds for WebAssembly, and finds what finishes its work
 * @property {string} versions of everything that has a say in what is built
 */

/**
 * Installs whatever a build lacks on this machine. What is there already costs only the look.
 *
 * @returns {Promise<Tools>}
 * @throws {Refusal} when something is missing that only a person can provide
 */
export async function setup() {
  await checkNode();
  const rust = await checkRust();
  await installNodePackages();
  const toolchain = await wasmToolchain();
  const wasmBindgen = await wasmBindgenCommand();
  const folders = [
    ...(toolchain ? [join(toolchain, 'bin')] : []),
    dirname(wasmBindgen),
    // wasm-opt comes with the npm package binaryen.
    join(root, 'node_modules/.bin'),
  ];
  return {
    wasmEnv: {
      ...process.env,
      PATH: [...folders, process.env.PATH].join(delimiter),
      // Clippy's driver goes by this and not by the compiler that cargo uses.
      ...(toolchain && { SYSROOT: toolchain }),
    },
    versions: [
      toolchain ? basename(toolchain) : rust,
      await versionOf(wasmBindgen),
      await versions.installed('binaryen'),
    ].join(' '),
  };
}

/**
 * Installs the browsers that the tests run in.
 *
 * @throws {Refusal} where they are missing and cannot be installed
 */
export async function setupBrowsers() {
  const missing = browsers.filter((browser) => !findBrowser(browser));
  if (missing.length > 0) await installDebianPackages(missing.map((browser) => browser.debianPackage));
}

async function checkNode() {
  const oldest = await versions.oldestNode();
  if (!versions.isAtLeast(process.versions.node, oldest)) {
    throw new Refusal(`Node ${oldest} or newer is needed, and this is ${process.versions.node}.`);
  }
}

/** @returns {Promise<string>} the version of the Rust in use */
async function checkRust() {
  const oldest = await versions.oldestRust();
  const found = which('cargo') && (await versionOf('rustc'));
  if (!found) {
    throw new Refusal(`Rust is missing: install version ${oldest} or newer, with cargo on the PATH.`);
  }
  if (!versions.isAtLeast(found, oldest)) {
    throw new Refusal(`Rust ${oldest} or newer is needed, and this is ${found}.`);
  }
  return found;
}

/** Installs the npm packages when there are none, or when package-lock.json says something else. */
async function installNodePackages() {
  const lock = await readFile(join(root, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const record = join(root, 'node_modules/.installed');
  if (existsSync(record) && (await readFile(record, 'utf8')) === wanted) return;
  if (!which('npm')) throw new Refusal('npm is missing: install the one that comes with Node.');
  await step('Installing the Node packages with npm', () => succeed('npm', ['ci']));
  await writeFile(record, wanted);
}

/** @returns {Promise<string>} where the wasm-bindgen of the crate's version is */
async function wasmBindgenCommand() {
  const wanted = await versions.wasmBindgen();
  const found = which('wasm-bindgen');
  if (found && (await versionOf(found)) === wanted) return found;
  const name = `wasm-bindgen-cli-${wanted}`;
  const { CARGO_TARGET_DIR, ...env } = process.env;
  const folder = kept(name) ?? (await keep(name, (draft) =>
    step(`Installing wasm-bindgen-cli ${wanted} with cargo`, () =>
      succeed('cargo', ['install', 'wasm-bindgen-cli', '--version', `=${wanted}`, '--root', draft], { env }))));
  return join(folder, 'bin', 'wasm-bindgen');
}

/**
 * @param {string} command
 * @returns {Promise<string | undefined>}
 */
async function versionOf(command) {
  const { code, output } = await run(command, ['--version']);
  return code === 0 ? versions.versionIn(output) : undefined;
}
