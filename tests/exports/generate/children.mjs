import { day, dayInWords, isoDate, isoTime, minutesOf, onWorkingDay } from './dates.mjs';
import { randomOf } from './random.mjs';
import { plain } from './sentences.mjs';

/** @import { CaseFile, Entry, EntryType, Policy } from '../../../src/js/index.js' */
/** @import { Random } from './random.mjs' */
/** @import { Scene } from './sentences.mjs' */

/**
 * A made-up child, what the front sheet says, and the entries in the order in which they were written. No
 * rule has anything to say of them.
 *
 * @typedef {object} Child
 * @property {CaseFile} file
 * @property {(Entry & { team: string })[]} entries
 * @property {Scene[]} scenes of the entries, in their order
 */

/** When all of it is checked: a Monday morning after everything that happens. */
export const now = '2026-03-16T09:00';

/** What they are checked by: the rules of both standards speak under this one. @type {Policy} */
export const policy = { standard: 'wirral', retentionYears: 75 };

const first = [
  'Ava', 'Oliver', 'Zainab', 'Noah', 'Chloé', 'Mohammed', 'Isla', 'Jayden', 'Aoife', 'Tomasz', 'Leon', 'Siân', 'Kai',
  'Maryam', 'Ethan', 'Zoë', 'Reuben', 'Fatima', 'Callum', 'Tyrone', 'Ffion', 'Ibrahim', 'Harvey', 'Dylan', 'Ruby',
  'Kwame', 'Poppy', 'Josiah', 'Freya', 'Layla', 'Connor', 'Evie', 'Björn', 'Marcus', 'Rhys', 'Aisha', 'Corey', 'Luca',
];
const grown = ['Priya', 'Tom', 'Kelly', 'Pat', 'Sam', 'Helen', 'Yusuf', 'Agnieszka', 'Dean', 'Ruth', 'Kofi', 'Lesley'];
const last = [
  'Walker', 'Khan', 'O’Brien', 'Smith-Jones', 'Patel', 'Nowak', 'Williams', 'Osei', 'Begum', 'Taylor', 'Hughes',
  'Ahmed', 'Evans', 'Clarke', 'Okafor', 'Murphy', 'Roberts', 'Shah', 'Davies', 'Hussain', 'McDonald', 'García',
  'Adeyemi', 'Singh', 'Turner', 'Lewis', 'Harris', 'Bailey', 'Mensah', 'Ryan', 'Fernández',
];
const schools = ['Oak School', 'Harbour Primary School', 'St Hilda’s School', 'Mill Lane Academy', 'Quay Street School'];
const streets = ['Quay Street', 'Mill Lane', 'Hill Road', 'Church View', 'Station Road', 'Garden Terrace'];
const posts = ['Social worker', 'Family support worker', 'Senior social worker', 'Student social worker'];
const teams = ['North', 'South', 'Court', 'Looked after', 'Early help', 'Duty'];
const religions = ['No religion', 'Christian', 'Muslim', 'Sikh', 'Hindu'];

/** How often each type of entry comes. @type {[EntryType, number][]} */
const types = [
  ['visit', 30], ['phoneCall', 20], ['note', 20], ['email', 10], ['meeting', 9], ['supervision', 3],
  ['assessment', 2], ['plan', 2], ['review', 2], ['decision', 2],
];

/** What entries have on average. */
export const entriesOfChild = 12;

/**
 * The child of that number, the same for the same seed.
 *
 * @param {number} seed
 * @param {number} number from 0
 * @returns {Child}
 */
export function childOf(seed, number) {
  const random = randomOf(seed, number);
  const name = random.one(first);
  const family = random.one(last);
  const reference = String(100_000 + number);
  const born = minutesOf('2009-04-01') + random.whole(0, 14 * 365) * day;
  const worker = { name: `${random.one(grown)} ${random.one(last)}`, postTitle: random.one(posts) };
  const team = random.one(teams);
  const people = {
    random, child: name, parent: random.one(['Mum', 'Dad', 'Nan']), carer: `${random.one(grown)} ${family}`,
    teacher: `${random.one(grown)} ${random.one(last)}`, nurse: `${random.one(grown)} ${random.one(last)}`,
    school: random.one(schools),
  };
  const opened = minutesOf('2025-01-06') + random.whole(0, 200) * day;
  /** @type {CaseFile} */
  const file = {
    kind: 'file',
    referenceNumber: reference,
    child: {
      fullName: `${name} ${family}`, address: `${random.whole(1, 140)} ${random.one(streets)}, Seatown`,
      dateOfBirth: isoDate(born), ethnicity: random.one(['WBRI', 'BAFR', 'APKN', 'MWBC', 'WOTH']),
      religion: random.one(religions), firstLanguage: 'English',
    },
    people: [{ fullName: people.carer, role: 'Parent' }],
    status: 'open',
    openedOn: isoDate(opened),
    riskAssessment: `None identified, assessed by ${worker.name} on ${isoDate(opened + 3 * day)}`,
    informed: { on: isoDate(opened), by: worker.name, whyKept: true, confidentiality: true, howToSee: true },
    audits: [{ on: isoDate(minutesOf(now) - random.whole(20, 100) * day), by: { name: 'Ruth Bailey', postTitle: 'Team manager' } }],
  };
  const count = random.whole(2, 2 * entriesOfChild - 2);
  const scenes = [];
  const entries = [];
  // The last lies within the weeks before now: a file without entries for long is a stale one.
  const gap = Math.floor((minutesOf(now) - 20 * day - opened) / count / day);
  let at = minutesOf(now) - random.whole(8, 20) * day - (count - 1) * gap * day;
  for (let index = 0; index < count; index += 1) {
    const event = onWorkingDay(Math.floor(at / day) * day + random.whole(9 * 60, 17 * 60));
    /** @type {Scene} */
    const scene = { ...people, on: (days) => `on ${dayInWords(onWorkingDay(event + days * day))}` };
    entries.push({ ...entryOf(scene, event, index + 1), fileId: reference, author: { ...worker }, team });
    scenes.push(scene);
    at += gap * day;
  }
  entries.forEach((entry, index) => {
    entry.id = `${reference}-${index + 1}`;
  });
  return { file, entries, scenes };
}

/**
 * @param {Scene} scene
 * @param {number} event
 * @param {number} sequence
 * @returns {Entry}
 */
function entryOf(scene, event, sequence) {
  const { random, child, parent } = scene;
  const type = typeOf(random);
  const isNextDay = random.happens(0.3);
  const recorded = isNextDay
    ? Math.floor(onWorkingDay(event + day) / day) * day + random.whole(9 * 60, 12 * 60)
    : event + random.whole(20, 240);
  /** @type {Entry} */
  const entry = {
    type, sequence, eventAt: isoTime(event), recordedAt: isoTime(recorded),
    text: textOf(scene, wordsOf(random), type === 'visit' || type === 'observation'),
  };
  if (type === 'visit') entry.child = { seen: true, seenAlone: true, views: `${child} likes the new room.` };
  if (type === 'assessment' || type === 'plan' || type === 'review' || type === 'decision') {
    Object.assign(entry, {
      child: { seen: true, views: `${child} is glad to live with ${parent} and wants to keep the same school.` },
      familyViews: `${parent} would like help with the mornings.`,
      strengths: `${child} has been in school every day since the summer.`,
      difficulties: `The landlord has not mended the window in ${child}’s room.`,
      reviewOn: isoDate(event + 90 * day),
    });
  }
  if (type === 'assessment') {
    entry.context = {
      family: `${child} lives with ${parent}.`, education: `${child} goes to ${scene.school}.`,
      communityAndCulture: 'The family go to the street party each summer.', otherAgencies: `${scene.nurse} is the school nurse.`,
    };
  }
  if (type === 'plan') entry.plannedOutcomes = `${child} is in bed by eight on school nights.`;
  if (type === 'review') {
    entry.plannedOutcomes = `${child} is in bed by eight on school nights.`;
    entry.actualOutcomes = `${child} was in bed by eight on four nights of the last five.`;
  }
  if (type === 'decision') {
    entry.decisions = [{
      what: 'A family support worker visits on Tuesdays',
      madeBy: { name: 'Ruth Bailey', postTitle: 'Team manager' }, madeOn: isoDate(event),
      reasons: `${parent} asked for help with the mornings.`,
    }];
  }
  if (random.happens(0.05)) {
    entry.sharing = [{
      what: 'School attendance', with: [scene.school], sharedAt: isoDate(event), agreement: 'given',
      agreedBy: [{ name: scene.carer, role: 'Parent', on: isoDate(event - day) }],
      childUnderstanding: `${child} knows that the teacher will be told, and wants that.`,
    }];
  }
  return entry;
}

/** @param {Random} random @returns {EntryType} */
function typeOf(random) {
  let left = random.next() * types.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [type, weight] of types) {
    left -= weight;
    if (left < 0) return type;
  }
  return 'note';
}

/** From 60 to 250, on average a good 120. @param {Random} random */
const wordsOf = (random) => 60 + Math.floor(190 * random.next() ** 2);

/**
 * @param {Scene} scene
 * @param {number} words
 * @param {boolean} isVisit
 */
export function textOf(scene, words, isVisit) {
  const { random, child, parent } = scene;
  const sentences = isVisit ? [`I saw ${child} at home, and ${parent} let me in.`] : [`I wrote this after I spoke with ${parent}.`];
  let count = 11;
  let last = -1;
  let left = 5;
  while (count < words) {
    const index = random.whole(0, plain.length - 1);
    if (index !== last) {
      const sentence = plain[index](scene);
      left -= 1;
      const isEnd = left <= 0 && random.happens(0.4);
      if (isEnd) left = 5;
      sentences.push(`${sentence}${isEnd ? '\n\n' : ''}`);
      count += sentence.split(' ').length;
    }
    last = index;
  }
  return sentences.join(' ').replaceAll('\n\n ', '\n\n').trim();
}
