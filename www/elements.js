/**
 * Makes an element.
 *
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} content
 * @returns {HTMLElement}
 */
export function element(name, attributes = {}, ...content) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...content);
  return made;
}

/**
 * The one element that the page is sure to have.
 *
 * @param {string} selector
 * @returns {HTMLElement}
 */
export const find = (selector) => /** @type {HTMLElement} */ (document.querySelector(selector));
