//! The Mali mission at a glance, as an independent reading of its files tells it: plain JSON, no bundle, no index.

use std::collections::BTreeSet;

use missionlint::catalogue::Example;
use missionlint::engine::{self, Content, Input};
use missionlint::overview::{
    Blank, ChiefPresence, Expectation, Judgement, LeadershipState, MeetingStatus, Overview,
    PlatformFacts, Presence, Reason, Share, Status, Told,
};
use missionlint::report::Report;
use missionlint::rules::RULES;
use serde_json::Value;

use crate::mission::Mission;

/// The day of the run.
const TODAY: &str = "2025-03-31";

/// The report of a mission with overviews, nothing masked.
pub(crate) fn report(mission: &Mission) -> Report {
    let mut request = mission.request();
    request.describe = missionlint::engine::Describe::Overview;
    engine::check(mission.inputs(), &request)
}

/// The only overview of a mission.
pub(crate) fn overview(mission: &Mission) -> Overview {
    let mut report = report(mission);
    assert!(report.faults.is_empty(), "{:?}", report.faults);
    assert_eq!(report.overviews.len(), 1);
    report.overviews.remove(0)
}

/// The platform with an id.
pub(crate) fn platform<'o>(overview: &'o Overview, id: &str) -> &'o PlatformFacts {
    let mut platforms = overview.platforms.items.iter();
    let found = platforms.find(|platform| platform.record.id.as_deref() == Some(id));
    found.unwrap_or_else(|| panic!("no platform {id}"))
}

/// Whether a file has a record or an envelope in each line.
pub(crate) fn is_lines(path: &str) -> bool {
    [".ndjson", ".jsonl"]
        .iter()
        .any(|extension| path.ends_with(extension))
}

/// All records of the mission with what their envelopes say, from the text alone.
pub(crate) fn records(mission: &Mission) -> Vec<Value> {
    let mut records = Vec::new();
    for (path, text) in &mission.files {
        let values: Vec<Value> = if is_lines(path) {
            let lines = text.lines().filter(|line| !line.trim().is_empty());
            lines
                .map(|line| serde_json::from_str(line).unwrap())
                .collect()
        } else {
            vec![serde_json::from_str(text).unwrap()]
        };
        for value in values {
            match (&value["records"], &value) {
                (Value::Array(inner), _) => {
                    for record in inner {
                        let mut record = record.clone();
                        for key in ["kind", "mission", "classification"] {
                            if record[key].is_null() {
                                record[key] = value[key].clone();
                            }
                        }
                        records.push(record);
                    }
                }
                (_, Value::Array(list)) => records.extend(list.iter().cloned()),
                _ => records.push(value),
            }
        }
    }
    records
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or_default()
}

/// Whether an interval of a record covers a day; days in this form are in order of their texts.
fn covers(interval: &Value, day: &str) -> bool {
    text(interval, "from") <= day && (interval["to"].is_null() || day <= text(interval, "to"))
}

fn of_kind<'v>(records: &'v [Value], kind: &str) -> Vec<&'v Value> {
    let found = records.iter().filter(|record| record["kind"] == kind);
    found.collect()
}

/// Records of a kind about a platform.
fn about<'v>(records: &'v [Value], kind: &str, platform: &str) -> Vec<&'v Value> {
    let mut found = of_kind(records, kind);
    found.retain(|record| record["platform"] == platform);
    found
}

fn day_of(meeting: &Value) -> &str {
    &text(meeting, "start")[..10]
}

fn shown<T: std::fmt::Display>(told: &Told<T>) -> String {
    match told {
        Told::Known(value) => value.to_string(),
        Told::Masked => "masked".to_owned(),
        Told::Unknown(unknown) => format!("unknown: {}", unknown.obstacle.code()),
    }
}

fn shown_day(told: &Told<Option<missionlint::calendar::Day>>) -> String {
    shown(
        &told
            .clone()
            .map(|day| day.map(|day| day.to_string()).unwrap_or_default()),
    )
}

fn presence_in(meeting: &Value) -> String {
    let rows = meeting["attendance"].as_array().unwrap();
    let with = |presence: &str| {
        let rows = rows.iter().filter(|row| row["presence"] == presence);
        rows.map(|row| text(row, "capacity").to_owned())
            .collect::<BTreeSet<_>>()
    };
    if !with("present").is_empty() {
        return format!("present {:?}", with("present"));
    }
    let of = |presence: &str| !with(presence).is_empty();
    let word = match (of("excused"), of("absent")) {
        (true, _) => "excused",
        (false, true) => "absent",
        (false, false) => "nobody",
    };
    word.to_owned()
}

fn presence_shown(presence: &Told<Presence>) -> String {
    shown(&presence.clone().map(|presence| match presence {
        Presence::Present(capacities) => {
            format!(
                "present {:?}",
                capacities.into_iter().collect::<BTreeSet<_>>()
            )
        }
        Presence::Excused => "excused".to_owned(),
        Presence::Absent => "absent".to_owned(),
        Presence::NobodyListed => "nobody".to_owned(),
    }))
}

fn status_word(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Suspended => "suspended",
        Status::Deactivated => "deactivated",
        Status::NotEstablished => "not-established",
    }
}

fn meeting_word(status: MeetingStatus) -> &'static str {
    match status {
        MeetingStatus::Held => "held",
        MeetingStatus::Cancelled => "cancelled",
        MeetingStatus::Planned => "planned",
    }
}

#[test]
fn overviews_are_made_only_when_asked_for() {
    assert!(Mission::named("mli").check().overviews.is_empty());
}

#[test]
fn findings_are_the_same_with_overviews() {
    let mission = Mission::named("mli");
    let ids = |report: &Report| {
        let findings = report.findings.iter();
        findings
            .map(|found| found.fingerprint.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(ids(&report(&mission)), ids(&mission.check()));
}

#[test]
fn what_platforms_are_is_what_their_records_say() {
    let mission = Mission::named("mli");
    let records = records(&mission);
    let overview = overview(&mission);
    let platforms = of_kind(&records, "platform");
    assert_eq!(overview.platforms.items.len(), platforms.len());
    assert!(overview.platforms.is_all());
    for record in platforms {
        let id = text(record, "id");
        let platform = platform(&overview, id);
        let types: Vec<Value> = platform
            .types
            .items
            .iter()
            .map(|it| it.as_str().into())
            .collect();
        assert_eq!(&Value::Array(types), &record["types"], "{id}");
        let clusters = platform.clusters.known().unwrap().join(" ");
        let written = record["clusters"].as_array().cloned().unwrap_or_default();
        let written: Vec<&str> = written.iter().filter_map(Value::as_str).collect();
        assert_eq!(clusters, written.join(" "), "{id}");
        let level = format!("{:?}", platform.level.known().unwrap()).to_lowercase();
        assert_eq!(level, text(record, "level"), "{id}");
        let entries = record["status"].as_array().unwrap();
        let entry = entries.iter().find(|entry| covers(entry, TODAY)).unwrap();
        let status = platform.status.known().unwrap().unwrap();
        assert_eq!(status_word(status.value), text(entry, "value"), "{id}");
        assert_eq!(status.since.to_string(), text(entry, "from"), "{id}");
        let cadence = platform.cadence.known().unwrap().as_deref();
        assert_eq!(cadence, record["cadence"].as_str(), "{id}");
        let place = platform.place.known().unwrap().clone();
        let office = place.as_ref().and_then(|place| place.office.clone());
        assert_eq!(office.as_deref(), record["place"].as_str(), "{id}");
    }
    let gao = platform(&overview, "sub-gao")
        .place
        .known()
        .unwrap()
        .clone()
        .unwrap();
    assert_eq!(
        (gao.town.as_deref(), gao.pcode.as_deref()),
        (Some("Gao"), Some("ML07"))
    );
}

#[test]
fn seats_are_those_whose_time_covers_the_day() {
    let mission = Mission::named("mli");
    let records = records(&mission);
    let overview = overview(&mission);
    let people = of_kind(&records, "person");
    for record in of_kind(&records, "platform") {
        let id = text(record, "id");
        let platform = platform(&overview, id);
        let mut written: Vec<String> = about(&records, "representation", id)
            .into_iter()
            .filter(|seat| covers(seat, TODAY))
            .map(|seat| {
                let person = people.iter().find(|it| it["id"] == seat["person"]).unwrap();
                let posts = person["assignments"].as_array().unwrap().iter();
                let roles: BTreeSet<&str> = posts
                    .filter(|post| covers(post, TODAY))
                    .map(|post| text(post, "role"))
                    .collect();
                let keys = ["id", "person", "capacity", "from", "to"];
                format!("{:?} {roles:?}", keys.map(|key| text(seat, key)))
            })
            .collect();
        written.sort();
        assert!(platform.seats.is_all(), "{id}");
        let mut told: Vec<String> = platform
            .seats
            .items
            .iter()
            .map(|seat| {
                let person = seat.person.known().unwrap();
                let roles = person.roles.known().unwrap();
                let roles: BTreeSet<&str> = roles.iter().map(|role| role.code.as_str()).collect();
                let (from, to) = (shown(&seat.from), shown_day(&seat.to));
                let capacity = seat.capacity.known().unwrap().as_str();
                let id = seat.record.id.as_deref().unwrap();
                let keys = [id, person.id.as_str(), capacity, &from, &to];
                format!("{keys:?} {roles:?}")
            })
            .collect();
        told.sort();
        assert_eq!(told, written, "{id}");
        assert_eq!(
            platform.represented,
            Told::Known(!written.is_empty()),
            "{id}"
        );
    }
    let chief = &platform(&overview, "hct").seats.items[0];
    let roles = chief.person.known().unwrap().roles.known().unwrap();
    assert_eq!(
        (roles[0].code.as_str(), roles[0].level),
        ("chief-of-mission", Some(1))
    );
}

#[test]
fn meetings_are_all_there_with_who_came() {
    let mission = Mission::named("mli");
    let records = records(&mission);
    let overview = overview(&mission);
    let mut seen = 0;
    for record in of_kind(&records, "platform") {
        let id = text(record, "id");
        let platform = platform(&overview, id);
        let mut meetings = about(&records, "meeting", id);
        meetings.sort_by_key(|meeting| (text(meeting, "start"), text(meeting, "id")));
        let written: Vec<[String; 4]> = meetings
            .iter()
            .map(|meeting| {
                let of = |key| text(meeting, key).to_owned();
                [
                    of("id"),
                    day_of(meeting).to_owned(),
                    of("status"),
                    presence_in(meeting),
                ]
            })
            .collect();
        let told: Vec<[String; 4]> = platform
            .meetings
            .items
            .iter()
            .map(|meeting| {
                let status = meeting_word(*meeting.status.known().unwrap()).to_owned();
                let id = meeting.record.id.clone().unwrap();
                [
                    id,
                    shown(&meeting.date),
                    status,
                    presence_shown(&meeting.presence),
                ]
            })
            .collect();
        assert_eq!(told, written, "{id}");
        assert!(platform.meetings.is_all(), "{id}");
        seen += told.len();
        let last = |test: &dyn Fn(&Value) -> bool| {
            let held = meetings
                .iter()
                .filter(|it| it["status"] == "held" && test(it));
            let days = held
                .map(|meeting| day_of(meeting))
                .filter(|day| *day <= TODAY);
            days.max().unwrap_or_default().to_owned()
        };
        assert_eq!(shown_day(&platform.last_held), last(&|_| true), "{id}");
        let attended = last(&|meeting| presence_in(meeting).starts_with("present"));
        assert_eq!(shown_day(&platform.last_attended), attended, "{id}");
        // Each is linked to its own text.
        for meeting in &platform.meetings.items {
            let source = &meeting.record.source;
            let start = usize::try_from(source.start.offset).unwrap();
            let end = usize::try_from(meeting.record.end).unwrap();
            let text = &mission.files[&*source.path][start..end];
            let record: Value = serde_json::from_str(text).unwrap();
            assert_eq!(record["id"].as_str(), meeting.record.id.as_deref());
            let before = &mission.files[&*source.path][..start];
            assert_eq!(source.start.line, before.matches('\n').count() as u64 + 1);
        }
    }
    assert_eq!(seen, of_kind(&records, "meeting").len());
}

/// Where the chief of the day was, from the rows alone.
fn chief_in(records: &[Value], meeting: &Value) -> ChiefPresence {
    let day = day_of(meeting);
    let people = of_kind(records, "person");
    let is_chief = |person: &Value| {
        let record = people.iter().find(|it| it["id"] == *person);
        let posts = record.map(|it| it["assignments"].as_array().unwrap().clone());
        let mut posts = posts.unwrap_or_default().into_iter();
        posts.any(|post| post["role"] == "chief-of-mission" && covers(&post, day))
    };
    let is_acting = |person: &Value| {
        of_kind(records, "designation").iter().any(|it| {
            let scope = it["scope"].as_array();
            it["designation"] == "acting-com"
                && it["to_person"] == *person
                && covers(it, day)
                && scope.is_none_or(|scope| scope.contains(&meeting["platform"]))
        })
    };
    let rows = meeting["attendance"].as_array().unwrap();
    let present = |of: &dyn Fn(&Value) -> bool| {
        let mut rows = rows.iter();
        rows.any(|row| row["presence"] == "present" && of(&row["person"]))
    };
    if present(&is_chief) {
        return ChiefPresence::Present;
    }
    if present(&is_acting) {
        return ChiefPresence::ActingPresent;
    }
    let row = |of: &dyn Fn(&Value) -> bool| rows.iter().find(|row| of(&row["person"]));
    match row(&is_chief)
        .or(row(&is_acting))
        .map(|row| text(row, "presence"))
    {
        Some("excused") => ChiefPresence::Excused,
        Some(_) => ChiefPresence::Absent,
        None => ChiefPresence::NotListed,
    }
}

#[test]
fn the_chief_in_security_meetings_is_told_month_by_month() {
    let mission = Mission::named("mli");
    let records = records(&mission);
    let security = overview(&mission).security;
    // April 2023, the month of the first meeting, to March 2025.
    let firsts: Vec<String> = security
        .months
        .iter()
        .map(|it| it.first.to_string())
        .collect();
    assert_eq!((firsts.len(), firsts[0].as_str()), (24, "2023-04-01"));
    assert_eq!(firsts[23], "2025-03-01");
    let mut written = about(&records, "meeting", "smt");
    written.sort_by_key(|meeting| text(meeting, "start"));
    let mut told = Vec::new();
    for month in &security.months {
        for meeting in &month.meetings {
            assert_eq!(meeting.date.to_string()[..8], month.first.to_string()[..8]);
            told.push((meeting.record.id.clone().unwrap(), meeting));
        }
        assert_eq!(
            month.blank,
            Blank::NoMeeting,
            "every quarter is declared complete"
        );
    }
    assert_eq!(told.len(), written.len());
    for ((id, meeting), record) in told.iter().zip(&written) {
        assert_eq!(id, text(record, "id"));
        let status = meeting_word(*meeting.status.known().unwrap());
        assert_eq!(status, text(record, "status"));
        if status == "held" {
            assert_eq!(
                meeting.chief,
                Told::Known(chief_in(&records, record)),
                "{id}"
            );
        }
    }
    let acting = told
        .iter()
        .filter(|(_, it)| it.chief == Told::Known(ChiefPresence::ActingPresent));
    // The exceptions that the mission's own description lists.
    let acting: Vec<&str> = acting.map(|(id, _)| id.as_str()).collect();
    let listed = [
        "M-smt-230510",
        "M-smt-230809",
        "M-smt-231206",
        "M-smt-240110",
        "M-smt-240807",
        "M-smt-250106",
    ];
    assert_eq!(acting, listed);
    assert!(security.undated.is_none());
}

#[test]
fn a_chief_who_stayed_away_is_told_as_recorded() {
    let first = r#""id": "M-1",
      "platform": "smt",
      "start": "2025-03-05T09:00:00Z",
      "end": "2025-03-05T10:00:00Z",
      "status": "held",
      "mode": "in-person",
      "attendance": [
        { "person": "P-01", "capacity": "member", "presence": "present" },"#;
    let row = r#"        { "person": "P-01", "capacity": "member", "presence": "present" },"#;
    let chief = |row_now: &str| {
        let mission = Mission::named("mli").with(
            "meetings/smt-2025.json",
            first,
            &first.replace(row, row_now),
        );
        let overview = overview(&mission);
        let march = overview.security.months.last().unwrap();
        let meeting = march
            .meetings
            .iter()
            .find(|it| it.record.id.as_deref() == Some("M-1"));
        (
            meeting.unwrap().chief.clone(),
            overview.coverage.security_meetings,
        )
    };
    let now = |presence: &str| chief(&row.replace("present\" }", &format!("{presence}\" }}")));
    let all = Share {
        yes: 25,
        no: 0,
        unknown: 0,
    };
    let without = Share {
        yes: 24,
        no: 1,
        unknown: 0,
    };
    assert_eq!(chief(row), (Told::Known(ChiefPresence::Present), all));
    assert_eq!(now("absent"), (Told::Known(ChiefPresence::Absent), without));
    assert_eq!(
        now("excused"),
        (Told::Known(ChiefPresence::Excused), without)
    );
    assert_eq!(chief(""), (Told::Known(ChiefPresence::NotListed), without));
    let (unknown, counts) = now("abesnt");
    let Told::Unknown(unknown) = unknown else {
        panic!("{unknown:?}")
    };
    assert_eq!(&*unknown.source.path, "meetings/smt-2025.json");
    assert_eq!(
        counts,
        Share {
            yes: 24,
            no: 0,
            unknown: 1
        }
    );
}

#[test]
fn the_mission_and_its_leaders_are_those_of_the_day() {
    let overview = overview(&Mission::named("mli"));
    let mission = &overview.mission;
    assert_eq!(overview.id, "mli");
    assert_eq!(
        mission.name,
        Told::Known(Some("IOM Mali (fictional)".to_owned()))
    );
    let one = |text: &str| Told::Known(vec![text.to_owned()]);
    assert_eq!(mission.countries, one("MLI"));
    assert_eq!(mission.regional_offices, one("ro-dakar"));
    assert_eq!(mission.phases, one("protracted"));
    assert_eq!(mission.context_models, one("cluster"));
    let leadership = &overview.leadership;
    assert_eq!(leadership.state, Told::Known(LeadershipState::InPost));
    let [chief] = leadership.chiefs.items.as_slice() else {
        panic!("{leadership:?}")
    };
    assert_eq!(
        (chief.person.id.as_str(), shown(&chief.from)),
        ("P-01", "2024-02-01".to_owned())
    );
    assert!(leadership.acting.is_none() && leadership.vacancies.is_none());
}

#[test]
fn an_acting_chief_and_a_vacancy_are_told_on_their_days() {
    let mut mission = Mission::named("mli");
    mission.settings = "as_of = \"2024-01-15\"".to_owned();
    let leadership = overview(&mission).leadership;
    assert_eq!(leadership.state, Told::Known(LeadershipState::Acting));
    assert!(leadership.chiefs.is_none());
    let acting = &leadership.acting.items;
    assert_eq!(acting[0].record.id.as_deref(), Some("D-1"));
    assert_eq!(acting[0].to_person.known().unwrap().id, "P-21");
    assert_eq!(
        leadership.vacancies.items[0].record.id.as_deref(),
        Some("V-1")
    );
    // Nobody designated: the post is vacant.
    let mission = mission.with(
        "designations.json",
        r#""from": "2023-12-01""#,
        r#""from": "2024-01-30""#,
    );
    assert_eq!(
        overview(&mission).leadership.state,
        Told::Known(LeadershipState::Vacant)
    );
}

#[test]
fn a_suspended_platform_shows_the_contact_with_its_convener() {
    let overview = overview(&Mission::named("mli"));
    let suspension = platform(&overview, "pmt")
        .suspension
        .known()
        .unwrap()
        .clone()
        .unwrap();
    assert_eq!(suspension.since.to_string(), "2025-01-01");
    let convener = suspension.convener.known().unwrap().clone().unwrap();
    assert_eq!(convener.org.as_deref(), Some("UNDP"));
    let contact = suspension.last_contact.known().unwrap().clone().unwrap();
    assert_eq!(contact.record.id.as_deref(), Some("C-1"));
    assert_eq!(contact.date.to_string(), "2025-02-18");
    assert_eq!(contact.with.known().unwrap().org.as_deref(), Some("UNDP"));
    assert_eq!(contact.outcome, Told::Known(Some("reached".to_owned())));
    assert_eq!(platform(&overview, "omt").suspension, Told::Known(None));
    assert_eq!(
        overview.coverage.suspended,
        Share {
            yes: 1,
            no: 0,
            unknown: 0
        }
    );
}

#[test]
fn subnational_presence_is_told_place_by_place() {
    let overview = overview(&Mission::named("mli"));
    let described: Vec<String> = overview
        .places
        .places
        .items
        .iter()
        .map(|place| {
            let platforms = place.platforms.items.iter().map(|it| {
                let id = overview.platforms.items[it.platform]
                    .record
                    .id
                    .clone()
                    .unwrap();
                format!(
                    "{id}{}",
                    if it.represented == Told::Known(true) {
                        "+"
                    } else {
                        "-"
                    }
                )
            });
            let mut platforms: Vec<String> = platforms.collect();
            platforms.sort();
            let at = place
                .place
                .office
                .clone()
                .or(place.place.pcode.clone())
                .unwrap();
            let mut programmes = place.programmes.items.clone();
            programmes.sort();
            format!("{at}: {}; {}", platforms.join(" "), programmes.join(" "))
        })
        .collect();
    // Read off mission.json, programmes.json and platforms/*.json by hand. Douentza is closed; platforms of Gao are of
    // the region ML07, in which Ansongo (ML0702) lies, those of Mopti of ML05 with ML0501 and ML0503.
    let gao = "asmt-gao+ cl-ccm-gao+ cl-shl-gao+ cl-wsh-gao+ sub-gao+";
    let expected = [
        "bko: ; G-bdr G-dtm G-hea G-log G-pro".to_owned(),
        "mop: sub-mop+; G-dtm G-shl G-was".to_owned(),
        "tom: sub-tom-; G-shl".to_owned(),
        format!("gao: {gao}; G-cccm G-cst G-dtm G-gao G-log G-pro G-shl"),
        format!("ans: {gao}; G-gao"),
        "ML0501: sub-mop+; G-was".to_owned(),
        "ML10: sub-men+; G-cccm".to_owned(),
        "ML0503: sub-mop+; G-cst".to_owned(),
        "ML01: ; G-bdr".to_owned(),
    ];
    assert_eq!(described, expected);
    assert!(overview.places.elsewhere.is_empty() && overview.places.unplaced.is_empty());
}

#[test]
fn the_counts_are_those_of_the_records() {
    let overview = overview(&Mission::named("mli"));
    let coverage = overview.coverage;
    let expected = |id| *platform(&overview, id).expectation.known().unwrap();
    assert_eq!(expected("cl-fsc"), Expectation::NotRelevant);
    assert_eq!(expected("asmt-gao"), Expectation::NoSeat);
    assert_eq!(expected("sub-men"), Expectation::CoveredByHub);
    assert_eq!(expected("sub-tom"), Expectation::Expected);
    // 28 platforms; not active: cl-nut, pmt, ref, asmt-mop. Of the others no seat is expected on cl-fsc, cl-edu,
    // cmcoord, asmt-gao and sub-men; sub-tom has none.
    assert_eq!(
        (coverage.platforms, coverage.active, coverage.status_unknown),
        (28, 24, 0)
    );
    assert_eq!(
        coverage.expected,
        Share {
            yes: 18,
            no: 1,
            unknown: 0
        }
    );
    // No rule judges who sits in gen and wg-im.
    assert_eq!(
        coverage.level,
        Share {
            yes: 16,
            no: 0,
            unknown: 0
        }
    );
    assert_eq!(platform(&overview, "gen").judgement, Judgement::NoRule);
}

/// The rules on who may hold a seat, or must: each calls the seat of its own example wrong.
#[test]
fn a_finding_on_a_seat_makes_it_wrong() {
    const RULES_ON_SEATS: [&str; 12] = [
        "cluster-role-unsuitable",
        "cluster-staff-mismatch",
        "hct-alternate-unsupported",
        "hct-coordinator-not-observer",
        "hct-representation-level",
        "iccg-non-coordinator",
        "omt-representation-rmo",
        "pmt-representation-level",
        "smt-com-representation-missing",
        "smt-security-officer-not-observer",
        "subnational-representative-elsewhere",
        "unct-representation-level",
    ];
    for id in RULES_ON_SEATS {
        let rule = RULES.iter().find(|rule| rule.meta.id == id).unwrap();
        let Example::Records {
            as_of,
            given,
            valid,
            invalid,
        } = rule.meta.example
        else {
            panic!("{id} has no records")
        };
        let judged = |text: &str| {
            let mut request = Mission::named("mli").request();
            request.as_of = missionlint::calendar::parse_day(as_of).unwrap();
            request.select = vec![id.to_owned()];
            request.describe = missionlint::engine::Describe::Overview;
            let inputs = [("given.json", given), ("example.json", text)];
            let inputs = inputs.iter().filter(|(_, text)| !text.is_empty());
            let inputs = inputs.map(|(path, text)| Input {
                path: (*path).into(),
                content: Content::Bytes(text.as_bytes().to_vec()),
            });
            let report = engine::check(inputs.collect(), &request);
            let platforms = report.overviews[0].platforms.items.clone();
            let judgements = platforms.into_iter().map(|platform| platform.judgement);
            judgements.collect::<Vec<_>>()
        };
        let wrong = Judgement::Wrong(vec![rule.meta.id]);
        assert!(
            judged(invalid).contains(&wrong),
            "{id}: {:?}",
            judged(invalid)
        );
        assert!(!judged(valid).contains(&wrong), "{id}: {:?}", judged(valid));
    }
}

#[test]
fn a_seat_is_wrong_alone_and_right_again_without_the_rule() {
    let mission = Mission::named("mli").with(
        "representations/clusters.json",
        "\"platform\": \"cl-hea\",\n      \"person\": \"P-06\",\n      \"capacity\": \"member\",\n      \"from\": \"2024-01-15\"",
        "\"platform\": \"cl-hea\",\n      \"person\": \"P-02\",\n      \"capacity\": \"member\",\n      \"from\": \"2024-01-15\"",
    );
    let told = overview(&mission);
    let seat = &platform(&told, "cl-hea").seats.items[0];
    assert_eq!(
        seat.judgement,
        Judgement::Wrong(vec!["cluster-staff-mismatch"])
    );
    assert_eq!(
        told.coverage.level,
        Share {
            yes: 15,
            no: 1,
            unknown: 0
        }
    );
    assert!(matches!(
        platform(&told, "cl-wsh").seats.items[0].judgement,
        Judgement::Right(_)
    ));
    // A rule that is off says nothing, for the whole run or for the file.
    let mut off = mission.clone();
    off.settings += "\n[[overrides]]\npaths = [\"representations/**\"]\n\
        severity = { cluster-staff-mismatch = \"off\", cluster-role-unsuitable = \"off\" }\n";
    let told = overview(&off);
    assert_eq!(
        platform(&told, "cl-hea").seats.items[0].judgement,
        Judgement::NoRule
    );
}

#[test]
fn whoever_can_act_is_named() {
    let actor = |mission: &Mission, rule: &str| {
        let report = report(mission);
        let found = report.findings.iter().find(|found| found.rule.id == rule);
        let found = found.unwrap_or_else(|| panic!("no {rule}"));
        let overview = report.overview_of(found).unwrap();
        let actor = overview.actor(&found.about());
        let platforms = overview.platforms_about(&found.about());
        let platforms = platforms
            .into_iter()
            .map(|at| overview.platforms.items[at].record.id.clone());
        (
            actor.person.unwrap_or_default(),
            actor.reason,
            platforms.flatten().collect::<Vec<_>>().join(" "),
        )
    };
    let of =
        |person: &str, reason, platform: &str| (person.to_owned(), reason, platform.to_owned());
    let mali = Mission::named("mli");
    assert_eq!(
        actor(&mali, "subnational-presence-unrepresented"),
        of("P-01", Reason::Leads, "sub-tom"),
        "nobody has a seat there"
    );
    let silent = mali.clone().with(
        "contact-log.json",
        r#""date": "2025-02-18""#,
        r#""date": "2024-02-18""#,
    );
    assert_eq!(
        actor(&silent, "suspended-contact-missing"),
        of("P-25", Reason::Represents, "pmt")
    );
    let seat = mali.clone().with(
        "representations/un-system.json",
        "\"platform\": \"omt\",\n      \"person\": \"P-02\"",
        "\"platform\": \"omt\",\n      \"person\": \"P-06\"",
    );
    assert_eq!(
        actor(&seat, "omt-representation-rmo"),
        of("P-06", Reason::Named, "omt")
    );
    let broken = mali.with(
        "people.json",
        r#""role": "dtm-officer""#,
        r#""role": "dtm-oficer""#,
    );
    let (person, reason, _) = actor(&broken, "value-not-allowed");
    assert_eq!((person.as_str(), reason), ("", Reason::Keeps));
}

#[test]
fn missions_are_in_order_and_each_has_its_own() {
    let mut mission = Mission::named("mli");
    let prefix = |of: Mission, name: &str| {
        let files = of.files.into_iter();
        files
            .map(|(path, text)| (format!("{name}/{path}"), text))
            .collect::<Vec<_>>()
    };
    mission.files = prefix(Mission::named("mli"), "b").into_iter().collect();
    mission.files.extend(prefix(Mission::named("eth"), "c"));
    let report = report(&mission);
    let ids: Vec<&str> = report.overviews.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids, ["eth", "mli"]);
    let alone = overview(&Mission::named("mli")).coverage;
    assert_eq!(report.overviews[1].coverage, alone);
}
