import assert from 'node:assert/strict';

/** Lines of code that an embedding may cost, without the blank ones. */
export const mostLines = 10;

/** Letters that a line may have, so that lines are what people take for lines. */
const widest = 100;

/**
 * Counts the lines of an embedding, as a page shows them.
 *
 * @param {string} script
 */
export function assertShort(script) {
  const lines = script.split('\n').filter((line) => line.trim() !== '');
  assert.match(script, /attach\(/);
  assert.ok(lines.length <= mostLines, `${lines.length} lines:\n${script}`);
  assert.deepEqual(lines.filter(({ length }) => length > widest), []);
}
