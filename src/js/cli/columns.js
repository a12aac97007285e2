import { readColumns } from '../export.js';
import { standardOutput } from './output.js';
import { writingOf } from './reading.js';
import { Refusal } from './refusal.js';
import { nameOf } from '../report/words.js';
import { reasonOf } from './reasons.js';

/** @import { Settings } from './main.js' */

/**
 * Prints how the headings of a table are understood, as a column map to edit and pass back. The
 * columns that are not read lead to "".
 *
 * @param {string[]} files
 * @param {Settings} settings
 * @returns {Promise<number>} the exit code
 */
export async function columns(files, settings) {
  const [file] = files;
  if (files.length !== 1) throw new Refusal('Name one file, or - for standard input.');
  const list = await readColumns(file === '-' ? process.stdin : file, await writingOf(settings)).catch((error) => {
    throw new Refusal(`${nameOf(file)} cannot be read. ${reasonOf(error)}`);
  });
  const map = Object.fromEntries(list.map(({ heading, path = '' }) => [heading, path]));
  await standardOutput.write(`${JSON.stringify(map, null, 2)}\n`);
  return 0;
}
