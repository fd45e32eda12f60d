//! Nobody knows whether a platform that every country has works here.

use super::shared::standing::{entry_on, types_of};
use super::shared::{Bound, items, nearest_bound};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Kind, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Mission, Platform, Status};
use crate::reference::{PlatformType, platform_types};

static STATUS_DAYS: Param = Param {
    table: "platform-status-missing",
    key: "status_days",
    value: ParamValue::Number(180, 1, 3_660),
    doc: "Number of days for which what is recorded on the status of a platform holds without being confirmed.",
};

static META: Meta = Meta {
    id: "platform-status-missing",
    group: Group::Coverage,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Whether the UNCT, PMT, OMT or SMT works is not recorded, or not confirmed.",
    page: "## What it checks\n\
        For the United Nations Country Team, the Programme and the Operations Management Team and the Security \
        Management Team: a platform of the type is recorded (`no-record`, an advice), it has a status on the day of \
        the run (`no-status`), and that was confirmed or changed within `status_days` (180; `stale`).\n\n\
        ## Why it matters\n\
        These bodies are part of the coordination structure everywhere. Where one of them is not established, or \
        suspended, that is worth knowing too; only saying nothing is not.\n\n\
        ## Exceptions\n\
        Platforms marked `historic`. A body recorded as `not-established` with a reason needs no confirmation.\n\n\
        ## What it marks\n\
        The `id` of the mission (`no-record`); the end of the last status, else the beginning of the next (`no-status`); \
        `confirmed`, else the beginning of the present status (`stale`). Related, for these two: the `id` of the \
        platform.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Pre-Crisis Coordination Structure (September 2022)",
    statements: &["N1"],
    strength: Strength::Should,
    pack: Some("em-precrisis"),
    also_packs: &[],
    params: &[&STATUS_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "platform", "id": "smt", "mission": "mli", "confirmed": "2025-02-14",
 "types": ["smt"], "level": "national", "status": [{"value": "active", "from": "2013-01-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "smt", "mission": "mli", "confirmed": "2024-02-14",
 "types": ["smt"], "level": "national", "status": [{"value": "active", "from": "2013-01-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    match bundle.mission() {
        Ok(Some(mission)) => check_mission(bundle, judge, mission),
        Ok(None) => {}
        Err(blocked) => judge.block(blocked),
    }
    for platform in &bundle.platforms {
        judge.consider(
            platform.head.place(),
            known_type(platform),
            |judge, kind| {
                if let Some(finding) = fault(judge, platform, kind)? {
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

fn check_mission(bundle: &Bundle<'_>, judge: &mut Judge<'_>, mission: &Mission<'_>) {
    let today = judge.as_of();
    for kind in platform_types().iter().filter(|kind| kind.status_known) {
        judge.consider(
            mission.head.place(),
            is_recorded(bundle, kind),
            |judge, ()| {
                let finding = Finding::new(&META, mission.head.id?.place)
                    .weighing(Severity::Warning.lowered())
                    .with("type", Fact::Kind(kind.code.clone()))
                    .with("fault", Fact::Kind("no-record".to_owned()))
                    .with("date", Fact::Day(today));
                judge.report(finding);
                Ok(())
            },
        );
    }
}

/// None where a platform of the type is recorded.
fn is_recorded(bundle: &Bundle<'_>, kind: &PlatformType) -> Read<Option<()>> {
    let mut untold = Ok(());
    for (_, told) in bundle.platforms_of_type(&kind.code) {
        match told {
            Ok(()) => return Ok(None),
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    untold?;
    bundle.nothing_unread(Kind::Platform).map(Some)
}

/// The first type of a platform whose status must be known; none for others and for historic ones.
fn known_type(platform: &Platform<'_>) -> Read<Option<&'static PlatformType>> {
    let mut untold = Ok(None);
    let mut found = None;
    for kind in types_of(platform) {
        match kind {
            Ok(kind) if kind.status_known => {
                found = Some(kind);
                break;
            }
            Ok(_) => {}
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    let historic = platform.head.is_historic();
    if historic == Ok(true) || (found.is_none() && untold.is_ok()) {
        return Ok(None);
    }
    historic?;
    found.map_or(untold, |kind| Ok(Some(kind)))
}

fn fault(judge: &Judge<'_>, platform: &Platform<'_>, kind: &PlatformType) -> Read<Option<Finding>> {
    match entry_on(platform, judge.as_of())? {
        None => no_status(judge, platform, kind).map(Some),
        Some(entry) => stale(judge, platform, kind, entry),
    }
}

fn no_status(judge: &Judge<'_>, platform: &Platform<'_>, kind: &PlatformType) -> Read<Finding> {
    let id = platform.head.id?;
    let entries = items(&platform.status)?.iter();
    let intervals = entries
        .map(|status| status.interval)
        .collect::<Read<Vec<_>>>()?;
    let (place, last) = match nearest_bound(intervals.iter().copied(), judge.as_of()) {
        Some(Bound::Ended(day)) => (day.place, Some(Fact::Day(day.value))),
        Some(Bound::Begins(day)) => (day.place, None),
        None => (platform.head.view.member("status")?.place(), None),
    };
    Ok(Finding::new(&META, place)
        .about(platform.head.place())
        .with("type", Fact::Kind(kind.code.clone()))
        .with("fault", Fact::Kind("no-status".to_owned()))
        .with("platform", Fact::Id(id.value.to_owned()))
        .with_some("last", last)
        .with("date", Fact::Day(judge.as_of()))
        .and("platform", id.place))
}

fn stale(
    judge: &Judge<'_>,
    platform: &Platform<'_>,
    kind: &PlatformType,
    entry: &Status<'_>,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let limit = judge.number(&STATUS_DAYS);
    let confirmed = platform.head.confirmed()?;
    let confirmed_day = confirmed.map(|day| day.value);
    let fresh = |day: Day| days_between(day, today) <= limit;
    if confirmed_day.is_some_and(|day| day <= today && fresh(day)) {
        return Ok(None);
    }
    if entry.value?.value == "not-established" && entry.has_reason()? {
        return Ok(None);
    }
    let mut days: Vec<Day> = confirmed_day.into_iter().collect();
    for status in items(&platform.status)? {
        let interval = status.interval?.interval;
        days.extend([Some(interval.from), interval.to].into_iter().flatten());
    }
    let last = days.into_iter().filter(|day| *day <= today).max();
    let Some(last) = last.filter(|day| !fresh(*day)) else {
        return Ok(None);
    };
    let id = platform.head.id?;
    let place = match confirmed {
        Some(confirmed) => confirmed.place,
        None => entry.interval?.from,
    };
    let finding = Finding::new(&META, place)
        .about(platform.head.place())
        .with("type", Fact::Kind(kind.code.clone()))
        .with("fault", Fact::Kind("stale".to_owned()))
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("last", Fact::Day(last))
        .with("days", Fact::Number(days_between(last, today)))
        .with("limit", Fact::Number(limit))
        .with("date", Fact::Day(today))
        .and("platform", id.place);
    Ok(Some(finding))
}
