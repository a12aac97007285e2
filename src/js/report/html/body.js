import { limitsOf } from '../limits.js';
import { escaped } from '../markup.js';
import { delays, unknown } from '../tally.js';
import { counted, dayInWords, headingsListed, inFigures, listed, nameOf } from '../words.js';
import { legend, lineOf, table } from './bars.js';
import { monthsOf } from './months.js';

/** @import { Setting } from '../reporters.js' */
/** @import { FileTally, Share, Tally } from '../tally.js' */

/**
 * What there is to read in the report.
 *
 * @param {Tally} tally
 * @param {Setting} setting
 * @param {number} inList how many findings are listed one by one
 * @returns {string}
 */
export function bodyOf(tally, setting, inList) {
  const sections = [
    ...(tally.findings > 0 ? findingsOf(tally, setting, inList) : []),
    { id: 'files', title: 'What was read', content: filesOf(tally.files) },
    { id: 'limits', title: 'What this report cannot see', content: list(limitsOf(tally, setting)) },
  ];
  return `<div class="report">
<header>
<p class="report__name">Recording standard</p>
<h1>What was found</h1>
<p class="report__about">${aboutOf(setting)}</p>
</header>
<nav aria-label="In this report"><ul>${sections.map(({ id, title }) => `<li><a href="#${id}">${title}</a></li>`).join('')}</ul></nav>
<main>
${figuresOf(tally)}
${tally.findings === 0 ? `<p class="report__nothing">${tally.rows === 0 ? 'No record was checked.' : 'Nothing was found.'}</p>` : ''}
${sections.map(({ id, title, content }) => `<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title" tabindex="-1">${title}</h2>${content}</section>`).join('\n')}
</main>
</div>
`;
}

/**
 * @param {Tally} tally
 * @param {Setting} setting
 * @param {number} inList
 */
function findingsOf(tally, { catalogue, narrowing, now, quote }, inList) {
  const requirements = new Map(catalogue.clauses.map(({ section, requirements: texts }) => [section, texts.join('; ').replaceAll('; ...', ' … ')]));
  const order = new Map(catalogue.clauses.map(({ section }, index) => [section, index]));
  const summaries = new Map(catalogue.rules.map(({ id, summary }) => [id, summary]));
  const clauses = [...tally.clauses].sort(([one], [other]) => (order.get(one) ?? 0) - (order.get(other) ?? 0));
  const clauseLines = clauses.map(([section, { rowsWithFindings, ...counts }]) =>
    ({ label: section, detail: requirements.get(section), value: section, counts, rowsWithFindings }));
  const ruleLines = tally.rules().map(({ rule, severity, findings, rows }) => ({
    label: summaries.get(rule) ?? rule, note: rule, value: rule, rowsWithFindings: rows, counts: { error: 0, warning: 0, advice: 0, [severity]: findings },
  }));
  const isNew = narrowing.baseline ? '<p>New since the earlier report. What that had already is not listed.</p>' : '';
  return [
    {
      id: 'rules', title: 'By rule',
      content: legend + table({ title: 'Findings by rule', heading: 'Rule', filter: 'rule', lines: ruleLines }),
    },
    {
      id: 'clauses', title: 'By clause',
      content: `<p>Where the standard asks for what, in the words of this program. A finding counts under each clause that its rule stands on.</p>${legend}`
        + table({ title: 'Findings by clause', heading: `Clause of ${catalogue.standard}`, filter: 'clause', lines: clauseLines }),
    },
    { id: 'months', title: 'By month', content: legend + monthsOf(tally.months, now) },
    {
      id: 'delays', title: 'By how soon they were written',
      content: '<p>Working days from the event to the day on which the recording was completed. Weekends, the bank holidays of England and Wales and the days on which the agency is closed do not count.</p>'
        + legend + table({ title: 'Findings by how soon records were written', heading: 'Written', filter: 'delay', lines: delayLines(tally.delays) }),
    },
    ...(tally.teams.size > 1 || !tally.teams.has(unknown) ? [{
      id: 'teams', title: 'By team',
      content: `<p>In the order of the alphabet. Teams differ in what they do and whom they meet: these figures compare nobody.</p>${legend}`
        + table({ title: 'Findings by team', heading: 'Team', filter: 'team', lines: teamLines(tally.teams) }),
    }] : []),
    { id: 'findings', title: 'All findings', content: isNew + explorerOf(tally, inList, quote) },
  ];
}

/** @param {Setting} setting */
const aboutOf = ({ catalogue, now, version }) =>
  `Checked on ${dayInWords(now)} against the standard of ${escaped(catalogue.title)}, with version ${escaped(version)}.`;

/** @param {Tally} tally */
function figuresOf({ rows, rowsWithFindings, counts, malformed, findings }) {
  const share = rows > 0 ? `${Math.round((100 * rowsWithFindings) / rows)}%` : '';
  const figures = [
    ['Records checked', inFigures(rows), ''],
    ['Records with findings', inFigures(rowsWithFindings), share],
    ['Errors', inFigures(counts.error), 'error'],
    ['Warnings', inFigures(counts.warning), 'warning'],
    ['Advice', inFigures(counts.advice), 'advice'],
    ...(malformed > 0 ? [['Rows that could not be read', inFigures(malformed), '']] : []),
  ];
  const meaning = findings === 0 ? '' : `<p class="meaning"><b>Errors</b> are gaps in what the standard asks to be recorded. <b>Warnings</b> ask for a look. <b>Advice</b> helps a reader. Each is a question to a professional, who may have a good reason.</p>`;
  return `<dl class="figures">${figures.map(([name, figure, note]) =>
    `<div${note && !note.includes('%') ? ` class="${note}"` : ''}><dt>${name}</dt><dd>${figure}${note.includes('%') ? ` <small>${note}</small>` : ''}</dd></div>`).join('')}</dl>${meaning}`;
}

/** @param {Map<string, Share>} shares */
const delayLines = (shares) => [...delays.map(({ label }) => label), unknown].flatMap((label) => {
  const share = shares.get(label);
  return share ? [lineOf(label, share)] : [];
});

/** @param {Map<string, Share>} shares */
const teamLines = (shares) => [...shares]
  .sort(([one], [other]) => Number(one === unknown) - Number(other === unknown) || one.localeCompare(other, 'en-GB', { numeric: true }))
  .map(([team, share]) => lineOf(team, share));

/**
 * Where the findings are filtered and searched; the report's script fills it.
 *
 * @param {Tally} tally
 * @param {number} inList
 * @param {boolean} [quote]
 */
function explorerOf(tally, inList, quote) {
  const cap = inList < tally.findings
    ? `<p class="note">The list holds the first ${inFigures(inList)} of ${counted(tally.findings, 'finding')}; the figures above count all of them. To see others, check one team’s records or a shorter time by itself.</p>`
    : '';
  const words = quote ? '<p class="note">The list quotes the records: keep it as you keep them.</p>' : '';
  return `${cap}${words}<noscript><p class="note">The list needs JavaScript. The same findings can be had as a table: CSV or XLSX.</p></noscript><div data-explorer></div>`;
}

/** @param {FileTally[]} files */
const filesOf = (files) => list(files.map(({ file, rows, malformed, malformedRows, unused, problem }) => {
  const more = malformed - malformedRows.length;
  const numbers = [...malformedRows.map(inFigures), ...(more > 0 ? [`${inFigures(more)} more`] : [])];
  return [
    `${nameOf(file)}: ${counted(rows, 'row')} checked.`,
    ...(malformed > 0 ? [`${counted(malformed, 'row')} could not be read (${listed(numbers)}).`] : []),
    ...(unused.length > 0 ? [`Columns that were not read: ${headingsListed(unused)}.`] : []),
    ...(problem ? [`It could not be read to its end. ${problem}`] : []),
  ].join(' ');
}));

/** @param {string[]} sentences */
const list = (sentences) => `<ul class="sentences">${sentences.map((sentence) => `<li>${escaped(sentence)}</li>`).join('')}</ul>`;
