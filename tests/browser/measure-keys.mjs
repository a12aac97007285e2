// node tests/browser/measure-keys.mjs [--words 2007] [--keys 120] [--slowdown 1,4] [--at end|middle]
// What a key costs the main thread of a page in a long note, in Chromium: in the bare box, which is the browser's own
// part, and with checks. Somebody types 24 letters and pauses, so that what is done in the pause is seen as well. It
// counts the processor's time, as other work on the machine would stretch the clock's; tracing takes a part of it.
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { browsers, findBrowser } from '../../tools/browsers.mjs';
import { root } from '../../tools/command.mjs';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { launchers } from './harness.mjs';

const { values: given } = parseArgs({
  options: {
    words: { type: 'string', default: '2007' },
    keys: { type: 'string', default: '120' },
    slowdown: { type: 'string', default: '1,4' },
    at: { type: 'string', default: 'end' },
  },
});

/** Letters between two pauses, and milliseconds between two letters and in a pause. */
const burst = 24;
const betweenKeys = 60;
const betweenBursts = 1500;

const form = `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Visit</title><main><h1>Visit</h1><form>
  <p><label>Seen on <input data-record="eventAt"></label></p>
  <p><label for="text">What happened</label><br><textarea id="text" data-record="text" rows="20" cols="90"></textarea></p>
  <p><button>Save</button></p>
</form></main></html>`;

const typed = 'We met the TAF at the school and talked about how the mornings go. Ava was quiet, and then she said that ' +
  'she likes her room. Her mum was hostile to me. I rang the IRO after that. ';

/**
 * A note of so many words, out of those that the rules are tuned by.
 *
 * @param {number} words
 */
async function noteOf(words) {
  const folder = join(root, 'tests/notes/tuned');
  const files = (await readdir(folder)).sort();
  const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')));
  const bare = texts.join('\n').replace(/^(===|record:).*\n/gm, '').replace(/⟦[^:⟧]*: ([^⟧]*)⟧/g, '$1');
  const all = [...bare.replace(/\n{3,}/g, '\n\n').trim().matchAll(/\S+\s*/g)].map(String);
  return `${all.slice(0, words).join('').trim()}\n\n`;
}

/**
 * @param {import('playwright-core').Browser} browser
 * @param {string} address
 * @param {{ note: string, isAttached: boolean, slowdown: number }} how
 */
async function measure(browser, address, { note, isAttached, slowdown }) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate(async (how) => {
    const text = /** @type {HTMLTextAreaElement} */ (document.querySelector('#text'));
    text.value = how.note;
    if (how.isAttached) await (await import(/** @type {any} */ ('/build/page/form.js'))).attach(document.forms[0]);
    text.focus();
    const at = how.at === 'middle' ? text.value.indexOf('\n', text.value.length / 2) : text.value.length;
    text.setSelectionRange(at, at);
    text.scrollTop = how.at === 'middle' ? text.scrollHeight / 2 : text.scrollHeight;
  }, { note, isAttached, at: given.at });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await pause(betweenBursts);

  const events = /** @type {any[]} */ ([]);
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
  for (let key = 0; key < Number(given.keys); key += 1) {
    const letter = typed[key % typed.length];
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await pause((key + 1) % burst === 0 ? betweenBursts : betweenKeys);
  }
  const complete = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await complete;
  await page.close();
  return events;
}

/**
 * The milliseconds of each task, and of all between a key and the next of its burst.
 *
 * @param {any[]} events of a trace
 */
function read(events) {
  const keys = events.filter(({ name, args }) => name === 'EventDispatch' && args.data.type === 'keydown');
  const [{ pid, tid }] = keys;
  // The task in which the trace ends has no length.
  const tasks = events.filter((event) => event.name === 'RunTask' && event.pid === pid && event.tid === tid && event.tdur >= 0);
  const starts = keys.map(({ ts }) => ts).sort((one, other) => one - other);
  const perKey = starts.flatMap((start, index) => {
    const next = starts[index + 1];
    if (next === undefined || (index + 1) % burst === 0) return [];
    // The task that a key comes in began a moment before it.
    const own = tasks.filter(({ ts, dur }) => ts + dur > start && ts + dur <= next);
    return [own.reduce((sum, { tdur }) => sum + tdur, 0) / 1000];
  });
  return { perKey, tasks: tasks.map(({ tdur }) => tdur / 1000) };
}

/**
 * @param {number[]} numbers
 * @param {number} share
 */
const quantile = (numbers, share) =>
  [...numbers].sort((one, other) => one - other)[Math.ceil(numbers.length * share) - 1];

const server = await serve({ ...demo, pages: { '/form': form } });
const chromium = await launchers.Chromium(findBrowser(browsers[0]) ?? '', {});
const note = await noteOf(Number(given.words));
const rows = [];
for (const slowdown of given.slowdown.split(',').map(Number)) {
  for (const isAttached of [false, true]) {
    const { perKey, tasks } = read(await measure(chromium.browser, `${server.address}/form`, { note, isAttached, slowdown }));
    rows.push({
      slowdown: `${slowdown} ×`,
      box: isAttached ? 'with checks' : 'bare',
      'median, ms': quantile(perKey, 0.5).toFixed(1),
      '99th of 100, ms': quantile(perKey, 0.99).toFixed(1),
      'longest task, ms': Math.max(...tasks).toFixed(1),
      'over 50 ms': tasks.filter((each) => each > 50).length,
    });
  }
}
console.table(rows);
await chromium.close();
await server.close();
