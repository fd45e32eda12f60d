//! The chief of mission has no seat in the Security Management Team.

use super::shared::leadership::Leadership;
use super::shared::security_meeting::{ACTING_COM_SATISFIES, SMT};
use super::shared::standing::{is_active, is_level};
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::{Bundle, CHIEF};
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Platform, Representation};

static META: Meta = Meta {
    id: "smt-com-representation-missing",
    group: Group::Security,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "The Chief of Mission has no member seat in the Security Management Team.",
    page: "## What it checks\n\
        Every Security Management Team of national level that is active on the date of the run: a representation with \
        the capacity `member` covers that date, and its person is Chief of Mission on it, of this mission, or acts as \
        such by a designation `acting-com` that has no `scope` or names the platform.\n\n\
        ## Why it matters\n\
        The Chief of Mission represents IOM in the team, and taking part is mandatory. Whoever else is recorded as \
        member cannot speak for IOM on the security of its staff.\n\n\
        ## Exceptions\n\
        Missions that name another one in `covered_by` are not judged, nor is a day on which a vacancy of the post is \
        recorded: `com-post-vacant` speaks of that. Teams of subnational level belong to other duty stations and are \
        not judged. With `smt.acting_com_satisfies = false` nobody can act. That an acting Chief of Mission satisfies \
        the duty is our reading: the policy does not say.\n\n\
        ## What it marks\n\
        The `id` of the team. Related: the post of each Chief of Mission, the `person` of each member seat.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): mandatory",
    statements: &["N38", "N39"],
    strength: Strength::Mandatory,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&ACTING_COM_SATISFIES],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "from": "2024-02-01"}]},
  {"kind": "person", "id": "P-02", "assignments": [
    {"role": "resource-management-officer", "kind": "staff", "duty_station": "bko",
     "from": "2023-06-01"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "smt",
 "person": "P-01", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "smt",
 "person": "P-02", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    let leadership = Leadership::of(bundle);
    let excepted = any([leadership.is_covered(), is_vacant(bundle, today)]);
    if excepted == Ok(true) {
        return;
    }
    for (platform, told) in bundle.platforms_of_type(SMT) {
        let applies = all([
            told.map(|()| true),
            is_level(platform, "national"),
            is_active(platform, today),
        ]);
        let applies = applies.map(|applies| applies.then_some(()));
        judge.consider_seat(platform.head.place(), applies, |judge, ()| {
            let team = Team {
                platform,
                id: platform.head.id?.value,
                leadership: &leadership,
                acting_counts: judge.flag(&ACTING_COM_SATISFIES),
            };
            if let Some(finding) = judge_team(&team, bundle, today, excepted)? {
                judge.report(finding);
            }
            Ok(())
        });
    }
}

/// Whether the post of chief of mission is recorded as vacant on a day.
fn is_vacant(bundle: &Bundle<'_>, day: Day) -> Read<bool> {
    let unread = bundle.nothing_unread(Kind::Vacancy).map(|()| false);
    let vacancies = bundle.vacancies.iter().map(|vacancy| {
        all([
            vacancy.role.map(|role| role.value == CHIEF),
            vacancy.interval.map(|dated| dated.interval.covers(day)),
        ])
    });
    any(vacancies.chain([unread]))
}

/// A team and who may take IOM's seat in it.
struct Team<'m, 'b, 't> {
    platform: &'m Platform<'t>,
    id: &'t str,
    leadership: &'m Leadership<'b, 't>,
    acting_counts: bool,
}

fn is_member(seat: &Representation<'_>) -> Read<bool> {
    Ok(seat.capacity?.value == "member")
}

impl<'t> Team<'_, '_, 't> {
    fn is_led_by(&self, seat: &Representation<'t>, day: Day) -> Read<bool> {
        let person = seat.person.map(|person| person.value);
        let chief = person.map(|person| self.leadership.is_chief(person, day));
        let acting = || person.and_then(|person| self.leadership.is_acting(person, day, self.id));
        let leads = any([
            chief,
            if self.acting_counts {
                acting()
            } else {
                Ok(false)
            },
        ]);
        all([is_member(seat), leads])
    }
}

/// None where the chief or acting chief has a member seat. That nobody has needs everything to be read that may show
/// otherwise, and the mission to be no exception for certain.
fn judge_team<'t>(
    team: &Team<'_, '_, 't>,
    bundle: &Bundle<'t>,
    day: Day,
    excepted: Read<bool>,
) -> Read<Option<Finding>> {
    let seats = bundle.seats_of(team.id);
    let led = any(seats.on(day).map(|seat| team.is_led_by(seat, day)));
    if led == Ok(true) {
        return Ok(None);
    }
    excepted?;
    seats.complete(day, day)?;
    team.leadership.complete(day)?;
    led?;
    let mut members = Vec::new();
    for seat in seats.on(day) {
        if is_member(seat)? {
            let person = seat.person?;
            // One who cannot be found may be the chief, misspelt.
            bundle.person(person)?;
            members.push(person);
        }
    }
    let named = members.iter().map(|person| person.value.to_owned());
    let named = (!members.is_empty()).then(|| Fact::People(named.collect()));
    let finding = Finding::new(&META, team.platform.head.id?.place)
        .about(team.platform.head.place())
        .with("platform", Fact::Id(team.id.to_owned()))
        .with("date", Fact::Day(day))
        .with_some("chief", team.leadership.chief(day))
        .with_some("members", named);
    let finding = team.leadership.with_posts(finding, day);
    Ok(Some(finding.and_all(
        "member",
        members.iter().map(|person| person.place),
    )))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::shared::testing::{BLOCKED, RUN, judged};

    const TEAM: &str = r#"
        {"id": "smt", "types": ["smt"], "level": "national", "status": [{"value": "active", "from": "2020-01-01"}]},
        {"kind": "person", "id": "P-1", "assignments": [{"role": "chief-of-mission", "from": "2020-01-01"}]},
        {"kind": "person", "id": "P-2", "assignments": []}"#;

    #[test]
    fn a_seat_of_the_chief_needs_nothing_else_to_be_known() {
        let vacancy = r#"{"kind": "vacancy", "id": "V-1", "role": 7, "from": "2025-03-01"}"#;
        let seat = |person: &str| {
            format!(
                r#"{{"kind": "representation", "id": "R-1", "platform": "smt", "person": "{person}",
                    "capacity": "member", "from": "2020-01-01"}}"#
            )
        };
        let with = |records: &[&str]| judged(&RULE, &[&[TEAM], records].concat().join(","));
        assert_eq!(with(&[&seat("P-1"), vacancy]), (0, RUN));
        assert_eq!(with(&[&seat("P-2")]), (1, RUN));
        assert_eq!(
            with(&[&seat("P-2"), vacancy]),
            (0, BLOCKED),
            "the post may be vacant"
        );
        assert_eq!(
            with(&[&seat("P-3")]),
            (0, BLOCKED),
            "this may be the chief, misspelt"
        );
    }

    #[test]
    fn a_seat_that_leads_nowhere_may_be_the_one_that_is_missing() {
        let astray = r#"{"kind": "representation", "id": "R-1", "platform": "smtt", "person": "P-1",
            "capacity": "member", "from": "2020-01-01"}"#;
        assert_eq!(judged(&RULE, &[TEAM, astray].join(",")), (0, BLOCKED));
    }
}
