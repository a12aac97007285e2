//! Sentences of more words than the policy allows.

use serde_json::json;

use crate::{setting, slice};

const LONG: &str = "language/long-sentence";

/// A sentence of so many words.
fn sentence(words: usize) -> String {
    let middle = vec!["and"; words - 2].join(" ");
    format!("Ava {middle} ran.")
}

#[test]
fn a_sentence_over_the_limit_is_marked_as_a_whole() {
    let long = sentence(31);
    let text = format!("Short. {long} Short again.");
    let found = setting().findings(LONG, &json!({ "text": text }));
    assert_eq!(found.len(), 1);
    assert_eq!(slice(&text, &found[0]), long);
    assert!(found[0].message.contains("31 words"));
    setting().is_silent(LONG, &[("at the limit", json!({ "text": sentence(30) }))]);
}

#[test]
fn the_policy_says_how_long_is_long() {
    let policy = json!({ "longSentence": 12 });
    let text = json!({ "text": sentence(13) });
    setting().policy(&policy).finds(LONG, &[("over twelve", text.clone(), &["/text"])]);
    setting().is_silent(LONG, &[("under thirty", text)]);
}

#[test]
fn what_the_reader_need_not_hold_together_does_not_count() {
    let words = |count: usize| vec!["word"; count].join(" ");
    setting().is_silent(
        LONG,
        &[
            ("somebody’s words", json!({ "text": format!("Ava said “{}” and went out.", words(40)) })),
            ("a list by lines", json!({ "text": format!("We agreed:\n- {}\n- {}\n- {}", words(15), words(15), words(15)) })),
            ("a list in a sentence", json!({ "text": format!("We agreed: {}; {}; and {}.", words(15), words(15), words(15)) })),
            (
                "who was there",
                json!({ "text": "Present were: Ann Bell, health visitor, Lee Ward, class teacher, Priya Shah, social worker, \
                    Tom Moss, grandfather, Sue Moss, grandmother, Kim Okafor, interpreter, Jo Rao, doctor, Al Hill, school nurse." }),
            ),
            ("hyphens", json!({ "text": format!("{} well-to-do nine-year-old.", words(28)) })),
        ],
    );
    setting().finds(
        LONG,
        &[
            (
                "one item too long",
                json!({ "text": format!("We agreed: {}; and {}.", words(4), words(32)) }),
                &["/text"],
            ),
            ("a colon alone is no list", json!({ "text": format!("We agreed: {}.", words(32)) }), &["/text"]),
            (
                "commas alone are no list",
                json!({ "text": format!("{}, {}, {}.", words(12), words(12), words(12)) }),
                &["/text"],
            ),
        ],
    );
}

#[test]
fn what_stands_in_a_long_sentence_is_found_too() {
    let text = json!({ "text": format!("Mum was hostile and {}", sentence(31)) });
    for rule in [LONG, "language/judgmental"] {
        assert_eq!(setting().findings(rule, &text).len(), 1, "{rule}");
    }
}
