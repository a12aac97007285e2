//! The child and the family: seen, heard, told about their record, and worked with.

mod child;
mod family;
mod terms;
mod voices;
mod work;

pub use child::{CHILD_NOT_SEEN, CHILD_VOICE, NOT_SEEN_ALONE};
pub use family::{FAMILY_VIEWS, INTERPRETER, NOT_INFORMED};
pub(super) use terms::{Kind, says_when_reviewed, speaks_of};
pub use work::{CONTEXT, OUTCOMES, REVIEW_DATE, STRENGTHS};
