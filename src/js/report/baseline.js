/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { CheckedRow, RowReport } from '../export/rows.js' */

/**
 * What stays the same about a finding from one export to the next: which record, which rule, which
 * field, which term of the lexicon. It holds none of the record's words. A record without an id is known by its
 * file and its day, and by the number of its row where it has neither.
 *
 * @param {Pick<CheckedRow, 'row' | 'id' | 'fileId' | 'on'>} row
 * @param {Pick<Finding, 'rule' | 'path' | 'message'>} finding
 */
export function fingerprintOf({ row, id, fileId, on }, { rule, path, message }) {
  const record = id ?? (fileId ? `${fileId} ${on ?? ''}` : `row ${row}`);
  // The one thing in quotation marks in a message is the lexicon's own term.
  const term = /“[^”]*”/.exec(message)?.[0] ?? '';
  return hash([record, rule, path, term].join('\n'));
}

/**
 * 53 bits out of a text, as many as a number holds: among a million findings it is unlikely (1 in 18,000) that
 * any two have the same. (A hash of two lanes, after Bryc's cyrb53.)
 *
 * @param {string} text
 */
function hash(text) {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (2 ** 32 * (other & 0x1fffff) + (one >>> 0)).toString(16).padStart(14, '0');
}

/** What an earlier report found. */
export class Baseline {
  /** @type {Map<string, number>} */
  #left = new Map();

  known = 0;

  /**
   * Reads a report in NDJSON.
   *
   * @param {AsyncIterable<string>} lines
   * @param {(row: RowReport) => RowReport | undefined} narrow leaves in it what the new report is about
   * @returns {Promise<Baseline>}
   * @throws {Error} that names the line which is not of such a report
   */
  static async read(lines, narrow) {
    const baseline = new Baseline();
    let number = 0;
    for await (const line of lines) {
      number += 1;
      try {
        if (line !== '') baseline.#add(narrow(JSON.parse(line)));
      } catch {
        // The cause is left out on purpose: it would quote the line.
        throw new Error(`It is no report in NDJSON: line ${number} is something else.`);
      }
    }
    return baseline;
  }

  /** @param {RowReport | undefined} row */
  #add(row) {
    if (!row?.report) return;
    for (const finding of row.report.findings) {
      const key = fingerprintOf(row, finding);
      this.#left.set(key, (this.#left.get(key) ?? 0) + 1);
    }
  }

  /**
   * Whether a finding was there already. Each of the earlier ones answers for one.
   *
   * @param {CheckedRow} row
   * @param {Finding} finding
   */
  has(row, finding) {
    const key = fingerprintOf(row, finding);
    const left = this.#left.get(key) ?? 0;
    if (left === 0) return false;
    this.#left.set(key, left - 1);
    this.known += 1;
    return true;
  }

  /** How many of the earlier findings are no longer there. */
  get gone() {
    return [...this.#left.values()].reduce((sum, left) => sum + left, 0);
  }
}
