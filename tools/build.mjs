import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { isMain, root, succeed } from './command.mjs';
import { make } from './make.mjs';
import { say } from './progress.mjs';
import { asCommand } from './refusal.mjs';
import { inputs as reportInputs, writeReportParts } from './report-parts.mjs';
import { setup } from './setup.mjs';
import * as versions from './versions.mjs';

/** @import { Tools } from './setup.mjs' */

/** The two wasm builds of the one crate: one is fetched by pages, the other reads a hundred thousand rows. */
const wasmBuilds = [
  { name: 'form', features: [], optimiseFor: '"z"' },
  { name: 'export', features: ['--features', 'export'], optimiseFor: '3' },
];

const wasmPackOptions = [
  '--target', 'web', '--release', '--out-name', 'recording_standard',
  // The set-up has installed all of it, and the package has its own package.json and .gitignore.
  '--mode', 'no-install', '--no-pack', '--no-gitignore',
];

/**
 * Builds all that the package consists of besides its sources, where anything changed.
 *
 * @param {Tools} tools
 */
export async function build(tools) {
  await buildWasm(tools);
  await make({ name: 'report', title: 'Writing the parts of reports', inputs: reportInputs, settings: [] }, writeReportParts);
  await buildTypes();
}

/**
 * Builds the wasm files, which are all that a page needs.
 *
 * @param {Tools} tools
 */
export async function buildWasm({ wasmEnv, versions: wasmVersions }) {
  const crate = (await readdir(join(root, 'src'))).filter((name) => name !== 'js');
  const inputs = ['Cargo.toml', 'Cargo.lock', ...crate.map((name) => `src/${name}`)];
  for (const { name, features, optimiseFor } of wasmBuilds) {
    const options = [...wasmPackOptions, '--', ...features];
    const title = `Building the ${name} wasm`;
    const output = { name, title, inputs, settings: [wasmVersions, optimiseFor, ...options] };
    const made = await make(output, async (draft) => {
      const crate = await crateForWasm(optimiseFor);
      const env = { ...wasmEnv, CARGO_TARGET_DIR: join(root, 'target'), RUSTFLAGS: await withoutPaths() };
      await succeed('wasm-pack', ['build', crate, '--out-dir', join(root, draft), ...options], { env });
    });
    if (made) await saySize(`build/${name}/recording_standard_bg.wasm`);
  }
}

/**
 * The manifest of the one crate with the library as WebAssembly alone. Cargo leaves out
 * optimisation across crates, without a word, where it makes the library that tests link, too.
 *
 * @param {string} optimiseFor what cargo calls the opt-level
 * @returns {Promise<string>} the folder, from the project's root
 */
async function crateForWasm(optimiseFor) {
  const folder = join('build', 'crate');
  await mkdir(join(root, folder), { recursive: true });
  const manifest = await readFile(join(root, 'Cargo.toml'), 'utf8');
  const alone = manifest
    .replace(/^crate-type = .*$/m, 'crate-type = ["cdylib"]\npath = "../../src/lib.rs"')
    .replace(/^opt-level = .*$/m, `opt-level = ${optimiseFor}\nlto = "fat"`)
    .replace(/^readme = .*\n/m, '');
  await writeFile(join(root, folder, 'Cargo.toml'), alone);
  await copyFile(join(root, 'Cargo.lock'), join(root, folder, 'Cargo.lock'));
  return folder;
}

/** What keeps the paths of this machine, which the places of panics would name, out of the wasm. */
async function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src');
  const registries = existsSync(sources) ? await readdir(sources) : [];
  const folders = [...registries.map((name) => join(sources, name)), root];
  return folders.map((folder) => `--remap-path-prefix=${folder}=`).join(' ');
}

/** Writes the declarations of the JavaScript; whether its types are right is for the tests. */
async function buildTypes() {
  const output = {
    name: 'types',
    title: 'Writing the type declarations',
    inputs: ['src/js', 'build/form', 'build/export', 'build/report', 'tsconfig.json', 'tsconfig.build.json'],
    settings: [await versions.installed('typescript')],
  };
  await make(output, (draft) =>
    succeed('node_modules/.bin/tsc', ['-p', 'tsconfig.build.json', '--outDir', draft]));
}

/** @param {string} file */
async function saySize(file) {
  const bytes = await readFile(join(root, file));
  const [raw, gzip, brotli] = [bytes, gzipSync(bytes), brotliCompressSync(bytes)]
    .map(({ length }) => `${(length / 1000).toFixed(1)} kB`);
  say(`${file}: ${raw}, ${gzip} gzip, ${brotli} brotli`);
}

if (isMain(import.meta)) await asCommand(async () => build(await setup()));
