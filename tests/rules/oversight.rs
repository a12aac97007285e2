//! What managers look at.

use serde_json::{Value, json};

use crate::setting;

const AUDIT: &str = "oversight/audit-overdue";
const DEFICIENCY: &str = "oversight/deficiency-open";
const INCOMPLETE: &str = "oversight/decision-incomplete";
const NOT_REVIEWED: &str = "oversight/decision-not-reviewed";

fn file(of: Value) -> Value {
    let mut file = of;
    file["kind"] = json!("file");
    file
}

#[test]
fn nobody_has_looked_for_half_a_year() {
    setting().finds(
        AUDIT,
        &[
            ("six months and a day", file(json!({ "audits": [{ "on": "2026-05-22" }] })), &["/audits/0/on"]),
            (
                "never, and opened last year",
                file(json!({ "status": "open", "openedOn": "2025-03-04" })),
                &["/audits/0/on"],
            ),
            (
                "an empty row is no audit",
                file(json!({ "openedOn": "2025-03-04", "audits": [{ "on": "", "by": { "name": "" } }] })),
                &["/audits/0/on"],
            ),
            (
                "the latest counts",
                file(json!({ "audits": [{ "on": "2025-03-04" }, { "on": "2026-02-04" }, { "on": "2024-03-04" }] })),
                &["/audits/1/on"],
            ),
            (
                "a planned one has not been",
                file(json!({ "audits": [{ "on": "2026-01-04" }, { "on": "2026-12-04" }] })),
                &["/audits/0/on"],
            ),
        ],
    );
    setting().now("2027-02-28T09:00").is_silent(
        AUDIT,
        &[("six months from 31 August end on 28 February", file(json!({ "audits": [{ "on": "2026-08-31" }] })))],
    );
    setting().is_silent(
        AUDIT,
        &[
            ("six months to the day", file(json!({ "audits": [{ "on": "2026-05-23" }] }))),
            ("opened in summer", file(json!({ "openedOn": "2026-07-01" }))),
            ("nobody knows when it was opened", file(json!({ "status": "open" }))),
            ("closed", file(json!({ "status": "closed", "openedOn": "2020-03-04" }))),
            ("closed by its date", file(json!({ "closedOn": "2026-03-04", "openedOn": "2020-03-04" }))),
            ("handed over", file(json!({ "status": "transferred", "openedOn": "2020-03-04" }))),
            (
                "the last one’s date cannot be read",
                file(json!({ "openedOn": "2020-03-04", "audits": [{ "on": "in autumn" }] })),
            ),
            (
                "an audit without a date",
                file(json!({ "openedOn": "2020-03-04", "audits": [{ "by": { "name": "Pat Hill" } }] })),
            ),
        ],
    );
    let yearly = json!({ "auditEveryMonths": 12 });
    setting()
        .policy(&yearly)
        .is_silent(AUDIT, &[("the policy asks once a year", file(json!({ "audits": [{ "on": "2025-11-23" }] })))]);
    setting()
        .policy(&yearly)
        .finds(AUDIT, &[("a year and a day", file(json!({ "audits": [{ "on": "2025-11-22" }] })), &["/audits/0/on"])]);
}

#[test]
fn found_and_not_put_right() {
    let audit = |on: &str, found: Value| file(json!({ "audits": [{ "on": on, "deficiencies": [found] }] }));
    let path = "/audits/0/deficiencies/0/rectifiedOn";
    setting().finds(
        DEFICIENCY,
        &[
            ("twenty-nine days", audit("2026-10-25", json!({ "what": "No chronology" })), &[path]),
            ("last year", audit("4/3/2025", json!({ "what": "Ethnicity blank", "rectifiedOn": "" })), &[path]),
            (
                "one of two, in the second audit",
                file(json!({ "audits": [
                    { "on": "2026-08-01" },
                    { "on": "2026-09-01", "deficiencies": [
                        { "what": "No chronology", "rectifiedOn": "2026-09-14" }, { "what": "Plan out of date" }] }] })),
                &["/audits/1/deficiencies/1/rectifiedOn"],
            ),
            (
                "closing the file puts nothing right",
                file(json!({ "status": "closed", "audits": [{ "on": "2026-09-01", "deficiencies": [{ "what": "No chronology" }] }] })),
                &[path],
            ),
        ],
    );
    setting().is_silent(
        DEFICIENCY,
        &[
            ("twenty-eight days", audit("2026-10-26", json!({ "what": "No chronology" }))),
            ("put right", audit("2026-03-04", json!({ "what": "No chronology", "rectifiedOn": "2026-03-10" }))),
            (
                "put right on a day that cannot be read",
                audit("2026-03-04", json!({ "what": "No chronology", "rectifiedOn": "since" })),
            ),
            ("nothing found", audit("2026-03-04", json!({ "what": "None" }))),
            ("an empty row", audit("2026-03-04", json!({ "what": "" }))),
            ("nobody knows when", audit("", json!({ "what": "No chronology" }))),
        ],
    );
    let slow = json!({ "deficiencyDays": 90 });
    setting().policy(&slow).is_silent(
        DEFICIENCY,
        &[("the policy gives ninety days", audit("2026-09-01", json!({ "what": "No chronology" })))],
    );
}

/// A decision with all four, and another value for one of its properties.
fn but(name: &str, value: Value) -> Value {
    let mut decision = json!({
        "what": "Visits every week until June", "madeBy": { "name": "Pat Hill", "postTitle": "Team manager" },
        "madeOn": "2026-11-04", "reasons": "Jay has been hurt twice since January.", "reviewOn": "2026-12-04",
    });
    decision[name] = value;
    decision
}

fn decided(decision: &Value) -> Value {
    file(json!({ "managementDecisions": [decision] }))
}

#[test]
fn a_managers_decision_with_something_missing() {
    setting().finds(
        INCOMPLETE,
        &[
            ("what?", decided(&but("what", json!(" "))), &["/managementDecisions/0/what"]),
            ("who?", decided(&but("madeBy", json!({ "postTitle": "Team manager" }))), &["/managementDecisions/0/madeBy/name"]),
            ("when?", decided(&but("madeOn", json!(null))), &["/managementDecisions/0/madeOn"]),
            ("why?", decided(&but("reasons", json!("n/a"))), &["/managementDecisions/0/reasons"]),
            (
                "a note on a form",
                decided(&json!({ "what": "Case to be allocated" })),
                &["/managementDecisions/0/madeBy/name", "/managementDecisions/0/madeOn", "/managementDecisions/0/reasons"],
            ),
            (
                "in supervision",
                json!({ "type": "supervision", "eventAt": "2026-11-04",
                    "decisions": [{ "what": "Close by Christmas", "byManager": true, "madeBy": { "name": "Pat Hill" } }] }),
                &["/decisions/0/reasons"],
            ),
            (
                "in an entry without a date",
                json!({ "type": "supervision", "decisions": [{ "what": "Close by Christmas, because the plan has worked", "byManager": "Yes",
                    "madeBy": { "name": "Pat Hill" } }] }),
                &["/decisions/0/madeOn"],
            ),
        ],
    );
    setting().is_silent(
        INCOMPLETE,
        &[
            ("all four", decided(&but("byManager", json!(true)))),
            (
                "why, in the same breath",
                decided(&but("what", json!("Visits every week since Jay has been hurt twice"))),
            ),
            ("an empty row", decided(&json!({ "what": "", "madeBy": { "name": "" } }))),
            ("a date that cannot be read", decided(&but("madeOn", json!("last Tuesday")))),
            (
                "the worker’s own decision",
                json!({ "type": "visit", "decisions": [{ "what": "I will ring on Friday" }] }),
            ),
        ],
    );
    let no_reasons = {
        let mut decision = but("reasons", json!(""));
        decision["what"] = json!("Visits every week so that Jay is seen");
        decided(&decision)
    };
    setting().is_silent(INCOMPLETE, &[("the reason stands in what was decided", no_reasons)]);
}

#[test]
fn a_managers_decision_that_nobody_went_back_to() {
    setting().finds(
        NOT_REVIEWED,
        &[
            ("no date", decided(&but("reviewOn", json!(""))), &["/managementDecisions/0/reviewOn"]),
            ("yesterday", decided(&but("reviewOn", json!("2026-11-22"))), &["/managementDecisions/0/reviewedOn"]),
            ("last spring", decided(&but("reviewOn", json!("4 March 2026"))), &["/managementDecisions/0/reviewedOn"]),
            (
                "in supervision",
                json!({ "type": "supervision", "decisions": [{ "what": "Visits every week", "byManager": true }] }),
                &["/decisions/0/reviewOn"],
            ),
            (
                "a review, and when?",
                decided(&json!({ "what": "Visits every week, to be reviewed" })),
                &["/managementDecisions/0/reviewOn"],
            ),
        ],
    );
    setting().is_silent(
        NOT_REVIEWED,
        &[
            ("to come", decided(&but("byManager", json!(true)))),
            ("today", decided(&but("reviewOn", json!("2026-11-23")))),
            (
                "reviewed",
                decided(&json!({ "what": "Visits every week", "reviewOn": "2026-03-04", "reviewedOn": "2026-03-02" })),
            ),
            (
                "reviewed without a date for it",
                decided(&json!({ "what": "Visits every week", "reviewedOn": "2026-03-02" })),
            ),
            ("the text says when", decided(&json!({ "what": "Visits every week, to be reviewed on 4 December" }))),
            ("cannot be read", decided(&but("reviewOn", json!("next month")))),
            (
                "the file has been closed since",
                file(json!({ "status": "closed", "managementDecisions": [{ "what": "Close the file" }] })),
            ),
            (
                "a closing summary",
                json!({ "type": "closingSummary", "decisions": [{ "what": "Close the file", "byManager": true }] }),
            ),
            (
                "the worker’s own decision",
                json!({ "type": "visit", "decisions": [{ "what": "I will ring on Friday" }] }),
            ),
        ],
    );
}
