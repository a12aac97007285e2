import { existsSync } from 'node:fs';
import { succeed, which } from './command.mjs';
import { step } from './progress.mjs';
import { Refusal } from './refusal.mjs';

/**
 * Installs Debian packages.
 *
 * @param {string[]} packages
 * @throws {Refusal} where this is no Debian, or the user may not install
 */
export async function installDebianPackages(packages) {
  const list = packages.join(', ');
  if (!existsSync('/etc/debian_version') || !which('apt-get')) {
    throw new Refusal(`This is no Debian, where these packages could be installed: ${list}.`);
  }
  if (process.getuid?.() !== 0) {
    throw new Refusal(`These Debian packages are missing, and only root can install them: ${list}.`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await step(`Installing with apt-get: ${list}`, async () => {
    await succeed('apt-get', ['update'], { env });
    await succeed('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  });
}
