import { fields } from '../../../build/fields/fields.js';
import { fieldName } from '../../../src/js/report/fields.js';

/** The fields of a record that a control can hold, by their paths, with what people call them. */
export const choices = fields.map(({ path, labels }) => ({ path, name: fieldName(labels), group: labels.length > 1 ? fieldName([labels[0]]) : '' }));

/**
 * What people call a field; its path, where nobody has named it.
 *
 * @param {string} path
 */
export const nameOfPath = (path) => choices.find((choice) => choice.path === path)?.name ?? path;
