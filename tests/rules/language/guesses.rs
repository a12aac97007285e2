//! The writer's guesses, and what only looks like one.

use serde_json::json;

use crate::setting;

const SPECULATIVE: &str = "language/speculative";

#[test]
fn a_guess_put_as_a_statement() {
    setting().marks(
        SPECULATIVE,
        &[
            ("Dad was probably drinking.", &["probably"]),
            ("I suspect Mum knew. She must have heard it.", &["I suspect", "must have heard"]),
            ("He was obviously upset, and presumably left.", &["obviously", "presumably"]),
            ("It appears that Dad has moved out. He did it on purpose.", &["It appears that", "on purpose"]),
            ("Mum is clearly fed up.", &["is clearly"]),
            ("Mum must’ve told them. Dad may well have a second family.", &["must’ve told", "may well"]),
            ("He has gone, ten to one she knew.", &["ten to one she"]),
            ("His silence suggests he knew.", &["suggests"]),
            ("Guessing Mum forgot. Someone has surely put a fist through it.", &["Guessing", "surely"]),
            ("It was thought that he had probably gone.", &["probably"]),
        ],
    );
}

#[test]
fn doubt_that_is_not_the_writers_or_is_no_guess() {
    let silent: &[&str] = &[
        "Mum said she might move, and that it would probably be to Hull.",
        "Mum thinks Jay may have been cold. She is worried that he possibly has a fever.",
        "The GP said that the rash may have been eczema.",
        "Jay told me “I’m probably going to Nan’s”.",
        "Is Dad probably at home?",
        "Slowly but surely he climbed.",
        "The X-ray shows she has a fracture. The story shows that bears can talk.",
        "There must be two adults in the pool with them. Imagine you are on the beach.",
        "I asked whether it was possibly the boiler.",
        "The plan may need to be reviewed if he might be at risk.",
        "I will probably visit on Friday. We agreed to meet, perhaps at school.",
        "He would like to see Ava, perhaps at the park.",
        "I did not assume anything: it was not obviously new.",
        "Meetings in May have been moved. Those in May may be, too.",
        "Analysis: Ava probably feels torn, since she cried when each of them left.",
        "Next steps:\nMum will probably ring on Friday.",
        "My opinion\nDad was probably frightened.",
        "In my professional opinion Ava was probably tired, for she yawned all the time.",
        "One hypothesis is that Jay was obviously hungry; another is that he was bored.",
        "The price is clearly marked, and Ava pretended to be a lion in the game.",
        "There was reasonable cause to suspect that Ava was likely to suffer significant harm.",
    ];
    for text in silent {
        setting().marks(SPECULATIVE, &[(text, &[])]);
    }
}

#[test]
fn the_kind_of_a_section_says_that_it_is_opinion() {
    let record = |kind: &str| json!({ "sections": [{ "kind": kind, "text": "Dad was probably frightened." }] });
    setting().is_silent(
        SPECULATIVE,
        &[
            ("an opinion", record("opinion")),
            ("an assessment", record("assessment")),
            ("a judgment", record("judgment")),
            ("a risk assessment", json!({ "kind": "file", "riskAssessment": "He will probably come back." })),
            ("the family’s views", json!({ "familyViews": "It is probably the damp." })),
        ],
    );
    setting().finds(SPECULATIVE, &[("a fact", record("fact"), &["/sections/0/text"])]);
}

#[test]
fn a_heading_counts_up_to_the_next() {
    setting().marks(
        SPECULATIVE,
        &[("Analysis\nDad was probably tired.\n\nWhat I saw\nDad was perhaps 40. He was obviously tired.", &[])],
    );
    setting().marks(
        SPECULATIVE,
        &[("Analysis:\nDad was probably tired.\n\nWhat I saw:\nHe was obviously tired.", &["obviously"])],
    );
}
