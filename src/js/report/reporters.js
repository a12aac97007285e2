import { csv } from './csv.js';
import { html } from './html.js';
import { json } from './json.js';
import { ndjson } from './ndjson.js';
import { sarif } from './sarif.js';
import { text } from './text.js';
import { xlsx } from './xlsx.js';

/** @import { Finding, RuleInfo } from '../../../build/export/recording_standard.js' */
/** @import { RowReport } from '../export/rows.js' */
/** @import { Tally } from './tally.js' */

/**
 * A piece of a report: text, or bytes where the format is not text.
 *
 * @typedef {string | Uint8Array} Piece
 */

/**
 * How a report is written: what each call gives is written before the next is made, so that the
 * memory that it takes does not grow with the export.
 *
 * @typedef {object} Reporter
 * @property {() => Piece | Promise<Piece>} begin
 * @property {(file: string, row: RowReport) => Piece | Promise<Piece>} record
 * @property {(tally: Tally) => Piece | Promise<Piece>} end
 */

/**
 * What a report knows beside its rows.
 *
 * @typedef {object} Setting
 * @property {Catalogue} catalogue the standard and its rules
 * @property {string} version of the package
 * @property {string} now the time of the check
 * @property {Narrowing} narrowing what was left out on purpose
 * @property {boolean} [quote] whether words of the records are in it
 */

/**
 * @typedef {object} Catalogue
 * @property {string} standard the standard's id
 * @property {string} title the standard's name
 * @property {{ standard: string, section: string, requirements: string[] }[]} clauses what it asks for, and where
 * @property {RuleInfo[]} rules
 * @property {string[]} off ids of the rules that do not run
 * @property {Record<string, string[]>} fields for the path of each field, with 0 for the place in each list, the words
 *   for it from the outside in
 */

/**
 * @typedef {object} Narrowing
 * @property {string[]} [only] the rules, or groups of rules, that it is about
 * @property {string} [since] the first day that it is about
 * @property {boolean} [baseline] whether it leaves out what an earlier report has
 */

/**
 * The formats of reports.
 *
 * @type {Record<string, { reporter: (setting: Setting) => Reporter, ending: string, type: string }>}
 */
export const formats = {
  text: { reporter: text, ending: 'txt', type: 'text/plain' },
  json: { reporter: json, ending: 'json', type: 'application/json' },
  ndjson: { reporter: ndjson, ending: 'ndjson', type: 'application/x-ndjson' },
  csv: { reporter: csv, ending: 'csv', type: 'text/csv' },
  xlsx: { reporter: xlsx, ending: 'xlsx', type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  html: { reporter: html, ending: 'html', type: 'text/html' },
  sarif: { reporter: sarif, ending: 'sarif', type: 'application/sarif+json' },
};
