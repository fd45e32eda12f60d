//! Where the values of a JSON text are, found by a reader of its own: nothing here goes through the tool.

use std::ops::Range;
use std::path::Path;

/// A value and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// JSON Pointer from the text's root.
    pub(crate) pointer: String,
    /// The key in front of it, with its quotes.
    pub(crate) key: Option<Range<usize>>,
    /// The value; strings with their quotes.
    pub(crate) value: Range<usize>,
    /// Whether it is an object or an array.
    pub(crate) container: bool,
}

/// Every value of a text; none where it is no JSON.
pub(crate) fn entries(text: &str) -> Option<Vec<Entry>> {
    serde_json::from_str::<serde_json::Value>(text).ok()?;
    let mut reader = Reader {
        text,
        at: 0,
        entries: Vec::new(),
    };
    reader.value("", None);
    Some(reader.entries)
}

/// Reads a text that is known to be JSON.
struct Reader<'t> {
    text: &'t str,
    at: usize,
    entries: Vec<Entry>,
}

impl Reader<'_> {
    fn peek(&mut self) -> u8 {
        while self.text.as_bytes()[self.at].is_ascii_whitespace() {
            self.at += 1;
        }
        self.text.as_bytes()[self.at]
    }

    fn string(&mut self) -> Range<usize> {
        let start = self.at;
        self.at += 1;
        while self.text.as_bytes()[self.at] != b'"' {
            self.at += if self.text.as_bytes()[self.at] == b'\\' {
                2
            } else {
                1
            };
        }
        self.at += 1;
        start..self.at
    }

    fn value(&mut self, pointer: &str, key: Option<Range<usize>>) {
        let opening = self.peek();
        let start = self.at;
        let position = self.entries.len();
        let container = matches!(opening, b'{' | b'[');
        self.entries.push(Entry {
            pointer: pointer.to_owned(),
            key,
            value: start..start,
            container,
        });
        match opening {
            b'{' => self.members(pointer),
            b'[' => self.elements(pointer),
            b'"' => drop(self.string()),
            _ => {
                let rest = &self.text[start..];
                let end = rest.find(|character: char| ",]} \t\r\n".contains(character));
                self.at = start + end.unwrap_or(rest.len());
            }
        }
        self.entries[position].value = start..self.at;
    }

    fn members(&mut self, pointer: &str) {
        self.at += 1;
        while self.peek() != b'}' {
            let key = self.string();
            let name: String = serde_json::from_str(&self.text[key.clone()]).expect("a key");
            self.peek();
            self.at += 1; // the colon
            let segment = name.replace('~', "~0").replace('/', "~1");
            self.value(&format!("{pointer}/{segment}"), Some(key));
            if self.peek() == b',' {
                self.at += 1;
                self.peek();
            }
        }
        self.at += 1;
    }

    fn elements(&mut self, pointer: &str) {
        self.at += 1;
        let mut position = 0;
        while self.peek() != b']' {
            self.value(&format!("{pointer}/{position}"), None);
            position += 1;
            if self.peek() == b',' {
                self.at += 1;
            }
        }
        self.at += 1;
    }
}

/// One JSON text of a file: where it stands, and its values.
#[derive(Debug)]
pub(crate) struct Text {
    pub(crate) range: Range<usize>,
    /// With places counted from the start of the file; none where it is no JSON.
    pub(crate) entries: Option<Vec<Entry>>,
}

/// Whether a file holds one JSON text rather than one a line.
pub(crate) fn is_whole(path: &str) -> bool {
    Path::new(path)
        .extension()
        .is_some_and(|extension| extension == "json")
}

/// The JSON texts of a file: its lines, or all of it.
pub(crate) fn texts(path: &str, text: &str) -> Vec<Text> {
    let skipped = text.len() - text.trim_start_matches('\u{feff}').len();
    let of = |range: Range<usize>| {
        let found = entries(&text[range.clone()]);
        let entries = found.map(|entries| {
            let shift = |inner: Range<usize>| inner.start + range.start..inner.end + range.start;
            let moved = entries.into_iter().map(|entry| Entry {
                key: entry.key.map(shift),
                value: shift(entry.value),
                ..entry
            });
            moved.collect()
        });
        Text { range, entries }
    };
    if is_whole(path) {
        return vec![of(skipped..text.len())];
    }
    let mut start = skipped;
    let mut found = Vec::new();
    for line in text[skipped..].split_inclusive('\n') {
        let range = start..start + line.trim_end_matches('\n').len();
        start += line.len();
        found.push(of(range));
    }
    found
}

#[test]
fn every_value_is_found_where_it_stands() {
    let text = "{ \"a/b\" : [1, {\"é\\\"\":\"x\\\\\"}, []],\n\"~\":null}";
    let found = entries(text).unwrap();
    let shown: Vec<(&str, &str)> = found
        .iter()
        .map(|entry| (&*entry.pointer, &text[entry.value.clone()]))
        .collect();
    let inner = "{\"é\\\"\":\"x\\\\\"}";
    assert_eq!(
        shown,
        [
            ("", text),
            ("/a~1b", &text[10..text.find(",\n").unwrap()]),
            ("/a~1b/0", "1"),
            ("/a~1b/1", inner),
            ("/a~1b/1/é\"", "\"x\\\\\""),
            ("/a~1b/2", "[]"),
            ("/~0", "null"),
        ]
    );
    assert_eq!(&text[found[6].key.clone().unwrap()], "\"~\"");
    assert_eq!(entries("[1,]"), None);
    let lines = texts("x.ndjson", "\u{feff}1\n\n[2]");
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[2].entries.as_ref().unwrap()[1].value, 7..8);
}
