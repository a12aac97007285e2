import { attach } from '../src/js/form.js';
import { exampleFile } from './case-file-example.js';
import { element, find } from './elements.js';

/** @import { Attachment } from '../src/js/form.js' */
/** @import { Finding, Report } from '../src/js/index.js' */

const form = /** @type {HTMLFormElement} */ (find('#file'));
const choice = /** @type {HTMLFormElement} */ (find('#choice'));

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Control */

/** Which control holds what stands in the markup: `data-record="child/fullName"`. */
const controls = /** @type {Control[]} */ ([...form.querySelectorAll('[data-record]')]);

/** @type {Attachment | undefined} */
let attachment;

/** Checks the file by the standard that was chosen. */
async function begin() {
  const standard = new FormData(choice).get('standard') === 'wirral' ? 'wirral' : 'nel-scp';
  attachment?.detach();
  attachment = await attach(form, {
    policy: { standard, retentionYears: 75 },
    record: { kind: 'file' },
    onReport: show,
  });
}

// ---- The overview -----------------------------------------------------------------

/**
 * Lists what there is to look at, in the order of the form.
 *
 * @param {Report} report
 */
function show(report) {
  find('#unchecked').hidden = true;
  find('#checked').hidden = false;
  find('#counts').textContent = inWords(report);
  find('#all').hidden = report.findings.length === 0;
  /** @type {Map<string, HTMLElement[]>} */
  const parts = new Map();
  const placed = report.findings.map((finding) => ({ finding, control: controlOf(finding) }));
  const rank = (/** @type {typeof placed[number]} */ { control }) => (control ? controls.indexOf(control) : controls.length);
  for (const { finding, control } of placed.sort((one, other) => rank(one) - rank(other))) {
    const part = control?.closest('section')?.querySelector('h2')?.textContent ?? '';
    parts.set(part, [...(parts.get(part) ?? []), item(finding, control)]);
  }
  find('#findings').replaceChildren(...[...parts].flatMap(([part, items]) =>
    [element('h3', {}, part), element('ul', {}, ...items)]));
}

/**
 * @param {Finding} finding
 * @param {Control | undefined} control
 */
function item({ severity, message }, control) {
  const link = element('a', { href: `#${control?.id ?? 'file'}` }, message);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    control?.focus();
    control?.scrollIntoView({ block: 'center' });
  });
  return element('li', { class: `overview__item overview__item--${severity}` }, link);
}

/**
 * The control that a finding is about, or that stands nearest to it.
 *
 * @param {Finding} finding
 */
function controlOf({ path }) {
  for (let steps = path.split('/').slice(1); steps.length > 0; steps = steps.slice(0, -1)) {
    const wanted = steps.join('/');
    const own = controls.find(({ dataset }) => dataset.record === wanted || dataset.record?.startsWith(`${wanted}/`));
    if (own) return own;
  }
  return undefined;
}

/** @param {Report} report */
function inWords({ errors, warnings, advice }) {
  const parts = [
    errors > 0 ? `${errors} to put right` : '',
    warnings > 0 ? `${warnings} to look at` : '',
    advice > 0 ? `${advice} ${advice === 1 ? 'suggestion' : 'suggestions'}` : '',
  ];
  return parts.filter(Boolean).join(', ') || 'Nothing to look at';
}

// ---- The form ---------------------------------------------------------------------

/** Writes the example into the form. */
function fillIn() {
  const example = exampleFile();
  form.reset();
  for (const control of controls) {
    const value = example[control.dataset.record ?? ''];
    if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = value === true;
    else control.value = typeof value === 'string' ? value : '';
  }
  reveal();
}

/** Shows the part that the file's status asks for, and takes the others out of the record. */
function reveal() {
  const status = /** @type {HTMLSelectElement} */ (find('#status')).value;
  for (const [part, isAsked] of /** @type {const} */ ([['#closing', status === 'closed'], ['#transfer', status === 'transferred']])) {
    const fields = /** @type {HTMLFieldSetElement} */ (find(part));
    fields.hidden = fields.disabled = !isAsked;
  }
}

form.addEventListener('change', reveal);
form.addEventListener('input', () => {
  find('#saved').hidden = true;
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  find('#saved').hidden = false;
  find('#saved').focus();
});
choice.addEventListener('change', () => {
  begun = begun.then(begin);
});
find('#example').addEventListener('click', () => {
  fillIn();
  attachment?.check();
});

// Where there is room for it, the list is in sight from the start.
/** @type {HTMLDetailsElement} */ (find('#all')).open = matchMedia('(min-width: 56em)').matches;

fillIn();

let begun = begin();
