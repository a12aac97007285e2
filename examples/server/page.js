import { idOf } from './record.js';

/** What the form asks for. */
const controls = [
  { path: 'eventAt', label: 'When was the visit?' },
  { path: 'text', label: 'What you saw and heard', rows: 5 },
  { path: 'child/views', label: 'What the child said or showed', rows: 2 },
  { path: 'decisions/0/what', label: 'What was decided', rows: 2 },
  { path: 'decisions/0/reasons', label: 'Why', rows: 2 },
];

export const paths = controls.map(({ path }) => path);

/**
 * What the form does not ask, because the system knows it.
 *
 * @type {import('recording-standard').Entry}
 */
export const known = { type: 'visit', author: { name: 'Priya Shah', postTitle: 'Social worker' } };

/**
 * What the page and the server check by.
 *
 * @type {import('recording-standard').Policy}
 */
export const policy = { standard: 'nel-scp' };

/**
 * The page with the form as it was sent, and what is to be put right in it. The checks of the page itself come on top:
 * whoever has no JavaScript hears the same from the server.
 *
 * @param {URLSearchParams} posted
 * @param {{ href: string, text: string }[]} errorList
 */
export const pageOf = (posted, errorList = []) => `<!doctype html>
<html lang="en-GB">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${errorList.length > 0 ? 'Error: ' : ''}Record a visit</title>
  <link rel="stylesheet" href="/form.css">
  <script type="module" src="/recording-standard/element.js"></script>
</head>
<body>
  <main>
    <h1>Record a visit</h1>
    <form id="visit" method="post" novalidate>
      ${summary(errorList)}
      ${controls.map((control) => group(control, posted, errorList)).join('\n      ')}
      ${errorList.length > 0 ? reason : '<input type="hidden" id="reason" name="reason">'}
      <button class="govuk-button">Save record</button>
    </form>
    <recording-standard for="visit" policy='${safe(JSON.stringify(policy))}' record='${safe(JSON.stringify(known))}' reasonfield="#reason"></recording-standard>
  </main>
</body>
</html>
`;

/** @param {{ href: string, text: string }[]} errorList */
const summary = (errorList) => (errorList.length === 0 ? '' : `<div class="govuk-error-summary">
        <div role="alert">
          <h2 class="govuk-error-summary__title">Before you save this</h2>
          <ul class="govuk-error-summary__list">
            ${errorList.map(({ href, text }) => `<li><a href="${safe(href)}">${safe(text)}</a></li>`).join('\n            ')}
          </ul>
        </div>
      </div>`);

/** A late or imperfect record is better than none. */
const reason = `<div class="govuk-form-group">
        <label class="govuk-label" for="reason">Why does it have to be saved as it is?</label>
        <textarea class="govuk-textarea" id="reason" name="reason" rows="2"></textarea>
      </div>`;

/**
 * @param {typeof controls[number]} control
 * @param {URLSearchParams} posted
 * @param {{ href: string, text: string }[]} errorList
 */
function group({ path, label, rows }, posted, errorList) {
  const id = idOf(path);
  const errors = errorList.filter(({ href }) => href === `#${id}`);
  const value = safe(posted.get(path) ?? '');
  const described = errors.length > 0 ? ` aria-describedby="${id}-error"` : '';
  const names = `id="${id}" name="${path}" data-record="${path}"${described}`;
  return `<div class="govuk-form-group${errors.length > 0 ? ' govuk-form-group--error' : ''}">
        <label class="govuk-label" for="${id}">${label}</label>
        ${errors.length > 0 ? `<p class="govuk-error-message" id="${id}-error">${errors.map(({ text }) => safe(text)).join(' ')}</p>` : ''}
        ${rows ? `<textarea class="govuk-textarea" rows="${rows}" ${names}>\n${value}</textarea>` : `<input class="govuk-input" autocomplete="off" ${names} value="${value}">`}
      </div>`;
}

/** @param {string} text */
const safe = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
