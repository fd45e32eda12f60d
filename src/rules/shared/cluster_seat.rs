//! Seats of the organization in clusters: who holds them, with which roles and programmes.

use crate::bundle::Bundle;
use crate::calendar::{Day, length_in_days};
use crate::catalogue::{Param, ParamValue};
use crate::document::{Marked, Read, any, entries};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Person, Platform, Programme, Representation, Stint};
use crate::reference::{Era, area_matches, cluster_class};
use crate::rules::Judge;

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
        judge.consider(
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
                let cluster = Cluster {
                    bundle,
                    platform,
                    day,
                    era: era_of(bundle, judge.vocabulary_day(day)),
                };
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
fn is_named_cluster(platform: &Platform<'_>) -> Read<bool> {
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

/// The era of a day in the mission.
fn era_of(bundle: &Bundle<'_>, day: Day) -> Read<Era> {
    let Some(mission) = bundle.mission()? else {
        return Ok(Era::PreReset);
    };
    let transition = mission.cluster_transition_date?;
    let is_after = transition.is_some_and(|transition| transition.value <= day);
    Ok(if is_after {
        Era::PostReset
    } else {
        Era::PreReset
    })
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

/// Codes and places of the roles a person has on a day.
pub(in crate::rules) fn roles_on<'t>(
    person: &Person<'t>,
    day: Day,
) -> impl Iterator<Item = Read<Marked<&'t str>>> {
    Bundle::posts_of(person, day).map(|post| post?.role)
}

/// A person, and the mission in which the person's references are at home.
#[derive(Clone, Copy)]
pub(in crate::rules) struct Holder<'b, 't> {
    pub(in crate::rules) person: &'b Person<'t>,
    pub(in crate::rules) home: &'t str,
}

/// A cluster on a day.
pub(in crate::rules) struct Cluster<'b, 't> {
    pub(in crate::rules) bundle: &'b Bundle<'t>,
    pub(in crate::rules) platform: &'b Platform<'t>,
    pub(in crate::rules) day: Day,
    era: Read<Era>,
}

impl<'b, 't> Cluster<'b, 't> {
    /// What tells it from others, among findings of a run.
    pub(in crate::rules) fn key(&self) -> (Place, Day) {
        (self.platform.head.place(), self.day)
    }

    /// Its codes.
    pub(in crate::rules) fn codes(&self) -> impl Iterator<Item = Read<Marked<&'t str>>> {
        entries(&self.platform.clusters).map(|code| *code?)
    }

    /// Whether a programme that a person works for on the day belongs to it.
    pub(in crate::rules) fn suits(&self, holder: Holder<'b, 't>) -> Read<bool> {
        let suits_in = |era| {
            any(self
                .programmes_of(holder)
                .map(|programme| self.has(programme?, era)))
        };
        match self.era {
            Ok(era) => suits_in(era),
            // Whatever the era, it does.
            Err(_)
                if suits_in(Era::PreReset) == Ok(true) && suits_in(Era::PostReset) == Ok(true) =>
            {
                Ok(true)
            }
            Err(blocked) => Err(blocked),
        }
    }

    /// The programmes in force on the day that a person works for on that day.
    pub(in crate::rules) fn programmes_of(
        &self,
        holder: Holder<'b, 't>,
    ) -> impl Iterator<Item = Read<&'b Programme<'t>>> {
        entries(&holder.person.programmes).filter_map(move |stint| match stint {
            Ok(stint) => self.programme_of(stint, holder.home).transpose(),
            Err(blocked) => Some(Err(blocked)),
        })
    }

    fn programme_of(&self, stint: &Stint<'t>, home: &'t str) -> Read<Option<&'b Programme<'t>>> {
        let works = stint
            .interval
            .map(|interval| interval.is_none_or(|interval| interval.covers(self.day)));
        if works == Ok(false) {
            return Ok(None);
        }
        let programme = self.bundle.programme_from(home, stint.programme?)?;
        if !programme.interval?.interval.covers(self.day) {
            return Ok(None);
        }
        works.map(|_| Some(programme))
    }

    /// Whether an area of a programme belongs to the cluster, or the programme names it.
    fn has(&self, programme: &Programme<'t>, era: Era) -> Read<bool> {
        let areas = entries(&programme.areas).map(|area| {
            let area = (*area?)?;
            any(self
                .codes()
                .map(|code| Ok(area_matches(area.value, code?.value, era))))
        });
        let named = entries(&programme.clusters).map(|named| {
            let class = cluster_class((*named?)?.value, era);
            any(self
                .codes()
                .map(|code| Ok(cluster_class(code?.value, era) == class)))
        });
        any(areas.chain(named))
    }
}
