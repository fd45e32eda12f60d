//! The regional office of a mission has no regional thematic specialist of the right department on record.

use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Marked, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Contact, Mission};
use crate::reference::{is_unit_within, support_office, units};

static META: Meta = Meta {
    id: "rts-missing",
    group: Group::Organization,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "No regional thematic specialist is on record at the mission's regional office.",
    page: "## What it checks\n\
        Among the contacts of the mission and those of no mission there is, on the day of the run, a regional thematic \
        specialist at the mission’s regional office, in the Department of Humanitarian Response and Recovery or a unit \
        below it. Else: one there is in another `unit`, one of the mission is `elsewhere`, or there is `none`.\n\n\
        ## Why it matters\n\
        The regional thematic specialist is the first to turn to for emergencies and recovery, and passes on what \
        headquarters offers.\n\n\
        ## Exceptions\n\
        Missions supported by a sub-regional office. Interim specialists count. A unit that was renamed is told by \
        another rule.\n\n\
        ## What it marks\n\
        The `unit` or the `office` of the contact, else the `id` of the mission; related: the regional office.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, About IOM (October 2024)",
    statements: &["N70", "N71", "N72"],
    strength: Strength::Should,
    pack: Some("iom-structure-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DHRR", "office": "ro-dakar", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
    invalid: r#"
{"kind": "contact", "id": "K-1", "mission": "mli", "role": "regional-thematic-specialist",
 "unit": "DHRR", "office": "ro-nairobi", "mailbox": "dhrr@iom.int", "from": "2024-10-11"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

const ROLE: &str = "regional-thematic-specialist";
const DEPARTMENT: &str = "DHRR";

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    for mission in &bundle.missions {
        judge.consider(
            mission.head.place(),
            regional_office(judge, mission),
            |judge, office| {
                if let Some(finding) = fault(bundle, judge, mission, office)? {
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

/// The first regional office, no sub-regional one, that supports a mission on the day of the run.
fn regional_office<'t>(judge: &Judge<'_>, mission: &Mission<'t>) -> Read<Option<Marked<&'t str>>> {
    for entry in mission.regional_offices()? {
        if !entry.interval?.interval.covers(judge.as_of()) {
            continue;
        }
        let office = entry.value?;
        if support_office(office.value).is_some_and(|row| row.kind == "ro") {
            return Ok(Some(office));
        }
    }
    Ok(None)
}

fn fault(
    bundle: &Bundle<'_>,
    judge: &Judge<'_>,
    mission: &Mission<'_>,
    office: Marked<&str>,
) -> Read<Option<Finding>> {
    let regional = bundle.guests.regional();
    let contacts = || bundle.contacts.iter().chain(&regional.contacts);
    let is_there = |contact: &Contact<'_>| Ok(contact.office?.value == office.value);
    let specialist = |contact: &Contact<'_>| is_specialist(judge, contact);
    let suits = |contact: &Contact<'_>| suits(judge, contact);
    if any(contacts().map(|contact| all([specialist(contact), is_there(contact), suits(contact)])))?
    {
        return Ok(None);
    }
    bundle.nothing_unread(Kind::Contact)?;
    regional.complete?;
    for contact in contacts() {
        if all([specialist(contact), is_there(contact)])? {
            let unit = contact.unit?;
            let told = Told::new("unit", unit.place).of(contact, Some(unit.value));
            return told.describe(judge, mission, office).map(Some);
        }
    }
    for contact in &bundle.contacts {
        if specialist(contact)? {
            let told = Told::new("elsewhere", contact.office?.place).of(contact, None);
            return told.describe(judge, mission, office).map(Some);
        }
    }
    let told = Told::new("none", mission.head.id?.place);
    told.describe(judge, mission, office).map(Some)
}

/// Whether a contact is a regional thematic specialist, also an interim one, on the day of the run.
fn is_specialist(judge: &Judge<'_>, contact: &Contact<'_>) -> Read<bool> {
    let role = contact.role.map(|role| {
        let rest = role.value.strip_prefix(ROLE);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    });
    let present = contact
        .interval
        .map(|dated| dated.interval.covers(judge.as_of()));
    all([role, present])
}

/// Whether the contact's unit is the department or part of it, or has another name by now.
fn suits(judge: &Judge<'_>, contact: &Contact<'_>) -> Read<bool> {
    let (unit, day) = (contact.unit?.value, judge.as_of());
    let mut called = units().iter().filter(|row| row.is_called(unit)).peekable();
    let is_superseded = called.peek().is_some() && called.all(|row| !row.covers(day));
    Ok(is_superseded || is_unit_within(unit, DEPARTMENT, day))
}

/// What is wrong, with the contact that comes nearest.
struct Told<'b, 't> {
    fault: &'static str,
    place: Place,
    contact: Option<&'b Contact<'t>>,
    unit: Option<&'t str>,
}

impl<'b, 't> Told<'b, 't> {
    fn new(fault: &'static str, place: Place) -> Self {
        Self {
            fault,
            place,
            contact: None,
            unit: None,
        }
    }

    fn of(self, contact: &'b Contact<'t>, unit: Option<&'t str>) -> Self {
        Self {
            contact: Some(contact),
            unit,
            ..self
        }
    }

    fn describe(
        self,
        judge: &Judge<'_>,
        mission: &Mission<'_>,
        office: Marked<&str>,
    ) -> Read<Finding> {
        let mut finding = Finding::new(&META, self.place)
            .about(mission.head.place())
            .with("fault", Fact::Kind(self.fault.to_owned()))
            .with("office", Fact::Code(office.value.to_owned()));
        if let Some(contact) = self.contact {
            finding = finding
                .about(contact.head.place())
                .with("contact", Fact::Id(contact.head.id?.value.to_owned()))
                .with(
                    "contact_office",
                    Fact::Code(contact.office?.value.to_owned()),
                );
        }
        let unit = self.unit.map(|unit| Fact::Code(unit.to_owned()));
        Ok(finding
            .with_some("unit", unit)
            .with("date", Fact::Day(judge.as_of()))
            .and("office", office.place))
    }
}
