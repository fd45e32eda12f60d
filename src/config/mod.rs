//! Settings of a run.

mod allow;
mod file;
mod kinds;
mod source;

use std::collections::BTreeMap;

pub use allow::{AllowSetting, RecordScope, is_allowable};
pub use file::{ConfigError, parse};
pub use kinds::KindSetting;
pub use source::{Source, plain};

use crate::calendar::Day;
use crate::catalogue::{Meta, Param, ParamValue, Severity};

/// What a rule does to the outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Findings weigh this much (lowered ones one step less).
    Severity(Severity),
    /// The rule is not applied.
    Off,
}

/// Everything that decides what is checked and how much findings weigh.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// The day of the run, where the configuration sets it.
    pub as_of: Option<Day>,
    /// What to check when no path is given.
    pub paths: Vec<String>,
    /// Globs of files that are not checked.
    pub exclude: Vec<String>,
    /// Kinds of records besides those of the record contract.
    pub kinds: Vec<KindSetting>,
    /// Findings that are accepted.
    pub allow: Vec<AllowSetting>,
    /// Levels that differ from the rules' own.
    pub levels: BTreeMap<String, Level>,
    /// Parameters that differ from their defaults, by table and key.
    pub parameters: BTreeMap<(String, String), ParamValue>,
}

impl Settings {
    /// A whole-number parameter.
    pub fn number(&self, param: &Param) -> i64 {
        match self.value(param) {
            ParamValue::Number(number, ..) => number,
            ParamValue::Flag(flag) => i64::from(flag),
        }
    }

    /// A switch.
    pub fn flag(&self, param: &Param) -> bool {
        match self.value(param) {
            ParamValue::Number(number, ..) => number != 0,
            ParamValue::Flag(flag) => flag,
        }
    }

    fn value(&self, param: &Param) -> ParamValue {
        let set = self
            .parameters
            .iter()
            .find(|((table, key), _)| table == param.table && key == param.key);
        set.map_or(param.value, |(_, value)| *value)
    }

    /// Whether a rule is applied.
    pub fn is_on(&self, rule: &Meta) -> bool {
        self.levels.get(rule.id) != Some(&Level::Off)
    }

    /// What a finding weighs, given what the rule would give it.
    pub fn severity(&self, rule: &Meta, own: Severity) -> Severity {
        match self.levels.get(rule.id) {
            Some(Level::Severity(severity)) if own == rule.severity => *severity,
            // An exception lowered it: it stays below what was set.
            Some(Level::Severity(severity)) => severity.lowered(),
            _ => own,
        }
    }
}
