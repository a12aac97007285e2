import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, describe } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import playwright from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { browsers, findBrowser } from '../../tools/browsers.mjs';

/** What waits for a page gives up after so many milliseconds. */
const patience = 30_000;

const axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * A size in CSS pixels.
 *
 * @typedef {{ width: number, height: number }} Size
 */

/**
 * A driver's page, with what the drivers call by different names.
 *
 * @typedef {object} Driven
 * @property {import('playwright-core').Page | import('puppeteer-core').Page} page
 * @property {(size: Size) => Promise<void>} resize
 */

/**
 * How somebody has set up their machine.
 *
 * @typedef {object} Settings
 * @property {boolean} [hasForcedColours] the system's colours in place of the page's
 * @property {boolean} [wantsNoMotion]
 * @property {boolean} [hasTouch] a screen to touch
 * @property {Size & { deviceScaleFactor: number }} [zoomed] the window in CSS pixels, and the pixels of each
 */

/**
 * A running browser.
 *
 * @typedef {object} Running
 * @property {any} browser as its driver knows it
 * @property {(settings: Settings) => Promise<Driven>} open opens a page
 * @property {() => Promise<void>} close
 */

/**
 * Starts each browser with the driver that can drive it as people have it installed.
 *
 * @type {Record<typeof browsers[number]['name'], (executablePath: string, settings: Settings) => Promise<Running>>}
 */
export const launchers = {
  async Chromium(executablePath) {
    const isRoot = process.getuid?.() === 0;
    const browser = await playwright.chromium.launch({
      executablePath,
      args: [
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // Chromium refuses to sandbox what root starts.
        ...(isRoot ? ['--no-sandbox'] : []),
      ],
    });
    return {
      browser,
      async open({ hasForcedColours, wantsNoMotion, hasTouch, zoomed }) {
        const page = await browser.newPage({
          forcedColors: hasForcedColours ? 'active' : 'none',
          reducedMotion: wantsNoMotion ? 'reduce' : 'no-preference',
          hasTouch: hasTouch ?? false,
          ...(zoomed && { viewport: zoomed, deviceScaleFactor: zoomed.deviceScaleFactor }),
        });
        return { page, resize: (size) => page.setViewportSize(size) };
      },
      close: () => browser.close(),
    };
  },
  async Firefox(executablePath, { hasForcedColours, wantsNoMotion }) {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath,
      extraPrefsFirefox: {
        // The icon that browsers ask of every site is not asked for by the page.
        'browser.chrome.site_icons': false,
        ...(hasForcedColours && { 'browser.display.document_color_use': 2 }),
        ...(wantsNoMotion && { 'ui.prefersReducedMotion': 1 }),
      },
    });
    return {
      browser,
      async open({ zoomed }) {
        const page = await browser.newPage();
        if (zoomed) await page.setViewport(zoomed);
        return { page, resize: (size) => page.setViewport(size) };
      },
      close: () => browser.close(),
    };
  },
};

/** A page, as a person meets it, in either browser. */
export class Page {
  /** Addresses that the page asked for, in their order. */
  requests = /** @type {string[]} */ ([]);

  /** What the page wrote to the console as an error, and what it threw. */
  errors = /** @type {string[]} */ ([]);

  #page;
  #resize;

  /** @param {Driven} driven */
  constructor({ page, resize }) {
    // Where both drivers' methods take the same arguments, the types of one do for both.
    this.#page = /** @type {import('playwright-core').Page} */ (page);
    this.#resize = resize;
    this.#page.on('request', (request) => this.requests.push(request.url()));
    this.#page.on('pageerror', (error) => this.errors.push(error.message));
    this.#page.on('console', (message) => {
      // The icon that browsers ask of every site is not asked for by the page.
      const isIcon = message.location().url?.endsWith('/favicon.ico');
      if (message.type() === 'error' && !isIcon) this.errors.push(message.text());
    });
  }

  /** @param {string} address */
  async goto(address) {
    await this.#page.goto(address);
  }

  /** @param {Size} size */
  resize(size) {
    return this.#resize(size);
  }

  /**
   * Runs a function in the page. It sees nothing of the test but the argument.
   *
   * @template R, A
   * @param {(argument: A) => R} work
   * @param {A} [argument] survives JSON
   * @returns {Promise<Awaited<R>>}
   */
  evaluate(work, argument) {
    return this.#page.evaluate(/** @type {any} */ (work), argument);
  }

  /**
   * Waits until a function gives something true in the page, and gives that.
   *
   * @template R, A
   * @param {(argument: A) => R} work
   * @param {A} [argument]
   * @returns {Promise<Awaited<R>>}
   */
  async waitFor(work, argument) {
    const end = performance.now() + patience;
    for (;;) {
      const result = await this.evaluate(work, argument);
      if (result) return result;
      if (performance.now() > end) throw new Error(`Waited in vain for: ${work}`);
      await pause(20);
    }
  }

  /** @param {string} selector */
  async click(selector) {
    await this.#page.click(selector);
  }

  /** @param {string} selector */
  async focus(selector) {
    await this.#page.focus(selector);
  }

  /**
   * Types a text key by key at the end of what the field holds.
   *
   * @param {string} selector
   * @param {string} text
   */
  async type(selector, text) {
    await this.#page.focus(selector);
    await this.#page.keyboard.type(text);
  }

  /**
   * Types a text key by key where the focus is.
   *
   * @param {string} text
   */
  async typeHere(text) {
    await this.#page.keyboard.type(text);
  }

  /**
   * Moves the pointer to a point of the window.
   *
   * @param {{ x: number, y: number }} point
   */
  async hover({ x, y }) {
    await this.#page.mouse.move(x, y);
  }

  /** Presses the mouse button where the pointer rests. */
  hold() {
    return this.#page.mouse.down();
  }

  letGo() {
    return this.#page.mouse.up();
  }

  /**
   * Touches a point of the window.
   *
   * @param {{ x: number, y: number }} point
   */
  async tap({ x, y }) {
    await this.#page.touchscreen.tap(x, y);
  }

  /**
   * Presses a key, or several together: 'Tab', 'Control+z'.
   *
   * @param {string} keys
   */
  async press(keys) {
    const { keyboard } = this.#page;
    const held = keys.split('+');
    const last = held.pop() ?? '';
    for (const key of held) await keyboard.down(key);
    await keyboard.press(last);
    for (const key of held.reverse()) await keyboard.up(key);
  }

  /**
   * The text of an element, without white space around it; undefined if there is no such element.
   *
   * @param {string} selector
   */
  text(selector) {
    return this.evaluate((wanted) => document.querySelector(wanted)?.textContent.trim(), selector);
  }

  /** @param {string} file a PNG */
  async screenshot(file) {
    await this.#page.screenshot({ path: file, fullPage: true });
  }

  /**
   * What axe finds wrong with the page for people who use assistive technology.
   *
   * @returns {Promise<{ id: string, help: string, targets: string[] }[]>}
   */
  async axe() {
    await this.#page.evaluate(axeSource);
    return this.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run();
      return violations.map((/** @type {import('axe-core').Result} */ { id, help, nodes }) => ({
        id,
        help,
        targets: nodes.map(({ target }) => target.join(' ')),
      }));
    });
  }

  async close() {
    await this.#page.close();
  }
}

/** @typedef {(address: string, settings?: Settings) => Promise<Page>} Open */

/**
 * Runs the same tests in every browser: `write` declares them and is given what opens a page.
 *
 * @param {string} title
 * @param {(open: Open, name: typeof browsers[number]['name']) => void} write
 */
export function inEachBrowser(title, write) {
  // The browsers wait for themselves often enough to be worked side by side.
  waiting += 1;
  describe(title, { concurrency: true }, () => {
    after(async () => {
      waiting -= 1;
      if (waiting > 0) return;
      for (const started of running.values()) await (await started).close();
    });
    for (const browser of browsers) {
      describe(`${title}, in ${browser.name}`, { concurrency: 1 }, () => {
        write(async (address, settings = {}) => {
          const page = new Page(await (await start(browser, settings)).open(settings));
          await page.goto(address);
          return page;
        }, browser.name);
      });
    }
  });
}

/**
 * The browsers that run, each started once for all tests of a file.
 *
 * @type {Map<string, Promise<Running>>}
 */
const running = new Map();

/** How many sets of tests of this file still need them. */
let waiting = 0;

/**
 * @param {typeof browsers[number]} browser
 * @param {Settings} settings
 */
function start(browser, { hasForcedColours, wantsNoMotion }) {
  // What a page of Chromium can be told, Firefox has to be started with.
  const own = browser.name === 'Firefox' ? { hasForcedColours, wantsNoMotion } : {};
  const key = JSON.stringify([browser.name, own]);
  const started = running.get(key) ?? launchers[browser.name](findBrowser(browser) ?? browser.name, own);
  running.set(key, started);
  return started;
}
