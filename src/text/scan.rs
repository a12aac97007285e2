//! The one pass over a text.

use std::cell::OnceCell;

use super::offsets::Offsets;
use super::quotations::{Quotations, is_mark};
use super::words::{self, Shape};
use super::{Heading, Line, Sentence, Span, Text, Word, char_at, char_before, offset};

/// Abbreviations after whose dot a sentence goes on, whatever follows.
const GOES_ON: [&str; 25] = [
    "approx", "ca", "capt", "cf", "cllr", "dr", "e.g", "eg", "fr", "hon", "i.e", "ie", "insp", "messrs", "mr", "mrs",
    "ms", "mx", "prof", "rev", "revd", "sgt", "st", "viz", "vs",
];

/// Abbreviations after whose dot a sentence goes on where a small letter or a digit follows.
const MAY_GO_ON: [&str; 48] = [
    "apr", "appt", "art", "aug", "ave", "dec", "dept", "ed", "esp", "est", "etc", "ext", "feb", "fig", "fri", "hr",
    "hrs", "inc", "jan", "jul", "jun", "ltd", "mar", "max", "min", "mins", "mon", "no", "nos", "nov", "oct", "para",
    "paras", "pp", "poss", "rd", "ref", "reg", "resp", "sat", "sec", "sept", "ss", "tel", "temp", "vol", "wk", "yrs",
];

/// What a person's words follow after a colon.
const SPEECH: [&str; 9] = ["added", "asked", "replied", "said", "says", "shouted", "stated", "texted", "wrote"];

/// What the last word of a line is that is a heading without a colon.
const TITLES: [&str; 25] = [
    "action",
    "actions",
    "analysis",
    "assessment",
    "background",
    "concerns",
    "conclusion",
    "decision",
    "decisions",
    "history",
    "hypothesis",
    "judgement",
    "judgment",
    "observations",
    "opinion",
    "outcome",
    "plan",
    "recommendations",
    "risks",
    "steps",
    "strengths",
    "summary",
    "view",
    "views",
    "wishes",
];

/// The most words of a heading on its own line,
const HEADING_WORDS: usize = 6;
/// of one that text follows on the same line,
const LABEL_WORDS: usize = 3;
/// and of one without a colon.
const TITLE_WORDS: usize = 4;

/// A line of fewer bytes was not ended for want of room.
const SHORT_LINE: usize = 50;

const MARKS_OF_END: [char; 4] = ['.', '!', '?', '…'];
const BULLETS: [char; 16] = ['-', '–', '—', '•', '*', '·', '◦', '‣', '▪', '■', '●', '○', '➢', '►', '☐', '✓'];

pub(super) fn scan(source: &str) -> Text<'_> {
    // A word and the space behind it have some five letters.
    let words = Vec::with_capacity(source.len() / 5);
    let mut scan = Scan { source, words, after_blank: true, ..Scan::default() };
    for line in lines(source) {
        scan.line(line);
    }
    scan.end_sentence(scan.last_end, false);
    scan.quotations.end_paragraph(scan.last_end);
    let quotations = scan.quotations.finish();
    mark_quoted(&mut scan.words, &quotations);
    Text {
        source,
        offsets: Offsets::new(source),
        words: scan.words,
        sentences: scan.sentences,
        quotations,
        lines: scan.lines,
        headings: scan.headings,
        terms: OnceCell::new(),
    }
}

#[derive(Default)]
struct Scan<'t> {
    source: &'t str,
    words: Vec<Word>,
    sentences: Vec<Sentence>,
    quotations: Quotations,
    lines: Vec<Line>,
    headings: Vec<Heading>,
    /// Where the sentence that is being read begins, once anything of it was met,
    sentence_start: Option<usize>,
    /// and its first word.
    sentence_words: usize,
    /// Up to here marks belong to the sentence before.
    closed_to: usize,
    /// The end of the last thing met that is no space.
    last_end: usize,
    /// Whether a word that follows now can belong to one term with the word before.
    adjoined: bool,
    /// Whether the line before is blank, or there is none.
    after_blank: bool,
    /// The title that the line before is, if text follows.
    title: Option<Heading>,
}

/// The line that is being read.
#[derive(Clone, Copy)]
struct Current {
    /// Without indentation and list mark.
    start: usize,
    /// Without spaces at its end.
    end: usize,
    first_word: usize,
    /// The end of what stands before the line.
    before: usize,
    letters: u32,
    capitals: u32,
}

impl Current {
    fn is_shouted(&self) -> bool {
        u64::from(self.capitals) * 10 > u64::from(self.letters) * 6
    }
}

impl<'t> Scan<'t> {
    fn line(&mut self, span: std::ops::Range<usize>) {
        let line = self.source.get(span.clone()).unwrap_or_default();
        let content = line.trim();
        if content.is_empty() {
            self.end_sentence(self.last_end, false);
            self.quotations.end_paragraph(self.last_end);
            self.after_blank = true;
            return;
        }
        let start = span.start + (line.len() - line.trim_start().len());
        let end = start + content.len();
        let mark = list_mark(content);
        if mark > 0 {
            self.quotations.end_paragraph(self.last_end);
        }
        if mark > 0 || self.ends_before(content) {
            self.end_sentence(self.last_end, false);
        }
        if self.sentence_start.is_none() {
            self.quotations.end_line(self.last_end);
        }
        if content.starts_with('>') {
            self.quotations.add(Span { start: offset(start), end: offset(end) });
        }
        if let Some(title) = self.title.take() {
            self.headings.push(title);
        }
        let mut current = Current {
            start: start + mark,
            end,
            first_word: self.words.len(),
            before: self.last_end,
            letters: 0,
            capitals: 0,
        };
        self.read(&mut current);
        self.last_end = end;
        self.lines.push(Line { span: Span { start: offset(start), end: offset(end) }, shouted: current.is_shouted() });
        self.end_line(&current, content.starts_with('#'));
        self.after_blank = false;
    }

    /// Whether a sentence that the line before left open ends where a line begins so.
    fn ends_before(&self, content: &str) -> bool {
        let starts_afresh = content
            .trim_start_matches(|c| is_mark(c) || matches!(c, '(' | '[' | '*' | '_'))
            .starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        content.starts_with(['#', '>'])
            || starts_afresh
                && self.lines.last().is_some_and(|line| ((line.span.end - line.span.start) as usize) < SHORT_LINE)
    }

    fn read(&mut self, current: &mut Current) {
        let mut at = current.start;
        while at < current.end
            && let Some(c) = char_at(self.source, at)
        {
            let next = at + c.len_utf8();
            if c.is_whitespace() || c == '\u{200B}' || c == '\u{FEFF}' {
                at = next;
                continue;
            }
            if self.sentence_start.is_none() && at >= self.closed_to {
                self.sentence_start = Some(at);
            }
            at = match c {
                _ if c.is_alphanumeric() => self.word(at, current),
                '-' | '‐' | '‑' | '–' | '/' if self.hangs_on_word(at) => next,
                _ => {
                    self.adjoined = false;
                    match c {
                        ':' => self.colon(at, current),
                        _ if MARKS_OF_END.contains(&c) => self.mark_of_end(at, current),
                        _ => {
                            if is_mark(c) {
                                let before = self.source.get(current.start..at).unwrap_or_default();
                                let after = self.source.get(next..current.end).unwrap_or_default();
                                self.quotations.meet(c, at, before, after);
                            }
                            next
                        }
                    }
                }
            };
            self.last_end = at;
        }
    }

    fn word(&mut self, at: usize, current: &mut Current) -> usize {
        let word = words::read(self.source, at);
        current.letters += word.letters;
        current.capitals += word.capitals;
        let mut shape = word.shape;
        shape.set(Shape::ADJOINED, self.adjoined);
        self.words.push(Word { span: Span { start: offset(at), end: offset(word.end) }, sentence: 0, shape });
        self.adjoined = true;
        word.end
    }

    /// Whether nothing stands between the last word and this byte.
    fn hangs_on_word(&self, at: usize) -> bool {
        self.adjoined && self.words.last().is_some_and(|word| word.span.end as usize == at)
    }

    fn last_word(&self) -> &'t str {
        self.words
            .last()
            .and_then(|word| self.source.get(word.span.start as usize..word.span.end as usize))
            .unwrap_or("")
    }

    /// Meets a mark that can end a sentence; returns where to read on.
    fn mark_of_end(&mut self, at: usize, current: &Current) -> usize {
        let rest = self.source.get(at..current.end).unwrap_or_default();
        let after_marks = rest.trim_start_matches(MARKS_OF_END);
        let marks = rest.get(..rest.len() - after_marks.len()).unwrap_or_default();
        let after_closing = after_marks.trim_start_matches(|c| is_mark(c) || matches!(c, ')' | ']' | '}'));
        let end = at + marks.len();
        let closing = after_marks.len() - after_closing.len();
        if self.sentence_ends(at, marks, closing > 0, after_closing) {
            self.end_sentence(end + closing, marks.contains('?'));
            self.closed_to = end + closing;
        } else if marks == "."
            && let Some(word) = self.words.last_mut()
            && word.span.end as usize == at
            && words::read(self.source, word.span.start as usize).ends_in_initial()
        {
            word.span.end = offset(end);
            self.adjoined = true;
        }
        end
    }

    fn sentence_ends(&self, at: usize, marks: &str, closed: bool, rest: &str) -> bool {
        let Some(following) = rest.chars().next() else { return true };
        let before = char_before(self.source, at);
        let known = if marks == "." && before.is_some_and(char::is_alphanumeric) { self.last_word() } else { "" };
        let lower = known.to_ascii_lowercase();
        if GOES_ON.contains(&lower.as_str()) {
            return false;
        }
        if !following.is_whitespace() {
            // home.She
            return !closed && following.is_uppercase() && before.is_some_and(char::is_lowercase);
        }
        let Some(next) = rest.trim_start().chars().next() else { return true };
        if next.is_lowercase() && (closed || marks.starts_with('…') || marks.starts_with("..")) {
            return false;
        }
        let capital = next.is_uppercase();
        match *known.as_bytes() {
            [letter] if letter.is_ascii_alphabetic() => capital && (letter.is_ascii_lowercase() || letter == b'I'),
            // Of e.g. J.R. Smith and C.I.N. Plan the first is a name.
            [first, b'.', second] if !first.is_ascii_digit() => {
                capital && !(first.is_ascii_uppercase() && second.is_ascii_uppercase())
            }
            _ if self.words.last().is_some_and(Word::is_dotted) && !known.is_empty() => capital,
            _ if MAY_GO_ON.contains(&lower.as_str()) => !next.is_lowercase() && !next.is_numeric(),
            _ => true,
        }
    }

    /// Meets a colon; returns where to read on.
    fn colon(&mut self, at: usize, current: &Current) -> usize {
        let end = at + 1;
        let rest = self.source.get(end..current.end).unwrap_or_default();
        let spoken = rest.trim_start();
        if self.words.len() > current.first_word && self.introduces_speech(at) {
            if spoken.starts_with(|c| !is_mark(c)) {
                self.quotations.add(Span { start: offset(current.end - spoken.len()), end: offset(current.end) });
            }
        } else if rest.starts_with(|c: char| c.is_whitespace() || c == '*') && !spoken.is_empty() {
            let label = self.words.get(current.first_word..).unwrap_or_default();
            if label.len() <= LABEL_WORDS && is_unbroken(label) && label.first().is_some_and(Word::is_capitalised) {
                self.begin_heading(current);
            }
        }
        end
    }

    fn introduces_speech(&self, colon: usize) -> bool {
        let [.., before, last] = self.words.as_slice() else {
            return false;
        };
        let is = |word: &Word, among: &[&str]| {
            let word = self.source.get(word.span.start as usize..word.span.end as usize).unwrap_or_default();
            among.iter().any(|known| word.eq_ignore_ascii_case(known))
        };
        last.span.end as usize == colon && (is(last, &SPEECH) || is(last, &["me", "us"]) && is(before, &["told"]))
    }

    /// Takes the words of the line up to here for a heading that text follows.
    fn begin_heading(&mut self, current: &Current) {
        if let Some(heading) = self.heading(current) {
            self.end_sentence_before(current);
            self.headings.push(heading);
        }
    }

    /// The words of the line up to here as a heading, if it does not have one.
    fn heading(&self, current: &Current) -> Option<Heading> {
        if self.headings.last().is_some_and(|last| last.first_word as usize >= current.first_word) {
            return None;
        }
        let words = self.words.get(current.first_word..)?;
        Some(Heading {
            span: Span { start: words.first()?.span.start, end: words.last()?.span.end },
            first_word: offset(current.first_word),
            end_word: offset(self.words.len()),
        })
    }

    fn end_line(&mut self, current: &Current, marked: bool) {
        let line = self.source.get(current.start..current.end).unwrap_or_default().trim_end_matches(['*', '_', ' ']);
        let words = self.words.get(current.first_word..).unwrap_or_default();
        let Some(first) = words.first() else { return };
        let has_colon = line.ends_with(':');
        let title = !has_colon
            && !line.ends_with(MARKS_OF_END)
            && (words.len() <= HEADING_WORDS
                && (marked || current.is_shouted() && self.after_blank && words.len() > 1)
                || words.len() <= TITLE_WORDS
                    && first.is_capitalised()
                    && is_unbroken(words)
                    && TITLES.contains(&self.last_word().to_ascii_lowercase().as_str()));
        if has_colon && words.len() <= HEADING_WORDS && !self.introduces_speech(current.start + line.len() - 1) {
            self.begin_heading(current);
            self.end_sentence(current.end, false);
        } else if title {
            self.end_sentence_before(current);
            self.title = self.heading(current);
            self.end_sentence(current.end, false);
        }
    }

    /// Ends the sentence that is being read.
    fn end_sentence(&mut self, end: usize, question: bool) {
        self.end_sentence_at(self.words.len(), end, question);
        self.sentence_start = None;
    }

    /// Ends the sentence that the lines before the current one left open.
    fn end_sentence_before(&mut self, current: &Current) {
        if self.sentence_words < current.first_word {
            self.end_sentence_at(current.first_word, current.before, false);
            self.sentence_start = Some(current.start);
        }
    }

    fn end_sentence_at(&mut self, end_word: usize, end: usize, question: bool) {
        let index = offset(self.sentences.len());
        let words = self.words.get_mut(self.sentence_words..end_word).unwrap_or_default();
        if let (Some(first), Some(start)) = (words.first_mut(), self.sentence_start) {
            first.shape.set(Shape::ADJOINED, false);
            for word in words {
                word.sentence = index;
            }
            self.sentences.push(Sentence {
                span: Span { start: offset(start), end: offset(end) },
                first_word: offset(self.sentence_words),
                end_word: offset(end_word),
                question,
            });
            self.sentence_words = end_word;
        }
        self.adjoined = false;
    }
}

/// Whether nothing but spaces and hyphens stands between the words.
fn is_unbroken(words: &[Word]) -> bool {
    words.iter().skip(1).all(Word::is_adjoined)
}

fn mark_quoted(words: &mut [Word], quotations: &[Span]) {
    let mut quotations = quotations.iter().peekable();
    let mut end = 0;
    for word in words {
        while let Some(quotation) = quotations.next_if(|quotation| quotation.start <= word.span.start) {
            end = end.max(quotation.end);
        }
        word.shape.set(Shape::QUOTED, word.span.start < end);
    }
}

/// The lines of a text without their ends: LF, CR, CRLF, vertical tab, form feed, and the
/// line and paragraph separators of Unicode.
fn lines(source: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let mut rest = Some(0);
    std::iter::from_fn(move || {
        let start = rest?;
        let line = source.get(start..)?;
        // The first bytes that line ends have: nearly all others are told from them at once.
        let may_end = |byte: u8| matches!(byte, b'\n'..=b'\r' | 0xC2 | 0xE2);
        let ends = |at: usize| matches!(char_at(line, at), Some('\n'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}'));
        let mut places = line.bytes().enumerate().filter(|(_, byte)| may_end(*byte)).map(|(at, _)| at);
        let length = places.find(|at| ends(*at)).unwrap_or(line.len());
        let end = start + length;
        rest = char_at(source, end).map(|c| {
            let crlf = c == '\r' && char_at(source, end + 1) == Some('\n');
            end + if crlf { 2 } else { c.len_utf8() }
        });
        Some(start..end)
    })
}

/// How many bytes the bullet or number takes with which a line begins, if it is a list item.
fn list_mark(line: &str) -> usize {
    if let Some(rest) = line.strip_prefix(BULLETS) {
        let hangs = line.starts_with(['-', '–', '—', '*', '·']);
        return if hangs && !rest.starts_with(char::is_whitespace) { 0 } else { line.len() - rest.len() };
    }
    let inner = line.strip_prefix('(').unwrap_or(line);
    let number = inner.bytes().take(4).take_while(u8::is_ascii_digit).count();
    let letters = inner.bytes().take(5).take_while(u8::is_ascii_lowercase).count();
    let numeral = inner.get(..letters).is_some_and(|letters| letters.bytes().all(|byte| b"ivx".contains(&byte)));
    let counts = (1..=3).contains(&number) || letters == 1 || (1..=4).contains(&letters) && numeral;
    let Some(rest) = inner.get(number.max(letters)..).filter(|_| counts) else { return 0 };
    let bracketed = inner.len() < line.len();
    match rest.strip_prefix(if bracketed { &[')'][..] } else { &[')', '.'][..] }) {
        Some(after) if after.starts_with(char::is_whitespace) => line.len() - after.len(),
        _ => 0,
    }
}
