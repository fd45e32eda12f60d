//! Findings by mission and platform, and by who has to act.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Severity;
use crate::document::Kind;
use crate::finding::Fact;
use crate::report::{Found, Report, Shown};

/// Findings of one platform of a mission, or of no platform.
pub(super) struct Group<'r> {
    /// Id of the mission; none where it cannot be told.
    pub(super) mission: Option<&'r str>,
    /// Id of the platform.
    pub(super) platform: Option<&'r str>,
    /// The heaviest first, then by rule and place.
    pub(super) found: Vec<&'r Found>,
}

/// What one person has to see to.
pub(super) struct Task<'r> {
    /// Id of the mission.
    pub(super) mission: Option<&'r str>,
    /// Who: a person's id, none for whoever keeps the records.
    pub(super) person: Option<&'r str>,
    /// The heaviest first.
    pub(super) found: Vec<&'r Found>,
}

/// All groups.
pub(super) struct Groups<'r> {
    missions: BTreeSet<&'r str>,
    /// By mission, the heaviest first.
    pub(super) groups: Vec<Group<'r>>,
    /// By mission, the heaviest first.
    pub(super) tasks: Vec<Task<'r>>,
}

impl<'r> Groups<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let mut by_platform: BTreeMap<_, Vec<&Found>> = BTreeMap::new();
        let mut by_person: BTreeMap<_, Vec<&Found>> = BTreeMap::new();
        for found in report.counting() {
            let mission = found.mission.as_deref();
            let group = by_platform.entry((mission, platform(found)));
            group.or_default().push(found);
            let task = by_person.entry((mission, person(found)));
            task.or_default().push(found);
        }
        let named = report.findings.iter().filter_map(|it| it.mission.as_deref());
        let blocked = report.not_checked.iter().filter_map(|it| it.mission.as_deref());
        let groups = by_platform.into_iter().map(|((mission, platform), found)| Group {
            mission,
            platform,
            found: heaviest_first(found),
        });
        let tasks = by_person.into_iter().map(|((mission, person), found)| Task {
            mission,
            person,
            found: heaviest_first(found),
        });
        let mut groups: Vec<Group<'r>> = groups.collect();
        groups.sort_by_key(|group| (group.mission, weight(&group.found)));
        let mut tasks: Vec<Task<'r>> = tasks.collect();
        tasks.sort_by_key(|task| (task.mission, weight(&task.found)));
        Self {
            missions: named.chain(blocked).collect(),
            groups,
            tasks,
        }
    }

    /// Ids of the missions.
    pub(super) fn missions(&self) -> impl Iterator<Item = &'r str> {
        self.missions.iter().copied()
    }

    /// Whether groups and tasks have to say which mission they are of.
    pub(super) fn are_several(&self) -> bool {
        self.missions.len() > 1
    }
}

fn heaviest_first(mut found: Vec<&Found>) -> Vec<&Found> {
    found.sort_by_key(|found| (Reverse(found.severity), found.rule.id, found.place()));
    found
}

/// The more and the heavier, the less.
fn weight(found: &[&Found]) -> [Reverse<usize>; 3] {
    Severity::ALL.map(|severity| {
        let of_severity = found.iter().filter(|found| found.severity == severity);
        Reverse(of_severity.count())
    })
}

/// The platform that a finding is about, where the finding tells.
pub(super) fn platform(found: &Found) -> Option<&str> {
    let named = found.evidence.iter().find_map(|(key, shown)| match shown {
        Shown::Clear(Fact::Id(id)) if *key == "platform" => Some(id.as_str()),
        _ => None,
    });
    let places = std::iter::once(&found.location).chain(found.related.iter().map(|(_, it)| it));
    let mut records = places.filter_map(|place| place.record.as_ref());
    named.or_else(|| {
        records.find_map(|(kind, id)| id.as_deref().filter(|_| *kind == Kind::Platform))
    })
}

/// The person that a finding names.
pub(super) fn person(found: &Found) -> Option<&str> {
    found.evidence.iter().find_map(|(_, shown)| match shown {
        Shown::Clear(Fact::Person(id)) => Some(id.as_str()),
        Shown::Clear(Fact::People(ids)) => ids.first().map(String::as_str),
        _ => None,
    })
}

/// What ties a finding to its task, for the script.
pub(super) fn task_name(mission: Option<&str>, person: Option<&str>) -> String {
    format!("{}/{}", mission.unwrap_or_default(), person.unwrap_or_default())
}
