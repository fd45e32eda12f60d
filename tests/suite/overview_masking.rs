//! An overview holds no more than its reader may see.

use missionlint::overview::{Blank, ChiefPresence, LeadershipState, Overview, Told};
use missionlint::report::{Audience, Report};
use serde_json::Value;

use crate::masking::{assert_silent, leaks, restricted};
use crate::mission::Mission;
use crate::overview::{overview, platform, records};

fn report(mission: &Mission, audience: Audience, reveal: bool) -> Report {
    let mut request = mission.request();
    request.describe = missionlint::engine::Describe::Overview;
    request.audience = audience;
    request.reveal = reveal;
    missionlint::engine::check(mission.inputs(), &request)
}

fn of(mission: &Mission, audience: Audience, reveal: bool) -> Overview {
    let mut report = report(mission, audience, reveal);
    assert_eq!(report.overviews.len(), 1);
    report.overviews.remove(0)
}

#[test]
fn nothing_restricted_is_in_an_overview() {
    let mission = restricted();
    for audience in [Audience::Internal, Audience::Public] {
        let report = report(&mission, audience, false);
        assert!(report.overviews.len() > 3, "{}", report.overviews.len());
        assert!(report.faults.is_empty(), "{:?}", report.faults);
        assert_silent(&format!("{:#?}", report.overviews), audience.code());
    }
    let open = report(&mission, Audience::Internal, true);
    assert!(
        !leaks(&format!("{:?}", open.overviews)).is_empty(),
        "there is nothing to see"
    );
}

/// Values of free-text fields, wherever they stand in a record.
fn free_texts(value: &Value, within: bool, found: &mut Vec<String>) {
    const FREE: [&str; 12] = [
        "note",
        "reason",
        "next_step",
        "basis",
        "local_names",
        "agenda",
        "meeting_minutes",
        "activation_document",
        "url",
        "category",
        "external",
        "cover",
    ];
    match value {
        Value::String(text) if within => found.push(text.clone()),
        Value::Array(items) => items.iter().for_each(|it| free_texts(it, within, found)),
        Value::Object(members) => {
            for (key, value) in members {
                free_texts(value, within || FREE.contains(&key.as_str()), found);
            }
        }
        _ => {}
    }
}

#[test]
fn free_text_is_in_no_overview_whoever_reads_it() {
    for id in ["mli", "eth"] {
        let mission = Mission::named(id);
        let mut texts = Vec::new();
        for record in records(&mission) {
            free_texts(&record, false, &mut texts);
        }
        // A word may be in an id as well; a sentence is not.
        texts.retain(|text| text.contains(' ') || text.contains("://"));
        assert!(texts.len() > 40, "{id}: {}", texts.len());
        let shown = format!("{:?}", overview(&mission));
        for text in texts {
            let escaped = format!("{text:?}");
            assert!(
                !shown.contains(escaped.trim_matches('"')),
                "{id} shows {text}"
            );
        }
    }
}

#[test]
fn a_restricted_team_shows_ids_and_roles_and_no_more() {
    let mission = Mission::named("mli");
    let masked = of(&mission, Audience::Internal, false);
    let smt = platform(&masked, "smt");
    assert!(smt.masked);
    assert_eq!(smt.types.items, ["smt"]);
    assert_eq!(smt.status, Told::Masked);
    assert_eq!(smt.level, Told::Masked);
    assert_eq!(smt.place, Told::Masked);
    assert_eq!(smt.last_held, Told::Masked);
    assert_eq!(smt.last_attended, Told::Masked);
    assert_eq!(smt.suspension, Told::Masked);
    let seat = |id: &str| {
        let mut seats = smt.seats.items.iter();
        seats
            .find(|it| it.record.id.as_deref() == Some(id))
            .unwrap()
    };
    let chief = seat("R-9").person.known().unwrap();
    assert_eq!(chief.id, "P-01");
    assert_eq!(chief.roles.known().unwrap()[0].code, "chief-of-mission");
    assert_eq!(seat("R-9").capacity, Told::Masked);
    assert_eq!(seat("R-9").from, Told::Masked);
    assert_eq!(smt.meetings.items.len(), 26);
    for meeting in &smt.meetings.items {
        assert_eq!(meeting.date, Told::Masked);
        assert_eq!(meeting.status, Told::Masked);
        assert_eq!(meeting.presence, Told::Masked);
    }
    // No month is called empty: none is told.
    assert!(masked.security.months.is_empty());
    assert_eq!(masked.security.undated.items.len(), 26);
    // The rest is as it was.
    let whole = overview(&mission);
    assert_eq!(masked.coverage, whole.coverage);
    let hct = |overview: &Overview| format!("{:?}", platform(overview, "hct"));
    assert_eq!(hct(&masked), hct(&whole));
    // The days of security meetings that no other record names.
    let (secret, others): (Vec<Value>, Vec<Value>) = records(&mission)
        .into_iter()
        .partition(|record| record["platform"] == "smt");
    let others = Value::Array(others).to_string();
    let days = secret
        .iter()
        .filter_map(|record| record["start"].as_str()?.get(..10));
    let days: Vec<&str> = days.filter(|day| !others.contains(day)).collect();
    assert!(days.len() > 15, "{days:?}");
    let (shown, all) = (format!("{masked:?}"), format!("{whole:?}"));
    for day in days {
        assert!(all.contains(day) && !shown.contains(day), "{day}");
    }
}

#[test]
fn one_restricted_meeting_masks_only_itself() {
    let record = r#""id": "M-hct-250213","#;
    let files = Mission::named("mli").files;
    let (path, _) = files
        .iter()
        .find(|(_, text)| text.contains(record))
        .unwrap();
    let mission = Mission::named("mli").with(
        path,
        record,
        &format!("{record} \"classification\": \"restricted\","),
    );
    let told = of(&mission, Audience::Internal, false);
    let hct = platform(&told, "hct");
    let last = hct.meetings.items.last().unwrap();
    assert_eq!(last.record.id.as_deref(), Some("M-hct-250213"));
    assert_eq!(last.date, Told::Masked);
    assert_eq!(hct.last_held, Told::Masked, "it would tell the day");
    assert!(hct.meetings.items[0].date.known().is_some());
    assert!(hct.represented == Told::Known(true) && hct.status.known().is_some());
}

/// A mission that is public, with a platform, a seat, a meeting and a person that are not.
const PUBLIC: &str = r#"{"mission": "mli", "classification": "public", "records": [
  {"kind": "mission", "id": "mli", "name": "Test", "countries": ["MLI"],
   "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
   "offices": [{"id": "gao", "place": "Gao", "from": "2013-03-15"}],
   "phase": [{"value": "protracted", "from": "2015-01-01"}],
   "context_model": [{"value": "cluster", "from": "2012-04-01"}]},
  {"kind": "person", "id": "P-01", "assignments": [
    {"role": "chief-of-mission", "kind": "staff", "duty_station": "gao", "from": "2024-02-01"}]},
  {"kind": "person", "id": "P-02", "classification": "internal", "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "gao", "from": "2024-02-02"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "platform", "id": "gen", "types": ["general-coordination"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-02"}]},
  {"kind": "platform", "id": "smt", "types": ["smt"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-03"}]},
  {"kind": "platform", "id": "asmt-x", "classification": "restricted", "types": ["asmt"], "level": "subnational",
   "place": "gao", "status": [{"value": "active", "from": "2012-04-04"}]},
  {"kind": "representation", "id": "R-1", "platform": "hct", "person": "P-01", "capacity": "member",
   "from": "2024-02-01"},
  {"kind": "representation", "id": "R-2", "platform": "hct", "person": "P-02", "capacity": "observer",
   "from": "2024-02-05"},
  {"kind": "representation", "id": "R-3", "classification": "internal", "platform": "gen", "person": "P-02",
   "capacity": "member", "from": "2024-02-06"},
  {"kind": "meeting", "id": "M-1", "platform": "smt", "start": "2025-02-05T09:00:00Z", "status": "held",
   "mode": "remote", "attendance": [{"person": "P-01", "capacity": "member", "presence": "present"}]},
  {"kind": "meeting", "id": "M-2", "classification": "internal", "platform": "smt", "start": "2025-03-07T09:00:00Z",
   "status": "held", "mode": "remote",
   "attendance": [{"person": "P-01", "capacity": "member", "presence": "absent"}]}
]}"#;

fn planted(text: &str) -> Mission {
    let mut mission = Mission::named("mli");
    mission.files = [("records.json".to_owned(), text.to_owned())].into();
    mission
}

#[test]
fn the_public_sees_public_records_and_how_many_others_there_are() {
    let told = of(&planted(PUBLIC), Audience::Public, false);
    let ids: Vec<&str> = told
        .platforms
        .items
        .iter()
        .filter_map(|it| it.record.id.as_deref())
        .collect();
    assert_eq!(ids, ["gen", "hct", "smt"]);
    assert_eq!(told.platforms.left_out, 1);
    let hct = platform(&told, "hct");
    assert_eq!(hct.represented, Told::Known(true));
    let people: Vec<&str> = hct
        .seats
        .items
        .iter()
        .map(|seat| seat.person.known().unwrap().id.as_str())
        .collect();
    assert!(
        people.iter().all(|id| id.starts_with("person-")),
        "{people:?}"
    );
    let roles = hct
        .seats
        .items
        .iter()
        .map(|seat| &seat.person.known().unwrap().roles);
    let known: Vec<bool> = roles.map(|roles| roles.known().is_some()).collect();
    assert_eq!(
        known,
        [true, false],
        "the second person's record is not public"
    );
    // Somebody has a seat there, for others to see.
    let gen_ = platform(&told, "gen");
    assert_eq!(
        (gen_.represented.clone(), gen_.seats.left_out),
        (Told::Masked, 1)
    );
    let smt = platform(&told, "smt");
    assert_eq!((smt.meetings.items.len(), smt.meetings.left_out), (1, 1));
    assert_eq!(
        smt.last_held,
        Told::Masked,
        "the other meeting may be later"
    );
    let [february, march] = told.security.months.as_slice() else {
        panic!("{:?}", told.security)
    };
    assert_eq!(
        february.meetings[0].chief,
        Told::Known(ChiefPresence::Present)
    );
    assert_eq!((march.meetings.len(), &march.blank), (0, &Blank::Masked));
    assert_eq!(told.security.undated.left_out, 1);
    assert_eq!(told.leadership.state, Told::Known(LeadershipState::InPost));
    let shown = format!("{told:?}");
    for secret in [
        "P-01",
        "P-02",
        "asmt-x",
        "R-3",
        "M-2",
        "2025-03-07",
        "programme-officer",
        "2012-04-04",
    ] {
        assert!(
            PUBLIC.contains(secret) && !shown.contains(secret),
            "{secret}"
        );
    }
}

#[test]
fn a_chief_who_is_not_public_is_not_told_by_public_meetings() {
    let secret = PUBLIC.replace(
        r#"{"kind": "person", "id": "P-01","#,
        r#"{"kind": "person", "id": "P-01", "classification": "internal","#,
    );
    let told = of(&planted(&secret), Audience::Public, false);
    assert_eq!(told.leadership.state, Told::Masked);
    assert_eq!(told.leadership.chiefs.left_out, 1);
    let february = &told.security.months[0].meetings[0];
    assert_eq!(february.chief, Told::Masked);
    assert!(!format!("{told:?}").contains("chief-of-mission"));
}

#[test]
fn a_mission_that_is_not_public_shows_the_public_nothing_but_numbers() {
    let told = of(&Mission::named("mli"), Audience::Public, false);
    assert_eq!(
        (told.platforms.items.len(), told.platforms.left_out),
        (0, 28)
    );
    assert_eq!(told.mission.record, None);
    assert_eq!(told.mission.name, Told::Masked);
    assert_eq!(told.leadership.state, Told::Masked);
    assert!(told.places.places.items.is_empty() && told.places.places.left_out > 0);
    assert_eq!(told.coverage, missionlint::overview::Coverage::default());
    assert!(told.index.entries.is_empty());
    assert_eq!(told.security.undated.left_out, 26);
}

#[test]
fn a_name_in_place_of_an_id_or_of_a_code_is_masked() {
    let mission = Mission::named("mli").with(
        "contact-log.json",
        "\"date\": \"2025-02-18\",\n      \"with\": { \"org\": \"UNDP\" }",
        "\"date\": \"2025-02-18\",\n      \"with\": { \"org\": \"Jane Roe\" }",
    );
    let told = overview(&mission);
    let suspension = platform(&told, "pmt")
        .suspension
        .known()
        .unwrap()
        .clone()
        .unwrap();
    let contact = suspension.last_contact.known().unwrap().clone().unwrap();
    assert_eq!(
        contact.with.known().unwrap().org.as_deref(),
        Some(missionlint::report::MASK)
    );
    assert!(!format!("{told:?}").contains("Jane Roe"));
}
