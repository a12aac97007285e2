/**
 * A number with its noun.
 *
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 */
export const counted = (count, one, many = `${one}s`) => `${inFigures(count)} ${count === 1 ? one : many}`;

/**
 * A number as people write it: "12,000".
 *
 * @param {number} number
 */
export const inFigures = (number) => number.toLocaleString('en-GB');

/**
 * A list as a sentence has it.
 *
 * @param {string[]} items
 */
export const listed = (items) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(items);

/** More headings than this are counted where they would hide what else is said. */
const mostHeadings = 12;

/**
 * Headings of a table as a sentence has them, cut where they are long.
 *
 * @param {string[]} headings
 */
export function headingsListed(headings) {
  const some = headings.slice(0, headings.length > mostHeadings + 1 ? mostHeadings : undefined).map(shortened);
  return listed([...some, ...(headings.length > some.length ? [`${inFigures(headings.length - some.length)} others`] : [])]);
}

/** A heading longer than this is cut. */
const longestHeading = 60;

/** @param {string} heading */
const shortened = (heading) =>
  `“${heading.length > longestHeading ? `${heading.slice(0, longestHeading).trimEnd()}…` : heading}”`;

/**
 * A file by the name that it was given on the command line.
 *
 * @param {string} file
 */
export const nameOf = (file) => (file === '-' ? 'Standard input' : file);

const days = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const months = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });

/**
 * A day in words: "4 March 2026".
 *
 * @param {string} day such as 2026-03-04
 */
export const dayInWords = (day) => days.format(new Date(`${day.slice(0, 10)}T00:00Z`));

/**
 * A month in words: "Mar 2026".
 *
 * @param {string} month such as 2026-03
 */
export const monthInWords = (month) => months.format(new Date(`${month}-01T00:00Z`));
