import { build } from './build.mjs';
import { buildExamples } from './examples.mjs';
import { say } from './progress.mjs';
import { Refusal, asCommand } from './refusal.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { demo } from './demo.mjs';

await asCommand(async () => {
  await build(await setup());
  const server = await serve(demo);
  say(`The demo is at ${server.address}/ (Ctrl-C ends it).`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, server.close);
  // Last, since one page alone shows them and the first time takes a minute.
  await buildExamples().catch((error) => {
    if (!(error instanceof Refusal)) throw error;
    say(`The apps in frameworks.html are left out. ${error.message}`);
  });
});
