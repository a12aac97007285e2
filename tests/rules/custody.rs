//! Where a record is kept.

use serde_json::{Value, json};

use crate::setting;

const NUMBER: &str = "custody/volume-number";
const DATES: &str = "custody/volume-dates";
const LOCATION: &str = "custody/paper-location";
const MISMATCH: &str = "custody/paper-mismatch";
const STORAGE: &str = "custody/paper-storage";
const AUTHORITY: &str = "custody/removal-authority";
const TERMS: &str = "custody/removal-terms";
const OVERDUE: &str = "custody/removal-overdue";
const RETENTION: &str = "custody/retention";
const TIDY: &str = "custody/closing-tidy";

fn file(of: Value) -> Value {
    let mut file = of;
    file["kind"] = json!("file");
    file
}

fn volumes(volumes: &Value) -> Value {
    file(json!({ "medium": "paper", "volumes": volumes }))
}

#[test]
fn volumes_without_their_numbers() {
    setting().finds(
        NUMBER,
        &[
            ("one without", volumes(&json!([{ "number": 1 }, { "from": "2021-01-01" }])), &["/volumes/1/number"]),
            ("an empty box", volumes(&json!([{ "number": "" }])), &["/volumes/0/number"]),
            (
                "two called two",
                volumes(&json!([{ "number": 1 }, { "number": 2 }, { "number": 2 }])),
                &["/volumes/2/number"],
            ),
            ("where is two?", volumes(&json!([{ "number": 1 }, { "number": 3 }])), &["/volumes/1/number"]),
            (
                "newest first, and three is missing",
                volumes(&json!([{ "number": "4" }, { "number": "2" }, { "number": "1" }])),
                &["/volumes/0/number"],
            ),
            ("a paper file, and no volume", file(json!({ "medium": "Paper" })), &["/volumes/0/number"]),
        ],
    );
    setting().is_silent(
        NUMBER,
        &[
            ("one to three", volumes(&json!([{ "number": 1 }, { "number": 2 }, { "number": 3 }]))),
            ("newest first", volumes(&json!([{ "number": 3 }, { "number": 2 }, { "number": 1 }]))),
            ("only the current one is here", volumes(&json!([{ "number": 4 }]))),
            (
                "cannot be read, so nothing is known to be missing",
                volumes(&json!([{ "number": 1 }, { "number": "II" }, { "number": 3 }])),
            ),
            ("nothing on paper", file(json!({ "medium": "electronic" }))),
            ("nothing said", file(json!({}))),
        ],
    );
}

#[test]
fn volumes_whose_dates_do_not_follow() {
    let two = |one: Value, two: Value| volumes(&json!([one, two]));
    setting().finds(
        DATES,
        &[
            (
                "no dates",
                two(json!({ "number": 1 }), json!({ "number": 2 })),
                &["/volumes/0/from", "/volumes/0/to", "/volumes/1/from"],
            ),
            (
                "an overlap",
                two(json!({ "number": 1, "from": "2019-02-01", "to": "2021-07-31" }), json!({ "number": 2, "from": "2021-06-01" })),
                &["/volumes/1/from"],
            ),
            (
                "an overlap, newest first",
                two(json!({ "number": 2, "from": "2021-06-01" }), json!({ "number": 1, "from": "2019-02-01", "to": "2021-07-31" })),
                &["/volumes/0/from"],
            ),
            (
                "ends before it begins",
                two(json!({ "number": 1, "from": "2019-02-01", "to": "2018-07-31" }), json!({ "number": 2, "from": "2021-06-01" })),
                &["/volumes/0/to"],
            ),
            (
                "the second is the older one",
                two(json!({ "number": 1, "from": "2021-01-01" }), json!({ "number": 2, "from": "2019-01-01" })),
                &["/volumes/0/to", "/volumes/1/from"],
            ),
            (
                "closed, and the last has no end",
                file(json!({ "status": "closed", "volumes": [
                    { "number": 1, "from": "2019-02-01", "to": "2021-07-31" }, { "number": 2, "from": "2021-08-01" }] })),
                &["/volumes/1/to"],
            ),
        ],
    );
    setting().is_silent(
        DATES,
        &[
            ("a single volume", volumes(&json!([{ "number": 1 }]))),
            (
                "one after the other, the last still open",
                two(
                    json!({ "number": 1, "from": "2019-02-01", "to": "2021-07-31" }),
                    json!({ "number": 2, "from": "2021-08-01" }),
                ),
            ),
            (
                "one ends on the day on which the next begins",
                two(
                    json!({ "number": 1, "from": "1/2/2019", "to": "31/07/2021" }),
                    json!({ "number": 2, "from": "31 July 2021" }),
                ),
            ),
            (
                "newest first",
                two(
                    json!({ "number": 2, "from": "2021-08-01" }),
                    json!({ "number": 1, "from": "2019-02-01", "to": "2021-07-31" }),
                ),
            ),
            (
                "newest first and no numbers",
                two(json!({ "from": "2021-08-01" }), json!({ "from": "2019-02-01", "to": "2021-07-31" })),
            ),
            (
                "a gap between them",
                two(
                    json!({ "number": 1, "from": "2016-02-01", "to": "2017-07-31" }),
                    json!({ "number": 2, "from": "2021-08-01" }),
                ),
            ),
        ],
    );
}

#[test]
fn paper_that_nobody_would_find() {
    setting().finds(
        LOCATION,
        &[
            ("a paper file", file(json!({ "medium": "paper" })), &["/paper/source", "/paper/location"]),
            ("volumes", file(json!({ "volumes": [{ "number": 1 }] })), &["/paper/source", "/paper/location"]),
            ("where, and what?", file(json!({ "paper": { "location": "Room 12" } })), &["/paper/source"]),
            (
                "what, and where?",
                file(json!({ "paper": { "source": "Health visitor’s notes", "location": "tbc" } })),
                &["/paper/location"],
            ),
            (
                "one entry is a letter",
                file(json!({ "medium": "electronic", "entries": [{ "medium": "paper" }] })),
                &["/paper/source", "/paper/location"],
            ),
        ],
    );
    setting().is_silent(
        LOCATION,
        &[
            ("both", file(json!({ "medium": "paper", "paper": { "source": "Whole file to 2019", "location": "Room 12" } }))),
            ("all on screen", file(json!({ "medium": "electronic" }))),
            ("empty boxes", file(json!({ "paper": { "source": "", "location": null, "details": { "fullName": " " } }, "volumes": [] }))),
            ("a recording is not on paper", file(json!({ "entries": [{ "medium": "audio" }] }))),
        ],
    );
}

#[test]
fn paper_and_screen_that_disagree() {
    let pair = |child: Value, paper: Value| file(json!({ "child": child, "paper": { "details": paper } }));
    setting().finds(
        MISMATCH,
        &[
            (
                "one letter",
                pair(json!({ "fullName": "Ava Jones" }), json!({ "fullName": "Eva Jones" })),
                &["/paper/details/fullName"],
            ),
            (
                "ten days",
                pair(json!({ "dateOfBirth": "2017-05-02" }), json!({ "dateOfBirth": "12/05/2017" })),
                &["/paper/details/dateOfBirth"],
            ),
            (
                "an old address and its postcode",
                pair(
                    json!({ "address": "12 Mill Lane, Grimsby", "postcode": "DN31 1HU" }),
                    json!({ "address": "7 Dock Road, Grimsby", "postcode": "DN32 7SY" }),
                ),
                &["/paper/details/address", "/paper/details/postcode"],
            ),
            (
                "a house number",
                pair(json!({ "address": "12 Mill Lane" }), json!({ "address": "21 Mill Lane" })),
                &["/paper/details/address"],
            ),
            (
                "two codes",
                pair(json!({ "ethnicity": "WBRI" }), json!({ "ethnicity": "MWBC" })),
                &["/paper/details/ethnicity"],
            ),
            (
                "the number on the cover",
                file(json!({ "referenceNumber": "CH/2041", "paper": { "referenceNumber": "CH/2014" } })),
                &["/paper/referenceNumber"],
            ),
            (
                "two digits changed places",
                pair(json!({ "nhsNumber": "943 476 5919" }), json!({ "nhsNumber": "943 476 5991" })),
                &["/paper/details/nhsNumber"],
            ),
        ],
    );
    setting().is_silent(
        MISMATCH,
        &[
            ("in capitals", pair(json!({ "fullName": "Ava-Mae Jones" }), json!({ "fullName": "AVA MAE  JONES" }))),
            ("last name first", pair(json!({ "fullName": "Ava Jones" }), json!({ "fullName": "JONES, Ava" }))),
            (
                "another way to write a date",
                pair(json!({ "dateOfBirth": "2017-05-02" }), json!({ "dateOfBirth": "2nd May 2017" })),
            ),
            (
                "the postcode behind the address",
                pair(
                    json!({ "address": "12 Mill Lane, Grimsby", "postcode": "DN31 1HU" }),
                    json!({ "address": "12 Mill Lane\nGRIMSBY dn311hu" }),
                ),
            ),
            ("a space in the postcode", pair(json!({ "postcode": "DN31 1HU" }), json!({ "postcode": "dn311hu" }))),
            ("a code and its words", pair(json!({ "ethnicity": "WBRI" }), json!({ "ethnicity": "White British" }))),
            (
                "a code as government exports write it",
                pair(json!({ "ethnicity": "WBRI" }), json!({ "ethnicity": "a) WBRI" })),
            ),
            (
                "not on the cover",
                pair(json!({ "fullName": "Ava Jones", "religion": "Sikh" }), json!({ "fullName": "Ava Jones" })),
            ),
            ("a filler is no detail", pair(json!({ "religion": "Sikh" }), json!({ "religion": "TBC" }))),
            (
                "a number that came as one",
                file(json!({ "referenceNumber": 2041, "paper": { "referenceNumber": "2041" } })),
            ),
        ],
    );
    let message = &setting()
        .findings(MISMATCH, &pair(json!({ "fullName": "Ava Jones" }), json!({ "fullName": "Eva Jones" })))[0]
        .message;
    assert!(
        message.contains("the full name") && !message.contains("Ava"),
        "it names the field and not what stands there"
    );
}

#[test]
fn paper_that_is_not_locked_away() {
    setting().finds(
        STORAGE,
        &[
            ("a paper file", file(json!({ "medium": "paper" })), &["/paper/storage"]),
            (
                "volumes",
                file(json!({ "volumes": [{ "number": 1 }], "paper": { "storage": "?" } })),
                &["/paper/storage"],
            ),
            ("beside an electronic one", file(json!({ "paper": { "location": "Room 12" } })), &["/paper/storage"]),
        ],
    );
    setting().is_silent(
        STORAGE,
        &[
            (
                "locked",
                file(json!({ "medium": "paper", "paper": { "storage": "Locked cabinet, papers on treasury tags" } })),
            ),
            ("nothing on paper", file(json!({ "medium": "electronic" }))),
            ("empty boxes", file(json!({ "paper": { "storage": "" } }))),
        ],
    );
}

fn removed(removal: &Value) -> Value {
    file(json!({ "removals": [removal] }))
}

#[test]
fn taken_out_and_nobody_approved() {
    let pat = json!({ "name": "Pat Hill", "postTitle": "Team manager" });
    setting().finds(
        AUTHORITY,
        &[
            (
                "nobody",
                removed(&json!({ "what": "Volume 1", "removedOn": "2026-11-20" })),
                &["/removals/0/authorisedBy/name", "/removals/0/authorisedOn"],
            ),
            ("who, and when?", removed(&json!({ "what": "Volume 1", "authorisedBy": pat })), &["/removals/0/authorisedOn"]),
            (
                "when, and who?",
                removed(&json!({ "device": "Laptop 114", "authorisedBy": { "postTitle": "Manager" }, "authorisedOn": "2026-11-20" })),
                &["/removals/0/authorisedBy/name"],
            ),
            (
                "the second of two",
                file(json!({ "removals": [
                    { "what": "Volume 1", "authorisedBy": pat, "authorisedOn": "2026-11-19" },
                    { "what": "Volume 2", "authorisedBy": { "name": "tbc" }, "authorisedOn": "2026-11-19" }] })),
                &["/removals/1/authorisedBy/name"],
            ),
        ],
    );
    setting().is_silent(
        AUTHORITY,
        &[
            (
                "approved",
                removed(&json!({ "what": "Volume 1", "authorisedBy": pat, "authorisedOn": "19 November 2026" })),
            ),
            (
                "an empty row of the form",
                removed(&json!({ "what": "", "authorisedBy": { "name": "" }, "removedOn": null })),
            ),
            ("never taken out", file(json!({ "removals": [] }))),
            (
                "a date that cannot be read",
                removed(&json!({ "what": "Volume 1", "authorisedBy": pat, "authorisedOn": "last week" })),
            ),
        ],
    );
}

#[test]
fn taken_out_without_terms() {
    let terms =
        json!({ "what": "Volume 1", "dueBack": "2026-11-27", "security": "Locked case", "informed": ["Duty desk"] });
    let but = |name: &str, value: Value| {
        let mut removal = terms.clone();
        removal[name] = value;
        removed(&removal)
    };
    setting().finds(
        TERMS,
        &[
            (
                "nothing agreed",
                removed(&json!({ "what": "Volume 1" })),
                &["/removals/0/dueBack", "/removals/0/security", "/removals/0/informed"],
            ),
            ("how long?", but("dueBack", json!("")), &["/removals/0/dueBack"]),
            ("how secure?", but("security", json!("n/a")), &["/removals/0/security"]),
            ("who knows?", but("informed", json!([])), &["/removals/0/informed"]),
            ("a laptop", but("device", json!("Laptop 114")), &["/removals/0/deviceProcedure"]),
        ],
    );
    setting().is_silent(
        TERMS,
        &[
            ("all of it", removed(&terms)),
            ("names in one box", but("informed", json!("Duty desk; Pat Hill"))),
            ("no device", but("device", json!("None"))),
            ("no device, in a yes-or-no box", but("device", json!("No"))),
            (
                "a laptop under the procedure",
                removed(&json!({ "device": "Laptop 114", "deviceProcedure": "Mobile working 4.2", "dueBack": "2026-11-27",
                    "security": "Encrypted", "informed": ["Duty desk"] })),
            ),
            (
                "back already, so how long no longer matters",
                removed(&json!({ "what": "Volume 1", "returnedOn": "2026-11-20", "security": "Locked case", "informed": ["Duty desk"] })),
            ),
            ("an empty row", removed(&json!({ "what": " " }))),
        ],
    );
}

#[test]
fn still_out() {
    setting().finds(
        OVERDUE,
        &[
            (
                "yesterday",
                removed(&json!({ "what": "Volume 1", "dueBack": "2026-11-22" })),
                &["/removals/0/returnedOn"],
            ),
            (
                "last year",
                removed(&json!({ "what": "Volume 1", "dueBack": "1/12/2025", "returnedOn": "" })),
                &["/removals/0/returnedOn"],
            ),
            ("last night at six", removed(&json!({ "dueBack": "2026-11-22T18:00" })), &["/removals/0/returnedOn"]),
        ],
    );
    setting().is_silent(
        OVERDUE,
        &[
            ("today", removed(&json!({ "what": "Volume 1", "dueBack": "2026-11-23" }))),
            ("this morning is still today", removed(&json!({ "dueBack": "2026-11-23T09:00" }))),
            ("back, though late", removed(&json!({ "dueBack": "2026-11-16", "returnedOn": "2026-11-20" }))),
            (
                "came back on a day that cannot be read",
                removed(&json!({ "dueBack": "2026-11-16", "returnedOn": "Friday" })),
            ),
            ("no date agreed is another rule’s matter", removed(&json!({ "what": "Volume 1" }))),
        ],
    );
}

#[test]
fn how_long_a_closed_file_is_kept() {
    let closed = |until: &str| {
        file(json!({ "status": "closed", "closedOn": "2026-03-04", "child": { "dateOfBirth": "2011-05-02" },
            "retention": { "until": until } }))
    };
    let from_birth = json!({ "retentionYears": 75 });
    let from_closing = json!({ "retentionYears": 25, "retentionFrom": "closing" });
    setting().policy(&from_birth).finds(
        RETENTION,
        &[
            ("no date", file(json!({ "status": "closed" })), &["/retention/until"]),
            ("closed by its date", file(json!({ "closedOn": "2026-03-04" })), &["/retention/until"]),
            ("an empty box", closed(""), &["/retention/until"]),
            ("counted from closing by mistake", closed("2099-03-04"), &["/retention/until"]),
            ("a year and a day too soon", closed("2085-05-01"), &["/retention/until"]),
            ("a year and a day too late", closed("2087-05-03"), &["/retention/until"]),
        ],
    );
    setting()
        .policy(&from_closing)
        .finds(RETENTION, &[("counted from birth by mistake", closed("2036-05-02"), &["/retention/until"])]);
    setting().policy(&from_birth).is_silent(
        RETENTION,
        &[
            ("the seventy-fifth birthday", closed("2086-05-02")),
            ("the end of that year", closed("31/12/2086")),
            ("a year too soon", closed("2085-05-02")),
            ("open", file(json!({ "status": "open" }))),
            ("to be closed next week", file(json!({ "closedOn": "2026-11-30" }))),
            ("handed over", file(json!({ "status": "transferred" }))),
            (
                "nobody knows when the child was born",
                file(json!({ "status": "closed", "retention": { "until": "2050-01-01" } })),
            ),
            ("cannot be read", closed("75 years")),
        ],
    );
    setting().policy(&from_closing).is_silent(RETENTION, &[("from closing", closed("2051-03-04"))]);
    setting().is_silent(RETENTION, &[("the policy has no period", file(json!({ "status": "closed" })))]);
    let for_ever = json!({ "retentionYears": 4_000_000_000_u32 });
    setting().policy(&for_ever).is_silent(RETENTION, &[("a period beyond all dates", closed("2086-05-02"))]);
}

#[test]
fn closed_and_not_put_in_order() {
    setting().finds(
        TIDY,
        &[
            ("nobody", file(json!({ "status": "closed" })), &["/retention/tidied/by"]),
            (
                "when, and who?",
                file(json!({ "status": "Closed", "retention": { "tidied": { "on": "2026-03-10" } } })),
                &["/retention/tidied/by"],
            ),
            ("closed by its date", file(json!({ "closedOn": "4 March 2026" })), &["/retention/tidied/by"]),
            (
                "a filler",
                file(json!({ "status": "closed", "retention": { "tidied": { "by": "tbc" } } })),
                &["/retention/tidied/by"],
            ),
        ],
    );
    setting().is_silent(
        TIDY,
        &[
            ("somebody", file(json!({ "status": "closed", "retention": { "tidied": { "by": "Priya Shah" } } }))),
            ("open", file(json!({ "status": "open" }))),
            ("not closed yet", file(json!({ "closedOn": "2026-12-01" }))),
            ("handed over", file(json!({ "status": "transferred" }))),
        ],
    );
}
