/**
 * Numbers that look random and are the same for the same seeds.
 *
 * @param {...number} seeds
 */
export function randomOf(...seeds) {
  let state = seeds.reduce((hash, seed) => Math.imul(hash ^ seed, 0x9e3779b1) ^ (hash >>> 15), 0x2545f491);

  /** A number from 0, below 1. */
  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  return {
    next,
    /** A whole number from one to another, both included. */
    whole: (/** @type {number} */ from, /** @type {number} */ to) => from + Math.floor(next() * (to - from + 1)),
    /** Whether something of that likelihood happens. */
    happens: (/** @type {number} */ likelihood) => next() < likelihood,
    /**
     * One of some things.
     *
     * @template T
     * @param {readonly T[]} things
     * @returns {T}
     */
    one: (things) => things[Math.floor(next() * things.length)],
  };
}

/** @typedef {ReturnType<typeof randomOf>} Random */
