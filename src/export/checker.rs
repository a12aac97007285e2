//! Rows go in, and what is found in them comes out.

use std::collections::HashMap;

use super::grouped::{Grouped, Together};
use super::layout::{Described, Layout};
use super::markup::{mark_again, unmark};
use super::told::Told;
use super::{About, Options, Refusal, quotes};
use crate::calendar::Moment;
use crate::check::check;
use crate::check::files::Files;
use crate::check::files::seen::MOST_ENTRIES;
use crate::policy::Policy;
use crate::record::shape::read_words;
use crate::record::{Entry, Value, is_file};

/// So many long paragraphs are looked for in other entries, in some 15 MB; of more, one in two,
/// four and so on.
const MOST_PARAGRAPHS: usize = 800_000;

/// Checks the rows of an export, piece by piece. Several can share the pieces of one.
#[derive(Debug)]
pub struct Checker {
    policy: Policy,
    now: Moment,
    layout: Option<Layout>,
    /// Front sheets by the reference number of the file.
    files: HashMap<String, Value>,
    told: Told,
    /// What the rows are held against, once all of them were gathered.
    elsewhere: Option<Files>,
    grouped: Grouped,
    /// Each row comes with the words about which its findings speak.
    quoting: bool,
}

impl Checker {
    /// A checker by a policy, at a time that counts as now. Where it is `quoting`, each row
    /// comes with the words about which its findings speak.
    #[must_use]
    pub fn new(policy: Policy, now: Moment, quoting: bool) -> Checker {
        Checker {
            policy,
            now,
            layout: None,
            files: HashMap::new(),
            told: Told::default(),
            elsewhere: None,
            grouped: Grouped::default(),
            quoting,
        }
    }

    /// Says how the rows that follow are written.
    ///
    /// # Errors
    /// Where the column map is not for such a layout.
    pub fn begin(&mut self, layout: Described, options: &Options) -> Result<(), Refusal> {
        self.layout = Some(Layout::described(layout, options.columns.as_deref(), options.kind)?);
        Ok(())
    }

    /// Learns the rows of a piece, of which the first has that number, so that the rows of
    /// the export are held against each other when they are checked.
    pub fn gather(&mut self, bytes: &[u8], lengths: &[u32], number: u32) {
        let Some(layout) = &mut self.layout else { return };
        let files = self.elsewhere.get_or_insert_with(|| Files::keeping(MOST_PARAGRAPHS));
        for (number, row) in (number..).zip(rows(bytes, lengths)) {
            let Ok(Some(mut record)) = layout.record(row) else { continue };
            unmark(&mut record);
            if is_file(&record) {
                files.add(&record);
                continue;
            }
            let entry = Entry::read(&record);
            let Some(place) = files.add_row(&record, &entry) else { continue };
            self.grouped.add(place, number);
            if !self.files.is_empty() {
                self.grouped.add_day(&entry, self.now);
            }
        }
    }

    /// Ends the gathering. Gives what is found in the entries of each file together.
    pub fn settle(&mut self) -> Together {
        let grouped = std::mem::take(&mut self.grouped);
        let Some(files) = &mut self.elsewhere else { return Together::default() };
        // What is held against each other now has their room.
        files.settle_paragraphs();
        let together = grouped.findings(files.seen(), &self.policy, self.now, &self.files);
        files.settle();
        together
    }

    /// What was gathered, for another checker to [learn](Checker::learn): hashes, no words.
    #[must_use]
    pub fn gathered(&self) -> String {
        serde_json::to_string(&self.elsewhere).unwrap_or_default()
    }

    /// Takes what another checker has gathered.
    pub fn learn(&mut self, gathered: &str) {
        self.elsewhere = serde_json::from_str(gathered).unwrap_or_default();
    }

    /// What the memory had no room for, in sentences; nothing where it had room for all.
    #[must_use]
    pub fn limits(&self) -> Vec<String> {
        let mut limits = Vec::new();
        if self.elsewhere.as_ref().is_some_and(|files| files.seen().is_full) {
            let most = MOST_ENTRIES / 1_000_000;
            limits.push(format!("Only the first {most} million entries are held against each other."));
        }
        let one_in = self.elsewhere.as_ref().map_or(1, Files::one_paragraph_in);
        if one_in > 1 {
            limits.push(format!(
                "There are so many long paragraphs that one in {one_in} is looked for in other entries."
            ));
        }
        limits
    }

    /// Takes the rows of a piece as front sheets. An entry is checked as one of the file
    /// whose reference number it gives.
    pub fn keep(&mut self, bytes: &[u8], lengths: &[u32]) {
        let Some(layout) = &mut self.layout else { return };
        for row in rows(bytes, lengths) {
            let Ok(Some(mut record)) = layout.record(row) else { continue };
            unmark(&mut record);
            self.elsewhere.get_or_insert_with(|| Files::keeping(MOST_PARAGRAPHS)).add(&record);
            let id = record.get("referenceNumber").and_then(read_words).map(|id| id.trim().to_owned());
            if let Some(id) = id.filter(|id| !id.is_empty()) {
                self.files.entry(id).or_insert(record);
            }
        }
    }

    /// Checks the rows of a piece, of which the first has that number. Gives a JSON object:
    /// `kinds` and `paths` hold what is told for the first time, each with the next number
    /// from 0, or from 0 again where it is `anew`. Each of the `rows` is a list: its number,
    /// and why it cannot be read; or its number, id, file, team, day, working days from the
    /// event to the recording, how many words were read, the findings, and the quotes where
    /// they were asked for. Findings are lists of kind, path, start, end and count.
    #[must_use]
    pub fn check(&mut self, bytes: &[u8], lengths: &[u32], number: u32) -> String {
        let Some(layout) = &mut self.layout else { return String::new() };
        for (number, row) in (number..).zip(rows(bytes, lengths)) {
            let mut record = match layout.record(row) {
                Ok(Some(record)) => record,
                Ok(None) => continue,
                Err(error) => {
                    self.told.malformed(number, &error);
                    continue;
                }
            };
            let unmarked = unmark(&mut record);
            let about = About::new(&record, &self.policy);
            let file = about.file_id.as_ref().and_then(|id| self.files.get(id.trim()));
            let options = crate::check::Options { now: self.now, file };
            let mut report = match &self.elsewhere {
                Some(files) => files.check(&record, &self.policy, options),
                None => check(&record, &self.policy, options),
            };
            let quotes = self.quoting.then(|| quotes(&record, &report.findings));
            mark_again(&mut report.findings, &unmarked);
            self.told.checked(number, &about, report, quotes.as_deref());
        }
        serde_json::to_string(&self.told.take()).unwrap_or_default()
    }
}

/// The rows of a piece.
fn rows<'b>(bytes: &'b [u8], lengths: &[u32]) -> impl Iterator<Item = &'b [u8]> {
    let mut rest = bytes;
    lengths.iter().map(move |length| {
        let (row, after) = rest.split_at_checked(*length as usize).unwrap_or((rest, &[]));
        rest = after;
        row
    })
}
