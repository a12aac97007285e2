import { join } from 'node:path';
import { root } from './command.mjs';

/** @import { Site } from './serve.mjs' */

/**
 * A policy as strict as a page can have that runs WebAssembly at all. The demo always runs
 * under it, so that whoever has such a policy can see that it works.
 */
const strict = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  // The page that checks an export brings its worker along, since it may load nothing.
  'worker-src': "'self' blob:",
  'style-src': "'self'",
  'img-src': "'self'",
  'connect-src': "'self'",
  'form-action': "'self'",
  'base-uri': "'none'",
  'frame-ancestors': "'none'",
};

/**
 * What a policy is sent as.
 *
 * @param {Record<string, string>} [looser] what a platform or an editor of others needs besides
 */
const headers = (looser = {}) => ({
  'Content-Security-Policy': Object.entries({ ...strict, ...looser }).map((part) => part.join(' ')).join('; '),
  'X-Content-Type-Options': 'nosniff',
});

/** Their pages are full of scripts in attributes. */
const inlineScripts = { 'script-src': `${strict['script-src']} 'unsafe-inline' 'unsafe-eval'` };

/** They put styles into attributes. */
const inlineStyles = { 'style-src': "'self' 'unsafe-inline'", 'img-src': "'self' data: blob:", 'font-src': "'self'" };

const folders = [
  'www', 'examples', 'src/js', 'build/form', 'build/export', 'build/page', 'build/plain', 'build/audit', 'build/editors', 'build/examples',
  'node_modules/tinymce', 'node_modules/jquery/dist', 'tests/ckeditor/node_modules/ckeditor5/dist/browser',
];

/**
 * The demo and the parts of the package that its pages load, at the places they have in the tree.
 *
 * @type {Site}
 */
export const demo = {
  folders: Object.fromEntries(folders.map((folder) => [`/${folder}/`, join(root, folder)])),
  redirects: { '/': '/www/', '/www': '/www/', '/www/audit': '/www/audit/' },
  headers: headers(),
  headersUnder: {
    '/www/embed/webforms/': headers(inlineScripts),
    '/www/embed/apex/': headers(inlineScripts),
    '/www/frameworks.html': headers({ 'frame-src': "'self'" }),
    '/build/examples/': headers({ 'frame-ancestors': "'self'" }),
    '/www/embed/frame/': headers({ 'frame-src': "'self'", 'frame-ancestors': "'self'" }),
    '/www/embed/tinymce/': headers(inlineStyles),
    '/www/embed/ckeditor/': headers(inlineStyles),
  },
  // What somebody writes is of no use to the demo, and is not kept.
  posted: () => {},
};
