//! `missionlint config`: the settings in force, with where they come from.

use serde_json::{Value, json};

use crate::tool::Folder;

const CONFIG: &str = "\
as_of = 2025-03-31
exclude = [\"old\"]
severity.duplicate-id = \"warning\"

[parameters.smt]
short_notice_days = 3

[[overrides]]
paths = [\"missions/*/archive/**\"]
severity.late-entry = \"error\"
severity.duplicate-id = \"off\"

[[overrides]]
missions = [\"mli\", \"ner\"]
severity.late-entry = \"off\"
parameters.late-entry.days = 60

[[platform_names]]
name = \"Équipe \\\"A\\\" \\\\ B\"
type = \"hct\"
missions = [\"ner\"]

[[kinds]]
name = \"training\"
schema = \"training.schema.json\"

[[allow]]
rule = \"late-entry\"
record = \"meeting/M-1\"
path = \"missions/mli/**\"
mission = \"mli\"
reason = \"the register was lost\"
expires = 2025-06-30
";

fn folder() -> Folder {
    Folder::new()
        .with("missionlint.toml", CONFIG)
        .with("missions/mli/a.json", "{}")
}

fn lines<'o>(output: &'o str, key: &str) -> Vec<&'o str> {
    let begins = |line: &&str| line.starts_with(key);
    output.lines().filter(begins).collect()
}

fn settings(folder: &Folder, arguments: &[&str]) -> String {
    let run = folder.run(&[&["config"], arguments].concat());
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""));
    run.out
}

/// The settings without where they come from.
fn values(mut data: Value) -> Value {
    fn strip(value: &mut Value) {
        match value {
            Value::Object(members) => {
                members.remove("origin");
                members.values_mut().for_each(strip);
            }
            Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    strip(&mut data);
    data
}

fn data(folder: &Folder, arguments: &[&str]) -> Value {
    let arguments = [&["--format", "json"], arguments].concat();
    serde_json::from_str(&settings(folder, &arguments)).unwrap()
}

#[test]
fn every_value_says_where_it_comes_from() {
    let out = settings(&folder(), &[]);
    assert_eq!(
        lines(&out, "as_of"),
        ["as_of = \"2025-03-31\" # missionlint.toml:1"]
    );
    assert_eq!(
        lines(&out, "exclude"),
        ["exclude = [\"old\"] # missionlint.toml:2"]
    );
    assert_eq!(
        lines(&out, "duplicate-id"),
        ["duplicate-id = \"warning\" # missionlint.toml:3"]
    );
    assert_eq!(
        lines(&out, "short_notice_days"),
        ["short_notice_days = 3 # missionlint.toml:6"]
    );
    assert_eq!(
        lines(&out, "acting_com_satisfies"),
        ["acting_com_satisfies = true # default"]
    );
    assert_eq!(
        lines(&out, "[["),
        [
            "[[overrides]] # missionlint.toml:8",
            "[[overrides]] # missionlint.toml:13",
            "[[platform_names]] # missionlint.toml:18",
            "[[kinds]] # missionlint.toml:23",
            "[[allow]] # missionlint.toml:28",
        ]
    );
    assert!(lines(&out, "late-entry").is_empty());
}

#[test]
fn missions_and_files_see_what_holds_for_them() {
    let folder = folder();
    let level = |arguments: &[&str], rule: &str| {
        let out = settings(&folder, arguments);
        lines(&out, &format!("{rule} = ")).concat()
    };
    let archived = ["--path", "missions/mli/archive/x.json"];
    assert_eq!(
        level(&archived, "late-entry"),
        "late-entry = \"error\" # [[overrides]] 1, missionlint.toml:10"
    );
    assert_eq!(
        level(&["--mission", "mli"], "late-entry"),
        "late-entry = \"off\" # [[overrides]] 2, missionlint.toml:15"
    );
    assert_eq!(level(&["--mission", "sen"], "late-entry"), "");
    assert_eq!(
        level(&["--mission", "mli"], "days"),
        "days = 60 # [[overrides]] 2, missionlint.toml:16"
    );
    assert_eq!(level(&["--mission", "sen"], "days"), "days = 30 # default");
    let both = [&archived[..], &["--mission", "mli"]].concat();
    assert_eq!(
        level(&both, "late-entry"),
        "late-entry = \"off\" # [[overrides]] 2, missionlint.toml:15",
        "the later override wins"
    );
    assert_eq!(
        level(&both, "duplicate-id"),
        "duplicate-id = \"off\" # [[overrides]] 1, missionlint.toml:11"
    );
    let of_both = settings(&folder, &both);
    assert_eq!(lines(&of_both, "[[overrides]]"), [""; 0]);
    assert_eq!(lines(&of_both, "[[platform_names]]"), [""; 0]);
    let accepted = |arguments: &[&str]| data(&folder, arguments)["allow"].clone();
    assert_eq!(accepted(&["--mission", "ner"]), json!([]));
    assert_eq!(accepted(&["--path", "missions/ner/a.json"]), json!([]));
    assert_eq!(
        values(accepted(&both)),
        json!([{
            "rule": "late-entry", "record": "meeting/M-1", "path": "missions/mli/**", "mission": "mli",
            "reason": "the register was lost", "expires": "2025-06-30"
        }])
    );
    let of_mission = data(&folder, &["--mission", "ner"]);
    assert_eq!(
        values(of_mission["overrides"].clone()),
        json!([{"paths": ["missions/*/archive/**"], "severity": {"duplicate-id": "off"}}]),
        "what a later override decides for the mission is no matter of paths any more"
    );
    assert_eq!(of_mission["platform_names"][0]["name"], "Équipe \"A\" \\ B");
}

#[test]
fn what_is_printed_is_a_configuration_with_the_same_settings() {
    let views: [&[&str]; 5] = [
        &[],
        &["--all"],
        &["--mission", "ner"],
        &["--path", "missions/mli/archive/x.json"],
        &["--mission", "mli", "--path", "missions/mli/a.json", "--all"],
    ];
    for view in views {
        let folder = folder();
        let before = values(data(&folder, view));
        let printed = settings(&folder, view);
        folder.write("missionlint.toml", &printed);
        assert_eq!(values(data(&folder, view)), before, "{printed}");
        let again: Vec<&str> = if view.contains(&"--all") {
            vec!["--all"]
        } else {
            vec![]
        };
        assert_eq!(values(data(&folder, &again)), before, "{printed}");
    }
}

#[test]
fn without_a_configuration_everything_is_as_it_comes() {
    let folder = Folder::new();
    let out = settings(&folder, &["--all"]);
    assert!(out.starts_with("[severity]\n"), "{out}");
    let set = out.lines().filter(|line| line.contains(" = "));
    assert!(set.clone().count() > 100);
    assert!(set.clone().all(|line| line.ends_with(" # default")));
    let rules = missionlint::rules::catalogue();
    for rule in &rules {
        let line = format!("{} = \"{}\" # default", rule.id, rule.severity);
        assert_eq!(lines(&out, &format!("{} = ", rule.id)), [line]);
    }
    assert_eq!(data(&folder, &[])["config"], Value::Null);
}

#[test]
fn the_configuration_is_that_of_a_check_of_the_same_paths() {
    let folder = folder().with(
        "other/missionlint.toml",
        "severity.late-entry = \"advice\"\n",
    );
    let config = |arguments: &[&str]| data(&folder, arguments)["config"].clone();
    assert_eq!(config(&[]), "missionlint.toml");
    assert_eq!(config(&["other"]), "other/missionlint.toml");
    assert_eq!(
        config(&["--path", "other/x.json"]),
        "other/missionlint.toml"
    );
    assert_eq!(
        config(&["--config", "other/missionlint.toml"]),
        "other/missionlint.toml"
    );
    let run = folder.run(&["config", "other", "missions"]);
    assert_eq!(run.code, Some(2));
    folder.write("missionlint.toml", "severity.x = 1\n");
    let run = folder.run(&["config"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert!(run.err.contains("there is no rule \"x\""), "{}", run.err);
}

#[test]
fn what_a_terminal_would_obey_is_escaped() {
    let folder = Folder::new().with(
        "missionlint.toml",
        "exclude = [\"a\\u001b]2Jb\\u202e\\u007f\\u0009\"]\n",
    );
    let out = settings(&folder, &[]);
    assert_eq!(
        lines(&out, "exclude"),
        ["exclude = [\"a\\U0000001B]2Jb\\U0000202E\\U0000007F\\t\"] # missionlint.toml:1"]
    );
    folder.write("again/missionlint.toml", &out);
    let read =
        |folder: &Folder, path: &str| values(data(folder, &["--config", path]))["settings"].clone();
    assert_eq!(
        read(&folder, "again/missionlint.toml"),
        read(&folder, "missionlint.toml")
    );
}

#[test]
fn a_path_that_does_not_exist_is_told() {
    let run = folder().run(&["config", "nowhere/x.json"]);
    assert_eq!(run.code, Some(2));
    assert!(run.out.is_empty(), "{}", run.out);
    assert!(
        run.err.contains("nowhere/x.json: there is no such"),
        "{}",
        run.err
    );
}
