import { Box } from './source/box.js';
import { isEditable } from './source/content.js';
import { Editable } from './source/editable.js';

/**
 * A stretch of a text, in UTF-16 code units.
 *
 * @typedef {{ start: number, end: number }} Stretch
 */

/**
 * A stretch of a text that something is said about.
 *
 * @typedef {Stretch & { severity: 'error' | 'warning' | 'advice' }} Mark
 */

/**
 * A text that people write in, whatever holds it: a text box, an element that is edited in place, or an editor of the
 * page's own. Three methods are enough. The others each add something that is left out without them: marks in the
 * text, replacements, silence about the sentence that is being typed, explanations beside the words.
 *
 * @typedef {object} Source
 * @property {() => string} text what it says, with "\n" for a line break
 * @property {(heard: () => void) => () => void} onChange calls whenever the text was changed; gives what ends that
 * @property {(stretch: Stretch) => void} show moves the focus and the selection to a stretch, and brings it into view
 * @property {(marks: Mark[]) => void} [mark] paints these marks, and no others
 * @property {(stretch: Stretch, replacement: string) => void} [replace] puts a text in the place of a stretch, as if
 *   it had been typed: it can be undone, and the page hears of it
 * @property {() => number | undefined} [caret] where the caret stands, if it stands in the text and nothing is selected
 * @property {(stretch: Stretch) => DOMRect[]} [boxes] where a stretch stands in the window
 * @property {() => void} [look] sees whether the text was changed without a word to anybody
 * @property {() => void} [release] takes away what was put into the page
 * @property {Element} [element] what stands on the page for a control that is hidden
 */

/**
 * What an editor does in its own way with the element that it is written in.
 *
 * @typedef {object} Editor
 * @property {(range: Range, replacement: string) => void} [replace] puts a text in the place of a range of the document,
 *   by the editor's own doing, so that its undo takes it back
 * @property {() => void} [focus] moves the focus into the editor
 * @property {Element} [element] what stands on the page for a control that is hidden
 */

/**
 * The source of a text box or of an element that is edited in place, maybe by an editor.
 *
 * @param {HTMLElement} control
 * @param {Editor} [editor]
 * @returns {Source}
 */
export const sourceOf = (control, editor) =>
  isEditable(control)
    ? new Editable(control, editor)
    : new Box(/** @type {HTMLInputElement | HTMLTextAreaElement} */ (control));
