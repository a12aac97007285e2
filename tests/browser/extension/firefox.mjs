import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { browsers, findBrowser } from '../../../tools/browsers.mjs';

/** @import { Started } from './started.mjs' */

const id = 'recording-standard@extension';

/**
 * Firefox with the extension, set up as a person's administrator does it on Linux: in the person's own folder.
 *
 * @param {string} folder with the extension
 * @param {object} settings
 * @returns {Promise<Started>}
 */
export async function startFirefox(folder, settings) {
  const home = join(folder, 'home');
  await deploy(home, settings);
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findBrowser(browsers[1]),
    env: { ...process.env, HOME: home },
    defaultViewport: { width: 900, height: 800 },
    // The button of the extension, and the panel that it opens, are no part of any page.
    args: ['-remote-allow-system-access'],
    extraPrefsFirefox: { 'browser.chrome.site_icons': false },
  });
  await browser.installExtension(join(folder, 'firefox'));
  const inWindow = await windowOf(browser);
  return {
    browser,
    async openPanel() {
      await inWindow(pressButton, id);
      return {
        evaluate: async (work, argument) => JSON.parse(await inWindow(runInPanel, `(${work})(${JSON.stringify(argument)})`)),
        click: (selector) => inWindow(runInPanel, `document.querySelector(${JSON.stringify(selector)}).click()`),
      };
    },
    close: () => browser.close(),
  };
}

/**
 * @param {string} home
 * @param {object} settings
 */
async function deploy(home, settings) {
  const place = join(home, '.mozilla/managed-storage');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, `${id}.json`), JSON.stringify({ name: id, description: 'Settings', type: 'storage', data: settings }));
}

/**
 * What runs a function in the window of the browser itself.
 *
 * @param {import('puppeteer-core').Browser} browser
 * @returns {Promise<(work: (argument: string) => any, argument: string) => Promise<any>>}
 */
async function windowOf(browser) {
  const { connection } = /** @type {any} */ (browser);
  const send = async (/** @type {string} */ method, /** @type {object} */ params) => (await connection.send(method, params)).result;
  const { contexts } = await send('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const { context } = contexts.find((/** @type {{ url: string }} */ { url }) => url.endsWith('/browser.xhtml'));
  return async (work, argument) => {
    const expression = `(${work})(${JSON.stringify(argument)})`;
    const { result, exceptionDetails } = await send('script.evaluate', { expression, target: { context }, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  };
}

/**
 * Runs in the browser's window.
 *
 * @param {string} extension
 */
function pressButton(extension) {
  const { ChromeUtils, WebExtensionPolicy } = /** @type {any} */ (globalThis);
  const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
  const { browserActionFor } = ExtensionParent.apiManager.global;
  browserActionFor(WebExtensionPolicy.getByID(extension).extension).triggerAction(window);
}

/**
 * Runs in the browser's window, and has a piece of code run in the panel, which is another process.
 *
 * @param {string} code
 */
function runInPanel(code) {
  return new Promise((resolve, reject) => {
    const panel = /** @type {any} */ (document.querySelector('#sidebar'))?.contentDocument?.querySelector('#webext-panels-browser');
    if (!panel?.messageManager) return resolve('null');
    const { messageManager } = panel;
    const name = `panel:${Math.random()}`;
    messageManager.addMessageListener(name, function heard(/** @type {any} */ { data }) {
      messageManager.removeMessageListener(name, heard);
      if (data.error) reject(new Error(data.error));
      else resolve(data.value);
    });
    const script = `(async () => {
      const { document } = content;
      try {
        sendAsyncMessage('${name}', { value: JSON.stringify((await ${code}) ?? null) });
      } catch (error) {
        sendAsyncMessage('${name}', { error: String(error) });
      }
    })()`;
    return messageManager.loadFrameScript(`data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`, false);
  });
}
