//! Help in the language of the reader: the texts of `help.ftl` in place of those beside the arguments, which are
//! English.

use clap::{Arg, Command};

use crate::message::{Language, Messages};

/// The command as the parser takes it, with help in the language.
pub(super) fn translated(mut command: Command, messages: &Messages) -> Command {
    // Makes the arguments and commands for help, which have texts as well.
    command.build();
    if messages.language() == Language::English {
        command
    } else {
        of_command(command, "help", messages)
    }
}

/// Texts of a command have its id and what they are; those of commands in it, their names behind the id.
fn of_command(mut command: Command, id: &str, messages: &Messages) -> Command {
    if let Some(about) = messages.find(id, &[]) {
        command = command.about(about);
    }
    if let Some(after) = messages.find(&format!("{id}-after"), &[]) {
        command = command.after_help(after);
    }
    let say = |id: &str| messages.say(id, &[]);
    command = command
        .mut_args(|argument| of_argument(argument, id, messages))
        .mut_subcommands(|inner| {
            let id = id_of_command(&inner, id);
            of_command(inner, &id, messages)
        })
        .subcommand_help_heading(say("help-commands"))
        .subcommand_value_name(say("help-command-value"));
    let usage = usage(&mut command).replace("[OPTIONS]", &say("help-options-value"));
    let heading = command.get_styles().get_usage();
    let heading = format!("{heading}{}{heading:#}", say("help-usage"));
    command
        .help_template(format!(
            "{{before-help}}{{about-with-newline}}\n{heading} {{usage}}\n\n{{all-args}}{{after-help}}"
        ))
        .override_usage(usage)
}

/// How a command is called, without the heading.
pub(super) fn usage(command: &mut Command) -> String {
    let usage = command.render_usage().to_string();
    without_heading(&usage).to_owned()
}

/// A usage behind its heading.
pub(super) fn without_heading(usage: &str) -> &str {
    let usage = usage.trim_start();
    let usage = usage.strip_prefix("Usage:").unwrap_or(usage).trim_start();
    usage
        .find(env!("CARGO_PKG_NAME"))
        .map_or(usage, |at| &usage[at..])
}

/// The id of the text of a command in another one. Below `help`, each command is there once more.
fn id_of_command(command: &Command, outer: &str) -> String {
    let outer = outer.strip_suffix("-help").unwrap_or(outer);
    format!("{outer}-{}", command.get_name())
}

fn id_of_argument(argument: &Arg, command: &str) -> String {
    let name = argument.get_id().as_str().replace('_', "-");
    // A review takes what a check takes.
    let command = match command {
        "help-review" if !["decisions", "compare"].contains(&name.as_str()) => "help-check",
        "help-audit" if !OF_AUDITS.contains(&name.as_str()) => "help-check",
        other => other,
    };
    if COMMON.contains(&name.as_str()) {
        format!("help-option-{name}")
    } else {
        format!("{command}-{name}")
    }
}

/// Options of an audit that a check does not have, or that mean something else there.
const OF_AUDITS: [&str; 6] = ["compare", "format", "hxl", "output", "quiet", "sheets"];

/// Options that every command has.
const COMMON: [&str; 3] = ["help", "version", "lang"];

fn of_argument(mut argument: Arg, command: &str, messages: &Messages) -> Arg {
    let id = id_of_argument(&argument, command);
    let shown = |values: Vec<String>| values.join(", ");
    let defaults = shown(
        argument
            .get_default_values()
            .iter()
            .map(|value| value.to_string_lossy().into_owned())
            .collect(),
    );
    let possible = shown(
        argument
            .get_possible_values()
            .iter()
            .map(|value| value.get_name().to_owned())
            .collect(),
    );
    let takes_value = argument.get_action().takes_values();
    if let Some(mut help) = messages.find(&id, &[]) {
        for (id, values) in [("help-default", defaults), ("help-possible", possible)] {
            if takes_value && !values.is_empty() {
                help.push(' ');
                help.push_str(&messages.say(id, &[("values", values.into())]));
            }
        }
        argument = argument
            .help(help)
            .hide_default_value(true)
            .hide_possible_values(true);
    }
    if takes_value {
        let names = argument.get_value_names().unwrap_or_default().iter();
        let names: Vec<String> = names.map(|name| value_name(name, messages)).collect();
        argument = argument.value_names(names);
    }
    let heading = if argument.is_positional() {
        "help-arguments"
    } else {
        "help-options"
    };
    argument.help_heading(messages.say(heading, &[]))
}

/// The name of a value: `FILE`, `[FORMAT=]FILE`.
fn value_name(name: &str, messages: &Messages) -> String {
    let said = messages.find(&id_of_value(name), &[]);
    said.unwrap_or_else(|| name.to_owned())
}

fn id_of_value(name: &str) -> String {
    let letters: String = name
        .chars()
        .filter(|letter| letter.is_ascii_alphabetic() || *letter == '=')
        .collect();
    format!("help-value-{}", letters.replace('=', "-").to_lowercase())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use clap::CommandFactory;

    use super::*;
    use crate::cli::args::Arguments;

    /// Ids of all texts of a command and what is in it.
    fn ids_of(command: &Command, id: &str, ids: &mut BTreeSet<String>) {
        ids.insert(id.to_owned());
        if command.get_after_help().is_some() {
            ids.insert(format!("{id}-after"));
        }
        for argument in command.get_arguments() {
            ids.insert(id_of_argument(argument, id));
            let names = argument.get_value_names().unwrap_or_default();
            if argument.get_action().takes_values() {
                ids.extend(names.iter().map(|name| id_of_value(name)));
            }
        }
        for inner in command.get_subcommands() {
            ids_of(inner, &id_of_command(inner, id), ids);
        }
    }

    #[test]
    fn every_command_and_option_has_its_help_in_every_language() {
        let mut command = Arguments::command();
        command.build();
        let mut wanted = BTreeSet::new();
        ids_of(&command, "help", &mut wanted);
        let others = Language::ALL.into_iter();
        for language in others.filter(|language| *language != Language::English) {
            let files = language.files();
            let (_, text) = files.iter().find(|(name, _)| *name == "help").unwrap();
            let there: BTreeSet<String> = text
                .lines()
                .filter(|line| line.starts_with("help"))
                .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
                .collect();
            let missing: Vec<_> = wanted.difference(&there).collect();
            let unused: Vec<_> = there.difference(&wanted).collect();
            assert!(
                missing.is_empty() && unused.is_empty(),
                "{}/help.ftl lacks {missing:?}, and has {unused:?} for nothing",
                language.code()
            );
        }
    }
}
