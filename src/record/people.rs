//! Persons, and who stands in for whom.

use missionlint_tape::Keys;

use crate::calendar::Interval;
use crate::document::{Dated, Marked, Read, View};
use crate::record::Head;

/// A staff member, by opaque id.
#[derive(Debug, Clone)]
pub struct Person<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// What posts the person holds or held.
    pub assignments: Read<Vec<Assignment<'t>>>,
    /// The programmes the person works or worked for.
    pub programmes: Read<Vec<Stint<'t>>>,
}

/// A post held for some time.
#[derive(Debug, Clone)]
pub struct Assignment<'t> {
    /// Code of the role.
    pub role: Read<Marked<&'t str>>,
    /// staff, surge, standby, tdy, consultant.
    pub kind: Read<Marked<&'t str>>,
    /// Reference to an office.
    pub duty_station: Read<Marked<&'t str>>,
    /// The country, where it is not the mission's.
    pub country: Read<Option<Marked<&'t str>>>,
    /// Codes of the clusters coordinated.
    pub clusters: Read<Vec<Read<Marked<&'t str>>>>,
    /// When.
    pub interval: Read<Dated>,
    /// The object.
    pub view: View<'t>,
}

/// Work for a programme.
#[derive(Debug, Clone, Copy)]
pub struct Stint<'t> {
    /// Reference to the programme.
    pub programme: Read<Marked<&'t str>>,
    /// When; none = as long as the programme runs.
    pub interval: Read<Option<Interval>>,
}

/// What is read of a person.
const OF_PERSONS: Keys<2> = Keys::new(["assignments", "programmes"]);

impl<'t> Person<'t> {
    /// Reads a person record.
    pub fn read(head: Head<'t>) -> Self {
        let [assignments, programmes] = head.view.fields(&OF_PERSONS);
        Self {
            head,
            assignments: assignments.list(Assignment::read),
            programmes: programmes.optional_list(|stint| Stint {
                programme: stint.text_of("programme"),
                interval: stint.optional_interval(),
            }),
        }
    }
}

/// What is read of an assignment.
const OF_ASSIGNMENTS: Keys<7> = Keys::new([
    "role",
    "kind",
    "duty_station",
    "country",
    "cluster",
    "from",
    "to",
]);

impl<'t> Assignment<'t> {
    fn read(view: View<'t>) -> Self {
        let [role, kind, duty_station, country, clusters, from, to] = view.fields(&OF_ASSIGNMENTS);
        Self {
            role: role.text(),
            kind: kind.text(),
            duty_station: duty_station.text(),
            country: country.optional_text(),
            clusters: clusters.optional_list(View::text),
            interval: view.interval_of(from, to),
            view,
        }
    }
}

/// One person put in the place of another.
#[derive(Debug, Clone)]
pub struct Designation<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// acting-com or hct-alternate.
    pub designation: Read<Marked<&'t str>>,
    /// Who is represented.
    pub from_person: Read<Marked<&'t str>>,
    /// Who represents.
    pub to_person: Read<Marked<&'t str>>,
    /// The platforms it is limited to; none = all.
    pub scope: Read<Vec<Read<Marked<&'t str>>>>,
    /// When.
    pub interval: Read<Dated>,
}

impl<'t> Designation<'t> {
    /// Reads a designation record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            designation: view.text_of("designation"),
            from_person: view.text_of("from_person"),
            to_person: view.text_of("to_person"),
            scope: view.optional_list("scope", View::text),
            interval: view.interval(),
        }
    }

    /// com-limited-experience, absence or vacancy.
    pub fn ground(&self) -> Read<Option<Marked<&'t str>>> {
        self.head.view.optional_text("ground")
    }
}

/// A post nobody holds.
#[derive(Debug, Clone, Copy)]
pub struct Vacancy<'t> {
    /// Kind, id, class.
    pub head: Head<'t>,
    /// Code of the role.
    pub role: Read<Marked<&'t str>>,
    /// When.
    pub interval: Read<Dated>,
}

impl<'t> Vacancy<'t> {
    /// Reads a vacancy record.
    pub fn read(head: Head<'t>) -> Self {
        let view = head.view;
        Self {
            head,
            role: view.text_of("role"),
            interval: view.interval(),
        }
    }

    /// Code of the cluster to be coordinated.
    pub fn cluster(&self) -> Read<Option<Marked<&'t str>>> {
        self.head.view.optional_text("cluster")
    }

    /// Whether somebody is being sought.
    pub fn is_advertised(&self) -> Read<bool> {
        let advertised = self.head.view.optional_flag("advertised")?;
        Ok(advertised.is_some_and(|advertised| advertised.value))
    }
}
