import { Worker } from 'node:worker_threads';
import { brokenOff } from './hands.js';
import { listener } from './told.js';

/** @import { RowReport } from './rows.js' */
/** @import { OtherHands, Setting } from './hands.js' */

/** As many pieces as a thread has before it, so that it does not wait for the next. */
const piecesOfThread = 2;

/**
 * Shares the checking of rows among threads.
 *
 * @param {WebAssembly.Module} module
 * @param {Setting} setting
 * @param {number} count
 * @returns {OtherHands}
 */
export function threads(module, setting, count) {
  const team = Array.from({ length: count }, () => thread(module, setting));
  return {
    most: count * piecesOfThread,
    begin(task) {
      for (const { begin } of team) begin(task);
    },
    check(rows) {
      const free = team.reduce((one, other) => (other.waiting() < one.waiting() ? other : one));
      return free.check(rows);
    },
    rest() {
      for (const { end } of team) end();
    },
  };
}

/**
 * @param {WebAssembly.Module} module
 * @param {Setting} setting
 */
function thread(module, setting) {
  const worker = new Worker(new URL('./thread.js', import.meta.url), { workerData: { module, setting } });
  const heard = listener();
  /** @type {{ resolve: (rows: RowReport[]) => void, reject: (error: Error) => void }[]} */
  const waiting = [];
  let isOver = false;
  const fail = () => {
    isOver = true;
    for (const { reject } of waiting.splice(0)) reject(brokenOff());
  };
  worker.on('message', (told) => waiting.shift()?.resolve(heard(told)));
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    /** @param {import('./hands.js').Task} task */
    begin: (task) => worker.postMessage({ task }),
    waiting: () => (isOver ? Infinity : waiting.length),
    /** @param {import('./hands.js').Rows} rows @returns {Promise<RowReport[]>} */
    check: ({ bytes, lengths, row }) => new Promise((resolve, reject) => {
      if (isOver) {
        reject(brokenOff());
        return;
      }
      waiting.push({ resolve, reject });
      worker.postMessage({ rows: { bytes, lengths, row } }, [/** @type {ArrayBuffer} */ (bytes.buffer), /** @type {ArrayBuffer} */ (lengths.buffer)]);
    }),
    end() {
      worker.removeAllListeners();
      worker.on('error', () => {});
      void worker.terminate();
    },
  };
}
