//! Faults of form: values, keys and types that the schemas do not allow.

use super::some_record;
use crate::generator::draft::{Draft, Spot};
use crate::generator::json::Json;
use crate::generator::rng::Rng;

/// What is done to a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slip {
    /// A word that is not in the list.
    Word,
    /// A day that does not exist, or is written otherwise.
    Date,
    /// A moment without an offset, or written otherwise.
    Moment,
    /// Another format: link, mailbox, duration.
    Format,
    /// A character that an id or code cannot have.
    Pattern,
    /// A value of another JSON type.
    Type,
    /// A number beyond its range.
    Range,
    /// A text without characters.
    Empty,
    /// A list without entries.
    Bare,
    /// The first entry again at the end.
    Repeat,
    /// The member is missing though it is required.
    Missing,
    /// The key of a required member is misspelt.
    Misspelt,
    /// The key is there twice.
    Twice,
    /// The object has a key that means nothing.
    Unknown,
}

/// A place where a slip can happen; `*` stands for any entry of a list.
struct Site(&'static str, &'static str, Slip);

/// Where no rule reads.
const UNREAD: [Site; 36] = [
    Site("meeting", "/recorded_on", Slip::Date),
    Site("meeting", "/recorded_on", Slip::Twice),
    Site("meeting", "/agenda", Slip::Type),
    Site("meeting", "/agenda/*", Slip::Empty),
    Site("meeting", "/agenda/*", Slip::Type),
    Site("meeting", "/category", Slip::Type),
    Site("meeting", "/category", Slip::Twice),
    Site("meeting", "/meeting_minutes", Slip::Empty),
    Site("meeting", "/external/*/org", Slip::Pattern),
    Site("meeting", "/external/*/org", Slip::Misspelt),
    Site("meeting", "/external/*", Slip::Unknown),
    Site("meeting", "", Slip::Unknown),
    Site("person", "", Slip::Unknown),
    Site("person", "/confirmed", Slip::Date),
    Site("person", "/historic", Slip::Type),
    Site("programme", "/modalities/*", Slip::Word),
    Site("programme", "/modalities", Slip::Repeat),
    Site("programme", "/crisis", Slip::Type),
    Site("programme", "/cross_cutting/*/issue", Slip::Word),
    Site("programme", "/cross_cutting/*/addressed", Slip::Missing),
    Site("programme", "/cross_cutting/*/addressed", Slip::Misspelt),
    Site("programme", "/iati", Slip::Pattern),
    Site("programme", "/un_framework/cycle_from", Slip::Range),
    Site("platform", "/cadence", Slip::Format),
    Site("platform", "/url", Slip::Format),
    Site("platform", "/confirmed", Slip::Twice),
    Site("platform", "/lead_agencies/*/capacity", Slip::Word),
    Site("representation", "/confirmed", Slip::Date),
    Site("representation", "", Slip::Unknown),
    Site("representation", "/basis", Slip::Empty),
    Site("vacancy", "/advertised", Slip::Type),
    Site("contact", "/mailbox", Slip::Format),
    Site("contact", "/mailbox", Slip::Misspelt),
    Site("contact-log", "/outcome", Slip::Word),
    Site("contact-log", "/with/org", Slip::Missing),
    Site("contact-log", "/date", Slip::Date),
];

/// Where rules read.
const READ: [Site; 46] = [
    Site("meeting", "/start", Slip::Moment),
    Site("meeting", "/start", Slip::Missing),
    Site("meeting", "/end", Slip::Moment),
    Site("meeting", "/status", Slip::Word),
    Site("meeting", "/mode", Slip::Word),
    Site("meeting", "/mode", Slip::Missing),
    Site("meeting", "/platform", Slip::Pattern),
    Site("meeting", "/platform", Slip::Misspelt),
    Site("meeting", "/platform", Slip::Twice),
    Site("meeting", "/attendance", Slip::Type),
    Site("meeting", "/attendance", Slip::Misspelt),
    Site("meeting", "/attendance/*/presence", Slip::Word),
    Site("meeting", "/attendance/*/presence", Slip::Misspelt),
    Site("meeting", "/attendance/*/presence", Slip::Twice),
    Site("meeting", "/attendance/*/capacity", Slip::Word),
    Site("meeting", "/attendance/*/capacity", Slip::Missing),
    Site("meeting", "/attendance/*/person", Slip::Pattern),
    Site("meeting", "/attendance/*/person", Slip::Misspelt),
    Site("meeting", "/attendance/*", Slip::Unknown),
    Site("person", "/assignments", Slip::Type),
    Site("person", "/assignments/*/role", Slip::Word),
    Site("person", "/assignments/*/kind", Slip::Missing),
    Site("person", "/assignments/*/from", Slip::Date),
    Site("person", "/assignments/*/from", Slip::Missing),
    Site("person", "/assignments/*/duty_station", Slip::Pattern),
    Site("person", "/assignments/*/duty_station", Slip::Misspelt),
    Site("person", "/programmes/*/programme", Slip::Type),
    Site("representation", "/platform", Slip::Pattern),
    Site("representation", "/person", Slip::Missing),
    Site("representation", "/capacity", Slip::Word),
    Site("representation", "/from", Slip::Date),
    Site("representation", "/id", Slip::Pattern),
    Site("platform", "/types", Slip::Bare),
    Site("platform", "/types/*", Slip::Word),
    Site("platform", "/status/*/value", Slip::Word),
    Site("platform", "/status", Slip::Missing),
    Site("platform", "/clusters/*", Slip::Word),
    Site("programme", "/areas/*", Slip::Word),
    Site("programme", "/sites", Slip::Repeat),
    Site("programme", "/from", Slip::Date),
    Site("designation", "/to_person", Slip::Missing),
    Site("designation", "/ground", Slip::Word),
    Site("vacancy", "/role", Slip::Word),
    Site("mission", "/phase/*/value", Slip::Word),
    Site("platform", "/level", Slip::Missing),
    Site("mission", "/retention_years", Slip::Range),
];

/// A fault of form where no rule reads, so that no rule is blocked that another fault is for.
pub(super) fn unread(draft: &mut Draft, rng: &mut Rng) -> bool {
    let site = rng.pick(&UNREAD);
    plant(draft, rng, site)
}

/// A fault of form anywhere.
pub(super) fn anywhere(draft: &mut Draft, rng: &mut Rng) -> bool {
    let site = if rng.chance(30) {
        rng.pick(&UNREAD)
    } else {
        rng.pick(&READ)
    };
    plant(draft, rng, site)
}

fn plant(draft: &mut Draft, rng: &mut Rng, site: &Site) -> bool {
    let Site(kind, template, slip) = *site;
    let Some(record) = some_record(draft, rng, kind) else {
        return false;
    };
    let Some(pointer) = resolve(&draft.records[record].body, template, rng) else {
        return false;
    };
    let Some((rule, pointer, spot)) = spoil(draft.body(record), &pointer, slip, rng) else {
        return false;
    };
    draft.claim_record(record);
    draft.expect_at(spot, rule, "error", record, pointer);
    if slip == Slip::Misspelt {
        draft.because(&["unknown-key", "missing-property"]);
    }
    true
}

/// A pointer that a template stands for, if it leads somewhere.
fn resolve(body: &Json, template: &str, rng: &mut Rng) -> Option<String> {
    let mut pointer = String::new();
    for step in template.split('/').skip(1) {
        pointer.push('/');
        if step == "*" {
            let list = body.at(&pointer[..pointer.len() - 1])?;
            let entries = if matches!(list, Json::List(_)) {
                list.len()
            } else {
                0
            };
            pointer.push_str(&rng.below((entries > 0).then_some(entries)?).to_string());
        } else {
            pointer.push_str(step);
        }
    }
    body.at(&pointer).map(|_| pointer)
}

type Spoilt = Option<(&'static str, String, Spot)>;

/// Makes the slip; gives the rule and the place of its finding.
fn spoil(body: &mut Json, pointer: &str, slip: Slip, rng: &mut Rng) -> Spoilt {
    match slip {
        Slip::Missing | Slip::Misspelt | Slip::Twice | Slip::Unknown => {
            spoil_key(body, pointer, slip, rng)
        }
        Slip::Repeat => {
            let list = body.at_mut(pointer)?;
            let first = list.at("/0")?.clone();
            let position = list.push(first);
            Some((
                "repeated-item",
                format!("{pointer}/{position}"),
                Spot::Value,
            ))
        }
        _ => {
            let value = body.at_mut(pointer)?;
            let (rule, wrong) = wrong(value, slip, rng)?;
            *value = wrong;
            Some((rule, pointer.to_owned(), Spot::Value))
        }
    }
}

/// A wrong value for a right one, and the rule against it.
fn wrong(value: &Json, slip: Slip, rng: &mut Rng) -> Option<(&'static str, Json)> {
    let text = value.as_text().unwrap_or("");
    Some(match slip {
        Slip::Word => (
            "value-not-allowed",
            Json::from(format!("{text}{}", rng.pick(&["s", " ", "?", "-2", "é"]))),
        ),
        Slip::Date => {
            let options = [
                text.replace('-', "/"),
                format!("{}-02-30", text.get(..4)?),
                format!("{text}T00:00:00Z"),
            ];
            ("invalid-format", Json::from(rng.pick(&options).clone()))
        }
        Slip::Moment => {
            let options = [
                text.get(..19)?.to_owned(),
                text.get(..10)?.to_owned(),
                text.replacen('T', " at ", 1),
            ];
            ("invalid-format", Json::from(rng.pick(&options).clone()))
        }
        Slip::Format => (
            "invalid-format",
            Json::from(format!("see {}", text.replace(['@', ':'], " "))),
        ),
        Slip::Pattern => ("pattern-mismatch", Json::from(format!(" {text}"))),
        Slip::Type => (
            "wrong-type",
            match value {
                Json::List(_) | Json::Object(_) => Json::from("see the annex"),
                Json::Text(_) => Json::from(7_i64),
                Json::Number(number) => Json::from(number.to_string()),
                Json::Flag(flag) => Json::from(if *flag { "yes" } else { "no" }),
            },
        ),
        Slip::Range => (
            "number-out-of-range",
            Json::from(*rng.pick(&[0_i64, -1, 99_999])),
        ),
        Slip::Empty => ("text-length", Json::from("")),
        Slip::Bare => ("item-count", Json::List(Vec::new())),
        _ => return None,
    })
}

fn spoil_key(body: &mut Json, pointer: &str, slip: Slip, rng: &mut Rng) -> Spoilt {
    if slip == Slip::Unknown {
        let key = *rng.pick(&["comment", "owner", "created_by", "source_file", "x-import"]);
        let Json::Object(members) = body.at_mut(pointer)? else {
            return None;
        };
        let position = rng.below(members.len() + 1);
        members.insert(position, (key.into(), Json::from("import 2025")));
        return Some(("unknown-key", format!("{pointer}/{key}"), Spot::Key));
    }
    let (parent, key) = pointer.rsplit_once('/')?;
    let Json::Object(members) = body.at_mut(parent)? else {
        return None;
    };
    let position = members.iter().position(|(name, _)| name == key)?;
    match slip {
        Slip::Missing => {
            members.remove(position);
            Some(("missing-property", parent.to_owned(), Spot::Key))
        }
        Slip::Misspelt => {
            let misspelt = misspell(key, rng);
            members[position].0 = misspelt.clone().into();
            Some(("misspelt-key", format!("{parent}/{misspelt}"), Spot::Key))
        }
        _ => {
            let again = members[position].clone();
            members.insert(position + 1 + rng.below(members.len() - position), again);
            Some(("duplicate-key", pointer.to_owned(), Spot::Key))
        }
    }
}

/// The key with a letter doubled or left out, or with two letters swapped.
fn misspell(key: &str, rng: &mut Rng) -> String {
    let mut letters: Vec<char> = key.chars().collect();
    let at = 1 + rng.below(letters.len() - 2);
    match rng.below(3) {
        0 if letters.len() >= 6 => drop(letters.remove(at)),
        1 if letters.len() >= 7 && letters[at] != letters[at + 1] => letters.swap(at, at + 1),
        _ => letters.insert(at, letters[at]),
    }
    let misspelt: String = letters.into_iter().collect();
    if misspelt == key {
        format!("{key}s")
    } else {
        misspelt
    }
}
