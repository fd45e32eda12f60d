//! `missionlint completions`: what makes a shell complete commands, options and their values.

use clap::builder::PossibleValuesParser;
use clap::{Command, CommandFactory};
use clap_complete::aot::{Shell, generate};

use super::Outcome;
use super::args::Arguments;
use super::help::translated;
use super::inspect::{print, schema_names};
use super::setup_args::{self, CompletionsOptions};
use crate::message::Messages;
use crate::reference::packs;
use crate::rules;

/// Runs the command.
pub(super) fn run(options: &CompletionsOptions, messages: &Messages) -> Outcome {
    let mut command = with_values(translated(Arguments::command(), messages));
    let shell = match options.shell {
        setup_args::Shell::Bash => Shell::Bash,
        setup_args::Shell::Zsh => Shell::Zsh,
        setup_args::Shell::Fish => Shell::Fish,
        setup_args::Shell::Powershell => Shell::PowerShell,
    };
    let mut script = Vec::new();
    generate(shell, &mut command, env!("CARGO_PKG_NAME"), &mut script);
    print(&String::from_utf8_lossy(&script))
}

/// The command with the names that may stand where the parser takes any text: what is wrong with a name is said
/// better, and in fewer words, by what looks it up.
fn with_values(mut command: Command) -> Command {
    let catalogue = rules::catalogue();
    let rules: Vec<&'static str> = catalogue.iter().map(|rule| rule.id).collect();
    let mut families: Vec<&'static str> = catalogue.iter().map(|rule| rule.group.code()).collect();
    families.dedup();
    let choice = [families, rules.clone()].concat();
    let packs = packs().iter().map(|pack| pack.id.as_str()).collect();
    let places = [
        ("check", "select", choice.clone()),
        ("check", "ignore", choice.clone()),
        ("explain", "rules", rules),
        ("rules", "names", choice),
        ("policy", "pack", packs),
        ("schema", "kind", schema_names()),
    ];
    for (inner, argument, values) in places {
        command = command.mut_subcommand(inner, |inner| {
            inner.mut_arg(argument, |argument| {
                argument.value_parser(PossibleValuesParser::new(values))
            })
        });
    }
    command
}
