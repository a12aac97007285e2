//! Terms found in texts.

use recording_standard::text::Text;
use recording_standard::text::inflection::Form;
use recording_standard::text::phrases::Phrases;

const TERMS: [&str; 19] = [
    "child protection plan~",
    "child protection",
    "escalate~",
    "step~ down",
    "put~ oneself at risk",
    "one's own needs",
    "prior to",
    "and/or",
    "well-being",
    "deescalate~",
    "child's lived experience",
    "organise~",
    "e.g.",
    "s.47",
    "A&E",
    "social worker~",
    "begin~",
    "contact",
    "prior to",
];

/// The terms found, each with the words of the text.
fn found(source: &str) -> Vec<(&'static str, String)> {
    let (phrases, text) = (Phrases::new(TERMS), Text::new(source));
    let found = phrases.matches(&text).map(|found| {
        let term = TERMS[found.rows[0] as usize];
        (term, text.slice(text.span_of(found.words)).to_owned())
    });
    found.collect()
}

#[test]
fn a_term_is_found_however_it_is_written() {
    let cases: &[(&str, &[(&str, &str)])] = &[
        ("This escalates.", &[("escalate~", "escalates")]),
        ("ESCALATING, escalated", &[("escalate~", "ESCALATING"), ("escalate~", "escalated")]),
        ("He stepped-down, stepping\ndown", &[("step~ down", "stepped-down"), ("step~ down", "stepping\ndown")]),
        (
            "She put herself at risk, puts herself at risk",
            &[("put~ oneself at risk", "put herself at risk"), ("put~ oneself at risk", "puts herself at risk")],
        ),
        (
            "his own needs, Their own needs",
            &[("one's own needs", "his own needs"), ("one's own needs", "Their own needs")],
        ),
        ("prior  to it", &[("prior to", "prior  to")]),
        ("mum and/or dad", &[("and/or", "and/or")]),
        (
            "wellbeing, well-being, well being, Well‑Being",
            &[
                ("well-being", "wellbeing"),
                ("well-being", "well-being"),
                ("well-being", "well being"),
                ("well-being", "Well‑Being"),
            ],
        ),
        (
            "to de-escalate, de-escalated, deescalating",
            &[("deescalate~", "de-escalate"), ("deescalate~", "de-escalated"), ("deescalate~", "deescalating")],
        ),
        ("the child’s lived-experience", &[("child's lived experience", "child’s lived-experience")]),
        ("Organizing and organised", &[("organise~", "Organizing"), ("organise~", "organised")]),
        ("toys, e.g. dolls, eg cars", &[("e.g.", "e.g."), ("e.g.", "eg")]),
        ("S47 or s.47 in A&E", &[("s.47", "S47"), ("s.47", "s.47"), ("A&E", "A&E")]),
        (
            "the social worker's and two social workers’ notes",
            &[("social worker~", "social worker's"), ("social worker~", "social workers")],
        ),
    ];
    for (source, expected) in cases {
        let expected: Vec<_> = expected.iter().map(|(term, words)| (*term, (*words).to_owned())).collect();
        assert_eq!(found(source), expected, "{source}");
    }
}

#[test]
fn the_longest_term_is_found_and_none_overlap() {
    let cases: &[(&str, &[&str])] = &[
        ("a child protection plan", &["child protection plan"]),
        ("child protection planet", &["child protection"]),
        ("child child protection protection plan", &["child protection"]),
    ];
    for (source, expected) in cases {
        assert_eq!(found(source).into_iter().map(|(_, words)| words).collect::<Vec<_>>(), *expected, "{source}");
    }
}

#[test]
fn a_term_is_not_found_across_a_mark_or_a_sentence() {
    for source in [
        "a child. Protection came",
        "a child, protection",
        "a “child” protection",
        "a child - protection",
        "a child\n\nprotection",
        "- child\n- protection",
        "well – being",
        "contacts",
        "contacted",
        "",
    ] {
        assert_eq!(found(source), [], "{source}");
    }
}

#[test]
fn the_form_is_that_of_the_first_word_that_has_forms() {
    let phrases = Phrases::new(TERMS);
    let cases = [
        ("stepped down", Form::Ed),
        ("escalate", Form::Base),
        ("puts herself at risk", Form::S),
        ("put herself at risk", Form::Uncertain),
        ("began", Form::Past),
        ("begun", Form::Participle),
        ("social worker's", Form::Possessive),
        ("prior to", Form::Base),
    ];
    for (source, form) in cases {
        let text = Text::new(source);
        assert_eq!(phrases.matches(&text).map(|found| found.form).collect::<Vec<_>>(), [form], "{source}");
    }
}

#[test]
fn rows_with_the_same_term_are_found_together() {
    let (phrases, text) = (Phrases::new(TERMS), Text::new("prior to"));
    assert_eq!(phrases.matches(&text).next().map(|found| found.rows), Some(&[6, 18][..]));
}

#[test]
fn an_empty_term_is_never_found() {
    let phrases = Phrases::new(["", "~", " - "]);
    assert_eq!(phrases.matches(&Text::new("a ~ - b")).next(), None);
    assert_eq!(Phrases::new([]).matches(&Text::new("a b")).next(), None);
}

#[test]
fn every_term_of_a_large_table_is_found() {
    let terms: Vec<String> = (0..3000).map(|n| format!("term{n} of {} words", n % 7)).collect();
    let phrases = Phrases::new(terms.iter().map(String::as_str));
    let all = terms.join(". ");
    let rows: Vec<u32> = phrases.matches(&Text::new(&all)).map(|found| found.rows[0]).collect();
    assert_eq!(rows, (0..3000).collect::<Vec<_>>());
}
