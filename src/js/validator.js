import { schemaOf } from './standard-schema.js';

/** @import { CaseRecord, ClauseInfo, Finding, Options, Policy, Report, RuleInfo } from '../../build/form/recording_standard.js' */
/** @import { StandardSchema } from './standard-schema.js' */

/**
 * The core, as one of its builds gives it to JavaScript.
 *
 * @typedef {Pick<typeof import('../../build/form/recording_standard.js'), 'Checker' | 'renew'>} Core
 */

/**
 * Checks records against the policy that it was made with. Libraries of forms that speak Standard Schema take it as it
 * is.
 *
 * @typedef {Checks & { readonly '~standard': StandardSchema }} Validator
 */

/**
 * @typedef {object} Checks
 * @property {(record: CaseRecord, options?: Options) => Report} check checks an entry or a case file;
 *   never throws because of the record
 * @property {(record: CaseRecord, options?: Options) => Generator<undefined, Report, undefined>} checkInSteps
 *   checks as `check` does, and lets go every few milliseconds, so that a page may do something else before it goes on.
 *   `return()` gives it up
 * @property {(text: string, options?: Options) => Finding[]} checkText checks words by the language and
 *   evidence rules that need nothing else
 * @property {() => RuleInfo[]} rules the rule catalogue
 * @property {() => ClauseInfo[]} clauses the requirements of the standard in force: which rules ask about each,
 *   or why no program can
 * @property {() => void} free lets the memory go
 */

/**
 * What a form needs of a validator, be it ours or somebody else's.
 *
 * @typedef {Pick<Checks, 'check' | 'rules'> & Partial<Checks>} Usable
 */

/** What the core refuses begins with the name of the argument at fault and says nothing of a record. */
const refusal = /^(policy|options): /;

/**
 * The options with a time that counts as now.
 *
 * @param {Options} [options]
 * @returns {Options}
 */
const dated = (options) => ({ ...options, now: options?.now ?? new Date().toISOString() });

/**
 * What makes validators, once the core is loaded.
 *
 * @param {Core} core
 * @returns {(policy?: Policy) => Validator} throws an error that names the place in the policy that is not right,
 *   and the nearest right name
 */
export function makerOf({ Checker, renew }) {
  /** How many instances were thrown away. A checker of an earlier one points into memory that is gone. */
  let renewals = 0;

  /**
   * Calls into the core. Whatever comes back but a refusal means that the instance was left in the
   * middle of something: it is dropped, and the next call begins in a new one.
   *
   * @template T
   * @param {() => T} call
   * @returns {T}
   */
  function guarded(call) {
    try {
      return call();
    } catch (error) {
      if (error instanceof Error && refusal.test(error.message)) throw error;
      renew();
      renewals += 1;
      // The cause is left out on purpose: its message could hold words of the record.
      throw new Error('The check broke off, and nothing was checked. The next one starts afresh.');
    }
  }

  return (policy) => {
    const newChecker = () => guarded(() => new Checker(/** @type {Policy} */ (policy)));
    /** @type {InstanceType<Core['Checker']> | undefined} */
    let checker = newChecker();
    let madeAfter = renewals;

    const current = () => {
      if (!checker) throw new Error('This validator was freed. Create a new one to go on checking.');
      if (madeAfter !== renewals) {
        checker = newChecker();
        madeAfter = renewals;
      }
      return checker;
    };

    /** @type {Validator['check']} */
    const check = (record, options) => {
      const ready = current();
      return guarded(() => ready.check(record, dated(options)));
    };

    /** @type {Validator['checkInSteps']} */
    function* checkInSteps(record, options) {
      const ready = current();
      const checking = guarded(() => ready.begin(record, dated(options)));
      const begunAfter = renewals;
      try {
        while (begunAfter === renewals) {
          const report = guarded(() => checking.step());
          if (report) return report;
          yield;
        }
      } finally {
        if (begunAfter === renewals) checking.free();
      }
      // Another check broke off meanwhile, and what was under way here went with the instance.
      return yield* checkInSteps(record, options);
    }

    return {
      '~standard': schemaOf(check),
      check,
      checkInSteps,
      checkText(text, options) {
        const ready = current();
        return guarded(() => ready.checkText(String(text ?? ''), dated(options)));
      },
      rules() {
        const ready = current();
        return guarded(() => ready.rules());
      },
      clauses() {
        const ready = current();
        return guarded(() => ready.clauses());
      },
      free() {
        if (madeAfter === renewals) checker?.free();
        checker = undefined;
      },
    };
  };
}
