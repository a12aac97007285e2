/** @import { Mark } from '../source.js' */

/** How marks look, the most severe first; told apart by their lines, and not by colour alone. */
const looks = /** @type {const} */ ({
  error: { background: 'rgb(202 53 53 / 10%)', line: 'underline 3px', colour: '#ca3535' },
  warning: { background: 'rgb(29 112 184 / 12%)', line: 'underline 2px', colour: '#1d70b8' },
  advice: { background: 'transparent', line: 'underline dotted 2px', colour: '#1d70b8' },
});

const severities = /** @type {Mark['severity'][]} */ (Object.keys(looks));

/**
 * The style sheet of marks.
 *
 * @param {(severity: Mark['severity']) => string} selector
 */
export const lookOf = (selector) =>
  severities
    .map((severity) => {
      const { background, line, colour } = looks[severity];
      return `
${selector(severity)} { background-color: ${background} !important; text-decoration: ${line} ${colour} !important; }
@media (forced-colors: active) {
  ${selector(severity)} { background-color: transparent !important; text-decoration-color: CanvasText !important; }
}`;
    })
    .join('');

/**
 * Marks of which none lies over another: where several do, the most severe is seen.
 *
 * @param {Mark[]} marks
 * @returns {Mark[]} in the order of the text
 */
export function flat(marks) {
  const ends = marks.flatMap(({ start, end, severity }) => [{ at: start, severity, by: 1 }, { at: end, severity, by: -1 }]);
  ends.sort((one, other) => one.at - other.at);
  const open = { error: 0, warning: 0, advice: 0 };
  return ends.flatMap(({ at, severity, by }, index) => {
    open[severity] += by;
    const seen = severities.find((each) => open[each] > 0);
    const end = ends[index + 1]?.at ?? at;
    return seen && end > at ? [{ start: at, end, severity: seen }] : [];
  });
}
