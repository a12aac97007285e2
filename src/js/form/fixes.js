import { element } from './elements.js';

/** @import { Finding } from '../../../build/form/recording_standard.js' */
/** @import { Words } from './words.js' */

/**
 * One button for each fix of a finding.
 *
 * @param {Finding} finding
 * @param {Words} words
 * @param {(fix: Finding['fixes'][number]) => void} apply what a click does
 * @returns {HTMLButtonElement[]}
 */
export const fixButtons = ({ fixes }, words, apply) =>
  fixes.map((fix) => {
    const label = fix.label === fix.replacement ? words.writeInstead(fix.label) : fix.label;
    const button = element('button', { type: 'button', class: 'recording-fix' }, label);
    button.addEventListener('click', () => apply(fix));
    return button;
  });
