//! Texts that a system keeps as HTML: what a reader sees of them, and where in the
//! exported value that stands.

use crate::finding::{Finding, Range};
use crate::record::{Part, Shape, Value, parts_of};

/// A text without its tags, at its path.
#[derive(Debug)]
pub(super) struct Unmarked {
    /// JSON Pointer.
    path: String,
    runs: Vec<Run>,
}

/// Units that follow each other in the text as in the value, or some of the one that
/// stand for some of the other. In UTF-16 code units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    text: u32,
    value: u32,
    /// How many units of the value a single one of the text stands for; nothing, where
    /// each stands for itself.
    width: Option<u32>,
}

/// Takes the markup out of all free texts of a record.
pub(super) fn unmark(record: &mut Value) -> Vec<Unmarked> {
    let mut list = Vec::new();
    let parts = parts_of(record);
    unmark_parts(record, parts, "", &mut list);
    list
}

fn unmark_parts(value: &mut Value, parts: &'static [Part], path: &str, list: &mut Vec<Unmarked>) {
    let Value::Map(properties) = value else { return };
    for (name, value) in properties {
        let Some(part) = parts.iter().find(|part| part.name == name) else { continue };
        match (part.shape, &mut *value) {
            (Shape::Prose, Value::Text(text)) => {
                let Some((plain, runs)) = plain(text) else { continue };
                *value = if plain.trim().is_empty() { Value::Null } else { Value::Text(plain) };
                list.push(Unmarked { path: format!("{path}/{name}"), runs });
            }
            (Shape::Group(parts), value) => unmark_parts(value, parts, &format!("{path}/{name}"), list),
            (Shape::List(parts), Value::List(items)) => {
                for (index, item) in items.iter_mut().enumerate() {
                    unmark_parts(item, parts, &format!("{path}/{name}/{index}"), list);
                }
            }
            _ => {}
        }
    }
}

/// Makes the ranges of findings those of the exported values.
pub(super) fn mark_again(findings: &mut [Finding], list: &[Unmarked]) {
    for finding in findings {
        let unmarked = list.iter().find(|unmarked| unmarked.path == finding.path);
        if let (Some(Unmarked { runs, .. }), Some(range)) = (unmarked, &mut finding.range) {
            *range = in_value(*range, runs);
        }
    }
}

fn in_value(Range { start, end }: Range, runs: &[Run]) -> Range {
    let run_at = |unit: u32| {
        let next = runs.partition_point(|run| run.text <= unit);
        runs.get(next.saturating_sub(1)).copied().unwrap_or(Run { text: 0, value: 0, width: None })
    };
    let start_of = |unit: u32| {
        let run = run_at(unit);
        run.value + if run.width.is_some() { 0 } else { unit.saturating_sub(run.text) }
    };
    let begins = start_of(start);
    let Some(last) = end.checked_sub(1).filter(|last| *last >= start) else {
        return Range { start: begins, end: begins };
    };
    Range { start: begins, end: start_of(last) + run_at(last).width.unwrap_or(1) }
}

/// Tags that systems write, and whether the words on their two sides belong to different lines.
const TAGS: [(&str, bool); 42] = [
    ("a", false),
    ("b", false),
    ("big", false),
    ("blockquote", true),
    ("body", true),
    ("br", true),
    ("center", true),
    ("col", false),
    ("div", true),
    ("em", false),
    ("font", false),
    ("h1", true),
    ("h2", true),
    ("h3", true),
    ("h4", true),
    ("h5", true),
    ("h6", true),
    ("head", true),
    ("hr", true),
    ("html", true),
    ("i", false),
    ("img", false),
    ("li", true),
    ("meta", false),
    ("o:p", false),
    ("ol", true),
    ("p", true),
    ("pre", true),
    ("s", false),
    ("script", true),
    ("small", false),
    ("span", false),
    ("strike", false),
    ("strong", false),
    ("style", true),
    ("sub", false),
    ("sup", false),
    ("table", true),
    ("tbody", true),
    ("td", true),
    ("tr", true),
    ("u", false),
];

/// Elements whose content nobody sees.
const UNSEEN: [&str; 3] = ["head", "script", "style"];

/// What systems write for letters, without the ampersand and the semicolon.
const LETTERS: [(&str, char); 28] = [
    ("amp", '&'),
    ("apos", '\''),
    ("bull", '•'),
    ("copy", '©'),
    ("deg", '°'),
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("euro", '€'),
    ("frac12", '½'),
    ("gt", '>'),
    ("hellip", '…'),
    ("laquo", '«'),
    ("ldquo", '“'),
    ("lsquo", '‘'),
    ("lt", '<'),
    ("mdash", '—'),
    ("middot", '·'),
    ("nbsp", ' '),
    ("ndash", '–'),
    ("ouml", 'ö'),
    ("pound", '£'),
    ("quot", '"'),
    ("raquo", '»'),
    ("rdquo", '”'),
    ("rsquo", '’'),
    ("uuml", 'ü'),
];

/// What a reader sees of a text that holds tags or letters by name; nothing, where it
/// holds neither.
fn plain(value: &str) -> Option<(String, Vec<Run>)> {
    memchr::memchr2(b'<', b'&', value.as_bytes())?;
    let mut page = Page { text: String::with_capacity(value.len()), units: 0, at: 0, runs: Vec::new() };
    let has_tags = has_tag(value);
    let mut is_marked = has_tags;
    let mut rest = value;
    while let Some(first) = rest.chars().next() {
        let piece = match first {
            '<' if has_tags => tag(rest),
            '&' => letter(rest),
            // Between tags a line end is a space, and several are one.
            '\n' | '\r' | '\t' | ' ' if has_tags => {
                let length = rest.len() - rest.trim_start_matches([' ', '\n', '\r', '\t']).len();
                Some((length, Piece::Space))
            }
            _ => None,
        };
        let length = if let Some((length, piece)) = piece {
            is_marked |= matches!(piece, Piece::Letter(_));
            page.add(rest.get(..length).unwrap_or_default(), piece);
            length
        } else {
            page.copy(first);
            first.len_utf8()
        };
        rest = rest.get(length..).unwrap_or_default();
    }
    page.end();
    is_marked.then_some((page.text, page.runs))
}

/// What a stretch of a value is to its reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece {
    Nothing,
    Space,
    LineEnd,
    Letter(char),
}

/// The text as it grows.
struct Page {
    text: String,
    /// How many units it has.
    units: u32,
    /// How many units of the value are read.
    at: u32,
    runs: Vec<Run>,
}

impl Page {
    fn copy(&mut self, letter: char) {
        let goes_on =
            self.runs.last().is_some_and(|run| run.width.is_none() && self.units - run.text == self.at - run.value);
        if !goes_on {
            self.runs.push(Run { text: self.units, value: self.at, width: None });
        }
        self.text.push(letter);
        let units = units(letter);
        self.units += units;
        self.at += units;
    }

    fn add(&mut self, source: &str, piece: Piece) {
        let width = source.chars().map(units).sum();
        let ends_line = self.text.is_empty() || self.text.ends_with('\n');
        let letter = match piece {
            Piece::Letter(letter) => Some(letter),
            Piece::Space if !ends_line && !self.text.ends_with(' ') => Some(' '),
            Piece::LineEnd if !ends_line => Some('\n'),
            _ => None,
        };
        if let Some(letter) = letter {
            self.runs.push(Run { text: self.units, value: self.at, width: Some(width) });
            self.text.push(letter);
            self.units += units(letter);
        }
        self.at += width;
    }

    /// Takes the line ends of closing tags from the end.
    fn end(&mut self) {
        while self.text.ends_with('\n') && self.runs.last().is_some_and(|run| run.width.is_some()) {
            self.text.pop();
            self.runs.pop();
        }
    }
}

fn units(letter: char) -> u32 {
    if letter.len_utf16() == 1 { 1 } else { 2 }
}

fn has_tag(value: &str) -> bool {
    value.match_indices('<').any(|(place, _)| value.get(place..).is_some_and(|rest| tag(rest).is_some()))
}

/// The tag or comment with which the text begins, and how long it is.
fn tag(text: &str) -> Option<(usize, Piece)> {
    if text.starts_with("<!--") {
        return Some((text.find("-->").map_or(text.len(), |end| end + 3), Piece::Nothing));
    }
    let inside = text.strip_prefix('<')?;
    let (closing, inside) = inside.strip_prefix('/').map_or((false, inside), |inside| (true, inside));
    let name = inside.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == ':')).next()?;
    let (name, breaks) = TAGS.iter().find(|(known, _)| known.eq_ignore_ascii_case(name))?;
    // A cell that was cut off may end within a tag.
    let mut length = text.find('>').map_or(text.len(), |end| end + 1);
    if !closing && UNSEEN.contains(name) {
        let rest = text.get(length..)?;
        let is_end = |place: usize| {
            let found = rest.get(place + 2..place + 2 + name.len());
            found.is_some_and(|found| found.eq_ignore_ascii_case(name))
        };
        length += rest.match_indices("</").map(|(place, _)| place).find(|place| is_end(*place)).unwrap_or(rest.len());
    }
    Some((length, if *breaks { Piece::LineEnd } else { Piece::Nothing }))
}

/// The letter by name or number with which the text begins, and how long that is.
fn letter(text: &str) -> Option<(usize, Piece)> {
    const LONGEST: usize = 10;
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = text.get(1..end)?;
    let letter = match name.strip_prefix('#') {
        Some(number) => {
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| !letter.is_control()).unwrap_or(' ')
        }
        None => LETTERS.iter().find(|(known, _)| *known == name)?.1,
    };
    let letter = if letter == '\u{A0}' { ' ' } else { letter };
    Some((end + 1, Piece::Letter(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a value, and what of the value a stretch of it stands for.
    #[track_caller]
    fn shows(value: &str, text: &str, marks: &[(&str, &str)]) {
        let (plain, runs) = plain(value).expect("markup");
        assert_eq!(plain, text);
        let units: Vec<u16> = value.encode_utf16().collect();
        let place = |part: &str| plain.find(part).map(|at| plain[..at].encode_utf16().count()).expect("a part");
        for (part, of_value) in marks {
            let start = u32::try_from(place(part)).expect("short");
            let end = start + u32::try_from(part.encode_utf16().count()).expect("short");
            let Range { start, end } = in_value(Range { start, end }, &runs);
            assert_eq!(String::from_utf16_lossy(&units[start as usize..end as usize]), *of_value, "{part}");
        }
    }

    #[test]
    fn a_text_in_html_is_read_without_its_tags_and_found_again_with_them() {
        shows(
            "<p>Mum was <b>hostile</b>.</p><p>Ava laughed.</p>",
            "Mum was hostile.\nAva laughed.",
            &[("hostile", "hostile"), ("Ava", "Ava")],
        );
        shows(
            "Ava&rsquo;s mum&nbsp;rang.",
            "Ava’s mum rang.",
            &[("Ava’s", "Ava&rsquo;s"), ("mum rang", "mum&nbsp;rang")],
        );
        shows("😀 <i>CIN</i> 😀 plan", "😀 CIN 😀 plan", &[("CIN", "CIN"), ("CIN 😀", "CIN</i> 😀"), ("plan", "plan")]);
        shows(
            "<div>one\r\n  two<br/>three</div>",
            "one two\nthree",
            &[("one two", "one\r\n  two"), ("three", "three")],
        );
        shows("<style>p { color: red }</style>Ava", "Ava", &[("Ava", "Ava")]);
        shows("&#8217;&#x2019; &amp;lt;", "’’ &lt;", &[("’’", "&#8217;&#x2019;")]);
        shows("<p>cut off <span sty", "cut off ", &[("off", "off")]);
        shows("<!-- note --><P CLASS=x>Ava</P>", "Ava", &[("Ava", "Ava")]);
    }

    #[test]
    fn a_text_without_markup_stays_as_it_is() {
        for text in ["5 < 6 & 7 > 2", "<Ava> & <insert name>", "R&B; A&E", "a < b", "<3", "&"] {
            assert!(plain(text).is_none(), "{text}");
        }
    }
}
