/** Milliseconds in a day. */
const day = 86_400_000;

/**
 * A day so long ago, as people here write it: 27/3/2026.
 *
 * @param {number} days
 */
const ago = (days) => new Date(Date.now() - days * day).toLocaleDateString('en-GB');

/** How old the child is, in days: nine, with a birthday some months ago. */
const age = 9 * 365 + 130;

/**
 * A file as many are: cared for, and with gaps. Its dates move with the day, so that what is overdue stays so.
 * Everybody in it is invented.
 *
 * @returns {Record<string, string | boolean>} by the path of each field
 */
export const exampleFile = () => ({
  referenceNumber: 'CF-18733',
  openedOn: ago(800),
  'child/fullName': 'Marek Wilk',
  'child/dateOfBirth': ago(age),
  'child/address': '14 Cromer Street, Harbourside',
  'child/postcode': 'DN31 9ZZ',
  'child/ethnicity': 'tbc',
  'child/firstLanguage': 'Polish',
  'child/nhsNumber': '943 476 5918',
  riskAssessment:
    'Marek was left alone overnight twice in spring. Mum is manipulative and failed to engage with the FSW. ' +
    'His aunt now stays with him when Mum works nights, and has done so since June.',
  'informed/on': ago(790),
  'informed/by': 'Priya Shah',
  'informed/whyKept': true,
  'informed/confidentiality': true,
  'paper/source': 'Health visitor’s notes and letters from his first school',
  'paper/storage': 'Locked cabinet, papers on tags',
  'paper/details/fullName': 'WILK, Marek',
  'paper/details/dateOfBirth': ago(age - 10),
  'volumes/0/number': '1',
  'volumes/0/from': ago(800),
  'volumes/0/to': ago(300),
  'volumes/1/number': '2',
  'volumes/1/from': ago(330),
  'removals/0/what': 'Volume 2',
  'removals/0/removedOn': ago(16),
  'removals/0/authorisedOn': ago(17),
  'removals/0/dueBack': ago(9),
  'removals/0/security': 'Locked case, with Tom Ellis at court',
  'audits/0/on': ago(230),
  'audits/0/by/name': 'Helen Okafor',
  'audits/0/deficiencies/0/what': 'There was no chronology after the move.',
  'audits/0/deficiencies/0/rectifiedOn': ago(215),
  'audits/0/deficiencies/1/what': 'Marek’s own views are not in the last two reviews.',
  'managementDecisions/0/what': 'Marek’s aunt is to be assessed as a carer.',
  'managementDecisions/0/madeBy/name': 'Helen Okafor',
  'managementDecisions/0/madeBy/postTitle': 'Team manager',
  'managementDecisions/0/madeOn': ago(120),
  'managementDecisions/0/reviewOn': ago(30),
  status: 'open',
});
