//! Who represents IOM where: the standing representations.

use super::people::{Cast, Holder};
use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Seat};
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::REASONS;

/// Gives out the seats and writes their records.
pub(super) fn build(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    let mut clerk = Clerk { draft, rng };
    clerk.leadership(cast);
    clerk.clusters(cast);
    clerk.field(cast);
    clerk.groups(cast);
}

struct Clerk<'d> {
    draft: &'d mut Draft,
    rng: &'d mut Rng,
}

impl Clerk<'_> {
    /// Gives a seat to each holder of a post in turn.
    fn seat_holders(&mut self, platform: &str, holders: &[Holder], capacity: &'static str) {
        let Some(platform) = self.draft.platform(platform) else {
            return;
        };
        for holder in holders {
            let basis = holder.acting.then_some("Acting for the vacant post");
            self.seat(
                platform,
                &holder.person,
                capacity,
                (holder.from, holder.to),
                basis,
                None,
            );
        }
    }

    /// Gives a seat to somebody who is there for good.
    fn seat_person(&mut self, platform: &str, person: usize, capacity: &'static str) {
        let Some(platform) = self.draft.platform(platform) else {
            return;
        };
        let holder = &self.draft.people[person];
        let (id, post) = (holder.id.clone(), &holder.posts[holder.posts.len() - 1]);
        let interval = (post.from, post.to);
        self.seat(platform, &id, capacity, interval, None, None);
    }

    fn seat(
        &mut self,
        platform: usize,
        person: &str,
        capacity: &'static str,
        (from, to): (Day, Option<Day>),
        basis: Option<&'static str>,
        cover: Option<Json>,
    ) {
        // Not before the platform starts.
        let from = from.max(self.draft.platforms[platform].stages[0].from);
        if to.is_some_and(|to| to < from) {
            return;
        }
        if let Some(position) = self.draft.person(person) {
            self.draft.people[position].seated = true;
        }
        let id = self.draft.next_id("R");
        let ended = to.is_some_and(|to| to < AS_OF);
        let body = upkeep(Json::object().with("id", id), ended, self.rng)
            .with("platform", &self.draft.platforms[platform].id)
            .with("person", person.to_owned())
            .with("capacity", capacity)
            .with_some("basis", basis)
            .with_some("cover", cover);
        let record = self.draft.add("representation", dated(body, from, to));
        self.draft.seats.push(Seat {
            platform,
            person: person.to_owned(),
            capacity,
            from,
            to,
            record,
        });
    }

    fn leadership(&mut self, cast: &Cast) {
        for platform in ["hct", "unct", "smt"] {
            self.seat_holders(platform, &cast.chiefs, "member");
        }
        self.seat_holders("omt", &cast.managers, "member");
        self.seat_person("smt", cast.security, "observer");
        self.seat_person("pmt", cast.coordinator, "member");
        self.seat_person("gen", cast.liaison, "member");
        self.seat_person("ref", cast.coordinator, "member");
        self.seat_person("iccg", cast.information, "observer");
        if let Some(lead) = cast.rapid_response {
            self.seat_person("hct", lead, "alternate");
        }
        self.seat_holders("hct", &cast.cluster_coordinators, "observer");
        self.seat_holders("iccg", &cast.cluster_coordinators, "member");
    }

    /// For each cluster the officers of its programmes, and somebody of another programme for less than a month.
    fn clusters(&mut self, cast: &Cast) {
        for programme in 0..cast.officers.len() {
            let Some(cluster) = self.draft.programmes[programme].cluster else {
                continue;
            };
            let is_national = |platform: &&crate::generator::draft::Platform| {
                platform.cluster == Some(cluster) && platform.office == 0 && platform.rhythm > 0
            };
            let Some(platform) = self.draft.platforms.iter().find(is_national) else {
                continue;
            };
            let (id, since) = (platform.id.clone(), platform.stages[0].from);
            self.seat_holders(&id, &cast.officers[programme], "member");
            self.seat_person(&id, cast.deputies[programme], "alternate");
            if programme == 0 {
                self.seat_holders(&id, &cast.cluster_coordinators, "coordinator");
                self.seat_person(&id, cast.tracking, "observer");
            }
            let from = AS_OF.plus(-self.rng.range(60, 120));
            if from > since && self.rng.chance(25) {
                let other = cast.deputies[(programme + 1) % cast.deputies.len()];
                self.cover(&id, other, from);
            }
        }
    }

    fn cover(&mut self, platform: &str, person: usize, from: Day) {
        let Some(platform) = self.draft.platform(platform) else {
            return;
        };
        let id = self.draft.people[person].id.clone();
        let reason = Json::object().with("reason", *self.rng.pick(&REASONS));
        let to = from.plus(self.rng.range(5, 29));
        self.seat(
            platform,
            &id,
            "member",
            (from, Some(to)),
            None,
            Some(reason),
        );
    }

    fn field(&mut self, cast: &Cast) {
        for team in &cast.teams {
            let office = self.draft.offices[team.office].id.clone();
            self.seat_person(&format!("sub-{office}"), team.head, "member");
            self.seat_person(&format!("sub-{office}"), team.officer, "alternate");
        }
        if let Some(team) = cast.teams.first() {
            let here = self
                .draft
                .platforms
                .iter()
                .filter(|platform| platform.office == team.office);
            let local = here
                .filter(|platform| platform.sort == "cluster")
                .map(|platform| platform.id.clone())
                .next();
            if let Some(local) = local.filter(|_| team.programme == 0) {
                self.seat_person(&local, team.officer, "member");
            }
            let is_active = self
                .draft
                .platform("asmt")
                .is_some_and(|platform| self.draft.platforms[platform].is_active(AS_OF));
            if is_active {
                self.seat_person("asmt", team.head, "member");
            }
        }
    }

    fn groups(&mut self, cast: &Cast) {
        self.seat_person("wg-im", cast.information, "member");
        self.seat_person("wg-im", cast.tracking, "alternate");
        self.seat_person("wg-cash", cast.coordinator, "member");
        self.seat_person("wg-aap", cast.deputies[0], "member");
        self.seat_person("wg-access", cast.liaison, "member");
        for (sector, programme) in [("shelter", 0), ("health", 1), ("livelihoods", 2)] {
            self.seat_person(&format!("ref-{sector}"), cast.deputies[programme], "member");
        }
    }
}
