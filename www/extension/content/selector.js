/** Ids and names that a server counts up are other ones the next time. */
const isStable = (/** @type {string} */ name) => name !== '' && !/\d{4}|[:]|[0-9a-f]{8}-|^(ember|react|radix|mui|headlessui)|^\d/i.test(name);

/**
 * A CSS selector that means a control and nothing else in its document or shadow tree; all of a group for a choice.
 * Frames without an address of their own and shadow trees are led into by `>>>`.
 *
 * @param {Element} control
 * @returns {string}
 */
export function selectorOf(control) {
  const root = /** @type {Document | ShadowRoot} */ (control.getRootNode());
  const own = candidates(control).find((selector) => meansJust(root, selector, groupOf(root, control))) ?? pathTo(control);
  const host = root instanceof ShadowRoot ? root.host : frameAround(root);
  return host ? `${selectorOf(host)} >>> ${own}` : own;
}

/**
 * The frame that a document lies in, where it has no address by which it could be named itself.
 *
 * @param {Document} document
 */
function frameAround({ defaultView }) {
  return defaultView && !/^https?:$/.test(defaultView.location.protocol) ? defaultView.frameElement : null;
}

/**
 * @param {Document | ShadowRoot} root
 * @param {Element} control
 */
function groupOf(root, control) {
  const name = control.getAttribute('name');
  const isChoice = name && control.matches('input[type="radio"], input[type="checkbox"]');
  return isChoice ? [...root.querySelectorAll(`input[name="${CSS.escape(name)}"]`)] : [control];
}

/**
 * @param {Element} control
 * @returns {string[]} best first
 */
function candidates(control) {
  const attribute = (/** @type {string} */ name) => control.getAttribute(name) ?? '';
  const [id, name, label] = ['id', 'name', 'aria-label'].map(attribute);
  // Some servers put where a control stands on the page before what it is called.
  const last = (/** @type {string} */ value, /** @type {string} */ mark) => value.slice(value.lastIndexOf(mark));
  const quoted = (/** @type {string} */ value) => `"${value.replace(/["\\]/g, '\\$&')}"`;
  const isMangled = name.includes('$') || /^ctl\d|_ctl\d/.test(id);
  return [
    ...(control.matches('body') ? ['body'] : []),
    ...(isMangled && name.includes('$') ? [`[name$=${quoted(last(name, '$'))}]`] : []),
    ...(isMangled && id.includes('_') ? [`[id$=${quoted(last(id, '_'))}]`] : []),
    ...(isStable(id) && !control.matches('[type="radio"]') ? [`#${CSS.escape(id)}`] : []),
    ...(isStable(name) ? [`[name=${quoted(name)}]`] : []),
    ...['data-testid', 'data-test', 'data-field'].filter(attribute).map((each) => `[${each}=${quoted(attribute(each))}]`),
    ...(label ? [`[aria-label=${quoted(label)}]`] : []),
  ];
}

/**
 * @param {Document | ShadowRoot} root
 * @param {string} selector
 * @param {Element[]} wanted
 */
function meansJust(root, selector, wanted) {
  const found = [...root.querySelectorAll(selector)];
  return found.length === wanted.length && wanted.every((each) => found.includes(each));
}

/**
 * The way to an element from the nearest one above it that has a name.
 *
 * @param {Element} element
 * @returns {string}
 */
function pathTo(element) {
  const { parentElement } = element;
  const among = [...(element.parentNode?.children ?? [])].filter(({ localName }) => localName === element.localName);
  const own = among.length > 1 ? `${element.localName}:nth-of-type(${among.indexOf(element) + 1})` : element.localName;
  if (!parentElement) return own;
  return `${isStable(parentElement.id) ? `#${CSS.escape(parentElement.id)}` : pathTo(parentElement)} > ${own}`;
}
