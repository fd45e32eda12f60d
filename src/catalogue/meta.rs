//! What is known about one kind of finding.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::Example;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// Coordination of development: the United Nations Country Team and its groups.
    Development,
    /// Whether somebody represents the organization where it should be represented.
    Coverage,
    /// Coordination below the national level.
    Subnational,
    /// Names that are superseded, ambiguous or not canonical.
    Terminology,
    /// The organization's own structure and frameworks.
    Organization,
    /// Records that are late, old or unfinished.
    Timeliness,
    /// Data that should not be in the records.
    Protection,
    /// The settings of the run.
    Config,
}

impl Scope {
    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Record => "record",
            Self::Subject => "subject",
            Self::Config => "config",
            Self::Schema => "schema",
        }
    }
}

impl Group {
    /// All, in the order of the catalogue.
    pub const ALL: [Self; 13] = [
        Self::Syntax,
        Self::Schema,
        Self::Integrity,
        Self::Security,
        Self::Humanitarian,
        Self::Development,
        Self::Coverage,
        Self::Subnational,
        Self::Terminology,
        Self::Organization,
        Self::Timeliness,
        Self::Protection,
        Self::Config,
    ];

    /// Its name in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Schema => "schema",
            Self::Integrity => "integrity",
            Self::Security => "security",
            Self::Humanitarian => "humanitarian",
            Self::Development => "development",
            Self::Coverage => "coverage",
            Self::Subnational => "subnational",
            Self::Terminology => "terminology",
            Self::Organization => "organization",
            Self::Timeliness => "timeliness",
            Self::Protection => "protection",
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

/// How binding the statements are that an entry rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Mandatory.
    Mandatory,
    /// Should, expected.
    Should,
    /// Usual.
    Usual,
    /// May, permitted.
    May,
    /// Contextual or descriptive.
    Contextual,
    /// Stated by no source on policy: our inference, or the form of the data.
    Inferred,
}

impl Strength {
    /// All, the most binding first.
    pub const ALL: [Self; 6] = [
        Self::Mandatory,
        Self::Should,
        Self::Usual,
        Self::May,
        Self::Contextual,
        Self::Inferred,
    ];

    /// Its code in the catalogue.
    pub fn code(self) -> &'static str {
        match self {
            Self::Mandatory => "mandatory",
            Self::Should => "should",
            Self::Usual => "usual",
            Self::May => "may",
            Self::Contextual => "contextual",
            Self::Inferred => "inferred",
        }
    }
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
    /// What the page shows.
    pub example: Example,
    /// The sources it rests on, in words.
    pub source: &'static str,
    /// Numbers of the statements of the sources that it checks, such as `N38`, in ascending order; none for what
    /// only follows from the data, or from a public document that was not divided into statements.
    pub statements: &'static [&'static str],
    /// How binding is what it rests on.
    pub strength: Strength,
    /// The policy pack it belongs to, which decides on which days it judges; none for what holds of any data.
    pub pack: Option<&'static str>,
    /// Further packs it rests on: they are named beside it, and decide nothing.
    pub also_packs: &'static [&'static str],
    /// Its thresholds.
    pub params: &'static [&'static Param],
}

impl Meta {
    /// All packs it rests on: the one that decides first.
    pub fn packs(&self) -> impl Iterator<Item = &'static str> {
        self.pack.into_iter().chain(self.also_packs.iter().copied())
    }
}

/// An entry that the catalogue of rules names though no rule checks it.
#[derive(Debug)]
pub struct NotCheckable {
    /// The id that a rule would have.
    pub id: &'static str,
    /// Numbers of the statements concerned.
    pub statements: &'static [&'static str],
    /// Why it cannot be checked.
    pub reason: &'static str,
}
