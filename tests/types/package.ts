// A TypeScript user of the package: what they write must compile, and what is wrong must not.

import type { StandardSchemaV1 } from '@standard-schema/spec';
import { createValidator } from 'recording-standard';
import { fromCkeditor, fromProsemirror, fromTinymce } from 'recording-standard/editors';
import { attach, sourceOf } from 'recording-standard/form';
import type {
  CaseFile, CaseRecord, Decision, Entry, EntryType, Finding, Informant, Medium, Options, Person, Policy, Report,
  RuleInfo, Section, Sharing, Signature, Standard, Timescale, Validator, Worker,
} from 'recording-standard';
import type { RecordingStandardElement } from 'recording-standard/element';
import type { AttachOptions, Attachment, Editor, Source } from 'recording-standard/form';

const worker: Worker = { name: 'Priya Shah', postTitle: 'Social worker', agency: 'Children’s Services' };
const informant: Informant = { name: 'Tom Ellis', role: 'Teacher', anonymous: false, how: 'by phone', readAndSigned: true, postTitle: 'Head of Year 5' };
const signature: Signature = { name: 'P. Shah', printedName: 'Priya Shah', postTitle: 'Social worker', signedAt: '4 March 2026', handwritten: true, legible: true };
const section: Section = { kind: 'opinion', source: 'thirdParty', informant, text: '…', basis: '…' };
const decision: Decision = { what: '…', madeBy: worker, madeOn: '2026-03-04', reasons: '…', byManager: true, reviewOn: '2026-04-01', reviewedOn: '2026-04-01' };
const sharing: Sharing = {
  what: '…', with: ['School'], sharedAt: '04/03/2026 15:30', notShared: false, agreement: 'given',
  agreedBy: [{ name: 'Kim Marsden', role: 'Mother', on: '2026-03-04' }], withdrawnOn: '2026-03-05', reason: 'legalDuty',
  reasonText: '…', consulted: { ...worker, on: '2026-03-04' }, childUnderstanding: '…',
};
const type: EntryType = 'phoneCall';
const medium: Medium = 'electronic';

const entry: Entry = {
  kind: 'entry', id: '1', fileId: 'CF-1', team: 'North', sequence: 1, type, medium, eventAt: '2026-03-04', eventEndedAt: '2026-03-04T16:00',
  recordedAt: '2026-03-04T16:40', updatedAt: '2026-03-05T09:00', draft: false,
  late: { stated: true, writtenAt: '2026-03-06', reason: '…' },
  author: { ...worker, firstHand: true }, signature, informants: [informant], text: '…', sections: [section],
  decisions: [decision], sharing: [sharing],
  child: { seen: true, seenAlone: false, seenBy: worker, reasonNotSeen: '…', views: '…', reasonNoViews: '…' },
  familyViews: '…', reasonNoFamilyViews: '…', strengths: '…', difficulties: '…', plannedOutcomes: '…', actualOutcomes: '…',
  reviewOn: '2026-06-01', context: { family: '…', education: '…', communityAndCulture: '…', otherAgencies: '…' },
  dueOn: '2026-03-10', completedOn: '2026-03-09',
  extension: { until: '2026-03-20', authorisedBy: worker, authorisedOn: '2026-03-10', consulted: [worker] },
};

const child: Person = {
  fullName: 'Ava Marsden', address: '4 Dock Street', dateOfBirth: '2015-05-12', ethnicity: 'White British', religion: 'None',
  firstLanguage: 'English', communicationNeeds: 'None', role: 'Child', expectedBirthDate: '2026-06-01', knownAs: ['Ave'],
  preferredWords: ['home'], nhsNumber: '943 476 5919', upn: 'T820200102001', postcode: 'DN31 1HU',
};

const file: CaseFile = {
  kind: 'file', referenceNumber: 'CF-1', child, people: [child], status: 'open', openedOn: '2026-01-01', closedOn: '2026-09-01',
  riskAssessment: '…', closingSummary: '…', transferSummary: '…', medium: 'paper',
  informed: { on: '2026-01-02', by: 'Priya Shah', whyKept: true, confidentiality: true, howToSee: true, interpreter: '…', form: '…' },
  volumes: [{ number: 1, from: '2026-01-01', to: '2026-03-01' }],
  paper: { source: '…', location: '…', storage: '…', details: child, referenceNumber: 'CF-1' },
  removals: [{
    what: '…', device: '…', deviceProcedure: '…', removedOn: '2026-02-01', authorisedBy: worker, authorisedOn: '2026-02-01',
    dueBack: '2026-02-02', returnedOn: '2026-02-02', security: '…', informed: ['Records team'],
  }],
  retention: { until: '2090-05-12', tidied: { by: 'Priya Shah', on: '2026-09-01' } },
  audits: [{ on: '2026-02-01', by: worker, deficiencies: [{ what: '…', rectifiedOn: '2026-02-10' }] }],
  managementDecisions: [decision], entries: [entry],
};

const timescale: Timescale = { workingDays: 1 };
const standard: Standard = { id: 'our-board', title: 'Our board’s manual', clauses: { 'late-entry-stated': '4.2' } };
const policy: Policy = {
  standard, rules: { 'timing/late-entry-not-stated': 'off', 'language/jargon': 'advice' },
  required: [{ field: 'child/seen', of: 'entry', when: { field: 'type', is: ['visit', true] }, types: ['visit'] }],
  late: { default: timescale, types: { visit: { hours: 24 } } }, closedDays: ['2026-12-29'],
  glossary: [{ term: 'CIN', meaning: 'child in need', instead: 'child in need', as: 'allowed' }], names: ['Hollybank'],
  longSentence: 25, childAsksFrom: 12, seenAloneFrom: 4, ownAgency: ['Children’s Services'], retentionYears: 75,
  retentionFrom: 'birth', auditEveryMonths: 6, deficiencyDays: 28, staleDays: 42, templates: ['…'],
};

const validator: Validator = await createValidator(policy);
const options: Options = { now: '2026-03-06T10:15', file };
const records: CaseRecord[] = [entry, file, {}];
for (const record of records) {
  const report: Report = validator.check(record, options);
  const { errors, warnings, advice, words }: Record<'errors' | 'warnings' | 'advice' | 'words', number> = report;
  const ready: boolean = report.ready && errors + warnings + advice + words > 0;
  for (const { rule, severity, path, range, message, clauses, fixes, count } of report.findings) {
    const known: 'error' | 'warning' | 'advice' = severity;
    const marked: string = message.slice(range?.start, range?.end) + rule + path + known + ready;
    const cited: string[] = clauses.map(({ standard: id, section: place }) => `${id} ${place}`);
    const offered: string[] = fixes.map(({ label, replacement }) => label + replacement);
    const times: number | undefined = count;
    void [marked, cited, offered, times];
  }
}
const findings: Finding[] = validator.checkText('…', options);
const rules: RuleInfo[] = validator.rules();
const said: string[] = rules.flatMap(({ id, severity, summary, why, bad, good }) => [id, severity, summary, why, bad, good]);
const schema: StandardSchemaV1<CaseRecord> = validator;
validator.free();
void [findings, said, schema];

const form: HTMLFormElement = document.forms[0];
const editor: Source | undefined = { text: () => '…', onChange: (heard) => () => heard(), show: ({ start, end }) => void (start + end) };
const attachOptions: AttachOptions = {
  policy, validator, record: { author: worker }, file, onErrors: 'block',
  fields: {
    '#notes': 'text',
    '#seen': { path: 'child/seen', value: (element) => element.matches(':checked') },
    '#views': { path: 'child/views', source: (element) => editor ?? sourceOf(element as HTMLElement) },
  },
  reasonField: '#reason', classes: { errorMessage: 'error' },
  messages: { saveAnyway: 'Cadw beth bynnag', toLookAt: (count) => `${count} peth`, finding: ({ rule, message }) => rule + message },
  onReport: (report) => void report.ready,
};
const attachment: Attachment = await attach(form, attachOptions);
const last: Report = attachment.check();
const mayGo: boolean = attachment.ask(() => form.submit());
attachment.detach();
const richText: Editor[] = [{ replace: (range, text) => void [range.startOffset, text] }, fromCkeditor({ model: {}, ui: {}, editing: {} }), fromProsemirror({}), fromTinymce({})];
const sources: Source[] = richText.map((each) => sourceOf(form, each));
void [mayGo, sources, last, attachment.report];
await attach(form, { record: file });

const marked = document.querySelector<RecordingStandardElement>('recording-standard');
const reported: Report | undefined = marked?.check() ?? marked?.report;
void reported;

// @ts-expect-error a type of entry that there is not
entry.type = 'chat';
// @ts-expect-error a setting that there is not
policy.standart = 'wirral';
// @ts-expect-error the report is the attachment's to give
attachment.report = last;
// @ts-expect-error there is no such way to meet errors
attachOptions.onErrors = 'shout';
