import * as core from '../../build/form/recording_standard.js';
import { makerOf } from './validator.js';

/** @import { Policy } from '../../build/form/recording_standard.js' */
/** @import { Validator } from './validator.js' */

/**
 * A module without code, that speaks of references to JavaScript's objects and of functions with two results: what
 * browsers learnt last of all that the wasm uses.
 */
const probe = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 0, 2, 111, 127);

/** @type {Promise<(policy?: Policy) => Validator> | undefined} */
let loading;

/**
 * What makes validators in a page, loaded once.
 *
 * @param {() => URL | Promise<Response>} wasm
 */
export function loadedFrom(wasm) {
  loading ??= (isRefused() ? loadPlain() : loadWasm(wasm)).catch((error) => {
    // The next call may have more luck.
    loading = undefined;
    throw error;
  });
  return loading;
}

/** Whether the page's policy refuses WebAssembly, or the browser is too old for it. */
function isRefused() {
  try {
    return !new WebAssembly.Module(probe);
  } catch {
    return true;
  }
}

/** @param {() => URL | Promise<Response>} wasm */
async function loadWasm(wasm) {
  await core.default({ module_or_path: wasm() });
  return makerOf(core);
}

async function loadPlain() {
  return (await import('./plain.js')).loadPlain();
}
