//! Seats on platforms of a type: who holds them, with which roles.

use super::theme::roles_on;
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Person, Platform, Representation};
use crate::reference;
use crate::rules::Judge;

/// Which seats a rule judges.
pub(in crate::rules) struct Wanted {
    /// The canonical type of their platforms.
    pub(in crate::rules) kind: &'static str,
    /// Types of merged bodies that another rule judges.
    pub(in crate::rules) except: &'static [&'static str],
    /// The capacities; none = any.
    pub(in crate::rules) capacities: &'static [&'static str],
}

/// A seat on the day it is judged: its last, or that of the run.
pub(in crate::rules) struct Seat<'b, 't> {
    /// The mission.
    pub(in crate::rules) bundle: &'b Bundle<'t>,
    /// The record.
    pub(in crate::rules) record: &'b Representation<'t>,
    /// The platform.
    pub(in crate::rules) platform: &'b Platform<'t>,
    /// The day.
    pub(in crate::rules) day: Day,
    /// The person as the seat names it.
    pub(in crate::rules) reference: Marked<&'t str>,
    /// The person.
    pub(in crate::rules) person: &'b Person<'t>,
}

/// Judges each seat of a sort that has begun while the policy is in force. `applies` may except more, such as by the
/// platform; it is asked before the person is looked for.
pub(in crate::rules) fn judge_each<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &mut Judge<'_>,
    wanted: &Wanted,
    applies: impl Fn(&Platform<'t>, Day) -> Read<bool>,
    mut check: impl FnMut(&mut Judge<'_>, &Seat<'b, 't>) -> Read<()>,
) {
    for record in &bundle.representations {
        let subject = subject(bundle, judge, wanted, record).and_then(|subject| {
            let Some((platform, day)) = subject else {
                return Ok(None);
            };
            Ok(applies(platform, day)?.then_some((platform, day)))
        });
        judge.consider_seat(record.head.place(), subject, |judge, (platform, day)| {
            let reference = record.person?;
            let seat = Seat {
                bundle,
                record,
                platform,
                day,
                reference,
                person: bundle.person(reference)?,
            };
            check(judge, &seat)
        });
    }
}

/// The day on which a seat is judged: the earlier of its last and that of the run; none where it begins later.
pub(in crate::rules) fn judged_day(record: &Representation<'_>, as_of: Day) -> Read<Option<Day>> {
    let days = record.interval?.interval;
    Ok((days.from <= as_of).then(|| days.last_day(as_of)))
}

fn subject<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    wanted: &Wanted,
    record: &Representation<'t>,
) -> Read<Option<(&'b Platform<'t>, Day)>> {
    let speaks = record.capacity.map(|capacity| {
        wanted.capacities.is_empty() || wanted.capacities.contains(&capacity.value)
    });
    // A seat is recorded in the mission whose platform it is on.
    let foreign = record
        .platform
        .is_ok_and(|platform| bundle.is_foreign(platform.value));
    let platform = record.platform.and_then(|named| bundle.platform(named));
    let is_kind = platform.and_then(|platform| {
        let excepted = wanted
            .except
            .iter()
            .map(|kind| Bundle::is_of_type(platform, kind).map(|is| !is));
        super::all(std::iter::once(Bundle::is_of_type(platform, wanted.kind)).chain(excepted))
    });
    let day = judged_day(record, judge.as_of()).map(|day| day.filter(|day| judge.in_force(*day)));
    if foreign || speaks == Ok(false) || is_kind == Ok(false) || day == Ok(None) {
        return Ok(None);
    }
    speaks?;
    is_kind?;
    let platform = platform?;
    Ok(day?.map(|day| (platform, day)))
}

impl<'t> Seat<'_, 't> {
    /// Id of the platform as references of this mission name it.
    pub(in crate::rules) fn platform_id(&self) -> Read<&'t str> {
        Ok(self.bundle.plain(self.record.platform?.value))
    }

    /// The roles of the person on the day.
    pub(in crate::rules) fn roles(&self) -> Read<Vec<Marked<&'t str>>> {
        roles_on(self.person, self.day).collect()
    }

    /// A finding at the person of the seat.
    pub(in crate::rules) fn finding_at_person(&self, judge: &Judge<'_>) -> Read<Finding> {
        self.describe(Finding::new(judge.rule(), self.reference.place))
    }

    /// A finding at the capacity of the seat.
    pub(in crate::rules) fn finding_at_capacity(&self, judge: &Judge<'_>) -> Read<Finding> {
        self.describe(Finding::new(judge.rule(), self.record.capacity?.place))
    }

    fn describe(&self, finding: Finding) -> Read<Finding> {
        Ok(finding
            .about(self.record.head.place())
            .with("person", Fact::Person(self.reference.value.to_owned()))
            .with("platform", Fact::Id(self.platform_id()?.to_owned())))
    }

    /// The capacity as evidence.
    pub(in crate::rules) fn capacity(&self) -> Read<Fact> {
        Ok(Fact::Code(self.record.capacity?.value.to_owned()))
    }
}

/// The highest of several roles as evidence: the one with the least level, the first of these. None without roles.
pub(in crate::rules) fn first_role(roles: &[Marked<&str>]) -> Option<Fact> {
    let level = |role: &&Marked<&str>| {
        let level = reference::role(role.value).and_then(|role| role.level);
        level.unwrap_or(u8::MAX)
    };
    let highest = roles.iter().min_by_key(level)?;
    Some(Fact::Role(highest.value.to_owned()))
}

/// Adds where roles are recorded.
pub(in crate::rules) fn with_roles(finding: Finding, roles: &[Marked<&str>]) -> Finding {
    finding.and_all("role", roles.iter().map(|role| role.place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
    use crate::config::Settings;
    use crate::reference::Policy;
    use jiff::civil::date;

    static META: Meta = Meta {
        id: "example",
        group: Group::Humanitarian,
        severity: Severity::Warning,
        scope: Scope::Subject,
        summary: "",
        page: "",
        example: Example::None,
        source: "",
        statements: &[],
        strength: Strength::Inferred,
        pack: Some("em-contexts"),
        also_packs: &[],
        params: &[],
    };

    const WANTED: Wanted = Wanted {
        kind: "unct",
        except: &["hct"],
        capacities: &["member", "alternate"],
    };

    /// Ids of the seats judged on a day with the days they are judged on, and the number of those that cannot be.
    fn judged(day: Day) -> (Vec<(&'static str, Day)>, u64) {
        let documents = [document(
            r#"{"mission": "mli", "kind": "representation", "records": [
            {"kind": "platform", "id": "unct", "types": ["unct"]},
            {"kind": "platform", "id": "both", "types": ["unct", "hct"]},
            {"kind": "person", "id": "P-1", "assignments": []},
            {"id": "a", "platform": "unct", "person": "P-1", "capacity": "member", "from": "2024-01-01"},
            {"id": "b", "platform": "both", "person": "P-1", "capacity": "member", "from": "2024-01-01"},
            {"id": "c", "platform": "unct", "person": "P-1", "capacity": "observer", "from": "2024-01-01"},
            {"id": "d", "platform": "eth/unct", "person": "P-1", "capacity": "member", "from": "2024-01-01"},
            {"id": "e", "platform": "unct", "person": "P-1", "capacity": "alternate",
             "from": "2020-01-01", "to": "2022-10-31"},
            {"id": "f", "platform": "unct", "person": "P-1", "capacity": "alternate",
             "from": "2020-01-01", "to": "2022-11-01"},
            {"id": "g", "platform": "unct", "person": "P-1", "capacity": "member", "from": "2025-04-01"},
            {"id": "h", "platform": "unct", "person": "nobody", "capacity": "member", "from": "2024-01-01"},
            {"id": "i", "platform": "uncct", "person": "P-1", "capacity": "member", "from": "2024-01-01"},
            {"id": "j", "platform": "uncct", "person": "P-1", "capacity": "observer", "from": "2024-01-01"}
        ]}"#,
        )];
        let bundle = bundle(&documents);
        let settings = Settings::default();
        let mut judge = Judge::new(&META, &settings, day, Policy::Dated);
        let mut seen = Vec::new();
        judge_each(
            &bundle,
            &mut judge,
            &WANTED,
            |_, _| Ok(true),
            |_, seat| {
                seen.push((seat.record.head.id?.value.to_owned(), seat.day));
                Ok(())
            },
        );
        let seen = seen.into_iter().map(|(id, day)| (&*id.leak(), day));
        (seen.collect(), judge.finish().tally.blocked)
    }

    #[test]
    fn seats_of_the_sort_are_judged_on_their_last_day() {
        let today = date(2025, 3, 31);
        let expected = vec![("a", today), ("f", date(2022, 11, 1))];
        assert_eq!(
            judged(today),
            (expected, 2),
            "h has no known person, i no known platform"
        );
    }

    #[test]
    fn the_highest_role_stands_for_all() {
        let documents = [document(
            r#"["programme-officer", "deputy-chief-of-mission", "other"]"#,
        )];
        let root = documents[0].tree.roots().next().unwrap();
        let roles: Vec<Marked<&str>> = root
            .elements()
            .map(|node| documents[0].view(node.index()).text().unwrap())
            .collect();
        assert_eq!(
            first_role(&roles),
            Some(Fact::Role("deputy-chief-of-mission".to_owned()))
        );
        assert_eq!(first_role(&[]), None);
    }
}
