import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where the tools keep what they had to build, shared by all checkouts of one user. */
export const cacheFolder = join(
  process.env.XDG_CACHE_HOME || join(homedir(), '.cache'),
  'recording-standard',
);

/**
 * The folder kept under a name; undefined if it was not made yet.
 *
 * @param {string} name says everything that the content depends on
 */
export function kept(name) {
  const folder = join(cacheFolder, name);
  return existsSync(folder) ? folder : undefined;
}

/**
 * Makes a folder and keeps it under a name. It is filled elsewhere and moved when it is whole,
 * so that neither an interrupted run nor two at once leave half of it behind.
 *
 * @param {string} name says everything that the content depends on
 * @param {(draft: string) => Promise<unknown>} fill
 */
export async function keep(name, fill) {
  const folder = join(cacheFolder, name);
  await mkdir(cacheFolder, { recursive: true });
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    await fill(draft);
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** What was not asked for in so many milliseconds is kept no longer. */
const lately = 14 * 24 * 60 * 60_000;

/**
 * Keeps a folder that is one of many of its kind, and lets go of those of its kind that nobody has asked for lately.
 *
 * @param {string} kind
 * @param {string} name begins with the kind, and says everything that the content depends on
 * @param {(draft: string) => Promise<unknown>} fill
 */
export async function keepLately(kind, name, fill) {
  const now = new Date();
  await utimes(kept(name) ?? await keep(name, fill), now, now);
  for (const other of (await readdir(cacheFolder)).filter((found) => found.startsWith(`${kind}-`))) {
    const folder = join(cacheFolder, other);
    // Another checkout may just have let go of it.
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (now.getTime() - mtimeMs > lately) await rm(folder, { recursive: true, force: true });
  }
}
