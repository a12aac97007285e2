import { Watch } from './content/watch.js';

/** @type {{ recordingWatch?: Watch }} */
const own = /** @type {object} */ (globalThis);

// A page that was open when the agency named it may be given this twice.
own.recordingWatch ??= new Watch();
