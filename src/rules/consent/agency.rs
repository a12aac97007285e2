//! Whether information stays within the writer's own agency.

use crate::check::Context;
use crate::record::Sharing;

/// What the agency is called: by its policy, and by the author of the record.
#[derive(Debug)]
pub struct OwnAgency(Vec<Vec<String>>);

impl OwnAgency {
    /// Those of the record and its policy.
    pub fn of(context: &Context) -> OwnAgency {
        let author = context.entry.map(|entry| entry.author.agency.text());
        let names = context.policy.own_agency.iter().map(String::as_str).chain(author);
        OwnAgency(names.map(words).filter(|name| !name.is_empty()).collect())
    }

    /// Whether it is the agency, or a part of it: "Wirral Council, housing"; or what the
    /// agency is called for short: "school".
    pub fn is_named(&self, recipient: &str) -> bool {
        let recipient = words(recipient);
        self.0.iter().any(|name| holds(&recipient, name) || holds(name, &recipient))
    }

    /// Whether all who were told belong to it.
    pub fn has_all(&self, sharing: &Sharing) -> bool {
        let recipients = sharing.with.get().map(Vec::as_slice).unwrap_or_default();
        !recipients.is_empty() && recipients.iter().all(|recipient| self.is_named(recipient))
    }
}

fn words(name: &str) -> Vec<String> {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether the words of one stand in the other, side by side.
fn holds(whole: &[String], part: &[String]) -> bool {
    !part.is_empty() && whole.windows(part.len()).any(|words| words == part)
}
