import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, realpath, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browsers, findBrowser } from '../../../tools/browsers.mjs';

/** @import { Started } from './started.mjs' */

/** Where Debian's Chromium is set up. */
const setup = '/etc/chromium';

/**
 * Chromium with the extension, set up as an administrator does it. Only root may do that: for anybody else the same
 * settings are written into the copy of the extension that is tested.
 *
 * @param {string} folder with the extension
 * @param {object} settings
 * @returns {Promise<Started>}
 */
export async function startChromium(folder, settings) {
  const extension = await realpath(join(folder, 'chromium'));
  const id = idOf(extension);
  const isRoot = process.getuid?.() === 0;
  const deployed = isRoot && existsSync(setup) ? await deploy(id, settings) : await stampWith(extension, settings);
  const browser = await puppeteer.launch({
    executablePath: findBrowser(browsers[0]),
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 900, height: 800 },
    args: [
      `--load-extension=${extension}`,
      `--disable-extensions-except=${extension}`,
      '--disable-background-networking',
      '--disable-component-update',
      // Chromium refuses to sandbox what root starts.
      ...(isRoot ? ['--no-sandbox'] : []),
    ],
  });
  const worker = await (await browser.waitForTarget((target) => target.url() === `chrome-extension://${id}/background.js`)).worker();
  const own = (await browser.extensions()).get(id);
  return {
    browser,
    worker: /** @type {import('puppeteer-core').WebWorker} */ (worker),
    async openPanel(page) {
      await own?.triggerAction(page);
      const target = await browser.waitForTarget((each) => each.url() === `chrome-extension://${id}/panel.html`);
      const panel = await target.asPage();
      return {
        page: panel,
        evaluate: (work, argument) => panel.evaluate(/** @type {any} */ (work), argument),
        click: (selector) => panel.click(selector),
      };
    },
    async close() {
      await browser.close();
      if (deployed) await rm(deployed);
    },
  };
}

/**
 * The id that Chromium gives an extension that comes as a folder.
 *
 * @param {string} folder
 */
const idOf = (folder) =>
  createHash('sha256').update(folder).digest('hex').slice(0, 32).replace(/./g, (digit) => 'abcdefghijklmnop'[parseInt(digit, 16)]);

/**
 * Has the scripts of a copy of the extension find its settings where an administrator would have put them.
 *
 * @param {string} extension
 * @param {object} settings
 */
async function stampWith(extension, settings) {
  for (const name of ['background.js', 'panel.js']) {
    const file = join(extension, name);
    const script = await readFile(file, 'utf8');
    await writeFile(file, `chrome.storage.managed.get = async () => (${JSON.stringify(settings)});\n${script}`);
  }
  return undefined;
}

/**
 * Sets the extension up for everybody on this machine. No other extension has its id.
 *
 * @param {string} id
 * @param {object} settings
 */
async function deploy(id, settings) {
  const policies = join(setup, 'policies/managed');
  const file = join(policies, `${id}.json`);
  await mkdir(policies, { recursive: true });
  await writeFile(file, JSON.stringify({ '3rdparty': { extensions: { [id]: settings } } }));
  // A file that was just written could be half a file: Chromium waits some seconds for it to settle.
  await utimes(file, 0, 0);
  return file;
}
