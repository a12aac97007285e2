import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertGuides } from './guide.mjs';

/** @import { Open, Page } from './harness.mjs' */

/**
 * What stands in every editor: in bold, across two formats, after an emoji of several parts, in a link, after a line
 * break and an image, in a cell of a table.
 */
const terms = ['TAF', 'IRO', 'EP', 'NFA', 'LAC', 'FSW'];

/**
 * Declares what holds of every editor, on the page that the guide has for it.
 *
 * @param {Open} open
 * @param {string} name of the browser
 * @param {() => string} address of the server
 * @param {{ editor: string, content: string }} which editor, and the element that it is written in
 */
export function testEditor(open, name, address, { editor, content }) {
  /** Opens the page of the editor when all that is to be said of its text is said. */
  async function openEditor() {
    const page = await open(`${address()}/www/embed/${editor}/`);
    await page.waitFor(() => document.querySelector('main')?.dataset.ready === '');
    await page.waitFor((count) => document.querySelectorAll('.recording-hint__term').length === count, terms.length);
    await page.evaluate((selector) => {
      const found = /** @type {HTMLElement} */ (document.querySelector(selector));
      const inside = () => (found instanceof HTMLIFrameElement ? /** @type {Document} */ (found.contentDocument).body : found);
      Object.assign(globalThis, { inside });
    }, content);
    return page;
  }

  /** @param {Page} page */
  const selected = (page) => page.evaluate(() => {
    const { ownerDocument } = /** @type {any} */ (globalThis).inside();
    return [String(ownerDocument.getSelection()), ownerDocument.hasFocus()];
  });

  /**
   * Clicks a button in the list, wherever it is.
   *
   * @param {Page} page
   * @param {string} words that it bears
   */
  const press = (page, words) => page.evaluate((wanted) => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith(wanted));
    /** @type {HTMLElement} */ (button).click();
  }, words);

  /**
   * What the editor's content is made of, without what an editor puts around it for its own handles.
   *
   * @param {Page} page
   */
  const markup = async (page) => (await page.evaluate(() => /** @type {any} */ (globalThis).inside().innerHTML))
    .replaceAll(/<div id="mceResize[^>]*><\/div>| style=""| (class|data-mce-[a-z]+)="[^"]*"/g, '');

  test(`${editor}: words are found, marked and shown through any markup, which nothing is put into`, async () => {
    const page = await openEditor();
    await assertGuides(page, `${editor}-${name}`);
    const before = await markup(page);
    assert.doesNotMatch(before, /recording/);
    const marked = await page.evaluate(() => {
      const view = /** @type {any} */ (globalThis).inside().ownerDocument.defaultView;
      return view.CSS.highlights && [...view.CSS.highlights.values()].flatMap((each) => [...each]).map(String).sort();
    });
    assert.deepEqual(marked, [...terms].sort());
    for (const term of terms) {
      await press(page, `“${term}”`);
      assert.deepEqual(await selected(page), [term, true]);
    }
    assert.equal(await markup(page), before);
    await page.close();
  });

  test(`${editor}: a replacement keeps its format, and the editor’s own undo takes it back`, async () => {
    const page = await openEditor();
    await press(page, 'Write “team around the family (TAF)”');
    await page.waitFor(() => /<strong[^>]*>team around the family \(TAF\)<\/strong>/.test(/** @type {any} */ (globalThis).inside().innerHTML));
    await page.waitFor(() => ![...document.querySelectorAll('.recording-hint__term')].some(({ textContent }) => textContent === '“TAF”'));
    await page.press('Control+z');
    await page.waitFor(() => /<strong[^>]*>TAF<\/strong>/.test(/** @type {any} */ (globalThis).inside().innerHTML));
    // Nothing is said of the sentence that the caret is in.
    await page.focus('form button:not([type])');
    await page.waitFor(() => [...document.querySelectorAll('.recording-hint__term')].some(({ textContent }) => textContent === '“TAF”'));
    await page.close();
  });

  test(`${editor}: what is typed is heard, and not spoken of before its sentence is done`, async () => {
    const page = await openEditor();
    await press(page, '“TAF”');
    await page.press('ArrowRight');
    await page.typeHere(' and the IDVA');
    await page.waitFor(() => /IDVA/.test(/** @type {any} */ (globalThis).inside().textContent));
    await page.focus('form button:not([type])');
    await page.waitFor(() => [...document.querySelectorAll('.recording-hint__term')].some(({ textContent }) => textContent === '“IDVA”'));
    await page.close();
  });
}
