//! Who represents IOM in clusters.

use super::{some, some_person};
use crate::generator::draft::{Draft, Person};
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// `cluster-staff-mismatch`: somebody whose programmes belong to other clusters, or to none.
pub(super) fn mismatch(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((platform, cluster)) = some_cluster(draft, rng) else {
        return false;
    };
    let fits = |person: &Person| {
        let elsewhere = person
            .programmes
            .iter()
            .all(|&programme| draft.programmes[programme].cluster != Some(cluster));
        let post = person.post_on(AS_OF);
        let settled = post.is_some_and(|post| {
            post.to.is_none() && post.from < AS_OF.plus(-130) && post.office == 0
        });
        let coordinates = post.is_some_and(|post| post.role.starts_with("cluster-"));
        elsewhere && settled && !coordinates
    };
    let Some(person) = some_person(draft, rng, fits) else {
        return false;
    };
    let somebody = &draft.people[person];
    let (id, home) = (somebody.id.clone(), somebody.record);
    let areas = somebody
        .programmes
        .iter()
        .map(|&programme| draft.programmes[programme].cluster);
    // An area without a cluster is in no confirmed row.
    let severity = if areas.flatten().count() < somebody.programmes.len() {
        "warning"
    } else {
        "error"
    };
    if !draft.claim(&[format!("{id} in {platform}")]) {
        return false;
    }
    draft.claim_record(home);
    let cover = rng
        .chance(20)
        .then(|| Json::object().with("reason", "Long sick leave of the officer."));
    let from = AS_OF.plus(-rng.range(50, 100));
    // As a cover it lasts more than thirty days.
    let to = (cover.is_some() || rng.chance(30)).then(|| from.plus(rng.range(30, 45)));
    let record = seat(draft, platform, &id, cover, (from, to));
    draft.expect("cluster-staff-mismatch", severity, record, "/person");
    true
}

/// `cluster-role-unsuitable`: the programme fits, the role does not.
pub(super) fn unsuitable(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((platform, cluster)) = some_cluster(draft, rng) else {
        return false;
    };
    let programmes = (0..draft.programmes.len())
        .filter(|&programme| draft.programmes[programme].cluster == Some(cluster));
    let Some(programme) = some(programmes, rng) else {
        return false;
    };
    let unsuitable = [
        "administrative-officer",
        "finance-officer",
        "human-resources-officer",
        "procurement-officer",
        "emergency-coordinator",
        "liaison-officer",
        "other",
    ];
    let fits = |person: &Person| {
        let settled = person.post_on(AS_OF).is_some_and(|post| {
            post.to.is_none() && post.from < AS_OF.plus(-130) && unsuitable.contains(&post.role)
        });
        settled && !person.seated && person.programmes.is_empty()
    };
    let Some(person) = some_person(draft, rng, fits) else {
        return false;
    };
    let (id, home) = (draft.people[person].id.clone(), draft.people[person].record);
    draft.claim_record(home);
    let stint = Json::object().with("programme", &draft.programmes[programme].id);
    draft.body(home).list("programmes").push(stint);
    let from = AS_OF.plus(-rng.range(20, 100));
    let record = seat(draft, platform, &id, None, (from, None));
    draft.expect("cluster-role-unsuitable", "warning", record, "/person");
    true
}

fn some_cluster(draft: &Draft, rng: &mut Rng) -> Option<(usize, &'static str)> {
    let clusters =
        (0..draft.platforms.len()).filter(|&platform| draft.platforms[platform].cluster.is_some());
    let platform = some(clusters, rng)?;
    Some((platform, draft.platforms[platform].cluster?))
}

fn seat(
    draft: &mut Draft,
    platform: usize,
    person: &str,
    cover: Option<Json>,
    (from, to): (
        crate::generator::day::Day,
        Option<crate::generator::day::Day>,
    ),
) -> usize {
    let ended = to.is_some_and(|to| to < AS_OF);
    let body = Json::object()
        .with("id", draft.next_id("R"))
        .with_some("historic", ended.then_some(true))
        .with_some("confirmed", (!ended).then(|| AS_OF.plus(-5)))
        .with("platform", &draft.platforms[platform].id)
        .with("person", person.to_owned())
        .with(
            "capacity",
            if to.is_some() { "alternate" } else { "member" },
        )
        .with_some("cover", cover)
        .with("from", from)
        .with_some("to", to);
    let record = draft.add("representation", body);
    draft.claim_record(record);
    record
}
