//! Why a row, or a whole export, is not read. No sentence holds text of a record.

use std::fmt;

use super::LONGEST_ROW;

/// Why a row is not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowError {
    /// It has another number of cells than the heading row.
    Cells {
        /// How many the row has.
        found: usize,
        /// How many the heading row has.
        expected: usize,
    },
    /// A quotation in it has no end, or goes on after it.
    Quotation {
        /// How many lines were passed over until a row was whole again, its own included.
        lines: u32,
    },
    /// It has more bytes than [`LONGEST_ROW`].
    TooLong,
    /// It is not JSON.
    Json {
        /// The character, from 1, at which that was clear.
        at: usize,
    },
    /// It is JSON, but no object.
    NoObject,
}

impl fmt::Display for RowError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        match self {
            RowError::Cells { found, expected } => {
                let s = if *found == 1 { "" } else { "s" };
                write!(formatter, "This row has {found} cell{s} where the heading row has {expected}.")
            }
            RowError::Quotation { lines: 0 | 1 } => {
                formatter.write_str("The quotation marks in this row do not match.")
            }
            RowError::Quotation { lines } => {
                write!(formatter, "The quotation marks in this row do not match, so {lines} lines were passed over.")
            }
            RowError::TooLong => {
                write!(formatter, "This row is longer than {} MiB.", LONGEST_ROW / 1024 / 1024)
            }
            RowError::Json { at } => write!(formatter, "This row stops being JSON at character {at}."),
            RowError::NoObject => formatter.write_str("This row is JSON, but no object, as a record would be."),
        }
    }
}

impl std::error::Error for RowError {}

/// Why an export is not read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// It is a workbook as spreadsheet programs saved it before 2007, or one with a password.
    OldWorkbook,
    /// It is a workbook that cannot be read, or no workbook.
    NoWorkbook,
    /// It is compressed.
    Compressed,
    /// It is something else than text.
    NoText,
    /// Its first row has quotation marks that do not match, or no end.
    Heading,
    /// No heading is understood.
    NoHeadingUnderstood,
    /// A heading of the column map is not in the table.
    NoSuchHeading {
        /// The heading.
        heading: String,
    },
    /// A heading of the column map leads to a field that a record does not have.
    NoSuchField {
        /// The heading.
        heading: String,
        /// The path.
        path: String,
    },
    /// Two headings of the column map lead to the same field.
    SameField {
        /// The later of the two headings.
        heading: String,
        /// The path.
        path: String,
    },
    /// A column map was given for JSON.
    ColumnsOfJson,
}

impl fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(match self {
            Refusal::Empty => "There is nothing in it.",
            Refusal::OldWorkbook => "It is an old workbook, or one with a password: save it as XLSX or CSV first.",
            Refusal::NoWorkbook => "It looks like a workbook and cannot be read as one: save it as XLSX or CSV again.",
            Refusal::Compressed => "It is compressed: unpack it first.",
            Refusal::NoText => "It is no table and no JSON.",
            Refusal::Heading => "Its heading row cannot be read.",
            Refusal::NoHeadingUnderstood => {
                "No heading in its first row is understood: say with a column map which column holds what."
            }
            Refusal::NoSuchHeading { heading } => {
                return write!(formatter, "The column map has “{heading}”, and the table has no such heading.");
            }
            Refusal::NoSuchField { heading, path } => {
                return write!(
                    formatter,
                    "The column map leads “{heading}” to “{path}”, and a record has no such field."
                );
            }
            Refusal::SameField { heading, path } => {
                return write!(formatter, "The column map leads “{heading}” to “{path}”, as another heading does.");
            }
            Refusal::ColumnsOfJson => "A column map is for tables: JSON has names of its own.",
        })
    }
}

impl std::error::Error for Refusal {}
