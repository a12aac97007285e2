//! How many cases hold each rule. The tables are counted as they are checked, in a run of
//! these tests of their own, since no test knows when the others are over.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::process::Command;

use recording_standard::rules::RULES;

/// Names, to that run, the file in which it counts.
const COUNTING: &str = "RECORDING_STANDARD_CASES";

/// On so many records at least each rule speaks, and on so many near misses it does not.
const FEWEST: usize = 3;

/// Tests that hold no table, or one too large to go through twice.
const PASSED_OVER: [&str; 4] = ["cases::", "catalogue::", "ten_thousand", "no_room_for_all"];

/// Notes a case of a table: on which record the rule speaks, or on which it is silent.
pub fn note(rule: &str, record: &serde_json::Value, speaks: bool) {
    let Some(path) = std::env::var_os(COUNTING) else { return };
    let mut file = OpenOptions::new().append(true).create(true).open(path).expect("the cases can be noted");
    let kind = if speaks { "speaks" } else { "silent" };
    file.write_all(format!("{rule}\t{kind}\t{record}\n").as_bytes()).expect("the cases can be noted");
}

/// For each rule on how many records it speaks, and on how many it is silent.
fn counted() -> BTreeMap<String, (usize, usize)> {
    let path = std::env::temp_dir().join(format!("recording-standard-cases-{}", std::process::id()));
    let mut command = Command::new(std::env::current_exe().expect("this test is a program"));
    command.arg("--quiet").env(COUNTING, &path);
    for name in PASSED_OVER {
        command.args(["--skip", name]);
    }
    let output = command.output().expect("this test can be run again");
    assert!(output.status.success(), "a table is not right: see the other tests");
    let noted = fs::read_to_string(&path).expect("cases were noted");
    fs::remove_file(&path).expect("the notes can be taken away");
    let mut counts: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    // The same record twice is one case.
    for line in noted.lines().collect::<HashSet<_>>() {
        let mut columns = line.split('\t');
        let (Some(rule), Some(kind)) = (columns.next(), columns.next()) else { continue };
        let count = counts.entry(rule.to_owned()).or_default();
        *(if kind == "speaks" { &mut count.0 } else { &mut count.1 }) += 1;
    }
    counts
}

#[test]
fn every_rule_has_three_records_on_which_it_speaks_and_three_near_misses() {
    let counts = counted();
    let of = |id: &str| counts.get(id).copied().unwrap_or_default();
    for rule in RULES {
        let (speaks, silent) = of(rule.id);
        println!("{}: speaks on {speaks}, is silent on {silent}", rule.id);
    }
    let (speaks, silent) = counts.values().fold((0, 0), |sum, count| (sum.0 + count.0, sum.1 + count.1));
    println!("{} rules: {speaks} records on which they speak, {silent} on which they are silent", RULES.len());
    let few = RULES.iter().filter(|rule| of(rule.id).0 < FEWEST || of(rule.id).1 < FEWEST);
    let few: Vec<_> = few.map(|rule| format!("{} {:?}", rule.id, of(rule.id))).collect();
    assert!(few.is_empty(), "too few cases: {few:#?}");
}
