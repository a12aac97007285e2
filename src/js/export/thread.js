import { parentPort, workerData } from 'node:worker_threads';
import { initSync } from '../../../build/export/recording_standard.js';
import { begin, checkerBy } from './hands.js';

/** Checks the rows that the first thread sends, one piece after the other. */
initSync({ module: workerData.module });
const { setting, writing, files, gathered } = workerData.task;
const checker = checkerBy(setting);
begin(checker, writing, files, gathered);
parentPort?.on('message', ({ bytes, lengths, row }) => parentPort?.postMessage(checker.check(bytes, lengths, row)));
