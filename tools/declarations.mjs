import { readFile, writeFile } from 'node:fs/promises';

/**
 * Leaves out of declarations what only the newest setting of TypeScript knows: whoever has the declarations of their
 * libraries checked could not compile them. Nothing that the package shows disposes of itself.
 *
 * @param {string} file
 */
export async function forOlderCompilers(file) {
  const declarations = await readFile(file, 'utf8');
  await writeFile(file, declarations.replace(/^ *\[Symbol\.dispose\]\(\): void;\n/gm, ''));
}
