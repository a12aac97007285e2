//! What holds for every rule of the list.

use recording_standard::rules::{Check, RULES};
use recording_standard::standard::{CLAUSES, UNSEEN, clause_names, clauses, unseen};
use recording_standard::{Options, Policy, Standard, Value, check, check_text, coverage};

use crate::moment;

/// Which rules speak about an example: a record in JSON, or a text.
fn rules_that_speak(example: &str) -> Vec<&'static str> {
    let options = Options { now: moment("2026-11-23T12:00"), file: None };
    // The standard that has every clause, and the one setting without which a rule sleeps.
    let policy = serde_json::json!({ "standard": "wirral", "retentionYears": 75 });
    let policy = Policy::read(&crate::value(&policy)).expect("the policy is right");
    let findings = if example.trim_start().starts_with('{') {
        let record: Value = serde_json::from_str(example).expect("the example is JSON");
        check(&record, &policy, options).findings
    } else {
        check_text(example, &policy, options)
    };
    findings.into_iter().map(|finding| finding.rule).collect()
}

#[test]
fn every_rule_speaks_about_its_bad_example_and_is_silent_about_its_good_one() {
    for rule in RULES {
        assert!(rules_that_speak(rule.bad).contains(&rule.id), "{} is silent about its bad example", rule.id);
        assert!(!rules_that_speak(rule.good).contains(&rule.id), "{} speaks about its good example", rule.id);
    }
}

#[test]
fn every_rule_has_an_id_of_its_own_that_names_its_group() {
    let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), RULES.len());
    assert!(ids.iter().all(|id| id.split('/').count() == 2));
}

#[test]
fn every_rule_stands_on_clauses_that_exist() {
    for rule in RULES {
        assert!(!rule.clauses.is_empty(), "{} stands on nothing", rule.id);
        for clause in rule.clauses {
            assert!(clause_names().any(|name| name == *clause), "{} stands on {clause}, which is no clause", rule.id);
        }
    }
}

#[test]
fn every_clause_is_held_by_a_rule_or_named_as_beyond_a_program() {
    for clause in clause_names() {
        let is_held = RULES.iter().any(|rule| rule.clauses.contains(&clause));
        assert_ne!(is_held, unseen(clause).is_some(), "{clause}: either rules ask about it or no program can");
    }
}

#[test]
fn what_is_named_as_beyond_a_program_is_a_clause_with_a_reason() {
    let mut names = Vec::new();
    for line in UNSEEN.lines().skip(1) {
        let Some((clause, reason)) = line.split_once('\t') else { panic!("{line}: a clause, a tab, a reason") };
        assert!(clause_names().any(|name| name == clause), "{clause} is no clause");
        assert!(!names.contains(&clause), "{clause} stands there twice");
        assert!(reason.split(' ').count() > 10, "{clause}: {reason}");
        names.push(clause);
        let rules = reason.split([' ', ',']).map(|word| word.trim_end_matches('.')).filter(|word| word.contains('/'));
        for id in rules {
            assert!(RULES.iter().any(|rule| rule.id == id), "{clause}: {id} is no rule");
        }
    }
}

#[test]
fn the_table_of_clauses_is_whole() {
    let lines = CLAUSES.lines().skip(1).count();
    assert_eq!(clause_names().count(), lines, "a line has not five columns");
    let mut names: Vec<_> = clause_names().collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), lines, "a clause stands there twice");
    assert!(clauses().all(|clause| ["must", "should", "prefer"].contains(&clause.force)));
}

#[test]
fn the_coverage_is_that_of_the_standard_in_force() {
    let coverage = |standard: &str| {
        let policy = serde_json::json!({ "standard": standard });
        coverage(&Policy::read(&crate::value(&policy)).expect("the policy is right"))
    };
    let (nel, wirral) = (coverage("nel-scp"), coverage("wirral"));
    assert_eq!(nel.len() + 2, wirral.len(), "Wirral alone asks to see a child alone, and to authorise an extension");
    assert_eq!(wirral.len(), clause_names().count());
    let late = |clauses: &[recording_standard::ClauseInfo]| {
        let clause = clauses.iter().find(|clause| clause.id == "late-entry-stated").cloned();
        clause.map(|clause| (clause.section, clause.rules)).expect("both standards have it")
    };
    assert_eq!(late(&nel).0, "23");
    assert_eq!(late(&wirral).0, "6.8");
    assert!(late(&nel).1.contains(&"timing/late-entry-not-stated"));
}

#[test]
fn every_rule_but_two_of_wirral_runs_under_both_standards() {
    let of_wirral = ["timing/extension-not-authorised", "involvement/not-seen-alone"];
    for rule in RULES {
        assert!(!Standard::wirral().cite(rule.clauses).is_empty(), "{}", rule.id);
        let under_nel = !Standard::nel_scp().cite(rule.clauses).is_empty();
        assert_eq!(under_nel, !of_wirral.contains(&rule.id), "{}", rule.id);
    }
}

#[test]
fn text_rules_alone_are_told_by_a_text() {
    for rule in RULES {
        let is_text = matches!(rule.check, Check::Text(_) | Check::Sentences(_));
        assert_eq!(is_text, !rule.bad.trim_start().starts_with('{'), "{}", rule.id);
    }
}
