//! The volumes of a paper file.

use crate::calendar::Moment;
use crate::check::{Context, Findings};
use crate::finding::Severity;
use crate::record::{CaseFile, Medium, Status, Volume};
use crate::rules::{Check, Rule};

/// `custody/volume-number`
pub static VOLUME_NUMBER: Rule = Rule {
    id: "custody/volume-number",
    severity: Severity::Error,
    clauses: &["volume-dates", "person-details"],
    summary: "A volume of a paper file has no number, or the numbers repeat or skip.",
    why: "Whoever takes one volume from the shelf must see how many there are and which is missing.",
    bad: r#"{ "kind": "file", "medium": "paper", "volumes": [{ "number": 1 }, { "number": 3 }] }"#,
    good: r#"{ "kind": "file", "medium": "paper", "volumes": [{ "number": 1 }, { "number": 2 }] }"#,
    check: Check::File(volume_number),
};

fn volume_number(file: &CaseFile, _: &Context, findings: &mut Findings) {
    if file.volumes.is_empty() && file.medium.get() == Some(&Medium::Paper) {
        findings.add("volumes/0/number", "Give the number of this paper file’s volume, even where there is only one.");
    }
    let mut numbers: Vec<_> = Vec::new();
    for (index, volume) in file.volumes.iter().enumerate() {
        if volume.number.is_blank() {
            findings.add(&format!("volumes/{index}/number"), "Give this volume its number.");
        }
        numbers.extend(volume.number.get().map(|number| (*number, index)));
    }
    let are_all_known = numbers.len() == file.volumes.len();
    numbers.sort_unstable();
    for ((number, _), (next, index)) in numbers.iter().zip(numbers.iter().skip(1)) {
        let path = format!("volumes/{index}/number");
        if number == next {
            findings.add(&path, "Another volume has the same number: check which is which.");
        } else if are_all_known && next - number > 1 {
            findings.add(
                &path,
                "A number is missing before this one: check the number, or list the volume that is missing.",
            );
        }
    }
}

/// `custody/volume-dates`
pub static VOLUME_DATES: Rule = Rule {
    id: "custody/volume-dates",
    severity: Severity::Error,
    clauses: &["volume-dates"],
    summary: "One of several volumes lacks the dates that it covers, or they overlap or run backwards.",
    why: "Whoever looks for one winter should not have to open every volume.",
    bad: r#"{ "kind": "file", "volumes": [{ "number": 1, "from": "2019-02-01", "to": "2022-06-30" },
        { "number": 2, "from": "2022-05-01" }] }"#,
    good: r#"{ "kind": "file", "volumes": [{ "number": 1, "from": "2019-02-01", "to": "2022-06-30" },
        { "number": 2, "from": "2022-06-30" }] }"#,
    check: Check::File(volume_dates),
};

fn volume_dates(file: &CaseFile, context: &Context, findings: &mut Findings) {
    if file.volumes.len() < 2 {
        return;
    }
    let volumes = in_order(file);
    let is_closed = file.standing(&context.now) != Status::Open;
    let mut earlier: Option<&Volume> = None;
    for (place, (index, volume)) in volumes.iter().enumerate() {
        let is_last = place + 1 == volumes.len();
        if volume.from.is_blank() {
            findings.add(&format!("volumes/{index}/from"), "Give the first date that this volume covers.");
        }
        if volume.to.is_blank() && (!is_last || is_closed) {
            findings.add(&format!("volumes/{index}/to"), "Give the last date that this volume covers.");
        }
        if let (Some(from), Some(to)) = (volume.from.get(), volume.to.get())
            && to.is_before(from)
        {
            findings.add(&format!("volumes/{index}/to"), "This volume ends before it begins: check both dates.");
        }
        let end = earlier.and_then(|earlier| earlier.to.get().or(earlier.from.get()));
        if let (Some(end), Some(from)) = (end, volume.from.get())
            && from.is_before(end)
        {
            findings.add(
                &format!("volumes/{index}/from"),
                "This volume begins before the one before it ends: check the dates of both.",
            );
        }
        earlier = Some(volume);
    }
}

/// The volumes as they are numbered; where numbers are missing, as their dates follow.
fn in_order<'f>(file: &'f CaseFile<'f>) -> Vec<(usize, &'f Volume<'f>)> {
    let mut volumes: Vec<_> = file.volumes.iter().enumerate().collect();
    let are_numbered = volumes.iter().all(|(_, volume)| volume.number.is_given());
    volumes.sort_by_key(|(_, volume)| {
        let number = volume.number.get().filter(|_| are_numbered).copied();
        (number, volume.from.get().filter(|_| !are_numbered).map(Moment::earliest))
    });
    volumes
}
