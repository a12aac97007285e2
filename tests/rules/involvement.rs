//! The child and the family.

use serde_json::{Value, json};

use crate::{Setting, setting};
use recording_standard::Severity;

const NOT_SEEN: &str = "involvement/child-not-seen";
const NOT_ALONE: &str = "involvement/not-seen-alone";
const CHILD: &str = "involvement/child-voice";
const FAMILY: &str = "involvement/family-views";
const INFORMED: &str = "involvement/not-informed";
const INTERPRETER: &str = "involvement/interpreter";
const STRENGTHS: &str = "involvement/strengths";
const OUTCOMES: &str = "involvement/outcomes";
const REVIEW: &str = "involvement/review-date";
const CONTEXT: &str = "involvement/context";

fn entry(entry_type: &str, text: &str) -> Value {
    json!({ "type": entry_type, "eventAt": "2026-03-04T15:30", "text": text })
}

fn visit(text: &str) -> Value {
    entry("visit", text)
}

/// Ava is eight; her mother and her brother Sam are on her file.
fn of_ava() -> Setting {
    setting().file(&json!({
        "kind": "file",
        "child": { "fullName": "Ava-Mae Jones", "knownAs": ["Avie"], "dateOfBirth": "2017-05-02" },
        "people": [{ "fullName": "Kelly Jones", "role": "Mother" }, { "fullName": "Sam Jones", "role": "Brother" }],
    }))
}

/// The same at other ages.
fn born_on(birth: &str) -> Setting {
    setting().file(&json!({ "kind": "file", "child": { "fullName": "Ava Jones", "dateOfBirth": birth } }))
}

fn unborn() -> Setting {
    setting().file(&json!({ "kind": "file", "child": { "fullName": "Baby Jones", "expectedBirthDate": "2026-06-20" } }))
}

#[test]
fn a_visit_in_which_nobody_sees_the_child() {
    of_ava().finds(
        NOT_SEEN,
        &[
            (
                "all about the tenancy",
                visit("Ms Jones showed me the letter from the landlord. We rang him together."),
                &["/child/seen"],
            ),
            ("told about her, by her mother", visit("Mum told me that Ava said she hates maths."), &["/child/seen"]),
            ("her bedroom, not her", visit("I saw Ava’s bedroom. There is a new bed."), &["/child/seen"]),
            ("talked about her, not to her", visit("I spoke to Mum about Ava and school."), &["/child/seen"]),
            (
                "a letter was seen",
                visit("Discussed money with Dad. He said he feels low. GP letter seen."),
                &["/child/seen"],
            ),
            ("school saw her", visit("The teacher said that Ava had been quiet all week."), &["/child/seen"]),
            ("not seen, and not why", visit("Ava was not seen."), &["/child/seen"]),
            (
                "a box left empty",
                json!({ "type": "visit", "child": { "seen": null, "reasonNotSeen": "" } }),
                &["/child/seen"],
            ),
            (
                "not seen, says the box",
                json!({ "type": "visit", "child": { "seen": false } }),
                &["/child/reasonNotSeen"],
            ),
            (
                "a filler for the reason",
                json!({ "type": "visit", "child": { "seen": "No", "reasonNotSeen": "n/a" } }),
                &["/child/reasonNotSeen"],
            ),
            (
                "an assessment from papers",
                entry("assessment", "The health visitor’s notes show steady growth."),
                &["/child/seen"],
            ),
            ("“Child seen: no”", visit("Child seen: no\nMum talked about her shifts."), &["/child/seen"]),
            (
                "planned, not done",
                visit("I hope to meet Ava next week. Mum and I went through the rent."),
                &["/child/seen"],
            ),
        ],
    );
    of_ava().is_silent(
        NOT_SEEN,
        &[
            ("the box", json!({ "type": "visit", "child": { "seen": true } })),
            ("seen alone is seen", json!({ "type": "visit", "child": { "seenAlone": "yes" } })),
            (
                "the reason",
                json!({ "type": "visit", "child": { "seen": false, "reasonNotSeen": "Ava was at Brownies." } }),
            ),
            ("I saw Ava", visit("I saw Ava in the garden.")),
            ("without I", visit("Saw Ava at school with her teacher.")),
            ("was seen", visit("Ava was seen at home. No concerns about the home conditions.")),
            ("all of them", visit("All three children were seen.")),
            ("child seen: yes", visit("Child seen: yes. Alone: no.")),
            ("a short name", visit("I spoke with Avie on the stairs.")),
            ("with her mother", visit("I met with Kelly and Ava at the family hub.")),
            ("what she did", visit("Ava came downstairs and showed me her drawing.")),
            ("what she said", visit("When we talked about school, Ava told me that she has a new friend.")),
            ("a pronoun", visit("Ava let me in. I sat with her while she finished her toast.")),
            ("to the child", visit("I came to see you today. You were playing with your trains.")),
            ("to the child, saying", visit("You told me about the goldfish.")),
            ("a baby", visit("The baby smiled at her mum and reached for the cup.")),
            ("in telegrams", visit("Present: Ava, Mum, SW. Ava playing on the tablet.")),
            ("her full name", visit("Ava-Mae Jones said she was well.")),
            ("with her brother", visit("Ava and her brother were both present and happy to see me.")),
            ("an hour with her", visit("I spent an hour with Ava in the park.")),
            ("cancelled", visit("Mum cancelled the visit by text.")),
            ("who would not allow it", visit("Ava has not been spoken to, as her father did not consent.")),
            ("not in", visit("There was no answer at the door. I left a card.")),
            ("at school", visit("Ava was at school. Mum talked about her shifts.")),
            ("at school, in telegrams", visit("Ava at school. Mum well.")),
            ("asleep", visit("Ava was asleep upstairs, so we whispered.")),
            ("why, in the next sentence", visit("I did not see Ava. This was because she had a fever.")),
            ("why, in the same", visit("Ava was not seen due to her gymnastics class.")),
            ("would not let me in", visit("Mr Hall would not let me in.")),
            ("a phone call", entry("phoneCall", "Mum rang about the rent.")),
            ("a plan", entry("plan", "Mum will ring the landlord.")),
            ("cannot be read", json!({ "type": "visit", "child": { "seen": "sort of" } })),
        ],
    );
    setting().is_silent(
        NOT_SEEN,
        &[
            ("nobody says what the child is called", visit("Jay opened the door. He was in his school uniform.")),
            ("met somebody", visit("I met Jay at the park.")),
        ],
    );
    unborn().is_silent(NOT_SEEN, &[("before the birth", visit("Mum has a cot and a pram ready."))]);
    born_on("2026-03-20")
        .is_silent(NOT_SEEN, &[("two weeks before the birth", visit("Mum has a cot and a pram ready."))]);
}

#[test]
fn a_visit_that_does_not_say_whether_alone() {
    let wirral = json!({ "standard": "wirral" });
    of_ava().policy(&wirral).finds(
        NOT_ALONE,
        &[
            (
                "seen",
                json!({ "type": "visit", "eventAt": "2026-03-04", "child": { "seen": true } }),
                &["/child/seenAlone"],
            ),
            ("seen, in the text", visit("I saw Ava in the kitchen. She was baking."), &["/child/seenAlone"]),
            (
                "home alone is another matter",
                visit("I asked Ava about the night when she was left alone."),
                &["/child/seenAlone"],
            ),
            (
                "the box left empty",
                json!({ "type": "visit", "child": { "seen": "y", "seenAlone": "" } }),
                &["/child/seenAlone"],
            ),
        ],
    );
    born_on("2022-03-04").policy(&wirral).finds(
        NOT_ALONE,
        &[(
            "four on the day of the visit",
            json!({ "type": "visit", "eventAt": "2026-03-04", "child": { "seen": true } }),
            &["/child/seenAlone"],
        )],
    );
    of_ava().policy(&wirral).is_silent(
        NOT_ALONE,
        &[
            ("alone", json!({ "type": "visit", "child": { "seen": true, "seenAlone": true } })),
            ("not alone", json!({ "type": "visit", "child": { "seen": true, "seenAlone": false } })),
            ("not seen", json!({ "type": "visit", "child": { "seen": false } })),
            ("not in", visit("No one home. I left a card.")),
            ("at school", visit("Ava was at school.")),
            ("seen alone", visit("Ava was seen alone in her room.")),
            ("on her own", visit("I spoke with Ava on her own for half an hour.")),
            ("one to one", visit("We had some one-to-one time at the swings.")),
            ("without her parents", visit("I talked to Ava without her parents in the car.")),
            ("with her mother", visit("I saw Ava. Mum was present throughout.")),
            ("did not want to", visit("I saw Ava, who wanted her mum to stay with us.")),
            (
                "an interpreter was there, and said so",
                visit("Ava was not seen alone because the interpreter was with us."),
            ),
            ("no visit", entry("meeting", "Ava came to the meeting.")),
        ],
    );
    let seen = || json!({ "type": "visit", "eventAt": "2026-03-04", "child": { "seen": true } });
    of_ava().is_silent(NOT_ALONE, &[("NEL SCP does not ask", seen())]);
    born_on("2022-03-05").policy(&wirral).is_silent(NOT_ALONE, &[("four tomorrow", seen())]);
    setting().policy(&wirral).is_silent(NOT_ALONE, &[("nobody knows how old", seen())]);
    unborn().policy(&wirral).is_silent(NOT_ALONE, &[("not born", seen())]);
    let from_six = json!({ "standard": "wirral", "seenAloneFrom": 6 });
    born_on("2021-01-04").policy(&from_six).is_silent(NOT_ALONE, &[("five, where the policy begins at six", seen())]);
}

#[test]
fn nobody_says_what_the_child_wants() {
    of_ava().finds(
        CHILD,
        &[
            ("a review of actions", entry("review", "All actions are complete. The plan ends."), &["/child/views"]),
            (
                "Mum’s wishes alone",
                entry("assessment", "Mum feels that the move was right. She wants a bigger flat."),
                &["/child/views"],
            ),
            (
                "a heading and nothing under it",
                entry("assessment", "Child’s views:\n\nAnalysis:\nThe home is warm."),
                &["/child/views"],
            ),
            ("a heading and a filler", entry("plan", "Wishes and feelings: TBC"), &["/child/views"]),
            (
                "put off",
                entry("plan", "Ava’s wishes and feelings to be obtained at the next visit."),
                &["/child/views"],
            ),
            (
                "a plan to ask",
                entry("visit", "I saw Ava at school. I will ask Ava what she wants next time."),
                &["/child/views"],
            ),
            (
                "asked, and what did she say?",
                entry("visit", "I explored Ava’s wishes and feelings."),
                &["/child/views"],
            ),
            ("told, not heard", entry("decision", "Ava was told that the placement ends."), &["/child/views"]),
            ("Mum’s words", entry("visit", "I saw Ava. Mum said “I’m done in”."), &["/child/views"]),
            ("a filler in the box", json!({ "type": "review", "child": { "views": "n/a" } }), &["/child/views"]),
            ("a father who feels low", visit("Discussed money with Dad. He feels low."), &["/child/views"]),
            ("school’s figures", entry("review", "School report that attendance is at 92%."), &["/child/views"]),
        ],
    );
    of_ava().is_silent(
        CHILD,
        &[
            ("the box", json!({ "type": "review", "child": { "views": "Ava wants to stay with Nan." } })),
            ("why not", json!({ "type": "review", "child": { "reasonNoViews": "Ava is three weeks old and was asleep." } })),
            ("not seen, so not heard", json!({ "type": "visit", "child": { "seen": false, "reasonNotSeen": "In hospital" } })),
            ("nobody in", visit("No answer at the door.")),
            ("said", entry("assessment", "Ava said that she likes the new flat.")),
            ("said, far from the name", entry("assessment", "Ava, who had been quiet until then, told me that she is scared of the dog.")),
            ("she said", entry("assessment", "Ava sat with me. She told me about her dad. She misses him.")),
            ("she said, after her father was named", entry("review", "I asked Ava about Dad. She told me she wants to ring him.")),
            ("Mum passes it on", entry("plan", "Mum says Ava wants to go back to Oak School.")),
            ("a quotation", entry("review", "Ava: “I don’t like it when they shout.”")),
            ("a quotation and then who", entry("review", "“I want to go home,” said Ava.")),
            ("an answer in quotation marks alone", visit("I asked Ava about school. “It’s rubbish.”")),
            ("to the child", entry("plan", "You told me that you want your own room.")),
            ("a baby", entry("assessment", "Ava smiled and reached for her mum.")),
            ("Makaton", entry("review", "Ava signed ‘more’ and ‘finished’ with Makaton.")),
            ("a drawing", visit("Ava drew her family without Sam.")),
            ("a heading with what she wants", entry("plan", "Wishes and feelings:\nTo stay at the same school and see Nan on Sundays.")),
            ("her views in a sentence", entry("decision", "Ava’s wish is to move in with her aunt.")),
            ("said nothing", visit("I saw Ava, who did not want to talk to me.")),
            ("too young", entry("review", "Ava is too young to tell us.")),
            ("in telegrams", visit("Ava in her cot. Smiling, making good eye contact.")),
            ("happy with it", entry("decision", "The file will close. Ava is happy with this.")),
            ("her advocate", entry("review", "Ava did not attend. Her advocate shared her views that she wants more contact.")),
            ("when asked", visit("When asked what she likes, Ava said swimming.")),
            (
                "a section that she told",
                json!({ "type": "assessment", "sections": [{ "informant": { "name": "Ava Jones", "role": "Child" }, "text": "Home is fine." }] }),
            ),
            ("other records", entry("phoneCall", "School rang about attendance.")),
        ],
    );
    setting().is_silent(
        CHILD,
        &[
            ("nobody says what the child is called", entry("review", "Jay said he is happy at football.")),
            ("she, whoever that is", entry("review", "She told me that the contact went well.")),
        ],
    );
    unborn().is_silent(CHILD, &[("not born", entry("assessment", "Mum has seen the midwife twice."))]);
    born_on("2025-09-01").finds(
        CHILD,
        &[(
            "a baby of whom nothing is told",
            visit("I saw Ava in her cot. Feeds every four hours."),
            &["/child/views"],
        )],
    );
}

#[test]
fn how_much_the_missing_voice_matters() {
    for (entry_type, severity) in [
        ("visit", Severity::Warning),
        ("decision", Severity::Warning),
        ("assessment", Severity::Error),
        ("plan", Severity::Error),
        ("review", Severity::Error),
    ] {
        let found = setting().findings(CHILD, &entry(entry_type, "The boiler was mended."));
        assert_eq!(found[0].severity, severity, "{entry_type}");
    }
    let mild = json!({ "rules": { "involvement/child-voice": "advice" } });
    let found = setting().policy(&mild).findings(CHILD, &entry("review", "The boiler was mended."));
    assert_eq!(found[0].severity, Severity::Advice, "the agency decides");
}

#[test]
fn nobody_asked_the_family() {
    of_ava().finds(
        FAMILY,
        &[
            ("the child alone", entry("assessment", "Ava told me that she likes school."), &["/familyViews"]),
            ("what was seen", entry("plan", "The kitchen is clean. Mum cooked while I was there."), &["/familyViews"]),
            ("put off", entry("review", "Parents’ views to be sought."), &["/familyViews"]),
            ("a filler", json!({ "type": "plan", "familyViews": "as above" }), &["/familyViews"]),
            ("told, not heard", entry("review", "Mum was told about the decision."), &["/familyViews"]),
            ("school speaks", entry("assessment", "School said that Sam is late on Mondays."), &["/familyViews"]),
            (
                "why the child was not heard",
                entry("review", "Ava and her mum were at home. Asleep at the time."),
                &["/familyViews"],
            ),
        ],
    );
    of_ava().is_silent(
        FAMILY,
        &[
            ("the box", json!({ "type": "plan", "familyViews": "Ms Jones agrees with the plan." })),
            ("why not", json!({ "type": "plan", "reasonNoFamilyViews": "Not safe to ask before the court hearing." })),
            ("Mum said", entry("assessment", "Mum said that mornings are hard.")),
            ("she said", entry("assessment", "I met Ms Jones. She thinks the help came late.")),
            ("by a title", entry("assessment", "Mr Jones does not agree with the assessment.")),
            ("by her full name", entry("assessment", "Kelly Jones said that Ava likes school.")),
            ("both", entry("plan", "Ava and Mum want a bigger flat.")),
            ("by her name", entry("review", "Kelly agreed with each of the points.")),
            ("in quotation marks", entry("review", "Dad: “We’ve turned a corner.”")),
            ("a heading", entry("plan", "Family views:\nHelp with the mornings above all.")),
            ("did not come", entry("review", "Dad did not attend and did not reply to two letters.")),
            ("whereabouts", entry("assessment", "Father’s whereabouts are not known. Mother could not be contacted.")),
            ("a foster carer", entry("review", "The foster carer feels that Ava has settled.")),
            ("a visit", visit("The kitchen is clean.")),
        ],
    );
}

fn file(of: &Value) -> Value {
    let mut file = json!({ "kind": "file", "referenceNumber": "CH/2041" });
    for (name, value) in of.as_object().expect("an object") {
        file[name] = value.clone();
    }
    file
}

#[test]
fn nobody_told_them_about_the_record() {
    let all =
        json!({ "on": "2026-03-04", "by": "Priya Shah", "whyKept": true, "confidentiality": true, "howToSee": true });
    setting().finds(
        INFORMED,
        &[
            ("nothing", file(&json!({})), &["/informed/on"]),
            ("empty boxes", file(&json!({ "informed": { "on": "", "by": " ", "whyKept": null } })), &["/informed/on"]),
            ("all three boxes say no", file(&json!({ "informed": { "whyKept": false, "confidentiality": "no", "howToSee": 0 } })), &["/informed/on"]),
            (
                "a leaflet about why, and no more",
                file(&json!({ "informed": { "on": "2026-03-04", "whyKept": true } })),
                &["/informed/confidentiality", "/informed/howToSee"],
            ),
            (
                "how to see it was left for next time",
                file(&json!({ "informed": { "by": "Priya Shah", "whyKept": "Yes", "confidentiality": "Yes", "howToSee": "No" } })),
                &["/informed/howToSee"],
            ),
            (
                "confidential is only a word",
                file(&json!({ "entries": [{ "type": "note", "text": "Mum asked me to keep her new address confidential." }] })),
                &["/informed/on"],
            ),
        ],
    );
    setting().is_silent(
        INFORMED,
        &[
            ("all of it", file(&json!({ "informed": all }))),
            ("the boxes without a date", file(&json!({ "informed": { "whyKept": true, "confidentiality": true, "howToSee": true } }))),
            (
                "a visit tells of it",
                file(&json!({ "entries": [{ "type": "visit", "text": "I gave Mum the privacy notice and went through it with her." }] })),
            ),
            (
                "in a section",
                file(&json!({ "entries": [{ "sections": [{ "text": "I told Jay how to see his records when he is older." }] }] })),
            ),
            ("an answer that cannot be read", file(&json!({ "informed": { "whyKept": "maybe", "confidentiality": true, "howToSee": true } }))),
            ("an entry is no file", visit("I saw Ava.")),
        ],
    );
}

#[test]
fn another_language_and_no_interpreter() {
    let child = |child: Value| file(&json!({ "child": child }));
    setting().finds(
        INTERPRETER,
        &[
            ("Polish", child(json!({ "firstLanguage": "Polish" })), &["/informed/interpreter"]),
            ("a census code", child(json!({ "firstLanguage": "KUR" })), &["/informed/interpreter"]),
            ("a language other than English", child(json!({ "firstLanguage": "Other than English" })), &["/informed/interpreter"]),
            (
                "a signed form is no sign language",
                file(&json!({ "child": { "firstLanguage": "Polish" }, "entries": [{ "text": "Mum signed the form." }] })),
                &["/informed/interpreter"],
            ),
            ("a need", child(json!({ "firstLanguage": "English", "communicationNeeds": "Profound hearing loss" })), &["/informed/interpreter"]),
            (
                "her mother’s",
                file(&json!({ "child": { "firstLanguage": "English" }, "people": [{ "role": "Mother", "firstLanguage": "Romanian" }] })),
                &["/informed/interpreter"],
            ),
            (
                "told, and in what language?",
                file(&json!({ "child": { "firstLanguage": "Arabic" }, "informed": { "on": "2026-03-04", "interpreter": "tbc" } })),
                &["/informed/interpreter"],
            ),
        ],
    );
    setting().is_silent(
        INTERPRETER,
        &[
            ("English", child(json!({ "firstLanguage": "English" }))),
            ("English, as a code", child(json!({ "firstLanguage": "ENG" }))),
            ("English and Polish", child(json!({ "firstLanguage": "Polish and English" }))),
            ("not known yet", child(json!({ "firstLanguage": "Not known" }))),
            ("nothing said", child(json!({}))),
            ("does not talk yet", child(json!({ "firstLanguage": "Pre-verbal baby" }))),
            ("no needs", child(json!({ "firstLanguage": "English", "communicationNeeds": "None" }))),
            ("no known needs", child(json!({ "communicationNeeds": "No known needs" }))),
            ("BSL", child(json!({ "firstLanguage": "British Sign Language (BSL)" }))),
            ("Makaton", child(json!({ "firstLanguage": "English", "communicationNeeds": "Uses Makaton and a picture board" }))),
            (
                "an interpreter",
                file(&json!({ "child": { "firstLanguage": "Arabic" }, "informed": { "interpreter": "Ms Noor (Arabic)" } })),
            ),
            (
                "nobody wanted one",
                file(&json!({ "child": { "firstLanguage": "Punjabi" }, "informed": { "interpreter": "None" } })),
            ),
            (
                "another form",
                file(&json!({ "child": { "communicationNeeds": "Learning disability" }, "informed": { "form": "Easy read leaflet" } })),
            ),
            (
                "a visit tells of the interpreter",
                file(&json!({
                    "child": { "firstLanguage": "Arabic" },
                    "entries": [{ "type": "visit", "text": "Ms Noor interpreted throughout." }],
                })),
            ),
        ],
    );
}

#[test]
fn difficulties_and_no_strengths() {
    setting().finds(
        STRENGTHS,
        &[
            (
                "an assessment",
                json!({ "type": "assessment", "difficulties": "Debts, and a damp flat." }),
                &["/strengths"],
            ),
            (
                "a plan",
                json!({ "type": "plan", "difficulties": "Jay is often out at night.", "strengths": "" }),
                &["/strengths"],
            ),
            (
                "a filler",
                json!({ "type": "assessment", "difficulties": "Debts.", "strengths": "none" }),
                &["/strengths"],
            ),
            (
                "a heading in the text",
                entry("assessment", "What are we worried about?\nWorries:\nJay is out at night."),
                &["/strengths"],
            ),
        ],
    );
    setting().is_silent(
        STRENGTHS,
        &[
            ("both", json!({ "type": "plan", "difficulties": "Debts.", "strengths": "Ms Jones has sought advice on them." })),
            (
                "strengths in the text",
                json!({ "type": "assessment", "difficulties": "Debts.", "text": "Jay is good at cooking and proud of it." }),
            ),
            ("a heading for each", entry("assessment", "Worries:\nJay is out at night.\nStrengths:\nHe rings his nan.")),
            ("no difficulties either", entry("assessment", "Jay is twelve.")),
            ("a worry in passing", entry("plan", "Mum is worried about the rent.")),
            ("a visit", json!({ "type": "visit", "difficulties": "Debts." })),
        ],
    );
}

#[test]
fn plans_and_reviews_without_outcomes() {
    setting().finds(
        OUTCOMES,
        &[
            ("a plan of visits", entry("plan", "Weekly visits. Nursery from Monday."), &["/plannedOutcomes"]),
            (
                "a review of who came",
                entry("review", "Present: school, health, Mum. The plan goes on."),
                &["/actualOutcomes"],
            ),
            (
                "the plan’s box in a review",
                json!({ "type": "review", "plannedOutcomes": "Ava sleeps at night." }),
                &["/actualOutcomes"],
            ),
            ("a filler", json!({ "type": "plan", "plannedOutcomes": "TBC" }), &["/plannedOutcomes"]),
        ],
    );
    setting().is_silent(
        OUTCOMES,
        &[
            ("a plan with them", json!({ "type": "plan", "plannedOutcomes": "Ava sleeps at night." })),
            ("a plan with them in the text", entry("plan", "Weekly visits, so that Ava is in school by nine.")),
            ("a goal", entry("plan", "Goal: Ava sleeps in her own bed.")),
            (
                "a review with them",
                json!({ "type": "review", "actualOutcomes": "Ava sleeps through four nights a week." }),
            ),
            ("a review with them in the text", entry("review", "Ava’s attendance has improved from 70% to 94%.")),
            ("a review of no change", entry("review", "There is no change in how often Jay goes missing.")),
            ("a visit", visit("Ava slept well.")),
        ],
    );
}

#[test]
fn a_plan_that_nobody_will_look_at_again() {
    setting().finds(
        REVIEW,
        &[
            ("no date", entry("plan", "Speech therapy once a week."), &["/reviewOn"]),
            ("a review, and when?", entry("plan", "Speech therapy. We will review this."), &["/reviewOn"]),
            ("the last one", entry("plan", "At the last review on 3 March Mum was well."), &["/reviewOn"]),
            ("an empty box", json!({ "type": "plan", "reviewOn": " " }), &["/reviewOn"]),
        ],
    );
    setting().is_silent(
        REVIEW,
        &[
            ("a date", json!({ "type": "plan", "reviewOn": "2026-06-04" })),
            ("a date in the text", entry("plan", "Next review: 4 June 2026.")),
            ("how often", entry("plan", "Speech therapy. We review this monthly.")),
            ("in some weeks", entry("plan", "To be reviewed in six weeks.")),
            ("a core group", entry("plan", "The core group meets on Tuesday to look at this again.")),
            (
                "with a decision",
                json!({ "type": "plan", "decisions": [{ "what": "Visits", "reviewOn": "4 June 2026" }] }),
            ),
            ("cannot be read", json!({ "type": "plan", "reviewOn": "in spring" })),
            ("an assessment", entry("assessment", "Speech therapy once a week.")),
        ],
    );
}

#[test]
fn an_assessment_that_leaves_out_the_world() {
    let around = |context: Value| json!({ "type": "assessment", "eventAt": "2026-03-04", "context": context });
    let all = json!({
        "family": "Ava, Kelly and Sam.", "education": "Oak School, year 4.",
        "communityAndCulture": "Two streets from the chapel.", "otherAgencies": "None",
    });
    setting().finds(
        CONTEXT,
        &[
            (
                "nothing of it",
                entry("assessment", "The flat is damp."),
                &["/context/family", "/context/education", "/context/communityAndCulture", "/context/otherAgencies"],
            ),
            (
                "at home and at school",
                entry("assessment", "Ava lives with her mum. Her attendance is 92%."),
                &["/context/communityAndCulture", "/context/otherAgencies"],
            ),
            ("a filler", around(all.clone()), &["/context/otherAgencies"]),
        ],
    );
    born_on("2023-03-05").finds(
        CONTEXT,
        &[("nearly three", entry("assessment", "Mum, church and health visitor."), &["/context/education"])],
    );
    let mut said = all;
    said["otherAgencies"] = json!("No other agency works with the family.");
    setting().is_silent(
        CONTEXT,
        &[
            ("all boxes", around(said)),
            (
                "all in the text",
                entry(
                    "assessment",
                    "Ava and her mum go to the mosque. She likes nursery. The health visitor comes every month.",
                ),
            ),
            ("a plan", entry("plan", "The flat is damp.")),
        ],
    );
    born_on("2024-03-05").is_silent(
        CONTEXT,
        &[("nobody is late for nursery at one", entry("assessment", "Mum, church and health visitor."))],
    );
    unborn().is_silent(CONTEXT, &[("nor before birth", entry("assessment", "Mum, church and midwife."))]);
}
