import { find } from './elements.js';

/** Where the bundle is on a page that follows the advice given here. */
const advised = '/recording-standard/form.js';

// Shown is what runs: the markup as it was delivered, and the very scripts.
for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-markup]'))) {
  place.textContent = await markupOf(place.dataset.markup ?? '');
}
for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-script]'))) {
  const script = await textOf(place.dataset.script ?? '');
  place.textContent = script.replace(/'[^']*\/form\.js'/, `'${advised}'`).trim();
}
find('#main').dataset.ready = '';

/** @param {string} address */
async function textOf(address) {
  return (await fetch(address)).text();
}

/**
 * The markup of a form as the page was delivered with it, without the indent.
 *
 * @param {string} id
 */
async function markupOf(id) {
  const page = await textOf(location.href);
  const [, indent, markup] = new RegExp(`^( *)(<form id="${id}"[^]*?</form>)`, 'm').exec(page) ?? ['', '', ''];
  return markup.replaceAll(`\n${indent}`, '\n');
}
