import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createValidator } from '../src/js/node.js';
import { isMain, root } from './command.mjs';
import { say } from './progress.mjs';
import { asCommand } from './refusal.mjs';

/** The standards that the package knows, by the names that people use. */
const standards = /** @type {const} */ ({ 'nel-scp': 'North East Lincolnshire SCP', wirral: 'Wirral' });

/** Between these lines of the README stands what is written here. */
const [begin, end] = ['<!-- coverage -->', '<!-- /coverage -->'];

const readme = join(root, 'README.md');

/** What the rules hold of each standard, as the README shows it. */
async function coverage() {
  const rows = await Promise.all(Object.entries(standards).map(async ([id, name]) => {
    const validator = await createValidator({ standard: /** @type {keyof typeof standards} */ (id) });
    const clauses = validator.clauses();
    validator.free();
    const held = clauses.filter(({ rules }) => rules.length > 0).length;
    return `| ${name} | ${clauses.length} | ${held} | ${clauses.length - held} |`;
  }));
  return ['| standard | requirements | that rules ask about | that no program can see |', '|---|---|---|---|', ...rows].join('\n');
}

/** The README as it is, and as it should be. */
export async function readReadme() {
  const text = await readFile(readme, 'utf8');
  const [before, rest] = text.split(`${begin}\n`);
  const after = rest.slice(rest.indexOf(end));
  return { text, upToDate: `${before}${begin}\n${await coverage()}\n${after}` };
}

if (isMain(import.meta)) {
  await asCommand(async () => {
    const { text, upToDate } = await readReadme();
    if (text !== upToDate) await writeFile(readme, upToDate);
    say(text === upToDate ? 'The README was up to date.' : 'The README shows the coverage as it is now.');
  });
}
