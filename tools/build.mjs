import { existsSync } from 'node:fs';
import { copyFile, readFile, readdir } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { writeAudit, writeWorker } from './audit.mjs';
import { bundle, bundleEditors, pack } from './bundle.mjs';
import { isMain, root, succeed } from './command.mjs';
import { forOlderCompilers } from './declarations.mjs';
import { writeExtension, writeFields } from './extension.mjs';
import { toJavaScript } from './javascript.mjs';
import { make } from './make.mjs';
import { say } from './progress.mjs';
import { asCommand } from './refusal.mjs';
import { inputs as reportInputs, writeReportParts } from './report-parts.mjs';
import { setup } from './setup.mjs';
import * as versions from './versions.mjs';

/** @import { Tools } from './setup.mjs' */

/** The two wasm builds of the one crate: one is fetched by pages, the other reads a hundred thousand rows. */
const wasmBuilds = [
  { name: 'form', features: [], optimiseFor: 'z', finish: '-O', raw: ['recording_standard.raw.wasm'] },
  { name: 'export', features: ['--features', 'export'], optimiseFor: '3', finish: '-O3', raw: [] },
];

/** What the compiler makes of the crate, before anything is done to it. It is kept where JavaScript is made of it. */
const compiled = 'target/wasm32-unknown-unknown/release/recording_standard.wasm';

/** Only as WebAssembly: cargo leaves out optimisation across crates, without a word, where it makes the library that tests link, too. */
const cargoOptions = ['rustc', '--release', '--lib', '--crate-type', 'cdylib', '--target', 'wasm32-unknown-unknown'];

const bindgenOptions = ['--target', 'web', '--out-name', 'recording_standard'];

/**
 * Builds all that the package consists of besides its sources, where anything changed.
 *
 * @param {Tools} tools
 */
export async function build(tools) {
  await buildWasm(tools);
  await buildPlain(tools);
  await buildPage();
  await buildReports();
  await buildExtension();
  await buildTypes();
}

/**
 * Builds the wasm files.
 *
 * @param {Tools} tools
 */
async function buildWasm({ wasmEnv, versions: wasmVersions }) {
  const crate = (await readdir(join(root, 'src'))).filter((name) => name !== 'js');
  const inputs = ['Cargo.toml', 'Cargo.lock', 'tools/declarations.mjs', ...crate.map((name) => `src/${name}`)];
  for (const { name, features, optimiseFor, finish, raw } of wasmBuilds) {
    const options = [...cargoOptions, ...features];
    const title = `Building the ${name} wasm`;
    const output = { name, title, inputs, settings: [wasmVersions, optimiseFor, finish, ...options, ...bindgenOptions, ...raw], isSlow: true };
    const made = await make(output, async (draft) => {
      const env = {
        ...wasmEnv,
        CARGO_TARGET_DIR: join(root, 'target'),
        CARGO_PROFILE_RELEASE_OPT_LEVEL: optimiseFor,
        CARGO_PROFILE_RELEASE_LTO: 'fat',
        RUSTFLAGS: await withoutPaths(),
      };
      await succeed('cargo', options, { env });
      await succeed('wasm-bindgen', [...bindgenOptions, '--out-dir', draft, compiled], { env });
      await forOlderCompilers(join(root, draft, 'recording_standard.d.ts'));
      const wasm = join(draft, 'recording_standard_bg.wasm');
      await succeed('wasm-opt', [finish, wasm, '-o', wasm], { env });
      for (const file of raw) await copyFile(join(root, compiled), join(root, draft, file));
    });
    if (made) await saySize(`build/${name}/recording_standard_bg.wasm`);
  }
}

/**
 * Translates the wasm of pages to plain JavaScript, for pages that may not run WebAssembly.
 *
 * @param {Tools} tools
 */
async function buildPlain({ wasmEnv, versions: wasmVersions }) {
  const [{ name, raw: [raw] }] = wasmBuilds;
  const wasm = `build/${name}/${raw}`;
  const output = {
    name: 'plain',
    title: 'Translating the form wasm to JavaScript',
    inputs: [wasm, 'tools/javascript.mjs'],
    settings: [wasmVersions],
    isSlow: true,
  };
  await make(output, (draft) => toJavaScript(wasm, draft, wasmEnv));
}

/** Packs the wasm into a script, and bundles what a page loads that has no bundler of its own. */
async function buildPage() {
  const settings = [await versions.installed('esbuild')];
  const inputs = ['build/form', 'tools/bundle.mjs'];
  await make({ name: 'packed', title: 'Packing the form wasm into a script', inputs, settings }, pack);
  const all = ['src/js', 'build/plain', 'build/packed', ...inputs];
  await make({ name: 'page', title: 'Bundling for pages', inputs: all, settings }, bundle);
  const editors = ['www/embed/prosemirror/editor.js', 'package-lock.json'];
  await make({ name: 'editors', title: 'Bundling the editor of the guide', inputs: editors, settings }, bundleEditors);
}

/** What keeps the paths of this machine, which the places of panics would name, out of the wasm. */
async function withoutPaths() {
  const sources = join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'registry', 'src');
  const registries = existsSync(sources) ? await readdir(sources) : [];
  const folders = [...registries.map((name) => join(sources, name)), root];
  return folders.map((folder) => `--remap-path-prefix=${folder}=`).join(' ');
}

/** Builds what reports are written with, and the page that checks an export. */
async function buildReports() {
  const settings = [await versions.installed('esbuild')];
  const code = ['src/js', 'www', 'tools/audit.mjs', 'build/export', 'build/report'];
  await make({ name: 'report', title: 'Writing the parts of reports', inputs: reportInputs, settings: [] }, writeReportParts);
  await make({ name: 'worker', title: 'Packing the worker of the audit page', inputs: ['package.json', ...code], settings }, writeWorker);
  await make({ name: 'audit', title: 'Bundling the audit page', inputs: ['build/worker', ...code], settings }, writeAudit);
}

/** Builds the browser extension. */
async function buildExtension() {
  const settings = [await versions.installed('esbuild')];
  await make({ name: 'fields', title: 'Writing the fields of a record', inputs: ['build/export', 'tools/extension.mjs'], settings: [] }, writeFields);
  const inputs = ['package.json', 'src/js', 'www/extension', 'www/elements.js', 'tools/extension.mjs', 'build/fields', 'build/packed'];
  await make({ name: 'extension', title: 'Bundling the extension', inputs, settings }, (draft) => writeExtension(join(root, draft)));
}

/** Writes the declarations of the JavaScript; whether its types are right is for the tests. */
async function buildTypes() {
  const output = {
    name: 'types',
    title: 'Writing the type declarations',
    inputs: ['src/js', 'build/form', 'build/export', 'build/plain', 'build/report', 'build/packed', 'tsconfig.json', 'tsconfig.build.json'],
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
