import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import init, { Checking } from '../../build/form/recording_standard.js';
import { createValidator } from '../../src/js/node.js';
import { recordsOf } from './records.mjs';

/** @import { CaseRecord, Report } from '../../build/form/recording_standard.js' */
/** @import { Validator } from '../../src/js/validator.js' */

const now = '2026-03-06T10:15';

/**
 * A file with an entry that has two texts.
 *
 * @type {CaseRecord}
 */
const file = {
  kind: 'file',
  child: { fullName: 'Ava Marsden', dateOfBirth: '2014-02-30' },
  entries: [{ type: 'visit', eventAt: '2026-03-03', text: 'We met the TAF.', familyViews: 'Her mum was hostile to me.' }],
};

const note = { text: 'Ava was quiet, and then she said that she likes her room. We met the TAF. '.repeat(140) };

describe('a check in steps', () => {
  /** @type {Validator} */
  let validator;
  before(async () => {
    validator = await createValidator({ standard: 'wirral' });
  });
  after(() => validator.free());

  /**
   * @param {Generator<undefined, Report>} steps
   * @param {(number: number) => void} [between] what is done between two steps
   */
  function taken(steps, between) {
    for (let number = 1; ; number += 1) {
      const { done, value } = steps.next();
      if (done) return { report: value, number };
      between?.(number);
    }
  }

  test('finds what a check finds', () => {
    const records = [...recordsOf(validator.rules()), file, note];
    assert.ok(records.length > 100);
    for (const record of records) {
      assert.deepEqual(taken(validator.checkInSteps(record, { now })).report, validator.check(record, { now }));
    }
  });

  test('lets go after each rule and in each text', () => {
    assert.ok(taken(validator.checkInSteps(note, { now })).number > 60);
    assert.ok(taken(validator.checkInSteps(file, { now })).number > 120);
  });

  test('is not disturbed by what is checked in between', () => {
    const alone = validator.check(note, { now });
    const other = validator.checkInSteps(file, { now });
    const { report } = taken(validator.checkInSteps(note, { now }), () => {
      validator.check(file, { now });
      other.next();
    });
    assert.deepEqual(report, alone);
  });

  test('leaves nothing behind when it is given up', async () => {
    const { memory } = await init();
    const giveUp = () => {
      const steps = validator.checkInSteps(note, { now });
      for (let number = 0; number < 40; number += 1) steps.next();
      steps.return(/** @type {any} */ (undefined));
    };
    giveUp();
    const size = memory.buffer.byteLength;
    for (let time = 0; time < 30; time += 1) giveUp();
    assert.equal(memory.buffer.byteLength, size);
  });

  test('that breaks off is one error, and every other one goes on', async () => {
    const expected = validator.check(note, { now });
    const other = await createValidator({ standard: 'wirral' });
    const { step } = Checking.prototype;
    const { report } = taken(validator.checkInSteps(note, { now }), (number) => {
      if (number !== 50) return;
      Checking.prototype.step = () => {
        throw new WebAssembly.RuntimeError('Ava Marsden lives at 4 Dock Street');
      };
      try {
        assert.throws(() => taken(other.checkInSteps(note, { now })), { message: /^The check broke off, and nothing was checked/ });
      } finally {
        Checking.prototype.step = step;
      }
    });
    assert.deepEqual(report, expected);
    assert.deepEqual(other.check(note, { now }), expected);
    other.free();
  });
});
