//! Where a record is kept: volumes and paper, removals, and the end of a file.

mod closing;
mod paper;
mod removals;
mod volumes;

pub use closing::{CLOSING_TIDY, RETENTION};
pub use paper::{PAPER_LOCATION, PAPER_MISMATCH, PAPER_STORAGE};
pub use removals::{REMOVAL_AUTHORITY, REMOVAL_OVERDUE, REMOVAL_TERMS};
pub use volumes::{VOLUME_DATES, VOLUME_NUMBER};
