//! Programmes that a cluster concerns: somebody of them should sit there.

use super::place::Site;
use super::programme::runs_on;
use super::standing::is_level;
use super::theme::Cluster;
use super::{all, any};
use crate::calendar::days_between;
use crate::catalogue::{Param, ParamValue};
use crate::document::{Kind, Read, entries};
use crate::record::Programme;
use crate::reference::needs_clusters;
use crate::rules::Judge;

/// How long before its end a programme ceases to demand a seat.
pub(in crate::rules) static ENDING_DAYS: Param = Param {
    table: "coverage",
    key: "ending_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "A programme that ends within this many days of the date of the run demands no seat in a cluster any more.",
};

/// A programme that demands a seat in a cluster.
pub(in crate::rules) struct Demand<'b, 't> {
    /// The programme.
    pub(in crate::rules) programme: &'b Programme<'t>,
    /// Whether it names the cluster itself.
    pub(in crate::rules) is_named: bool,
    /// Its areas that belong to the cluster.
    pub(in crate::rules) areas: Vec<&'t str>,
}

/// The programmes that demand a seat in a cluster on its day, as far as can be read.
pub(in crate::rules) struct Demands<'b, 't> {
    /// Those found, in order of path and text.
    pub(in crate::rules) found: Vec<Demand<'b, 't>>,
    /// An obstacle if there may be more.
    pub(in crate::rules) complete: Read<()>,
}

impl Demands<'_, '_> {
    /// Whether there are any.
    pub(in crate::rules) fn exist(&self) -> Read<bool> {
        if self.found.is_empty() {
            self.complete.map(|()| false)
        } else {
            Ok(true)
        }
    }
}

/// The programmes that run on the cluster's day and for some time after it, and name it or work in one of its areas;
/// below the national level only those with a site at its place.
pub(in crate::rules) fn demands<'b, 't>(
    judge: &Judge<'_>,
    cluster: &Cluster<'b, 't>,
) -> Demands<'b, 't> {
    let mut demands = Demands {
        found: Vec::new(),
        complete: cluster.bundle.nothing_unread(Kind::Programme),
    };
    for programme in &cluster.bundle.programmes {
        match demand(judge, cluster, programme) {
            Ok(Some(demand)) => demands.found.push(demand),
            Ok(None) => {}
            Err(blocked) => demands.complete = demands.complete.and(Err(blocked)),
        }
    }
    demands
}

fn demand<'b, 't>(
    judge: &Judge<'_>,
    cluster: &Cluster<'b, 't>,
    programme: &'b Programme<'t>,
) -> Read<Option<Demand<'b, 't>>> {
    let named = cluster.is_named_by(programme);
    let mut areas = Vec::new();
    let mut told = Ok(());
    for area in entries(&programme.areas) {
        let suits = area.and_then(|area| {
            let area = (*area)?.value;
            let suits = needs_clusters(area) && cluster.suits_area(area)?;
            Ok(suits.then_some(area))
        });
        match suits {
            Ok(area) => areas.extend(area),
            Err(blocked) => told = Err(blocked),
        }
    }
    let is_meant = any([named, Ok(!areas.is_empty()), told.map(|()| false)]);
    let demands = all([
        lasts(judge, cluster, programme),
        is_meant,
        is_there(cluster, programme),
    ])?;
    Ok(demands.then_some(Demand {
        programme,
        is_named: named == Ok(true),
        areas,
    }))
}

fn lasts(judge: &Judge<'_>, cluster: &Cluster<'_, '_>, programme: &Programme<'_>) -> Read<bool> {
    let ending_days = judge.number(&ENDING_DAYS);
    let to = programme.interval?.interval.to;
    let goes_on = to.is_none_or(|to| days_between(cluster.day, to) > ending_days);
    Ok(goes_on && runs_on(programme, cluster.day)?)
}

/// Whether a programme has a site where the cluster works; for a national one any will do.
fn is_there(cluster: &Cluster<'_, '_>, programme: &Programme<'_>) -> Read<bool> {
    let at_place = || {
        let Some(area) = Site::of_platform(cluster.bundle, cluster.platform)? else {
            return Ok(false);
        };
        any(entries(&programme.sites)
            .map(|site| Site::of_site(cluster.bundle, (*site?)?)?.is_within(&area)))
    };
    any([is_level(cluster.platform, "national"), at_place()])
}
