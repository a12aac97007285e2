//! What people say in many ways is found by how it is made, whatever words they choose.

use serde_json::json;

use crate::setting;

const BLAMING: &str = "language/blaming";
const INSENSITIVE: &str = "language/insensitive";
const JUDGMENTAL: &str = "language/judgmental";
const SPECULATIVE: &str = "language/speculative";
const WORDY: &str = "language/wordy";

#[test]
fn a_guess_at_what_happened_or_why() {
    setting().marks(
        SPECULATIVE,
        &[
            ("She’ll have got wind of the job.", &["She’ll have got"]),
            ("The letter will be spite.", &["will be spite"]),
            ("That’ll be what set him off.", &["That’ll be what"]),
            ("Doubt he’ll last the week.", &["Doubt he’ll"]),
            ("I should think she has lost interest.", &["I should think"]),
            ("It can be inferred that goodbyes are hard for him.", &["It can be inferred"]),
            ("Clearly it is Dad who did it.", &["Clearly"]),
            ("Fighting again by the looks of it.", &["by the looks of it"]),
            ("She only rang so that she would look good in court.", &["only rang so that she would look"]),
            ("It could be any number of men.", &["could be any number of"]),
        ],
    );
}

#[test]
fn a_forecast_a_plan_or_somebody_elses_guess() {
    let silent: &[&str] = &[
        "By Friday 20 November he will have started school.",
        "Mum said that he’ll have lost the key.",
        "Jay will be using the bus on Mondays.",
        "We will meet in May if she will be seeing him.",
        "I lost the game, obviously.",
        "He must be wearing his helmet on the bike.",
    ];
    for text in silent {
        setting().marks(SPECULATIVE, &[(text, &[])]);
    }
}

#[test]
fn the_blame_that_lies_in_a_verb() {
    setting().marks(
        BLAMING,
        &[
            ("Ava does put herself in these situations.", &["put herself in these situations"]),
            ("She has brought some of this on herself.", &["brought some of this on herself"]),
            ("Next time you will only have yourself to blame.", &["yourself to blame"]),
            ("Ava has been making herself available to older lads.", &["making herself available to older lads"]),
            ("Jay knew exactly what he was getting into.", &["knew exactly what he was getting into"]),
            ("Jay, 13, is in a relationship with a man of 30.", &["in a relationship with"]),
            ("Jay winds his father up until he hits out.", &["winds his father up"]),
            ("Jay refuses to keep himself safe.", &["refuses to keep himself safe"]),
            ("Jay got himself stabbed on Friday.", &["got himself stabbed"]),
            ("The boys bring out the worst in their father.", &["bring out the worst in"]),
            ("Dad lashed out because Jay was mouthing off.", &["was mouthing off"]),
            ("She stayed with him far longer than she should have.", &["stayed with him far longer than"]),
            ("He is dealing and doesn’t want help.", &["doesn’t want help"]),
            (
                "If she had told somebody this would not have happened.",
                &["If she had told somebody this would not have happened"],
            ),
        ],
    );
    let silent: &[&str] = &[
        "Ava brought her sister on her own bus.",
        "Mum does not want help with the bath.",
        "Ava told me that Dad said she had only herself to blame.",
        "Jay asked for it to be written down.",
        "He made himself available for the review on 4 May.",
    ];
    for text in silent {
        setting().marks(BLAMING, &[(text, &[])]);
    }
}

#[test]
fn families_by_where_they_come_from() {
    setting().marks(
        INSENSITIVE,
        &[
            ("Asian families like to look after their own.", &["Asian families like to"]),
            ("Boys from his culture do not cook.", &["Boys from his culture"]),
            ("As is common in that culture, she defers to him.", &["As is common in that culture"]),
            ("Like most addicts she was late.", &["Like most addicts"]),
            ("Her English is broken.", &["Her English is broken"]),
            ("He has the mind of a ten year old.", &["the mind of a ten year"]),
        ],
    );
    let silent: &[&str] = &[
        "Polish families are welcome at the group on Mondays.",
        "Mum has friends in the Somali community, and two Traveller families live next door.",
        "As a Muslim she asked for a woman to visit.",
        "Her English is good, and she speaks Tamil with her boys.",
        "The flat was clean. Jay has been clean and dry at night since May.",
    ];
    for text in silent {
        setting().marks(INSENSITIVE, &[(text, &[])]);
    }
}

#[test]
fn a_judgment_in_the_shape_of_a_sentence() {
    setting().marks(
        JUDGMENTAL,
        &[
            ("Her usual awkward self.", &["Her usual awkward self"]),
            ("Usual Saturday night carry-on with these two.", &["Usual Saturday night carry-on"]),
            ("Dad is the absent type.", &["the absent type"]),
            ("Mum puts men first.", &["puts men first"]),
            ("Mum has finally taken responsibility.", &["has finally taken responsibility"]),
            ("Dad has not lifted a finger.", &["has not lifted a finger"]),
            ("She makes out she can’t do anything about it.", &["makes out"]),
            ("Mum rolled in at 1.20.", &["rolled in"]),
            ("She rings every day and is very demanding.", &["demanding"]),
        ],
    );
    let silent: &[&str] = &[
        "Ava was her usual cheerful self and showed me her usual drawing.",
        "Dad washed his hands, rolled up his sleeves and put Ava first in the queue.",
        "Jay finally fell asleep at nine. He could not find his shoe.",
        "Ms Lee told me that Dad always has an excuse.",
        "She chose the quiet sort of game that has a type of dice.",
    ];
    for text in silent {
        setting().marks(JUDGMENTAL, &[(text, &[])]);
    }
}

#[test]
fn officialese_however_it_is_inflected() {
    setting().marks(
        WORDY,
        &[
            ("The noise was having a detrimental impact on his sleep.", &["having a detrimental impact on"]),
            ("Ava was observed to be in the garden.", &["was observed to be"]),
        ],
    );
}

#[test]
fn what_the_agency_allows_is_allowed_inside_a_pattern() {
    let policy = json!({ "glossary": [{ "term": "carry-on", "as": "allowed" }] });
    setting().policy(&policy).marks(JUDGMENTAL, &[("Usual Saturday night carry-on with these two.", &[])]);
}
