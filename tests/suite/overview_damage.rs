//! What cannot be read is told as unknown, never as absent or empty; and nothing is lost without a word.

use std::collections::BTreeMap;

use missionlint::document::{Kind, Obstacle};
use missionlint::overview::{Blank, Judgement, LeadershipState, Overview, Told, Unknown};
use missionlint::report::{Audience, Report};

use crate::mission::Mission;
use crate::overview::{is_lines, overview, platform, records};
use crate::properties::{Chance, variants};

const SECURITY: &str = "platforms/security.json";
const HUMANITARIAN: &str = "platforms/humanitarian.json";
const HUMANITARIAN_SEATS: &str = "representations/humanitarian.json";
const SMT_2025: &str = "meetings/smt-2025.json";

/// Mali after one edit.
fn mali(file: &str, find: &str, replacement: &str) -> Overview {
    overview(&Mission::named("mli").with(file, find, replacement))
}

/// The file that hides a fact.
fn hidden_in<T: std::fmt::Debug>(told: &Told<T>) -> (&str, Obstacle) {
    match told {
        Told::Unknown(unknown) => file_of(unknown),
        other => panic!("told: {other:?}"),
    }
}

fn file_of(unknown: &Unknown) -> (&str, Obstacle) {
    (&unknown.source.path, unknown.obstacle)
}

#[test]
fn a_status_that_cannot_be_read_is_unknown() {
    let told = mali(
        "platforms/cmcoord.json",
        r#""value": "active""#,
        r#""value": "actve""#,
    );
    let cell = platform(&told, "cmcoord");
    let place = ("platforms/cmcoord.json", Obstacle::Schema);
    assert_eq!(hidden_in(&cell.status), place);
    assert_eq!(hidden_in(&cell.suspension), place);
    assert_eq!(
        (told.coverage.active, told.coverage.status_unknown),
        (23, 1)
    );
}

#[test]
fn a_seat_that_leads_nowhere_may_be_on_any_platform() {
    let told = mali(
        HUMANITARIAN_SEATS,
        "\"id\": \"R-13\",\n      \"confirmed\": \"2025-02-17\",\n      \"platform\": \"gen\"",
        "\"id\": \"R-13\",\n      \"confirmed\": \"2025-02-17\",\n      \"platform\": \"genn\"",
    );
    let place = (HUMANITARIAN_SEATS, Obstacle::Reference);
    for id in ["gen", "sub-tom", "cmcoord"] {
        assert_eq!(hidden_in(&platform(&told, id).represented), place, "{id}");
    }
    let hct = platform(&told, "hct");
    assert_eq!(hct.represented, Told::Known(true), "certain all the same");
    assert_eq!(file_of(&hct.seats.unread[0]), place);
    assert!(
        matches!(hct.judgement, Judgement::Unknown(_)),
        "there may be a wrong one"
    );
    assert!(matches!(hct.seats.items[0].judgement, Judgement::Right(_)));
    assert_eq!(
        (told.coverage.expected.no, told.coverage.expected.unknown),
        (0, 2)
    );
}

#[test]
fn a_seat_without_a_time_or_a_capacity_is_not_lost() {
    let seat = "\"platform\": \"gen\",\n      \"person\": \"P-03\",\n      \"capacity\": \"member\",\n      \"from\": ";
    let text = &Mission::named("mli").files[HUMANITARIAN_SEATS];
    let start = text.find(seat).unwrap() + seat.len();
    let written = format!("{seat}{}", &text[start..start + 12]);
    let timeless = mali(
        HUMANITARIAN_SEATS,
        &written,
        &format!("{seat}\"2024-13-40\""),
    );
    assert_eq!(
        hidden_in(&platform(&timeless, "gen").represented),
        (HUMANITARIAN_SEATS, Obstacle::Schema)
    );
    let odd = written.replace("member", "membre");
    let odd = mali(HUMANITARIAN_SEATS, &written, &odd);
    let seats = &platform(&odd, "gen").seats;
    assert_eq!(
        hidden_in(&seats.items[0].capacity),
        (HUMANITARIAN_SEATS, Obstacle::Schema)
    );
}

#[test]
fn a_meeting_at_an_unknown_time_may_be_in_any_month() {
    let told = mali(
        SMT_2025,
        r#""start": "2025-03-05T09:00:00Z""#,
        r#""start": "5 March""#,
    );
    let place = (SMT_2025, Obstacle::Schema);
    for month in &told.security.months {
        let Blank::Unknown(unknown) = &month.blank else {
            panic!("{month:?}")
        };
        assert_eq!(file_of(unknown), place);
    }
    assert_eq!(file_of(&told.security.undated.unread[0]), place);
    let smt = platform(&told, "smt");
    let last = smt.meetings.items.last().unwrap();
    assert_eq!(
        last.record.id.as_deref(),
        Some("M-1"),
        "listed all the same"
    );
    assert_eq!(hidden_in(&last.date), place);
    assert_eq!(hidden_in(&smt.last_held), place);
    assert_eq!(told.coverage.security_meetings.unknown, 1);
}

#[test]
fn a_later_meeting_that_cannot_be_read_hides_which_was_the_last() {
    // The last but one of the team in Gao is certain only if the last one was no meeting.
    let text = &Mission::named("mli").files["meetings/2025-03.json"];
    let at = text.find("asmt-gao").unwrap();
    let status = text[at..].find(r#""status": "held""#).unwrap() + at;
    let mut mission = Mission::named("mli");
    let file = mission.files.get_mut("meetings/2025-03.json").unwrap();
    file.replace_range(status..status + 16, r#""status": "hold""#);
    let told = overview(&mission);
    let place = ("meetings/2025-03.json", Obstacle::Schema);
    assert_eq!(hidden_in(&platform(&told, "asmt-gao").last_held), place);
    assert_eq!(hidden_in(&platform(&told, "asmt-gao").last_attended), place);
    assert!(platform(&told, "hct").last_held.known().is_some());
}

#[test]
fn a_presence_that_cannot_be_read_hides_only_what_depends_on_it() {
    let meeting = |id: &str, presences: &[&str]| {
        let rows = presences.iter().enumerate().map(|(at, presence)| {
            format!(r#"{{"person": "P-{at}", "capacity": "observer", "presence": "{presence}"}}"#)
        });
        let rows: Vec<String> = rows.collect();
        format!(
            r#"{{"kind": "meeting", "id": "{id}", "platform": "gen", "start": "2025-02-05T09:00:00Z", "status": "held",
                "mode": "remote", "attendance": [{}]}}"#,
            rows.join(", ")
        )
    };
    let platform_record = r#"{"kind": "platform", "id": "gen", "types": ["general-coordination"], "level": "national",
        "status": [{"value": "active", "from": "2012-04-02"}]}"#;
    let records = [
        platform_record.to_owned(),
        meeting("M-1", &["presnt"]),
        meeting("M-2", &["presnt", "present"]),
        meeting("M-3", &["absent", "presnt"]),
        meeting("M-4", &["absent", "excused"]),
        meeting("M-5", &[]),
    ];
    let mut mission = Mission::named("mli");
    let text = format!(
        r#"{{"mission": "mli", "records": [{}]}}"#,
        records.join(",\n")
    );
    mission.files = [("records.json".to_owned(), text)].into();
    let told = overview(&mission);
    let meetings = platform(&told, "gen").meetings.items.iter();
    let shown: Vec<String> = meetings
        .map(|meeting| match &meeting.presence {
            Told::Known(presence) => format!("{presence:?}"),
            other => hidden_in(other).1.code().to_owned(),
        })
        .collect();
    let present = r#"Present(["observer"])"#;
    assert_eq!(
        shown,
        ["schema", present, "schema", "Excused", "NobodyListed"]
    );
}

#[test]
fn broken_text_hides_what_it_may_have_held() {
    let mut mission = Mission::named("mli");
    let file = mission.files.get_mut(SMT_2025).unwrap();
    file.truncate(file.find("\"M-smt-250205\"").unwrap());
    let told = overview(&mission);
    for platform in &told.platforms.items {
        let unread = &platform.meetings.unread;
        assert!(
            unread.iter().any(|it| *it.source.path == *SMT_2025),
            "{platform:?}"
        );
        assert_eq!(hidden_in(&platform.last_held).0, SMT_2025);
    }
    let blank = &told.security.months.last().unwrap().blank;
    assert!(matches!(blank, Blank::Unknown(_)), "{blank:?}");
    assert!(!told.unread.is_empty());
    assert!(told.coverage.security_meetings.unknown > 0);
}

#[test]
fn a_leader_who_cannot_be_read_is_not_missing() {
    let role = r#"{ "role": "chief-of-mission", "kind": "staff", "duty_station": "bko", "country": "MLI", "from": "2024-02-01" }"#;
    let told = mali("people.json", role, &role.replace("chief-of", "cheif-of"));
    assert_eq!(
        hidden_in(&told.leadership.state),
        ("people.json", Obstacle::Schema)
    );
    let told = mali(
        "people.json",
        role,
        &role.replace("2024-02-01", "2026-02-01"),
    );
    assert_eq!(told.leadership.state, Told::Known(LeadershipState::Vacant));
    // What the person represents is known, the post is not.
    let told = mali("people.json", role, &role.replace("chief-of", "cheif-of"));
    let seat = &platform(&told, "unct").seats.items[0];
    assert_eq!(
        hidden_in(&seat.person.known().unwrap().roles).0,
        "people.json"
    );
    assert!(
        matches!(seat.judgement, Judgement::Unknown(_)),
        "{:?}",
        seat.judgement
    );
    assert!(told.coverage.level.unknown > 0);
}

#[test]
fn a_contact_without_a_date_is_not_no_contact() {
    let told = mali(
        "contact-log.json",
        r#""date": "2025-02-18""#,
        r#""date": "18 février""#,
    );
    let suspension = platform(&told, "pmt")
        .suspension
        .known()
        .unwrap()
        .clone()
        .unwrap();
    assert_eq!(
        hidden_in(&suspension.last_contact),
        ("contact-log.json", Obstacle::Schema)
    );
    assert_eq!(told.coverage.suspended.unknown, 1);
    let told = mali(
        "contact-log.json",
        r#""date": "2025-02-18""#,
        r#""date": "2024-02-18""#,
    );
    let suspension = platform(&told, "pmt")
        .suspension
        .known()
        .unwrap()
        .clone()
        .unwrap();
    assert_eq!(suspension.last_contact, Told::Known(None));
    assert_eq!(
        (told.coverage.suspended.no, told.coverage.suspended.unknown),
        (1, 0)
    );
}

#[test]
fn a_team_of_unknown_type_leaves_its_meetings_in_doubt() {
    let told = mali(SECURITY, r#""types": ["smt"]"#, r#""types": [7]"#);
    assert!(told.security.months.is_empty());
    assert_eq!(
        told.security.undated.unread.len(),
        26,
        "any of its meetings may be one"
    );
    let smt = platform(&told, "smt");
    assert!(smt.types.items.is_empty());
    assert_eq!(file_of(&smt.types.unread[0]), (SECURITY, Obstacle::Schema));
    assert_eq!(told.coverage.security_meetings.yes, 0);
    assert_eq!(told.coverage.security_meetings.unknown, 26);
}

#[test]
fn a_platform_without_place_or_level_is_listed_as_such() {
    let told = mali(
        "platforms/subnational.json",
        "\"place\": \"tom\"",
        "\"place\": \"tmo\"",
    );
    let at = |id: &str| {
        let mut platforms = told.platforms.items.iter();
        platforms
            .position(|it| it.record.id.as_deref() == Some(id))
            .unwrap()
    };
    assert_eq!(told.places.unplaced, [at("sub-tom")]);
    assert_eq!(
        hidden_in(&platform(&told, "sub-tom").place),
        ("platforms/subnational.json", Obstacle::Reference)
    );
}

#[test]
fn a_mission_without_a_record_is_told_from_one_that_cannot_be_read() {
    let mut mission = Mission::named("mli");
    mission.files.remove("mission.json");
    let told = overview(&mission);
    assert_eq!(told.mission.name, Told::Known(None));
    assert_eq!(told.mission.record, None);
    let mut mission = Mission::named("mli");
    let broken = r#"{"mission": "mli", "kind": "#.to_owned();
    mission.files.insert("mission.json".to_owned(), broken);
    let told = overview(&mission);
    assert_eq!(hidden_in(&told.mission.name).0, "mission.json");
    assert_eq!(hidden_in(&told.mission.phases).0, "mission.json");
    assert!(!told.places.places.unread.is_empty());
}

#[test]
fn unread_records_are_listed_with_their_kind() {
    let told = mali(HUMANITARIAN, r#""id": "ref""#, r#""id": 7"#);
    let kinds: Vec<Option<Kind>> = told.unread.iter().map(|(kind, _)| *kind).collect();
    assert_eq!(kinds, [Some(Kind::Platform)]);
    assert_eq!(
        told.platforms.items.len(),
        28,
        "shown all the same, without an id"
    );
    let nameless = told
        .platforms
        .items
        .iter()
        .find(|it| it.record.id.is_none());
    let nameless = nameless.unwrap();
    assert_eq!(
        hidden_in(&nameless.represented),
        (HUMANITARIAN, Obstacle::Schema)
    );
    assert!(!nameless.meetings.is_none() && !nameless.seats.is_none());
}

#[test]
fn of_two_platforms_with_one_id_the_second_is_in_doubt() {
    let record = r#""id": "wg-im""#;
    let told = mali(HUMANITARIAN, record, r#""id": "gen""#);
    let named = |at: usize| {
        let platforms = told.platforms.items.iter();
        let mut named = platforms.filter(|it| it.record.id.as_deref() == Some("gen"));
        named.nth(at).unwrap()
    };
    let (one, other) = (named(0), named(1));
    let (first, second) = if one.types.items == ["general-coordination"] {
        (one, other)
    } else {
        (other, one)
    };
    assert_eq!(first.represented, Told::Known(true));
    assert_eq!(
        hidden_in(&second.represented),
        (HUMANITARIAN, Obstacle::Reference)
    );
    assert_eq!(
        hidden_in(&second.last_held),
        (HUMANITARIAN, Obstacle::Reference)
    );
    assert!(!second.meetings.is_none());
    assert!(matches!(second.judgement, Judgement::Unknown(_)));
}

fn report(mission: &Mission, audience: Audience, reveal: bool) -> Report {
    let mut request = mission.request();
    request.describe = missionlint::engine::Describe::Overview;
    request.audience = audience;
    request.reveal = reveal;
    missionlint::engine::check(mission.inputs(), &request)
}

/// Platform records of each mission, where every file is JSON.
fn platforms_in(mission: &Mission) -> Option<BTreeMap<String, usize>> {
    let sound = mission.files.iter().all(|(path, text)| {
        let sound = |text: &str| serde_json::from_str::<serde_json::Value>(text).is_ok();
        if is_lines(path) {
            let mut lines = text.lines().filter(|line| !line.trim().is_empty());
            lines.all(|line| sound(line.trim_start_matches('\u{feff}')))
        } else {
            sound(text.trim_start_matches('\u{feff}'))
        }
    });
    let mut plain = mission.clone();
    for text in plain.files.values_mut() {
        *text = text.trim_start_matches('\u{feff}').to_owned();
    }
    let mut counts = BTreeMap::new();
    for record in sound.then(|| records(&plain))? {
        if record["kind"] == "platform" {
            let mission = record["mission"].as_str().unwrap_or_default().to_owned();
            *counts.entry(mission).or_default() += 1;
        }
    }
    Some(counts)
}

/// What holds of overviews whatever the records are.
fn assert_sound(name: &str, mission: &Mission) -> usize {
    let all = report(mission, Audience::Internal, true);
    let internal = report(mission, Audience::Internal, false);
    let public = report(mission, Audience::Public, false);
    let counted = platforms_in(mission);
    for (at, whole) in all.overviews.iter().enumerate() {
        let of = |report: &Report| report.overviews[at].clone();
        let (masked, open) = (of(&internal), of(&public));
        let shown = whole.platforms.items.len();
        assert_eq!(whole.platforms.left_out, 0, "{name}");
        assert_eq!(masked.platforms.items.len(), shown, "{name}");
        assert_eq!(
            open.platforms.items.len() + open.platforms.left_out,
            shown,
            "{name}"
        );
        assert_eq!(masked.coverage, whole.coverage, "{name}");
        if let Some(counts) = &counted {
            let written = counts.get(&whole.id).copied().unwrap_or_default();
            assert!(shown >= written, "{name}: {shown} of {written} platforms");
        }
        let meetings = |overview: &Overview| {
            let lists = overview.platforms.items.iter().map(|it| &it.meetings);
            lists
                .map(|list| list.items.len() + list.left_out)
                .sum::<usize>()
        };
        assert_eq!(meetings(&masked), meetings(whole), "{name}");
    }
    for report in [&all, &internal, &public] {
        assert!(report.faults.is_empty(), "{name}: {:?}", report.faults);
        assert_eq!(report.overviews.len(), all.overviews.len(), "{name}");
    }
    // Every finding in a record is joined to it.
    for found in &all.findings {
        let (Some(overview), Some((kind, id))) = (all.overview_of(found), &found.location.record)
        else {
            continue;
        };
        let about = found.about();
        let entry = overview.index.at(&about);
        let record = &entry.unwrap_or_else(|| panic!("{name}: {found:?}")).record;
        assert_eq!((&record.kind, &record.id), (kind, id), "{name}");
        let _ = overview.actor(&about);
    }
    all.overviews.len()
}

#[test]
fn overviews_of_damaged_records_lose_no_platform() {
    let mut made = 0;
    for (name, mission) in variants().into_iter().step_by(2) {
        made += assert_sound(&name, &mission);
    }
    assert!(made >= 15, "{made}");
}

#[test]
fn overviews_of_broken_texts_are_made_without_a_crash() {
    let mut chance = Chance::new(77);
    for round in 0..12 {
        let mut mission = Mission::named(["mli", "eth"][round % 2]);
        for text in mission.files.values_mut() {
            if chance.below(6) > 0 {
                continue;
            }
            for _ in 0..=chance.below(3) {
                let marks: Vec<usize> = text
                    .match_indices([',', ':', '"', '}', ']', '{', '['])
                    .map(|(at, _)| at)
                    .collect();
                let at = *chance.of(&marks);
                match chance.below(3) {
                    0 => text.truncate(at),
                    1 => drop(text.remove(at)),
                    _ => text.insert(at, ['{', ']', '"', ','][chance.below(4)]),
                }
                if text.len() < 2 {
                    break;
                }
            }
        }
        assert_sound(&format!("round {round}"), &mission);
    }
}
