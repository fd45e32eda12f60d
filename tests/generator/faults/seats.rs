//! Who sits for IOM where somebody else should, or in another capacity.

use super::clusters::led_by_iom;
use super::{colleague, free_platform, seat, some_meeting};
use crate::generator::draft::{Draft, Seat};
use crate::generator::json::Json;
use crate::generator::plan::{AS_OF, Command};
use crate::generator::rng::Rng;

/// The record of a seat that is held today and fits, if no other fault is there.
fn present_seat(
    draft: &Draft,
    platform: &str,
    capacity: &str,
    fits: impl Fn(&Seat) -> bool,
) -> Option<usize> {
    let platform = draft.platform(platform)?;
    let mut seats = draft.seats.iter().filter(|seat| {
        seat.platform == platform && seat.capacity == capacity && seat.to.is_none() && fits(seat)
    });
    let record = seats.next()?.record;
    draft.is_free(record).then_some(record)
}

/// `smt-com-representation-missing`: the chief's seat is not that of a member, or is over.
pub(super) fn smt_chief(draft: &mut Draft, rng: &mut Rng) -> bool {
    let long_ago = AS_OF.plus(-40);
    let chief = |seat: &Seat| seat.from < long_ago && !seat.person.contains('/');
    let (Some(record), Some(team)) = (
        present_seat(draft, "smt", "member", chief),
        free_platform(draft, "smt"),
    ) else {
        return false;
    };
    draft.claim_record(record);
    draft.claim_record(team);
    // Who else is a member would hide that the seat is over.
    let is_over = rng.chance(40) && draft.share("smt seat is over", "smt member");
    if is_over {
        draft.body(record).set("to", AS_OF.plus(-rng.range(2, 25)));
    } else {
        let capacity = *rng.pick(&["observer", "alternate"]);
        draft.body(record).set("capacity", capacity);
    }
    draft.expect("smt-com-representation-missing", "error", team, "/id");
    if is_over {
        draft.because(&["representation-expired"]);
    }
    true
}

/// `smt-security-officer-not-observer`: the officer has a full seat, or takes part as a member once.
pub(super) fn smt_officer(draft: &mut Draft, rng: &mut Rng) -> bool {
    let officer = draft
        .people
        .iter()
        .find(|person| person.posts[0].role == "field-security-officer");
    let Some(officer) = officer.map(|person| person.id.clone()) else {
        return false;
    };
    let is_his = |seat: &Seat| seat.person == officer;
    let Some(record) = present_seat(draft, "smt", "observer", is_his) else {
        return false;
    };
    if !draft.claim(&["security officer".to_owned()]) {
        return false;
    }
    draft.claim_record(record);
    if rng.chance(50) && draft.share("smt member", "smt seat is over") {
        draft.body(record).set("capacity", "member");
        draft.expect(
            "smt-security-officer-not-observer",
            "warning",
            record,
            "/capacity",
        );
        return true;
    }
    let vacancy = match draft.plan.command {
        Command::Vacancy(from, to) => Some((from, to)),
        _ => None,
    };
    let attended = some_meeting(draft, rng, |meeting| {
        draft.platforms[meeting.platform].sort == "smt"
            && !meeting.acting
            && !vacancy.is_some_and(|(from, to)| from <= meeting.day && meeting.day <= to)
            && meeting
                .rows
                .iter()
                .any(|row| row.person == officer && row.present)
    });
    let Some(meeting) = attended else {
        return false;
    };
    let rows = &draft.meetings[meeting].rows;
    let row = rows.iter().position(|row| row.person == officer);
    let pointer = format!("/attendance/{}", row.unwrap_or_default());
    let record = draft.meetings[meeting].record;
    draft.claim_record(record);
    if let Some(row) = draft.body(record).at_mut(&pointer) {
        row.set("capacity", "member");
    }
    draft.expect(
        "smt-security-officer-not-observer",
        "warning",
        record,
        format!("{pointer}/capacity"),
    );
    true
}

/// `hct-alternate-unsupported`: the designation of the Rapid Response Team lead is over, or gives another ground.
pub(super) fn hct_alternate(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = present_seat(draft, "hct", "alternate", |_| true) else {
        return false;
    };
    let designation = draft.records.iter().position(|record| {
        record.body.get("designation").and_then(Json::as_text) == Some("hct-alternate")
    });
    let Some(designation) = designation.filter(|record| draft.is_free(*record)) else {
        return false;
    };
    draft.claim_record(record);
    draft.claim_record(designation);
    match rng.below(3) {
        0 => draft.body(designation).set("ground", "absence"),
        1 => draft.body(designation).remove("ground"),
        _ => draft
            .body(designation)
            .set("to", AS_OF.plus(-rng.range(1, 50))),
    }
    draft.expect("hct-alternate-unsupported", "warning", record, "/person");
    draft.because(&["hct-representation-level"]);
    true
}

/// `hct-coordinator-not-observer`: the cluster coordinator has a full seat.
pub(super) fn hct_coordinator(draft: &mut Draft, _: &mut Rng) -> bool {
    let Some(record) = present_seat(draft, "hct", "observer", |_| true) else {
        return false;
    };
    if !draft.claim(&["cluster-coordinator".to_owned()]) {
        return false;
    }
    draft.claim_record(record);
    draft.body(record).set("capacity", "member");
    draft.expect(
        "hct-coordinator-not-observer",
        "warning",
        record,
        "/capacity",
    );
    draft.because(&["hct-representation-level"]);
    true
}

/// `hct-representation-level`: an officer beside the chief.
pub(super) fn hct_level(draft: &mut Draft, rng: &mut Rng) -> bool {
    let capacity = *rng.pick(&["member", "alternate"]);
    junior(draft, rng, "hct", capacity, "hct-representation-level")
}

/// `iccg-coordinator-absent`: the coordinator of the cluster that IOM leads only observes.
pub(super) fn iccg_absent(draft: &mut Draft, _: &mut Rng) -> bool {
    let Some(record) = present_seat(draft, "iccg", "member", |_| true) else {
        return false;
    };
    let Some(cluster) = led_by_iom(draft).map(|platform| draft.platforms[platform].record) else {
        return false;
    };
    if !draft.is_free(cluster) || !draft.claim(&["cluster-coordinator".to_owned()]) {
        return false;
    }
    draft.claim_record(record);
    draft.claim_record(cluster);
    draft.body(record).set("capacity", "observer");
    draft.expect("iccg-coordinator-absent", "warning", cluster, "/id");
    true
}

/// `iccg-non-coordinator`: somebody who coordinates nothing is a member.
pub(super) fn iccg_other(draft: &mut Draft, rng: &mut Rng) -> bool {
    let capacity = *rng.pick(&["member", "alternate"]);
    junior(draft, rng, "iccg", capacity, "iccg-non-coordinator")
}

/// `omt-representation-rmo`: somebody else of administration is a member.
pub(super) fn omt(draft: &mut Draft, rng: &mut Rng) -> bool {
    junior(draft, rng, "omt", "member", "omt-representation-rmo")
}

/// `pmt-representation-level`: an officer is a member.
pub(super) fn pmt(draft: &mut Draft, rng: &mut Rng) -> bool {
    junior(draft, rng, "pmt", "member", "pmt-representation-level")
}

/// `unct-representation-level`: an officer is a member.
pub(super) fn unct(draft: &mut Draft, rng: &mut Rng) -> bool {
    if matches!(draft.plan.command, Command::Covered(_)) {
        return false;
    }
    junior(draft, rng, "unct", "member", "unct-representation-level")
}

/// Gives a new seat on an active platform to a colleague of no rank.
fn junior(
    draft: &mut Draft,
    rng: &mut Rng,
    id: &str,
    capacity: &'static str,
    rule: &'static str,
) -> bool {
    let is_active = draft
        .platform(id)
        .is_some_and(|platform| draft.platforms[platform].is_active(AS_OF));
    if !is_active {
        return false;
    }
    let post = *rng.pick(&[
        "programme-officer",
        "project-manager",
        "finance-officer",
        "procurement-officer",
        "liaison-officer",
    ]);
    let person = colleague(draft, post, 0);
    let from = AS_OF.plus(-rng.range(20, 200));
    let record = seat(draft, id, &person, capacity, (from, None));
    draft.expect(rule, "warning", record, "/person");
    true
}
