//! The last seat that spoke for the organization on a platform has ended, and no other has begun.

use super::shared::coverage::{has_voice, is_voice, judge_each};
use super::shared::standing::{NEW_DAYS, is_out_of_reach};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Platform, Representation};

use super::shared::all;

static META: Meta = Meta {
    id: "representation-expired",
    group: Group::Timeliness,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "The last representation on an active platform has ended without a successor.",
    page: "## What it checks\n\
        Every platform on which IOM takes part, on the date of the run: if it is active and has been for more than \
        30 days (parameter `coverage.new_days`), and a representation as member, alternate or coordinator has ended, \
        another one covers that day.\n\n\
        ## Why it matters\n\
        A seat whose holder has left is the most frequent way in which IOM loses its voice on a platform: everybody \
        believes that somebody sits there.\n\n\
        ## Exceptions\n\
        Seats that were a temporary `cover` and records kept as `historic`. Platforms declared `not-relevant`; types \
        on which IOM has no seat of its own; subnational platforms whose local terms permit `covered-by-hub` or \
        `no-access`. One finding for each platform, on the seat that ended last.\n\n\
        ## What it marks\n\
        The last day (`to`) of the representation that ended last. Related: the first day of the next one, if one is \
        recorded already; the `id` of the platform.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N2"],
    strength: Strength::Should,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&NEW_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-hea", "mission": "mli", "types": ["cluster"], "clusters": ["HEA"],
 "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-06", "capacity": "member", "from": "2024-02-01", "to": "2025-12-31"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-06", "capacity": "member", "from": "2024-02-01", "to": "2024-12-31"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let any_type = |_: &Judge<'_>, _: &Platform<'_>| Ok(true);
    judge_each(bundle, judge, any_type, |judge, platform| {
        let today = judge.as_of();
        let reach = is_out_of_reach(platform);
        if reach == Ok(true) || has_voice(bundle, platform, today)? {
            return Ok(());
        }
        if let Some(ended) = last_ended(bundle, platform, today)? {
            reach?;
            judge.report(describe(bundle, platform, ended, today)?);
        }
        Ok(())
    });
}

/// A seat that is over, with its last day.
type Ended<'b, 't> = (&'b Representation<'t>, Marked<Day>);

/// The voice that ended last before a day; the first recorded of several.
fn last_ended<'b, 't>(
    bundle: &'b Bundle<'t>,
    platform: &Platform<'t>,
    day: Day,
) -> Read<Option<Ended<'b, 't>>> {
    let mut last: Option<Ended<'b, 't>> = None;
    for (days, seat) in bundle.seats_of(platform.head.id?.value).found() {
        let Some(to) = days.to.filter(|to| *to < day) else {
            continue;
        };
        let counts = all([
            is_voice(seat),
            seat.head.is_historic().map(|historic| !historic),
            seat.cover.map(|cover| !cover),
        ])?;
        if counts && last.is_none_or(|(_, known)| known.value < to) {
            let place = seat.interval?.to.unwrap_or(seat.head.place());
            last = Some((seat, Marked { value: to, place }));
        }
    }
    Ok(last)
}

/// The voice that begins next after a day.
fn successor<'b, 't>(
    bundle: &'b Bundle<'t>,
    platform: &Platform<'t>,
    day: Day,
) -> Read<Option<&'b Representation<'t>>> {
    let mut next: Option<(Day, &Representation<'t>)> = None;
    for &(days, seat) in bundle.seats_of(platform.head.id?.value).found() {
        let sooner = days.from > day && next.is_none_or(|(known, _)| days.from < known);
        if sooner && is_voice(seat)? {
            next = Some((days.from, seat));
        }
    }
    Ok(next.map(|(_, seat)| seat))
}

fn describe(
    bundle: &Bundle<'_>,
    platform: &Platform<'_>,
    (seat, ended): Ended<'_, '_>,
    today: Day,
) -> Read<Finding> {
    let id = platform.head.id?;
    let successor = successor(bundle, platform, today)?;
    let next = successor.map(|seat| seat.person).transpose()?;
    let begins = successor.map(|seat| seat.interval).transpose()?;
    Ok(Finding::new(&META, ended.place)
        .about(platform.head.place())
        .and_all("begins", begins.map(|dated| dated.from))
        .and("platform", id.place)
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("person", Fact::Person(seat.person?.value.to_owned()))
        .with("ended", Fact::Day(ended.value))
        .with("days", Fact::Number(days_between(ended.value, today)))
        .with_some(
            "successor",
            next.map(|person| Fact::Person(person.value.to_owned())),
        )
        .with("date", Fact::Day(today)))
}
