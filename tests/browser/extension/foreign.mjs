import { serve } from '../../../tools/serve.mjs';

/** As strict as a page can be: it runs no script at all, and no text becomes one. */
const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const visit = `<!doctype html>
<html lang="en-GB">
<title>Casebook: visit</title>
<h1>Visit</h1>
<form action="/saved">
  <p><label for="on">Date and time of visit</label><br><input id="on" name="on"></p>
  <p><label for="ctl00_Main_Notes">What happened</label><br>
    <textarea id="ctl00_Main_Notes" name="ctl00$Main$Notes" rows="6" cols="70"></textarea></p>
  <fieldset><legend>Was the child seen?</legend>
    <label><input type="radio" name="seen" value="yes"> Yes</label> <label><input type="radio" name="seen" value="no"> No</label></fieldset>
  <p><span id="views-label">What the child said</span></p>
  <div id="views" contenteditable="true" role="textbox" aria-labelledby="views-label" aria-label="What the child said"></div>
  <p><label for="with">Shared with</label><br><input id="with" name="with"></p>
  <p><label for="why">Why it was shared</label><br><input id="why" name="why"></p>
  <p><button id="save">Save</button> <span id="send" role="button" tabindex="0">Save and close</span></p>
</form>
</html>`;

/** A page with the editor of another maker in a frame without an address, and one with the record in a frame. */
const framed = `<!doctype html>
<html lang="en-GB">
<title>Casebook: call</title>
<h1>Call</h1>
<iframe id="editor" title="Notes" srcdoc="<!doctype html><body contenteditable='true' aria-label='Notes'></body>"></iframe>
<iframe id="inner" title="Visit" src="/visit" width="700" height="500"></iframe>
</html>`;

/**
 * What the agency has deployed for it.
 *
 * @type {{ policy: string, sites: import('../../../www/extension/settings.js').Site[] }}
 */
export const settings = {
  policy: JSON.stringify({ standard: 'nel-scp', late: { types: { visit: { workingDays: 1 } } } }),
  sites: [
    // At the same addresses, and not on these pages.
    { name: 'Supervision', matches: ['http://127.0.0.1/visit*'], form: '#supervision', fields: { textarea: 'text' } },
    {
      name: 'Visit',
      // No port: Firefox knows none in patterns.
      matches: ['http://127.0.0.1/visit*'],
      fields: {
        '#on': 'eventAt',
        '[name$="$Notes"]': 'text',
        '[name="seen"]': 'child/seen',
        '#views': 'child/views',
        '#with': 'sharing/0/with',
        '#why': 'sharing/0/reasonText',
      },
      save: '#send',
      values: { type: 'visit', 'author/name': 'Priya Shah', 'author/postTitle': 'Social worker' },
    },
    { name: 'Call', matches: ['http://127.0.0.1/framed'], fields: { '#editor >>> body': 'text' }, values: { type: 'phoneCall' } },
  ],
};

/** A case system that belongs to somebody else, and a page of it that nobody has named. */
export const serveForeign = () => serve({
  pages: { '/visit': visit, '/framed': framed, '/saved': '<!doctype html><title>Saved</title><p>Saved.', '/other': visit },
  headers: { 'Content-Security-Policy': policy },
});
