/** @import { Finding, RuleInfo } from '../../../build/form/recording_standard.js' */

/** The manuals by the names that practitioners use. Another board's goes by its own. */
const manuals = /** @type {Record<string, string>} */ ({
  'nel-scp': 'North East Lincolnshire SCP',
  wirral: 'Wirral',
});

/**
 * @param {number} count
 * @param {string} thing
 * @param {string} things
 */
const counted = (count, thing, things) => `${count} ${count === 1 ? thing : things}`;

/** @param {string} section "27", "6.8", "principle 1" */
function placeOf(section) {
  if (/^\d+$/.test(section)) return `paragraph ${section}`;
  return /^\d/.test(section) ? `section ${section}` : section;
}

/**
 * Everything that the form says, each thing of which a page may say in another way: in another language, or in the
 * tone of its agency.
 *
 * @typedef {typeof ownWords} Words
 */

/** What the form says where the page wants nothing else. */
const ownWords = {
  /**
   * What a finding says. Its own words are the standard's.
   *
   * @param {Finding} finding
   * @returns {string}
   */
  finding: ({ message }) => message,
  /**
   * Why a rule asks.
   *
   * @param {RuleInfo} rule
   * @returns {string}
   */
  reason: ({ why }) => why,
  /** @param {number} count */
  toLookAt: (count) => counted(count, 'thing to look at', 'things to look at'),
  /** @param {number} count */
  more: (count) => counted(count, 'more', 'more'),
  /**
   * @param {string} field what the form calls the field; may be empty
   * @param {string} things
   */
  inField: (field, things) => (field ? `${field}: ${things}` : things),
  nothingLeft: 'Nothing left to look at',
  /** @param {number} count */
  errorsLeft: (count) => (count === 0 ? 'Nothing left to put right' : `${counted(count, 'thing', 'things')} to put right still`),

  /** @param {string} field what the form calls the field */
  fillIn: (field) => (field.endsWith('?') ? `Answer the question “${field}”` : `Fill in “${field}”`),
  /** @param {string} term */
  quoted: (term) => `“${term}”`,
  /** @param {string} term */
  showInText: (term) => `Show “${term}” in the text`,
  /** @param {number} count */
  occurrences: (count) => `${count} times in this field.`,
  /** @param {string} text */
  writeInstead: (text) => `Write “${text}”`,
  why: 'Why this matters',
  /** @param {Finding['clauses'][number]} clause */
  clause: ({ standard, section }) => `${manuals[standard] ?? standard}, ${placeOf(section)}`,
  /** @param {string} term */
  about: (term) => `About “${term}”`,
  /** @param {string} message that stands beside the words now */
  explained: (message) => `${message} Tab leads to what can be done.`,
  elsewhere: 'About the record as a whole',

  titlePrefix: 'Error: ',
  messagePrefix: 'Error:',
  blocked: 'There is a problem',
  beforeSaving: 'Before you save',
  saveAnywayOffer:
    'Put these right, or save the record as it is and say why. An imperfect record is better than none.',
  saveAnywayReason: 'Why are you saving it as it is?',
  saveAnywayReasonMissing: 'Say why you are saving the record as it is',
  saveAnyway: 'Save anyway',

  unavailable: 'Checks are unavailable at the moment. You can fill in and save this record as usual.',
};

/**
 * @param {Partial<Words>} [others]
 * @returns {Words}
 */
export const wordsWith = (others) => ({ ...ownWords, ...others });
