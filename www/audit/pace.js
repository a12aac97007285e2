import { counted, inFigures } from '../../src/js/report/words.js';

/** @import { Progress } from '../../src/js/export/rows.js' */

/** How far a check is, how fast it goes, and how long it will take. */
export class Pace {
  #start = performance.now();
  #size;

  /** @param {number} size of the file in bytes */
  constructor(size) {
    this.#size = Math.max(1, size);
  }

  /** @param {Progress} progress */
  percent({ bytes }) {
    return Math.min(100, (100 * bytes) / this.#size);
  }

  /** @param {Progress} progress */
  inWords(progress) {
    const { rows, findings } = progress;
    const seconds = (performance.now() - this.#start) / 1000;
    const left = Math.ceil((seconds / this.percent(progress)) * (100 - this.percent(progress)));
    const parts = [
      counted(rows, 'row'), `${inFigures(Math.round(rows / seconds))} a second`, counted(findings, 'finding'),
      ...(seconds > 1 && left > 0 ? [`about ${left < 90 ? counted(left, 'second') : counted(Math.round(left / 60), 'minute')} left`] : []),
    ];
    return parts.join(', ');
  }

  /**
   * What is said aloud, which changes at every quarter only.
   *
   * @param {Progress} progress
   */
  spoken(progress) {
    const quarter = Math.floor(this.percent(progress) / 25);
    return quarter > 0 && quarter < 4 ? `${quarter * 25} % is checked.` : '';
  }
}
