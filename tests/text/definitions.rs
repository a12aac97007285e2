//! Abbreviations that a text explains.

use recording_standard::text::Text;
use recording_standard::text::definitions::{definitions, normalise_abbreviation};

fn explained(source: &str) -> Vec<String> {
    definitions(&Text::new(source)).into_iter().map(|definition| definition.abbreviation).collect()
}

#[test]
fn an_abbreviation_is_explained_beside_its_long_form() {
    let cases: &[(&str, &[&str])] = &[
        ("Ava is a child in need (CIN).", &["CIN"]),
        ("Ava is on a CIN (child in need) plan.", &["CIN"]),
        ("CIN - child in need", &["CIN"]),
        ("CIN – child in need", &["CIN"]),
        ("CIN: child in need", &["CIN"]),
        ("CIN = child in need", &["CIN"]),
        ("CIN\tchild in need", &["CIN"]),
        ("CIN means child in need.", &["CIN"]),
        ("CIN stands for child in need.", &["CIN"]),
        ("CIN is short for child in need.", &["CIN"]),
        ("CIN, short for child in need, is", &["CIN"]),
        ("CIN, that is, child in need, is", &["CIN"]),
        ("child in need, also known as CIN,", &["CIN"]),
        ("child in need, or CIN,", &["CIN"]),
        ("the plan (CIN, child in need) began", &["CIN"]),
        ("the child in need (known as 'CIN') plan", &["CIN"]),
        ("the Multi-Agency Safeguarding Hub ('MASH')", &["MASH"]),
        ("the “MASH” (Multi-Agency Safeguarding Hub)", &["MASH"]),
        ("CHILD IN NEED (CIN)", &["CIN"]),
        ("children in need (CINs)", &["CIN"]),
        ("child in need (C.I.N.) plan", &["CIN"]),
        ("date of birth (dob)", &["DOB"]),
        ("section 47 (s.47) and graded care profile 2 (GCP2)", &["S47", "GCP2"]),
        ("Child Protection Information Sharing (CP-IS)", &["CPIS"]),
        ("accident and emergency (A&E)", &["AE"]),
        ("Special Educational Needs Co-ordinator (SENCO)", &["SENCO"]),
        ("Special Educational Needs Coordinator (SENCo)", &["SENCO"]),
        ("Child and Adolescent Mental Health Services (CAMHS)", &["CAMHS"]),
        ("Child and Adolescent Mental Health Services team (CAMHS)", &["CAMHS"]),
        ("Multi-Agency Public Protection Arrangements (MAPPA)", &["MAPPA"]),
        ("Deprivation of Liberty Safeguards (DoLS)", &["DOLS"]),
        ("not in education, employment or training (NEET)", &["NEET"]),
        ("no recourse to public funds (NRPF) and tuberculosis (TB)", &["NRPF", "TB"]),
        ("my SW (Jo Hall, social worker)", &["SW"]),
        ("LAC (a child who lives with carers)", &["LAC"]),
        ("NFA means nothing more is done", &["NFA"]),
    ];
    for (source, expected) in cases {
        assert_eq!(explained(source), *expected, "{source}");
    }
}

#[test]
fn an_abbreviation_is_not_explained_by_what_happens_to_stand_there() {
    for source in [
        "Ava is on a CIN plan.",
        "The CIN (held on 3 March) went well.",
        "The CIN (CIN plan) went well.",
        "CIN - CIN plan agreed",
        "LAC review (Mum present)",
        "The child is in need. CIN plan",
        "child protection (CIN)",
        "mum (who came) and CIN",
        "NFA",
        "(CIN)",
        "",
    ] {
        assert_eq!(explained(source), [""; 0], "{source}");
    }
}

#[test]
fn it_counts_from_where_the_abbreviation_stands() {
    let source = "CIN plan. A child in need (CIN) plan.";
    let from: Vec<_> = definitions(&Text::new(source)).iter().map(|definition| definition.from).collect();
    assert_eq!(from, [27]);
}

#[test]
fn an_abbreviation_is_one_however_it_is_written() {
    let cases: &[(&str, &[&str])] = &[
        ("CIN", &["CIN", "CINs", "CIN's", "CIN’s", "C.I.N.", "C.I.N", "C.I.N.s", "CiN", "cin", "CINs'"]),
        ("S47", &["s47", "s.47", "S47", "s47s", "sec 47", "sec.47", "section 47", "Section 47", "sect. 47", "ss47"]),
        ("AE", &["A&E", "AE"]),
        ("DOLS", &["DoLS", "DOLS"]),
        ("LGBTQ", &["LGBTQ+"]),
        ("COVID19", &["COVID-19"]),
        ("HRS", &["hrs", "HRS"]),
        ("NA", &["N/A", "n/a"]),
        ("", &["", "...", "'"]),
    ];
    for (one, written) in cases {
        for written in *written {
            assert_eq!(normalise_abbreviation(written), *one, "{written}");
        }
    }
}
