//! Where the records of an export begin and end.

use super::array::Array;
use super::lines::Lines;
use super::pending::Pending;
use super::problem::RowError;
use super::table::Table;

/// The next row of an export.
#[derive(Debug)]
pub(super) struct Cut {
    /// Its number, from 1.
    pub number: u32,
    /// How many of the pending bytes it has, which are still to be read; or why it cannot
    /// be read, where its end had to be looked for and it is passed over.
    pub end: Result<usize, RowError>,
}

/// Finds the rows of an export.
#[derive(Debug)]
pub(super) enum Ends {
    Table(Table),
    Lines(Lines),
    Array(Array),
}

impl Ends {
    /// The next row, where its bytes have arrived.
    pub fn next(&mut self, pending: &mut Pending) -> Option<Cut> {
        match self {
            Ends::Table(table) => table.next(pending),
            Ends::Lines(lines) => lines.next(pending),
            Ends::Array(array) => array.next(pending),
        }
    }
}
