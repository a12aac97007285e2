import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from './command.mjs';
import { esbuild } from './esbuild.mjs';

/** @import { BuildOptions } from 'esbuild' */

const wasm = join(root, 'build/form/recording_standard_bg.wasm');

/**
 * Writes the wasm as a script that holds it, packed, and what it is known by.
 *
 * @param {string} folder that is filled, from the project's root
 */
export async function pack(folder) {
  await mkdir(join(root, folder), { recursive: true });
  const bytes = await readFile(wasm);
  const packed = gzipSync(bytes, { level: 9 }).toString('base64');
  const write = async (/** @type {string} */ name, /** @type {string} */ value) => {
    await writeFile(join(root, folder, `${name}.js`), `export const ${name} = '${value}';\n`);
    await writeFile(join(root, folder, `${name}.d.ts`), `export const ${name}: string;\n`);
  };
  await write('wasm', packed);
  await write('integrity', integrityOf(bytes));
}

/** @type {BuildOptions} */
const settings = {
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  charset: 'utf8',
  legalComments: 'none',
  // Only what is never run asks where it is.
  logOverride: { 'empty-import-meta': 'silent' },
  absWorkingDir: root,
};

/**
 * What stands in the folder, by the module that it is made of. What needs another of them finds it beside it.
 *
 * @type {Record<string, BuildOptions & { types: string }>}
 */
const outputs = {
  'form.js': { entryPoints: ['src/js/page.js'], external: ['./plain.js'], types: 'page' },
  'inline.js': { entryPoints: ['src/js/inline.js'], types: 'inline' },
  'inline.script.js': { entryPoints: ['src/js/inline.js'], format: 'iife', globalName: 'recordingStandard', types: 'inline' },
  'element.js': { entryPoints: ['src/js/element.js'], external: ['./form.js'], types: 'element' },
  // By itself no module, so that it also runs on a page that is a file.
  'element.inline.js': { entryPoints: ['src/js/element.inline.js'], format: 'iife', types: 'element.inline' },
  'editors.js': { entryPoints: ['src/js/editors.js'], types: 'editors' },
  'js.js': { entryPoints: ['src/js/js.js'], external: ['./plain.js'], types: 'js' },
  'plain.js': { entryPoints: ['src/js/plain.js'], types: 'plain' },
};

/**
 * Bundles what a page loads that has no bundler of its own.
 *
 * @param {string} folder that is filled, from the project's root
 */
export async function bundle(folder) {
  const { build } = await esbuild();
  /** @type {Record<string, string>} */
  const integrity = {};
  for (const [name, { types, ...options }] of Object.entries(outputs)) {
    const file = join(folder, name);
    await build({ ...settings, ...options, outfile: file });
    integrity[name] = integrityOf(await readFile(join(root, file)));
    await writeFile(join(root, file.replace(/js$/, 'd.ts')), `export * from '../types/${types}.js';\n`);
  }
  await copyFile(wasm, join(root, folder, 'recording_standard_bg.wasm'));
  await writeFile(join(root, folder, 'integrity.json'), `${JSON.stringify(integrity, undefined, 2)}\n`);
}

/**
 * Bundles the editor that the guide shows and that comes as packages only.
 *
 * @param {string} folder that is filled, from the project's root
 */
export async function bundleEditors(folder) {
  const { build } = await esbuild();
  await build({ ...settings, entryPoints: ['www/embed/prosemirror/editor.js'], outfile: join(folder, 'prosemirror.js') });
}

/** @param {Buffer} bytes */
const integrityOf = (bytes) => `sha384-${createHash('sha384').update(bytes).digest('base64')}`;
