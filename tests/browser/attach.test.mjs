import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/** A form with a text, a choice, a field that says why, and a text that stands elsewhere on the page. */
const form = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Visit</title><main><h1>Visit</h1>
<form id="visit">
  <p><label>Seen on <input data-record="eventAt" id="on"></label></p>
  <p><label for="text">What happened</label> <textarea id="text" data-record="text" rows="6" cols="60"></textarea></p>
  <input type="hidden" id="why" name="why">
  <p><button id="send">Save</button></p>
</form>
<p><label for="views">What the child said</label> <textarea id="views" form="visit" data-record="familyViews"></textarea></p>
</main></html>`;

inEachBrowser('attach', (open) => {
  /** @type {Server} */
  let server;
  /** @type {Server} */
  let slow;
  before(async () => {
    server = await serve({ ...demo, pages: { '/form': form } });
    slow = await serve({ ...demo, delays: { '/build/page/recording_standard_bg.wasm': 6500 }, pages: { '/form': form } });
  });
  after(() => Promise.all([server.close(), slow.close()]));

  /**
   * Opens the form with checks.
   *
   * @param {object} [options] of `attach`
   */
  async function openForm(options = {}) {
    const page = await open(`${server.address}/form`);
    await page.evaluate(async (given) => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const record = { author: { name: 'Priya Shah', postTitle: 'Social worker' } };
      Object.assign(globalThis, { attach, attachment: await attach(document.forms[0], { record, ...given }) });
    }, options);
    return page;
  }

  /** @param {Page} page */
  const card = (page) => page.text('.recording-card');

  /** Opens the form with an abbreviation that is marked. */
  async function openMarked() {
    const page = await openForm();
    await page.type('#text', 'Ava was at home. We met the TAF. ');
    await page.waitFor(() => document.querySelector('#text ~ .recording-hints') !== null);
    return page;
  }

  test('explains marked words to the caret, and Tab leads to what can be done', async () => {
    const page = await openMarked();
    for (let times = 0; times < 3; times += 1) await page.press('ArrowLeft');
    await page.waitFor(() => document.querySelector('.recording-card') !== null);
    assert.match(await card(page) ?? '', /team around the family[^]*paragraph 27/);
    assert.match(await page.text('#visit > [role="status"]') ?? '', /^“TAF”[^]*Tab leads to/);
    assert.deepEqual(await page.axe(), []);
    await page.press('Tab');
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /^Write “team around the family/);
    await page.press('Enter');
    assert.equal(await valueOf(page, '#text'), 'Ava was at home. We met the team around the family (TAF). ');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'text');
    await page.waitFor(() => document.querySelector('.recording-hints') === null);
    assert.equal(await card(page), undefined);
    await page.close();
  });

  test('closes an explanation at Escape, and leaves it closed', async () => {
    const page = await openMarked();
    for (let times = 0; times < 3; times += 1) await page.press('ArrowLeft');
    await page.waitFor(() => document.querySelector('.recording-card') !== null);
    await page.press('Escape');
    assert.equal(await card(page), undefined);
    await page.press('ArrowLeft');
    await pause(600);
    assert.equal(await card(page), undefined);
    await page.press('Home');
    await pause(500);
    assert.equal(await card(page), undefined);
    await page.close();
  });

  test('explains the words that a pointer rests on, and may be read with it', async () => {
    const page = await openMarked();
    const word = await page.evaluate(() => {
      const mark = /** @type {Element} */ (document.querySelector('.recording-mark--warning'));
      const { left, top, width, height } = mark.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    });
    await page.hover(word);
    await page.waitFor(() => document.querySelector('.recording-card') !== null);
    const inside = await page.evaluate(() => {
      const { left, top } = /** @type {Element} */ (document.querySelector('.recording-card')).getBoundingClientRect();
      return { x: left + 20, y: top + 20 };
    });
    await page.hover(inside);
    await pause(600);
    assert.notEqual(await card(page), undefined);
    await page.hover({ x: 2, y: 2 });
    await page.waitFor(() => document.querySelector('.recording-card') === null);
    await page.close();
  });

  test('says nothing beside the words while they are typed', async () => {
    const page = await openMarked();
    await page.type('#text', 'Then the TAF');
    await pause(700);
    assert.equal(await card(page), undefined);
    await page.close();
  });

  test('can be worked from the first field to the last with the keyboard alone', async () => {
    const page = await openForm({ reasonField: '#why' });
    const state = () => page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '');
    await page.evaluate(() => document.forms[0].addEventListener('submit', (event) => {
      event.preventDefault();
      Object.assign(globalThis, { sent: new FormData(document.forms[0]).get('why') });
    }));
    await page.focus('#on');
    await page.press('Tab');
    await page.typeHere('We met the TAF. ');
    await page.waitFor(() => document.querySelector('#text ~ .recording-hints') !== null);
    // The words, what to write in their place, and why; in this order.
    const order = [];
    for (let stop = 0; stop < 4; stop += 1) {
      await page.press('Tab');
      order.push(await state());
    }
    assert.deepEqual(order, ['“TAF”', 'Write “team around the family (TAF)”', 'Why this matters', 'Save']);
    await page.press('Enter');
    await page.waitFor(() => document.activeElement?.matches('.govuk-error-summary') === true);
    await page.press('Tab');
    await page.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'on');
    await page.focus('.govuk-error-summary a:last-of-type');
    while (!/^TEXTAREA/.test(await page.evaluate(() => document.activeElement?.tagName ?? ''))) await page.press('Tab');
    await page.typeHere('I was called away.');
    await page.press('Tab');
    await page.press('Enter');
    assert.equal(await page.waitFor(() => /** @type {any} */ (globalThis).sent), 'I was called away.');
    await page.close();
  });

  test('hands on why a record was saved with errors, in the field that the page names', async () => {
    const page = await openForm({ reasonField: '#why' });
    await page.click('#send');
    await page.type('.recording-anyway textarea', 'The school needs it.');
    await page.click('.recording-anyway button');
    assert.match(await page.waitFor(() => location.search), /why=The\+school\+needs\+it/);
    await page.close();
  });

  test('sees what was put in without a word, as dictation does', async () => {
    const page = await openForm();
    await page.focus('#text');
    await page.evaluate(() => { /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value = 'The IRO came. Ava'; });
    await page.waitFor(() => document.querySelector('#text ~ .recording-hints')?.textContent.includes('IRO'));
    await page.close();
  });

  test('takes in what is tied to the form from elsewhere on the page', async () => {
    const page = await openForm();
    await page.type('#views', 'We met the TAF. ');
    await page.waitFor(() => document.querySelector('#views ~ .recording-hints') !== null);
    await page.close();
  });

  test('listens to what the page puts in the place of a field, and to its own editor', async () => {
    const page = await openForm();
    await page.evaluate(async () => {
      const state = /** @type {any} */ (globalThis);
      const editor = document.createElement('div');
      editor.id = 'editor';
      document.querySelector('#text')?.replaceWith(editor);
      let text = '';
      let heard = () => {};
      state.shown = [];
      state.write = (/** @type {string} */ more) => { text += more; heard(); };
      const source = () => ({
        text: () => text,
        onChange: (/** @type {() => void} */ call) => { heard = call; return () => { heard = () => {}; }; },
        show: (/** @type {object} */ stretch) => state.shown.push(stretch),
      });
      state.attachment = await state.attach(document.forms[0], { fields: { '#editor': { path: 'text', source } } });
      state.write('Ava met the TAF. ');
    });
    await page.waitFor(() => document.querySelector('#editor ~ .recording-hints') !== null);
    await page.click('.recording-hint__term');
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shown), [{ start: 12, end: 15 }]);
    await page.close();
  });

  test('counts but once: the last call takes the place of the one before, also of one that is on its way', async () => {
    const page = await openForm();
    const shown = await page.evaluate(async () => {
      const { attach, attachment } = /** @type {any} */ (globalThis);
      const [form] = document.forms;
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#text')).value = 'We met the TAF.';
      // As a framework does that mounts everything twice to see whether it comes off again.
      const first = attach(form);
      const second = attach(form);
      first.then((/** @type {any} */ each) => each.detach());
      const last = await second;
      await first;
      attachment.detach();
      return [document.querySelectorAll('[role="status"]').length, document.querySelectorAll('.recording-hints').length, last.report.findings.length > 0];
    });
    assert.deepEqual(shown, [1, 1, true]);
    await page.close();
  });

  test('holds back a save of the page’s own, and none where the checks break or were taken away', async () => {
    const page = await openForm();
    const asked = await page.evaluate(async () => {
      const { attach, attachment } = /** @type {any} */ (globalThis);
      const saved = () => Object.assign(globalThis, { saved: true });
      const answers = [attachment.ask(saved)];
      attachment.detach();
      answers.push(attachment.ask(saved));
      const broken = () => { throw new Error('broken'); };
      const another = await attach(document.forms[0], { validator: { check: broken, rules: broken, clauses: broken, free: broken } });
      answers.push(another.ask(saved));
      return [...answers, 'saved' in globalThis];
    });
    assert.deepEqual(asked, [false, true, true, false]);
    await page.close();
  });

  test('gives up a check that is half done when somebody writes on or presses a button, and begins anew after that', async () => {
    const page = await open(`${server.address}/form`);
    await page.evaluate(async () => {
      const { attach, createValidator } = await import(/** @type {any} */ ('/build/page/form.js'));
      const validator = await createValidator();
      const told = { mayEnd: true, isUnderWay: false, givenUp: 0 };
      /** @param {unknown[]} asked */
      function* checkInSteps(...asked) {
        told.isUnderWay = true;
        let isDone = false;
        try {
          while (!told.mayEnd) yield;
          isDone = true;
          return validator.check(...asked);
        } finally {
          told.isUnderWay = false;
          if (!isDone) told.givenUp += 1;
        }
      }
      await attach(document.forms[0], { validator: { ...validator, checkInSteps } });
      Object.assign(globalThis, { told }).told.mayEnd = false;
    });
    const told = () => page.evaluate(() => /** @type {any} */ (globalThis).told);
    const isUnderWay = () => page.waitFor(() => /** @type {any} */ (globalThis).told.isUnderWay);
    await page.type('#text', 'We met the TAF. ');
    await isUnderWay();
    const { givenUp } = await told();
    await page.typeHere('I');
    assert.deepEqual(await told(), { mayEnd: false, isUnderWay: false, givenUp: givenUp + 1 });
    await isUnderWay();
    await page.hover({ x: 2, y: 2 });
    await page.hold();
    await pause(200);
    assert.deepEqual(await told(), { mayEnd: false, isUnderWay: false, givenUp: givenUp + 2 });
    await page.letGo();
    await isUnderWay();
    await page.evaluate(() => {
      /** @type {any} */ (globalThis).told.mayEnd = true;
    });
    await page.waitFor(() => document.querySelector('#text ~ .recording-hints') !== null);
    await page.close();
  });

  test('takes a validator that checks in one go', async () => {
    const page = await open(`${server.address}/form`);
    await page.evaluate(async () => {
      const { attach, createValidator } = await import(/** @type {any} */ ('/build/page/form.js'));
      const { check, rules } = await createValidator();
      await attach(document.forms[0], { validator: { check, rules } });
    });
    await page.type('#text', 'We met the TAF. ');
    await page.waitFor(() => document.querySelector('#text ~ .recording-hints') !== null);
    await page.close();
  });

  test('speaks another language, in the page’s own classes', async () => {
    const page = await openForm({ messages: { saveAnyway: 'Cadw beth bynnag', beforeSaving: 'Cyn i chi gadw' }, classes: { errorSummary: 'box', errorMessage: 'mistake' } });
    await page.click('#send');
    assert.equal(await page.text('.box h2'), 'Cyn i chi gadw');
    assert.equal(await page.text('.recording-anyway button'), 'Cadw beth bynnag');
    assert.ok(await page.evaluate(() => document.querySelector('.recording-errors .mistake') && !document.querySelector('.govuk-error-summary, .govuk-error-message')));
    await page.close();
  });

  test('lets a form be sent while the wasm is slow, says so, and takes that back when it is there', async () => {
    const page = await open(`${slow.address}/form`);
    await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      document.forms[0].addEventListener('submit', (event) => { event.preventDefault(); Object.assign(globalThis, { sent: true }); });
      attach(document.forms[0], { onErrors: 'block' });
    });
    await page.click('#send');
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).sent), true);
    await page.waitFor(() => document.querySelector('.recording-unavailable') !== null);
    await page.waitFor(() => document.querySelector('.recording-unavailable') === null);
    await page.click('#send');
    await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    await page.close();
  });
});

/**
 * @param {Page} page
 * @param {string} selector
 */
const valueOf = (page, selector) =>
  page.evaluate((wanted) => /** @type {HTMLTextAreaElement} */ (document.querySelector(wanted)).value, selector);
