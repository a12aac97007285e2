import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './command.mjs';
import { esbuild } from './esbuild.mjs';

/** @import { BuildOptions } from 'esbuild' */

/** @type {BuildOptions} */
const settings = {
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  // Only what is never run asks where it is.
  logOverride: { 'empty-import-meta': 'silent' },
  absWorkingDir: root,
};

/**
 * Writes the worker of the audit page, and the wasm, as text in a module: a page that may open no connection, or
 * that is opened from a folder, can load neither.
 *
 * @param {string} draft a folder, from the project's root
 */
export async function writeWorker(draft) {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const { build } = await esbuild();
  const { outputFiles: [{ text }] } = await build({ ...settings, entryPoints: ['www/audit/worker.js'], write: false });
  const wasm = gzipSync(await readFile(join(root, 'build/export/recording_standard_bg.wasm')), { level: 9 });
  const parts = { version, worker: text, wasm: wasm.toString('base64') };
  await mkdir(join(root, draft), { recursive: true });
  const lines = Object.entries(parts).map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};\n`);
  await writeFile(join(root, draft, 'parts.js'), lines.join(''));
  await writeFile(join(root, draft, 'parts.d.ts'), Object.keys(parts).map((name) => `export const ${name}: string;\n`).join(''));
}

/**
 * Bundles the audit page's script into one file, which a browser runs from a folder, too.
 *
 * @param {string} draft a folder, from the project's root
 */
export async function writeAudit(draft) {
  const { build } = await esbuild();
  await build({ ...settings, entryPoints: ['www/audit/page.js'], outfile: join(draft, 'audit.js') });
}
