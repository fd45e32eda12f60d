//! Every reference that records make to each other.

use super::Bundle;
use crate::document::{Kind, Location, Marked, Read};

/// What a reference should lead to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Target {
    /// A record of this kind.
    Record(Kind),
    /// An office in a mission record.
    Office,
}

impl Target {
    /// The word for it in findings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Record(kind) => kind.code(),
            Self::Office => "office",
        }
    }
}

/// Called for each reference, with its obstacle where it cannot be read.
type Visit<'v, 't> = &'v mut dyn FnMut(Target, Read<Marked<&'t str>>);

const PERSON: Target = Target::Record(Kind::Person);
const PLATFORM: Target = Target::Record(Kind::Platform);
const PROGRAMME: Target = Target::Record(Kind::Programme);

impl<'t> Bundle<'t> {
    /// Visits every reference of the bundle's records, kind by kind. Sites written as P-codes are none.
    pub fn each_reference(&self, visit: Visit<'_, 't>) {
        self.references_before_meetings(visit);
        for meeting in &self.meetings {
            visit(PLATFORM, meeting.platform);
            visit_location(visit, meeting.place);
            match &meeting.attendance {
                Ok(rows) => rows.iter().for_each(|row| visit(PERSON, row.person)),
                Err(blocked) => visit(PERSON, Err(*blocked)),
            }
        }
        self.references_of_contacts(visit);
    }

    /// Visits references as [`Bundle::each_reference`] does, but for those of meetings that are known to lead to persons
    /// and platforms of the mission; gives the number of these.
    pub fn each_unsettled_reference(&self, visit: Visit<'_, 't>) -> u64 {
        let mut settled = 0;
        self.references_before_meetings(visit);
        for meeting in &self.meetings {
            let is_own = |platform: Marked<&str>| !self.is_foreign(platform.value);
            if meeting.platform_at.is_some() && meeting.platform.is_ok_and(is_own) {
                settled += 1;
            } else {
                visit(PLATFORM, meeting.platform);
            }
            visit_location(visit, meeting.place);
            match &meeting.attendance {
                Ok(rows) => rows.iter().for_each(|row| match row.person_at {
                    Some(_) => settled += 1,
                    None => visit(PERSON, row.person),
                }),
                Err(blocked) => visit(PERSON, Err(*blocked)),
            }
        }
        self.references_of_contacts(visit);
        settled
    }

    fn references_of_contacts(&self, visit: Visit<'_, 't>) {
        for contact in &self.contact_logs {
            visit(PLATFORM, contact.platform);
            visit(PERSON, contact.by);
        }
    }

    fn references_before_meetings(&self, visit: Visit<'_, 't>) {
        self.references_of_missions(visit);
        self.references_of_people(visit);
        self.references_of_platforms(visit);
        for representation in &self.representations {
            visit(PLATFORM, representation.platform);
            visit(PERSON, representation.person);
        }
        for designation in &self.designations {
            visit(PERSON, designation.from_person);
            visit(PERSON, designation.to_person);
            each(&designation.scope, |platform| visit(PLATFORM, platform));
        }
    }

    fn references_of_missions(&self, visit: Visit<'_, 't>) {
        for mission in &self.missions {
            match &mission.offices {
                Ok(offices) => offices
                    .iter()
                    .for_each(|office| visit_some(visit, Target::Office, office.parent)),
                Err(blocked) => visit(Target::Office, Err(*blocked)),
            }
            match &mission.ocha_presence {
                Ok(presences) => presences
                    .iter()
                    .flatten()
                    .for_each(|presence| visit_location(visit, presence.place.map(Some))),
                Err(blocked) => visit(Target::Office, Err(*blocked)),
            }
        }
    }

    fn references_of_people(&self, visit: Visit<'_, 't>) {
        for person in &self.people {
            match &person.assignments {
                Ok(assignments) => assignments
                    .iter()
                    .for_each(|post| visit(Target::Office, post.duty_station)),
                Err(blocked) => visit(Target::Office, Err(*blocked)),
            }
            match &person.programmes {
                Ok(stints) => stints
                    .iter()
                    .for_each(|stint| visit(PROGRAMME, stint.programme)),
                Err(blocked) => visit(PROGRAMME, Err(*blocked)),
            }
        }
        for programme in &self.programmes {
            each(&programme.sites, |site| {
                if !site.is_ok_and(|site| self.is_pcode_site(site.value)) {
                    visit(Target::Office, site);
                }
            });
        }
    }

    /// Whether a programme's site is written as a P-code rather than the id of an office.
    pub fn is_pcode_site(&self, site: &str) -> bool {
        looks_like_pcode(site) && self.office(site).is_none()
    }

    fn references_of_platforms(&self, visit: Visit<'_, 't>) {
        for platform in &self.platforms {
            visit_location(visit, platform.place);
            each(&platform.parents, |parent| visit(PLATFORM, parent));
            match &platform.cluster_coordinators {
                Ok(seats) => seats
                    .iter()
                    .for_each(|seat| visit_some(visit, PERSON, seat.person)),
                Err(blocked) => visit(PERSON, Err(*blocked)),
            }
        }
    }
}

fn each<'t>(list: &Read<Vec<Read<Marked<&'t str>>>>, mut visit: impl FnMut(Read<Marked<&'t str>>)) {
    match list {
        Ok(items) => items.iter().for_each(|item| visit(*item)),
        Err(blocked) => visit(Err(*blocked)),
    }
}

fn visit_some<'t>(visit: Visit<'_, 't>, target: Target, reference: Read<Option<Marked<&'t str>>>) {
    if let Some(reference) = reference.transpose() {
        visit(target, reference);
    }
}

fn visit_location<'t>(visit: Visit<'_, 't>, location: Read<Option<Location<'t>>>) {
    match location {
        Ok(Some(Location::Office(office))) => visit(Target::Office, Ok(office)),
        Ok(_) => {}
        Err(blocked) => visit(Target::Office, Err(blocked)),
    }
}

/// Two or three capital letters, perhaps a space, a digit, then digits, spaces and dashes: P-codes are irregular in
/// some countries (`HT 0811-07`).
pub(crate) fn looks_like_pcode(text: &str) -> bool {
    let letters = text.bytes().take_while(u8::is_ascii_uppercase).count();
    let rest = text[letters..]
        .strip_prefix(' ')
        .unwrap_or(&text[letters..])
        .as_bytes();
    (2..=3).contains(&letters)
        && rest.first().is_some_and(u8::is_ascii_digit)
        && rest
            .iter()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b' ' | b'-'))
}
