import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keep, kept } from './cache.mjs';
import { root, succeed } from './command.mjs';
import { make } from './make.mjs';
import { step } from './progress.mjs';

/** The apps that show the package in somebody's framework, by their folder in examples/. */
export const examples = /** @type {const} */ (['react', 'vue', 'angular']);

/** What installing and building leave in the folder of an app. */
const left = ['node_modules', 'dist'];

/** Builds each app with the tool of its own, as whoever installed the package would, where anything changed. */
export async function buildExamples() {
  for (const name of examples) {
    const own = (await readdir(join(root, 'examples', name))).filter((file) => !left.includes(file));
    const output = {
      name: `examples/${name}`,
      title: `Building the example in ${name}`,
      inputs: [...own.map((file) => `examples/${name}/${file}`), 'package.json', 'src/js', 'build/form', 'build/packed', 'build/plain', 'build/types'],
      settings: [process.version],
    };
    const packages = await packagesOf(name);
    await make(output, (draft) => buildIn(packages, name, own, draft));
  }
}

/**
 * Builds an app beside its packages, with the package as it would be published.
 *
 * @param {string} packages the folder that they are kept in
 * @param {string} name
 * @param {string[]} own files and folders of the app
 * @param {string} draft a folder, from the project's root
 */
async function buildIn(packages, name, own, draft) {
  const app = await mkdtemp(join(packages, 'app-'));
  try {
    for (const file of own) await cp(join(root, 'examples', name, file), join(app, file), { recursive: true });
    const installed = join(app, 'node_modules/recording-standard');
    await mkdir(installed, { recursive: true });
    // The build is there already: packing must not begin another.
    await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', app]);
    const tarball = (await readdir(app)).find((file) => file.endsWith('.tgz')) ?? '';
    await succeed('tar', ['-xzf', tarball, '-C', installed, '--strip-components=1'], { cwd: app });
    await succeed('npm', ['run', 'build'], { cwd: app });
    await cp(join(app, 'dist'), join(root, draft), { recursive: true });
  } finally {
    await rm(app, { recursive: true });
  }
}

/**
 * The folder with the packages of an app, but for this one: they are installed once, whatever becomes of the package.
 *
 * @param {string} name
 */
async function packagesOf(name) {
  const [lock, manifest] = await Promise.all(['package-lock.json', 'package.json'].map(async (file) =>
    JSON.parse(await readFile(join(root, 'examples', name, file), 'utf8'))));
  delete manifest.dependencies['recording-standard'];
  delete lock.packages[''].dependencies['recording-standard'];
  delete lock.packages['node_modules/recording-standard'];
  const files = { 'package-lock.json': JSON.stringify(lock), 'package.json': JSON.stringify(manifest) };
  const key = `example-${name}-${createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16)}`;
  return kept(key) ?? keep(key, (draft) => step(`Installing what the example in ${name} is built with`, async () => {
    for (const [file, text] of Object.entries(files)) await writeFile(join(draft, file), text);
    await succeed('npm', ['ci'], { cwd: draft });
  }));
}
