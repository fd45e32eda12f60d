//! Who holds which post on a day.

use super::Bundle;
use crate::calendar::{Day, Interval};
use crate::document::{Blocked, Kind, Read, any, entries};
use crate::record::{Assignment, Designation, Person};

/// Something that could not be read though it may have counted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Doubt {
    /// The days on which it may count; none = any.
    pub(super) days: Option<Interval>,
    /// What stands in the way.
    pub(super) blocked: Blocked,
}

impl Doubt {
    /// What may count on any day, if there is an obstacle.
    pub(super) fn of(complete: Read<()>) -> Option<Self> {
        let blocked = complete.err()?;
        Some(Self {
            days: None,
            blocked,
        })
    }

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
    fn new(complete: Read<()>) -> Self {
        Self {
            found: Vec::new(),
            doubts: Doubt::of(complete).into_iter().collect(),
        }
    }

    pub(super) fn doubting(doubts: &[Doubt]) -> Self {
        Self {
            found: Vec::new(),
            doubts: doubts.to_vec(),
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

    pub(super) fn put(&mut self, days: Read<Interval>, item: T) {
        match days {
            Ok(days) => self.found.push((days, item)),
            Err(blocked) => self.doubts.push(Doubt {
                days: None,
                blocked,
            }),
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

/// Code of the role that leads a mission.
pub(crate) const CHIEF: &str = "chief-of-mission";

impl<'t> Bundle<'t> {
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
        let mut terms = Terms::new(self.nothing_unread(Kind::Person));
        terms.doubts.extend_from_slice(&self.index.posts_untold);
        self.posted(role)
            .for_each(|holder| terms.put(holder.days(), holder));
        terms
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
        let mut terms = Terms::new(self.nothing_unread(Kind::Designation));
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
}
