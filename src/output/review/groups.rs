//! Findings by mission and platform, and by who has to act.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::catalogue::Severity;
use crate::document::Kind;
use crate::finding::Fact;
use crate::overview::{About, Overview, PersonFacts, Reason};
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
    pub(super) person: Option<String>,
    /// Why this person.
    pub(super) reason: Reason,
    /// The heaviest first.
    pub(super) found: Vec<&'r Found>,
}

/// All groups.
pub(super) struct Arranged<'r> {
    missions: BTreeSet<&'r str>,
    overviews: BTreeMap<&'r str, &'r Overview>,
    /// By mission, the heaviest first.
    pub(super) groups: Vec<Group<'r>>,
    /// By mission, the heaviest first.
    pub(super) tasks: Vec<Task<'r>>,
    /// Names of the tasks of findings, by fingerprint.
    names: BTreeMap<&'r str, String>,
}

impl<'r> Arranged<'r> {
    pub(super) fn of(report: &'r Report) -> Self {
        let overviews = report.overviews.iter();
        let overviews: BTreeMap<&str, &Overview> = overviews
            .map(|overview| (overview.id.as_str(), overview))
            .collect();
        let mut by_platform: BTreeMap<_, Vec<&Found>> = BTreeMap::new();
        let mut by_person: BTreeMap<_, (Reason, Vec<&Found>)> = BTreeMap::new();
        let mut names = BTreeMap::new();
        for found in report.counting() {
            let mission = found.mission.as_deref();
            let overview = mission.and_then(|id| overviews.get(id).copied());
            let (platform, person, reason) = concerned(found, overview);
            names.insert(
                found.fingerprint.as_str(),
                task_name(mission, person.as_deref()),
            );
            let group = by_platform.entry((mission, platform));
            group.or_default().push(found);
            let task = by_person.entry((mission, person));
            task.or_insert_with(|| (reason, Vec::new())).1.push(found);
        }
        let reported = report
            .findings
            .iter()
            .filter_map(|it| it.mission.as_deref());
        let blocked = report
            .not_checked
            .iter()
            .filter_map(|it| it.mission.as_deref());
        let groups = by_platform
            .into_iter()
            .map(|((mission, platform), found)| Group {
                mission,
                platform,
                found: heaviest_first(found),
            });
        let tasks = by_person
            .into_iter()
            .map(|((mission, person), (reason, found))| Task {
                mission,
                person,
                reason,
                found: heaviest_first(found),
            });
        let mut groups: Vec<Group<'r>> = groups.collect();
        groups.sort_by_key(|group| (group.mission, weight(&group.found)));
        let mut tasks: Vec<Task<'r>> = tasks.collect();
        tasks.sort_by_key(|task| (task.mission, weight(&task.found)));
        Self {
            missions: reported
                .chain(blocked)
                .chain(overviews.keys().copied())
                .collect(),
            overviews,
            groups,
            tasks,
            names,
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

    /// The overview of a mission.
    pub(super) fn overview(&self, mission: Option<&str>) -> Option<&'r Overview> {
        self.overviews.get(mission?).copied()
    }

    /// The name of the task of a finding.
    pub(super) fn task_of(&self, found: &Found) -> Option<&str> {
        self.names
            .get(found.fingerprint.as_str())
            .map(String::as_str)
    }

    /// A person of a mission, or one of another mission who leads it or represents the organization there.
    pub(super) fn person(&self, mission: Option<&str>, id: &str) -> Option<&'r PersonFacts> {
        let overview = self.overview(mission)?;
        let people = &overview.people;
        if let Ok(at) = people.binary_search_by(|person| person.id.as_str().cmp(id)) {
            return people.get(at);
        }
        let leadership = &overview.leadership;
        let chiefs = leadership.chiefs.items.iter().map(|post| &post.person);
        let acting = leadership.acting.items.iter();
        let acting = acting.filter_map(|designation| designation.to_person.known());
        let seats = overview
            .platforms
            .items
            .iter()
            .flat_map(|platform| &platform.seats.items);
        let seated = seats.filter_map(|seat| seat.person.known());
        chiefs
            .chain(acting)
            .chain(seated)
            .find(|person| person.id == id)
    }
}

/// Id of the group at a position.
pub(super) fn anchor(at: usize) -> String {
    format!("group-{at}")
}

/// The platform that a finding is about, and who has to act on it, and why.
fn concerned<'r>(
    found: &'r Found,
    overview: Option<&'r Overview>,
) -> (Option<&'r str>, Option<String>, Reason) {
    let named = platform(found);
    let Some(overview) = overview else {
        return (named, None, Reason::Keeps);
    };
    let about = About {
        rule: found.rule.id,
        group: found.rule.group,
        path: &found.location.path,
        offset: found.location.start.offset,
        record: found
            .location
            .record
            .as_ref()
            .map(|(kind, id)| (*kind, id.as_deref())),
        people: people(found),
        platform: named,
    };
    let platforms = overview.platforms_about(&about);
    let first = platforms
        .first()
        .and_then(|at| overview.platforms.items.get(*at));
    let platform = first.and_then(|platform| platform.record.id.as_deref());
    let actor = overview.actor(&about);
    (platform.or(named), actor.person, actor.reason)
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

/// The platform that a finding names.
fn platform(found: &Found) -> Option<&str> {
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

/// The persons that a finding names.
fn people(found: &Found) -> Vec<&str> {
    let named = found.evidence.iter().flat_map(|(_, shown)| match shown {
        Shown::Clear(Fact::Person(id)) => std::slice::from_ref(id),
        Shown::Clear(Fact::People(ids)) => ids.as_slice(),
        _ => &[],
    });
    named.map(String::as_str).collect()
}

/// What ties a finding to its task, for the script.
pub(super) fn task_name(mission: Option<&str>, person: Option<&str>) -> String {
    format!(
        "{}/{}",
        mission.unwrap_or_default(),
        person.unwrap_or_default()
    )
}
