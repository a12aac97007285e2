// Runs general prose linters, as their users would, over the labelled notes beside this
// project, and puts side by side what they find. From the project's root, after a build:
//
//     npm ci --prefix tests/comparison --ignore-scripts
//     pip install proselint==0.16.0
//     node tests/comparison/compare.mjs [the beginning of a name, for that one alone]
//
// It is no test and `npm test` does not run it: it would install 500 packages.
//
// None of them knows the marks' rules, so all are measured alike, this project too: a mark
// is met where any finding overlaps it; a finding is a false alarm where it overlaps no mark
// (of those that overlap an arguable mark none counts). `words` are the marks that general
// linters look for too: judgmental, blaming, insensitive and speculative words, jargon,
// wordiness and long sentences. `all` are all marks in the text.

import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const notesFolder = new URL('../notes/', import.meta.url);
const shared = /^language\/(judgmental|blaming|insensitive|speculative|jargon|wordy|long-sentence)$/;
const inScope = /^(language|accuracy)\/|^evidence\/(unmarked-opinion|unattributed-report|vague|decision-without-\w+)$/;

/** The notes of a part, their marks taken out of the text. */
function notes(part) {
  const folder = new URL(`${part}/`, notesFolder);
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt')).sort();
  const texts = files.flatMap((name) => readFileSync(new URL(name, folder), 'utf8').split(/^(?==== )/m));
  return texts.filter((note) => note.startsWith('=== ')).map((note) => {
    const [, record, , ...lines] = note.split('\n');
    const marks = [];
    let text = '';
    let from = 0;
    const marked = lines.join('\n').trim();
    for (const mark of marked.matchAll(/⟦(\??)([^:]+): ([^⟧]*)⟧/g)) {
      text += marked.slice(from, mark.index);
      const rules = mark[2].split('|').map((rule) => rule.replace('?', ''));
      marks.push({ rules, arguable: mark[1] === '?', start: text.length, end: text.length + mark[3].length });
      text += mark[3];
      from = mark.index + mark[0].length;
    }
    text += marked.slice(from);
    return { record: JSON.parse(record.replace('record: ', '')), text, marks: marks.filter(({ rules }) => rules.some((rule) => inScope.test(rule))) };
  });
}

// Releases of vfile-message differ in what they call it.
const place = ({ place, position }) => [place, position].map((at) => [at?.start?.offset, at?.end?.offset]).find(([start]) => start !== undefined) ?? [];

async function retext(name) {
  const { unified } = await import('unified');
  const { VFile } = await import('vfile');
  const english = (await import('retext-english')).default;
  const processor = unified().use(english).use((await import(name)).default).freeze();
  return ({ text }) => {
    const file = new VFile(text);
    processor.runSync(processor.parse(file), file);
    return file.messages.map(place);
  };
}

/** Each: how it is made, and then for a note where its findings start and end. */
const checkers = {
  'recording-standard': async () => {
    const { createValidator } = await import('../../src/js/node.js');
    const types = { 'home-visit': 'visit', 'telephone-call': 'phoneCall' };
    const known = ['email', 'meeting', 'supervision', 'decision', 'assessment'];
    return async ({ record, text }) => {
      const glossary = Object.entries(record.glossary ?? {}).map(([term, meaning]) => ({ term, meaning, as: 'allowed' }));
      const validator = await createValidator({ glossary });
      const type = types[record.kind] ?? (known.includes(record.kind) ? record.kind : 'note');
      const entry = { type, eventAt: record.occurredAt, recordedAt: record.occurredAt, text };
      const file = { kind: 'file', child: { fullName: record.childName, dateOfBirth: record.dateOfBirth } };
      const { findings } = validator.check(entry, { file, now: '2026-11-22T12:00' });
      validator.free();
      const ofText = findings.filter(({ path, range, rule }) => path === '/text' && range && inScope.test(rule));
      return ofText.map(({ range }) => [range.start, range.end]);
    };
  },
  'alex 11.0.1': async () => {
    const alex = await import('alex');
    return ({ text }) => alex.text(text).messages.map(place);
  },
  'retext-equality 7.1.0': () => retext('retext-equality'),
  'retext-simplify 8.0.0': () => retext('retext-simplify'),
  'write-good 1.0.8': async () => {
    const writeGood = (await import('write-good')).default;
    return ({ text }) => writeGood(text).map(({ index, offset }) => [index, index + offset]);
  },
  'proselint 0.16.0': async () => ({ text }) => {
    const folder = mkdtempSync(join(tmpdir(), 'notes-'));
    const file = join(folder, 'note.txt');
    writeFileSync(file, text);
    try {
      // A line is the file, the line, the column, the check and what it says.
      const output = spawn(process.env.PROSELINT ?? 'proselint', ['check', file]);
      const lines = text.split('\n');
      const startOf = (line) => lines.slice(0, line - 1).reduce((sum, before) => sum + before.length + 1, 0);
      const found = [...output.matchAll(/:(\d+):(\d+): [a-z]/g)].map(([, line, column]) => startOf(Number(line)) + Number(column) - 1);
      return found.map((start) => [start, start + 1]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  'harper.js 2.10.0': async () => {
    const { LocalLinter, Dialect } = await import('harper.js');
    const { binary } = await import('harper.js/binary');
    const linter = new LocalLinter({ binary, dialect: Dialect.British });
    await linter.setup();
    return async ({ text }) => {
      const lints = await linter.lint(text, { language: 'plaintext' });
      const points = [...text];
      const units = (count) => points.slice(0, count).join('').length;
      return lints.map((lint) => [units(lint.span().start), units(lint.span().end)]);
    };
  },
};

function spawn(command, args) {
  try {
    return execFileSync(command, args, { encoding: 'utf8' });
  } catch (error) {
    if (error.stdout) return error.stdout;
    throw error;
  }
}

const percent = (part, whole) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(0));

async function score(check, list) {
  const sum = { marks: 0, met: 0, words: 0, wordsMet: 0, right: 0, wrong: 0, length: 0 };
  for (const note of list) {
    const found = (await check(note)).filter(([start]) => start !== undefined);
    const meets = (mark) => found.some(([start, end]) => start < mark.end && mark.start < Math.max(end, start + 1));
    for (const mark of note.marks.filter(({ arguable }) => !arguable)) {
      const isShared = mark.rules.some((rule) => shared.test(rule));
      sum.marks += 1;
      sum.met += Number(meets(mark));
      sum.words += Number(isShared);
      sum.wordsMet += Number(isShared && meets(mark));
    }
    for (const [start, end] of found) {
      const over = note.marks.filter((mark) => start < mark.end && mark.start < Math.max(end, start + 1));
      if (over.some(({ arguable }) => arguable)) continue;
      sum[over.length > 0 ? 'right' : 'wrong'] += 1;
    }
    sum.length += note.text.split(/\s+/).length;
  }
  return sum;
}

const only = process.argv[2] ?? '';
for (const part of ['tuned', 'aside'].filter((part) => existsSync(new URL(part, notesFolder)))) {
  const list = notes(part);
  console.log(`\n${part}: ${list.length} notes\n\n| | recall, words | recall, all | precision | false alarms in 1,000 words |\n|---|---|---|---|---|`);
  for (const [name, make] of Object.entries(checkers).filter(([name]) => name.startsWith(only))) {
    const { marks, met, words, wordsMet, right, wrong, length } = await score(await make(), list);
    const alarms = ((1000 * wrong) / length).toFixed(1);
    console.log(`| ${name} | ${percent(wordsMet, words)} | ${percent(met, marks)} | ${percent(right, right + wrong)} | ${alarms} |`);
  }
}
