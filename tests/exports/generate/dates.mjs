/** Dates are counted in minutes since 1970, as if the clocks never changed. */

const day = 24 * 60;
const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** @param {string} iso a date, or a date and time */
export const minutesOf = (iso) => Date.parse(iso.length > 10 ? `${iso}Z` : iso) / 60_000;

/** @param {number} minutes */
const dateOf = (minutes) => new Date(minutes * 60_000);

/** @param {number} minutes */
export const isoDate = (minutes) => dateOf(minutes).toISOString().slice(0, 10);

/** @param {number} minutes */
export const isoTime = (minutes) => dateOf(minutes).toISOString().slice(0, 16);

/**
 * "Tuesday 3 March".
 *
 * @param {number} minutes
 */
export const dayInWords = (minutes) => {
  const date = dateOf(minutes);
  return `${weekdays[date.getUTCDay()]} ${date.getUTCDate()} ${months[date.getUTCMonth()]}`;
};

/**
 * "3 March 2026".
 *
 * @param {number} minutes
 */
export const dateInWords = (minutes) => {
  const date = dateOf(minutes);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
};

/**
 * The same day, or the Monday after a weekend.
 *
 * @param {number} minutes
 */
export const onWorkingDay = (minutes) => {
  const weekday = dateOf(minutes).getUTCDay();
  return minutes + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * day;
};

export { day };
