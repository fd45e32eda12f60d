//! `[[kinds]]` of the configuration: records of kinds that a country adds.

use serde_json::{Value, json};

use crate::tool::{Folder, command, finish};

const SETTINGS: &str = "as_of = \"2025-03-31\"\nseverity.platform-status-missing = \"off\"\nseverity.rts-missing = \"off\"\n\n[[kinds]]\nname = \"training\"\nschema = \"schemas/training.schema.json\"\ntitle = \"Training\"\n";

const TRAINING: &str = r#"{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "Training",
  "type": "object",
  "required": ["topic", "from"],
  "additionalProperties": false,
  "properties": {
    "topic": { "enum": ["first-aid", "hostile-environment"] },
    "from": { "type": "string", "format": "date" },
    "to": { "type": "string", "format": "date" },
    "people": { "type": "array", "items": { "$ref": "parts.json#/$defs/person" } }
  }
}
"#;

const PARTS: &str = r#"{ "$defs": { "person": { "type": "string", "pattern": "^P-\\d+$" } } }"#;

const MISSION: &str = r#"{"kind": "mission", "id": "xyz", "mission": "xyz", "name": "A mission", "countries": ["MLI"],
  "regional_office": [{ "office": "ro-dakar", "from": "2020-01-01" }],
  "offices": [{ "id": "bko", "place": "Bamako", "from": "2020-01-01" }],
  "phase": [{ "value": "protracted", "from": "2020-01-01" }],
  "context_model": [{ "value": "cluster", "from": "2020-01-01" }], "confirmed": "2025-03-01"
}"#;

fn country() -> Folder {
    Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("schemas/training.schema.json", TRAINING)
        .with("schemas/parts.json", PARTS)
        .with("mission.json", MISSION)
}

fn training(more: &Value) -> Value {
    let mut record = json!({
        "kind": "training", "id": "T-1", "mission": "xyz", "topic": "first-aid", "from": "2025-01-10"
    });
    for (key, value) in more.as_object().unwrap() {
        if value.is_null() {
            record.as_object_mut().unwrap().remove(key);
        } else {
            record[key] = value.clone();
        }
    }
    record
}

/// Rule, mission, pointer and kind of each finding.
fn findings(folder: &Folder) -> Vec<String> {
    let report = folder.report(&[]);
    assert_eq!(report["faults"], json!([]));
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| {
            let location = &finding["location"];
            let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            format!(
                "{} {} {} {}",
                text(&finding["rule"]),
                text(&finding["mission"]),
                text(&location["pointer"]),
                text(&location["record"]["kind"])
            )
        })
        .collect()
}

#[track_caller]
fn assert_found(more: &Value, expected: &[&str]) {
    let folder = country().with("training.json", training(more).to_string());
    assert_eq!(findings(&folder), expected, "{more}");
}

#[test]
fn records_of_a_kind_of_the_country_are_records() {
    let folder = country()
        .with(
            "training.json",
            training(&json!({"people": ["P-1"]})).to_string(),
        )
        .with(
            "more.json",
            json!({"kind": "training", "mission": "xyz", "records": [
                {"id": "T-2", "topic": "first-aid", "from": "2025-01-10"},
                {"id": "T-3", "topic": "first-aid", "from": "2025-01-10"}
            ]})
            .to_string(),
        )
        .with(
            "line.ndjson",
            format!("{}\n", training(&json!({"id": "T-4"}))),
        );
    let run = folder.run(&["check"]);
    assert_eq!(run.err, "");
    assert_eq!(
        run.out,
        "ready: nothing found · 1 mission, 5 records in 4 files, as of 31 March 2025\n"
    );
    let report = folder.report(&[]);
    let schemas: Vec<&str> = report["run"]["schemas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|schema| schema["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        schemas,
        ["schemas/parts.json", "schemas/training.schema.json"]
    );
}

#[test]
fn without_the_setting_the_kind_is_unknown() {
    let folder = country()
        .with("missionlint.toml", "as_of = \"2025-03-31\"\nexclude = [\"schemas\"]\nseverity.platform-status-missing = \"off\"\nseverity.rts-missing = \"off\"\n",)
        .with("training.json", training(&json!({})).to_string());
    assert_eq!(findings(&folder), ["unknown-kind xyz /kind -"]);
}

#[test]
fn their_own_schema_judges_them() {
    assert_found(&json!({}), &[]);
    assert_found(
        &json!({"topic": "cooking"}),
        &["value-not-allowed xyz /topic training"],
    );
    assert_found(
        &json!({"from": "2025-02-30"}),
        &["invalid-format xyz /from training"],
    );
    assert_found(&json!({"from": null}), &["missing-property xyz  training"]);
    assert_found(
        &json!({"people": ["X"]}),
        &["pattern-mismatch xyz /people/0 training"],
    );
    assert_found(
        &json!({"plce": "Bamako"}),
        &["unknown-key xyz /plce training"],
    );
    // What all records have need not be in the schema, and is judged all the same.
    assert_found(&json!({"note": "n", "classification": "public"}), &[]);
    assert_found(&json!({"$schema": "../schemas/training.schema.json"}), &[]);
    assert_found(
        &json!({"$schema": "../schemas/meeting.schema.json"}),
        &["schema-kind-conflict xyz /$schema training"],
    );
    assert_found(&json!({"id": null}), &["missing-property xyz  training"]);
    assert_found(
        &json!({"id": "not an id"}),
        &["pattern-mismatch xyz /id training"],
    );
    assert_found(
        &json!({"classification": "secret"}),
        &["value-not-allowed xyz /classification training"],
    );
    assert_found(
        &json!({"mission": null}),
        &["missing-mission xyz  training"],
    );
    // Intervals of theirs may mean anything.
    assert_found(&json!({"to": "2024-01-01"}), &[]);
}

#[test]
fn a_schema_may_ask_for_what_an_envelope_gives() {
    let schema = TRAINING.replace(
        "[\"topic\", \"from\"]",
        "[\"kind\", \"mission\", \"id\", \"topic\", \"classification\"]",
    );
    let folder = country().with("schemas/training.schema.json", schema).with(
        "more.json",
        json!({"kind": "training", "mission": "xyz", "records": [{"id": "T-2", "topic": "first-aid"}, {"topic": "first-aid"}]})
            .to_string(),
    );
    let found = findings(&folder);
    assert_eq!(
        found,
        [
            "missing-property xyz /records/0 training",
            "missing-property xyz /records/1 training",
            "missing-property xyz /records/1 training",
        ],
        "classification is given by nobody, and the id of the second is told once"
    );
}

#[test]
fn ids_are_unique_within_mission_and_kind() {
    let folder = country()
        .with("a.json", training(&json!({})).to_string())
        .with(
            "b.json",
            training(&json!({"topic": "hostile-environment"})).to_string(),
        )
        .with("c.json", training(&json!({"mission": "other"})).to_string())
        .with("d.json", training(&json!({"id": "xyz"})).to_string());
    let report = folder.report(&["--select", "duplicate-id"]);
    let findings = report["findings"].as_array().unwrap();
    assert_eq!(findings.len(), 1, "{findings:#?}");
    assert_eq!(findings[0]["location"]["path"], "b.json");
    assert_eq!(
        findings[0]["location"]["record"],
        json!({"kind": "training", "id": "T-1"})
    );
    assert_eq!(findings[0]["related"][0]["location"]["path"], "a.json");
}

#[test]
fn rules_neither_judge_them_nor_wait_for_them() {
    for more in [
        json!({}),
        json!({"topic": 3}),
        json!({"mission": 3}),
        json!({"id": null}),
        json!({"attendance": 3, "platform": "x"}),
    ] {
        let folder = country().with("elsewhere/training.json", training(&more).to_string());
        let report = folder.report(&[]);
        let blocked: Vec<&str> = report["not_checked"]
            .as_array()
            .unwrap()
            .iter()
            .map(|entry| entry["rule"].as_str().unwrap())
            .filter(|rule| *rule != "duplicate-id")
            .collect();
        assert!(blocked.is_empty(), "{more}: {blocked:?}");
    }
}

#[test]
fn misspelt_kinds_are_told_with_theirs() {
    let folder = country().with(
        "training.json",
        training(&json!({"kind": "trainin"})).to_string(),
    );
    let report = folder.report(&[]);
    let finding = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .find(|finding| finding["rule"] == "unknown-kind")
        .unwrap();
    assert_eq!(finding["fix"]["edits"][0]["text"], "\"training\"");
    assert!(
        finding["help"]
            .as_str()
            .unwrap()
            .ends_with("contact, training"),
        "{finding:#}"
    );
}

#[test]
fn what_is_restricted_stays_masked() {
    for (more, shown) in [
        (json!({}), true),
        (json!({"classification": "restricted"}), false),
        (json!({"clasification": "restricted"}), false),
    ] {
        let mut record = training(&more);
        record["topic"] = Value::from("SECRET");
        for schema in [
            TRAINING.to_owned(),
            TRAINING.replace("\"additionalProperties\": false,", ""),
        ] {
            let folder = country()
                .with("schemas/training.schema.json", schema)
                .with("training.json", record.to_string());
            for format in ["text", "json"] {
                let run = folder.run(&["check", "--format", format]);
                assert_eq!(run.code, Some(1));
                assert_eq!(run.out.contains("SECRET"), shown, "{more}: {}", run.out);
                assert!(run.out.contains("training.json"), "{}", run.out);
            }
        }
    }
}

#[test]
fn help_does_not_name_schemas_that_are_not_ours() {
    let folder = country().with(
        "training.json",
        training(&json!({"from": null, "x": 1})).to_string(),
    );
    let run = folder.run(&["check"]);
    assert!(!run.out.contains("missionlint schema"), "{}", run.out);
    assert!(!run.out.contains("record contract"), "{}", run.out);
}

/// What a run with this configuration says before it ends.
fn mistakes(config: &str) -> String {
    let folder = country()
        .with("missionlint.toml", config)
        .with("broken.json", "{")
        .with(
            "schemas/bad.json",
            "{\"type\": \"strng\", \"minLenght\": 1}",
        )
        .with("schemas/no.json", "{\"type\": }");
    let run = folder.run(&["check"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
    run.err
}

#[track_caller]
fn assert_mistake(entry: &str, place: &str, expected: &[&str]) {
    let found = mistakes(&format!("[[kinds]]\n{entry}\n"));
    let place = format!("─[{place}]");
    for part in [place.as_str()].iter().chain(expected) {
        assert!(found.contains(part), "{part:?} is missing:\n{found}");
    }
}

#[test]
fn mistakes_in_kinds_are_marked() {
    let with_name =
        |name: &str| format!("name = \"{name}\"\nschema = \"schemas/training.schema.json\"");
    let at = "missionlint.toml:2:8";
    for taken in ["meeting", "contact-log", "envelope", "common"] {
        assert_mistake(
            &with_name(taken),
            at,
            &[
                "config-invalid-value",
                "a name that no other kind or schema has",
            ],
        );
    }
    for bad in ["Training", "my_kind", "-a", "a--b", "2nd", "a b", ""] {
        assert_mistake(
            &with_name(bad),
            at,
            &["config-invalid-value", "small letters, digits and hyphens"],
        );
    }
    let twice = format!("{0}\n[[kinds]]\n{0}", with_name("training"));
    assert_mistake(
        &twice,
        "missionlint.toml:5:8",
        &["a name that no other kind or schema has"],
    );
    assert_mistake("name = \"a\"", "missionlint.toml:1:1", &["name and schema"]);
    assert_mistake(
        "schema = \"a\"",
        "missionlint.toml:1:1",
        &["name and schema"],
    );
    assert_mistake(
        &format!("{}\nschemas = 1", with_name("a")),
        "missionlint.toml:4:1",
        &["config-unknown-key", "did you mean \"schema\"?"],
    );
    assert_mistake(
        &format!("{}\ntitle = 1", with_name("a")),
        "missionlint.toml:4:9",
        &["what people call the kind"],
    );
    let found = mistakes("kinds = 3\n");
    assert!(
        found.contains("[missionlint.toml:1:9]") && found.contains("[[kinds]]"),
        "{found}"
    );
    let found = mistakes("kinds = [3]\n");
    assert!(found.contains("[missionlint.toml:1:10]"), "{found}");
}

#[test]
fn schemas_that_cannot_be_used_are_marked_where_they_are_wrong() {
    assert_mistake(
        "name = \"a\"\nschema = \"schemas/none.json\"",
        "missionlint.toml:3:10",
        &["config-unreadable-file", "there is no such file"],
    );
    assert_mistake(
        "name = \"a\"\nschema = \"schemas\"",
        "missionlint.toml:3:10",
        &["this is a directory"],
    );
    assert_mistake(
        "name = \"a\"\nschema = \"schemas/bad.json\"",
        "schemas/bad.json:1:10",
        &["schema-invalid", "nothing was checked"],
    );
    let found = mistakes(
        "[[kinds]]\nname = \"a\"\nschema = \"schemas/no.json\"\n[[kinds]]\nname = \"b\"\nschema = \"x\"\n",
    );
    assert!(
        found.contains("[schemas/no.json:1:10]") && found.contains("[missionlint.toml:6:10]"),
        "{found}"
    );
    assert!(!found.contains("broken.json"));
}

#[test]
fn warnings_about_their_schemas_are_part_of_the_report() {
    let schema = TRAINING.replace("\"enum\"", "\"enm\": 1, \"enum\"");
    let folder = country().with("schemas/training.schema.json", schema);
    let expected = ["schema-unknown-keyword - /properties/topic/enm -"];
    assert_eq!(findings(&folder), expected);
    // Once, though two kinds share the schema.
    let twice = format!(
        "{SETTINGS}[[kinds]]\nname = \"course\"\nschema = \"schemas/training.schema.json\"\n"
    );
    folder.write("missionlint.toml", twice);
    assert_eq!(findings(&folder), expected);
    let run = folder.run(&["check"]);
    assert_eq!(run.code, Some(0), "{}", run.out);
    assert!(run.out.contains("did you mean \"enum\"?"), "{}", run.out);
}

#[test]
fn the_path_of_a_schema_is_relative_to_the_configuration() {
    let folder = country().with(
        "training.json",
        training(&json!({"topic": "x"})).to_string(),
    );
    let below = folder.path().join("schemas");
    let run = finish(command(&below).args(["check", "../training.json"]));
    assert_eq!(run.code, Some(1), "{}", run.err);
    assert!(run.out.contains("value-not-allowed"), "{}", run.out);
}

#[test]
fn their_schemas_are_listed_and_printed() {
    let folder = country();
    let run = folder.run(&["schema"]);
    assert!(
        run.out.contains("\ntraining         Training\n"),
        "{}",
        run.out
    );
    assert_eq!(folder.run(&["schema", "training"]).out, TRAINING);
    let run = folder.run(&["schema", "trainin"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("did you mean training?"), "{}", run.err);
}
