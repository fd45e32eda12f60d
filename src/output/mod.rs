//! Reports as bytes. Every format is a function of the report and the messages of a language.

mod audit;
pub mod catalogue;
mod checkstyle;
mod closing;
mod csv;
mod details;
mod escape;
mod example;
mod fit;
mod frame;
mod github;
mod gitlab;
mod json;
mod junit;
mod labels;
mod left_out;
mod markdown;
mod markup;
mod ndjson;
mod page;
mod plain_frame;
mod quota;
mod rdjson;
mod review;
mod sarif;
mod shape;
mod table;
mod text;
mod told;
mod xml;

use std::io::{self, Write};

use crate::message::Messages;
use crate::report::Report;

pub use audit::{AuditFormat, Sheets, group_in_words, render_audit, render_audit_page};
pub use example::example_section;
pub use markdown::COMMENT;
pub use shape::run_data;
pub use table::lay_out as aligned;
pub use text::{Look, render_findings, render_summary};

/// A form of report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Format {
    /// For services that know Checkstyle.
    Checkstyle,
    /// For spreadsheets and data frames.
    Csv,
    /// For GitHub Actions: annotations and a log.
    Github,
    /// For merge requests of GitLab: code quality.
    Gitlab,
    /// For people who review a mission: one page that holds everything.
    Html,
    /// For programs: see `schemas/report.schema.json`.
    Json,
    /// For lists of tests.
    Junit,
    /// For the page of a run and for comments on a change.
    Markdown,
    /// For programs that read large reports: a line for each finding.
    Ndjson,
    /// For reviewdog.
    Rdjson,
    /// For code scanning and editors: SARIF 2.1.0.
    Sarif,
    /// For people at a terminal.
    #[default]
    Text,
}

impl Format {
    /// All formats, in the order of their names.
    pub const ALL: [Self; 12] = [
        Self::Checkstyle,
        Self::Csv,
        Self::Github,
        Self::Gitlab,
        Self::Html,
        Self::Json,
        Self::Junit,
        Self::Markdown,
        Self::Ndjson,
        Self::Rdjson,
        Self::Sarif,
        Self::Text,
    ];

    /// Its name in options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Checkstyle => "checkstyle",
            Self::Csv => "csv",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Html => "html",
            Self::Json => "json",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
            Self::Ndjson => "ndjson",
            Self::Rdjson => "rdjson",
            Self::Sarif => "sarif",
            Self::Text => "text",
        }
    }

    /// The format that the extension of a file's name (without its dot) stands for; none where several or none would do.
    pub fn of_extension(extension: &str) -> Option<Self> {
        match extension {
            "csv" => Some(Self::Csv),
            "html" | "htm" => Some(Self::Html),
            "json" => Some(Self::Json),
            "md" | "markdown" => Some(Self::Markdown),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "rdjson" => Some(Self::Rdjson),
            "sarif" => Some(Self::Sarif),
            "text" | "txt" => Some(Self::Text),
            _ => None,
        }
    }

    /// Formats whose files have this extension, where it does not tell which of them is meant.
    pub fn all_of_extension(extension: &str) -> &'static [Self] {
        match extension {
            "xml" => &[Self::Checkstyle, Self::Junit],
            _ => &[],
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
        Format::Checkstyle => checkstyle::render(report, messages, out),
        Format::Csv => csv::render(report, messages, out),
        Format::Github => github::render(report, messages, look, out),
        Format::Gitlab => gitlab::render(report, messages, out),
        Format::Html => review::render(report, messages, out),
        Format::Json => json::render(report, messages, out),
        Format::Junit => junit::render(report, messages, out),
        Format::Markdown => markdown::render(report, messages, look.room, out),
        Format::Ndjson => ndjson::render(report, messages, out),
        Format::Rdjson => rdjson::render(report, messages, out),
        Format::Sarif => sarif::render(report, messages, out),
        Format::Text => text::render(report, messages, look, out),
    }
}
