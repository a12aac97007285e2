import { wordsWith } from './words.js';

/** @import { Words } from './words.js' */

/**
 * How a form speaks, and what its parts are called in the page's style sheet.
 *
 * @typedef {{ words: Words, classes: Classes }} Manner
 */

/** @typedef {typeof ownClasses} Classes */

/** The class names of govuk-frontend. Those of the package itself begin with `recording-` and stay beside them. */
const ownClasses = {
  /** What the page has around a control and its label. */
  group: 'govuk-form-group',
  groupError: 'govuk-form-group--error',
  textareaError: 'govuk-textarea--error',
  selectError: 'govuk-select--error',
  inputError: 'govuk-input--error',
  errorMessage: 'govuk-error-message',
  visuallyHidden: 'govuk-visually-hidden',
  errorSummary: 'govuk-error-summary',
  errorSummaryTitle: 'govuk-error-summary__title',
  errorSummaryBody: 'govuk-error-summary__body',
  errorSummaryList: 'govuk-list govuk-error-summary__list',
  label: 'govuk-label',
  textarea: 'govuk-textarea',
  button: 'govuk-button govuk-button--secondary',
};

/**
 * @param {object} [options]
 * @param {Partial<Words>} [options.messages]
 * @param {Partial<Classes>} [options.classes]
 * @returns {Manner}
 */
export const mannerOf = ({ messages, classes } = {}) => ({
  words: wordsWith(messages),
  classes: { ...ownClasses, ...classes },
});
