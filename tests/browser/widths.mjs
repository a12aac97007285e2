import assert from 'node:assert/strict';

/** @import { Page } from './harness.mjs' */

/**
 * Makes sure that a page, as it is now, is accessible and no wider than its window, on a telephone and on a desk.
 *
 * @param {Page} page
 * @param {(width: number) => unknown} [look] at it, at each width in pixels
 */
export async function assertFits(page, look) {
  for (const width of [320, 1280]) {
    await page.resize({ width, height: 800 });
    assert.deepEqual(await page.axe(), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide at ${width}`);
    await look?.(width);
  }
}
