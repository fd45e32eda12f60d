//! Seats of the organization in clusters: who holds them, with which roles and programmes.

use crate::bundle::Bundle;
use crate::calendar::{Day, length_in_days};
use crate::catalogue::{Param, ParamValue};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::{Platform, Representation};
use crate::rules::Judge;

use super::theme::{Cluster, Holder, roles_on};

static COVER_DAYS: Param = Param {
    table: "cluster",
    key: "cover_days",
    value: ParamValue::Number(30, 0, 366),
    doc: "A representation declared as temporary `cover` is not judged if it lasts no longer than this many days, the \
          first and the last included.",
};

/// The parameters of all rules on these seats.
pub(in crate::rules) static PARAMS: &[&Param] = &[&COVER_DAYS];

/// Judges each seat of a member or alternate in a cluster on its last day, or the day of the run, while the policy is
/// in force. Short cover is let pass.
pub(in crate::rules) fn judge_each<'t>(
    bundle: &Bundle<'t>,
    judge: &mut Judge<'_>,
    mut check: impl FnMut(&mut Judge<'_>, &Seat<'_, 't>) -> Read<()>,
) {
    let cover_days = judge.number(&COVER_DAYS);
    for representation in &bundle.representations {
        judge.consider_seat(
            representation.head.place(),
            cluster_seat(bundle, judge, representation),
            |judge, (platform, day)| {
                if is_short_cover(representation, cover_days)? {
                    return Ok(());
                }
                let reference = representation.person?;
                let holder = Holder {
                    person: bundle.person(reference)?,
                    home: bundle.home_of(reference.value).0,
                };
                let cluster = Cluster::new(bundle, judge, platform, day);
                check(
                    judge,
                    &Seat {
                        representation,
                        reference,
                        holder,
                        cluster,
                    },
                )
            },
        );
    }
}

/// The cluster and the day on which a seat in it is judged; none where it is no such seat.
fn cluster_seat<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    representation: &Representation<'t>,
) -> Read<Option<(&'b Platform<'t>, Day)>> {
    let speaks = representation
        .capacity
        .map(|capacity| matches!(capacity.value, "member" | "alternate"));
    let platform = representation
        .platform
        .and_then(|reference| bundle.platform(reference));
    let is_cluster = platform.and_then(is_named_cluster);
    let day = representation.interval.map(|dated| {
        let begun = dated.interval.from <= judge.as_of();
        begun
            .then(|| dated.interval.last_day(judge.as_of()))
            .filter(|day| judge.in_force(*day))
    });
    if speaks == Ok(false) || is_cluster == Ok(false) || day == Ok(None) {
        return Ok(None);
    }
    speaks?;
    is_cluster?;
    let platform = platform?;
    Ok(day?.map(|day| (platform, day)))
}

/// Whether a platform is a cluster and says which: without a code there is nothing to compare.
pub(in crate::rules) fn is_named_cluster(platform: &Platform<'_>) -> Read<bool> {
    let is_unnamed = platform.clusters.as_ref().is_ok_and(Vec::is_empty);
    if is_unnamed {
        Ok(false)
    } else {
        Bundle::is_of_type(platform, "cluster")
    }
}

fn is_short_cover(representation: &Representation<'_>, most: i64) -> Read<bool> {
    let interval = representation.interval?.interval;
    let is_short = interval
        .to
        .is_some_and(|to| length_in_days(interval.from, to) <= most);
    Ok(is_short && representation.cover?)
}

/// A seat in a cluster.
pub(in crate::rules) struct Seat<'b, 't> {
    representation: &'b Representation<'t>,
    /// The person as the seat names it.
    reference: Marked<&'t str>,
    /// Who has it.
    pub(in crate::rules) holder: Holder<'b, 't>,
    /// Where it is.
    pub(in crate::rules) cluster: Cluster<'b, 't>,
}

impl<'t> Seat<'_, 't> {
    /// Codes and places of the holder's roles on the day.
    pub(in crate::rules) fn roles(&self) -> impl Iterator<Item = Read<Marked<&'t str>>> {
        roles_on(self.holder.person, self.cluster.day)
    }

    /// A finding at the person of the seat.
    pub(in crate::rules) fn finding(&self, judge: &Judge<'_>) -> Read<Finding> {
        let platform = self
            .cluster
            .bundle
            .plain(self.representation.platform?.value);
        Ok(Finding::new(judge.rule(), self.reference.place)
            .about(self.representation.head.place())
            .with("person", Fact::Person(self.reference.value.to_owned()))
            .with("platform", Fact::Id(platform.to_owned())))
    }
}
