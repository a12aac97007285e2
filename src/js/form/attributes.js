/**
 * Adds words to an attribute that is a list of words, as `class` and `aria-describedby` are, beside
 * those that the page put there.
 *
 * @param {Element} element
 * @param {string} attribute
 * @param {string} words those that are there already stay when these are taken out
 * @returns {() => void} takes it out again
 */
export function addWords(element, attribute, words) {
  const had = wordsIn(element.getAttribute(attribute));
  const added = wordsIn(words).filter((each) => !had.includes(each));
  if (added.length === 0) return () => {};
  element.setAttribute(attribute, [...had, ...added].join(' '));
  return () => {
    const left = wordsIn(element.getAttribute(attribute)).filter((each) => !added.includes(each));
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

/** @param {string | null} text */
const wordsIn = (text) => (text ?? '').split(/\s+/).filter(Boolean);
