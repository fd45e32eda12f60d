//! Reports as bytes. Every format is a function of the report and the messages of a language.

pub mod catalogue;
mod closing;
mod escape;
mod example;
mod fit;
mod frame;
mod json;
mod review;
mod table;
mod text;

use std::io::{self, Write};

use crate::message::Messages;
use crate::report::Report;

pub use example::example_section;
pub use text::{Look, render_findings, render_summary};

/// A form of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// For people at a terminal.
    Text,
    /// For programs: see `schemas/report.schema.json`.
    Json,
    /// For people who review a mission: one page that holds everything.
    Html,
}

impl Format {
    /// All formats, in the order of their names.
    pub const ALL: [Self; 3] = [Self::Html, Self::Json, Self::Text];

    /// Its name in options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
            Self::Text => "text",
        }
    }

    /// The format that the extension of a file's name (without its dot) stands for; none where several or none would do.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "text" | "txt" => Some(Self::Text),
            _ => None,
        }
    }
}

impl std::str::FromStr for Format {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut known = Self::ALL.into_iter();
        known.find(|format| format.code() == text).ok_or(())
    }
}

/// Writes a report.
pub fn render(
    report: &Report,
    messages: &Messages,
    format: Format,
    look: Look,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        Format::Html => review::render(report, messages, out),
        Format::Json => json::render(report, messages, out),
        Format::Text => text::render(report, messages, look, out),
    }
}
