//! What contradicts itself: ages, dates, names, copies, leftovers, fields against texts.

mod ages;
pub(crate) mod child;
mod contradictions;
mod dates;
mod leftovers;
mod names;
mod patterns;
mod people;

use chrono::Datelike;

use super::{Check, Rule};
use crate::calendar::weekday_name;
use crate::check::entries::{FEWEST_WORDS, Place, paragraphs};
use crate::check::files::Whose;
use crate::check::{Context, Findings, Passage};
use crate::finding::{Range, Severity};
use crate::record::Entry;
use crate::text::{Span, Word};
use ages::{Age, ages};
use child::Child;
use contradictions::{Field, contradictions};
use dates::{Years, dates, event};
use leftovers::{Origin, leftovers};

/// `accuracy/age`
pub static AGE: Rule = Rule {
    id: "accuracy/age",
    severity: Severity::Warning,
    clauses: &["factually-correct"],
    summary: "The text gives the child an age that the date of birth does not at the time of the event.",
    why: "A wrong age costs a family’s trust, and sometimes it shows that the words are about another child.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2019-05-02" },
        "entries": [{ "eventAt": "2026-03-04T15:00", "text": "I saw Ava, aged 7, at her nan’s house." }] }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": "2019-05-02" },
        "entries": [{ "eventAt": "2026-03-04T15:00", "text": "I saw Ava, aged 6, at her nan’s house." }] }"#,
    check: Check::Entry(age),
};

fn age(entry: &Entry, context: &Context, findings: &mut Findings) {
    let Some(birth) = context.file.and_then(|file| file.child.date_of_birth.get()) else { return };
    let given = [entry.event_at.get(), entry.event_ended_at.get(), entry.recorded_at.get()];
    let draft = entry.draft.is_yes().then_some(&context.now);
    let days = || given.into_iter().flatten().chain(draft).map(|moment| moment.date);
    // What is written later may count to the day of writing.
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return };
    if first < birth.date {
        return;
    }
    let child = Child::of(context);
    let is_baby = first.year() - birth.date.year() < 3;
    for passage in &context.passages {
        let text = &passage.text;
        // Each age once, where it stands first, and how often it stands there.
        let mut told: Vec<(Age, Range, u32)> = Vec::new();
        for stated in ages(text, &child, first.year(), is_baby) {
            if stated.age.fits(birth.date, first, last) {
                continue;
            }
            match told.iter_mut().find(|(known, ..)| *known == stated.age) {
                Some((_, _, count)) => *count += 1,
                None => told.push((stated.age, text.range(text.span_of(stated.words)), 1)),
            }
        }
        for (_, range, count) in told {
            findings.mark(
                passage,
                range,
                "This age and the date of birth on the file do not agree: check both. If it is an age at another time, say when.",
                Vec::new(),
                count,
            );
        }
    }
}

/// `accuracy/weekday`
pub static WEEKDAY: Rule = Rule {
    id: "accuracy/weekday",
    severity: Severity::Warning,
    clauses: &["factually-correct"],
    summary: "A weekday and a date that stand together do not agree.",
    why: "One of the two is wrong, and who relies on it comes to a visit or a court on the wrong day.",
    bad: "The next meeting is on Tuesday 4 March 2026.",
    good: "The next meeting is on Wednesday 4 March 2026.",
    check: Check::Text(weekday),
};

fn weekday(passage: &Passage, context: &Context, findings: &mut Findings) {
    let text = &passage.text;
    let mut years = None;
    for date in dates(text) {
        let Some((day, words)) = date.weekday(text) else { continue };
        let years = years.get_or_insert_with(|| Years::of(text));
        if let Some(other) = date.other_weekday(day, text, event(context), years) {
            let message = format!("This date is a {}: check the day of the week and the date.", weekday_name(other));
            findings.mark(passage, text.range(text.span_of(words)), message, Vec::new(), 1);
        }
    }
}

/// `accuracy/impossible-date`
pub static IMPOSSIBLE_DATE: Rule = Rule {
    id: "accuracy/impossible-date",
    severity: Severity::Warning,
    clauses: &["factually-correct"],
    summary: "The text gives a date that does not exist.",
    why: "Nobody can tell which day was meant, and what hangs on it, a visit or a deadline, is lost.",
    bad: "Mum will move house on 31 June.",
    good: "Mum will move house on 30 June.",
    check: Check::Text(impossible_date),
};

fn impossible_date(passage: &Passage, context: &Context, findings: &mut Findings) {
    let text = &passage.text;
    for date in dates(text) {
        if date.is_impossible(text, &|word| context.is_name(word)) {
            let range = text.range(text.span_of(date.words));
            findings.mark(
                passage,
                range,
                "There is no such date: check the day, the month and the year.",
                Vec::new(),
                1,
            );
        }
    }
}

/// `accuracy/wrong-name`
pub static WRONG_NAME: Rule = Rule {
    id: "accuracy/wrong-name",
    severity: Severity::Warning,
    clauses: &["one-file-per-child", "factually-correct"],
    summary: "The text never names the child of this file, and speaks of another child.",
    why: "Words that belong on another child’s file mislead here and are missing there.",
    bad: r#"{ "kind": "file", "child": { "fullName": "Ava Jones" }, "entries": [{
        "text": "I rang Ben’s teacher. Today Ben is well. The teacher said that Ben reads a lot." }] }"#,
    good: r#"{ "kind": "file", "child": { "fullName": "Ava Jones" }, "entries": [{
        "text": "I rang Ava’s teacher. Today Ava is well. The teacher said that Ava reads a lot." }] }"#,
    check: Check::Entry(wrong_name),
};

fn wrong_name(_: &Entry, context: &Context, findings: &mut Findings) {
    let Some(file) = context.file else { return };
    let others = names::of_other_families(file);
    if let Some(stranger) = names::stranger(context, &Child::of(context), &others) {
        let text = &stranger.passage.text;
        findings.mark(
            stranger.passage,
            text.range(text.span_of(stranger.words)),
            "The child of this file is not named here, and somebody else is: check that this is the right child’s record.",
            Vec::new(),
            stranger.count,
        );
    }
}

/// `accuracy/copied-text`
pub static COPIED_TEXT: Rule = Rule {
    id: "accuracy/copied-text",
    severity: Severity::Warning,
    clauses: &["relevant-and-sufficient", "factually-correct"],
    summary: "A paragraph of 25 words or more stands in an earlier entry, of this child or of another, too.",
    why: "What was true of one day is seldom true, word for word, of another. A reader cannot tell what was seen anew.",
    bad: r#"{ "kind": "file", "entries": [
        { "eventAt": "2026-03-04", "text": "Ava came home from school at half past three and told me about her day. She had painted a blue whale with her friends and ate pasta for tea." },
        { "eventAt": "2026-03-11", "text": "Ava came home from school at half past three and told me about her day. She had painted a blue whale with her friends and ate pasta for tea." }] }"#,
    good: r#"{ "kind": "file", "entries": [
        { "eventAt": "2026-03-04", "text": "Ava came home from school at half past three and told me about her day. She had painted a blue whale with her friends and ate pasta for tea." },
        { "eventAt": "2026-03-11", "text": "Ava was late home from school because of the snow. She had no lunch, because she had left it on the bus, and ate two bowls of soup with me." }] }"#,
    check: Check::Entry(copied_text),
};

fn copied_text(entry: &Entry, context: &Context, findings: &mut Findings) {
    // The same entry twice is one finding, by a rule of its own.
    let twin = context.among.and_then(|(entries, place)| entries.earlier_twin(context.record, place, entry));
    if context.among.is_none() && context.elsewhere.is_none() || twin.is_some() {
        return;
    }
    for passage in &context.passages {
        let mut end = 0;
        for paragraph in paragraphs(passage.text.source()) {
            // A paragraph of several lines comes before its lines.
            if paragraph.span.start < end {
                continue;
            }
            let Some(whose) = earlier_with_paragraph(paragraph.hash, entry, context) else { continue };
            let span = span(&paragraph.span);
            if is_standing_text(passage, span, context) {
                continue;
            }
            end = paragraph.span.end;
            let message = match whose {
                Whose::Own => {
                    "This paragraph stands in an earlier entry of this file, word for word. Write what was seen and heard this time."
                }
                Whose::Other => {
                    "This paragraph stands in an earlier entry of another child’s file, word for word. Check that it is about this child, and write what was seen and heard this time."
                }
            };
            findings.mark(passage, passage.text.range(span), message, Vec::new(), 1);
        }
    }
}

/// Whose entry had the paragraph first, in this file or in another of the export.
fn earlier_with_paragraph(paragraph: u64, entry: &Entry, context: &Context) -> Option<Whose> {
    if context.elsewhere.is_some_and(|files| files.is_standing_text(paragraph)) {
        return None;
    }
    let here = context.among.and_then(|(entries, place)| entries.earlier_with_paragraph(paragraph, place, entry));
    let elsewhere = || context.elsewhere.and_then(|files| files.earlier_with_paragraph(paragraph, entry));
    // A list of entries has told already what it has.
    let is_listed = matches!(context.among, Some((_, Place::Listed(_))));
    here.map(|_| Whose::Own).or_else(|| elsewhere().filter(|whose| *whose == Whose::Other || !is_listed))
}

/// A place in a text, which is known to be shorter than 4 GiB.
fn span(bytes: &std::ops::Range<usize>) -> Span {
    let offset = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    Span { start: offset(bytes.start), end: offset(bytes.end) }
}

/// Whether too little is left of a paragraph without quotations, headings and the
/// policy's standing text.
fn is_standing_text(passage: &Passage, span: Span, context: &Context) -> bool {
    let text = &passage.text;
    let words = text.words();
    let first = words.partition_point(|word| word.span.start < span.start);
    let end = words.partition_point(|word| word.span.start < span.end);
    let is_heading =
        |word: &Word| text.section_at(word.span.start).is_some_and(|heading| heading.span.contains(word.span.start));
    let own = words.get(first..end).unwrap_or_default().iter().filter(|word| !word.is_quoted() && !is_heading(word));
    let own: Vec<&Word> = own.collect();
    if own.len() < FEWEST_WORDS || context.policy.templates.is_empty() {
        return own.len() < FEWEST_WORDS;
    }
    let own: Vec<String> = own.into_iter().map(|word| text.slice(word.span).to_lowercase()).collect();
    let mut left = own.join(" ");
    for template in &context.policy.templates {
        let template = crate::text::Text::new(template);
        let standing: Vec<String> =
            template.words().iter().map(|word| template.slice(word.span).to_lowercase()).collect();
        let standing = standing.join(" ");
        if !left.is_empty() && standing.contains(&left) {
            return true;
        }
        if !standing.is_empty() {
            left = left.replace(&standing, " ");
        }
    }
    left.split_whitespace().count() < FEWEST_WORDS
}

/// `accuracy/unfinished`
pub static UNFINISHED: Rule = Rule {
    id: "accuracy/unfinished",
    severity: Severity::Error,
    clauses: &["complete-form", "relevant-and-sufficient"],
    summary: "Something is left over from a template, a transcript or a drafting tool.",
    why: "A gap that looks filled is never filled, and what a tool wrote unread may never have happened.",
    bad: "I saw [insert name] at home on Monday.",
    good: "I saw Ava at home on Monday.",
    check: Check::Text(unfinished),
};

fn unfinished(passage: &Passage, context: &Context, findings: &mut Findings) {
    for leftover in leftovers(&passage.text, &|word| context.is_name(word)) {
        let message = match leftover.origin {
            Origin::Template => "This is still to be filled in. Write what belongs here, or take it out.",
            Origin::Tool => {
                "This is left over from a transcript or a drafting tool. Check the whole text against what happened, and take this out."
            }
            Origin::Layout => {
                "These marks are left over from a drafting tool. Check the text against what happened, and take them out."
            }
        };
        findings.mark(passage, passage.text.range(leftover.span), message, Vec::new(), leftover.count);
        if leftover.origin == Origin::Layout {
            findings.at_most(Severity::Warning);
        }
    }
}

/// `accuracy/truncated`
pub static TRUNCATED: Rule = Rule {
    id: "accuracy/truncated",
    severity: Severity::Warning,
    clauses: &["relevant-and-sufficient"],
    summary: "A text ends within a word or sentence, at a length at which systems cut.",
    why: "The end of a record is often what was decided. Nobody misses what they cannot see is gone.",
    bad: r#"{ "text": "I rang Ava’s school at ten and spoke to her class teacher. Ava has been in school every day this week, and on time. She ate her lunch with two friends and told her teacher about the new kitten at home. The teacher will ring me on Friday with her marks for" }"#,
    good: r#"{ "text": "I rang Ava’s school at ten and spoke to her class teacher. Ava has been in school every day this week, and on time. She ate her lunch with two friends and told her teacher about the new kitten at home. The teacher will ring me on Friday with her marks." }"#,
    check: Check::Record(truncated),
};

/// Where systems cut: an old database, a newer one, a cell of a spreadsheet. In UTF-16
/// code units.
const CUTS: [u32; 3] = [255, 4_000, 32_767];

fn truncated(context: &Context, findings: &mut Findings) {
    for passage in &context.passages {
        let text = &passage.text;
        let source = text.source();
        let last = source.chars().next_back();
        let is_open =
            last.is_some_and(|last| last.is_alphanumeric() || last.is_whitespace() || ",;-–—/(&".contains(last));
        let length = text.utf16(u32::try_from(source.len()).unwrap_or(u32::MAX));
        if let Some(word) = text.words().last().filter(|_| is_open && CUTS.contains(&length)) {
            findings.mark(
                passage,
                text.range(word.span),
                "This text ends in the middle of a sentence, at a length at which some systems cut. Look up the rest and add it.",
                Vec::new(),
                1,
            );
        }
    }
}

/// `accuracy/contradiction`
pub static CONTRADICTION: Rule = Rule {
    id: "accuracy/contradiction",
    severity: Severity::Warning,
    clauses: &["factually-correct"],
    summary: "A field and the text say opposite things.",
    why: "Whether a child was seen, and whether a family agreed, is what others act on. Only one of the two can be right.",
    bad: r#"{ "type": "visit", "child": { "seen": true }, "text": "Home visit. Nobody came to the door, and the child was not seen." }"#,
    good: r#"{ "type": "visit", "child": { "seen": false, "reasonNotSeen": "Nobody came to the door." },
        "text": "Home visit. Nobody came to the door, and the child was not seen." }"#,
    check: Check::Record(contradiction),
};

fn contradiction(context: &Context, findings: &mut Findings) {
    for found in contradictions(context) {
        let message = match found.field {
            Field::Seen => "This and the field for whether the child was seen say opposite things: check both.",
            Field::SeenAlone => {
                "This and the field for whether the child was seen alone say opposite things: check both."
            }
            Field::Agreement => "This and the field for agreement to the sharing say opposite things: check both.",
            Field::Closed => "The file is closed, and this speaks of a visit to come: check both.",
        };
        let text = &found.passage.text;
        findings.mark(found.passage, text.range(text.span_of(found.words)), message, Vec::new(), 1);
    }
}
