//! `check --since`: what a change has brought, and nothing else.

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::Value;

use crate::formats::violations;
use crate::properties::Chance;
use crate::repository::{Repository, git_in, run_in};
use crate::tool::Folder;

const SMT: &str = "missions/mli/meetings/smt-2025.json";
const PEOPLE: &str = "missions/mli/people.json";

/// A folder with a configuration and two vacancies of one mission, of which the second has a mistake.
fn vacancies() -> Repository {
    Repository::of(
        Folder::new()
            .with("missionlint.toml", "as_of = 2025-03-31\n")
            .with(
                "a/v.ndjson",
                format!("{}\n{}\n", vacancy(1, "dtm-officer"), vacancy(2, "wrong")),
            ),
    )
}

fn vacancy(number: u32, role: &str) -> String {
    format!(
        "{{\"kind\": \"vacancy\", \"id\": \"V-{number}\", \"mission\": \"mli\", \"role\": \"{role}\", \"from\": \"2025-02-01\"}}"
    )
}

fn list<'v>(report: &'v Value, key: &str) -> &'v [Value] {
    report[key].as_array().unwrap()
}

/// Rule and record of each finding.
fn outcome(report: &Value) -> Vec<String> {
    let findings = list(report, "findings").iter();
    findings
        .map(|found| {
            let id = found["location"]["record"]["id"].as_str().unwrap_or("none");
            format!("{} {id}", found["rule"].as_str().unwrap())
        })
        .collect()
}

const SELECT: [&str; 2] = ["--select", "schema,syntax"];

fn since(repository: &Repository, revision: &str) -> Value {
    repository.report("", &[&["--since", revision], &SELECT[..]].concat())
}

#[test]
fn only_what_is_new_is_told_and_what_was_there_is_counted() {
    let repository = vacancies();
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
    repository.0.write(
        "a/v.ndjson",
        format!("{}\n\n{}\n", vacancy(2, "wrong"), vacancy(1, "wrong-too")),
    );
    let report = since(&repository, "HEAD");
    assert_eq!(outcome(&report), ["value-not-allowed V-1"]);
    assert_eq!(report["summary"]["error"], 1);
    let earlier = &report["summary"]["earlier"];
    assert_eq!(
        (&earlier["error"], &earlier["warning"]),
        (&1.into(), &0.into())
    );
    assert_eq!(report["run"]["since"]["revision"], "HEAD");
    assert_eq!(
        report["run"]["since"]["commit"],
        repository.git(&["rev-parse", "HEAD"])
    );
    assert_eq!(violations("report", &report.to_string()), [""; 0]);
    let counted: u64 = list(&report, "rules")
        .iter()
        .map(|it| it["findings"].as_u64().unwrap())
        .sum();
    assert_eq!(counted, 1);
    let run = repository.run(&["check", "--since", "HEAD"]);
    assert_eq!(run.code, Some(1));
    assert!(
        run.out.contains("worse than before: 1 error"),
        "{}",
        run.out
    );
    assert!(
        run.out
            .contains("not shown, because it was there before: 1 error"),
        "{}",
        run.out
    );
    repository.0.write("a/v.ndjson", vacancy(2, "wrong"));
    let run = repository.run(&["check", "--since", "HEAD"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.out.contains("no worse than before: nothing new found"),
        "{}",
        run.out
    );
}

#[test]
fn a_second_finding_that_is_the_same_is_one_new_finding() {
    let repository = vacancies();
    let twice = [
        vacancy(2, "wrong"),
        vacancy(2, "wrong"),
        vacancy(2, "wrong"),
    ]
    .join("\n");
    repository.0.write("a/v.ndjson", twice);
    let report = repository.report("", &["--since", "HEAD", "--select", "value-not-allowed"]);
    assert_eq!(outcome(&report), ["value-not-allowed V-2"; 2]);
    repository.commit();
    let report = repository.report("", &["--since", "HEAD~1", "--select", "value-not-allowed"]);
    assert_eq!(outcome(&report), ["value-not-allowed V-2"; 2]);
    repository.0.write("a/v.ndjson", vacancy(2, "wrong"));
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
}

#[test]
fn a_fault_of_another_person_is_new() {
    let meeting = |first: &str, second: &str| {
        format!(
            r#"{{"kind": "meeting", "id": "M-1", "mission": "mli", "platform": "hct", "start": "2025-02-05T09:00:00Z",
            "status": "held", "mode": "in-person", "attendance": [
            {{"person": "P-1", "capacity": "member", "presence": "{first}"}},
            {{"person": "P-2", "capacity": "member", "presence": "{second}"}}]}}"#
        )
    };
    let repository = vacancies();
    repository.0.write("m.json", meeting("presnt", "present"));
    repository.commit();
    repository.0.write("m.json", meeting("present", "presnt"));
    let report = since(&repository, "HEAD");
    assert_eq!(outcome(&report), ["value-not-allowed M-1"]);
    let pointer = &list(&report, "findings")[0]["location"]["pointer"];
    assert_eq!(pointer, "/attendance/1/presence");
}

#[test]
fn moved_and_renamed_records_bring_nothing_new() {
    let repository = vacancies();
    repository.git(&["mv", "a", "b c\u{e9}\nd"]);
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
    repository.commit();
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
    assert_eq!(outcome(&since(&repository, "HEAD~1")), [""; 0]);
}

#[test]
fn untracked_and_ignored_files_are_new() {
    let repository = vacancies();
    repository.0.write(".gitignore", "drafts\n");
    repository.commit();
    repository.0.write("new.json", vacancy(3, "wrong"));
    repository.0.write("drafts/d.json", vacancy(4, "wrong"));
    assert_eq!(
        outcome(&since(&repository, "HEAD")),
        ["value-not-allowed V-4", "value-not-allowed V-3"]
    );
}

#[test]
fn a_change_is_told_of_what_it_causes_elsewhere() {
    let repository = Repository::of_mali();
    let full = repository.report("missions/mli", &[]);
    let text = repository.0.read(PEOPLE);
    let mut people: Value = serde_json::from_str(&text).unwrap();
    let removed = people["records"].as_array_mut().unwrap().remove(0);
    repository.0.write(PEOPLE, people.to_string());
    let report = repository.report("missions/mli", &["--since", "HEAD"]);
    let elsewhere = list(&report, "findings").iter();
    let elsewhere = elsewhere
        .filter(|found| found["location"]["path"] != "people.json")
        .count();
    assert!(
        elsewhere > 0,
        "{removed} is referred to: {:?}",
        outcome(&report)
    );
    let all = repository.report("missions/mli", &[]);
    assert_eq!(
        list(&all, "findings").len(),
        list(&full, "findings").len() + list(&report, "findings").len()
    );
}

#[test]
fn what_others_have_changed_since_does_not_count() {
    let repository = vacancies();
    repository.git(&["branch", "theirs"]);
    repository.git(&["checkout", "-q", "theirs"]);
    repository.0.write("a/v.ndjson", vacancy(1, "dtm-officer"));
    repository.commit();
    repository.git(&["checkout", "-q", "main"]);
    // The mistake that is put right there is still here, and is not ours.
    let report = since(&repository, "theirs");
    assert_eq!(outcome(&report), [""; 0]);
    assert_eq!(
        report["run"]["since"]["commit"],
        repository.git(&["rev-parse", "HEAD"])
    );
}

#[test]
fn what_weighs_more_or_is_no_longer_accepted_is_new() {
    let repository = vacancies();
    let entry = "as_of = 2025-03-31\n[[allow]]\nrule = \"value-not-allowed\"\nrecord = \"V-2\"\nreason = \"r\"\n";
    repository.0.write("missionlint.toml", entry);
    repository.commit();
    let report = since(&repository, "HEAD");
    assert_eq!(report["summary"]["earlier"]["suppressed"], 1);
    repository.0.write(
        "missionlint.toml",
        "as_of = 2025-03-31\nseverity.value-not-allowed = \"warning\"\n",
    );
    assert_eq!(
        outcome(&since(&repository, "HEAD")),
        ["value-not-allowed V-2"]
    );
    repository.commit();
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
    repository
        .0
        .write("missionlint.toml", "as_of = 2025-03-31\n");
    assert_eq!(
        outcome(&since(&repository, "HEAD")),
        ["value-not-allowed V-2"]
    );
}

#[test]
fn the_base_is_judged_by_its_own_configuration_and_schemas() {
    let repository = Repository::of(
        Folder::new()
            .with("conf/missionlint.toml", "as_of = 2025-03-31\npaths = [\"../data\"]\n[[kinds]]\nname = \"training\"\nschema = \"t.json\"\n")
            .with("conf/t.json", r#"{"properties": {"days": {"type": "integer"}}}"#)
            .with("data/t.json", r#"{"kind": "training", "id": "T-1", "mission": "mli", "days": "two"}"#),
    );
    let check = ["--config", "conf/missionlint.toml", "--since", "HEAD"];
    assert_eq!(outcome(&repository.report("", &check)), [""; 0]);
    // A stricter schema makes what was right wrong.
    repository.0.write(
        "conf/t.json",
        r#"{"properties": {"days": {"type": "integer"}, "id": {"maxLength": 1}}}"#,
    );
    assert_eq!(outcome(&repository.report("", &check)), ["text-length T-1"]);
    repository.0.write("conf/t.json", "{");
    let run = repository.run(&[
        "check",
        "--config",
        "conf/missionlint.toml",
        "--since",
        "HEAD",
    ]);
    assert_eq!(run.code, Some(2));
}

#[test]
fn it_works_in_folders_worktrees_and_from_outside() {
    let repository = vacancies();
    repository.0.write(
        "a/v.ndjson",
        [vacancy(1, "wrong"), vacancy(2, "wrong")].join("\n"),
    );
    let expected = ["value-not-allowed V-1"];
    let all = [&["--since", "HEAD"], &SELECT[..]].concat();
    assert_eq!(outcome(&repository.report("a", &all)), expected);
    assert_eq!(
        outcome(&repository.report("a", &[&["../a"], &all[..]].concat())),
        expected
    );
    assert_eq!(
        outcome(&repository.report("a", &[&["v.ndjson"], &all[..]].concat())),
        expected
    );
    assert_eq!(
        outcome(&repository.report("", &[&["a/*.ndjson"], &all[..]].concat())),
        expected
    );
    let absolute = repository.0.path().join("a/v.ndjson");
    let absolute = absolute.to_str().unwrap();
    let outside = Folder::new();
    let run = run_in(
        outside.path(),
        &[&["check", absolute, "--format", "json"], &all[..]].concat(),
    );
    assert_eq!(outcome(&serde_json::from_str(&run.out).unwrap()), expected);
    let tree = outside.path().join("tree");
    repository.git(&["worktree", "add", "-q", tree.to_str().unwrap()]);
    std::fs::write(tree.join("a/v.ndjson"), vacancy(9, "wrong")).unwrap();
    let run = run_in(&tree, &[&["check", "--format", "json"], &all[..]].concat());
    assert_eq!(
        outcome(&serde_json::from_str(&run.out).unwrap()),
        ["value-not-allowed V-9"]
    );
}

#[test]
fn standard_input_takes_the_place_of_a_file() {
    use std::io::Write as _;
    let repository = vacancies();
    let mut command = crate::tool::command(repository.0.path());
    command
        .args([
            "check",
            "-",
            "--stdin-filename",
            "a/v.ndjson",
            "--since",
            "HEAD",
            "--format",
            "json",
        ])
        .args(SELECT)
        .env("PATH", std::env::var("PATH").unwrap())
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped());
    let mut child = command.spawn().unwrap();
    let text = [vacancy(2, "wrong"), vacancy(7, "wrong")].join("\n");
    child
        .stdin
        .take()
        .unwrap()
        .write_all(text.as_bytes())
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(outcome(&report), ["value-not-allowed V-7"]);
}

#[test]
fn what_cannot_be_compared_is_refused() {
    let repository = vacancies();
    let refused = |arguments: &[&str], expected: &str| {
        let run = repository.run(&[&["check"], arguments].concat());
        assert_eq!(run.code, Some(2), "{arguments:?}");
        assert_eq!(run.out, "");
        assert!(run.err.contains(expected), "{arguments:?}: {}", run.err);
    };
    refused(&["--since", "nowhere"], "there is no revision nowhere");
    refused(&["--since=--output=x"], "there is no revision --output=x");
    refused(&["--since="], "there is no revision");
    refused(&["--since", "HEAD:a"], "there is no revision HEAD:a");
    refused(&["--since", "HEAD~1..HEAD"], "there is no revision");
    repository.git(&["checkout", "-q", "--orphan", "alone"]);
    repository
        .0
        .write("c.txt", "another root, also within the same second");
    repository.commit();
    refused(&["--since", "main"], "no commit in common");
    let nowhere = Folder::new().with("a.json", vacancy(1, "x"));
    let away = tempfile::TempDir::new().unwrap();
    std::fs::copy(nowhere.path().join("a.json"), away.path().join("a.json")).unwrap();
    let run = run_in(away.path(), &["check", "--since", "HEAD"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("lie in no git repository"), "{}", run.err);
    let run = repository
        .0
        .run_with(&["check", "--since", "HEAD"], &[("PATH", "/nowhere")]);
    assert!(run.err.contains("git could not be found"), "{}", run.err);
    repository.0.write("missionlint.toml", "as_of = \n");
    repository.commit();
    repository
        .0
        .write("missionlint.toml", "as_of = 2025-03-31\n");
    refused(
        &["--since", "HEAD"],
        "missionlint.toml as it stands at HEAD cannot be used",
    );
}

#[test]
fn of_a_shallow_clone_it_is_said_how_to_get_the_rest() {
    let repository = vacancies();
    repository.git(&["branch", "old"]);
    repository.0.write("b.json", vacancy(5, "dtm-officer"));
    repository.commit();
    let outside = Folder::new();
    let url = format!("file://{}", repository.0.path().display());
    git_in(
        outside.path(),
        &["clone", "-q", "--depth", "1", &url, "clone"],
    );
    let clone = outside.path().join("clone");
    let run = run_in(&clone, &["check", "--since", "HEAD~1"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("fetch-depth: 0"), "{}", run.err);
    git_in(&clone, &["fetch", "-q", "--depth", "1", "origin", "old"]);
    let run = run_in(&clone, &["check", "--since", "FETCH_HEAD"]);
    assert!(
        run.err.contains("no commit in common") && run.err.contains("fetch-depth: 0"),
        "{}",
        run.err
    );
}

#[test]
fn no_program_that_the_repository_names_is_run() {
    let repository = vacancies();
    let trap = repository.0.path().join("trap.sh");
    repository
        .0
        .write("trap.sh", "#!/bin/sh\ntouch caught\ncat\n");
    #[cfg(unix)]
    std::fs::set_permissions(
        &trap,
        <std::fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o755),
    )
    .unwrap();
    repository
        .0
        .write(".gitattributes", "*.ndjson filter=trap diff=trap\n");
    repository.commit();
    let _ = std::fs::remove_file(repository.0.path().join("caught"));
    let program = trap.to_str().unwrap();
    for key in [
        "filter.trap.smudge",
        "filter.trap.clean",
        "diff.trap.textconv",
        "core.fsmonitor",
        "core.pager",
    ] {
        repository.git(&["config", key, program]);
    }
    assert_eq!(outcome(&since(&repository, "HEAD")), [""; 0]);
    assert!(!Path::new(&repository.0.path().join("caught")).exists());
}

// --- Against an independent computation, on a random history.

type Known = BTreeMap<String, (String, bool)>;

/// Severity of each finding and whether it counts, by fingerprint.
fn known(report: &Value) -> Known {
    let findings = list(report, "findings").iter();
    let known = findings.map(|found| {
        let text = |key: &str| found[key].as_str().unwrap().to_owned();
        (
            text("fingerprint"),
            (text("severity"), found["suppressed"].is_null()),
        )
    });
    known.collect()
}

/// What tells findings apart without a fingerprint: rule, mission, record or file, and the pointer in it.
fn by_place(report: &Value) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for found in list(report, "findings") {
        let location = &found["location"];
        let pointer: Vec<&str> = location["pointer"].as_str().unwrap().split('/').collect();
        let home = match &location["record"] {
            Value::Null => location["path"].to_string(),
            record => record.to_string(),
        };
        let last = pointer.last().unwrap();
        let place = format!("{} {} {home} {last}", found["rule"], found["mission"]);
        let is_position = last.bytes().all(|byte| byte.is_ascii_digit());
        *counts
            .entry(if is_position { String::new() } else { place })
            .or_default() += 1;
    }
    counts.remove("");
    counts
}

fn blocked(report: &Value) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for entry in list(report, "not_checked") {
        for location in list(entry, "locations") {
            let home = match &location["record"] {
                Value::Null => location["path"].to_string(),
                record => record.to_string(),
            };
            let place = format!(
                "{} {} {} {home}",
                entry["rule"], entry["reason"], entry["mission"]
            );
            *counts.entry(place).or_default() += 1;
        }
    }
    counts
}

fn weight(severity: &str) -> usize {
    ["advice", "warning", "error"]
        .iter()
        .position(|known| *known == severity)
        .unwrap()
}

/// The fingerprints that are new, from two whole reports.
fn new(before: &Value, after: &Value) -> Vec<String> {
    let before = known(before);
    let is_new = |(print, (severity, counts)): &(String, (String, bool))| match before.get(print) {
        None => true,
        Some((old, counted)) => *counts && (!counted || weight(old) < weight(severity)),
    };
    known(after)
        .into_iter()
        .filter(is_new)
        .map(|(print, _)| print)
        .collect()
}

/// Files of the mission, in order.
fn files(repository: &Repository) -> Vec<String> {
    let listed = repository.git(&["ls-files", "missions"]);
    listed
        .lines()
        .filter(|path| path.ends_with("json"))
        .map(str::to_owned)
        .collect()
}

/// Changes something at random.
fn change(repository: &Repository, chance: &mut Chance, step: usize) {
    let all = files(repository);
    let path = all[chance.below(all.len())].clone();
    let text = repository.0.read(&path);
    let parsed: Result<Value, _> = serde_json::from_str(&text);
    match (chance.below(8), parsed) {
        (0, _) => {
            let target = format!(
                "missions/mli/moved {step} \u{e9}.{}",
                path.rsplit('.').next().unwrap()
            );
            repository.git(&["mv", "-f", &path, &target]);
        }
        (1, _) => repository.0.write(&path, text.replacen(['}', ','], "", 1)),
        (2, _) => std::fs::remove_file(repository.0.path().join(&path)).unwrap(),
        (3, Ok(value)) => repository.0.write(&path, value.to_string()),
        (4, Ok(mut value)) => {
            if let Some(records) = value["records"].as_array_mut() {
                records.reverse();
            }
            repository
                .0
                .write(&path, serde_json::to_string_pretty(&value).unwrap());
        }
        (5, Ok(mut value)) => {
            if let Some(records) = value["records"]
                .as_array_mut()
                .filter(|list| !list.is_empty())
            {
                let copy = records[chance.below(records.len())].clone();
                records.push(copy);
            }
            repository
                .0
                .write(&path, serde_json::to_string_pretty(&value).unwrap());
        }
        (_, _) => {
            // Another digit or word somewhere: dates, ids, references.
            let digits: Vec<usize> = text
                .match_indices(|it: char| it.is_ascii_digit())
                .map(|it| it.0)
                .collect();
            if !digits.is_empty() {
                let at = digits[chance.below(digits.len())];
                let mut text = text;
                text.replace_range(at..=at, &chance.below(10).to_string());
                repository.0.write(&path, text);
            }
        }
    }
}

/// Steps of the history: more with `MISSIONLINT_SINCE_STEPS`.
fn steps() -> usize {
    let set = std::env::var("MISSIONLINT_SINCE_STEPS");
    set.ok().and_then(|steps| steps.parse().ok()).unwrap_or(8)
}

#[test]
fn since_is_a_full_run_filtered() {
    let repository = Repository::of_mali();
    let mut chance = Chance::new(20_250_331);
    let mut reports = vec![repository.report("missions/mli", &[])];
    let (mut fresh, mut left) = (0, 0);
    for step in 1..=steps() {
        for _ in 0..3 {
            change(&repository, &mut chance, step);
        }
        // What is not committed counts as well.
        let full = repository.report("missions/mli", &[]);
        let back = chance.below(step.min(3));
        let before = &reports[step - 1 - back];
        let found = repository.report("missions/mli", &["--since", &format!("HEAD~{back}")]);
        let mut shown: Vec<String> = known(&found).into_keys().collect();
        shown.sort();
        assert_eq!(shown, new(before, &full), "step {step}");
        let (old, all, told) = (by_place(before), by_place(&full), by_place(&found));
        for (place, count) in &all {
            let more = count.saturating_sub(old.get(place).copied().unwrap_or_default());
            assert!(
                told.get(place).copied().unwrap_or_default() >= more,
                "step {step}: {place}"
            );
        }
        let (old, all, told) = (blocked(before), blocked(&full), blocked(&found));
        for (place, count) in &all {
            let more = count.saturating_sub(old.get(place).copied().unwrap_or_default());
            let told = told.get(place).copied().unwrap_or_default();
            assert!(
                told >= more && told <= *count,
                "step {step}: {place}: {told} of {more}"
            );
        }
        let earlier = &found["summary"]["earlier"];
        let sum = |keys: &[&str]| {
            keys.iter()
                .map(|key| earlier[key].as_u64().unwrap())
                .sum::<u64>()
        };
        let total = sum(&["error", "warning", "advice", "suppressed"]);
        assert_eq!(
            list(&full, "findings").len() as u64,
            total + shown.len() as u64
        );
        let places = |counts: &BTreeMap<String, usize>| counts.values().sum::<usize>() as u64;
        assert_eq!(places(&all), places(&told) + sum(&["blocked"]));
        fresh += shown.len();
        left += total;
        repository.commit();
        reports.push(full);
    }
    assert!(fresh > 20 && left > 20, "{fresh} new, {left} left out");
}

#[test]
fn a_broken_file_is_told_with_what_it_blocks() {
    let repository = Repository::of_mali();
    let text = repository.0.read(SMT);
    repository.0.write(SMT, &text[..text.len() / 2]);
    let run = run_in(
        &repository.0.path().join("missions/mli"),
        &["check", "--since", "HEAD", "--ignore", "syntax"],
    );
    assert_eq!(run.code, Some(1), "{}", run.out);
    assert!(run.out.contains("not checked"));
    repository.commit();
    let run = run_in(
        &repository.0.path().join("missions/mli"),
        &["check", "--since", "HEAD"],
    );
    assert_eq!(run.code, Some(0), "{}", run.out);
}

/// The hook of a first commit compares with a commit that is not there yet.
#[test]
fn before_the_first_commit_it_is_said_that_there_is_none() {
    let folder = Folder::new().with_copy(&crate::tool::project("fixtures/missions/mli"), "mli");
    git_in(folder.path(), &["init", "-q", "-b", "main"]);
    let run = run_in(folder.path(), &["check", "mli", "--since", "HEAD"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
    assert!(
        run.err
            .contains("there is no commit in this repository yet, and so no HEAD to compare with"),
        "{}",
        run.err
    );
}
