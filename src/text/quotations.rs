//! Which marks open a quotation and which close it.
//!
//! The marks are read in order, each by the characters beside it:
//!
//! - an opening curly mark or guillemet opens, a closing one closes; a straight mark opens after a
//!   space, a bracket or a dash, and otherwise closes;
//! - where the fitting mark is not open, a closing mark ends a quotation that the other form (straight,
//!   curly) opened; where none is open it does nothing, nor does an opening mark where its form is open;
//! - what is still open where an outer quotation ends, ends there; what is open where the paragraph
//!   ends was to end with the first of its lines that ends a sentence;
//! - a single mark between an s or n and a further word may be an apostrophe (the girls' room, runnin'
//!   about): it ends the quotation only if no other mark does before the paragraph ends or another
//!   quotation begins;
//! - a single mark before what is often shortened ('90s, 'til) opens only if another one closes;
//! - `5'2"` is a height.

use super::words::is_apostrophe;
use super::{Span, char_before, offset};

/// The quotations of a text, as they are met.
#[derive(Debug, Default)]
pub(super) struct Quotations {
    /// In the order in which they open. Empty where it turned out that none was opened.
    found: Vec<Span>,
    /// Those not closed yet, outer before inner. There is one of a kind at most.
    open: Vec<Open>,
}

#[derive(Debug)]
struct Open {
    kind: Kind,
    /// Its place in `found`.
    index: usize,
    /// Where it ends if no better mark follows,
    doubtful_end: Option<u32>,
    /// and if none follows at all.
    line_end: Option<u32>,
    /// Whether the mark may be an apostrophe.
    doubtful: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    StraightDouble,
    CurlyDouble,
    StraightSingle,
    CurlySingle,
    Guillemet,
    SingleGuillemet,
}

impl Kind {
    /// The kind of a mark, if it is one.
    fn of(mark: char) -> Option<Kind> {
        Some(match mark {
            '"' => Kind::StraightDouble,
            '“' | '”' | '„' | '‟' => Kind::CurlyDouble,
            '\'' => Kind::StraightSingle,
            '‘' | '’' | '‚' | '‛' => Kind::CurlySingle,
            '«' | '»' => Kind::Guillemet,
            '‹' | '›' => Kind::SingleGuillemet,
            _ => return None,
        })
    }

    fn other_form(self) -> Option<Kind> {
        match self {
            Kind::StraightDouble => Some(Kind::CurlyDouble),
            Kind::CurlyDouble => Some(Kind::StraightDouble),
            Kind::StraightSingle => Some(Kind::CurlySingle),
            Kind::CurlySingle => Some(Kind::StraightSingle),
            Kind::Guillemet | Kind::SingleGuillemet => None,
        }
    }

    fn is_single(self) -> bool {
        matches!(self, Kind::StraightSingle | Kind::CurlySingle)
    }
}

/// Whether the character can stand at either end of a quotation.
pub(super) fn is_mark(c: char) -> bool {
    Kind::of(c).is_some()
}

impl Quotations {
    /// Meets a mark between what stands before it on its line and what stands after.
    /// Marks within words, which are apostrophes, are not to be passed.
    pub(super) fn meet(&mut self, mark: char, at: usize, line_before: &str, line_after: &str) {
        let Some(kind) = Kind::of(mark) else { return };
        let end = offset(at + mark.len_utf8());
        let (before, after) = (line_before.chars().next_back(), line_after.chars().next());
        if kind.is_single() && before.is_some_and(char::is_numeric) && after.is_some_and(char::is_numeric)
            || kind == Kind::StraightDouble && ends_in_feet_and_inches(line_before)
        {
            return;
        }
        if self.opens(mark, kind, before, line_after) {
            self.open(kind, Span { start: offset(at), end }, line_after);
        } else if before.is_some_and(|c| !c.is_whitespace()) || kind == Kind::StraightDouble {
            let doubtful =
                kind.is_single() && line_before.ends_with(['s', 'S', 'n']) && begins_with_further_word(line_after);
            self.close(kind, offset(at), end, doubtful);
        }
    }

    fn opens(&self, mark: char, kind: Kind, before: Option<char>, line_after: &str) -> bool {
        if mark != '"' && mark != '\'' {
            return matches!(mark, '“' | '„' | '‟' | '‘' | '‚' | '‛' | '«' | '‹');
        }
        let Some(after) = line_after.chars().next() else { return false };
        let free = before.is_none_or(|c| {
            c.is_whitespace() || is_mark(c) || matches!(c, '(' | '[' | '{' | '-' | '–' | '—' | '/' | '*' | '_')
        });
        let word_follows = after.is_alphanumeric() || matches!(after, '(' | '[' | '£' | '$' | '…');
        if free && !after.is_whitespace() {
            return word_follows || !before.is_some_and(is_mark);
        }
        // said,"Hello" and " Hello "
        mark == '"'
            && self.position(kind).is_none()
            && if free {
                !line_after.trim_start().is_empty()
            } else {
                word_follows && !before.is_some_and(char::is_alphanumeric)
            }
    }

    /// Takes a stretch for a quotation that is marked in another way.
    pub(super) fn add(&mut self, span: Span) {
        self.found.push(span);
    }

    /// Meets the end of a line that ends a sentence.
    pub(super) fn end_line(&mut self, end: usize) {
        for open in &mut self.open {
            open.line_end.get_or_insert(offset(end));
        }
    }

    /// Ends what is still open.
    pub(super) fn end_paragraph(&mut self, end: usize) {
        for open in &mut self.open {
            open.doubtful_end = open.doubtful_end.or(open.line_end);
        }
        self.end_from(0, offset(end));
    }

    /// The quotations by where they begin.
    pub(super) fn finish(mut self) -> Vec<Span> {
        self.found.retain(|span| span.start < span.end);
        self.found
    }

    fn position(&self, kind: Kind) -> Option<usize> {
        self.open.iter().position(|open| open.kind == kind)
    }

    fn open(&mut self, kind: Kind, mark: Span, line_after: &str) {
        if let Some(position) = self.position(kind) {
            let earlier = self.open.get(position);
            if !earlier.is_some_and(|open| open.doubtful || open.doubtful_end.is_some()) {
                return;
            }
            self.end_from(position, mark.start);
        }
        let doubtful = kind.is_single() && begins_shortened(line_after);
        self.open.push(Open { kind, index: self.found.len(), doubtful_end: None, line_end: None, doubtful });
        self.found.push(mark);
    }

    fn close(&mut self, kind: Kind, at: u32, end: u32, doubtful: bool) {
        let fitting = self.position(kind).or_else(|| kind.other_form().and_then(|other| self.position(other)));
        let Some(position) = fitting else { return };
        // A single mark within an inner quotation is an apostrophe.
        if kind.is_single() && position + 1 < self.open.len() {
            return;
        }
        self.end_from(position + 1, at);
        if doubtful {
            if let Some(open) = self.open.get_mut(position) {
                open.doubtful_end = Some(end);
            }
        } else if let Some(open) = self.open.pop() {
            self.set_end(open.index, end);
        }
    }

    /// Ends the open quotations from this one inwards, for want of a closing mark.
    fn end_from(&mut self, position: usize, end: u32) {
        while self.open.len() > position
            && let Some(open) = self.open.pop()
        {
            let start = self.found.get(open.index).map_or(end, |span| span.start);
            self.set_end(open.index, if open.doubtful { start } else { open.doubtful_end.unwrap_or(end) });
        }
    }

    fn set_end(&mut self, index: usize, end: u32) {
        if let Some(span) = self.found.get_mut(index) {
            span.end = end;
        }
    }
}

/// Whether the line ends in a height without its inch mark: `5'2`.
fn ends_in_feet_and_inches(line: &str) -> bool {
    let feet = line.trim_end_matches(|c: char| c.is_ascii_digit());
    let before_mark = feet.trim_end_matches(is_apostrophe);
    feet.len() < line.len()
        && before_mark.len() < feet.len()
        && char_before(before_mark, before_mark.len()).is_some_and(char::is_numeric)
}

/// Whether a space and a word follow.
fn begins_with_further_word(line: &str) -> bool {
    let rest = line.trim_start();
    rest.len() < line.len() && rest.starts_with(char::is_alphanumeric)
}

/// Whether what follows is often written with an apostrophe for what is left out.
fn begins_shortened(line: &str) -> bool {
    let end = line.find(|c: char| !c.is_alphanumeric()).unwrap_or(line.len());
    let word = line.get(..end).unwrap_or_default();
    let decade = word.strip_suffix('s').unwrap_or(word);
    decade.len() == 2 && decade.bytes().all(|byte| byte.is_ascii_digit())
        || ["til", "till", "cause", "cos", "coz", "em", "tis", "twas", "n", "bout", "ave", "ad", "im", "er", "ere"]
            .iter()
            .any(|shortened| word.eq_ignore_ascii_case(shortened))
}
