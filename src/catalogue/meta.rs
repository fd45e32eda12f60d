//! What is known about one kind of finding.

use std::fmt;
use std::str::FromStr;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing.
    Advice,
    /// Should be put right.
    Warning,
    /// Must be put right: the mission is not ready.
    Error,
}

impl Severity {
    /// All, heaviest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Advice];

    /// Its name in reports and options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Advice => "advice",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The next lighter one; advice stays advice.
    #[must_use]
    pub fn lowered(self) -> Self {
        match self {
            Self::Error => Self::Warning,
            Self::Warning | Self::Advice => Self::Advice,
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl FromStr for Severity {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL
            .into_iter()
            .find(|severity| severity.code() == text)
            .ok_or(())
    }
}

/// The family an entry belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Not JSON at all.
    Syntax,
    /// Does not have the shape of a record.
    Schema,
    /// Records contradict each other or themselves.
    Integrity,
    /// Security management.
    Security,
    /// Humanitarian coordination.
    Humanitarian,
    /// The settings of the run.
    Config,
}

impl Group {
    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Schema => "schema",
            Self::Integrity => "integrity",
            Self::Security => "security",
            Self::Humanitarian => "humanitarian",
            Self::Config => "config",
        }
    }
}

/// What one application of an entry is about, for the counts of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One document (or line of NDJSON).
    Document,
    /// One record.
    Record,
    /// What the rule says it judges, one by one.
    Subject,
    /// The configuration.
    Config,
    /// One file of a schema that the user brings.
    Schema,
}

/// The default of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParamValue {
    /// A whole number, with the least and the greatest allowed.
    Number(i64, i64, i64),
    /// A switch.
    Flag(bool),
}

/// A threshold or switch that a policy owner may change.
#[derive(Debug)]
pub struct Param {
    /// Table in `[parameters]`: a rule id, or a name several rules share.
    pub table: &'static str,
    /// Key in that table.
    pub key: &'static str,
    /// The default.
    pub value: ParamValue,
    /// What it means, with its unit.
    pub doc: &'static str,
}

/// One kind of finding.
#[derive(Debug)]
pub struct Meta {
    /// Kebab-case name; never changes meaning.
    pub id: &'static str,
    /// Its family.
    pub group: Group,
    /// The severity unless the configuration says otherwise.
    pub severity: Severity,
    /// What it is applied to.
    pub scope: Scope,
    /// One sentence naming the bad condition.
    pub summary: &'static str,
    /// What it checks, why, exceptions: Markdown with `##` headings.
    pub page: &'static str,
    /// Statements and sources it rests on.
    pub source: &'static str,
    /// The policy pack it belongs to; none for what holds of any data.
    pub pack: Option<&'static str>,
    /// Its thresholds.
    pub params: &'static [&'static Param],
}
