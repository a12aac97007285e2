const worker = ['name', 'postTitle'];
const below = (/** @type {string} */ path, /** @type {string[]} */ names) => names.map((name) => `${path}/${name}`);

/** What the tables of entries hold, in the order of their columns. */
const ofEntries = [
  'id', 'fileId', 'sequence', 'type', 'eventAt', 'recordedAt', ...below('author', worker), 'team', 'child/seen', 'child/seenAlone', 'text',
  'medium', 'updatedAt', ...below('late', ['stated', 'reason']), 'author/firstHand', ...below('signature', ['name', 'printedName', 'postTitle']),
  ...below('informants/0', ['name', 'role']), 'child/views', 'child/reasonNoViews', 'familyViews', 'reasonNoFamilyViews', 'strengths',
  'difficulties', 'plannedOutcomes', 'actualOutcomes', 'reviewOn', ...below('context', ['family', 'education', 'communityAndCulture', 'otherAgencies']),
  'dueOn', 'completedOn', 'extension/until', ...below('extension/consulted/0', [...worker, 'agency']),
  ...below('sections/0', ['kind', 'source', 'text']), 'decisions/0/what', ...below('decisions/0/madeBy', worker), ...below('decisions/0', ['madeOn', 'reasons']),
  ...below('sharing/0', ['what', 'with', 'sharedAt', 'notShared', 'agreement', 'withdrawnOn', 'reason', 'childUnderstanding']),
  ...below('sharing/0/agreedBy/0', ['name', 'role', 'on']),
];

/** The same of front sheets. */
const ofFiles = [
  'referenceNumber', ...below('child', ['fullName', 'address', 'dateOfBirth', 'ethnicity', 'religion', 'firstLanguage', 'nhsNumber']),
  ...below('people/0', ['fullName', 'role']), 'status', 'openedOn', 'closedOn', 'riskAssessment', 'closingSummary',
  ...below('informed', ['on', 'by', 'whyKept', 'confidentiality', 'howToSee']), 'medium', ...below('paper', ['source', 'location', 'storage', 'details/dateOfBirth']),
  ...below('volumes/0', ['number', 'from', 'to']), ...below('volumes/1', ['number', 'from', 'to']),
  ...below('removals/0', ['what', 'removedOn', 'dueBack', 'returnedOn', 'authorisedBy/name', 'authorisedBy/postTitle', 'authorisedOn', 'security', 'informed']),
  'retention/until', ...below('retention/tidied', ['by', 'on']), ...below('audits/0', ['on', 'by/name', 'by/postTitle', 'deficiencies/0/what']),
  ...below('managementDecisions/0', ['what', 'madeBy/name', 'madeBy/postTitle', 'madeOn', 'reasons', 'reviewOn', 'reviewedOn', 'byManager']),
];

export const columns = { entry: ofEntries, file: ofFiles };

/** What the language rules read. */
export const prose = new Set([
  'text', 'child/views', 'child/reasonNoViews', 'familyViews', 'strengths', 'difficulties', 'plannedOutcomes', 'actualOutcomes',
  'sections/0/text', 'context/family', 'context/education', 'context/communityAndCulture', 'context/otherAgencies', 'closingSummary',
]);
