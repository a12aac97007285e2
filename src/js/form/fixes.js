import { element } from './elements.js';
import { words } from './words.js';

/** @import { Finding } from '../../../build/form/recording_standard.js' */

/**
 * One button for each fix of a finding.
 *
 * @param {Finding} finding
 * @param {(fix: Finding['fixes'][number]) => void} apply what a click does
 * @returns {HTMLButtonElement[]}
 */
export const fixButtons = ({ fixes }, apply) =>
  fixes.map((fix) => {
    const label = fix.label === fix.replacement ? words.writeInstead(fix.label) : fix.label;
    const button = element('button', { type: 'button', class: 'recording-fix' }, label);
    button.addEventListener('click', () => apply(fix));
    return button;
  });
