// node tests/exports/measure.mjs EXPORT [--workers 2]
// How long the check of an export takes and how much memory, beside Node that only reads the bytes, parts the lines and
// parses each of them (for NDJSON).
import { createReadStream, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { spawnSync } from 'node:child_process';
import { checkExport } from '../../src/js/export.js';
import { now, policy } from './generate.mjs';

const { positionals: [file], values: { workers = '1', bare } } = parseArgs({
  allowPositionals: true, options: { workers: { type: 'string' }, bare: { type: 'boolean' } },
});
const { size } = statSync(file);
const began = performance.now();
let rows = 0;
let findings = 0;
if (bare) {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const bytes of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      JSON.parse(line);
      rows += 1;
    }
  }
} else {
  for await (const { report } of checkExport(file, { policy, now, workers: Number(workers) })) {
    rows += 1;
    findings += report?.findings.length ?? 0;
  }
}
const seconds = (performance.now() - began) / 1000;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const figures = [
  bare ? 'Node alone' : `${workers} at work`, `${rows} rows`, `${findings} findings`, `${seconds.toFixed(2)} s`,
  `${((userCPUTime + systemCPUTime) / 1e6).toFixed(2)} s of the processor`, `${(size / 1e6 / seconds).toFixed(1)} MB/s`,
  `${Math.round(rows / seconds)} rows/s`, `${Math.round(maxRSS / 1024)} MB at most`,
];
process.stdout.write(`${figures.join(', ')}\n`);
if (!bare && file.endsWith('.ndjson')) spawnSync(process.execPath, [fileURLToPath(import.meta.url), file, '--bare'], { stdio: 'inherit' });
