//! References that lead nowhere, or to something of another kind.

use super::{some, some_meeting, some_person, some_platform, some_record};
use crate::generator::draft::{Draft, Meeting};
use crate::generator::json::Json;
use crate::generator::mission::row_json;
use crate::generator::plan::AS_OF;
use crate::generator::rng::Rng;

/// What a reference should lead to.
#[derive(Clone, Copy)]
enum Target {
    Person,
    Platform,
    Programme,
    Office,
}

/// What the reference that is planted leads to.
#[derive(Clone, Copy, PartialEq)]
enum Aim {
    Nothing,
    OtherKind,
}

impl Aim {
    fn rule(self) -> &'static str {
        match self {
            Self::Nothing => "dangling-reference",
            Self::OtherKind => "wrong-kind-reference",
        }
    }

    /// A reference that does not lead to a target.
    fn miss(self, draft: &Draft, target: Target, rng: &mut Rng) -> String {
        let number = 700 + rng.below(250);
        match (self, target) {
            (Self::Nothing, Target::Person) => match &draft.plan.home_of_guests {
                Some(home) if rng.chance(25) => format!("{home}/P-{number}"),
                _ => format!("P-{number}"),
            },
            (Self::Nothing, Target::Platform) => format!("body-{number}"),
            (Self::Nothing, Target::Programme) => format!("G-{number}"),
            (Self::Nothing, Target::Office) => format!("base-{number}"),
            (Self::OtherKind, Target::Person) => draft.programmes[0].id.clone(),
            (Self::OtherKind, Target::Platform) => draft.people[0].id.clone(),
            (Self::OtherKind, Target::Programme | Target::Office) => "unct".to_owned(),
        }
    }
}

/// `dangling-reference`.
pub(super) fn dangling(draft: &mut Draft, rng: &mut Rng) -> bool {
    plant(draft, rng, Aim::Nothing)
}

/// `wrong-kind-reference`.
pub(super) fn wrong_kind(draft: &mut Draft, rng: &mut Rng) -> bool {
    plant(draft, rng, Aim::OtherKind)
}

fn plant(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> bool {
    let planted = match rng.below(13) {
        0 => representation(draft, rng, aim),
        1 => contact(draft, rng, aim, "by", Target::Person),
        2 => contact(draft, rng, aim, "platform", Target::Platform),
        3..=5 => attendance(draft, rng, aim),
        6 => stint(draft, rng, aim),
        7 => site(draft, rng, aim),
        8 => parent(draft, rng, aim),
        9 => mission(draft, rng, aim),
        10 => scope(draft, rng, aim),
        11 => meeting_place(draft, rng, aim),
        _ => former_post(draft, rng, aim),
    };
    let Some((record, pointer)) = planted else {
        return false;
    };
    draft.claim_record(record);
    draft.expect(aim.rule(), "error", record, pointer);
    true
}

type Planted = Option<(usize, String)>;

/// An observer's seat of nobody.
fn representation(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let platform = some_platform(draft, rng, &["working-group", "unct"])?;
    // While it is open whose seat this is, it is open too who has none.
    let id = draft.platforms[platform].id.clone();
    if !draft.share(&format!("stray seat in {id}"), &format!("no seat in {id}")) {
        return None;
    }
    let person = aim.miss(draft, Target::Person, rng);
    let body = Json::object()
        .with("id", draft.next_id("R"))
        .with("confirmed", AS_OF.plus(-9))
        .with("platform", &draft.platforms[platform].id)
        .with("person", person)
        .with("capacity", "observer")
        .with("from", AS_OF.plus(-90));
    Some((draft.add("representation", body), "/person".to_owned()))
}

fn contact(
    draft: &mut Draft,
    rng: &mut Rng,
    aim: Aim,
    key: &'static str,
    target: Target,
) -> Planted {
    let record = some_record(draft, rng, "contact-log")?;
    // While it is open which platform is meant, it is open too whether there was a contact with a suspended one.
    if key == "platform" && !draft.share("stray contact", "suspension") {
        return None;
    }
    let miss = aim.miss(draft, target, rng);
    draft.body(record).set(key, miss);
    Some((record, format!("/{key}")))
}

fn not_security(draft: &Draft) -> impl Fn(&Meeting) -> bool + '_ {
    |meeting| draft.platforms[meeting.platform].sort != "smt"
}

/// A row more in an attendance list.
fn attendance(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let meeting = some_meeting(draft, rng, not_security(draft))?;
    let record = draft.meetings[meeting].record;
    let person = aim.miss(draft, Target::Person, rng);
    let presence = *rng.pick(&["excused", "absent"]);
    let row = row_json(&person, "observer", presence);
    let position = draft.body(record).list("attendance").push(row);
    Some((record, format!("/attendance/{position}/person")))
}

fn stint(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let person = some_person(draft, rng, |person| !person.seated)?;
    let record = draft.people[person].record;
    let programme = aim.miss(draft, Target::Programme, rng);
    let position = draft
        .body(record)
        .list("programmes")
        .push(Json::object().with("programme", programme));
    Some((record, format!("/programmes/{position}/programme")))
}

fn site(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let record = some_record(draft, rng, "programme")?;
    let office = aim.miss(draft, Target::Office, rng);
    let position = draft.body(record).list("sites").push(office);
    Some((record, format!("/sites/{position}")))
}

fn parent(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let platform = some_platform(draft, rng, &["working-group", "omt", "pmt"])?;
    let record = draft.platforms[platform].record;
    if !draft.is_free(record) {
        return None;
    }
    let parent = aim.miss(draft, Target::Platform, rng);
    let position = draft.body(record).list("parents").push(parent);
    Some((record, format!("/parents/{position}")))
}

/// In the mission record: the depot's parent, or a place where OCHA is.
fn mission(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let office = aim.miss(draft, Target::Office, rng);
    let depot = draft.offices.len() - 1;
    let pointer = if rng.chance(50) {
        if !draft.claim(&["depot".to_owned()]) {
            return None;
        }
        draft
            .body(0)
            .at_mut(&format!("/offices/{depot}"))?
            .set("parent", office);
        format!("/offices/{depot}/parent")
    } else {
        if !draft.claim(&["ocha presence".to_owned()]) {
            return None;
        }
        let entry = Json::object()
            .with("place", office)
            .with("from", AS_OF.plus(-300));
        format!(
            "/ocha_presence/{}/place",
            draft.body(0).list("ocha_presence").push(entry)
        )
    };
    Some((0, pointer))
}

/// One more platform in the scope of a designation.
fn scope(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let scoped = (0..draft.records.len()).filter(|&record| {
        draft.records[record].kind == "designation"
            && draft.is_free(record)
            && draft.records[record].body.get("scope").is_some()
    });
    let record = some(scoped, rng)?;
    let platform = aim.miss(draft, Target::Platform, rng);
    let position = draft.body(record).list("scope").push(platform);
    Some((record, format!("/scope/{position}")))
}

fn meeting_place(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let meeting = some_meeting(draft, rng, not_security(draft))?;
    let record = draft.meetings[meeting].record;
    let office = aim.miss(draft, Target::Office, rng);
    draft.body(record).set("place", office);
    Some((record, "/place".to_owned()))
}

/// An earlier post of somebody who attends nothing, at an office that does not exist.
fn former_post(draft: &mut Draft, rng: &mut Rng, aim: Aim) -> Planted {
    let person = some_person(draft, rng, |person| !person.seated)?;
    let since = draft.people[person].posts[0].from;
    let record = draft.people[person].record;
    let post = Json::object()
        .with("role", "programme-assistant")
        .with("kind", "consultant")
        .with("duty_station", aim.miss(draft, Target::Office, rng))
        .with("from", since.plus(-100))
        .with("to", since.plus(-20));
    let position = draft.body(record).list("assignments").push(post);
    Some((record, format!("/assignments/{position}/duty_station")))
}
