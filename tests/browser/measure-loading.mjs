// node tests/browser/measure-loading.mjs [--times 5] [--slowdown 1,4]
// How long a page takes from navigation until its form is checked, in Chromium with an empty cache and without a network
// between the two, and how many bytes it loads: as they are, and as servers pack them.
import { parseArgs } from 'node:util';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { browsers, findBrowser } from '../../tools/browsers.mjs';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { launchers } from './harness.mjs';

const { values: given } = parseArgs({
  options: { times: { type: 'string', default: '5' }, slowdown: { type: 'string', default: '1,4' } },
});

/** @param {string} script that gives `attach` */
const form = (script) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Visit</title><form>
  <p><label for="text">What happened</label> <textarea id="text" data-record="text">We met the TAF.</textarea></p>
</form>
<script type="module">
  import { attach } from '/build/page/${script}';
  await attach(document.forms[0]);
  performance.mark('ready');
</script></html>`;

const headers = { 'Content-Type': 'text/html; charset=utf-8' };
const pages = { '/form.js': form('form.js'), '/inline.js': form('inline.js'), '/js.js': form('js.js') };
const server = await serve({ ...demo, headers, pages });
const { browser, close } = await launchers.Chromium(findBrowser(browsers[0]) ?? '', {});
const loaded = [];
const ready = [];
for (const path of Object.keys(pages)) {
  for (const slowdown of given.slowdown.split(',').map(Number)) {
    const times = [];
    for (let time = 0; time < Number(given.times); time += 1) {
      const page = await browser.newPage();
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
      const bodies = /** @type {Promise<[string, Buffer]>[]} */ ([]);
      page.on('response', (/** @type {import('playwright-core').Response} */ response) => {
        bodies.push(response.body().then((body) => [new URL(response.url()).pathname, body]));
      });
      await page.goto(server.address + path);
      await page.waitForFunction(() => performance.getEntriesByName('ready').length > 0);
      times.push(await page.evaluate(() => performance.getEntriesByName('ready')[0].startTime));
      if (ready.length % 2 === 0 && time === 0) {
        for (const [file, body] of await Promise.all(bodies)) {
          if (file === path) continue;
          const sizes = [body, gzipSync(body, { level: 9 }), brotliCompressSync(body)].map(({ length }) => (length / 1000).toFixed(1));
          loaded.push({ page: path.slice(1), file, 'kB': sizes[0], 'gzip': sizes[1], 'brotli': sizes[2] });
        }
      }
      await page.close();
    }
    times.sort((one, other) => one - other);
    ready.push({ page: path.slice(1), slowdown: `${slowdown} ×`, 'ready after ms (median)': Math.round(times[Math.floor(times.length / 2)]), least: Math.round(times[0]) });
  }
}
console.table(loaded);
console.table(ready);
await close();
await server.close();
