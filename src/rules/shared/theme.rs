//! Clusters by their themes: which programmes and whose staff belong to one.

use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Meta, Severity};
use crate::document::{Marked, Read, any, entries};
use crate::finding::Place;
use crate::record::{Person, Platform, Programme, Stint};
use crate::reference::{self, Era, RoleClass, area_matches, area_relates, cluster_class};
use crate::rules::Judge;

/// The era of a day in the mission.
pub(in crate::rules) fn era_of(bundle: &Bundle<'_>, day: Day) -> Read<Era> {
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

/// Whether a role is to coordinate a cluster.
pub(in crate::rules) fn is_coordinator(role: &str) -> bool {
    matches!(role, "cluster-coordinator" | "cluster-co-coordinator")
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
    pub(in crate::rules) era: Read<Era>,
}

impl<'b, 't> Cluster<'b, 't> {
    /// A platform with cluster codes on a day, in the era of that day or of the latest policy.
    pub(in crate::rules) fn new(
        bundle: &'b Bundle<'t>,
        judge: &Judge<'_>,
        platform: &'b Platform<'t>,
        day: Day,
    ) -> Self {
        Self {
            bundle,
            platform,
            day,
            era: era_of(bundle, judge.vocabulary_day(day)),
        }
    }

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
        self.in_era(|era| {
            any(self
                .programmes_of(holder)
                .map(|programme| self.has(programme?, era)))
        })
    }

    /// Whether a programme names it in its own `clusters`.
    pub(in crate::rules) fn is_named_by(&self, programme: &Programme<'t>) -> Read<bool> {
        self.in_era(|era| self.is_named(programme, era))
    }

    /// Whether an area's staff may be members of it.
    pub(in crate::rules) fn suits_area(&self, area: &str) -> Read<bool> {
        self.in_era(|era| self.any_code(|code| area_matches(area, code, era)))
    }

    /// Whether an area's staff may be members of it or commonly observe it.
    pub(in crate::rules) fn concerns_area(&self, area: &str) -> Read<bool> {
        self.in_era(|era| self.any_code(|code| area_relates(area, code, era)))
    }

    /// Whether it shares a class with a cluster code.
    pub(in crate::rules) fn shares(&self, cluster: &str) -> Read<bool> {
        self.in_era(|era| {
            let class = cluster_class(cluster, era);
            self.any_code(|code| cluster_class(code, era) == class)
        })
    }

    /// The answer in its era; where the era cannot be told, the answer that both eras give.
    fn in_era(&self, test: impl Fn(Era) -> Read<bool>) -> Read<bool> {
        match self.era {
            Ok(era) => test(era),
            // Whatever the era, it does.
            Err(_) if test(Era::PreReset) == Ok(true) && test(Era::PostReset) == Ok(true) => {
                Ok(true)
            }
            Err(blocked) => Err(blocked),
        }
    }

    fn any_code(&self, test: impl Fn(&str) -> bool) -> Read<bool> {
        any(self.codes().map(|code| Ok(test(code?.value))))
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
            let area = (*area?)?.value;
            self.any_code(|code| area_matches(area, code, era))
        });
        any(areas.chain([self.is_named(programme, era)]))
    }

    fn is_named(&self, programme: &Programme<'t>, era: Era) -> Read<bool> {
        any(entries(&programme.clusters).map(|named| {
            let class = cluster_class((*named?)?.value, era);
            self.any_code(|code| cluster_class(code, era) == class)
        }))
    }
}

/// The severity of a rule on areas and clusters: only the namesakes of clusters are established, and an error may rest
/// on nothing else.
pub(in crate::rules) fn severity_for(rule: &Meta, areas: &[String]) -> Severity {
    let is_established = areas.iter().all(|area| reference::is_confirmed_area(area));
    if is_established {
        rule.severity
    } else {
        rule.severity.lowered()
    }
}

/// Each programme once.
pub(in crate::rules) fn distinct<'b, 't>(
    programmes: Vec<&'b Programme<'t>>,
) -> Vec<&'b Programme<'t>> {
    let mut distinct: Vec<&Programme<'_>> = Vec::with_capacity(programmes.len());
    for programme in programmes {
        if !distinct
            .iter()
            .any(|known| known.head.place() == programme.head.place())
        {
            distinct.push(programme);
        }
    }
    distinct
}

/// The areas of all programmes, each once, in order.
pub(in crate::rules) fn areas_of(programmes: &[&Programme<'_>]) -> Read<Vec<String>> {
    let mut areas: Vec<String> = Vec::new();
    for programme in programmes {
        for area in programme.areas.as_ref().map_err(|blocked| *blocked)? {
            let Marked { value, .. } = (*area)?;
            if !areas.iter().any(|known| known == value) {
                areas.push(value.to_owned());
            }
        }
    }
    Ok(areas)
}

/// How many colleagues are named at most.
const CANDIDATES: usize = 5;

/// Colleagues in programme or operations roles whose programmes belong to the cluster, as far as can be read.
pub(in crate::rules) fn candidates_for(cluster: &Cluster<'_, '_>) -> Vec<String> {
    let is_any = |_: &Person<'_>| true;
    candidates_among(cluster, is_any)
}

/// [`candidates_for`], only persons who pass a test.
pub(in crate::rules) fn candidates_among<'t>(
    cluster: &Cluster<'_, 't>,
    passes: impl Fn(&Person<'t>) -> bool,
) -> Vec<String> {
    let bundle = cluster.bundle;
    let is_suitable = |role: Marked<&str>| {
        let class = reference::role(role.value).map(|role| role.class);
        matches!(class, Some(RoleClass::Programme | RoleClass::Operations))
    };
    let colleagues = bundle.people.iter().filter(|person| {
        passes(person)
            && roles_on(person, cluster.day).any(|role| role.is_ok_and(is_suitable))
            && cluster.suits(Holder {
                person,
                home: bundle.id,
            }) == Ok(true)
    });
    let mut ids: Vec<&str> = colleagues
        .filter_map(|person| Some(person.head.id.ok()?.value))
        .collect();
    ids.sort_unstable();
    ids.iter()
        .take(CANDIDATES)
        .map(|id| (*id).to_owned())
        .collect()
}
