//! What a rule is, and the one list of all rules.
//!
//! A rule is data and a function, in one place: a `static` in the file of its
//! group. Adding a rule touches that file and [`RULES`], nothing else.

pub mod accuracy;
pub mod author;
pub mod consent;
pub mod custody;
mod degrees;
pub mod evidence;
pub mod fields;
pub mod file;
pub mod involvement;
pub mod language;
pub mod oversight;
pub mod timing;
mod words;

use crate::check::{Context, Findings, Passage};
use crate::finding::{ClauseInfo, RuleInfo, Severity};
use crate::policy::Policy;
use crate::record::{CaseFile, Entry};
use crate::standard::{clauses, unseen};

/// A rule of the catalogue.
#[derive(Debug)]
pub struct Rule {
    /// Group and name: `timing/late-entry-not-stated`. The name says what is found.
    pub id: &'static str,
    /// The severity where no policy changes it.
    pub severity: Severity,
    /// The clauses that it stands on, by their names in `standard/clauses.tsv`.
    pub clauses: &'static [&'static str],
    /// What it finds.
    pub summary: &'static str,
    /// Why that matters to the child and to whoever reads the record.
    pub why: &'static str,
    /// An example on which it speaks: a record in JSON, or a text. Runs as a test.
    pub bad: &'static str,
    /// The example put right, on which it is silent. Runs as a test.
    pub good: &'static str,
    /// How it looks.
    pub check: Check,
}

/// What a rule looks at.
#[derive(Debug)]
pub enum Check {
    /// Any record as it came: an entry, or the front sheet and oversight of a case file.
    Record(fn(&Context, &mut Findings)),
    /// An entry, on its own or in its file.
    Entry(fn(&Entry, &Context, &mut Findings)),
    /// A case file without its entries.
    File(fn(&CaseFile, &Context, &mut Findings)),
    /// Each free text of a record. These rules need nothing but the words. One
    /// stretch of text gets one finding: an error, or else that of the rule first in the list.
    Text(fn(&Passage, &Context, &mut Findings)),
    /// Both: the fields of an entry, and each free text that tells of the same.
    EntryAndText(fn(&Entry, &Context, &mut Findings), fn(&Passage, &Context, &mut Findings)),
    /// The sentences of each free text. What is marked is a whole sentence, and what
    /// other rules find in it stands beside that.
    Sentences(fn(&Passage, &Context, &mut Findings)),
}

/// All rules.
pub static RULES: &[&Rule] = &[
    &fields::MISSING,
    &fields::PLACEHOLDER,
    &fields::NOT_YET_KNOWN,
    &fields::UNREADABLE,
    &fields::INVALID_IDENTIFIER,
    &fields::MISSING_SUMMARY,
    &author::MISSING_NAME,
    &author::MISSING_POST_TITLE,
    &author::MISSING_COMPLETION_TIME,
    &author::UNSIGNED,
    &author::UNNAMED_INFORMANT,
    &author::INFORMANT_SIGN_OFF,
    &timing::MISSING_EVENT_TIME,
    &timing::LATE_ENTRY_NOT_STATED,
    &timing::LATE_ENTRY_TIME_MISSING,
    &timing::RELATIVE_DATE,
    &timing::LATE_UPDATE_NOT_STATED,
    &timing::RECORDED_BEFORE_EVENT,
    &timing::FUTURE_EVENT,
    &timing::TIMESCALE_MISSED,
    &timing::EXTENSION_NOT_AUTHORISED,
    &language::BLAMING,
    &language::INSENSITIVE,
    &language::JUDGMENTAL,
    &evidence::KIND_MISSING,
    &evidence::SOURCE_MISSING,
    &evidence::UNNAMED_SOURCE,
    &evidence::UNMARKED_OPINION,
    &evidence::OPINION_WITHOUT_BASIS,
    &evidence::UNATTRIBUTED_REPORT,
    &evidence::DECISION_WITHOUT_MAKER,
    &evidence::DECISION_WITHOUT_REASONS,
    &evidence::VAGUE,
    &language::SPECULATIVE,
    &language::UNDEFINED_ABBREVIATION,
    &language::JARGON,
    &language::WORDY,
    &language::LONG_SENTENCE,
    &consent::NOT_RECORDED,
    &consent::INCOMPLETE,
    &consent::NO_REASON,
    &consent::UNSURE_NOT_CONSULTED,
    &consent::AFTER_SHARING,
    &consent::WITHDRAWN,
    &consent::CHILD_NOT_ASKED,
    &consent::NOT_SHARED_WITHOUT_REASON,
    &involvement::CHILD_NOT_SEEN,
    &involvement::NOT_SEEN_ALONE,
    &involvement::CHILD_VOICE,
    &involvement::FAMILY_VIEWS,
    &involvement::NOT_INFORMED,
    &involvement::INTERPRETER,
    &involvement::STRENGTHS,
    &involvement::OUTCOMES,
    &involvement::REVIEW_DATE,
    &involvement::CONTEXT,
    &accuracy::AGE,
    &accuracy::WEEKDAY,
    &accuracy::IMPOSSIBLE_DATE,
    &accuracy::WRONG_NAME,
    &accuracy::COPIED_TEXT,
    &accuracy::UNFINISHED,
    &accuracy::TRUNCATED,
    &accuracy::CONTRADICTION,
    &custody::VOLUME_NUMBER,
    &custody::VOLUME_DATES,
    &custody::PAPER_LOCATION,
    &custody::PAPER_MISMATCH,
    &custody::PAPER_STORAGE,
    &custody::REMOVAL_AUTHORITY,
    &custody::REMOVAL_TERMS,
    &custody::REMOVAL_OVERDUE,
    &custody::RETENTION,
    &custody::CLOSING_TIDY,
    &oversight::AUDIT_OVERDUE,
    &oversight::DEFICIENCY_OPEN,
    &oversight::DECISION_INCOMPLETE,
    &oversight::DECISION_NOT_REVIEWED,
    &file::ONE_CHILD,
    &file::SEQUENCE,
    &file::ORDER,
    &file::DUPLICATE_ENTRY,
    &file::STALE,
];

/// The catalogue, with clauses as the standard of the policy numbers them.
#[must_use]
pub fn catalogue(policy: &Policy) -> Vec<RuleInfo> {
    RULES
        .iter()
        .map(|rule| RuleInfo {
            id: rule.id,
            severity: rule.severity,
            summary: rule.summary,
            why: rule.why,
            clauses: policy.standard.cite(rule.clauses),
            bad: rule.bad,
            good: rule.good,
        })
        .collect()
}

/// The requirements of the policy's standard, and which rules ask about each.
#[must_use]
pub fn coverage(policy: &Policy) -> Vec<ClauseInfo> {
    let of_standard = clauses().filter_map(|clause| {
        Some(ClauseInfo {
            id: clause.id,
            section: policy.standard.section(clause.id)?.to_owned(),
            force: clause.force,
            requirement: clause.requirement,
            rules: RULES.iter().filter(|rule| rule.clauses.contains(&clause.id)).map(|rule| rule.id).collect(),
            unseen: unseen(clause.id),
        })
    });
    of_standard.collect()
}
