// node tests/exports/generate.mjs --rows 100000 --format ndjson --out notes.ndjson
import { Buffer } from 'node:buffer';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { acrossRecords } from './generate/across.mjs';
import { childOf } from './generate/children.mjs';
import { ofEntries, ofFiles } from './generate/defects.mjs';
import { randomOf } from './generate/random.mjs';
import { systems } from './generate/systems.mjs';
import { cellsOf, headingsOf, lineOf } from './generate/tables.mjs';
import { workbook } from './generate/workbook.mjs';

/** @import { AcrossDefect } from './generate/across.mjs' */
/** @import { Child } from './generate/children.mjs' */
/** @import { Defect } from './generate/defects.mjs' */
/** @import { Scene } from './generate/sentences.mjs' */
/** @import { System } from './generate/systems.mjs' */

export { now, policy } from './generate/children.mjs';
export { systems } from './generate/systems.mjs';

/**
 * What to make.
 *
 * @typedef {object} Wish
 * @property {number} rows or a few more, where all records of a child belong together
 * @property {number} [seed] the same gives the same
 * @property {'entry' | 'file'} [kind]
 * @property {'ndjson' | 'json' | 'csv' | 'tsv' | 'xlsx'} [format]
 * @property {keyof typeof systems} [system] in whose ways a table is written
 * @property {number} [defects] how many of the rows have one
 * @property {number} [across] how many of the children have a defect that only their records together show, or the
 *   front sheet
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
export function makeExport({ rows, seed = 1, kind = 'entry', format = 'ndjson', system = 'liquidlogic', defects = 0.3, across = 0, broken = 0 }) {
  /** @type {Made['planted']} */
  const planted = new Map();
  /** @type {number[]} */
  const malformed = [];
  const random = randomOf(seed, 777);
  const isTable = format !== 'ndjson' && format !== 'json';

  /** @returns {Generator<{ record: object, isBroken: boolean }, void, void>} */
  function* records() {
    let row = isTable ? 1 : 0;
    for (const { record, rules } of kind === 'file' ? files(rows, seed, defects) : entries(rows, seed, defects, across)) {
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
 * @param {number} across
 */
function* entries(count, seed, defects, across) {
  const random = randomOf(seed, 778);
  const turns = new Turns(ofEntries);
  const turnsAcross = new Turns(acrossRecords);
  const names = new Set(across > 0 ? Array.from({ length: Math.ceil(count / 4) }, (_, number) => childOf(seed, number).file.child?.fullName ?? '') : []);
  for (let number = 0, left = count; left > 0; number += 1) {
    const child = childOf(seed, number);
    const together = random.happens(across) ? plantAmong(turnsAcross, child, childOf(seed, number + 1), names) : undefined;
    // A child whose last records are missing would be one for whom nothing was done of late.
    const some = across > 0 ? child.entries : child.entries.slice(0, left);
    left -= some.length;
    for (const [index, record] of some.entries()) {
      const scene = child.scenes[index];
      // One defect a record is enough to tell what was found.
      const own = !together && random.happens(defects) ? plantIn(turns, record, scene) : [];
      yield { record, rules: together?.index === index ? [together.rule] : own };
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
    yield { record: file, rules: random.happens(defects) ? plantIn(turns, file, scenes[0]) : [] };
  }
}

/**
 * Defects that take turns, each as often as the next, as far as they fit.
 *
 * @template {{ rule: string, fits?: (...args: any[]) => boolean, plant: (...args: any[]) => unknown }} D
 */
class Turns {
  #waiting;

  /** @param {D[]} defects */
  constructor(defects) {
    this.#waiting = [...defects];
  }

  /**
   * @param {...unknown} args what fits and plant are told
   * @returns {D}
   */
  next(...args) {
    const index = this.#waiting.findIndex(({ fits }) => !fits || fits(...args));
    const [defect] = this.#waiting.splice(index, 1);
    this.#waiting.push(defect);
    return defect;
  }
}

/**
 * Puts the next defect in a record.
 *
 * @template R
 * @param {Turns<Defect<R>>} turns
 * @param {R} record
 * @param {Scene} [scene]
 * @returns {string[]} the rules that have to speak
 */
function plantIn(turns, record, scene) {
  const { rule, also, plant } = turns.next(record, scene);
  plant(record, /** @type {Scene} */ (scene));
  return [rule, ...(also ? [also] : [])];
}

/**
 * Puts the next defect among the records of a child.
 *
 * @param {Turns<AcrossDefect>} turns
 * @param {Child} child
 * @param {Child} other
 * @param {Set<string>} names of all children
 */
function plantAmong(turns, child, other, names) {
  const { rule, plant } = turns.next(child, other, names);
  return { rule, index: plant(child, other) };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string', default: '1000' }, seed: { type: 'string', default: '1' }, kind: { type: 'string' }, format: { type: 'string' },
      system: { type: 'string' }, defects: { type: 'string' }, across: { type: 'string' }, broken: { type: 'string' }, out: { type: 'string' },
    },
  });
  const { out, rows, seed, defects, across, broken, ...names } = values;
  const numbers = Object.entries({ rows, seed, defects, across, broken }).filter(([, text]) => text !== undefined).map(([name, text]) => [name, Number(text)]);
  const made = makeExport(/** @type {Wish} */ ({ ...names, ...Object.fromEntries(numbers) }));
  await pipeline(Readable.from(made.bytes), out === undefined ? process.stdout : createWriteStream(out));
  process.stderr.write(`${JSON.stringify({ planted: Object.fromEntries([...made.planted].map(([rule, list]) => [rule, list.length])), malformed: made.malformed.length })}\n`);
}
