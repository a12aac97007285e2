//! Who wrote it, and who told them.

use serde_json::json;

use crate::setting;

const NAME: &str = "author/missing-name";
const POST_TITLE: &str = "author/missing-post-title";
const COMPLETION: &str = "author/missing-completion-time";
const UNSIGNED: &str = "author/unsigned";
const INFORMANT: &str = "author/unnamed-informant";
const SIGN_OFF: &str = "author/informant-sign-off";

#[test]
fn a_name_that_says_who_it_was() {
    for name in [
        "",
        "  ",
        "PS",
        "P.S.",
        "p s",
        "J B",
        "JHB",
        "Duty team",
        "Admin",
        "EDT",
        "tbc",
        "n/a",
        "-",
        "not known",
        "Social worker",
    ] {
        setting().finds(NAME, &[(name, json!({ "author": { "name": name } }), &["/author/name"])]);
    }
    setting().finds(NAME, &[("no author at all", json!({ "text": "Ava was at home." }), &["/author/name"])]);
    for name in [
        "Priya Shah",
        "P Shah",
        "P. Shah",
        "Shah",
        "PRIYA SHAH",
        "Ng",
        "Jo",
        "Bo Li",
        "O’Neill, Áine",
        "Dee Admins",
        "Zoë",
        "MAX",
    ] {
        setting().is_silent(NAME, &[(name, json!({ "author": { "name": name } }))]);
    }
    setting().is_silent(NAME, &[("a file has many authors", json!({ "kind": "file" }))]);
}

#[test]
fn a_post_title() {
    setting().finds(
        POST_TITLE,
        &[
            ("none", json!({ "author": { "name": "Priya Shah" } }), &["/author/postTitle"]),
            ("spaces", json!({ "author": { "name": "Priya Shah", "postTitle": " " } }), &["/author/postTitle"]),
            ("a filler", json!({ "author": { "postTitle": "N/A" } }), &["/author/postTitle"]),
        ],
    );
    setting().is_silent(
        POST_TITLE,
        &[
            ("social worker", json!({ "author": { "postTitle": "Social worker" } })),
            ("the abbreviation is another rule’s matter", json!({ "author": { "postTitle": "SW" } })),
            ("a student", json!({ "author": { "name": "Tom Ellis", "postTitle": "Student social worker" } })),
            ("a case file has no author", json!({ "kind": "file", "referenceNumber": "4417" })),
        ],
    );
}

#[test]
fn the_date_and_time_of_completion() {
    setting().finds(
        COMPLETION,
        &[
            ("none", json!({ "type": "visit" }), &["/recordedAt"]),
            ("a date alone", json!({ "recordedAt": "4 March 2026" }), &["/recordedAt"]),
            (
                "midnight, as exports write a date alone",
                json!({ "recordedAt": "2026-03-04T00:00:00" }),
                &["/recordedAt"],
            ),
            ("a filler", json!({ "recordedAt": "tbc" }), &["/recordedAt"]),
            ("said to be no draft", json!({ "draft": false }), &["/recordedAt"]),
        ],
    );
    setting().is_silent(
        COMPLETION,
        &[
            ("both", json!({ "recordedAt": "04/03/2026 16:40" })),
            ("a draft is stamped when it is submitted", json!({ "draft": true })),
            ("paper is dated by its signature", json!({ "medium": "paper" })),
            ("a date that cannot be read is another rule’s matter", json!({ "recordedAt": "31/02/2026" })),
        ],
    );
}

#[test]
fn signatures() {
    let paper = |signature: serde_json::Value| json!({ "medium": "paper", "signature": signature });
    setting().finds(
        UNSIGNED,
        &[
            ("paper without one", json!({ "medium": "paper" }), &["/signature/name"]),
            ("a form’s empty one", json!({ "signature": { "name": "", "signedAt": "" } }), &["/signature/name"]),
            ("no date", paper(json!({ "name": "P. Shah", "printedName": "Priya Shah" })), &["/signature/signedAt"]),
            (
                "neither date nor printed name",
                paper(json!({ "handwritten": true })),
                &["/signature/printedName", "/signature/signedAt"],
            ),
            (
                "by hand on a form",
                json!({ "signature": { "handwritten": true, "name": "P. Shah", "signedAt": "4 March 2026" } }),
                &["/signature/printedName"],
            ),
            (
                "a hand that nobody can read",
                json!({ "signature": { "name": "squiggle", "signedAt": "4 March 2026", "legible": false } }),
                &["/signature/printedName"],
            ),
            (
                "a date of a database is none",
                paper(json!({ "name": "P. Shah", "printedName": "Priya Shah", "signedAt": "01/01/1900" })),
                &["/signature/signedAt"],
            ),
        ],
    );
    setting().is_silent(
        UNSIGNED,
        &[
            ("a computer record without a signature field", json!({ "type": "visit" })),
            (
                "signed, dated, printed",
                paper(json!({ "name": "P. Shah", "printedName": "Priya Shah", "signedAt": "4 March 2026" })),
            ),
            ("typed: the name can be read", json!({ "signature": { "name": "Priya Shah", "signedAt": "2026-03-04" } })),
        ],
    );
}

#[test]
fn whoever_was_not_there_says_who_told_them() {
    let told = |informants: serde_json::Value| json!({ "author": { "firstHand": false }, "informants": informants });
    setting().finds(
        INFORMANT,
        &[
            ("nobody", told(json!([])), &["/informants/0/name"]),
            ("a name without a role", told(json!([{ "name": "Tom Ellis" }])), &["/informants/0/role"]),
            ("a role without a name", told(json!([{ "role": "Teacher" }])), &["/informants/0/name"]),
            ("anonymous, and no word how", told(json!([{ "anonymous": true }])), &["/informants/0/how"]),
            ("a filler for a name", told(json!([{ "name": "tbc", "role": "Teacher" }])), &["/informants/0/name"]),
            (
                "the second of the form’s rows",
                told(json!([{ "name": "" }, { "name": "Tom Ellis" }])),
                &["/informants/1/role"],
            ),
        ],
    );
    setting().is_silent(
        INFORMANT,
        &[
            ("name and role", told(json!([{ "name": "Tom Ellis", "role": "Teacher" }]))),
            ("anonymous, by phone", told(json!([{ "anonymous": true, "how": "Call to the duty line" }]))),
            ("in the section that they told", json!({ "author": { "firstHand": "no" },
                "sections": [{ "text": "Ava was in class.", "informant": { "name": "Tom Ellis", "role": "Teacher" } }] })),
            ("the author was there", json!({ "author": { "firstHand": true } })),
            ("nothing is said about it", json!({ "author": { "name": "Priya Shah" } })),
        ],
    );
}

#[test]
fn whoever_told_reads_and_signs() {
    let told = |informant: serde_json::Value| json!({ "author": { "firstHand": false }, "informants": [informant] });
    setting().finds(
        SIGN_OFF,
        &[
            (
                "no sign of it",
                told(json!({ "name": "Tom Ellis", "role": "Teacher" })),
                &["/informants/0/readAndSigned"],
            ),
            (
                "signed, without a post title",
                told(json!({ "name": "Tom Ellis", "role": "Teacher", "readAndSigned": true })),
                &["/informants/0/postTitle"],
            ),
            (
                "a family support worker is no family",
                told(json!({ "name": "Jo Reid", "role": "Family support worker" })),
                &["/informants/0/readAndSigned"],
            ),
            (
                "the child’s teacher is no child",
                told(json!({ "name": "Tom Ellis", "role": "Child’s class teacher" })),
                &["/informants/0/readAndSigned"],
            ),
        ],
    );
    setting().is_silent(
        SIGN_OFF,
        &[
            (
                "read, signed, with a post title",
                told(json!({ "name": "Tom Ellis", "role": "Teacher",
                "readAndSigned": "yes", "postTitle": "Head of Year 5" })),
            ),
            ("the child", told(json!({ "name": "Ava", "role": "Child" }))),
            ("her mother", told(json!({ "name": "Kelly Jones", "role": "Ava’s mum" }))),
            ("an anonymous caller", told(json!({ "name": "Anonymous", "anonymous": true, "how": "by phone" }))),
            ("a blank row of a form", told(json!({ "name": "", "role": "" }))),
        ],
    );
}
