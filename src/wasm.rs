//! The whole JavaScript surface.

use wasm_bindgen::prelude::*;

use crate::calendar::Moment;
use crate::check::Options;
use crate::finding::{Finding, Report, RuleInfo};
use crate::policy::Policy;
use crate::record::Value;

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
        let policy = Policy::read(&read(policy)).map_err(|error| JsError::new(&format!("policy: {error}")))?;
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
        #[wasm_bindgen(unchecked_param_type = "Options")] options: JsValue,
    ) -> Result<JsValue, JsError> {
        let given = Given::read(options);
        let report: Report = crate::check::check(&read(record), &self.policy, given.options()?);
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
        #[wasm_bindgen(unchecked_param_type = "Options")] options: JsValue,
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
}

/// The options as they came.
struct Given {
    now: Value,
    file: Value,
}

impl Given {
    fn read(options: JsValue) -> Given {
        let options = read(options);
        let take = |name| options.get(name).cloned().unwrap_or_default();
        Given { now: take("now"), file: take("file") }
    }

    fn options(&self) -> Result<Options<'_>, JsError> {
        let now = self.now.text().and_then(Moment::read);
        let now = now.ok_or_else(|| JsError::new("options: now must be a date and time"))?;
        Ok(Options { now, file: (self.file != Value::Null).then_some(&self.file) })
    }
}

/// Any JavaScript value; what is no JSON (a function, a symbol) is [`Value::Other`].
fn read(value: JsValue) -> Value {
    serde_wasm_bindgen::from_value(value).unwrap_or(Value::Other)
}

fn write<T: serde::Serialize>(value: &T) -> Result<JsValue, JsError> {
    serde_wasm_bindgen::to_value(value).map_err(|_| JsError::new("the report could not be handed over"))
}
