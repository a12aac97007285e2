//! How well the words are judged: labelled notes, and what the rules make of them.
//!
//! The notes were written and marked, as an expert would mark them by the catalogue, by
//! people who had not seen the rules or the tables. Those in `tuned/` the rules were
//! made better by; those in `aside/` nobody looked at while they did so, and what is said
//! of them is what can be expected of notes never seen. Of the notes e to l a second
//! reader marked a copy without marks; where the two differed, the catalogue decided. The
//! sentences in `sentences/` show how differently the same fault is written, and how
//! innocently the same words.
//!
//! In scope is what is marked in the text by a rule of `language/`, `evidence/` or
//! `accuracy/`. What other rules find, and what is asked of a field, does not count.
//!
//! - A mark is met by a finding of its rule, or of one of its rules, that overlaps it.
//!   Recall is the share of marks that are met.
//! - A finding that overlaps no mark of its rule is a false alarm, even where it stands
//!   on a mark of another rule. Precision is the share of findings that are none.
//! - A mark with a question mark is one on which colleagues differ: it need not be met,
//!   and whatever overlaps it counts neither way.
//! - An excellent note is clean where there is no false alarm at warning or above.
//!
//! `cargo test --test notes -- --nocapture` prints the figures, rule by rule, and each
//! miss and false alarm of the notes in `tuned/`.

mod note;
mod score;

use std::path::Path;
use std::time::Instant;

use note::{Note, read, read_sentences};
use recording_standard::{Finding, Moment, Options, Policy, Value, check, check_text};
use score::Score;

/// What has to be reached, in parts of a hundred.
struct Floors {
    recall: f64,
    precision: f64,
    clean: f64,
}

fn files(part: &str) -> impl Iterator<Item = (String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notes").join(part);
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap_or_else(|_| panic!("the folder of the {part} notes"))
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files.into_iter().map(|path| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (name, std::fs::read_to_string(path).expect("text in UTF-8"))
    })
}

fn notes(part: &str) -> Vec<Note> {
    files(part).flat_map(|(_, file)| read(&file)).collect()
}

fn sentences(part: &str) -> Vec<Note> {
    files(part).flat_map(|(name, file)| read_sentences(&name, &file)).collect()
}

#[track_caller]
fn reaches(part: &str, notes: &[Note], fewest: usize, floors: &Floors) {
    assert!(notes.len() >= fewest, "{} notes", notes.len());
    let score = Score::of(notes);
    println!("{part}\n{score}");
    if !part.ends_with("aside") {
        println!("{}", score.details.join("\n"));
    }
    assert!(score.recall() >= floors.recall, "recall {:.1}", score.recall());
    assert!(score.precision() >= floors.precision, "precision {:.1}", score.precision());
    assert!(score.clean() >= floors.clean, "clean {:.1}", score.clean());
}

#[test]
fn notes_that_the_rules_were_made_better_by() {
    reaches("tuned", &notes("tuned"), 534, &Floors { recall: 91.0, precision: 97.2, clean: 96.5 });
}

fn options() -> Options<'static> {
    Options { now: Moment::read(score::TODAY).expect("a date"), file: None }
}

#[test]
fn notes_kept_aside() {
    reaches("aside", &notes("aside"), 60, &Floors { recall: 83.0, precision: 95.0, clean: 95.0 });
}

#[test]
fn sentences_that_the_rules_were_made_better_by() {
    reaches(
        "sentences/tuned",
        &sentences("sentences/tuned"),
        1_600,
        &Floors { recall: 91.0, precision: 96.5, clean: 98.5 },
    );
}

#[test]
fn sentences_kept_aside() {
    reaches(
        "sentences/aside",
        &sentences("sentences/aside"),
        540,
        &Floors { recall: 66.0, precision: 89.0, clean: 96.5 },
    );
}

#[test]
fn a_text_alone_is_judged_as_in_a_record() {
    let policy = Policy::default();
    for note in notes("tuned") {
        let mut record = Value::Null;
        record.set("text", note.text.as_str().into());
        let of_text = |rule: &str| rule.starts_with("language/") || rule.starts_with("evidence/");
        let is_about_words = |finding: &Finding| of_text(finding.rule) && finding.range.is_some();
        let told = |found: Vec<Finding>| -> Vec<_> {
            let found = found.into_iter().filter(is_about_words);
            found.map(|finding| (finding.rule, finding.range, finding.severity, finding.message)).collect()
        };
        let alone = told(check_text(&note.text, &policy, options()));
        assert_eq!(alone, told(check(&record, &policy, options()).findings), "{}", note.id);
    }
}

#[test]
fn what_was_judged_before_makes_no_difference() {
    let policy = Policy::default();
    let notes = notes("tuned");
    let judge = |note: &Note| check_text(&note.text, &policy, options());
    let forwards: Vec<_> = notes.iter().map(judge).collect();
    let mut backwards: Vec<_> = notes.iter().rev().map(judge).collect();
    backwards.reverse();
    assert_eq!(forwards, backwards);
}

#[test]
fn ten_times_the_words_take_ten_times_as_long() {
    const WORDS: usize = 1_500;
    let policy = Policy::default();
    let notes: Vec<_> = notes("tuned").into_iter().map(|note| note.text).collect();
    let text = notes.join("\n\n");
    let words: Vec<_> = text.split_inclusive(' ').cycle().take(WORDS * 10).collect();
    let time = |text: &str| {
        let start = Instant::now();
        std::hint::black_box(check_text(text, &policy, options()));
        start.elapsed()
    };
    // Other work on this machine slows some runs, and hardly all of either.
    let (one, ten) = (words[..WORDS].concat(), words.concat());
    let times: Vec<_> = (0..5).map(|_| (time(&one), time(&ten))).collect();
    let short = times.iter().map(|(one, _)| *one).min().unwrap_or_default();
    let long = times.iter().map(|(_, ten)| *ten).min().unwrap_or_default();
    println!("{WORDS} words in {short:?}, ten times as many in {long:?}");
    // It would be a hundred times if each word were held against all others.
    assert!(long < short * 50, "{short:?}, and {long:?} for ten times the words");
}
