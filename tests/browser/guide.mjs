import assert from 'node:assert/strict';

/** @import { inEachBrowser } from './harness.mjs' */

/** @typedef {Parameters<Parameters<typeof inEachBrowser>[1]>[0]} Open */
/** @typedef {Awaited<ReturnType<Open>>} Page */

/** Lines of code that an embedding may cost, without the blank ones. */
const mostLines = 10;

/** Letters that a line may have, so that lines are what people take for lines. */
const widest = 100;

/**
 * Holds what is to hold of every page of the guide: whatever embeds the checks is short, as the page shows it; and
 * the page is accessible and no wider than the window, on a telephone and on a desk.
 *
 * @param {Page} page
 * @param {string} name of the pictures, where somebody wants to look at the page
 */
export async function assertGuides(page, name) {
  const scripts = await page.evaluate(() => [...document.querySelectorAll('pre')].map(({ textContent }) => textContent));
  const embedding = scripts.filter((script) => /attach\(/.test(script));
  assert.ok(embedding.length > 0);
  for (const script of embedding) {
    const lines = script.split('\n').filter((line) => line.trim() !== '');
    assert.ok(lines.length <= mostLines, `${lines.length} lines:\n${script}`);
    assert.deepEqual(lines.filter(({ length }) => length > widest), []);
  }
  for (const width of [320, 1280]) {
    await page.resize({ width, height: 900 });
    assert.deepEqual(await page.axe(), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide at ${width}`);
    if (process.env.SHOTS) await page.screenshot(`${process.env.SHOTS}/${name}-${width}.png`);
  }
  assert.deepEqual(page.errors, []);
}
