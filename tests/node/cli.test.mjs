import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const script = fileURLToPath(new URL('../../src/js/cli.js', import.meta.url));
const exportsFolder = fileURLToPath(new URL('../exports', import.meta.url));

/** A Monday morning after everything that the exports tell of. */
const now = ['--now', '2026-03-16T09:00'];

const folder = mkdtempSync(join(tmpdir(), 'recording-standard-'));
after(() => rmSync(folder, { recursive: true }));

/**
 * Makes a file for a test.
 *
 * @param {string} name
 * @param {string} content
 */
function file(name, content) {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

/**
 * Runs the command among the exports.
 *
 * @param {string[]} args
 * @param {string} [input]
 */
function run(args, input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: exportsFolder, input, encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** A record about which there is nothing to say. */
const sound = JSON.stringify({
  type: 'visit', eventAt: '2026-03-10T15:00', recordedAt: '2026-03-10T16:00',
  author: { name: 'Priya Shah', postTitle: 'Social worker' }, child: { seen: true, seenAlone: true },
  text: 'Ava showed me her room.',
});
const withWarning = sound.replace('Ava showed', 'The TAF and Ava showed');
const withError = sound.replace('Social worker', '');

describe('a report in text', () => {
  const { status, stdout, stderr } = run(['check', 'visits.csv', ...now]);

  test('names each row with findings and each that cannot be read, in their order', () => {
    assert.deepEqual(stdout.match(/^Row .*$/gm), [
      'Row 4 cannot be read. This row has 6 cells where the heading row has 11.',
      'Row 5, id N-1004, file 90417',
      'Row 6 cannot be read. The quotation marks in this row do not match, so 2 lines were passed over.',
      'Row 7, id N-1006, file 77120',
      'Row 8 cannot be read. This row has 13 cells where the heading row has 11.',
      'Row 9, file 77120',
    ]);
  });

  test('says of each finding how much it matters, where it is, what to do, which rule and which clause', () => {
    assert.match(stdout, /^ {2}error {4}author\/name: Write the author’s name in full.*\n {11}author\/missing-name, nel-scp 18, 19, 21$/m);
    assert.match(stdout, /^ {2}warning {2}text, characters 46 to 48: “CIN”.*\n {11}language\/undefined-abbreviation, nel-scp 27$/m);
  });

  test('ends with a summary by file and by rule', () => {
    assert.match(stdout, /^visits\.csv: 6 rows checked, 3 could not be read \(rows 4, 6 and 8\)\.$/m);
    assert.match(stdout, /^ +1 +1 {3}error +timing\/late-entry-not-stated$/m);
    assert.equal(status, 2);
    assert.equal(stderr, '');
  });

  test('names the columns that are not read', () => {
    assert.match(run(['check', '-', ...now], 'Note,Ward\nAva drew,3').stdout, /^ {2}Columns that are not read: “Ward”\.$/m);
  });

  test('holds no words of the records', () => {
    for (const word of ['Ava', 'Kofi', 'Leo', 'drawings', 'timetable', 'den', 'brother', 'library', 'Priya', 'Reilly']) {
      assert.doesNotMatch(stdout, new RegExp(`\\b${word}\\b`));
    }
  });

  test('of which there is nothing to say, is short', () => {
    assert.equal(run(['check', '-', ...now], sound).stdout, 'Summary\n\nStandard input: 1 row checked.\n\nNothing was found.\n');
  });
});

describe('the exit code', () => {
  for (const [title, input, args, code] of /** @type {[string, string, string[], number][]} */ ([
    ['of a sound export', sound, [], 0],
    ['of an error', withError, [], 1],
    ['of a warning', withWarning, [], 0],
    ['of a warning, where warnings fail', withWarning, ['--fail-on', 'warning'], 1],
    ['of an error, where nothing fails', withError, ['--fail-on', 'never'], 0],
    ['of a row that cannot be read', `${sound}\n{`, [], 2],
    ['of a row that cannot be read, where nothing fails', `${sound}\n{`, ['--fail-on', 'never'], 0],
    ['of what is no export', 'PK\x03\x04', ['--fail-on', 'never'], 2],
    ['of an empty partition', '', ['--input', 'ndjson'], 0],
  ])) {
    test(`${title} is ${code}`, () => assert.equal(run(['check', '-', ...now, ...args], input).status, code));
  }

  test('of a file that is not there is 2, and the others are checked', () => {
    const { status, stdout, stderr } = run(['check', 'absent.csv', 'contacts-windows-1252.csv', ...now]);
    assert.equal(status, 2);
    assert.equal(stderr, 'recording-standard: absent.csv cannot be read. There is no such file.\n');
    assert.match(stdout, /^contacts-windows-1252\.csv: 2 rows checked\.$/m);
  });
});

describe('a report for programs', () => {
  test('in NDJSON has a line for each row, and the summary goes to standard error', () => {
    const { stdout, stderr } = run(['check', 'notes.ndjson', '--format', 'ndjson', ...now]);
    const rows = stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
    assert.deepEqual(rows.map(({ file: name, row, id, report }) => [name, row, id, report?.ready]), [
      ['notes.ndjson', 1, 'A-1', true], ['notes.ndjson', 2, undefined, undefined], ['notes.ndjson', 4, 'A-3', false],
    ]);
    assert.match(stderr, /^Summary\n/);
  });

  test('in JSON is one object', () => {
    const { rows, summary } = JSON.parse(run(['check', 'visits.csv', 'notes.ndjson', '--format', 'json', ...now]).stdout);
    assert.equal(rows.length, 12);
    assert.deepEqual(summary.files, [
      { file: 'visits.csv', rows: 6, malformed: 3, malformedRows: [4, 6, 8], unused: [], limits: [] },
      { file: 'notes.ndjson', rows: 2, malformed: 1, malformedRows: [2], unused: [], limits: [] },
    ]);
    const late = summary.rules.find((/** @type {{ rule: string }} */ { rule }) => rule === 'timing/late-entry-not-stated');
    assert.deepEqual(late, { rule: 'timing/late-entry-not-stated', severity: 'error', findings: 2, rows: 2 });
  });

  test('in JSON of no rows is JSON too', () => {
    assert.deepEqual(JSON.parse(run(['check', '-', '--input', 'ndjson', '--format', 'json', ...now]).stdout).rows, []);
  });

  test('in CSV opens in a spreadsheet, which runs nothing in it', () => {
    const ids = ['=1+1', '+1', '-1', '@A1', '\tx', '\rx'];
    const input = ids.map((id) => JSON.stringify({ ...JSON.parse(withError), id })).join('\n');
    const { stdout } = run(['check', '-', '--format', 'csv', ...now], input);
    assert.ok(stdout.startsWith('\uFEFFfile,row,id,fileId,team,on,workingDays,severity,rule,field,start,end,count,message,clauses\r\n'));
    const cells = [...stdout.matchAll(/^"?'?-,\d+,("?)([^]*?)\1,,,2026-03-10,0,error/gm)].map(([, , id]) => id);
    assert.deepEqual(cells, ids.map((id) => `'${id}`));
  });
});

describe('a report can be about less:', () => {
  const severities = (/** @type {string[]} */ args) => run(['check', 'visits.csv', '--format', 'csv', ...now, ...args]);

  test('some rules, or groups of them', () => {
    const { status, stdout } = severities(['--only', 'author/missing-name, language']);
    assert.deepEqual([...new Set(stdout.match(/(?<=(?:error|warning|advice),)[a-z]+\/[a-z-]+/g))], [
      'language/undefined-abbreviation', 'language/wordy', 'author/missing-name',
    ]);
    assert.equal(status, 2);
    assert.equal(run(['check', '-', ...now, '--only', 'timing'], withError).status, 0);
  });

  test('what took place from a day on', () => {
    const { stdout, stderr } = severities(['--since', '2026-03-06']);
    assert.doesNotMatch(stdout, /N-1004/);
    assert.match(stdout, /N-1006/);
    assert.match(stderr, /^3 rows are of an earlier time and left out\.$/m);
  });

  test('what is new since an earlier report', () => {
    const before = file('before.ndjson', run(['check', 'visits.csv', '--format', 'ndjson', ...now]).stdout);
    const { status, stdout, stderr } = run(['check', 'visits.csv', 'notes.ndjson', '--format', 'ndjson', '--baseline', before, ...now]);
    const rows = stdout.trimEnd().split('\n').map((line) => JSON.parse(line)).filter(({ report }) => report?.findings.length > 0);
    assert.deepEqual(rows.map((row) => row.id), ['A-3']);
    assert.match(stderr, /^Left out because the earlier report has them: 8 findings\. No longer there: 0\.$/m);
    assert.equal(status, 2);
    assert.equal(run(['check', '-', ...now, '--baseline', file('same.ndjson', run(['check', '-', '--format', 'ndjson', ...now], withError).stdout)], withError).status, 0);
    for (const name of ['before.ndjson', 'same.ndjson']) rmSync(join(folder, name));
  });
});

test('the words of the records are in the report where --quote asks for them', () => {
  assert.match(run(['check', 'visits.csv', '--quote', ...now]).stdout, /^ {11}Kofi was building a den when I arrived\. The \[CIN\] plan was commenced/m);
});

describe('--out', () => {
  test('writes the report, and prints the summary', () => {
    const out = join(folder, 'report.ndjson');
    const { stdout, stderr } = run(['check', 'notes.ndjson', '--format', 'ndjson', '--out', out, ...now]);
    assert.equal(readFileSync(out, 'utf8').trimEnd().split('\n').length, 3);
    assert.match(stdout, /^Summary\n/);
    assert.equal(stderr, '');
    rmSync(out);
  });

  test('refuses to overwrite an export, and a folder that is not there', () => {
    const input = file('input.ndjson', sound);
    assert.match(run(['check', input, '--out', input]).stderr, /would overwrite .*input\.ndjson/);
    assert.equal(readFileSync(input, 'utf8'), sound);
    const { status, stderr } = run(['check', input, '--out', join(folder, 'absent', 'report.txt')]);
    assert.equal(status, 2);
    assert.match(stderr, /cannot be written\. There is no such file\.\n$/);
    rmSync(input);
  });

  test('leaves nothing behind when the run is refused', () => {
    const policy = file('policy.json', '{"standart":"wirral"}');
    const { status, stderr } = run(['check', 'notes.ndjson', '--policy', policy, '--out', join(folder, 'report.txt')]);
    assert.equal(status, 2);
    assert.match(stderr, /^recording-standard: policy: standart: .*“standard”/);
    rmSync(policy);
    assert.deepEqual(readdirSync(folder), []);
  });

  test('leaves nothing behind when the run is interrupted', async () => {
    const out = join(folder, 'report.ndjson');
    const child = spawn(process.execPath, [script, 'check', '-', '--out', out, '--format', 'ndjson', ...now]);
    child.stdin.write(`${withError}\n`);
    const end = performance.now() + 10_000;
    while (readdirSync(folder).length === 0 && performance.now() < end) await pause(20);
    assert.match(readdirSync(folder)[0], /\.part$/);
    child.kill('SIGINT');
    assert.deepEqual(await once(child, 'exit'), [130, null]);
    assert.deepEqual(readdirSync(folder), []);
  });
});

test('when nobody reads the report any more, the command ends without a word', async () => {
  const input = file('many.ndjson', `${withError}\n`.repeat(3000));
  const child = spawn(process.execPath, [script, 'check', input, '--format', 'ndjson', ...now]);
  let said = '';
  child.stderr.on('data', (chunk) => { said += chunk; });
  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code, signal] = await once(child, 'close');
  assert.deepEqual({ code, signal, said }, { code: 1, signal: null, said: '' });
  rmSync(input);
});

describe('the column map', () => {
  test('is printed, and makes the same report when it is passed back', () => {
    const { status, stdout } = run(['columns', 'contacts-windows-1252.csv']);
    assert.equal(status, 0);
    assert.deepEqual(JSON.parse(stdout), {
      'Case note ID': 'id', 'Mosaic ID': 'fileId', Type: 'type', 'Contact date': 'eventAt', 'Created on': 'recordedAt',
      'Created by': 'author/name', 'Job title': 'author/postTitle', Details: 'text',
    });
    const columns = file('columns.json', stdout);
    const check = ['check', 'contacts-windows-1252.csv', ...now];
    assert.deepEqual(run([...check, '--columns', columns]), run(check));
    rmSync(columns);
  });

  test('shows what is not understood as columns to leave out', () => {
    assert.deepEqual(JSON.parse(run(['columns', '-'], 'Ward,Bed\n1,2').stdout), { Ward: '', Bed: '' });
  });

  test('has to lead somewhere', () => {
    const columns = file('columns.json', '{"Details":"txet"}');
    const { status, stderr } = run(['check', 'contacts-windows-1252.csv', '--columns', columns]);
    assert.equal(status, 2);
    assert.match(stderr, /^recording-standard: columns: .*“Details” to “txet”/);
    rmSync(columns);
  });
});

describe('the rules', () => {
  test('are listed with what they find and their clauses', () => {
    const { status, stdout } = run(['rules']);
    assert.equal(status, 0);
    assert.match(stdout, /^error {4}timing\/late-entry-not-stated\n {9}\S.*\n {9}nel-scp 23$/m);
  });

  test('are told one by one in full, as the policy’s standard numbers the clauses', () => {
    const policy = file('policy.json', '{"standard":"wirral"}');
    const { stdout } = run(['rules', 'timing/late-entry-not-stated', '--policy', policy]);
    assert.match(stdout, /^timing\/late-entry-not-stated \(error, wirral 6\.8\)\n\n.*\n.*\n\nSpeaks about\n {4}\S[^]*\n\nIs silent about\n {4}\S/);
    rmSync(policy);
  });
});

describe('usage', () => {
  for (const [args, sentence] of /** @type {[string[], RegExp][]} */ ([
    [[], /Say what to do/],
    [['chekc'], /There is no command chekc/],
    [['constructor'], /There is no command constructor/],
    [['check'], /Name a file/],
    [['columns', 'a', 'b'], /Name one file/],
    [['rules', 'no/such-rule'], /There is no rule no\/such-rule/],
    [['rules', 'a', 'b'], /Name one rule/],
    [['check', 'notes.ndjson', '--fromat', 'csv'], /Unknown option '--fromat'/],
    [['check', 'notes.ndjson', '--format', 'xml'], /--format must be text, json, ndjson, csv, xlsx, html or sarif\./],
    [['check', 'notes.ndjson', '--fail-on', 'advice'], /--fail-on must be error, warning or never\./],
    [['check', 'notes.ndjson', '--only', 'timing,lnguage'], /--only: there is no rule or group lnguage/],
    [['check', 'notes.ndjson', '--since', '31/03/2026'], /--since must be a day, such as 2026-03-31\./],
    [['check', 'notes.ndjson', '--since', '2026-02-31'], /--since must be a day/],
    [['check', 'notes.ndjson', '--baseline', 'visits.csv'], /--baseline: visits\.csv cannot be read\. It is no report in NDJSON: line 1/],
    [['check', 'notes.ndjson', '--baseline', 'absent.ndjson'], /--baseline: absent\.ndjson cannot be read\. There is no such file\./],
    [['check', 'notes.ndjson', '--now', 'soon'], /now must be a date and time/],
    [['check', 'notes.ndjson', '--policy', 'absent.json'], /--policy: absent\.json cannot be read\. There is no such file\./],
    [['check', 'notes.ndjson', '--policy', 'notes.ndjson'], /--policy: notes\.ndjson is not JSON\./],
    [['columns', 'visits.csv', '--out', 'x'], /recording-standard columns takes no --out\./],
    [['columns', '.'], /\. cannot be read\. It is a folder\./],
    [['columns', 'notes.ndjson'], /JSON has no columns/],
  ])) {
    test(`recording-standard ${args.join(' ')} is refused in a sentence`, () => {
      const { status, stdout, stderr } = run(args);
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /^recording-standard: .+\n$/);
      assert.match(stderr, sentence);
    });
  }

  test('is explained by --help', () => {
    const { status, stdout } = run(['--help']);
    assert.equal(status, 0);
    for (const word of ['check', 'columns', 'rules', '--policy', '--fail-on', '--out', '--baseline', '--quote', 'Exit codes']) assert.ok(stdout.includes(word));
  });

  test('--version is that of the package', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    assert.equal(run(['--version']).stdout, `${version}\n`);
  });
});
