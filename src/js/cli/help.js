import { readFile } from 'node:fs/promises';

export const help = `Checks children's case records against the recording standard in force.

recording-standard check FILE...      checks exports: CSV, TSV, NDJSON, JSON or XLSX, also
                                      compressed by gzip; - is standard input
  --policy FILE                       the agency's policy, in JSON
  --columns FILE                      which column holds what, in JSON: heading to path in the record
  --kind entry|file                   what the rows of a table are; entries by default
  --files FILE                        an export of front sheets: entries are checked as those of the file
                                      whose reference number they give
  --input csv|tsv|ndjson|json|xlsx    how the export is written; by default its first bytes tell
  --encoding NAME                     utf-8, utf-16le, utf-16be or windows-1252; by default the bytes tell
  --delimiter X, --quote-mark X       what parts and quotes cells, or tab, or none; by default the headings tell
  --workers COUNT                     how many threads share the work; by default one a core
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
  --kind, --input, --encoding, --delimiter, --quote-mark

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
