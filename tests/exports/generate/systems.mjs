import { Buffer } from 'node:buffer';
import { dateInWords, minutesOf } from './dates.mjs';

/**
 * How a system writes its exports.
 *
 * @typedef {object} System
 * @property {string} delimiter
 * @property {string} lineEnd
 * @property {(text: string) => Uint8Array} encode
 * @property {Uint8Array} [mark] what the file begins with
 * @property {(date: string) => string | number} date a date of the record as a cell
 * @property {(flag: boolean) => string | number} flag
 * @property {(path: string) => string} nothing what stands where there is nothing
 * @property {(text: string) => string} prose
 * @property {Record<string, string>} headings path → heading, where that is not the path
 */

/** What Windows-1252 has beyond ISO 8859-1, and the generator writes. */
const windows1252 = new Map(Object.entries({ '€': 0x80, '…': 0x85, '‘': 0x91, '’': 0x92, '“': 0x93, '”': 0x94, '–': 0x96, '—': 0x97 }));

/** @param {string} text */
const inWindows1252 = (text) => Buffer.from(text.replace(/[€…‘’“”–—]/g, (letter) => String.fromCharCode(windows1252.get(letter) ?? 0)), 'latin1');

/** @param {string} text */
const inUtf8 = (text) => Buffer.from(text, 'utf8');

/** @param {string} date */
const parts = (date) => /^(\d{4})-(\d\d)-(\d\d)(?:T(.*))?$/.exec(date)?.slice(1) ?? [];

/** @param {string} date */
function dayFirst(date) {
  const [year, month, day, time] = parts(date);
  return year ? `${day}/${month}/${year}${time ? ` ${time}` : ''}` : date;
}

/** As the number of days of a spreadsheet. @param {string} date */
function serial(date) {
  const minutes = minutesOf(date);
  return Number.isNaN(minutes) || minutes < minutesOf('1930-01-01') ? date : minutes / 1440 + 25_569;
}

/** A field of a fixed length holds no HTML. @param {string} text */
const asHtml = (text) => (text.length === 255 ? text : text.split('\n\n')
  .map((paragraph) => `<p>${paragraph.replaceAll('&', '&amp;').replaceAll('’', '&rsquo;').replaceAll('£', '&pound;').replace('. ', '.&nbsp;').replace('. ', '.<br/>')}</p>`)
  .join(''));

const dates = /(?:At|On|until|from|to)$/;
const common = { lineEnd: '\r\n', prose: (/** @type {string} */ text) => text };

/** The systems whose ways are known. @satisfies {Record<string, System>} */
export const systems = {
  liquidlogic: {
    ...common,
    delimiter: ',', encode: inUtf8, mark: inUtf8('\uFEFF'),
    date: dayFirst, flag: (flag) => (flag ? 'a) Yes' : 'b) No'), nothing: (path) => (dates.test(path) ? '01/01/1900 00:00' : 'NULL'),
    headings: {
      id: 'FACT_CASENOTE_ID', fileId: 'DIM_PERSON_ID', referenceNumber: 'DIM_PERSON_ID', eventAt: 'EVENT_DTTM', 'child/seen': 'SEEN_FLAG',
      'child/seenAlone': 'SEEN_ALONE_FLAG', type: 'DIM_LOOKUP_CASNT_TYPE_ID_CODE', recordedAt: 'Finalised on', 'author/name': 'Completed by',
      'author/postTitle': 'Worker role', text: 'Case note', team: 'Allocated Team',
    },
  },
  mosaic: {
    ...common,
    delimiter: ';', encode: inWindows1252,
    date: (date) => date.replace('T', ' '), flag: (flag) => (flag ? 'Y' : 'N'), nothing: (path) => (dates.test(path) ? '1900-01-01 00:00:00.000' : '&nbsp;'), prose: asHtml,
    headings: {
      id: 'CaseNoteId', fileId: 'MosaicId', referenceNumber: 'MosaicId', eventAt: 'ActualDateTime', recordedAt: 'CreatedOn', 'author/name': 'CreatedByName',
      'author/postTitle': 'Job title', type: 'NoteType', text: 'CaseNoteContent', 'child/seen': 'Child or young person seen?',
      'child/seenAlone': 'SeenAloneFlag', team: 'Team name', 'child/dateOfBirth': 'DOB', 'child/fullName': 'Name',
    },
  },
  eclipse: {
    ...common,
    lineEnd: '\n', delimiter: '\t', encode: (text) => Buffer.from(text, 'utf16le'), mark: Buffer.from([0xff, 0xfe]),
    date: (date) => date, flag: Number, nothing: () => '',
    headings: {
      id: 'Entry ID', fileId: 'Person ID', referenceNumber: 'Person ID', eventAt: 'Event Date/Time', recordedAt: 'Date recorded', 'author/name': 'Recorded by',
      'author/postTitle': 'Role', type: 'Entry type', text: 'Narrative', 'child/seen': 'Child seen?', 'child/seenAlone': 'Child seen alone', team: 'Team',
    },
  },
  /** A list that somebody puts together in a spreadsheet. */
  list: {
    ...common,
    delimiter: ',', encode: inUtf8,
    date: (date) => (date.includes('T') || Number.isNaN(minutesOf(date)) ? serial(date) : dateInWords(minutesOf(date))),
    flag: (flag) => (flag ? 'Yes' : 'No'), nothing: () => '',
    headings: {
      id: 'Record ID', fileId: 'Child Unique ID', referenceNumber: 'Child Unique ID', eventAt: 'Date of visit', recordedAt: 'Date entered', 'author/name': 'Allocated Worker',
      'author/postTitle': 'Post title', type: 'Visit type', text: 'Notes', 'child/seen': 'Was the child seen?', 'child/seenAlone': 'Was the Child Seen Alone?',
      team: 'Allocated Team', 'child/dateOfBirth': 'Date of Birth', 'child/fullName': 'Child’s name', 'child/ethnicity': 'Ethnicity',
    },
  },
};
