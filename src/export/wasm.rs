//! The export part of the JavaScript surface. Everything crosses it as bytes or as
//! JSON, so that no row becomes JavaScript objects on its way in.

use std::borrow::Cow;

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{Format, Options, Reader, Row};
use crate::calendar::Moment;
use crate::finding::Report;
use crate::policy::{Policy, RecordKind};
use crate::record::shape::{Choice, read_words};
use crate::record::{Value, is_file};

/// Reads an export and checks its records by a policy.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportChecker {
    policy: Policy,
    now: Moment,
    reader: Reader,
}

#[wasm_bindgen]
impl ExportChecker {
    /// Begins an export. The policy and the options are JSON; the options are `format`,
    /// `columns`, `kind` and `now`, which has to be there.
    ///
    /// # Errors
    /// Names the place in the policy, the option, or the heading in the column map that
    /// is not right.
    #[wasm_bindgen(constructor)]
    pub fn new(policy: &str, options: &str) -> Result<ExportChecker, JsError> {
        let parse = |json, name| serde_json::from_str(json).map_err(|_| JsError::new(&format!("{name}: must be JSON")));
        let policy = Policy::read(&parse(policy, "policy")?);
        let policy = policy.map_err(|error| JsError::new(&format!("policy: {error}")))?;
        let (options, now) = read_options(&parse(options, "options")?).map_err(|problem| JsError::new(&problem))?;
        let reader = Reader::new(options).map_err(|refusal| JsError::new(&format!("columns: {refusal}")))?;
        Ok(ExportChecker { policy, now, reader })
    }

    /// Takes the next bytes and gives a line of JSON for each row that they complete: its
    /// number as `row`, and either `report`, with `id` and `fileId` where the record has
    /// them, or `problem`, where it cannot be read.
    ///
    /// # Errors
    /// When the bytes are no export that can be read. Never because of a row.
    pub fn push(&mut self, bytes: &[u8]) -> Result<String, JsError> {
        self.reader.push(bytes);
        self.check_rows()
    }

    /// Says that there are no more bytes, and gives the rows that are left.
    ///
    /// # Errors
    /// The same.
    pub fn finish(&mut self) -> Result<String, JsError> {
        self.reader.finish();
        self.check_rows()
    }

    /// The columns of a table in JSON, once its heading row has arrived: a list of
    /// `heading` and, where it is understood, `path`.
    #[must_use]
    pub fn columns(&self) -> Option<String> {
        #[derive(Serialize)]
        struct Column<'c> {
            heading: &'c str,
            #[serde(skip_serializing_if = "Option::is_none")]
            path: Option<&'c str>,
        }
        let columns = self.reader.columns()?.iter();
        let columns = columns.map(|column| Column { heading: &column.heading, path: column.path.as_deref() });
        serde_json::to_string(&columns.collect::<Vec<_>>()).ok()
    }

    fn check_rows(&mut self) -> Result<String, JsError> {
        let mut lines = Vec::new();
        while let Some(row) = self.reader.next_row()? {
            self.check_row(&row, &mut lines)?;
            lines.push(b'\n');
        }
        Ok(String::from_utf8(lines)?)
    }

    fn check_row(&self, row: &Row, lines: &mut Vec<u8>) -> serde_json::Result<()> {
        let number = row.number;
        match &row.value {
            Err(error) => serde_json::to_writer(lines, &Malformed { row: number, problem: error.to_string() }),
            Ok(record) => {
                let options = crate::check::Options { now: self.now, file: None };
                let report = crate::check::check(record, &self.policy, options);
                let file_id = if is_file(record) { "referenceNumber" } else { "fileId" };
                serde_json::to_writer(
                    lines,
                    &Checked { row: number, id: reference(record, "id"), file_id: reference(record, file_id), report },
                )
            }
        }
    }
}

#[derive(Serialize)]
struct Malformed {
    row: u32,
    problem: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Checked<'r> {
    row: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<Cow<'r, str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    file_id: Option<Cow<'r, str>>,
    report: Report,
}

/// A number or name by which the record can be found again.
fn reference<'r>(record: &'r Value, name: &str) -> Option<Cow<'r, str>> {
    record.get(name).and_then(read_words).filter(|words| !words.trim().is_empty())
}

fn read_options(value: &Value) -> Result<(Options, Moment), String> {
    let Value::Map(properties) = value else {
        return Err("options: must be an object".to_owned());
    };
    let mut options = Options::default();
    let mut now = None;
    for (name, value) in properties {
        match name.as_str() {
            "format" => {
                let format = value.text().and_then(Format::read);
                options.format = Some(format.ok_or("options: format must be csv, tsv or ndjson")?);
            }
            "kind" => {
                let kind = value.text().and_then(RecordKind::read);
                options.kind = kind.ok_or("options: kind must be entry or file")?;
            }
            "columns" => options.columns = Some(read_columns(value)?),
            "now" => now = value.text().and_then(Moment::read),
            _ => return Err(format!("options: there is no option {name}")),
        }
    }
    Ok((options, now.ok_or("options: now must be a date and time")?))
}

fn read_columns(value: &Value) -> Result<Vec<(String, String)>, String> {
    let Value::Map(columns) = value else {
        return Err("options: columns must be an object of headings and paths".to_owned());
    };
    let columns = columns.iter().map(|(heading, path)| Some((heading.clone(), path.text()?.to_owned())));
    columns.collect::<Option<_>>().ok_or_else(|| "options: columns must lead each heading to a path".to_owned())
}
