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

use toml::de::DeTable;

use super::condition::{Condition, Mistake};
use super::metric::{Dimension, Metric};
use super::overrides::is_mission_id;
use super::read::{Checked, Key, Reader, Value, unknown};
use crate::catalogue::{Group, Severity};
use crate::nearest::nearest;
use crate::reference::{by_alpha3, platform_types, support_offices};

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
            Dimension::Mission => is_mission_id(part),
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
                Some(Ok(_)) => Err(self.misread(key, item, dimension, &Mistake::Misplaced)),
                Some(Err(mistake)) => Err(self.misread(key, item, dimension, &mistake)),
                None => Err(self.misread(key, item, dimension, &Mistake::Form)),
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

    /// What is wrong with a condition, and what can be counted there.
    fn misread(
        &self,
        key: &Key<'_>,
        item: &Value<'_>,
        dimension: Option<Dimension>,
        mistake: &Mistake,
    ) -> Box<super::ConfigError> {
        let mut error = *self.invalid(key, item, mistake.hint());
        let there = || Metric::ALL.into_iter().filter(|it| it.is_of(dimension));
        let listed = |are_shares: bool| -> Vec<String> {
            let metrics = there().filter(|metric| metric.is_share() == are_shares);
            metrics.map(|metric| metric.code().to_owned()).collect()
        };
        error.lists = vec![("counts", listed(false)), ("shares", listed(true))];
        match mistake {
            Mistake::Metric(found) => {
                let close = nearest(found, there().map(Metric::code));
                let written = item.get_ref().as_str().unwrap_or_default();
                error.nearest = close.map(|close| written.replacen(found.as_str(), close, 1));
            }
            Mistake::Limit(metric, _) => {
                error.details.push(("metric", metric.code().to_owned()));
            }
            Mistake::Form | Mistake::Operator | Mistake::Misplaced => {}
        }
        Box::new(error)
    }
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
