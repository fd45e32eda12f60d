//! Who holds which post on a day.

use super::Bundle;
use crate::calendar::Day;
use crate::document::{Blocked, Kind, Marked, Read};
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

/// A person in a post.
#[derive(Debug, Clone, Copy)]
pub struct Holder<'b, 't> {
    /// Who.
    pub person: &'b Person<'t>,
    /// The assignment.
    pub assignment: &'b Assignment<'t>,
}

impl<'t> Bundle<'t> {
    /// All assignments of a role in this mission, in order of path and text.
    pub fn posts(&self, role: &str) -> Known<Holder<'_, 't>> {
        let posts = self.index.posts.get(role).map(Vec::as_slice).unwrap_or_default();
        let mut found = Vec::with_capacity(posts.len());
        for &(person, position) in posts {
            let person = &self.people[person];
            if let Ok(assignments) = &person.assignments {
                found.push(Holder { person, assignment: &assignments[position] });
            }
        }
        let untold = self.index.posts_untold.or(self.nothing_unread(Kind::Person).err());
        Known { found, obstacle: untold }
    }

    /// Who holds a role on a day.
    pub fn holders(&self, role: &str, day: Day) -> Known<Holder<'_, 't>> {
        on_day(self.posts(role), day)
    }

    /// The chiefs of mission on a day: the mission's own, and those of the mission that covers it.
    pub fn chiefs(&self, day: Day) -> Known<Holder<'_, 't>> {
        let mut chiefs = self.holders("chief-of-mission", day);
        let Some(mission) = self.missions.first() else { return chiefs };
        let covered_by = match mission.covered_by {
            Ok(covered_by) => covered_by,
            Err(blocked) => {
                chiefs.note(blocked);
                return chiefs;
            }
        };
        let place = covered_by.map_or(mission.head.place(), |mission| mission.place);
        match self.guests.covering(|obstacle| Blocked { place, obstacle }) {
            Ok(people) => {
                let posts = people.iter().filter_map(|person| Some((person, person.assignments.as_ref().ok()?)));
                let holders = posts.flat_map(|(person, assignments)| {
                    assignments.iter().map(move |assignment| Holder { person, assignment })
                });
                let of_role = holders.filter(|holder| holder.assignment.role.is_ok_and(|role| role.value == "chief-of-mission"));
                chiefs.found.extend(of_role.filter(|holder| holder.assignment.interval.is_ok_and(|dated| dated.interval.covers(day))));
            }
            Err(blocked) => chiefs.note(blocked),
        }
        chiefs
    }

    /// Designations of a sort in force on a day for a platform (scope absent or naming it).
    pub fn designations_on(&self, sort: &str, day: Day, platform: Option<&str>) -> Known<&Designation<'t>> {
        let mut known = Known { found: Vec::new(), obstacle: self.nothing_unread(Kind::Designation).err() };
        for designation in &self.designations {
            match in_force(designation, sort, day, platform) {
                Ok(true) => known.found.push(designation),
                Ok(false) => {}
                Err(blocked) => known.note(blocked),
            }
        }
        known
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

    /// Whether two references lead to the same person.
    pub fn same_person(&self, reference: Marked<&str>, person: &Person<'_>) -> Read<bool> {
        let id = person.head.id?.value;
        let written = reference.value.rsplit('/').next().unwrap_or(reference.value);
        if written != id {
            return Ok(false);
        }
        let home = person.head.view.document();
        let mission = home.slot_at(person.head.view.node().index()).and_then(|slot| home.mission_of(slot));
        Ok(match reference.value.split_once('/') {
            Some((named, _)) => mission == Some(named),
            None => mission == Some(self.id),
        })
    }
}

fn on_day<'b, 't>(posts: Known<Holder<'b, 't>>, day: Day) -> Known<Holder<'b, 't>> {
    let mut known = Known { found: Vec::new(), obstacle: posts.obstacle };
    for holder in posts.found {
        match holder.assignment.interval {
            Ok(dated) if dated.interval.covers(day) => known.found.push(holder),
            Ok(_) => {}
            Err(blocked) => known.note(blocked),
        }
    }
    known
}

fn in_force(designation: &Designation<'_>, sort: &str, day: Day, platform: Option<&str>) -> Read<bool> {
    if designation.designation?.value != sort || !designation.interval?.interval.covers(day) {
        return Ok(false);
    }
    let scope = designation.scope.as_ref().map_err(|blocked| *blocked)?;
    let Some(platform) = platform else { return Ok(true) };
    let mut names = scope.is_empty();
    for item in scope {
        names |= (*item)?.value == platform;
    }
    Ok(names)
}
