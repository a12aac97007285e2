import { day, isoDate, isoTime, minutesOf } from './dates.mjs';

/** @import { Child } from './children.mjs' */

/**
 * What goes wrong between the records of a child, or between two children. A report sees it only where it
 * knows the other records, or the front sheet.
 *
 * @typedef {object} AcrossDefect
 * @property {string} rule that has to speak
 * @property {(child: Child, other: Child, names: Set<string>) => boolean} [fits] whether it can be put among such a
 *   child's records, given another child and the full names of all
 * @property {(child: Child, other: Child) => number} plant gives the place of the entry about which the rule has to speak
 */

/** @param {Child} child */
const first = ({ file }) => file.child?.fullName?.split(' ')[0];

/** @param {Child} child */
const two = ({ entries }) => entries.length > 1;
/** @param {Child} child */
const last = ({ entries }) => entries.length - 1;

/** How old the child is when the entry's event takes place. @param {Child} child @param {number} index */
const ageAt = ({ file, entries }, index) =>
  Math.floor((minutesOf(entries[index].eventAt ?? '') - minutesOf(file.child?.dateOfBirth ?? '')) / day / 365.25);

/** @param {Child} child @param {(index: number) => boolean} fits */
const find = ({ entries }, fits) => entries.findIndex((_, index) => fits(index));

/** @param {Child} child */
const visitOfSpeaker = (child) => find(child, (index) => child.entries[index].type === 'visit' && ageAt(child, index) > 5);

/** @param {Child} child */
const entryOfTeenager = (child) => find(child, (index) => !child.entries[index].sharing && ageAt(child, index) > 13);

/** @type {AcrossDefect[]} */
export const acrossRecords = [
  {
    rule: 'file/sequence',
    plant: (child) => {
      const entry = child.entries[last(child)];
      entry.sequence = (entry.sequence ?? 0) + 1;
      return last(child);
    },
    fits: two,
  },
  {
    rule: 'file/order',
    fits: ({ entries }) => entries.length > 3,
    plant: ({ entries }) => {
      [entries[1].sequence, entries[2].sequence] = [entries[2].sequence, entries[1].sequence];
      return 1;
    },
  },
  {
    rule: 'file/duplicate-entry',
    plant: (child) => {
      const entry = child.entries[last(child)];
      child.entries.push({ ...entry, id: `${entry.id}-again`, sequence: (entry.sequence ?? 0) + 1, recordedAt: isoTime(minutesOf(entry.recordedAt ?? '') + 5) });
      child.scenes.push(child.scenes[last(child) - 1]);
      return last(child);
    },
  },
  {
    rule: 'accuracy/copied-text',
    fits: two,
    plant: (child) => {
      const [from, to] = child.entries.slice(-2);
      const paragraph = from.text?.split('\n\n').find((some) => some.split(' ').length > 30) ?? `${from.text} ${from.text} ${from.text}`;
      to.text = `${to.text}\n\n${paragraph}`;
      return last(child);
    },
  },
  {
    rule: 'accuracy/age',
    fits: (child) => ageAt(child, 0) > 2 && ageAt(child, 0) < 12,
    plant: (child) => {
      const { entries, scenes } = child;
      entries[0].text = `${entries[0].text} ${scenes[0].child}, aged ${ageAt(child, 0) + 3}, read to me.`;
      return 0;
    },
  },
  {
    rule: 'accuracy/wrong-name',
    // A child of that first name and this surname would be taken for a relative.
    fits: ({ entries: [{ type, sharing }], file }, other, names) => ['note', 'phoneCall'].includes(type ?? '') && !sharing
      && !names.has(`${first(other)} ${file.child?.fullName?.split(' ')[1]}`),
    plant: ({ entries }, other) => {
      entries[0].text = `I saw ${other.file.child?.fullName} alone at school. We read a library book in the hall.`;
      return 0;
    },
  },
  {
    rule: 'consent/child-not-asked',
    fits: (child) => entryOfTeenager(child) >= 0,
    plant: (child) => {
      const index = entryOfTeenager(child);
      const on = isoDate(minutesOf(child.entries[index].eventAt ?? '') - day);
      child.entries[index].sharing = [{
        what: 'School attendance', with: ['Mill Lane Academy'], sharedAt: on, agreement: 'given',
        agreedBy: [{ name: 'Kelly Hill', role: 'Mother', on }],
      }];
      return index;
    },
  },
  {
    rule: 'involvement/not-seen-alone',
    fits: (child) => visitOfSpeaker(child) >= 0,
    plant: (child) => {
      const index = visitOfSpeaker(child);
      const entry = child.entries[index];
      entry.child = { seen: true, views: entry.child?.views };
      entry.text = `I saw ${child.scenes[index].child} at home, and we painted a box in the kitchen.`;
      return index;
    },
  },
  {
    rule: 'file/stale',
    fits: ({ entries }) => minutesOf('2026-03-16') - minutesOf(entries[0].recordedAt ?? '') > 60 * day,
    plant: (child) => {
      child.entries.splice(1);
      return 0;
    },
  },
];
