import { defineElement } from './element/define.js';
import { attach } from './form.js';

defineElement(attach);

// What a TypeScript user imports by name.
/** @typedef {import('./element/define.js').RecordingStandardElement} RecordingStandardElement */
