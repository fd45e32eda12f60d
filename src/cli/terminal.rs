//! Terminal, environment and clock.

use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};

use super::args::Color;
use crate::calendar::Day;
use crate::finding::Phrase;
use crate::message::{Language, Messages};
use crate::output::{COMMENT, Look};
use crate::report::RunFault;
use crate::text::visible;

/// Columns where the terminal does not say.
const WIDTH: usize = 100;

/// Writes a line of the tool's own to standard error.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "missionlint: {}", clean(text));
}

/// Says what is wrong with a file, or another subject.
pub(super) fn complain_about(subject: &str, reason: &Phrase, messages: &Messages) {
    let values = [
        ("label", subject.into()),
        ("text", messages.phrase(reason).into()),
    ];
    complain(&messages.say("labelled", &values));
}

/// Says what went wrong with the run.
pub(super) fn complain_of(fault: &RunFault, messages: &Messages) {
    if fault.subject == env!("CARGO_PKG_NAME") {
        // The line begins with this name as it is.
        let reason = ("reason", messages.phrase(&fault.reason).into());
        complain(&messages.say(&format!("fault-{}", fault.kind), &[reason]));
    } else {
        complain_about(&fault.subject, &fault.reason, messages);
    }
}

/// A text without characters that a terminal would obey; line ends stay.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character == '\n' {
                character
            } else {
                visible(character)
            }
        })
        .collect()
}

/// Today, by the clock of the machine, in UTC.
pub(super) fn today() -> Day {
    jiff::Timestamp::now()
        .to_zoned(jiff::tz::TimeZone::UTC)
        .date()
}

/// Whether standard output is a screen that can be erased.
pub(super) fn is_screen() -> bool {
    io::stdout().is_terminal() && !is_dumb()
}

fn is_dumb() -> bool {
    std::env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// The time of day, by the clock of the machine, in UTC.
pub(super) fn now() -> String {
    jiff::Timestamp::now().strftime("%H:%M:%S").to_string()
}

/// How text on standard output should look.
pub(super) fn look(color: Color) -> Look {
    look_on(io::stdout().is_terminal(), color)
}

/// How text on standard error should look.
pub(super) fn error_look(color: Color) -> Look {
    look_on(io::stderr().is_terminal(), color)
}

/// How text in a file looks.
pub(super) fn plain_look() -> Look {
    Look {
        color: false,
        unicode: true,
        width: WIDTH,
        quiet: false,
        suppressed: false,
        room: COMMENT,
    }
}

/// Away from a terminal the width is fixed, so that the same run gives the same bytes.
fn look_on(terminal: bool, color: Color) -> Look {
    let width = if terminal { width() } else { WIDTH };
    Look {
        color: wants_color(color, terminal),
        width,
        ..plain_look()
    }
}

/// The language of `--lang`, looked up before anything is parsed, for help and complaints; else of the locale.
pub(super) fn language(arguments: impl Iterator<Item = OsString>) -> Language {
    let mut arguments = arguments.map(|argument| argument.to_string_lossy().into_owned());
    let mut named = None;
    while let Some(argument) = arguments.next() {
        match argument.split_once('=') {
            _ if argument == "--" => break,
            _ if argument == "--lang" => named = arguments.next(),
            Some(("--lang", name)) => named = Some(name.to_owned()),
            _ => {}
        }
    }
    let mut languages = Language::ALL.into_iter();
    named
        .and_then(|name| languages.find(|language| language.code() == name))
        .unwrap_or_else(language_of_locale)
}

/// The first of these variables that says something decides.
fn language_of_locale() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(std::env::var_os)
        .find(|value| !value.is_empty());
    Language::of_locale(&named.unwrap_or_default().to_string_lossy())
}

fn set(name: &str) -> bool {
    std::env::var_os(name).is_some_and(|value| !value.is_empty())
}

/// The option decides, then `NO_COLOR`, then `CLICOLOR_FORCE` and `FORCE_COLOR`, then the terminal.
fn wants_color(color: Color, terminal: bool) -> bool {
    let forced = |name: &str| set(name) && std::env::var_os(name).is_some_and(|value| value != "0");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if set("NO_COLOR") => false,
        Color::Auto if forced("CLICOLOR_FORCE") || forced("FORCE_COLOR") => true,
        Color::Auto => terminal && !is_dumb(),
    }
}

fn width() -> usize {
    let named = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse::<usize>().ok());
    let seen = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    named.or(seen).unwrap_or(WIDTH).clamp(60, 200)
}
