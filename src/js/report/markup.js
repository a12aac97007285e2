const entities = /** @type {Record<string, string>} */ ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' });

/** Characters that XML has no way to write, and halves of pairs. */
const unwritable = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Text as XML and HTML hold it.
 *
 * @param {string} text
 */
export const escaped = (text) =>
  text.replace(unwritable, '\uFFFD').replace(/[&<>"\r]/g, (character) => entities[character]);
