import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { Checker } from '../../build/form/recording_standard.js';
import { createValidator } from '../../src/js/node.js';

/** @import { CaseRecord, Entry, Policy, Report } from '../../build/form/recording_standard.js' */
/** @import { Validator } from '../../src/js/validator.js' */

const now = '2026-03-06T10:15';

/** A visit on a Tuesday, being written up on the Friday after. */
const visit = /** @type {const} */ ({
  type: 'visit',
  eventAt: '2026-03-03T15:30',
  draft: true,
  author: { name: 'Priya Shah', postTitle: 'Social worker', firstHand: true },
  text: 'Ava told me that the TAF was cancelled. She said, “The TAF lady never rings.”',
});

/** @param {Report} report */
const rulesIn = ({ findings }) => findings.map(({ rule }) => rule);

describe('a validator as a Standard Schema', () => {
  /** @type {Validator} */
  let validator;
  before(async () => {
    validator = await createValidator({ standard: 'wirral' });
  });
  after(() => validator.free());

  const complete = { ...visit, late: { stated: true, reason: 'I was ill.' } };
  const validate = (/** @type {unknown} */ value) => validator['~standard'].validate(value);

  test('gives a record back that has no errors, whatever else is to be said of it', () => {
    const value = { type: 'note', eventAt: new Date().toISOString(), author: { name: 'Priya Shah', postTitle: 'Social worker' }, text: 'The TAF was cancelled.' };
    assert.deepEqual(validate(value), { value });
    assert.equal(validator['~standard'].vendor, 'recording-standard');
    assert.equal(validator['~standard'].version, 1);
  });

  test('says at which field an error is, with numbers for the places of a list', () => {
    const { eventAt, ...undated } = { ...complete, decisions: [{ what: 'Ava will have a mentor.' }] };
    const { issues = [] } = validate(undated);
    assert.deepEqual(issues.find(({ message }) => /^Say why/.test(message))?.path, ['decisions', 0, 'reasons']);
    assert.deepEqual(issues.find(({ message }) => /^Give the date/.test(message))?.path, ['eventAt']);
  });

  test('asks for no time of completion before a record is completed', () => {
    const { draft, ...unstamped } = complete;
    const about = (/** @type {object} */ value) => validate(value).issues?.map(({ path }) => path.join('.')) ?? [];
    assert.ok(!about(unstamped).includes('recordedAt'));
    assert.ok(about({ ...unstamped, draft: false }).includes('recordedAt'));
  });

  test('refuses what is no record, without an error', () => {
    for (const value of [undefined, null, 'a note', 7]) assert.equal(validate(value).issues?.length, 1);
  });
});

describe('a validator', () => {
  /** @type {Validator} */
  let validator;
  before(async () => {
    validator = await createValidator({ standard: 'wirral' });
  });
  after(() => validator.free());

  test('reports where a record falls short of the standard, in the order of its fields', () => {
    const report = validator.check(visit, { now });
    const [late, abbreviation] = report.findings;
    assert.equal(late.rule, 'timing/late-entry-not-stated');
    assert.deepEqual(late.clauses, [{ standard: 'wirral', section: '6.8' }]);
    assert.match(late.fixes[0].replacement, /^Late entry, written on 6 March 2026 at 10:15/);
    assert.equal(abbreviation.rule, 'language/undefined-abbreviation');
    assert.equal(abbreviation.path, '/text');
    assert.equal(visit.text.slice(abbreviation.range?.start, abbreviation.range?.end), 'TAF');
    assert.deepEqual(
      [report.errors, report.warnings, report.advice, report.ready, report.words],
      [1, 1, 0, false, 15],
    );
  });

  test('gives the same report for the same record', () => {
    assert.deepEqual(validator.check(visit, { now }), validator.check(structuredClone(visit), { now }));
  });

  test('takes the clock’s time where none is given', () => {
    const today = new Date().toISOString();
    const nextYear = `${new Date().getFullYear() + 1}-06-01`;
    assert.deepEqual(rulesIn(validator.check({ eventAt: today, draft: true, author: visit.author })), []);
    assert.deepEqual(
      rulesIn(validator.check({ eventAt: nextYear, draft: true, author: visit.author })),
      ['timing/future-event'],
    );
  });

  test('says in what way a time that counts as now cannot be read', () => {
    assert.throws(() => validator.check(visit, { now: 'soon' }), { message: /^options: now/ });
    assert.equal(validator.check(visit, { now }).errors, 1);
  });

  test('checks words that belong to no record yet', () => {
    const [finding, ...others] = validator.checkText('We will ask the IRO about it.');
    assert.equal(finding.rule, 'language/undefined-abbreviation');
    assert.equal(finding.path, '');
    assert.deepEqual(finding.range, { start: 16, end: 19 });
    assert.deepEqual(others, []);
  });

  test('has a catalogue that says of every rule what it finds, why that matters, and where it stands', () => {
    const rules = validator.rules();
    assert.ok(rules.length > 20);
    for (const { id, severity, summary, why, clauses, bad, good } of rules) {
      assert.match(id, /^[a-z]+\/[a-z-]+$/);
      assert.match(severity, /^(error|warning|advice)$/);
      for (const words of [summary, why, bad, good]) assert.notEqual(words.trim(), '', id);
      assert.ok(Array.isArray(clauses), id);
    }
  });
});

describe('a policy', () => {
  for (const [what, policy, message] of /** @type {[string, any, RegExp][]} */ ([
    ['a setting that there is not', { standart: 'wirral' }, /^policy: .*standart.*\bstandard\b/],
    ['a rule that there is not', { rules: { 'timing/late-entry-not-statd': 'off' } }, /^policy: .*rules.*timing\/late-entry-not-stated/],
    ['a severity that there is not', { rules: { 'timing/late-entry-not-stated': 'warn' } }, /^policy: .*\bwarning\b/],
    ['a value of the wrong kind', { closedDays: ['some day'] }, /^policy: .*closedDays/],
    ['something that is no policy', 'wirral', /^policy: /],
  ])) {
    test(`with ${what} is refused, with its place and the nearest right name`, async () => {
      await assert.rejects(createValidator(policy), { message });
    });
  }

  test('changes the severity of a rule, or switches it off', async () => {
    const strict = await createValidator({ rules: { 'language/undefined-abbreviation': 'error' } });
    const silent = await createValidator({ rules: { 'language/undefined-abbreviation': 'off' } });
    assert.equal(strict.check(visit, { now }).errors, 2);
    assert.deepEqual(rulesIn(silent.check(visit, { now })), ['timing/late-entry-not-stated']);
  });
});

describe('whatever a record is', () => {
  /** @type {Validator} */
  let validator;
  before(async () => {
    validator = await createValidator();
  });
  after(() => validator.free());

  const cycle = /** @type {any} */ ({ type: 'visit', text: 'We met the TAF.' });
  cycle.late = cycle;
  cycle.sections = [cycle, cycle];
  cycle.decisions = [{ madeBy: cycle, what: [cycle, cycle, cycle] }];

  const bottomless = /** @type {any} */ ([]);
  for (let index = 0; index < 10; index += 1) bottomless.push(bottomless);

  const deep = /** @type {any} */ ({});
  let end = deep;
  for (let depth = 0; depth < 100_000; depth += 1) end = end.late = {};

  for (const [what, record] of /** @type {[string, any][]} */ ([
    ['nothing', undefined],
    ['null', null],
    ['a text', 'a visit'],
    ['a number', Number.NaN],
    ['a big integer', 10n ** 30n],
    ['a symbol', Symbol('visit')],
    ['a function', () => 'visit'],
    ['a list', [visit, visit]],
    ['a date', new Date(now)],
    ['bytes', new Uint8Array(10)],
    ['a map', new Map([['text', 'We met the TAF.']])],
    ['an object without a prototype', Object.assign(Object.create(null), visit)],
    ['fields of all kinds', {
      eventAt: new Date(now), text: () => '', sequence: 3n, author: Symbol('author'), sharing: new Set([1]),
      decisions: [undefined, null, [], 1n, () => {}], child: new Date(Number.NaN), late: /x/,
    }],
    ['an object that holds itself', cycle],
    ['lists that hold themselves many times over', { sections: bottomless, decisions: bottomless }],
    ['nesting without end', deep],
  ])) {
    test(`there is a report: ${what}`, () => {
      const report = validator.check(record, { now });
      assert.ok(Array.isArray(report.findings));
      assert.equal(report.ready, report.errors === 0);
    });
  }

  test('what can be read in it is read, whatever lies beside it', () => {
    const record = { ...visit, sequence: 3n, medium: () => 'paper', informants: [Symbol('x')], late: cycle };
    const { findings } = validator.check(/** @type {any} */ (record), { now });
    assert.ok(findings.some(({ rule, path }) => rule === 'language/undefined-abbreviation' && path === '/text'));
  });

  for (const [what, before_] of [
    ['half of a surrogate pair', 'A\uD83D lone half. '],
    ['the other half', '\uDE00\uDE00 '],
    ['an emoji', '🙂👩‍👧 '],
    ['combining marks', 'e\u0301e\u0301 '],
    ['Windows line ends', 'Seen.\r\n\r\n'],
  ]) {
    test(`a range says where the words stand behind ${what}`, () => {
      const text = `${before_}We will ask the IRO.`;
      const [finding] = validator.checkText(text);
      assert.equal(text.slice(finding.range?.start, finding.range?.end), 'IRO');
    });
  }
});

describe('after the wasm broke off', () => {
  const secret = 'Ava Marsden lives at 4 Dock Street';

  test('the next check runs in a new instance, for every validator, and the error says nothing of the record', async () => {
    const [first, second] = await Promise.all([createValidator(), createValidator()]);
    const { check } = Checker.prototype;
    Checker.prototype.check = () => {
      throw new WebAssembly.RuntimeError(secret);
    };
    try {
      assert.throws(() => first.check({ text: secret }, { now }), (/** @type {Error} */ error) => {
        assert.match(error.message, /nothing was checked/);
        assert.doesNotMatch(`${error.stack}${error.cause}`, /Marsden|Dock Street/);
        return true;
      });
    } finally {
      Checker.prototype.check = check;
    }
    for (const validator of [first, second]) {
      assert.equal(validator.check(visit, { now }).errors, 1);
      validator.free();
    }
  });

  test('a record that throws while it is read is one error, and the next record is checked', async () => {
    const validator = await createValidator();
    const record = {
      get text() {
        throw new Error(secret);
      },
    };
    const message = messageOf(() => validator.check(/** @type {any} */ (record), { now }));
    assert.doesNotMatch(message, /Marsden|Dock Street/);
    assert.equal(validator.check(visit, { now }).errors, 1);
    validator.free();
  });

  /**
   * What a call threw; empty if it did not throw.
   *
   * @param {() => unknown} call
   */
  function messageOf(call) {
    try {
      call();
      return '';
    } catch (error) {
      return String(error);
    }
  }
});

describe('a validator that was freed', () => {
  test('says so', async () => {
    const validator = await createValidator();
    validator.free();
    for (const use of [() => validator.check({}), () => validator.checkText(''), () => validator.rules()]) {
      assert.throws(use, { message: /^This validator was freed/ });
    }
  });

  test('may be freed twice, and takes no other with it', async () => {
    const [one, other] = await Promise.all([createValidator(), createValidator()]);
    one.free();
    one.free();
    assert.equal(other.check(visit, { now }).errors, 1);
    other.free();
  });
});

describe('privacy', () => {
  const phrase = 'zebra-crossing-seven';

  test('no finding, fix or report holds words of the record that its lexicon does not know', async () => {
    const validator = await createValidator({ required: [{ field: 'context/family' }] });
    const record = /** @type {any} */ ({
      type: phrase, eventAt: phrase, author: { name: 'P.S.', postTitle: ' ', agency: phrase }, text: `${phrase} TAF QZX`,
      sharing: [{ what: phrase, with: [phrase], agreement: phrase }], child: { seen: phrase, views: phrase },
    });
    const report = JSON.stringify(validator.check(record, { now, file: { kind: 'file', child: { fullName: phrase } } }));
    assert.match(report, /fields\/unreadable/);
    assert.doesNotMatch(report, new RegExp(phrase));
  });

  test('the wasm imports nothing by which it could reach a network, a file or a clock', () => {
    const bytes = readFileSync(new URL('../../build/form/recording_standard_bg.wasm', import.meta.url));
    const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes));
    assert.deepEqual([...new Set(imports.map(({ module }) => module))], ['./recording_standard_bg.js']);
    for (const { name } of imports) {
      assert.doesNotMatch(name, /fetch|request|socket|beacon|worker|storage|cookie|file|date|now|random|crypto|eval|console/i);
    }
  });

  test('the JavaScript of pages has no way to a network, a store or the console', () => {
    const folder = new URL('../../src/js/', import.meta.url);
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'));
    const inPages = files.filter((name) => !/^(node|cli|export)\b/.test(name));
    assert.ok(inPages.length > 10);
    for (const name of inPages) {
      // All that is ever fetched is the wasm, and that it is the one that was built is seen to, and the settings whose
      // address the page's author has given. Nothing can be sent along.
      const source = readFileSync(new URL(name, folder), 'utf8').replace(/fetch\((wasm, { integrity }|address, { signal })\)/, '');
      assert.doesNotMatch(
        source,
        /\b(fetch|XMLHttpRequest|WebSocket|sendBeacon|localStorage|sessionStorage|indexedDB|cookie|console|eval|innerHTML|outerHTML|insertAdjacentHTML)\b|new Function/,
        name,
      );
    }
  });
});

test('another board’s manual is cited by its own sections', async () => {
  const policy = JSON.parse(readFileSync(new URL('../../examples/exampleshire.json', import.meta.url), 'utf8'));
  const validator = await createValidator(policy);
  const late = validator.check(visit, { now }).findings[0];
  assert.equal(late.rule, 'timing/late-entry-not-stated');
  assert.deepEqual(late.clauses, [{ standard: 'exampleshire', section: 'C.8' }]);
  const asleep = validator.rules().filter(({ clauses }) => clauses.length === 0).map(({ id }) => id);
  assert.deepEqual(asleep, ['involvement/not-seen-alone']);
  validator.free();
});
