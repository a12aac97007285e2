//! From words to their bases and back, and one spelling for each word.

use recording_standard::text::inflection::Form::{self, *};
use recording_standard::text::inflection::{base_forms, inflect, inflect_phrase};
use recording_standard::text::spelling::normalise;

fn bases(word: &str) -> Vec<(String, Form)> {
    let mut bases = Vec::new();
    base_forms(word, |base, form| bases.push((base.to_owned(), form)));
    bases
}

/// A base and its forms: with s, past, participle, with ing.
const VERBS: &[(&str, &str, &str, &str, &str)] = &[
    ("start", "starts", "started", "started", "starting"),
    ("carry", "carries", "carried", "carried", "carrying"),
    ("play", "plays", "played", "played", "playing"),
    ("escalate", "escalates", "escalated", "escalated", "escalating"),
    ("agree", "agrees", "agreed", "agreed", "agreeing"),
    ("stop", "stops", "stopped", "stopped", "stopping"),
    ("plan", "plans", "planned", "planned", "planning"),
    ("quit", "quits", "quit", "quit", "quitting"),
    ("refer", "refers", "referred", "referred", "referring"),
    ("visit", "visits", "visited", "visited", "visiting"),
    ("offer", "offers", "offered", "offered", "offering"),
    ("travel", "travels", "travelled", "travelled", "travelling"),
    ("traffic", "traffics", "trafficked", "trafficked", "trafficking"),
    ("assess", "assesses", "assessed", "assessed", "assessing"),
    ("fix", "fixes", "fixed", "fixed", "fixing"),
    ("show", "shows", "showed", "shown", "showing"),
    ("call", "calls", "called", "called", "calling"),
    ("need", "needs", "needed", "needed", "needing"),
    ("die", "dies", "died", "died", "dying"),
    ("teach", "teaches", "taught", "taught", "teaching"),
    ("go", "goes", "went", "gone", "going"),
    ("undertake", "undertakes", "undertook", "undertaken", "undertaking"),
    ("run", "runs", "ran", "run", "running"),
    ("begin", "begins", "began", "begun", "beginning"),
    ("tell", "tells", "told", "told", "telling"),
    ("get", "gets", "got", "got", "getting"),
    ("have", "has", "had", "had", "having"),
    ("do", "does", "did", "done", "doing"),
    ("put", "puts", "put", "put", "putting"),
    ("lie", "lies", "lay", "lain", "lying"),
];

#[test]
fn verbs_are_inflected() {
    for &(base, s, past, participle, ing) in VERBS {
        assert_eq!(inflect(base, S).as_deref(), Some(s));
        assert_eq!(inflect(base, Past).as_deref(), Some(past));
        assert_eq!(inflect(base, Participle).as_deref(), Some(participle));
        assert_eq!(inflect(base, Ing).as_deref(), Some(ing));
        assert_eq!(inflect(base, Ed).as_deref(), (past == participle).then_some(past), "{base}: told apart");
    }
}

#[test]
fn forms_lead_back_to_their_base() {
    for &(base, s, past, participle, ing) in VERBS {
        for form in [s, past, participle, ing] {
            assert!(bases(form).iter().any(|(found, _)| found == base), "{form} is a form of {base}");
        }
        assert_eq!(bases(base)[0].0, base);
    }
}

#[test]
fn a_form_is_told_as_exactly_as_the_word_does() {
    let cases = [
        ("went", "go", Past),
        ("gone", "go", Participle),
        ("told", "tell", Ed),
        ("signposted", "signpost", Ed),
        ("signposted", "signposte", Ed),
        ("carries", "carry", S),
        ("people", "person", S),
        ("lives", "life", S),
        ("lives", "live", S),
        ("child's", "child", Possessive),
        ("children's", "child", PluralPossessive),
        ("children's", "children", Possessive),
        ("put", "put", Uncertain),
        ("run", "run", Uncertain),
        ("found", "find", Ed),
        ("found", "found", Base),
        ("were", "be", Past),
    ];
    for (word, base, form) in cases {
        assert!(bases(word).contains(&(base.to_owned(), form)), "{word} of {base}: {:?}", bases(word));
    }
}

#[test]
fn what_cannot_be_a_form_is_not_offered() {
    let cases =
        [("rating", "rat"), ("hoped", "hop"), ("bring", "br"), ("this", "thi"), ("class", "clas"), ("stared", "star")];
    for (word, base) in cases {
        assert!(!bases(word).iter().any(|(found, form)| found == base && *form != S), "{word} is no form of {base}");
    }
}

#[test]
fn nouns_are_inflected() {
    let cases = [
        ("child", "children", "children's"),
        ("person", "people", "people's"),
        ("worker", "workers", "workers'"),
        ("family", "families", "families'"),
        ("crisis", "crises", "crises'"),
        ("stomach", "stomachs", "stomachs'"),
        ("photo", "photos", "photos'"),
    ];
    for (base, plural, possessive) in cases {
        assert_eq!(inflect(base, S).as_deref(), Some(plural));
        assert_eq!(inflect(base, PluralPossessive).as_deref(), Some(possessive));
        assert_eq!(inflect(base, Possessive), Some(format!("{base}'s")));
        assert!(bases(plural).contains(&(base.to_owned(), S)), "{plural}");
    }
}

#[test]
fn an_uncertain_form_is_not_made() {
    assert_eq!(inflect("start", Uncertain), None);
    assert_eq!(inflect("be", Past), None);
    assert_eq!(inflect("begin", Ed), None);
}

#[test]
fn a_phrase_is_inflected_at_its_marks() {
    assert_eq!(inflect_phrase("find~ out", Ed).as_deref(), Some("found out"));
    assert_eq!(inflect_phrase("look~ after and (feed~)", Ing).as_deref(), Some("looking after and (feeding)"));
    assert_eq!(inflect_phrase("begin~ again", Ed), None);
    assert_eq!(inflect_phrase("before", Base).as_deref(), Some("before"));
    assert_eq!(inflect_phrase("before", Ed), None);
}

#[test]
fn one_spelling_for_each_word() {
    let same: &[&[&str]] = &[
        &["organise", "Organize", "ORGANISE"],
        &["organisations", "organizations"],
        &["analysed", "analyzed"],
        &["behaviour", "behavior"],
        &["behavioural", "behavioral"],
        &["counselling", "counseling", "Counselling"],
        &["centre", "center"],
        &["centred", "centered"],
        &["centres", "centers"],
        &["programme", "program"],
        &["programmes", "programs"],
        &["judgment", "judgement"],
        &["judgmental", "judgemental"],
        &["enquiry", "inquiry"],
        &["paediatrician", "pediatrician"],
        &["enrolled", "enrolled"],
        &["enrol", "enroll"],
        &["don't", "don’t", "DON'T"],
        &["s47", "s.47", "S47"],
        &["eg", "e.g.", "E.G"],
        &["zoë", "ZOË"],
        &["cooperate", "co\u{AD}operate"],
    ];
    for words in same {
        for word in *words {
            assert_eq!(normalise(word), normalise(words[0]), "{word}");
        }
    }
    for kept in ["child", "colour", "programming", "3.30", "literal", "practice", "feeling", "favourite", "enrolled"] {
        assert_eq!(normalise(kept), kept);
    }
}
