// The command, on a cluster that loses a machine: the first of all calls ends the worker that it was made by,
// as if its machine had gone. The file that is named first says that this has happened.
import { openSync, readFileSync } from 'node:fs';

/** @param {number} process */
const status = (process) => readFileSync(`/proc/${process}/status`, 'utf8');

const [mark, ...args] = process.argv.slice(2);
let isFirst = true;
try {
  openSync(mark, 'wx');
} catch {
  isFirst = false;
}
if (isFirst) {
  let worker = process.ppid;
  while (!/^Name:\s+java$/m.test(status(worker))) worker = Number(/^PPid:\s+(\d+)$/m.exec(status(worker))?.[1]);
  process.kill(worker, 'SIGKILL');
} else {
  process.argv.splice(2, process.argv.length, ...args);
  await import('../../src/js/cli.js');
}
