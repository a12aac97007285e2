//! The export part of the JavaScript surface. Everything crosses it as bytes or as
//! JSON, so that no row becomes JavaScript objects on its way in.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{About, Catalogue, Format, Options, Quote, Reader, Row, fields, quotes};
use crate::calendar::Moment;
use crate::finding::Report;
use crate::policy::{Policy, RecordKind};
use crate::record::Value;
use crate::record::shape::{Choice, read_flag};

/// Reads an export and checks its records by a policy.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportChecker {
    policy: Policy,
    now: Moment,
    with_quotes: bool,
    reader: Reader,
}

#[wasm_bindgen]
impl ExportChecker {
    /// Begins an export. The policy and the options are JSON; the options are `format`,
    /// `columns`, `kind`, `quote` and `now`, which has to be there.
    ///
    /// # Errors
    /// Names the place in the policy, the option, or the heading in the column map that
    /// is not right.
    #[wasm_bindgen(constructor)]
    pub fn new(policy: &str, options: &str) -> Result<ExportChecker, JsError> {
        let policy = read_policy(policy)?;
        let (options, now, with_quotes) =
            read_options(&parse(options, "options")?).map_err(|problem| JsError::new(&problem))?;
        let reader = Reader::new(options).map_err(|refusal| JsError::new(&format!("columns: {refusal}")))?;
        Ok(ExportChecker { policy, now, with_quotes, reader })
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
                let quotes = self.with_quotes.then(|| quotes(record, &report.findings));
                let about = About::new(record, &self.policy);
                serde_json::to_writer(lines, &Checked { row: number, about, report, quotes })
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
struct Checked<'r> {
    row: u32,
    #[serde(flatten)]
    about: About<'r>,
    report: Report,
    #[serde(skip_serializing_if = "Option::is_none")]
    quotes: Option<Vec<Option<Quote<'r>>>>,
}

/// The standard of a policy, its requirements and the rules, in JSON: what a report has
/// to know beside the rows.
///
/// # Errors
/// Names the place in the policy that is not right.
#[wasm_bindgen]
pub fn catalogue(policy: &str) -> Result<String, JsError> {
    Ok(serde_json::to_string(&Catalogue::new(&read_policy(policy)?))?)
}

/// The fields that a column can hold, in JSON: a list of `path` and `labels`.
///
/// # Errors
/// Where the kind is neither `entry` nor `file`.
#[wasm_bindgen(js_name = fieldsOf)]
pub fn fields_of(kind: &str) -> Result<String, JsError> {
    let kind = RecordKind::read(kind).ok_or_else(|| JsError::new("options: kind must be entry or file"))?;
    Ok(serde_json::to_string(&fields(kind))?)
}

fn parse(json: &str, name: &str) -> Result<Value, JsError> {
    serde_json::from_str(json).map_err(|_| JsError::new(&format!("{name}: must be JSON")))
}

fn read_policy(json: &str) -> Result<Policy, JsError> {
    Policy::read(&parse(json, "policy")?).map_err(|error| JsError::new(&format!("policy: {error}")))
}

fn read_options(value: &Value) -> Result<(Options, Moment, bool), String> {
    let Value::Map(properties) = value else {
        return Err("options: must be an object".to_owned());
    };
    let mut options = Options::default();
    let mut now = None;
    let mut with_quotes = false;
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
            "quote" => with_quotes = read_flag(value).ok_or("options: quote must be true or false")?,
            "now" => now = value.text().and_then(Moment::read),
            _ => return Err(format!("options: there is no option {name}")),
        }
    }
    Ok((options, now.ok_or("options: now must be a date and time")?, with_quotes))
}

fn read_columns(value: &Value) -> Result<Vec<(String, String)>, String> {
    let Value::Map(columns) = value else {
        return Err("options: columns must be an object of headings and paths".to_owned());
    };
    let columns = columns.iter().map(|(heading, path)| Some((heading.clone(), path.text()?.to_owned())));
    columns.collect::<Option<_>>().ok_or_else(|| "options: columns must lead each heading to a path".to_owned())
}
