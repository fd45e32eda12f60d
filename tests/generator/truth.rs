//! The findings to be expected, with their places.

use std::collections::BTreeMap;
use std::fmt;

use super::draft::{Broken, Expected, Spot};
use super::layout::Document;
use super::writer::{Style, position, write, write_with_places};

/// A finding to be expected. The order is that of the truth file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Truth {
    path: String,
    start: (usize, usize),
    rule: &'static str,
    end: (usize, usize),
    severity: &'static str,
    pointer: String,
    because: Vec<&'static str>,
}

impl Truth {
    /// The syntax error of a broken file; its pointer leads to the value that it is in.
    pub(crate) fn of_slip(path: &str, broken: &Broken) -> Self {
        let text = format!("{}{}", broken.before, broken.slip);
        Self {
            path: path.to_owned(),
            start: position(&text, broken.before.len()),
            rule: "syntax-error",
            end: position(&text, text.len()),
            severity: "error",
            pointer: broken.pointer.to_owned(),
            because: Vec::new(),
        }
    }

    /// The same in a line of a file.
    pub(crate) fn on_line(mut self, path: &str, line: usize) -> Self {
        path.clone_into(&mut self.path);
        self.start.0 = line;
        self.end.0 = line;
        self
    }
}

impl fmt::Display for Truth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let because: Vec<String> = self
            .because
            .iter()
            .map(|rule| format!("\"{rule}\""))
            .collect();
        write!(
            f,
            "{{\"rule\": \"{}\", \"severity\": \"{}\", \"path\": \"{}\", \"pointer\": \"{}\", \"line\": {}, \
             \"column\": {}, \"end_line\": {}, \"end_column\": {}, \"because\": [{}]}}",
            self.rule,
            self.severity,
            self.path,
            self.pointer,
            self.start.0,
            self.start.1,
            self.end.0,
            self.end.1,
            because.join(", ")
        )
    }
}

/// The findings expected in a mission, by record.
#[derive(Debug)]
pub(crate) struct Marks {
    by_record: BTreeMap<usize, Vec<Expected>>,
}

impl Marks {
    /// Sorts expected findings by record.
    pub(crate) fn new(expected: Vec<Expected>) -> Self {
        let mut by_record: BTreeMap<usize, Vec<Expected>> = BTreeMap::new();
        for one in expected {
            by_record.entry(one.record).or_default().push(one);
        }
        Self { by_record }
    }

    /// Writes a document and places the findings that fall into it.
    pub(crate) fn write(&self, document: &Document, style: Style) -> (String, Vec<Truth>) {
        let marked = document.records.iter().filter_map(|(record, pointer)| {
            self.by_record
                .get(record)
                .map(|expected| (pointer, expected))
        });
        let marked: Vec<_> = marked.collect();
        if marked.is_empty() {
            return (write(&document.json, style), Vec::new());
        }
        let (text, places) = write_with_places(&document.json, style);
        let mut truth = Vec::new();
        for (before, expected) in marked
            .into_iter()
            .flat_map(|(before, list)| list.iter().map(move |one| (before, one)))
        {
            let pointer = format!("{before}{}", expected.pointer);
            let Some(place) = places.get(&pointer) else {
                unreachable!("no value at {pointer} of {}", document.path)
            };
            let opening = place.value.start..place.value.start + 1;
            let span = match expected.spot {
                Spot::Value => place.value.clone(),
                Spot::Key => place.key.clone().unwrap_or(opening),
            };
            truth.push(Truth {
                path: document.path.clone(),
                start: position(&text, span.start),
                rule: expected.rule,
                end: position(&text, span.end),
                severity: expected.severity,
                pointer,
                because: expected.because.clone(),
            });
        }
        (text, truth)
    }
}
