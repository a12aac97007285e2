//! The tables of the lexicon, as a practitioner edits them: a row that is malformed,
//! doubled, without help, or whose suggestion would itself be marked, is refused here.

use std::collections::BTreeSet;

use recording_standard::text::spelling::normalise;
use recording_standard::{Finding, Moment, Options, Policy, Severity, check_text};

const ABBREVIATIONS: &str = include_str!("../src/lexicon/abbreviations.tsv");
const BLAMING: &str = include_str!("../src/lexicon/blaming.tsv");
const INSENSITIVE: &str = include_str!("../src/lexicon/insensitive.tsv");
const JUDGMENTAL: &str = include_str!("../src/lexicon/judgmental.tsv");
const SPECULATIVE: &str = include_str!("../src/lexicon/speculative.tsv");
const JARGON: &str = include_str!("../src/lexicon/jargon.tsv");
const WORDY: &str = include_str!("../src/lexicon/wordy.tsv");

/// The tables of which a row is a kind and a term.
const BY_KIND: [(&str, &str); 5] = [
    ("evidence", include_str!("../src/lexicon/evidence.tsv")),
    ("grounds", include_str!("../src/lexicon/grounds.tsv")),
    ("involvement", include_str!("../src/lexicon/involvement.tsv")),
    ("sharing", include_str!("../src/lexicon/sharing.tsv")),
    ("voices", include_str!("../src/lexicon/voices.tsv")),
];
const CONTRADICTIONS: &str = include_str!("../src/lexicon/contradictions.tsv");
const LATE: &str = include_str!("../src/lexicon/late.tsv");
const LEFTOVERS: &str = include_str!("../src/lexicon/leftovers.tsv");
const CLASSES: &str = include_str!("../src/lexicon/classes.tsv");
const PATTERNS: &str = include_str!("../src/lexicon/patterns.tsv");
const STATEMENTS: &str = include_str!("../src/lexicon/statements.tsv");
const RELATIVE_DATES: &str = include_str!("../src/lexicon/relative-dates.tsv");

/// The cells of each row, each row by itself.
fn rows(table: &'static str, headings: &[&str]) -> Vec<Vec<&'static str>> {
    let mut rows = table.lines().map(|line| line.split('\t').collect::<Vec<_>>());
    assert_eq!(rows.next().as_deref(), Some(headings), "the headings");
    let rows: Vec<_> = rows.collect();
    for row in &rows {
        assert_eq!(row.len(), headings.len(), "the columns of {row:?}");
        for cell in row {
            assert_eq!(*cell, cell.trim(), "spaces around a cell of {row:?}");
            assert!(!cell.contains("  ") && !cell.contains('"'), "{row:?}");
        }
    }
    rows
}

fn phrase_rows() -> Vec<Vec<&'static str>> {
    let headings = ["term", "plain", "why", "tier", "unless"];
    let tables = [BLAMING, INSENSITIVE, JUDGMENTAL, SPECULATIVE, JARGON, WORDY];
    tables.into_iter().flat_map(|table| rows(table, &headings)).collect()
}

fn bare(term: &str) -> String {
    let words = term.replace('~', "").replace('-', " ");
    words.split(' ').map(|word| normalise(word).into_owned()).collect::<Vec<_>>().join(" ")
}

/// What is marked in a text, but for the gaps that a lone TBA would be.
fn marked(policy: &Policy, text: &str) -> Vec<Finding> {
    let now = Moment::read("2026-11-23T12:00").expect("a date");
    let mut found = check_text(text, policy, Options { now, file: None });
    found.retain(|finding| finding.rule != "accuracy/unfinished");
    found
}

#[test]
fn no_term_stands_twice() {
    let mut seen = BTreeSet::new();
    for row in phrase_rows() {
        assert!(seen.insert(bare(row[0])), "“{}” stands twice", row[0]);
    }
    let mut seen = BTreeSet::new();
    for row in rows(ABBREVIATIONS, &["term", "meanings", "tier", "unless"]) {
        assert!(seen.insert(row[0].to_uppercase()), "“{}” stands twice", row[0]);
    }
}

#[test]
fn every_phrase_has_a_tier_and_help() {
    for row in phrase_rows() {
        let [term, plain, _, tier, _] = row[..] else { panic!("{row:?}") };
        assert!(matches!(tier, "A" | "B" | "C" | "L" | "P"), "the tier of “{term}”");
        let has_usual_help =
            JUDGMENTAL.contains(&format!("\n{term}\t")) || SPECULATIVE.contains(&format!("\n{term}\t"));
        assert!(tier != "L" || plain.is_empty(), "a legal name stands as it is: “{term}”");
        assert!(tier == "L" || has_usual_help || !plain.is_empty(), "no help with “{term}”");
        for alternative in plain.split("; ").filter(|plain| !plain.is_empty()) {
            let brackets = alternative.starts_with('(') && alternative.ends_with(')');
            assert!(brackets || !alternative.contains(['(', ')']), "brackets stand around the whole: “{term}”");
        }
    }
}

#[test]
fn every_abbreviation_has_the_meanings_of_its_tier() {
    for row in rows(ABBREVIATIONS, &["term", "meanings", "tier", "unless"]) {
        let meanings = row[1].split(" | ").filter(|meaning| !meaning.is_empty()).count();
        let fits = match row[2] {
            "public" => meanings == 0,
            "known" => meanings == 1,
            "ambiguous" => meanings > 1,
            "word" => meanings > 0,
            _ => false,
        };
        assert!(fits, "{row:?}");
    }
}

/// Words, and the mark of inflection only behind one.
fn is_term(term: &str) -> bool {
    let is_word = |word: &str| {
        let letters = word.strip_suffix('~').unwrap_or(word);
        !letters.is_empty() && !letters.contains('~') && letters.chars().any(char::is_alphanumeric)
    };
    term.split(' ').all(is_word)
}

#[test]
fn the_tables_by_kind_are_in_shape() {
    for (name, table) in BY_KIND {
        let rows = rows(table, &["kind", "term"]);
        for row in &rows {
            assert!(!row[0].is_empty() && is_term(row[1]), "{name}: {row:?}");
        }
        for pair in rows.windows(2) {
            assert!(pair[0] < pair[1], "{name}: out of order, or twice: {pair:?}");
        }
    }
}

#[test]
fn the_tables_of_statements_are_in_shape() {
    let seen = |table: &'static str, headings: &[&str]| {
        let rows = rows(table, headings);
        let mut seen = BTreeSet::new();
        for row in &rows {
            assert!(seen.insert(row.clone()), "{row:?} stands twice");
        }
        rows
    };
    for row in seen(CONTRADICTIONS, &["statement", "pattern"]) {
        let statements = ["accompanied", "agreed", "alone", "apart", "refused", "seen", "unseen", "visit"];
        assert!(statements.contains(&row[0]), "{row:?}");
        for token in row[1].split(' ') {
            let is_known = matches!(token, "^" | "{child}" | "{me}" | "{adult}" | "{end}");
            assert!(is_known || token.split('|').all(is_term) && !token.contains('{'), "{row:?}");
        }
    }
    for row in seen(LEFTOVERS, &["where", "of", "term"]) {
        let places = ["all brackets", "any brackets", "anywhere", "brackets", "label", "start"];
        assert!(places.contains(&row[0]) && matches!(row[1], "template" | "tool") && is_term(row[2]), "{row:?}");
    }
    for row in seen(LATE, &["term", "needs"]) {
        assert!(is_term(row[0]) && matches!(row[1], "" | "date" | "verb"), "{row:?}");
    }
    for row in seen(RELATIVE_DATES, &["term"]) {
        assert!(is_term(row[0]), "{row:?}");
    }
}

#[test]
fn patterns_are_made_of_words_and_of_classes_that_are_known() {
    const SHAPES: [&str; 11] = ["^", "[", "]", "_", "…", "{any}", "{end}", "{ing}", "{past}", "{person}", "{who}"];
    let classes = rows(CLASSES, &["class", "term"]);
    for pair in classes.windows(2) {
        assert!(pair[0][0] < pair[1][0] || pair[0][0] == pair[1][0] && pair[0] != pair[1], "out of order: {pair:?}");
    }
    assert!(classes.iter().all(|row| is_term(row[1])));
    let names: BTreeSet<_> = classes.iter().map(|row| row[0]).chain(["trait"]).collect();
    let mut used = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let of_language = rows(PATTERNS, &["rule", "pattern", "plain", "why", "tier", "unless"]);
    for row in &of_language {
        let [rule, pattern, plain, _, tier, _] = row[..] else { panic!("{row:?}") };
        assert!(
            matches!(rule, "blaming" | "insensitive" | "judgmental" | "speculative" | "silent") || !plain.is_empty()
        );
        assert!(plain.is_empty() || plain.starts_with('(') && plain.ends_with(')'), "no words fit every “{pattern}”");
        assert!(matches!(tier, "" | "C"), "{row:?}");
    }
    let of_evidence = rows(STATEMENTS, &["kind", "pattern"]);
    for pair in of_evidence.windows(2) {
        assert!(pair[0] < pair[1], "out of order, or twice: {pair:?}");
    }
    assert!(of_evidence.iter().all(|row| matches!(row[0], "conclusion" | "decision" | "opinion" | "report")));
    for pattern in of_language.iter().chain(&of_evidence).map(|row| row[1]) {
        assert!(seen.insert(pattern), "“{pattern}” stands twice");
        let (opens, closes) = (pattern.matches('[').count(), pattern.matches(']').count());
        assert!(opens == 1 && closes == 1, "“{pattern}” marks one stretch of words");
        let mut has_anchor = false;
        for piece in pattern.split(' ') {
            let is_optional = piece.ends_with('?');
            let mut is_open = is_optional;
            for choice in
                piece.trim_end_matches('?').split('|').filter(|_| !SHAPES.contains(&piece.trim_end_matches('?')))
            {
                if let Some(class) = choice.strip_prefix('{').and_then(|class| class.strip_suffix('}')) {
                    assert!(
                        names.contains(class) || matches!(class, "person" | "end"),
                        "the class {class} of “{pattern}”"
                    );
                    is_open |= matches!(class, "person" | "end");
                    used.insert(class);
                } else {
                    assert!(is_term(&choice.replace('-', " ")), "“{choice}” of “{pattern}”");
                }
            }
            has_anchor |= !is_open && !SHAPES.contains(&piece);
        }
        assert!(has_anchor, "nothing to look for “{pattern}” by");
    }
    let idle: Vec<_> = names.iter().filter(|name| !used.contains(**name)).collect();
    assert!(idle.is_empty(), "classes of no pattern: {idle:?}");
}

#[test]
fn no_suggestion_would_itself_be_marked() {
    let policy = Policy::default();
    let mut refused = Vec::new();
    for row in phrase_rows() {
        for plain in row[1].split("; ").filter(|plain| !plain.is_empty()) {
            let found = marked(&policy, &plain.replace('~', ""));
            refused.extend(found.first().map(|found| format!("“{}” suggests “{plain}”: {}", row[0], found.message)));
        }
    }
    for row in rows(ABBREVIATIONS, &["term", "meanings", "tier", "unless"]) {
        for meaning in row[1].split(" | ").filter(|meaning| !meaning.is_empty()) {
            let offered = format!("The {} ({}) was here.", meaning.replace('~', ""), row[0]);
            let found = marked(&policy, &offered);
            refused.extend(found.first().map(|found| format!("{}: “{offered}”: {}", row[0], found.message)));
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}

#[test]
fn every_phrase_that_is_reported_and_every_abbreviation_is_found() {
    let policy = Policy::default();
    let mut refused = Vec::new();
    for row in phrase_rows().into_iter().filter(|row| matches!(row[3], "A" | "C" | "P")) {
        let term = row[0].replace('~', "").replace("one's", "his").replace("oneself", "himself");
        // A guess looks back: "must have seen".
        let term = if term.ends_with(" have") { format!("{term} seen") } else { term };
        let text = if row[3] == "P" { format!("He is a {term}.") } else { format!("He {term} it.") };
        let found = marked(&policy, &text);
        let is_advice = found.iter().all(|finding| finding.severity == Severity::Advice);
        if found.is_empty() || !is_advice && row[3] == "C" {
            refused.push(format!("“{}” is not found as {}", row[0], row[3]));
        }
    }
    for row in rows(ABBREVIATIONS, &["term", "meanings", "tier", "unless"]) {
        let found = !marked(&policy, &format!("He met the {} there.", row[0])).is_empty();
        if found == (row[2] == "public") {
            refused.push(row[0].to_owned());
        }
    }
    assert!(refused.is_empty(), "{}", refused.join("\n"));
}
