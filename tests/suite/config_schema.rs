//! The JSON Schema of `missionlint.toml` says what the reader does.

use missionlint::{config, rules};
use serde_json::{Value, json};

use crate::tool::{Folder, blessing, first_difference, project};

const COMMITTED: &str = "schemas/config.schema.json";

fn generated() -> String {
    format!("{:#}\n", config::schema(&rules::catalogue()))
}

/// A configuration as data; days become texts.
fn data(text: &str) -> Value {
    fn plain(value: toml::Value) -> Value {
        match value {
            toml::Value::String(text) => json!(text),
            toml::Value::Integer(number) => json!(number),
            toml::Value::Float(number) => json!(number),
            toml::Value::Boolean(flag) => json!(flag),
            toml::Value::Datetime(day) => json!(day.to_string()),
            toml::Value::Array(list) => list.into_iter().map(plain).collect(),
            toml::Value::Table(table) => table
                .into_iter()
                .map(|(key, value)| (key, plain(value)))
                .collect(),
        }
    }
    plain(toml::Value::Table(text.parse().unwrap()))
}

/// For each configuration whether the schema refuses it.
fn refused(configs: &[String]) -> Vec<bool> {
    let lines: Vec<String> = configs.iter().map(|text| data(text).to_string()).collect();
    let folder = Folder::new()
        .with("s.json", generated())
        .with("c.ndjson", lines.join("\n"));
    let report = folder.report(&["--schema", "s.json", "c.ndjson"]);
    assert_eq!(report["faults"], json!([]));
    let findings = report["findings"].as_array().unwrap();
    let lines: Vec<u64> = findings
        .iter()
        .map(|finding| {
            assert_eq!(finding["location"]["path"], "c.ndjson", "{finding:#}");
            finding["location"]["start"]["line"].as_u64().unwrap()
        })
        .collect();
    (1..=configs.len() as u64)
        .map(|line| lines.contains(&line))
        .collect()
}

#[test]
fn the_committed_schema_is_what_the_program_prints() {
    let generated = generated();
    assert_eq!(Folder::new().run(&["schema", "config"]).out, generated);
    if blessing() {
        std::fs::write(project(COMMITTED), &generated).unwrap();
        return;
    }
    let committed = std::fs::read_to_string(project(COMMITTED)).unwrap_or_default();
    if let Some((line, difference)) = first_difference(&committed, &generated) {
        panic!("{COMMITTED}:{line} (BLESS=1 stores what is found): {difference:?}");
    }
}

#[test]
fn configurations_of_all_fixtures_satisfy_it() {
    let mut configs = Vec::new();
    let mut folders = vec![project("fixtures")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.ends_with("missionlint.toml") {
                configs.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(configs.len() > 100);
    configs.sort();
    configs.dedup();
    for (config, refused) in configs.iter().zip(refused(&configs)) {
        assert!(!refused, "{config}");
        assert!(config::parse(config, &rules::catalogue()).is_ok());
    }
}

/// Configurations that are good.
const GOOD: &[&str] = &[
    "",
    "as_of = 2025-03-31\npaths = [\"a\"]\nexclude = [\"**/b\"]",
    "severity.duplicate-id = \"off\"\n[parameters.smt]\nacting_com_satisfies = false\nshort_notice_days = 30",
    "[[overrides]]\nmissions = [\"mli\"]\nparameters.late-entry.days = 60\nseverity.late-entry = \"error\"",
    "[[overrides]]\nmissions = [\"mli\"]\npaths = [\"a/**\"]\nseverity.late-entry = \"error\"",
    "[[platform_names]]\nname = \"Équipe, pays\"\ntype = \"hct\"\nmissions = [\"mli\"]\nalias = true",
    "[messages]\nfr = \"wording.fr.ftl\"\nen = \"x\"",
    "[[kinds]]\nname = \"field-visit2\"\nschema = \"x.json\"\ntitle = \"X\"",
];

/// Configurations that reader and schema refuse.
const BAD: &[&str] = &[
    "as_off = \"2025-03-31\"",
    "as_of = 20250331",
    "as_of = \"31.3.2025\"",
    "paths = \"a\"",
    "exclude = [1]",
    "severity = \"off\"",
    "severity.duplicate-ids = \"off\"",
    "severity.duplicate-id = \"fatal\"",
    "parameters = 1",
    "parameters.smt = 1",
    "parameters.smtt.x = 1",
    "parameters.smt.x = 1",
    "parameters.smt.short_notice_days = 31",
    "parameters.smt.short_notice_days = -1",
    "parameters.smt.short_notice_days = \"1\"",
    "parameters.smt.short_notice_days = 1.5",
    "parameters.smt.acting_com_satisfies = 1",
    "overrides = 1",
    "overrides = [1]",
    "[[overrides]]",
    "[[overrides]]\nmissions = [\"mli\"]",
    "[[overrides]]\nseverity.late-entry = \"off\"",
    "[[overrides]]\nmissions = []\nseverity.late-entry = \"off\"",
    "[[overrides]]\nmissions = [\"MLI\"]\nseverity.late-entry = \"off\"",
    "[[overrides]]\nmissions = [\"m\"]\nseverity.late-entry = \"off\"",
    "[[overrides]]\npaths = []\nseverity.late-entry = \"off\"",
    "[[overrides]]\npaths = [\"a\"]\nseverity.late-entry = \"of\"",
    "[[overrides]]\npaths = [\"a\"]\nparameters.late-entry.days = 60",
    "[[overrides]]\npaths = [\"a\"]\nmissions = [\"mli\"]\nparameters.late-entry.days = 60",
    "[[overrides]]\nmission = [\"mli\"]\nseverity.late-entry = \"off\"",
    "[[platform_names]]\nname = \"X\"",
    "[[platform_names]]\ntype = \"hct\"",
    "[[platform_names]]\nname = \"X\"\ntype = \"HCT\"",
    "[[platform_names]]\nname = \"X\"\ntype = \"other\"",
    "[[platform_names]]\nname = \"\"\ntype = \"hct\"",
    "[[platform_names]]\nname = \" X\"\ntype = \"hct\"",
    "[[platform_names]]\nname = \"X\\tY\"\ntype = \"hct\"",
    "[[platform_names]]\nname = \"X\"\ntype = \"hct\"\nalias = \"yes\"",
    "[[platform_names]]\nname = \"X\"\ntype = \"hct\"\nmissions = []",
    "messages = [\"fr\"]",
    "messages.french = \"x.ftl\"",
    "messages.fr = \"\"",
    "messages.fr = 1",
    "[[kinds]]\nname = \"x\"",
    "[[kinds]]\nname = \"X\"\nschema = \"x\"",
    "[[kinds]]\nname = \"x--y\"\nschema = \"x\"",
    "[[kinds]]\nname = \"config\"\nschema = \"x\"",
    "[[kinds]]\nname = \"meeting\"\nschema = \"x\"",
    "[[kinds]]\nname = \"x\"\nschema = \"\"",
    "[[kinds]]\nname = \"x\"\nschema = \"x\"\ntitel = \"X\"",
];

/// Mistakes that no schema can tell.
const BEYOND: &[&str] = &[
    // No glob.
    "exclude = [\"a[\"]",
    // Names that mean something already, or twice.
    "[[platform_names]]\nname = \"ICWG\"\ntype = \"hct\"",
    "[[platform_names]]\nname = \"X\"\ntype = \"hct\"\n[[platform_names]]\nname = \"X\"\ntype = \"iccg\"",
    "[[kinds]]\nname = \"x\"\nschema = \"x\"\n[[kinds]]\nname = \"x\"\nschema = \"y\"",
];

#[test]
fn reader_and_schema_agree() {
    let is_bad = |text: &str| config::parse(text, &rules::catalogue()).is_err();
    let owned = |list: &[&str]| {
        list.iter()
            .map(|text| (*text).to_owned())
            .collect::<Vec<_>>()
    };
    for (list, by_reader, by_schema) in [
        (GOOD, false, false),
        (BAD, true, true),
        (BEYOND, true, false),
    ] {
        for (text, refused) in list.iter().zip(refused(&owned(list))) {
            assert_eq!(is_bad(text), by_reader, "reader:\n{text}");
            assert_eq!(refused, by_schema, "schema:\n{text}");
        }
    }
}

#[test]
fn every_rule_and_parameter_has_its_description() {
    let schema = config::schema(&rules::catalogue());
    let definitions = &schema["definitions"];
    for rule in rules::catalogue() {
        let about = &definitions["severity"]["properties"][rule.id];
        assert_eq!(about["description"], rule.summary);
        assert_eq!(about["default"], rule.severity.code());
        for param in rule.params {
            let table = &definitions["parameters"]["properties"][param.table];
            assert_eq!(table["properties"][param.key]["description"], param.doc);
        }
    }
}
