//! What holds of any text.

use std::time::{Duration, Instant};

use proptest::prelude::*;
use recording_standard::text::definitions::definitions;
use recording_standard::text::inflection::{Form, base_forms, inflect};
use recording_standard::text::phrases::Phrases;
use recording_standard::text::spelling::normalise;
use recording_standard::text::{Span, Text};

/// Texts of what is hard about texts.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => r"[a-zA-Z]{1,6}",
        3 => Just(" ".to_owned()),
        3 => r#"['"“”‘’«»]"#,
        2 => r"[.!?…:;,/&+()\[\]>#*–-]",
        2 => prop_oneof![Just("\n"), Just("\r\n"), Just("\r"), Just("\n\n"), Just("\u{2028}")].prop_map(str::to_owned),
        1 => prop_oneof![Just("C.I.N."), Just("e.g."), Just("5'2\""), Just("said:"), Just("'90s"), Just("Dr."), Just("1. ")]
            .prop_map(str::to_owned),
        1 => prop_oneof![Just("👩‍👩‍👧"), Just("e\u{301}"), Just("\u{FFFD}"), Just("\u{FE0F}"), Just("家"), Just("İ"), Just("ß")]
            .prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Whether the stretch lies within the text on whole characters, and is the same in code units.
fn is_right(text: &Text, span: Span) -> bool {
    let (start, end) = (span.start as usize, span.end as usize);
    let (Some(before), Some(slice)) = (text.source().get(..start), text.source().get(start..end)) else {
        return false;
    };
    let range = text.range(span);
    start < end
        && range.start as usize == before.encode_utf16().count()
        && (range.end - range.start) as usize == slice.encode_utf16().count()
}

fn are_in_order(spans: impl Iterator<Item = Span> + Clone) -> bool {
    spans.clone().zip(spans.skip(1)).all(|(one, next)| one.end <= next.start)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_range_is_right(source in text()) {
        let text = Text::new(&source);
        let words = text.words().iter().map(|word| word.span);
        let sentences = text.sentences().iter().map(|sentence| sentence.span);
        let lines = text.lines().iter().map(|line| line.span);
        let headings = text.headings().iter().map(|heading| heading.span);
        prop_assert!(are_in_order(words.clone()));
        prop_assert!(are_in_order(sentences.clone()));
        prop_assert!(are_in_order(lines.clone()));
        prop_assert!(are_in_order(headings.clone()));
        prop_assert!(text.quotations().is_sorted_by_key(|quotation| quotation.start));
        for span in words.chain(sentences).chain(lines).chain(headings).chain(text.quotations().iter().copied()) {
            prop_assert!(is_right(&text, span), "{span:?}");
        }
    }

    #[test]
    fn every_word_belongs_to_one_sentence(source in text()) {
        let text = Text::new(&source);
        let mut next = 0;
        for (index, sentence) in text.sentences().iter().enumerate() {
            prop_assert_eq!(sentence.first_word, next);
            prop_assert!(sentence.end_word > next);
            next = sentence.end_word;
            for word in text.words_in(sentence.first_word as usize..next as usize) {
                prop_assert_eq!(word.sentence as usize, index);
                prop_assert!(sentence.span.start <= word.span.start && word.span.end <= sentence.span.end);
            }
        }
        prop_assert_eq!(next as usize, text.words().len());
    }

    #[test]
    fn a_word_is_quoted_where_a_quotation_covers_it(source in text()) {
        let text = Text::new(&source);
        for word in text.words() {
            let covered = text.quotations().iter().any(|quotation| quotation.contains(word.span.start));
            prop_assert_eq!(word.is_quoted(), covered);
        }
    }

    #[test]
    fn terms_are_found_within_sentences_and_never_overlap(source in text()) {
        let phrases = Phrases::new(["a", "b~ c", "c.i.n.", "d-e", "a b c d", "said", "e~"]);
        let text = Text::new(&source);
        let mut next = 0;
        for found in phrases.matches(&text) {
            prop_assert!(next <= found.words.start && found.words.start < found.words.end);
            next = found.words.end;
            let words = text.words_in(found.words);
            prop_assert!(words.iter().all(|word| word.sentence == words[0].sentence));
        }
        for definition in definitions(&text) {
            prop_assert!(text.words().iter().any(|word| word.span.start == definition.from));
        }
    }

    #[test]
    fn terms_are_found_as_the_slow_way_finds_them(
        words in prop::collection::vec("cat|dog|hen|cats|,", 0..30),
        terms in prop::collection::vec(prop::collection::vec("(cat|dog|hen)~?", 1..4), 0..12),
    ) {
        let source = words.join(" ");
        let rows: Vec<String> = terms.iter().map(|words| words.join(" ")).collect();
        let fits = |term: &[String], from: usize| {
            let fitting = term.iter().zip(words.iter().skip(from)).filter(|(word, written)| {
                word == written || word.strip_suffix('~').is_some_and(|base| *base == **written || base == "cat" && *written == "cats")
            });
            fitting.count() == term.len()
        };
        let mut expected = Vec::new();
        let mut from = 0;
        while from < words.len() {
            let longest = terms.iter().filter(|term| fits(term, from)).map(Vec::len).max().unwrap_or(0);
            if longest > 0 {
                expected.push(words[from..from + longest].join(" "));
            }
            from += longest.max(1);
        }
        let (phrases, text) = (Phrases::new(rows.iter().map(String::as_str)), Text::new(&source));
        let found = phrases.matches(&text).map(|found| text.slice(text.span_of(found.words)).to_owned());
        prop_assert_eq!(found.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn one_spelling_stays_as_it_is(word in r"[a-zA-Z.’'\u{e9}\u{130}]{0,12}") {
        let once = normalise(&word).into_owned();
        prop_assert_eq!(normalise(&once), once.as_str());
    }

    #[test]
    fn a_regular_form_leads_back_to_its_base(base in "[a-z]{1,3}[aeiou][a-z]{1,6}") {
        for form in [Form::S, Form::Ed, Form::Ing] {
            let Some(word) = inflect(&base, form) else { continue };
            let mut found = false;
            base_forms(&word, |candidate, _| found |= candidate == base);
            prop_assert!(found, "{} of {}", word, base);
        }
    }
}

#[test]
fn time_grows_with_length_alone() {
    let phrases = Phrases::new(["a a a a b", "a~ a~ a~ a~ c", "children in need~"]);
    for piece in [
        "\"",
        "'",
        "“",
        "‘",
        "”",
        "’",
        "«",
        "(",
        "\" ",
        "' ",
        "a' ",
        "s' a ",
        "'a ",
        "'90s ",
        "“‘",
        "5'2\"",
        ".",
        ". ",
        ".)",
        "...\" ",
        "A",
        "A ",
        "A-",
        "A.",
        "A&",
        "a/",
        "C.I.N. ",
        "a ",
        "a a-",
        "AAAAAAAAAA (",
        "aaaaaaaaaa (AAAAAAAAAA ",
        "known as AA ",
        "AA - ",
        "AA means ",
        ":",
        ": ",
        "A: ",
        "a:\n",
        "said: ",
        "-",
        "- ",
        "- a\n",
        "\n",
        "\r",
        " ",
        "1. ",
        "1.\n",
        "> a\n",
        "#\n",
        "A\n",
        "\u{301}",
        "e\u{301}",
        "\u{200B}",
        "👩‍",
        "9",
        "9,",
        "9:9",
        "ing ",
        "ed",
        "iz",
        "children in ",
    ] {
        let source = piece.repeat(100_000 / piece.len());
        let start = Instant::now();
        let text = Text::new(&source);
        let found = phrases.matches(&text).count() + definitions(&text).len();
        let end = text.utf16(u32::MAX);
        assert!(end > 0 && found <= text.words().len());
        assert!(start.elapsed() < Duration::from_secs(10), "{piece:?} took {:?}", start.elapsed());
    }
}
