//! Another child's name where the child's own never stands.

use std::ops::Range;

use super::child::{CHILD, Child, first_name, words};
use super::dates::{month, weekday};
use super::words::Words;
use crate::check::{Context, Passage};
use crate::lexicon::is_english;
use crate::record::CaseFile;
use crate::text::spelling::normalise;

/// A name that no one in the record has, and where it stands first.
#[derive(Debug)]
pub struct Stranger<'c> {
    /// The text in which it stands.
    pub passage: &'c Passage<'c>,
    /// Its word.
    pub words: Range<usize>,
    /// How often it stands in that text.
    pub count: u32,
}

/// How often the name of somebody unknown stands before it is taken for the child's.
const OFTEN: u32 = 3;

/// First names of children who are named in the file and do not belong to the family.
pub fn of_other_families(file: &CaseFile) -> Vec<String> {
    const FAMILY: Words = Words::new(
        "brother sister sibling half step twin cousin son daughter household family foster related relative niece \
         nephew uncle aunt stepbrother stepsister subject grandchild",
    );
    let of_other_family = file.people.iter().filter(|person| {
        let role: Vec<String> = words(person.role.text()).collect();
        let is_child = role.iter().any(|word| CHILD.contains(&word.as_str()));
        let is_family = role.iter().any(|word| FAMILY.has(word));
        let address = person.address.text();
        is_child && !is_family && (address.is_empty() || address != file.child.address.text())
    });
    of_other_family.filter_map(|person| first_name(person.full_name.text())).collect()
}

/// A child's name that stands in the record where the child's own does not. `others` are
/// first names of children whom other files are about; anybody else's name only counts
/// where the text treats it as a child's, and often.
pub fn stranger<'c>(context: &'c Context, child: &Child, others: &[String]) -> Option<Stranger<'c>> {
    let texts = || context.passages.iter().map(|passage| &passage.text);
    let is_you =
        |word: &str| ["you", "your", "yours", "you're", "you’re"].iter().any(|you| word.eq_ignore_ascii_case(you));
    let speaks_of_child = texts().any(|text| {
        text.words().iter().any(|word| is_you(text.slice(word.span)) || child.has_name(text.slice(word.span)))
    });
    if !child.is_named() || speaks_of_child {
        return None;
    }
    context.passages.iter().find_map(|passage| strangers(passage, context, child, others))
}

/// A name and what the text says of it.
struct Seen {
    name: String,
    first: usize,
    count: u32,
    /// Whether it stands within a sentence, so that its capital is a name's.
    is_name: bool,
    /// Whether the text treats it as a child's.
    is_childs: bool,
}

fn strangers<'c>(passage: &'c Passage, context: &Context, child: &Child, others: &[String]) -> Option<Stranger<'c>> {
    let text = &passage.text;
    let mut names: std::collections::HashMap<String, Seen> = std::collections::HashMap::new();
    for (at, word) in text.words().iter().enumerate() {
        if !word.is_capitalised() || !word.has_small_letter() || word.is_quoted() || word.has_digit() {
            continue;
        }
        let written = normalise(text.word(at));
        let name = written.strip_suffix("'s").or(written.strip_suffix('\'')).unwrap_or(&written);
        let is_other = others.iter().any(|other| other == name);
        let is_known = context.is_name(name) && !is_other || child.is_like(name);
        if name.len() < 3 || is_known || is_english(name) || month(name).is_some() || weekday(name).is_some() {
            continue;
        }
        let starts = text.sentence_of(word).is_some_and(|sentence| sentence.first_word as usize == at);
        let seen = names.entry(name.to_owned()).or_insert_with(|| Seen {
            name: name.to_owned(),
            first: at,
            count: 0,
            is_name: false,
            is_childs: is_other,
        });
        seen.count += 1;
        seen.is_name |= !starts;
        seen.is_childs |= is_treated_as_child(passage, at, written != name);
    }
    let is_told = |seen: &&Seen| {
        let often = if others.contains(&seen.name) { OFTEN - 1 } else { OFTEN };
        seen.is_name && seen.is_childs && seen.count >= often
    };
    let first = names.values().filter(is_told).min_by_key(|seen| seen.first)?;
    Some(Stranger { passage, words: first.first..first.first + 1, count: first.count })
}

/// "Ben's teacher", "Ben was seen alone", "Ben, aged 7", "seven-year-old Ben".
fn is_treated_as_child(passage: &Passage, at: usize, is_possessive: bool) -> bool {
    const CHILDS: Words = Words::new(
        "school nursery teacher class classroom childminder headteacher preschool playgroup reading wishes pre-school",
    );
    const OLDEST_CHILD: u32 = 17;
    let text = &passage.text;
    let is = |at: usize, known: &[&str]| known.iter().any(|known| known.eq_ignore_ascii_case(text.word(at)));
    if is_possessive {
        return CHILDS.has(text.word(at + 1))
            || is(at + 1, &["foster"]) && is(at + 2, &["carer", "carers", "mum", "home"]);
    }
    let age = |at: usize| text.word(at).parse::<u32>().is_ok_and(|age| age <= OLDEST_CHILD);
    let is_old = at >= 3 && is(at - 1, &["old"]) && is(at - 2, &["year", "month", "week"]);
    is(at + 1, &["aged"]) && age(at + 2)
        || is(at + 1, &["was"]) && is(at + 2, &["seen"]) && is(at + 3, &["alone"])
        || at > 0 && is(at - 1, &["saw"]) && is(at + 1, &["alone"])
        || is_old
}
