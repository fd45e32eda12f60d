//! A subnational platform where the organization has an office is attended by somebody posted elsewhere.

use super::shared::coverage::{is_voice, plain_person};
use super::shared::place::{Site, written};
use super::shared::standing::{NEW_DAYS, is_level, is_out_of_reach, is_standing};
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Person, Platform, Representation};

static META: Meta = Meta {
    id: "subnational-representative-elsewhere",
    group: Group::Subnational,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A subnational platform beside an IOM office is left to someone posted elsewhere.",
    page: "## What it checks\n\
        Every representation as member or alternate that covers the date of the run, on a subnational platform that \
        is active and has been for more than 30 days (parameter `coverage.new_days`), at a place where IOM has an \
        open office: the person's duty station on that day is there, or somebody else with a voice on the platform \
        is posted there.\n\n\
        ## Why it matters\n\
        Subnational coordination belongs to the head of the sub-office or the staff in the area. Somebody who comes \
        from the capital knows less, and is not there when an extraordinary meeting is called.\n\n\
        ## Exceptions\n\
        Temporary `cover`; platforms whose local terms permit `covered-by-hub` or `no-access`, or that are declared \
        `not-relevant`; places without an office; persons without an assignment on that day, which other rules see.\n\n\
        ## What it marks\n\
        The `person` of the representation. Related: the `duty_station` of each assignment on that day, the `place` \
        of the platform.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N8"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&NEW_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "mission", "id": "mli", "name": "IOM Mali", "countries": ["MLI"],
   "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
   "offices": [
     {"id": "bko", "place": "Bamako", "from": "1998-03-01"},
     {"id": "gao", "place": "Gao", "from": "2013-03-15"}],
   "phase": [{"value": "protracted", "from": "2015-01-01"}],
   "context_model": [{"value": "cluster", "from": "2012-04-01"}]},
  {"kind": "person", "id": "P-03", "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-07", "assignments": [
    {"role": "head-of-sub-office", "kind": "staff", "duty_station": "gao", "from": "2024-03-01"}]},
  {"kind": "platform", "id": "sub-gao", "types": ["subnational-coordination"],
   "level": "subnational", "place": "gao", "status": [{"value": "active", "from": "2013-01-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "sub-gao",
 "person": "P-07", "capacity": "member", "from": "2024-03-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "sub-gao",
 "person": "P-03", "capacity": "member", "from": "2024-03-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for seat in &bundle.representations {
        let applies = applies(bundle, judge, seat);
        judge.consider_seat(seat.head.place(), applies, |judge, (platform, area)| {
            let excused = any([seat.cover, is_out_of_reach(platform)]);
            if excused == Ok(true) {
                return Ok(());
            }
            let stations = stations(bundle.person(seat.person?)?, today)?;
            if stations.is_empty() || is_any_at(bundle, &stations, &area)? {
                return Ok(());
            }
            if has_colleague(bundle, platform, seat, &area, today)? {
                return Ok(());
            }
            excused?;
            judge.report(describe(bundle, platform, seat, &stations, today)?);
            Ok(())
        });
    }
}

/// The platform and its place, for a seat that the rule judges.
fn applies<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    seat: &Representation<'t>,
) -> Read<Option<(&'b Platform<'t>, Site<'t>)>> {
    let today = judge.as_of();
    let is_seat = all([
        seat.platform
            .map(|platform| !bundle.is_foreign(platform.value)),
        seat.capacity
            .map(|capacity| matches!(capacity.value, "member" | "alternate")),
        seat.interval.map(|dated| dated.interval.covers(today)),
    ]);
    let platform = || bundle.platform(seat.platform?);
    let is_concerned = all([
        is_seat,
        platform().and_then(|platform| is_level(platform, "subnational")),
        platform().and_then(|platform| platform.place.map(|place| place.is_some())),
        platform().and_then(|platform| is_standing(judge, platform)),
    ]);
    if !is_concerned? {
        return Ok(None);
    }
    let platform = platform()?;
    let Some(area) = Site::of_platform(bundle, platform)? else {
        return Ok(None);
    };
    let has_office = any(bundle.offices()?.iter().map(|office| {
        all([
            office.interval.map(|dated| dated.interval.covers(today)),
            Site::of_office(office).and_then(|site| site.is_same(&area)),
        ])
    }));
    Ok(has_office?.then_some((platform, area)))
}

/// The duty stations of a person on a day.
fn stations<'t>(person: &Person<'t>, day: Day) -> Read<Vec<Marked<&'t str>>> {
    Bundle::posts_of(person, day)
        .map(|post| post?.duty_station)
        .collect()
}

fn is_any_at<'t>(bundle: &Bundle<'t>, stations: &[Marked<&'t str>], area: &Site<'t>) -> Read<bool> {
    any(stations
        .iter()
        .map(|station| Site::of_reference(bundle, *station)?.is_within(area)))
}

/// Whether somebody else with a voice on the platform is posted there.
fn has_colleague<'t>(
    bundle: &Bundle<'t>,
    platform: &Platform<'t>,
    seat: &Representation<'t>,
    area: &Site<'t>,
    day: Day,
) -> Read<bool> {
    let person = plain_person(bundle, seat)?.value;
    let seats = bundle.seats_of(platform.head.id?.value);
    let found = any(seats.on(day).map(|other| {
        let posted = || {
            let colleague = bundle.person(other.person?)?;
            is_any_at(bundle, &stations(colleague, day)?, area)
        };
        all([
            is_voice(other),
            plain_person(bundle, other).map(|other| other.value != person),
            posted(),
        ])
    }));
    any([found, seats.complete(day, day).map(|()| false)])
}

fn describe(
    bundle: &Bundle<'_>,
    platform: &Platform<'_>,
    seat: &Representation<'_>,
    stations: &[Marked<&str>],
    today: Day,
) -> Read<Finding> {
    let person = seat.person?;
    let finding = Finding::new(&META, person.place)
        .about(seat.head.place())
        .and_all("station", stations.iter().map(|station| station.place))
        .with("person", Fact::Person(person.value.to_owned()))
        .with(
            "platform",
            Fact::Id(bundle.plain(seat.platform?.value).to_owned()),
        )
        .with_some(
            "duty_station",
            stations
                .first()
                .map(|station| Fact::Id(station.value.to_owned())),
        );
    let place = platform.head.view.member("place")?.place();
    let name = platform.place?.map(|place| written(place).to_owned());
    Ok(finding
        .and("place", place)
        .with_some("place", name.map(Fact::Text))
        .with("date", Fact::Day(today)))
}
