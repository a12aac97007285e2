import { buildForPages } from './build.mjs';
import { say } from './progress.mjs';
import { asCommand } from './refusal.mjs';
import { serve } from './serve.mjs';
import { setup } from './setup.mjs';
import { demo } from './demo.mjs';

await asCommand(async () => {
  await buildForPages(await setup());
  const server = await serve(demo);
  say(`The demo is at ${server.address}/ (Ctrl-C ends it).`);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, server.close);
});
