import { join } from 'node:path';
import { root } from './command.mjs';

/** @import { Site } from './serve.mjs' */

/**
 * A policy as strict as a page can have that runs WebAssembly at all. The demo always runs
 * under it, so that whoever has such a policy can see that it works.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  // The page that checks an export brings its worker along, since it may load nothing.
  "worker-src 'self' blob:",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/**
 * The demo and the parts of the package that its pages load, at the places they have in the tree.
 *
 * @type {Site}
 */
export const demo = {
  folders: Object.fromEntries(
    ['www', 'src/js', 'build/form', 'build/export', 'build/page', 'build/plain', 'build/audit'].map((folder) => [`/${folder}/`, join(root, folder)]),
  ),
  redirects: { '/': '/www/', '/www': '/www/', '/www/audit': '/www/audit/' },
  headers: { 'Content-Security-Policy': contentSecurityPolicy, 'X-Content-Type-Options': 'nosniff' },
};
