//! What the language rules know: the tables of `lexicon/` and the agency's glossary.
//!
//! The tables are data that a practitioner can edit; `lexicon/README.md` says how.

pub mod dictionary;
pub mod patterns;
pub mod table;

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::policy::{Term, TermKind};
use crate::text::Text;
use crate::text::definitions::normalise_abbreviation;
use crate::text::inflection::{Form, base_forms};
use crate::text::phrases::{Match, Phrases, Stands, longest};
use crate::text::spelling::normalise;
use dictionary::TableName;
use patterns::Finds;

const ABBREVIATIONS: &str = include_str!("lexicon/abbreviations.tsv");
const JARGON: &str = include_str!("lexicon/jargon.tsv");
const WORDY: &str = include_str!("lexicon/wordy.tsv");
const BLAMING: &str = include_str!("lexicon/blaming.tsv");
const INSENSITIVE: &str = include_str!("lexicon/insensitive.tsv");
const JUDGMENTAL: &str = include_str!("lexicon/judgmental.tsv");
const SPECULATIVE: &str = include_str!("lexicon/speculative.tsv");
const ENGLISH: &str = include_str!("lexicon/english.txt");

/// Whose matter a term is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Group {
    /// `language/blaming`
    Blaming,
    /// `language/insensitive`
    Insensitive,
    /// `language/judgmental`
    Judgmental,
    /// `language/speculative`
    Speculative,
    /// `language/jargon`
    Jargon,
    /// `language/wordy`
    Wordy,
    /// Nobody's: a legal name, or a term that the agency allows. It stands in the
    /// table so that no shorter term is found inside it.
    Silent,
}

/// A word or phrase that a language rule speaks about.
#[derive(Debug)]
pub struct Phrase {
    /// Whose matter it is.
    pub group: Group,
    /// The phrase; `~` behind a word that inflects. Empty where a pattern finds it.
    pub term: Cow<'static, str>,
    /// What to say instead, best first, parted by semicolons. What stands in
    /// brackets is help and never inserted.
    pub plain: Cow<'static, str>,
    /// What is hard about it, where that is more than usual.
    pub why: Cow<'static, str>,
    /// Whether it is advice at most: a good record may have its reasons for it.
    pub is_mild: bool,
    /// Whether it is told only of people: "a cold mother", but not "a cold room".
    pub is_of_people: bool,
    /// Words near by that show another, everyday sense.
    pub unless: Signs,
}

impl Phrase {
    /// Whether a pattern finds it: it has no words of its own, by which it could be named or counted.
    #[must_use]
    pub fn is_of_pattern(&self) -> bool {
        self.term.is_empty()
    }
}

/// Words that show, where they stand near by, that a term is meant in another sense.
#[derive(Debug, Default)]
pub struct Signs(Vec<&'static str>);

impl Signs {
    fn read(cell: &'static str) -> Signs {
        Signs(cell.split_whitespace().collect())
    }

    /// Whether one of the words is such a sign.
    pub fn stand_in<'w>(&self, near: impl Iterator<Item = &'w str>) -> bool {
        !self.0.is_empty()
            && near.map(normalise).any(|word| {
                let mut shows = false;
                base_forms(&word, |base, form| {
                    shows |= self.0.iter().any(|known| match known.strip_suffix('~') {
                        Some(known) => known == base,
                        None => form == Form::Base && *known == base,
                    });
                });
                shows
            })
    }
}

/// A phrase found in a text.
#[derive(Clone, Debug)]
pub struct Found {
    /// Its place among the lexicon's phrases.
    pub phrase: usize,
    /// The words of the text.
    pub words: Range<usize>,
    /// The inflection in which it stands.
    pub form: Form,
}

impl Stands for Found {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// The shortest abbreviation of capitals, in letters, that may be written with one capital alone: "Camhs".
pub const LONG: usize = 5;

/// What an abbreviation stands for.
#[derive(Debug)]
pub struct Abbreviation {
    /// As it is usually written.
    pub term: Cow<'static, str>,
    /// Its meanings, most likely first; empty where nothing is said about it because
    /// the public knows it or the agency allows it.
    pub meanings: Vec<Cow<'static, str>>,
    /// An ordinary word or name, too, when written in capitals.
    pub is_word: bool,
    /// Words near by that show another sense: "DNA test".
    pub unless: Signs,
}

/// The terms that the language rules look for under a policy.
#[derive(Debug)]
pub struct Lexicon {
    /// Those of the agency,
    own: Vec<Phrase>,
    own_table: Phrases,
    /// and the rows of the tables that they stand in for.
    replaced: HashSet<u32>,
    abbreviations: HashMap<String, Abbreviation>,
    /// For each two letters the lengths of the abbreviations that begin with them and may be written
    /// in small letters, a bit each; and of those that may be written with one capital.
    lengths: [Vec<u32>; 2],
}

impl Lexicon {
    /// The tables, and the agency's terms before them.
    #[must_use]
    pub fn new(glossary: &[Term]) -> Lexicon {
        let mut own: Vec<Phrase> = glossary.iter().filter_map(of_glossary).collect();
        let named: HashMap<String, usize> =
            own.iter().enumerate().rev().map(|(index, phrase)| (bare(&phrase.term), index)).collect();
        // What the agency says of a term goes before what the tables say; a term of
        // tier B is only found where the agency names it.
        let mut replaced = HashSet::new();
        if !named.is_empty() {
            let of_tables = (0..).zip(language_rows()).filter(|(_, (_, [term, ..]))| named.contains_key(&bare(term)));
            replaced.extend(of_tables.map(|(row, _)| row));
            for (_, [term, plain, why, tier, unless]) in TABLES.into_iter().flat_map(group_rows) {
                let agency = named.get(&bare(term)).and_then(|index| own.get_mut(*index));
                if let Some(agency) = agency.filter(|agency| tier == "B" && agency.plain.is_empty()) {
                    agency.term = term.into();
                    agency.plain = plain.into();
                    agency.why = why.into();
                    agency.unless = Signs::read(unless);
                }
            }
        }
        // "Puts herself at risk" allows whatever the row of "put~ oneself at risk" finds.
        for allowed in own.iter_mut().filter(|phrase| phrase.group == Group::Silent) {
            let written = allowed.term.clone();
            let text = Text::new(&written);
            let is_whole = |found: &&Match| found.words == (0..text.words().len());
            let rows = dictionary::all(TableName::Language, &text).iter().find(is_whole).map(|found| found.rows);
            replaced.extend(rows.into_iter().flatten());
            if let Some(row) = rows.and_then(|rows| language_phrases().get(*rows.first()? as usize)) {
                allowed.term = row.term.clone();
            }
        }
        let own_table = Phrases::new(own.iter().map(|phrase| phrase.term.as_ref()));
        let abbreviations = abbreviations(glossary);
        let mut lengths = [vec![0; BEGINNINGS], vec![0; BEGINNINGS]];
        for (key, abbreviation) in &abbreviations {
            let is_capitalised = abbreviation.term.contains(char::is_uppercase);
            if let Some(lengths) =
                lengths.get_mut(usize::from(is_capitalised)).and_then(|of| of.get_mut(beginning(key)))
                && (!is_capitalised || length(key) >= LONG || abbreviation.term.contains(char::is_lowercase))
            {
                *lengths |= bit(length(key));
            }
        }
        Lexicon { own, own_table, replaced, abbreviations, lengths }
    }

    /// Every phrase in the text, longest first where two begin together; never two
    /// over the same words.
    #[must_use]
    pub fn find(&self, text: &Text, patterns: &[(usize, Range<usize>)]) -> Vec<Found> {
        let own = if self.own.is_empty() {
            Vec::new()
        } else {
            self.own_table.find(text).into_iter().next().unwrap_or_default()
        };
        // What the agency says of a term goes before what a pattern says of it and the words around it.
        let is_own =
            |words: &Range<usize>| own.iter().any(|own| own.words.start < words.end && words.start < own.words.end);
        let is_phrase = |index: usize| {
            let pattern = patterns::patterns().list.get(index);
            pattern.is_some_and(|pattern| matches!(pattern.finds, Finds::Phrase(_)))
        };
        let of_patterns = patterns.iter().filter(|(index, words)| is_phrase(*index) && !is_own(words));
        let of_tables = dictionary::all(TableName::Language, text).iter().filter_map(|found| {
            let row = found.rows.iter().position(|row| !self.replaced.contains(row))?;
            Some(Match { rows: found.rows.get(row..)?, ..found.clone() })
        });
        let of_own = own.iter().filter_map(|found| Some((*found.rows.first()? as usize, found.clone())));
        let of_tables = of_tables.filter_map(|found| Some((self.own.len() + *found.rows.first()? as usize, found)));
        let of_phrases =
            of_own.chain(of_tables).map(|(phrase, found)| Found { phrase, words: found.words, form: found.form });
        let first_pattern = self.own.len() + language_phrases().len();
        let of_patterns = of_patterns.map(|(index, words)| Found {
            phrase: first_pattern + index,
            words: words.clone(),
            form: Form::Base,
        });
        let mut found: Vec<_> = of_phrases.chain(of_patterns).collect();
        // A term that is told only of people gives way to whatever else stands on its words.
        let is_of_people = |found: &Found| self.phrase(found.phrase).is_some_and(|phrase| phrase.is_of_people);
        found.sort_by_key(|found| (found.words.start, is_of_people(found)));
        longest(found).collect()
    }

    /// The phrase at that place.
    #[must_use]
    pub fn phrase(&self, index: usize) -> Option<&Phrase> {
        match index.checked_sub(self.own.len()) {
            Some(row) => {
                let of_tables = language_phrases();
                let pattern = || match &patterns::patterns().list.get(row - of_tables.len())?.finds {
                    Finds::Phrase(phrase) => Some(phrase),
                    Finds::Statement(_) => None,
                };
                of_tables.get(row).or_else(pattern)
            }
            None => self.own.get(index),
        }
    }

    /// A cheap look before [`Lexicon::abbreviation`] at a word in small letters, or with one capital
    /// before them: whether an abbreviation that may be written so begins with the same two letters
    /// and is as long, or a letter shorter, being in the plural here.
    #[must_use]
    pub fn may_abbreviate(&self, written: &str, is_capitalised: bool) -> bool {
        let of = self.lengths.get(usize::from(is_capitalised));
        let lengths = of.and_then(|of| of.get(beginning(written))).copied().unwrap_or_default();
        let is_one_of = |length: usize| lengths & (bit(length) | bit(length.saturating_sub(1))) != 0;
        lengths != 0 && is_one_of(length(written))
    }

    /// What is known of an abbreviation as it stands in a text.
    #[must_use]
    pub fn abbreviation(&self, written: &str) -> Option<&Abbreviation> {
        let key = key(written);
        // "SENCos": the plural of a term that ends in a small letter.
        self.abbreviations
            .get(&key)
            .or_else(|| self.abbreviations.get(key.strip_suffix('S').filter(|_| written.ends_with('s'))?))
    }
}

/// How many beginnings are told apart.
const BEGINNINGS: usize = 32 * 32;

/// The first two letters as a number, the same for small and capital letters. A letter
/// that stands alone, or before the s of its plural, is as one before an s.
fn beginning(written: &str) -> usize {
    if let [first, second, ..] = *written.as_bytes()
        && first.is_ascii_alphanumeric()
        && second.is_ascii_alphanumeric()
    {
        return usize::from(first & 31) * 32 + usize::from(second & 31);
    }
    let mut letters = written.bytes().filter(|letter| letter.is_ascii_alphanumeric() || !letter.is_ascii());
    let mut next = || usize::from(letters.next().unwrap_or(b's') & 31);
    next() * 32 + next()
}

/// How many letters and digits there are.
fn length(written: &str) -> usize {
    if written.is_ascii() {
        written.bytes().filter(u8::is_ascii_alphanumeric).count()
    } else {
        written.chars().filter(|letter| letter.is_alphanumeric()).count()
    }
}

const fn bit(length: usize) -> u32 {
    1 << if length < 31 { length } else { 31 }
}

/// One key for all ways to write an abbreviation; B&M is not BM.
fn key(written: &str) -> String {
    if written.contains(['&', '/', '+']) { written.to_ascii_uppercase() } else { normalise_abbreviation(written) }
}

/// The cells of each row of a table, the headings left out; missing cells are empty.
pub(crate) fn rows<const COLUMNS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; COLUMNS]> {
    table.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default().trim())
    })
}

/// The tables of the language rules.
const TABLES: [(Group, &str); 6] = [
    (Group::Blaming, BLAMING),
    (Group::Insensitive, INSENSITIVE),
    (Group::Judgmental, JUDGMENTAL),
    (Group::Speculative, SPECULATIVE),
    (Group::Jargon, JARGON),
    (Group::Wordy, WORDY),
];

/// Term, plain words, why, tier, words of another sense.
type LanguageRow = [&'static str; 5];

/// The group of that name in the table of patterns; there `silent` is what no rule speaks of.
fn group_named(name: &str) -> Group {
    match name {
        "blaming" => Group::Blaming,
        "insensitive" => Group::Insensitive,
        "judgmental" => Group::Judgmental,
        "speculative" => Group::Speculative,
        "jargon" => Group::Jargon,
        "wordy" => Group::Wordy,
        _ => Group::Silent,
    }
}

fn group_rows((group, table): (Group, &'static str)) -> impl Iterator<Item = (Group, LanguageRow)> {
    rows(table).map(move |row| (group, row))
}

/// The rows of these tables that every agency has.
fn language_rows() -> impl Iterator<Item = (Group, LanguageRow)> {
    TABLES.into_iter().flat_map(group_rows).filter(|(_, [.., tier, _])| *tier != "B")
}

/// The same, read.
fn language_phrases() -> &'static [Phrase] {
    static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
        let phrases = language_rows().map(|(group, [term, plain, why, tier, unless])| Phrase {
            group: if tier == "L" { Group::Silent } else { group },
            term: term.into(),
            plain: plain.into(),
            why: why.into(),
            is_mild: tier == "C",
            is_of_people: tier == "P",
            unless: Signs::read(unless),
        });
        phrases.collect()
    });
    &PHRASES
}

/// A term without its marks of inflection, spelt as look-ups spell.
fn bare(term: &str) -> String {
    normalise(&term.replace('~', "").replace('-', " ")).into_owned()
}

fn of_glossary(term: &Term) -> Option<Phrase> {
    let group = match term.kind {
        TermKind::Allowed => Group::Silent,
        TermKind::Blaming => Group::Blaming,
        TermKind::Insensitive => Group::Insensitive,
        TermKind::Judgmental => Group::Judgmental,
        TermKind::Speculative => Group::Speculative,
        TermKind::Jargon => Group::Jargon,
        TermKind::Abbreviation => return None,
    };
    Some(Phrase {
        group,
        term: term.term.clone().into(),
        plain: term.instead.clone().into(),
        why: "".into(),
        is_mild: false,
        is_of_people: false,
        unless: Signs::default(),
    })
}

fn abbreviations(glossary: &[Term]) -> HashMap<String, Abbreviation> {
    let mut known = HashMap::new();
    for [term, meanings, tier, unless] in rows(ABBREVIATIONS) {
        let meanings = if tier == "public" { "" } else { meanings };
        let abbreviation = Abbreviation {
            term: term.into(),
            meanings: meanings.split(" | ").filter(|meaning| !meaning.is_empty()).map(Cow::from).collect(),
            is_word: tier == "word",
            unless: Signs::read(unless),
        };
        known.insert(key(term), abbreviation);
    }
    for term in glossary {
        let meanings = match term.kind {
            TermKind::Abbreviation => vec![term.meaning.clone().into()],
            TermKind::Allowed => Vec::new(),
            _ => continue,
        };
        let abbreviation =
            Abbreviation { term: term.term.clone().into(), meanings, is_word: false, unless: Signs::default() };
        known.insert(key(&term.term), abbreviation);
    }
    known
}

/// Whether the word, in small letters, is one of the common short words of English,
/// which people type in capitals for emphasis.
#[must_use]
pub fn is_english(word: &str) -> bool {
    static WORDS: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH.split_whitespace().collect());
    WORDS.contains(word)
}

/// Whether the phrase at those rows of the late statements says so in its sentence:
/// some do by themselves, some beside a date, some beside a verb of writing.
#[must_use]
pub fn is_late_statement(found: &[u32], has_date: impl FnOnce() -> bool, has_verb: impl FnOnce() -> bool) -> bool {
    let row = found.first().and_then(|row| rows(TableName::Late.tsv()).nth(*row as usize));
    match row {
        Some([_, "date"]) => has_date(),
        Some([_, "verb"]) => has_verb(),
        Some([_, _]) => true,
        None => false,
    }
}
