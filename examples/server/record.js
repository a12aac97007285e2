/**
 * The record that a form posted, whose controls go by their paths in it: "child/views", "decisions/0/what".
 *
 * @param {URLSearchParams} posted
 * @param {string[]} paths of the controls; whatever else was posted is no part of it
 */
export function recordOf(posted, paths) {
  /** @type {Record<string, any>} */
  const record = {};
  for (const path of paths) {
    const steps = path.split('/');
    const last = steps.pop() ?? '';
    const place = steps.reduce((within, step, at) => (within[step] ??= /^\d+$/.test(steps[at + 1] ?? last) ? [] : {}), record);
    // Forms are posted with two characters for a line break, where the page counts one.
    place[last] = (posted.get(path) ?? '').replaceAll('\r\n', '\n');
  }
  return record;
}

/**
 * The errors as GOV.UK's error summary takes them. What the form has no control for is linked to the one whose path
 * begins most like it, as the page does.
 *
 * @param {import('recording-standard').Finding[]} findings
 * @param {string[]} paths of the controls
 * @returns {{ href: string, text: string }[]}
 */
export const errorListOf = (findings, paths) => findings
  .filter(({ severity }) => severity === 'error')
  .map(({ path, message }) => ({ href: `#${idOf(nearest(path.slice(1), paths))}`, text: message }));

/**
 * The id of the control that holds what is at a path.
 *
 * @param {string} path
 */
export const idOf = (path) => path.replaceAll('/', '-');

/**
 * @param {string} path
 * @param {string[]} paths
 */
const nearest = (path, paths) => paths.reduce((best, each) => (shared(path, each) > shared(path, best) ? each : best), '');

/**
 * How many steps two paths begin with together.
 *
 * @param {string} one
 * @param {string} other
 */
function shared(one, other) {
  const steps = other.split('/');
  const difference = one.split('/').findIndex((step, at) => step !== steps[at]);
  return difference < 0 ? steps.length : difference;
}
