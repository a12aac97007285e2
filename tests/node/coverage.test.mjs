import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createValidator } from 'recording-standard';
import { readReadme } from '../../tools/coverage.mjs';

test('the README shows the coverage as it is (`npm run coverage` rewrites it)', async () => {
  const { text, upToDate } = await readReadme();
  assert.equal(text, upToDate);
});

test('each requirement of a standard has rules that ask about it, or a reason why none can', async () => {
  const validator = await createValidator({ standard: 'wirral' });
  const ids = new Set(validator.rules().map(({ id }) => id));
  const clauses = validator.clauses();
  validator.free();
  assert.ok(clauses.length > 50);
  for (const { id, section, requirement, rules, unseen } of clauses) {
    assert.ok(section && requirement, id);
    assert.notEqual(rules.length > 0, Boolean(unseen), id);
    assert.ok(rules.every((rule) => ids.has(rule)), id);
  }
});
