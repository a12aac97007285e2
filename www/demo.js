import { attach } from '../build/page/form.js';
import { fillIn } from './example.js';
import { showSaved } from './saved.js';

/** @import { AttachOptions, Attachment } from '../src/js/form.js' */

const form = /** @type {HTMLFormElement} */ (document.querySelector('#visit'));
const choice = /** @type {HTMLFormElement} */ (document.querySelector('#choice'));

/**
 * Which control holds what. It is all that the checks need to know of the form.
 *
 * @type {AttachOptions['fields']}
 */
const fields = {
  '#visit-type': { path: 'type', value: (select) => /** @type {HTMLSelectElement} */ (select).value && 'visit' },
  '#visited': 'eventAt',
  '[name="seen"]': 'child/seen',
  '[name="seen-alone"]': 'child/seenAlone',
  '#not-seen-reason': 'child/reasonNotSeen',
  '#happened': 'text',
  '#views': 'child/views',
  '#decided': 'decisions/0/what',
  '#decider': 'decisions/0/madeBy/name',
  '#decider-post': 'decisions/0/madeBy/postTitle',
  '#decision-reasons': 'decisions/0/reasons',
  '#shared-what': 'sharing/0/what',
  '#shared-with': 'sharing/0/with',
  '#agreement': 'sharing/0/agreement',
  '#agreed-by': 'sharing/0/agreedBy/0/name',
  '#agreed-on': 'sharing/0/agreedBy/0/on',
  '#consulted': 'sharing/0/consulted/name',
  '#sharing-reason': 'sharing/0/reason',
  '#sharing-reason-text': 'sharing/0/reasonText',
};

/** @type {AttachOptions} */
const options = {
  fields,
  // What the form does not ask, because the system knows it.
  record: { fileId: 'CF-20418', author: { name: 'Priya Shah', postTitle: 'Social worker', firstHand: true } },
  file: { kind: 'file', referenceNumber: 'CF-20418', child: { fullName: 'Ava Marsden', dateOfBirth: '2015-05-12' } },
  onReport(report, saved) {
    reason = saved?.reason;
  },
};

/** Why the record was last saved with errors. */
let reason = /** @type {string | undefined} */ (undefined);

/** @type {Attachment} */
let attachment;

/** Checks the record by the standard that was chosen. */
async function begin() {
  const standard = new FormData(choice).get('standard') === 'wirral' ? 'wirral' : 'nel-scp';
  attachment?.detach();
  attachment = await attach(form, { ...options, policy: { standard, required } });
}

/** What this agency requires beyond the standard. */
const required = ['type', 'text', 'child/seen'].map((field) => ({ field, of: /** @type {const} */ ('entry') }));

/** Shows the parts of the form that the answers ask for, and takes the others out of the record. */
function reveal() {
  const answers = /** @type {HTMLElement[]} */ ([...form.querySelectorAll('[data-reveals]:checked')]);
  const asked = answers.flatMap(({ dataset }) => dataset.reveals?.split(' '));
  for (const part of /** @type {NodeListOf<HTMLFieldSetElement>} */ (form.querySelectorAll('.revealed'))) {
    part.hidden = !asked.includes(part.id);
    part.disabled = part.hidden;
  }
}

form.addEventListener('change', reveal);
choice.addEventListener('change', () => {
  begun = begun.then(begin);
});

document.querySelector('#fill-in')?.addEventListener('click', () => {
  fillIn(form);
  form.scrollIntoView();
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  showSaved({
    report: attachment.report,
    reason,
    onNew() {
      form.reset();
      reveal();
    },
  });
});

reveal();

let begun = begin();
