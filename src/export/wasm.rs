//! The export part of the JavaScript surface. Everything crosses it as bytes or as
//! JSON, so that no row becomes JavaScript objects on its way in.
//!
//! One instance cuts an export into pieces of whole rows; the same or others check them.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::{Catalogue, Checker, Cutter, Encoding, Format, Options, Piece, Together, fields};
use crate::calendar::Moment;
use crate::policy::{Policy, RecordKind};
use crate::record::Value;
use crate::record::shape::Choice;

/// Cuts an export into pieces that are checked apart from each other.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportCutter {
    cutter: Cutter,
}

/// Whole rows of an export, or a row that cannot be read.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportPiece {
    piece: Piece,
}

/// What the entries of each file show together.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportTogether {
    together: Together,
}

#[wasm_bindgen]
impl ExportCutter {
    /// Begins an export. The options are JSON: `format`, `encoding`, `delimiter`, `quoteMark`,
    /// `columns` and `kind`.
    ///
    /// # Errors
    /// Names the option, or the heading in the column map, that is not right.
    #[wasm_bindgen(constructor)]
    pub fn new(options: &str) -> Result<ExportCutter, JsError> {
        let options = read_options(&parse(options, "options")?).map_err(|problem| JsError::new(&problem))?;
        let cutter = Cutter::new(options).map_err(|refusal| JsError::new(&format!("columns: {refusal}")))?;
        Ok(ExportCutter { cutter })
    }

    /// Takes the next bytes. Get the pieces out before the next push.
    pub fn push(&mut self, bytes: &[u8]) {
        self.cutter.push(bytes);
    }

    /// Says that there are no more bytes.
    pub fn finish(&mut self) {
        self.cutter.finish();
    }

    /// The next piece, where its bytes have arrived; one that is not full only where `all`
    /// is asked for.
    ///
    /// # Errors
    /// When the bytes are no export that can be read. Never because of a row.
    pub fn next(&mut self, all: bool) -> Result<Option<ExportPiece>, JsError> {
        Ok(self.cutter.next(all)?.map(|piece| ExportPiece { piece }))
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
        let columns = self.cutter.columns()?.iter();
        let columns = columns.map(|column| Column { heading: &column.heading, path: column.path.as_deref() });
        serde_json::to_string(&columns.collect::<Vec<_>>()).ok()
    }

    /// What is not read, in sentences.
    #[must_use]
    pub fn limits(&self) -> Vec<String> {
        self.cutter.limits()
    }

    /// How the rows are written, in JSON, once that is known.
    #[must_use]
    pub fn layout(&self) -> Option<String> {
        serde_json::to_string(&self.cutter.layout()?).ok()
    }
}

#[wasm_bindgen]
impl ExportPiece {
    /// The number of the row, or of the first.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn row(&self) -> u32 {
        match &self.piece {
            Piece::Rows { number, .. } | Piece::Malformed { number, .. } => *number,
        }
    }

    /// Why the row cannot be read; nothing, where there are rows.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn problem(&self) -> Option<String> {
        match &self.piece {
            Piece::Rows { .. } => None,
            Piece::Malformed { error, .. } => Some(error.to_string()),
        }
    }

    /// The bytes of the rows, which are asked for once.
    #[must_use]
    pub fn bytes(&mut self) -> Vec<u8> {
        match &mut self.piece {
            Piece::Rows { bytes, .. } => std::mem::take(bytes),
            Piece::Malformed { .. } => Vec::new(),
        }
    }

    /// How many bytes they have in all.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn size(&self) -> usize {
        match &self.piece {
            Piece::Rows { bytes, .. } => bytes.len(),
            Piece::Malformed { .. } => 0,
        }
    }

    /// Copies the bytes of the rows into an array of that size.
    #[wasm_bindgen(js_name = copyTo)]
    pub fn copy_to(&self, target: &js_sys::Uint8Array) {
        if let Piece::Rows { bytes, .. } = &self.piece
            && target.length() as usize == bytes.len()
        {
            target.copy_from(bytes);
        }
    }

    /// How many bytes each row has.
    #[must_use]
    pub fn lengths(&self) -> Vec<u32> {
        match &self.piece {
            Piece::Rows { lengths, .. } => lengths.clone(),
            Piece::Malformed { .. } => Vec::new(),
        }
    }
}

#[wasm_bindgen]
impl ExportTogether {
    /// The findings in JSON, each of which may be one about many rows.
    #[must_use]
    pub fn kinds(&self) -> String {
        serde_json::to_string(&self.together.kinds).unwrap_or_default()
    }

    /// The number of a row, and the place of a finding about it in that list, and so on in the
    /// order of the rows.
    #[must_use]
    pub fn places(&self) -> Vec<u32> {
        self.together.places.as_flattened().to_vec()
    }
}

/// Checks the rows of an export by a policy.
#[wasm_bindgen]
#[derive(Debug)]
pub struct ExportChecker {
    checker: Checker,
}

#[wasm_bindgen]
impl ExportChecker {
    /// The policy is JSON, `now` is a date and time, and `quoting` says whether each row
    /// comes with the words about which its findings speak.
    ///
    /// # Errors
    /// Names the place in the policy, or the option, that is not right.
    #[wasm_bindgen(constructor)]
    pub fn new(policy: &str, now: &str, quoting: bool) -> Result<ExportChecker, JsError> {
        let policy = read_policy(policy)?;
        let now = Moment::read(now).ok_or_else(|| JsError::new("options: now must be a date and time"))?;
        Ok(ExportChecker { checker: Checker::new(policy, now, quoting) })
    }

    /// Says how the rows that follow are written, as the cutter told. The options are those
    /// of the cutter.
    ///
    /// # Errors
    /// Where it was not the cutter that told.
    pub fn begin(&mut self, layout: &str, options: &str) -> Result<(), JsError> {
        let layout = serde_json::from_str(layout).map_err(|_| JsError::new("layout: must come from the cutter"))?;
        let options = read_options(&parse(options, "options")?).map_err(|problem| JsError::new(&problem))?;
        Ok(self.checker.begin(layout, &options)?)
    }

    /// Checks the rows of a piece. Gives one JSON object: what is told for the first time
    /// in `kinds` and `paths`, and `rows`, which refer to that by its number.
    #[must_use]
    pub fn check(&mut self, bytes: &[u8], lengths: &[u32], row: u32) -> String {
        self.checker.check(bytes, lengths, row)
    }

    /// Learns the rows of a piece, so that the rows of the export are held against each
    /// other when they are checked.
    pub fn gather(&mut self, bytes: &[u8], lengths: &[u32], row: u32) {
        self.checker.gather(bytes, lengths, row);
    }

    /// Sentences about what the memory had no room for.
    #[must_use]
    pub fn limits(&self) -> Vec<String> {
        self.checker.limits()
    }

    /// Ends the gathering. Gives what the entries of each file show together.
    pub fn settle(&mut self) -> ExportTogether {
        ExportTogether { together: self.checker.settle() }
    }

    /// What was gathered, for another checker.
    #[must_use]
    pub fn gathered(&self) -> String {
        self.checker.gathered()
    }

    /// Takes what another checker has gathered.
    pub fn learn(&mut self, gathered: &str) {
        self.checker.learn(gathered);
    }

    /// Takes the rows of a piece as front sheets of the files to which entries belong.
    pub fn keep(&mut self, bytes: &[u8], lengths: &[u32]) {
        self.checker.keep(bytes, lengths);
    }
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

fn read_options(value: &Value) -> Result<Options, String> {
    let Value::Map(properties) = value else {
        return Err("options: must be an object".to_owned());
    };
    let mut options = Options::default();
    for (name, value) in properties {
        match name.as_str() {
            "format" => {
                let format = value.text().and_then(Format::read);
                options.format = Some(format.ok_or("options: format must be csv, tsv, ndjson, json or xlsx")?);
            }
            "encoding" => {
                let encoding = value.text().and_then(Encoding::read);
                let names = "utf-8, utf-16le, utf-16be or windows-1252";
                options.encoding = Some(encoding.ok_or_else(|| format!("options: encoding must be {names}"))?);
            }
            "delimiter" => {
                options.delimiter = Some(mark(value).ok_or("options: delimiter must be one character")?);
            }
            "quoteMark" if value.text() == Some("") => options.quote = Some(0),
            "quoteMark" => {
                options.quote = Some(mark(value).ok_or("options: quoteMark must be one character, or none")?);
            }
            "kind" => {
                let kind = value.text().and_then(RecordKind::read);
                options.kind = kind.ok_or("options: kind must be entry or file")?;
            }
            "columns" => options.columns = Some(read_columns(value)?),
            _ => return Err(format!("options: there is no option {name}")),
        }
    }
    Ok(options)
}

/// A character of one byte that ends no line.
fn mark(value: &Value) -> Option<u8> {
    match value.text()?.as_bytes() {
        [mark] if mark.is_ascii() && !matches!(mark, b'\r' | b'\n' | 0) => Some(*mark),
        _ => None,
    }
}

fn read_columns(value: &Value) -> Result<Vec<(String, String)>, String> {
    let Value::Map(columns) = value else {
        return Err("options: columns must be an object of headings and paths".to_owned());
    };
    let columns = columns.iter().map(|(heading, path)| Some((heading.clone(), path.text()?.to_owned())));
    columns.collect::<Option<_>>().ok_or_else(|| "options: columns must lead each heading to a path".to_owned())
}
