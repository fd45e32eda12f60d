//! Who holds which post on a day.

use super::Bundle;
use crate::calendar::{Day, Interval};
use crate::document::{Blocked, Kind, Marked, Read, any, entries};
use crate::record::{Assignment, Designation, Person};

/// What was found, and whether something unread may have added to it.
#[derive(Debug, Clone)]
pub struct Known<T> {
    /// What was found.
    pub found: Vec<T>,
    /// The first thing that could not be read though it may have counted.
    pub obstacle: Option<Blocked>,
}

impl<T> Known<T> {
    /// What was found, if that is all there can be.
    pub fn certain(self) -> Read<Vec<T>> {
        match self.obstacle {
            Some(blocked) => Err(blocked),
            None => Ok(self.found),
        }
    }

    fn note(&mut self, blocked: Blocked) {
        self.obstacle.get_or_insert(blocked);
    }
}

/// Something that could not be read though it may have counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doubt {
    /// The days on which it may count; none = any.
    pub(super) days: Option<Interval>,
    /// What stands in the way.
    pub(super) blocked: Blocked,
}

impl Doubt {
    fn concerns(&self, first: Day, last: Day) -> bool {
        let asked = Interval {
            from: first,
            to: Some(last),
        };
        self.days
            .is_none_or(|days| days.overlap(asked, last).is_some())
    }
}

/// What was found for some time, and what could not be read, with the days each concerns. Made once for questions
/// about many days.
#[derive(Debug, Clone)]
pub struct Terms<T> {
    found: Vec<(Interval, T)>,
    doubts: Vec<Doubt>,
}

impl<T: Copy> Terms<T> {
    fn new(unread: Option<Blocked>) -> Self {
        Self {
            found: Vec::new(),
            doubts: unread
                .map(|blocked| Doubt {
                    days: None,
                    blocked,
                })
                .into_iter()
                .collect(),
        }
    }

    /// Everything found, with its days.
    pub fn found(&self) -> &[(Interval, T)] {
        &self.found
    }

    /// What was found for a day.
    pub fn on(&self, day: Day) -> impl Iterator<Item = T> {
        self.found
            .iter()
            .filter(move |(days, _)| days.covers(day))
            .map(|&(_, item)| item)
    }

    /// An obstacle if something unread may add to what was found for the days from `first` to `last`.
    pub fn complete(&self, first: Day, last: Day) -> Read<()> {
        match self.doubts.iter().find(|doubt| doubt.concerns(first, last)) {
            Some(doubt) => Err(doubt.blocked),
            None => Ok(()),
        }
    }

    fn put(&mut self, days: Read<Interval>, item: T) {
        match days {
            Ok(days) => self.found.push((days, item)),
            Err(blocked) => self.doubts.push(Doubt {
                days: None,
                blocked,
            }),
        }
    }

    fn known(&self, day: Day) -> Known<T> {
        Known {
            found: self.on(day).collect(),
            obstacle: self.complete(day, day).err(),
        }
    }
}

/// A person in a post.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'b, 't> {
    /// The mission that the person's record belongs to.
    pub mission: &'t str,
    /// Who.
    pub person: &'b Person<'t>,
    /// The assignment.
    pub assignment: &'b Assignment<'t>,
}

impl Holder<'_, '_> {
    fn days(&self) -> Read<Interval> {
        self.assignment.interval.map(|dated| dated.interval)
    }
}

const CHIEF: &str = "chief-of-mission";

impl<'t> Bundle<'t> {
    /// All assignments of a role in this mission, in order of path and text.
    pub fn posts(&self, role: &str) -> Known<Holder<'_, 't>> {
        let untold = self.index.posts_untold.first().map(|doubt| doubt.blocked);
        Known {
            found: self.posted(role).collect(),
            obstacle: untold.or(self.nothing_unread(Kind::Person).err()),
        }
    }

    fn posted(&self, role: &str) -> impl Iterator<Item = Holder<'_, 't>> {
        let posts = self
            .index
            .posts
            .get(role)
            .map(Vec::as_slice)
            .unwrap_or_default();
        posts.iter().filter_map(|&(person, position)| {
            let person = self.people.get(person)?;
            let assignment = person.assignments.as_ref().ok()?.get(position)?;
            Some(Holder {
                mission: self.id,
                person,
                assignment,
            })
        })
    }

    /// The assignments of a role in this mission, for questions about many days.
    pub fn terms(&self, role: &str) -> Terms<Holder<'_, 't>> {
        let mut terms = Terms::new(self.nothing_unread(Kind::Person).err());
        terms.doubts.extend_from_slice(&self.index.posts_untold);
        self.posted(role)
            .for_each(|holder| terms.put(holder.days(), holder));
        terms
    }

    /// Who holds a role on a day.
    pub fn holders(&self, role: &str, day: Day) -> Known<Holder<'_, 't>> {
        self.terms(role).known(day)
    }

    /// The chiefs of mission: the mission's own, and those of the mission that covers it.
    pub fn chief_terms(&self) -> Terms<Holder<'_, 't>> {
        let mut terms = self.terms(CHIEF);
        if let Err(blocked) = self.add_covering_chiefs(&mut terms) {
            terms.doubts.push(Doubt {
                days: None,
                blocked,
            });
        }
        terms
    }

    /// The chiefs of mission on a day.
    pub fn chiefs(&self, day: Day) -> Known<Holder<'_, 't>> {
        self.chief_terms().known(day)
    }

    /// Whether a person holds or held the post of chief of mission, as far as can be told.
    pub(super) fn may_be_chief(person: &Person<'_>) -> bool {
        let may_be =
            |assignment: &Assignment<'_>| assignment.role.map_or(true, |role| role.value == CHIEF);
        person
            .assignments
            .as_ref()
            .map_or(true, |assignments| assignments.iter().any(may_be))
    }

    fn add_covering_chiefs<'b>(&'b self, terms: &mut Terms<Holder<'b, 't>>) -> Read<()> {
        let Some(mission) = self.mission()? else {
            return Ok(());
        };
        let Some(covered_by) = mission.covered_by? else {
            return Ok(());
        };
        let covering = self.guests.covering(covered_by.place)?;
        for person in &covering.people {
            match &person.assignments {
                Ok(assignments) => {
                    for assignment in assignments {
                        let holder = Holder {
                            mission: covered_by.value,
                            person,
                            assignment,
                        };
                        match assignment.role {
                            Ok(role) if role.value == CHIEF => terms.put(holder.days(), holder),
                            Ok(_) => {}
                            Err(blocked) => terms.doubts.push(Doubt {
                                days: holder.days().ok(),
                                blocked,
                            }),
                        }
                    }
                }
                Err(blocked) => terms.doubts.push(Doubt {
                    days: None,
                    blocked: *blocked,
                }),
            }
        }
        covering.unread
    }

    /// Designations of a sort, whatever their scope, for questions about many days.
    pub fn designation_terms(&self, sort: &str) -> Terms<&Designation<'t>> {
        let mut terms = Terms::new(self.nothing_unread(Kind::Designation).err());
        for designation in &self.designations {
            let days = designation.interval.map(|dated| dated.interval);
            match designation.designation {
                Ok(written) if written.value == sort => terms.put(days, designation),
                Ok(_) => {}
                Err(blocked) => terms.doubts.push(Doubt {
                    days: days.ok(),
                    blocked,
                }),
            }
        }
        terms
    }

    /// Designations of a sort in force on a day for a platform (scope absent or naming it).
    pub fn designations_on(
        &self,
        sort: &str,
        day: Day,
        platform: Option<&str>,
    ) -> Known<&Designation<'t>> {
        let terms = self.designation_terms(sort);
        let mut known = Known {
            found: Vec::new(),
            obstacle: terms.complete(day, day).err(),
        };
        for designation in terms.on(day) {
            match platform.map_or(Ok(true), |platform| {
                self.names_platform(designation, platform)
            }) {
                Ok(true) => known.found.push(designation),
                Ok(false) => {}
                Err(blocked) => known.note(blocked),
            }
        }
        known
    }

    /// Whether a designation holds for a platform: its scope is absent or names it.
    pub fn names_platform(&self, designation: &Designation<'t>, platform: &str) -> Read<bool> {
        let scope = designation.scope.as_ref().map_err(|blocked| *blocked)?;
        if scope.is_empty() {
            return Ok(true);
        }
        any(scope
            .iter()
            .map(|item| item.map(|item| self.plain(item.value) == platform)))
    }

    /// The assignments of a person that cover a day.
    pub fn assignments_on<'b>(person: &'b Person<'t>, day: Day) -> Read<Vec<&'b Assignment<'t>>> {
        let assignments = person.assignments.as_ref().map_err(|blocked| *blocked)?;
        let mut covering = Vec::new();
        for assignment in assignments {
            if assignment.interval?.interval.covers(day) {
                covering.push(assignment);
            }
        }
        Ok(covering)
    }

    /// The assignments of a person that cover a day, with an obstacle for each that may.
    pub fn posts_of<'b>(
        person: &'b Person<'t>,
        day: Day,
    ) -> impl Iterator<Item = Read<&'b Assignment<'t>>> {
        entries(&person.assignments).filter_map(move |assignment| {
            let covers =
                assignment.and_then(|assignment| Ok(assignment.interval?.interval.covers(day)));
            match covers {
                Ok(false) => None,
                Ok(true) => Some(assignment),
                Err(blocked) => Some(Err(blocked)),
            }
        })
    }

    /// Whether two references lead to the same person.
    pub fn same_person(&self, reference: Marked<&str>, person: &Person<'_>) -> Read<bool> {
        let id = person.head.id?.value;
        let written = reference
            .value
            .rsplit('/')
            .next()
            .unwrap_or(reference.value);
        if written != id {
            return Ok(false);
        }
        let home = person.head.view.document();
        let mission = home
            .slot_at(person.head.view.node().index())
            .and_then(|slot| home.mission_of(slot));
        Ok(match reference.value.split_once('/') {
            Some((named, _)) => mission == Some(named),
            None => mission == Some(self.id),
        })
    }
}
