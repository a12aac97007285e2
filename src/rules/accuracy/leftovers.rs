//! What a template, a transcript or a drafting tool left behind.
//!
//! The phrases stand in `lexicon/leftovers.tsv`, with where they count: anywhere, at
//! the start of a sentence, at the start of square, curly or pointed brackets or of
//! any, as all that stands in such brackets, before a colon at the start of a line. The
//! marks are found below. Nothing counts within quotation marks.

use std::sync::LazyLock;

use crate::lexicon::dictionary::{self, TableName};
use crate::lexicon::rows;
use crate::text::{Span, Text, Word};

/// Where a leftover comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A form or a template that was not filled in.
    Template,
    /// A transcription or drafting tool.
    Tool,
    /// Marks of layout, which a person may type, too.
    Layout,
}

/// A leftover, where it stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where it comes from.
    pub origin: Origin,
    /// Where it stands.
    pub span: Span,
    /// How often it stands in the text.
    pub count: u32,
}

struct Row {
    place: &'static str,
    origin: Origin,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let origin = |of| if of == "tool" { Origin::Tool } else { Origin::Template };
    rows(TableName::Leftovers.tsv()).map(|[place, of]| Row { place, origin: origin(of) }).collect()
});

/// What was left behind in a text: each kind once.
pub fn leftovers(text: &Text, is_name: &dyn Fn(&str) -> bool) -> Vec<Leftover> {
    let mut found = Found { list: Vec::new(), quoted: Quoted::of(text) };
    phrases(text, is_name, &mut found);
    fillers(text, &mut found);
    question_marks(text, &mut found);
    time_codes(text, &mut found);
    slots(text, &mut found);
    blanks(text, &mut found);
    layout(text, &mut found);
    found.list.into_iter().map(|(_, leftover)| leftover).collect()
}

/// What kind of leftover it is: the row of its phrase, or its mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Phrase(u32),
    Filler,
    QuestionMarks,
    Slot,
    Blank,
    TimeCode,
    Bold,
    Heading,
}

struct Found {
    list: Vec<(Kind, Leftover)>,
    quoted: Quoted,
}

impl Found {
    fn add(&mut self, kind: Kind, origin: Origin, span: Span) {
        if self.quoted.has(span.start) {
            return;
        }
        match self.list.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, leftover)) => leftover.count += 1,
            None => self.list.push((kind, Leftover { origin, span, count: 1 })),
        }
    }
}

/// The quotations, each with the furthest end of any up to it.
struct Quoted(Vec<Span>);

impl Quoted {
    fn of(text: &Text) -> Quoted {
        let mut furthest = 0;
        let spans = text.quotations().iter().map(|quotation| {
            furthest = quotation.end.max(furthest);
            Span { start: quotation.start, end: furthest }
        });
        Quoted(spans.collect())
    }

    fn has(&self, byte: u32) -> bool {
        let next = self.0.partition_point(|span| span.start <= byte);
        next.checked_sub(1).and_then(|last| self.0.get(last)).is_some_and(|span| byte < span.end)
    }
}

fn phrases(text: &Text, is_name: &dyn Fn(&str) -> bool, found: &mut Found) {
    for phrase in dictionary::find(TableName::Leftovers, text) {
        let words = phrase.words.clone();
        let span = text.span_of(words.clone());
        let rows = phrase.rows.iter().filter_map(|row| Some((*row, ROWS.get(*row as usize)?)));
        for (number, row) in rows {
            let brackets = match row.place {
                "any brackets" => Some("[{<("),
                "brackets" | "all brackets" => Some("[{<"),
                _ => None,
            };
            let first = text.words().get(words.start);
            let place = match row.place {
                "anywhere" => (!words.clone().all(|word| is_name(text.word(word)))).then_some(span),
                "start" => {
                    let sentence = first.and_then(|word| text.sentence_of(word));
                    sentence.filter(|sentence| sentence.first_word as usize == words.start).map(|_| span)
                }
                "label" => label(text, span),
                place => brackets.and_then(|brackets| bracket(text, span, brackets, place == "all brackets")),
            };
            if let Some(span) = place {
                found.add(Kind::Phrase(number), row.origin, span);
            }
        }
    }
}

/// The brackets that begin with the words, or hold just these.
fn bracket(text: &Text, words: Span, openings: &str, is_all: bool) -> Option<Span> {
    const LONGEST: usize = 120;
    let source = text.source();
    let before = source.get(..words.start as usize)?.trim_end_matches([' ', '*', '_']);
    let opening = before.chars().next_back().filter(|mark| openings.contains(*mark))?;
    let closing = match opening {
        '[' => ']',
        '{' => '}',
        '<' => '>',
        _ => ')',
    };
    let rest = source.get(words.end as usize..)?;
    let rest = rest.get(..rest.floor_char_boundary(LONGEST)).unwrap_or(rest);
    let end = match rest.find([closing, '\n']) {
        Some(end) if rest.get(end..).is_some_and(|rest| rest.starts_with(closing)) => Some(end),
        _ => None,
    };
    if is_all
        && end
            .and_then(|end| rest.get(..end))
            .is_none_or(|rest| !rest.trim_matches([' ', '*', '_', '.', ':']).is_empty())
    {
        return None;
    }
    let start = before.len() - opening.len_utf8();
    let end = words.end as usize + end.map_or(0, |end| end + closing.len_utf8());
    Some(Span { start: u32::try_from(start).ok()?, end: u32::try_from(end).ok()? })
}

/// The label at the start of a line or of a sentence, with its colon.
fn label(text: &Text, words: Span) -> Option<Span> {
    let line = text.line_at(words.start)?;
    let before = text.slice(Span { start: line.span.start, end: words.start });
    let after = text.slice(Span { start: words.end, end: line.span.end });
    let starts = before.chars().all(|mark| " [(*#>-".contains(mark)) || before.trim_end().ends_with(['.', '!', '?']);
    // "Speaker 1 (00:02):"
    let is_label = after.trim_start_matches([']', ')', '*', ' ']).starts_with([':', '(']);
    (starts && is_label).then_some(words)
}

/// XXXX, xx/xx/2026
fn fillers(text: &Text, found: &mut Found) {
    let mut end = 0;
    for at in 0..text.words().len() {
        if at < end || !is_filler(at, text) {
            continue;
        }
        end = at + 1;
        while is_filler(end, text) && gap(end, text) == "/" {
            end += 1;
        }
        let in_date = end > at + 1 || gap(end, text) == "/" && has_digit(end, text);
        if in_date || stands_for_something(at, text) {
            found.add(Kind::Filler, Origin::Template, text.span_of(at..end));
        }
    }
}

/// Two or more X, all large or all small.
fn is_filler(at: usize, text: &Text) -> bool {
    let word = text.word(at);
    word.len() > 1 && (word.bytes().all(|byte| byte == b'X') || word.bytes().all(|byte| byte == b'x'))
}

/// Whether the X's are no kisses and no number that is kept back.
fn stands_for_something(at: usize, text: &Text) -> bool {
    const LOVING: [&str; 7] = ["love", "kiss", "kisses", "hugs", "miss", "night", "birthday"];
    const NEAR: usize = 12;
    const SLOTS: [&str; 15] = [
        "number",
        "no",
        "ref",
        "reference",
        "id",
        "name",
        "date",
        "dated",
        "aged",
        "named",
        "apologies",
        "address",
        "mobile",
        "postcode",
        "tel",
    ];
    let Some(word) = text.words().get(at) else { return false };
    let is_small = word.has_small_letter();
    let letters = word.span.end - word.span.start;
    let is_last = text.words().get(at + 1).is_none_or(|next| text.between(word, next).contains(['\n', '\r']));
    let is_masked = has_digit(at + 1, text) || at.checked_sub(1).is_some_and(|before| has_digit(before, text));
    let is_loving = (at.saturating_sub(NEAR)..at).any(|near| text.is_one_of(near, &LOVING));
    let before = at.checked_sub(1).map_or("", |before| text.word(before));
    let is_slot = SLOTS.iter().any(|known| known.eq_ignore_ascii_case(before));
    let is_kiss = !is_slot && (is_loving || is_small && is_last);
    let fewest = if is_small { 4 } else { 3 };
    letters >= fewest && !is_kiss && !is_masked
}

fn has_digit(at: usize, text: &Text) -> bool {
    text.words().get(at).is_some_and(Word::has_digit)
}

/// The marks between the word before and this one.
fn gap<'t>(at: usize, text: &Text<'t>) -> &'t str {
    let words = at.checked_sub(1).and_then(|before| text.words().get(before)).zip(text.words().get(at));
    words.map_or("", |(before, word)| text.between(before, word))
}

/// "Dad's name: ???" and not "Why???"
fn question_marks(text: &Text, found: &mut Found) {
    let source = text.source();
    let mut at = 0;
    while let Some(start) = source.get(at..).and_then(|rest| rest.find("???")).map(|next| at + next) {
        let rest = source.get(start..).unwrap_or_default();
        let end = start + (rest.len() - rest.trim_start_matches('?').len());
        let before = source.get(..start).and_then(|before| before.chars().next_back());
        let is_free = before.is_none_or(|mark| mark.is_whitespace() || "([{:-–—/".contains(mark));
        if let (true, Ok(start), Ok(end)) = (is_free, u32::try_from(start), u32::try_from(end)) {
            found.add(Kind::QuestionMarks, Origin::Template, Span { start, end });
        }
        at = end;
    }
}

/// "[name of school]", "[Manager's name]", "<time>": what a template asks for, and not
/// "[name removed]".
fn slots(text: &Text, found: &mut Found) {
    const ASKED: [&str; 14] = [
        "name",
        "names",
        "date",
        "dates",
        "time",
        "address",
        "number",
        "role",
        "relationship",
        "dob",
        "surname",
        "signature",
        "initials",
        "reason",
    ];
    const KEPT: [&str; 14] = [
        "removed",
        "redacted",
        "withheld",
        "anonymised",
        "changed",
        "given",
        "known",
        "unknown",
        "unclear",
        "illegible",
        "not",
        "deleted",
        "blanked",
        "is",
    ];
    const LONGEST: usize = 5;
    if !text.source().contains(['[', '{', '<']) {
        return;
    }
    let is = |at: usize, known: &[&str]| text.is_one_of(at, known);
    for (at, word) in text.words().iter().enumerate() {
        let opens = at.checked_sub(1).and_then(|before| text.words().get(before));
        let before = opens
            .map_or_else(|| text.slice(Span { start: 0, end: word.span.start }), |opens| text.between(opens, word));
        let Some(opening) = before.chars().next_back().filter(|mark| matches!(mark, '[' | '{' | '<')) else {
            continue;
        };
        let closing = match opening {
            '[' => ']',
            '{' => '}',
            _ => '>',
        };
        let Some(end) = (at..at + LONGEST).find(|at| gap_behind(*at, text).starts_with(closing)) else { continue };
        let mut inside = at..=end;
        let is_asked = is(at, &ASKED) || is(end, &ASKED);
        let is_plain = (at..end).all(|at| gap_behind(at, text).trim_matches([' ', '/']).is_empty());
        let is_kept = inside.any(|at| is(at, &KEPT) || has_digit(at, text));
        let start = word.span.start.saturating_sub(1);
        let end = text.words().get(end).map_or(start, |last| last.span.end + 1);
        let span = Span { start, end };
        let is_same = |known: Span| text.slice(known).eq_ignore_ascii_case(text.slice(span));
        let is_known = found.list.iter().any(|(kind, known)| *kind != Kind::Slot && is_same(known.span));
        if is_asked && is_plain && !is_kept && !is_known {
            found.add(Kind::Slot, Origin::Template, span);
        }
    }
}

/// The marks behind a word.
fn gap_behind<'t>(at: usize, text: &Text<'t>) -> &'t str {
    let Some(word) = text.words().get(at) else { return "" };
    let end = text.words().get(at + 1).map_or(text.source().len(), |next| next.span.start as usize);
    text.source().get(word.span.end as usize..end).unwrap_or_default()
}

/// "Signed: ________", "Child seen: Yes / No": a line of a form that nobody filled in.
fn blanks(text: &Text, found: &mut Found) {
    const CHOICES: [&str; 6] = ["yes/no", "y/n", "yes/no/na", "yes/no/n/a", "yes/no/unknown", "yes/no/notknown"];
    const FEWEST: usize = 4;
    for line in text.lines() {
        let content = text.slice(line.span);
        let Some((label, answer)) = content.split_once([':', '?']) else { continue };
        let answer = answer.trim();
        let is_rule = answer.len() >= FEWEST && answer.bytes().all(|mark| mark == b'_');
        let letters: String = answer.chars().filter(|letter| !letter.is_whitespace()).collect();
        let is_choice = || CHOICES.iter().any(|known| letters.eq_ignore_ascii_case(known));
        if label.contains(char::is_alphabetic) && !answer.is_empty() && (is_rule || is_choice()) {
            let start = line.span.start + offset(content.trim_end().len() - answer.len());
            found.add(Kind::Blank, Origin::Template, Span { start, end: start + offset(answer.len()) });
        }
    }
}

/// A place within a text, which is known to be shorter than 4 GiB.
fn offset(bytes: usize) -> u32 {
    u32::try_from(bytes).unwrap_or(u32::MAX)
}

/// A time code at the start of a line: 00:12:31, [01:02:03].
fn time_codes(text: &Text, found: &mut Found) {
    for line in text.lines() {
        let content = text.slice(line.span);
        let code = content.trim_start_matches(['[', '(']);
        let is_bracketed = code.len() < content.len();
        let length = code.find(|letter: char| !letter.is_ascii_digit() && letter != ':').unwrap_or(code.len());
        let parts: Vec<&str> = code.get(..length).unwrap_or_default().splitn(4, ':').collect();
        let [hours, minutes, seconds] = parts.as_slice() else { continue };
        // At nine in the evening it may be the clock.
        let is_code = minutes.len() == 2 && seconds.len() == 2 && (1..=2).contains(&hours.len());
        if is_code
            && (is_bracketed || hours.trim_start_matches('0').is_empty())
            && let (Ok(before), Ok(length)) = (u32::try_from(content.len() - code.len()), u32::try_from(length))
        {
            let start = line.span.start + before;
            found.add(Kind::TimeCode, Origin::Tool, Span { start, end: start + length });
        }
    }
}

/// Markdown: a heading after ## or a label between ** at the start of a line. One word
/// in asterisks is somebody's emphasis.
fn layout(text: &Text, found: &mut Found) {
    for line in text.lines() {
        let content = text.slice(line.span);
        let marks = content.len() - content.trim_start_matches('#').len();
        if marks > 1
            && content.get(marks..).is_some_and(|title| title.starts_with(' ') && title.contains(char::is_alphabetic))
        {
            found.add(Kind::Heading, Origin::Layout, Span { start: line.span.start, ..line.span });
        }
        let item = content.strip_prefix("* ").unwrap_or(content);
        let item = item.trim_start_matches(|mark: char| mark.is_ascii_digit() || "-•.) ".contains(mark));
        if let Some(label) = bold_label(item)
            && let (Ok(before), Ok(length)) = (u32::try_from(content.len() - item.len()), u32::try_from(label))
        {
            let start = line.span.start + before;
            found.add(Kind::Bold, Origin::Layout, Span { start, end: start + length });
        }
    }
}

/// The length of "**Summary:**" or "**Summary**:" at the start of a line, or of a whole
/// line in such marks.
fn bold_label(line: &str) -> Option<usize> {
    let inner = line.strip_prefix("**").filter(|inner| !inner.starts_with(['*', ' ']))?;
    let end = inner.find("**")?;
    let (label, rest) = (inner.get(..end)?, inner.get(end + 2..)?);
    let is_label = label.ends_with(':') || rest.starts_with(':') || rest.trim().is_empty();
    // "**URGENT**"
    (is_label && label.contains(char::is_lowercase) && !rest.starts_with('*')).then_some(end + 4)
}
