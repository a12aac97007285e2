import { nameOfField } from '../fields.js';
import { delayOf, delays, unknown } from '../tally.js';
import { quotation } from '../text.js';

/** @import { CheckedRow } from '../../export/rows.js' */

/** So many findings are listed one by one; the totals count all of them. */
export const mostListed = 100_000;

/** So many findings stand in one piece of the report. */
const inPiece = 2000;

/** So many different words are kept to be written once only. */
const mostKept = 50_000;

/** Words that are written once and named by their place. */
class Words {
  /** @type {string[]} */
  list = [];

  /** @type {Map<string, number>} */
  #places = new Map();

  /**
   * The place of some words, or the words themselves where too many are kept.
   *
   * @param {string} words
   */
  place(words) {
    const known = this.#places.get(words);
    if (known !== undefined) return known;
    if (this.list.length === mostKept) return words;
    this.#places.set(words, this.list.length);
    return this.list.push(words) - 1;
  }
}

/**
 * The findings one by one, as data that the report's own script shows: pieces as they come, and at the end the
 * words that they refer to.
 */
export class Listing {
  listed = 0;

  /** @type {unknown[]} */
  #rows = [];

  #inRows = 0;
  #files = new Words();
  #teams = new Words();
  #fields = new Words();
  #messages = new Words();
  #kinds = new Words();

  /**
   * Takes a row; gives a piece of the report where one is full.
   *
   * @param {string} file
   * @param {CheckedRow} row
   */
  add(file, row) {
    const findings = row.report.findings.slice(0, mostListed - this.listed);
    if (findings.length === 0) return '';
    this.listed += findings.length;
    this.#inRows += findings.length;
    this.#rows.push([
      this.#files.place(file), row.row, row.id ?? '', row.fileId ?? '', this.#teams.place(row.team ?? unknown), row.on ?? '',
      delayNames.indexOf(delayOf(row.workingDays)),
      findings.map(({ rule, severity, path, message, range, count, clauses }, index) => {
        const kind = JSON.stringify({ rule, severity, clauses: clauses.map(({ section }) => section) });
        const quote = row.quotes?.[index];
        return [
          this.#kinds.place(kind), this.#fields.place(path), this.#messages.place(message),
          range?.start ?? 0, range?.end ?? 0, count ?? 1, ...(quote ? [quotation(quote)] : []),
        ];
      }),
    ]);
    return this.#inRows < inPiece ? '' : this.#piece();
  }

  /**
   * The last piece, and the words.
   *
   * @param {Record<string, string[]>} fields the words for each field
   */
  end(fields) {
    const kinds = this.#kinds.list.map((kind) => JSON.parse(kind));
    const words = {
      files: this.#files.list, teams: this.#teams.list, delays: delayNames,
      fields: this.#fields.list.map((path) => nameOfField(path, fields)), messages: this.#messages.list, kinds,
    };
    return `${this.#piece()}${data('words', words)}`;
  }

  #piece() {
    const rows = this.#rows;
    this.#rows = [];
    this.#inRows = 0;
    return rows.length > 0 ? data('rows', rows) : '';
  }
}

const delayNames = [...delays.map(({ label }) => label), unknown];

/**
 * Data in a page. It is no script, so that no policy keeps it out; and nothing in it can end it.
 *
 * @param {string} name
 * @param {unknown} value
 */
const data = (name, value) =>
  `<script type="application/json" data-${name}>${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`;
