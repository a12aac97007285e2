//! When it was written. In March 2026 the 3rd is a Tuesday; Good Friday is 3 April.

use serde_json::json;

use crate::setting;

#[test]
fn an_event_without_a_date() {
    setting().finds(
        "timing/missing-event-time",
        &[
            ("nothing said", json!({ "type": "visit" }), &["/eventAt"]),
            ("blank", json!({ "type": "phoneCall", "eventAt": "  " }), &["/eventAt"]),
            ("null, as a system exports it", json!({ "type": "note", "eventAt": null }), &["/eventAt"]),
        ],
    );
    setting().is_silent(
        "timing/missing-event-time",
        &[
            ("a date without a time is enough", json!({ "eventAt": "3 March 2026" })),
            ("a bad date is another rule’s matter", json!({ "eventAt": "31/02/2026" })),
            ("a file has no event", json!({ "kind": "file", "referenceNumber": "4417" })),
        ],
    );
}

#[test]
fn a_late_entry_that_does_not_say_so() {
    setting().finds(
        "timing/late-entry-not-stated",
        &[
            (
                "Tuesday’s visit, written on Thursday",
                json!({ "type": "visit", "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-05T09:00" }),
                &["/late/stated"],
            ),
            (
                "the prompt goes to the text, where the sentence can be put",
                json!({ "eventAt": "03/03/2026", "recordedAt": "09/03/2026 10:15", "text": "Ava was at home." }),
                &["/text"],
            ),
            (
                "before Easter, written on the Wednesday after: Tuesday was the next working day",
                json!({ "eventAt": "2026-04-02T11:00", "recordedAt": "2026-04-08T09:00", "text": "Rang Mum." }),
                &["/text"],
            ),
            (
                "a late child’s arrival at school does not make the record a late one",
                json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "text": "Ava was late for school." }),
                &["/text"],
            ),
            (
                "what Mum said of her own papers",
                json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15",
                    "text": "Mum showed me the form and said “that was recorded late”." }),
                &["/text"],
            ),
            (
                "a denial",
                json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "text": "This is not a late entry." }),
                &["/text"],
            ),
            (
                "an old draft is prompted now",
                json!({ "eventAt": "2026-11-18T16:00", "draft": true, "text": "Ava was at home." }),
                &["/text"],
            ),
            (
                "the box for it left unticked",
                json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "late": { "stated": false }, "text": "Seen." }),
                &["/late/stated"],
            ),
        ],
    );
    let late = |text: &str| json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "text": text });
    setting().is_silent(
        "timing/late-entry-not-stated",
        &[
            (
                "the next working day",
                json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-04T23:50" }),
            ),
            ("Friday’s visit on Monday", json!({ "eventAt": "2026-03-06T16:00", "recordedAt": "2026-03-09T17:00" })),
            ("Thursday before Easter, on Tuesday", json!({ "eventAt": "2026-04-02T11:00", "recordedAt": "2026-04-07T09:00" })),
            (
                "Christmas Eve, on the 29th: Boxing Day 2026 is a Saturday and is kept on Monday",
                json!({ "eventAt": "2025-12-24T11:00", "recordedAt": "2025-12-29T09:00" }),
            ),
            ("the box for it", json!({ "eventAt": "2026-03-03", "recordedAt": "2026-03-09", "late": { "stated": true } })),
            ("said when", json!({ "eventAt": "2026-03-03", "recordedAt": "2026-03-09", "late": { "writtenAt": "2026-03-09T10:15" } })),
            ("said at the start", late("Late entry. Ava was at home.")),
            ("said in passing", late("Ava was at home. I have written this up three days after the visit as I was off sick; written up late.")),
            ("said with a number of days", late("This visit was written up 4 days after it took place.")),
            ("said in words", late("Visit on 3 March, written up on 9 March.")),
            ("said as recorded retrospectively", late("Recorded retrospectively on 9 March 2026.")),
            ("said as a delay", late("There was a delay in recording this because our system was down.")),
            ("said with a reason", late("Delayed recording: I was in court all week.")),
            ("a dated addendum", late("Addendum 9 March 2026: the school nurse also rang.")),
            (
                "a weekend away that lasted counts from its end",
                json!({ "eventAt": "2026-03-06T16:00", "eventEndedAt": "2026-03-08T18:00", "recordedAt": "2026-03-09T10:00" }),
            ),
            (
                "past midnight in summer is the day on the wall, not the day before",
                json!({ "eventAt": "2026-07-01T00:30", "recordedAt": "2026-07-02T23:00" }),
            ),
            ("a fresh draft", json!({ "eventAt": "2026-11-23T10:00", "draft": true, "text": "Ava was at home." })),
            ("not said when it was recorded", json!({ "eventAt": "2026-03-03T16:00" })),
        ],
    );
}

#[test]
fn the_policy_says_how_soon() {
    let policy = json!({
        "late": { "default": { "workingDays": 5 }, "types": { "visit": { "hours": 24 }, "supervision": { "workingDays": 0 } } },
        "closedDays": ["2026-03-05"],
    });
    let entry = |entry_type: &str, event: &str, recorded: &str| json!({ "type": entry_type, "eventAt": event, "recordedAt": recorded });
    setting().policy(&policy).finds(
        "timing/late-entry-not-stated",
        &[
            ("25 hours", entry("visit", "2026-03-03T16:00", "2026-03-04T17:00"), &["/late/stated"]),
            (
                "24 hours over the night in which the clocks go forward",
                entry("visit", "2026-03-28T16:00", "2026-03-29T17:01"),
                &["/late/stated"],
            ),
            (
                "the day after supervision",
                entry("supervision", "2026-03-03T16:00", "2026-03-04T09:00"),
                &["/late/stated"],
            ),
            (
                "six working days, one of which was closed, and one more",
                entry("email", "2026-03-03", "2026-03-12"),
                &["/late/stated"],
            ),
        ],
    );
    setting().policy(&policy).is_silent(
        "timing/late-entry-not-stated",
        &[
            ("23 hours", entry("visit", "2026-03-03T16:00", "2026-03-04T15:00")),
            (
                "24 hours and the one that the clocks went forward",
                entry("visit", "2026-03-28T16:00", "2026-03-29T17:00"),
            ),
            ("a visit without a time may have ended late", entry("visit", "2026-03-03", "2026-03-04T22:00")),
            ("the closed day does not count", entry("email", "2026-03-03", "2026-03-11")),
        ],
    );
}

#[test]
fn the_late_entry_prompt_offers_a_sentence_with_date_and_time() {
    let record = json!({ "eventAt": "2026-11-18T16:00", "draft": true, "text": "Ava was at home." });
    let findings = setting().now("2026-11-23T12:05").findings("timing/late-entry-not-stated", &record);
    let fix = &findings[0].fixes[0];
    assert_eq!(fix.replacement, "Late entry, written on 23 November 2026 at 12:05. ");
    let range = findings[0].range.expect("the sentence has a place");
    assert_eq!((range.start, range.end), (0, 0));

    let mended =
        json!({ "eventAt": "2026-11-18T16:00", "draft": true, "text": format!("{}Ava was at home.", fix.replacement) });
    setting().is_silent("timing/late-entry-not-stated", &[("with the sentence in it", mended)]);
}

#[test]
fn a_late_entry_without_the_time_of_writing() {
    setting().finds(
        "timing/late-entry-time-missing",
        &[
            (
                "said, and no time anywhere",
                json!({ "late": { "stated": true }, "text": "Ava was at home." }),
                &["/late/writtenAt"],
            ),
            (
                "a date alone",
                json!({ "recordedAt": "2026-03-09", "text": "Late entry. Ava was at home." }),
                &["/recordedAt"],
            ),
            (
                "a date alone in the text",
                json!({ "recordedAt": "2026-03-09", "text": "Late entry, written on 9 March 2026." }),
                &["/recordedAt"],
            ),
        ],
    );
    setting().is_silent(
        "timing/late-entry-time-missing",
        &[
            ("the stamp has both", json!({ "recordedAt": "2026-03-09T10:15", "text": "Late entry." })),
            ("the field has both", json!({ "late": { "stated": true, "writtenAt": "9 March 2026 10:15" } })),
            (
                "the text has both",
                json!({ "recordedAt": "2026-03-09", "text": "Late entry, written on 9 March 2026 at 10:15." }),
            ),
            (
                "as people write the time",
                json!({ "recordedAt": "2026-03-09", "text": "Late entry made 9/3/26, 4.30pm." }),
            ),
            ("not late", json!({ "recordedAt": "2026-03-09", "text": "Ava was at home." })),
            ("a draft is stamped when submitted", json!({ "draft": true, "late": { "stated": true } })),
        ],
    );
}

#[test]
fn yesterday_in_a_late_entry() {
    let late = |text: &str| json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-09T10:15", "text": text });
    setting().finds(
        "timing/relative-date",
        &[
            ("yesterday", late("Late entry. Mum rang me yesterday."), &["/text"]),
            (
                "last week and today",
                late("Late entry. Ava was off last week. She is in school today."),
                &["/text", "/text"],
            ),
            ("this morning", late("Recorded late. This morning Jay was calm."), &["/text"]),
            ("said twice, told once", late("Late entry. Seen today. Also seen by school today."), &["/text"]),
        ],
    );
    setting().is_silent(
        "timing/relative-date",
        &[
            ("in time", json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-03T17:15", "text": "Mum rang me today." })),
            ("Ava’s own words", late("Late entry. Ava said “I saw Dad yesterday”.")),
            ("a date", late("Late entry. Mum rang me on 2 March.")),
        ],
    );
}

#[test]
fn a_late_change_that_does_not_say_so() {
    let changed = |updated: &str, text: &str| json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-03T17:00", "updatedAt": updated, "text": text });
    setting().finds(
        "timing/late-update-not-stated",
        &[
            ("six weeks later", changed("2026-04-20T09:30", "Ava was in school."), &["/updatedAt"]),
            ("two working days later", changed("2026-03-05T09:30", "Ava was in school."), &["/updatedAt"]),
            ("a day-first date", changed("20/04/2026", "Ava was in school."), &["/updatedAt"]),
        ],
    );
    setting().is_silent(
        "timing/late-update-not-stated",
        &[
            ("the next day", changed("2026-03-04T09:30", "Ava was in school.")),
            (
                "says so",
                changed(
                    "2026-04-20T09:30",
                    "Ava was in school. Updated on 20 April 2026: she was in the class photograph.",
                ),
            ),
            (
                "an addendum",
                changed("2026-04-20T09:30", "Ava was in school. Addendum 20/04/2026 09:30 – the teacher rang back."),
            ),
            ("never changed", json!({ "eventAt": "2026-03-03T16:00", "recordedAt": "2026-03-03T17:00" })),
        ],
    );
}

#[test]
fn dates_in_the_wrong_order() {
    setting().finds(
        "timing/recorded-before-event",
        &[
            ("ten days before", json!({ "eventAt": "2026-03-14", "recordedAt": "2026-03-04T10:00" }), &["/recordedAt"]),
            (
                "an hour before",
                json!({ "eventAt": "2026-03-04T16:00", "recordedAt": "2026-03-04T15:00" }),
                &["/recordedAt"],
            ),
            (
                "the years mixed up",
                json!({ "eventAt": "4 March 2026", "recordedAt": "4 March 2025 10:00" }),
                &["/recordedAt"],
            ),
        ],
    );
    setting().is_silent(
        "timing/recorded-before-event",
        &[
            ("the same day, times unknown", json!({ "eventAt": "2026-03-04T16:00", "recordedAt": "2026-03-04" })),
            ("a plan", json!({ "type": "plan", "eventAt": "2026-03-14", "recordedAt": "2026-03-04T10:00" })),
            ("recorded during a long visit", json!({ "eventAt": "2026-03-04T15:00", "eventEndedAt": "2026-03-04T18:00", "recordedAt": "2026-03-04T17:00" })),
            ("an event to come is another rule’s matter", json!({ "eventAt": "2027-03-14", "recordedAt": "2026-11-20T10:00" })),
        ],
    );
    setting().finds(
        "timing/future-event",
        &[
            ("next year", json!({ "type": "visit", "eventAt": "2027-03-04" }), &["/eventAt"]),
            ("this afternoon", json!({ "type": "visit", "eventAt": "2026-11-23T15:00" }), &["/eventAt"]),
            ("a slip of the century", json!({ "eventAt": "04/03/2062" }), &["/eventAt"]),
        ],
    );
    setting().is_silent(
        "timing/future-event",
        &[
            ("today, no time", json!({ "type": "visit", "eventAt": "2026-11-23" })),
            ("this morning", json!({ "type": "visit", "eventAt": "2026-11-23T09:00" })),
            ("a plan", json!({ "type": "plan", "eventAt": "2027-03-04" })),
            ("a review date", json!({ "type": "review", "eventAt": "2026-11-20", "reviewOn": "2027-03-04" })),
        ],
    );
}

#[test]
fn work_after_its_due_date() {
    let work = |due: &str, completed: &str| json!({ "type": "assessment", "dueOn": due, "completedOn": completed });
    setting().finds(
        "timing/timescale-missed",
        &[
            ("a day late", work("2026-03-04", "2026-03-05"), &["/completedOn"]),
            ("months late", work("4 March 2026", "20/06/2026"), &["/completedOn"]),
            (
                "an extension that did not reach far enough",
                json!({ "dueOn": "2026-03-04", "completedOn": "2026-03-20", "extension": { "until": "2026-03-18" } }),
                &["/completedOn"],
            ),
        ],
    );
    setting().is_silent(
        "timing/timescale-missed",
        &[
            ("on the day", work("2026-03-04", "2026-03-04T17:00")),
            ("early", work("2026-03-04", "2026-02-27")),
            ("not completed yet", json!({ "dueOn": "2026-03-04" })),
            (
                "extended",
                json!({ "dueOn": "2026-03-04", "completedOn": "2026-03-20", "extension": { "until": "2026-03-20" } }),
            ),
        ],
    );
}

#[test]
fn an_extension_that_nobody_authorised() {
    let wirral = json!({ "standard": "wirral" });
    let manager = json!({ "name": "Pat Hill", "postTitle": "Team manager" });
    let nurse = json!([{ "name": "Sam Reid", "agency": "Health" }]);
    setting().policy(&wirral).finds(
        "timing/extension-not-authorised",
        &[
            (
                "nobody at all",
                json!({ "extension": { "until": "2026-03-25" } }),
                &["/extension/authorisedBy/name", "/extension/consulted/0/name"],
            ),
            (
                "no other agency",
                json!({ "extension": { "until": "2026-03-25", "authorisedBy": manager } }),
                &["/extension/consulted/0/name"],
            ),
            (
                "no manager",
                json!({ "extension": { "until": "2026-03-25", "consulted": nurse } }),
                &["/extension/authorisedBy/name"],
            ),
        ],
    );
    let complete = json!({ "extension": { "until": "2026-03-25", "authorisedBy": manager, "consulted": nurse } });
    setting().policy(&wirral).is_silent(
        "timing/extension-not-authorised",
        &[
            ("authorised after talking to health", complete),
            ("no extension", json!({ "dueOn": "2026-03-04" })),
            ("the boxes for one left empty", json!({ "extension": { "until": "", "authorisedBy": { "name": "" } } })),
        ],
    );
    setting().is_silent(
        "timing/extension-not-authorised",
        &[("NEL SCP does not ask for it", json!({ "extension": { "until": "2026-03-25" } }))],
    );
}
