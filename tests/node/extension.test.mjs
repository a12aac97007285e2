import assert from 'node:assert/strict';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { root } from '../../tools/command.mjs';
import { writeExtension } from '../../tools/extension.mjs';
import { isMatched, isPattern } from '../../www/extension/patterns.js';

const read = async (/** @type {string} */ file) => JSON.parse(await readFile(file, 'utf8'));
const example = await read(join(root, 'www/extension/example.json'));

describe('the extension', () => {
  test('may do no more than its README says', async () => {
    const manifests = Object.fromEntries(await Promise.all(['chromium', 'firefox'].map(async (browser) =>
      [browser, await read(join(root, 'build/extension', browser, 'manifest.json'))])));
    assert.deepEqual(manifests.chromium.permissions, ['activeTab', 'scripting', 'storage', 'sidePanel']);
    assert.deepEqual(manifests.firefox.permissions, ['activeTab', 'scripting', 'storage']);
    assert.deepEqual(manifests.firefox.browser_specific_settings.gecko.data_collection_permissions, { required: ['none'] });
    for (const manifest of Object.values(manifests)) {
      assert.equal(manifest.host_permissions, undefined);
      assert.equal(manifest.content_scripts, undefined);
      assert.equal(manifest.web_accessible_resources, undefined);
      assert.match(manifest.content_security_policy.extension_pages, /default-src 'none'.*connect-src 'none'/);
      assert.equal(manifest.version, (await read(join(root, 'package.json'))).version);
    }
  });

  test('has nothing in it that could keep a record or fetch code', async () => {
    for (const browser of ['chromium', 'firefox']) {
      const folder = join(root, 'build/extension', browser);
      for (const name of (await readdir(folder)).filter((each) => each.endsWith('.js'))) {
        const script = await readFile(join(folder, name), 'utf8');
        const words = script.match(/XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|localStorage|sessionStorage|indexedDB|importScripts|innerHTML|storage\.(local|sync|session)|\beval\(/g);
        assert.deepEqual(words, null, `${browser}/${name}`);
      }
    }
  });

  test('comes with leave for the pages that an agency names, and no others, where its settings are given', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'extension-'));
    context.after(() => rm(folder, { recursive: true }));
    await writeExtension(folder, example);
    for (const browser of ['chromium', 'firefox']) {
      const { host_permissions: hosts, optional_host_permissions: optional } = await read(join(folder, browser, 'manifest.json'));
      assert.deepEqual([hosts, optional], [['https://cases.example.gov.uk/visits/*'], undefined]);
    }
  });

  test('shows an agency the settings that its schema allows', async () => {
    const { properties } = await read(join(root, 'www/extension/schema.json'));
    assert.deepEqual(Object.keys(example), Object.keys(properties));
    for (const site of example.sites) {
      for (const name of Object.keys(site)) assert.ok(Object.hasOwn(properties.sites.items.properties, name), name);
    }
    assert.ok((await readFile(join(root, 'www/extension/README.md'), 'utf8')).includes(JSON.stringify(example.policy)));
  });
});

describe('a match pattern', () => {
  for (const [pattern, address, isMeant] of /** @type {[string, string, boolean][]} */ ([
    ['https://cases.example.gov.uk/visits/*', 'https://cases.example.gov.uk/visits/12?new=1', true],
    ['https://cases.example.gov.uk/visits/*', 'https://cases.example.gov.uk/calls/12', false],
    ['https://cases.example.gov.uk/visits/*', 'http://cases.example.gov.uk/visits/12', false],
    ['https://cases.example.gov.uk/visits/*', 'https://cases.example.gov.uk.evil.example/visits/12', false],
    ['https://*.example.gov.uk/*', 'https://cases.example.gov.uk/', true],
    ['https://*.example.gov.uk/*', 'https://example.gov.uk/', true],
    ['https://*.example.gov.uk/*', 'https://notexample.gov.uk/', false],
    ['*://*/visit', 'http://intranet/visit', true],
    ['http://intranet:8080/*', 'http://intranet:8080/visit', true],
    ['http://intranet:8080/*', 'http://intranet/visit', false],
    ['http://intranet/*', 'http://intranet:8080/visit', true],
    ['http://intranet/a.b', 'http://intranet/aXb', false],
    ['https://*/*', 'about:blank', false],
    ['cases.example.gov.uk', 'https://cases.example.gov.uk/', false],
  ])) {
    test(`${pattern} ${isMeant ? 'means' : 'does not mean'} ${address}`, () => assert.equal(isMatched(pattern, address), isMeant));
  }

  test('that no browser takes is none', () => {
    assert.deepEqual(['https://a/*', '<all_urls>', 'a.example', 'file:///x'].map(isPattern), [true, false, false, false]);
  });
});
