/** @import { Stretch } from '../source.js' */

/**
 * Whether an element is edited in place. `isContentEditable` would say so of what lies in it as well.
 *
 * @param {Element} element
 */
export const isEditable = (element) => element.matches('[contenteditable]:not([contenteditable="false"])');

/** Elements that stand on lines of their own. What two cells of a table say is not one sentence. */
const block =
  'address, article, aside, blockquote, caption, dd, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, ' +
  'h5, h6, header, hr, li, main, ol, p, pre, section, table, td, th, tr, ul';

/** What editors put among the text for themselves. */
const bogus = '[data-mce-bogus="all"], .ck-fake-selection-container';

/**
 * A text node of an editable element, and where its text stands in the text of the whole.
 *
 * @typedef {{ node: Text, start: number }} Piece
 */

/**
 * The text of an editable element with a line break for each line, and the nodes that it stands in.
 *
 * @param {Element} element
 * @returns {{ text: string, pieces: Piece[] }}
 */
function take(element) {
  let text = '';
  /** @type {Piece[]} */
  const pieces = [];
  const newLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  /** @param {Node} parent */
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        const piece = /** @type {Text} */ (node);
        pieces.push({ node: piece, start: text.length });
        text += wordsOf(piece);
      } else if (node.nodeName === 'BR') {
        text += '\n';
      } else if (node.nodeName === 'IMG') {
        // It parts what stands before it from what stands after it.
        text += ' ';
      } else if (node.nodeType === Node.ELEMENT_NODE && !/** @type {Element} */ (node).matches(bogus)) {
        const isBlock = /** @type {Element} */ (node).matches(block);
        if (isBlock) newLine();
        walk(node);
        if (isBlock) newLine();
      }
    }
  };
  walk(element);
  return { text, pieces };
}

/**
 * The text of a node as it is seen, letter for letter: the line breaks of a page's source are spaces.
 *
 * @param {Text} node
 */
function wordsOf({ data, parentElement, ownerDocument }) {
  if (!/[\t\n\r]/.test(data)) return data;
  const whiteSpace = parentElement && ownerDocument.defaultView?.getComputedStyle(parentElement).whiteSpace;
  return /^(pre|break-spaces)/.test(whiteSpace || '') ? data : data.replace(/[\t\n\r]/g, ' ');
}

/**
 * What an editable element says.
 *
 * @param {Element} element
 */
export const textOf = (element) => take(element).text;

/**
 * Stretches of an editable element's text as ranges of the document.
 *
 * @param {Element} element
 * @param {Stretch[]} stretches
 * @returns {Range[]}
 */
export function rangesIn(element, stretches) {
  const { pieces } = take(element);
  return stretches.map(({ start, end }) => {
    const range = element.ownerDocument.createRange();
    range.selectNodeContents(element);
    const from = pieces.findLast((piece) => piece.start <= start);
    const to = pieces.findLast((piece) => piece.start < end) ?? from;
    if (from && to) {
      range.setStart(from.node, Math.min(start - from.start, from.node.length));
      range.setEnd(to.node, Math.min(end - to.start, to.node.length));
    }
    return range;
  });
}

/**
 * Where the caret stands in the text of an editable element; undefined if it stands elsewhere, or something is
 * selected.
 *
 * @param {Element} element
 * @returns {number | undefined}
 */
export function caretIn(element) {
  const { focusNode, focusOffset = 0, isCollapsed } = element.ownerDocument.getSelection() ?? {};
  if (!focusNode || !isCollapsed || !element.contains(focusNode)) return undefined;
  const { text, pieces } = take(element);
  const piece = pieces.find(({ node }) => node === focusNode);
  if (piece) return piece.start + focusOffset;
  // The caret stands between elements: before the first text that comes after it.
  const after = element.ownerDocument.createRange();
  after.setStart(focusNode, focusOffset);
  return pieces.find(({ node }) => after.comparePoint(node, 0) >= 0)?.start ?? text.length;
}
