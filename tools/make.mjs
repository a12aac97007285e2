import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { keepLately, kept } from './cache.mjs';
import { root } from './command.mjs';
import { step } from './progress.mjs';

/**
 * A folder in build/ and all that its content depends on.
 *
 * @typedef {object} Output
 * @property {string} name of the folder
 * @property {string} title of the work that makes it
 * @property {string[]} inputs files and folders, from the project's root
 * @property {string[]} settings whatever else has a say in what comes out
 * @property {boolean} [isSlow] it takes a minute or more, so that other checkouts of the same sources are given it
 */

/**
 * Makes a folder in build/ anew if any of its inputs or settings changed since it was made.
 * It takes the old one's place when it is whole.
 *
 * @param {Output} output
 * @param {(draft: string) => Promise<unknown>} fill is given a folder, from the project's root
 * @returns {Promise<boolean>} whether it had to be made
 */
export async function make({ name, title, inputs, settings, isSlow }, fill) {
  const folder = join('build', name);
  const mark = join(root, 'build', `${name}.made`);
  const key = await digest(inputs, settings);
  if (existsSync(join(root, folder)) && existsSync(mark) && (await readFile(mark, 'utf8')) === key) {
    return false;
  }
  const keptAs = `${name}-${key}`;
  const found = isSlow && kept(keptAs);
  await step(found ? `${title}, as it was kept` : title, async () => {
    const draft = `${folder}.draft-${process.pid}`;
    try {
      if (found) await cp(found, join(root, draft), { recursive: true });
      else await fill(draft);
      if (isSlow) await keepLately(name, keptAs, (place) => cp(join(root, draft), place, { recursive: true }));
      await rm(join(root, folder), { recursive: true, force: true });
      await rename(join(root, draft), join(root, folder));
      await writeFile(mark, key);
    } finally {
      await rm(join(root, draft), { recursive: true, force: true });
    }
  });
  return true;
}

/**
 * @param {string[]} inputs
 * @param {string[]} settings
 */
async function digest(inputs, settings) {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  for (const file of (await Promise.all(inputs.map(filesIn))).flat()) {
    const content = await readFile(join(root, file));
    hash.update(JSON.stringify([file, content.length])).update(content);
  }
  return hash.digest('hex');
}

/**
 * All files in a folder and its folders in a stable order, or the one file.
 *
 * @param {string} path from the project's root
 * @returns {Promise<string[]>}
 */
async function filesIn(path) {
  if (!(await stat(join(root, path))).isDirectory()) return [path];
  const names = (await readdir(join(root, path))).sort();
  return (await Promise.all(names.map((name) => filesIn(join(path, name))))).flat();
}
