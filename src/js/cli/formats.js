import { csv } from './formats/csv.js';
import { json } from './formats/json.js';
import { ndjson } from './formats/ndjson.js';
import { text } from './formats/text.js';

/** @import { RowReport } from '../export/rows.js' */
/** @import { Tally } from './tally.js' */

/**
 * How a report is written, piece by piece.
 *
 * @typedef {object} Format
 * @property {() => string} begin
 * @property {(file: string, row: RowReport) => string} row
 * @property {(tally: Tally) => string} end
 */

/** The formats of reports. */
export const formats = { text, json, ndjson, csv };
