import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { assertGuides } from './guide.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */
/** @import { Page } from './harness.mjs' */

inEachBrowser('platforms', (open, name) => {
  /** @type {Server} */
  let server;
  /** What was posted, in its order. @type {URLSearchParams[]} */
  const posted = [];
  before(async () => {
    server = await serve({ ...demo, posted: (_, body) => posted.push(new URLSearchParams(body)) });
  });
  after(() => server.close());

  /**
   * Opens a page of the guide when its code is shown and the checks of its form are ready.
   *
   * @param {string} platform
   */
  async function openPage(platform) {
    posted.length = 0;
    const page = await open(`${server.address}/www/embed/${platform}/`);
    await page.waitFor(() => document.querySelector('main')?.dataset.ready === '');
    await page.waitFor(() => [document, document.querySelector('iframe')?.contentDocument].some((each) => each?.querySelector('form > [role="status"]')));
    return page;
  }

  /** @param {Page} page */
  const isHeldBack = (page) =>
    page.waitFor(() => document.activeElement?.matches('.govuk-error-summary') && document.querySelector('.recording-anyway') !== null);

  /**
   * Presses a button wherever it is just then: what is said of a step that has come may push it down.
   *
   * @param {Page} page
   * @param {string} selector
   */
  const step = (page, selector) =>
    page.evaluate((wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).click(), selector);

  /**
   * @param {Page} page
   * @param {string} reason
   */
  async function saveAnyway(page, reason) {
    await page.type('.recording-anyway textarea', reason);
    await page.click('.recording-anyway button');
    await page.waitFor(() => location.pathname.endsWith('/saved.html'));
  }

  test('a Web Forms page is asked before it posts by script, and posts what it was to post', async () => {
    const page = await openPage('webforms');
    await assertGuides(page, `webforms-${name}`);
    await page.click('#ctl00_Main_lnkSave');
    await isHeldBack(page);
    assert.equal(posted.length, 0);
    await saveAnyway(page, 'The court needs it today.');
    assert.equal(posted.length, 1);
    assert.equal(posted[0].get('__EVENTTARGET'), 'ctl00$Main$lnkSave');
    assert.equal(posted[0].get('ctl00$Main$txtNotes'), 'We met the TAF at school.');
    await page.close();
  });

  test('a Web Forms button that submits is held back, and let through as itself', async () => {
    const page = await openPage('webforms');
    await page.click('#ctl00_Main_btnSave');
    await isHeldBack(page);
    await saveAnyway(page, 'The court needs it today.');
    assert.equal(posted[0].get('ctl00$Main$btnSave'), 'Save');
    await page.close();
  });

  test('a Web Forms page that is right posts at once, by the link', async () => {
    const page = await openPage('webforms');
    await page.evaluate(() => {
      const control = (/** @type {string} */ id) => /** @type {HTMLInputElement} */ (document.getElementById(`ctl00_Main_${id}`));
      control('txtDate').value = new Date().toLocaleDateString('en-GB');
      control('txtNotes').value = 'Ava was at home with her mother. She drew a house, and said that she likes her school.';
    });
    await page.click('#ctl00_Main_lnkSave');
    await page.waitFor(() => location.pathname.endsWith('/saved.html'));
    assert.equal(posted[0].get('__EVENTTARGET'), 'ctl00$Main$lnkSave');
    await page.close();
  });

  test('a list of a Web Forms page that posts by itself is not asked, and the panel that it replaces is found again', async () => {
    const page = await openPage('webforms');
    await page.evaluate(() => {
      const list = /** @type {HTMLSelectElement} */ (document.querySelector('#ctl00_Main_ddlType'));
      Object.assign(globalThis, { before: document.querySelector('#ctl00_Main_txtNotes') });
      list.value = 'phoneCall';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.waitFor(() => document.querySelector('#ctl00_Main_txtNotes') !== /** @type {any} */ (globalThis).before);
    assert.equal(await page.text('.govuk-error-summary'), undefined);
    await page.focus('#ctl00_Main_txtNotes');
    await page.waitFor(() => document.querySelector('#ctl00_Main_pnlNotes .recording-hints')?.textContent?.includes('TAF'));
    await page.type('#ctl00_Main_txtNotes', ' The IRO came. ');
    await page.waitFor(() => document.querySelector('#ctl00_Main_pnlNotes .recording-hints')?.textContent?.includes('IRO'));
    await page.close();
  });

  test('an APEX page is held back by its own event, for the request that saves', async () => {
    const page = await openPage('apex');
    await assertGuides(page, `apex-${name}`);
    await page.click('#B1201');
    await isHeldBack(page);
    assert.equal(posted.length, 0);
    await saveAnyway(page, 'The court needs it today.');
    assert.equal(posted[0].get('p_request'), 'SAVE');
    assert.match(posted[0].get('P12_NOTES') ?? '', /^The IRO came/);
    await page.close();
  });

  test('an APEX page is not asked where it saves nothing', async () => {
    const page = await openPage('apex');
    await page.click('#B1202');
    await page.waitFor(() => location.pathname.endsWith('/saved.html'));
    assert.equal(posted[0].get('p_request'), 'CANCEL');
    await page.close();
  });

  test('a form in a frame is checked by a script outside it', async () => {
    const page = await openPage('frame');
    await assertGuides(page, `frame-${name}`);
    await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.querySelector('#happened ~ .recording-hints')?.textContent?.includes('TAF'));
    const marked = () => document.querySelector('iframe')?.contentDocument?.querySelector('.recording-mark--warning')?.textContent;
    assert.equal(await page.evaluate(marked), 'TAF');
    await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.forms[0].requestSubmit());
    assert.equal(await page.waitFor(() => document.querySelector('iframe')?.contentDocument?.activeElement?.matches('.govuk-error-summary')), true);
    await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('iframe')?.contentDocument?.querySelector('.govuk-error-summary a')).click());
    assert.equal(await page.evaluate(() => document.querySelector('iframe')?.contentDocument?.activeElement?.id), 'on');
    await page.close();
  });

  test('a form around a frame is checked by the script in it', async () => {
    const page = await openPage('frame');
    await page.waitFor(() => document.querySelector('#call .recording-hints')?.textContent?.includes('TAF'));
    await page.type('#call-text', ' The IRO rang as well. ');
    await page.waitFor(() => document.querySelector('#call .recording-hints')?.textContent?.includes('IRO'));
    await page.click('#call > button');
    await isHeldBack(page);
    await page.close();
  });

  test('a form in steps is checked over all of them, and leads to the step with what is missing', async () => {
    const page = await openPage('wizard');
    await assertGuides(page, `wizard-${name}`);
    await step(page, '#on');
    await page.waitFor(() => document.querySelector('#step .recording-hints') !== null);
    await page.type('#happened', ' The IRO came. ');
    await step(page, '#on');
    await step(page, '#save');
    await isHeldBack(page);
    assert.equal(posted.length, 0);
    const links = await page.evaluate(() => [...document.querySelectorAll('.govuk-error-summary a')].map(({ textContent }) => textContent));
    assert.ok(links.some((link) => /date|when/i.test(link)), links.join('\n'));
    await page.evaluate(() => /** @type {HTMLElement} */ ([...document.querySelectorAll('.govuk-error-summary a')].find(({ textContent }) => /date|when/i.test(textContent))).click());
    assert.equal(await page.waitFor(() => document.activeElement?.id), 'visited');
    await page.waitFor(() => document.querySelector('#step .govuk-error-message') !== null);
    await page.type('#visited', '4 March 2026');
    await step(page, '#on');
    await step(page, '#on');
    await step(page, '#save');
    await page.waitFor(() => location.pathname.endsWith('/saved.html') || document.activeElement?.matches('.govuk-error-summary'));
    if (posted.length === 0) await saveAnyway(page, 'She was not at home.');
    assert.equal(posted[0].get('visited'), '4 March 2026');
    assert.match(posted[0].get('happened') ?? '', /IRO came/);
    await page.close();
  });

  test('twenty text areas are checked once a pause', async () => {
    const page = await openPage('many');
    await assertGuides(page, `many-${name}`);
    const checks = () => page.evaluate(() => Number(document.querySelector('#checks')?.textContent));
    const before = await checks();
    assert.equal(await page.evaluate(() => document.querySelectorAll('#review textarea').length), 20);
    await page.type('#why-4', 'The TAF met and asked for it. ');
    await page.waitFor(() => document.querySelector('#why-4 ~ .recording-hints') !== null);
    assert.equal(await checks(), before + 1);
    await page.close();
  });
});
