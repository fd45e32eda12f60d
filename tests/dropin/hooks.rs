//! `.pre-commit-hooks.yaml`, with pre-commit itself where it is installed (`.ci/pre-commit` does that).

use std::path::{Path, PathBuf};

use serde_json::json;

use crate::action::validate;
use crate::cases::{Case, Need};
use crate::shell::{Machine, executable, find, wrapper};
use crate::tool::{Run, project};
use crate::yaml;

pub(crate) const CASES: &[Case] = &[
    ("hooks_are_valid", &[Need::Schemas], are_valid),
    (
        "hooks_check_the_whole_tree_at_every_commit",
        &[],
        whole_tree,
    ),
    (
        "hooks_stop_a_commit_with_a_fault",
        &[Need::Bash, Need::Git, Need::PreCommit],
        stop,
    ),
];

const FILE: &str = ".pre-commit-hooks.yaml";

/// pre-commit, if it is at hand.
pub(crate) fn pre_commit() -> Option<PathBuf> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent()?;
    let own = target.join("pre-commit/bin/pre-commit");
    Some(own)
        .filter(|file| file.is_file())
        .or_else(|| find("pre-commit"))
}

fn are_valid() {
    validate(&yaml::read(FILE), "pre-commit-hooks.json");
}

fn whole_tree() {
    let hooks = yaml::read(FILE);
    let languages: Vec<_> = hooks
        .as_array()
        .unwrap()
        .iter()
        .map(|hook| {
            assert_eq!(hook["entry"], "missionlint check");
            assert_eq!(
                (&hook["pass_filenames"], &hook["always_run"]),
                (&json!(false), &json!(true))
            );
            (
                hook["id"].as_str().unwrap(),
                hook["language"].as_str().unwrap(),
            )
        })
        .collect();
    assert_eq!(
        languages,
        [("missionlint", "rust"), ("missionlint-system", "system")]
    );
}

/// What the README says to write into `.pre-commit-config.yaml`.
fn recipe() -> String {
    let readme = std::fs::read_to_string(project("README.md")).unwrap();
    let blocks = readme.split("```yaml\n").skip(1);
    let mut blocks = blocks.map(|rest| rest.split("```").next().unwrap());
    blocks
        .find(|block| block.starts_with("repos:"))
        .unwrap()
        .to_owned()
}

/// Commits everything, with hooks.
fn commit(machine: &Machine) -> Run {
    machine.git("work", &["add", "--all"]);
    let author = [
        "-c",
        "user.name=T",
        "-c",
        "user.email=t@example.org",
        "-c",
        "commit.gpgsign=false",
    ];
    let arguments = [&["git"], &author[..], &["commit", "--message", "Change"]].concat();
    machine.run(&arguments)
}

fn stop() {
    let machine = Machine::new()
        .with_tool("missionlint", &wrapper())
        .with_mission("missions/mli");
    let cache = machine.path("cache");
    let machine = machine.with("PRE_COMMIT_HOME", &cache);
    // The repository that the hooks come from.
    machine.folder.write(
        &format!("hooks/{FILE}"),
        std::fs::read(project(FILE)).unwrap(),
    );
    machine.git("hooks", &["init", "--quiet"]);
    machine.git("hooks", &["add", "--all"]);
    machine.git("hooks", &["commit", "--quiet", "-m", "Hooks"]);
    let revision = machine.git("hooks", &["rev-parse", "HEAD"]);
    let hooks = machine.path("hooks");
    let settings = recipe()
        .replace("https://github.com/missionlint/missionlint", &hooks)
        .replace(
            &format!("rev: v{}", env!("CARGO_PKG_VERSION")),
            &format!("rev: {revision}"),
        )
        .replace("id: missionlint", "id: missionlint-system");
    assert!(
        settings.contains(&hooks) && settings.contains(&revision) && settings.contains("-system")
    );
    machine
        .folder
        .write("work/.pre-commit-config.yaml", settings);
    let program = machine.path("tools/pre-commit");
    std::os::unix::fs::symlink(pre_commit().unwrap(), &program).unwrap();
    executable(Path::new(&program));
    for arguments in [
        &["pre-commit", "validate-manifest"][..],
        &["pre-commit", "install"],
    ] {
        let folder = if arguments[1] == "install" {
            "work"
        } else {
            "hooks"
        };
        let all = if folder == "hooks" {
            [arguments, &[FILE]].concat()
        } else {
            arguments.to_vec()
        };
        let run = machine.run_in(folder, &all);
        assert_eq!(run.code, Some(0), "{run:?}");
    }

    let run = commit(&machine);
    assert_eq!(run.code, Some(0), "clean records are committed: {run:?}");
    let before = machine.git("work", &["rev-parse", "HEAD"]);

    machine.plant("missions/mli");
    let run = commit(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        (run.out.clone() + &run.err).contains("cluster-staff-mismatch"),
        "{run:?}"
    );
    machine.git("work", &["reset", "--quiet", "--hard"]);

    // Only deletes a file, to whose records others refer.
    std::fs::remove_file(machine.path("work/missions/mli/programmes.json")).unwrap();
    let run = commit(&machine);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(
        (run.out.clone() + &run.err).contains("dangling-reference"),
        "{run:?}"
    );
    assert_eq!(machine.git("work", &["rev-parse", "HEAD"]), before);
}
