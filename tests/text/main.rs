//! What the pass over a text makes of it.

mod definitions;
mod inflection;
mod invariants;
mod phrases;

use recording_standard::finding::Range;
use recording_standard::text::{Span, Text, Word};

/// The text of a stretch as JavaScript slices it.
fn js_slice(source: &str, Range { start, end }: Range) -> String {
    let units: Vec<u16> = source.encode_utf16().collect();
    String::from_utf16(&units[start as usize..end as usize]).expect("ends on whole characters")
}

fn slices(text: &Text, spans: impl IntoIterator<Item = Span>) -> Vec<String> {
    spans
        .into_iter()
        .map(|span| {
            let slice = js_slice(text.source(), text.range(span));
            assert_eq!(slice, text.slice(span), "bytes and code units tell the same");
            slice
        })
        .collect()
}

fn words(source: &str) -> Vec<String> {
    let text = Text::new(source);
    slices(&text, text.words().iter().map(|word| word.span))
}

fn sentences(source: &str) -> Vec<String> {
    let text = Text::new(source);
    slices(&text, text.sentences().iter().map(|sentence| sentence.span))
}

fn quotations(source: &str) -> Vec<String> {
    let text = Text::new(source);
    slices(&text, text.quotations().iter().copied())
}

fn headings(source: &str) -> Vec<String> {
    let text = Text::new(source);
    slices(&text, text.headings().iter().map(|heading| heading.span))
}

#[test]
fn a_word_is_what_is_read_as_one() {
    let cases: &[(&str, &[&str])] = &[
        ("Ava's mum doesn't know.", &["Ava's", "mum", "doesn't", "know"]),
        ("O’Neill, rec’d, the girls’ room", &["O’Neill", "rec’d", "the", "girls", "room"]),
        ("'90s don`t", &["90s", "don`t"]),
        ("re-referral, wheelchair-bound, COVID-19", &["re", "referral", "wheelchair", "bound", "COVID", "19"]),
        ("The C.I.N. plan, e.g. s.47 or ss.31", &["The", "C.I.N.", "plan", "e.g.", "s.47", "or", "ss.31"]),
        ("It was a C.I.N. Then C.I.N.s and C.I.Ns", &["It", "was", "a", "C.I.N", "Then", "C.I.N.s", "and", "C.I.Ns"]),
        ("b/c of N/A, w/o, s/w, 12 y/o", &["b/c", "of", "N/A", "w/o", "s/w", "12", "y/o"]),
        ("and/or LAC/CIN mum/dad", &["and", "or", "LAC", "CIN", "mum", "dad"]),
        ("A&E, B&B, R&R, mum&dad, this & that", &["A&E", "B&B", "R&R", "mum", "dad", "this", "that"]),
        ("PP+ LGBTQ+ 2+2", &["PP+", "LGBTQ+", "2", "2"]),
        (
            "£3,500.50 at 15:30 on 04/03/2026 or 4.3.26, 24/7",
            &["3,500.50", "at", "15:30", "on", "04/03/2026", "or", "4.3.26", "24/7"],
        ),
        ("3.30pm 3.30p.m. 9am 1st KS2 Y7", &["3.30pm", "3.30p.m.", "9am", "1st", "KS2", "Y7"]),
        ("home.She left", &["home", "She", "left"]),
        ("J.Smith and J. R. Smith", &["J", "Smith", "and", "J", "R", "Smith"]),
        ("Zoe\u{308} was na\u{EF}ve 👩‍👩‍👧 co\u{AD}operate", &["Zoe\u{308}", "was", "na\u{EF}ve", "co\u{AD}operate"]),
        ("zero\u{200B}width\u{200B} \u{FEFF}mark", &["zero\u{200B}width", "mark"]),
        ("a\u{FFFD}b", &["a", "b"]),
        ("家庭访问 привет", &["家庭访问", "привет"]),
        ("... --- '' \"\" ()", &[]),
        ("", &[]),
    ];
    for (source, expected) in cases {
        assert_eq!(words(source), *expected, "{source}");
    }
}

#[test]
fn a_sentence_ends_at_its_mark() {
    let cases: &[(&str, &[&str])] = &[
        ("I saw Ava. She was well.", &["I saw Ava.", "She was well."]),
        ("Who came? Mum! And then…", &["Who came?", "Mum!", "And then…"]),
        ("What?! She left... slowly. Well…maybe", &["What?!", "She left... slowly.", "Well…maybe"]),
        ("no capital here. she went on", &["no capital here.", "she went on"]),
        ("She went home.Then she slept", &["She went home.", "Then she slept"]),
        ("Dr. Shah, Mrs. Hall and St. Mary's agreed. Good.", &["Dr. Shah, Mrs. Hall and St. Mary's agreed.", "Good."]),
        (
            "J. Smith and J.R. Hall came. So did I. Then we left.",
            &["J. Smith and J.R. Hall came.", "So did I.", "Then we left."],
        ),
        (
            "See p. 3, para. 4, no. 5, s. 47, approx. 6 and e.g. Mary.",
            &["See p. 3, para. 4, no. 5, s. 47, approx. 6 and e.g. Mary."],
        ),
        (
            "At 3.30pm it was 10.5 degrees. At 5 p.m. She left.",
            &["At 3.30pm it was 10.5 degrees.", "At 5 p.m.", "She left."],
        ),
        (
            "Toys, books, etc. were there. Toys etc. Mum came.",
            &["Toys, books, etc. were there.", "Toys etc.", "Mum came."],
        ),
        ("The C.I.N. plan is a C.I.N. Mum knows.", &["The C.I.N. plan is a C.I.N.", "Mum knows."]),
        ("\"Stop.\" Then quiet. \"Go!\" she said.", &["\"Stop.\"", "Then quiet.", "\"Go!\" she said."]),
        ("He left (at last.) She stayed. (Why?) I know.", &["He left (at last.)", "She stayed.", "(Why?)", "I know."]),
        ("  padded .  ", &["padded ."]),
        ("...", &[]),
        ("", &[]),
    ];
    for (source, expected) in cases {
        assert_eq!(sentences(source), *expected, "{source}");
    }
}

#[test]
fn a_sentence_ends_where_the_layout_says_so() {
    let long = "This line is as long as a line gets before an email program breaks it, so";
    let cases: &[(String, &[&str])] = &[
        ("One\n\ntwo".into(), &["One", "two"]),
        ("Plan\r\n\r\ntwo".into(), &["Plan", "two"]),
        ("Saw mum\nSaw dad\rSaw nan\u{2028}Home".into(), &["Saw mum", "Saw dad", "Saw nan", "Home"]),
        ("one line\nthat goes on".into(), &["one line\nthat goes on"]),
        (format!("{long}\nAva waits"), &[&format!("{long}\nAva waits")]),
        ("To do:\n- call school\n- see nan\n• tell Ava".into(), &["To do:", "call school", "see nan", "tell Ava"]),
        (
            "1. call school\n2) see nan\n(3) rest\na) one\n(iv) two".into(),
            &["call school", "see nan", "rest", "one", "two"],
        ),
        ("call mum at\n-5 degrees".into(), &["call mum at\n-5 degrees"]),
        (format!("{long}\nAnalysis: good"), &[long, "Analysis: good"]),
        (format!("{long}\nAnalysis:\nall good"), &[long, "Analysis:", "all good"]),
        ("# Visit\nall good".into(), &["# Visit", "all good"]),
    ];
    for (source, expected) in cases {
        assert_eq!(sentences(source), *expected, "{source}");
    }
}

#[test]
fn a_question_is_known_as_one() {
    let text = Text::new("Is she safe?! She is.");
    assert_eq!(text.sentences().iter().map(|sentence| sentence.question).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn a_quotation_lies_between_its_marks() {
    let cases: &[(&str, &[&str])] = &[
        ("She said \"go away\" and left", &["\"go away\""]),
        ("She said “go away” and left", &["“go away”"]),
        ("She said 'go away' and left", &["'go away'"]),
        ("She said ‘don’t go’ and left", &["‘don’t go’"]),
        ("Elle «dit» „so‟", &["«dit»", "„so‟"]),
        ("He said,\"Hello\" and (\"bye\")", &["\"Hello\"", "\"bye\""]),
        ("He said \" hello \" to her", &["\" hello \""]),
        ("\"One.\"Then “two\" and \"three”", &["\"One.\"", "“two\"", "\"three”"]),
        ("'One.' She said 'two', then 'three'.", &["'One.'", "'two'", "'three'"]),
        // nested
        ("“He said ‘stop’ to me” she said", &["“He said ‘stop’ to me”", "‘stop’"]),
        ("'He said \"stop\" to me' she said", &["'He said \"stop\" to me'", "\"stop\""]),
        ("\"He said 'stop to me\" she said", &["\"He said 'stop to me\"", "'stop to me"]),
        ("“He said \"stop\" to me” she said", &["“He said \"stop\" to me”", "\"stop\""]),
        // apostrophes
        ("Jay's mum and O'Neill don't know, in the '90s or '24", &[]),
        ("Jay’s mum and O’Neill don’t know, in the ’90s or ‘90s", &[]),
        ("the girls' room and the boys’ room", &[]),
        ("She said 'I like the girls' room' and left", &["'I like the girls' room'"]),
        ("She said 'I hate the kids' and left", &["'I hate the kids'"]),
        ("'I hate kids' she said, 'and dogs' too", &["'I hate kids'", "'and dogs'"]),
        ("'I was runnin' about' she said", &["'I was runnin' about'"]),
        ("In the '90s she said 'no'", &["'no'"]),
        ("She said 'cause I wanted to'", &["'cause I wanted to'"]),
        // no quotation
        ("He is 5'2\" and she is 5’ 11\" tall", &[]),
        ("\"I'm 5'2\" tall\" she said", &["\"I'm 5'2\" tall\""]),
        ("a 12\" ruler, then nothing", &[]),
        ("a stray\" mark and a stray” one and ' one", &[]),
        // unclosed
        ("She said \"go away", &["\"go away"]),
        ("She said \"go away\n\nThen she left", &["\"go away"]),
        ("She said “go\nand stay” there", &["“go\nand stay”"]),
        ("She said “go. \nShe left.\nI left.", &["“go."]),
        ("“Go.\nAnd stay,” she said", &["“Go.\nAnd stay,”"]),
        ("“One\n\n“two” three", &["“One", "“two”"]),
        ("- she said “go\n- he did not", &["“go"]),
        // marked otherwise
        ("> as he wrote\nI read it", &["> as he wrote"]),
        ("Ava said: I want to stay.\nShe does.", &["I want to stay."]),
        ("Ava told me: “I want to stay.” She does.", &["“I want to stay.”"]),
        ("I asked: who came?\nI saw: nobody", &["who came?"]),
    ];
    for (source, expected) in cases {
        assert_eq!(quotations(source), *expected, "{source}");
    }
}

#[test]
fn words_know_that_they_are_quoted() {
    let text = Text::new("Mum said “he is ‘bad’ news” to me");
    let quoted: Vec<_> =
        text.words().iter().filter(|word| word.is_quoted()).map(|word| text.slice(word.span)).collect();
    assert_eq!(quoted, ["he", "is", "bad", "news"]);
}

#[test]
fn a_heading_opens_a_section() {
    let cases: &[(&str, &[&str])] = &[
        ("Analysis:\nI think", &["Analysis"]),
        ("What we are worried about:\n- nothing", &["What we are worried about"]),
        ("My opinion: she is safe\nPlan: see her", &["My opinion", "Plan"]),
        ("1. Analysis: good", &["Analysis"]),
        ("**Analysis:** good\n**My opinion**\nbad", &["Analysis", "My opinion"]),
        ("## What happened next\nnothing", &["What happened next"]),
        ("Manager's view\nagreed", &["Manager's view"]),
        ("VISIT RECORD\n\nmum was in", &["VISIT RECORD"]),
        ("I spoke to three people: mum, dad and nan", &[]),
        ("Mum said:\n\"no\"", &[]),
        ("She came at 15:30 and left", &[]),
        ("analysis", &[]),
        ("We agreed a plan", &[]),
    ];
    for (source, expected) in cases {
        assert_eq!(headings(source), *expected, "{source}");
    }
}

#[test]
fn a_section_goes_on_to_the_next_heading() {
    let source = "Visit done.\nAnalysis:\nI think so.\n\nShe may move.\nPlan: see her";
    let text = Text::new(source);
    let section = |needle: &str| {
        let byte = u32::try_from(source.find(needle).expect("stands there")).expect("short");
        text.section_at(byte).map(|heading| text.slice(heading.span))
    };
    assert_eq!(section("Visit"), None);
    assert_eq!(section("I think"), Some("Analysis"));
    assert_eq!(section("move"), Some("Analysis"));
    assert_eq!(section("see her"), Some("Plan"));
}

#[test]
fn a_line_in_capitals_is_shouted() {
    let text = Text::new("VISIT RECORD for Ava\r\n\r\n  She is on a CIN plan. \rNO\n");
    let lines: Vec<_> = text.lines().iter().map(|line| (text.slice(line.span), line.shouted)).collect();
    assert_eq!(lines, [("VISIT RECORD for Ava", true), ("She is on a CIN plan.", false), ("NO", true)]);
    let start = |byte| text.line_at(byte).map(|line| text.slice(line.span));
    assert_eq!(start(0), Some("VISIT RECORD for Ava"));
    assert_eq!(start(30), Some("She is on a CIN plan."));
}

#[test]
fn words_tell_their_shape() {
    let text = Text::new("The CIN CINs DfE s.47 KS2 ok child-in need, plan");
    let shape = |pick: fn(&Word) -> bool| {
        text.words().iter().filter(|word| pick(word)).map(|word| text.slice(word.span)).collect::<Vec<_>>()
    };
    assert_eq!(shape(Word::is_capitals), ["CIN", "KS2"]);
    assert_eq!(shape(Word::has_inner_capital), ["CIN", "CINs", "DfE", "KS2"]);
    assert_eq!(shape(Word::is_capitalised), ["The", "CIN", "CINs", "DfE", "KS2"]);
    assert_eq!(shape(Word::has_digit), ["s.47", "KS2"]);
    assert_eq!(shape(Word::is_dotted), ["s.47"]);
    assert_eq!(shape(Word::is_adjoined).last(), Some(&"need"));
}

#[test]
fn ranges_are_in_utf_16_code_units() {
    let source = "😀 Zoe\u{308}’s 家\r\nCIN \u{FFFD} end";
    let text = Text::new(source);
    let ranges: Vec<_> = text.words().iter().map(|word| text.range(word.span)).collect();
    let expected = [(3, 9), (10, 11), (13, 16), (19, 22)].map(|(start, end)| Range { start, end });
    assert_eq!(ranges, expected);
    assert_eq!(text.utf16(u32::MAX), 22);
}
