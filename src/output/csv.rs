//! The report as a table, for spreadsheets and data frames: RFC 4180 in UTF-8, one row for each finding, each place at
//! which a rule could not judge, each mission that was not judged, each fault of the run.
//!
//! * `type` is `finding`, `suppressed` (a finding that does not count), `not_checked`, `not_judged` or `fault`. Columns
//!   keep their names and their order; new ones come at the end. Lists (`help` aside) have one entry per line of their
//!   cell.
//! * The file begins with a byte order mark: without it, Excel takes UTF-8 for something else. pandas and other readers
//!   pass over it (Python's `csv`: `encoding="utf-8-sig"`).
//! * No cell is a formula. In front of `=`, `+`, `-`, `@` (also as full-width characters) and `'` stands a `'` wherever
//!   a spreadsheet might begin a cell: at the start of a text and behind `;` and line ends, spaces and quotation marks
//!   aside. Who wants the text itself takes one `'` away at each of these places. Numbers stay numbers.
//! * Control characters and what hides or reorders text are replaced visibly, as in the text report: tabs by spaces.

use std::io::{self, Write};

use csv::{Terminator, Writer, WriterBuilder};

use super::details::{fault, obstacle};
use super::text::{clean, place};
use super::told::{help_url, labelled, left_in_words};
use crate::catalogue::{Meta, Severity};
use crate::message::Messages;
use crate::report::{Found, Location, NotChecked, NotJudged, Report, RunFault};

/// Byte order mark in UTF-8.
pub(super) const MARK: &[u8] = b"\xEF\xBB\xBF";

/// The first row.
const COLUMNS: [&str; 33] = [
    "type",
    "severity",
    "rule",
    "family",
    "mission",
    "record_kind",
    "record_id",
    "path",
    "line",
    "column",
    "end_line",
    "end_column",
    "pointer",
    "message",
    "help",
    "related",
    "because",
    "change",
    "obstacle",
    "policy_pack",
    "strength",
    "in_force_from",
    "judged_on",
    "suppressed_by",
    "suppressed_reason",
    "owner",
    "expires",
    "fingerprint",
    "help_url",
    "as_of",
    "verdict",
    "since",
    "earlier",
];

/// A row being filled.
#[derive(Clone)]
struct Row([String; COLUMNS.len()]);

impl Row {
    /// What all rows of a report have in common.
    fn of_all(report: &Report) -> Self {
        let mut row = Self(std::array::from_fn(|_| String::new()));
        row.set("as_of", &report.as_of.to_string());
        row.set(
            "verdict",
            if report.is_ready() {
                "ready"
            } else {
                "not-ready"
            },
        );
        if let Some(earlier) = &report.earlier {
            row.set("since", &earlier.commit);
            row.set("earlier", &earlier.total().to_string());
        }
        row
    }

    /// A row of a type about a rule.
    fn of(&self, kind: &str, rule: &Meta, severity: Severity) -> Self {
        let mut row = self.clone();
        row.set("type", kind);
        row.set("rule", rule.id);
        row.set("family", rule.group.code());
        row.set("severity", severity.code());
        row.set("help_url", &help_url(rule.id));
        row
    }

    /// Sets the cell of a column.
    fn set(&mut self, column: &str, text: &str) {
        let mut names = COLUMNS.iter();
        if let Some(at) = names.position(|name| *name == column) {
            self.0[at] = harmless(text);
        }
    }

    /// Sets a cell where there is something to say.
    fn set_any(&mut self, column: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.set(column, &clean(text));
        }
    }

    fn place(&mut self, location: &Location) {
        let Location { start, end, .. } = location;
        self.set("path", &clean(&location.path));
        self.set("pointer", &clean(&location.pointer));
        for (column, number) in [
            ("line", start.line),
            ("column", start.column),
            ("end_line", end.line),
            ("end_column", end.column),
        ] {
            self.set(column, &number.to_string());
        }
        if let Some((kind, id)) = &location.record {
            self.set("record_kind", &clean(kind.code()));
            self.set_any("record_id", id.as_deref());
        }
    }
}

/// Writes the report.
pub(super) fn render(report: &Report, messages: &Messages, out: &mut dyn Write) -> io::Result<()> {
    out.write_all(MARK)?;
    let mut builder = WriterBuilder::new();
    let mut writer = builder.terminator(Terminator::CRLF).from_writer(out);
    write(&mut writer, &COLUMNS)?;
    let empty = Row::of_all(report);
    for found in &report.findings {
        write(&mut writer, &finding(found, &empty, messages).0)?;
    }
    for entry in &report.not_checked {
        for location in &entry.locations {
            write(
                &mut writer,
                &not_checked(entry, location, &empty, messages).0,
            )?;
        }
    }
    for left in &report.not_judged {
        write(&mut writer, &not_judged(left, &empty, messages).0)?;
    }
    for entry in &report.faults {
        write(&mut writer, &of_fault(entry, &empty, messages).0)?;
    }
    writer.flush()
}

pub(super) fn write<W: Write>(writer: &mut Writer<W>, row: &[impl AsRef<[u8]>]) -> io::Result<()> {
    writer
        .write_record(row)
        .map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
}

fn finding(found: &Found, empty: &Row, messages: &Messages) -> Row {
    let kind = if found.suppressed.is_some() {
        "suppressed"
    } else {
        "finding"
    };
    let mut row = empty.of(kind, found.rule, found.severity);
    row.place(&found.location);
    row.set_any("mission", found.mission.as_deref());
    let about = messages.about(found);
    row.set_any("message", Some(&about.headline()));
    row.set_any("help", about.attribute("help").as_deref());
    let related = found.related.iter().map(|(name, location)| {
        let text = about.attribute(name);
        let text = text.unwrap_or_else(|| (*name).to_owned());
        format!("{} {}", place(location), clean(&text))
    });
    row.set("related", &lines(related));
    let because = found.because.iter().map(|nested| {
        let text = clean(&messages.headline(nested));
        format!("{} {} {text}", place(&nested.location), nested.rule.id)
    });
    row.set("because", &lines(because));
    let edits = found.fix.iter().flat_map(|(_, edits)| edits).map(|edit| {
        let (start, end) = (edit.start, edit.end);
        let span = format!(
            "{}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        );
        format!("{}:{span} {}", clean(&edit.path), clean(&edit.text))
    });
    row.set("change", &lines(edits));
    if let Some(pack) = found.pack {
        row.set("policy_pack", &pack.id);
        row.set("strength", found.rule.strength.code());
        row.set_any(
            "in_force_from",
            pack.from().map(|day| day.to_string()).as_deref(),
        );
        row.set_any(
            "judged_on",
            found.judged_on.map(|day| day.to_string()).as_deref(),
        );
    }
    if let Some(suppressed) = &found.suppressed {
        row.set("suppressed_by", suppressed.by.code());
        row.set_any("suppressed_reason", Some(&suppressed.reason));
        row.set_any("owner", suppressed.owner.as_deref());
        row.set_any(
            "expires",
            suppressed.expires.map(|day| day.to_string()).as_deref(),
        );
    }
    row.set("fingerprint", &found.fingerprint);
    row
}

fn not_checked(entry: &NotChecked, location: &Location, empty: &Row, messages: &Messages) -> Row {
    let mut row = empty.of("not_checked", entry.rule, entry.severity);
    row.place(location);
    row.set_any("mission", entry.mission.as_deref());
    row.set("obstacle", entry.reason);
    row.set_any("message", Some(&obstacle(entry.reason, 1, messages)));
    row
}

fn not_judged(left: &NotJudged, empty: &Row, messages: &Messages) -> Row {
    let mut row = empty.clone();
    row.set("type", "not_judged");
    row.set_any("mission", left.mission.as_deref());
    let text = left_in_words(std::slice::from_ref(left), messages);
    let text = labelled("not-judged-title", &text, messages);
    row.set_any("message", Some(&text));
    row
}

fn of_fault(entry: &RunFault, empty: &Row, messages: &Messages) -> Row {
    let mut row = empty.clone();
    row.set("type", "fault");
    row.set("obstacle", entry.kind);
    row.set_any("path", Some(&entry.subject));
    row.set("message", &fault(entry, messages));
    row
}

fn lines(texts: impl Iterator<Item = String>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

/// A text of which no spreadsheet makes a formula; see the module.
pub(super) fn harmless(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 1);
    let mut may_begin = true;
    for character in text.chars() {
        if may_begin && "=+-@'＝＋－＠".contains(character) {
            written.push('\'');
        }
        written.push(character);
        may_begin = match character {
            ';' | '\n' => true,
            ' ' | '"' => may_begin,
            _ => false,
        };
    }
    written
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn formulas_are_texts_and_texts_come_back() {
        for (text, cell) in [
            ("=cmd|'/C calc'!A0", "'=cmd|'/C calc'!A0"),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            (" =1", " '=1"),
            ("'=1", "''=1"),
            ("a;=1;\"=2\"", "a;'=1;\"'=2\""),
            ("a\n-1", "a\n'-1"),
            ("＝1", "'＝1"),
            ("a=b-c+d@e", "a=b-c+d@e"),
            ("2025-03-31", "2025-03-31"),
            ("", ""),
        ] {
            assert_eq!(harmless(text), cell);
            assert_eq!(as_it_was(cell), text);
        }
    }

    /// The other way round, as the module says.
    fn as_it_was(cell: &str) -> String {
        let mut text = String::new();
        let mut may_begin = true;
        let mut characters = cell.chars();
        while let Some(character) = characters.next() {
            let character = match character {
                '\'' if may_begin => characters.next().unwrap(),
                other => other,
            };
            text.push(character);
            may_begin = match character {
                ';' | '\n' => true,
                ' ' | '"' => may_begin,
                _ => false,
            };
        }
        text
    }
}
