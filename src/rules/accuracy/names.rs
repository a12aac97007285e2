//! Another child's name where the child's own never stands.

use std::collections::HashMap;
use std::ops::{Range, RangeInclusive};

use super::child::{CHILD, Child, MOST_PEOPLE, first_name, words};
use super::dates::{month, weekday};
use crate::check::{Context, Passage};
use crate::lexicon::is_english;
use crate::record::CaseFile;
use crate::rules::words::Words;
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
    let of_other_family = file.people.iter().take(MOST_PEOPLE).filter(|person| {
        let role: Vec<String> = words(person.role.text()).collect();
        let is_child = role.iter().any(|word| CHILD.contains(&word.as_str()));
        let is_family = role.iter().any(|word| FAMILY.has(word));
        let address = person.address.text();
        is_child && !is_family && (address.is_empty() || address != file.child.address.text())
    });
    of_other_family.filter_map(|person| first_name(person.full_name.text())).collect()
}

/// A child's name that stands in the record where the child's own does not. `others` are
/// first names of children who are named in the file and do not belong to the family. The
/// name of a child whom another file of the export is about counts where the text treats
/// it as a child's; anybody else's only where the text does so and often.
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
    first: usize,
    count: u32,
    /// How often it has to stand there.
    often: u32,
    /// Whether it stands within a sentence, so that its capital is a name's.
    is_name: bool,
    /// Whether the text treats it as a child's.
    is_childs: bool,
}

fn strangers<'c>(passage: &'c Passage, context: &Context, child: &Child, others: &[String]) -> Option<Stranger<'c>> {
    let text = &passage.text;
    let mut names: HashMap<String, Seen> = HashMap::new();
    for (at, word) in text.words().iter().enumerate() {
        if !word.is_capitalised() || !word.has_small_letter() || word.is_quoted() || word.has_digit() {
            continue;
        }
        let written = normalise(text.word(at));
        let name = bare(&written);
        let is_other = others.iter().any(|other| other == name);
        let is_known = context.is_name(name) && !is_other || child.is_like(name);
        if name.len() < 3 || is_known || is_english(name) || month(name).is_some() || weekday(name).is_some() {
            continue;
        }
        if context.elsewhere.is_some_and(|files| files.is_relative(name)) {
            continue;
        }
        let last = surname_after(at, passage, context);
        let seen = names.entry(name.to_owned()).or_insert_with(|| Seen {
            first: at,
            count: 0,
            often: if is_other || context.elsewhere.is_some_and(|files| files.is_rare(name)) {
                OFTEN - 1
            } else {
                OFTEN
            },
            is_name: false,
            is_childs: is_other,
        });
        seen.count += 1;
        if last.is_some() {
            seen.often = 1;
        }
        let starts = text.sentence_of(word).is_some_and(|sentence| sentence.first_word as usize == at);
        seen.is_name |= !starts || last.is_some();
        seen.is_childs |= is_treated_as_child(passage, at..=last.unwrap_or(at));
        seen.is_childs |= last.is_some_and(|last| is_subject(passage, at..=last));
    }
    let is_told = |seen: &&Seen| seen.is_name && seen.is_childs && seen.count >= seen.often;
    let first = names.values().filter(is_told).min_by_key(|seen| seen.first)?;
    Some(Stranger { passage, words: first.first..first.first + 1, count: first.count })
}

/// Where the surname stands that follows a first name, where another file is about a child
/// of that full name: "Ben Smith".
fn surname_after(at: usize, passage: &Passage, context: &Context) -> Option<usize> {
    let text = &passage.text;
    let files = context.elsewhere?;
    let last = text.words().get(at + 1).filter(|last| last.is_adjoined() && last.is_capitalised())?;
    let surname = normalise(text.slice(last.span));
    files.is_child(&normalise(text.word(at)), bare(&surname)).then_some(at + 1)
}

/// A name without the ending that makes something somebody's.
fn bare(name: &str) -> &str {
    name.strip_suffix("'s").or(name.strip_suffix('\'')).unwrap_or(name)
}

/// "Ben's teacher", "Ben was seen alone", "Ben Smith, aged 7", "seven-year-old Ben".
fn is_treated_as_child(passage: &Passage, name: RangeInclusive<usize>) -> bool {
    const CHILDS: Words = Words::new(
        "school nursery teacher class classroom childminder headteacher preschool playgroup reading wishes pre-school",
    );
    const OLDEST_CHILD: u32 = 17;
    let text = &passage.text;
    let (first, last) = name.into_inner();
    let is = |at: usize, known: &[&str]| text.is_one_of(at, known);
    let written = normalise(text.word(last));
    if bare(&written) != written {
        return CHILDS.has(text.word(last + 1))
            || is(last + 1, &["foster"]) && is(last + 2, &["carer", "carers", "mum", "home"]);
    }
    let age = |at: usize| text.word(at).parse::<u32>().is_ok_and(|age| age <= OLDEST_CHILD);
    let is_old = first >= 3 && is(first - 1, &["old"]) && is(first - 2, &["year", "month", "week"]);
    is(last + 1, &["aged"]) && age(last + 2)
        || is(last + 1, &["was"]) && is(last + 2, &["seen"]) && is(last + 3, &["alone"])
        || first > 0 && is(first - 1, &["saw"]) && is(last + 1, &["alone"])
        || is_old
}

/// "Re: Ben Smith", "Ben Smith (DOB 3 May 2018)".
fn is_subject(passage: &Passage, name: RangeInclusive<usize>) -> bool {
    const BEFORE: Words = Words::new("re child subject");
    const AFTER: Words = Words::new("dob d.o.b born");
    let text = &passage.text;
    let (first, last) = name.into_inner();
    first.checked_sub(1).is_some_and(|before| BEFORE.has(text.word(before))) || AFTER.has(text.word(last + 1))
}
