//! The `missionlint` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    missionlint::cli::run()
}
