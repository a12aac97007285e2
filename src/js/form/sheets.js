/**
 * Lets a document or a shadow tree use a style sheet. Neither a `<style>` element nor a `style`
 * attribute would do under a page's `style-src 'self'`.
 *
 * @param {Node} node in the tree
 * @param {string} css
 * @returns {{ sheet: CSSStyleSheet | undefined, release: () => void }} no sheet in a browser too old for it
 */
export function adopt(node, css) {
  const root = /** @type {Document | ShadowRoot} */ (node.getRootNode());
  // A sheet belongs to the window that made it, which is not this one for a form in a frame.
  const { CSSStyleSheet: Sheet } = /** @type {any} */ (node.ownerDocument?.defaultView);
  if (!('adoptedStyleSheets' in root)) return { sheet: undefined, release: () => {} };
  const sheet = /** @type {CSSStyleSheet} */ (new Sheet());
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const release = () => {
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((each) => each !== sheet);
  };
  return { sheet, release };
}
