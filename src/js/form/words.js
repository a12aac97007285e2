/** @import { Finding } from '../../../build/form/recording_standard.js' */

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

/** Everything that the form says of its own accord. What a finding says comes with the finding. */
export const words = {
  /** @param {number} count */
  toLookAt: (count) => counted(count, 'thing to look at', 'things to look at'),
  /** @param {number} count */
  more: (count) => counted(count, 'more', 'more'),
  /**
   * @param {string} field what the form calls the field; may be empty
   * @param {number} count
   */
  toLookAtIn: (field, count) => (field ? `${field}: ${words.toLookAt(count)}` : words.toLookAt(count)),
  nothingLeft: 'Nothing left to look at',
  /** @param {number} count */
  errorsLeft: (count) => (count === 0 ? 'Nothing left to put right' : `${words.toPutRight(count)} still`),
  /** @param {number} count */
  toPutRight: (count) => counted(count, 'thing to put right', 'things to put right'),

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
  clause: ({ standard, section }) => `${manuals[standard] ?? standard}, ${words.section(section)}`,
  /** @param {string} section "27", "6.8", "principle 1" */
  section(section) {
    if (/^\d+$/.test(section)) return `paragraph ${section}`;
    return /^\d/.test(section) ? `section ${section}` : section;
  },
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
