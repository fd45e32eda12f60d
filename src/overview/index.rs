//! What records are about, and who has to act on what is found in them.

use std::collections::BTreeMap;

use super::desk::{Desk, Seen};
use super::facts::{About, Actor, Index, IndexEntry, Overview, PersonFacts, Reason};
use crate::bundle::Bundle;
use crate::catalogue::Group;
use crate::document::{Marked, Read, entries};
use crate::finding::Place;
use crate::record::Head;

/// Rules of groups that are about the records, whose findings are put right by somebody taking part or taking a seat.
const BY_THE_PERSON: &[&str] = &[
    "meeting-cadence-gap",
    "representation-expired",
    "scale-up-overrun",
];

/// Rules whose findings name somebody else than the one who can put them right: that takes a decision of the leader.
const BY_THE_LEADER: &[&str] = &[
    "com-post-vacant",
    "smt-com-representation-missing",
    "smt-delegate-not-acting",
];

/// Platforms and persons of a record.
type Concerned<'t> = (Vec<Read<Marked<&'t str>>>, Vec<Read<Marked<&'t str>>>);

impl<'t> Desk<'_, 't> {
    /// `positions` are those of the platforms that are shown, by their ids; `shown` by their records.
    pub(super) fn index(
        &self,
        positions: &BTreeMap<&str, usize>,
        shown: &BTreeMap<Place, usize>,
    ) -> Index {
        let mut concerned: BTreeMap<Place, Concerned<'t>> = BTreeMap::new();
        each_concerned(self.bundle, &mut |head, platforms, people| {
            concerned.insert(head.place(), (platforms, people));
        });
        let mut index = Index::default();
        for head in &self.bundle.heads {
            if self.seen(head) == Seen::LeftOut {
                continue;
            }
            let entry = concerned.get(&head.place());
            let (platforms, people) = entry.map_or(Default::default(), |it| (&*it.0, &*it.1));
            index
                .entries
                .push(self.entry(head, platforms, people, positions, shown));
        }
        index.entries.sort_by(|one, other| {
            let key = |entry: &IndexEntry| (entry.record.source.clone(), entry.record.end);
            key(one).cmp(&key(other))
        });
        index
    }

    fn entry(
        &self,
        head: &Head<'t>,
        platforms: &[Read<Marked<&'t str>>],
        people: &[Read<Marked<&'t str>>],
        positions: &BTreeMap<&str, usize>,
        shown: &BTreeMap<Place, usize>,
    ) -> IndexEntry {
        let named = platforms.iter().flatten();
        let mut platforms: Vec<usize> = named
            .filter_map(|id| positions.get(self.bundle.plain(id.value)))
            .copied()
            .chain(shown.get(&head.place()).copied())
            .collect();
        platforms.sort_unstable();
        platforms.dedup();
        let named = people.iter().flatten();
        IndexEntry {
            record: self.record(head),
            platforms,
            people: named.map(|id| self.person_id(id.value)).collect(),
        }
    }
}

/// Called with a record, the references to platforms and those to persons in it.
type Visit<'v, 't> =
    &'v mut dyn FnMut(&Head<'t>, Vec<Read<Marked<&'t str>>>, Vec<Read<Marked<&'t str>>>);

/// Visits the records that are about platforms or persons.
fn each_concerned<'t>(bundle: &Bundle<'t>, visit: Visit<'_, 't>) {
    for person in &bundle.people {
        visit(&person.head, Vec::new(), vec![person.head.id]);
    }
    for seat in &bundle.representations {
        visit(&seat.head, vec![seat.platform], vec![seat.person]);
    }
    for meeting in &bundle.meetings {
        visit(&meeting.head, vec![meeting.platform], Vec::new());
    }
    for log in &bundle.contact_logs {
        visit(&log.head, vec![log.platform], vec![log.by]);
    }
    for designation in &bundle.designations {
        let scope = entries(&designation.scope).map(|item| item.copied().and_then(|it| it));
        let people = vec![designation.to_person, designation.from_person];
        visit(&designation.head, scope.collect(), people);
    }
}

impl Index {
    /// What the record that a finding marks is about.
    pub fn at(&self, about: &About<'_>) -> Option<&IndexEntry> {
        let marked = about.record?;
        let key = |entry: &IndexEntry| {
            let source = &entry.record.source;
            (&*source.path, source.start.offset) <= (about.path, about.offset)
        };
        let after = self.entries.partition_point(key);
        // A record that is not closed goes on behind its last value, up to the begin of the next one.
        let mut nearest = self.entries[..after].iter().rev().take(2);
        nearest.find(|IndexEntry { record, .. }| {
            *record.source.path == *about.path && (record.kind, record.id.as_deref()) == marked
        })
    }
}

impl Overview {
    /// Positions of the platforms that a finding is about: the one it names, else those of the record it marks.
    pub fn platforms_about(&self, about: &About<'_>) -> Vec<usize> {
        if let Some(id) = about.platform {
            let platforms = self.platforms.items.iter().enumerate();
            let named: Vec<usize> = platforms
                .filter(|(_, platform)| platform.record.id.as_deref() == Some(id))
                .map(|(at, _)| at)
                .collect();
            if !named.is_empty() {
                return named;
            }
        }
        let entry = self.index.at(about);
        entry
            .map(|entry| entry.platforms.clone())
            .unwrap_or_default()
    }

    /// Who has to act on a finding: the person it names, else whoever represents the organization on the platform, else
    /// whoever leads the mission. What is wrong with the records alone is for those who keep them.
    pub fn actor(&self, about: &About<'_>) -> Actor {
        if is_about_records(about) {
            return Actor {
                person: None,
                reason: Reason::Keeps,
            };
        }
        let nearest = || {
            let named = about.people.first().map(|person| self.plain(person));
            named
                .map(|person| (person.to_owned(), Reason::Named))
                .or_else(|| Some((self.representative(about)?, Reason::Represents)))
        };
        let acting = Some(about.rule)
            .filter(|rule| !BY_THE_LEADER.contains(rule))
            .and_then(|_| nearest())
            .or_else(|| Some((self.leader()?, Reason::Leads)));
        match acting {
            Some((person, reason)) => Actor {
                person: Some(person),
                reason,
            },
            None => Actor {
                person: None,
                reason: Reason::Leads,
            },
        }
    }

    /// A reference to a person as [`PersonFacts::id`] has it.
    fn plain<'r>(&self, reference: &'r str) -> &'r str {
        match reference.split_once('/') {
            Some((mission, id)) if mission == self.id => id,
            _ => reference,
        }
    }

    /// The weightiest seat on the platforms concerned.
    fn representative(&self, about: &About<'_>) -> Option<String> {
        let platforms = self.platforms_about(about).into_iter();
        let mut seats = platforms.flat_map(|at| &self.platforms.items[at].seats.items);
        seats.find_map(|seat| Some(seat.person.known()?.id.clone()))
    }

    fn leader(&self) -> Option<String> {
        let chief = self.leadership.chiefs.items.first();
        let acting = || self.leadership.acting.items.iter().find_map(to_person);
        chief
            .map(|post| post.person.id.clone())
            .or_else(|| Some(acting()?.id.clone()))
    }
}

fn to_person(designation: &super::facts::DesignationFacts) -> Option<&PersonFacts> {
    designation.to_person.known()
}

fn is_about_records(about: &About<'_>) -> bool {
    let group = matches!(
        about.group,
        Group::Syntax
            | Group::Schema
            | Group::Integrity
            | Group::Terminology
            | Group::Organization
            | Group::Timeliness
            | Group::Protection
            | Group::Config
    );
    group && !BY_THE_PERSON.contains(&about.rule)
}
