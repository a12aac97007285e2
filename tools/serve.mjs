import { readFile, realpath } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.jsx': 'text/plain; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ts': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.vue': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/**
 * @typedef {object} Site
 * @property {Record<string, string>} [folders] folder for each path that starts and ends with a slash
 * @property {Record<string, string>} [pages] HTML for each path that has no file
 * @property {Record<string, string>} [redirects] path for each path that is elsewhere
 * @property {Record<string, string>} [headers] sent with every answer
 * @property {Record<string, Record<string, string>>} [headersUnder] sent in their place with what is under a path
 * @property {(path: string, body: string) => void} [posted] hears of each form that is posted, which is answered by the
 *   page that it is posted to; without it, none may be
 * @property {Record<string, number>} [delays] milliseconds before an answer for each path that is slow
 */

/**
 * @typedef {object} Server
 * @property {string} address without a slash at its end
 * @property {() => Promise<void>} close
 */

/**
 * Serves a site on a free port of this machine, to this machine only.
 *
 * @param {Site} site
 * @returns {Promise<Server>}
 */
export async function serve(site) {
  const server = createServer(async (request, response) => {
    const { status, headers, body } = await answer(site, request);
    await pause(site.delays?.[request.url ?? ''] ?? 0);
    const place = Object.keys(site.headersUnder ?? {}).find((start) => request.url?.startsWith(start));
    response.writeHead(status, { 'Cache-Control': 'no-store', ...site.headers, ...site.headersUnder?.[place ?? ''], ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}

/**
 * @param {number} status
 * @param {string | Buffer} body
 * @param {Record<string, string>} [headers]
 */
const plain = (status, body, headers = {}) =>
  ({ status, body, headers: { 'Content-Type': types['.txt'], ...headers } });

/**
 * @param {Site} site
 * @param {import('node:http').IncomingMessage} request
 */
async function answer({ folders = {}, pages = {}, redirects = {}, posted }, request) {
  const { method, url = '/' } = request;
  const path = pathOf(url);
  if (method === 'POST' && posted && path !== undefined) {
    posted(path, await text(request));
    return plain(303, '', { Location: path });
  }
  if (method !== 'GET' && method !== 'HEAD') {
    return plain(405, 'Only GET and HEAD are answered.\n', { Allow: 'GET, HEAD' });
  }
  if (path === undefined) return plain(400, 'The address is malformed.\n');
  if (Object.hasOwn(redirects, path)) return plain(302, '', { Location: redirects[path] });
  if (Object.hasOwn(pages, path)) return plain(200, pages[path], { 'Content-Type': types['.html'] });
  const file = path.endsWith('/') ? `${path}index.html` : path;
  const mount = Object.keys(folders).filter((start) => file.startsWith(start)).sort().at(-1);
  const body = mount && (await contentOf(folders[mount], file.slice(mount.length)));
  if (!body) return plain(404, 'There is no such file.\n');
  const type = types[/** @type {keyof typeof types} */ (extname(file))] ?? 'application/octet-stream';
  return plain(200, body, { 'Content-Type': type });
}

/**
 * The decoded path of an address, or undefined if it cannot be decoded.
 *
 * @param {string} url
 */
function pathOf(url) {
  try {
    return decodeURIComponent(url.replace(/[?#].*/s, ''));
  } catch {
    return undefined;
  }
}

/**
 * The content of a file in a folder; undefined if there is none, or if the path leads out of
 * the folder by dots or by a link.
 *
 * @param {string} folder
 * @param {string} path
 */
async function contentOf(folder, path) {
  try {
    const inside = (await realpath(folder)) + sep;
    const file = await realpath(join(inside, path));
    return file.startsWith(inside) ? await readFile(file) : undefined;
  } catch {
    return undefined;
  }
}
