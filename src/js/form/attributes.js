/**
 * Adds a word to an attribute that is a list of words, as `class` and `aria-describedby` are, beside
 * those that the page put there.
 *
 * @param {Element} element
 * @param {string} attribute
 * @param {string} word
 * @returns {() => void} takes it out again
 */
export function addWord(element, attribute, word) {
  const had = wordsOf(element, attribute);
  if (had.includes(word)) return () => {};
  element.setAttribute(attribute, [...had, word].join(' '));
  return () => {
    const left = wordsOf(element, attribute).filter((each) => each !== word);
    if (left.length > 0) element.setAttribute(attribute, left.join(' '));
    else element.removeAttribute(attribute);
  };
}

/**
 * Gives an attribute another value.
 *
 * @param {Element} element
 * @param {string} attribute
 * @param {string} value
 * @returns {() => void} puts back what was there
 */
export function setAttribute(element, attribute, value) {
  const before = element.getAttribute(attribute);
  element.setAttribute(attribute, value);
  return () => {
    if (before === null) element.removeAttribute(attribute);
    else element.setAttribute(attribute, before);
  };
}

/**
 * @param {Element} element
 * @param {string} attribute
 */
const wordsOf = (element, attribute) => (element.getAttribute(attribute) ?? '').split(/\s+/).filter(Boolean);
