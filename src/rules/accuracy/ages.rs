//! The age that a text gives the child: "Ava, aged 7", "Ava (7)", "seven-year-old Ava",
//! "Ava is 7 months old", "Ava turned 8 last week".
//!
//! An age is only found where it is clearly the child's: beside the child's name, or
//! beside "she" in a sentence that speaks of nobody else. Ages of another time, of a
//! group, on a scale, of somebody's guess or claim are left alone.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::child::Child;
use super::dates::{self, month, year};
use super::people::{is_person, is_relation};
use crate::calendar::age_on;
use crate::rules::words::Words;
use crate::text::{Text, Word};

/// An age as a text gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Age {
    number: u32,
    unit: Unit,
    /// Months beside years.
    months: Option<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    /// A number alone: years, or a baby's months or weeks.
    None,
    Years,
    Months,
    Weeks,
    Days,
}

/// An age of the child's and its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// The age.
    pub age: Age,
    /// From "aged" or the number to the unit.
    pub words: Range<usize>,
}

impl Age {
    /// Whether the child was of this age on a day from the first to the last.
    ///
    /// Months, weeks and days are often counted in round figures: one more or less fits.
    #[must_use]
    pub fn fits(self, birth: NaiveDate, first: NaiveDate, last: NaiveDate) -> bool {
        let within = |from: i64, to: i64, slack: i64| (from - slack..=to + slack).contains(&i64::from(self.number));
        let years = |on| age_on(birth, on).map_or(-1, i64::from);
        let months = |on: NaiveDate| {
            let whole = (on.year() - birth.year()) * 12 + on.month().cast_signed() - birth.month().cast_signed();
            i64::from(whole) - i64::from(on.day() < birth.day())
        };
        let days = |on: NaiveDate| on.signed_duration_since(birth).num_days();
        let weeks = |on| days(on) / 7;
        match (self.unit, self.months) {
            (Unit::Years, Some(more)) => {
                let stated = i64::from(self.number) * 12 + i64::from(more);
                (months(first) - 1..=months(last) + 1).contains(&stated)
            }
            (Unit::Years, None) => within(years(first), years(last), 0),
            (Unit::Months, _) => within(months(first), months(last), 1),
            (Unit::Weeks, _) => within(weeks(first), weeks(last), 1),
            (Unit::Days, _) => within(days(first), days(last), 2),
            (Unit::None, _) => {
                let is_baby = years(first) < 2;
                within(years(first), years(last), 0)
                    || is_baby && (within(months(first), months(last), 1) || within(weeks(first), weeks(last), 1))
            }
        }
    }
}

/// The ages that the text gives the child at the time of an event in that year. An age
/// in months or weeks may only be told from a duration where the child is a baby.
pub fn ages(text: &Text, child: &Child, year: i32, is_baby: bool) -> Vec<Stated> {
    let says_child = || text.words().iter().any(|word| text.slice(word.span).eq_ignore_ascii_case("child"));
    let is_only = child.is_only() && says_child() && !speaks_of_children(text);
    let reader = Reader { text, child, year, is_baby, is_only };
    let found = (0..text.words().len()).filter_map(|at| reader.behind_name(at).or_else(|| reader.before_name(at)));
    found.filter(|stated| reader.is_of_the_event(&stated.words)).collect()
}

/// The greatest age that is taken for a child's where the number stands by itself.
const OLDEST: u32 = 25;

struct Reader<'c> {
    text: &'c Text<'c>,
    child: &'c Child,
    year: i32,
    is_baby: bool,
    /// Whether "the child" can be nobody else.
    is_only: bool,
}

/// Whether the text speaks of other children, or of a child without a name.
fn speaks_of_children(text: &Text) -> bool {
    const CHILDREN: Words = Words::new(
        "sibling siblings brother brothers sister sisters cousin cousins children kids toddler baby babies boy boys \
         girl girls friend friends son sons daughter daughters twins pupils classmate infant",
    );
    text.words().iter().enumerate().any(|(at, word)| {
        let is = |at: usize, known: &str| text.word(at).eq_ignore_ascii_case(known);
        let bare = text.slice(word.span).split(['\'', '’']).next().unwrap_or_default();
        CHILDREN.has(bare)
            || bare.eq_ignore_ascii_case("child") && !at.checked_sub(1).is_some_and(|before| is(before, "the"))
    })
}

/// How far from an age a word may tell that it is of another time, in words.
const FAR: usize = 40;

/// What leads from somebody to an age.
const LEADS: [&str; 7] = ["now", "currently", "just", "only", "still", "also", "approx"];
const PRONOUNS: [&str; 2] = ["she", "he"];
const CONTRACTED: [&str; 4] = ["she's", "he's", "she’s", "he’s"];
/// Verbs after which a sentence tells what somebody says or thinks.
const SAYING: Words = Words::new(
    "said says say saying told tells telling tell stated states reported reports thinks thought think believes \
     believed believe claimed claims pretends pretended wishes wished guessed assumed thinking claiming pretending \
     alleged insisted insists joked imagines lied lies",
);

impl<'c> Reader<'c> {
    /// The age behind the child's name, or behind a pronoun that is the child's.
    fn behind_name(&self, at: usize) -> Option<Stated> {
        if self.child.is_possessive(self.word(at)) && self.is(at + 1, "age") {
            return self.aged(at + 1);
        }
        let end = self.child_at(at)?;
        let gap = self.gap(end);
        if !["", ",", "(", ", (", "-", "–", "—", ":", ";", ")", "),"].contains(&gap) {
            return None;
        }
        let (mut next, is) = self.after_is(at, end);
        // "The plan for Ava is 7 weeks old."
        if is && next == end + 1 && self.is(end, "is") && self.is_object(at) {
            return None;
        }
        while is && self.is_any(next, &LEADS) {
            next += 1;
        }
        if self.is_any(next, &["aged", "age"]) {
            self.aged(next)
        } else if is {
            self.being(next)
        } else {
            let now = next + usize::from(self.is_any(next, &["now", "currently"]));
            self.turned(next).or_else(|| self.in_apposition(now, gap, self.begins_sentence(at)))
        }
    }

    /// The word behind those for the child, and behind a date of birth that follows them.
    fn child_at(&self, at: usize) -> Option<usize> {
        match self.name_at(at) {
            Some(name) => self.is_subject(&name).then(|| self.after_birth(name.end)),
            None => self.is_childs_pronoun(at).then_some(at + 1),
        }
    }

    /// The child's name, or "the child".
    fn name_at(&self, at: usize) -> Option<Range<usize>> {
        let is_the_child = self.is_only && self.is(at, "the") && self.is(at + 1, "child") && self.is_adjoined(at + 1);
        if is_the_child { Some(at..at + 2) } else { self.child.at(at, self.text) }
    }

    /// Past "is", "who is" and the like, and whether there is one.
    fn after_is(&self, at: usize, end: usize) -> (usize, bool) {
        let who = usize::from(self.is(end, "who"));
        if self.is_any(at, &CONTRACTED) {
            (end, true)
        } else if self.is_any(end, &["who's", "who’s"]) {
            (end + 1, true)
        } else if self.is(end + who, "is") {
            (end + who + 1, true)
        } else {
            (end + who, false)
        }
    }

    /// Whether the sentence is about something of the child's.
    fn is_object(&self, at: usize) -> bool {
        const LINKS: Words = Words::new("of for with on about to from by at in around regarding concerning against");
        at.checked_sub(1).is_some_and(|before| self.in_sentence(before, at) && LINKS.has(self.word(before)))
    }

    /// "aged 7", "age: 7", and of "Ava's age is 7" the last three.
    fn aged(&self, at: usize) -> Option<Stated> {
        let number = at + 1 + usize::from(self.is(at + 1, "is"));
        let (age, after) = self.age(number)?;
        let is_linked = ["", ":", "-", "("].contains(&self.gap(number)) && self.ends_well(after);
        is_linked.then_some(Stated { age, words: at..after })
    }

    /// "is 7", "is 7 years old", "is a bright seven-year-old".
    fn being(&self, at: usize) -> Option<Stated> {
        const MOST_ADJECTIVES: usize = 2;
        const LINKS: [&str; 10] = ["of", "to", "for", "with", "like", "than", "as", "and", "about", "the"];
        if self.is_any(at, &["a", "an", "the"]) {
            let is_adjective = |word: usize| !self.is_any(word, &LINKS) && !is_person(self.word(word));
            let number = (at + 1..=at + 1 + MOST_ADJECTIVES).find(|word| self.number(*word).is_some())?;
            let (age, after) = self.age(number)?;
            let is_hers = (at + 1..number).all(is_adjective) && self.says_old(after) && self.ends_well(after);
            return is_hers.then_some(Stated { age, words: number..after });
        }
        let (age, after) = self.age(at)?;
        let linked = self.gap(at).is_empty() && self.ends_well(after);
        // "Ava is 7 months pregnant", "Ava is 7 minutes late".
        let is_end = !self.is_adjoined(after) || self.is_any(after, &["and", "but", "so", "now", "today"]);
        let is_age =
            self.says_old(after) || is_end && (age.unit == Unit::None || age.unit == Unit::Years || self.is_baby);
        (linked && is_age).then_some(Stated { age, words: at..after })
    }

    /// "has just turned 8", "turned 8 last week".
    fn turned(&self, at: usize) -> Option<Stated> {
        let has = usize::from(self.is(at, "has"));
        let just = usize::from(self.is_any(at + has, &["just", "recently", "now"]));
        let verb = at + has + just;
        if !self.is_any(verb, &["turned"]) || !self.gap(at).is_empty() {
            return None;
        }
        let (age, after) = self.age(verb + 1)?;
        let is_lately = self.is_any(after, &["yesterday", "today", "recently"])
            || self.is_any(after, &["last", "this"]) && self.is_any(after + 1, &["week", "weekend", "month"]);
        let is_bare = !self.is_adjoined(after) || self.is_any(after, &["and", "so", "but"]);
        let is_now = is_lately || (has > 0 || just > 0) && is_bare;
        (is_now && !self.is_list(after)).then_some(Stated { age, words: verb..after })
    }

    /// "Ava (7)", "Ava, now 7, was", "Ava - 7 years old", and "Ava Jones, 7." where that is all.
    fn in_apposition(&self, at: usize, gap: &str, is_first: bool) -> Option<Stated> {
        let (age, after) = self.age(at)?;
        let closing = self.gap(after);
        let is_all = is_first && !self.in_sentence(at, after);
        let is_age = self.says_old(after)
            || match gap {
                "(" | ", (" => {
                    // "Respite for Ava (6 weeks)"
                    let may_be_age = matches!(age.unit, Unit::None | Unit::Years) || self.is_baby;
                    may_be_age && closing.starts_with([')', ',', ';'])
                }
                "," => age.unit == Unit::None && (closing == "," || is_all) && !self.is_month(at.checked_sub(1)?),
                _ => false,
            };
        let is_childs = age.unit != Unit::None || age.number <= OLDEST;
        (is_age && is_childs && self.ends_well(after)).then_some(Stated { age, words: at..after })
    }

    /// "seven-year-old Ava", "the 7-month-old baby, Ava".
    fn before_name(&self, at: usize) -> Option<Stated> {
        const NOUNS: Words = Words::new(
            "girl boy child baby daughter son twin toddler infant pupil student sister brother half-sister female \
             male called named subject grandson granddaughter niece nephew cousin schoolgirl schoolboy teenager \
             grandchild stepson stepdaughter",
        );
        const MOST_NOUNS: usize = 2;
        const LONGEST: usize = 7;
        let is_near_old =
            || (at + 1..at + LONGEST).take_while(|at| self.is_adjoined(*at)).any(|at| self.says_old(at + 1));
        if !self.text.words().get(at)?.has_digit() && !is_near_old() {
            return None;
        }
        let (age, after) = self.age(at)?;
        if !self.says_old(after) || !self.is_adjoined(after) && self.gap(after) != "," {
            return None;
        }
        let name = (after..=after + MOST_NOUNS).find(|at| !NOUNS.has(self.word(*at)))?;
        let is_linked = |at: usize| self.is_adjoined(at) || self.gap(at) == ",";
        let named = (after..=name).all(is_linked) && self.text.words().get(name).is_some_and(Word::is_capitalised);
        let is_possessive = name == after && self.is_adjoined(name) && self.child.is_possessive(self.word(name));
        // "She has a 9-year-old, Ava and a baby."
        let is_somebodys =
            at.checked_sub(1).is_some_and(|before| self.is_any(before, &["the", "her", "his", "their", "my"]));
        let is_apart = name == after && !self.is_adjoined(name);
        let is_child =
            named && (is_possessive || self.child.at(name, self.text).is_some()) && (is_somebodys || !is_apart);
        // "then", "when", "like a", "as a", "a photograph of"
        let before = at.saturating_sub(3)..at;
        let is_other = before.into_iter().any(|word| {
            self.in_sentence(word, at) && self.is_any(word, &["then", "when", "like", "as", "than", "of", "behaving"])
        });
        (is_child && !is_other).then_some(Stated { age, words: at..after })
    }

    /// Whether the name stands as somebody of whom an age can be told, and not as in
    /// "when Ava", "the brother of Ava".
    fn is_subject(&self, name: &Range<usize>) -> bool {
        const TURNS: Words = Words::new(
            "when whenever once until till if unless before after by since time whether than like then as day year \
             while whilst",
        );
        let before = |words: usize| name.start.checked_sub(words).filter(|word| self.in_sentence(*word, name.start));
        let is_turned = before(1).is_some_and(|word| TURNS.has(self.word(word)));
        let is_of = before(1).is_some_and(|word| self.is_any(word, &["of", "to", "for", "with", "and"]))
            && before(2).is_some_and(|word| is_relation(self.word(word)));
        !is_turned && !is_of
    }

    /// "Ava was in her room. She …" is not enough: the name stands in the same sentence,
    /// and nobody else does.
    fn is_childs_pronoun(&self, at: usize) -> bool {
        if !self.is_any(at, &PRONOUNS) && !self.is_any(at, &CONTRACTED) {
            return false;
        }
        let sentence = self.text.words().get(at).and_then(|word| self.text.sentence_of(word));
        let Some(first) = sentence.map(|sentence| sentence.first_word as usize).filter(|first| at - first <= FAR)
        else {
            return false;
        };
        let mut is_named = false;
        let mut word = first;
        while word < at {
            if let Some(name) = self.name_at(word) {
                is_named = true;
                word = name.end;
                continue;
            }
            let is_capital = self.text.words().get(word).is_some_and(Word::is_capitalised)
                && word > first
                && !self.is(word, "I")
                && !self.is_month(word)
                && dates::weekday(self.word(word)).is_none();
            let is_turned = self.is_any(word, &["when", "if", "once", "until"]);
            if is_capital || is_turned || is_person(self.word(word)) || SAYING.has(self.word(word)) {
                return false;
            }
            word += 1;
        }
        is_named
    }

    /// Past "DOB 02/05/2019" or "born on 2 May 2019".
    fn after_birth(&self, at: usize) -> usize {
        let is_birth =
            self.is_any(at, &["dob", "d.o.b", "d.o.b.", "born"]) || self.is(at, "date") && self.is(at + 2, "birth");
        if !is_birth {
            return at;
        }
        let date = (at + 1..at + 5).find(|word| self.text.words().get(*word).is_some_and(Word::has_digit));
        match date.and_then(|date| dates::date_at(date, self.text)) {
            Some(date) => date.words.end,
            None => at,
        }
    }

    /// A number with its unit, and the word after it.
    fn age(&self, at: usize) -> Option<(Age, usize)> {
        let (number, suffix, mut end) = self.number(at)?;
        let mut unit = if suffix.is_empty() { Unit::None } else { unit_of(suffix)? };
        if unit == Unit::None {
            if self.is(end, "and") && self.is(end + 1, "a") && self.is(end + 2, "half") {
                end += 3;
            }
            if let Some(next) = unit_of(self.word(end)).filter(|_| self.is_adjoined(end)) {
                unit = next;
                end += 1;
            }
        }
        let mut months = None;
        if unit == Unit::Years && self.gap_allows_months(end) {
            let from = end + usize::from(self.is(end, "and"));
            if let Some((number, suffix, after)) = self.number(from) {
                let has_word = suffix.is_empty() && unit_of(self.word(after)) == Some(Unit::Months);
                if has_word || unit_of(suffix) == Some(Unit::Months) {
                    months = Some(number);
                    end = after + usize::from(has_word);
                }
            }
        }
        if unit != Unit::None && self.is_adjoined(end) {
            if self.is(end, "old") {
                end += 1;
            } else if self.is(end, "of") && self.is(end + 1, "age") {
                end += 2;
            }
        }
        Some((Age { number, unit, months }, end))
    }

    fn gap_allows_months(&self, at: usize) -> bool {
        matches!(self.gap(at), "" | "," | "&")
    }

    /// A number in digits or words, what hangs on it, and the word after it.
    fn number(&self, at: usize) -> Option<(u32, &'c str, usize)> {
        let word = self.text.word(at);
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            let (number, rest) = word.split_at_checked(digits)?;
            let rest = match rest.strip_prefix('.') {
                // "10.30" is a time.
                Some(decimals) => {
                    decimals.get(1..).filter(|_| decimals.starts_with(|digit: char| digit.is_ascii_digit()))?
                }
                None => rest.trim_start_matches('½'),
            };
            let is_number = digits <= 3 && (rest.is_empty() || unit_of(rest).is_some());
            return Some((number.parse().ok().filter(|_| is_number)?, rest, at + 1));
        }
        let number = number_word(word)?;
        let more = number_word(self.word(at + 1)).filter(|more| number >= 20 && *more < 10 && self.is_adjoined(at + 1));
        Some((number + more.unwrap_or_default(), "", at + 1 + usize::from(more.is_some())))
    }

    /// Whether the words before the one at `end` say "old" or "of age".
    fn says_old(&self, end: usize) -> bool {
        let last = end.checked_sub(1).map(|last| self.word(last)).unwrap_or_default();
        let unit = last.trim_start_matches(|digit: char| digit.is_ascii_digit());
        ["old", "age", "yo", "y/o", "y.o", "y.o."].iter().any(|old| unit.eq_ignore_ascii_case(old))
    }

    /// Whether nothing follows that makes something else of the age.
    fn ends_well(&self, end: usize) -> bool {
        const TURNS: Words = Words::new(
            "when by in on next soon tomorrow ago older younger since until before after then later earlier back \
             pregnant into behind ahead late away from to or out of per times clean sober post left short overdue \
             premature early corrected gestation during over",
        );
        // "7 at Christmas", but "aged 7 at her nan’s"
        let is_at = self.is(end, "at") && self.is_any(end + 1, &["the", "that", "christmas", "easter", "which"]);
        // "100%", "5'2"
        let mark = end.checked_sub(1).and_then(|last| self.text.words().get(last));
        let mark = mark.and_then(|last| self.text.source().get(last.span.end as usize..)?.chars().next());
        let is_other = mark.is_some_and(|mark| "%°+/*#£$€@'’′″\"".contains(mark));
        !is_other && !self.is_list(end) && !(self.is_adjoined(end) && (is_at || TURNS.has(self.word(end))))
    }

    /// "aged 7 and 9", "7-9", "7, 9 and 11".
    fn is_list(&self, end: usize) -> bool {
        let is_number = |at: usize| self.number(at).is_some();
        let gap = self.gap(end);
        matches!(gap, "" | "," | "&" | "/" | "-" | "–" | "+") && is_number(end) && end < self.text.words().len()
            || matches!(gap, "" | ",") && self.is_any(end, &["and", "or", "to"]) && is_number(end + 1)
            || self.is(end, "respectively")
    }

    /// Whether the sentence speaks of the time of the event, and of an age.
    fn is_of_the_event(&self, words: &Range<usize>) -> bool {
        const OTHER: Words = Words::new(
            "scale score scored scores scoring rating rated corrected adjusted gestation gestational photo photos \
             photograph picture pictures video videos pretend pretends pretended pretending claim claims claimed \
             claiming lied lying profile profiles previously historically formerly ago remembers remembered imagine",
        );
        let Some(first) = self.text.words().get(words.start) else { return false };
        let Some(sentence) = self.text.sentence_of(first) else { return false };
        if sentence.question || self.text.words_in(words.clone()).iter().any(Word::is_quoted) || self.is_history(first)
        {
            return false;
        }
        let from = (sentence.first_word as usize).max(words.start.saturating_sub(FAR));
        let to = (sentence.end_word as usize).min(words.end + FAR);
        let is_said = (from..words.start).any(|at| SAYING.has(self.word(at)))
            && !self.gap(words.start).ends_with('(')
            && !self.is_any(words.start, &["aged", "age"])
            && !self.says_old(words.end);
        let line = self.text.line_at(first.span.start);
        let is_in_line = |word: &Word| line.is_some_and(|line| line.span.contains(word.span.start));
        let in_line = (0..from).rev().take(FAR).take_while(|at| self.text.words().get(*at).is_some_and(is_in_line));
        let is_other = (from..to).chain(in_line).any(|at| {
            OTHER.has(self.word(at)) && !self.is_call(at)
                || self.is(at, "used") && self.is(at + 1, "to")
                || self.is(at, "last") && self.is(at + 1, "year")
                || self.is(at, "at") && self.is_any(at + 1, &["the", "that"]) && self.is(at + 2, "time")
                || self.is_other_year(at)
        });
        !is_said && !is_other
    }

    fn is_other_year(&self, at: usize) -> bool {
        let of = year(self.word(at)).or_else(|| dates::date_at(at, self.text).and_then(|date| date.year));
        of.is_some_and(|of| of != self.year) && !self.is_birth_date(at)
    }

    /// Whether the date is that of the birth.
    fn is_birth_date(&self, at: usize) -> bool {
        const NEAR: usize = 5;
        (at.saturating_sub(NEAR)..at).any(|before| self.is_any(before, &["dob", "d.o.b", "d.o.b.", "born", "birth"]))
    }

    fn is_history(&self, word: &Word) -> bool {
        const HISTORY: [&str; 6] = ["history", "background", "chronology", "timeline", "previous", "past"];
        self.text.section_at(word.span.start).is_some_and(|heading| {
            (heading.first_word as usize..heading.end_word as usize).any(|at| self.is_any(at, &HISTORY))
        })
    }

    fn is_month(&self, at: usize) -> bool {
        month(self.word(at)).is_some()
    }

    fn begins_sentence(&self, at: usize) -> bool {
        let sentence = self.text.words().get(at).and_then(|word| self.text.sentence_of(word));
        sentence.is_some_and(|sentence| sentence.first_word as usize == at)
    }

    /// "by video", "a video call": what was seen in it is now.
    fn is_call(&self, at: usize) -> bool {
        const CALLS: [&str; 6] = ["call", "calls", "link", "meeting", "chat", "visit"];
        let is_by = at.checked_sub(1).is_some_and(|before| self.is_any(before, &["by", "over", "via"]));
        self.is(at, "video") && (is_by || self.is_any(at + 1, &CALLS))
    }

    fn in_sentence(&self, one: usize, other: usize) -> bool {
        let sentence = |at: usize| self.text.words().get(at).map(|word| word.sentence);
        sentence(one) == sentence(other)
    }

    fn is_adjoined(&self, at: usize) -> bool {
        self.text.words().get(at).is_some_and(Word::is_adjoined)
    }

    /// The marks between the word before and this one.
    fn gap(&self, at: usize) -> &'c str {
        let words = at.checked_sub(1).and_then(|before| self.text.words().get(before)).zip(self.text.words().get(at));
        words.map_or("", |(before, word)| self.text.between(before, word).trim())
    }

    fn word(&self, at: usize) -> &'c str {
        self.text.word(at)
    }

    fn is(&self, at: usize, known: &str) -> bool {
        self.word(at).eq_ignore_ascii_case(known)
    }

    fn is_any(&self, at: usize, known: &[&str]) -> bool {
        known.iter().any(|known| self.is(at, known))
    }
}

fn unit_of(word: &str) -> Option<Unit> {
    const UNITS: [(Unit, &[&str]); 4] = [
        (Unit::Years, &["year", "years", "yr", "yrs", "y", "yo", "y/o", "y.o", "yrs.", "y.o.", "year's", "years'"]),
        (Unit::Months, &["month", "months", "mth", "mths", "months'"]),
        (Unit::Weeks, &["week", "weeks", "wk", "wks", "weeks'"]),
        (Unit::Days, &["day", "days"]),
    ];
    let is = |known: &&[&str]| known.iter().any(|known| word.eq_ignore_ascii_case(known));
    UNITS.iter().find(|(_, words)| is(words)).map(|(unit, _)| *unit)
}

fn number_word(word: &str) -> Option<u32> {
    const NUMBERS: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen \
         seventeen eighteen nineteen";
    const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
    let place = |words: &str, from: u32| {
        let mut known = (from..).zip(words.split_whitespace());
        known.find(|(_, known)| word.eq_ignore_ascii_case(known)).map(|(number, _)| number)
    };
    place(NUMBERS, 0).or_else(|| place(TENS, 2).map(|tens| tens * 10))
}
