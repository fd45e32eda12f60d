//! `check --allow-from`: a change cannot exempt itself.

use serde_json::Value;

use crate::repository::Repository;
use crate::tool::Folder;

const VACANCY: &str =
    r#"{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "wrong", "from": "2025-02-01"}"#;
const PLAIN: &str = "as_of = 2025-03-31\n";
const ALLOW: &str = "[[allow]]\nrule = \"value-not-allowed\"\nrecord = \"V-1\"\nreason = \"r\"\n";

/// A configuration that is committed.
fn agreed(config: &str) -> Repository {
    let folder = Folder::new().with("missionlint.toml", config);
    Repository::of(
        folder.with(
            "b/good.json",
            VACANCY
                .replace("wrong", "dtm-officer")
                .replace("V-1", "V-0"),
        ),
    )
}

/// Rule, record, and whether it counts.
fn outcome(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    findings
        .map(|found| {
            let sign = if found["suppressed"].is_null() {
                '+'
            } else {
                '-'
            };
            let id = found["location"]["record"]["id"].as_str();
            let id = id.map_or_else(
                || found["location"]["start"]["line"].to_string(),
                str::to_owned,
            );
            format!("{sign}{} {id}", found["rule"].as_str().unwrap())
        })
        .collect()
}

fn checked(repository: &Repository, more: &[&str]) -> Vec<String> {
    let arguments = [&["--allow-from", "HEAD", "--select", "schema,config"], more].concat();
    outcome(&repository.report("", &arguments))
}

const FOUND: &str = "+value-not-allowed V-1";

#[test]
fn what_a_change_exempts_itself_from_counts() {
    for (exempting, held) in [
        (format!("{PLAIN}{ALLOW}"), Some(3)),
        (
            format!("{PLAIN}[severity]\nvalue-not-allowed = \"off\"\n"),
            Some(3),
        ),
        (
            format!(
                "{PLAIN}[[overrides]]\npaths = [\"a\"]\nseverity.value-not-allowed = \"off\"\n"
            ),
            Some(2),
        ),
        (format!("{PLAIN}exclude = [\"a/bad.json\"]\n"), Some(2)),
        (format!("{PLAIN}exclude = [\"a\"]\n"), Some(2)),
        (format!("{PLAIN}paths = [\"b\"]\n"), None),
        (format!("{PLAIN}# nothing else\n"), None),
    ] {
        let repository = agreed(PLAIN);
        repository.0.write("a/bad.json", VACANCY);
        repository.0.write("missionlint.toml", &exempting);
        let mut expected: Vec<String> = held
            .iter()
            .map(|line| format!("+setting-held-back {line}"))
            .collect();
        expected.push(FOUND.to_owned());
        assert_eq!(checked(&repository, &[]), expected, "{exempting}");
        assert_eq!(
            checked(&repository, &["--since", "HEAD"]),
            expected,
            "{exempting}"
        );
        let run = repository.run(&["check", "--allow-from", "HEAD", "--since", "HEAD"]);
        assert_eq!(run.code, Some(1), "{exempting}");
        // Once agreed, it holds.
        repository.commit();
        let now = checked(&repository, &[]);
        let is_exempt = !now.contains(&FOUND.to_owned());
        assert_eq!(is_exempt, !exempting.contains("# nothing"), "{now:?}");
    }
}

#[test]
fn what_was_agreed_holds_though_the_change_takes_it_away() {
    let repository = agreed(&format!("{PLAIN}{ALLOW}"));
    repository.0.write("a/bad.json", VACANCY);
    assert_eq!(checked(&repository, &[]), ["-value-not-allowed V-1"]);
    repository.0.write("missionlint.toml", PLAIN);
    assert_eq!(checked(&repository, &[]), ["-value-not-allowed V-1"]);
    std::fs::remove_file(repository.0.path().join("missionlint.toml")).unwrap();
    assert_eq!(checked(&repository, &[]), ["-value-not-allowed V-1"]);
}

#[test]
fn a_configuration_that_is_new_exempts_from_nothing() {
    let repository = Repository::of(Folder::new().with("b.txt", "nothing"));
    repository
        .0
        .write("missionlint.toml", format!("{PLAIN}{ALLOW}"));
    repository.0.write("a/bad.json", VACANCY);
    let expected = ["+setting-held-back 1", "+setting-held-back 3", FOUND];
    assert_eq!(checked(&repository, &["--as-of", "2025-03-31"]), expected);
}

#[test]
fn exceptions_that_are_no_longer_needed_are_told_of_the_revision() {
    let repository = agreed(&format!("{PLAIN}{ALLOW}"));
    assert_eq!(checked(&repository, &[]), ["+allow-unused 3"]);
    repository
        .0
        .write("missionlint.toml", format!("{PLAIN}\n\n{ALLOW}"));
    let report = repository.report("", &["--allow-from", "HEAD", "--select", "config,schema"]);
    assert_eq!(outcome(&report), ["+allow-unused 3"]);
    assert_eq!(
        report["findings"][0]["location"]["path"],
        "HEAD:missionlint.toml"
    );
}

#[test]
fn the_revision_must_be_there() {
    let repository = agreed(PLAIN);
    let run = repository.run(&["check", "--allow-from", "nowhere"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("there is no revision nowhere"),
        "{}",
        run.err
    );
}

#[test]
fn settings_are_told_apart_by_what_they_say() {
    let repository = agreed(
        "as_of = 2025-03-31\n[severity]\nlate-entry = \"error\"\n[parameters.late-entry]\ndays = 60\n",
    );
    repository.0.write(
        "missionlint.toml",
        "# moved\nseverity.late-entry = 'error'\nas_of = \"2025-04-01\"\n\nparameters.late-entry.days = 90\n",
    );
    assert_eq!(
        checked(&repository, &[]),
        ["+setting-held-back 3", "+setting-held-back 5"]
    );
    let run = repository.run(&["check", "--allow-from", "HEAD"]);
    assert!(run.out.contains("as of 31 March 2025"), "{}", run.out);
    assert!(
        run.out
            .contains("this setting of late-entry.days does not hold yet"),
        "{}",
        run.out
    );
}
