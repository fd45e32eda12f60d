//! `missionlint init`: a repository that is started with it is clean, and one that exists loses nothing.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::mission::files_below;
use crate::tool::{Folder, Run, project};

/// Everything in a folder, by path.
fn contents(folder: &Folder) -> BTreeMap<String, Vec<u8>> {
    let files = files_below(folder.path()).into_iter();
    files
        .map(|(path, file)| (path, std::fs::read(file).unwrap()))
        .collect()
}

fn assert_done(run: &Run) {
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
}

#[test]
fn a_new_repository_is_clean() {
    let folder = Folder::new();
    let run = folder.run(&["init"]);
    assert_done(&run);
    assert!(run.out.contains("Next: missionlint check\n"), "{}", run.out);
    let check = folder.run(&["check", "--fail-on", "advice"]);
    assert_eq!(check.code, Some(0), "{}", check.out);
    assert!(
        check.out.starts_with("ready: nothing found · 1 mission, "),
        "{}",
        check.out
    );
    let report = folder.report(&[]);
    assert_eq!(report["not_checked"], Value::Array(Vec::new()));
    let files = contents(&folder);
    let records = files
        .keys()
        .filter(|path| path.starts_with("missions/mli/"));
    let checked = report["run"]["inputs"]["files"].as_u64().unwrap();
    assert_eq!(
        records.count() as u64,
        checked,
        "no schema is read as a record"
    );
}

#[test]
fn nothing_is_written_twice_or_over_anything() {
    let folder = Folder::new();
    assert_done(&folder.run(&["init"]));
    let before = contents(&folder);
    let again = folder.run(&["init"]);
    assert_done(&again);
    assert!(
        again.out.starts_with("There already, the same:\n"),
        "{}",
        again.out
    );
    assert_eq!(contents(&folder), before);

    let existing = Folder::new()
        .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
        .with(".vscode/settings.json", "{}")
        .with("missions/mli/people.json", "[]");
    let run = existing.run(&["init"]);
    assert_done(&run);
    assert_eq!(
        existing.read("missionlint.toml"),
        "as_of = \"2025-03-31\"\n"
    );
    assert_eq!(existing.read(".vscode/settings.json"), "{}");
    let records: Vec<String> = contents(&existing)
        .into_keys()
        .filter(|path| path.starts_with("missions/"))
        .collect();
    assert_eq!(
        records,
        ["missions/mli/people.json"],
        "nobody made up among real people"
    );
    for told in [
        "There already, left as they are:\n  missionlint.toml\n  .vscode/settings.json\n",
        "missions/mli is not empty",
        "To be added to .vscode/settings.json:\n\n  {\n    \"json.schemas\"",
    ] {
        assert!(run.out.contains(told), "{told}\n{}", run.out);
    }
}

#[test]
fn a_dry_run_writes_nothing_and_tells_the_same() {
    let folder = Folder::new();
    let dry = folder.run(&["init", "--dry-run", "inner"]);
    assert_done(&dry);
    assert!(folder.names().is_empty());
    let real = folder.run(&["init", "inner"]);
    assert_done(&real);
    let list = |text: &str| -> Vec<String> {
        let lines = text.lines().skip(1);
        lines
            .take_while(|line| line.starts_with("  "))
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(list(&dry.out), list(&real.out));
    assert!(list(&dry.out).len() > 10);
    let told = real.out.lines().find(|line| line.starts_with("Next: "));
    assert_eq!(told, Some("Next: missionlint check inner"));
    assert!(
        real.out.contains("--dir inner/.missionlint/schemas "),
        "{}",
        real.out
    );
    let check = folder.run(&["check", "inner"]);
    assert!(
        check.out.starts_with("ready: nothing found"),
        "{}",
        check.out
    );
}

#[test]
fn missions_and_countries_are_as_named() {
    let folder = Folder::new();
    assert_done(&folder.run(&["init", "--mission", "ssd"]));
    let mission: Value = serde_json::from_str(&folder.read("missions/ssd/mission.json")).unwrap();
    assert_eq!(mission["countries"], serde_json::json!(["SSD"]));
    assert_eq!(mission["id"], "ssd");
    assert_done(&folder.run(&["init", "--mission", "sahel", "--country", "ner"]));
    let mission: Value = serde_json::from_str(&folder.read("missions/sahel/mission.json")).unwrap();
    assert_eq!(mission["countries"], serde_json::json!(["NER"]));
    let check = folder.run(&["check"]);
    assert!(
        check.out.starts_with("ready: nothing found · 2 missions"),
        "{}",
        check.out
    );
    for (arguments, told) in [
        (
            &["--mission", "sahel2"][..],
            "name the country of the mission with --country",
        ),
        (&["--country", "MLX"][..], "ISO 3166-1 alpha-3"),
        (&["--mission", "Mali"][..], "lower-case"),
        (&["--mission", "../x"][..], "lower-case"),
        (&["missionlint.toml"][..], "this is not a directory"),
    ] {
        let before = contents(&folder);
        let run = folder.run(&[&["init"], arguments].concat());
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
        assert!(run.err.contains(told), "{told}: {}", run.err);
        assert_eq!(contents(&folder), before);
    }
}

#[test]
fn each_service_gets_its_file() {
    for (service, path, source) in [
        ("github", ".github/workflows/missionlint.yml", "github.yml"),
        ("gitlab", ".gitlab-ci.yml", "gitlab.yml"),
        ("azure", "azure-pipelines.yml", "azure.yml"),
        ("jenkins", "Jenkinsfile", "Jenkinsfile"),
    ] {
        let folder = Folder::new();
        assert_done(&folder.run(&["init", "--ci", service]));
        let stored = project(".github/ci").join(source);
        let stored = std::fs::read_to_string(stored).unwrap();
        assert_eq!(folder.read(path), stored);
        assert!(stored.contains("missionlint"));
    }
    let none = Folder::new();
    assert_done(&none.run(&["init", "--ci", "none"]));
    let names = [".missionlint", ".vscode", "missionlint.toml", "missions"];
    assert_eq!(none.names(), names);
}

/// What an editor does with the schemas, the tool can do as well: check by them, with nothing but files.
#[test]
fn the_schemas_for_editors_hold_together_and_find_mistakes() {
    let folder = Folder::new();
    assert_done(&folder.run(&["init"]));
    let settings: Value = serde_json::from_str(&folder.read(".vscode/settings.json")).unwrap();
    let mapping = &settings["json.schemas"][0];
    assert_eq!(
        mapping["fileMatch"],
        serde_json::json!(["/missions/**/*.json"])
    );
    let schema = mapping["url"].as_str().unwrap();
    let check = |folder: &Folder| folder.run(&["check", "--schema", schema, "missions"]);
    let right = check(&folder);
    assert_eq!(right.code, Some(0), "{right:?}");
    assert!(right.out.starts_with("valid: nothing found"), "{right:?}");
    // In an envelope, as a record of its own, and in an array.
    for (path, find, replacement, found) in [
        (
            "people.json",
            "chief-of-mission\"",
            "chief\"",
            "value-not-allowed",
        ),
        (
            "mission.json",
            "\"countries\"",
            "\"country\"",
            "missing-property",
        ),
        (
            "contacts.json",
            "\"regional-thematic-specialist\"",
            "5",
            "wrong-type",
        ),
    ] {
        let path = format!("missions/mli/{path}");
        let text = folder.read(&path);
        folder.write(&path, text.replacen(find, replacement, 1));
        let wrong = check(&folder);
        assert_eq!(wrong.code, Some(1), "{path}: {wrong:?}");
        assert!(wrong.out.contains(found), "{path}: {}", wrong.out);
        folder.write(&path, text);
    }
    for (path, text) in contents(&folder) {
        let is_schema = path.starts_with(".missionlint/schemas/");
        let text = String::from_utf8(text).unwrap();
        assert!(
            !is_schema || !text.contains("\"$id\""),
            "{path} would be looked up on the web"
        );
    }
}

/// After an upgrade, the schemas are written anew, and nothing else is.
#[test]
fn schemas_are_renewed_by_the_command_that_init_tells() {
    let folder = Folder::new();
    let run = folder.run(&["init"]);
    let command = "missionlint schema --dir .missionlint/schemas";
    assert!(run.out.contains(command), "{}", run.out);
    let before = contents(&folder);
    folder.write(".missionlint/schemas/document.schema.json", "{}");
    let arguments: Vec<&str> = command.split(' ').skip(1).collect();
    assert_done(&folder.run(&arguments));
    assert_eq!(contents(&folder), before);
}

/// Every setting that is commented out is right as it stands.
#[test]
fn the_settings_that_are_commented_out_are_understood() {
    for language in ["en", "fr", "es"] {
        let folder = Folder::new();
        assert_done(&folder.run(&["init", "--lang", language]));
        let text = folder.read("missionlint.toml");
        let is_setting = |line: &str| line.starts_with('[') || line.contains(" = ");
        let lines = text.lines().map(|line| match line.strip_prefix("# ") {
            Some(setting) if is_setting(setting) => setting,
            _ => line,
        });
        let on: Vec<&str> = lines.collect();
        assert!(on.contains(&"as_of = \"2025-03-31\"") && on.contains(&"[[allow]]"));
        folder.write("missionlint.toml", on.join("\n"));
        let run = folder.run(&["config"]);
        assert_done(&run);
        assert!(run.out.contains("late-entry"), "{}", run.out);
    }
}

/// A link that leads nowhere is something that is there.
#[cfg(unix)]
#[test]
fn links_are_not_written_through() {
    let folder = Folder::new();
    let target = folder.path().join("elsewhere");
    std::os::unix::fs::symlink(&target, folder.path().join("missionlint.toml")).unwrap();
    // Nobody writes to this pipe: who reads it waits without end.
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("Jenkinsfile"))
        .status();
    assert!(made.is_ok_and(|status| status.success()));
    let run = folder.run(&["init", "--ci", "jenkins"]);
    assert_done(&run);
    assert!(!target.exists());
    assert!(
        run.out.contains("left as they are:\n  missionlint.toml"),
        "{}",
        run.out
    );
}

#[test]
fn a_folder_inside_a_repository_is_told_what_belongs_to_the_root() {
    let folder = Folder::new().with(".git/HEAD", "ref: refs/heads/main\n");
    let below = folder.run(&["init", "data"]);
    assert_done(&below);
    let root = folder.path().to_str().unwrap();
    let told = format!("take effect at the root of the repository only: {root}\n");
    assert!(below.out.contains(&told), "{}", below.out);
    let there = folder.run(&["init"]);
    assert!(
        !there.out.contains("root of the repository"),
        "{}",
        there.out
    );
}

/// A record that breaks rules wherever it is checked.
const BAD: &str = r#"{"kind": "person", "id": "P-1", "mission": "mli", "role": "no-such-role"}"#;

/// Records that lie elsewhere are found, told and checked: no made-up mission is called ready in their place.
#[test]
fn records_that_lie_elsewhere_are_checked() {
    for (path, content, top) in [
        ("data/mli/people.json", BAD, "data"),
        ("people.json", BAD, "."),
        ("registers/lines.ndjson", BAD, "registers"),
        ("data/list.json", &*format!("[{BAD}]"), "data"),
        (
            "data/envelope.json",
            &*format!("{{\"records\": [{BAD}]}}"),
            "data",
        ),
        ("data/broken.json", "{\"kind\": \"person\", ", "data"),
    ] {
        let folder = Folder::new()
            .with(path, content)
            .with("other/package.json", "{\"name\": \"x\"}")
            .with(
                "other/some.schema.json",
                "{\"properties\": {\"kind\": {\"type\": \"string\"}}}",
            );
        let run = folder.run(&["init"]);
        assert_done(&run);
        let told =
            format!("Records are here already, in 1 file ({top}). missionlint check checks them");
        assert!(run.out.contains(&told), "{path}: {}", run.out);
        assert!(!folder.path().join("missions").exists(), "{path}");
        let config = folder.read("missionlint.toml");
        assert!(
            config.contains(&format!("paths = [\"{top}\"]\n")),
            "{config}"
        );
        let check = folder.run(&["check"]);
        assert!(check.code != Some(0), "{path}: {}", check.out);
        let report = folder.report(&[]);
        let findings = report["findings"].as_array().unwrap();
        assert!(
            findings
                .iter()
                .any(|found| found["location"]["path"] == path),
            "{path}: {report}"
        );
        // A second time, nothing is different.
        let again = folder.run(&["init"]);
        assert!(
            again.out.starts_with("There already, the same:\n"),
            "{}",
            again.out
        );
    }
}

#[test]
fn what_holds_no_records_does_not_hinder_the_example() {
    let folder = Folder::new()
        .with(
            "package.json",
            "{\"name\": \"x\", \"scripts\": {\"kind\": 1}}",
        )
        .with("old/report.json", "")
        .with(".hidden/people.json", BAD);
    std::fs::remove_file(folder.path().join("old/report.json")).unwrap();
    let other = Folder::new().with("people.json", BAD);
    assert_eq!(other.run(&["check", "-o", "report.json"]).code, Some(1));
    folder.write("old/report.json", other.read("report.json"));
    let run = folder.run(&["init"]);
    assert_done(&run);
    assert!(!run.out.contains("Records are here already"), "{}", run.out);
    assert!(folder.path().join("missions/mli/people.json").exists());
    assert!(
        folder
            .read("missionlint.toml")
            .contains("paths = [\"missions\"]\n")
    );
}

#[test]
fn settings_that_are_there_decide_and_that_is_said() {
    let folder = Folder::new()
        .with("data/people.json", BAD)
        .with("missions/eth/people.json", BAD)
        .with("missionlint.toml", "paths = [\"missions\"]\n");
    let run = folder.run(&["init"]);
    assert_done(&run);
    assert!(
        run.out
            .contains("in 1 file (data, missions). No example records are written. Whether"),
        "{}",
        run.out
    );
    assert!(!folder.path().join("missions/mli").exists());
}
