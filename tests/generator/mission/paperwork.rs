//! Designations, vacancies, contacts and the contact log.

use super::people::Cast;
use super::{dated, upkeep};
use crate::generator::day::Day;
use crate::generator::draft::Draft;
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Command};
use crate::generator::rng::Rng;
use crate::generator::words::AGENDA;

/// A time in which the deputy acts because the Chief of Mission is away.
#[derive(Debug)]
pub(super) struct Absence {
    pub(super) from: Day,
    pub(super) to: Day,
    pub(super) chief: String,
    pub(super) deputy: String,
}

/// Writes these records; gives the absences that attendance lists have to show.
pub(super) fn build(draft: &mut Draft, cast: &Cast, rng: &mut Rng) -> Vec<Absence> {
    let absences = absences(draft, cast, rng);
    designations(draft, cast, &absences, rng);
    vacancies(draft, rng);
    contacts(draft, rng);
    contact_log(draft, cast, rng);
    absences
}

/// Up to two absences of ten days, outside vacancies and handovers.
fn absences(draft: &Draft, cast: &Cast, rng: &mut Rng) -> Vec<Absence> {
    let mut absences = Vec::new();
    for half in 0..2 {
        let length = AS_OF.since(draft.plan.first) / 2;
        let from = draft
            .plan
            .first
            .plus(half * length + rng.range(0, (length - 12).max(0)));
        let to = from.plus(9);
        let in_post = |day: Day| {
            cast.chiefs
                .iter()
                .filter(move |chief| chief.from <= day && chief.to.is_none_or(|to| day <= to))
        };
        let chief = in_post(from)
            .next()
            .filter(|chief| !chief.acting && chief.to.is_none_or(|last| last >= to));
        let alone = in_post(from).count() == 1 && in_post(to).count() == 1;
        if let Some(chief) = chief.filter(|_| alone && to <= AS_OF && rng.chance(60)) {
            let deputy = draft.people[cast.deputy].id.clone();
            absences.push(Absence {
                from,
                to,
                chief: chief.person.clone(),
                deputy,
            });
        }
    }
    absences
}

fn designations(draft: &mut Draft, cast: &Cast, absences: &[Absence], rng: &mut Rng) {
    let designation = |draft: &mut Draft,
                       sort: &'static str,
                       from_person: &str,
                       to_person: &str,
                       ended: bool,
                       rng: &mut Rng| {
        let id = draft.next_id("D");
        upkeep(Json::object().with("id", id), ended, rng)
            .with("designation", sort)
            .with("from_person", from_person.to_owned())
            .with("to_person", to_person.to_owned())
    };
    if let Some(lead) = cast.rapid_response
        && draft.platform("hct").is_some()
        && let Some(chief) = cast.chiefs.last()
    {
        let (lead, since) = (
            draft.people[lead].id.clone(),
            draft.people[lead].posts[0].from,
        );
        let body = designation(draft, "hct-alternate", &chief.person, &lead, false, rng);
        let body = body
            .with("scope", ["hct"])
            .with("ground", "com-limited-experience");
        draft.add("designation", dated(body, since, None));
    }
    if let Command::Vacancy(from, to) = draft.plan.command {
        let (former, acting) = (cast.chiefs[0].person.clone(), cast.chiefs[1].person.clone());
        let body =
            designation(draft, "acting-com", &former, &acting, true, rng).with("ground", "vacancy");
        draft.add("designation", dated(body, from, Some(to)));
    }
    for absence in absences {
        let ended = absence.to < AS_OF;
        let body = designation(
            draft,
            "acting-com",
            &absence.chief,
            &absence.deputy,
            ended,
            rng,
        );
        let scope = rng.chance(40).then_some(["smt", "unct"]);
        let body = body.with_some("scope", scope).with("ground", "absence");
        draft.add("designation", dated(body, absence.from, Some(absence.to)));
    }
}

fn vacancies(draft: &mut Draft, rng: &mut Rng) {
    if let Command::Vacancy(from, to) = draft.plan.command {
        let id = draft.next_id("V");
        let body = upkeep(Json::object().with("id", id), true, rng)
            .with("role", "chief-of-mission")
            .with("advertised", true);
        draft.add("vacancy", dated(body, from, Some(to)));
    }
    for role in [
        "human-resources-officer",
        "procurement-officer",
        "programme-officer",
    ] {
        let id = draft.next_id("V");
        let body = upkeep(Json::object().with("id", id), false, rng)
            .with("role", role)
            .with("advertised", rng.chance(50));
        draft.add(
            "vacancy",
            dated(body, AS_OF.plus(-rng.range(10, 120)), None),
        );
    }
}

fn contacts(draft: &mut Draft, rng: &mut Rng) {
    let region = format!("ro-{}", draft.plan.country.region);
    for (role, mailbox) in [
        ("regional-thematic-specialist", "dhrr@iom.int"),
        ("mcof-focal-point", "mcof@iom.int"),
    ] {
        let id = draft.next_id("K");
        let body = upkeep(Json::object().with("id", id), false, rng)
            .with("role", role)
            .with("unit", "DHRR")
            .with("office", &region)
            .with("mailbox", mailbox);
        draft.add("contact", dated(body, Day::new(2024, 10, 11), None));
    }
}

/// Contacts with the convener of a suspended platform month by month, and a few others.
fn contact_log(draft: &mut Draft, cast: &Cast, rng: &mut Rng) {
    let by = draft.people[cast.coordinator].id.clone();
    for (platform, org) in [("pmt", "UNDP"), ("omt", "UNFPA"), ("wg-cash", "WFP")] {
        let Some(position) = draft.platform(platform) else {
            continue;
        };
        let suspended = draft.platforms[position].stage_on(AS_OF) == Some("suspended");
        for month in 0..if suspended { 3 } else { 1 } {
            let day = AS_OF.plus(-28 * month - rng.range(2, 20));
            let reached = rng.chance(85);
            let id = draft.next_id("C");
            let body = Json::object()
                .with("id", id)
                .with("platform", platform)
                .with("date", day)
                .with("with", Json::object().with("org", org))
                .with("by", &by)
                .with("outcome", if reached { "reached" } else { "unreachable" })
                .with_some("next_step", reached.then(|| *rng.pick(&AGENDA)));
            draft.add("contact-log", body);
        }
    }
}
