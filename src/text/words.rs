//! What a word is.

use super::{Span, char_at, offset};

/// A word: letters and digits, with the marks that hold together what is read as one:
/// `don't`, `O’Neill`, `C.I.N.`, `s.47`, `b/c`, `A&E`, `LGBTQ+`, `3,500`, `15:30`, `04/03/2026`.
/// The parts of a hyphenated word are words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// The index of its sentence, in [`Text::sentences`](super::Text::sentences).
    pub sentence: u32,
    pub(super) shape: Shape,
}

impl Word {
    /// Whether it has capitals and no small letter: `CIN`, `I`, `KS2`.
    #[must_use]
    pub fn is_capitals(&self) -> bool {
        self.shape.has(Shape::CAPITAL) && !self.shape.has(Shape::SMALL)
    }

    /// Whether its first letter is a capital.
    #[must_use]
    pub fn is_capitalised(&self) -> bool {
        self.shape.has(Shape::INITIAL)
    }

    /// Whether it has a capital after its first letter: `CIN`, `CINs`, `DfE`, `O'Neill`.
    #[must_use]
    pub fn has_inner_capital(&self) -> bool {
        self.shape.has(Shape::INNER)
    }

    /// Whether it has a small letter.
    #[must_use]
    pub fn has_small_letter(&self) -> bool {
        self.shape.has(Shape::SMALL)
    }

    /// Whether it has a digit.
    #[must_use]
    pub fn has_digit(&self) -> bool {
        self.shape.has(Shape::DIGIT)
    }

    /// Whether it is abbreviated with dots: `C.I.N.`, `e.g.`, `s.47`.
    #[must_use]
    pub fn is_dotted(&self) -> bool {
        self.shape.has(Shape::DOTTED)
    }

    /// Whether it lies in a quotation.
    #[must_use]
    pub fn is_quoted(&self) -> bool {
        self.shape.has(Shape::QUOTED)
    }

    /// Whether it follows the word before with nothing but spaces, or a hyphen or slash
    /// that hangs on that word, between them: so the two can belong to one term.
    #[must_use]
    pub fn is_adjoined(&self) -> bool {
        self.shape.has(Shape::ADJOINED)
    }
}

/// What the letters of a word look like and how it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Shape(u8);

impl Shape {
    pub(super) const CAPITAL: Shape = Shape(1);
    pub(super) const SMALL: Shape = Shape(1 << 1);
    pub(super) const DIGIT: Shape = Shape(1 << 2);
    pub(super) const INITIAL: Shape = Shape(1 << 3);
    pub(super) const INNER: Shape = Shape(1 << 4);
    pub(super) const DOTTED: Shape = Shape(1 << 5);
    pub(super) const QUOTED: Shape = Shape(1 << 6);
    pub(super) const ADJOINED: Shape = Shape(1 << 7);

    pub(super) fn has(self, mark: Shape) -> bool {
        self.0 & mark.0 != 0
    }

    pub(super) fn set(&mut self, mark: Shape, on: bool) {
        self.0 = if on { self.0 | mark.0 } else { self.0 & !mark.0 };
    }
}

/// A word as the pass meets it.
#[derive(Debug, Default)]
pub(super) struct Reading {
    /// The byte after its last.
    pub(super) end: usize,
    pub(super) shape: Shape,
    /// How many letters it has,
    pub(super) letters: u32,
    /// and how many of them are capitals.
    pub(super) capitals: u32,
    /// Letters since the last that is none.
    run: u32,
    /// The last letter or digit.
    last: char,
}

/// Reads the word that begins with the letter or digit at `start`.
pub(super) fn read(source: &str, start: usize) -> Reading {
    let mut word = Reading { end: start, ..Reading::default() };
    loop {
        word.take_small(source.as_bytes());
        // Nearly all words end so.
        if source.as_bytes().get(word.end) == Some(&b' ') {
            break;
        }
        let Some(c) = char_at(source, word.end) else { break };
        let after = word.end + c.len_utf8();
        if c.is_alphanumeric() {
            word.take(c);
        } else if word.holds(c, source, after) {
            word.shape.set(Shape::DOTTED, word.shape.has(Shape::DOTTED) || (c == '.' && word.run > 0));
            word.run = 0;
        } else if !combines(c) {
            break;
        }
        word.end = after;
    }
    word
}

/// All words of a line, as [`read`] reads them.
pub(super) fn words_of(line: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + line.get(at..)?.find(char::is_alphanumeric)?;
        at = read(line, start).end;
        Some(Span { start: offset(start), end: offset(at) })
    })
}

impl Reading {
    /// Takes the small letters of English that come next, which nearly all are.
    fn take_small(&mut self, source: &[u8]) {
        let rest = source.get(self.end..).unwrap_or_default();
        let count = rest.iter().take_while(|letter| letter.is_ascii_lowercase()).count();
        let Some(last) = count.checked_sub(1).and_then(|last| rest.get(last)) else { return };
        self.letters += offset(count);
        self.run += offset(count);
        self.shape.set(Shape::SMALL, true);
        self.last = char::from(*last);
        self.end += count;
    }

    fn take(&mut self, c: char) {
        if c.is_numeric() {
            self.shape.set(Shape::DIGIT, true);
            self.run = 0;
        } else {
            let first = self.letters == 0;
            self.letters += 1;
            self.run += 1;
            if c.is_uppercase() {
                self.capitals += 1;
                self.shape.set(Shape::CAPITAL, true);
                self.shape.set(if first { Shape::INITIAL } else { Shape::INNER }, true);
            } else if c.is_lowercase() {
                self.shape.set(Shape::SMALL, true);
            }
        }
        self.last = c;
    }

    /// Whether a mark after what was read holds it together with what follows at `after`.
    fn holds(&self, mark: char, source: &str, after: usize) -> bool {
        let Some(next) = char_at(source, after) else {
            return mark == '+' && self.last.is_uppercase();
        };
        let one_letter_follows =
            || !matches!(char_at(source, after + next.len_utf8()), Some(c) if c.is_alphanumeric() && c != 's');
        let (digits, letters) = (self.last.is_numeric() && next.is_numeric(), self.run > 0 && next.is_alphabetic());
        match mark {
            _ if is_apostrophe(mark) => next.is_alphabetic(),
            '.' if next.is_numeric() => digits || (1..=3).contains(&self.run),
            '.' => letters && self.run == 1 && one_letter_follows(),
            ',' | ':' => digits && self.letters == 0,
            '/' => (digits && self.letters == 0) || (letters && self.letters == 1),
            '&' => letters && self.run <= 2,
            '+' => self.last.is_uppercase() && !next.is_alphanumeric(),
            '\u{200B}' | '\u{2060}' | '\u{FEFF}' => next.is_alphanumeric(),
            _ => false,
        }
    }

    /// Whether the word is a dotted abbreviation to which a dot at its end would belong.
    pub(super) fn ends_in_initial(&self) -> bool {
        self.shape.has(Shape::DOTTED) && self.run == 1
    }
}

/// Apostrophes, and what is typed in their place.
pub(super) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// Marks that belong to the letter before: accents, joiners, variation selectors, soft hyphens.
fn combines(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{200C}' | '\u{200D}' | '\u{FE00}'..='\u{FE0F}' | '\u{AD}')
}
