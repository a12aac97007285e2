/** @import { Format } from '../formats.js' */

/**
 * One line of JSON for each row, also for those without findings.
 *
 * @returns {Format}
 */
export const ndjson = () => ({
  begin: () => '',
  row: (file, row) => `${JSON.stringify({ file, ...row })}\n`,
  end: () => '',
});
