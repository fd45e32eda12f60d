//! What has changed since an earlier audit.
//!
//! ## Decisions
//! * What is found of a mission tells nothing of the other audit if that has no records of it, or was stopped before it
//!   judged them: nobody looked. Such findings are neither new nor gone, but counted apart.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::earlier::{EarlierAudit, plain};
use super::{Audit, Dimension, Numbers};
use crate::calendar::Day;
use crate::overview::NONE;
use crate::report::Report;

/// What has changed since an earlier audit.
#[derive(Debug, Clone)]
pub struct Comparison {
    /// The day it judged as of.
    pub as_of: Option<Day>,
    /// The version of the tool that made it.
    pub version: String,
    /// What else differs, by its name in `run` or `tool_version`: numbers may differ because of it.
    pub differences: Vec<&'static str>,
    /// Everything as it was.
    pub totals: Numbers,
    /// What has come and gone in everything.
    pub news: News,
    /// Missions of which only this audit has judged records, in order of their ids.
    pub joined: Vec<Apart>,
    /// Missions of which only the earlier audit has judged records, in order of their ids.
    pub left: Vec<Apart>,
}

/// A mission that is in one of the audits alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apart {
    /// Its id.
    pub mission: String,
    /// Its findings that count, in the audit that has records of it.
    pub findings: u64,
}

impl Comparison {
    /// Whether one of the audits could not check everything: findings may only seem to have come or gone.
    pub fn is_incomplete(&self, now: &Numbers) -> bool {
        let all = [&self.totals, now];
        all.iter().any(|it| it.faults > 0 || it.checks.blocked > 0)
    }
}

/// Findings that count, told apart by what an earlier audit has found.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct News {
    /// Only now.
    pub appeared: u64,
    /// Only then.
    pub gone: u64,
    /// Both times.
    pub kept: u64,
    /// Only now, of missions of which the earlier audit has judged no records: in no other count.
    pub joined: u64,
    /// Only then, of missions of which this audit has judged no records: in no other count.
    pub left: u64,
}

/// A group as it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Then {
    /// Its numbers; none where there was no such group.
    pub numbers: Option<Numbers>,
    /// What has come and gone.
    pub news: News,
}

/// What of a run changes numbers without any change of records.
const SETTINGS: [&str; 6] = [
    "policy",
    "policy_mode",
    "configs",
    "select",
    "ignore",
    "paths",
];

impl Audit {
    /// Adds what has changed since an earlier audit. `run` is what the report depends on, as its JSON says it.
    pub fn compare_with(&mut self, earlier: &EarlierAudit, report: &Report, run: &Value) {
        let missions = self.missions();
        let news = self.news(earlier, report, &missions);
        let of_all = news
            .iter()
            .filter(|((dimension, _), _)| *dimension == Dimension::Mission);
        let all = of_all.fold(News::default(), |all, (_, news)| all.and(*news));
        let of_mission = |mission: &str| {
            let key = (Dimension::Mission, mission.to_owned());
            news.get(&key).copied().unwrap_or_default()
        };
        let alone = |these: &BTreeSet<String>, others: &BTreeSet<String>, of: fn(News) -> u64| {
            let alone = these.difference(others);
            let alone = alone.map(|mission| Apart {
                mission: mission.clone(),
                findings: of(of_mission(mission)),
            });
            alone.collect::<Vec<_>>()
        };
        self.comparison = Some(Comparison {
            as_of: earlier.as_of,
            version: earlier.version.clone(),
            differences: differences(earlier, report, run),
            totals: earlier.totals,
            news: all,
            joined: alone(&missions, &earlier.missions, |news| news.joined),
            left: alone(&earlier.missions, &missions, |news| news.left),
        });
        self.add_then(earlier, &news);
    }

    /// The missions of which it has judged records, as an earlier audit would name them.
    fn missions(&self) -> BTreeSet<String> {
        let groups = self.table(Dimension::Mission).iter();
        let groups = groups.filter(|group| is_mission(&group.key, &group.numbers));
        groups.map(|group| plain(&group.key)).collect()
    }

    /// What has come and gone in each group. `missions` are those that this audit has records of.
    fn news(
        &self,
        earlier: &EarlierAudit,
        report: &Report,
        missions: &BTreeSet<String>,
    ) -> BTreeMap<(Dimension, String), News> {
        let mut all: BTreeMap<(Dimension, String), News> = BTreeMap::new();
        let mut now = BTreeSet::new();
        for (found, keys) in report.findings.iter().zip(&self.keys) {
            if found.suppressed.is_some() {
                continue;
            }
            now.insert(found.fingerprint.as_str());
            let mission = &keys.place.mission;
            let is_kept = earlier.findings.contains_key(&found.fingerprint);
            let is_known = &**mission == NONE || earlier.missions.contains(&plain(mission));
            for dimension in Dimension::ALL {
                let news = all.entry((dimension, keys.key(dimension).to_string()));
                let news = news.or_default();
                *match (is_kept, is_known) {
                    (true, _) => &mut news.kept,
                    (false, true) => &mut news.appeared,
                    (false, false) => &mut news.joined,
                } += 1;
            }
        }
        for (fingerprint, keys) in &earlier.findings {
            if now.contains(fingerprint.as_str()) {
                continue;
            }
            let keys = || Dimension::ALL.into_iter().zip(keys);
            let mission = keys().find(|(dimension, _)| *dimension == Dimension::Mission);
            let is_known =
                mission.is_none_or(|(_, mission)| mission == NONE || missions.contains(mission));
            for (dimension, key) in keys() {
                let news = all.entry((dimension, key.clone())).or_default();
                *if is_known {
                    &mut news.gone
                } else {
                    &mut news.left
                } += 1;
            }
        }
        all
    }

    /// Every group of either audit gets what it was.
    fn add_then(&mut self, earlier: &EarlierAudit, news: &BTreeMap<(Dimension, String), News>) {
        for table in &mut self.tables {
            let dimension = table.dimension;
            let there: BTreeSet<String> =
                table.groups.iter().map(|it| it.key.to_string()).collect();
            let known = earlier.groups.keys().chain(news.keys());
            let lost: BTreeSet<&String> = known
                .filter(|(of, key)| *of == dimension && !there.contains(key))
                .map(|(_, key)| key)
                .collect();
            let lost = lost.into_iter().map(|key| super::Group {
                key: key.as_str().into(),
                within: Vec::new(),
                numbers: Numbers::of(dimension),
                then: None,
            });
            table.groups.extend(lost.collect::<Vec<_>>());
            table.groups.sort_by(|one, other| one.key.cmp(&other.key));
            for group in &mut table.groups {
                let key = (dimension, group.key.to_string());
                group.then = Some(Then {
                    numbers: earlier.groups.get(&key).copied(),
                    news: news.get(&key).copied().unwrap_or_default(),
                });
            }
        }
    }
}

impl News {
    fn and(self, other: Self) -> Self {
        Self {
            appeared: self.appeared + other.appeared,
            gone: self.gone + other.gone,
            kept: self.kept + other.kept,
            joined: self.joined + other.joined,
            left: self.left + other.left,
        }
    }
}

/// Whether a group of missions is one of which there are records, all of them judged.
pub(super) fn is_mission(key: &str, numbers: &Numbers) -> bool {
    key != NONE && numbers.is_judged() && numbers.records.is_some_and(|records| records > 0)
}

fn differences(earlier: &EarlierAudit, report: &Report, run: &Value) -> Vec<&'static str> {
    let mut differences = Vec::new();
    if earlier.as_of != Some(report.as_of) {
        differences.push("as_of");
    }
    if earlier.version != env!("CARGO_PKG_VERSION") {
        differences.push("tool_version");
    }
    let differ = |name: &&&str| earlier.run[**name] != run[**name];
    differences.extend(SETTINGS.iter().filter(differ).copied());
    differences
}
