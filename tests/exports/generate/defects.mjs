import { dateInWords, day, isoDate, isoTime, minutesOf } from './dates.mjs';

/** @import { CaseFile, Entry } from '../../../src/js/index.js' */
/** @import { Scene } from './sentences.mjs' */

/**
 * What the practice of recording gets wrong, one a record.
 *
 * @template R
 * @typedef {object} Defect
 * @property {string} rule that has to speak
 * @property {string} [also] another rule that has to speak
 * @property {(record: R, scene: Scene) => boolean} [fits] whether it can be put in such a record
 * @property {(record: R, scene: Scene) => void} plant
 */

/**
 * Words that go to the end of the text, in a paragraph of their own.
 *
 * @param {string} rule
 * @param {(scene: Scene) => string} sentence
 * @returns {Defect<Entry>}
 */
const said = (rule, sentence) => ({ rule, plant: (entry, scene) => { add(entry, sentence(scene)); } });

/**
 * @param {Entry} entry
 * @param {string} sentence
 */
function add(entry, sentence) {
  entry.text = `${entry.text}\n\n${sentence}`;
}

const asleep = { seen: true, reasonNoViews: 'Asleep at the time.' };
const isWork = ({ type = 'note' }) => ['assessment', 'plan', 'review'].includes(type);
const hasNoSharing = (/** @type {Entry} */ { sharing }) => !sharing;
const event = (/** @type {Entry} */ { eventAt }) => minutesOf(eventAt ?? '');
const manager = { name: 'Ruth Bailey', postTitle: 'Team manager' };
const shared = (/** @type {Entry} */ entry) =>
  ({ what: 'School attendance', with: ['Mill Lane Academy'], sharedAt: isoDate(event(entry)) });

/** Defects of entries. @type {Defect<Entry & { team?: string }>[]} */
export const ofEntries = [
  { rule: 'fields/unreadable', plant: (entry) => { entry.eventAt = '31/02/2026'; } },
  { rule: 'author/missing-name', plant: (entry) => { entry.author = { ...entry.author, name: 'P.S.' }; } },
  { rule: 'author/missing-post-title', plant: (entry) => { entry.author = { name: entry.author?.name }; } },
  { rule: 'author/missing-completion-time', plant: (entry) => { entry.recordedAt = isoDate(minutesOf(entry.recordedAt ?? '')); } },
  {
    rule: 'author/unsigned',
    plant: (entry) => {
      entry.medium = 'paper';
      entry.signature = { name: 'P. Shah', printedName: 'Priya Shah', postTitle: 'Social worker' };
    },
  },
  { rule: 'author/unnamed-informant', plant: (entry) => { entry.author = { ...entry.author, firstHand: false }; } },
  {
    rule: 'author/informant-sign-off',
    plant: (entry) => {
      entry.author = { ...entry.author, firstHand: false };
      entry.informants = [{ name: 'Tom Ellis', role: 'Teacher' }];
    },
  },
  { rule: 'timing/missing-event-time', plant: (entry) => { entry.eventAt = undefined; } },
  { rule: 'timing/late-entry-not-stated', plant: (entry) => { entry.eventAt = isoTime(event(entry) - 11 * day); } },
  {
    rule: 'timing/late-entry-time-missing',
    also: 'author/missing-completion-time',
    plant: (entry) => {
      entry.eventAt = isoTime(event(entry) - 11 * day);
      entry.recordedAt = isoDate(minutesOf(entry.recordedAt ?? ''));
      entry.late = { stated: true };
    },
  },
  {
    rule: 'timing/relative-date',
    plant: (entry, { child, parent }) => {
      entry.eventAt = isoTime(event(entry) - 11 * day);
      entry.late = { stated: true, reason: 'I was on leave.' };
      add(entry, `${child} told me about the trip with ${parent} yesterday.`);
    },
  },
  { rule: 'timing/late-update-not-stated', plant: (entry) => { entry.updatedAt = isoTime(minutesOf(entry.recordedAt ?? '') + 5 * day); } },
  {
    rule: 'timing/recorded-before-event',
    fits: ({ type }) => type !== 'plan',
    plant: (entry) => { entry.recordedAt = isoTime(event(entry) - 2 * day); },
  },
  { rule: 'timing/future-event', fits: ({ type = '' }) => ['note', 'email'].includes(type), plant: (entry) => { entry.eventAt = '2062-03-04T10:00'; hush(entry); } },
  {
    rule: 'timing/timescale-missed',
    plant: (entry) => {
      entry.dueOn = isoDate(event(entry) - 9 * day);
      entry.completedOn = isoDate(event(entry));
    },
  },
  {
    rule: 'timing/extension-not-authorised',
    plant: (entry) => {
      // The other standard is silent of it.
      entry.extension = { until: isoDate(event(entry) + 9 * day), consulted: [{ name: 'Sam Reid', postTitle: 'Named nurse', agency: 'Health' }] };
    },
  },
  said('language/blaming', ({ child }) => `${child} puts herself at risk by meeting him.`),
  said('language/insensitive', ({ parent }) => `${parent}’s brother is wheelchair-bound.`),
  said('language/judgmental', ({ parent }) => `${parent} was hostile throughout.`),
  said('language/speculative', ({ parent }) => `${parent} had probably been drinking.`),
  said('language/undefined-abbreviation', ({ parent }) => `The CIN plan was read out to ${parent}.`),
  said('language/jargon', ({ parent }) => `I signposted ${parent} to the food bank.`),
  said('language/wordy', ({ parent }) => `${parent} rang me prior to the visit.`),
  said('language/long-sentence', ({ parent, child }) =>
    `I talked with ${parent} in the kitchen about the new school and the bus and the uniform and the free meals and the `
    + `swimming bag and what ${child} had said to a teacher about the move to the house by the sea.`),
  said('evidence/unmarked-opinion', ({ parent }) => `I feel that ${parent} is not coping.`),
  said('evidence/unattributed-report', ({ parent, child }) => `The meeting began at noon. It was reported that ${parent} shouts at ${child}.`),
  said('evidence/vague', () => 'The meeting began at noon. There were no concerns. The meeting ended at one.'),
  {
    rule: 'evidence/kind-missing',
    plant: (entry, { child }) => { entry.sections = [{ source: 'firstHand', text: `${child} had no coat on.` }]; },
  },
  {
    rule: 'evidence/source-missing',
    plant: (entry, { child }) => { entry.sections = [{ kind: 'fact', text: `${child} had no coat on.` }]; },
  },
  {
    rule: 'evidence/unnamed-source',
    plant: (entry, { child }) => { entry.sections = [{ kind: 'fact', source: 'thirdParty', text: `${child} was late for school on three days.` }]; },
  },
  {
    rule: 'evidence/opinion-without-basis',
    plant: (entry, { child }) => { entry.sections = [{ kind: 'opinion', source: 'firstHand', text: `${child} is safer than in May.` }]; },
  },
  {
    rule: 'evidence/decision-without-maker',
    plant: (entry) => { entry.decisions = [{ what: 'A family support worker visits on Tuesdays', reasons: 'The family asked for help with the mornings.' }]; },
  },
  {
    rule: 'evidence/decision-without-reasons',
    plant: (entry) => { entry.decisions = [{ what: 'A family support worker visits on Tuesdays', madeBy: manager }]; },
  },
  { rule: 'consent/not-recorded', fits: hasNoSharing, plant: (entry) => { entry.sharing = [shared(entry)]; } },
  {
    rule: 'consent/incomplete',
    fits: hasNoSharing,
    plant: (entry) => { entry.sharing = [{ ...shared(entry), agreement: 'given', agreedBy: [{ role: 'Mother' }], childUnderstanding: 'Asked, and wants it.' }]; },
  },
  { rule: 'consent/no-reason', fits: hasNoSharing, plant: (entry) => { entry.sharing = [{ ...shared(entry), agreement: 'notSought' }]; } },
  {
    rule: 'consent/unsure-not-consulted',
    fits: hasNoSharing,
    plant: (entry) => { entry.sharing = [{ ...shared(entry), agreement: 'unsure', reason: 'legalDuty' }]; },
  },
  {
    rule: 'consent/after-sharing',
    fits: hasNoSharing,
    plant: (entry) => {
      const agreedBy = [{ name: 'Kelly Hill', role: 'Mother', on: isoDate(event(entry) + 3 * day) }];
      entry.sharing = [{ ...shared(entry), agreement: 'given', agreedBy, childUnderstanding: 'Asked, and wants it.' }];
    },
  },
  {
    rule: 'consent/withdrawn',
    fits: hasNoSharing,
    plant: (entry) => { entry.sharing = [{ ...shared(entry), agreement: 'withdrawn', withdrawnOn: isoDate(event(entry) - 3 * day) }]; },
  },
  {
    rule: 'consent/not-shared-without-reason',
    fits: hasNoSharing,
    plant: (entry) => { entry.sharing = [{ what: 'The new address', notShared: true }]; },
  },
  {
    rule: 'involvement/child-not-seen',
    fits: ({ type }) => type === 'visit',
    plant: (entry, { parent }) => {
      entry.child = { views: 'Glad about the new room.' };
      entry.text = `I called at the house and ${parent} let me in. We read the letter from the housing office in the kitchen.`;
    },
  },
  {
    rule: 'involvement/child-voice',
    fits: ({ type }) => type === 'assessment' || type === 'plan',
    plant: (entry) => {
      entry.child = { seen: true };
      hush(entry);
    },
  },
  {
    rule: 'involvement/family-views',
    fits: isWork,
    plant: (entry) => {
      entry.familyViews = undefined;
      entry.child = { seen: true, views: 'Likes the blue paint.' };
      hush(entry);
    },
  },
  {
    rule: 'involvement/strengths',
    fits: ({ type }) => type === 'plan',
    plant: (entry) => {
      entry.strengths = undefined;
      entry.child = asleep;
      entry.familyViews = undefined;
      entry.reasonNoFamilyViews = 'Nobody answered the telephone.';
      entry.context = undefined;
      hush(entry);
    },
  },
  { rule: 'involvement/outcomes', fits: ({ type }) => type === 'plan', plant: (entry) => { entry.plannedOutcomes = undefined; hush(entry); } },
  { rule: 'involvement/review-date', fits: ({ type }) => type === 'plan', plant: (entry) => { entry.reviewOn = undefined; hush(entry); } },
  {
    rule: 'involvement/context',
    fits: ({ type }) => type === 'assessment',
    plant: (entry) => { entry.context = { ...entry.context, communityAndCulture: undefined }; hush(entry); },
  },
  said('accuracy/weekday', () => 'The next meeting is on Tuesday 4 March 2026.'),
  said('accuracy/impossible-date', ({ parent }) => `${parent} will move house on 31 June.`),
  said('accuracy/unfinished', () => 'I saw [insert name] at home on Monday.'),
  {
    rule: 'accuracy/truncated',
    plant: (entry) => {
      const text = `${entry.text ?? ''} `.repeat(5).slice(0, 254);
      // The cut goes through a word, as that of a database does.
      entry.text = `${text.replace(/[\s\S]$/, 'w')}h`;
    },
  },
  {
    rule: 'accuracy/contradiction',
    fits: ({ type }) => type === 'visit',
    plant: (entry) => { add(entry, 'The child was not seen.'); },
  },
];

/** Nobody is heard in the text. @param {Entry} entry */
function hush(entry) {
  entry.text = 'The plan was gone through point by point at noon.';
}

const person = { ...manager };

/** Defects of front sheets. @type {Defect<CaseFile>[]} */
export const ofFiles = [
  { rule: 'fields/missing', plant: (file) => { file.child = { ...file.child, religion: '' }; } },
  { rule: 'fields/placeholder', plant: (file) => { file.riskAssessment = 'n/a'; } },
  { rule: 'fields/not-yet-known', plant: (file) => { file.child = { ...file.child, religion: 'not known' }; } },
  { rule: 'fields/unreadable', plant: (file) => { file.openedOn = '31/02/2026'; } },
  { rule: 'fields/invalid-identifier', plant: (file) => { file.child = { ...file.child, nhsNumber: '943 476 5918' }; } },
  { rule: 'fields/missing-summary', plant: (file) => { close(file); file.closingSummary = undefined; } },
  { rule: 'involvement/not-informed', plant: (file) => { file.informed = { ...file.informed, whyKept: false }; } },
  { rule: 'involvement/interpreter', plant: (file) => { file.child = { ...file.child, firstLanguage: 'Polish' }; } },
  { rule: 'custody/volume-number', plant: (file) => { onPaper(file); file.volumes = [{ number: 1, from: '2025-01-02', to: '2025-06-30' }, { number: 3, from: '2025-06-30' }]; } },
  { rule: 'custody/volume-dates', plant: (file) => { onPaper(file); file.volumes = [{ number: 1, from: '2025-01-02', to: '2025-06-30' }, { number: 2, from: '2025-05-01' }]; } },
  { rule: 'custody/paper-location', plant: (file) => { onPaper(file); file.paper = { ...file.paper, location: undefined }; } },
  { rule: 'custody/paper-mismatch', plant: (file) => { onPaper(file); file.paper = { ...file.paper, details: { dateOfBirth: '2001-01-02' } }; } },
  { rule: 'custody/paper-storage', plant: (file) => { onPaper(file); file.paper = { ...file.paper, storage: undefined }; } },
  { rule: 'custody/removal-authority', plant: (file) => { file.removals = [{ ...removal, authorisedBy: undefined }]; } },
  { rule: 'custody/removal-terms', plant: (file) => { file.removals = [{ ...removal, security: undefined }]; } },
  { rule: 'custody/removal-overdue', plant: (file) => { file.removals = [{ ...removal, returnedOn: undefined }]; } },
  { rule: 'custody/retention', plant: (file) => { close(file); file.retention = { ...file.retention, until: undefined }; } },
  { rule: 'custody/closing-tidy', plant: (file) => { close(file); file.retention = { until: file.retention?.until }; } },
  { rule: 'oversight/audit-overdue', plant: (file) => { file.openedOn = '2024-01-10'; file.audits = [{ on: '2025-03-04', by: person }]; } },
  { rule: 'oversight/deficiency-open', plant: (file) => { file.audits = [{ on: '2025-12-04', by: person, deficiencies: [{ what: 'No chronology' }] }]; } },
  { rule: 'oversight/decision-incomplete', plant: (file) => { file.managementDecisions = [{ ...decision, reasons: undefined }]; } },
  { rule: 'oversight/decision-not-reviewed', plant: (file) => { file.managementDecisions = [{ ...decision, reviewedOn: undefined }]; } },
  { rule: 'file/one-child', plant: (file) => { file.child = { ...file.child, fullName: 'Ava and Ben Jones' }; } },
];

const removal = {
  what: 'Volume 1', removedOn: '2026-02-02', dueBack: '2026-02-09', returnedOn: '2026-02-06', authorisedBy: manager,
  authorisedOn: '2026-02-02', security: 'Locked case, not left in the car', informed: ['Duty desk'],
};

const decision = {
  what: 'Visits every week until June', madeBy: manager, madeOn: '2025-10-01',
  reasons: 'The family asked for help with the mornings.', reviewOn: '2026-01-05', reviewedOn: '2026-01-05', byManager: true,
};

/** @param {CaseFile} file */
function onPaper(file) {
  file.medium = 'paper';
  file.paper = { source: 'Records of the health visitor', location: 'Civic offices, room 12', storage: 'Locked cabinet; papers on tags, in date order' };
  file.volumes = [{ number: 1, from: '2025-01-02' }];
}

/** @param {CaseFile} file */
function close(file) {
  const closed = minutesOf('2026-03-02');
  const born = file.child?.dateOfBirth ?? '';
  file.status = 'closed';
  file.closedOn = isoDate(closed);
  file.closingSummary = `The help ended on ${dateInWords(closed)}, as the family wished.`;
  file.retention = { until: `${Number(born.slice(0, 4)) + 75}${born.slice(4)}`, tidied: { by: 'Tom Ryan', on: isoDate(closed + day) } };
}
