//! Who works, worked or will work for the mission.

use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Person, Post};
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Command};
use crate::generator::rng::Rng;

/// The colleague of every mission who visits other missions. No fault is ever planted in that record.
pub(crate) const ROSTER: &str = "P-90";

/// Somebody in a post for a time; the reference may lead to another mission.
#[derive(Debug, Clone)]
pub(super) struct Holder {
    pub(super) person: String,
    pub(super) from: Day,
    pub(super) to: Option<Day>,
    /// Acting in a vacant post.
    pub(super) acting: bool,
}

/// Team of an office outside the capital.
#[derive(Debug)]
pub(super) struct Team {
    pub(super) office: usize,
    pub(super) head: usize,
    pub(super) officer: usize,
    /// Programme of the officer.
    pub(super) programme: usize,
}

/// The people with a part to play, by position.
#[derive(Debug)]
pub(super) struct Cast {
    /// Chiefs of Mission in order of time.
    pub(super) chiefs: Vec<Holder>,
    /// The one who acts for the chief.
    pub(super) deputy: usize,
    /// Resource Management Officers in order of time.
    pub(super) managers: Vec<Holder>,
    pub(super) security: usize,
    pub(super) rapid_response: Option<usize>,
    pub(super) coordinator: usize,
    pub(super) information: usize,
    pub(super) tracking: usize,
    pub(super) liaison: usize,
    /// Representatives in order of time, by programme.
    pub(super) officers: Vec<Vec<Holder>>,
    /// Colleagues who stand in for them, by programme.
    pub(super) deputies: Vec<usize>,
    /// Coordinators of the cluster of the first programme in order of time.
    pub(super) cluster_coordinators: Vec<Holder>,
    /// Teams outside the capital.
    pub(super) teams: Vec<Team>,
}

/// Invents the people of the mission.
pub(super) fn build(draft: &mut Draft, rng: &mut Rng) -> Cast {
    let chiefs = chiefs(draft, rng);
    let deputy = hire(draft, rng, "deputy-chief-of-mission", 0);
    // Acts now and then, which counts as a seat.
    draft.people[deputy].seated = true;
    let managers = managers(draft, rng);
    let security = hire(draft, rng, "field-security-officer", 0);
    let rapid_response = rng
        .chance(45)
        .then(|| hire(draft, rng, "rapid-response-team-lead", 0));
    let coordinator = hire(draft, rng, "programme-coordinator", 0);
    let information = hire(draft, rng, "information-management-officer", 0);
    let tracking = hire(draft, rng, "dtm-officer", 0);
    let liaison = hire(draft, rng, "liaison-officer", 0);
    let (officers, deputies) = programme_staff(draft, rng);
    let cluster_coordinators = cluster_coordinators(draft, rng);
    let teams = teams(draft, rng);
    guests(draft, rng);
    former_and_future(draft, rng);
    administration(draft, rng);
    Cast {
        chiefs,
        deputy,
        managers,
        security,
        rapid_response,
        coordinator,
        information,
        tracking,
        liaison,
        officers,
        deputies,
        cluster_coordinators,
        teams,
    }
}

/// The first day of somebody who has been there since before the recorded months.
fn long_since(draft: &Draft, rng: &mut Rng) -> Day {
    draft.plan.first.plus(-rng.range(60, 900))
}

/// The first day of somebody whom other missions rely on, whose meetings may reach further back.
fn before_all(rng: &mut Rng) -> Day {
    AS_OF.plus(-1_500 - rng.range(0, 500))
}

fn hire(draft: &mut Draft, rng: &mut Rng, role: &'static str, office: usize) -> usize {
    let from = long_since(draft, rng);
    employ(draft, role, "staff", office, from, None)
}

fn employ(
    draft: &mut Draft,
    role: &'static str,
    kind: &'static str,
    office: usize,
    from: Day,
    to: Option<Day>,
) -> usize {
    let id = format!(
        "P-{:02}",
        draft.people.len() + 1 + usize::from(draft.people.len() >= 89)
    );
    let post = Post {
        role,
        kind,
        office,
        country: None,
        cluster: None,
        from,
        to,
    };
    let person = Person {
        id,
        posts: vec![post],
        programmes: Vec::new(),
        seated: false,
        record: 0,
    };
    draft.people.push(person);
    draft.people.len() - 1
}

fn holder(draft: &Draft, person: usize, from: Day, to: Option<Day>) -> Holder {
    Holder {
        person: draft.people[person].id.clone(),
        from,
        to,
        acting: false,
    }
}

fn chiefs(draft: &mut Draft, rng: &mut Rng) -> Vec<Holder> {
    const ROLE: &str = "chief-of-mission";
    let since = if draft.plan.lends_chief {
        before_all(rng)
    } else {
        long_since(draft, rng)
    };
    match draft.plan.command.clone() {
        Command::Steady => {
            let chief = employ(draft, ROLE, "staff", 0, since, None);
            vec![holder(draft, chief, since, None)]
        }
        Command::Handover(day) => {
            let chief = employ(draft, ROLE, "staff", 0, day, None);
            let last = Some(day.plus(9));
            let former = employ(draft, ROLE, "staff", 0, since, last);
            vec![
                holder(draft, former, since, last),
                holder(draft, chief, day, None),
            ]
        }
        Command::Vacancy(from, to) => {
            let chief = employ(draft, ROLE, "staff", 0, to.plus(1), None);
            let last = Some(from.plus(-1));
            let former = employ(draft, ROLE, "staff", 0, since, last);
            // The deputy is the next to be hired.
            let acting = Holder {
                person: "P-03".into(),
                from,
                to: Some(to),
                acting: true,
            };
            vec![
                holder(draft, former, since, last),
                acting,
                holder(draft, chief, to.plus(1), None),
            ]
        }
        Command::Covered(by) => {
            vec![Holder {
                person: format!("{by}/P-01"),
                from: draft.plan.first.plus(-30),
                to: None,
                acting: false,
            }]
        }
    }
}

/// A day on which a post changes hands, within the recorded months and not too close to their ends.
fn turn(draft: &Draft, rng: &mut Rng, since: Day) -> Option<Day> {
    // Programmes run since 2024: whoever had a seat before then would have had no programme.
    let first = since
        .max(draft.plan.first)
        .max(Day::new(2024, 9, 1))
        .plus(20);
    let last = AS_OF.plus(-100);
    (first < last).then(|| first.plus(rng.range(0, last.since(first))))
}

fn managers(draft: &mut Draft, rng: &mut Rng) -> Vec<Holder> {
    const ROLE: &str = "resource-management-officer";
    let since = long_since(draft, rng);
    match turn(draft, rng, since).filter(|_| rng.chance(50)) {
        None => {
            let manager = employ(draft, ROLE, "staff", 0, since, None);
            vec![holder(draft, manager, since, None)]
        }
        Some(day) => {
            let last = Some(day.plus(rng.range(3, 13)));
            let former = employ(draft, ROLE, "staff", 0, since, last);
            let manager = employ(draft, ROLE, "staff", 0, day, None);
            vec![
                holder(draft, former, since, last),
                holder(draft, manager, day, None),
            ]
        }
    }
}

/// For each programme of a cluster a representative, perhaps after another one, and a colleague.
fn programme_staff(draft: &mut Draft, rng: &mut Rng) -> (Vec<Vec<Holder>>, Vec<usize>) {
    let mut officers = Vec::new();
    let mut deputies = Vec::new();
    for programme in 0..draft.programmes.len() {
        if draft.programmes[programme].over {
            continue;
        }
        let role = *rng.pick(&[
            "programme-officer",
            "project-manager",
            "programme-manager",
            "senior-programme-manager",
        ]);
        let since = long_since(draft, rng);
        let active = draft.plan.transition.map_or(since, |day| day.max(since));
        let mut holders = Vec::new();
        let turn = turn(draft, rng, active).filter(|_| rng.chance(40));
        if let Some(day) = turn {
            let last = Some(day.plus(-1));
            let former = employ(draft, role, "staff", 0, since, last);
            draft.people[former].programmes.push(programme);
            holders.push(holder(draft, former, since, last));
        }
        let from = turn.unwrap_or(since);
        let officer = employ(draft, role, "staff", 0, from, None);
        draft.people[officer].programmes.push(programme);
        holders.push(holder(draft, officer, from, None));
        officers.push(holders);
        let deputy = hire(draft, rng, "operations-officer", 0);
        draft.people[deputy].programmes.push(programme);
        deputies.push(deputy);
    }
    (officers, deputies)
}

fn cluster_coordinators(draft: &mut Draft, rng: &mut Rng) -> Vec<Holder> {
    const ROLE: &str = "cluster-coordinator";
    let Some(cluster) = draft.programmes[0].cluster else {
        return Vec::new();
    };
    let since = draft
        .plan
        .transition
        .unwrap_or_else(|| long_since(draft, rng));
    let mut holders = Vec::new();
    let turn = turn(draft, rng, since).filter(|_| rng.chance(40));
    if let Some(day) = turn {
        let last = Some(day.plus(rng.range(0, 13)));
        let former = employ(draft, ROLE, "staff", 0, since, last);
        draft.people[former].posts[0].cluster = Some(cluster);
        holders.push(holder(draft, former, since, last));
    }
    let from = turn.unwrap_or(since);
    let coordinator = employ(draft, ROLE, "staff", 0, from, None);
    draft.people[coordinator].posts[0].cluster = Some(cluster);
    if rng.chance(50) {
        // Another post before, in the same mission.
        let before = Post {
            role: "coordination-officer",
            cluster: None,
            from: from.plus(-300),
            to: Some(from.plus(-1)),
            ..draft.people[coordinator].posts[0].clone()
        };
        draft.people[coordinator].posts.insert(0, before);
    }
    holders.push(holder(draft, coordinator, from, None));
    holders
}

fn teams(draft: &mut Draft, rng: &mut Rng) -> Vec<Team> {
    let offices: Vec<usize> = (1..draft.offices.len())
        .filter(|office| draft.offices[*office].staffed)
        .collect();
    let clustered = draft
        .programmes
        .iter()
        .filter(|programme| !programme.over)
        .count()
        - 2;
    let mut teams = Vec::new();
    for office in offices {
        let head = hire(draft, rng, "head-of-sub-office", office);
        let colleague = hire(draft, rng, "programme-officer", office);
        // The first team works in the cluster that IOM leads.
        let programme = if teams.is_empty() {
            0
        } else {
            rng.below(clustered)
        };
        draft.people[colleague].programmes.push(programme);
        let operations = hire(draft, rng, "operations-officer", office);
        draft.people[operations].programmes.push(programme);
        for _ in 0..rng.below(3) {
            let assistant = hire(draft, rng, "programme-assistant", office);
            draft.people[assistant].programmes.push(programme);
        }
        teams.push(Team {
            office,
            head,
            officer: colleague,
            programme,
        });
    }
    teams
}

/// The roster colleague, and a surge colleague whose country is another one.
fn guests(draft: &mut Draft, rng: &mut Rng) {
    let roster = hire(draft, rng, "coordination-officer", 0);
    draft.people[roster].id = ROSTER.into();
    draft.people[roster].posts[0].from = before_all(rng);
    draft.people[roster].seated = true;
    let stranger = draft.plan.stranger(rng);
    let adviser = hire(draft, rng, "regional-security-officer", 0);
    draft.people[adviser].posts[0].kind = "tdy";
    draft.people[adviser].posts[0].country = Some(stranger.alpha3.to_owned());
    draft.people[adviser].seated = true;
    let surge = hire(draft, rng, "information-management-officer", 0);
    draft.people[surge].posts[0].kind = "surge";
    draft.people[surge].posts[0].country = Some(stranger.alpha3.to_owned());
    draft.people[surge].seated = true;
}

/// People who left before the recorded months, and some who have just come.
fn former_and_future(draft: &mut Draft, rng: &mut Rng) {
    for _ in 0..3 + rng.below(5) {
        let to = draft.plan.first.plus(-rng.range(10, 300));
        let from = to.plus(-rng.range(200, 800));
        let role = *rng.pick(&[
            "programme-assistant",
            "operations-assistant",
            "project-manager",
            "coordination-officer",
        ]);
        let office = rng.below(2);
        let kind = *rng.pick(&["staff", "consultant", "standby"]);
        employ(draft, role, kind, office, from, Some(to));
    }
    for _ in 0..=rng.below(2) {
        employ(
            draft,
            "other",
            "staff",
            0,
            AS_OF.plus(-rng.range(0, 6)),
            None,
        );
    }
}

/// Colleagues who attend no meetings.
fn administration(draft: &mut Draft, rng: &mut Rng) {
    let roles = [
        "administrative-officer",
        "finance-officer",
        "human-resources-officer",
        "procurement-officer",
        "operations-coordinator",
        "emergency-coordinator",
        "liaison-officer",
    ];
    for role in roles {
        if rng.chance(80) {
            hire(draft, rng, role, 0);
        }
    }
    hire(draft, rng, "finance-officer", 0);
    for _ in 0..rng.below(14) {
        let role = *rng.pick(&[
            "operations-assistant",
            "programme-assistant",
            "finance-officer",
            "other",
        ]);
        hire(draft, rng, role, 0);
    }
}

/// Writes the records of all people.
pub(super) fn write(draft: &mut Draft, rng: &mut Rng) {
    for position in 0..draft.people.len() {
        let person = &draft.people[position];
        let ended = person
            .posts
            .last()
            .is_some_and(|post| post.to.is_some_and(|to| to < AS_OF));
        let body = upkeep(Json::object().with("id", &person.id), ended, rng);
        let posts: Vec<Json> = person
            .posts
            .iter()
            .map(|post| post_json(draft, post, rng))
            .collect();
        let programmes = person.programmes.iter().map(|&programme| {
            let stint = Json::object().with("programme", &draft.programmes[programme].id);
            stint.with_some("from", rng.chance(40).then(|| Day::new(2024, 1, 1)))
        });
        let programmes: Vec<Json> = programmes.collect();
        let programmes = (!programmes.is_empty()).then_some(programmes);
        let body = body
            .with("assignments", posts)
            .with_some("programmes", programmes);
        draft.people[position].record = draft.add("person", body);
    }
}

fn post_json(draft: &Draft, post: &Post, rng: &mut Rng) -> Json {
    let own =
        (post.country.is_none() && rng.chance(30)).then(|| draft.plan.country.alpha3.to_owned());
    let body = Json::object()
        .with("role", post.role)
        .with("kind", post.kind)
        .with("duty_station", &draft.offices[post.office].id)
        .with_some("country", post.country.clone().or(own))
        .with_some("cluster", post.cluster.map(|cluster| [cluster]));
    dated(body, post.from, post.to)
}
