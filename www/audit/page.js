// The page that checks an export: choose a file, look over its columns, wait, read the report.

import { version, wasm, worker as workerScript } from '../../build/worker/parts.js';
import { view } from '../../src/js/report/html/view.js';
import { partsOf } from '../../src/js/report/html.js';
import { formats } from '../../src/js/report/reporters.js';
import { counted, inFigures } from '../../src/js/report/words.js';
import { element, find } from '../elements.js';
import { mapOf, tableOf } from './columns.js';
import { Pace } from './pace.js';

/** @import { Column } from '../../src/js/export/rows.js' */
/** @import { Answer, Wish } from './worker.js' */

const names = /** @type {Record<string, string>} */ ({ html: 'Report', xlsx: 'Table (XLSX)', csv: 'Table (CSV)', ndjson: 'NDJSON' });

const fileInput = /** @type {HTMLInputElement} */ (find('#file'));
const steps = ['columns', 'progress', 'done'];

/** @type {File | undefined} */
let file;

/** @type {Column[] | undefined} */
let columns;

/** @type {Worker | undefined} */
let running;

/** Addresses of the reports that can be downloaded. @type {string[]} */
let addresses = [];

/**
 * Shows one step, or none, and goes there.
 *
 * @param {string} [wanted]
 */
function show(wanted) {
  for (const step of steps) find(`#${step}`).hidden = step !== wanted;
  find('#choose').hidden = wanted === 'progress' || wanted === 'done';
  if (wanted !== 'done') leaveReport();
  if (wanted) find(`#${wanted}-title`).focus();
}

function leaveReport() {
  find('#report').replaceChildren();
  for (const address of addresses) URL.revokeObjectURL(address);
  addresses = [];
}

/** @param {string} [sentence] */
function tell(sentence) {
  const problem = find('#problem');
  problem.hidden = !sentence;
  problem.replaceChildren(...(sentence ? [element('p', {}, sentence)] : []));
}

/**
 * Asks the worker, which is a new one each time: what is given up ends at once, and leaves nothing.
 *
 * @param {Wish extends infer W ? W extends Wish ? Omit<W, 'wasm' | 'version'> : never : never} wish
 * @param {(answer: Answer) => void} hear
 */
function ask(wish, hear) {
  running?.terminate();
  const address = URL.createObjectURL(new Blob([workerScript], { type: 'text/javascript' }));
  const worker = new Worker(address);
  running = worker;
  const fail = (/** @type {string} */ problem) => {
    worker.terminate();
    show(columns && wish.ask === 'check' ? 'columns' : undefined);
    tell(`${wish.file.name} cannot be checked. ${problem}`);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail('The check broke off, by a fault of its own.');
  };
  worker.onmessage = ({ data: answer }) => {
    if (worker !== running) return;
    if (answer.tell === 'problem') return fail(answer.problem);
    hear(answer);
    if (answer.tell !== 'progress') {
      worker.terminate();
      URL.revokeObjectURL(address);
    }
  };
  worker.postMessage({ ...wish, wasm, version });
}

/** @param {string} name of a group of radios */
const chosen = (name) => /** @type {HTMLInputElement} */ (find(`input[name="${name}"]:checked`)).value;

const kind = () => /** @type {'entry' | 'file'} */ (chosen('kind'));

/** @param {File | undefined} given */
function open(given) {
  if (!given) return;
  file = given;
  columns = undefined;
  tell();
  show();
  ask({ ask: 'columns', file, kind: kind() }, (answer) => {
    if (answer.tell !== 'columns') return;
    columns = answer.columns;
    const unread = columns?.filter(({ path }) => !path).length ?? 0;
    find('#columns-lead').textContent = columns
      ? `${given.name} has ${counted(columns.length, 'column')}. ${unread === 0 ? 'All of them are understood.' : `${inFigures(unread)} ${unread === 1 ? 'is' : 'are'} not understood and will not be read, unless you say what ${unread === 1 ? 'it holds' : 'they hold'}.`}`
      : `${given.name} holds records in JSON, which say themselves what is what.`;
    const table = find('#table');
    table.replaceChildren(...(columns ? [tableOf(columns, answer.fields)] : []));
    const correction = /** @type {HTMLDetailsElement} */ (find('#correction'));
    correction.hidden = !columns;
    correction.open = unread > 0;
    show('columns');
  });
}

/** The agency's policy, or the standard alone. */
async function policyOf() {
  const [given] = /** @type {HTMLInputElement} */ (find('#policy')).files ?? [];
  if (!given) return { standard: chosen('standard') };
  try {
    return JSON.parse((await given.text()).replace(/^\uFEFF/, ''));
  } catch {
    throw new Error(`${given.name} is not JSON.`);
  }
}

/** @param {File} checked */
async function check(checked) {
  tell();
  let policy;
  try {
    policy = await policyOf();
  } catch (error) {
    tell(/** @type {Error} */ (error).message);
    return;
  }
  const options = {
    policy, kind: kind(), quote: /** @type {HTMLInputElement} */ (find('#quote')).checked,
    ...(columns && { columns: mapOf(find('#table')) }),
  };
  const since = /** @type {HTMLInputElement} */ (find('#since')).value || undefined;
  const [frontSheets] = /** @type {HTMLInputElement} */ (find('#front-sheets')).files ?? [];
  const pace = new Pace(checked.size);
  const bar = /** @type {HTMLProgressElement} */ (find('#bar'));
  bar.value = 0;
  find('#figures').textContent = 'Beginning';
  find('#spoken').textContent = '';
  show('progress');
  ask({ ask: 'check', file: checked, frontSheets, options, since }, (answer) => {
    if (answer.tell === 'progress') {
      bar.value = pace.percent(answer);
      find('#figures').textContent = pace.inWords(answer);
      find('#spoken').textContent = pace.spoken(answer);
    }
    if (answer.tell === 'report') showReport(checked, answer);
  });
}

/**
 * @param {File} checked
 * @param {Extract<Answer, { tell: 'report' }>} answer
 */
async function showReport(checked, { reports, rows, findings, problem }) {
  find('#done-title').textContent = `${counted(rows, 'record')} checked, ${counted(findings, 'finding')}`;
  const name = checked.name.replace(/\.[^.]*$/, '');
  find('#downloads').replaceChildren(...Object.entries(reports).map(([format, blob], index) => {
    const address = URL.createObjectURL(blob);
    addresses.push(address);
    const { ending } = formats[format];
    return element('a', {
      href: address, download: `${name}-report.${ending}`, class: `govuk-button${index === 0 ? '' : ' govuk-button--secondary'}`,
    }, `Download: ${names[format]}`);
  }));
  // The same report as in the file, in this page.
  const { markup, data } = partsOf(await reports.html.text());
  await answering();
  const report = /** @type {HTMLElement} */ (new DOMParser().parseFromString(markup, 'text/html').querySelector('.report'));
  show('done');
  if (problem) tell(`${checked.name} could not be read to its end. ${problem}`);
  find('#report').replaceChildren(asPart(report));
  await answering();
  await view(report, data);
}

/** Lets the page answer in between. */
const answering = () => new Promise((resolve) => { setTimeout(resolve); });

/**
 * The report as a part of a page, which has its own header, title and main part.
 *
 * @param {HTMLElement} report
 */
function asPart(report) {
  report.querySelector('header')?.remove();
  report.querySelector('main')?.replaceWith(...(report.querySelector('main')?.childNodes ?? []));
  return report;
}

fileInput.addEventListener('change', () => open(fileInput.files?.[0]));
find('#choose').addEventListener('change', ({ target }) => {
  if (/** @type {HTMLInputElement} */ (target).name === 'kind') open(file);
});
find('#choose').addEventListener('submit', (event) => event.preventDefault());
find('#map').addEventListener('submit', (event) => {
  event.preventDefault();
  if (file) check(file);
});
find('#cancel').addEventListener('click', () => {
  running?.terminate();
  show('columns');
});
for (const button of document.querySelectorAll('[data-again]')) {
  button.addEventListener('click', () => {
    fileInput.value = '';
    file = undefined;
    tell();
    show();
    fileInput.focus();
  });
}

const drop = find('#drop');
for (const type of ['dragenter', 'dragover']) {
  drop.addEventListener(type, (event) => {
    event.preventDefault();
    drop.classList.add('drop--over');
  });
}
for (const type of ['dragleave', 'drop']) drop.addEventListener(type, () => drop.classList.remove('drop--over'));
drop.addEventListener('drop', (event) => {
  event.preventDefault();
  open(/** @type {DragEvent} */ (event).dataTransfer?.files[0]);
});
// What is dropped beside it is not to take the page away.
for (const type of /** @type {const} */ (['dragover', 'drop'])) window.addEventListener(type, (event) => event.preventDefault());
