import assert from 'node:assert/strict';
import { assertFits } from './widths.mjs';

/** @import { Page } from './harness.mjs' */

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
  await assertFits(page, (width) => process.env.SHOTS && page.screenshot(`${process.env.SHOTS}/${name}-${width}.png`));
  assert.deepEqual(page.errors, []);
}
