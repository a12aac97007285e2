/** @import { Reporter } from './reporters.js' */

/**
 * One line of JSON for each row, also for those without findings.
 *
 * @returns {Reporter}
 */
export const ndjson = () => ({
  begin: () => '',
  record: (file, row) => `${JSON.stringify({ file, ...row })}\n`,
  end: () => '',
});
