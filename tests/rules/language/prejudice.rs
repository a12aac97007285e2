//! Words that judge, blame or hurt: the writer's are marked, other people's and
//! everyday senses are not.

use recording_standard::Severity;
use serde_json::json;

use crate::setting;

const BLAMING: &str = "language/blaming";
const INSENSITIVE: &str = "language/insensitive";
const JUDGMENTAL: &str = "language/judgmental";

#[test]
fn judgments_on_a_person() {
    setting().marks(
        JUDGMENTAL,
        &[
            ("Mum failed to engage with the plan.", &["failed to engage"]),
            ("Jay is attention-seeking in class, and kicks off at home.", &["attention-seeking", "kicks off"]),
            ("The family is chaotic and hard to reach.", &["chaotic", "hard to reach"]),
            (
                "Mum didn’t engage, lacked insight and was uncooperative.",
                &["didn’t engage", "lacked insight", "uncooperative"],
            ),
            ("There was no food in the filthy kitchen.", &["filthy"]),
            ("He was not only rude but aggressive.", &["rude", "aggressive"]),
            ("Mum was lazy because she did not cook.", &["lazy"]),
            ("He is no longer aggressive.", &["aggressive"]),
        ],
    );
}

#[test]
fn a_judgment_of_which_nobody_named_is_the_source() {
    setting().marks(
        JUDGMENTAL,
        &[
            ("School reported that Jay is manipulative.", &["manipulative"]),
            ("She was described as manipulative.", &["manipulative"]),
            ("Dad told me to leave and was hostile.", &["hostile"]),
            ("Dad said he had no money and became aggressive.", &["aggressive"]),
            ("Mum said hello, and I found her rude.", &["rude"]),
            ("Mum said that she went out, and when I asked where she became hysterical.", &["hysterical"]),
            ("Jay told the officer a different story and was lying.", &["lying"]),
            ("When Mum said no, Dad became aggressive.", &["aggressive"]),
            ("Mum denied it and was hostile.", &["hostile"]),
        ],
    );
}

#[test]
fn a_judgment_that_is_a_named_persons_own_or_is_none() {
    let silent: &[&str] = &[
        "Dad shouted “you lazy liar” at Jay.",
        "Ms Lee, class teacher, told me that he was aggressive in the dinner queue.",
        "Ms Lee (class teacher) told me he was aggressive at lunch and kicked off twice.",
        "Mum said Jay was rude and became aggressive after tea.",
        "She rang to say that he had been hostile to her.",
        "According to Mr Shah, Jay was manipulative. In Mum’s view Dad is lazy.",
        "Dad is lazy, Mum said.",
        "You told me that Dad is lazy.",
        "Jay was not aggressive. He was not rude, loud or hostile. Nor was he lying.",
        "There was no sign of aggressive behaviour, and I do not think that Jay is lazy.",
        "Dad denied that he had been aggressive.",
        "The kitchen was filthy: food waste covered the floor.",
        "Dad was hostile (he swore at me and blocked the door).",
        "The Troubled Families team and the Hard To Reach project rang.",
        "Ava was lying on the sofa. Dad uses the naughty step. Jay has a lazy eye.",
    ];
    for text in silent {
        setting().marks(JUDGMENTAL, &[(text, &[])]);
    }
}

#[test]
fn a_section_with_a_named_source_is_that_persons_account() {
    let record = |source: &str, name: &str| {
        json!({ "sections": [
            { "kind": "fact", "source": source, "informant": { "name": name }, "text": "Jay is lazy and puts himself at risk." },
        ] })
    };
    setting().is_silent(JUDGMENTAL, &[("named", record("thirdParty", "Ann Bell"))]);
    setting().is_silent(BLAMING, &[("named", record("thirdParty", "Ann Bell"))]);
    setting().finds(
        JUDGMENTAL,
        &[
            ("nobody named", record("thirdParty", ""), &["/sections/0/text"]),
            ("the writer’s own", record("firstHand", "Ann Bell"), &["/sections/0/text"]),
        ],
    );
}

#[test]
fn the_blame_for_harm() {
    setting().marks(
        BLAMING,
        &[
            ("Ava is promiscuous and made poor lifestyle choices.", &["promiscuous", "poor lifestyle choices"]),
            (
                "Jay put himself at risk by going there, and is placing himself at risk again.",
                &["put himself at risk", "placing himself at risk"],
            ),
            ("She is involved in CSE with an older boyfriend.", &["involved in CSE", "older boyfriend"]),
            ("A neighbour said she is streetwise.", &["streetwise"]),
        ],
    );
}

#[test]
fn no_blame() {
    let silent: &[&str] = &[
        "Ava said “it was my own fault”.",
        "PC Shah told me that Ava had put herself at risk.",
        "Ava did not put herself at risk: a man of 27 sought her out.",
        "Jay chose to stay in his room to finish his model.",
        "He was charged with sexual activity with a child.",
        "Mum allowed him back into the game after five minutes.",
        "Dad was plugging the hole in the wall.",
    ];
    for text in silent {
        setting().marks(BLAMING, &[(text, &[])]);
    }
}

#[test]
fn outdated_and_hurtful_words() {
    setting().marks(
        INSENSITIVE,
        &[
            ("Nan is wheelchair-bound. Her cousin committed suicide.", &["wheelchair-bound", "committed suicide"]),
            ("Uncle is an alcoholic and a junkie.", &["alcoholic", "junkie"]),
            ("The family are illegal immigrants; Jay is half-caste.", &["illegal immigrants", "half-caste"]),
            ("He suffers from asthma and is handicapped.", &["suffers from", "handicapped"]),
            ("Jay was called a Pikey.", &["Pikey"]),
        ],
    );
}

#[test]
fn right_words_and_facts_that_must_stand() {
    let silent: &[&str] = &[
        "Ava is Black, Muslim, autistic and a disabled child. Dad is gay. Her brother is trans.",
        "The family are Romany Gypsies; their neighbours are Irish Travellers.",
        "He is an asylum seeker from Sudan.",
        "Dad left a suicide note. He was found hanging and had attempted suicide before.",
        "Dr Rao diagnosed spastic cerebral palsy and an epileptic seizure.",
        "Ava was likely to suffer significant harm and had suffered abuse.",
        "Mum attends Alcoholics Anonymous. She denied being an alcoholic.",
        "Dad calls himself an addict in recovery.",
        "Jay shouted “tranny” at her.",
        "She used coloured pencils and played with the disabled child next door.",
        "Mum, Nan and the boys drank a non-alcoholic drink.",
    ];
    for text in silent {
        setting().marks(INSENSITIVE, &[(text, &[])]);
    }
}

#[test]
fn a_hurtful_word_in_reported_speech_is_advised_its_quotation_marks() {
    for text in ["Mum told me he is a junkie.", "The caller said that he is a junkie."] {
        let found = setting().findings(INSENSITIVE, &json!({ "text": text }));
        assert_eq!(found.len(), 1, "{text}");
        assert_eq!(found[0].severity, Severity::Advice, "{text}");
        assert!(found[0].message.contains("quotation marks"), "{text}");
    }
}

#[test]
fn mild_terms_are_advice() {
    let found = setting().findings(JUDGMENTAL, &json!({ "text": "Mum was defensive and hostile." }));
    let severities: Vec<_> = found.iter().map(|finding| finding.severity).collect();
    assert_eq!(severities, [Severity::Advice, Severity::Warning]);
}

#[test]
fn the_childs_own_words_are_left_alone() {
    let file = json!({ "kind": "file", "child": { "fullName": "Ava Moss", "preferredWords": ["half-caste"] } });
    setting().file(&file).is_silent(INSENSITIVE, &[("chosen by the child", json!({ "text": "Ava is half-caste." }))]);
}

#[test]
fn the_agency_can_name_words_of_its_own() {
    let policy = json!({ "glossary": [
        { "term": "boyfriend", "as": "blaming" },
        { "term": "frequent caller", "instead": "(say how often)", "as": "judgmental" },
        { "term": "chaotic", "as": "allowed" },
        { "term": "gypsy caravan", "as": "insensitive" },
    ] });
    let text = json!({ "text": "Her boyfriend is a frequent caller in a gypsy caravan. It is chaotic." });
    let rules: Vec<_> = [BLAMING, JUDGMENTAL, INSENSITIVE]
        .map(|rule| setting().policy(&policy).findings(rule, &text).len())
        .into_iter()
        .collect();
    assert_eq!(rules, [1, 1, 1]);
    setting().is_silent(BLAMING, &[("without the glossary", text)]);
}

#[test]
fn one_stretch_has_the_more_serious_finding() {
    let text = json!({ "text": "She is involved in CSE." });
    assert_eq!(setting().findings(BLAMING, &text).len(), 1);
    assert!(setting().findings("language/undefined-abbreviation", &text).is_empty());
}

#[test]
fn a_term_that_the_agency_allows_in_one_form_is_allowed_in_all() {
    let text = "Ava puts herself at risk. He was putting himself at risk.";
    setting().marks(BLAMING, &[(text, &["puts herself at risk"])]);
    let policy = json!({ "glossary": [{ "term": "puts herself at risk", "as": "allowed" }] });
    setting().policy(&policy).is_silent(BLAMING, &[("the agency's word", json!({ "text": text }))]);
}
