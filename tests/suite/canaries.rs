//! Records full of canaries: texts, codes, days and times that no output may show while they are masked.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::mission::Mission;

/// How the records of a mission come to be restricted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// Each says so itself.
    Record,
    /// The envelope around them says so.
    Envelope,
    /// The platform does, for the records about it.
    Platform,
    /// The mission does.
    Mission,
    /// They are not: everything is public.
    Public,
}

impl Way {
    pub(crate) const RESTRICTED: [Self; 4] =
        [Self::Record, Self::Envelope, Self::Platform, Self::Mission];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Record => "rec",
            Self::Envelope => "env",
            Self::Platform => "plat",
            Self::Mission => "mis",
            Self::Public => "pub",
        }
    }

    /// Whether records of a kind are restricted in this way.
    fn covers(self, kind: &str) -> bool {
        match self {
            Self::Record | Self::Envelope => true,
            Self::Mission => kind != "regional",
            Self::Platform => {
                ["platform", "meeting", "representation", "contact-log"].contains(&kind)
            }
            Self::Public => false,
        }
    }
}

/// Days that only restricted records name: year, month, day.
pub(crate) const SECRET_DAYS: [&str; 11] = [
    "2023-01-13",
    "2023-05-27",
    "2023-08-19",
    "2023-11-17",
    "2024-02-23",
    "2024-04-29",
    "2024-06-21",
    "2024-09-14",
    "2024-12-28",
    "2033-10-18",
    "2033-10-26",
];
/// The time of day of every meeting.
pub(crate) const SECRET_TIME: &str = "19:53";
/// A number that is out of every range.
pub(crate) const SECRET_NUMBER: u64 = 48_151;

/// Makes canaries, each once; outside restricted records plain values in their place.
pub(crate) struct Canaries {
    pub(crate) way: Way,
    pub(crate) made: Vec<String>,
    secret: bool,
}

impl Canaries {
    pub(crate) fn new(way: Way) -> Self {
        Self {
            way,
            made: Vec::new(),
            secret: true,
        }
    }

    /// Values for records of this kind from now on.
    pub(crate) fn of(&mut self, kind: &str) -> &mut Self {
        self.secret = self.way.covers(kind);
        self
    }

    fn make(&mut self, canary: &str, plain: &str) -> String {
        if !self.secret {
            return plain.to_owned();
        }
        let made = canary.replace('#', &format!("{:04}", self.made.len()));
        self.made.push(made.clone());
        made
    }

    /// Free text. The letter occurs in no output of the tool.
    pub(crate) fn text(&mut self) -> String {
        self.make("Ж#", "something")
    }

    /// A code in capitals.
    pub(crate) fn code(&mut self) -> String {
        self.make("QZX#", "ML09")
    }

    /// A code in lower case.
    fn lower(&mut self) -> String {
        self.make("qzx-#", "ro-dakar")
    }

    /// A day no other record names.
    pub(crate) fn day(&mut self, number: usize) -> String {
        let plain = ["2022-10-03", "2022-12-05", "2024-03-07"];
        if self.secret {
            SECRET_DAYS[number].to_owned()
        } else {
            plain[number % 3].to_owned()
        }
    }
}

/// The envelope and record keys that say how records are restricted.
fn classified(way: Way, kind: &str, record: &mut Map<String, Value>) {
    let class = match way {
        Way::Record => "restricted",
        Way::Platform if kind == "platform" => "restricted",
        Way::Mission if kind == "mission" => "restricted",
        Way::Public => "public",
        _ => return,
    };
    record.insert("classification".to_owned(), json!(class));
}

/// A document of records of one kind.
pub(crate) fn document(
    way: Way,
    mission: &str,
    kind: &str,
    records: Vec<Value>,
    pretty: bool,
) -> String {
    let records: Vec<Value> = records
        .into_iter()
        .map(|mut record| {
            classified(way, kind, record.as_object_mut().unwrap());
            record
        })
        .collect();
    let mut envelope = json!({"mission": mission, "kind": kind, "records": records});
    if way == Way::Envelope {
        envelope["classification"] = json!("restricted");
    }
    if pretty {
        serde_json::to_string_pretty(&envelope).unwrap()
    } else {
        envelope.to_string()
    }
}

/// A record of each kind with every field of the contract, all of them valid.
pub(crate) fn full_records(made: &mut Canaries) -> Vec<(&'static str, Value)> {
    vec![
        ("mission", full_mission(made.of("mission"))),
        ("person", full_person(made.of("person"))),
        ("programme", full_programme(made.of("programme"))),
        ("platform", full_platform(made.of("platform"))),
        ("representation", {
            made.of("representation");
            json!({"id": "R-0", "platform": "smt", "person": "PX-1", "capacity": "observer", "basis": made.text(),
                "cover": {"reason": made.text()}, "from": made.day(0), "to": made.day(8), "confirmed": made.day(7),
                "historic": true, "note": made.text()})
        }),
        ("designation", {
            made.of("designation");
            json!({"id": "D-0", "designation": "hct-alternate", "from_person": "PX-1", "to_person": "PX-2",
                "scope": ["smt"], "ground": "absence", "from": made.day(0), "to": made.day(8),
                "confirmed": made.day(7), "note": made.text()})
        }),
        ("vacancy", {
            made.of("vacancy");
            json!({"id": "V-0", "role": "cluster-coordinator", "cluster": "SHL", "advertised": true,
                "from": made.day(0), "to": made.day(8), "confirmed": made.day(7), "note": made.text()})
        }),
        ("meeting", full_meeting(made.of("meeting"))),
        ("contact-log", {
            made.of("contact-log");
            json!({"id": "C-0", "platform": "smt", "date": made.day(4), "with": {"org": made.text(), "role": made.code()},
                "by": "PX-1", "outcome": "reached", "next_step": made.text(), "confirmed": made.day(7),
                "note": made.text()})
        }),
        ("contact", {
            made.of("contact");
            let mailbox = format!("{}@example.org", made.lower());
            json!({"id": "K-0", "role": made.lower(), "unit": made.code(), "office": made.lower(), "mailbox": mailbox,
                "from": made.day(0), "to": made.day(8), "confirmed": made.day(7), "note": made.text()})
        }),
    ]
}

fn full_mission(made: &mut Canaries) -> Value {
    let country = if made.secret { "QZX" } else { "MLI" };
    json!({
        "id": "mission-0", "name": made.text(), "countries": [country, "MLI"],
        "regional_office": [{"office": made.lower(), "from": made.day(0), "to": made.day(8)}],
        "offices": [
            {"id": "o-1", "place": made.text(), "country": "MLI", "pcode": "ML09", "from": made.day(0), "to": made.day(8)},
            {"id": "o-2", "place": made.text(), "parent": "o-1", "from": made.day(1)},
        ],
        "phase": [{"value": "protracted", "from": made.day(0), "to": made.day(8)}],
        "context_model": [{"value": "cluster", "from": made.day(0), "to": made.day(8)}],
        "integrated_missions": [{"name": made.text(), "from": made.day(0), "to": made.day(3)}],
        "scale_ups": [{"system": "l3-internal", "extension": false, "from": made.day(0), "to": made.day(3)}],
        "humanitarian_coordinator": [{"from": made.day(0), "to": made.day(3)}],
        "ocha_presence": [{"place": {"place": made.text(), "pcode": "ML10"}, "from": made.day(0)}],
        "cluster_transition_date": made.day(9), "crises": [{"glide": "FL-2024-000171-MLI", "name": made.text()}],
        "plans": [made.text()], "retention_years": 77, "confirmed": made.day(7), "historic": false, "note": made.text(),
    })
}

fn full_person(made: &mut Canaries) -> Value {
    json!({
        "id": "PX-90", "confirmed": made.day(7), "historic": true, "note": made.text(),
        "assignments": [{"role": "liaison-officer", "kind": "surge", "duty_station": "o-1", "country": "MLI",
            "cluster": ["SHL"], "from": made.day(0), "to": made.day(8)}],
        "programmes": [{"programme": "G-0", "from": made.day(0), "to": made.day(8)}],
    })
}

fn full_programme(made: &mut Canaries) -> Value {
    json!({
        "id": "G-0", "areas": ["shelter-settlements"], "crisis": true, "sites": ["o-1"], "clusters": ["SHL"],
        "mcof": {"version": 2012, "sectors": [made.lower()]},
        "cross_cutting": [{"issue": "psea", "addressed": false, "reason": made.text()}],
        "modalities": ["collaboration"],
        "strategy": {"framework": "strategic-plan-2024", "objectives": [made.lower()]},
        "un_framework": {"name": made.text(), "cycle_from": 1999}, "iati": made.code(),
        "from": made.day(0), "to": made.day(8), "confirmed": made.day(7), "note": made.text(),
    })
}

fn full_platform(made: &mut Canaries) -> Value {
    let url = format!("https://{}.example.org/x", made.lower());
    json!({
        "id": "pl-0", "types": ["working-group"], "local_names": {"fr": made.text()}, "level": "national",
        "place": {"place": made.text(), "pcode": "ML09"}, "parents": ["smt"], "clusters": ["SHL"], "setting": "sector",
        "chair": [{"org": made.text(), "role": made.code(), "from": made.day(0), "to": made.day(8)}],
        "facilitator": {"org": made.text()}, "coordinator": {"role": made.code()},
        "convener": {"org": made.text(), "role": made.code()},
        "lead_agencies": [{"org": made.text(), "capacity": "lead", "from": made.day(0), "to": made.day(8)}],
        "cluster_coordinators": [{"person": "PX-1", "org": made.text(), "from": made.day(0), "to": made.day(8)}],
        "members": [{"org": made.text(), "function": made.text()}],
        "status": [{"value": "active", "reason": made.text(), "from": made.day(0), "to": made.day(8)}],
        "cadence": "P17D", "relevance": {"value": "relevant", "reason": made.text()},
        "local_terms": [{"permits": "no-access", "reason": made.text()}], "activation_document": made.text(),
        "url": url, "confirmed": made.day(7), "note": made.text(),
    })
}

fn full_meeting(made: &mut Canaries) -> Value {
    json!({
        "id": "M-0", "platform": "smt", "start": moment(&made.day(2), "19"), "end": moment(&made.day(2), "20"),
        "status": "planned", "mode": "hybrid", "place": {"place": made.text(), "pcode": "ML09"},
        "extraordinary": "extraordinary", "notice_date": made.day(1),
        "chair": {"org": made.text(), "role": made.code()},
        "attendance": [{"person": "PX-1", "capacity": "member", "presence": "excused", "mode": "remote",
            "reason": made.text()}],
        "external": [{"org": made.text(), "role": made.code()}], "category": made.text(), "agenda": [made.text()],
        "meeting_minutes": made.text(), "recorded_on": made.day(3), "confirmed": made.day(7), "note": made.text(),
    })
}

fn moment(day: &str, hour: &str) -> String {
    let minutes = SECRET_TIME.split_once(':').unwrap().1;
    format!("{day}T{hour}:{minutes}:00Z")
}

/// The pointers of all values below the root, parents first, but for what tells which record it is.
fn positions(value: &Value, pointer: &str, found: &mut Vec<String>) {
    let kept = ["id", "kind", "mission", "classification"];
    let children: Vec<(String, &Value)> = match value {
        Value::Object(members) => {
            let shown = members
                .iter()
                .filter(|(key, _)| pointer.contains('/') || !kept.contains(&key.as_str()));
            shown.map(|(key, value)| (key.clone(), value)).collect()
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .map(|(at, item)| (at.to_string(), item))
            .collect(),
        _ => Vec::new(),
    };
    for (segment, child) in children {
        // A meeting is restricted for its platform.
        if pointer.is_empty() && segment == "platform" {
            continue;
        }
        let child_pointer = format!("{pointer}/{segment}");
        found.push(child_pointer.clone());
        positions(child, &child_pointer, found);
    }
}

/// Something wrong in place of a value.
fn wrong(made: &mut Canaries, form: usize) -> Value {
    match form {
        0 => json!(made.text()),
        1 => json!(format!("{} !", made.code())),
        2 => json!(SECRET_NUMBER),
        3 => json!({made.text(): made.text(), made.code(): 1, "2033-10-18": {}}),
        4 => {
            let text = made.text();
            json!([text, text, SECRET_NUMBER])
        }
        5 => json!([]),
        _ => json!(made.text().repeat(450)),
    }
}

/// Forms of [`wrong`].
const FORMS: usize = 7;

/// A mission in which, of a record of each kind, each value in turn is wrong, each object has unknown, misspelt and
/// repeated keys. Every record but those is sound. `turn` varies which value gets which form.
pub(crate) fn mutilated(made: &mut Canaries, turn: usize) -> Mission {
    let way = made.way;
    let id = format!("mut-{}", way.name());
    let full = full_records(made);
    let mut files = BTreeMap::new();
    for (number, (kind, record)) in full.iter().enumerate() {
        let (kind, pretty) = (*kind, (number + turn).is_multiple_of(2));
        let mut records = vec![record.clone()];
        made.of(kind);
        if made.secret {
            let mut places = Vec::new();
            positions(record, "", &mut places);
            for (position, pointer) in places.iter().enumerate() {
                let mut copy = record.clone();
                copy["id"] = json!(format!("X-{position}"));
                let value = copy.pointer_mut(pointer).unwrap();
                let form = if value.is_number() {
                    2
                } else {
                    (position + turn) % FORMS
                };
                *value = wrong(made, form);
                records.push(copy);
            }
            records.extend(with_wrong_keys(made, record));
        }
        // The record of the mission itself must be there for its class to hold, and first.
        let mut text = document(way, &id, kind, records, pretty);
        if made.secret {
            text = with_repeated_keys(made, &text);
        }
        let name = if kind == "mission" { "a-mission" } else { kind };
        files.insert(format!("{id}/{name}.json"), text);
    }
    Mission {
        files,
        settings: String::new(),
    }
}

/// Copies of a record in which one object has a key that does not belong there, or one that is misspelt.
fn with_wrong_keys(made: &mut Canaries, record: &Value) -> Vec<Value> {
    let mut places = vec![String::new()];
    positions(record, "", &mut places);
    let mut records = Vec::new();
    for pointer in places {
        let Some(Value::Object(members)) = record.pointer(&pointer) else {
            continue;
        };
        let first = members
            .keys()
            .find(|key| !["id", "platform"].contains(&key.as_str()))
            .cloned();
        for form in 0..4 {
            let mut copy = record.clone();
            copy["id"] = json!(format!("Y-{}-{form}", records.len()));
            let object = copy.pointer_mut(&pointer).unwrap().as_object_mut().unwrap();
            match form {
                0 => drop(object.insert(made.text(), json!(made.text()))),
                1 => drop(object.insert(made.code(), json!(SECRET_NUMBER))),
                // A key of digits looks like a position.
                2 => drop(object.insert("20331018".to_owned(), json!({made.text(): 1}))),
                _ => {
                    let Some(name) = &first else { continue };
                    object.remove(name);
                    object.insert(format!("{name}s"), json!(made.text()));
                }
            }
            records.push(copy);
        }
    }
    records
}

/// Repeats the first note of a text under the same key.
fn with_repeated_keys(made: &mut Canaries, text: &str) -> String {
    let doubled = format!("\"note\": \"{}\", \"note\":", made.text());
    text.replacen("\"note\":", &doubled, 1)
}

/// A mission in which every rule has something to report, on records full of canaries.
pub(crate) fn faulty(made: &mut Canaries) -> Mission {
    let way = made.way;
    let id = format!("flt-{}", way.name());
    let mut files = BTreeMap::new();
    let mut put = |kind: &str, pretty: bool, records: Vec<Value>| {
        let text = document(way, &id, kind, records, pretty);
        files.insert(format!("{id}/{kind}.json"), text);
    };
    put(
        "mission",
        true,
        vec![faulty_mission(made.of("mission"), &id)],
    );
    put("person", true, faulty_people(made.of("person")));
    put("programme", false, faulty_programmes(made.of("programme")));
    put("platform", true, faulty_platforms(made.of("platform")));
    put(
        "representation",
        false,
        faulty_seats(made.of("representation")),
    );
    put(
        "designation",
        true,
        faulty_designations(made.of("designation")),
    );
    put("vacancy", true, {
        made.of("vacancy");
        vec![
            json!({"id": "V-1", "role": "chief-of-mission", "from": late(made, 7), "to": late(made, 8),
            "note": made.text()}),
        ]
    });
    let contact = |made: &mut Canaries| {
        json!({"id": "C-1", "platform": "smt", "date": made.day(4), "with": {"org": made.text()}, "by": "PX-1",
            "next_step": made.text()})
    };
    made.of("contact-log");
    let contacts = vec![contact(made), contact(made)];
    put("contact-log", true, contacts);
    // One record a line.
    let meetings = faulty_meetings(made.of("meeting"));
    let lines = meetings.into_iter().map(|meeting| {
        let mut meeting = meeting;
        classified(way, "meeting", meeting.as_object_mut().unwrap());
        if way == Way::Envelope {
            json!({"mission": id, "kind": "meeting", "classification": "restricted", "records": [meeting]})
        } else {
            meeting["mission"] = json!(id);
            meeting["kind"] = json!("meeting");
            meeting
        }
    });
    files.insert(
        format!("{id}/meetings.ndjson"),
        crate::mission::lines(lines),
    );
    Mission {
        files,
        settings: String::new(),
    }
}

/// A day of the vacancy, which is a secret only with the vacancy.
fn late(made: &Canaries, number: usize) -> String {
    if made.secret {
        SECRET_DAYS[number].to_owned()
    } else {
        ["2024-10-10", "2025-01-02"][number - 7].to_owned()
    }
}

fn faulty_mission(made: &mut Canaries, id: &str) -> Value {
    let pcode = if made.secret {
        made.code()
    } else {
        "ML09".to_owned()
    };
    json!({
        "id": id, "name": made.text(), "countries": ["MLI"], "note": made.text(),
        "regional_office": [{"office": "ro-dakar", "from": made.day(0)}],
        "offices": [{"id": "o-1", "place": made.text(), "pcode": pcode, "from": made.day(0)},
            {"id": "o-2", "place": made.text(), "from": made.day(0)}],
        "phase": [{"value": "protracted", "from": made.day(0)}],
        "context_model": [{"value": "cluster", "from": made.day(0)}],
    })
}

fn faulty_people(made: &mut Canaries) -> Vec<Value> {
    let secret = made.secret;
    // In post until the vacancy begins; of the dates only those of restricted persons are secret.
    let until = if secret { SECRET_DAYS[6] } else { "2024-07-01" };
    let left = if secret { SECRET_DAYS[4] } else { "2024-03-02" };
    let mut person = |id: &str,
                      role: &str,
                      from: usize,
                      to: Option<&str>,
                      country: Option<&str>,
                      programme: Option<&str>| {
        let mut assignment =
            json!({"role": role, "kind": "staff", "duty_station": "o-1", "from": made.day(from)});
        if let Some(to) = to {
            assignment["to"] = json!(to);
        }
        if let Some(country) = country.filter(|_| secret) {
            assignment["country"] = json!(country);
        }
        let mut person = json!({"id": id, "assignments": [assignment], "note": made.text()});
        if let Some(programme) = programme {
            person["programmes"] = json!([{"programme": programme}]);
        }
        person
    };
    vec![
        person("PX-1", "chief-of-mission", 0, Some(until), None, None),
        person("PX-2", "chief-of-mission", 1, Some(until), None, None),
        person("PX-3", "field-security-officer", 0, None, Some("SEN"), None),
        person("PX-4", "finance-officer", 0, None, None, Some("G-1")),
        person(
            "PX-5",
            "programme-officer",
            0,
            Some(left),
            Some("QZX"),
            Some("G-2"),
        ),
        person("PX-6", "programme-officer", 0, None, None, None),
        person("PX-3", "other", 0, None, None, None),
    ]
}

fn faulty_programmes(made: &mut Canaries) -> Vec<Value> {
    let mut programme = |id: &str, area: &str| json!({"id": id, "areas": [area], "crisis": true, "sites": ["o-1"], "from": made.day(0), "note": made.text()});
    vec![
        programme("G-1", "shelter-settlements"),
        programme("G-2", "health"),
    ]
}

fn faulty_platforms(made: &mut Canaries) -> Vec<Value> {
    let mut platform = |id: &str, kind: &str, place: &str, more: Value| {
        let mut platform = json!({"id": id, "types": [kind], "level": "national", "place": place,
            "status": [{"value": "active", "reason": made.text(), "from": made.day(0)}], "note": made.text()});
        for (key, value) in more.as_object().unwrap() {
            platform[key] = value.clone();
        }
        platform
    };
    vec![
        platform("smt", "smt", "o-1", json!({})),
        platform(
            "cl",
            "cluster",
            "o-2",
            json!({"clusters": ["SHL"], "setting": "cluster"}),
        ),
        platform("wg", "working-group", "o-1", json!({"parents": ["wg-b"]})),
        platform("wg-b", "working-group", "o-1", json!({"parents": ["wg"]})),
        platform(
            "ended",
            "working-group",
            "o-1",
            json!({"status": [{"value": "suspended", "from": SECRET_DAYS[0], "to": SECRET_DAYS[8]}]}),
        ),
    ]
}

fn faulty_seats(made: &mut Canaries) -> Vec<Value> {
    let mut seat = |id: &str, platform: &str, person: &str| {
        json!({"id": id, "platform": platform, "person": person, "capacity": "member", "basis": made.text(),
            "from": made.day(1), "to": made.day(4), "note": made.text()})
    };
    vec![
        seat("R-1", "cl", "PX-5"),
        seat("R-2", "cl", "PX-4"),
        seat("R-3", "smt", "PX-404"),
        seat("R-4", "smt", "G-1"),
        seat("R-5", "PX-6", "PX-4"),
    ]
}

fn faulty_designations(made: &mut Canaries) -> Vec<Value> {
    let (from, to) = (made.day(1), made.day(0));
    vec![
        json!({"id": "D-1", "designation": "acting-com", "from_person": "PX-1", "to_person": "PX-4", "scope": ["cl"],
            "from": made.day(0), "to": made.day(2), "note": made.text()}),
        json!({"id": "D-2", "designation": "hct-alternate", "from_person": "PX-1", "to_person": "PX-404",
            "from": from.clone().max(to.clone()), "to": from.min(to), "note": made.text()}),
    ]
}

fn faulty_meetings(made: &mut Canaries) -> Vec<Value> {
    let mut meeting = |id: &str, platform: &str, day: usize, rows: &[(&str, &str, &str)]| {
        let rows: Vec<Value> = rows
            .iter()
            .map(|(person, capacity, presence)| {
                let mut row = json!({"person": person, "capacity": capacity, "presence": presence});
                if *presence != "present" {
                    row["reason"] = json!(made.text());
                }
                row
            })
            .collect();
        let day = SECRET_DAYS[day];
        json!({"id": id, "platform": platform, "start": moment(day, "19"), "end": moment(day, "20"), "status": "held",
            "mode": "in-person", "attendance": rows, "agenda": [made.text()], "category": made.text(),
            "note": made.text(), "meeting_minutes": made.text()})
    };
    let mut meetings = vec![
        meeting(
            "M-1",
            "smt",
            2,
            &[
                ("PX-1", "member", "absent"),
                ("PX-3", "observer", "present"),
            ],
        ),
        meeting(
            "M-2",
            "smt",
            3,
            &[("PX-1", "member", "excused"), ("PX-5", "member", "present")],
        ),
        meeting("M-3", "smt", 4, &[("PX-1", "member", "absent")]),
        meeting("M-4", "smt", 8, &[("PX-3", "observer", "present")]),
        meeting("M-5", "wg", 5, &[("PX-6", "member", "present")]),
        meeting("M-6", "cl", 5, &[("PX-6", "observer", "present")]),
        meeting("M-7", "ended", 6, &[("PX-6", "observer", "present")]),
        meeting("M-8", "wg", 9, &[("PX-6", "member", "present")]),
        meeting("M-9", "wg", 6, &[("PX-6", "member", "present")]),
        meeting(
            "M-10",
            "wg",
            7,
            &[
                ("PX-6", "member", "present"),
                ("PX-5", "observer", "present"),
            ],
        ),
        meeting("M-11", "wg", 8, &[("PX-6", "member", "absent")]),
    ];
    meetings[7]["status"] = json!("planned");
    meetings[10]["end"] = json!(moment(SECRET_DAYS[7], "20"));
    meetings[4]["place"] = json!({"place": made.text(), "pcode": "ML0101"});
    meetings
}

/// Restricted texts that are no JSON: in the middle of a document, on a long single line, in one line of a stream.
pub(crate) fn broken(made: &mut Canaries) -> Mission {
    made.secret = true;
    let record = |made: &mut Canaries, id: &str| {
        let mut meeting = full_meeting(made);
        meeting["id"] = json!(id);
        meeting["mission"] = json!("brk");
        meeting["kind"] = json!("meeting");
        meeting["classification"] = json!("restricted");
        meeting
    };
    let mut files = BTreeMap::new();
    let one = serde_json::to_string_pretty(&record(made, "M-1")).unwrap();
    files.insert(
        "brk/comma.json".to_owned(),
        one.replacen(",\n  \"category\"", "\n  \"category\"", 1),
    );
    let one = serde_json::to_string_pretty(&record(made, "M-2")).unwrap();
    // No quote closes the note.
    files.insert(
        "brk/quote.json".to_owned(),
        one.replacen("\",\n  \"place\"", ",\n  \"place\"", 1),
    );
    let one = serde_json::to_string_pretty(&record(made, "M-3")).unwrap();
    files.insert(
        "brk/comment.json".to_owned(),
        one.replacen("\"note\"", &format!("// {}\n\"note\"", made.text()), 1),
    );
    let one = record(made, "M-4").to_string();
    files.insert(
        "brk/line.json".to_owned(),
        one.replacen("\"note\"", &format!("{} \"note\"", made.text()), 1),
    );
    let lines: Vec<String> = (0..5)
        .map(|number| record(made, &format!("N-{number}")).to_string())
        .collect();
    let mut text = lines.join("\n");
    text = text.replacen("\"id\":\"N-2\",", "\"id\":\"N-2\"", 1);
    let (one, other) = (made.text(), made.code());
    text = format!("{text}\n{one}\n{{\"mission\": \"brk\", {other}: 1}}\n");
    files.insert("brk/lines.ndjson".to_owned(), text);
    Mission {
        files,
        settings: String::new(),
    }
}

/// All of these in one run.
pub(crate) fn joined(missions: impl IntoIterator<Item = Mission>) -> Mission {
    let files = missions
        .into_iter()
        .flat_map(|mission| mission.files)
        .collect();
    Mission {
        files,
        settings: "as_of = \"2025-03-31\"\n".to_owned(),
    }
}
