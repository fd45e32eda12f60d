//! The findings to be expected, with their places.

use std::collections::BTreeMap;
use std::fmt;

use super::draft::{Annex, Expected, Spot};
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
    mission: String,
}

impl Truth {
    /// The finding in a file beside those of the records.
    pub(crate) fn of_annex(path: &str, mission: &str, annex: &Annex) -> Self {
        // A byte order mark is no character of the text.
        let marked = String::from_utf8_lossy(&annex.marked).replace('\u{feff}', "");
        let text = format!("{}{marked}", annex.before);
        Self {
            path: path.to_owned(),
            start: position(&text, annex.before.len()),
            rule: annex.rule,
            end: position(&text, text.len()),
            severity: annex.severity,
            pointer: annex.pointer.to_owned(),
            because: Vec::new(),
            mission: mission.to_owned(),
        }
    }

    /// The rule.
    pub(crate) fn rule(&self) -> &'static str {
        self.rule
    }

    /// The severity.
    pub(crate) fn severity(&self) -> &'static str {
        self.severity
    }

    /// The mission.
    pub(crate) fn mission(&self) -> &str {
        &self.mission
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
             \"column\": {}, \"end_line\": {}, \"end_column\": {}, \"because\": [{}], \"mission\": \"{}\"}}",
            self.rule,
            self.severity,
            self.path,
            self.pointer,
            self.start.0,
            self.start.1,
            self.end.0,
            self.end.1,
            because.join(", "),
            self.mission
        )
    }
}

/// The findings expected in a mission, by record.
#[derive(Debug)]
pub(crate) struct Marks {
    mission: String,
    by_record: BTreeMap<usize, Vec<Expected>>,
}

impl Marks {
    /// Sorts expected findings by record.
    pub(crate) fn new(mission: &str, expected: Vec<Expected>) -> Self {
        let mut by_record: BTreeMap<usize, Vec<Expected>> = BTreeMap::new();
        for one in expected {
            by_record.entry(one.record).or_default().push(one);
        }
        Self {
            mission: mission.to_owned(),
            by_record,
        }
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
            let before = if expected.in_document {
                ""
            } else {
                before.as_str()
            };
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
                mission: self.mission.clone(),
            });
        }
        (text, truth)
    }
}
