/**
 * The elements that a selector means, in which `>>>` leads into a frame of the same origin or into a shadow tree:
 * "iframe.editor >>> body".
 *
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
export function through(root, selector) {
  const [first, ...others] = selector.split('>>>').map((step) => step.trim());
  return others.reduce(
    (found, step) => found.flatMap((element) => all(inside(element), step)),
    all(root, first),
  );
}

/**
 * Whether a selector can be read at all.
 *
 * @param {string} selector
 */
export function isSelector(selector) {
  try {
    return selector.split('>>>').every((step) => new DocumentFragment().querySelector(step.trim()) === null);
  } catch {
    return false;
  }
}

/**
 * @param {ParentNode | null | undefined} root
 * @param {string} selector
 * @returns {HTMLElement[]}
 */
const all = (root, selector) => [.../** @type {Iterable<HTMLElement>} */ (root?.querySelectorAll(selector) ?? [])];

/**
 * What an element holds that selectors do not reach; nothing of a frame that belongs to another site.
 *
 * @param {Element} element
 * @returns {ParentNode | null | undefined}
 */
export const inside = (element) =>
  /** @type {HTMLIFrameElement} */ (element).contentDocument ?? shadowOf(element);

/** @param {Element} element */
const shadowOf = (element) =>
  chrome.dom?.openOrClosedShadowRoot(element) ?? /** @type {any} */ (element).openOrClosedShadowRoot ?? element.shadowRoot;
