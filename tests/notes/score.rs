//! What the rules make of the notes.

use std::collections::BTreeMap;
use std::fmt;

use recording_standard::{Finding, Moment, Options, Range, Severity, check};

use crate::note::{Mark, Note};

/// The day on which the notes are read.
pub const TODAY: &str = "2026-11-22T12:00";

/// The figures of some notes.
#[derive(Default)]
pub struct Score {
    rules: BTreeMap<&'static str, Tally>,
    total: Tally,
    notes: usize,
    words: u32,
    excellent: u32,
    clean: u32,
    /// Each miss and each false alarm in words.
    pub details: Vec<String>,
}

/// The figures of a rule.
#[derive(Clone, Copy, Default)]
struct Tally {
    marks: u32,
    met: u32,
    right: u32,
    wrong: u32,
}

impl Tally {
    fn recall(self) -> f64 {
        percent(self.met, self.marks)
    }

    fn precision(self) -> f64 {
        percent(self.right, self.right + self.wrong)
    }
}

fn percent(part: u32, whole: u32) -> f64 {
    if whole == 0 { 100.0 } else { 100.0 * f64::from(part) / f64::from(whole) }
}

fn overlap(one: Range, other: Range) -> bool {
    one.start < other.end && other.start < one.end
}

/// A rule about words; four of `evidence/` are about fields alone.
fn is_about_words(rule: &str) -> bool {
    let fields = ["kind-missing", "source-missing", "unnamed-source", "opinion-without-basis"];
    match rule.split_once('/') {
        Some(("evidence", name)) => !fields.contains(&name),
        Some((group, _)) => matches!(group, "language" | "accuracy"),
        None => false,
    }
}

/// A finding in the text, of a rule about words.
fn is_in_scope(finding: &Finding) -> bool {
    finding.path == "/text" && finding.range.is_some() && is_about_words(finding.rule)
}

/// A mark on which colleagues agree, of a rule about words.
fn is_in_scope_mark(mark: &Mark) -> bool {
    !mark.is_arguable && mark.rules.iter().any(|rule| is_about_words(rule))
}

impl Score {
    /// Checks the notes.
    pub fn of(notes: &[Note]) -> Score {
        let mut score = Score { notes: notes.len(), ..Score::default() };
        for note in notes {
            score.add(note);
        }
        score
    }

    fn add(&mut self, note: &Note) {
        let file = note.file();
        let now = Moment::read(TODAY).expect("a date");
        let report = check(&note.record(), &note.policy(), Options { now, file: Some(&file) });
        self.words += report.words;
        let findings: Vec<_> = report.findings.iter().filter(|finding| is_in_scope(finding)).collect();
        for mark in note.marks.iter().filter(|mark| is_in_scope_mark(mark)) {
            let met = findings.iter().find(|finding| {
                mark.rules.contains(&finding.rule) && finding.range.is_some_and(|range| overlap(range, mark.range))
            });
            let rule = met.map_or(mark.rules[0], |finding| finding.rule);
            for tally in [self.rules.entry(rule).or_default(), &mut self.total] {
                tally.marks += 1;
                tally.met += u32::from(met.is_some());
            }
            if met.is_none() {
                self.tell("miss ", rule, note, mark.range);
            }
        }
        let mut is_clean = true;
        for finding in findings {
            let Some(range) = finding.range else { continue };
            let mut over = note.marks.iter().filter(|mark| overlap(range, mark.range));
            if over.clone().any(|mark| mark.is_arguable) {
                continue;
            }
            let is_right = over.any(|mark| mark.rules.contains(&finding.rule));
            for tally in [self.rules.entry(finding.rule).or_default(), &mut self.total] {
                tally.right += u32::from(is_right);
                tally.wrong += u32::from(!is_right);
            }
            if !is_right {
                is_clean &= finding.severity == Severity::Advice;
                self.tell("false", finding.rule, note, range);
            }
        }
        self.excellent += u32::from(note.is_excellent);
        self.clean += u32::from(note.is_excellent && is_clean);
    }

    fn tell(&mut self, what: &str, rule: &str, note: &Note, range: Range) {
        const NEAR: u32 = 70;
        let all = u32::try_from(note.text.encode_utf16().count()).expect("a short text");
        let before = note.slice(Range { start: range.start.saturating_sub(NEAR), end: range.start });
        let after = note.slice(Range { start: range.end, end: (range.end + NEAR).min(all) });
        let line = format!("{what} {rule} {} …{before}[{}]{after}…", note.id, note.slice(range));
        self.details.push(line.replace('\n', " / "));
    }

    /// Of a hundred marks, how many are met.
    pub fn recall(&self) -> f64 {
        self.total.recall()
    }

    /// Of a hundred findings, how many are no false alarms.
    pub fn precision(&self) -> f64 {
        self.total.precision()
    }

    /// Of a hundred excellent notes, how many are clean.
    pub fn clean(&self) -> f64 {
        percent(self.clean, self.excellent)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        writeln!(formatter, "{:38} marks  recall  findings  precision", "")?;
        let total = ("all", self.total);
        for (rule, tally) in self.rules.iter().map(|(rule, tally)| (*rule, *tally)).chain([total]) {
            let (recall, precision) = (tally.recall(), tally.precision());
            let findings = tally.right + tally.wrong;
            writeln!(formatter, "{rule:38} {:5}  {recall:6.1}  {findings:8}  {precision:9.1}", tally.marks)?;
        }
        let (clean, excellent, notes, words) = (self.clean, self.excellent, self.notes, self.words);
        let rate = self.clean();
        let alarms = f64::from(self.total.wrong) * 1000.0 / f64::from(words.max(1));
        write!(
            formatter,
            "{notes} notes of {words} words; {clean} of {excellent} excellent notes clean ({rate:.1}); \
             {alarms:.2} false alarms in 1,000 words"
        )
    }
}
