//! Who leads the mission on a day, or acts as the one who does.

use super::security_meeting::ACTING_COM;
use crate::bundle::{Bundle, Holder, Terms};
use crate::calendar::Day;
use crate::document::{Marked, Read, any};
use crate::finding::{Fact, Finding};
use crate::record::{Designation, Person};
use crate::reference::{self, RoleClass};

/// Who leads a mission, for questions about many days.
pub(crate) struct Leadership<'b, 't> {
    bundle: &'b Bundle<'t>,
    /// Chiefs of mission, of this mission and of the one that covers it.
    pub(crate) chiefs: Terms<Holder<'b, 't>>,
    /// Designations of acting chiefs, whatever their scope.
    pub(crate) acting: Terms<&'b Designation<'t>>,
    covered: Read<bool>,
}

impl<'b, 't> Leadership<'b, 't> {
    /// The leadership of a mission.
    pub(crate) fn of(bundle: &'b Bundle<'t>) -> Self {
        let covered = bundle.mission().and_then(|mission| {
            mission.map_or(Ok(false), |mission| Ok(mission.covered_by?.is_some()))
        });
        Self {
            bundle,
            chiefs: bundle.chief_terms(),
            acting: bundle.designation_terms(ACTING_COM),
            covered,
        }
    }

    /// Whether the mission is covered by the chief of another one. Not, without a mission record.
    pub(crate) fn is_covered(&self) -> Read<bool> {
        self.covered
    }

    /// An obstacle if chiefs or acting chiefs of a day may be unknown.
    pub(crate) fn complete(&self, day: Day) -> Read<()> {
        self.chiefs.complete(day, day)?;
        self.acting.complete(day, day)
    }

    /// Whether a person, as a reference of this mission names it, is chief of mission on a day.
    pub(crate) fn is_chief(&self, person: &str, day: Day) -> bool {
        let person = self.bundle.home_of(self.bundle.plain(person));
        self.chiefs.on(day).any(|chief| {
            let id = chief.person.head.id;
            id.is_ok_and(|id| (chief.mission, id.value) == person)
        })
    }

    /// Whether a person acts as chief on a day for a platform, given by its id in this mission.
    pub(crate) fn is_acting(&self, person: &str, day: Day, platform: &str) -> Read<bool> {
        any(self.acting.on(day).map(|designation| {
            let is_person = designation
                .to_person
                .map(|to| self.bundle.plain(to.value) == self.bundle.plain(person));
            super::all([is_person, self.bundle.names_platform(designation, platform)])
        }))
    }

    /// Whether a person may speak for the whole mission on a platform on a day: the chief, the acting one, in a mission
    /// that another chief covers anybody of class head, and while nobody is chief the head of office. That somebody is
    /// none of these needs the leadership of the day to be [complete](Self::complete).
    pub(crate) fn is_head(
        &self,
        reference: Marked<&'t str>,
        person: &Person<'t>,
        day: Day,
        platform: &str,
    ) -> Read<bool> {
        if self.is_chief(reference.value, day) {
            return Ok(true);
        }
        let acting = self.is_acting(reference.value, day, platform);
        let heads = super::all([
            self.covered,
            has_role_of_class(person, day, RoleClass::Head),
        ]);
        if acting == Ok(true) || heads == Ok(true) {
            return Ok(true);
        }
        self.complete(day)?;
        let vacant = self.chiefs.on(day).next().is_none();
        let stands_in = super::all([Ok(vacant), has_role(person, day, "head-of-office")]);
        any([acting, heads, stands_in])
    }

    /// The chief on a day, the mission's own before others, the first by id.
    pub(crate) fn chief(&self, day: Day) -> Option<Fact> {
        let own = self.bundle.id;
        let named = self
            .chiefs
            .on(day)
            .filter_map(|chief| Some((chief.mission, chief.person.head.id.ok()?.value)));
        let (mission, id) = named.min_by_key(|(mission, id)| (*mission != own, *mission, *id))?;
        Some(Fact::Person(if mission == own {
            id.to_owned()
        } else {
            format!("{mission}/{id}")
        }))
    }

    /// Adds where each chief's post is recorded.
    pub(crate) fn with_posts(&self, finding: Finding, day: Day) -> Finding {
        let roles = self
            .chiefs
            .on(day)
            .filter_map(|chief| Some(chief.assignment.role.ok()?.place));
        finding.and_all("chief", roles)
    }
}

/// Whether a person holds a role on a day.
pub(crate) fn has_role(person: &Person<'_>, day: Day, role: &str) -> Read<bool> {
    any(super::theme::roles_on(person, day).map(|held| Ok(held?.value == role)))
}

/// Whether a person holds a role of a class on a day.
pub(crate) fn has_role_of_class(person: &Person<'_>, day: Day, class: RoleClass) -> Read<bool> {
    any(super::theme::roles_on(person, day).map(|held| {
        let held = reference::role(held?.value);
        Ok(held.is_some_and(|held| held.class == class))
    }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use jiff::civil::date;

    const PEOPLE: &str = r#"{"mission": "mli", "kind": "person", "records": [
        {"id": "P-1", "assignments": [{"role": "chief-of-mission", "from": "2024-01-01", "to": "2025-01-31"}]},
        {"id": "P-2", "assignments": [{"role": "head-of-office", "from": "2024-01-01"}]},
        {"id": "P-3", "assignments": [{"role": "programme-officer", "from": "2024-01-01"}]},
        {"kind": "designation", "id": "D-1", "designation": "acting-com", "from_person": "P-1",
         "to_person": "mli/P-3", "scope": ["smt"], "from": "2025-02-01", "to": "2025-02-10"}]}"#;

    #[test]
    fn the_head_of_office_leads_only_while_nobody_is_chief() {
        let documents = [document(PEOPLE)];
        let bundle = bundle(&documents);
        let leadership = Leadership::of(&bundle);
        let is_head = |at: usize, day, platform| {
            let person = &bundle.people[at];
            leadership.is_head(person.head.id.unwrap(), person, day, platform)
        };
        let (with_chief, without) = (date(2025, 1, 31), date(2025, 2, 10));
        assert_eq!(is_head(0, with_chief, "hct"), Ok(true));
        assert_eq!(is_head(1, with_chief, "hct"), Ok(false));
        assert_eq!(is_head(0, without, "hct"), Ok(false));
        assert_eq!(is_head(1, without, "hct"), Ok(true));
        assert_eq!(is_head(2, without, "smt"), Ok(true), "acting");
        assert_eq!(is_head(2, without, "hct"), Ok(false), "acting, elsewhere");
        assert_eq!(is_head(2, date(2025, 2, 11), "smt"), Ok(false));
        assert_eq!(
            leadership.chief(with_chief),
            Some(Fact::Person("P-1".to_owned()))
        );
        assert_eq!(leadership.chief(without), None);
    }

    #[test]
    fn who_leads_is_not_known_while_a_post_cannot_be_read() {
        let unread =
            r#"{"id": "P-9", "assignments": [{"from": "2025-02-01"}]}, {"kind": "designation""#;
        let documents = [document(
            &PEOPLE.replace(r#"{"kind": "designation""#, unread),
        )];
        let bundle = bundle(&documents);
        let leadership = Leadership::of(&bundle);
        let person = &bundle.people[1];
        let is_head = |day| leadership.is_head(person.head.id.unwrap(), person, day, "hct");
        assert_eq!(
            is_head(date(2025, 1, 31)),
            Ok(false),
            "before the unread post"
        );
        assert!(
            is_head(date(2025, 2, 1)).is_err(),
            "the unread post may be the chief's"
        );
        let chief = &bundle.people[0];
        let day = date(2025, 1, 1);
        assert_eq!(
            leadership.is_head(chief.head.id.unwrap(), chief, day, "hct"),
            Ok(true)
        );
    }
}
