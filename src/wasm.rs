//! The whole JavaScript surface.

use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, ArrayBuffer, Object};
use wasm_bindgen::prelude::*;

use crate::calendar::Moment;
use crate::check::steps::next;
use crate::check::{Options, check_in_steps};
use crate::finding::{ClauseInfo, Finding, Report, RuleInfo};
use crate::policy::Policy;
use crate::record::value::DEEPEST;
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
    #[allow(clippy::needless_pass_by_value, reason = "what is lent is lost where this call begins in a new instance")]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Policy | undefined")] policy: JsValue,
    ) -> Result<Checker, JsError> {
        let policy =
            Policy::read(&read(&policy, Reading::POLICY)).map_err(|error| JsError::new(&format!("policy: {error}")))?;
        Ok(Checker { policy: Rc::new(policy) })
    }

    /// Checks a record.
    ///
    /// # Errors
    /// When `now` in the options is no date. Never because of the record.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn check(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CaseRecord")] record: &JsValue,
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
        #[wasm_bindgen(unchecked_param_type = "CaseRecord")] record: &JsValue,
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
        let file = file.map(|file| read(&file, Reading::By(Shape::Group(CaseFile::PARTS))));
        Ok(Given { now, file: file.filter(|file| *file != Value::Null) })
    }

    fn options(&self) -> Options<'_> {
        Options { now: self.now, file: self.file.as_ref() }
    }
}

/// A record, by the shape that its kind has.
fn read_record(record: &JsValue) -> Value {
    let kind = js_sys::Reflect::get(record, &"kind".into()).ok().and_then(|kind| kind.as_string());
    let is_file = kind.as_deref().and_then(FileKind::read).is_some();
    read(record, Reading::By(Shape::Group(if is_file { CaseFile::PARTS } else { Entry::PARTS })))
}

/// How much of a JavaScript value is read.
#[derive(Clone, Copy)]
enum Reading {
    /// All of it, down to a depth; this many levels lie above.
    Whole(u8),
    /// What a value of that shape holds, and no more. An object can contain itself, many
    /// times over: read by its shape it costs no more than a record.
    By(Shape),
}

impl Reading {
    /// All of a policy, whose deepest setting lies five levels down.
    const POLICY: Reading = Reading::Whole(DEEPEST - 6);

    /// How the items of a list are read.
    fn of_items(self) -> Option<Reading> {
        match self {
            Reading::Whole(depth) => Some(Reading::Whole(depth + 1)),
            Reading::By(Shape::List(parts)) => Some(Reading::By(Shape::Group(parts))),
            Reading::By(Shape::ListOfWords) => Some(Reading::By(Shape::Words)),
            Reading::By(_) => None,
        }
    }

    /// How the property of that name is read.
    fn of_property(self, name: &str) -> Option<Reading> {
        match self {
            Reading::Whole(depth) => Some(Reading::Whole(depth + 1)),
            Reading::By(Shape::Group(parts)) => {
                let part = parts.iter().find(|part| part.name == name)?;
                Some(Reading::By(part.shape))
            }
            Reading::By(_) => None,
        }
    }
}

/// A JavaScript value, as JSON would hold it. What JSON cannot hold, a function or a symbol,
/// is [`Value::Other`] where it stands.
#[allow(clippy::cast_precision_loss, reason = "no record holds a number beyond 2^53")]
fn read(value: &JsValue, reading: Reading) -> Value {
    if matches!(reading, Reading::Whole(depth) if depth > DEEPEST) {
        return Value::Other;
    }
    if value.is_null() || value.is_undefined() {
        Value::Null
    } else if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(truth) = value.as_bool() {
        Value::Bool(truth)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Ok(number) = i64::try_from(value.clone()) {
        Value::Number(number as f64)
    } else if let Some(items) = value.dyn_ref::<Array>() {
        let read_all = |reading| items.iter().map(|item| read(&item, reading)).collect();
        Value::List(reading.of_items().map(read_all).unwrap_or_default())
    } else if value.is_object() && !ArrayBuffer::is_view(value) {
        let properties = Object::entries(value.unchecked_ref());
        let read_one = |property: JsValue| {
            let property: Array = property.unchecked_into();
            let name = property.get(0).as_string()?;
            let reading = reading.of_property(&name)?;
            Some((name, read(&property.get(1), reading)))
        };
        Value::Map(properties.iter().filter_map(read_one).collect())
    } else {
        Value::Other
    }
}

fn write<T: serde::Serialize>(value: &T) -> Result<JsValue, JsError> {
    serde_wasm_bindgen::to_value(value).map_err(|_| JsError::new("the report could not be handed over"))
}
