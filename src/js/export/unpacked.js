/** What a file begins with that is compressed by gzip. */
const beginning = [0x1f, 0x8b];

/**
 * The bytes as they come, or unpacked where they are compressed by gzip.
 *
 * @param {AsyncIterable<Uint8Array>} chunks
 * @returns {AsyncGenerator<Uint8Array, void, void>}
 */
export async function* unpacked(chunks) {
  const source = bytesOnly(chunks);
  try {
    const first = [];
    let length = 0;
    while (length < beginning.length) {
      const { done, value } = await source.next();
      if (done) break;
      // A source may write over what it gave once more is asked of it.
      first.push(value.slice());
      length += value.length;
    }
    const bytes = first.flatMap((chunk) => [...chunk.subarray(0, beginning.length)]);
    const isPacked = beginning.every((byte, index) => bytes[index] === byte);
    const whole = all(first, source);
    if (isPacked) yield* inflated(whole);
    else yield* whole;
  } finally {
    await source.return();
  }
}

/** @param {AsyncIterable<Uint8Array>} chunks @returns {AsyncGenerator<Uint8Array, void, void>} */
async function* bytesOnly(chunks) {
  for await (const chunk of chunks) {
    if (!(chunk instanceof Uint8Array)) throw new TypeError('The source of an export has to give bytes (Uint8Array).');
    yield chunk;
  }
}

/**
 * @param {Uint8Array[]} first
 * @param {AsyncGenerator<Uint8Array, void, void>} rest
 */
async function* all(first, rest) {
  yield* first;
  yield* rest;
}

/** @param {AsyncGenerator<Uint8Array, void, void>} packed */
async function* inflated(packed) {
  /** @type {unknown} */
  let ofSource;
  const bytes = new ReadableStream({
    async pull(controller) {
      const { done, value } = await packed.next().catch((error) => {
        ofSource = error;
        throw error;
      });
      if (done) controller.close();
      else controller.enqueue(value.slice());
    },
  });
  const unfolded = bytes.pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let next = await unfolded.read(); !next.done; next = await unfolded.read()) yield next.value;
  } catch (error) {
    throw ofSource ?? new Error('It is compressed by gzip, and cannot be unpacked: it may be cut off.');
  } finally {
    await unfolded.cancel().catch(() => {});
  }
}
