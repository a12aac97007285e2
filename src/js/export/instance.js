import { Checker, renew } from '../../../build/export/recording_standard.js';

/** How many instances of the wasm were thrown away in this thread. */
let renewals = 0;

/**
 * Which instance of the wasm runs in this thread. What was made in an earlier one points into memory that is gone.
 */
export const instance = () => renewals;

/** Throws the instance away, which was left in the middle of something, and begins a new one. */
export function dropInstance() {
  renew();
  renewals += 1;
  // The next call makes the new instance, but would still put its words into the old one: this one has none.
  new Checker(undefined).free();
}
