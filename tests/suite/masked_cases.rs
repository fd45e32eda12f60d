//! Every invalid case of every rule, with all its records made restricted: what the rule says holds no day, no text of
//! its own and no address of theirs.

use std::collections::BTreeSet;

use missionlint::calendar::Day;
use missionlint::engine;
use missionlint::reference;
use missionlint::rules::RULES;
use serde_json::{Value, json};

use crate::masking::{MONTHS, everything};
use crate::mission::{Mission, fixtures};

/// The same records, all restricted.
fn restricted(mut mission: Mission) -> Mission {
    for (path, text) in &mut mission.files {
        let lines = std::path::Path::new(path)
            .extension()
            .is_some_and(|end| end != "json");
        let values: Vec<Value> = if lines {
            let written = text.lines().filter(|line| !line.trim().is_empty());
            written
                .map(|line| serde_json::from_str(line).unwrap())
                .collect()
        } else {
            vec![serde_json::from_str(text).unwrap()]
        };
        let values = values.into_iter().map(|mut value| {
            restrict(&mut value);
            let written = if lines {
                serde_json::to_string(&value)
            } else {
                serde_json::to_string_pretty(&value)
            };
            written.unwrap() + "\n"
        });
        *text = values.collect();
    }
    mission
}

fn restrict(value: &mut Value) {
    match value {
        Value::Array(records) => records.iter_mut().for_each(restrict),
        Value::Object(record) => {
            record.insert("classification".to_owned(), json!("restricted"));
            if let Some(records) = record.get_mut("records") {
                restrict(records);
            }
        }
        _ => {}
    }
}

/// What may not show: days and times, as written and in words; texts that are more than a word; addresses.
fn secrets(value: &Value, secret: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| secrets(value, secret)),
        Value::Object(members) => {
            let told = members
                .iter()
                .filter(|(key, _)| !["$schema", "id"].contains(&key.as_str()));
            told.for_each(|(_, value)| secrets(value, secret));
        }
        Value::String(text) if is_day(text) => {
            let day = &text[..10];
            let parts: Vec<usize> = day.split('-').map(|part| part.parse().unwrap()).collect();
            if let Some(month) = MONTHS.get(parts[1].wrapping_sub(1)) {
                secret.insert(format!("{} {month} {}", parts[2], parts[0]));
            }
            secret.insert(text.clone());
            secret.insert(day.to_owned());
        }
        Value::String(text) if text.contains([' ', '@']) || text.contains("://") => {
            secret.insert(text.clone());
        }
        _ => {}
    }
}

fn is_day(text: &str) -> bool {
    let form = |(index, byte): (usize, u8)| {
        if [4, 7].contains(&index) {
            byte == b'-'
        } else {
            byte.is_ascii_digit()
        }
    };
    text.len() >= 10 && text.is_ascii() && text.bytes().take(10).enumerate().all(form)
}

/// Days that stand in every report: that of the run, and those of the policies.
fn known(mission: &Mission) -> BTreeSet<String> {
    let as_of = mission.request().as_of;
    let packs = reference::packs().iter().filter_map(reference::Pack::from);
    let days = packs.chain([as_of]);
    days.flat_map(|day| [day.to_string(), in_words(day)])
        .collect()
}

fn in_words(day: Day) -> String {
    let month = MONTHS[usize::try_from(day.month()).unwrap() - 1];
    format!("{} {month} {}", day.day(), day.year())
}

/// An output without since when policies hold: "1 January 2013" is a part of "11 January 2013".
fn without_policy_days(output: String) -> String {
    let days = reference::packs().iter().filter_map(reference::Pack::from);
    days.fold(output, |output, day| {
        output.replace(&format!("from {}", in_words(day)), "")
    })
}

#[test]
fn of_all_rules_show_nothing_of_restricted_records() {
    let mut leaks = Vec::new();
    for rule in RULES {
        let id = rule.meta.id;
        let mut found = 0;
        for case in std::fs::read_dir(fixtures().join("rules").join(id).join("invalid")).unwrap() {
            let case = case.unwrap().path();
            let mission = restricted(Mission::of(&case));
            let mut request = mission.request();
            request.reveal = false;
            let report = engine::check(mission.inputs(), &request);
            found += report
                .findings
                .iter()
                .filter(|finding| finding.rule.id == id)
                .count();
            // The day of the run stands in every report; "1 March" is a part of "31 March".
            let run = in_words(request.as_of);
            // One case calls its platform by the name that messages call it by, too.
            let output = without_policy_days(everything(&report))
                .replace(&run, "")
                .replace("the Security Management Team", "");
            let mut secret = BTreeSet::new();
            for text in mission.files.values() {
                let values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
                values.for_each(|value| secrets(&value.unwrap(), &mut secret));
            }
            for secret in secret.difference(&known(&mission)) {
                if let Some(line) = output.lines().find(|line| line.contains(secret.as_str())) {
                    leaks.push(format!("{}: {secret}: {}", case.display(), line.trim()));
                }
            }
        }
        assert!(found > 0, "{id} finds nothing in restricted records");
    }
    assert!(
        leaks.is_empty(),
        "{} leaks\n{}",
        leaks.len(),
        leaks.join("\n")
    );
}
