//! Settings of a run.

mod allow;
mod audit;
mod baseline;
mod condition;
mod exception;
mod file;
mod held;
mod kinds;
mod metric;
mod overrides;
mod platforms;
mod read;
mod rules;
mod schema;
mod scope;
mod show;
mod source;
mod wording;

use std::collections::BTreeMap;

pub use allow::{AllowSetting, RecordScope, is_allowable};
pub use audit::Threshold;
pub use baseline::{BASELINE, BASELINE_VERSION, Baseline, BaselineEntry, parse_baseline};
pub use condition::{Condition, Operator};
pub use exception::{Exception, with_exceptions};
pub use file::parse;
pub use held::HeldBack;
pub use kinds::KindSetting;
pub use metric::{Dimension, Metric};
pub use overrides::Override;
pub(crate) use overrides::is_mission_id;
pub use platforms::PlatformName;
pub use read::ConfigError;
pub use schema::schema;
pub use scope::{Coverage, Globs, Home, covers, plain_glob};
pub use show::{Effective, parameters};
pub use source::{Source, plain};
pub use wording::{LANGUAGES, WordingSetting};

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

impl Level {
    /// As the configuration writes it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Severity(severity) => severity.code(),
            Self::Off => "off",
        }
    }
}

/// A setting with its place in the configuration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set<T> {
    /// What it is set to.
    pub value: T,
    /// Where it is set: a byte of the configuration.
    pub at: usize,
}

/// Levels by rule.
pub type Levels = BTreeMap<String, Set<Level>>;

/// Parameters by table and key.
pub type Parameters = BTreeMap<(String, String), Set<ParamValue>>;

/// Everything that decides what is checked and how much findings weigh.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Settings {
    /// The day of the run, where the configuration sets it.
    pub as_of: Option<Day>,
    /// The file with findings that were there when checking began, relative to the configuration.
    pub baseline: Option<String>,
    /// What to check when no path is given.
    pub paths: Vec<String>,
    /// Globs of files that are not checked.
    pub exclude: Vec<String>,
    /// Kinds of records besides those of the record contract.
    pub kinds: Vec<KindSetting>,
    /// Findings that are accepted.
    pub allow: Vec<AllowSetting>,
    /// Levels that differ from the rules' own.
    pub levels: Levels,
    /// Parameters that differ from their defaults, by table and key.
    pub parameters: Parameters,
    /// What differs in some missions or files, in the order of the configuration: later ones win.
    pub overrides: Vec<Override>,
    /// What types of platforms are called in some missions.
    pub platform_names: Vec<PlatformName>,
    /// Files with wording of one's own.
    pub messages: Vec<WordingSetting>,
    /// Limits of what an audit counts.
    pub audit: Vec<Threshold>,
    /// Where keys are set that belong to no table, in bytes of the configuration.
    pub places: BTreeMap<&'static str, usize>,
    /// What paths are relative to; set by who read the configuration.
    pub home: Home,
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
        set.map_or(param.value, |(_, set)| set.value)
    }

    fn level(&self, rule: &Meta) -> Option<Level> {
        self.levels.get(rule.id).map(|set| set.value)
    }

    /// Whether a rule is applied, overrides aside.
    pub fn is_on(&self, rule: &Meta) -> bool {
        self.level(rule) != Some(Level::Off)
    }

    /// What a finding weighs, overrides aside, given what the rule would give it.
    pub fn severity(&self, rule: &Meta, own: Severity) -> Severity {
        scope::weigh(self.level(rule), rule, own)
    }
}
