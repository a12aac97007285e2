//! How well the words are judged: labelled notes, and what the rules make of them.
//!
//! The notes were written and marked, as an expert would mark them by the catalogue, by
//! people who had not seen the rules or the tables. Those in `tuned/` the rules were
//! made better by; those in `aside/` nobody looked at while they did so, and what is
//! said of them is what can be expected of notes never seen.
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

use note::{Note, read};
use score::Score;

/// What has to be reached, in parts of a hundred.
struct Floors {
    recall: f64,
    precision: f64,
    clean: f64,
}

fn notes(part: &str) -> Vec<Note> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/notes").join(part);
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder of the notes")
        .map(|file| file.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    files.iter().flat_map(|file| read(&std::fs::read_to_string(file).expect("text in UTF-8"))).collect()
}

#[track_caller]
fn reaches(part: &str, fewest: usize, floors: &Floors) -> Score {
    let notes = notes(part);
    assert!(notes.len() >= fewest, "{} notes", notes.len());
    let score = Score::of(&notes);
    println!("{part}\n{score}");
    assert!(score.recall() >= floors.recall, "recall {:.1}", score.recall());
    assert!(score.precision() >= floors.precision, "precision {:.1}", score.precision());
    assert!(score.clean() >= floors.clean, "clean {:.1}", score.clean());
    score
}

#[test]
fn notes_that_the_rules_were_made_better_by() {
    let score = reaches("tuned", 95, &Floors { recall: 95.0, precision: 98.0, clean: 97.0 });
    println!("{}", score.details.join("\n"));
}

#[test]
fn notes_kept_aside() {
    reaches("aside", 60, &Floors { recall: 69.0, precision: 93.0, clean: 94.0 });
}
