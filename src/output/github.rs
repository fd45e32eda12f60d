//! Workflow commands of GitHub Actions, and a log: annotations beside the lines of the files concerned, as many as
//! GitHub takes, the worst first; then everything in plain lines.
//!
//! The log is made of what hostile files may say, and the runner obeys lines: one that begins with `::`, and one that
//! has `##[` anywhere. No plain line leaves here with either; in commands, percent signs and line ends, and in their
//! properties colons and commas too, are escaped as the runner reads them. Control characters, which it cannot
//! unescape, are replaced by visible ones as in all text.
//!
//! The job summary (`$GITHUB_STEP_SUMMARY`) is not written here: it is a report of its own, in Markdown, that a
//! workflow appends to that file. One output goes to one place.

use std::io::{self, Write};

use super::quota::{ANNOTATION_BYTES, ANNOTATIONS, TITLE, worst_first};
use super::text::{Look, Page, clean, place};
use super::{details, told};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Location, Report};

/// What is shown beside a line of a file, or of the run as a whole.
struct Annotation<'r> {
    level: Severity,
    location: Option<&'r Location>,
    title: String,
    text: String,
}

/// Writes annotations as long as there is room for those of a level.
struct Annotations<'o> {
    room: [usize; Severity::ALL.len()],
    left: usize,
    out: &'o mut dyn Write,
}

impl Annotations<'_> {
    fn add<'r>(
        &mut self,
        level: Severity,
        annotation: impl FnOnce() -> Annotation<'r>,
    ) -> io::Result<()> {
        match &mut self.room[level as usize] {
            0 => {
                self.left += 1;
                Ok(())
            }
            room => {
                *room -= 1;
                writeln!(self.out, "{}", command(&annotation()))
            }
        }
    }
}

/// Writes the report.
pub(super) fn render(
    report: &Report,
    messages: &Messages,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut annotations = Annotations {
        room: [ANNOTATIONS; Severity::ALL.len()],
        left: 0,
        out,
    };
    for fault in &report.faults {
        annotations.add(Severity::Error, || Annotation {
            level: Severity::Error,
            location: None,
            title: env!("CARGO_PKG_NAME").to_owned(),
            text: details::fault(fault, messages),
        })?;
    }
    for obstacle in told::obstacles(report, messages) {
        annotations.add(obstacle.severity, || Annotation {
            level: obstacle.severity,
            location: obstacle.place,
            title: messages.say("not-checked-title", &[]),
            text: obstacle.text,
        })?;
    }
    for found in worst_first(report.counting()) {
        annotations.add(found.severity, || finding(found, messages))?;
    }
    log(report, annotations.left, messages, look, out)
}

fn finding<'r>(found: &'r Found, messages: &Messages) -> Annotation<'r> {
    let title = match &found.mission {
        Some(mission) => format!("{} ({})", found.rule.id, clean(mission)),
        None => found.rule.id.to_owned(),
    };
    Annotation {
        level: found.severity,
        location: Some(&found.location),
        title,
        text: told::lines(found, messages).join("\n"),
    }
}

/// A workflow command. Columns are given where start and end are on one line, as GitHub demands.
fn command(annotation: &Annotation<'_>) -> String {
    let mut properties = Vec::new();
    if let Some(location) = annotation.location {
        let (start, end) = (location.start, location.end);
        properties.push(("file", file(&location.path)));
        properties.push(("line", start.line.to_string()));
        properties.push(("endLine", end.line.to_string()));
        if start.line == end.line {
            properties.push(("col", start.column.to_string()));
            properties.push(("endColumn", end.column.to_string()));
        }
    }
    let title: String = annotation.title.chars().take(TITLE).collect();
    properties.push(("title", title));
    let properties = properties.iter();
    let properties = properties.map(|(key, value)| format!("{key}={}", property(value)));
    let level = match annotation.level {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Advice => "notice",
    };
    let mut bytes = 0;
    let text = annotation.text.chars().take_while(|character| {
        bytes += character.len_utf8();
        bytes <= ANNOTATION_BYTES
    });
    format!(
        "::{level} {}::{}",
        properties.collect::<Vec<_>>().join(","),
        data(&text.collect::<String>())
    )
}

/// A path as a property. The runner loses an equals sign at the start of a value.
fn file(path: &str) -> String {
    let path = clean(path);
    if path.starts_with('=') {
        format!("./{path}")
    } else {
        path
    }
}

fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// Everything in plain lines, and how much of it has no annotation.
fn log(
    report: &Report,
    left: usize,
    messages: &Messages,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    for found in report.counting() {
        let severity = messages.say(&format!("severity-{}", found.severity), &[]);
        let place = place(&found.location);
        let lines = told::lines(found, messages).join("\n  ");
        let text = format!("{severity}[{}] {place} {lines}\n", found.rule.id);
        write_harmless(&text, out)?;
    }
    let look = Look {
        color: false,
        width: usize::MAX,
        ..look
    };
    let page = Page::new(messages, look);
    let mut rest = Vec::new();
    writeln!(rest)?;
    page.faults(report, &mut rest)?;
    page.not_checked(report, &mut rest)?;
    page.suppressed(report, &mut rest)?;
    if !look.quiet {
        page.table(report, &mut rest)?;
        page.summary(report, &mut rest)?;
    }
    if left > 0 {
        let counts = [("count", left.into()), ("limit", ANNOTATIONS.into())];
        writeln!(rest, "{}", messages.say("github-left-out", &counts))?;
    }
    write_harmless(&String::from_utf8_lossy(&rest), out)
}

/// Writes plain lines so that the runner takes none for a command.
fn write_harmless(text: &str, out: &mut dyn Write) -> io::Result<()> {
    text.lines()
        .try_for_each(|line| writeln!(out, "{}", harmless(line)))
}

/// A line that is no command: one that begins with anything but a letter or digit gets a mark in front of it, and `##[`
/// a space within. The runner compares by the rules of a language, which pass over some invisible characters: what is
/// not ASCII does not part one character of a command from the next.
fn harmless(line: &str) -> String {
    let text = line.trim_start();
    let indent = &line[..line.len() - text.len()];
    let plain = |first: char| first.is_ascii_alphanumeric();
    let mut safe = indent.to_owned();
    if !text.is_empty() && !text.starts_with(plain) {
        safe.push_str("| ");
    }
    let mut hashes = 0;
    for character in text.chars() {
        match character {
            '#' => hashes += 1,
            '[' if hashes >= 2 => {
                safe.push(' ');
                hashes = 0;
            }
            other if other.is_ascii() => hashes = 0,
            _ => {}
        }
        safe.push(character);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_the_runner_would_obey_is_taken_apart() {
        assert_eq!(harmless("::error::x"), "| ::error::x");
        assert_eq!(harmless("  \u{a0}::error::x"), "  \u{a0}| ::error::x");
        assert_eq!(harmless("\u{ad}::error::x"), "| \u{ad}::error::x");
        assert_eq!(harmless("  a.json:1:2  b"), "  a.json:1:2  b");
        assert_eq!(harmless("a ##[add-mask]b"), "a ## [add-mask]b");
        assert_eq!(harmless("a ###[error]b"), "a ### [error]b");
        assert_eq!(
            harmless("a #\u{ad}#\u{200d}[error]b"),
            "a #\u{ad}#\u{200d} [error]b"
        );
        assert_eq!(harmless("a #[b] #1[c] # #[d]"), "a #[b] #1[c] # #[d]");
        assert_eq!(harmless(""), "");
    }
}
