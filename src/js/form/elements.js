/**
 * Makes an element. Text goes in as text: nothing is ever read as markup.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

let last = 0;

/** An id that no other element of the page has, also where this is loaded twice. */
export function newId() {
  do last += 1; while (document.getElementById(`recording-${last}`));
  return `recording-${last}`;
}
