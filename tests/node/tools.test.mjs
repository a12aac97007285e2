import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import { root } from '../../tools/command.mjs';
import { serve } from '../../tools/serve.mjs';
import { totalsOf } from '../../tools/totals.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

describe('the server of the demo', () => {
  const folder = mkdtempSync(join(tmpdir(), 'recording-standard-'));
  /** @type {Server} */
  let server;

  before(async () => {
    writeFileSync(join(folder, 'index.html'), 'the page');
    writeFileSync(join(folder, 'a.wasm'), 'wasm');
    symlinkSync(join(root, 'package.json'), join(folder, 'link.json'));
    server = await serve({
      folders: { '/site/': folder },
      pages: { '/made': 'made for a test' },
      redirects: { '/': '/site/' },
      headers: { 'X-Site': 'yes' },
    });
  });

  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  /**
   * Asks as no client does that tidies addresses first.
   *
   * @param {string} line
   * @returns {Promise<string>}
   */
  const ask = (line) => new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(server.address).port), '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => { text += chunk; });
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
    socket.write(`${line} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`);
  });

  for (const [line, status] of /** @type {const} */ ([
    ['GET /site/', 200],
    ['GET /site/index.html?x=1', 200],
    ['HEAD /site/a.wasm', 200],
    ['GET /made', 200],
    ['GET /', 302],
    ['POST /site/', 405],
    ['GET /site/%zz', 400],
    ['GET /site/absent', 404],
    ['GET /site', 404],
    ['GET /site/../package.json', 404],
    ['GET /site/%2e%2e/package.json', 404],
    ['GET /site/..%2f..%2f..%2f..%2f..%2fetc%2fpasswd', 404],
    ['GET /site/%00', 404],
    ['GET /site/link.json', 404],
  ])) {
    test(`${line} is answered with ${status}`, async () => {
      assert.match(await ask(line), new RegExp(`^HTTP/1.1 ${status} `));
    });
  }

  test('every answer has the headers of the site and the type of the file', async () => {
    const { headers } = await fetch(`${server.address}/site/a.wasm`);
    assert.equal(headers.get('content-type'), 'application/wasm');
    assert.equal(headers.get('cache-control'), 'no-store');
    assert.equal(headers.get('x-site'), 'yes');
  });
});

describe('the totals', () => {
  for (const [runner, code, output, passed, failed] of /** @type {const} */ ([
    ['check', 0, '', 1, 0],
    ['check', 1, 'a warning', 0, 1],
    ['cargo', 0, 'test result: ok. 3 passed; 0 failed; 0 ignored\n\ntest result: ok. 2 passed; 0 failed; 1 ignored', 5, 0],
    ['cargo', 101, 'test result: FAILED. 3 passed; 2 failed; 0 ignored', 3, 2],
    ['cargo', 101, 'error: could not compile', 0, 1],
    ['cargo', 0, 'test result: ok. 0 passed; 0 failed; 0 ignored', 0, 1],
    ['node', 0, 'ℹ tests 4\nℹ pass 4\nℹ fail 0\nℹ cancelled 0', 4, 0],
    ['node', 1, 'ℹ tests 4\nℹ pass 1\nℹ fail 2\nℹ cancelled 1', 1, 3],
    ['node', 0, 'There is no test', 0, 1],
  ])) {
    test(`${runner} with exit code ${code} and ${JSON.stringify(output)}`, () => {
      assert.deepEqual(totalsOf(runner, { code, output }), { passed, failed });
    });
  }
});

describe('the cache', () => {
  const home = mkdtempSync(join(tmpdir(), 'recording-standard-'));
  after(() => rmSync(home, { recursive: true }));

  test('keeps one whole folder when two runs make it at once, and no drafts', async () => {
    process.env.XDG_CACHE_HOME = home;
    const { cacheFolder, keep, kept } = await import('../../tools/cache.mjs');
    /** @param {string} draft */
    const fill = async (draft) => {
      writeFileSync(join(draft, 'a'), '');
      await setImmediate();
      writeFileSync(join(draft, 'b'), '');
    };
    const folders = await Promise.all([keep('thing-1.0', fill), keep('thing-1.0', fill)]);
    assert.deepEqual(folders, [kept('thing-1.0'), kept('thing-1.0')]);
    assert.deepEqual(readdirSync(cacheFolder), ['thing-1.0']);
    assert.deepEqual(readdirSync(folders[0]), ['a', 'b']);
  });

  test('keeps nothing of a run that failed', async () => {
    const { cacheFolder, keep, kept } = await import('../../tools/cache.mjs');
    await assert.rejects(keep('thing-2.0', () => Promise.reject(new Error('no disk'))), /no disk/);
    assert.equal(kept('thing-2.0'), undefined);
    assert.ok(!readdirSync(cacheFolder).some((name) => name.startsWith('thing-2.0')));
  });

  test('lets go of what nobody has asked for in a fortnight', async () => {
    const { keepLately, kept } = await import('../../tools/cache.mjs');
    const nothing = async () => {};
    for (const name of ['build-1', 'build-2', 'build-3']) await keepLately('build', name, nothing);
    const long = new Date(Date.now() - 15 * 24 * 60 * 60_000);
    for (const name of ['build-1', 'build-2']) utimesSync(String(kept(name)), long, long);
    await keepLately('build', 'build-2', nothing);
    assert.deepEqual(['build-1', 'build-2', 'build-3'].filter(kept), ['build-2', 'build-3']);
  });

  test('gives a clone what another clone of the same sources made slowly', () => {
    const made = ['first', 'second', 'changed'].map((name) => {
      const clone = join(home, name);
      for (const part of ['tools', 'package.json']) cpSync(join(root, part), join(clone, part), { recursive: true });
      writeFileSync(join(clone, 'source'), name === 'changed' ? 'new' : 'old');
      const script = `
        import { mkdirSync, writeFileSync } from 'node:fs';
        import { make } from './tools/make.mjs';
        await make({ name: 'slow', title: 'Making it', inputs: ['source'], settings: [], isSlow: true }, async (draft) => {
          mkdirSync(draft, { recursive: true });
          writeFileSync(draft + '/by', '${name}');
        });`;
      const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
        cwd: clone,
        env: { ...process.env, XDG_CACHE_HOME: join(home, 'cache') },
        encoding: 'utf8',
      });
      assert.equal(status, 0, stderr);
      return readFileSync(join(clone, 'build/slow/by'), 'utf8');
    });
    assert.deepEqual(made, ['first', 'first', 'changed']);
  });
});

describe('a missing prerequisite', () => {
  // As a fresh clone is: no package is installed yet, and none may be asked for before the set-up.
  const clone = mkdtempSync(join(tmpdir(), 'recording-standard-'));
  for (const name of ['tools', 'package.json', 'Cargo.toml']) cpSync(join(root, name), join(clone, name), { recursive: true });
  after(() => rmSync(clone, { recursive: true }));

  for (const tool of ['build', 'start', 'test']) {
    test(`npm run ${tool} in a fresh clone without Rust says so in one sentence`, () => {
      const { status, stderr, stdout } = spawnSync(process.execPath, [join(clone, 'tools', `${tool}.mjs`)], {
        env: { PATH: '' },
        encoding: 'utf8',
      });
      assert.equal(status, 1);
      assert.equal(stdout, '');
      assert.match(stderr, /^Rust is missing: install version [\d.]+ or newer, with cargo on the PATH\.\n$/);
    });
  }
});
