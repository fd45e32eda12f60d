//! The command line: everything that touches clock, environment, terminal and file system.

mod allow;
mod args;
mod audit;
mod audit_args;
mod authority;
mod baseline;
mod cache;
mod catalogue;
mod check;
mod ci;
mod completions;
mod configuration;
mod coverage;
mod diff;
mod diff_report;
mod existing;
mod files;
mod ground;
mod help;
mod init;
mod inspect;
mod interrupt;
mod links;
mod man;
mod means;
mod naming;
mod options;
mod outcome;
mod progress;
mod publish;
mod reports;
mod review;
mod revision;
mod schema;
mod selection;
mod settings;
mod setup_args;
mod sheets;
mod since;
mod spare;
mod standard_input;
mod starter;
mod terminal;
mod usage;
mod watch;
mod wording;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;

use clap::error::ErrorKind;
use clap::{CommandFactory, FromArgMatches};

use crate::message::{Language, Messages};
use args::{Arguments, Command};
pub use outcome::Outcome;

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let language = terminal::language(std::env::args_os());
    silence_panics(language);
    guarded(|| command(&Messages::new(language))).into()
}

/// A fault of the tool ends as one, wherever it happens.
fn guarded(work: impl FnOnce() -> Outcome) -> Outcome {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or(Outcome::Unusable)
}

fn command(messages: &Messages) -> Outcome {
    let arguments = match parse(messages) {
        Ok(arguments) => arguments,
        // Help and version are no errors: clap knows.
        Err(error) if !error.use_stderr() => {
            let _ = error.print();
            return Outcome::Passed;
        }
        // The help of a command that was named without anything to do.
        Err(error) if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = error.print();
            return Outcome::Unusable;
        }
        Err(error) => {
            // It may quote what was typed, such as the name of a file.
            terminal::complain(&usage::complaint(&error, messages));
            return Outcome::Unusable;
        }
    };
    match arguments.command {
        Command::Check(options) if options.times.watch => watch::run(*options, messages),
        Command::Check(options) => check::run(&options, messages),
        Command::Review(options) => review::run(*options, messages),
        Command::Audit(options) => audit::run(&options, messages),
        Command::Allow(options) => allow::run(&options, messages),
        Command::Explain(options) => catalogue::explain(&options, messages),
        Command::Rules(options) => catalogue::rules(&options, messages),
        Command::Policy(options) => catalogue::policy(&options, messages),
        Command::Schema(options) => inspect::schema(&options, messages),
        Command::Baseline(options) => baseline::run(&options.action, messages),
        Command::Diff(options) => diff::run(&options, messages),
        Command::Config(options) => settings::run(&options, messages),
        Command::Init(options) => init::run(&options, messages),
        Command::Completions(options) => completions::run(&options, messages),
        Command::Man(options) => man::run(&options, messages),
    }
}

fn parse(messages: &Messages) -> Result<Arguments, clap::Error> {
    // Only help and complaints need the texts of all commands, in the language.
    let read = Arguments::command().try_get_matches_from(std::env::args_os());
    let mut matches = read.or_else(|_| {
        let command = help::translated(Arguments::command(), messages);
        command.try_get_matches_from(std::env::args_os())
    })?;
    Arguments::from_arg_matches_mut(&mut matches)
}

/// The message of a panic may quote values of records: only its place is told.
fn silence_panics(language: Language) {
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic
            .location()
            .map(|place| format!("{}:{}", place.file(), place.line()));
        let place: Vec<_> = place
            .into_iter()
            .map(|place| ("place", place.into()))
            .collect();
        terminal::complain(&Messages::new(language).say("internal-fault", &place));
    }));
}

#[cfg(test)]
mod tests {
    use super::{Outcome, guarded};

    #[test]
    fn a_panic_ends_as_a_fault_of_the_tool() {
        assert_eq!(guarded(|| panic!("a value")), Outcome::Unusable);
        assert_eq!(guarded(|| Outcome::Failed), Outcome::Failed);
    }
}
