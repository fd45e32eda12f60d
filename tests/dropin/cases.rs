//! The tests, and what they cannot do without.

use std::path::{Path, PathBuf};

use libtest_mimic::Trial;

use crate::tool::project;
use crate::{action, consumers, hooks, install, platforms, sheet, shell, workflows};

/// What a test cannot do without.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Need {
    Bash,
    Git,
    /// Node.js, and what `npm ci --prefix tests/browser` installs.
    LintReport,
    PreCommit,
    /// The schemas of the conformance data.
    Schemas,
}

impl Need {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Git => "git",
            Self::LintReport => "Node.js with danger-plugin-lint-report",
            Self::PreCommit => "pre-commit",
            Self::Schemas => "schemas of the conformance data",
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::Bash => shell::find("bash").is_some(),
            Self::Git => shell::find("git").is_some(),
            Self::LintReport => {
                let plugin = "tests/browser/node_modules/danger-plugin-lint-report";
                shell::find("node").is_some() && Path::new(&project(plugin)).is_dir()
            }
            Self::PreCommit => hooks::pre_commit().is_some(),
            Self::Schemas => schemas().is_some(),
        }
    }
}

/// A test: its name, what it needs, what it does.
pub(crate) type Case = (&'static str, &'static [Need], fn());

/// All tests; those that need what is not there are ignored, by name.
pub(crate) fn trials() -> Vec<Trial> {
    let cases = [
        action::CASES,
        consumers::CASES,
        hooks::CASES,
        install::CASES,
        platforms::CASES,
        sheet::CASES,
        workflows::CASES,
    ];
    let trials = cases.iter().copied().flatten().map(|&(name, needs, run)| {
        let trial = Trial::test(name, move || {
            run();
            Ok(())
        });
        let mut needs = needs.iter();
        match needs.find(|need| !need.is_there()) {
            Some(need) => trial
                .with_kind(format!("no {}", need.name()))
                .with_ignored_flag(true),
            None => trial,
        }
    });
    trials.collect()
}

/// Where the schemas of files that platforms read are, if they are at hand.
pub(crate) fn schemas() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    let suites = std::env::var_os("MISSIONLINT_SUITES").map_or_else(beside, PathBuf::from);
    let folder = suites.join("schemas");
    folder.is_dir().then_some(folder)
}
