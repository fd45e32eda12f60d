//! Workflows of GitHub: what may go wrong with them that no schema sees.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::cases::{Case, Need};
use crate::shell::Machine;
use crate::tool::project;
use crate::yaml;

pub(crate) const CASES: &[Case] = &[
    ("workflows_ask_for_few_permissions", &[], permissions),
    ("workflows_use_what_is_pinned", &[], pinned),
    ("workflows_evaluate_nothing_in_shell", &[], expressions),
    ("workflows_refer_to_what_is_there", &[], references),
    ("workflows_have_shell_that_parses", &[Need::Bash], parses),
    ("workflows_build_what_is_installed", &[], targets),
    (
        "the_container_holds_one_program_that_is_not_root",
        &[],
        container,
    ),
];

const OWN: [&str; 2] = [".github/workflows/ci.yml", ".github/workflows/release.yml"];
const READY: &str = ".github/ci/github.yml";

fn workflows() -> Vec<(&'static str, Value)> {
    let all = OWN.into_iter().chain([READY]);
    all.map(|path| (path, yaml::read(path))).collect()
}

fn jobs(workflow: &Value) -> impl Iterator<Item = (&String, &Value)> {
    workflow["jobs"].as_object().unwrap().iter()
}

fn steps(job: &Value) -> impl Iterator<Item = &Value> {
    job["steps"].as_array().unwrap().iter()
}

fn permissions() {
    let of = |value: &Value| -> Vec<String> {
        let granted = value.as_object().into_iter().flatten();
        granted
            .map(|(name, level)| format!("{name}: {}", level.as_str().unwrap()))
            .collect()
    };
    for (path, workflow) in workflows() {
        let top = of(&workflow["permissions"]);
        assert!(
            workflow["permissions"].is_object(),
            "{path}: permissions are not said"
        );
        assert!(
            top.is_empty() || top == ["contents: read"],
            "{path}: {top:?}"
        );
        for (name, job) in jobs(&workflow) {
            let mut granted = of(&job["permissions"]);
            granted.retain(|permission| permission != "contents: read");
            let expected: &[&str] = match (path, name.as_str()) {
                (".github/workflows/release.yml", "build") => {
                    &["attestations: write", "id-token: write"]
                }
                (".github/workflows/release.yml", "draft") => &["contents: write"],
                (READY, "check") => &["actions: read", "security-events: write"],
                _ => &[],
            };
            granted.sort();
            assert_eq!(granted, expected, "{path}: {name}");
            assert!(
                job["timeout-minutes"].is_number(),
                "{path}: {name} may hang"
            );
        }
        assert!(
            workflow["on"].get("pull_request_target").is_none(),
            "{path}"
        );
    }
}

fn pinned() {
    let version = format!("missionlint/missionlint@v{}", env!("CARGO_PKG_VERSION"));
    let action = json!({"jobs": {"action": yaml::read("action.yml")["runs"]}});
    for (path, workflow) in workflows().into_iter().chain([("action.yml", action)]) {
        for step in jobs(&workflow).flat_map(|(_, job)| steps(job)) {
            let Some(uses) = step["uses"].as_str() else {
                continue;
            };
            let reference = uses.rsplit('@').next().unwrap();
            let commit =
                reference.len() == 40 && reference.bytes().all(|byte| byte.is_ascii_hexdigit());
            let official = path == OWN[0] && uses.starts_with("actions/");
            assert!(
                commit || official || uses == version || uses == "./",
                "{path}: {uses}"
            );
            if uses.starts_with("actions/checkout@") {
                assert_eq!(step["with"]["persist-credentials"], false, "{path}");
            }
        }
    }
}

/// Every shell fragment of workflows and action, with where it stands.
fn fragments() -> Vec<(&'static str, String)> {
    let mut all: Vec<(&str, Value)> = workflows();
    all.push(("action.yml", yaml::read("action.yml")));
    let mut fragments = Vec::new();
    for (path, file) in &all {
        let steps: Vec<&Value> = match file.get("runs") {
            Some(runs) => steps(runs).collect(),
            None => jobs(file).flat_map(|(_, job)| steps(job)).collect(),
        };
        let runs = steps.into_iter().filter_map(|step| step["run"].as_str());
        fragments.extend(runs.map(|run| (*path, run.to_owned())));
    }
    fragments
}

fn expressions() {
    for (path, run) in fragments() {
        assert!(!run.contains("${{"), "{path}: {run}");
    }
}

/// The steps that the README shows.
fn recipe() -> Value {
    let readme = std::fs::read_to_string(project("README.md")).unwrap();
    let blocks = readme.split("```yaml\n").skip(1);
    let mut blocks = blocks.map(|rest| rest.split("```").next().unwrap());
    yaml::parse(
        "README.md",
        blocks.find(|block| block.starts_with("- uses:")).unwrap(),
    )
}

/// Names that follow a prefix in a text.
fn names_after<'t>(text: &'t str, prefix: &str) -> BTreeSet<&'t str> {
    let name = |rest: &'t str| {
        let end =
            rest.find(|letter: char| !letter.is_alphanumeric() && letter != '-' && letter != '_');
        &rest[..end.unwrap_or(rest.len())]
    };
    text.split(prefix).skip(1).map(name).collect()
}

fn references() {
    for (path, workflow) in workflows() {
        for (name, job) in jobs(&workflow) {
            let needs = match &job["needs"] {
                Value::String(one) => vec![one.as_str()],
                Value::Array(all) => all.iter().map(|need| need.as_str().unwrap()).collect(),
                _ => Vec::new(),
            };
            for need in needs {
                assert!(
                    workflow["jobs"].get(need).is_some(),
                    "{path}: {name} needs {need}"
                );
            }
            let ids: BTreeSet<&str> = steps(job).filter_map(|step| step["id"].as_str()).collect();
            let text = job.to_string();
            assert!(
                names_after(&text, "steps.").is_subset(&ids),
                "{path}: {name}"
            );
            let matrix = job["strategy"]["matrix"]["include"]
                .as_array()
                .into_iter()
                .flatten();
            for row in matrix {
                for column in names_after(&text, "matrix.") {
                    assert!(row.get(column).is_some(), "{path}: {name}: {column}");
                }
            }
        }
    }
    // What is given to the action and taken from it.
    let action = yaml::read("action.yml");
    let text = yaml::read(READY).to_string();
    let outputs = names_after(&text, "steps.missionlint.outputs.");
    assert!(!outputs.is_empty());
    assert!(
        outputs
            .iter()
            .all(|name| action["outputs"].get(name).is_some()),
        "{outputs:?}"
    );
    let readme = json!({"jobs": {"readme": {"steps": recipe()}}});
    for (path, workflow) in workflows().into_iter().chain([("README.md", readme)]) {
        for step in jobs(&workflow).flat_map(|(_, job)| steps(job)) {
            let uses = step["uses"].as_str().unwrap_or_default();
            if uses.starts_with("missionlint/") {
                let version = env!("CARGO_PKG_VERSION");
                assert_eq!(
                    uses,
                    format!("missionlint/missionlint@v{version}"),
                    "{path}"
                );
            }
            if uses == "./" || uses.starts_with("missionlint/") {
                for name in step["with"].as_object().unwrap().keys() {
                    assert!(action["inputs"].get(name).is_some(), "{path}: {name}");
                }
            }
        }
    }
}

fn parses() {
    let machine = Machine::new();
    let scripts = [
        ".ci/run",
        ".ci/pre-commit",
        ".github/action/install.sh",
        ".github/action/check.sh",
        ".github/action/review.sh",
        ".github/action/link.sh",
        ".github/release/package.sh",
    ];
    let whole = scripts.map(|path| {
        let text = std::fs::read_to_string(project(path)).unwrap();
        assert!(text.contains("\nset -euo pipefail\n"), "{path}");
        (path, text)
    });
    let scope = ".github/action/scope.sh";
    let scope = (scope, std::fs::read_to_string(project(scope)).unwrap());
    for (path, text) in fragments().into_iter().chain(whole).chain([scope]) {
        machine.folder.write("script", &text);
        let run = machine.run(&["bash", "-n", &machine.path("script")]);
        assert_eq!(run.code, Some(0), "{path}: {run:?}\n{text}");
    }
}

fn targets() {
    let release = yaml::read(OWN[1]);
    let rows = release["jobs"]["build"]["strategy"]["matrix"]["include"]
        .as_array()
        .unwrap();
    let built: BTreeSet<&str> = rows
        .iter()
        .map(|row| row["target"].as_str().unwrap())
        .collect();
    let install = std::fs::read_to_string(project(".github/action/install.sh")).unwrap();
    let wanted = install
        .split("echo ")
        .skip(1)
        .map(|rest| rest.split_whitespace().next().unwrap());
    let wanted: BTreeSet<&str> = wanted
        .filter(|word| word.matches('-').count() >= 2)
        .collect();
    assert_eq!(wanted.len(), 5, "{wanted:?}");
    assert!(wanted.is_subset(&built), "{wanted:?} {built:?}");
    for part in ["linux-gnu", "linux-musl", "apple-darwin", "windows"] {
        assert!(built.iter().any(|target| target.contains(part)), "{part}");
    }
}

fn container() {
    let text = std::fs::read_to_string(project("Containerfile")).unwrap();
    let last = text.split("\nFROM ").last().unwrap();
    assert!(last.starts_with("scratch\n"));
    assert!(last.contains("\nUSER 65532:65532\n") && last.contains("\nWORKDIR /data\n"));
    // All that the sources take in is copied.
    let copied: Vec<&str> = text
        .lines()
        .filter_map(|line| line.strip_prefix("COPY "))
        .collect();
    let copied: Vec<&str> = copied
        .iter()
        .flat_map(|line| line.split_whitespace())
        .collect();
    let mut folders = vec![project("src")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&path).unwrap();
                for rest in source.split("include_str!(").skip(1) {
                    let taken = rest.split('"').nth(1).unwrap_or_default();
                    let outside = taken.trim_start_matches("../");
                    let outer = [
                        "README",
                        "CHANGELOG",
                        ".github",
                        "fixtures",
                        "schemas",
                        "Cargo",
                        ".ci",
                    ];
                    if outer.iter().any(|start| outside.starts_with(start)) {
                        assert!(
                            copied.iter().any(|part| outside.starts_with(part)),
                            "{}: {taken}",
                            path.display()
                        );
                    }
                }
            }
        }
    }
}
