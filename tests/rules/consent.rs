//! Agreement to share information.

use proptest::prelude::*;
use serde_json::{Value, json};

use crate::{Setting, setting, slice};

const NOT_RECORDED: &str = "consent/not-recorded";
const INCOMPLETE: &str = "consent/incomplete";
const NO_REASON: &str = "consent/no-reason";
const UNSURE: &str = "consent/unsure-not-consulted";
const AFTER: &str = "consent/after-sharing";
const WITHDRAWN: &str = "consent/withdrawn";
const CHILD: &str = "consent/child-not-asked";
const NOT_SHARED: &str = "consent/not-shared-without-reason";

/// An entry with one sharing with the child's school.
fn sharing(mut sharing: Value) -> Value {
    if sharing.get("with").is_none() {
        sharing["with"] = json!(["Oak School"]);
    }
    json!({ "type": "phoneCall", "sharing": [sharing] })
}

fn text(text: &str) -> Value {
    json!({ "type": "note", "text": text })
}

#[test]
fn shared_and_no_word_why() {
    setting().finds(
        NOT_RECORDED,
        &[
            ("recipients, and nothing else", sharing(json!({})), &["/sharing/0/agreement"]),
            (
                "the form’s fields left empty",
                sharing(json!({ "agreement": "", "agreedBy": [{ "name": "", "on": null }], "reason": null, "reasonText": " " })),
                &["/sharing/0/agreement"],
            ),
            ("names in one box", sharing(json!({ "with": "Dr Patel; Oak School" })), &["/sharing/0/agreement"]),
            ("a date, and no recipients", sharing(json!({ "with": [], "sharedAt": "4 March 2026" })), &["/sharing/0/agreement"]),
            ("another reason, and not which", sharing(json!({ "reason": "other" })), &["/sharing/0/reasonText"]),
            ("a filler is no reason", sharing(json!({ "reasonText": "n/a" })), &["/sharing/0/agreement"]),
            (
                "unsure, and a manager consulted: why was it shared in the end?",
                sharing(json!({ "agreement": "unsure", "consulted": { "name": "Pat Hill" } })),
                &["/sharing/0/reason"],
            ),
            (
                "two of three",
                json!({ "sharing": [{ "with": ["GP"] }, { "with": ["Police"], "reason": "crime" }, { "with": ["Oak School"] }] }),
                &["/sharing/0/agreement", "/sharing/2/agreement"],
            ),
            (
                "agreement to something else",
                json!({ "text": "Mum gave consent to medical treatment.", "sharing": [{ "with": ["Oak School"] }] }),
                &["/sharing/0/agreement"],
            ),
        ],
    );
    setting().is_silent(
        NOT_RECORDED,
        &[
            ("agreement", sharing(json!({ "agreement": "given" }))),
            ("who agreed", sharing(json!({ "agreedBy": [{ "name": "Kelly Jones", "on": "2026-03-03" }] }))),
            ("significant harm", sharing(json!({ "reason": "significantHarm" }))),
            ("a legal duty", sharing(json!({ "reason": "Legal duty" }))),
            ("a reason in words", sharing(json!({ "reasonText": "The school had to know who may collect Ava." }))),
            ("agreement refused is another rule’s matter", sharing(json!({ "agreement": "refused" }))),
            ("so is what cannot be read", sharing(json!({ "agreement": "sort of" }))),
            ("not shared", sharing(json!({ "notShared": true }))),
            ("nobody was told", sharing(json!({ "with": [], "what": "School attendance" }))),
            (
                "the text gives the ground",
                json!({ "text": "I told the school under section 47.", "sharing": [{ "with": ["Oak School"] }] }),
            ),
            (
                "the text says who agreed",
                json!({ "text": "With Mum’s agreement I rang the school.", "sharing": [{ "with": ["Oak School"] }] }),
            ),
            ("no sharing at all", text("Ava showed me her room.")),
        ],
    );
}

#[test]
fn within_the_agency_is_no_sharing() {
    let setting = setting().policy(&json!({ "ownAgency": ["Wirral Council", "Early Help"] }));
    setting.is_silent(
        NOT_RECORDED,
        &[
            ("the agency", sharing(json!({ "with": ["Wirral Council"] }))),
            ("a part of it", sharing(json!({ "with": ["Housing, Wirral Council", "early help team"] }))),
            ("in a text", text("I made a referral to early help.")),
            (
                "the author’s own",
                json!({ "author": { "agency": "Oak Primary School" }, "sharing": [{ "with": ["Oak Primary School"] }] }),
            ),
            (
                "the author’s own, by its short name",
                json!({ "author": { "agency": "Oak Primary School" }, "text": "I told the school about the bruise." }),
            ),
        ],
    );
    setting.finds(
        NOT_RECORDED,
        &[
            (
                "one of two is not",
                sharing(json!({ "with": ["Wirral Council", "Oak School"] })),
                &["/sharing/0/agreement"],
            ),
            ("another council", sharing(json!({ "with": ["Hull City Council"] })), &["/sharing/0/agreement"]),
            ("in a text", text("I told the school."), &["/text"]),
        ],
    );
}

/// What each text says of a sharing without a reason, from the verb to whoever was told.
#[test]
fn a_text_that_tells_of_a_sharing() {
    setting().marks(
        NOT_RECORDED,
        &[
            ("I shared this with the health visitor.", &["shared this with the health visitor"]),
            ("I rang the school and shared the plan with them.", &["shared the plan with them"]),
            ("Ava was well. Shared with Ms Khan at school by phone.", &["Shared with Ms Khan at school"]),
            ("Information was shared with police.", &["shared with police"]),
            ("Information shared with her GP.", &["shared with her GP"]),
            ("I have since shared Ava’s drawings with the educational team and the school.", &[]),
            (
                "I shared the report, and the photographs, with Ava’s school nurse.",
                &["shared the report, and the photographs, with Ava’s school nurse"],
            ),
            ("Passed on to the school nurse.", &["Passed on to the school nurse"]),
            ("The report was sent to the GP.", &["report was sent to the GP"]),
            ("The safety plan was emailed to the nursery on 4 March.", &["emailed to the nursery"]),
            ("Emailed school the safety plan.", &["Emailed school"]),
            ("I emailed the plan to her class teacher.", &["emailed the plan to her class teacher"]),
            ("Referred to CAMHS on 3 March.", &["Referred to CAMHS"]),
            ("Referral made to the MASH.", &["Referral made to the MASH"]),
            ("Referral to CAMHS has been made.", &["Referral to CAMHS has been made"]),
            ("I made a referral to early help.", &["made a referral to early help"]),
            ("Police notified at 18:00.", &["Police notified"]),
            ("18:00 – police notified.", &["police notified"]),
            ("School informed of the order.", &["School informed"]),
            ("The school has been informed.", &["school has been informed"]),
            ("Informed school of the order.", &["Informed school"]),
            ("Told the school that the meeting has moved.", &["Told the school"]),
            ("I told the school about the new address.", &["told the school"]),
            ("I told your school that you had moved.", &["told your school"]),
            ("I spoke to the GP about his weight.", &["spoke to the GP"]),
            ("Discussed with the health visitor.", &["Discussed with the health visitor"]),
            ("Discussed at MARAC on 3 March.", &["Discussed at MARAC"]),
            ("Agency checks completed with police and health.", &["Agency checks completed"]),
            ("I gave this to nobody. I updated PC Dale by phone.", &["updated PC Dale"]),
            ("I visited the flat and informed housing.", &["informed housing"]),
            ("14:30 Informed the health visitor.", &["Informed the health visitor"]),
        ],
    );
    let twice = setting().findings(NOT_RECORDED, &text("I told the school. Later I informed the GP."));
    assert_eq!(twice.iter().map(|finding| finding.count).collect::<Vec<_>>(), [Some(2)]);
    let section = json!({ "sections": [{ "text": "Ava was well." }, { "text": "🙂 I told the school." }] });
    setting().finds(NOT_RECORDED, &[("in a section", section.clone(), &["/sections/1/text"])]);
    let found = setting().findings(NOT_RECORDED, &section);
    assert_eq!(slice("🙂 I told the school.", &found[0]), "told the school");
}

#[test]
fn a_text_only_suggests() {
    let found = setting().findings(NOT_RECORDED, &text("I told the school."));
    assert_eq!(found[0].severity, recording_standard::Severity::Warning);
    let found = setting().findings(NOT_RECORDED, &sharing(json!({})));
    assert_eq!(found[0].severity, recording_standard::Severity::Error);
    let milder = setting().policy(&json!({ "rules": { NOT_RECORDED: "advice" } }));
    let found = milder.findings(NOT_RECORDED, &text("I told the school."));
    assert_eq!(found[0].severity, recording_standard::Severity::Advice);
}

#[test]
fn innocent_senses_of_the_words_for_sharing() {
    for innocent in [
        "Ava has a shared bedroom. She shared a joke with the teacher.",
        "Mum and Dad have shared care of Ava.",
        "Mum shared that she feels low.",
        "Mum told the school that Ava would be late.",
        "Dad informed the GP of the move.",
        "She informed the police.",
        "Ava told her teacher about the row.",
        "The school shared this with the police.",
        "The health visitor informed the GP.",
        // Told to us, not by us.
        "Police informed us of the incident.",
        "Police informed that Dad was arrested.",
        "School shared with me that Ava was tired.",
        "School have informed Mum.",
        "The school informed the parents.",
        "I was informed by the school.",
        "I have been told by the police that there are no charges.",
        "Information was shared by the school.",
        "The report was shared with us by the school.",
        "The report was sent to the GP by the hospital.",
        "Police were notified by a neighbour.",
        "A referral was made to CAMHS by her GP.",
        // With the family.
        "I discussed this with Ava at school.",
        "I discussed her move to a new school with Mum.",
        "I shared my worries with Mum.",
        "I rang Mum and shared the plan with them.",
        "I rang the school about Mum and Dad and shared the plan with them.",
        "I spoke to Mum about the school.",
        "I told her that school starts on Monday.",
        "I told her school is closed.",
        "I informed him of the school holidays.",
        // Something else than an agency.
        "I sent Ava to school.",
        "Ava was sent to the head teacher.",
        "I told the school friends to wait.",
        "I updated the school record.",
        "I referred to the police report in my letter.",
        "I referred to the school’s letter.",
        "He was referred to CAMHS in 2019.",
        "I copied the GP’s letter to the file.",
        // A bullet under the child's name.
        "Told the teacher that she wanted to go home.",
        "Shared with her teacher that she was sad.",
        // Not done, not yet, or nobody knows.
        "I will share this with the school.",
        "I have not shared this with the school.",
        "I did not tell the school.",
        "No information was shared with the police.",
        "Nothing was passed to the school.",
        "This has not been shared with the school.",
        "The plan is to be shared with the school.",
        "The report should have been sent to the GP.",
        "We agreed to share this with the school.",
        "It was agreed that information will be shared with school.",
        "Referral to CAMHS to be made.",
        "I asked if this was shared with the school.",
        "Was this shared with the school?",
        "If I informed the school, Ava would be cross.",
        // Somebody's own words.
        "Mum said: “I told the school about it.”",
        "Ava wrote \"I shared this with my teacher\".",
    ] {
        setting().is_silent(NOT_RECORDED, &[(innocent, text(innocent))]);
    }
}

#[test]
fn who_writes_and_what_the_form_says() {
    setting().is_silent(
        NOT_RECORDED,
        &[
            ("the child’s own account", json!({ "child": { "views": "I told the school." } })),
            ("the family’s own account", json!({ "familyViews": "We informed the GP." })),
            (
                "another worker’s account",
                json!({ "author": { "postTitle": "Teacher" }, "text": "The social worker informed the GP." }),
            ),
            (
                "a sharing on the form",
                json!({ "text": "I told the school.", "sharing": [{ "with": ["Oak School"], "agreement": "given" }] }),
            ),
        ],
    );
    for on_form in [
        json!({ "agreement": "given" }),
        json!({ "agreedBy": [{ "role": "Mother" }] }),
        json!({ "reason": "crime" }),
        json!({ "reasonText": "The school had to know who may collect Ava." }),
        json!({ "what": "School attendance" }),
        json!({ "withdrawnOn": "2026-03-04" }),
    ] {
        let record = json!({ "text": "I told the school.", "sharing": [on_form] });
        setting().is_silent(NOT_RECORDED, &[("the form speaks of it", record)]);
    }
    let file = json!({ "kind": "file", "people": [{ "fullName": "Daniel Lee", "role": "Father" }] });
    setting()
        .file(&file)
        .is_silent(NOT_RECORDED, &[("her father, met at school", text("I discussed this with Mr Dan Lee at school."))]);
    setting().finds(
        NOT_RECORDED,
        &[
            (
                "the writer’s own post",
                json!({ "author": { "postTitle": "Senior social worker" }, "text": "The social worker informed the GP." }),
                &["/text"],
            ),
            (
                "an empty row of the form",
                json!({ "text": "I told the school.", "sharing": [{ "with": [], "agreement": "" }] }),
                &["/text"],
            ),
        ],
    );
}

#[test]
fn a_text_that_says_why() {
    for why in [
        "Mum gave written consent on 3 March.",
        "Consent was given by Ms Lee by phone.",
        "Mum consents to the referral.",
        "With Mum’s agreement I did so.",
        "Dad agreed to me speaking to them.",
        "Jay agreed that I could tell his teacher.",
        "Mum is happy for us to contact them.",
        "Mum gave permission.",
        "Mum asked me to tell them.",
        "Jay (15) was assessed as Gillick competent.",
        "Consent was not sought because it could put Jay at risk.",
        "Consent not sought; danger to Mum.",
        "Consent was not needed.",
        "The manager dispensed with consent.",
        "It was not safe to seek consent.",
        "Telling his father could prejudice the police investigation.",
        "This was under section 47 of the Children Act 1989.",
        "S47 enquiry started.",
        "s.47 enquiry.",
        "Shared under section 16LA Children Act 2004.",
        "Lawful basis: public task.",
        "Article 6(1)(e) UK GDPR.",
        "Schedule 1 paragraph 18.",
        "For the prevention and detection of crime.",
        "Disclosed under a court order dated 1 March.",
        "Jay is at risk of significant harm.",
        "Sharing was necessary and proportionate.",
        "A strategy discussion was held.",
    ] {
        let record = text(&format!("I told the school. {why}"));
        setting().is_silent(NOT_RECORDED, &[(why, record)]);
        let apart = json!({ "sections": [{ "text": why }, { "text": "Ava was well. I told the school." }] });
        setting().is_silent(NOT_RECORDED, &[(why, apart)]);
    }
    setting().is_silent(
        NOT_RECORDED,
        &[
            ("the reason in the sentence", text("I told the school because Ava was tired and pale.")),
            ("the reason in the next", text("I told the school. This was to protect Ava.")),
            (
                "in a text beside the form",
                json!({ "text": "I did this with Mum’s permission.", "sharing": [{ "with": ["Oak School"] }] }),
            ),
        ],
    );
    for other in [
        "Mum gave consent for the operation.",
        "Dad signed the consent form for the school trip.",
        "She is below the age of consent.",
        "Mum signed the tenancy agreement.",
        "Mum refused consent.",
        "Dad did not consent.",
        "Mum withdrew her consent on 3 March.",
        "Mum agreed to tidy the garden.",
        "Mum knows about it.",
        "It was not possible to see the bedroom.",
        "Ava stayed at home all that week. She slept badly because of the noise.",
    ] {
        let record = text(&format!("I told the school. {other}"));
        setting().finds(NOT_RECORDED, &[(other, record, &["/text"])]);
    }
}

#[test]
fn who_agreed_or_refused_and_when() {
    setting().finds(
        INCOMPLETE,
        &[
            (
                "given, and nothing else",
                sharing(json!({ "agreement": "given" })),
                &["/sharing/0/agreedBy/0/name", "/sharing/0/agreedBy/0/on"],
            ),
            (
                "refused, and the form’s fields left empty",
                sharing(json!({ "agreement": "refused", "agreedBy": [{ "name": "", "role": "", "on": "" }] })),
                &["/sharing/0/agreedBy/0/name", "/sharing/0/agreedBy/0/on"],
            ),
            (
                "no date",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "name": "Kelly Jones", "role": "Mother" }] })),
                &["/sharing/0/agreedBy/0/on"],
            ),
            (
                "nobody",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "on": "3 March 2026" }] })),
                &["/sharing/0/agreedBy/0/name"],
            ),
            (
                "the second of two",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "role": "Mother", "on": "2026-03-03" }, { "role": "Father" }] })),
                &["/sharing/0/agreedBy/1/on"],
            ),
            (
                "fillers",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "name": "tbc", "on": "n/a" }] })),
                &["/sharing/0/agreedBy/0/name", "/sharing/0/agreedBy/0/on"],
            ),
        ],
    );
    setting().is_silent(
        INCOMPLETE,
        &[
            (
                "a name and a date",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "name": "Kelly Jones", "on": "3/3/26" }] })),
            ),
            (
                "a role and a date",
                sharing(json!({ "agreement": "refused", "agreedBy": [{ "role": "Father", "on": "3/3/26" }] })),
            ),
            (
                "an empty row beside a full one",
                sharing(
                    json!({ "agreement": "given", "agreedBy": [{ "role": "Mother", "on": "3/3/26" }, { "name": "" }] }),
                ),
            ),
            ("not sought", sharing(json!({ "agreement": "notSought", "reason": "crime" }))),
            (
                "a date that cannot be read is another rule’s matter",
                sharing(json!({ "agreement": "given", "agreedBy": [{ "role": "Mother", "on": "31/02/2026" }] })),
            ),
        ],
    );
}

#[test]
fn without_agreement_there_is_a_reason() {
    setting().finds(
        NO_REASON,
        &[
            ("not sought", sharing(json!({ "agreement": "notSought" })), &["/sharing/0/reason"]),
            ("refused", sharing(json!({ "agreement": "Refused", "reasonText": "" })), &["/sharing/0/reason"]),
            (
                "another reason, and not which",
                sharing(json!({ "agreement": "refused", "reason": "other" })),
                &["/sharing/0/reasonText"],
            ),
            ("a filler", sharing(json!({ "agreement": "notSought", "reasonText": "tbc" })), &["/sharing/0/reason"]),
            (
                "the text says the same, and not why",
                json!({ "text": "Consent was not sought. It was not possible to see the bedroom.",
                    "sharing": [{ "with": ["Police"], "agreement": "notSought" }] }),
                &["/sharing/0/reason"],
            ),
        ],
    );
    setting().is_silent(
        NO_REASON,
        &[
            ("a ground is enough", sharing(json!({ "agreement": "notSought", "reason": "significantHarm" }))),
            ("so are words", sharing(json!({ "agreement": "refused", "reasonText": "Ava could not wait for the doctor." }))),
            ("other, and which", sharing(json!({ "agreement": "refused", "reason": "other", "reasonText": "A court asked for it." }))),
            ("refused, and so not shared", sharing(json!({ "agreement": "refused", "notShared": true }))),
            ("refused, and nobody was told", sharing(json!({ "agreement": "refused", "with": [] }))),
            ("refused, and nobody is named", json!({ "sharing": [{ "agreement": "refused" }] })),
            (
                "the text gives the ground",
                json!({ "text": "A section 47 enquiry has begun.", "sharing": [{ "with": ["Police"], "agreement": "notSought" }] }),
            ),
            (
                "the text says why agreement was not sought",
                json!({ "text": "Consent was not sought because Ava might run away.",
                    "sharing": [{ "with": ["Police"], "agreement": "notSought" }] }),
            ),
            ("given", sharing(json!({ "agreement": "given" }))),
        ],
    );
}

#[test]
fn whoever_is_unsure_consults() {
    setting().finds(
        UNSURE,
        &[
            ("nobody", sharing(json!({ "agreement": "unsure" })), &["/sharing/0/consulted/name"]),
            (
                "an empty part of the form",
                sharing(json!({ "agreement": "unsure", "consulted": { "name": "" } })),
                &["/sharing/0/consulted/name"],
            ),
            (
                "a date alone",
                sharing(json!({ "agreement": "unsure", "consulted": { "on": "3/3/26" } })),
                &["/sharing/0/consulted/name"],
            ),
            (
                "unsure, and not shared",
                sharing(json!({ "agreement": "unsure", "notShared": true })),
                &["/sharing/0/consulted/name"],
            ),
        ],
    );
    setting().is_silent(
        UNSURE,
        &[
            (
                "a manager by name",
                sharing(json!({ "agreement": "unsure", "consulted": { "name": "Pat Hill", "on": "3/3/26" } })),
            ),
            ("by post", sharing(json!({ "agreement": "unsure", "consulted": { "postTitle": "Team manager" } }))),
            ("sure", sharing(json!({ "agreement": "given" }))),
            ("nothing is said of agreement", sharing(json!({}))),
        ],
    );
}

#[test]
fn agreement_comes_before_sharing() {
    let agreed_on = |shared: &str, dates: &[&str]| {
        let agreed: Vec<_> = dates.iter().map(|on| json!({ "role": "Mother", "on": on })).collect();
        sharing(json!({ "sharedAt": shared, "agreement": "given", "agreedBy": agreed }))
    };
    setting().finds(
        AFTER,
        &[
            ("two days after", agreed_on("2026-03-04", &["2026-03-06"]), &["/sharing/0/agreedBy/0/on"]),
            ("an hour after", agreed_on("2026-03-04T10:00", &["04/03/2026 11:00"]), &["/sharing/0/agreedBy/0/on"]),
            (
                "both parents after",
                agreed_on("2026-03-04", &["2026-03-06", "2026-03-05"]),
                &["/sharing/0/agreedBy/0/on"],
            ),
        ],
    );
    setting().is_silent(
        AFTER,
        &[
            ("before", agreed_on("2026-03-06", &["2026-03-04"])),
            ("the same day, at what time nobody says", agreed_on("2026-03-04T10:00", &["2026-03-04"])),
            ("one parent before", agreed_on("2026-03-04", &["2026-03-06", "2026-03-03"])),
            ("one parent at an unknown time", agreed_on("2026-03-04", &["2026-03-06", ""])),
            ("shared at an unknown time", agreed_on("", &["2026-03-06"])),
            ("there was another ground", {
                let mut entry = agreed_on("2026-03-04", &["2026-03-06"]);
                entry["sharing"][0]["reason"] = json!("legalDuty");
                entry
            }),
        ],
    );
}

#[test]
fn agreement_can_be_withdrawn() {
    setting().finds(
        WITHDRAWN,
        &[
            (
                "and was, two days before",
                sharing(json!({ "sharedAt": "2026-03-06", "agreement": "withdrawn", "withdrawnOn": "2026-03-04" })),
                &["/sharing/0/reason"],
            ),
            (
                "given in February",
                sharing(json!({ "sharedAt": "6 March 2026", "agreement": "given", "withdrawnOn": "4 March 2026",
                    "agreedBy": [{ "role": "Mother", "on": "1 February 2026" }] })),
                &["/sharing/0/reason"],
            ),
            (
                "other, and not which",
                sharing(json!({ "sharedAt": "2026-03-06", "agreement": "withdrawn", "withdrawnOn": "2026-03-04", "reason": "other" })),
                &["/sharing/0/reasonText"],
            ),
            (
                "given, nobody knows when",
                sharing(json!({ "sharedAt": "2026-03-06", "agreement": "given", "withdrawnOn": "2026-03-04",
                    "agreedBy": [{ "role": "Mother" }] })),
                &["/sharing/0/reason"],
            ),
        ],
    );
    setting().is_silent(
        WITHDRAWN,
        &[
            (
                "after the sharing",
                sharing(json!({ "sharedAt": "2026-03-02", "agreement": "withdrawn", "withdrawnOn": "2026-03-04" })),
            ),
            ("the same day", sharing(json!({ "sharedAt": "2026-03-04", "agreement": "withdrawn", "withdrawnOn": "2026-03-04" }))),
            ("nobody knows when", sharing(json!({ "sharedAt": "2026-03-04", "agreement": "withdrawn" }))),
            (
                "there was another ground",
                sharing(json!({ "sharedAt": "2026-03-06", "agreement": "withdrawn", "withdrawnOn": "2026-03-04",
                    "reason": "significantHarm" })),
            ),
            (
                "given again",
                sharing(json!({ "sharedAt": "2026-03-06", "agreement": "given", "withdrawnOn": "2026-03-04",
                    "agreedBy": [{ "role": "Mother", "on": "2026-03-05" }] })),
            ),
            (
                "and so not shared",
                sharing(json!({ "sharedAt": "2026-03-06", "notShared": true, "agreement": "withdrawn", "withdrawnOn": "2026-03-04" })),
            ),
        ],
    );
}

/// The file of a child who was twelve on 2 May 2025.
fn of_a_child_of_twelve() -> Setting {
    setting().file(&json!({ "kind": "file", "child": { "fullName": "Ava Mae Jones", "dateOfBirth": "02/05/2013" } }))
}

#[test]
fn a_child_old_enough_has_a_say() {
    let mother = json!([{ "name": "Kelly Jones", "role": "Mother", "on": "2026-03-03" }]);
    let agreed = |by: &Value| sharing(json!({ "sharedAt": "2026-03-04", "agreement": "given", "agreedBy": by }));
    of_a_child_of_twelve().finds(
        CHILD,
        &[
            ("her mother alone", agreed(&mother), &["/sharing/0/childUnderstanding"]),
            (
                "both parents",
                agreed(&json!([{ "role": "Dad", "on": "2026-03-03" }, { "role": "Child’s mother", "on": "2026-03-03" }])),
                &["/sharing/0/childUnderstanding"],
            ),
            ("on her twelfth birthday", sharing(json!({ "sharedAt": "2025-05-02", "agreement": "given", "agreedBy": mother })), &[
                "/sharing/0/childUnderstanding",
            ]),
            (
                "by the date of the event",
                json!({ "eventAt": "2026-03-04", "sharing": [{ "with": ["GP"], "agreement": "given", "agreedBy": mother }] }),
                &["/sharing/0/childUnderstanding"],
            ),
            ("today", sharing(json!({ "agreement": "given", "agreedBy": mother })), &["/sharing/0/childUnderstanding"]),
        ],
    );
    of_a_child_of_twelve().is_silent(
        CHILD,
        &[
            (
                "the day before her birthday",
                sharing(json!({ "sharedAt": "2025-05-01", "agreement": "given", "agreedBy": mother })),
            ),
            ("she agreed herself", agreed(&json!([{ "role": "Mother" }, { "name": "Ava", "role": "Young person" }]))),
            ("she is named", agreed(&json!([{ "name": "Ava Jones", "role": "Service user" }]))),
            ("her role is her name", agreed(&json!([{ "role": "Ava" }]))),
            ("nobody says who Kelly is", agreed(&json!([{ "name": "Kelly Jones", "on": "2026-03-03" }]))),
            ("what she understood", {
                let mut entry = agreed(&mother);
                entry["sharing"][0]["childUnderstanding"] = json!("Ava wants her teacher to know.");
                entry
            }),
            ("what she understood, in the text", {
                let mut entry = agreed(&mother);
                entry["text"] = json!("Ava understood why I would talk to her school.");
                entry
            }),
            ("another ground", {
                let mut entry = agreed(&mother);
                entry["sharing"][0]["reason"] = json!("significantHarm");
                entry
            }),
            ("her mother refused", sharing(json!({ "agreement": "refused", "agreedBy": mother }))),
        ],
    );
    setting().is_silent(CHILD, &[("an entry without its file", agreed(&mother))]);
    let file = json!({ "kind": "file", "child": { "fullName": "Ava Jones" } });
    setting().file(&file).is_silent(CHILD, &[("no date of birth", agreed(&mother))]);
    let file = json!({ "kind": "file", "child": { "dateOfBirth": "02/05/2013" } });
    setting().file(&file).finds(CHILD, &[("no name", agreed(&mother), &["/sharing/0/childUnderstanding"])]);
    let older = json!({ "childAsksFrom": 14 });
    of_a_child_of_twelve().policy(&older).is_silent(CHILD, &[("the policy says fourteen", agreed(&mother))]);
}

#[test]
fn not_to_share_has_a_reason_too() {
    setting().finds(
        NOT_SHARED,
        &[
            ("no reason", json!({ "sharing": [{ "notShared": true }] }), &["/sharing/0/reasonText"]),
            ("a filler", sharing(json!({ "notShared": "yes", "reasonText": "n/a" })), &["/sharing/0/reasonText"]),
            (
                "other, and not which",
                sharing(json!({ "notShared": true, "reason": "other" })),
                &["/sharing/0/reasonText"],
            ),
            ("in a text", text("I decided not to share this with the school."), &["/text"]),
            ("by nobody", text("It was decided not to inform Dad."), &["/text"]),
        ],
    );
    setting().is_silent(
        NOT_SHARED,
        &[
            ("a reason", sharing(json!({ "notShared": true, "reasonText": "It could tell Dad where they live." }))),
            ("a ground", sharing(json!({ "notShared": true, "reason": "significantHarm" }))),
            ("agreement was refused", sharing(json!({ "notShared": true, "agreement": "refused" }))),
            ("it was shared", sharing(json!({ "notShared": false }))),
            (
                "in a text, with the reason",
                text("I decided not to share this with the school because Jay fears gossip."),
            ),
            ("the reason in the next sentence", text("I decided not to tell the school. This was to protect Mum.")),
            ("the risk", text("We decided not to share the address. Sharing would be more detrimental to Ava.")),
            ("Jay’s own decision", text("Jay decided not to share how he felt.")),
            ("what Mum said", text("Mum told me: “We decided not to tell the school.”")),
        ],
    );
}

/// Texts in which somebody may be in danger from whoever would be told.
const DANGER: [&str; 16] = [
    "Mum has fled domestic abuse.",
    "This is honour-based abuse.",
    "Ava fears a forced marriage.",
    "Her aunts speak of FGM.",
    "Female genital mutilation is planned in the holidays.",
    "Ava told me of sexual abuse by her stepfather.",
    "The doctor thinks of fabricated or induced illness.",
    "Jay may be a victim of trafficking.",
    "He watches extremist videos; a worry about extremism.",
    "A section 47 enquiry has begun.",
    "There is a police investigation.",
    "The police enquiry goes on.",
    "They live in a refuge.",
    "Confidential address: do not disclose.",
    "She said, “He hits Mum.”",
    "",
];

/// No message of these rules sends anybody to a family for agreement, whether the danger
/// is told in the text, in a quotation, in another field, or not at all.
#[test]
fn no_message_says_ask_seek_or_obtain() {
    let mother = json!([{ "role": "Mother", "on": "2026-03-09" }]);
    let sharings = json!([
        { "with": ["Oak School"] },
        { "with": ["Oak School"], "reason": "other" },
        { "with": ["Oak School"], "agreement": "given" },
        { "with": ["Oak School"], "agreement": "refused" },
        { "with": ["Oak School"], "agreement": "notSought" },
        { "with": ["Oak School"], "agreement": "unsure" },
        { "with": ["Oak School"], "agreement": "given", "sharedAt": "2026-03-04", "agreedBy": mother },
        { "with": ["Oak School"], "agreement": "withdrawn", "sharedAt": "2026-03-04", "withdrawnOn": "2026-03-02" },
        { "notShared": true },
    ]);
    let rules = [NOT_RECORDED, INCOMPLETE, NO_REASON, UNSURE, AFTER, WITHDRAWN, CHILD, NOT_SHARED];
    let setting = of_a_child_of_twelve();
    let mut spoke = Vec::new();
    for danger in DANGER {
        let records = [
            json!({ "text": danger, "sharing": sharings }),
            json!({ "text": format!("“{danger}”"), "sharing": sharings }),
            json!({ "child": { "views": danger }, "sharing": sharings }),
            text(&format!("{danger} I told the school. We decided not to tell Dad.")),
        ];
        for (rule, record) in rules.iter().flat_map(|rule| records.iter().map(move |record| (rule, record))) {
            for finding in setting.findings(rule, record) {
                let words = finding.message.to_lowercase();
                let mut words = words.split(|letter: char| !letter.is_alphabetic());
                let pushes =
                    words.find(|word| ["ask", "seek", "sought", "obtain"].iter().any(|stem| word.starts_with(stem)));
                assert_eq!(pushes, None, "{rule}: {}", finding.message);
                spoke.push(*rule);
            }
        }
    }
    assert!(rules.iter().all(|rule| spoke.contains(rule)), "a rule never spoke");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    /// Whatever order the words of the tables stand in, what is marked lies within the text.
    #[test]
    fn words_in_any_order(picks in prop::collection::vec((any::<prop::sample::Index>(), 0..6_usize), 0..60)) {
        let terms: Vec<&str> = SHARING_TABLE.lines().skip(1).filter_map(|row| row.split('\t').nth(1)).collect();
        let ends = [" ", " ", ", ", ". ", " Ms Khan ", "? "];
        let words: String = picks.iter().flat_map(|(pick, end)| [*pick.get(&terms), ends[*end]]).collect();
        let length = u32::try_from(words.encode_utf16().count()).expect("a short text");
        let setting = setting();
        for rule in [NOT_RECORDED, NOT_SHARED] {
            for finding in setting.findings(rule, &text(&words)) {
                let range = finding.range.expect("a finding in a text has a range");
                prop_assert!(range.start < range.end && range.end <= length);
            }
        }
    }
}

const SHARING_TABLE: &str = include_str!("../../src/lexicon/sharing.tsv");
const GROUNDS_TABLE: &str = include_str!("../../src/lexicon/grounds.tsv");

#[test]
fn the_tables_are_in_shape() {
    let kinds = [
        "about",
        "agency",
        "agreement",
        "and",
        "at",
        "because",
        "by",
        "channel",
        "checks",
        "denial",
        "document",
        "doubt",
        "forum",
        "ground",
        "informed",
        "innocent",
        "lead",
        "made",
        "me",
        "meanwhile",
        "next",
        "not",
        "not sought",
        "object",
        "other",
        "passive",
        "rank",
        "refer",
        "report",
        "speak",
        "tell",
        "thing",
        "title",
        "to",
        "understanding",
        "with",
        "withhold",
        "worker",
    ];
    for table in [SHARING_TABLE, GROUNDS_TABLE] {
        let rows: Vec<(&str, &str)> = table.lines().skip(1).filter_map(|row| row.split_once('\t')).collect();
        assert_eq!(rows.len() + 1, table.lines().count(), "a row without a tab");
        assert!(rows.windows(2).all(|rows| rows[0] < rows[1]), "rows out of order, or twice");
        for (kind, term) in &rows {
            assert!(kinds.contains(kind), "{kind} is no kind");
            assert_eq!(*term, term.trim().to_lowercase(), "{term}");
            // Of a term with the mark and one without, only one would be found.
            assert!(!rows.iter().any(|(_, other)| *other == format!("{term}~")), "{term} stands with ~ and without");
        }
    }
}
