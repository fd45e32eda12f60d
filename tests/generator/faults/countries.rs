//! Countries and P-codes.

use super::{some_meeting, some_person, some_record};
use crate::generator::draft::Draft;
use crate::generator::json::Json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;
use crate::generator::words::NO_COUNTRIES;

/// `unknown-country-code`: alpha-2 instead of alpha-3, or no country at all.
pub(super) fn unknown(draft: &mut Draft, rng: &mut Rng) -> bool {
    let code = if rng.chance(50) {
        draft.plan.country.alpha2
    } else {
        *rng.pick(&NO_COUNTRIES)
    };
    // P-codes cannot be judged while it is open which countries are meant.
    if rng.chance(10)
        && draft.share("no pcodes", "pcodes")
        && draft.claim(&["countries".to_owned()])
    {
        let position = draft.body(0).list("countries").push(code);
        draft.expect(
            "unknown-country-code",
            "error",
            0,
            format!("/countries/{position}"),
        );
        return true;
    }
    put_country(draft, rng, code, "unknown-country-code")
}

/// `country-mismatch`: a country that the mission does not serve.
pub(super) fn mismatch(draft: &mut Draft, rng: &mut Rng) -> bool {
    let stranger = draft.plan.stranger(rng).alpha3;
    put_country(draft, rng, stranger, "country-mismatch")
}

/// Gives a post or the depot a country.
fn put_country(
    draft: &mut Draft,
    rng: &mut Rng,
    country: &'static str,
    rule: &'static str,
) -> bool {
    if rng.chance(10) && draft.claim(&["depot".to_owned()]) {
        let pointer = format!("/offices/{}", draft.offices.len() - 1);
        if let Some(office) = draft.body(0).at_mut(&pointer) {
            office.set("country", country);
            draft.expect(rule, "error", 0, format!("{pointer}/country"));
            return true;
        }
    }
    let is_bound = |person: &crate::generator::draft::Person| {
        person.posts.iter().all(|post| {
            matches!(post.kind, "staff" | "consultant") && post.role != "regional-security-officer"
        })
    };
    let Some(person) = some_person(draft, rng, is_bound) else {
        return false;
    };
    let record = draft.people[person].record;
    let pointer = format!(
        "/assignments/{}",
        rng.below(draft.people[person].posts.len())
    );
    draft.claim_record(record);
    if let Some(post) = draft.body(record).at_mut(&pointer) {
        post.set("country", country);
        draft.expect(rule, "error", record, format!("{pointer}/country"));
    }
    true
}

/// `pcode-country-mismatch`: the code of another country's place, or of a place outside its parent's area.
pub(super) fn pcode(draft: &mut Draft, rng: &mut Rng) -> bool {
    if !draft.plan.has_regular_pcodes() || !draft.share("pcodes", "no pcodes") {
        return false;
    }
    let wrong = draft.plan.stranger(rng).pcode(10 + rng.below(80));
    let planted = match rng.below(10) {
        0 => office(draft, rng),
        1 => presence(draft, &wrong),
        2..=4 => site(draft, rng, &wrong),
        _ => meeting_place(draft, rng, &wrong),
    };
    let Some((record, pointer)) = planted else {
        return false;
    };
    draft.claim_record(record);
    draft.expect("pcode-country-mismatch", "warning", record, pointer);
    true
}

type Planted = Option<(usize, String)>;

/// The office that belongs to another one gets the code of a third.
fn office(draft: &mut Draft, rng: &mut Rng) -> Planted {
    let child = draft
        .offices
        .iter()
        .position(|office| office.parent.is_some())?;
    if !draft.claim(&["child office".to_owned()]) {
        return None;
    }
    let elsewhere = format!("{}{:02}", draft.plan.country.pcode(95), rng.below(90));
    let pointer = format!("/offices/{child}");
    draft.body(0).at_mut(&pointer)?.set("pcode", elsewhere);
    Some((0, format!("{pointer}/pcode")))
}

fn presence(draft: &mut Draft, wrong: &str) -> Planted {
    if !draft.claim(&["ocha presence".to_owned()]) {
        return None;
    }
    let place = Json::object()
        .with("place", "Aéroport")
        .with("pcode", wrong.to_owned());
    let entry = Json::object()
        .with("place", place)
        .with("from", AS_OF.plus(-300));
    let position = draft.body(0).list("ocha_presence").push(entry);
    Some((0, format!("/ocha_presence/{position}/place/pcode")))
}

fn site(draft: &mut Draft, rng: &mut Rng, wrong: &str) -> Planted {
    let record = some_record(draft, rng, "programme")?;
    let position = draft.body(record).list("sites").push(wrong.to_owned());
    Some((record, format!("/sites/{position}")))
}

/// The right town with a wrong code.
fn meeting_place(draft: &mut Draft, rng: &mut Rng, wrong: &str) -> Planted {
    let meeting = some_meeting(draft, rng, |_| true)?;
    let (record, platform) = (
        draft.meetings[meeting].record,
        draft.meetings[meeting].platform,
    );
    let town = draft.offices[draft.platforms[platform].office].town.clone();
    draft.body(record).set(
        "place",
        Json::object()
            .with("place", town)
            .with("pcode", wrong.to_owned()),
    );
    Some((record, "/place/pcode".to_owned()))
}
