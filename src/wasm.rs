//! The whole JavaScript surface.

use std::pin::Pin;
use std::rc::Rc;

use serde::de::DeserializeSeed;
use wasm_bindgen::prelude::*;

use crate::calendar::Moment;
use crate::check::steps::next;
use crate::check::{Options, check_in_steps};
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
    policy: Rc<Policy>,
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
        Ok(Checker { policy: Rc::new(policy) })
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
        let mut checking = self.begin(record, options)?;
        loop {
            let report = checking.step()?;
            if !report.is_undefined() {
                return Ok(report);
            }
        }
    }

    /// Begins to check a record.
    ///
    /// # Errors
    /// As `check` does.
    pub fn begin(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseRecord")] record: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Options")] options: &JsValue,
    ) -> Result<Checking, JsError> {
        let given = Given::read(options)?;
        let record = read_record(record);
        let policy = Rc::clone(&self.policy);
        let report = async move { check_in_steps(&record, &policy, given.options(), None).await };
        Ok(Checking { report: Box::pin(report) })
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
        let findings: Vec<Finding> = crate::check::check_text(text, &self.policy, Given::read(options)?.options());
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

/// A check under way, between whose steps a page may do something else.
#[wasm_bindgen]
pub struct Checking {
    report: Pin<Box<dyn Future<Output = Report>>>,
}

#[wasm_bindgen]
impl Checking {
    /// Takes the next step; gives the report with the last.
    ///
    /// # Errors
    /// None that is known; the signature is that of every export.
    #[wasm_bindgen(unchecked_return_type = "Report | undefined")]
    pub fn step(&mut self) -> Result<JsValue, JsError> {
        next(self.report.as_mut()).map_or(Ok(JsValue::UNDEFINED), |report| write(&report))
    }
}

/// Throws the instance away. The next call from JavaScript is answered by a new one,
/// made from the module that is kept: for after a trap, which leaves an instance that
/// still answers and whose memory may be inconsistent.
#[wasm_bindgen]
pub fn renew() {
    wasm_bindgen::handler::schedule_reinit();
}

/// The options, read.
struct Given {
    now: Moment,
    file: Option<Value>,
}

impl Given {
    fn read(options: &JsValue) -> Result<Given, JsError> {
        let take = |name: &str| js_sys::Reflect::get(options, &name.into()).unwrap_or_default();
        let now = take("now").as_string().as_deref().and_then(Moment::read);
        let now = now.ok_or_else(|| JsError::new("options: now must be a date and time"))?;
        let file = Some(take("file")).filter(|file| !file.is_undefined());
        let file = file.map(|file| read(file, Reading::By(Shape::Group(CaseFile::PARTS))));
        Ok(Given { now, file: file.filter(|file| *file != Value::Null) })
    }

    fn options(&self) -> Options<'_> {
        Options { now: self.now, file: self.file.as_ref() }
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
