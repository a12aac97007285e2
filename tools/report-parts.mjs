import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './command.mjs';

const folder = 'src/js/report/html';

/** What the style and the script of reports are made of. */
export const inputs = [`${folder}/report.css`, `${folder}/view.js`, 'tools/report-parts.mjs'];

/**
 * Writes a module with the style and the script of reports as text, and the hashes by which a report allows
 * them: so the command and the page can write a report without reading files.
 *
 * @param {string} draft a folder, from the project's root
 */
export async function writeReportParts(draft) {
  const [style, module] = await Promise.all(inputs.slice(0, 2).map((file) => readFile(join(root, file), 'utf8')));
  const script = `${module.replace('export async function view', 'async function view')}view(document.body);\n`;
  // The end of the element would end the text.
  const parts = { style: style.replaceAll('</', '<\\/'), script: script.replaceAll('</', '<\\/') };
  const lines = Object.entries(parts).flatMap(([name, text]) => [
    `export const ${name} = ${JSON.stringify(text)};`,
    `export const ${name}Hash = 'sha256-${createHash('sha256').update(text).digest('base64')}';`,
  ]);
  await mkdir(join(root, draft), { recursive: true });
  await writeFile(join(root, draft, 'parts.js'), `${lines.join('\n')}\n`);
}
