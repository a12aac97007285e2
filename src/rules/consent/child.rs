//! Whether a child old enough to have a say is among those who agreed.

use super::sharing::agreed;
use crate::calendar::{Moment, age_on};
use crate::check::Context;
use crate::record::{Agreed, CaseFile, Sharing};

/// Whether the child was of the policy's age at that time; no where nobody knows.
pub fn is_of_age(file: &CaseFile, at: &Moment, context: &Context) -> bool {
    let age = file.child.date_of_birth.get().and_then(|birth| age_on(birth.date, at.date));
    age.is_some_and(|age| age >= context.policy.child_asks_from)
}

/// Whether everybody who agreed is somebody else than the child, as far as their roles say.
pub fn by_adults_alone(sharing: &Sharing, file: &CaseFile) -> bool {
    let is_adult = |agreed: &Agreed| agreed.role.has_answer() && !is_child(agreed, file);
    agreed(sharing).next().is_some() && agreed(sharing).all(|(_, agreed)| is_adult(agreed))
}

fn is_child(agreed: &Agreed, file: &CaseFile) -> bool {
    const CHILD: [&str; 13] = [
        "child", "young", "yp", "daughter", "son", "self", "subject", "boy", "girl", "pupil", "student", "patient",
        "baby",
    ];
    // "The child's mother" is no child.
    const ADULT: [&str; 20] = [
        "mother",
        "mum",
        "mam",
        "mom",
        "father",
        "dad",
        "parent",
        "parents",
        "carer",
        "guardian",
        "grandmother",
        "grandfather",
        "grandparent",
        "nan",
        "aunt",
        "uncle",
        "stepmother",
        "stepfather",
        "worker",
        "teacher",
    ];
    let words = |text: &str| -> Vec<String> {
        text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase).collect()
    };
    let role = words(agreed.role.text());
    let has = |known: &[&str]| role.iter().any(|word| known.contains(&word.as_str()));
    let first_name = words(file.child.full_name.text()).into_iter().next().filter(|name| !name.is_empty());
    let is_named = first_name.is_some_and(|first| words(agreed.name.text()).first() == Some(&first) || role == [first]);
    is_named || has(&CHILD) && !has(&ADULT)
}
