//! `[audit]`: limits of what an audit counts, and what it counts by.
//!
//! ```toml
//! [audit]
//! error_if = ["faults > 0"]            # everything together
//! [audit.country]
//! warn_if = ["smt-attendance < 80%"]   # each country
//! [audit.rule.smt-com-absent]
//! error_if = ["failure-rate > 5%"]     # one rule
//! ```

use std::str::FromStr;

use toml::de::DeTable;

use super::metric::{Dimension, Metric};
use super::read::{Checked, Key, Reader, Value, unknown};
use crate::catalogue::{Group, Severity};
use crate::reference::{by_alpha3, platform_types, support_offices};

/// How a number is compared with its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
}

impl Operator {
    /// As settings write it; longer ones first.
    const ALL: [(Self, &'static str); 4] = [
        (Self::AtMost, "<="),
        (Self::AtLeast, ">="),
        (Self::Less, "<"),
        (Self::More, ">"),
    ];

    /// As settings write it.
    pub fn code(self) -> &'static str {
        let mut all = Self::ALL.into_iter();
        all.find(|(known, _)| *known == self)
            .map_or("", |(_, code)| code)
    }
}

/// A condition on a number of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Condition {
    /// The number.
    pub metric: Metric,
    /// How it is compared.
    pub operator: Operator,
    /// With what: thousandths, of a per cent where the number is a share.
    pub limit: u64,
}

/// A condition that must not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// Where it is set: a byte of the configuration.
    pub at: usize,
    /// Error or warning.
    pub severity: Severity,
    /// Of which groups; none = of everything together.
    pub dimension: Option<Dimension>,
    /// Of which one of them; none = of each.
    pub group: Option<String>,
    /// The condition.
    pub condition: Condition,
}

impl Threshold {
    /// The table of the configuration that it stands in.
    pub fn table(&self) -> String {
        let dimension = self.dimension.map(|dimension| dimension.code().to_owned());
        let group = self.group.as_ref().map(|group| {
            let is_bare = |sign: u8| sign.is_ascii_alphanumeric() || matches!(sign, b'-' | b'_');
            if group.bytes().all(is_bare) {
                group.clone()
            } else {
                format!("\"{group}\"")
            }
        });
        let parts = ["audit".to_owned()].into_iter();
        parts
            .chain(dimension)
            .chain(group)
            .collect::<Vec<_>>()
            .join(".")
    }
}

/// More digits than any count has.
const DIGITS: usize = 12;

impl FromStr for Condition {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let sign = |(_, code): &(Operator, &str)| text.contains(code);
        let (operator, code) = Operator::ALL.into_iter().find(sign).ok_or(())?;
        let (metric, limit) = text.split_once(code).ok_or(())?;
        let metric = metric.trim();
        let mut metrics = Metric::ALL.into_iter();
        let metric = metrics.find(|known| known.code() == metric).ok_or(())?;
        let limit = limit.trim();
        let (number, is_share) = limit
            .strip_suffix('%')
            .map_or((limit, false), |number| (number.trim_end(), true));
        let limit = thousandths(number).filter(|_| is_share == metric.is_share());
        Ok(Self {
            metric,
            operator,
            limit: limit.ok_or(())?,
        })
    }
}

fn thousandths(number: &str) -> Option<u64> {
    let (whole, part) = number.split_once('.').unwrap_or((number, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    if !are_digits(whole) || !are_digits(part) || whole.len() > DIGITS || part.len() > 3 {
        return None;
    }
    let part = format!("{part:0<3}");
    Some(whole.parse::<u64>().ok()? * 1000 + part.parse::<u64>().ok()?)
}

impl std::fmt::Display for Condition {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (whole, part) = (self.limit / 1000, format!("{:03}", self.limit % 1000));
        let part = part.trim_end_matches('0');
        let dot = if part.is_empty() { "" } else { "." };
        let sign = if self.metric.is_share() { "%" } else { "" };
        let (metric, operator) = (self.metric.code(), self.operator.code());
        write!(f, "{metric} {operator} {whole}{dot}{part}{sign}")
    }
}

const KEYS: [&str; 2] = ["error_if", "warn_if"];

impl Reader<'_> {
    pub(super) fn audit(&mut self, key: &Key<'_>, value: &Value<'_>) -> Checked<()> {
        let table = self.table(key, value, "audit")?;
        for (key, value) in table {
            if let Some(severity) = severity_of(key) {
                self.thresholds(key, value, severity, None, None);
            } else if let Ok(dimension) = key.get_ref().parse() {
                let inner = self.table(key, value, "audit");
                if let Some(inner) = self.kept(inner) {
                    self.audit_by(inner, dimension);
                }
            } else {
                let names = Dimension::ALL.map(Dimension::code);
                let known: Vec<&str> = KEYS.into_iter().chain(names).collect();
                self.errors.push(*unknown("setting", key, &known));
            }
        }
        Ok(())
    }

    fn audit_by(&mut self, table: &DeTable<'_>, dimension: Dimension) {
        for (key, value) in table {
            if let Some(severity) = severity_of(key) {
                self.thresholds(key, value, severity, Some(dimension), None);
                continue;
            }
            let group = self.audit_group(key, dimension);
            let inner = self.table(key, value, "audit");
            let (Some(group), Some(inner)) = (self.kept(group), self.kept(inner)) else {
                continue;
            };
            for (key, value) in inner {
                match severity_of(key) {
                    Some(severity) => {
                        self.thresholds(key, value, severity, Some(dimension), Some(&group));
                    }
                    None => self.errors.push(*unknown("setting", key, &KEYS)),
                }
            }
        }
    }

    /// The key of a group that can exist: a misspelt one would never be compared.
    fn audit_group(&self, key: &Key<'_>, dimension: Dimension) -> Checked<String> {
        let text = key.get_ref().as_ref();
        let rules = || self.rules.iter();
        let options: Vec<&str> = match dimension {
            Dimension::Rule => rules().map(|rule| rule.id).collect(),
            Dimension::Family => Group::ALL.map(Group::code).to_vec(),
            Dimension::RegionalOffice => support_offices().iter().map(|it| &*it.id).collect(),
            Dimension::PlatformType => platform_types().iter().map(|it| &*it.code).collect(),
            Dimension::Country | Dimension::Month | Dimension::Mission => Vec::new(),
        };
        let is_part = |part: &str| match dimension {
            Dimension::Country => by_alpha3(part).is_some(),
            Dimension::Month => is_month(part),
            Dimension::Mission => is_mission(part),
            _ => options.contains(&part),
        };
        let is_joined = dimension == Dimension::Country || !options.is_empty();
        let known = if is_joined {
            text.split('+').all(is_part)
        } else {
            is_part(text)
        };
        if known {
            Ok(text.to_owned())
        } else if options.is_empty() {
            let hint = match dimension {
                Dimension::Country => "country",
                Dimension::Month => "month",
                _ => "mission",
            };
            let error = super::ConfigError::new(
                &crate::catalogue::builtin::CONFIG_INVALID_VALUE,
                key.span(),
                text,
            );
            Err(Box::new(super::ConfigError {
                key: dimension.code().to_owned(),
                ..error.hinting(hint)
            }))
        } else {
            Err(unknown("setting", key, &options))
        }
    }

    fn thresholds(
        &mut self,
        key: &Key<'_>,
        value: &Value<'_>,
        severity: Severity,
        dimension: Option<Dimension>,
        group: Option<&str>,
    ) {
        let Some(list) = value.get_ref().as_array() else {
            let error = self.invalid(key, value, "thresholds");
            self.errors.push(*error);
            return;
        };
        for item in list {
            let condition = item.get_ref().as_str().map(str::parse::<Condition>);
            let read = match condition {
                Some(Ok(condition)) if condition.metric.is_of(dimension) => Ok(condition),
                Some(Ok(_)) => Err(self.misplaced(key, item, dimension)),
                Some(Err(())) | None => Err(self.no_condition(key, item, dimension)),
            };
            if let Some(condition) = self.kept(read) {
                self.settings.audit.push(Threshold {
                    at: item.span().start,
                    severity,
                    dimension,
                    group: group.map(str::to_owned),
                    condition,
                });
            }
        }
    }

    fn no_condition(
        &self,
        key: &Key<'_>,
        item: &Value<'_>,
        dimension: Option<Dimension>,
    ) -> Box<super::ConfigError> {
        let error = *self.invalid(key, item, "threshold");
        Box::new(error.with("metrics", metrics_of(dimension)))
    }

    fn misplaced(
        &self,
        key: &Key<'_>,
        item: &Value<'_>,
        dimension: Option<Dimension>,
    ) -> Box<super::ConfigError> {
        let error = *self.invalid(key, item, "threshold-metric");
        Box::new(error.with("metrics", metrics_of(dimension)))
    }
}

fn metrics_of(dimension: Option<Dimension>) -> String {
    let metrics = Metric::ALL.into_iter();
    let there = metrics.filter(|metric| metric.is_of(dimension));
    there.map(Metric::code).collect::<Vec<_>>().join(", ")
}

fn severity_of(key: &Key<'_>) -> Option<Severity> {
    match key.get_ref().as_ref() {
        "error_if" => Some(Severity::Error),
        "warn_if" => Some(Severity::Warning),
        _ => None,
    }
}

fn is_month(text: &str) -> bool {
    let day = format!("{text}-01");
    text.len() == 7 && crate::calendar::parse_day(&day).is_some()
}

fn is_mission(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_lowercase())
        && (2..=32).contains(&text.len())
        && text
            .bytes()
            .all(|it| it.is_ascii_lowercase() || it.is_ascii_digit() || it == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_read_and_written() {
        for (text, written) in [
            ("errors > 5", Some("errors > 5")),
            ("smt-attendance<80%", Some("smt-attendance < 80%")),
            ("failure-rate >= 2.50 %", Some("failure-rate >= 2.5%")),
            ("findings <= 0", Some("findings <= 0")),
            ("errors > 5%", None),
            ("smt-attendance < 80", None),
            ("errors = 5", None),
            ("errors > -1", None),
            ("errors > 1.2345", None),
            ("errors > 9999999999999", None),
            ("error > 5", None),
            ("> 5", None),
            ("errors >", None),
            ("errors > 5 > 6", None),
        ] {
            let read = text.parse::<Condition>().ok();
            assert_eq!(
                read.map(|condition| condition.to_string()).as_deref(),
                written,
                "{text}"
            );
        }
    }
}
