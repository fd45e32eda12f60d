//! Meetings by the types of their platforms.

use super::{Bundle, Key};
use crate::document::{Blocked, Kind, Read};
use crate::record::{Meeting, Person, Platform, Row};

impl<'t> Bundle<'t> {
    pub(super) fn index_meetings(&mut self) {
        self.index_attendance();
        for at in 0..self.meetings.len() {
            if let Err(blocked) = self.index_meeting(at) {
                self.index.meetings_untold.push((at, blocked));
            }
        }
    }

    /// Looks for the mission's own persons who were at its meetings, once for all who ask.
    fn index_attendance(&mut self) {
        let mut meetings = std::mem::take(&mut self.meetings);
        let rows = meetings
            .iter_mut()
            .filter_map(|meeting| meeting.attendance.as_mut().ok());
        for row in rows.flatten() {
            row.person_at = row
                .person
                .ok()
                .and_then(|person| self.own_person(person.value));
        }
        self.meetings = meetings;
    }

    /// Position of a person of this mission.
    fn own_person(&self, reference: &str) -> Option<usize> {
        let key = Key(Kind::Person, self.plain(reference));
        let entry = self
            .index
            .by_id
            .get(&key)
            .filter(|_| !self.is_foreign(reference));
        entry.map(|entry| entry.position)
    }

    /// The person of a row of attendance, of this mission or a guest.
    pub fn person_of(&self, row: &Row<'t>) -> Read<&Person<'t>> {
        match row.person_at {
            Some(at) => Ok(&self.people[at]),
            None => self.person(row.person?),
        }
    }

    /// Puts a meeting under each type of its platform; an obstacle where a type cannot be told.
    fn index_meeting(&mut self, at: usize) -> Read<()> {
        let reference = self.meetings[at].platform?;
        let blocked = Blocked {
            place: reference.place,
            obstacle: self.obstacle_of_missing(Kind::Platform),
        };
        let entry = self
            .index
            .by_id
            .get(&Key(Kind::Platform, self.plain(reference.value)))
            .ok_or(blocked)?;
        let platform = entry.position;
        self.meetings[at].platform_at = Some(platform);
        let mut told = Ok(());
        for written in self.platforms[platform]
            .types
            .as_ref()
            .map_err(|blocked| *blocked)?
        {
            match written.map(|written| written.code()) {
                Ok(Some(kind)) => {
                    let meetings = self.index.meetings_by_type.entry(kind).or_default();
                    // A type and its alias on one platform are one.
                    if meetings.last() != Some(&(at, platform)) {
                        meetings.push((at, platform));
                    }
                }
                Ok(None) => {}
                Err(blocked) => told = Err(blocked),
            }
        }
        told
    }

    /// The platform of one of the bundle's meetings, of this mission or a guest.
    pub fn platform_of(&self, meeting: &Meeting<'t>) -> Read<&Platform<'t>> {
        match meeting.platform_at {
            Some(at) => Ok(&self.platforms[at]),
            None => self.platform(meeting.platform?),
        }
    }

    /// Meetings of platforms of a canonical type, with the platform; an obstacle for each meeting whose platform's
    /// type cannot be told.
    pub fn meetings_of_type(
        &self,
        kind: &str,
    ) -> impl Iterator<Item = Read<(&Meeting<'t>, &Platform<'t>)>> {
        self.meetings_with_type(kind)
            .map(|(meeting, platform)| Ok((meeting, platform?)))
    }

    /// Meetings that are or may be of a platform of a canonical type, with the platform or what hides it.
    pub fn meetings_with_type(
        &self,
        kind: &str,
    ) -> impl Iterator<Item = (&Meeting<'t>, Read<&Platform<'t>>)> {
        let told = self
            .index
            .meetings_by_type
            .get(kind)
            .map(Vec::as_slice)
            .unwrap_or_default();
        let is_told = |at: usize| {
            told.binary_search_by_key(&at, |&(meeting, _)| meeting)
                .is_ok()
        };
        let untold = self
            .index
            .meetings_untold
            .iter()
            .filter(move |&&(at, _)| !is_told(at));
        let untold = untold.map(|&(at, blocked)| (&self.meetings[at], blocked));
        told.iter()
            .map(|&(meeting, platform)| (&self.meetings[meeting], Ok(&self.platforms[platform])))
            .chain(untold.filter_map(move |(meeting, blocked)| {
                Some((
                    meeting,
                    self.platform_of_type(meeting, blocked, kind).transpose()?,
                ))
            }))
    }

    /// The platform of a meeting that could not be told from the mission's own records: it may be a guest.
    fn platform_of_type(
        &self,
        meeting: &Meeting<'t>,
        blocked: Blocked,
        kind: &str,
    ) -> Read<Option<&Platform<'t>>> {
        let reference = meeting.platform?;
        if !self.is_foreign(reference.value) {
            return Err(blocked);
        }
        let platform = self.platform(reference)?;
        Ok(Self::is_of_type(platform, kind)?.then_some(platform))
    }
}
