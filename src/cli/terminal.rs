//! Terminal, environment and clock.

use std::io::{self, IsTerminal, Write};

use super::args::Color;
use crate::calendar::Day;
use crate::output::Look;

/// Columns where the terminal does not say.
const WIDTH: usize = 100;

/// Writes a line of the tool's own to standard error.
pub(super) fn complain(text: &str) {
    let shown: String = text.chars().map(|character| if character == '\n' { character } else { crate::text::visible(character) }).collect();
    let _ = writeln!(io::stderr().lock(), "missionlint: {shown}");
}

/// Today, by the clock of the machine, in UTC.
pub(super) fn today() -> Day {
    jiff::Timestamp::now().to_zoned(jiff::tz::TimeZone::UTC).date()
}

/// How text on standard output should look.
pub(super) fn look(color: Color, quiet: bool) -> Look {
    let terminal = io::stdout().is_terminal();
    Look { color: wants_color(color, terminal), unicode: true, width: width(), quiet }
}

/// How text in a file looks, and whether a failed write to it matters.
pub(super) fn plain_look(quiet: bool) -> Look {
    Look { color: false, unicode: true, width: WIDTH, quiet }
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
    let named = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse::<usize>().ok());
    let seen = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    named.or(seen).unwrap_or(WIDTH).clamp(60, 200)
}
