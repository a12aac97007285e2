import { fingerprintOf } from './baseline.js';
import { limitsOf } from './limits.js';
import { fieldOf, quotation } from './text.js';
import { nameOf } from './words.js';

/** @import { Finding } from '../../../build/export/recording_standard.js' */
/** @import { CheckedRow } from '../export/rows.js' */
/** @import { Reporter, Setting } from './reporters.js' */
/** @import { FileTally, Tally } from './tally.js' */

/** What SARIF calls the severities. */
const levels = /** @type {const} */ ({ error: 'error', warning: 'warning', advice: 'note' });

/**
 * A log in SARIF 2.1.0, for programs that collect what checkers find. A row is a logical location; where the
 * export has a record on each line, it is also a line.
 *
 * @param {Setting} setting
 * @returns {Reporter}
 */
export function sarif(setting) {
  const { catalogue, version, narrowing, quote } = setting;
  const indexes = new Map(catalogue.rules.map(({ id }, index) => [id, index]));
  let separator = '\n';

  /**
   * @param {string} file
   * @param {CheckedRow} row
   * @param {Finding} finding
   * @param {number} index
   */
  const resultOf = (file, row, finding, index) => {
    const { rule, severity, path, range, message, clauses, count } = finding;
    const words = row.quotes?.[index];
    return {
      ruleId: rule,
      ruleIndex: indexes.get(rule),
      level: levels[severity],
      message: { text: message },
      locations: [{
        physicalLocation: { artifactLocation: { uri: uriOf(file) }, ...(hasLines(file) && { region: { startLine: row.row } }) },
        logicalLocations: [{ name: fieldOf(path), fullyQualifiedName: `row ${row.row}${path}` }],
      }],
      partialFingerprints: { 'finding/v1': fingerprintOf(row, finding) },
      ...(narrowing.baseline && { baselineState: 'new' }),
      properties: {
        row: row.row, id: row.id, fileId: row.fileId, team: row.team, on: row.on, ...range, count, clauses,
        ...(quote && words && { quote: quotation(words) }),
      },
    };
  };

  return {
    begin: () => `${JSON.stringify({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
    }).slice(0, -1)},"runs":[{"tool":${JSON.stringify({ driver: driverOf(setting, version) })},"columnKind":"utf16CodeUnits","results":[`,
    record(file, row) {
      if (!row.report) return '';
      return row.report.findings.map((finding, index) => {
        const text = separator + JSON.stringify(resultOf(file, row, finding, index));
        separator = ',\n';
        return text;
      }).join('');
    },
    end: (tally) => `\n],"invocations":${JSON.stringify([invocationOf(tally, setting)])}}]}\n`,
  };
}

/**
 * @param {Setting} setting
 * @param {string} version
 */
const driverOf = ({ catalogue }, version) => ({
  name: 'recording-standard',
  semanticVersion: version,
  rules: catalogue.rules.map(({ id, severity, summary, why, clauses }) => ({
    id,
    shortDescription: { text: summary },
    fullDescription: { text: why },
    defaultConfiguration: { level: levels[severity], enabled: !catalogue.off.includes(id) },
    properties: { clauses },
  })),
});

/**
 * @param {Tally} tally
 * @param {Setting} setting
 */
const invocationOf = (tally, setting) => ({
  executionSuccessful: tally.files.every(({ problem }) => !problem),
  toolExecutionNotifications: tally.files.flatMap(notificationsOf),
  properties: { limits: limitsOf(tally, setting) },
});

/** @param {FileTally} file */
function notificationsOf({ file, malformed, malformedRows, problem }) {
  const notification = (/** @type {'error' | 'warning'} */ level, /** @type {string} */ text) =>
    ({ level, message: { text }, locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) } } }] });
  const further = malformed - malformedRows.length;
  return [
    ...malformedRows.map((row) => notification('warning', `Row ${row} could not be read.`)),
    ...(further > 0 ? [notification('warning', `${further} more rows could not be read.`)] : []),
    ...(problem ? [notification('error', `${nameOf(file)} could not be read to its end. ${problem}`)] : []),
  ];
}

/**
 * A path as a reference; a letter and a colon at its beginning would be taken for a scheme.
 *
 * @param {string} file
 */
const uriOf = (file) => nameOf(file).replaceAll('\\', '/').replace(/^[A-Za-z]:/, 'file:///$&').split('/').map(encoded).join('/');

/** @param {string} step */
const encoded = (step) => (/^(file|[A-Za-z]):$/.test(step) ? step : encodeURIComponent(step));

/** @param {string} file */
const hasLines = (file) => /\.(ndjson|jsonl)$/i.test(file);
