import { join } from 'node:path';
import { keep, kept } from './cache.mjs';
import { run, succeed, which } from './command.mjs';
import { installDebianPackages } from './debian.mjs';
import { step } from './progress.mjs';
import * as versions from './versions.mjs';

/** What Spark needs on a machine, and the Debian package that brings it. */
const needed = [
  { command: 'java', args: ['-version'], debianPackage: 'openjdk-17-jre-headless' },
  { command: 'python3', args: ['-m', 'pip', '--version'], debianPackage: 'python3-pip' },
];

/**
 * Installs Apache Spark for the tests, and what it runs on.
 *
 * @returns {Promise<NodeJS.ProcessEnv>} the environment in which spark-submit is on the PATH
 * @throws {import('./refusal.mjs').Refusal} where something is missing and cannot be installed
 */
export async function setupSpark() {
  const missing = [];
  for (const { command, args, debianPackage } of needed) {
    const works = which(command) && (await run(command, args)).code === 0;
    if (!works) missing.push(debianPackage);
  }
  if (missing.length > 0) await installDebianPackages(missing);
  const name = `pyspark-${versions.pyspark}`;
  const folder = kept(name) ?? (await keep(name, (draft) => step(`Installing ${name} with pip`, () =>
    succeed('python3', ['-m', 'pip', 'install', '--quiet', '--no-cache-dir', '--target', draft, `pyspark==${versions.pyspark}`]))));
  return {
    ...process.env,
    PATH: `${join(folder, 'pyspark/bin')}:${process.env.PATH}`,
    PYTHONPATH: folder,
    SPARK_HOME: join(folder, 'pyspark'),
    PYSPARK_PYTHON: which('python3'),
  };
}
