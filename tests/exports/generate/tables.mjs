import { columns, prose } from './columns.mjs';

/** @import { System } from './systems.mjs' */

/** @typedef {'entry' | 'file'} Kind */

const date = /(?:At|On|\/on|\/from|\/to|until|dueBack|dateOfBirth)$/;

/**
 * The heading row.
 *
 * @param {Kind} kind
 * @param {System} system
 */
export const headingsOf = (kind, { headings }) => columns[kind].map((path) => headings[path] ?? path);

/**
 * The cells of a record, in a system's own ways.
 *
 * @param {object} record
 * @param {Kind} kind
 * @param {System} system
 * @returns {(string | number)[]}
 */
export const cellsOf = (record, kind, system) => columns[kind].map((path) => {
  const value = at(record, path);
  if (value === undefined || value === '') return system.nothing(path);
  if (typeof value === 'boolean') return system.flag(value);
  if (Array.isArray(value)) return value.join('; ');
  if (date.test(path)) return system.date(String(value));
  return prose.has(path) ? system.prose(String(value)) : /** @type {string | number} */ (value);
});

/** @param {any} record @param {string} path */
const at = (record, path) => path.split('/').reduce((value, step) => value?.[step], record);

/**
 * A row of text.
 *
 * @param {(string | number)[]} cells
 * @param {System} system
 */
export const lineOf = (cells, { delimiter, lineEnd }) => `${cells.map((cell) => {
  const text = String(cell);
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}).join(delimiter)}${lineEnd}`;
