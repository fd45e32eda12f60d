//! `missionlint man`: pages for `man`, one for the program and one for each of its commands.

use std::io::{self, Write};
use std::path::Path;

use clap::{Command, CommandFactory};
use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::Outcome;
use super::args::Arguments;
use super::help::{translated, usage};
use super::inspect::print;
use super::setup_args::ManOptions;
use super::terminal::complain;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::whole::write_atomically;

/// Runs the command.
pub(super) fn run(options: &ManOptions, messages: &Messages) -> Outcome {
    let command = translated(Arguments::command(), messages);
    let Some(folder) = &options.dir else {
        return print(&page(command, messages));
    };
    for (name, text) in pages(&command, messages) {
        let path = folder.join(&name);
        if let Err(error) = write_atomically(&path, text.as_bytes()) {
            let phrase = Phrase::new("cannot-write").with("path", path.to_string_lossy());
            complain(&messages.phrase(&phrase.because(&error)));
            return Outcome::Unusable;
        }
    }
    told(&command, folder, messages)
}

fn told(command: &Command, folder: &Path, messages: &Messages) -> Outcome {
    let folder = folder.to_string_lossy().into_owned();
    let count = (commands(command).count() + 1) as u64;
    let values = [("folder", folder.into()), ("count", count.into())];
    print(&format!(
        "{}\n",
        super::terminal::clean(&messages.say("man-written", &values))
    ))
}

/// The commands that do something: `help` has no page.
fn commands(command: &Command) -> impl Iterator<Item = &Command> {
    let inner = command.get_subcommands();
    inner.filter(|inner| inner.get_name() != "help")
}

/// Name of the file and text of every page.
fn pages(command: &Command, messages: &Messages) -> Vec<(String, String)> {
    let all = commands(command).chain([command]).cloned();
    all.map(|command| {
        let name = Man::new(command.clone()).get_filename();
        (name, page(command, messages))
    })
    .collect()
}

/// The page of a command.
fn page(mut command: Command, messages: &Messages) -> String {
    let usage = usage(&mut command);
    let after = command.get_after_help().map(ToString::to_string);
    let has_commands = commands(&command).next().is_some();
    let source = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));
    if has_commands {
        command = command.mut_subcommand("help", |help| help.hide(true));
    }
    let man = Man::new(command.override_usage(usage)).source(source);
    let heading = |id: &str| Some(messages.say(id, &[]));
    let mut page = Page::default();
    page.add(None, |out| man.render_title(out));
    page.add(heading("man-name"), |out| man.render_name_section(out));
    page.add(heading("man-synopsis"), |out| {
        man.render_synopsis_section(out)
    });
    page.add(heading("man-description"), |out| {
        man.render_description_section(out)
    });
    page.add(None, |out| man.render_options_section(out));
    if has_commands {
        page.add(heading("man-commands"), |out| {
            man.render_subcommands_section(out)
        });
    }
    page.examples(&after.unwrap_or_default());
    page.0
}

/// A page in the language that `man` reads.
#[derive(Default)]
struct Page(String);

impl Page {
    /// Adds what is rendered, under another heading where one is given.
    fn add(
        &mut self,
        heading: Option<String>,
        render: impl FnOnce(&mut dyn Write) -> io::Result<()>,
    ) {
        let mut text = Vec::new();
        // Writing to memory cannot fail.
        let _ = render(&mut text);
        let text = String::from_utf8_lossy(&text);
        let preamble = Roff::new().render();
        let text = if self.0.is_empty() {
            &text
        } else {
            text.strip_prefix(preamble.as_str()).unwrap_or(&text)
        };
        match (heading, text.split_once('\n')) {
            (Some(heading), Some((_, rest))) => {
                let mut section = Roff::new();
                section.control("SH", [heading.as_str()]);
                self.0.push_str(&section.to_roff());
                self.0.push_str(rest);
            }
            _ => self.0.push_str(&trimmed_headings(text)),
        }
    }

    /// Adds what stands behind the help: each line at the margin is a heading, what stands below it is kept line by
    /// line.
    fn examples(&mut self, text: &str) {
        let mut section = Roff::new();
        let mut is_open = false;
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            if line.starts_with(' ') {
                if !is_open {
                    section.control("nf", []);
                    is_open = true;
                }
                section.text([roman(line.trim_start())]);
            } else {
                if is_open {
                    section.control("fi", []);
                    is_open = false;
                }
                let heading =
                    line.trim_end_matches(|sign: char| sign == ':' || sign.is_whitespace());
                section.control("SH", [heading.to_uppercase().as_str()]);
            }
        }
        if is_open {
            section.control("fi", []);
        }
        self.0.push_str(&section.to_roff());
    }
}

/// In French, headings end with the space before the colon that help puts behind them.
fn trimmed_headings(text: &str) -> String {
    let trimmed = |line: &str| {
        let is_heading = line.starts_with(".SH ");
        let line = if is_heading { line.trim_end() } else { line };
        format!("{line}\n")
    };
    text.lines().map(trimmed).collect()
}
