/** As much of standard input is held, so that its records can be held against each other. */
const mostHeld = 64 * 1024 * 1024;

/** What is said where there is more. */
export const isTooLong = `There is more of it than ${mostHeld / 1024 / 1024} MB, and it comes only once: each record was checked by itself, `
  + 'and not against the others. Give the name of a file to have both.';

/**
 * What comes only once, to be read twice where it is not too long.
 *
 * @param {AsyncIterable<Uint8Array>} stream
 * @returns {Promise<AsyncIterable<Uint8Array> | (() => AsyncIterable<Uint8Array>)>}
 */
export async function held(stream) {
  const chunks = stream[Symbol.asyncIterator]();
  /** @type {Uint8Array[]} */
  const first = [];
  let length = 0;
  while (length <= mostHeld) {
    const { done, value } = await chunks.next();
    if (done) {
      return async function* () {
        yield* first;
      };
    }
    first.push(value);
    length += value.length;
  }
  return (async function* () {
    yield* first.splice(0);
    yield* { [Symbol.asyncIterator]: () => chunks };
  })();
}
