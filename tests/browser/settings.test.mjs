import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/** @param {string} direction */
const form = (direction) => `<!doctype html><html lang="en-GB" dir="${direction}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Visit</title><main><h1>Visit</h1><form>
  <p><label>Seen on <input data-record="eventAt" id="on"></label></p>
  <p><label for="text">What happened</label><br>
  <textarea id="text" data-record="text" rows="6" cols="60" style="box-sizing: border-box; max-width: 100%"></textarea></p>
  <p><button id="send">Save</button></p>
</form></main></html>`;

/** More lines than the box shows, with something to say about the first and the last. */
const text = [
  'We met the TAF. Ava was at home with her nan, and told me that she likes the new school very much.',
  'הילדה אמרה TAF ושוב TAF.',
  ...Array.from({ length: 6 }, () => 'We talked about the mornings, and about the walk to school, for most of the visit.'),
  'The IRO came as well. ',
].join('\n');

inEachBrowser('on anybody’s machine', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    // The look of the page is of no matter here, and of its policy neither.
    server = await serve({ ...demo, headers: {}, pages: { '/form': form('ltr'), '/reversed': form('rtl') } });
  });
  after(() => server.close());

  /**
   * Opens the form with a text that has marks.
   *
   * @param {string} path
   * @param {Parameters<typeof open>[1]} [settings]
   */
  async function openMarked(path, settings) {
    const page = await open(`${server.address}${path}`, settings);
    await page.evaluate(async (given) => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value = given;
      await attach(document.forms[0]);
    }, text);
    await page.waitFor(() => document.querySelector('.recording-mirror span') !== null);
    return page;
  }

  for (const [how, path, settings] of /** @type {[string, string, Parameters<typeof open>[1]][]} */ ([
    ['from left to right', '/form', {}],
    ['from right to left', '/reversed', {}],
    ['at twice the size', '/form', { zoomed: { width: 640, height: 400, deviceScaleFactor: 2 } }],
    ['at four times the size', '/form', { zoomed: { width: 320, height: 256, deviceScaleFactor: 4 } }],
    ['in the system’s colours', '/form', { hasForcedColours: true, wantsNoMotion: true }],
  ])) {
    test(`marks lie on their letters, also when typed before and scrolled: ${how}`, async () => {
      const page = await openMarked(path, settings);
      await expectOnLetters(page);
      await page.evaluate(() => {
        const box = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
        box.focus();
        box.setSelectionRange(0, 0);
        document.execCommand('insertText', false, 'On Monday it rained until the end of the day. ');
        // What is being typed is not spoken of, and so not marked.
        box.setSelectionRange(0, 0);
        box.scrollTop = 0;
      });
      await page.waitFor(() => document.querySelector('.recording-mirror')?.textContent?.startsWith('On Monday'));
      await expectOnLetters(page);
      await page.evaluate(() => document.querySelector('#text')?.scrollTo(0, 1000));
      await expectOnLetters(page);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `the page is ${overflow} pixels too wide`);
      assert.deepEqual(await page.axe(), []);
      await page.close();
    });
  }

  test('the explanation stays in the window however small that is', async () => {
    const page = await openMarked('/form', { zoomed: { width: 320, height: 256, deviceScaleFactor: 4 } });
    await openCard(page);
    const outside = await page.evaluate(() => {
      const { left, top, right, bottom } = /** @type {Element} */ (document.querySelector('.recording-card')).getBoundingClientRect();
      return { left: left < 0, top: top < 0, right: right > innerWidth, bottom: bottom > innerHeight };
    });
    assert.deepEqual(outside, { left: false, top: false, right: false, bottom: false });
    await page.close();
  });

  test('what is said begins at the right where the page is read from there', async () => {
    const page = await openMarked('/reversed');
    const { line, gap } = await page.evaluate(() => {
      const hints = /** @type {Element} */ (document.querySelector('.recording-hints'));
      const box = /** @type {Element} */ (document.querySelector('#text'));
      const { borderRightWidth, borderLeftWidth } = getComputedStyle(hints);
      return {
        line: [borderLeftWidth, borderRightWidth],
        gap: Math.abs(hints.getBoundingClientRect().right - box.getBoundingClientRect().right),
      };
    });
    assert.deepEqual(line, ['0px', '4px']);
    assert.ok(gap < 20, `the list begins ${gap} pixels from where the box does`);
    await page.close();
  });

  test('marks are told from the text by the system’s own colours', async () => {
    const page = await openMarked('/form', { hasForcedColours: true, wantsNoMotion: true });
    const seen = await page.evaluate(() => {
      const probe = document.body.appendChild(document.createElement('p'));
      probe.style.color = 'CanvasText';
      const mark = getComputedStyle(/** @type {Element} */ (document.querySelector('.recording-mirror span')));
      return {
        isForced: matchMedia('(forced-colors: active)').matches,
        letters: mark.color,
        background: mark.backgroundColor,
        isLined: mark.textDecorationLine === 'underline' && mark.textDecorationColor === getComputedStyle(probe).color,
      };
    });
    const nothing = 'rgba(0, 0, 0, 0)';
    assert.deepEqual(seen, { isForced: true, letters: nothing, background: nothing, isLined: true });
    await page.close();
  });

  test('a touch on marked words explains them, and a touch elsewhere takes that away', async () => {
    const page = await openMarked('/form', { hasTouch: true });
    await page.tap(await middleOf(page, '.recording-mirror span'));
    await page.waitFor(() => document.querySelector('.recording-card')?.textContent?.includes('team around the family'));
    await page.tap(await middleOf(page, 'h1'));
    await page.waitFor(() => document.querySelector('.recording-card') === null);
    await page.close();
  });

  test('nothing moves', async () => {
    const page = await openMarked('/form', { hasForcedColours: true, wantsNoMotion: true });
    const moving = () => page.evaluate(() => document.getAnimations().length);
    assert.equal(await page.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches), true);
    assert.equal(await moving(), 0);
    await openCard(page);
    assert.equal(await moving(), 0);
    await page.click('#send');
    await page.waitFor(() => document.activeElement?.matches('.govuk-error-summary') === true);
    assert.equal(await moving(), 0);
    await page.close();
  });

  test('a check that traps is followed by one in a new instance', async () => {
    const page = await open(`${server.address}/form`);
    await page.evaluate(async () => {
      // Module by module, so that the wasm can be got at.
      const { attach } = await import(/** @type {any} */ ('/src/js/form.js'));
      Object.assign(globalThis, { attachment: await attach(document.forms[0], { onErrors: 'block' }) });
      document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); Object.assign(globalThis, { sent: true }); });
    });
    await page.type('#text', 'We met the TAF. ');
    await page.waitFor(() => document.querySelector('.recording-hints') !== null);
    await page.evaluate(async () => {
      const { memory } = await (await import(/** @type {any} */ ('/build/form/recording_standard.js'))).default();
      new Uint8Array(memory.buffer).fill(255);
    });
    await page.click('#send');
    await page.waitFor(() => /** @type {any} */ (globalThis).sent);
    assert.match(await page.text('form > .recording-unavailable') ?? '', /^Checks are unavailable/);
    await page.type('#text', 'The IRO came. ');
    await page.waitFor(() => document.querySelectorAll('.recording-mirror span').length === 2);
    assert.equal(await page.text('.recording-unavailable'), undefined);
    assert.deepEqual(page.errors, []);
    await page.close();
  });
});

/**
 * Opens the explanation of the first mark as the caret does.
 *
 * @param {Page} page
 */
async function openCard(page) {
  await page.focus('#text');
  await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).setSelectionRange(11, 11));
  await page.press('ArrowRight');
  await page.waitFor(() => document.querySelector('.recording-card') !== null);
}

/**
 * @param {Page} page
 * @param {string} selector
 */
const middleOf = (page, selector) =>
  page.evaluate((wanted) => {
    const { left, top, width, height } = /** @type {Element} */ (document.querySelector(wanted)).getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);

/**
 * Asks the browser which letters of the box lie under the edges of each mark that can be seen.
 *
 * @param {Page} page
 */
async function expectOnLetters(page) {
  await page.waitFor(() => document.querySelector('.recording-mirror')?.scrollTop === document.querySelector('#text')?.scrollTop);
  const marks = await page.evaluate(() => {
    const mirror = /** @type {Element} */ (document.querySelector('.recording-mirror'));
    mirror.scrollIntoView({ block: 'center' });
    const frame = mirror.getBoundingClientRect();
    return [...mirror.querySelectorAll('span')].flatMap((mark) => {
      const before = document.createRange();
      before.setStart(mirror, 0);
      before.setEndBefore(mark);
      const start = before.toString().length;
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const y = (top + bottom) / 2;
      if (y < frame.top + 2 || y > frame.bottom - 2) return [];
      const under = [left + 1, right - 1].map((x) => {
        const { offsetNode, offset } = /** @type {any} */ (document).caretPositionFromPoint(x, y) ?? {};
        return offsetNode === document.querySelector('#text') ? offset : `nothing at ${x}, ${y}`;
      });
      return [{ wanted: [start, start + (mark.textContent?.length ?? 0)], found: under.sort((one, other) => one - other) }];
    });
  });
  assert.ok(marks.length > 0);
  assert.deepEqual(marks.map(({ found }) => found), marks.map(({ wanted }) => wanted));
}
