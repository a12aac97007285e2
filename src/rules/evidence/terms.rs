//! What the terms of `lexicon/evidence.tsv` are in a sentence.

use std::sync::LazyLock;

use crate::lexicon::dictionary::TableName;
use crate::lexicon::table::{Kinds, Table};
use crate::text::Text;

/// The part that a term plays.
#[derive(Clone, Copy)]
pub enum Kind {
    /// Reads as an opinion: "it is clear that".
    Opinion,
    /// An opinion that nobody owns: "it was felt".
    Unowned,
    /// The writer's opinion, where a statement about somebody follows: "I feel".
    Held,
    /// Says that it is an opinion: "in my view".
    Label,
    /// What follows "I think" is a proposal: "would".
    Proposal,
    /// In a heading that opens a section of opinion: "analysis".
    Analysis,
    /// Hearsay: "it was reported".
    Report,
    /// Nobody in particular: "someone", "one of the other mums".
    Anybody,
    /// Hearsay, unless it is sympathy: "I understand that".
    Understand,
    /// Names a source by itself: "according to".
    Source,
    /// "by"
    By,
    /// A source on paper: "log".
    Document,
    /// Stands before a source: "at".
    Place,
    /// Says or thinks something: "told".
    Say,
    /// The writer was in touch with somebody: "rang".
    Contact,
    /// A conclusion: "no concerns".
    Vague,
    /// The same where it is all that is said: "supportive".
    Verdict,
    /// Stands between somebody and a conclusion: "raised".
    Hold,
    /// Can be seen, heard or smelt: "smiled".
    Seen,
    /// A decision without anybody: "it was decided".
    Decided,
    /// What was decided, alone: "no further action".
    Closed,
    /// The same behind what is granted: "approved".
    Ruled,
    /// The same before a forum: "agreed at".
    Settled,
    /// Decides: "decided".
    Decide,
    /// Decides, if it is not the family: "agreed".
    Agree,
    /// Decides what somebody asked for: "approved".
    Approve,
    /// Who decided follows: "agreed by".
    Maker,
    /// What is decided: "close"
    Measure,
    /// and of what: "the case".
    Matter,
    /// What is granted: "funding".
    Granted,
    /// An arrangement, not a decision: "ring".
    Arrange,
    /// A reason: "because".
    Reason,
    /// The same, but not right behind "decided": "to protect".
    Purpose,
    /// In a heading under which reasons stand: "rationale".
    Rationale,
    /// A reason where a statement follows: "as".
    Because,
    /// In a heading under which a decision stands,
    Decision,
    /// and in one under which one may stand: "outcome".
    Outcome,
    /// What can stand there alone: "child in need plan".
    Step,
    /// Somebody who decides: "team manager".
    Decider,
    /// A body that decides: "panel".
    Forum,
    /// A body that has a view: "school".
    Body,
    /// Somebody who works with the family: "teacher".
    Staff,
    /// Somebody of the family or near it: "Mum".
    Family,
    /// Stands before a name: "Mrs".
    Title,
    /// "she"
    Pronoun,
    /// The writer: "I".
    Me,
    /// No name, though it may begin a sentence: "later".
    Small,
    /// No name and nobody: "Friday",
    Time,
    /// nor is this: "phone".
    Channel,
    /// Makes a verb passive: "was".
    Passive,
    /// Leaves open whether it is so: "if".
    Doubt,
    /// The same where it stands near: "not".
    Not,
    /// In the table so that nothing is found inside it: "as soon as".
    Hidden,
    /// Praises or blames somebody: "committed".
    Quality,
    /// The same, only before a noun for a person: "a nice girl".
    Nature,
    /// A noun that does: "a credit to".
    Feat,
    /// A noun for a person or a home that takes praise: "couple".
    Type,
    /// Praises or blames a service: "satisfactory".
    Standard,
    /// A service, or what it looks at: "placement".
    Subject,
    /// In no table: somebody's name.
    Name,
    /// In no table: somebody else than the writer says something,
    Said,
    /// something was seen or said,
    Observed,
    /// decided by somebody,
    Made,
    /// or has a reason.
    Reasoned,
}

/// The names in the table, in the same order.
const NAMES: [&str; 59] = [
    "opinion",
    "unowned",
    "held",
    "label",
    "proposal",
    "analysis",
    "report",
    "anybody",
    "understand",
    "source",
    "by",
    "document",
    "place",
    "say",
    "contact",
    "vague",
    "verdict",
    "hold",
    "seen",
    "decided",
    "closed",
    "ruled",
    "settled",
    "decide",
    "agree",
    "approve",
    "maker",
    "measure",
    "matter",
    "granted",
    "arrange",
    "reason",
    "purpose",
    "rationale",
    "because",
    "decision",
    "outcome",
    "step",
    "decider",
    "forum",
    "body",
    "staff",
    "family",
    "title",
    "pronoun",
    "me",
    "small",
    "time",
    "channel",
    "passive",
    "doubt",
    "not",
    "hidden",
    "quality",
    "nature",
    "feat",
    "type",
    "standard",
    "subject",
];

impl From<Kind> for u32 {
    fn from(kind: Kind) -> u32 {
        kind as u32
    }
}

/// For each word of the text the kinds of the term that begins there, and the word after it.
pub fn terms_of(text: &Text) -> Vec<(Kinds, usize)> {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table::new(TableName::Evidence, &NAMES));
    TABLE.by_word(text)
}

#[cfg(test)]
mod tests {
    use super::{NAMES, TableName, terms_of};
    use crate::text::Text;

    const ROWS: &str = TableName::Evidence.tsv();

    /// A longer term, or one that is written the same, would hide it.
    #[test]
    fn every_term_is_found_as_every_kind_that_the_table_gives_it() {
        for row in ROWS.lines().skip(1) {
            let (kind, term) = row.split_once('\t').expect("two cells");
            let number = NAMES.iter().position(|name| *name == kind).expect("a kind that is known");
            let plain = term.replace('~', "").replace("one's", "her").replace("oneself", "herself");
            let text = Text::new(&plain);
            let (kinds, end) = terms_of(&text)[0];
            assert!(kinds.has(u32::try_from(number).expect("few kinds")), "“{term}” is not found as {kind}");
            assert_eq!(end, text.words().len(), "“{term}”");
        }
    }

    #[test]
    fn no_row_stands_twice() {
        let mut rows: Vec<_> = ROWS.lines().collect();
        rows.sort_unstable();
        let count = rows.len();
        rows.dedup();
        assert_eq!(rows.len(), count);
    }
}
