import { after, before } from 'node:test';
import { demo } from '../../tools/demo.mjs';
import { serve } from '../../tools/serve.mjs';
import { testEditor } from './editors.mjs';
import { inEachBrowser } from './harness.mjs';

/** @import { Server } from '../../tools/serve.mjs' */

inEachBrowser('rich text', (open, name) => {
  /** @type {Server} */
  let server;
  before(async () => {
    server = await serve(demo);
  });
  after(() => server.close());

  for (const editor of [
    { editor: 'contenteditable', content: '#notes' },
    { editor: 'prosemirror', content: '#notes > .ProseMirror' },
    { editor: 'tinymce', content: '#notes_ifr' },
  ]) {
    testEditor(open, name, () => server.address, editor);
  }
});
