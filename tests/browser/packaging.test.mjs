import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { rollup } from '@rollup/wasm-node';
import { build as esbuild } from 'esbuild';
import { build as viteBuild, createServer as viteServe } from 'vite';
import webpack from 'webpack';
import { root, succeed } from '../../tools/command.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/** All that a developer writes. */
const main = `
  import { attach } from 'recording-standard/form';
  attach(document.querySelector('form'));
`;

/** @param {string} script */
const page = (script) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Visit</title>
<form><label>What happened <textarea data-record="text"></textarea></label> <button>Save</button></form>
${script}</html>`;

/**
 * How a page is made, unconfigured but for where things lie: each is given a folder with the package and a script,
 * and gives the script of the page.
 *
 * @type {Record<string, (folder: string) => Promise<string>>}
 */
const bundlers = {
  async Vite(folder) {
    await writeFile(join(folder, 'index.html'), page('<script type="module" src="/main.js"></script>'));
    await viteBuild({ root: folder, base: './', logLevel: 'error', build: { outDir: 'vite' } });
    const [script] = (await readdir(join(folder, 'vite/assets'))).filter((name) => /^index.*js$/.test(name));
    return `<script type="module" src="/vite/assets/${script}"></script>`;
  },
  async webpack(folder) {
    await new Promise((resolve, reject) => {
      const output = { path: join(folder, 'webpack') };
      // To make it small takes longer than all the rest, and is not what is tested.
      const optimization = { minimize: false };
      webpack({ mode: 'production', context: folder, entry: './main.js', output, optimization }, (error, stats) => {
        if (error || stats?.hasErrors()) reject(error ?? new Error(stats?.toString('errors-only')));
        else resolve(undefined);
      });
    });
    return '<script defer src="/webpack/main.js"></script>';
  },
  async Rollup(folder) {
    const bundle = await rollup({ input: join(folder, 'main.js'), plugins: [nodeResolve()] });
    await bundle.write({ file: join(folder, 'rollup/main.js'), format: 'iife' });
    await bundle.close();
    return '<script defer src="/rollup/main.js"></script>';
  },
  async esbuild(folder) {
    await esbuild({ absWorkingDir: folder, entryPoints: ['main.js'], bundle: true, outfile: 'esbuild/main.js', logLevel: 'error' });
    return '<script defer src="/esbuild/main.js"></script>';
  },
  async 'no bundler'(folder) {
    await writeFile(join(folder, 'by-hand.js'), main.replace("'recording-standard/form'", "'/node_modules/recording-standard/build/page/form.js'"));
    return '<script type="module" src="/by-hand.js"></script>';
  },
};

describe('the package', () => {
  /** @type {string} */
  let folder;
  /** @type {Server} */
  let server;
  /** @type {import('vite').ViteDevServer} */
  let development;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    // The build is what is being tested: packing must not begin another.
    await succeed('npm', ['pack', '--ignore-scripts', '--pack-destination', folder]);
    const [tarball] = await readdir(folder);
    await writeFile(join(folder, 'package.json'), '{ "name": "form", "private": true, "type": "module" }');
    await writeFile(join(folder, 'main.js'), main);
    await succeed('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${tarball}`], { cwd: folder });
    /** @type {Record<string, string>} */
    const pages = {};
    for (const [name, make] of Object.entries(bundlers)) pages[`/${name}`] = page(await make(folder));
    server = await serve({ folders: { '/': folder }, pages });
    development = await viteServe({ root: folder, logLevel: 'error', server: { port: 0, host: '127.0.0.1', hmr: false } });
    await development.listen();
  });
  after(async () => {
    await development?.close();
    await server?.close();
    await rm(folder, { recursive: true });
  });

  inEachBrowser('a page made with it', (open) => {
    for (const name of Object.keys(bundlers)) {
      test(`by ${name} is checked`, async () => {
        await isChecked(await open(`${server.address}/${name}`));
      });
    }

    test('served by Vite while it is developed is checked', async () => {
      await isChecked(await open(String(development.resolvedUrls?.local[0])));
    });
  });
});

/** A policy that lets a page reach nothing at all. */
const sealed = "default-src 'none'; connect-src 'none'; base-uri 'none'; trusted-types 'none'; require-trusted-types-for 'script'";

/** What the script of a page does where nothing may be written into the page itself. */
const start = {
  module: (/** @type {string} */ name) => `import { attach } from '/build/page/${name}';\nattach(document.querySelector('form'));\n`,
  script: "recordingStandard.attach(document.querySelector('form'));\n",
};

describe('a policy', () => {
  /** @type {string} */
  let folder;
  /** @type {Record<string, Server>} */
  let servers;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'recording-standard-'));
    const integrity = JSON.parse(await readFile(join(root, 'build/page/integrity.json'), 'utf8'));
    for (const name of ['form.js', 'inline.js', 'js.js']) await writeFile(join(folder, `by-${name}`), start.module(name));
    await writeFile(join(folder, 'start.js'), start.script);
    const folders = { '/': folder, '/build/page/': join(root, 'build/page') };
    const known = `integrity="${integrity['inline.script.js']}"`;
    const pages = {
      ...Object.fromEntries(['form.js', 'inline.js', 'js.js'].map((name) => [`/${name}`, page(`<script type="module" src="/by-${name}"></script>`)])),
      '/known': page(`<script defer src="/build/page/inline.script.js" ${known}></script><script defer src="/start.js"></script>`),
      '/other': page(`<script defer src="/build/page/form.js" ${known}></script>`),
    };
    const under = (/** @type {string} */ policy) => serve({ folders, pages, headers: { 'Content-Security-Policy': policy } });
    servers = {
      'without a network': await under(`${sealed}; script-src 'self' 'wasm-unsafe-eval'`),
      'without a network and WebAssembly': await under(`${sealed}; script-src 'self'`),
      'without WebAssembly': await under("default-src 'self'"),
    };
    await mkdir(join(folder, 'alone'));
    for (const name of ['inline.script.js']) await writeFile(join(folder, 'alone', name), await readFile(join(root, 'build/page', name)));
    await writeFile(join(folder, 'alone/start.js'), start.script);
    await writeFile(join(folder, 'alone/page.html'), page('<script src="inline.script.js"></script><script src="start.js"></script>'));
  });
  after(async () => {
    for (const server of Object.values(servers)) await server.close();
    await rm(folder, { recursive: true });
  });

  inEachBrowser('under it', (open) => {
    for (const [what, policy, path] of /** @type {const} */ ([
      ['the wasm in a module', 'without a network', 'inline.js'],
      ['the wasm in a script whose content is known', 'without a network', 'known'],
      ['plain JavaScript', 'without a network and WebAssembly', 'js.js'],
    ])) {
      test(`${policy}, ${what} checks a page`, async () => {
        await isChecked(await open(`${servers[policy].address}/${path}`));
      });
    }

    test('without WebAssembly, plain JavaScript takes its place by itself', async () => {
      const opened = await open(`${servers['without WebAssembly'].address}/form.js`);
      await checks(opened);
      assert.ok(opened.requests.some((address) => address.endsWith('/plain.js')));
      assert.ok(!opened.requests.some((address) => address.endsWith('.wasm')));
      await opened.close();
    });

    test('a script whose content is another is not run', async () => {
      const opened = await open(`${servers['without WebAssembly'].address}/other`);
      assert.equal(await opened.evaluate(() => 'recordingStandard' in globalThis), false);
      await opened.close();
    });

    test('a page that is a file is checked', async () => {
      await isChecked(await open(pathToFileURL(join(folder, 'alone/page.html')).href));
    });
  });
});

/**
 * The page looks at what is written in it, and finds nothing wrong with itself.
 *
 * @param {Page} opened
 */
async function isChecked(opened) {
  await checks(opened);
  assert.deepEqual(opened.errors, []);
  await opened.close();
}

/** @param {Page} opened */
async function checks(opened) {
  await opened.waitFor(() => document.querySelector('form > [role="status"]') !== null);
  await opened.type('textarea', 'We met the TAF. ');
  await opened.waitFor(() => document.querySelector('.recording-hints')?.textContent.includes('TAF') === true);
  assert.deepEqual(await opened.evaluate(() => [...document.querySelectorAll('.recording-mark--warning')].map((mark) => mark.textContent)), ['TAF']);
  assert.equal(await opened.text('.recording-unavailable'), undefined);
}
