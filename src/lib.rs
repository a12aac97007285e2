//! Checks children's case records against the recording standard in force.
//!
//! A record goes in, with the agency's policy and the time that counts as now; a
//! report comes out. The core is pure: it reads no clock, no locale, no file, and
//! the same record, policy and now always give the same report.
//!
//! ```
//! use recording_standard::{Moment, Options, Policy, Value, check};
//!
//! let visit: Value = serde_json::from_str(r#"{
//!     "type": "visit",
//!     "eventAt": "2026-03-03T16:00",
//!     "recordedAt": "2026-03-09T10:15",
//!     "author": { "name": "Priya Shah", "postTitle": "Social worker" },
//!     "text": "Ava showed me her room and said she likes her new school."
//! }"#)?;
//! let now = Moment::read("2026-03-09T10:20").ok_or("no date")?;
//!
//! let report = check(&visit, &Policy::default(), Options { now, file: None });
//!
//! let rules: Vec<_> = report.findings.iter().map(|finding| finding.rule).collect();
//! assert_eq!(rules, ["timing/late-entry-not-stated"]);
//! assert!(!report.ready);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The way of the data is one direction: [`Value`] (any JSON) is read by the tables
//! of [`record`] without ever failing; [`Policy`] is read strictly; [`check()`] lets
//! each of [`rules::RULES`] look; what they find becomes a [`Report`]. Paths are JSON
//! Pointers and ranges are UTF-16 code units, so that JavaScript can use both as they
//! are. No message and no error holds text of the record.

pub mod calendar;
pub mod check;
#[cfg(feature = "export")]
pub mod export;
pub mod finding;
pub mod lexicon;
pub mod policy;
pub mod record;
pub mod rules;
pub mod standard;
pub mod text;

#[cfg(target_arch = "wasm32")]
mod wasm;

pub use calendar::Moment;
pub use check::{Options, check, check_text};
pub use finding::{Citation, ClauseInfo, Finding, Fix, Range, Report, RuleInfo, Severity};
pub use policy::{Policy, PolicyError};
pub use record::Value;
pub use rules::{catalogue, coverage};
pub use standard::Standard;
