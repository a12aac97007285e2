//! A record goes in, a report comes out: gathers what the rules need in one walk,
//! lets each rule look, and puts the findings in the order of the record.

pub mod entries;
pub mod files;
pub(crate) mod hash;
pub mod names;
pub(crate) mod steps;

use std::cell::OnceCell;
use std::collections::{BTreeMap, HashMap};

use crate::calendar::Moment;
use crate::finding::{Finding, Fix, Range, Report, Severity};
use crate::lexicon::Found;
use crate::policy::Policy;
use crate::record::{CaseFile, Entry, Part, Shape, Value, is_file, parts_of};
use crate::rules::evidence::Account;
use crate::rules::language::patterns::find as patterns_in;
use crate::rules::{Check, RULES};
use crate::text::Text;
use crate::text::definitions::definitions;
use entries::{Entries, Place};
use files::{Elsewhere, Files};
use names::Names;
use steps::{step, to_end};

/// What a check knows beside the record and the policy.
#[derive(Clone, Copy, Debug)]
pub struct Options<'r> {
    /// The time that counts as now, in UK civil time.
    pub now: Moment,
    /// The file that an entry belongs to.
    pub file: Option<&'r Value>,
}

/// Checks an entry or a case file with its entries. Never fails: whatever the
/// value is, there is a report.
#[must_use]
pub fn check(record: &Value, policy: &Policy, options: Options) -> Report {
    to_end(check_in_steps(record, policy, options, None))
}

/// The same in steps of a few milliseconds, and with what is known of the other files of
/// an export.
pub(crate) async fn check_in_steps(
    record: &Value,
    policy: &Policy,
    options: Options<'_>,
    files: Option<&Files>,
) -> Report {
    let mut findings = Findings { policy, rule: 0, base: String::new(), list: Vec::new() };
    let mut words = 0;
    if is_file(record) {
        let file = CaseFile::read(record);
        let names = Names::of_file(&file);
        let elsewhere = files.map(|files| Elsewhere::new(files, Some(&file), None));
        words += Context::new(record, Some((&file, &names)), None, policy, options.now).await.run(&mut findings).await;
        let values = values_of_entries(record);
        let entries = Entries::new(values, &file.entries);
        for (index, (value, entry)) in values.iter().zip(file.entries.iter()).enumerate() {
            findings.base = format!("/entries/{index}");
            let context = Context::new(value, Some((&file, &names)), Some(entry), policy, options.now).await;
            let context = context.among(&entries, Place::Listed(index)).beside(elsewhere.as_ref());
            words += context.run(&mut findings).await;
        }
    } else {
        let value = options.file.filter(|file| is_file(file) || file.get("kind").is_none());
        let file = value.map(CaseFile::read);
        let entries =
            file.as_ref().zip(value).map(|(file, value)| Entries::new(values_of_entries(value), &file.entries));
        let entry = Entry::read(record);
        let names = file.as_ref().map(Names::of_file);
        let elsewhere = files.map(|files| Elsewhere::new(files, file.as_ref(), Some(&entry)));
        let context = Context::new(record, file.as_ref().zip(names.as_ref()), Some(&entry), policy, options.now).await;
        let mut context = context.beside(elsewhere.as_ref());
        if let Some(entries) = &entries {
            context = context.among(entries, Place::Alone);
        }
        words += context.run(&mut findings).await;
    }
    Report::new(findings.in_order(parts_of(record)), words)
}

fn values_of_entries(file: &Value) -> &[Value] {
    match file.get("entries") {
        Some(Value::List(entries)) => entries,
        _ => &[],
    }
}

/// Checks the words of one text by the rules that need nothing else.
#[must_use]
pub fn check_text(text: &str, policy: &Policy, options: Options) -> Vec<Finding> {
    let mut findings = Findings { policy, rule: 0, base: String::new(), list: Vec::new() };
    let nothing = Value::Null;
    let file = options.file.map(CaseFile::read);
    let names = file.as_ref().map(Names::of_file);
    let mut context = to_end(Context::new(&nothing, file.as_ref().zip(names.as_ref()), None, policy, options.now));
    context.add_passage(to_end(Passage::new(String::new(), text, policy)));
    to_end(context.run_text_rules(&mut findings));
    findings.in_order(&[])
}

/// One free text of a record.
#[derive(Debug)]
pub struct Passage<'r> {
    /// Slash path within the record that is looked at.
    pub path: String,
    /// The text, taken apart.
    pub text: Text<'r>,
    /// The lexicon's phrases in it.
    pub phrases: Vec<Found>,
    /// The lexicon's patterns in it, by where they begin: their places among all patterns, and their words.
    pub(crate) patterns: Vec<(usize, std::ops::Range<usize>)>,
    /// The abbreviations that it explains, each with the place from which that counts.
    pub definitions: HashMap<String, u32>,
    /// What its sentences tell, once one of the rules about evidence has looked.
    pub(crate) account: OnceCell<Account>,
}

impl<'r> Passage<'r> {
    async fn new(path: String, text: &'r str, policy: &Policy) -> Passage<'r> {
        let text = Text::new(text);
        step().await;
        let patterns = patterns_in(&text);
        step().await;
        let phrases = policy.lexicon.find(&text, &patterns);
        step().await;
        let definitions = definitions(&text).into_iter().map(|found| (found.abbreviation, found.from)).collect();
        Passage { path, phrases, patterns, definitions, account: OnceCell::new(), text }
    }
}

/// One record as the rules see it: an entry, or a case file without its entries.
#[derive(Debug)]
pub struct Context<'r> {
    /// The record as it came.
    pub record: &'r Value,
    /// The properties that such a record has.
    pub parts: &'static [Part],
    /// The record, where it is an entry.
    pub entry: Option<&'r Entry<'r>>,
    /// The file: the record itself, or the one that the entry belongs to.
    pub file: Option<&'r CaseFile<'r>>,
    /// The entries of the file, and where this one stands among them.
    pub among: Option<(&'r Entries<'r>, Place)>,
    /// The other files, where those of an export are checked.
    pub elsewhere: Option<&'r Elsewhere<'r>>,
    /// The policy in force.
    pub policy: &'r Policy,
    /// The time that counts as now.
    pub now: Moment,
    /// The record's free texts, in the order of its fields.
    pub passages: Vec<Passage<'r>>,
    /// The names that the record gives beside those of its file.
    names: Names,
    /// Those of its file.
    names_of_file: Option<&'r Names>,
    /// In how many of the passages each abbreviation is explained.
    explained: HashMap<String, usize>,
}

impl<'r> Context<'r> {
    async fn new(
        record: &'r Value,
        file: Option<(&'r CaseFile<'r>, &'r Names)>,
        entry: Option<&'r Entry<'r>>,
        policy: &'r Policy,
        now: Moment,
    ) -> Context<'r> {
        let parts = if entry.is_some() { Entry::PARTS } else { CaseFile::PARTS };
        let mut context = Context {
            record,
            parts,
            entry,
            file: file.map(|(file, _)| file),
            among: None,
            elsewhere: None,
            policy,
            now,
            passages: Vec::new(),
            names: Names::default(),
            names_of_file: file.map(|(_, names)| names),
            explained: HashMap::new(),
        };
        let mut texts = Vec::new();
        walk(record, parts, &mut String::new(), &mut |path, value, part| match (part.shape, value) {
            (Shape::Prose, Value::Text(text)) if policy.reads_texts => {
                texts.push((path.to_owned(), text.as_str()));
            }
            (Shape::Words | Shape::ListOfWords, value) if NAMES.contains(&part.name) => {
                for name in crate::record::shape::read_list_of_words(value).unwrap_or_default() {
                    context.names.add(&name);
                }
            }
            _ => {}
        });
        for (path, text) in texts {
            context.add_passage(Passage::new(path, text, policy).await);
            step().await;
        }
        context
    }

    /// The entry among those of its file.
    fn among(self, entries: &'r Entries<'r>, place: Place) -> Context<'r> {
        Context { among: Some((entries, place)), ..self }
    }

    /// The record beside those of other files.
    fn beside(self, elsewhere: Option<&'r Elsewhere<'r>>) -> Context<'r> {
        Context { elsewhere, ..self }
    }

    fn add_passage(&mut self, passage: Passage<'r>) {
        for key in passage.definitions.keys() {
            *self.explained.entry(key.clone()).or_default() += 1;
        }
        self.passages.push(passage);
    }

    /// Whether the abbreviation is explained at or before that byte of the passage, or
    /// anywhere in another text of the record.
    #[must_use]
    pub fn explains(&self, key: &str, passage: &Passage, byte: u32) -> bool {
        let here = passage.definitions.get(key);
        let everywhere = self.explained.get(key).copied().unwrap_or_default();
        here.is_some_and(|from| *from <= byte) || everywhere > usize::from(here.is_some())
    }

    /// Whether the capitals are the initials of somebody whom the record, its file or
    /// the policy names.
    #[must_use]
    pub fn has_initials(&self, capitals: &str) -> bool {
        self.all_names().any(|names| names.has_initials(capitals))
    }

    /// Whether the word stands in a name of a person, place, team or organisation
    /// that the record, its file or the policy gives. Letter case does not matter.
    #[must_use]
    pub fn is_name(&self, word: &str) -> bool {
        self.all_names().any(|names| names.has_word(word))
    }

    fn all_names(&self) -> impl Iterator<Item = &Names> {
        [&self.names, &self.policy.names].into_iter().chain(self.names_of_file)
    }

    /// Lets every rule look; returns the number of words that were read.
    async fn run(&self, findings: &mut Findings<'_>) -> u32 {
        for (index, rule) in RULES.iter().enumerate() {
            if self.policy.active(index).is_none() {
                continue;
            }
            findings.rule = index;
            match (&rule.check, self.entry, self.file) {
                (Check::Record(check), _, _) => check(self, findings),
                (Check::Entry(check) | Check::EntryAndText(check, _), Some(entry), _) => check(entry, self, findings),
                (Check::File(check), None, Some(file)) => check(file, self, findings),
                _ => {}
            }
            step().await;
        }
        self.run_text_rules(findings).await;
        let words = self.passages.iter().map(|passage| passage.text.words().len()).sum::<usize>();
        u32::try_from(words).unwrap_or(u32::MAX)
    }

    async fn run_text_rules(&self, findings: &mut Findings<'_>) {
        for passage in &self.passages {
            let first = findings.list.len();
            for (index, rule) in RULES.iter().enumerate() {
                if let Check::Text(check) | Check::EntryAndText(_, check) = &rule.check
                    && self.policy.active(index).is_some()
                {
                    findings.rule = index;
                    check(passage, self, findings);
                    step().await;
                }
            }
            findings.one_a_stretch(first);
            for (index, rule) in RULES.iter().enumerate() {
                if let Check::Sentences(check) = &rule.check
                    && self.policy.active(index).is_some()
                {
                    findings.rule = index;
                    check(passage, self, findings);
                    step().await;
                }
            }
        }
    }
}

/// Names of properties that hold names.
const NAMES: [&str; 6] = ["name", "fullName", "printedName", "knownAs", "agency", "with"];

/// Visits every property that the record has, in the order of its parts. The
/// entries of a case file are records of their own and are not entered.
pub(crate) fn walk<'r>(
    value: &'r Value,
    parts: &'static [Part],
    path: &mut String,
    visit: &mut dyn FnMut(&str, &'r Value, &'static Part),
) {
    for part in parts {
        let Some(value) = value.get(part.name) else { continue };
        let outer = path.len();
        if !path.is_empty() {
            path.push('/');
        }
        path.push_str(part.name);
        visit(path, value, part);
        match (part.shape, value) {
            (Shape::Group(parts), _) => walk(value, parts, path, visit),
            (Shape::List(parts), Value::List(items)) if part.name != "entries" => {
                for (index, item) in items.iter().enumerate() {
                    let outer = path.len();
                    path.push('/');
                    path.push_str(&index.to_string());
                    walk(item, parts, path, visit);
                    path.truncate(outer);
                }
            }
            _ => {}
        }
        path.truncate(outer);
    }
}

/// Where the rules put what they find.
#[derive(Debug)]
pub struct Findings<'p> {
    policy: &'p Policy,
    /// The place in the list of the rule that is looking.
    rule: usize,
    /// JSON Pointer of the record that is looked at.
    base: String,
    list: Vec<Finding>,
}

impl Findings<'_> {
    /// A finding about the field at a slash path of the record; `""` is the record itself.
    pub fn add(&mut self, path: &str, message: impl Into<String>) {
        self.push(path, None, message.into(), Vec::new(), 1);
    }

    /// A finding about the field as a whole, with text that could be put there.
    pub fn add_with_fixes(&mut self, path: &str, message: impl Into<String>, fixes: Vec<Fix>) {
        self.push(path, None, message.into(), fixes, 1);
    }

    /// A finding about a stretch of a text, and how often its term occurs there.
    pub fn mark(&mut self, passage: &Passage, range: Range, message: impl Into<String>, fixes: Vec<Fix>, count: u32) {
        self.push(&passage.path, Some(range), message.into(), fixes, count);
    }

    /// The same, at another severity than the rule's own: what a text only suggests
    /// is a warning at most.
    pub fn at_most(&mut self, severity: Severity) {
        if let Some(finding) = self.list.last_mut() {
            finding.severity = finding.severity.min(severity);
        }
    }

    fn push(&mut self, path: &str, range: Option<Range>, message: String, fixes: Vec<Fix>, count: u32) {
        let (Some(rule), Some((severity, clauses))) = (RULES.get(self.rule), self.policy.active(self.rule)) else {
            return;
        };
        let slash = if path.is_empty() { "" } else { "/" };
        self.list.push(Finding {
            rule: rule.id,
            severity: *severity,
            path: format!("{}{slash}{path}", self.base),
            range,
            message,
            clauses: clauses.clone(),
            fixes,
            count: (count > 1).then_some(count),
        });
    }

    /// Of findings that overlap in one text, keeps an error, or else that of the rule
    /// first in the list.
    fn one_a_stretch(&mut self, first: usize) {
        // Starts and ends of the stretches that are spoken for; they never overlap.
        let mut claimed: BTreeMap<u32, u32> = BTreeMap::new();
        let found = self.list.split_off(first);
        let (errors, others): (Vec<_>, Vec<_>) =
            found.into_iter().partition(|finding| finding.severity == Severity::Error);
        let free = errors.into_iter().chain(others).filter(|finding| {
            let Some(Range { start, end }) = finding.range else {
                return true;
            };
            let free = claimed.range(..end).next_back().is_none_or(|(_, claimed_end)| *claimed_end <= start);
            if free {
                claimed.insert(start, end);
            }
            free
        });
        self.list.extend(free);
    }

    /// The findings by the place of their field in the record, then by their place in
    /// the text, then as the rules are listed.
    fn in_order(self, parts: &'static [Part]) -> Vec<Finding> {
        let mut list = self.list;
        list.sort_by_cached_key(|finding| (place(&finding.path, parts), finding.range));
        list
    }
}

/// For each step of the path where it stands among its fellows.
fn place(path: &str, parts: &'static [Part]) -> Vec<usize> {
    let mut shape = Shape::Group(parts);
    path.split('/')
        .skip(1)
        .map(|step| match shape {
            Shape::Group(parts) => {
                let position = parts.iter().position(|part| part.name == step).unwrap_or(parts.len());
                shape = parts.get(position).map_or(Shape::Any, |part| part.shape);
                position
            }
            Shape::List(parts) => {
                shape = Shape::Group(parts);
                step.parse().unwrap_or(usize::MAX)
            }
            _ => step.parse().unwrap_or(usize::MAX),
        })
        .collect()
}
