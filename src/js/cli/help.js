import { readFile } from 'node:fs/promises';

export const help = `Checks children's case records against the recording standard in force.

recording-standard check FILE...      checks exports: CSV, TSV or NDJSON; - is standard input
  --policy FILE                       the agency's policy, in JSON
  --columns FILE                      which column holds what, in JSON: heading to path in the record
  --kind entry|file                   what the rows of a table are; entries by default
  --input csv|tsv|ndjson              how the export is written; by default its first bytes tell
  --now TIME                          the time that counts as now; the clock's by default
  --format FORMAT                     how the report is written: text, which is the default, json, ndjson,
                                      csv, xlsx, html (a page to open in a browser) or sarif
  --out FILE                          where the report goes; it takes its name when it is whole
  --only RULE,...                     what it is about: rules, or groups of rules such as timing
  --since DAY                         leaves out what took place before that day, such as 2026-03-31
  --baseline FILE                     leaves out what an earlier report in NDJSON has: what is new
  --quote                             quotes the words of the records
  --fail-on error|warning|never       the least severity that makes the exit code 1; error by default

recording-standard columns FILE       prints which column holds what, to edit and pass back
  --kind entry|file, --input csv|tsv|ndjson

recording-standard rules [RULE]       prints the catalogue, or one rule in full
  --policy FILE                       whose standard numbers the clauses

recording-standard --help, --version

Exit codes: 0 nothing to look at, 1 findings, 2 wrong usage or something that could not be read: a file,
or a row of it (the other rows are checked). With --fail-on never, findings and rows that could not be
read leave it at 0.

The report holds row numbers, ids, fields and places in texts. It never holds the text itself, unless
--quote asks for it, and it counts nothing by worker.
`;

/** The version, as package.json states it. */
export async function version() {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return /** @type {string} */ (JSON.parse(text).version);
}
