//! Sentences that are too long to follow.

use crate::check::{Context, Findings, Passage};
use crate::text::{Sentence, Text};

/// Commas part the items of a list where there are as many items as this,
const ITEMS: usize = 4;
/// and none is longer than this.
const ITEM_WORDS: usize = 8;

/// Marks each sentence of more words than the policy allows, as a whole.
pub fn check(passage: &Passage, context: &Context, findings: &mut Findings) {
    let most = context.policy.long_sentence;
    for sentence in passage.text.sentences() {
        let length = length(sentence, &passage.text);
        if length > most {
            let message = format!(
                "This sentence has {length} words; more than {most} are hard to follow. Split it in two or more."
            );
            findings.mark(passage, passage.text.range(sentence.span), message, Vec::new(), 1);
        }
    }
}

/// How many words the reader has to hold together. Somebody's words in quotation marks
/// do not count, parts of a hyphenated word count as one, and of what a colon
/// introduces as a list only the longest item counts.
fn length(sentence: &Sentence, text: &Text) -> u32 {
    let words = text.words_in(sentence.first_word as usize..sentence.end_word as usize);
    let mut parts = Parts::default();
    for (index, word) in words.iter().enumerate() {
        let gap =
            index.checked_sub(1).and_then(|before| words.get(before)).map_or("", |before| text.between(before, word));
        parts.meet(gap);
        if !word.is_quoted() && gap != "-" {
            parts.add_word();
        }
    }
    parts.length()
}

#[derive(Default)]
struct Parts {
    /// Words before the colon; without one, all.
    before: u32,
    listing: bool,
    /// Words of each item between semicolons, and of each between commas.
    by_semicolon: Vec<u32>,
    by_comma: Vec<u32>,
}

impl Parts {
    /// Meets what stands between two words.
    fn meet(&mut self, gap: &str) {
        if !self.listing {
            self.listing = gap.contains(':');
            if self.listing {
                self.by_semicolon.push(0);
                self.by_comma.push(0);
            }
        } else if gap.contains(';') {
            self.by_semicolon.push(0);
            self.by_comma.push(0);
        } else if gap.contains(',') {
            self.by_comma.push(0);
        }
    }

    fn add_word(&mut self) {
        if !self.listing {
            self.before += 1;
        }
        for item in [self.by_semicolon.last_mut(), self.by_comma.last_mut()].into_iter().flatten() {
            *item += 1;
        }
    }

    fn length(&self) -> u32 {
        let longest = |items: &[u32]| items.iter().max().copied().unwrap_or_default();
        let by_comma = longest(&self.by_comma);
        if self.by_semicolon.len() > 1 {
            self.before.max(longest(&self.by_semicolon))
        } else if self.by_comma.len() >= ITEMS && by_comma as usize <= ITEM_WORDS {
            self.before.max(by_comma)
        } else {
            self.before + longest(&self.by_semicolon)
        }
    }
}
