import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { inEachBrowser } from './harness.mjs';
import { assertFits } from './widths.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

/** @import { Page } from './harness.mjs' */

/** Longer than the pause after which a form speaks, in milliseconds. */
const aPause = 1000;

/** A form as anybody's page may have it: no class names, no ids but one, labels around the controls. */
const plainForm = `<!doctype html><html lang="en-GB"><title>Visit</title><main><h1>Visit</h1><form>
  <p><label>Seen on <input data-record="eventAt"></label></p>
  <p><label>What happened <textarea data-record="text" rows="6"></textarea></label></p>
  <p><button name="way" value="draft">Save draft</button> <button id="send" name="way" value="final">Save</button></p>
</form></main>`;

/** Every kind of control that a field can be. */
const allControls = `<!doctype html><html lang="en-GB"><title>Controls</title><form>
  <input id="text" data-record="author/name" value=" Priya Shah ">
  <textarea data-record="text">Line one\nLine two</textarea>
  <select data-record="type"><option value="">Choose</option><option value="visit" selected>Visit</option></select>
  <select data-record="sharing/0/with" multiple><option selected>School</option><option>GP</option><option selected>Police</option></select>
  <input type="radio" name="seen" data-record="child/seen" value="yes">
  <input type="radio" name="seen" data-record="child/seen" value="no" checked>
  <input type="checkbox" data-record="late/stated" checked>
  <input type="checkbox" data-record="author/firstHand">
  <input type="date" data-record="reviewOn" value="2026-04-01">
  <input type="datetime-local" data-record="eventAt" value="2026-03-04T15:30">
  <fieldset data-record="dueOn"><input value="5"><input value="3"><input value="2026"></fieldset>
  <div data-record="child/views" contenteditable="true">I like <b>drawing</b>.<div>And my dad.</div></div>
  <input data-record="decisions/0/what" value=""><input data-record="decisions/0/reasons" value=" ">
  <input data-record="decisions/1/what" value="A meeting"><input data-record="decisions/1/reasons" value="">
  <input data-record="familyViews" value="not part of it" disabled>
  <button>Save</button>
</form>`;

inEachBrowser('the demonstration', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  /** Opens the demonstration, once its checks are ready. */
  async function openDemo() {
    const page = await open(`${server.address}/`);
    await page.waitFor(() => document.querySelector('#visit > [role="status"]') !== null);
    return page;
  }

  /**
   * Opens the demonstration with its example, once that is looked at.
   */
  async function openExample() {
    const page = await openDemo();
    await page.click('#fill-in');
    await page.waitFor(() => document.querySelector('#happened ~ .recording-hints') !== null);
    return page;
  }

  test('asks about nothing before anything is written', async () => {
    const page = await openDemo();
    await pause(aPause);
    assert.deepEqual(await hints(page), {});
    assert.deepEqual(page.errors, []);
    await page.close();
  });

  test('looks at what was typed after a pause, and marks the words', async () => {
    const page = await openDemo();
    await page.type('#happened', 'We met the TAF. ');
    const [hint] = (await hintsOf(page, 'happened', 1));
    assert.match(hint, /^“TAF”/);
    assert.deepEqual(await page.evaluate(() => [...document.querySelectorAll('.recording-mark--warning')].map((mark) => mark.textContent)), ['TAF']);
    await page.close();
  });

  test('leaves people’s own words alone', async () => {
    const page = await openDemo();
    await page.type('#views', 'Ava said, “The TAF lady never rings.” She asked me what the IRO does. ');
    assert.match((await hintsOf(page, 'views', 1))[0], /^“IRO”/);
    await page.close();
  });

  test('says nothing about the sentence that is being typed, until it ends or is left', async () => {
    const page = await openDemo();
    await page.type('#happened', 'We met the TAF, and then');
    await pause(aPause);
    assert.deepEqual(await hints(page), {});
    await page.type('#happened', ' we went home.');
    assert.equal((await hintsOf(page, 'happened', 1)).length, 1);
    await page.type('#happened', ' I rang the IRO but');
    await pause(aPause);
    assert.equal((await hintsOf(page, 'happened', 1)).length, 1);
    await page.focus('#views');
    assert.equal((await hintsOf(page, 'happened', 2)).length, 2);
    await page.close();
  });

  test('asks quietly for what was left empty, and not before it was passed by', async () => {
    const page = await openDemo();
    await page.focus('#visit-type');
    await pause(aPause);
    assert.deepEqual(await hints(page), {});
    await page.focus('#visited-day');
    assert.match((await hintsOf(page, 'visit-type', 1))[0], /^Fill in “Type of visit”/);
    await page.focus('#visited-month');
    await pause(aPause);
    assert.deepEqual(Object.keys(await hints(page)), ['visit-type']);
    await page.focus('#happened');
    assert.match((await hintsOf(page, 'visited', 1))[0], /date/);
    assert.equal(await page.evaluate(() => document.querySelectorAll('[aria-invalid], .govuk-error-message').length), 0);
    await page.close();
  });

  test('takes half a date for no mistake while the other half is being typed', async () => {
    const page = await openDemo();
    await page.type('#visited-day', '4');
    await page.type('#visited-month', '3');
    await pause(aPause);
    assert.deepEqual(await hints(page), {});
    await page.focus('#happened');
    assert.match((await hintsOf(page, 'visited', 1))[0], /for example 4 March 2026/);
    await page.close();
  });

  test('tells people who do not see the screen how much there is, once a pause', async () => {
    const page = await openDemo();
    const status = '#visit > [role="status"]';
    assert.equal(await page.text(status), '');
    await page.type('#happened', 'We met the TAF. The IRO came. ');
    await hintsOf(page, 'happened', 2);
    assert.equal(await page.text(status), 'What you saw, heard and did: 2 things to look at');
    await page.close();
  });

  test('moves the selection to the words that a remark is about', async () => {
    const page = await openExample();
    await page.click('#happened ~ .recording-hints .recording-hint__term');
    const selected = await page.evaluate(() => {
      const field = /** @type {HTMLTextAreaElement} */ (document.activeElement);
      return field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(`“${selected}”`, await page.text('#happened ~ .recording-hints .recording-hint__term'));
    await page.close();
  });

  test('offers the late-entry sentence, puts it in when asked, and can take it back', async () => {
    const page = await openExample();
    const before_ = await valueOf(page, '#happened');
    const button = '#happened ~ .recording-hints .recording-fix';
    assert.match(await page.text(button) ?? '', /late entry/);
    await page.evaluate(() => {
      Object.assign(globalThis, { heard: 0 });
      document.querySelector('#happened')?.addEventListener('input', () => { /** @type {any} */ (globalThis).heard += 1; });
    });
    await page.click(button);
    const after_ = await valueOf(page, '#happened');
    assert.match(after_, /^Late entry, written on \d+ \w+ \d{4} at \d+:\d\d\. /);
    assert.ok(after_.endsWith(before_));
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'happened');
    assert.ok((await hintsOf(page, 'happened')).every((hint) => !hint.includes('late entry, and why')));
    await page.evaluate(() => document.execCommand('undo'));
    assert.equal(await valueOf(page, '#happened'), before_);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).heard), 2);
    await page.close();
  });

  test('asks why something was shared', async () => {
    const page = await openExample();
    assert.match((await hintsOf(page, 'agreement', 1))[0], /why this was shared/);
    await page.close();
  });

  test('lists on submission what is missing, at the top and at the fields', async () => {
    const page = await openDemo();
    await page.click('#save');
    await page.waitFor(() => document.activeElement?.matches('.govuk-error-summary') === true);
    const links = await page.evaluate(() => [...document.querySelectorAll('.govuk-error-summary a')].map((link) => link.textContent));
    const messages = await page.evaluate(() =>
      [...document.querySelectorAll('.govuk-form-group .govuk-error-message')].map((message) => message.textContent));
    assert.ok(links.length >= 3);
    assert.deepEqual(messages, links.map((link) => `Error: ${link}`));
    assert.match(await page.evaluate(() => document.title), /^Error: Record a visit/);
    const happened = await page.evaluate(() => {
      const field = /** @type {HTMLElement} */ (document.querySelector('#happened'));
      const describedBy = (field.getAttribute('aria-describedby') ?? '').split(' ');
      return {
        invalid: field.getAttribute('aria-invalid'),
        group: field.closest('.govuk-form-group')?.matches('.govuk-form-group--error'),
        first: describedBy[0],
        described: describedBy.map((id) => document.getElementById(id)?.textContent).join(' '),
      };
    });
    assert.equal(happened.invalid, 'true');
    assert.equal(happened.group, true);
    assert.equal(happened.first, 'happened-hint');
    assert.match(happened.described, /Error: Fill in/);
    await page.close();
  });

  test('leads from the summary to the field', async () => {
    const page = await openDemo();
    await page.click('#save');
    await page.waitFor(() => document.querySelector('.govuk-error-summary a') !== null);
    await page.click('.govuk-error-summary li:nth-child(2) a');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'visited-day');
    await page.close();
  });

  test('lets go at once of what was put right, and holds nothing new against anybody until the next submission', async () => {
    const page = await openDemo();
    await page.click('#save');
    await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    const before_ = await errorCount(page);
    await page.type('#happened', 'A');
    await page.waitFor((count) => document.querySelectorAll('.govuk-error-summary li').length === count, before_ - 1);
    assert.equal(await page.evaluate(() => document.querySelector('#happened')?.hasAttribute('aria-invalid')), false);
    assert.match(await page.text('#visit > [role="status"]') ?? '', /still$/);
    await page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector('#happened')).select());
    await page.press('Backspace');
    await page.focus('#views');
    await hintsOf(page, 'happened', 1);
    assert.equal(await errorCount(page), before_ - 1);
    await page.click('#save');
    await page.waitFor((count) => document.querySelectorAll('.govuk-error-summary li').length === count, before_);
    await page.close();
  });

  test('lets an imperfect record through when the worker says why', async () => {
    const page = await openExample();
    await page.click('#save');
    await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    await page.click('.recording-anyway button');
    assert.match(await page.text('.recording-anyway .govuk-error-message') ?? '', /Say why/);
    assert.equal(await isVisible(page, '#saved'), false);
    await page.type('.recording-anyway textarea', 'The school needs it today.');
    await page.click('.recording-anyway button');
    assert.equal(await isVisible(page, '#saved'), true);
    assert.match(await page.text('#saved') ?? '', /The school needs it today\./);
    assert.doesNotMatch(await page.evaluate(() => document.title), /^Error/);
    await page.close();
  });

  test('checks by the standard that was chosen', async () => {
    const page = await openExample();
    await page.click('#standard-wirral');
    await page.waitFor(() => document.querySelector('#happened ~ .recording-hints')?.textContent.includes('Wirral, section 6.8'));
    await page.close();
  });

  test('asks the network for nothing once it is loaded', async () => {
    const page = await openDemo();
    // Firefox counts parts of its own that no network brings, and a browser fetches the page's icon when it likes.
    const isOfBrowser = (/** @type {string} */ address) => address.startsWith('data:') || address.endsWith('/icon.svg');
    const asked = () => page.requests.filter((address) => !isOfBrowser(address));
    const loaded = asked().length;
    await page.click('#fill-in');
    await page.type('#views', ' We met the TAF. ');
    await hintsOf(page, 'views', 1);
    await page.click('#save');
    await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    assert.deepEqual(asked().slice(loaded), []);
    assert.ok(asked().every((address) => address.startsWith(server.address)));
    await page.close();
  });

  for (const [state, reach] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
    ['empty', async () => {}],
    ['with remarks', async (page) => {
      await page.click('#fill-in');
      await hintsOf(page, 'happened');
      await page.click('.recording-hint__why summary');
    }],
    ['after a submission with errors', async (page) => {
      await page.click('#fill-in');
      // What appears moves the button from where a driver has just seen it.
      await hintsOf(page, 'happened');
      await page.click('#save');
      await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    }],
    ['after an empty submission', async (page) => {
      await page.click('#save');
      await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
    }],
    ['saved', async (page) => {
      await page.click('#save');
      await page.waitFor(() => document.querySelector('.govuk-error-summary') !== null);
      await page.type('.recording-anyway textarea', 'The system goes down at noon.');
      await page.click('.recording-anyway button');
    }],
  ])) {
    test(`is accessible, on a telephone and on a desk: ${state}`, async () => {
      const page = await openDemo();
      await reach(page);
      await assertFits(page);
      await page.close();
    });
  }
});

inEachBrowser('a form of anybody’s page', (open) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve({ ...demo, pages: { '/plain': plainForm, '/controls': allControls } });
  });
  after(() => server.close());

  /**
   * Opens the plain form with checks, and keeps count of what its own way of saving is told.
   *
   * @param {object} options of `attach`
   */
  async function openPlain(options) {
    const page = await open(`${server.address}/plain`);
    await page.evaluate(async (given) => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const form = document.forms[0];
      const state = Object.assign(globalThis, { saved: /** @type {string[]} */ ([]), heard: /** @type {any[]} */ ([]) });
      form.addEventListener('submit', (event) => {
        event.preventDefault();
        state.saved.push(/** @type {HTMLButtonElement} */ (event.submitter).value);
      });
      const record = { author: { name: 'Priya Shah', postTitle: 'Social worker' } };
      const onReport = (/** @type {any} */ report, /** @type {any} */ how) => how && state.heard.push(how);
      Object.assign(globalThis, { attachment: await attach(form, { record, onReport, ...given }) });
    }, options);
    return page;
  }

  /** @param {Page} page */
  const saved = (page) => page.evaluate(() => /** @type {any} */ (globalThis).saved);

  test('that may not be saved with errors is held back until there are none', async () => {
    const page = await openPlain({ onErrors: 'block' });
    for (let time = 0; time < 2; time += 1) await page.click('#send');
    assert.deepEqual(await saved(page), []);
    assert.equal(await page.text('.recording-anyway'), undefined);
    const today = await page.evaluate(() => new Date().toLocaleDateString('en-GB'));
    await page.type('[data-record="eventAt"]', today);
    // What goes away moves the button, maybe from under the pointer.
    await page.waitFor(() => document.querySelector('.govuk-error-summary') === null);
    await page.click('#send');
    assert.deepEqual(await saved(page), ['final']);
    await page.close();
  });

  test('that may be saved with errors is never held back', async () => {
    const page = await openPlain({ onErrors: 'allow' });
    await page.click('#send');
    assert.deepEqual(await saved(page), ['final']);
    assert.equal(await page.text('.govuk-error-summary'), undefined);
    await page.close();
  });

  test('that asks why is saved by the button that was pressed, and the page hears the reason', async () => {
    const page = await openPlain({});
    await page.click('[value="draft"]');
    assert.deepEqual(await saved(page), []);
    await page.type('.recording-anyway textarea', 'I was called away.');
    await page.click('.recording-anyway button');
    assert.deepEqual(await saved(page), ['draft']);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).heard), [{ reason: 'I was called away.' }]);
    await page.close();
  });

  test('is as it was after its checks are detached', async () => {
    const page = await open(`${server.address}/plain`);
    const [before_, during, after_] = await page.evaluate(async () => {
      const snapshot = () => JSON.stringify([
        document.documentElement.outerHTML, document.title, document.adoptedStyleSheets.length, CSS.highlights.size,
      ]);
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const form = document.forms[0];
      const first = snapshot();
      const attachment = await attach(form);
      const text = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
      text.value = 'We met the TAF.';
      attachment.check();
      /** @type {HTMLElement} */ (form.querySelector('#send')).click();
      const second = snapshot();
      attachment.detach();
      return [first, second, snapshot()];
    });
    assert.notEqual(during, before_);
    assert.match(during, /Error: /);
    assert.equal(after_, before_);
    await page.click('#send');
    await page.waitFor(() => location.search.includes('way=final'));
    await page.close();
  });

  test('is read control by control', async () => {
    const page = await open(`${server.address}/controls`);
    const record = await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      let seen;
      const validator = {
        check(/** @type {any} */ given) {
          seen = given;
          return { findings: [], errors: 0, warnings: 0, advice: 0, ready: true, words: 0 };
        },
        rules: () => [],
      };
      await attach(document.forms[0], { validator, record: { fileId: 'CF-1', author: { postTitle: 'Social worker' } } });
      return seen;
    });
    assert.deepEqual(record, {
      fileId: 'CF-1',
      draft: true,
      author: { name: ' Priya Shah ', postTitle: 'Social worker' },
      text: 'Line one\nLine two',
      type: 'visit',
      sharing: [{ with: ['School', 'Police'] }],
      child: { seen: 'no', views: 'I like drawing.\nAnd my dad.\n' },
      late: { stated: true },
      reviewOn: '2026-04-01',
      eventAt: '2026-03-04T15:30',
      dueOn: '5/3/2026',
      // An item of which nothing is filled in is none yet.
      decisions: [null, { what: 'A meeting', reasons: '' }],
    });
    await page.close();
  });

  test('keeps its marks in step with its text, also in what is edited in place', async () => {
    const page = await open(`${server.address}/controls`);
    const [inText, inPlace, moved] = await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const form = document.forms[0];
      const text = /** @type {HTMLTextAreaElement} */ (form.querySelector('textarea'));
      const views = /** @type {HTMLElement} */ (form.querySelector('[contenteditable]'));
      text.value = 'We met the TAF.';
      views.textContent = 'I know the IRO.';
      await attach(form);
      const mirror = /** @type {HTMLElement} */ (form.querySelector('.recording-mirror'));
      const marked = () => [...mirror.querySelectorAll('span')].map((mark) => mark.textContent);
      const painted = ['error', 'warning', 'advice'].flatMap((severity) =>
        [...(CSS.highlights.get(`recording-${severity}`) ?? [])].map(String));
      const now = marked();
      text.setRangeText('Today ', 0, 0);
      text.dispatchEvent(new Event('input', { bubbles: true }));
      // Before it is next painted.
      await new Promise((resolve) => { requestAnimationFrame(resolve); });
      return [now.includes('TAF'), painted.includes('IRO'), marked().includes('TAF') && mirror.textContent?.startsWith('Today We met')];
    });
    assert.deepEqual([inText, inPlace, moved], [true, true, true]);
    await page.close();
  });

  test('has a fix put into what is edited in place', async () => {
    const page = await open(`${server.address}/controls`);
    const [text, heard] = await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const form = document.forms[0];
      const views = /** @type {HTMLElement} */ (form.querySelector('[contenteditable]'));
      views.innerHTML = 'I <b>know</b><div>the IRO well.</div>';
      await attach(form);
      let inputs = 0;
      views.addEventListener('input', () => { inputs += 1; });
      /** @type {HTMLElement} */ (form.querySelector('[contenteditable] ~ .recording-hints .recording-fix')).click();
      return [views.innerText, inputs];
    });
    assert.equal(text.trim(), 'I know\nthe independent reviewing officer (IRO) well.');
    assert.equal(heard, 1);
    await page.close();
  });

  test('finds a place for what it has no control for, and leads there', async () => {
    const page = await openPlain({ record: {}, onErrors: 'block' });
    await page.click('#send');
    const link = await page.waitFor(() => [...document.querySelectorAll('.govuk-error-summary a')]
      .findIndex(({ textContent }) => textContent.includes('post title')) + 1);
    await page.click(`.govuk-error-summary li:nth-child(${link}) a`);
    assert.match(await page.evaluate(() => document.activeElement?.textContent ?? ''), /post title/);
    await page.close();
  });

  test('goes on when the page puts other nodes in the place of its own', async () => {
    const page = await openPlain({});
    await page.evaluate(() => {
      const form = document.forms[0];
      form.innerHTML = '<label for="new">What happened</label> <textarea id="new" data-record="text"></textarea>';
    });
    await page.type('#new', 'We met the TAF. ');
    await page.waitFor(() => document.querySelector('#new ~ .recording-hints') !== null);
    await page.close();
  });

  test('lays its marks over the letters of the text, and leaves them there when the list under it grows', async () => {
    const page = await openPlain({});
    await page.type('textarea', 'We talked for a long while about what had happened at school and at home. We met the TAF. ');
    await page.waitFor(() => document.querySelector('.recording-hint__why') !== null);
    const distance = () => page.evaluate(() => {
      const area = /** @type {HTMLElement} */ (document.querySelector('textarea'));
      const [text, mirror] = [area, /** @type {Element} */ (document.querySelector('.recording-mirror'))]
        .map((element) => element.getBoundingClientRect());
      return Math.hypot(text.x + area.clientLeft - mirror.x, text.y + area.clientTop - mirror.y);
    });
    assert.ok(await distance() < 0.5);
    await page.click('.recording-hint__why summary');
    assert.ok(await distance() < 0.5);
    await page.close();
  });

  for (const [what, site] of /** @type {const} */ ([
    ['is missing', { redirects: { '/build/page/recording_standard_bg.wasm': '/nowhere' } }],
    ['is another than it was made with', {
      redirects: { '/build/page/recording_standard_bg.wasm': '/build/export/recording_standard_bg.wasm' },
    }],
    ['is refused, and the JavaScript missing', {
      redirects: { '/build/page/plain.js': '/nowhere' }, headers: { 'Content-Security-Policy': "default-src 'self'" },
    }],
  ])) {
    test(`works as before, and says that checks are unavailable, where the wasm ${what}`, async () => {
      const closed = await serve({ ...demo, ...site, pages: { '/plain': plainForm } });
      const page = await open(`${closed.address}/plain`);
      await page.evaluate(async () => {
        const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
        await attach(document.forms[0]);
      });
      assert.match(await page.text('form > [role="status"]') ?? '', /^Checks are unavailable/);
      await page.click('#send');
      await page.waitFor(() => location.search.includes('way=final'));
      await page.close();
      await closed.close();
    });
  }

  test('is saved, and says that checks are unavailable, when a check breaks off', async () => {
    const page = await open(`${server.address}/plain`);
    await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      const validator = {
        check() {
          throw new WebAssembly.RuntimeError('unreachable');
        },
      };
      await attach(document.forms[0], { validator, onErrors: 'block' });
    });
    assert.match(await page.text('form > .recording-unavailable') ?? '', /^Checks are unavailable/);
    await page.click('#send');
    await page.waitFor(() => location.search.includes('way=final'));
    await page.close();
  });

  test('whose policy is not right says so to its developer', async () => {
    const page = await open(`${server.address}/plain`);
    const message = await page.evaluate(async () => {
      const { attach } = await import(/** @type {any} */ ('/build/page/form.js'));
      return attach(document.forms[0], { policy: { standart: 'wirral' } }).catch((/** @type {Error} */ error) => error.message);
    });
    assert.match(message, /^policy: .*\bstandard\b/);
    await page.close();
  });
});

/**
 * The quiet remarks by the id of the control, or of the group of controls, that they stand at.
 *
 * @param {Page} page
 * @returns {Promise<Record<string, string[]>>}
 */
const hints = (page) => page.evaluate(() => {
  const lists = [...document.querySelectorAll('#visit .recording-hints')].map((list) => {
    const group = /** @type {Element} */ (list.parentElement);
    const id = group.querySelector('.govuk-date-input, textarea, select, input')?.id ?? '';
    return [id, [...list.querySelectorAll('.recording-hint__message')].map((message) => message.textContent)];
  });
  return Object.fromEntries(lists);
});

/**
 * The remarks at a field, once there are so many.
 *
 * @param {Page} page
 * @param {string} id
 * @param {number} [count] any, if none is given
 * @returns {Promise<string[]>}
 */
async function hintsOf(page, id, count) {
  await page.waitFor((wanted) => {
    const group = document.getElementById(wanted.id)?.parentElement;
    const found = group?.querySelectorAll('.recording-hint').length ?? 0;
    return wanted.count === undefined ? found > 0 : found === wanted.count;
  }, { id, count });
  return (await hints(page))[id];
}

/** @param {Page} page */
const errorCount = (page) => page.evaluate(() => document.querySelectorAll('.govuk-error-summary li').length);

/**
 * @param {Page} page
 * @param {string} selector
 */
const valueOf = (page, selector) =>
  page.evaluate((wanted) => /** @type {HTMLTextAreaElement} */ (document.querySelector(wanted)).value, selector);

/**
 * @param {Page} page
 * @param {string} selector
 */
const isVisible = (page, selector) =>
  page.evaluate((wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).offsetHeight > 0, selector);
