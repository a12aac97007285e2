//! Forms completed in all fields.

use serde_json::{Value, json};

use crate::setting;

const MISSING: &str = "fields/missing";
const PLACEHOLDER: &str = "fields/placeholder";
const NOT_YET_KNOWN: &str = "fields/not-yet-known";
const UNREADABLE: &str = "fields/unreadable";
const IDENTIFIER: &str = "fields/invalid-identifier";
const SUMMARY: &str = "fields/missing-summary";

/// A front sheet with every field that the standards require.
fn front_sheet() -> Value {
    json!({
        "kind": "file",
        "referenceNumber": "LCS-20417",
        "status": "open",
        "child": {
            "fullName": "Ava Mae Jones",
            "address": "4 Mill Lane, Grimsby",
            "dateOfBirth": "02/05/2018",
            "ethnicity": "WBRI",
            "religion": "No religion",
        },
        "riskAssessment": "Mum’s former partner has threatened to take Ava. The school and the police know.",
    })
}

/// The front sheet with something else at a path; a number in the path is a place in a list.
fn with(path: &str, value: Value) -> Value {
    let mut sheet = front_sheet();
    let mut place = &mut sheet;
    for step in path.split('/') {
        place = match step.parse::<usize>() {
            Ok(index) => {
                *place = json!([]);
                let items = place.as_array_mut().expect("just made a list");
                items.resize(index + 1, Value::Null);
                &mut items[index]
            }
            Err(_) => &mut place[step],
        };
    }
    *place = value;
    sheet
}

#[test]
fn what_every_front_sheet_needs() {
    setting().finds(
        MISSING,
        &[
            (
                "nothing but its kind",
                json!({ "kind": "file" }),
                &[
                    "/referenceNumber",
                    "/child/fullName",
                    "/child/address",
                    "/child/dateOfBirth",
                    "/child/ethnicity",
                    "/child/religion",
                    "/riskAssessment",
                ],
            ),
            ("a religion of spaces", with("child/religion", json!("   ")), &["/child/religion"]),
            (
                "null, as systems export what nobody filled in",
                with("referenceNumber", json!(null)),
                &["/referenceNumber"],
            ),
            ("no date of birth, no expected date", with("child/dateOfBirth", json!("")), &["/child/dateOfBirth"]),
        ],
    );
    setting().is_silent(
        MISSING,
        &[
            ("all there", front_sheet()),
            ("an answer of any kind is an answer", with("child/address", json!("No fixed abode"))),
            ("a confidential address", with("child/address", json!("CON"))),
            ("a reference number that came as a number", with("referenceNumber", json!(20417))),
            ("an entry has no front sheet", json!({ "type": "visit", "text": "Ava was at home." })),
            ("a filler is another rule’s matter", with("child/religion", json!("tbc"))),
            ("so is what nobody knows yet", with("child/ethnicity", json!("NOBT"))),
            ("so is what cannot be read", with("child/dateOfBirth", json!("31/02/2018"))),
            ("and whatever belongs to what cannot be read", with("child", json!(["Ava", "Jones"]))),
        ],
    );
}

#[test]
fn an_unborn_child_has_an_expected_date_of_birth() {
    let unborn = |birth: Value, expected: Value| {
        let mut sheet = with("child/dateOfBirth", birth);
        sheet["child"]["expectedBirthDate"] = expected;
        sheet
    };
    for rule in [MISSING, PLACEHOLDER, UNREADABLE] {
        setting().is_silent(
            rule,
            &[
                ("instead", unborn(Value::Null, json!("12 January 2027"))),
                ("and the other field says why", unborn(json!("unborn"), json!("2027-01-12"))),
                ("or does not apply", unborn(json!("N/A"), json!("2027-01-12"))),
            ],
        );
    }
    setting().finds(
        MISSING,
        &[("unborn, and no date", unborn(json!("Not yet born"), Value::Null), &["/child/expectedBirthDate"])],
    );
    setting().finds(PLACEHOLDER, &[("to follow", unborn(Value::Null, json!("tbc")), &["/child/expectedBirthDate"])]);
    setting()
        .finds(NOT_YET_KNOWN, &[("not known", unborn(json!(""), json!("not known")), &["/child/expectedBirthDate"])]);
    setting().finds(UNREADABLE, &[("no date", unborn(json!(""), json!("January?")), &["/child/expectedBirthDate"])]);
}

#[test]
fn what_the_policy_requires() {
    let policy = json!({ "required": [
        { "field": "author/agency" },
        { "field": "informants" },
        { "field": "signature", "types": ["plan", "review"] },
        { "field": "child/reasonNotSeen", "when": { "field": "child/seen", "is": false } },
        { "field": "sharing/0/consulted/name", "when": { "field": "sharing/0/agreement", "is": ["unsure", "notSought"] } },
        { "field": "decisions/0/reasons", "when": { "field": "sharing/0/with", "is": "police" } },
        { "field": "informed/on", "of": "file" },
        { "field": "closedOn", "of": "file", "when": { "field": "status", "is": "closed" } },
    ] });
    let setting = setting().policy(&policy);
    let agency = json!({ "agency": "Wirral Council" });
    let informants = json!([{ "name": "Tom Ellis" }]);
    setting.finds(
        MISSING,
        &[
            ("a field in a group, and a list", json!({ "type": "visit" }), &["/author/agency", "/informants"]),
            (
                "a list without items, and one with empty rows",
                json!({ "author": agency, "informants": [{ "name": " ", "role": null }, {}] }),
                &["/informants"],
            ),
            (
                "a whole group, for this type of entry",
                json!({ "type": "Review", "author": agency, "informants": informants, "signature": { "name": "" } }),
                &["/signature"],
            ),
            (
                "where another field says no, in whatever way",
                json!({ "author": agency, "informants": informants, "child": { "seen": "No" } }),
                &["/child/reasonNotSeen"],
            ),
            (
                "where another field has one of several values",
                json!({ "author": agency, "informants": informants, "sharing": [{ "agreement": "Not sought" }] }),
                &["/sharing/0/consulted/name"],
            ),
            (
                "where a list has the value",
                json!({ "author": agency, "informants": informants, "sharing": [{ "with": ["Oak School", "Police"] }] }),
                &["/decisions/0/reasons"],
            ),
            ("on a file", with("status", json!("closed")), &["/closedOn", "/informed/on"]),
        ],
    );
    setting.is_silent(
        MISSING,
        &[
            (
                "conditions that are not met",
                json!({ "type": "visit", "author": agency, "informants": informants, "child": { "seen": true },
                    "sharing": [{ "agreement": "given" }] }),
            ),
            (
                "nothing is said of the other field",
                json!({ "author": agency, "informants": informants, "child": { "views": "“I like it here.”" } }),
            ),
            ("all there", {
                let mut sheet = with("informed", json!({ "on": "4 March 2026" }));
                sheet["status"] = json!("open");
                sheet
            }),
        ],
    );
}

#[test]
fn fillers() {
    for filler in [
        "n/a",
        "N/A",
        "tbc",
        "T.B.C.",
        " TBC ",
        "-",
        "--",
        ".",
        "?",
        "???",
        "xxx",
        "X",
        "test",
        "asdf",
        "(tbc)",
        "01/01/1900",
    ] {
        setting().finds(PLACEHOLDER, &[(filler, with("child/religion", json!(filler)), &["/child/religion"])]);
        setting().is_silent(MISSING, &[(filler, with("child/religion", json!(filler)))]);
    }
    setting().finds(
        PLACEHOLDER,
        &[
            ("a risk assessment of one word", with("riskAssessment", json!("None")), &["/riskAssessment"]),
            ("a name of one word", with("child/fullName", json!("none.")), &["/child/fullName"]),
            ("the date of a database", with("child/dateOfBirth", json!("1900-01-01")), &["/child/dateOfBirth"]),
            ("a date to follow", with("child/dateOfBirth", json!("tbc")), &["/child/dateOfBirth"]),
            ("a nought date", with("child/dateOfBirth", json!("00/00/0000")), &["/child/dateOfBirth"]),
            ("as above", with("child/address", json!("As above")), &["/child/address"]),
        ],
    );
    setting().is_silent(
        PLACEHOLDER,
        &[
            ("all answered", front_sheet()),
            (
                "somebody looked, and found none",
                with("riskAssessment", json!("None identified, assessed by Priya Shah on 4 March 2026.")),
            ),
            ("no religion", with("child/religion", json!("None"))),
            ("the code for any other Black background", with("child/ethnicity", json!("BOTH"))),
            ("Annex A’s way to write a code", with("child/ethnicity", json!("a) WBRI"))),
            ("a name with an x", with("child/fullName", json!("Max Xavier"))),
            ("a word inside a sentence", with("riskAssessment", json!("A drug test was negative. N/A to siblings."))),
            ("a field that nobody requires", with("child/communicationNeeds", json!("n/a"))),
            ("a blank is another rule’s matter", with("child/religion", json!(""))),
        ],
    );
}

#[test]
fn fillers_in_the_fields_of_a_policy() {
    let setting = setting().policy(&json!({ "required": [
        { "field": "child/communicationNeeds", "of": "file" },
        { "field": "child/knownAs", "of": "file" },
        { "field": "eventAt" },
        { "field": "sharing/0/with" },
    ] }));
    setting.finds(
        PLACEHOLDER,
        &[
            (
                "a date and a list of names",
                json!({ "eventAt": "n/a", "sharing": [{ "with": ["tbc", ""] }] }),
                &["/eventAt", "/sharing/0/with"],
            ),
            (
                "not applicable is no answer where none is",
                {
                    let mut sheet = with("child/communicationNeeds", json!("n/a"));
                    sheet["child"]["knownAs"] = json!("Ava");
                    sheet
                },
                &["/child/communicationNeeds"],
            ),
        ],
    );
    setting.is_silent(
        PLACEHOLDER,
        &[
            ("none is an answer to both", {
                let mut sheet = with("child/communicationNeeds", json!("None"));
                sheet["child"]["knownAs"] = json!(["none"]);
                sheet
            }),
            (
                "one name among the fillers",
                json!({ "eventAt": "2026-03-04", "sharing": [{ "with": ["-", "Oak School"] }] }),
            ),
        ],
    );
}

#[test]
fn what_is_not_known_yet() {
    for gap in
        ["not known", "Unknown", "Not yet asked", "information not obtained", "NOBT", "s) NOBT", "Refused", "DECLINED"]
    {
        setting().finds(NOT_YET_KNOWN, &[(gap, with("child/ethnicity", json!(gap)), &["/child/ethnicity"])]);
        setting().is_silent(MISSING, &[(gap, with("child/ethnicity", json!(gap)))]);
        setting().is_silent(PLACEHOLDER, &[(gap, with("child/ethnicity", json!(gap)))]);
    }
    setting().finds(
        NOT_YET_KNOWN,
        &[
            ("a date", with("child/dateOfBirth", json!("not known")), &["/child/dateOfBirth"]),
            ("a date that was declined", with("child/dateOfBirth", json!("refused")), &["/child/dateOfBirth"]),
        ],
    );
    setting().is_silent(
        NOT_YET_KNOWN,
        &[
            ("the code for refused", with("child/ethnicity", json!("REFU"))),
            ("and as Annex A writes it", with("child/ethnicity", json!("s) REFU"))),
            ("who declined, and when", with("child/ethnicity", json!("Refused by Ava’s father on 4 March 2026."))),
            (
                "why, and until when",
                with("child/religion", json!("Not known: Ava came alone. Her uncle arrives on 9 March.")),
            ),
            ("a wish not to say", with("child/religion", json!("Prefer not to say"))),
            ("a field that nobody requires", with("child/firstLanguage", json!("not known"))),
        ],
    );
}

#[test]
fn about_one_field_one_rule_speaks() {
    let answers = [
        json!(null),
        json!(""),
        json!("tbc"),
        json!("not known"),
        json!("refused"),
        json!("unborn"),
        json!([]),
        json!(["x"]),
        json!(4),
    ];
    for path in ["child/dateOfBirth", "child/religion", "riskAssessment", "child"] {
        for answer in &answers {
            let sheet = with(path, answer.clone());
            let mut paths: Vec<_> = [MISSING, PLACEHOLDER, NOT_YET_KNOWN, UNREADABLE]
                .iter()
                .flat_map(|rule| setting().findings(rule, &sheet))
                .map(|finding| finding.path)
                .collect();
            let all = paths.len();
            paths.sort_unstable();
            paths.dedup();
            assert_eq!(paths.len(), all, "{path}: {answer}: {paths:?}");
        }
    }
}

#[test]
fn values_of_another_kind() {
    setting().finds(
        UNREADABLE,
        &[
            ("a day that does not exist", json!({ "eventAt": "31/02/2026" }), &["/eventAt"]),
            ("a list where text belongs", json!({ "text": ["Ava was", "at home"] }), &["/text"]),
            ("neither yes nor no", json!({ "child": { "seen": "upstairs" } }), &["/child/seen"]),
            ("a word that is no choice", json!({ "type": "visitation" }), &["/type"]),
            ("a word that is no number", json!({ "sequence": "first" }), &["/sequence"]),
            ("text where fields belong", json!({ "author": "Priya Shah" }), &["/author"]),
            ("one where a list belongs", json!({ "sharing": { "with": "Oak School" } }), &["/sharing"]),
            (
                "an item that has no fields, and one in a list of names",
                json!({ "informants": [{ "name": "Tom Ellis" }, "his teacher"], "sharing": [{ "with": ["Oak School", {}] }] }),
                &["/informants/1", "/sharing/0/with/1"],
            ),
            ("deep inside", json!({ "decisions": [{ "madeBy": { "name": true } }] }), &["/decisions/0/madeBy/name"]),
            ("no record at all", json!("Ava was at home."), &[""]),
            ("a list of records", json!([{ "text": "Ava was at home." }]), &[""]),
            (
                "an entry of a file that is none",
                json!({ "kind": "file", "entries": [{ "eventAt": "soon" }, "Ava was at home."] }),
                &["/entries/0/eventAt", "/entries/1"],
            ),
            ("entries that are no list", json!({ "kind": "file", "entries": "none yet, see paper file" }), &["/entries"]),
            ("who declined has said something", json!({ "sharing": [{ "agreement": "declined" }] }), &["/sharing/0/agreement"]),
        ],
    );
    setting().is_silent(
        UNREADABLE,
        &[
            ("an ISO date", json!({ "eventAt": "2026-03-01", "recordedAt": "2026-03-01T16:40:00Z" })),
            ("day first, with figures", json!({ "eventAt": "1/3/2026", "recordedAt": "01/03/26 16:40" })),
            ("in words", json!({ "eventAt": "1 March 2026", "recordedAt": "Sun 1st Mar 2026 at 4.40pm" })),
            (
                "blank, in every way",
                json!({ "eventAt": "", "draft": null, "text": " ", "informants": [null, ""], "child": null }),
            ),
            (
                "fillers, where no text belongs",
                json!({ "reviewOn": "n/a", "draft": "-", "sequence": "tbc", "signature": "none" }),
            ),
            ("a database’s date for none", json!({ "dueOn": "1900-01-01 00:00:00.000" })),
            (
                "the yes and no of forms and exports",
                json!({ "draft": "off", "child": { "seen": "Y", "seenAlone": "b) No" } }),
            ),
            ("numbers that came as text", json!({ "sequence": " 12 " })),
            ("text that came as a number", json!({ "id": 4417, "fileId": 20417.0 })),
            (
                "choices as people write them",
                json!({ "type": "Phone call", "sharing": [{ "agreement": "not sought" }] }),
            ),
            ("names in one box", json!({ "sharing": [{ "with": "Oak School; Dr Patel" }] })),
            ("what the model does not know", json!({ "colour": ["red"] })),
        ],
    );
}

#[test]
fn identifiers() {
    let people =
        |person: Value| json!({ "kind": "file", "child": person, "people": [person], "paper": { "details": person } });
    let wrong = [
        ("nhsNumber", "943 476 5918"),
        ("nhsNumber", "94347659190"),
        ("nhsNumber", "943 476 591"),
        ("nhsNumber", "1111111111"),
        ("nhsNumber", "0000000000"),
        ("nhsNumber", "9.43E+09"),
        ("upn", "B950000178301"),
        ("upn", "A95000017830"),
        ("upn", "A950000178310"),
        ("upn", "A95000017830I"),
        ("upn", "UN9"),
        ("postcode", "DN31"),
        ("postcode", "DN31 1HUU"),
        ("postcode", "QN31 1HU"),
        ("postcode", "DN31 1CU"),
        ("postcode", "SW1C 2AA"),
        ("postcode", "DN31 1H1"),
        ("postcode", "D31 HU1"),
        ("postcode", "ZZ99 9ZZ"),
    ];
    for (field, text) in wrong {
        let paths = [format!("/child/{field}"), format!("/people/0/{field}"), format!("/paper/details/{field}")];
        let paths: Vec<_> = paths.iter().map(String::as_str).collect();
        setting().finds(IDENTIFIER, &[(text, people(json!({ field: text })), &paths)]);
    }
    let right = [
        ("nhsNumber", json!("9434765919")),
        ("nhsNumber", json!("943 476 5919")),
        ("nhsNumber", json!("999-000-0018")),
        ("nhsNumber", json!(9_990_000_026_u64)),
        ("upn", json!("A950000178301")),
        ("upn", json!("h243278544154")),
        ("upn", json!("H801 2000 01001")),
        ("upn", json!("UN1")),
        ("upn", json!("un7")),
        ("postcode", json!("DN31 1HU")),
        ("postcode", json!("ch411aa")),
        ("postcode", json!(" L 1  8JQ")),
        ("postcode", json!("M1 1AE")),
        ("postcode", json!("SW1A 2AA")),
        ("postcode", json!("W1T 4TJ")),
        ("postcode", json!("GIR 0AA")),
        ("postcode", json!("ZZ99 3VZ")),
        ("postcode", json!("zz993wz")),
        ("postcode", json!("confidential")),
        ("postcode", json!("Do not disclose")),
    ];
    for (field, answer) in right {
        setting().is_silent(IDENTIFIER, &[(field, people(json!({ field: answer })))]);
    }
    setting().is_silent(
        IDENTIFIER,
        &[
            ("blank", people(json!({ "nhsNumber": "", "upn": null, "postcode": "  " }))),
            (
                "fillers and unknowns are no wrong numbers",
                people(json!({ "nhsNumber": "n/a", "upn": "not known", "postcode": "-" })),
            ),
            ("nor is what cannot be read", people(json!({ "nhsNumber": ["943"], "upn": {} }))),
        ],
    );
}

/// The check letter of a temporary number counts its last letter by its place in the alphabet of these numbers.
#[test]
fn temporary_pupil_numbers() {
    let letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
    let digits = "95000017830";
    let sum: u32 = digits.chars().zip(2..).map(|(digit, weight)| digit.to_digit(10).unwrap() * weight).sum();
    let setting = setting();
    for (place, last) in (0..).zip(letters.chars()) {
        let right = letters.chars().nth(((sum + place * 13) % 23) as usize).unwrap();
        for check in letters.chars() {
            let sheet = json!({ "kind": "file", "child": { "upn": format!("{check}{digits}{last}") } });
            assert_eq!(setting.findings(IDENTIFIER, &sheet).is_empty(), check == right, "{check}{digits}{last}");
        }
    }
}

#[test]
fn summaries() {
    setting().finds(
        SUMMARY,
        &[
            ("closed", with("status", json!("closed")), &["/closingSummary"]),
            ("transferred", with("status", json!("Transferred")), &["/transferSummary"]),
            ("closed by its date alone", json!({ "kind": "file", "closedOn": "4 March 2026" }), &["/closingSummary"]),
            (
                "a filler is none",
                json!({ "kind": "file", "status": "closed", "closingSummary": "tbc" }),
                &["/closingSummary"],
            ),
            (
                "the summary of the other kind",
                json!({ "kind": "file", "status": "transferred", "closingSummary": "Ava has moved to Hull." }),
                &["/transferSummary"],
            ),
        ],
    );
    setting().is_silent(
        SUMMARY,
        &[
            ("open", front_sheet()),
            ("nothing is said of its state", json!({ "kind": "file" })),
            ("to be closed next year", json!({ "kind": "file", "closedOn": "4 March 2027" })),
            ("closed with a summary", json!({ "kind": "file", "status": "closed", "closingSummary": "Ava lives with her nan." })),
            (
                "the summary is an entry of the file",
                json!({ "kind": "file", "status": "closed", "entries": [{ "type": "closingSummary", "text": "Ava lives with her nan." }] }),
            ),
        ],
    );
}

#[test]
fn messages_are_sentences_that_name_the_field_and_never_the_value() {
    let secret = "Zzyzx Road 99";
    let sheet = json!({ "kind": "file", "referenceNumber": "tbc", "child": { "dateOfBirth": secret, "postcode": secret,
        "religion": "refused", "ethnicity": "NOBT" }, "people": [{ "knownAs": [{ "name": secret }] }], "status": secret });
    let found: Vec<_> = [MISSING, PLACEHOLDER, NOT_YET_KNOWN, UNREADABLE, IDENTIFIER]
        .iter()
        .flat_map(|rule| setting().findings(rule, &sheet))
        .map(|finding| (finding.path, finding.message))
        .collect();
    let message = |path: &str| found.iter().find(|(known, _)| known == path).map_or("", |(_, message)| message);
    assert_eq!(message("/child/fullName"), "Fill in the full name (child).");
    assert_eq!(message("/referenceNumber"), "Write the answer in place of the filler: the reference number.");
    assert_eq!(
        message("/child/ethnicity"),
        "Say why this is not known yet, and when it will be: the ethnicity (child)."
    );
    assert_eq!(message("/child/religion"), "Say who declined to answer, and when: the religion (child).");
    assert_eq!(
        message("/child/dateOfBirth"),
        "Write the date of birth (child) as a day, month and year, for example 4 March 2026."
    );
    assert_eq!(message("/people/0/knownAs/0"), "Write the part “known as 1” (person 1) as text.");
    assert!(found.iter().all(|(_, message)| !message.contains("Zzyzx") && message.ends_with('.')), "{found:?}");
}
