// A TypeScript user of the export readers: what they write must compile, and what is wrong must not.

import { checkExport, readColumns } from 'recording-standard/node';
import type { Column, ExportOptions, RowReport } from 'recording-standard/node';

const options: ExportOptions = {
  format: 'csv', kind: 'entry', now: '2026-03-06T10:15', policy: { standard: 'wirral' }, quote: true,
  encoding: 'utf-16le', delimiter: ';', quoteMark: '', files: 'front-sheets.csv', workers: 2, signal: AbortSignal.timeout(1000),
  columns: { 'Date of visit': 'eventAt', Ward: '' },
  onLimits: (limits: string[]) => void limits.join(),
  onColumns: (columns: Column[]) => void columns.map(({ heading, path }) => `${heading} ${path ?? ''}`),
  onProgress: ({ rows, bytes, totalBytes, findings }) => void (rows + bytes + (totalBytes ?? 0) + findings),
};
const columns: Column[] = await readColumns('export.csv', { kind: 'file' });
async function* bytes(): AsyncGenerator<Uint8Array> {
  yield new Uint8Array();
}
checkExport(() => bytes(), options);
for await (const row of checkExport(bytes(), options)) {
  const same: RowReport = row;
  if (row.report) {
    const words: number = row.report.words;
    const reference: string | undefined = row.fileId ?? row.id;
    const about: [string?, string?, number?] = [row.team, row.on, row.workingDays];
    const quoted: (string | undefined)[] | undefined = row.quotes?.map((quote) => quote?.words);
    void [words, reference, about, quoted];
  } else {
    const problem: string = row.problem;
    void problem;
  }
  void [same.row, columns];
}

// @ts-expect-error a format that is not read
options.format = 'xml';
// @ts-expect-error an option that there is not
options.colums = {};
