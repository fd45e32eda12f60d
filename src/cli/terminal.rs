//! Terminal, environment and clock.

use std::io::{self, IsTerminal, Write};

use super::args::Color;
use crate::calendar::Day;
use crate::output::Look;
use crate::text::visible;

/// Columns where the terminal does not say.
const WIDTH: usize = 100;

/// Writes a line of the tool's own to standard error.
pub(super) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "missionlint: {}", clean(text));
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
        Color::Auto => terminal && std::env::var_os("TERM").is_none_or(|term| term != "dumb"),
    }
}

fn width() -> usize {
    let named = std::env::var("COLUMNS")
        .ok()
        .and_then(|columns| columns.parse::<usize>().ok());
    let seen = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    named.or(seen).unwrap_or(WIDTH).clamp(60, 200)
}
