//! What a platform is on a day, and whether the organization is expected there.

use super::reading::{all, items};
use super::theme::Cluster;
use crate::bundle::Bundle;
use crate::calendar::{Day, Interval, days_between};
use crate::catalogue::{Param, ParamValue};
use crate::document::{Read, any};
use crate::record::{Mission, Platform, Status};
use crate::reference::PlatformType;
use crate::rules::Judge;

/// How long the organization has to send somebody to a new platform.
pub(crate) static NEW_DAYS: Param = Param {
    table: "coverage",
    key: "new_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "A platform that became active this many days ago or fewer is not judged: there was no time yet to send \
          somebody.",
};

/// Whether a time with a status passes a test.
pub(crate) fn has_status(
    history: &[Status<'_>],
    value: &str,
    test: impl Fn(Interval) -> bool,
) -> Read<bool> {
    any(history.iter().map(|status| {
        all([
            status.value.map(|written| written.value == value),
            status.interval.map(|dated| test(dated.interval)),
        ])
    }))
}

/// Whether a platform is active on a day; of several entries for the day one suffices.
pub(crate) fn is_active(platform: &Platform<'_>, day: Day) -> Read<bool> {
    has_status(items(&platform.status)?, "active", |days| days.covers(day))
}

/// The first entry for a day with a status; none where there is none.
pub(crate) fn entry_with<'b, 't>(
    platform: &'b Platform<'t>,
    value: &str,
    day: Day,
) -> Read<Option<&'b Status<'t>>> {
    first(platform, |status| {
        all([
            status.value.map(|written| written.value == value),
            covers(status, day),
        ])
    })
}

/// The first entry for a day, whatever its status.
pub(crate) fn entry_on<'b, 't>(
    platform: &'b Platform<'t>,
    day: Day,
) -> Read<Option<&'b Status<'t>>> {
    first(platform, |status| covers(status, day))
}

fn covers(status: &Status<'_>, day: Day) -> Read<bool> {
    status.interval.map(|dated| dated.interval.covers(day))
}

fn first<'b, 't>(
    platform: &'b Platform<'t>,
    test: impl Fn(&Status<'t>) -> Read<bool>,
) -> Read<Option<&'b Status<'t>>> {
    for status in items(&platform.status)? {
        if test(status)? {
            return Ok(Some(status));
        }
    }
    Ok(None)
}

/// The canonical types of a platform: what of them is certain, and an obstacle for each that is not.
pub(crate) fn types_of(
    platform: &Platform<'_>,
) -> impl Iterator<Item = Read<&'static PlatformType>> {
    let types = crate::document::entries(&platform.types);
    types.filter_map(
        |written| match written.copied().and_then(|written| written) {
            Ok(written) => written.named.map(|named| Ok(named.kind)),
            Err(blocked) => Some(Err(blocked)),
        },
    )
}

/// Whether the organization is expected on a platform of its types.
pub(crate) fn expects_iom(platform: &Platform<'_>) -> Read<bool> {
    any(types_of(platform).map(|kind| Ok(kind?.subject)))
}

/// Whether nobody has declared the platform irrelevant to the organization.
pub(crate) fn is_relevant(platform: &Platform<'_>) -> Read<bool> {
    let relevance = platform.relevance()?;
    Ok(relevance.is_none_or(|relevance| relevance.value != "not-relevant"))
}

/// Whether the local terms of reference permit something.
pub(crate) fn permits(platform: &Platform<'_>, what: &str) -> Read<bool> {
    let terms = platform.permits()?;
    any(terms.iter().map(|term| Ok((*term)?.value == what)))
}

/// Whether a platform is of a level: national or subnational.
pub(crate) fn is_level(platform: &Platform<'_>, level: &str) -> Read<bool> {
    Ok(platform.level()?.value == level)
}

/// Whether a subnational platform is one that nobody can or has to attend in person.
pub(crate) fn is_out_of_reach(platform: &Platform<'_>) -> Read<bool> {
    all([
        is_level(platform, "subnational"),
        any([
            permits(platform, "covered-by-hub"),
            permits(platform, "no-access"),
        ]),
    ])
}

/// Whether the organization should be there on the day of the run: the platform is active, has been for longer than
/// [`NEW_DAYS`], expects it, and is relevant. What certainly rules that out outweighs what cannot be told.
pub(crate) fn is_standing(judge: &Judge<'_>, platform: &Platform<'_>) -> Read<bool> {
    let today = judge.as_of();
    let new_days = judge.number(&NEW_DAYS);
    let settled = || {
        has_status(items(&platform.status)?, "active", |days| {
            days.covers(today) && days_between(days.from, today) > new_days
        })
    };
    all([settled(), expects_iom(platform), is_relevant(platform)])
}

/// Whether the response is coordinated by a model (cluster, refugee, mixed …) on a day. Not, without a mission record.
pub(crate) fn is_context(bundle: &Bundle<'_>, model: &str, day: Day) -> Read<bool> {
    let Some(mission) = bundle.mission()? else {
        return Ok(false);
    };
    any(mission.context_models()?.iter().map(|entry| {
        all([
            entry.value.map(|value| value.value == model),
            entry.interval.map(|dated| dated.interval.covers(day)),
        ])
    }))
}

/// Whether an integrated peace mission is there on a day.
pub(crate) fn has_integrated_mission(mission: &Mission<'_>, day: Day) -> Read<bool> {
    let missions = mission.integrated_missions()?;
    any(missions
        .iter()
        .map(|dated| Ok((*dated)?.interval.covers(day))))
}

/// A platform of type cluster that names its clusters, on the day of the run; none for others.
pub(in crate::rules) fn cluster_today<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    platform: &'b Platform<'t>,
) -> Read<Option<Cluster<'b, 't>>> {
    let is_cluster = super::cluster_seat::is_named_cluster(platform)?;
    Ok(is_cluster.then(|| Cluster::new(bundle, judge, platform, judge.as_of())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use jiff::civil::date;

    #[test]
    fn one_active_entry_for_the_day_suffices() {
        let documents = [document(
            r#"{"kind": "platform", "id": "smt", "mission": "mli", "types": ["ICWG", "asmt"],
            "relevance": {"value": "relevant"}, "local_terms": [{"permits": "no-access"}],
            "status": [{"value": "suspended", "from": "2025-01-01"},
                       {"value": "active", "from": "2025-02-01", "to": "2025-02-28"},
                       {"value": "active", "from": "2025-03-02", "to": "2025-03-01"}]}"#,
        )];
        let bundle = bundle(&documents);
        let platform = &bundle.platforms[0];
        assert_eq!(is_active(platform, date(2025, 2, 28)), Ok(true));
        assert!(
            is_active(platform, date(2025, 1, 31)).is_err(),
            "an entry cannot be read"
        );
        let value = |day| {
            let status = entry_on(platform, day);
            status.map(|status| status.map(|status| status.value.unwrap().value))
        };
        assert_eq!(
            value(date(2025, 2, 28)),
            Ok(Some("suspended")),
            "the first one counts"
        );
        assert_eq!(is_relevant(platform), Ok(true));
        assert_eq!(permits(platform, "no-access"), Ok(true));
        assert_eq!(permits(platform, "chair-other"), Ok(false));
        let types: Vec<&str> = types_of(platform)
            .map(|kind| kind.unwrap().code.as_str())
            .collect();
        assert_eq!(types, ["iccg", "asmt"]);
        assert_eq!(expects_iom(platform), Ok(true));
        assert!(is_level(platform, "national").is_err());
    }
}
