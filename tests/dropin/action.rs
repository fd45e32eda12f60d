//! `action.yml` and `.github/action/check.sh`.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::cases::{Case, Need, schemas};
use crate::shell::{Machine, PROGRAM};
use crate::tool::{Folder, Run, project};
use crate::yaml;

pub(crate) const CASES: &[Case] = &[
    ("action_is_valid", &[Need::Schemas], is_valid),
    ("action_names_what_its_scripts_read_and_write", &[], names),
    (
        "action_shows_a_fault_on_its_line",
        &[Need::Bash, Need::Git],
        fault,
    ),
    (
        "action_passes_clean_records",
        &[Need::Bash, Need::Git],
        clean,
    ),
    (
        "action_knows_what_the_base_has",
        &[Need::Bash, Need::Git],
        known,
    ),
    (
        "action_lets_no_request_exempt_itself",
        &[Need::Bash, Need::Git],
        exempt,
    ),
    (
        "action_finds_the_base_or_says_that_it_cannot",
        &[Need::Bash, Need::Git],
        bases,
    ),
    (
        "action_works_in_a_folder_with_spaces_and_accents",
        &[Need::Bash, Need::Git],
        folders,
    ),
    (
        "action_takes_words_and_paths_as_they_are",
        &[Need::Bash, Need::Git],
        words,
    ),
    (
        "action_reveals_nothing",
        &[Need::Bash, Need::Git],
        reveals_nothing,
    ),
    (
        "action_gives_hostile_text_no_command",
        &[Need::Bash, Need::Git],
        hostile,
    ),
    (
        "action_keeps_the_quota_of_the_summary",
        &[Need::Bash, Need::Git],
        quota,
    ),
    (
        "action_says_that_a_job_could_not_be_done",
        &[Need::Bash, Need::Git],
        undone,
    ),
];

const SCRIPT: &str = ".github/action/check.sh";
/// What it has in common with the other scripts.
const SCOPE: &str = ".github/action/scope.sh";

/// Checks a document of the project by a schema of the conformance data.
pub(crate) fn validate(document: &Value, schema: &str) {
    let folder = Folder::new().with("document.json", document.to_string());
    let schema = schemas().unwrap().join(schema);
    let run = folder.run(&[
        "check",
        "--schema",
        schema.to_str().unwrap(),
        "document.json",
    ]);
    assert_eq!(run.code, Some(0), "{run:?}");
}

fn is_valid() {
    validate(&yaml::read("action.yml"), "github-action.json");
    // That the schema judges anything: a step must do something.
    let mut broken = yaml::read("action.yml");
    broken["runs"]["steps"][0]
        .as_object_mut()
        .unwrap()
        .remove("run");
    let folder = Folder::new().with("document.json", broken.to_string());
    let schema = schemas().unwrap().join("github-action.json");
    let run = folder.run(&[
        "check",
        "--schema",
        schema.to_str().unwrap(),
        "document.json",
    ]);
    assert_eq!(run.code, Some(1), "{run:?}");
}

/// The environment variables of a step, by name.
fn environment(step: &Value) -> BTreeMap<&str, &str> {
    let members = step["env"].as_object().unwrap();
    members
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str().unwrap()))
        .collect()
}

fn names() {
    let action = yaml::read("action.yml");
    let scope = std::fs::read_to_string(project(SCOPE)).unwrap();
    let mut used = BTreeSet::new();
    for step in action["runs"]["steps"].as_array().unwrap() {
        let Some(run) = step["run"].as_str() else {
            continue;
        };
        let script = run
            .split("GITHUB_ACTION_PATH/")
            .nth(1)
            .unwrap()
            .trim_end_matches('"');
        let mut text = std::fs::read_to_string(project(script)).unwrap();
        if text.contains("/scope.sh\"\n") {
            text += &scope;
        }
        for (name, value) in environment(step) {
            assert!(
                text.contains(&format!("${name}")) || text.contains(&format!("${{{name}")),
                "{name}"
            );
            used.extend(
                value
                    .split("inputs.")
                    .nth(1)
                    .map(|rest| rest.trim_end_matches([' ', '}']).to_owned()),
            );
        }
    }
    let inputs: BTreeSet<String> = action["inputs"]
        .as_object()
        .unwrap()
        .keys()
        .cloned()
        .collect();
    assert_eq!(used, inputs);
    // Every output is one that a step writes.
    let machine = machine().with_mission("missions/mli");
    let steps = [
        ("check", check(&machine).1),
        ("review", run(&machine, "review.sh").1),
    ];
    for (name, output) in action["outputs"].as_object().unwrap() {
        let value = output["value"].as_str().unwrap();
        let value = value.strip_prefix("${{ steps.").unwrap();
        let (step, output) = value
            .trim_end_matches(" }}")
            .split_once(".outputs.")
            .unwrap();
        match steps.iter().find(|(id, _)| *id == step) {
            Some((_, outputs)) => assert!(outputs.contains_key(output), "{name}: {outputs:?}"),
            // Of an action of GitHub.
            None => assert_eq!((step, output), ("upload", "artifact-url")),
        }
    }
}

/// A machine of GitHub, with the inputs as action.yml sets them where a workflow says nothing.
pub(crate) fn machine() -> Machine {
    let mut machine = Machine::new();
    let action = yaml::read("action.yml");
    let steps = action["runs"]["steps"].as_array().unwrap().iter();
    let of_check = steps.filter(|step| ["check", "review"].map(Value::from).contains(&step["id"]));
    for (name, value) in of_check.flat_map(environment) {
        let input = value
            .split("inputs.")
            .nth(1)
            .map(|rest| rest.trim_end_matches([' ', '}']));
        let default = input.map_or("", |input| {
            action["inputs"][input]["default"].as_str().unwrap()
        });
        machine.set(name, default);
    }
    let (output, summary) = (machine.path("output"), machine.path("summary"));
    let workspace = machine.path("work");
    machine
        .with("MISSIONLINT", PROGRAM)
        .with("GITHUB_WORKSPACE", &workspace)
        .with("GITHUB_OUTPUT", &output)
        .with("GITHUB_STEP_SUMMARY", &summary)
}

/// Runs the check; gives the outputs too.
pub(crate) fn check(machine: &Machine) -> (Run, BTreeMap<String, String>) {
    run(machine, "check.sh")
}

/// Runs a script of the action; gives the outputs too.
pub(crate) fn run(machine: &Machine, script: &str) -> (Run, BTreeMap<String, String>) {
    machine.folder.write("output", "");
    let script = project(SCRIPT).with_file_name(script);
    let run = machine.run(&["bash", script.to_str().unwrap()]);
    let outputs = machine.folder.read("output");
    let outputs = outputs.lines().map(|line| {
        let (name, value) = line.split_once('=').unwrap();
        (name.to_owned(), value.to_owned())
    });
    (run, outputs.collect())
}

/// The same for the request that a machine has checked out.
fn check_request(
    machine: &mut Machine,
    (base, head): &(String, String),
) -> (Run, BTreeMap<String, String>) {
    machine.set("BASE", base);
    machine.set("HEAD_OF_REQUEST", head);
    check(machine)
}

const ANNOTATION: &str =
    "::error file=missions/mli/representations/clusters.json,line=18,endLine=18,col=17,";

fn fault() {
    let machine = machine().with_mission("missions/mli");
    machine.plant("missions/mli");
    let (run, outputs) = check(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        run.out.lines().any(|line| line.starts_with(ANNOTATION)),
        "{}",
        run.out
    );
    assert_eq!(outputs["exit-code"], "1");
    let report = std::fs::read_to_string(format!("{}/report.json", outputs["reports"])).unwrap();
    let report: Value = serde_json::from_str(&report).unwrap();
    let summary = report["summary"].as_object().unwrap();
    for (name, value) in summary.iter().filter(|(_, value)| !value.is_object()) {
        let value = value
            .as_str()
            .map_or_else(|| value.to_string(), str::to_owned);
        assert_eq!(outputs[name], value, "{name}");
    }
    assert_eq!(
        (outputs["error"].as_str(), outputs["verdict"].as_str()),
        ("1", "not-ready")
    );
    let sarif: Value =
        serde_json::from_str(&std::fs::read_to_string(&outputs["sarif-file"]).unwrap()).unwrap();
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert!(
        results
            .iter()
            .any(|result| result["ruleId"] == "cluster-staff-mismatch")
    );
    for place in [
        machine.folder.read("summary"),
        std::fs::read_to_string(format!("{}/report.txt", outputs["reports"])).unwrap(),
    ] {
        assert!(place.contains("cluster-staff-mismatch"), "{place}");
    }
}

fn clean() {
    let machine = machine().with_mission("missions/mli");
    let (run, outputs) = check(&machine);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert_eq!(
        (outputs["error"].as_str(), outputs["verdict"].as_str()),
        ("0", "ready")
    );
    assert!(!run.out.contains("::error"), "{}", run.out);
    // Warnings fail where that is asked for, and tell their language.
    let machine = machine
        .with("FAIL_ON", "warning")
        .with("REPORT_LANG", "fr")
        .with("SUMMARY", "False");
    std::fs::remove_file(machine.path("summary")).unwrap();
    let (run, outputs) = check(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    let report = std::fs::read_to_string(format!("{}/report.json", outputs["reports"])).unwrap();
    assert!(report.contains("\"lang\": \"fr\""));
    assert!(!machine.folder.path().join("summary").exists());
}

fn known() {
    let mut machine = machine().with_mission("missions/mli");
    machine.plant("missions/mli");
    machine.commit("An old fault");
    let request = machine.request(|machine| machine.folder.write("work/README.md", "# Records\n"));
    let (run, outputs) = check_request(&mut machine, &request);
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(!run.out.contains(ANNOTATION), "{}", run.out);
    assert_eq!(outputs["verdict"], "ready");
    machine.set("SINCE", "none");
    assert_eq!(check(&machine).0.code, Some(1));
}

fn exempt() {
    let mut machine = machine().with_mission("missions/mli");
    let request = machine.request(|machine| {
        machine.plant("missions/mli");
        let settings = machine.folder.read("work/missionlint.toml");
        let exception = "\n[[allow]]\nrule = \"cluster-staff-mismatch\"\nrecord = \"R-5\"\nreason = \"because\"\n";
        machine.folder.write("work/missionlint.toml", settings + exception);
    });
    let (run, _) = check_request(&mut machine, &request);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains(ANNOTATION), "{}", run.out);
    machine.set("ALLOW_FROM", "none");
    assert_eq!(
        check(&machine).0.code,
        Some(0),
        "the exception holds where the workflow says so"
    );
}

fn bases() {
    let mut machine = machine().with_mission("missions/mli");
    let request = machine.request(|machine| machine.plant("missions/mli"));
    // The head of the branch instead of the merge.
    machine.git("work", &["checkout", "--quiet", "branch"]);
    assert_eq!(check_request(&mut machine, &request).0.code, Some(1));
    // The base itself: nothing of the request would be seen.
    machine.git("work", &["checkout", "--quiet", "main"]);
    let (run, outputs) = check_request(&mut machine, &request);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.out.contains("::error title=missionlint::the base"),
        "{run:?}"
    );
    assert!(outputs.is_empty(), "{outputs:?}");
    // An exception that the base has taken back, since the branch left, holds no more.
    machine.git("work", &["checkout", "--quiet", "-b", "next", &request.0]);
    let settings = machine.folder.read("work/missionlint.toml");
    let exception =
        "\n[[allow]]\nrule = \"cluster-staff-mismatch\"\nrecord = \"R-5\"\nreason = \"because\"\n";
    machine
        .folder
        .write("work/missionlint.toml", format!("{settings}{exception}"));
    let exempt = machine.commit("Exempt");
    machine.plant("missions/mli");
    let head = machine.commit("Change");
    machine.git("work", &["checkout", "--quiet", "-b", "target", &exempt]);
    machine.folder.write("work/missionlint.toml", &settings);
    let now = machine.commit("Exempt no more");
    machine.git("work", &["checkout", "--quiet", "next"]);
    let own = "https://github.com/o/r";
    machine.git("work", &["remote", "add", "origin", own]);
    machine.git(
        "work",
        &["update-ref", "refs/remotes/origin/main", "target"],
    );
    machine.set("GITHUB_BASE_REF", "main");
    for (base, repository, code) in [
        (&exempt, "", 0),
        (&exempt, "o/fork", 0),
        (&exempt, "o/r", 1),
        (&now, "", 1),
        (&now, "o/r", 1),
    ] {
        machine.set("GITHUB_REPOSITORY", repository);
        let (run, _) = check_request(&mut machine, &(base.clone(), head.clone()));
        assert_eq!(run.code, Some(code), "{base} {repository}: {run:?}");
    }
    // A base that is not there, and cannot be fetched.
    let absent = (
        "0123456789012345678901234567890123456789".to_owned(),
        request.1.clone(),
    );
    machine.git("work", &["checkout", "--quiet", "branch"]);
    assert_eq!(check_request(&mut machine, &absent).0.code, Some(2));
    // A checkout with as much history as the merge needs, and one with less.
    machine.git("work", &["checkout", "--quiet", "--detach", "main"]);
    machine.git(
        "work",
        &["merge", "--quiet", "--no-ff", "-m", "Merge", "branch"],
    );
    machine.git("work", &["checkout", "--quiet", "-b", "merge"]);
    let origin = format!("file://{}", machine.path("work"));
    for (depth, code) in [("2", 1), ("1", 2)] {
        let copy = machine.path(&format!("copy-{depth}"));
        let arguments = [
            "clone", "--quiet", "--branch", "merge", "--depth", depth, &origin, &copy,
        ];
        machine.git("work", &arguments);
        machine.set("GITHUB_WORKSPACE", &copy);
        let (run, _) = check_request(&mut machine, &request);
        assert_eq!(run.code, Some(code), "{depth}: {run:?}");
    }
}

fn folders() {
    let place = "données du pays/mli";
    let mut machine = machine().with_mission(place);
    machine.plant(place);
    machine.set("FOLDER", "données du pays");
    machine.set("PATHS", "mli/representations\r\nmli\n\n");
    let annotation = format!("::error file={place}/representations/clusters.json,line=18,");
    let (run, _) = check(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains(&annotation), "{}", run.out);
    // Without paths: everything below the folder, or what its configuration names.
    machine.set("PATHS", "");
    assert!(check(&machine).0.out.contains(&annotation));
    machine.folder.write("work/elsewhere/broken.json", "{");
    machine
        .folder
        .write("work/données du pays/draft/broken.json", "{");
    std::fs::rename(
        machine.path("work/missionlint.toml"),
        machine.path("work/données du pays/missionlint.toml"),
    )
    .unwrap();
    let (run, _) = check(&machine);
    assert!(
        run.out.contains("données du pays/draft/broken.json"),
        "{}",
        run.out
    );
    assert!(!run.out.contains("elsewhere/broken"), "{}", run.out);
    let settings = machine.folder.read("work/données du pays/missionlint.toml");
    machine.folder.write(
        "work/données du pays/missionlint.toml",
        format!("paths = [\"mli\"]\n{settings}"),
    );
    let (run, _) = check(&machine);
    assert!(run.out.contains(&annotation), "{}", run.out);
    assert!(!run.out.contains("broken.json"), "{}", run.out);
    machine.set("FOLDER", "nowhere");
    assert_eq!(check(&machine).0.code, Some(2));
}

fn words() {
    let mut machine = machine().with_mission("missions/mli");
    machine.plant("missions/mli");
    machine.set(
        "ARGS",
        "--ignore 'cluster-staff-mismatch' \"--ignore=subnational,coverage\"\n--as-of=2025-03-31",
    );
    let (run, outputs) = check(&machine);
    assert_eq!(
        (run.code, outputs["warning"].as_str()),
        (Some(0), "0"),
        "{run:?}"
    );
    for no_check in ["--help", "--version", "--watch"] {
        machine.set("ARGS", no_check);
        assert_eq!(check(&machine).0.code, Some(2), "{no_check}");
    }
    machine.set("ARGS", "--ignore=$(touch${IFS}evaluated);`touch evaluated`");
    assert_eq!(check(&machine).0.code, Some(2));
    machine.set("ARGS", "--ignore 'cluster");
    assert_eq!(check(&machine).0.code, Some(2));
    machine.set("ARGS", "");
    machine.folder.write("work/-o", "{");
    machine.folder.write("work/--reveal", "{");
    machine.set("PATHS", "-o\n--reveal\n$(touch evaluated)\n");
    let (run, _) = check(&machine);
    assert_eq!(run.code, Some(2), "{run:?}");
    machine.set("PATHS", "-o\n--reveal\n");
    let (run, outputs) = check(&machine);
    assert_eq!(
        (run.code, outputs["error"].as_str()),
        (Some(1), "2"),
        "{run:?}"
    );
    machine.set("PATHS", "missions");
    machine.set("FAIL_ON", "never --reveal");
    assert_eq!(check(&machine).0.code, Some(2));
    assert!(!machine.folder.path().join("work/evaluated").exists());
}

/// A restricted record with a schema error at a value that nobody may see.
pub(crate) const SECRET: &str = r#"{"kind": "meeting", "id": "M-1", "mission": "mli", "classification": "restricted", "date": "qzx-secret"}"#;

fn reveals_nothing() {
    let mut machine = machine().with_mission("missions/mli");
    machine
        .folder
        .write("work/missions/mli/secret.json", SECRET);
    for arguments in [
        "--reveal",
        "--quiet '--reveal'",
        "\"--rev\"eal",
        "--re\\veal",
    ] {
        machine.set("ARGS", arguments);
        let (run, outputs) = check(&machine);
        assert_eq!(run.code, Some(2), "{arguments}: {run:?}");
        assert!(outputs.is_empty(), "{arguments}");
    }
    machine.set("ARGS", "");
    let (run, outputs) = check(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    let mut shown = vec![run.out, run.err, machine.folder.read("summary")];
    for entry in std::fs::read_dir(&outputs["reports"]).unwrap() {
        shown.push(std::fs::read_to_string(entry.unwrap().path()).unwrap());
    }
    assert!(shown.iter().any(|text| text.contains("secret.json")));
    assert!(!shown.iter().any(|text| text.contains("qzx")), "{shown:#?}");
}

fn hostile() {
    let machine = machine().with_mission("missions/mli");
    let names = [
        "::error::x.json",
        "##[error]x.json",
        "a\n::set-output name=x::y.json",
        "%0A::debug::x.json",
    ];
    for name in names {
        machine.folder.write(
            &format!("work/missions/mli/{name}"),
            "{\"kind\": \"::stop-commands::x\n::add-mask::mli\n##[group]x\"",
        );
        std::os::unix::fs::symlink(
            "nowhere",
            machine.path(&format!("work/missions/mli/gone {name}")),
        )
        .unwrap();
    }
    let machine = machine.with("PATHS", "missions\n::warning::x.json\n");
    let (run, _) = check(&machine);
    assert_eq!(run.code, Some(2), "{run:?}");
    let mut stopped: Option<&str> = None;
    let mut commands = 0;
    for line in run.out.lines().map(str::trim) {
        match stopped {
            Some(token) => stopped = (line != format!("::{token}::")).then_some(token),
            None if line.starts_with("::stop-commands::") => stopped = line.rsplit("::").next(),
            None => {
                let allowed = ["::error ", "::warning ", "::notice "];
                assert!(
                    !line.starts_with("::") || allowed.iter().any(|start| line.starts_with(start)),
                    "{line}"
                );
                assert!(line.starts_with("::") || !line.contains("##["), "{line}");
                commands += usize::from(line.starts_with("::"));
            }
        }
    }
    assert!(stopped.is_none() && commands > 0, "{}", run.out);
    assert!(run.err.is_empty(), "{}", run.err);
}

fn quota() {
    let machine = machine().with_mission("missions/mli");
    machine.plant("missions/mli");
    let earlier = "x".repeat(1_000_000);
    for (earlier, finding) in [("", true), (earlier.as_str(), false)] {
        machine.folder.write("summary", earlier);
        let (run, _) = check(&machine);
        assert_eq!(run.code, Some(1), "{run:?}");
        let summary = machine.folder.read("summary");
        let added = summary.strip_prefix(earlier).unwrap();
        assert!(!added.trim().is_empty());
        assert!(
            !finding || added.contains("cluster-staff-mismatch"),
            "{added}"
        );
        // More than that, and GitHub shows nothing.
        assert!(summary.len() <= 1_048_576);
    }
}

fn undone() {
    let machine = machine().with_mission("missions/mli");
    machine.folder.write("work/missionlint.toml", "as_of = \n");
    let (run, outputs) = check(&machine);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert_eq!(outputs["exit-code"], "2");
    assert_eq!(outputs["sarif-file"], "");
    assert!(!outputs.contains_key("verdict"));
    assert!(
        run.out
            .lines()
            .any(|line| line.starts_with("::error title=missionlint::")),
        "{}",
        run.out
    );
}
