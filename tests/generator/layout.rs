//! Which records stand together in which document.

use std::collections::BTreeMap;

use super::draft::{Draft, Record};
use super::json::Json;
use super::rng::Rng;

/// A document before it is written.
#[derive(Debug)]
pub(crate) struct Document {
    /// Its path in the data directory.
    pub(crate) path: String,
    /// Its content.
    pub(crate) json: Json,
    /// The records in it: position in the draft, pointer in the document.
    pub(crate) records: Vec<(usize, String)>,
}

/// Records with their positions; a copy follows its original.
type Group = Vec<(usize, Record)>;

/// Characters that a file should have, on average.
const FILE_SIZE: usize = 1_900;

/// One record a line: the documents of an NDJSON file, in order.
pub(crate) fn lines(draft: &mut Draft) -> Vec<Document> {
    let mission = draft.plan.id.clone();
    let groups = take_groups(draft);
    let records = groups.into_iter().flatten();
    let documents = records.map(|(position, record)| match record.period {
        Some(_) => in_own_envelope(String::new(), position, record, &mission),
        None => Document {
            path: String::new(),
            json: standing_alone(record, &mission),
            records: vec![(position, String::new())],
        },
    });
    documents.collect()
}

/// A record alone in an envelope that says for which time its meetings are recorded.
fn in_own_envelope(path: String, position: usize, record: Record, mission: &str) -> Document {
    let json = Json::object()
        .with("mission", mission.to_owned())
        .with("kind", record.kind)
        .with_some("period", record.period)
        .with("records", Json::List(vec![record.body]));
    Document {
        path,
        json,
        records: vec![(position, "/records/0".to_owned())],
    }
}

/// Files of about 2 KB: single records, arrays and envelopes.
pub(crate) fn files(draft: &mut Draft, rng: &mut Rng) -> Vec<Document> {
    let mission = draft.plan.id.clone();
    let mut shelves: BTreeMap<String, Vec<Group>> = BTreeMap::new();
    let mut documents = Vec::new();
    for mut group in take_groups(draft) {
        if group[0].1.period.is_some() {
            let (position, record) = group.remove(0);
            let path = format!("missions/{mission}/meetings/period-{position}.json");
            documents.push(in_own_envelope(path, position, record, &mission));
            continue;
        }
        shelves.entry(shelf(&group[0].1)).or_default().push(group);
    }
    for (shelf, groups) in shelves {
        let chunks = chunks(groups);
        let count = chunks.len();
        for (number, chunk) in chunks.into_iter().enumerate() {
            let suffix = if count == 1 {
                String::new()
            } else {
                format!("-{:02}", number + 1)
            };
            let path = format!("missions/{mission}/{shelf}{suffix}.json");
            documents.push(document(path, chunk, &mission, rng));
        }
    }
    documents
}

/// All records of the draft in the order in which they are filed.
fn take_groups(draft: &mut Draft) -> Vec<Group> {
    let records = std::mem::take(&mut draft.records);
    let mut groups: Vec<Group> = Vec::new();
    let mut place_of: BTreeMap<usize, usize> = BTreeMap::new();
    for (position, record) in records.into_iter().enumerate() {
        if let Some(&place) = record.after.and_then(|original| place_of.get(&original)) {
            groups[place].push((position, record));
        } else {
            place_of.insert(position, groups.len());
            groups.push(vec![(position, record)]);
        }
    }
    // Meetings by day, whatever their platform; the rest as it was written.
    groups.sort_by_key(|group| (group[0].1.day, group[0].0));
    groups
}

/// The file, without number, in which a record is kept.
fn shelf(record: &Record) -> String {
    let is_smt = record.body.get("platform").and_then(Json::as_text) == Some("smt");
    match (record.kind, record.day) {
        ("meeting", Some(day)) => {
            let (year, month, _) = day.date();
            format!(
                "meetings/{}{year}-{month:02}",
                if is_smt { "smt-" } else { "" }
            )
        }
        ("meeting", None) => "meetings/other".to_owned(),
        ("mission", _) => "mission".to_owned(),
        ("person", _) => "people".to_owned(),
        ("programme" | "platform" | "representation", _) => format!("{0}s/{0}s", record.kind),
        ("contact-log", _) => "contact-log".to_owned(),
        ("vacancy", _) => "vacancies".to_owned(),
        (kind, _) => format!("{kind}s"),
    }
}

/// Cuts a shelf into files. Of one month, all meetings of a platform stay together, so that the file can say that
/// they are complete.
fn chunks(mut groups: Vec<Group>) -> Vec<Group> {
    let platform = |group: &Group| {
        let record = &group[0].1;
        let id = record.body.get("platform").and_then(Json::as_text);
        id.filter(|_| record.kind == "meeting")
            .unwrap_or("")
            .to_owned()
    };
    groups.sort_by_key(platform);
    let mut chunks: Vec<Group> = Vec::new();
    let mut size = FILE_SIZE;
    let mut last = String::new();
    for group in groups {
        let here = platform(&group);
        let width: usize = group.iter().map(|(_, record)| record.body.width()).sum();
        let together = !here.is_empty() && here == last;
        if size + width / 2 >= FILE_SIZE && !together {
            chunks.push(Group::new());
            size = 0;
        }
        size += width;
        last = here;
        if let Some(chunk) = chunks.last_mut() {
            chunk.extend(group);
        }
    }
    chunks
}

fn document(path: String, mut chunk: Group, mission: &str, rng: &mut Rng) -> Document {
    let kind = chunk[0].1.kind;
    if chunk.len() == 1 && (kind == "mission" || rng.chance(70)) {
        let (position, record) = chunk.remove(0);
        let mut json = standing_alone(record, mission);
        if let Json::Object(members) = &mut json
            && rng.chance(30)
        {
            members.insert(0, ("$schema".into(), schema(kind)));
        }
        return Document {
            path,
            json,
            records: vec![(position, String::new())],
        };
    }
    if rng.chance(35) {
        let records = pointers(&chunk, "");
        let list = chunk
            .into_iter()
            .map(|(_, record)| standing_alone(record, mission))
            .collect();
        return Document {
            path,
            json: Json::List(list),
            records,
        };
    }
    let records = pointers(&chunk, "/records");
    let json = envelope(chunk, mission, rng);
    Document {
        path,
        json,
        records,
    }
}

fn pointers(chunk: &Group, before: &str) -> Vec<(usize, String)> {
    chunk
        .iter()
        .enumerate()
        .map(|(entry, (position, _))| (*position, format!("{before}/{entry}")))
        .collect()
}

fn envelope(chunk: Group, mission: &str, rng: &mut Rng) -> Json {
    let kind = chunk[0].1.kind;
    let is_smt = chunk[0].1.body.get("platform").and_then(Json::as_text) == Some("smt");
    let period = chunk[0].1.day.map(|day| {
        let (from, next) = (day.month_start(0), day.month_start(1));
        Json::object()
            .with("from", from)
            .with("to", next.plus(-1))
            .with("complete", true)
    });
    let bodies: Vec<Json> = chunk.into_iter().map(|(_, record)| record.body).collect();
    Json::object()
        .with_some("$schema", rng.chance(30).then(|| schema("envelope")))
        .with("mission", mission.to_owned())
        .with("kind", kind)
        .with_some("classification", is_smt.then_some("restricted"))
        .with_some("period", period)
        .with("records", Json::List(bodies))
}

fn schema(name: &str) -> Json {
    Json::from(format!(
        "https://missionlint.github.io/schemas/v1/{name}.schema.json"
    ))
}

/// The record with its kind and mission.
pub(crate) fn standing_alone(record: Record, mission: &str) -> Json {
    let mut json = Json::object().with("kind", record.kind);
    if !mission.is_empty() {
        json.set("mission", mission.to_owned());
    }
    if let (Json::Object(members), Json::Object(own)) = (&mut json, record.body) {
        members.extend(own);
    }
    json
}
