//! Whose settings hold: what a change, or who pushes names, could try to choose.

use serde_json::Value;

use crate::repository::Repository;
use crate::tool::{Folder, project};

const VACANCY: &str =
    r#"{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "wrong", "from": "2025-02-01"}"#;
const PLAIN: &str = "as_of = 2025-03-31\n";
const ALLOW: &str = "[[allow]]\nrule = \"value-not-allowed\"\nrecord = \"V-1\"\nreason = \"r\"\n";

/// Rule and, for settings, line; `-` where it does not count.
fn outcome(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let mut told: Vec<String> = findings
        .map(|found| {
            let sign = if found["suppressed"].is_null() {
                '+'
            } else {
                '-'
            };
            let line = match &found["location"]["record"]["id"] {
                Value::Null => format!(" {}", found["location"]["start"]["line"]),
                _ => String::new(),
            };
            format!("{sign}{}{line}", found["rule"].as_str().unwrap())
        })
        .collect();
    told.sort();
    told
}

fn checked(repository: &Repository, rules: &str, more: &[&str]) -> Vec<String> {
    let arguments = [&["--select", rules], more].concat();
    outcome(&repository.report("", &arguments))
}

#[test]
fn a_configuration_in_a_new_place_does_not_do_away_with_the_one_that_held() {
    let repository = Repository::of(
        Folder::new()
            .with("missionlint.toml", format!("{PLAIN}{ALLOW}"))
            .with("missions/v.json", VACANCY),
    );
    repository.0.write(
        "missions/missionlint.toml",
        format!("{PLAIN}paths = [\".\"]\n"),
    );
    let named = "--config=missions/missionlint.toml";
    let rules = "value-not-allowed,setting-held-back";
    for more in [&[][..], &["missions"], &["--since", "HEAD"]] {
        let arguments = [&[named, "--allow-from", "HEAD"], more].concat();
        let found = checked(&repository, rules, &arguments);
        let known: &[&str] = match more {
            ["--since", _] => &[],
            _ => &["-value-not-allowed"],
        };
        assert!(
            found == known || found == ["-value-not-allowed"],
            "{more:?}: {found:?}"
        );
    }
    // It is the new one that holds where nobody says otherwise.
    assert_eq!(
        checked(&repository, rules, &[named]),
        ["+value-not-allowed"]
    );
    // Where the revision has none at all, nothing is exempt.
    std::fs::remove_file(repository.0.path().join("missionlint.toml")).unwrap();
    std::fs::remove_file(repository.0.path().join("missions/missionlint.toml")).unwrap();
    repository.commit();
    repository
        .0
        .write("missions/missionlint.toml", format!("{PLAIN}{ALLOW}"));
    assert_eq!(
        checked(
            &repository,
            "value-not-allowed",
            &[named, "--allow-from", "HEAD", "--as-of", "2025-03-31"]
        ),
        ["+value-not-allowed"]
    );
}

const NAME: &str = "[[platform_names]]\nname = \"Groupe\"\ntype = \"smt\"\n";

#[test]
fn a_name_of_a_platform_keeps_the_meaning_that_was_agreed() {
    let case = project("fixtures/rules/smt-com-absent/invalid/com-absent");
    let folder = Folder::new().with_copy(&case, "mli");
    let _ = std::fs::remove_file(folder.path().join("mli/missionlint.toml"));
    folder.edit("mli/platforms.json", "[\"smt\"]", "[\"Groupe\"]");
    folder.write("missionlint.toml", format!("{PLAIN}{NAME}"));
    let repository = Repository::of(folder);
    for (names, told) in [
        (NAME.to_owned(), None),
        (NAME.replace("smt", "hct"), Some(2)),
        (format!("{NAME}alias = true\n"), Some(2)),
        (format!("{NAME}missions = [\"ner\"]\n"), Some(2)),
        (String::new(), Some(1)),
        (
            format!("{NAME}{}", NAME.replace("Groupe", "Autre")),
            Some(5),
        ),
    ] {
        repository
            .0
            .write("missionlint.toml", format!("{PLAIN}{names}"));
        let rules = "smt-com-absent,value-not-allowed,noncanonical-platform-name,setting-held-back";
        let mut expected: Vec<String> = told
            .iter()
            .map(|line| format!("+setting-held-back {line}"))
            .collect();
        expected.push("+smt-com-absent".to_owned());
        assert_eq!(
            checked(&repository, rules, &["--allow-from", "HEAD"]),
            expected,
            "{names}"
        );
    }
    let run = repository.run(&["check", "--allow-from", "HEAD"]);
    assert!(
        run.out
            .contains("this new name of a platform holds already"),
        "{}",
        run.out
    );
}

#[cfg(unix)]
#[test]
fn a_configuration_behind_a_link_holds() {
    use std::os::unix::fs::symlink;
    let folder = Folder::new()
        .with("settings/ml.toml", format!("{PLAIN}{ALLOW}"))
        .with("a/v.json", VACANCY);
    let config = folder.path().join("missionlint.toml");
    symlink("settings/ml.toml", &config).unwrap();
    symlink("a", folder.path().join("current")).unwrap();
    let repository = Repository::of(folder);
    let from = ["--allow-from", "HEAD"];
    assert_eq!(
        checked(&repository, "value-not-allowed", &from),
        ["-value-not-allowed"]
    );
    std::fs::remove_file(&config).unwrap();
    repository.0.write("missionlint.toml", PLAIN);
    assert_eq!(
        checked(&repository, "value-not-allowed", &from),
        ["-value-not-allowed"]
    );
    // Records that are named by a link are known.
    for named in ["current", "current/v.json", "a"] {
        let found = checked(
            &repository,
            "value-not-allowed",
            &["--since", "HEAD", "--ignore-allow", named],
        );
        assert_eq!(found, [""; 0], "{named}");
    }
    // Out of the repository, nobody knows what was agreed.
    std::fs::remove_file(&config).unwrap();
    for target in [
        "../elsewhere.toml",
        "/elsewhere.toml",
        "nowhere.toml",
        "missionlint.toml",
    ] {
        let _ = std::fs::remove_file(&config);
        symlink(target, &config).unwrap();
        repository.commit();
        for option in ["--allow-from", "--since"] {
            let run = repository.run(&["check", "a", option, "HEAD"]);
            assert_eq!(run.code, Some(2), "{target}: {run:?}");
            assert!(
                run.err
                    .contains("missionlint.toml is at HEAD a link that leads out"),
                "{target}: {}",
                run.err
            );
        }
    }
}

#[test]
fn a_file_that_both_configurations_name_is_one_file() {
    let repository = Repository::of(
        Folder::new()
            .with("missionlint.toml", format!("{PLAIN}paths = [\".\"]\n"))
            .with("missions/v.json", VACANCY),
    );
    for path in [
        "missions",
        "./missions/../missions",
        "missions/../missions/v.json",
    ] {
        repository
            .0
            .write("missionlint.toml", format!("{PLAIN}paths = [\"{path}\"]\n"));
        let rules = "value-not-allowed,duplicate-id";
        assert_eq!(
            checked(&repository, rules, &["--allow-from", "HEAD"]),
            ["+value-not-allowed"],
            "{path}"
        );
    }
    std::fs::remove_file(repository.0.path().join("missionlint.toml")).unwrap();
    repository
        .0
        .write("ci/ml.toml", format!("{PLAIN}paths = [\"../missions\"]\n"));
    assert_eq!(
        checked(
            &repository,
            "value-not-allowed,duplicate-id",
            &["--allow-from", "HEAD", "--config", "ci/ml.toml"]
        ),
        ["+value-not-allowed"]
    );
}

#[test]
fn a_name_that_stands_for_two_commits_stands_for_none() {
    let repository = Repository::of(
        Folder::new()
            .with("missionlint.toml", PLAIN)
            .with("a/v.json", VACANCY),
    );
    repository.git(&["branch", "twin"]);
    repository.git(&["tag", "twin"]);
    repository.git(&["config", "core.warnAmbiguousRefs", "false"]);
    for option in ["--since", "--allow-from"] {
        let run = repository.run(&["check", option, "twin"]);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(
            run.err.contains("twin stands for more than one thing"),
            "{}",
            run.err
        );
    }
    let found = checked(
        &repository,
        "value-not-allowed",
        &["--since", "refs/heads/twin"],
    );
    assert_eq!(found, [""; 0]);
    // A branch that is called like a commit takes nothing from it.
    let id = repository.git(&["rev-parse", "HEAD"]);
    repository.git(&["update-ref", &format!("refs/heads/{id}"), "HEAD"]);
    assert_eq!(
        checked(&repository, "value-not-allowed", &["--since", &id]),
        [""; 0]
    );
}

#[test]
fn reports_among_the_records_are_left_out_of_a_revision_too() {
    let repository = Repository::of(
        Folder::new()
            .with("missionlint.toml", PLAIN)
            .with("a/v.json", VACANCY.replace("wrong", "dtm-officer")),
    );
    for form in ["json", "ndjson", "sarif", "rdjson"] {
        let run = repository.run(&["check", "--format", form]);
        let extension = if form == "ndjson" { form } else { "json" };
        repository
            .0
            .write(&format!("a/{form}-report.{extension}"), run.out);
    }
    repository.commit();
    let now = repository.report("", &[]);
    let report = repository.report("", &["--since", "HEAD"]);
    let earlier = &report["summary"]["earlier"];
    for weight in ["error", "warning", "advice"] {
        assert_eq!(earlier[weight], now["summary"][weight], "{weight}");
    }
}
