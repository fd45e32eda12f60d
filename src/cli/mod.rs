//! The command line: everything that touches clock, environment, terminal and file system.

mod args;
mod check;
mod inspect;
mod outcome;
mod terminal;

use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
pub use outcome::Outcome;

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    silence_panics();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors: clap knows.
            let _ = error.print();
            return if error.use_stderr() { Outcome::Unusable.into() } else { Outcome::Passed.into() };
        }
    };
    let outcome = match arguments.command {
        Command::Check(options) => check::run(&options),
        Command::Explain(options) => inspect::explain(&options),
        Command::Rules(options) => inspect::rules(&options),
        Command::Schema(options) => inspect::schema(&options),
    };
    outcome.into()
}

/// The message of a panic may quote values of records: only its place is told.
fn silence_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(|place| format!(" at {}:{}", place.file(), place.line())).unwrap_or_default();
        terminal::complain(&format!("internal fault{place}; this is a bug of missionlint"));
    }));
}
