//! The post of chief of mission is vacant and nobody acts.

use super::shared::period::days_within;
use super::shared::seat::judged_day;
use super::shared::security_meeting::{ACTING_COM, SMT};
use super::{Judge, Rule};
use crate::bundle::{Bundle, Holder, Terms};
use crate::calendar::{Day, Interval, length_in_days};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Designation, Representation, Vacancy};

static META: Meta = Meta {
    id: "com-post-vacant",
    group: Group::Security,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "The post of Chief of Mission is vacant and nobody acts as such.",
    page: "## What it checks\n\
        Every vacancy of the post `chief-of-mission` that has begun by the date of the run: on each of its days up to \
        that date somebody is Chief of Mission all the same (in this mission, or in the one named in `covered_by`), \
        or a designation `acting-com` is in force.\n\n\
        ## Why it matters\n\
        The Chief of Mission has to take part in the Security Management Team. While nobody leads the mission nobody \
        can, which is for the mission and its regional office to settle, not for those who attend the meetings.\n\n\
        ## Exceptions\n\
        Days before 1 September 2022 are not judged. That a vacancy is reported once, on the mission, is our reading: \
        the policy does not speak of vacancies. It replaces `smt-observer-only`, `smt-delegate-not-acting` and \
        `smt-com-absent` for all meetings during the vacancy.\n\n\
        ## What it marks\n\
        The `id` of the mission, or the vacancy's `role` where there is no mission record. Related: the vacancy's \
        `role`.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022): mandatory",
    statements: &["N38"],
    strength: Strength::Mandatory,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "bko",
     "from": "2021-02-01", "to": "2024-12-31"}]},
  {"kind": "person", "id": "P-02", "assignments": [
    {"role": "resource-management-officer", "kind": "staff", "duty_station": "bko",
     "from": "2023-06-01"}]},
  {"kind": "vacancy", "id": "V-1", "role": "chief-of-mission",
   "from": "2025-01-01", "to": "2025-02-28"}
]}
"#,
    valid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "acting-com",
 "from_person": "P-01", "to_person": "P-02", "ground": "vacancy",
 "from": "2025-01-01", "to": "2025-02-28"}
"#,
    invalid: r#"
{"kind": "designation", "id": "D-1", "mission": "mli", "designation": "acting-com",
 "from_person": "P-01", "to_person": "P-02", "ground": "vacancy",
 "from": "2025-01-01", "to": "2025-01-31"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if bundle.vacancies.is_empty() {
        return;
    }
    let chiefs = bundle.chief_terms();
    let acting = bundle.designation_terms(ACTING_COM);
    for vacancy in &bundle.vacancies {
        judge.consider(
            vacancy.head.place(),
            gap_of(judge, vacancy),
            |judge, gap| {
                let Some(uncovered) = uncovered_days(&gap, &chiefs, &acting)? else {
                    return Ok(());
                };
                judge.report(describe(bundle, vacancy, &gap, uncovered, judge.as_of())?);
                Ok(())
            },
        );
    }
}

/// A vacancy of the post as far as it is judged.
struct Gap<'t> {
    role: Marked<&'t str>,
    whole: Interval,
    first: Day,
    last: Day,
}

/// None for other posts, and for vacancies that had not begun or were over before the policy.
fn gap_of<'t>(judge: &Judge<'_>, vacancy: &Vacancy<'t>) -> Read<Option<Gap<'t>>> {
    if vacancy
        .role
        .is_ok_and(|role| role.value != "chief-of-mission")
    {
        return Ok(None);
    }
    let whole = vacancy.interval?.interval;
    let last = whole.last_day(judge.as_of());
    if whole.from > last || !judge.in_force(last) {
        return Ok(None);
    }
    let first = judge
        .pack_start()
        .map_or(whole.from, |begin| whole.from.max(begin));
    Ok(Some(Gap {
        role: vacancy.role?,
        whole,
        first,
        last,
    }))
}

/// On how many days nobody leads the mission; none if there is no such day.
fn uncovered_days(
    gap: &Gap<'_>,
    chiefs: &Terms<Holder<'_, '_>>,
    acting: &Terms<&Designation<'_>>,
) -> Read<Option<i64>> {
    let chiefs_days = chiefs.found().iter().map(|(days, _)| *days);
    let acting_days = acting.found().iter().map(|(days, _)| *days);
    let covered = days_within(chiefs_days.chain(acting_days), gap.first, gap.last);
    let uncovered = length_in_days(gap.first, gap.last) - covered;
    if uncovered == 0 {
        return Ok(None);
    }
    chiefs.complete(gap.first, gap.last)?;
    acting.complete(gap.first, gap.last)?;
    Ok(Some(uncovered))
}

fn describe(
    bundle: &Bundle<'_>,
    vacancy: &Vacancy<'_>,
    gap: &Gap<'_>,
    uncovered: i64,
    as_of: Day,
) -> Read<Finding> {
    let mission = bundle
        .missions
        .first()
        .and_then(|mission| mission.head.id.ok());
    let finding = Finding::new(&META, mission.map_or(gap.role.place, |id| id.place))
        .with("vacancy", Fact::Id(vacancy.head.id?.value.to_owned()))
        .with("from", Fact::Day(gap.whole.from))
        .with("to", Fact::Day(gap.last))
        .with("uncovered", Fact::Number(uncovered))
        .and("vacancy", gap.role.place)
        .judged_on(gap.last)
        .about(vacancy.head.place());
    let meetings = meetings_in(bundle, gap.whole);
    let seats = seats_in(bundle, gap.whole, as_of);
    Ok(meetings.chain(seats).fold(finding, Finding::about))
}

/// Places of the seats in the country teams that are judged on a day of an interval: nobody was designated, which is
/// one cause, and this finding stands for theirs.
fn seats_in(bundle: &Bundle<'_>, interval: Interval, as_of: Day) -> impl Iterator<Item = Place> {
    let is_judged = move |seat: &&Representation<'_>| {
        let day = judged_day(seat, as_of);
        day.is_ok_and(|day| day.is_some_and(|day| interval.covers(day)))
    };
    let seats = bundle.representations.iter().filter(is_judged);
    let seats = seats.filter(|seat| {
        let platform = seat.platform.and_then(|named| bundle.platform(named));
        platform.is_ok_and(|platform| {
            let is_of_type = |kind| Bundle::is_of_type(platform, kind) == Ok(true);
            is_of_type("hct") || is_of_type("unct")
        })
    });
    seats.map(|seat| seat.head.place())
}

/// Places of the Security Management Team's meetings in an interval: this finding stands for theirs.
fn meetings_in(bundle: &Bundle<'_>, interval: Interval) -> impl Iterator<Item = Place> {
    let meetings = bundle
        .meetings_of_type(SMT)
        .flatten()
        .map(|(meeting, _)| meeting);
    let inside = meetings.filter(move |meeting| {
        meeting
            .start
            .is_ok_and(|start| interval.covers(start.value.day))
    });
    inside.map(|meeting| meeting.head.place())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use jiff::civil::date;

    #[test]
    fn seats_in_country_teams_judged_during_a_vacancy_are_its_consequence() {
        let documents = [document(
            r#"{"mission": "mli", "kind": "representation", "records": [
            {"kind": "platform", "id": "hct", "types": ["hct"]}, {"kind": "platform", "id": "unct", "types": ["unct"]},
            {"kind": "platform", "id": "smt", "types": ["smt"]},
            {"id": "a", "platform": "hct", "from": "2024-01-01", "to": "2025-02-28"},
            {"id": "b", "platform": "hct", "from": "2024-01-01", "to": "2025-03-01"},
            {"id": "c", "platform": "unct", "from": "2024-01-01"},
            {"id": "d", "platform": "smt", "from": "2024-01-01"},
            {"id": "e", "platform": "hct", "from": "2025-04-01"}
        ]}"#,
        )];
        let bundle = bundle(&documents);
        let vacancy = Interval {
            from: date(2025, 3, 1),
            to: Some(date(2025, 3, 31)),
        };
        let places: Vec<Place> = seats_in(&bundle, vacancy, date(2025, 3, 31)).collect();
        let heads = bundle.representations.iter().map(|seat| seat.head);
        let concerned = heads.filter(|head| places.contains(&head.place()));
        let ids: Vec<&str> = concerned.map(|head| head.id.unwrap().value).collect();
        assert_eq!(ids, ["b", "c"]);
    }
}
