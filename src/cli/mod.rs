//! The command line: everything that touches clock, environment, terminal and file system.

mod args;
mod catalogue;
mod check;
mod coverage;
mod inspect;
mod naming;
mod outcome;
mod schema;
mod terminal;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Arguments, Command};
pub use outcome::Outcome;

use crate::message::{Language, Messages};

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    silence_panics();
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        // Help and version are no errors: clap knows.
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return Outcome::Passed.into();
        }
        Err(error) => {
            // It may quote what was typed, such as the name of a file.
            let _ = write!(
                io::stderr().lock(),
                "{}",
                terminal::clean(&error.to_string())
            );
            return Outcome::Unusable.into();
        }
    };
    let messages = || Messages::new(Language::English);
    let outcome = match arguments.command {
        Command::Check(options) => check::run(&options),
        Command::Explain(options) => catalogue::explain(&options, &messages()),
        Command::Rules(options) => catalogue::rules(&options, &messages()),
        Command::Policy(options) => catalogue::policy(&options, &messages()),
        Command::Schema(options) => inspect::schema(&options),
    };
    outcome.into()
}

/// The message of a panic may quote values of records: only its place is told.
fn silence_panics() {
    std::panic::set_hook(Box::new(|panic| {
        let place = panic
            .location()
            .map(|place| format!(" at {}:{}", place.file(), place.line()))
            .unwrap_or_default();
        terminal::complain(&format!(
            "internal fault{place}; this is a bug of missionlint"
        ));
    }));
}
