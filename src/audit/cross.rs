//! Countries by families of rules.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::geography::Geography;
use super::{Audit, Dimension, Ratio, check_of};
use crate::catalogue::Scope;
use crate::overview::NONE;
use crate::report::Report;
use crate::rules::Tally;

/// The numbers of the rules of a family in a country.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Part {
    /// Checks.
    pub checks: Tally,
    /// Checks that have found something that counts.
    pub failed: u64,
    /// Findings that count.
    pub findings: u64,
}

/// By country and family, each by its key.
pub type Cross = BTreeMap<(Arc<str>, Arc<str>), Part>;

impl Part {
    /// Checks that failed, of all that apply.
    pub fn failure_rate(&self) -> Option<Ratio> {
        Ratio::new(self.failed, self.checks.applicable)
    }
}

/// Takes the check of a file from where nothing belongs, to count it where its finding is.
fn take_file(cross: &mut Cross, (country, family): &(Arc<str>, Arc<str>)) -> bool {
    let nowhere = cross.get_mut(&(NONE.into(), family.clone()));
    **country != *NONE && nowhere.is_some_and(|part| part.checks.take_run())
}

impl Audit {
    /// The numbers of every country by family: sums over families are those of the country, sums over countries those
    /// of the family. `report` is the one that the audit is of.
    pub fn by_country_and_family(&self, report: &Report) -> Cross {
        let mut cross = Cross::new();
        self.add_checks(report, &mut cross);
        let mut failed = BTreeSet::new();
        for (found, keys) in report.findings.iter().zip(&self.keys) {
            let key = (keys.place.country.clone(), keys.family.clone());
            if found.suppressed.is_none() {
                cross.entry(key.clone()).or_default().findings += 1;
            }
            if let Some(check) = check_of(found)
                && failed.insert(check)
            {
                let cell = found.cell.as_ref();
                let moved = found.rule.scope == Scope::Document
                    && cell.is_none_or(|cell| !cell.in_mission)
                    && take_file(&mut cross, &key);
                let part = cross.entry(key).or_default();
                part.failed += 1;
                if moved {
                    part.checks += Tally::of_run(1);
                }
            }
        }
        cross
    }

    fn add_checks(&self, report: &Report, cross: &mut Cross) {
        let geography = Geography::of(report);
        let mut families: BTreeMap<&str, Arc<str>> = BTreeMap::new();
        let mut entries: BTreeMap<Arc<str>, (u64, u64)> = BTreeMap::new();
        for count in &report.rules {
            let family: Arc<str> = count.rule.group.code().into();
            let (of_records, of_files) = entries.entry(family.clone()).or_default();
            *of_records += u64::from(count.rule.scope == Scope::Record);
            *of_files += u64::from(count.rule.scope == Scope::Document);
            families.insert(count.rule.id, family);
        }
        let mut counted: BTreeMap<Arc<str>, Tally> = BTreeMap::new();
        let mut add = |country: &Arc<str>, family: &Arc<str>, tally: Tally| {
            let part = cross.entry((country.clone(), family.clone()));
            part.or_default().checks += tally;
            *counted.entry(family.clone()).or_default() += tally;
        };
        for mission in &report.counts {
            let country = &geography.place(mission.id.as_deref()).country;
            for (rule, tally) in &mission.rules {
                if let Some(family) = families.get(rule) {
                    add(country, family, *tally);
                }
            }
            for (family, (of_records, of_files)) in &entries {
                let checks = mission.records * of_records + mission.texts * of_files;
                if checks > 0 {
                    add(country, family, Tally::of_run(checks));
                }
            }
        }
        // Schemas are in no country, nor are files of several missions.
        for group in self.table(Dimension::Family) {
            let (all, there) = (group.numbers.checks, counted.get(&group.key));
            let there = there.copied().unwrap_or_default();
            let rest = Tally {
                applicable: all.applicable.saturating_sub(there.applicable),
                run: all.run.saturating_sub(there.run),
                blocked: all.blocked.saturating_sub(there.blocked),
            };
            if rest != Tally::default() {
                let part = cross.entry((NONE.into(), group.key.clone()));
                part.or_default().checks += rest;
            }
        }
    }
}
