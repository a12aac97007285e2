//! The policy is strict: what it does not know it refuses, with the place and the
//! nearest right name.

use proptest::prelude::*;
use recording_standard::rules::RULES;
use recording_standard::{Citation, Moment, Options, Policy, Value, check, check_text, coverage};
use serde_json::json;

fn value(json: &serde_json::Value) -> Value {
    serde_json::from_value(json.clone()).expect("any JSON is a value")
}

#[test]
fn a_policy_that_is_not_right_is_refused_where_it_is_not() {
    let cases = [
        (json!("nel-scp"), "policy: must be an object"),
        (json!({ "standrad": "wirral" }), "standrad: there is no setting of that name; did you mean “standard”?"),
        (json!({ "standard": "nelscp" }), "standard: there is no standard of that name; did you mean “nel-scp”?"),
        (
            json!({ "rules": { "timing/late-entri-not-stated": "off" } }),
            "rules/timing/late-entri-not-stated: there is no rule of that name; did you mean “timing/late-entry-not-stated”?",
        ),
        (
            json!({ "rules": { "language/jargon": "warn" } }),
            "rules/language/jargon: there is no severity of that name; did you mean “warning”?",
        ),
        (json!({ "rules": ["language/jargon"] }), "rules: must be an object"),
        (
            json!({ "late": { "types": { "phonecall": { "hours": 24 } } } }),
            "late/types/phonecall: there is no type of entry of that name; did you mean “phoneCall”?",
        ),
        (json!({ "late": { "default": { "days": 2 } } }), "late/default/days: there is no unit of time of that name"),
        (
            json!({ "late": { "default": { "hours": -1 } } }),
            "late/default/hours: must be a whole number from 0 to 65535",
        ),
        (json!({ "late": { "default": {} } }), "late/default: must have hours or workingDays, and nothing else"),
        (json!({ "closedDays": ["2026-12-29", "soon"] }), "closedDays/1: must be a date"),
        (json!({ "closedDays": "2026-12-29" }), "closedDays: must be a list"),
        (json!({ "longSentence": 2.5 }), "longSentence: must be a whole number from 0"),
        (json!({ "names": [""] }), "names/0: must be text"),
        (json!({ "glossary": [{ "as": "jargon" }] }), "glossary/0/term: must be text"),
        (
            json!({ "glossary": [{ "term": "the Hub", "as": "allow" }] }),
            "glossary/0/as: there is no value of that name; did you mean “allowed”?",
        ),
        (
            json!({ "required": [{ "field": "author/post_title" }] }),
            "required/0/field: there is no field of that name; did you mean “postTitle”?",
        ),
        (json!({ "required": [{ "field": "child/fullName" }] }), "required/0/field: there is no field of that name"),
        (
            json!({ "required": [{ "field": "dueOn", "when": { "field": "type" } }] }),
            "required/0/when/is: must be text, true or false, or a list of these",
        ),
        (
            json!({ "required": [{ "field": "dueOn", "types": ["assesment"] }] }),
            "required/0/types/0: there is no type of entry of that name; did you mean “assessment”?",
        ),
        (
            json!({ "standard": { "id": "leeds", "title": "Leeds" } }),
            "standard/clauses: must say where each clause stands",
        ),
        (
            json!({ "standard": { "id": "leeds", "title": "Leeds", "clauses": { "plain-englsh": "4.2" } } }),
            "standard/clauses/plain-englsh: there is no clause of that name; did you mean “plain-english”?",
        ),
    ];
    for (policy, refusal) in cases {
        let error = Policy::read(&value(&policy)).expect_err("the policy is not right");
        assert_eq!(error.to_string(), refusal, "{policy}");
    }
}

#[test]
fn a_policy_may_say_everything_or_nothing() {
    assert!(Policy::read(&Value::Null).is_ok());
    assert!(Policy::read(&value(&json!({}))).is_ok());
    let full = json!({
        "standard": "wirral",
        "rules": { "language/jargon": "advice", "language/wordy": "off" },
        "required": [
            { "field": "child/views", "types": ["visit"] },
            { "field": "sharing/0/reasonText", "when": { "field": "sharing/0/reason", "is": ["other"] } },
            { "field": "child/address", "of": "file", "when": { "field": "status", "is": "open" } },
        ],
        "late": { "default": { "workingDays": 2 }, "types": { "visit": { "hours": 24 } } },
        "closedDays": ["2026-12-29", "30/12/2026"],
        "glossary": [
            { "term": "the Hub", "meaning": "our front desk" },
            { "term": "robust", "instead": "strong", "as": "jargon" },
        ],
        "names": ["Grimsby"], "longSentence": 25, "childAsksFrom": 12, "seenAloneFrom": 4, "ownAgency": ["Children’s Services"],
        "retentionYears": 75, "retentionFrom": "closing", "auditEveryMonths": 3, "deficiencyDays": 14, "staleDays": 30,
        "templates": ["Visit record"],
    });
    let policy = Policy::read(&value(&full)).expect("the policy is right");
    assert_eq!(policy.standard.id, "wirral");
    assert_eq!(policy.retention_years, Some(75));
}

#[test]
fn a_rule_has_the_severity_that_the_policy_gives_it_or_does_not_run() {
    let record = value(&json!({ "author": { "name": "Priya Shah" } }));
    let rules = |policy: serde_json::Value| {
        let policy = Policy::read(&value(&policy)).expect("the policy is right");
        let now = Moment::read("2026-11-23T12:00").expect("a date");
        let report = check(&record, &policy, Options { now, file: None });
        let severity = |finding: &recording_standard::Finding| format!("{:?}", finding.severity);
        let found: Vec<_> =
            report.findings.iter().filter(|finding| finding.rule == "author/missing-post-title").collect();
        found.first().map(|finding| severity(finding))
    };
    assert_eq!(rules(json!({})).as_deref(), Some("Error"));
    assert_eq!(rules(json!({ "rules": { "author/missing-post-title": "advice" } })).as_deref(), Some("Advice"));
    assert_eq!(rules(json!({ "rules": { "author/missing-post-title": "off" } })), None);
}

#[test]
fn a_finding_cites_the_standard_in_force_as_that_numbers_its_clauses() {
    let record = value(&json!({ "eventAt": "2026-03-03", "recordedAt": "2026-03-09T10:15" }));
    let citation = |standard: serde_json::Value| {
        let policy = Policy::read(&value(&json!({ "standard": standard }))).expect("the policy is right");
        let now = Moment::read("2026-11-23T12:00").expect("a date");
        let report = check(&record, &policy, Options { now, file: None });
        let late = report.findings.into_iter().find(|finding| finding.rule == "timing/late-entry-not-stated");
        late.map(|finding| {
            finding
                .clauses
                .into_iter()
                .map(|clause| format!("{} {}", clause.standard, clause.section))
                .collect::<Vec<_>>()
        })
    };
    assert_eq!(citation(json!("nel-scp")), Some(vec!["nel-scp 23".to_owned()]));
    assert_eq!(citation(json!("wirral")), Some(vec!["wirral 6.8".to_owned()]));
    let own = json!({ "id": "leeds", "title": "Leeds", "clauses": { "late-entry-stated": "4.2" } });
    assert_eq!(citation(own), Some(vec!["leeds 4.2".to_owned()]));
    let without = json!({ "id": "leeds", "title": "Leeds", "clauses": { "plain-english": "4.1" } });
    assert_eq!(citation(without), None, "a rule that stands on no clause of the standard does not run");
}

/// What is found in every rule's example under a policy, with and without the citations.
fn found_in_examples(policy: &Policy) -> (Vec<String>, Vec<Citation>) {
    let options = Options { now: Moment::read("2026-11-23T12:00").expect("a date"), file: None };
    let (mut found, mut citations) = (Vec::new(), Vec::new());
    for rule in RULES {
        let findings = match serde_json::from_str::<Value>(rule.bad) {
            Ok(record) => check(&record, policy, options).findings,
            Err(_) => check_text(rule.bad, policy, options),
        };
        for mut finding in findings {
            citations.append(&mut finding.clauses);
            found.push(format!("{finding:?}"));
        }
    }
    (found, citations)
}

#[test]
fn under_another_boards_manual_rules_cite_its_sections_and_nothing_else_changes() {
    let text = include_str!("../examples/exampleshire.json");
    let json: serde_json::Value = serde_json::from_str(text).expect("the example is JSON");
    let exampleshire = Policy::read(&value(&json)).expect("the example is right");
    let wirral = Policy::read(&value(&json!({ "standard": "wirral" }))).expect("the policy is right");
    let (found, citations) = found_in_examples(&exampleshire);
    let (mut as_wirral, _) = found_in_examples(&wirral);
    assert!(found.len() > 80, "{}", found.len());
    assert!(
        citations
            .iter()
            .all(|citation| citation.standard == "exampleshire" && citation.section.contains(['A', 'B', 'C']))
    );
    // The one clause that this manual does not have, and so the one rule that sleeps.
    let is_asleep = |finding: &String| finding.contains("involvement/not-seen-alone");
    assert!(as_wirral.iter().any(is_asleep));
    as_wirral.retain(|finding| !is_asleep(finding));
    assert_eq!(found, as_wirral);
    assert_eq!(coverage(&exampleshire).len() + 1, coverage(&wirral).len());
}

proptest! {
    // Each case builds the lexicon anew.
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_json_is_a_policy_or_is_refused_and_any_term_can_be_one_of_the_agency(
        term in "\\PC{0,20}", meaning in "\\PC{0,12}", kind in 0_usize..4, text in "\\PC{0,80}",
    ) {
        let kind = ["allowed", "jargon", "abbreviation", "banned"][kind];
        let policy = json!({ "glossary": [{ "term": term, "meaning": meaning, "instead": meaning, "as": kind }], "names": [text] });
        if let Ok(policy) = Policy::read(&value(&policy)) {
            let now = Moment::read("2026-11-23T12:00").expect("a date");
            let record = value(&json!({ "text": format!("{text} {term} {text}") }));
            let report = check(&record, &policy, Options { now, file: None });
            prop_assert!(report.words < 1000);
        }
    }
}
