//! `[[overrides]]`: settings of some missions, or of the records in some files.

use serde_json::Value;

use crate::tool::{Folder, project};

const AS_OF: &str = "as_of = \"2025-03-31\"\n";

/// Two missions, each with a meeting that was recorded 31 days later: advice where 30 days are allowed.
fn two_missions() -> Folder {
    let case = project("fixtures/rules/late-entry/invalid/thirty-one-days");
    let folder = Folder::new()
        .with_copy(&case, "missions/mli")
        .with_copy(&case, "missions/ner");
    for name in ["meetings", "mission", "people", "platforms"] {
        let path = format!("missions/ner/{name}.json");
        let text = folder.read(&path);
        folder.write(&path, text.replace("mli", "ner").replace("MLI", "NER"));
    }
    for mission in ["mli", "ner"] {
        let settings = folder
            .path()
            .join(format!("missions/{mission}/missionlint.toml"));
        std::fs::remove_file(settings).unwrap();
    }
    folder
}

/// Mission, severity and path of every finding of a rule.
fn found(report: &Value, rule: &str) -> Vec<(String, String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .filter(|finding| finding["rule"] == rule)
        .map(|finding| {
            let path = &finding["location"]["path"];
            (
                text(&finding["mission"]),
                text(&finding["severity"]),
                text(path),
            )
        })
        .collect()
}

/// Missions and severities of `late-entry` under a configuration.
fn late(folder: &Folder, config: &str) -> Vec<(String, String)> {
    folder.write("missionlint.toml", format!("{AS_OF}{config}"));
    let found = found(&folder.report(&["missions"]), "late-entry");
    found
        .into_iter()
        .map(|(mission, severity, _)| (mission, severity))
        .collect()
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
    list.iter().map(pair).collect()
}

#[test]
fn parameters_differ_by_mission_in_one_run() {
    let folder = two_missions();
    let both = pairs(&[("mli", "advice"), ("ner", "advice")]);
    assert_eq!(late(&folder, ""), both);
    let ner = "[[overrides]]\nmissions = [\"ner\"]\nparameters.late-entry.days = 31\n";
    assert_eq!(late(&folder, ner), pairs(&[("mli", "advice")]));
    let all_but_mli = "[parameters.late-entry]\ndays = 60\n\n[[overrides]]\nmissions = [\"sen\", \"mli\"]\n\
                       [overrides.parameters.late-entry]\ndays = 30\n";
    assert_eq!(late(&folder, all_but_mli), pairs(&[("mli", "advice")]));
    let later = format!(
        "{all_but_mli}\n[[overrides]]\nmissions = [\"mli\"]\nparameters.late-entry.days = 31\n"
    );
    assert_eq!(late(&folder, &later), []);
    // A mission that occurs nowhere is none of anybody's business.
    let nowhere = "[[overrides]]\nmissions = [\"tcd\"]\nparameters.late-entry.days = 31\n";
    assert_eq!(late(&folder, nowhere), both);
}

#[test]
fn the_limit_that_a_finding_names_is_that_of_its_mission() {
    let folder = two_missions().with(
        "missionlint.toml",
        format!("{AS_OF}[[overrides]]\nmissions = [\"ner\"]\nparameters.late-entry.days = 7\n"),
    );
    let report = folder.report(&["missions"]);
    let findings = report["findings"].as_array().unwrap().iter();
    let limits: Vec<(&Value, &Value)> = findings
        .filter(|finding| finding["rule"] == "late-entry")
        .map(|finding| {
            let evidence = finding["evidence"].as_array().unwrap();
            let limit = evidence.iter().find(|fact| fact["key"] == "limit").unwrap();
            (&finding["mission"], &limit["value"])
        })
        .collect();
    assert_eq!(
        limits,
        [(&"mli".into(), &30.into()), (&"ner".into(), &7.into())]
    );
}

#[test]
fn severities_differ_by_mission_and_path_and_the_last_word_counts() {
    let folder = two_missions();
    let by_mission = "[[overrides]]\nmissions = [\"mli\"]\nseverity.late-entry = \"error\"\n";
    assert_eq!(
        late(&folder, by_mission),
        pairs(&[("mli", "error"), ("ner", "advice")])
    );
    let by_path = "[[overrides]]\npaths = [\"missions/*/meetings.json\"]\nseverity.late-entry = \"warning\"\n";
    assert_eq!(
        late(&folder, by_path),
        pairs(&[("mli", "warning"), ("ner", "warning")])
    );
    assert_eq!(
        late(&folder, &format!("{by_mission}{by_path}")),
        pairs(&[("mli", "warning"), ("ner", "warning")])
    );
    assert_eq!(
        late(&folder, &format!("{by_path}{by_mission}")),
        pairs(&[("mli", "error"), ("ner", "warning")])
    );
    let by_both = "[[overrides]]\nmissions = [\"ner\"]\npaths = [\"missions\"]\nseverity.late-entry = \"error\"\n";
    assert_eq!(
        late(&folder, by_both),
        pairs(&[("mli", "advice"), ("ner", "error")])
    );
    let elsewhere = "[[overrides]]\nmissions = [\"ner\"]\npaths = [\"missions/mli\"]\nseverity.late-entry = \"error\"\n";
    assert_eq!(
        late(&folder, elsewhere),
        pairs(&[("mli", "advice"), ("ner", "advice")])
    );
}

#[test]
fn a_rule_is_on_or_off_by_mission_and_path() {
    let folder = two_missions();
    let off = "[[overrides]]\nmissions = [\"mli\"]\nseverity.late-entry = \"off\"\n";
    assert_eq!(late(&folder, off), pairs(&[("ner", "advice")]));
    let on = "severity.late-entry = \"off\"\n[[overrides]]\nmissions = [\"mli\"]\nseverity.late-entry = \"error\"\n";
    assert_eq!(late(&folder, on), pairs(&[("mli", "error")]));
    let report = folder.report(&["missions"]);
    let rules = report["rules"].as_array().unwrap();
    let count = rules
        .iter()
        .find(|rule| rule["rule"] == "late-entry")
        .unwrap();
    assert_eq!(
        (&count["applicable"], &count["findings"]),
        (&1.into(), &1.into())
    );
    let by_path = "[[overrides]]\npaths = [\"missions/ner\"]\nseverity.late-entry = \"off\"\n";
    assert_eq!(late(&folder, by_path), pairs(&[("mli", "advice")]));
    let on_by_path = "severity.late-entry = \"off\"\n[[overrides]]\npaths = [\"missions/ner/**\"]\nseverity.late-entry = \"error\"\n";
    assert_eq!(late(&folder, on_by_path), pairs(&[("ner", "error")]));
}

#[test]
fn what_loading_finds_weighs_what_its_mission_and_file_say() {
    let folder = two_missions();
    for mission in ["mli", "ner"] {
        folder.edit(
            &format!("missions/{mission}/mission.json"),
            "\"name\":",
            "\"nmae\": 1, \"name\":",
        );
    }
    let severities = |config: &str| {
        folder.write("missionlint.toml", format!("{AS_OF}{config}"));
        let found = found(&folder.report(&["missions"]), "unknown-key");
        let of =
            |(mission, severity, _): &(String, String, String)| (mission.clone(), severity.clone());
        found.iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(severities(""), pairs(&[("mli", "error"), ("ner", "error")]));
    assert_eq!(
        severities("[[overrides]]\nmissions = [\"mli\"]\nseverity.unknown-key = \"advice\"\n"),
        pairs(&[("mli", "advice"), ("ner", "error")])
    );
    assert_eq!(
        severities("[[overrides]]\npaths = [\"**/ner/*.json\"]\nseverity.unknown-key = \"off\"\n"),
        pairs(&[("mli", "error")])
    );
}

#[test]
fn a_finding_that_is_dropped_replaces_no_other() {
    let mission = Folder::new().with_copy(&project("fixtures/missions/mli"), "mli");
    let settings = mission.read("mli/missionlint.toml");
    let rules = |more: &str| {
        mission.write("mli/missionlint.toml", format!("{settings}{more}"));
        let report = mission.report(&["mli"]);
        let findings = report["findings"].as_array().unwrap().iter();
        findings
            .filter(|finding| finding["severity"] == "warning")
            .map(|finding| finding["rule"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(rules(""), ["subnational-presence-unrepresented"]);
    let off = "[[overrides]]\npaths = [\"platforms\"]\nseverity.subnational-presence-unrepresented = \"off\"\n";
    assert_eq!(rules(off), ["active-platform-unrepresented"]);
}

/// Reasons for which `late-entry` could not judge, with their severity.
fn blocked(folder: &Folder, config: &str) -> Vec<(String, String)> {
    folder.write("missionlint.toml", format!("{AS_OF}{config}"));
    let report = folder.report(&["missions"]);
    let entries = report["not_checked"].as_array().unwrap().iter();
    entries
        .filter(|entry| entry["rule"] == "late-entry")
        .map(|entry| {
            let text = |key: &str| entry[key].as_str().unwrap().to_owned();
            (text("mission"), text("severity"))
        })
        .collect()
}

#[test]
fn what_lies_where_a_rule_is_off_may_be_needed_elsewhere() {
    let folder = two_missions();
    folder.edit(
        "missions/mli/meetings.json",
        "\"2025-02-01\"",
        "\"2025-02-31\"",
    );
    assert_eq!(blocked(&folder, ""), pairs(&[("mli", "advice")]));
    let by_file =
        "[[overrides]]\npaths = [\"missions/mli/meetings.json\"]\nseverity.late-entry = \"off\"\n";
    assert_eq!(blocked(&folder, by_file), pairs(&[("mli", "advice")]));
    let raised = format!(
        "{by_file}[[overrides]]\npaths = [\"missions/mli/people.json\"]\nseverity.late-entry = \"error\"\n"
    );
    assert_eq!(blocked(&folder, &raised), pairs(&[("mli", "error")]));
    // Off in all files of the mission, or in the mission: nothing is wanted, so nothing is missing.
    for scope in ["paths = [\"missions/mli\"]", "missions = [\"mli\"]"] {
        let off = format!("[[overrides]]\n{scope}\nseverity.late-entry = \"off\"\n");
        assert_eq!(blocked(&folder, &off), [], "{scope}");
    }
    let lowered = "severity.late-entry = \"error\"\n[[overrides]]\npaths = [\"missions/mli/meetings.json\"]\nseverity.late-entry = \"advice\"\n";
    assert_eq!(blocked(&folder, lowered), pairs(&[("mli", "error")]));
}

#[test]
fn paths_are_relative_to_the_configuration_wherever_the_run_starts() {
    let folder = two_missions().with(
        "missionlint.toml",
        format!(
            "{AS_OF}[[overrides]]\npaths = [\"./missions/ner\"]\nseverity.late-entry = \"off\"\n"
        ),
    );
    let absolute = folder
        .path()
        .join("missions")
        .to_string_lossy()
        .into_owned();
    for (from, path) in [
        ("", "missions"),
        ("missions", "."),
        ("missions/mli", "../../missions"),
        ("missions/mli", absolute.as_str()),
    ] {
        let run = crate::tool::finish(
            crate::tool::command(&folder.path().join(from))
                .args(["check", "--format", "json", path]),
        );
        let report: Value =
            serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
        let late = found(&report, "late-entry");
        assert_eq!(late.len(), 1, "{from:?} {path:?} {late:?}");
        assert_eq!(late[0].0, "mli");
    }
}

#[test]
fn with_a_schema_of_ones_own_paths_count_and_missions_do_not() {
    let folder = Folder::new()
        .with(
            "s.json",
            "{\"properties\": {\"a\": {\"type\": \"string\"}}}",
        )
        .with(
            "old/x.json",
            "{\"kind\": \"person\", \"mission\": \"mli\", \"a\": 1}",
        )
        .with(
            "new/x.json",
            "{\"kind\": \"person\", \"mission\": \"mli\", \"a\": 1}",
        )
        .with(
            "missionlint.toml",
            "[[overrides]]\nmissions = [\"mli\"]\nseverity.wrong-type = \"off\"\n\
             [[overrides]]\npaths = [\"old\"]\nseverity.wrong-type = \"advice\"\n",
        );
    let report = folder.report(&["--schema", "s.json", "old", "new"]);
    let findings = report["findings"].as_array().unwrap().iter();
    let found: Vec<_> = findings
        .map(|finding| {
            (
                finding["location"]["path"].as_str().unwrap(),
                finding["severity"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(found, [("new/x.json", "error"), ("old/x.json", "advice")]);
}
