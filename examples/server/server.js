import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { createValidator } from 'recording-standard';
import { known, pageOf, paths, policy } from './page.js';
import { errorListOf, recordOf } from './record.js';

// #region checks
const validator = await createValidator(policy);

/** @param {URLSearchParams} posted */
function checked(posted) {
  const record = { ...known, ...recordOf(posted, paths), recordedAt: new Date().toISOString() };
  const { findings } = validator.check(record);
  return { findings, errorList: errorListOf(findings, paths) };
}
// #endregion

/** @type {Record<string, string>} */
const types = { css: 'text/css', js: 'text/javascript', wasm: 'application/wasm' };

/** What the page loads: files of the package for pages without a bundler, and the style of the form. */
const files = Object.fromEntries([
  ...['element.js', 'form.js', 'plain.js', 'recording_standard_bg.wasm'].map((name) => [`/recording-standard/${name}`, import.meta.resolve(`recording-standard/page/${name}`)]),
  ['/form.css', new URL('form.css', import.meta.url).href],
]);

const server = createServer(async (request, response) => {
  const { method, url = '/' } = request;
  /**
   * @param {number} status
   * @param {string | Buffer} body
   * @param {string} type
   */
  const answer = (status, body, type) => response.writeHead(status, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' }).end(body);

  if (Object.hasOwn(files, url)) {
    return answer(200, await readFile(fileURLToPath(files[url])), types[url.split('.').at(-1) ?? '']);
  }
  if (method !== 'POST') return answer(200, pageOf(new URLSearchParams()), 'text/html');
  const posted = new URLSearchParams(await text(request));
  const { findings, errorList } = checked(posted);
  const isSaved = errorList.length === 0 || Boolean(posted.get('reason')?.trim());
  if (request.headers.accept === 'application/json') return answer(isSaved ? 200 : 422, JSON.stringify({ findings, errorList }), 'application/json');
  return isSaved ? answer(200, '<!doctype html><html lang="en-GB"><title>Saved</title><h1>Saved</h1>', 'text/html') : answer(422, pageOf(posted, errorList), 'text/html');
});

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1', () => {
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  console.log(`http://127.0.0.1:${port}/`);
});
