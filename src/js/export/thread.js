import { parentPort, workerData } from 'node:worker_threads';
import { initSync } from '../../../build/export/recording_standard.js';
import { steadyChecker } from './hands.js';

/** Checks the rows that the first thread sends, one piece after the other. */
initSync({ module: workerData.module });
const { setting, ...task } = workerData.task;
const checker = steadyChecker(setting);
checker.begin(task);
parentPort?.on('message', (rows) => parentPort?.postMessage(checker.check(rows)));
