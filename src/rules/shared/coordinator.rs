//! Clusters that the organization leads, and who coordinates them for it.

use super::place::Site;
use super::standing::{is_level, permits};
use super::theme::{Cluster, is_coordinator};
use super::{all, any};
use crate::bundle::{Bundle, Holder};
use crate::document::{Marked, Read};
use crate::finding::Place;
use crate::record::{LeadAgency, Platform, Vacancy};
use crate::reference::is_iom;

/// The role of the organization as lead or co-lead of a cluster on a day; none where it is neither.
pub(in crate::rules) fn lead_of<'t>(cluster: &Cluster<'_, 't>) -> Read<Option<LeadAgency<'t>>> {
    let mut untold = Ok(());
    for agency in cluster.platform.lead_agencies()? {
        let leads = all([
            agency.org.map(|org| is_iom(org.value)),
            agency
                .interval
                .map(|dated| dated.interval.covers(cluster.day)),
        ]);
        match leads {
            Ok(true) => return Ok(Some(agency)),
            Ok(false) => {}
            Err(blocked) => untold = untold.and(Err(blocked)),
        }
    }
    untold.map(|()| None)
}

/// Somebody who coordinates a cluster for the organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::rules) struct Coordinator<'t> {
    /// Id of the person, as references of this mission name it.
    pub(in crate::rules) person: &'t str,
    /// Where that is recorded: the role of the person, or the person in the platform's record.
    pub(in crate::rules) place: Place,
}

/// Those who coordinate a cluster for the organization on a day.
#[derive(Debug)]
pub(in crate::rules) struct Coordinators<'t> {
    /// Those found, each once.
    pub(in crate::rules) found: Vec<Coordinator<'t>>,
    /// An obstacle if there may be more.
    pub(in crate::rules) complete: Read<()>,
}

/// Those whom the platform names, and those in a coordinator's post for one of its clusters; below the national level
/// only those posted at its place.
pub(in crate::rules) fn coordinators<'t>(cluster: &Cluster<'_, 't>) -> Coordinators<'t> {
    let bundle = cluster.bundle;
    let mut coordinators = Coordinators {
        found: Vec::new(),
        complete: Ok(()),
    };
    let named = cluster.platform.cluster_coordinators.as_ref();
    for entry in named.map(Vec::as_slice).unwrap_or_default() {
        let person = entry.person.and_then(|person| {
            let Some(person) = person else {
                return Ok(None);
            };
            let covers = entry.interval()?.interval.covers(cluster.day);
            Ok(covers.then_some(person))
        });
        coordinators.add(bundle, person);
    }
    coordinators.doubt(named.err().copied());
    for role in ["cluster-coordinator", "cluster-co-coordinator"] {
        let posts = bundle.terms(role);
        for holder in posts.on(cluster.day) {
            let post = holder.assignment;
            let is_meant = all([
                any(crate::document::entries(&post.clusters)
                    .map(|code| cluster.shares((*code?)?.value))),
                is_at(cluster, &holder),
            ]);
            let person = is_meant.and_then(|meant| {
                let id = holder.person.head.id?;
                let place = post.role?.place;
                Ok(meant.then_some(Marked { place, ..id }))
            });
            coordinators.add(bundle, person);
        }
        coordinators.doubt(posts.complete(cluster.day, cluster.day).err());
    }
    coordinators
}

impl<'t> Coordinators<'t> {
    fn add(&mut self, bundle: &Bundle<'t>, person: Read<Option<Marked<&'t str>>>) {
        match person {
            Ok(Some(person)) => {
                let coordinator = Coordinator {
                    person: bundle.plain(person.value),
                    place: person.place,
                };
                let known = |known: &Coordinator<'_>| known.person == coordinator.person;
                if !self.found.iter().any(known) {
                    self.found.push(coordinator);
                }
            }
            Ok(None) => {}
            Err(blocked) => self.doubt(Some(blocked)),
        }
    }

    fn doubt(&mut self, blocked: Option<crate::document::Blocked>) {
        if let Some(blocked) = blocked {
            self.complete = self.complete.and(Err(blocked));
        }
    }
}

/// Whether a post is where the cluster works; anywhere for a national one.
fn is_at(cluster: &Cluster<'_, '_>, holder: &Holder<'_, '_>) -> Read<bool> {
    let here = || {
        let Some(area) = Site::of_platform(cluster.bundle, cluster.platform)? else {
            return Ok(true);
        };
        Site::of_reference(cluster.bundle, holder.assignment.duty_station?)?.is_same(&area)
    };
    any([is_level(cluster.platform, "national"), here()])
}

/// Whether nobody of the organization needs to coordinate a cluster that it leads: its local terms leave that to a
/// partner, the post is advertised, or as co-lead it has the coordinator of another organisation beside it.
pub(in crate::rules) fn is_excused(cluster: &Cluster<'_, '_>, lead: &LeadAgency<'_>) -> Read<bool> {
    let advertised = vacancies(cluster).map(|vacancy| vacancy?.is_advertised());
    any([
        permits(cluster.platform, "coordinator-by-partner"),
        all([
            lead.capacity.map(|capacity| capacity.value == "co-lead"),
            has_other_coordinator(cluster.platform, cluster.day),
        ]),
    ]
    .into_iter()
    .chain(advertised)
    .chain([cluster
        .bundle
        .nothing_unread(crate::document::Kind::Vacancy)
        .map(|()| false)]))
}

fn has_other_coordinator(platform: &Platform<'_>, day: crate::calendar::Day) -> Read<bool> {
    let entries = crate::document::entries(&platform.cluster_coordinators);
    any(entries.map(|entry| {
        let entry = entry?;
        all([
            entry
                .org()
                .map(|org| org.is_some_and(|org| !is_iom(org.value))),
            entry.interval().map(|dated| dated.interval.covers(day)),
        ])
    }))
}

/// Vacancies on the day of a coordinator's post for one of the clusters, with an obstacle for each that may be one.
pub(in crate::rules) fn vacancies<'b, 't>(
    cluster: &Cluster<'b, 't>,
) -> impl Iterator<Item = Read<&'b Vacancy<'t>>> {
    cluster.bundle.vacancies.iter().filter_map(|vacancy| {
        let is_meant = all([
            vacancy.role.map(|role| is_coordinator(role.value)),
            vacancy
                .interval
                .map(|dated| dated.interval.covers(cluster.day)),
            vacancy
                .cluster()
                .and_then(|code| code.map_or(Ok(false), |code| cluster.shares(code.value))),
        ]);
        match is_meant {
            Ok(true) => Some(Ok(vacancy)),
            Ok(false) => None,
            Err(blocked) => Some(Err(blocked)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundle::testing::{bundle, document};
    use crate::reference::Era;
    use jiff::civil::date;

    #[test]
    fn coordinators_are_named_by_the_platform_or_posted_for_the_cluster() {
        let documents = [document(
            r#"{"mission": "mli", "kind": "person", "records": [
            {"kind": "platform", "id": "cl-shl", "types": ["cluster"], "level": "national", "clusters": ["SHL"],
             "lead_agencies": [{"org": "UNHCR", "capacity": "lead", "from": "2024-01-01"},
                               {"org": "XM-DAC-47066", "capacity": "co-lead", "from": "2025-01-01"}],
             "cluster_coordinators": [{"person": "mli/P-1", "from": "2025-01-01"},
                                      {"org": "UNHCR", "from": "2025-01-01", "to": "2025-03-01"}]},
            {"id": "P-1", "assignments": [
                {"role": "cluster-coordinator", "cluster": ["SHL"], "duty_station": "bko", "from": "2025-01-01"}]},
            {"id": "P-2", "assignments": [
                {"role": "cluster-co-coordinator", "cluster": ["SHL"], "duty_station": "bko", "from": "2025-01-01"}]},
            {"id": "P-3", "assignments": [
                {"role": "cluster-coordinator", "cluster": ["CCM"], "duty_station": "bko", "from": "2025-01-01"}]}
        ]}"#,
        )];
        let bundle = bundle(&documents);
        let cluster = |day| Cluster {
            bundle: &bundle,
            platform: &bundle.platforms[0],
            day,
            era: Ok(Era::PreReset),
        };
        let names = |day| {
            let coordinators = coordinators(&cluster(day));
            assert_eq!(coordinators.complete, Ok(()));
            let found = coordinators.found.into_iter().map(|found| found.person);
            found.collect::<Vec<_>>()
        };
        assert_eq!(names(date(2025, 3, 1)), ["P-1", "P-2"]);
        assert_eq!(names(date(2024, 12, 31)), [""; 0]);
        assert!(lead_of(&cluster(date(2024, 12, 31))).unwrap().is_none());
        let excused = |day| {
            let cluster = cluster(day);
            is_excused(&cluster, &lead_of(&cluster).unwrap().unwrap())
        };
        assert_eq!(
            excused(date(2025, 3, 1)),
            Ok(true),
            "the lead's coordinator"
        );
        assert_eq!(excused(date(2025, 3, 2)), Ok(false));
    }
}
