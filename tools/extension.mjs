import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isMain, root } from './command.mjs';
import { esbuild } from './esbuild.mjs';
import { say } from './progress.mjs';
import { Refusal, asCommand } from './refusal.mjs';

/** @import { Site } from '../www/extension/settings.js' */

const source = 'www/extension';

/** What is bundled of the sources, and what goes along as it is. */
const scripts = ['background', 'content', 'panel', 'picker'];
const files = ['panel.html', 'panel.css', 'schema.json', 'icon-48.png', 'icon-128.png'];

const targets = { chromium: 'chrome116', firefox: 'firefox128' };

/**
 * Writes the fields that a control can hold, and what people call them, as a module: the form's wasm does not know.
 *
 * @param {string} draft a folder, from the project's root
 */
export async function writeFields(draft) {
  const core = await import('../build/export/recording_standard.js');
  core.initSync({ module: await readFile(join(root, 'build/export/recording_standard_bg.wasm')) });
  // What a form has no say in.
  const unknown = ['draft', 'team'];
  const fields = JSON.parse(core.fieldsOf('entry')).filter((/** @type {{ path: string }} */ { path }) => !unknown.includes(path));
  await mkdir(join(root, draft), { recursive: true });
  await writeFile(join(root, draft, 'fields.js'), `export const fields = ${JSON.stringify(fields)};\n`);
  await writeFile(join(root, draft, 'fields.d.ts'), 'export const fields: { path: string, labels: string[] }[];\n');
}

/**
 * Writes the extension, one folder for each browser.
 *
 * @param {string} folder
 * @param {{ sites: Site[] }} [settings] of an agency, whose pages the package then has leave to read, and no others
 */
export async function writeExtension(folder, settings) {
  const { build } = await esbuild();
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  for (const [browser, target] of Object.entries(targets)) {
    const own = join(folder, browser);
    await build({
      entryPoints: scripts.map((name) => join(root, source, `${name}.js`)),
      outdir: own,
      bundle: true,
      minify: true,
      format: 'iife',
      target,
      charset: 'utf8',
      legalComments: 'none',
      absWorkingDir: root,
      logOverride: { 'empty-import-meta': 'silent' },
    });
    for (const file of files) await copyFile(join(root, source, file), join(own, file));
    const manifest = { ...await manifestOf(browser), version, ...(settings && allowing(settings)) };
    await writeFile(join(own, 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
  }
}

/** @param {string} browser */
async function manifestOf(browser) {
  const [common, different] = await Promise.all(['common', browser].map(async (name) =>
    JSON.parse(await readFile(join(root, source, 'manifest', `${name}.json`), 'utf8'))));
  return { ...common, ...different };
}

/**
 * Leave to read the pages that an agency names, given with the package.
 *
 * @param {{ sites: Site[] }} settings
 */
const allowing = ({ sites }) => ({
  host_permissions: [...new Set(sites.flatMap(({ matches }) => matches))],
  optional_host_permissions: undefined,
});

if (isMain(import.meta)) {
  await asCommand(async () => {
    const [, , file, folder] = process.argv;
    if (!file || !folder) throw new Refusal('Say which settings and where to: node tools/extension.mjs settings.json folder', '');
    await writeExtension(resolve(folder), JSON.parse(await readFile(file, 'utf8')));
    say(`The extension is in ${folder}, with leave to read the pages that ${file} names.`);
  });
}
