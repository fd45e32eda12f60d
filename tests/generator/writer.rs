//! Writing JSON in several hands, and remembering where everything stands.

use std::collections::BTreeMap;
use std::ops::Range;

use super::json::Json;
use super::rng::Rng;

/// How a document is written.
#[derive(Debug, Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "each is a habit of its own")]
pub(crate) struct Style {
    /// Indentation of a pretty document; none puts everything on one line.
    indent: Option<&'static str>,
    /// A space after colons and commas on one line.
    spaced: bool,
    /// Line ends are CR LF.
    crlf: bool,
    /// Only ASCII characters, the others escaped.
    ascii: bool,
    /// A line end after the last line.
    ends: bool,
}

impl Style {
    /// A line of NDJSON.
    pub(crate) fn line(rng: &mut Rng) -> Self {
        Self {
            indent: None,
            spaced: rng.chance(30),
            crlf: false,
            ascii: rng.chance(10),
            ends: false,
        }
    }

    /// A file: most are pretty with two spaces, some are not.
    pub(crate) fn file(rng: &mut Rng) -> Self {
        let indent = match rng.below(20) {
            0 | 1 => None,
            2 | 3 => Some("    "),
            4 => Some("\t"),
            _ => Some("  "),
        };
        Self {
            indent,
            spaced: rng.chance(50),
            crlf: rng.chance(5),
            ascii: rng.chance(8),
            ends: !rng.chance(4),
        }
    }
}

/// Where a value stands in a text, in bytes.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    /// Its key with quotes; elements and roots have none.
    pub(crate) key: Option<Range<usize>>,
    /// The value; strings with quotes.
    pub(crate) value: Range<usize>,
}

/// The places of all values of a document by JSON Pointer; of a repeated key the last one.
pub(crate) type Places = BTreeMap<String, Place>;

/// Writes a document.
pub(crate) fn write(json: &Json, style: Style) -> String {
    let mut writer = Writer {
        out: String::new(),
        style,
        places: None,
        pointer: String::new(),
    };
    writer.document(json);
    writer.out
}

/// Writes a document and says where everything stands.
pub(crate) fn write_with_places(json: &Json, style: Style) -> (String, Places) {
    let mut writer = Writer {
        out: String::new(),
        style,
        places: Some(Places::new()),
        pointer: String::new(),
    };
    writer.document(json);
    (writer.out, writer.places.unwrap_or_default())
}

/// Line and column of a byte offset, both from 1; columns count characters.
pub(crate) fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = &text[..offset];
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    (line, before[start..].chars().count() + 1)
}

struct Writer {
    out: String,
    style: Style,
    places: Option<Places>,
    pointer: String,
}

/// Widest line on which a pretty document keeps an object or array together.
const WIDTH: usize = 96;

impl Writer {
    fn document(&mut self, json: &Json) {
        self.value(json, None, 0);
        if self.style.ends {
            self.break_line(0);
        }
    }

    fn value(&mut self, json: &Json, key: Option<Range<usize>>, depth: usize) {
        let start = self.out.len();
        match json {
            Json::Text(text) => self.text(text),
            Json::Number(number) => self.out.push_str(&number.to_string()),
            Json::Flag(flag) => self.out.push_str(if *flag { "true" } else { "false" }),
            Json::List(_) | Json::Object(_) => self.container(json, depth),
        }
        if let Some(places) = &mut self.places {
            places.insert(
                self.pointer.clone(),
                Place {
                    key,
                    value: start..self.out.len(),
                },
            );
        }
    }

    fn container(&mut self, json: &Json, depth: usize) {
        let broken =
            self.style.indent.is_some() && json.len() > 0 && (depth == 0 || json.width() > WIDTH);
        let (open, close, count) = match json {
            Json::List(list) => ('[', ']', list.len()),
            _ => ('{', '}', json.len()),
        };
        let padded = open == '{' && self.style.indent.is_some() && !broken && count > 0;
        self.out.push(open);
        for entry in 0..count {
            if entry > 0 {
                self.out.push(',');
            }
            if broken {
                self.break_line(depth + 1);
            } else if padded || (entry > 0 && self.is_spaced()) {
                self.out.push(' ');
            }
            self.entry(json, entry, depth + 1);
        }
        if broken {
            self.break_line(depth);
        } else if padded {
            self.out.push(' ');
        }
        self.out.push(close);
    }

    fn entry(&mut self, json: &Json, entry: usize, depth: usize) {
        let before = self.pointer.len();
        match json {
            Json::List(list) => {
                self.step(&entry.to_string());
                self.value(&list[entry], None, depth);
            }
            Json::Object(members) => {
                let (key, value) = &members[entry];
                self.step(key);
                let start = self.out.len();
                self.text(key);
                let span = start..self.out.len();
                self.out.push(':');
                if self.is_spaced() {
                    self.out.push(' ');
                }
                self.value(value, Some(span), depth);
            }
            _ => {}
        }
        self.pointer.truncate(before);
    }

    fn step(&mut self, step: &str) {
        if self.places.is_some() {
            self.pointer.push('/');
            self.pointer.push_str(step);
        }
    }

    fn is_spaced(&self) -> bool {
        self.style.spaced || self.style.indent.is_some()
    }

    fn break_line(&mut self, depth: usize) {
        self.out
            .push_str(if self.style.crlf { "\r\n" } else { "\n" });
        for _ in 0..depth {
            self.out.push_str(self.style.indent.unwrap_or(""));
        }
    }

    /// A UTF-16 code unit as an escape.
    fn escape(&mut self, unit: u16) {
        self.out.push_str("\\u");
        for shift in [12, 8, 4, 0] {
            let digit = u32::from(unit >> shift) % 16;
            self.out.extend(char::from_digit(digit, 16));
        }
    }

    fn text(&mut self, text: &str) {
        self.out.push('"');
        for character in text.chars() {
            match character {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\t' => self.out.push_str("\\t"),
                other if self.style.ascii && !other.is_ascii() => {
                    for unit in other.encode_utf16(&mut [0; 2]) {
                        self.escape(*unit);
                    }
                }
                other => self.out.push(other),
            }
        }
        self.out.push('"');
    }
}
