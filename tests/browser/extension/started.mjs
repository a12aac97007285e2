import { setTimeout as pause } from 'node:timers/promises';
import { startChromium } from './chromium.mjs';
import { startFirefox } from './firefox.mjs';

/** @import { Browser, Page, WebWorker } from 'puppeteer-core' */

/**
 * A browser with the extension in it, set up.
 *
 * @typedef {object} Started
 * @property {Browser} browser
 * @property {WebWorker} [worker] where the checks run, in Chromium
 * @property {(page: Page) => Promise<Panel>} openPanel presses the extension's button while a page is in front
 * @property {() => Promise<void>} close
 */

/**
 * The panel beside the page.
 *
 * @typedef {object} Panel
 * @property {Page} [page] that it is in Chromium
 * @property {<R, A>(work: (argument: A) => R, argument?: A) => Promise<R>} evaluate
 * @property {(selector: string) => Promise<void>} click
 */

/** @type {{ name: 'Chromium' | 'Firefox', start: (folder: string, settings: object) => Promise<Started> }[]} */
export const starters = [{ name: 'Chromium', start: startChromium }, { name: 'Firefox', start: startFirefox }];

/**
 * Waits until a function gives something true in a page or in the panel, and gives that.
 *
 * @template R, A
 * @param {{ evaluate: (work: any, argument?: any) => Promise<any> }} where
 * @param {(argument: A) => R} work
 * @param {A} [argument]
 * @returns {Promise<R>}
 */
export async function waitFor(where, work, argument) {
  const end = performance.now() + 15_000;
  for (;;) {
    // Another page may take its place meanwhile.
    const result = await where.evaluate(work, argument).catch(() => undefined);
    if (result) return result;
    if (performance.now() > end) throw new Error(`Waited in vain for: ${work}`);
    await pause(50);
  }
}
