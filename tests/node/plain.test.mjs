import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { createValidator } from 'recording-standard';
import { createValidator as createPlain } from 'recording-standard/js';
import { Assembly } from '../../build/plain/assembly.js';
import { recordsOf } from './records.mjs';

/** The time that counts as now. */
const now = '2026-03-06T10:15';

describe('the plain JavaScript', () => {
  test('finds what the wasm finds', async () => {
    const policy = { standard: /** @type {const} */ ('wirral'), glossary: [{ term: 'the Hub', as: /** @type {const} */ ('jargon') }] };
    const [wasm, plain] = [await createValidator(policy), await createPlain(policy)];
    const all = recordsOf(wasm.rules());
    let findings = 0;
    for (const record of all) {
      const report = wasm.check(record, { now });
      findings += report.findings.length;
      assert.deepEqual(plain.check(record, { now }), report);
    }
    assert.ok(all.length > 100 && findings > 100, `${findings} findings in ${all.length} records`);
    assert.deepEqual(plain.rules(), wasm.rules());
  });

  test('grows with a long text, as the wasm does', async () => {
    const [wasm, plain] = [await createValidator(), await createPlain()];
    const text = 'We met the TAF, and Ava told me about “the CAMHS lady”. '.repeat(4000);
    assert.deepEqual(plain.checkText(text, { now }), wasm.checkText(text, { now }));
  });

  test('refuses a policy in the same words', async () => {
    const policy = /** @type {any} */ ({ standart: 'wirral' });
    const said = await createValidator(policy).catch(({ message }) => message);
    assert.match(said, /^policy: /);
    assert.equal(await createPlain(policy).catch(({ message }) => message), said);
  });

  test('begins anew after a check broke off', async () => {
    const plain = await createPlain();
    const broken = { get text() { throw new RangeError('no more'); } };
    assert.throws(() => plain.check(/** @type {any} */ (broken)), /broke off/);
    assert.deepEqual(plain.check({}, { now }), (await createValidator()).check({}, { now }));
  });

  test('needs no WebAssembly and no eval', () => {
    assert.ok(new Assembly.Module());
    const code = readFileSync(new URL('../../build/page/plain.js', import.meta.url), 'utf8');
    assert.equal(/\bWebAssembly\b|\beval\b|new Function/.exec(code), null);
  });
});
