/*
 * Tries the adapter for CKEditor 5 on the real editor. It is 146 MB in 175 packages under the GPL, and so neither
 * installed nor run with the other tests:
 *
 *     npm ci --prefix tests/ckeditor && node --test tests/ckeditor
 */
import { after, before } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { testEditor } from '../browser/editors.mjs';
import { inEachBrowser } from '../browser/harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('CKEditor 5', (open, name) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  testEditor(open, name, () => server.address, { editor: 'ckeditor', content: '.ck-editor__editable' });
});
