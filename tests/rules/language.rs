//! Plain English. What is marked is marked exactly; what is innocent is left alone.

mod grammar;
mod guesses;
mod innocent;
mod long_sentences;
mod prejudice;

use serde_json::json;

use crate::{setting, slice};

const ABBREVIATION: &str = "language/undefined-abbreviation";
const JARGON: &str = "language/jargon";
const WORDY: &str = "language/wordy";

#[test]
fn an_abbreviation_that_nobody_explains() {
    setting().marks(
        ABBREVIATION,
        &[
            ("The CIN plan was reviewed.", &["CIN"]),
            ("I rang the MASH and then CAMHS.", &["MASH", "CAMHS"]),
            ("A s47 enquiry began. The S.47 ended on 4 May.", &["s47"]),
            ("Two CINs were closed; the CIN’s review is on 4 May. C.I.N. again, and CiN.", &["CINs"]),
            ("The Senco rang me, and two SENCos wrote.", &["Senco"]),
            ("I checked CP-IS.", &["CP-IS"]),
            ("Ava has an EHCP and sees a SaLT.", &["EHCP", "SaLT"]),
            ("Mum missed her appt b/c of the bus.", &["appt", "b/c"]),
            ("ZQT said that the room was damp.", &["ZQT"]),
            ("😀 Jay’s ICPC was held. Café, naïve, e\u{301}tude: LADO told.", &["ICPC", "LADO"]),
            ("The plan\r\nwas agreed.\r\nThe IRO rang.", &["IRO"]),
            ("The IRO came. Later she explained: independent reviewing officer (IRO).", &["IRO"]),
        ],
    );
}

#[test]
fn an_abbreviation_that_is_explained_or_is_none() {
    let silent: &[&str] = &[
        "The child in need (CIN) plan was reviewed. The next CIN meeting is on 4 May.",
        "The CIN (child in need) plan was reviewed. CIN again.",
        "The Multi-Agency Safeguarding Hub (‘MASH’) rang. MASH will ring again.",
        "A section 47 enquiry began.",
        "A section 47 of the Children Act 1989 (S47) enquiry began. The s47 ended.",
        "Ava saw her GP at the NHS walk-in centre. Mum watches TV. He moved to the UK.",
        "Ava said “the CIN lady is nice”.",
        "I did NOT see Ava. She was VERY upset and said STOP.",
        "They live at DN31 1HU, before that in CH41 5AB.",
        "The car was AB12 CDE.",
        "Ava is in Y7 and took her KS2 tests. Her coat is XL. He plays on a PS5.",
        "Chapter IV of the book, and King Henry VIII.",
        "Mum shops at B&M, KFC and DFS, and went to the YMCA.",
        "She rang at 10 am and at 3 PM. OK then.",
        "Priya Shah visited. PS saw Ava in her room.",
        "WHAT HAPPENED TODAY\nAva was at home.",
        "It may rain. He will come. She had an ace time; send the sen a letter.",
        "Reference ABC123/99.",
        "DS Patel and PC Dale rang. DI Ward was told.",
        "He plays for Grimsby Town FC. His brother likes AFC Wimbledon.",
        "The car was YK19 ABC. They read about George VI.",
        "The court asked for a DNA test. The AA sent a recovery van.",
    ];
    for text in silent {
        setting().marks(ABBREVIATION, &[(text, &[])]);
    }
}

#[test]
fn names_are_no_abbreviations() {
    let file = json!({ "kind": "file", "child": { "fullName": "Philippa Jane Moss", "knownAs": ["PIP", "PJ"] } });
    setting().file(&file).is_silent(
        ABBREVIATION,
        &[
            ("the child’s short names", json!({ "text": "PIP was at home. PJ likes it." })),
            ("the child’s initials", json!({ "text": "PJM was at home." })),
            ("the author’s initials", json!({ "author": { "name": "Lee Ward" }, "text": "Typed by LW." })),
        ],
    );
    let policy = json!({ "names": ["NAVIGO"], "glossary": [{ "term": "YMAT", "meaning": "our youth team" }] });
    setting()
        .policy(&policy)
        .is_silent(ABBREVIATION, &[("as the policy says", json!({ "text": "NAVIGO and YMAT rang." }))]);
}

#[test]
fn an_explanation_in_another_field_of_the_record_counts() {
    let record = json!({ "text": "The LADO rang.", "decisions": [{ "what": "Tell the local authority designated officer (LADO)." }] });
    setting().is_silent(ABBREVIATION, &[("read as a whole", record)]);
}

#[test]
fn a_known_abbreviation_is_offered_its_meaning_and_an_ambiguous_one_each_of_its_meanings() {
    let fixes = |text: &str| {
        let found = setting().findings(ABBREVIATION, &json!({ "text": text }));
        found[0].fixes.iter().map(|fix| fix.replacement.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fixes("The CIN plan was reviewed."), ["child in need (CIN)"]);
    let meanings = fixes("The CP meeting was moved.");
    assert!(meanings.len() > 1 && meanings.contains(&"child protection (CP)".to_owned()), "{meanings:?}");
    assert_eq!(fixes("Two CINs were closed."), ["children in need (CINs)"]);
    assert!(fixes("Read the CIN’s plan.").is_empty(), "a possessive has no ready form");
    assert!(fixes("ZQT rang.").is_empty(), "nobody knows what it means");
    assert!(fixes("The EHCP plan came.").is_empty(), "a plan plan is no English");
    assert!(fixes("He was made subject of an SGO.").is_empty(), "“an special” is no English");
}

#[test]
fn each_abbreviation_is_told_once_a_field_with_a_count() {
    let found = setting().findings(ABBREVIATION, &json!({ "text": "CIN. Then CIN, CINs and C.I.N. LADO." }));
    let told: Vec<_> = found.iter().map(|finding| finding.count).collect();
    assert_eq!(told, [Some(4), None]);
}

#[test]
fn coded_fields_are_not_read() {
    let file = json!({ "kind": "file", "child": { "fullName": "Ava Moss", "ethnicity": "BOTH", "communicationNeeds": "VIS" } });
    setting().is_silent(ABBREVIATION, &[("codes", file)]);
}

#[test]
fn words_that_a_family_would_not_use() {
    setting().marks(
        JARGON,
        &[
            ("Mum was signposted to the food bank.", &["signposted"]),
            ("I will be signposting Dad. We signpost families.", &["signposting"]),
            ("Ava was dysregulated in class.", &["dysregulated"]),
            ("The placement breakdown was hard for him.", &["placement breakdown"]),
            ("Disseminate the safeguarding concerns.", &["safeguarding concerns"]),
            ("Nan’s viability came back negative.", &["viability"]),
            ("I would be escalating this to my manager.", &["escalating"]),
            ("The carers gave notice on the placement.", &["gave notice on"]),
            ("Ollie masks at school. The meeting was not quorate.", &["masks", "quorate"]),
            ("Contact went ahead. Both girls are accommodated with Mrs Noble.", &["Contact", "accommodated"]),
            ("He was here. Mapping by Thursday, Tash. Mapping done.", &["Mapping", "Mapping"]),
        ],
    );
}

#[test]
fn words_that_must_or_may_stand() {
    let silent: &[&str] = &[
        "Mum said “they signposted me again”.",
        "The court found that Ava was likely to suffer significant harm and made an interim care order.",
        "Jay is a care leaver.",
        "Jay has a work placement at the garage.",
        "I was in contact by phone.",
        "She packed a suitcase.",
        "The midwife told Mum about the viability of the pregnancy.",
        "The escalator was broken, and the row escalated into a fight.",
        "Mum gave notice on the flat.",
        "Ollie wore a mask at the party, and Dad masks the skirting with tape.",
        "Contact was made with the GP.",
        "Dad stepped down from the minibus.",
        "Parallel planning means looking at two homes at once, I told Mum.",
        "We held a core group, which means the people who carry out the plan met.",
        "Ava was dysregulated (she shouted, cried and hid under the table).",
    ];
    for text in silent {
        setting().marks(JARGON, &[(text, &[])]);
    }
}

#[test]
fn officialese() {
    setting().marks(
        WORDY,
        &[
            ("Mum rang prior to the visit.", &["prior to"]),
            ("The plan commenced on 4 May. It commences again.", &["commenced"]),
            ("In respect of housing, Mum utilised the form.", &["In respect of", "utilised"]),
        ],
    );
    setting().marks(
        WORDY,
        &[
            ("Dad wrote: “I commenced work prior to the visit”.", &[]),
            ("The plaster did not adhere to her skin.", &[]),
            ("Mum had a prior appointment, and rang as per usual.", &[]),
            ("Dad said that he respects what Mum thinks of the house.", &[]),
        ],
    );
}

#[test]
fn a_plainer_word_comes_in_the_right_form() {
    let first_fix = |text: &str| {
        let found = setting().findings(WORDY, &json!({ "text": text }));
        let fix = found[0].fixes.first().map(|fix| fix.replacement.clone()).unwrap_or_default();
        let marked = slice(text, &found[0]);
        text.replacen(&marked, &fix, 1)
    };
    assert_eq!(first_fix("The plan commenced on 4 May."), "The plan started on 4 May.");
    assert_eq!(first_fix("Mum rang prior to the visit."), "Mum rang before the visit.");
    assert_eq!(first_fix("Prior to the visit Mum rang."), "Before the visit Mum rang.");
}

#[test]
fn the_agency_can_name_terms_of_its_own() {
    let policy = json!({ "glossary": [
        { "term": "front step", "instead": "our duty desk", "as": "jargon" },
        { "term": "signpost", "as": "allowed" },
    ] });
    let marked = |text: &str| {
        let found = setting().policy(&policy).findings(JARGON, &json!({ "text": text }));
        found.iter().map(|finding| slice(text, finding)).collect::<Vec<_>>()
    };
    assert_eq!(marked("I rang the front step."), ["front step"]);
    assert!(marked("I will signpost Mum.").is_empty());
}
