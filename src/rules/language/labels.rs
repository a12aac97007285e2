//! What a part of a text is labelled as: an opinion, a plan, somebody's account.

use super::place::Place;
use crate::check::{Context, Passage};
use crate::record::{SectionKind, Source};
use crate::text::spelling::normalise;

/// How far before a term a condition or an intention is looked for.
const REACH: usize = 12;

/// Of a sentence longer than this the rest is not read for a label.
const SENTENCE: usize = 60;

/// Words of headings under which opinions stand.
const OPINION: [&str; 30] = [
    "analyses",
    "analysis",
    "assessment",
    "assessments",
    "conclusion",
    "conclusions",
    "evaluation",
    "formulation",
    "hypotheses",
    "hypothesis",
    "impact",
    "impression",
    "impressions",
    "interpretation",
    "judgment",
    "judgments",
    "means",
    "opinion",
    "opinions",
    "reflection",
    "reflections",
    "risk",
    "risks",
    "thoughts",
    "view",
    "views",
    "worried",
    "worries",
    "worry",
    "contingency",
];

/// Words of headings under which plans stand.
const PLAN: [&str; 10] =
    ["action", "actions", "agenda", "next", "options", "plan", "plans", "recommendation", "recommendations", "steps"];

/// Nouns that label a sentence as an opinion, behind a word that says whose it is.
const LABEL: [&str; 7] = ["analysis", "assessment", "belief", "evaluation", "judgment", "opinion", "view"];
const WHOSE: [&str; 9] = ["her", "his", "my", "one", "our", "professional", "their", "your", "worker's"];

/// Whether the words stand where an opinion is labelled as one: in a field, a section or
/// under a heading of that kind, or in a sentence that says so.
pub fn is_marked_as_opinion(place: &Place, passage: &Passage, context: &Context) -> bool {
    is_field_of_opinions(passage, context) || is_under(&OPINION, place) || is_labelled_sentence(place)
}

/// Whether the words stand where plans do: in their field, or under a heading of that kind.
pub fn is_among_plans(place: &Place, passage: &Passage) -> bool {
    passage.path == "plannedOutcomes" || is_under(&PLAN, place)
}

fn is_field_of_opinions(passage: &Passage, context: &Context) -> bool {
    passage.path == "riskAssessment"
        || section(passage, context).is_some_and(|section| {
            let kind = section.kind.get();
            matches!(kind, Some(SectionKind::Opinion | SectionKind::Assessment | SectionKind::Judgment))
        })
}

fn section<'c>(passage: &Passage, context: &'c Context) -> Option<&'c crate::record::Section<'c>> {
    let rest = passage.path.strip_prefix("sections/")?;
    let index: usize = rest.split('/').next()?.parse().ok()?;
    context.entry?.sections.get(index)
}

/// Whether the section is somebody else's account, and whether they are named.
pub fn account(passage: &Passage, context: &Context) -> Option<bool> {
    if matches!(passage.path.as_str(), "familyViews" | "child/views") {
        return Some(false);
    }
    let section = section(passage, context)?;
    let told = section.source.get() == Some(&Source::ThirdParty);
    told.then(|| section.informant.name.has_answer())
}

/// Whether one of the words stands in the heading above.
fn is_under(words: &[&str], place: &Place) -> bool {
    let heading = place.text.section_at(place.text.span_of(place.words.clone()).start);
    heading.is_some_and(|heading| {
        (heading.first_word as usize..heading.end_word as usize)
            .any(|index| words.contains(&&*normalise(place.text.word(index))))
    })
}

/// "In my professional opinion …", "one hypothesis is …", "I think … because …".
fn is_labelled_sentence(place: &Place) -> bool {
    let words = || place.sentence.clone().take(SENTENCE);
    words().any(|index| {
        place.is(index, &["hypothesis", "hypotheses"])
            || place.is(index, &LABEL) && index > place.sentence.start && {
                let whose = index - 1;
                place.is(whose, &WHOSE)
                    || place.text.word(whose).ends_with("'s")
                    || place.text.word(whose).ends_with("’s")
            }
    }) || words().any(|index| place.is(index, &["i", "i'm"]) && thinks(place, index))
        && words().any(|index| place.is(index, &["because"]))
}

fn thinks(place: &Place, index: usize) -> bool {
    (index + 1..index + 4)
        .any(|index| place.is(index, &["believe", "concerned", "consider", "think", "worried", "worry"]))
}

/// Whether the words are asked, depend on a condition, or belong to an offer or a plan:
/// "if …", "whether …", "we agreed to meet, perhaps …", "he would like to …".
pub fn is_open(place: &Place, is_mild: bool) -> bool {
    // "In case", too.
    const CONDITIONS: [&str; 6] = ["case", "if", "should", "unless", "wherever", "whether"];
    const INTENDING: [&str; 16] = [
        "agree", "aim", "can", "could", "discuss", "explore", "hope", "intend", "may", "offer", "plan", "propose",
        "shall", "suggest", "will", "would",
    ];
    const OFFERING: [&str; 7] = ["can", "could", "might", "offer", "to", "will", "would"];
    let writer_intends = |index| {
        place.is(index, &["i'll", "we'll"])
            || place.is(index, &["i", "we"]) && (index + 1..index + 3).any(|index| place.is_form_of(index, &INTENDING))
    };
    // A letter to a child says "you probably know".
    let is_to_you = place.before(1).any(|index| place.is(index, &["you", "you'll", "you've"]));
    place.is_question
        || is_to_you
        || place.before(REACH).any(|index| place.is(index, &CONDITIONS) || writer_intends(index))
        || is_mild && place.before(REACH).any(|index| place.is(index, &OFFERING))
}
