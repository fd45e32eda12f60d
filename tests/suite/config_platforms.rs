//! `[[platform_names]]`: what types of platforms are called in some missions.

use serde_json::Value;

use crate::config::assert_mistake;
use crate::tool::{Folder, project};

/// Two missions whose security team met without the chief of mission; what it is called stands in its types.
fn teams(mli: &str, ner: &str) -> Folder {
    let case = project("fixtures/rules/smt-com-absent/invalid/com-absent");
    let folder = Folder::new()
        .with_copy(&case, "mli")
        .with_copy(&case, "ner");
    for (mission, name) in [("mli", mli), ("ner", ner)] {
        for file in ["meetings", "mission", "people", "platforms"] {
            let path = format!("{mission}/{file}.json");
            let text = folder.read(&path);
            let text = text
                .replace("mli", mission)
                .replace("MLI", if mission == "ner" { "NER" } else { "MLI" });
            folder.write(&path, text);
        }
        folder.edit(
            &format!("{mission}/platforms.json"),
            "[\"smt\"]",
            &format!("[{name}]"),
        );
        std::fs::remove_file(folder.path().join(format!("{mission}/missionlint.toml"))).unwrap();
    }
    folder
}

/// Mission, rule and pointer of the findings that types of platforms matter to, and of what they block.
fn told(folder: &Folder, config: &str) -> Vec<String> {
    folder.write(
        "missionlint.toml",
        format!("as_of = \"2025-03-31\"\n{config}"),
    );
    let report = folder.report(&["mli", "ner"]);
    assert_eq!(report["faults"].as_array().unwrap().len(), 0);
    let rules = [
        "smt-com-absent",
        "noncanonical-platform-name",
        "value-not-allowed",
    ];
    let text = |entry: &Value, key: &str| entry[key].as_str().unwrap().to_owned();
    let of = |list: &str, word: &str| {
        let entries = report[list].as_array().unwrap().clone().into_iter();
        let entries = entries.filter(|entry| rules.contains(&entry["rule"].as_str().unwrap()));
        entries
            .map(|entry| format!("{}{word} {}", text(&entry, "mission"), text(&entry, "rule")))
            .collect::<Vec<_>>()
    };
    let mut told = of("findings", "");
    told.extend(of("not_checked", " blocked"));
    told
}

const ADAPTED: &str =
    "[[platform_names]]\nname = \"Équipe de sécurité\"\ntype = \"smt\"\nmissions = [\"mli\"]\n";

#[test]
fn an_adapted_name_is_read_as_its_type_without_a_finding() {
    let canonical = teams("\"smt\"", "\"smt\"");
    let as_smt = ["mli smt-com-absent", "ner smt-com-absent"];
    assert_eq!(told(&canonical, ""), as_smt);
    let folder = teams("\"Équipe de sécurité\"", "\"smt\"");
    assert_eq!(told(&folder, ADAPTED), as_smt);
    let everywhere = "[[platform_names]]\nname = \"Équipe de sécurité\"\ntype = \"smt\"\n";
    assert_eq!(told(&folder, everywhere), as_smt);
    // As JSON may write it.
    let escaped = teams(r#""\u00c9quipe de s\u00e9curit\u00e9""#, "\"smt\"");
    assert_eq!(told(&escaped, ADAPTED), as_smt);
}

#[test]
fn a_name_means_nothing_where_the_configuration_does_not_give_it() {
    let folder = teams("\"Équipe de sécurité\"", "\"Équipe de sécurité\"");
    let unknown = [
        "mli value-not-allowed",
        "ner value-not-allowed",
        "mli blocked noncanonical-platform-name",
        "mli blocked smt-com-absent",
        "ner blocked noncanonical-platform-name",
        "ner blocked smt-com-absent",
    ];
    assert_eq!(told(&folder, ""), unknown);
    assert_eq!(
        told(&folder, ADAPTED),
        [
            "mli smt-com-absent",
            "ner value-not-allowed",
            "ner blocked noncanonical-platform-name",
            "ner blocked smt-com-absent",
        ]
    );
    let of_others = "[[platform_names]]\nname = \"équipe de sécurité\"\ntype = \"smt\"\n";
    assert_eq!(
        told(&folder, of_others),
        unknown,
        "types are compared exactly"
    );
}

#[test]
fn a_name_of_another_type_is_none_of_this_one() {
    let folder = teams("\"Équipe de sécurité\"", "\"smt\"");
    let as_hct = ADAPTED.replace("\"smt\"", "\"hct\"");
    assert_eq!(told(&folder, &as_hct), ["ner smt-com-absent"]);
}

#[test]
fn an_alias_is_understood_and_reported_with_its_type() {
    let folder = teams("\"Équipe de sécurité\"", "\"smt\"");
    let alias = format!("{ADAPTED}alias = true\n");
    assert_eq!(
        told(&folder, &alias),
        [
            "mli smt-com-absent",
            "mli noncanonical-platform-name",
            "ner smt-com-absent"
        ]
    );
    let report = folder.report(&["mli"]);
    let findings = report["findings"].as_array().unwrap();
    let named = findings
        .iter()
        .find(|finding| finding["rule"] == "noncanonical-platform-name")
        .unwrap();
    assert_eq!(named["location"]["pointer"], "/0/types/0");
    assert_eq!(named["fix"]["safety"], "safe");
    assert_eq!(named["fix"]["edits"][0]["text"], "\"smt\"");
    let evidence: Vec<_> = named["evidence"].as_array().unwrap().iter().collect();
    let value = |key: &str| &evidence.iter().find(|fact| fact["key"] == key).unwrap()["value"];
    assert_eq!(value("written"), "Équipe de sécurité");
    assert_eq!(value("type"), "smt");
}

#[test]
fn a_known_alias_may_be_the_adapted_name_of_its_own_type() {
    let folder = teams("\"SMT\"", "\"SMT\"");
    let alias = [
        "mli smt-com-absent",
        "mli noncanonical-platform-name",
        "ner smt-com-absent",
        "ner noncanonical-platform-name",
    ];
    assert_eq!(told(&folder, ""), alias);
    let adapted = "[[platform_names]]\nname = \"SMT\"\ntype = \"smt\"\nmissions = [\"ner\"]\n";
    assert_eq!(told(&folder, adapted), &alias[..3]);
}

#[test]
fn a_platform_recorded_as_other_is_recognised_by_its_adapted_name() {
    let folder = teams("\"other\"", "\"smt\"");
    folder.edit(
        "mli/platforms.json",
        "\"level\": \"national\"",
        "\"level\": \"national\", \"note\": \"x\", \"local_names\": {\"fr\": \"équipe de Sécurité\"}",
    );
    assert_eq!(told(&folder, ""), ["ner smt-com-absent"]);
    assert_eq!(
        told(&folder, ADAPTED),
        ["mli noncanonical-platform-name", "ner smt-com-absent"]
    );
}

#[test]
fn a_record_that_does_not_say_its_mission_knows_names_of_all_missions_alone() {
    let folder = teams("\"Équipe de sécurité\"", "\"smt\"");
    folder.edit("mli/platforms.json", "\"mission\": \"mli\",", "");
    let rules = |config: &str| {
        let told = told_of_all(&folder, config);
        told.into_iter()
            .filter(|rule| rule == "value-not-allowed")
            .count()
    };
    assert_eq!(rules(ADAPTED), 1);
    assert_eq!(rules(&ADAPTED.replace("missions = [\"mli\"]\n", "")), 0);
}

fn told_of_all(folder: &Folder, config: &str) -> Vec<String> {
    folder.write(
        "missionlint.toml",
        format!("as_of = \"2025-03-31\"\n{config}"),
    );
    let report = folder.report(&["mli"]);
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|finding| finding["rule"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn mistakes_in_names_are_marked() {
    let entry = |text: &str| format!("[[platform_names]]\n{text}\n");
    assert_mistake(
        "platform_names = \"x\"",
        "1:18",
        &["[[platform_names]] with name and type"],
    );
    assert_mistake(
        &entry("name = \"EHCT\""),
        "1:1",
        &["a table with name and type"],
    );
    assert_mistake(
        &entry("name = \"EHCT\"\ntype = \"htc\""),
        "3:8",
        &[
            "\"htc\" is not a value for \"type\"",
            "did you mean \"hct\"?",
        ],
    );
    assert_mistake(
        &entry("name = \"X\"\ntype = \"other\""),
        "3:8",
        &["write one of: hct, iccg"],
    );
    assert_mistake(
        &entry("name = \"X\"\ntyp = \"hct\""),
        "3:1",
        &["did you mean \"type\"?"],
    );
    for name in ["\"\"", "\" EHCT\"", "\"a\\tb\"", "7"] {
        assert_mistake(
            &entry(&format!("name = {name}\ntype = \"hct\"")),
            "2:8",
            &["a name of at most 100 characters"],
        );
    }
    // Names that mean something already.
    for (name, kind, means) in [
        ("ICWG", "hct", "iccg"),
        ("icwg ", "hct", ""),
        ("Icwg", "hct", "iccg"),
        ("iccg", "hct", "iccg"),
        ("HCT", "iccg", "hct"),
        ("hct", "hct", "hct"),
        ("other", "hct", "other"),
    ] {
        let hint = format!("a name that does not stand for {means} already");
        let hint = if means.is_empty() {
            "without space around it"
        } else {
            &hint
        };
        assert_mistake(
            &entry(&format!("name = \"{name}\"\ntype = \"{kind}\"")),
            "2:8",
            &[hint],
        );
    }
    assert_mistake(
        &entry("name = \"ICWG\"\ntype = \"iccg\"\nalias = true"),
        "2:8",
        &["a name that does not stand for iccg already"],
    );
    assert_mistake(
        &entry("name = \"EHCT\"\ntype = \"hct\"\nalias = 1"),
        "4:9",
        &["write one of: true, false"],
    );
    let twice = format!(
        "{}{}",
        entry("name = \"EHCT\"\ntype = \"hct\"\nmissions = [\"mli\", \"ner\"]"),
        entry("name = \"ehct\"\ntype = \"iccg\"\nmissions = [\"ner\"]")
    );
    assert_mistake(
        &twice,
        "6:8",
        &["another name: this one stands for hct in another entry"],
    );
}
