//! A report in numbers: by country, regional office, rule, family, type of platform, month and mission.
//!
//! Every finding, every check, every fault of the run is in exactly one group of each dimension: sums over groups are the
//! totals. What belongs nowhere is in a group of its own: [`NONE`] and the words beside it.

mod cross;
mod dimension;
mod earlier;
mod geography;
mod numbers;
mod since;
mod threshold;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub use cross::{Cross, Part};
pub use dimension::{Dimension, Keys};
pub use earlier::{EarlierAudit, parse_audit};
pub use numbers::{Findings, Missions, Numbers, Ratio};
pub use since::{Apart, Comparison, News, Then};
pub use threshold::{Breach, Compared, Measured};

use crate::catalogue::{Scope, Severity};
use crate::overview::{MissionCounts, NONE, Slice, UNKNOWN};
use crate::report::{Found, INTERRUPTED, Report};
use crate::rules::Tally;
use geography::{Geography, Place};

/// A report in numbers.
#[derive(Debug, Clone, Default)]
pub struct Audit {
    /// Whether it shows what would be masked.
    pub revealed: bool,
    /// Over everything.
    pub totals: Numbers,
    /// Whether not all that is there was judged: more may be found in any group.
    pub is_partial: bool,
    /// By each dimension, in the order of [`Dimension::ALL`].
    pub tables: Vec<Table>,
    /// The groups of each finding, in the order of the report.
    pub keys: Vec<Keys>,
    /// The thresholds of the configuration, in its order.
    pub thresholds: Vec<Compared>,
    /// What has changed since an earlier audit; none unless they are compared.
    pub comparison: Option<Comparison>,
}

/// The groups of a dimension.
#[derive(Debug, Clone)]
pub struct Table {
    /// What groups by.
    pub dimension: Dimension,
    /// In order of their keys.
    pub groups: Vec<Group>,
}

/// A group of a dimension.
#[derive(Debug, Clone)]
pub struct Group {
    /// What its members have in common.
    pub key: Arc<str>,
    /// The groups of other dimensions that all of it is in: the offices of a country, the family of a rule.
    pub within: Vec<(Dimension, Arc<str>)>,
    /// Its numbers.
    pub numbers: Numbers,
    /// What it was in an earlier audit; none unless they are compared.
    pub then: Option<Then>,
}

impl Audit {
    /// The numbers of a report that was made for which missions were counted. `revealed` says that
    /// nothing is masked in it.
    pub fn of(report: &Report, revealed: bool) -> Self {
        let geography = Geography::of(report);
        let mut counting = Counting::new();
        counting.add_missions(report, &geography);
        counting.add_not_judged(report, &geography);
        counting.add_rules(report);
        let keys: Vec<Keys> = report
            .findings
            .iter()
            .map(|found| Keys::of(found, &geography))
            .collect();
        counting.add_findings(report, &keys);
        counting.add_faults(report.faults.len() as u64);
        let mut audit = Self {
            revealed,
            is_partial: is_partial(report),
            ..counting.finish(keys)
        };
        audit.tell_within(&geography);
        audit
    }

    fn tell_within(&mut self, geography: &Geography) {
        for table in &mut self.tables {
            for group in &mut table.groups {
                group.within = match table.dimension {
                    Dimension::Mission | Dimension::Country => {
                        geography.within(table.dimension, &group.key)
                    }
                    Dimension::Rule => family_of(&group.key),
                    _ => Vec::new(),
                };
            }
        }
    }

    /// The groups of a dimension.
    pub fn table(&self, dimension: Dimension) -> &[Group] {
        let table = self
            .tables
            .iter()
            .find(|table| table.dimension == dimension);
        table.map_or(&[], |table| &table.groups)
    }
}

/// Numbers while they are counted.
struct Counting {
    totals: Numbers,
    groups: BTreeMap<Dimension, BTreeMap<Arc<str>, Numbers>>,
}

impl Counting {
    fn new() -> Self {
        let groups = Dimension::ALL.map(|dimension| (dimension, BTreeMap::new()));
        Self {
            totals: Numbers::of_everything(),
            groups: groups.into(),
        }
    }

    fn group(&mut self, dimension: Dimension, key: &Arc<str>) -> &mut Numbers {
        let groups = self.groups.entry(dimension).or_default();
        let numbers = groups.entry(key.clone());
        numbers.or_insert_with(|| Numbers::of(dimension))
    }

    /// Changes the totals and the group in each dimension.
    fn everywhere(&mut self, keys: &Keys, change: impl Fn(&mut Numbers)) {
        change(&mut self.totals);
        for dimension in Dimension::ALL {
            change(self.group(dimension, keys.key(dimension)));
        }
    }

    /// Records, checks of rules and of records, platforms and meetings.
    fn add_missions(&mut self, report: &Report, geography: &Geography) {
        let of = |scope| {
            let rules = report.rules.iter();
            rules.filter(|count| count.rule.scope == scope).count() as u64
        };
        let (entries, of_files) = (of(Scope::Record), of(Scope::Document));
        let ready = ready_missions(report);
        for mission in &report.counts {
            let place = geography.place(mission.id.as_deref());
            let whole = Slice {
                records: mission.records,
                checks: sum(mission.rules.values()),
                coverage: mission.coverage,
            };
            let missions = match &mission.id {
                Some(id) if mission.records > 0 => Missions {
                    all: 1,
                    ready: u64::from(ready.contains(id.as_ref())),
                    not_judged: 0,
                },
                _ => Missions::default(),
            };
            self.totals.add_slice(&whole, entries);
            self.totals.add_missions(missions);
            for (dimension, key) in place.keys() {
                let numbers = self.group(dimension, key);
                numbers.add_slice(&whole, entries);
                numbers.add_missions(missions);
            }
            self.add_slices(mission, entries);
            self.add_files(place, Tally::of_run(mission.texts * of_files));
        }
    }

    /// Records of missions that were not judged: of which platforms and months they are is not known, and nothing was
    /// checked.
    fn add_not_judged(&mut self, report: &Report, geography: &Geography) {
        for left in &report.not_judged {
            let missions = Missions {
                all: u64::from(left.mission.is_some()),
                ready: 0,
                not_judged: u64::from(left.mission.is_some()),
            };
            self.totals.add_records(left.records);
            self.totals.add_missions(missions);
            let place = geography.place(left.mission.as_deref());
            for (dimension, key) in place.keys() {
                let numbers = self.group(dimension, key);
                numbers.add_records(left.records);
                numbers.add_missions(missions);
            }
            for dimension in [Dimension::PlatformType, Dimension::Month] {
                self.group(dimension, &UNKNOWN.into())
                    .add_records(left.records);
            }
        }
    }

    /// Checks of files that are of one mission: of no platform, and of no month.
    fn add_files(&mut self, place: &Place, checks: Tally) {
        if checks == Tally::default() {
            return;
        }
        let keys = Keys {
            place: place.clone(),
            ..Keys::nowhere()
        };
        self.totals.checks += checks;
        let others = Dimension::ALL.into_iter();
        for dimension in others.filter(|dimension| !dimension.is_of_rules()) {
            self.group(dimension, keys.key(dimension)).checks += checks;
        }
    }

    fn add_slices(&mut self, mission: &MissionCounts, entries: u64) {
        for (dimension, slices) in [
            (Dimension::PlatformType, &mission.platform_types),
            (Dimension::Month, &mission.months),
        ] {
            for (key, slice) in slices {
                self.group(dimension, key).add_slice(slice, entries);
            }
        }
    }

    /// What the rules were applied to; what of it is in no mission (files, schemas) goes where nothing belongs.
    fn add_rules(&mut self, report: &Report) {
        let counted = self.totals.checks;
        let mut all = Tally::default();
        for count in &report.rules {
            all += count.tally;
            let rule = count.rule;
            self.group(Dimension::Rule, &rule.id.into()).checks += count.tally;
            let family = rule.group.code().into();
            self.group(Dimension::Family, &family).checks += count.tally;
        }
        let rest = Tally {
            applicable: all.applicable.saturating_sub(counted.applicable),
            run: all.run.saturating_sub(counted.run),
            blocked: all.blocked.saturating_sub(counted.blocked),
        };
        self.totals.checks += rest;
        let nowhere = Keys::nowhere();
        let others = Dimension::ALL.into_iter();
        for dimension in others.filter(|dimension| !dimension.is_of_rules()) {
            if rest != Tally::default() {
                self.group(dimension, nowhere.key(dimension)).checks += rest;
            }
        }
        let records =
            (report.inputs.records as u64).saturating_sub(self.totals.records.unwrap_or_default());
        if records > 0 {
            self.totals.add_records(records);
            for dimension in Dimension::ALL {
                if dimension.has_records() {
                    self.group(dimension, nowhere.key(dimension))
                        .add_records(records);
                }
            }
        }
    }

    fn add_findings(&mut self, report: &Report, keys: &[Keys]) {
        let mut failed = BTreeSet::new();
        for (found, keys) in report.findings.iter().zip(keys) {
            self.everywhere(keys, |numbers| numbers.findings.add(found));
            if let Some(check) = check_of(found)
                && failed.insert(check)
            {
                if found.rule.scope == Scope::Document {
                    let cell = found.cell.as_ref();
                    self.add_failed_file(keys, cell.is_some_and(|cell| cell.in_mission));
                } else {
                    self.everywhere(keys, |numbers| numbers.failed += 1);
                }
            }
        }
    }

    /// A check of a file that failed is counted where its finding is: checks of files are counted where nothing belongs,
    /// or with the mission that the file is of, so it moves from there.
    fn add_failed_file(&mut self, keys: &Keys, in_mission: bool) {
        self.totals.failed += 1;
        let mut nowhere = Keys::nowhere();
        if in_mission {
            nowhere.place = keys.place.clone();
        }
        for dimension in Dimension::ALL {
            let (from, to) = (nowhere.key(dimension), keys.key(dimension));
            let moves = !dimension.is_of_rules()
                && from != to
                && self.group(dimension, from).checks.take_run();
            let is_there = moves || dimension.is_of_rules();
            let group = self.group(dimension, if is_there { to } else { from });
            group.failed += 1;
            if moves {
                group.checks += Tally::of_run(1);
            }
        }
    }

    fn add_faults(&mut self, faults: u64) {
        if faults > 0 {
            self.everywhere(&Keys::nowhere(), |numbers| numbers.faults += faults);
        }
    }

    fn finish(self, keys: Vec<Keys>) -> Audit {
        let tables = self.groups.into_iter().map(|(dimension, groups)| Table {
            dimension,
            groups: groups
                .into_iter()
                .map(|(key, numbers)| Group {
                    key,
                    within: Vec::new(),
                    numbers,
                    then: None,
                })
                .collect(),
        });
        Audit {
            revealed: false,
            is_partial: false,
            totals: self.totals,
            tables: tables.collect(),
            keys,
            thresholds: Vec::new(),
            comparison: None,
        }
    }
}

fn family_of(rule: &str) -> Vec<(Dimension, Arc<str>)> {
    let mut catalogue = crate::rules::catalogue().into_iter();
    let entry = catalogue.find(|entry| entry.id == rule);
    let family = entry.map_or(NONE, |entry| entry.group.code());
    vec![(Dimension::Family, family.into())]
}

/// Whether not all that is there was judged.
fn is_partial(report: &Report) -> bool {
    let mut faults = report.faults.iter();
    !report.not_judged.is_empty() || faults.any(|fault| fault.kind == INTERRUPTED)
}

/// Missions in which nothing at `error` is found or blocked.
fn ready_missions(report: &Report) -> BTreeSet<&str> {
    let named = report
        .counts
        .iter()
        .filter_map(|mission| mission.id.as_deref());
    let mut ready: BTreeSet<&str> = named.collect();
    let failing = report
        .counting()
        .filter(|found| found.severity == Severity::Error);
    for mission in failing.filter_map(|found| found.mission.as_deref()) {
        ready.remove(mission);
    }
    let blocked = report.not_checked.iter();
    let blocked = blocked.filter(|entry| entry.severity == Severity::Error);
    for mission in blocked.filter_map(|entry| entry.mission.as_deref()) {
        ready.remove(mission);
    }
    ready
}

/// What tells a check that has found something that counts from all others.
type Check<'r> = (&'static str, &'r str, &'r str, u64);

fn check_of(found: &Found) -> Option<Check<'_>> {
    let number = found.check.filter(|_| found.suppressed.is_none())?;
    let mission = found.mission.as_deref().unwrap_or(NONE);
    let path = &*found.location.path;
    Some(match found.rule.scope {
        Scope::Subject => (found.rule.id, mission, "", number),
        Scope::Record => (found.rule.id, mission, path, number),
        Scope::Document | Scope::Config | Scope::Schema => (found.rule.id, "", path, number),
    })
}

fn sum<'t>(tallies: impl Iterator<Item = &'t Tally>) -> Tally {
    tallies.fold(Tally::default(), |mut all, tally| {
        all += *tally;
        all
    })
}
