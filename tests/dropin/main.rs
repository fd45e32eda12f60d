//! What puts missionlint into CI: the action, the hooks, the files for the platforms, the release. Every shell fragment is
//! run as shell, on the real program; what a platform would add is put in its place.
//!
//! A test that needs a tool or data that is not there is reported as ignored, by name.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod action;
mod hooks;
mod install;
mod platforms;
mod shell;
#[path = "../suite/tool.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use all of it")]
mod tool;
mod workflows;
mod yaml;

use std::path::{Path, PathBuf};

use libtest_mimic::{Arguments, Trial};

/// What a test cannot do without.
#[derive(Debug, Clone, Copy)]
enum Need {
    Bash,
    Git,
    PreCommit,
    /// The schemas of the conformance data.
    Schemas,
}

impl Need {
    fn name(self) -> &'static str {
        match self {
            Self::Bash => "bash",
            Self::Git => "git",
            Self::PreCommit => "pre-commit",
            Self::Schemas => "schemas of the conformance data",
        }
    }

    fn is_there(self) -> bool {
        match self {
            Self::Bash => shell::find("bash").is_some(),
            Self::Git => shell::find("git").is_some(),
            Self::PreCommit => hooks::pre_commit().is_some(),
            Self::Schemas => schemas().is_some(),
        }
    }
}

/// A test: its name, what it needs, what it does.
type Case = (&'static str, &'static [Need], fn());

fn main() {
    let arguments = Arguments::from_args();
    let cases = [
        action::CASES,
        hooks::CASES,
        install::CASES,
        platforms::CASES,
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
    libtest_mimic::run(&arguments, trials.collect()).exit();
}

/// Where the schemas of files that platforms read are, if they are at hand.
fn schemas() -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/suites");
    let suites = std::env::var_os("MISSIONLINT_SUITES").map_or_else(beside, PathBuf::from);
    let folder = suites.join("schemas");
    folder.is_dir().then_some(folder)
}
