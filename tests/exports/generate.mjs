// node tests/exports/generate.mjs --rows 100000 --format ndjson --out notes.ndjson
import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { childOf } from './generate/children.mjs';
import { ofEntries, ofFiles } from './generate/defects.mjs';
import { randomOf } from './generate/random.mjs';
import { systems } from './generate/systems.mjs';
import { cellsOf, headingsOf, lineOf } from './generate/tables.mjs';
import { workbook } from './generate/workbook.mjs';

/** @import { CaseFile, Entry } from '../../src/js/index.js' */
/** @import { Scene } from './generate/sentences.mjs' */
/** @import { System } from './generate/systems.mjs' */

export { now, policy } from './generate/children.mjs';
export { systems } from './generate/systems.mjs';

/**
 * What to make.
 *
 * @typedef {object} Wish
 * @property {number} rows
 * @property {number} [seed] the same gives the same
 * @property {'entry' | 'file'} [kind]
 * @property {'ndjson' | 'json' | 'csv' | 'tsv' | 'xlsx'} [format]
 * @property {keyof typeof systems} [system] in whose ways a table is written
 * @property {number} [defects] how many of the rows have one
 * @property {number} [broken] how many of the rows cannot be read
 */

/**
 * An export, and what is in it. The lists are whole once all of its bytes are made.
 *
 * @typedef {object} Made
 * @property {AsyncIterable<Uint8Array> | Iterable<Uint8Array>} bytes
 * @property {Map<string, number[]>} planted rule → the numbers of the rows about which it has to speak
 * @property {number[]} malformed the numbers of the rows that cannot be read
 */

/**
 * Makes an export of made-up children.
 *
 * @param {Wish} wish
 * @returns {Made}
 */
export function makeExport({ rows, seed = 1, kind = 'entry', format = 'ndjson', system = 'liquidlogic', defects = 0.3, broken = 0 }) {
  /** @type {Made['planted']} */
  const planted = new Map();
  /** @type {number[]} */
  const malformed = [];
  const random = randomOf(seed, 777);
  const isTable = format !== 'ndjson' && format !== 'json';

  /** @returns {Generator<{ record: object, isBroken: boolean }, void, void>} */
  function* records() {
    let row = isTable ? 1 : 0;
    for (const { record, rules } of kind === 'file' ? files(rows, seed, defects) : entries(rows, seed, defects)) {
      row += 1;
      const isBroken = random.happens(broken);
      if (isBroken) malformed.push(row);
      for (const rule of isBroken ? [] : rules) {
        const list = planted.get(rule) ?? [];
        list.push(row);
        planted.set(rule, list);
      }
      yield { record, isBroken };
    }
  }

  /** @type {System} */
  const ways = { ...systems[system], ...(format === 'tsv' && { delimiter: '\t' }) };
  function* table() {
    yield headingsOf(kind, ways);
    for (const { record, isBroken } of records()) {
      const cells = cellsOf(record, kind, ways);
      yield isBroken ? cells.slice(0, 5) : cells;
    }
  }
  function* texts() {
    if (format === 'json') yield '[\n';
    let before = '';
    if (!isTable) {
      for (const { record, isBroken } of records()) {
        const text = JSON.stringify(record);
        if (format === 'json') yield `${before}${text}`;
        else yield `${isBroken ? text.slice(0, -20) : text}\n`;
        before = ',\n';
      }
    }
    if (format === 'json') yield '\n]\n';
    if (isTable) for (const cells of table()) yield lineOf(cells, ways);
  }
  const encode = isTable ? ways.encode : (/** @type {string} */ text) => Buffer.from(text);
  const bytes = format === 'xlsx' ? workbook(table()) : inPieces(texts(), encode, isTable ? ways.mark : undefined);
  return { bytes, planted, malformed };
}

/**
 * @param {Iterable<string>} texts
 * @param {(text: string) => Uint8Array} encode
 * @param {Uint8Array} [mark]
 */
function* inPieces(texts, encode, mark) {
  if (mark) yield mark;
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length > 1 << 18) {
      yield encode(piece);
      piece = '';
    }
  }
  yield encode(piece);
}

/**
 * @param {number} count
 * @param {number} seed
 * @param {number} defects
 */
function* entries(count, seed, defects) {
  const random = randomOf(seed, 778);
  const turns = new Turns(ofEntries);
  for (let number = 0, left = count; left > 0; number += 1) {
    const child = childOf(seed, number);
    const some = child.entries.slice(0, left);
    left -= some.length;
    for (const [index, record] of some.entries()) {
      const scene = child.scenes[index];
      yield { record, rules: random.happens(defects) ? turns.plant(record, scene) : [] };
    }
  }
}

/**
 * @param {number} count
 * @param {number} seed
 * @param {number} defects
 */
function* files(count, seed, defects) {
  const random = randomOf(seed, 779);
  const turns = new Turns(ofFiles);
  for (let number = 0; number < count; number += 1) {
    const { file, scenes } = childOf(seed, number);
    yield { record: file, rules: random.happens(defects) ? turns.plant(file, scenes[0]) : [] };
  }
}

/**
 * Defects that take turns, each as often as the next, as far as they fit.
 *
 * @template R
 */
class Turns {
  #waiting;

  /** @param {import('./generate/defects.mjs').Defect<R>[]} defects */
  constructor(defects) {
    this.#waiting = [...defects];
  }

  /**
   * @param {R} record
   * @param {Scene} scene
   * @returns {string[]} the rules that have to speak
   */
  plant(record, scene) {
    const index = this.#waiting.findIndex(({ fits }) => !fits || fits(record, scene));
    const [defect] = this.#waiting.splice(index, 1);
    this.#waiting.push(defect);
    defect.plant(record, scene);
    return [defect.rule, ...(defect.also ? [defect.also] : [])];
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, kind: { type: 'string' }, format: { type: 'string' },
      system: { type: 'string' }, defects: { type: 'string' }, broken: { type: 'string' }, out: { type: 'string' },
    },
  });
  const { out, rows, seed, defects, broken, ...names } = values;
  const numbers = Object.entries({ rows, seed, defects, broken }).filter(([, text]) => text !== undefined).map(([name, text]) => [name, Number(text)]);
  const made = makeExport(/** @type {Wish} */ ({ ...names, ...Object.fromEntries(numbers) }));
  await pipeline(Readable.from(made.bytes), out === undefined ? process.stdout : createWriteStream(out));
  process.stderr.write(`${JSON.stringify({ planted: Object.fromEntries([...made.planted].map(([rule, list]) => [rule, list.length])), malformed: made.malformed.length })}\n`);
}
