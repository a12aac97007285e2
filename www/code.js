import { find } from './elements.js';

// Shown is what runs: each place says which file it shows, "embed/worker.js", and which part of it, "element.html#visit".
for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-code]'))) {
  const [file, part] = (place.dataset.code ?? '').split('#');
  const text = await (await fetch(file)).text();
  place.textContent = asAdvised(part ? partOf(text, part) : withoutMarks(text));
}
find('#main').dataset.ready = '';

/**
 * The part of a file that stands between "#region" with its name and "#endregion", without the indent.
 *
 * @param {string} text
 * @param {string} part
 */
function partOf(text, part) {
  const [, indent, inside] = new RegExp(`^( *)[^\\n]*#region ${part}\\b[^\\n]*\\n([^]*?)^[^\\n]*#endregion`, 'm').exec(text) ?? ['', '', ''];
  return inside.replaceAll(new RegExp(`^${indent}`, 'gm'), '').trim();
}

/** @param {string} text */
function withoutMarks(text) {
  return text.replaceAll(/^.*#(end)?region.*\n/gm, '').trim();
}

/**
 * With the places that the files of the package have on a page which follows the advice given here.
 *
 * @param {string} code
 */
function asAdvised(code) {
  return code.replaceAll(/(['"])(?:\.\.\/)+build\/page\//g, '$1/recording-standard/');
}
