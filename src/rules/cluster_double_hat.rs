//! Who coordinates a cluster speaks for the organization there as well, though others could.

use super::shared::any;
use super::shared::coverage::{codes_of, plain_person};
use super::shared::demand::{ENDING_DAYS, demands};
use super::shared::place::Site;
use super::shared::standing::{cluster_today, is_active, is_level};
use super::shared::theme::{Cluster, candidates_among};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read, entries};
use crate::finding::{Fact, Finding, Place};
use crate::record::{Person, Platform};

static META: Meta = Meta {
    id: "cluster-double-hat",
    group: Group::Humanitarian,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A cluster coordinator is the only voice of IOM's programmes in that cluster.",
    page: "## What it checks\n\
        Every platform of type `cluster` that is active on the date of the run and has a coordinator of IOM, by a \
        representation as `coordinator` or among its `cluster_coordinators`. The coordinator is not at the same time \
        the only member or alternate; and if a running programme belongs to the cluster, somebody is member or \
        alternate.\n\n\
        ## Why it matters\n\
        A coordinator is neutral and speaks for all partners. Who coordinates and also defends IOM's own programmes \
        is heard as neither.\n\n\
        ## Exceptions\n\
        Small operations: if no other colleague in a programme or operations role works in the areas of the cluster \
        (in a subnational cluster, at its place), nothing is said. Programmes that end within 30 days (parameter \
        `coverage.ending_days`).\n\n\
        ## What it marks\n\
        The `capacity` of the coordinator as member or alternate; where nobody is that, the `capacity` as \
        coordinator, or the `id` of the platform. Related: where the person is recorded as coordinator; the `id` of \
        the platform. Up to five colleagues who could take the seat are named.\n",
    example: EXAMPLE,
    source: "our own inference from the IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N20"],
    strength: Strength::Inferred,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&ENDING_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "programme", "id": "G-shl", "areas": ["shelter"], "crisis": true, "sites": ["mop"],
   "from": "2024-01-01"},
  {"kind": "person", "id": "P-03", "programmes": [{"programme": "G-shl"}], "assignments": [
    {"role": "senior-programme-manager", "kind": "staff", "duty_station": "bko",
     "from": "2023-01-01"}]},
  {"kind": "person", "id": "P-04", "assignments": [
    {"role": "cluster-coordinator", "kind": "staff", "duty_station": "bko", "cluster": ["SHL"],
     "from": "2024-05-01"}]},
  {"kind": "platform", "id": "cl-shl", "types": ["cluster"], "clusters": ["SHL"],
   "level": "national", "cluster_coordinators": [{"person": "P-04", "from": "2024-05-01"}],
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-shl",
 "person": "P-03", "capacity": "member", "from": "2024-05-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-shl",
 "person": "P-04", "capacity": "member", "from": "2024-05-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    for platform in &bundle.platforms {
        let active = is_active(platform, today);
        if active == Ok(false) {
            continue;
        }
        let coordinated = coordinated(bundle, judge, platform)
            .and_then(|coordinated| active.map(|_| coordinated));
        judge.consider(
            platform.head.place(),
            coordinated,
            |judge, (cluster, hats)| {
                if hats.others {
                    return Ok(());
                }
                hats.complete?;
                if hats.members.is_empty() && !demands(judge, &cluster).exist()? {
                    return Ok(());
                }
                let candidates = candidates(&cluster, &hats);
                if !candidates.is_empty() {
                    judge.report(describe(&cluster, &hats, candidates)?);
                }
                Ok(())
            },
        );
    }
}

/// Who is what in a cluster on the day of the run: persons with the places that say so.
struct Hats<'t> {
    /// Where coordinators are recorded: seats first.
    coordinators: Vec<Marked<&'t str>>,
    /// How many of them are seats.
    seats: usize,
    /// Coordinators who are members or alternates.
    members: Vec<Marked<&'t str>>,
    /// Whether anybody else is.
    others: bool,
    /// An obstacle if there may be more of any of them.
    complete: Read<()>,
}

impl Hats<'_> {
    fn coordinates(&self, person: &str) -> bool {
        self.coordinators.iter().any(|known| known.value == person)
    }
}

/// A cluster with a coordinator of the organization; none for others.
fn coordinated<'b, 't>(
    bundle: &'b Bundle<'t>,
    judge: &Judge<'_>,
    platform: &'b Platform<'t>,
) -> Read<Option<(Cluster<'b, 't>, Hats<'t>)>> {
    let Some(cluster) = cluster_today(bundle, judge, platform)? else {
        return Ok(None);
    };
    let hats = hats(&cluster)?;
    if hats.coordinators.is_empty() {
        hats.complete?;
        return Ok(None);
    }
    Ok(Some((cluster, hats)))
}

fn hats<'t>(cluster: &Cluster<'_, 't>) -> Read<Hats<'t>> {
    let (bundle, day) = (cluster.bundle, cluster.day);
    let seats = bundle.seats_of(cluster.platform.head.id?.value);
    let mut hats = Hats {
        coordinators: Vec::new(),
        seats: 0,
        members: Vec::new(),
        others: false,
        complete: seats.complete(day, day),
    };
    let mut voices = Vec::new();
    for seat in seats.on(day) {
        let read = || {
            let capacity = seat.capacity?;
            let person = plain_person(bundle, seat)?.value;
            let place = capacity.place;
            Ok((
                capacity.value,
                Marked {
                    value: person,
                    place,
                },
            ))
        };
        match read() {
            Ok(("coordinator", person)) => hats.coordinators.push(person),
            Ok(("member" | "alternate", person)) => voices.push(person),
            Ok(_) => {}
            Err(blocked) => hats.complete = hats.complete.and(Err(blocked)),
        }
    }
    hats.seats = hats.coordinators.len();
    for entry in entries(&cluster.platform.cluster_coordinators) {
        let person = entry.and_then(|entry| {
            let Some(person) = entry.person? else {
                return Ok(None);
            };
            let value = bundle.plain(person.value);
            let covers = entry.interval()?.interval.covers(day);
            Ok(covers.then_some(Marked { value, ..person }))
        });
        match person {
            Ok(person) => hats.coordinators.extend(person),
            Err(blocked) => hats.complete = hats.complete.and(Err(blocked)),
        }
    }
    let (members, others): (Vec<_>, Vec<_>) = voices
        .into_iter()
        .partition(|voice| hats.coordinates(voice.value));
    hats.members = members;
    hats.others = !others.is_empty();
    Ok(hats)
}

/// Colleagues who could take the seat: others than the coordinators, at the place of a subnational cluster.
fn candidates(cluster: &Cluster<'_, '_>, hats: &Hats<'_>) -> Vec<String> {
    let bundle = cluster.bundle;
    let is_national = is_level(cluster.platform, "national") == Ok(true);
    let area = Site::of_platform(bundle, cluster.platform).ok().flatten();
    candidates_among(cluster, |person: &Person<'_>| {
        let other = person.head.id.is_ok_and(|id| !hats.coordinates(id.value));
        let is_posted = || {
            let Some(area) = &area else {
                return false;
            };
            let posts = Bundle::posts_of(person, cluster.day);
            let is_there =
                any(posts
                    .map(|post| Site::of_reference(bundle, post?.duty_station?)?.is_within(area)));
            is_there == Ok(true)
        };
        other && (is_national || is_posted())
    })
}

fn describe(cluster: &Cluster<'_, '_>, hats: &Hats<'_>, candidates: Vec<String>) -> Read<Finding> {
    let id = cluster.platform.head.id?;
    let (member, coordinator) = (hats.members.first(), hats.coordinators.first());
    // Where the one who is both is recorded as coordinator.
    let same = member.and_then(|member| {
        let mut same = hats.coordinators.iter();
        same.find(|one| one.value == member.value)
    });
    let person = member.or(coordinator).map(|person| person.value);
    let seat = coordinator.filter(|_| hats.seats > 0);
    let primary = member.or(seat).map(|person| person.place);
    let platform: Option<Place> = primary.map(|_| id.place);
    Ok(Finding::new(&META, primary.unwrap_or(id.place))
        .about(cluster.platform.head.place())
        .and_all("coordinator", same.map(|one| one.place))
        .and_all("platform", platform)
        .with_some(
            "person",
            person.map(|person| Fact::Person(person.to_owned())),
        )
        .with("platform", Fact::Id(id.value.to_owned()))
        .with("clusters", Fact::Codes(codes_of(cluster.platform)?))
        .with("candidates", Fact::People(candidates))
        .with("date", Fact::Day(cluster.day)))
}
