import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { root, succeed } from '../../tools/command.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from '../browser/harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** A page whose only script comes from the installed package. */
const page = `<!doctype html><html lang="en-GB"><title>Checking</title><script type="module">
  import { createValidator } from '/node_modules/recording-standard/src/js/index.js';
  const validator = await createValidator({ standard: 'wirral' });
  document.title = validator.check({ type: 'note' }).findings.map(({ rule }) => rule).join(' ');
</script></html>`;

/** A script that uses all that the package gives to Node. */
const script = `
  import { createValidator } from 'recording-standard';
  import { checkExport } from 'recording-standard/node';
  const validator = await createValidator();
  const rules = validator.check({ type: 'note' }).findings.map(({ rule }) => rule);
  const rows = [];
  for await (const row of checkExport('export.csv')) rows.push(row);
  console.log(JSON.stringify({ rules, rows: rows.length, kept: rows[0].report.findings.length > 0 }));
`;

/** A script of somebody with TypeScript and an old target. */
const typed = `
  import { createValidator } from 'recording-standard';
  import 'recording-standard/element';
  import { attach } from 'recording-standard/form';
  export const check = async (form: HTMLFormElement): Promise<number> => {
    await attach(form, { fields: { '#notes': 'text' } });
    return (await createValidator()).check({ type: 'note' }).findings.length;
  };
`;

describe('the package, installed in an empty project', () => {
  /** @type {string} */
  let project;

  before(async () => {
    project = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    // The build is what is being tested: packing must not begin another.
    await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', project]);
    const [tarball] = await readdir(project);
    await writeFile(join(project, 'package.json'), '{ "name": "empty", "private": true }');
    await succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: project });
    await writeFile(join(project, 'script.mjs'), script);
    await writeFile(join(project, 'export.csv'), 'Date of visit,Notes\n3/3/2026,Ava showed me her room.\n');
  });
  after(() => rm(project, { recursive: true }));

  test('brings nothing else along', async () => {
    const installed = (await readdir(join(project, 'node_modules'))).filter((name) => !name.startsWith('.'));
    assert.deepEqual(installed, ['recording-standard']);
  });

  test('can be imported in Node', async () => {
    const said = JSON.parse(await succeed(process.execPath, ['script.mjs'], { cwd: project }));
    assert.ok(said.rules.includes('author/missing-name'));
    assert.equal(said.rows, 1);
    assert.ok(said.kept);
  });

  test('compiles where the declarations of libraries are checked, too', async () => {
    await writeFile(join(project, 'typed.ts'), typed);
    const options = ['--noEmit', '--strict', '--target', 'es2020', '--lib', 'es2020,dom', '--module', 'esnext', '--moduleResolution', 'bundler'];
    await succeed(join(root, 'node_modules/.bin/tsc'), [...options, 'typed.ts'], { cwd: project });
  });

  test('gives the command', async () => {
    const npx = ['--offline', 'recording-standard'];
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    assert.ok((await succeed('npx', [...npx, '--version'], { cwd: project })).split('\n').includes(version));
    const report = await succeed('npx', [...npx, 'check', 'export.csv', '--fail-on', 'never'], { cwd: project });
    assert.match(report, /^export\.csv: 1 row checked\.$/m);
  });

  inEachBrowser('a page served from it', (open) => {
    /** @type {Server} */
    let server;
    before(async () => {
      server = await serve({ folders: { '/': project }, pages: { '/page': page } });
    });
    after(() => server.close());

    test('gets a report', async () => {
      const opened = await open(`${server.address}/page`);
      const rules = await opened.waitFor(() => document.title !== 'Checking' && document.title);
      assert.match(String(rules), /author\/missing-name/);
      assert.deepEqual(opened.errors, []);
      await opened.close();
    });
  });
});
