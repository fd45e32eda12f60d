//! Civil-military coordination in Mali.

use super::{colleague, platform, seat, some_hub};
use crate::generator::day::Day;
use crate::generator::draft::{Draft, Spot};
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// A cell that is as it should be, since a day.
fn cell(draft: &mut Draft, rng: &mut Rng, since: Day) -> Option<(String, usize)> {
    let office = some_hub(draft, rng)?;
    let (id, record) = platform(draft, "cmcoord", office, &[("active", since, None)]);
    let member = |org: &'static str| Json::object().with("org", org);
    let coordinator = member("OCHA");
    let members = ["armed-forces", "UNDSS", "WFP", "OCHA"].map(member);
    draft.body(record).set("coordinator", coordinator);
    draft.body(record).set("members", members);
    Some((id, record))
}

/// `cmcoord-anachronism`: before 11 January 2013.
pub(super) fn early(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((_, record)) = cell(draft, rng, Day::new(2012, 4, 2)) else {
        return false;
    };
    draft.expect("cmcoord-anachronism", "warning", record, "/status/0/from");
    true
}

/// `cmcoord-composition`: a member is missing.
pub(super) fn composition(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some((_, record)) = cell(draft, rng, Day::new(2014, 4, 2)) else {
        return false;
    };
    // OCHA would still coordinate it.
    let missing = rng.below(3);
    if let Json::List(members) = draft.body(record).list("members") {
        members.remove(missing);
    }
    draft.expect_at(
        Spot::Key,
        "cmcoord-composition",
        "advice",
        record,
        "/members",
    );
    true
}

/// `cmcoord-iom-member`: by the list of members, or by a seat.
pub(super) fn member(draft: &mut Draft, rng: &mut Rng) -> bool {
    const RULE: &str = "cmcoord-iom-member";
    let Some((id, record)) = cell(draft, rng, Day::new(2014, 4, 2)) else {
        return false;
    };
    if rng.chance(50) {
        let position = draft
            .body(record)
            .list("members")
            .push(Json::object().with("org", "IOM"));
        draft.expect(RULE, "advice", record, format!("/members/{position}/org"));
    } else {
        let person = colleague(draft, "liaison-officer", 0);
        let record = seat(draft, &id, &person, "member", (AS_OF.plus(-90), None));
        draft.expect(RULE, "advice", record, "/capacity");
    }
    true
}
