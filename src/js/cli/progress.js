/** @import { Progress } from '../export/rows.js' */

/** So many times a second at most the line is written anew. */
const updates = 10;

const width = 24;

/** A line on a terminal that says how far the check of a file is; silent where nobody looks on. */
export class ProgressLine {
  #stream;
  #isShown;
  #name = '';
  #began = 0;
  #next = 0;

  /**
   * @param {Pick<NodeJS.WriteStream, 'write'> & { isTTY?: boolean }} stream
   * @param {boolean} isAlone whether nothing else is written to the same terminal
   */
  constructor(stream, isAlone) {
    this.#stream = stream;
    this.#isShown = isAlone && stream.isTTY === true;
  }

  /**
   * Begins with a file.
   *
   * @param {string} name
   */
  begin(name) {
    this.#name = name;
    this.#began = performance.now();
    this.#next = this.#began;
  }

  /** @param {Progress} done */
  update({ rows, bytes, totalBytes }) {
    const now = performance.now();
    if (!this.#isShown || now < this.#next) return;
    this.#next = now + 1000 / updates;
    const seconds = (now - this.#began) / 1000;
    const share = totalBytes ? Math.min(bytes / totalBytes, 1) : undefined;
    const filled = Math.round((share ?? 0) * width);
    const parts = [
      this.#name,
      ...(share === undefined ? [] : [`${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${Math.floor(share * 100)}%`]),
      `${rows.toLocaleString('en-GB')} rows`,
      ...(seconds > 1 ? [`${Math.round(rows / seconds).toLocaleString('en-GB')} rows/s`] : []),
      ...(share && seconds > 1 ? [timeLeft((seconds / share) * (1 - share))] : []),
    ];
    this.#stream.write(`\r\x1b[K${parts.join('  ')}`);
  }

  /** Takes the line away. */
  end() {
    if (this.#isShown) this.#stream.write('\r\x1b[K');
  }
}

/** @param {number} seconds */
function timeLeft(seconds) {
  if (seconds < 90) return `${Math.ceil(seconds)} s left`;
  return `${Math.ceil(seconds / 60)} min left`;
}
