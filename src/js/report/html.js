import { script, scriptHash, style, styleHash } from '../../../build/report/parts.js';
import { bodyOf } from './html/body.js';
import { Listing } from './html/listing.js';

/** @import { ListData } from './html/view.js' */
/** @import { Reporter, Setting } from './reporters.js' */

/** Nothing but the one style and the one script that are in the page; no address at all. */
const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`;

/**
 * A page to open in a browser, whole in itself: totals, breakdowns, and the findings to filter and to search.
 *
 * @param {Setting} setting
 * @returns {Reporter}
 */
export function html(setting) {
  const listing = new Listing();
  return {
    begin: () => `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>What was found – Recording standard</title>
<style>${style}</style>
</head>
<body class="report-page">
`,
    record: (file, row) => (row.report ? listing.add(file, row) : ''),
    end: (tally) => `${listing.end(setting.catalogue.fields)}${bodyOf(tally, setting, listing.listed)}<script>${script}</script>
</body>
</html>
`,
  };
}

/**
 * A report that is shown in a page with a style and a script of its own: what there is to read, and the data of
 * its list.
 *
 * @param {string} page
 * @returns {{ markup: string, data: ListData }}
 */
export function partsOf(page) {
  const blocks = [...page.matchAll(/<script type="application\/json" data-(rows|words)>([^<]*)<\/script>/g)];
  const of = (/** @type {string} */ wanted) => blocks.filter(([, name]) => name === wanted).map(([, , json]) => json);
  const start = page.indexOf('<div class="report">');
  return { markup: page.slice(start, page.lastIndexOf('<script>')), data: { words: of('words')[0], rows: of('rows') } };
}
