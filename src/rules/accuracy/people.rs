//! Words for people.

use crate::rules::words::Words;

/// Who is somebody's: "the brother of …".
const RELATIONS: Words = Words::new(
    "mother mum mam mom father dad parent parents stepmother stepfather stepmum stepdad brother brothers sister \
     sisters sibling siblings twin cousin cousins aunt auntie uncle grandmother grandfather grandparent grandparents \
     grandma grandad granddad gran nan nana carer carers guardian friend friends partner boyfriend girlfriend husband \
     wife son daughter child children baby neighbour classmate relative family niece nephew",
);

/// Who else may be meant by "she" or "he".
const OTHERS: Words = Words::new(
    "teacher nurse doctor gp worker practitioner officer midwife manager headteacher man woman girl boy lady person \
     somebody someone anybody anyone adult adults people pupil stranger perpetrator police tenant",
);

/// Whether the word says how somebody is related to somebody.
#[must_use]
pub fn is_relation(word: &str) -> bool {
    RELATIONS.has(word)
}

/// Whether the word, or the word with an ending, is for a person.
#[must_use]
pub fn is_person(word: &str) -> bool {
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    RELATIONS.has(bare) || OTHERS.has(bare)
}
