//! Facts, opinions, sources and decisions, told apart.

mod grammar;

use recording_standard::{Options, Severity, check_text};
use serde_json::{Value, json};

use crate::setting;

const KIND: &str = "evidence/kind-missing";
const SOURCE: &str = "evidence/source-missing";
const UNNAMED: &str = "evidence/unnamed-source";
const OPINION: &str = "evidence/unmarked-opinion";
const BASIS: &str = "evidence/opinion-without-basis";
const REPORT: &str = "evidence/unattributed-report";
const VAGUE: &str = "evidence/vague";
const MAKER: &str = "evidence/decision-without-maker";
const REASONS: &str = "evidence/decision-without-reasons";

const TEXT_RULES: [&str; 5] = [OPINION, REPORT, VAGUE, MAKER, REASONS];

/// An entry with these sections.
fn sections(sections: &Value) -> Value {
    json!({ "type": "note", "sections": sections })
}

/// An entry with these decisions.
fn decisions(decisions: &Value) -> Value {
    json!({ "type": "meeting", "decisions": decisions })
}

#[test]
fn a_section_says_what_kind_of_statement_it_makes() {
    setting().finds(
        KIND,
        &[
            ("no kind", sections(&json!([{ "source": "firstHand", "text": "The fridge was empty." }])), &["/sections/0/kind"]),
            (
                "a form's choice left at nothing",
                sections(&json!([{ "kind": "", "source": "firstHand", "text": "Jay has a cough." }])),
                &["/sections/0/kind"],
            ),
            (
                "the first and the third of three",
                sections(&json!([{ "text": "I visited." }, { "kind": "fact", "text": "Jay has a cough." }, { "kind": null, "text": "Jay is safe." }])),
                &["/sections/0/kind", "/sections/2/kind"],
            ),
            ("a filler", sections(&json!([{ "kind": "n/a", "text": "I visited." }])), &["/sections/0/kind"]),
        ],
    );
    setting().is_silent(
        KIND,
        &[
            ("each says its kind", sections(&json!([{ "kind": "fact", "text": "Jay has a cough." }, { "kind": "Judgment", "text": "He is ill." }]))),
            ("one free text", json!({ "type": "note", "text": "Jay has a cough. I think that he is ill." })),
            ("an empty row of the form", sections(&json!([{ "kind": "fact", "text": "Jay has a cough." }, { "kind": "", "text": " " }]))),
            ("what cannot be read is another rule’s matter", sections(&json!([{ "kind": "feeling", "text": "I was worried." }]))),
            ("no sections", json!({ "type": "note", "sections": [] })),
        ],
    );
}

#[test]
fn a_section_says_whether_its_writer_was_there() {
    setting().finds(
        SOURCE,
        &[
            ("no source", sections(&json!([{ "kind": "fact", "text": "The fridge was empty." }])), &["/sections/0/source"]),
            ("left blank", sections(&json!([{ "kind": "fact", "source": " ", "text": "The fridge was empty." }])), &["/sections/0/source"]),
            (
                "of two, one",
                sections(&json!([{ "kind": "fact", "source": "thirdParty", "text": "Jay fell." }, { "kind": "opinion", "text": "He is clumsy." }])),
                &["/sections/1/source"],
            ),
            (
                "an informant alone does not say it",
                sections(&json!([{ "kind": "fact", "text": "Jay fell.", "informant": { "name": "Ann Bell", "role": "Nurse" } }])),
                &["/sections/0/source"],
            ),
        ],
    );
    setting().is_silent(
        SOURCE,
        &[
            ("seen", sections(&json!([{ "kind": "fact", "source": "firstHand", "text": "The fridge was empty." }]))),
            ("told", sections(&json!([{ "kind": "fact", "source": "third party", "text": "The fridge was empty." }]))),
            ("one free text", json!({ "text": "The fridge was empty." })),
            ("an empty row", sections(&json!([{ "kind": "fact", "source": "", "text": "" }]))),
        ],
    );
}

#[test]
fn whoever_told_has_a_name_and_a_role() {
    let told = |informant: Value| {
        sections(
            &json!([{ "kind": "fact", "source": "thirdParty", "text": "Jay fell on Tuesday.", "informant": informant }]),
        )
    };
    setting().finds(
        UNNAMED,
        &[
            ("nobody", told(json!(null)), &["/sections/0/informant/name"]),
            ("a role alone", told(json!({ "role": "Teacher" })), &["/sections/0/informant/name"]),
            ("a name alone", told(json!({ "name": "Ann Bell" })), &["/sections/0/informant/role"]),
            ("anonymous, and not how", told(json!({ "anonymous": true })), &["/sections/0/informant/how"]),
            ("a filler", told(json!({ "name": "tbc", "role": "Teacher" })), &["/sections/0/informant/name"]),
            (
                "which of two told it",
                json!({ "informants": [{ "name": "Ann Bell", "role": "Nurse" }, { "name": "Tom Ellis", "role": "Teacher" }],
                    "sections": [{ "kind": "fact", "source": "thirdParty", "text": "Jay fell." }] }),
                &["/sections/0/informant/name"],
            ),
        ],
    );
    setting().is_silent(
        UNNAMED,
        &[
            ("name and role", told(json!({ "name": "Ann Bell", "role": "School nurse" }))),
            ("name and post", told(json!({ "name": "Ann Bell", "postTitle": "School nurse" }))),
            ("family", told(json!({ "name": "Kelly Jones", "role": "Mother" }))),
            ("anonymous, by phone", told(json!({ "anonymous": "yes", "how": "Phone call to the front desk" }))),
            (
                "one person told it all",
                json!({ "informants": [{ "name": "Ann Bell", "role": "Nurse" }],
                    "sections": [{ "kind": "fact", "source": "thirdParty", "text": "Jay fell." }] }),
            ),
            ("seen by the writer", sections(&json!([{ "kind": "fact", "source": "firstHand", "text": "Jay fell." }]))),
        ],
    );
}

#[test]
fn an_opinion_has_evidence() {
    let opinion = |kind: &str, text: &str, basis: &str| {
        sections(&json!([{ "kind": kind, "source": "firstHand", "text": text, "basis": basis }]))
    };
    setting().finds(
        BASIS,
        &[
            ("an opinion", opinion("opinion", "Jay is a worried boy.", ""), &["/sections/0/basis"]),
            ("an assessment", opinion("assessment", "The risk to Jay has gone down.", "n/a"), &["/sections/0/basis"]),
            ("a judgment", opinion("judgment", "Mum can meet Jay’s needs.", "tbc"), &["/sections/0/basis"]),
        ],
    );
    setting().is_silent(
        BASIS,
        &[
            (
                "its evidence",
                opinion("opinion", "Jay is worried.", "He bit his nails and asked twice who would collect him."),
            ),
            (
                "its evidence, in the text",
                opinion("opinion", "Jay is worried: he asked twice who would collect him, and cried.", ""),
            ),
            ("a reason", opinion("assessment", "The risk is lower because Dad has moved out.", "")),
            ("a number", opinion("assessment", "The plan works. Jay was at school on 19 of 20 days.", "")),
            ("a fact needs none", opinion("fact", "Jay is four.", "")),
            ("no opinion yet", opinion("opinion", "", "")),
        ],
    );
}

#[test]
fn opinions_that_do_not_say_so() {
    setting().marks(
        OPINION,
        &[
            ("I feel that Mum is not coping.", &["I feel"]),
            ("Visited at 4 pm. I felt that Dad was hiding the truth.", &["I felt"]),
            ("I think Kelly finds Jay hard to like.", &["I think"]),
            ("I do not believe that he understands the worry.", &["I do not believe"]),
            ("We feel the placement is wrong for him.", &["We feel"]),
            ("It is clear that Mum puts her partner first.", &["It is clear that"]),
            ("It was obvious that he had been drinking.", &["It was obvious that"]),
            ("Mum does not care about the children’s school.", &["does not care about"]),
            ("Dad couldn’t care less.", &["couldn’t care less"]),
            ("It was felt that Mum was not open.", &["It was felt that"]),
            ("The general feeling is that he will go back to her.", &["The general feeling"]),
            ("🙂 Jay’s room is small. I FEEL he should have his own.", &[]),
            ("🙂 Jay’s room is small. I FEEL he is cold there.", &["I FEEL"]),
            ("I feel she is low. Later she left. I feel she is lonely.", &["I feel"]),
            ("Facts:\nI feel that Mum is not coping.", &["I feel"]),
        ],
    );
    let twice =
        setting().findings(OPINION, &json!({ "text": "I feel she is low. Later she left. I feel she is lonely." }));
    assert_eq!(twice.iter().map(|finding| finding.count).collect::<Vec<_>>(), [Some(2)]);
    let fact = sections(&json!([{ "kind": "fact", "source": "firstHand", "text": "I feel that Mum is not coping." }]));
    setting().finds(OPINION, &[("in a section of facts", fact, &["/sections/0/text"])]);
}

#[test]
fn opinions_that_do() {
    for text in [
        "In my professional opinion Mum is not coping.",
        "In my view it is clear that Jay is tired.",
        "My assessment is that the risk is lower. I feel that Mum means what she says.",
        "I think Jay is worried because he did not want to go home.",
        "I feel that Mum is low. This is because she has not slept.",
        "Analysis:\nJay is safer. I think that Mum has learned to ask for help.",
        "MY OPINION\nIt is clear that Jay loves his nan.",
        "What are we worried about?\nI asked Jay what he thinks.",
        "One hypothesis is that Jay is hungry; I think he is anxious, too.",
        "Mum said, “I feel that he is not coping.”",
        "Mum told me that I think she is lazy.",
        "Dad said: I feel that nobody listens.",
        "Ava feels that nobody cares about her.",
        "Mum thinks that he does not care about the children.",
        "Do you think I feel that way?",
        "I asked if I think she is well.",
        "I felt his forehead. It was hot.",
        "I felt the baby’s tummy with her.",
        "I feel sick today and went home early.",
        "I think you were very brave.",
        "I thought you might like to know who will read this.",
        "I think it would help Mum to see her GP.",
        "I think we should meet again on Friday.",
        "I think about Jay’s safety at each visit.",
        "I believe you.",
        "Mum made it clear that she wants me to ring first.",
        "It is clear from the X-ray.",
        "I considered the views of the school.",
    ] {
        setting().is_silent(OPINION, &[(text, json!({ "text": text }))]);
    }
    setting().is_silent(
        OPINION,
        &[
            (
                "a section of opinion",
                sections(&json!([{ "kind": "opinion", "text": "I feel that Mum is not coping." }])),
            ),
            (
                "a section of assessment",
                sections(&json!([{ "kind": "assessment", "text": "It is clear that Mum is low." }])),
            ),
            ("a section of judgment", sections(&json!([{ "kind": "judgment", "text": "I think she is not coping." }]))),
            ("the child’s own words", json!({ "child": { "views": "I feel the house is too loud." } })),
            ("the family’s own words", json!({ "familyViews": "It is clear that nobody asked us." })),
        ],
    );
}

#[test]
fn reports_without_a_source() {
    setting().marks(
        REPORT,
        &[
            ("It was reported that Mum shouts at Jay.", &["It was reported"]),
            ("It has been alleged that Dad sells drugs.", &["It has been alleged"]),
            ("Apparently Dad has a new partner.", &["Apparently"]),
            ("We were told that the house was cold.", &["We were told"]),
            ("I was informed that Jay hit his head.", &["I was informed"]),
            ("I’ve been told that he is not allowed at the house.", &["I’ve been told"]),
            ("Jay is said to be cruel to the dog.", &["is said to"]),
            ("Dad is believed to live in Hull.", &["is believed to"]),
            ("Concerns were raised about her weight.", &["Concerns were raised"]),
            ("It has come to our attention that there is a dog.", &["It has come to our attention"]),
            ("Rumour has it that she drinks.", &["Rumour has it"]),
            ("People say that the flat is a mess.", &["People say"]),
            ("There have been reports of shouting at night.", &["There have been reports"]),
            ("It was reported to me that Jay was alone.", &["It was reported"]),
            ("I understand that Dad has moved back in.", &["I understand that"]),
            ("Everyone knows that he deals drugs.", &["Everyone knows that"]),
            ("Information was received that the baby was left in the car.", &["Information was received"]),
            ("I was told by phone that Jay had gone.", &["I was told"]),
            ("It was alleged on 3 March that he hit her.", &["It was alleged"]),
            ("It emerged that Jay had slept in a car.", &["It emerged"]),
            ("Word is that she has a new boyfriend.", &["Word is that"]),
            ("The word is his partner has moved in.", &["The word is"]),
            ("Somebody mentioned that they were seen in Lidl.", &["Somebody mentioned"]),
            ("Dad drinks, it has been suggested.", &["it has been suggested"]),
            ("Dad, we understand, has another baby.", &["we understand"]),
            ("Told that Dad is back at the house.", &["Told"]),
            ("He is rumoured to be back.", &["is rumoured to be"]),
            ("Jay is said to have been hit by his dad.", &["is said to"]),
            ("Mum asked for a taxi. I am led to believe there are six of them.", &["I am led to believe"]),
            ("The money will come from the college. The rumour is that he left.", &["The rumour is"]),
        ],
    );
}

#[test]
fn reports_with_their_source() {
    for text in [
        "It was reported by the school nurse that Jay has lost weight.",
        "The school nurse reported that Jay has lost weight.",
        "According to the school, Jay is apparently late on most days.",
        "I was told by his aunt that he hit his head.",
        "I was told at school that Jay had gone home.",
        "I was told by Ms Khan, his teacher, that he was late.",
        "Ms Khan told me that Jay apparently has a new bike.",
        "Mum said that he is believed to live in Hull.",
        "It was reported in the police log that officers attended.",
        "I rang the nursery and spoke to Ann Bell. I was told that Jay was well.",
        "When I rang the school I was told that Jay was out.",
        "I was told that Jay hit his head. This came from his aunt.",
        "An anonymous caller rang. It was alleged that the children were alone.",
        "It was alleged that the children were alone. The caller stayed anonymous.",
        "Concerns were raised by the health visitor about her weight.",
        "Concerns were raised about her weight by the health visitor.",
        "You told me that you were told off at school.",
        "You said that apparently there is a new puppy.",
        "It was reported to the police on 3 March.",
        "I was told to wait in the hall.",
        "I understand that this is hard for you.",
        "I understand how sad you were.",
        "I was not told that he had moved.",
        "I asked whether it was reported that he had left.",
        "If it is reported that he is back, I will ring the police.",
        "Was it reported that Jay was alone?",
        "“Apparently I am trouble,” said Jay.",
        "Jay was reported missing by his carer at 22:00.",
        "I heard shouting from the kitchen.",
        "Mum has been told about the review.",
        "Dad was told that he must not drive.",
        "Email from Ms Khan on 3 March: it is reported that Jay was late.",
        "It was suggested that we could meet on Friday.",
        "It was suggested we meet again.",
        "His favourite word is banana.",
        "The word is spelt wrong in his book.",
        "Rang school. Told that Jay was late on Monday.",
        "Mum told that story to Jay.",
        "Jay said to be quiet.",
    ] {
        setting().is_silent(REPORT, &[(text, json!({ "text": text }))]);
    }
    let text = "It was reported that Jay was late on three days.";
    setting().is_silent(
        REPORT,
        &[
            ("the entry names who told it", json!({ "text": text, "informants": [{ "name": "Ann Bell", "role": "Teacher" }] })),
            (
                "the section names who told it",
                sections(&json!([{ "kind": "fact", "source": "thirdParty", "text": text, "informant": { "name": "Ann Bell" } }])),
            ),
        ],
    );
}

#[test]
fn conclusions_with_nothing_seen() {
    setting().marks(
        VAGUE,
        &[
            ("Home visit completed. No concerns.", &["No concerns"]),
            ("I have no concerns about the home.", &["no concerns"]),
            ("There were no safeguarding concerns.", &["no safeguarding concerns"]),
            ("Jay presented as fine.", &["presented as fine"]),
            ("Children seen. All presented well.", &["presented well"]),
            ("Mum’s interaction was appropriate.", &["was appropriate"]),
            ("She was appropriately dressed.", &["was appropriately dressed"]),
            ("Home conditions were adequate.", &["were adequate"]),
            ("I visited on 3 March at 10:00. Everything was fine.", &["was fine"]),
            ("Positive interactions between them.", &["Positive interactions"]),
            ("Jay has a good bond with his nan.", &["good bond"]),
            ("Nothing to report.", &["Nothing to report"]),
            ("Jay is doing well. His needs are being met.", &["doing well", "needs are being met"]),
            ("Dad read to Mia twice. Good interaction throughout.", &["Good interaction throughout"]),
            ("Home conditions: good.", &["good"]),
            ("Dad on the phone: supportive.", &["supportive"]),
            ("Appropriate support in place.", &["Appropriate support in place"]),
            ("There are no current concerns. The nurse’s number is saved as “Pizza”.", &["no current concerns"]),
            ("He will be 17 in February. No issues.", &["No issues"]),
        ],
    );
}

#[test]
fn conclusions_beside_what_was_seen() {
    for text in [
        "No concerns: Jay laughed with Mum and showed me his Lego.",
        "I had no concerns. Jay smiled and reached for Mum.",
        "The fridge was full and the beds were made. No concerns.",
        "Jay presented as fine: he ran to the door and hugged me.",
        "Mum responded well. She picked him up and soothed him.",
        "Jay told me that he was fine.",
        "Mum said everything was fine.",
        "School has no concerns.",
        "The health visitor raised no concerns.",
        "No concerns were raised by the nursery.",
        "If there are no concerns by May, we will meet to plan what comes next.",
        "I will ring the school to check that all is well.",
        "Until there are no concerns he stays with his aunt.",
        "“I’m fine,” said Jay. No issues.",
        "Mum was fine with this.",
        "It was appropriate to wait.",
        "An appropriate adult came to the police station.",
        "He has age-appropriate toys.",
        "I will refer Jay where appropriate.",
        "Mum was not fine.",
        "Home conditions were good: the kitchen was clean.",
        "Analysis: the care is appropriate.",
        "Jay’s weight gain is appropriate because he has the new milk.",
        "Is Jay doing well at school?",
        "He is doing well: 19 of 20 days at school.",
        "I will ring on Monday or on Tuesday. Either is fine.",
        "I asked whether I could come at four. That is fine.",
        "Home conditions: good, with clean beds and food in the fridge.",
        "I asked how school was: fine.",
    ] {
        setting().is_silent(VAGUE, &[(text, json!({ "text": text }))]);
    }
    setting()
        .is_silent(VAGUE, &[("an assessment", sections(&json!([{ "kind": "assessment", "text": "No concerns." }])))]);
}

#[test]
fn a_decision_says_who_made_it() {
    let of = |made_by: Value| {
        decisions(&json!([{ "what": "Close the case", "madeBy": made_by, "reasons": "The goals are met." }]))
    };
    setting().finds(
        MAKER,
        &[
            ("nobody", of(json!(null)), &["/decisions/0/madeBy/name"]),
            ("a form's fields left empty", of(json!({ "name": "", "postTitle": " " })), &["/decisions/0/madeBy/name"]),
            ("a filler", of(json!({ "name": "tbc" })), &["/decisions/0/madeBy/name"]),
            (
                "the second of two",
                decisions(
                    &json!([{ "what": "Close", "madeBy": { "name": "Pat Hill" } }, { "what": "Tell the school" }]),
                ),
                &["/decisions/1/madeBy/name"],
            ),
        ],
    );
    setting().is_silent(
        MAKER,
        &[
            ("name and post", of(json!({ "name": "Pat Hill", "postTitle": "Team manager" }))),
            ("a post", of(json!({ "postTitle": "Duty manager" }))),
            ("a court", of(json!({ "agency": "Family court" }))),
            (
                "in the words of the decision",
                decisions(&json!([{ "what": "Pat Hill, team manager, decided to close the case." }])),
            ),
            ("an empty row", decisions(&json!([{ "what": "", "madeBy": {}, "reasons": "" }]))),
            ("no decision", decisions(&json!([{ "what": "None" }]))),
        ],
    );
}

#[test]
fn a_decision_says_why() {
    let of = |reasons: Value| {
        decisions(&json!([{ "what": "Close the case", "madeBy": { "name": "Pat Hill" }, "reasons": reasons }]))
    };
    setting().finds(
        REASONS,
        &[
            ("none", of(json!(null)), &["/decisions/0/reasons"]),
            ("a filler", of(json!("n/a")), &["/decisions/0/reasons"]),
            ("only spaces", of(json!("   ")), &["/decisions/0/reasons"]),
            (
                "two",
                decisions(&json!([{ "what": "Close" }, { "what": "Move", "reasons": "" }])),
                &["/decisions/0/reasons", "/decisions/1/reasons"],
            ),
        ],
    );
    setting().is_silent(
        REASONS,
        &[
            ("reasons", of(json!("The goals of the plan are met."))),
            (
                "in the words of the decision",
                decisions(&json!([{ "what": "Close the case because the goals are met." }])),
            ),
            ("an empty row", decisions(&json!([{ "what": " ", "reasons": null }]))),
            ("no decision", decisions(&json!([{ "what": "n/a" }]))),
        ],
    );
}

#[test]
fn a_text_that_does_not_say_who_decided() {
    setting().marks(
        MAKER,
        &[
            ("It was decided to close the case because the goals are met.", &["It was decided"]),
            ("It was agreed that Jay will stay with his aunt, as Mum is in hospital.", &["It was agreed"]),
            ("A decision was made to hold a conference.", &["decision was made"]),
            ("A strategy discussion was held. Agreed at panel.", &["Agreed at"]),
            ("No further action.", &["No further action"]),
            ("Case closed.", &["Case closed"]),
            ("Threshold was not met.", &["Threshold was not met"]),
            ("Step down to early help.", &["Step down to"]),
            ("Funding was approved.", &["was approved"]),
            ("Decision: start a section 47 enquiry.", &["Decision"]),
            ("Decision, made today: pass to early help.", &["Decision"]),
            ("Contact suspended until further notice.", &["suspended"]),
            ("Contact was suspended on 3 May.", &["was suspended"]),
            ("Visits will now be reduced to monthly.", &["will now be reduced"]),
            ("Overnights have been stopped.", &["have been stopped"]),
            ("Funding not agreed.", &["not agreed"]),
            ("Setting up home grant: turned down.", &["turned down"]),
            ("Section 47 not progressed.", &["Section 47 not progressed"]),
            ("Not for legal planning meeting.", &["Not for legal planning meeting"]),
            ("The plan was ended on 30 April.", &["The plan was ended"]),
            ("The plan is to close.", &["The plan is to close"]),
            ("Kim has been ruled out.", &["has been ruled out"]),
            ("The recommendation was accepted.", &["was accepted"]),
            ("It’s been decided that Jay moves on Friday.", &["It’s been decided"]),
            ("It was subsequently determined that he would not be accommodated.", &["determined"]),
            ("It was decided that she loses her phone for a week.", &["It was decided"]),
            ("It was agreed that his brother’s visit would not go ahead.", &["It was agreed"]),
            ("It was thought best to leave the Sundays as they are.", &["It was thought best"]),
            ("Agreement reached to end the placement.", &["Agreement reached to"]),
            ("No role for us: a decision was made to close.", &["decision was made"]),
            ("Outcome: NFA.", &["NFA"]),
            ("Outcome: proceed to section 47.", &["Outcome"]),
            ("Outcome: child in need plan.", &["Outcome"]),
            ("It was felt that a single agency enquiry would do. Form by Colin tonight.", &["It was felt that"]),
            ("DECISION\n\nJay to move to his aunt.\n\nNEXT STEPS\n\nRing the aunt.", &["DECISION"]),
        ],
    );
}

#[test]
fn a_text_that_does_not_say_why() {
    setting().marks(
        REASONS,
        &[
            ("It was decided by the team manager to close the case.", &["It was decided"]),
            ("I have decided to hold a strategy discussion.", &["decided"]),
            ("Pat Hill decided to close the case.", &["decided"]),
            ("Panel approved ten hours of respite a week.", &["approved"]),
            ("The team manager agreed to extend the assessment.", &["agreed"]),
            ("Conference agreed a child protection plan and to start a parenting assessment.", &["agreed"]),
            ("Decision: the manager will start a section 47 enquiry.", &["Decision"]),
            ("No further action. Agreed by Pat Hill.", &["No further action"]),
            ("Decision, Ged Forster, team manager: pass to early help.", &["Decision"]),
            ("Obi Nash, team manager, decided to move visits to monthly.", &["decided"]),
            ("My manager, Rav Gill, has decided he can’t babysit.", &["decided"]),
            ("My manager, Lorna Beck, was rung at six. Lorna decided I should go weekly.", &["decided"]),
            ("Panel agreed Oakwood at £4,000 a week.", &["agreed"]),
        ],
    );
    let both = setting().findings(MAKER, &json!({ "text": "No further action." }));
    assert!(both[0].message.ends_with("and why."), "{}", both[0].message);
    let one = setting().findings(MAKER, &json!({ "text": "It was decided to close the case because it is safe." }));
    assert!(!one[0].message.contains("why"), "{}", one[0].message);
    let hard_word = json!({ "text": "It was decided to step down the support." });
    assert_eq!(setting().findings("language/jargon", &hard_word).len(), 1);
    assert!(setting().findings(MAKER, &hard_word)[0].message.ends_with("and why."));
}

#[test]
fn a_text_that_says_who_and_why() {
    for text in [
        "Pat Hill, team manager, decided to close the case because the goals are met.",
        "It was decided by Pat Hill to close the case because the goals are met.",
        "It was decided to close the case. Pat Hill made this decision because the goals are met.",
        "We agreed to close the case, as Jay has been at school every day.",
        "I discussed this with my manager. It was decided to close the case so that Jay is not seen by two teams.",
        "The judge ordered a final hearing.",
        "Decision made by Pat Hill, team manager: no further action, because the school plan meets his needs.",
        "Decision: close the case.\nRationale: the goals are met.\nAgreed by: Pat Hill",
        "Decision: I will close the case because the goals are met.",
        "Decision: the team manager will hold a strategy discussion in order to share what we know.",
        "It was decided to move Jay. The IRO agreed this on 3 March. The reason is that Dad came to the house.",
        // Agreements and choices of daily life.
        "Ava agreed to show me her room.",
        "Ava decided to wear her red coat.",
        "Mum decided to leave him.",
        "Mum agreed to ring me on Friday.",
        "It was agreed with Mum that Jay will see his nan.",
        "It was agreed that I would ring on Tuesday.",
        "It was agreed that we will meet again on 4 May.",
        "I decided to wait outside.",
        "Jay agreed that I could tell his teacher.",
        "A date was agreed for the review.",
        "You agreed to show me your drawings.",
        "Kelly decided to end the call.",
        // Somebody else's decisions, and what is told of them.
        "Mum told me that it was decided to close her claim.",
        "Police took no further action.",
        "No further action by police.",
        "The school decided to send Jay home.",
        // Not yet, not at all, or nobody knows.
        "No decision was made.",
        "It has not been decided yet.",
        "If it is decided to move Jay, I will tell him myself.",
        "I asked whether it was decided to move Jay.",
        "We plan to step down to early help in May.",
        "The decision to move was hard for Mum.",
        "Was it decided to close the case?",
        "Mum wrote: “It was decided to close my case and nobody told me.”",
        "Outcome: Jay goes to bed at 8 pm.",
        "Outcome: contact went well and Jay laughed.",
        "Outcome: Mum will bring him at 3 pm.",
        "Rob’s advice: threshold is met.",
        "Decision (Greg Tasker): Steph sees Callie at school. Reason: she asked for it.",
        "Maker: Pat Hill.\nDecision: Jay stays because he is settled.",
        "We meet on Friday to decide if an enquiry should start.",
        // What ends, what others give, what is not yet given, and what is told of it.
        "Contact ended at 4 pm.",
        "Contact was cancelled by Dad.",
        "Dad’s tenancy was ended by the landlord.",
        "The application was withdrawn by Mum.",
        "The CAMHS referral was accepted.",
        "Her application was accepted.",
        "Mum’s hours were cut at work.",
        "Bedtime has been put back to 8 pm.",
        "A fracture was ruled out at the hospital.",
        "Funding to be agreed by panel on 4 May.",
        "Visits will be reduced if he settles.",
        "Mum was upset that contact was suspended.",
        "Mum asked why contact has been stopped.",
        "NFA from duty until the morning.",
    ] {
        setting().is_silent(MAKER, &[(text, json!({ "text": text }))]);
        if !text.contains("judge") {
            setting().is_silent(REASONS, &[(text, json!({ "text": text }))]);
        }
    }
    let text = "It was decided to close the case.";
    setting().is_silent(
        MAKER,
        &[
            (
                "a manager writes",
                json!({ "text": text, "author": { "name": "Pat Hill", "postTitle": "Team manager" } }),
            ),
            (
                "the record has it in its fields",
                json!({ "text": text, "decisions": [{ "what": "Close", "madeBy": { "name": "Pat Hill" } }] }),
            ),
        ],
    );
}

#[test]
fn a_section_that_is_a_decision() {
    let decision = |text: &str| sections(&json!([{ "kind": "decision", "source": "firstHand", "text": text }]));
    setting().finds(
        MAKER,
        &[
            ("nobody", decision("Close the case."), &["/sections/0/text"]),
            ("nobody, and why", decision("Close the case because the goals are met."), &["/sections/0/text"]),
            ("a family", decision("Jay stays with Nan."), &["/sections/0/text"]),
        ],
    );
    setting().finds(
        REASONS,
        &[
            ("no word", decision("Close the case."), &["/sections/0/text"]),
            ("who alone", decision("Pat Hill decided to close the case."), &["/sections/0/text"]),
            ("the writer", decision("I will close the case."), &["/sections/0/text"]),
        ],
    );
    for text in [
        "Pat Hill, team manager, decided to close the case because the goals are met.",
        "I will close the case. The goals are met and so there is no need for a plan.",
        "Panel agreed to fund the placement. Rationale: it is near his school.",
    ] {
        setting().is_silent(MAKER, &[(text, decision(text))]);
        setting().is_silent(REASONS, &[(text, decision(text))]);
    }
}

#[test]
fn a_text_only_suggests() {
    for (rule, text) in [(MAKER, "It was decided to close the case."), (REASONS, "Pat Hill decided to close the case.")]
    {
        let found = setting().findings(rule, &json!({ "text": text }));
        assert_eq!(found[0].severity, Severity::Warning, "{rule}");
        let milder = setting().policy(&json!({ "rules": { rule: "advice" } }));
        assert_eq!(milder.findings(rule, &json!({ "text": text }))[0].severity, Severity::Advice, "{rule}");
        let setting = setting();
        let options = Options { now: setting.now, file: None };
        let found = check_text(text, &setting.policy, options);
        assert!(found.iter().any(|finding| finding.rule == rule), "{rule} needs the words alone");
    }
}

#[test]
fn records_well_kept() {
    for text in include_str!("evidence.txt").split("\n---\n") {
        for rule in TEXT_RULES {
            setting().is_silent(rule, &[(text, json!({ "text": text }))]);
        }
    }
}
