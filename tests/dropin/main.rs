//! What puts missionlint into CI: the action, the hooks, the files for the platforms, the release. Every shell fragment is
//! run as shell, on the real program; what a platform would add is put in its place.
//!
//! A test that needs a tool or data that is not there is reported as ignored, by name.

#![cfg_attr(
    unix,
    expect(clippy::unwrap_used, reason = "a test may fail by panicking")
)]

#[cfg(unix)]
mod action;
#[cfg(unix)]
mod cases;
#[cfg(unix)]
mod consumers;
#[cfg(unix)]
mod hooks;
#[cfg(unix)]
mod install;
#[cfg(unix)]
mod platforms;
#[cfg(unix)]
mod sheet;
#[cfg(unix)]
mod shell;
#[cfg(unix)]
#[path = "../suite/tool.rs"]
#[expect(dead_code, reason = "shared with the other tests, which use all of it")]
mod tool;
#[cfg(unix)]
mod workflows;
#[cfg(unix)]
mod yaml;

use libtest_mimic::{Arguments, Trial};

fn main() {
    let mut arguments = Arguments::from_args();
    // One at a time: a script that one test has just written cannot be run while another test starts a process.
    arguments.test_threads.get_or_insert(1);
    libtest_mimic::run(&arguments, trials()).exit();
}

#[cfg(unix)]
fn trials() -> Vec<Trial> {
    cases::trials()
}

#[cfg(not(unix))]
fn trials() -> Vec<Trial> {
    let trial = Trial::test("scripts_and_files_for_ci", || Ok(()));
    vec![trial.with_kind("no Unix").with_ignored_flag(true)]
}
