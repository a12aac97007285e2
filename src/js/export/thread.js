import { parentPort, workerData } from 'node:worker_threads';
import { initSync } from '../../../build/export/recording_standard.js';
import { steadyChecker } from './hands.js';

/** Checks the rows that the first thread sends, one piece after the other, once it has said how they are written. */
initSync({ module: workerData.module });
const checker = steadyChecker(workerData.setting);
parentPort?.on('message', ({ task, rows }) => {
  if (task) checker.begin(task);
  else parentPort?.postMessage(checker.check(rows));
});
