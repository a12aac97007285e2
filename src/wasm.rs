//! The whole JavaScript surface.

use serde::de::DeserializeSeed;
use wasm_bindgen::prelude::*;

use crate::calendar::Moment;
use crate::check::Options;
use crate::finding::{ClauseInfo, Finding, Report, RuleInfo};
use crate::policy::Policy;
use crate::record::value::Reading;
use crate::record::{CaseFile, Choice, Entry, FileKind, Shape, Value};

#[wasm_bindgen(typescript_custom_section)]
const TYPESCRIPT: &str = r#"
/** What can be checked. */
export type CaseRecord = Entry | CaseFile;
/** How soon after the event a record is to be written. */
export type Timescale = { hours: number } | { workingDays: number };
/** Another board's manual: what it calls itself and where each clause stands in it. */
export interface Standard { id: string; title: string; clauses: Record<string, string> }
/** What a check knows beside the record and the policy. */
export interface Options {
  /** The time that counts as now; the clock's when absent. */
  now?: string;
  /** The file that an entry belongs to: names, date of birth, other entries. */
  file?: CaseFile;
}
"#;

/// A policy, ready to check records by.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Checker {
    policy: Policy,
}

#[wasm_bindgen]
impl Checker {
    /// Reads the policy.
    ///
    /// # Errors
    /// Names the place in the policy that is not right, and the nearest right name.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Policy | undefined")] policy: JsValue,
    ) -> Result<Checker, JsError> {
        let policy =
            Policy::read(&read(policy, Reading::POLICY)).map_err(|error| JsError::new(&format!("policy: {error}")))?;
        Ok(Checker { policy })
    }

    /// Checks a record.
    ///
    /// # Errors
    /// When `now` in the options is no date. Never because of the record.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseRecord")] record: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsError> {
        let given = Given::read(options);
        let report: Report = crate::check::check(&read_record(record), &self.policy, given.options()?);
        write(&report)
    }

    /// Checks the words of a text by the rules that need nothing else.
    ///
    /// # Errors
    /// When `now` in the options is no date. Never because of the text.
    #[wasm_bindgen(js_name = checkText, unchecked_return_type = "Finding[]")]
    pub fn check_text(
        &self,
        text: &str,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<JsValue, JsError> {
        let given = Given::read(options);
        let findings: Vec<Finding> = crate::check::check_text(text, &self.policy, given.options()?);
        write(&findings)
    }

    /// The rule catalogue.
    ///
    /// # Errors
    /// None that is known; the signature is that of every export.
    #[wasm_bindgen(unchecked_return_type = "RuleInfo[]")]
    pub fn rules(&self) -> Result<JsValue, JsError> {
        let rules: Vec<RuleInfo> = crate::rules::catalogue(&self.policy);
        write(&rules)
    }

    /// The requirements of the standard in force, and which rules ask about each.
    ///
    /// # Errors
    /// None that is known; the signature is that of every export.
    #[wasm_bindgen(unchecked_return_type = "ClauseInfo[]")]
    pub fn clauses(&self) -> Result<JsValue, JsError> {
        let clauses: Vec<ClauseInfo> = crate::rules::coverage(&self.policy);
        write(&clauses)
    }
}

/// Throws the instance away. The next call from JavaScript is answered by a new one,
/// made from the module that is kept: for after a trap, which leaves an instance that
/// still answers and whose memory may be inconsistent.
#[wasm_bindgen]
pub fn renew() {
    wasm_bindgen::handler::schedule_reinit();
}

/// The options as they came.
struct Given {
    now: Value,
    file: Value,
}

impl Given {
    fn read(options: &JsValue) -> Given {
        let take = |name: &str| js_sys::Reflect::get(options, &name.into()).unwrap_or_default();
        let now = take("now").as_string().map_or(Value::Null, Value::Text);
        let file = take("file");
        Given {
            now,
            file: if file.is_undefined() {
                Value::Null
            } else {
                read(file, Reading::By(Shape::Group(CaseFile::PARTS)))
            },
        }
    }

    fn options(&self) -> Result<Options<'_>, JsError> {
        let now = self.now.text().and_then(Moment::read);
        let now = now.ok_or_else(|| JsError::new("options: now must be a date and time"))?;
        Ok(Options { now, file: (self.file != Value::Null).then_some(&self.file) })
    }
}

/// A record, by the shape that its kind has.
fn read_record(record: JsValue) -> Value {
    let kind = js_sys::Reflect::get(&record, &"kind".into()).ok().and_then(|kind| kind.as_string());
    let is_file = kind.as_deref().and_then(FileKind::read).is_some();
    read(record, Reading::By(Shape::Group(if is_file { CaseFile::PARTS } else { Entry::PARTS })))
}

/// A JavaScript value; a policy that is no JSON is [`Value::Other`] and refused.
fn read(value: JsValue, reading: Reading) -> Value {
    reading.deserialize(serde_wasm_bindgen::Deserializer::from(value)).unwrap_or(Value::Other)
}

fn write<T: serde::Serialize>(value: &T) -> Result<JsValue, JsError> {
    serde_wasm_bindgen::to_value(value).map_err(|_| JsError::new("the report could not be handed over"))
}
