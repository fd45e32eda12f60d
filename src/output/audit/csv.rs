//! Audits as CSV: RFC 4180 in UTF-8 behind a byte order mark, as in the CSV of a check. No cell is a formula.
//!
//! The first row has the names of columns. On request the second one has tags of the Humanitarian Exchange Language
//! (HXL); without being asked for, it would make text of every column of numbers for readers that do not know it.

use std::io::{self, Write};

use csv::{Terminator, WriterBuilder};

use super::table::{Cell, Column};
use crate::output::csv::{MARK, harmless, write};

/// Writes a table.
pub(super) fn render(
    columns: &[Column],
    rows: impl Iterator<Item = Vec<Cell>>,
    tags: bool,
    out: &mut dyn Write,
) -> io::Result<()> {
    out.write_all(MARK)?;
    let mut builder = WriterBuilder::new();
    let mut writer = builder.terminator(Terminator::CRLF).from_writer(out);
    let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
    write(&mut writer, &names)?;
    if tags {
        let tags: Vec<&str> = columns.iter().map(|column| column.tag).collect();
        write(&mut writer, &tags)?;
    }
    for row in rows {
        let cells: Vec<String> = row.iter().map(written).collect();
        write(&mut writer, &cells)?;
    }
    writer.flush()
}

fn written(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) => harmless(text),
        Cell::Count(count) => count.to_string(),
        Cell::Number(number) => number.to_string(),
    }
}
