import { Assembly } from '../../build/plain/assembly.js';
import * as core from '../../build/plain/recording_standard.js';
import { makerOf } from './validator.js';

/** The core in plain JavaScript, loaded. */
export function loadPlain() {
  core.initSync({ module: new Assembly.Module() });
  return makerOf(core);
}
