//! Telling what a file is that is no JSON at all.

use missionlint_tape::Span;

use super::syntax::{bytes_at, span};
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding};
use crate::source::Defect;

/// Lines that are looked at to tell a table or YAML.
const SAMPLE: usize = 30;

/// The kind of a file that is no text, by its first bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Option<&'static str> {
    let has = |part: &[u8]| {
        let start = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
        memchr::memmem::find(start, part).is_some()
    };
    match bytes {
        [b'P', b'K', 3, 4, ..] if has(b"xl/") => Some("spreadsheet"),
        [b'P', b'K', 3, 4, ..] if has(b"word/") => Some("word-document"),
        [b'P', b'K', 3, 4, ..] => Some("zip"),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Some("office-document"),
        [0x1F, 0x8B, 8, ..] => Some("gzip"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => Some("zstandard"),
        _ if bytes.starts_with(b"%PDF-") => Some("pdf"),
        _ => None,
    }
}

/// The same of what should be lines of JSON.
pub(super) fn of_lines(bytes: &[u8]) -> Option<&'static str> {
    let start = bytes.get(..bytes.len().min(1 << 16)).unwrap_or_default();
    let first = start.iter().find(|byte| !byte.is_ascii_whitespace())?;
    if matches!(first, b'{' | b'[') {
        return None;
    }
    of_text(&String::from_utf8_lossy(start))
}

/// The kind of a text that is no JSON and does not begin like it.
pub(super) fn of_text(text: &str) -> Option<&'static str> {
    let start = text.trim_start();
    if start.starts_with(['{', '[']) || start.starts_with("<<<<<<<") {
        return None;
    }
    if let Some(markup) = start.strip_prefix('<') {
        let name: String = markup.chars().take(13).collect();
        let name = name.to_ascii_lowercase();
        if name.starts_with("!doctype html") || name.starts_with("html") {
            return Some("html");
        }
        let opens = markup.starts_with(|first: char| first.is_alphabetic() || "?!".contains(first));
        return opens.then_some("xml");
    }
    let marked = start.starts_with("%YAML") || start.lines().next() == Some("---");
    let lines: Vec<&str> = start
        .lines()
        .filter(|line| !line.trim().is_empty())
        .take(SAMPLE)
        .collect();
    if marked || is_yaml(&lines) {
        return Some("yaml");
    }
    // JSON as spreadsheets write it into a cell: no JSON begins like that.
    let of_cells = lines.iter().any(|line| line.contains("\"{\"\""));
    (of_cells || is_table(&lines)).then_some("csv")
}

/// The kind of a text of more than a few words of which no line begins like JSON.
pub(super) fn prose(text: &str) -> Option<&'static str> {
    let words = text.split_whitespace().take(4).count() > 3;
    let starts = text
        .trim_start()
        .starts_with(|first: char| first.is_alphabetic() || first == '#');
    let json = |line: &str| line.trim_start().starts_with(['{', '[', '"', '}', ']']);
    let opens = text
        .lines()
        .next()
        .is_some_and(|line| line.contains(['{', '[']));
    (words && starts && !opens && !text.lines().any(json)).then_some("plain-text")
}

/// Whether lines are keys with values and items with dashes, as YAML has them.
fn is_yaml(lines: &[&str]) -> bool {
    let is_key = |text: &str| {
        text.split_once(':').is_some_and(|(key, value)| {
            let plain = |inner: char| inner.is_alphanumeric() || "_-".contains(inner);
            !key.is_empty()
                && key.chars().all(plain)
                && (value.is_empty() || value.starts_with(' '))
        })
    };
    let fits = |line: &&&str| {
        let line = line.trim();
        let item = line.strip_prefix("- ");
        item.is_some() || line.starts_with('#') || is_key(line)
    };
    let keys = lines.iter().filter(|line| {
        let line = line.trim();
        is_key(line.strip_prefix("- ").unwrap_or(line)) && !line.ends_with(['{', '[', ','])
    });
    lines.len() > 1 && keys.count() > 1 && lines.iter().filter(fits).count() * 10 >= lines.len() * 8
}

/// Whether lines are rows of a table, with the same separator as often in each.
fn is_table(lines: &[&str]) -> bool {
    let rows = |separator: char| {
        let cells = |line: &&str| {
            let mut quoted = false;
            line.chars()
                .filter(|&next| {
                    quoted ^= next == '"';
                    next == separator && !quoted
                })
                .count()
        };
        let wanted = lines.first().map_or(0, cells);
        let alike = lines.iter().filter(|line| cells(line) == wanted).count();
        wanted > 0 && lines.len() > 1 && alike * 10 >= lines.len() * 8
    };
    let json = |line: &&&str| line.contains(['{', '}', '[', ']']);
    lines.iter().filter(json).count() * 10 < lines.len() && [',', ';', '\t'].into_iter().any(rows)
}

/// The blocks of a Markdown text that hold JSON: the line that opens each, and what stands between it and the line that
/// closes it. None where the text begins with JSON.
pub(super) fn fenced(text: &str) -> Vec<(Span, Span)> {
    let mut blocks = Vec::new();
    if text.trim_start().starts_with(['{', '[']) {
        return blocks;
    }
    let mut open: Option<Span> = None;
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let indent = line.len() - line.trim_start().len();
        if line.trim_start().starts_with("```") {
            open = match open {
                None => Some(span(start + indent, start + line.trim_end().len())),
                Some(fence) => {
                    add_block(text, fence, start, &mut blocks);
                    None
                }
            };
        }
        start = end;
    }
    if let Some(fence) = open {
        add_block(text, fence, text.len(), &mut blocks);
    }
    blocks
}

fn add_block(text: &str, fence: Span, end: usize, blocks: &mut Vec<(Span, Span)>) {
    let block = span(fence.end as usize, end);
    if block.slice(text).trim_start().starts_with(['{', '[']) {
        blocks.push((fence, block));
    }
}

/// The finding that a file is of another kind.
pub(super) fn found(code: &'static str) -> Finding {
    found_at(code, Span::new(0, 0))
}

pub(super) fn found_at(code: &'static str, place: Span) -> Finding {
    Finding::new(&builtin::SYNTAX_ERROR, bytes_at(place))
        .with("slip", Fact::Vocabulary(vec![code.to_owned()]))
}

/// The finding that something packed cannot be read.
pub(super) fn cannot_unpack(defect: Defect) -> Finding {
    let code = Fact::Vocabulary(vec![defect.code().to_owned()]);
    Finding::new(&builtin::PACKED_FILE_UNREAD, bytes_at(Span::new(0, 0))).with("defect", code)
}

/// The line ends alone: what is of another kind is not shown.
pub(super) fn lines_of(bytes: &[u8]) -> String {
    memchr::memchr_iter(b'\n', bytes).map(|_| '\n').collect()
}
