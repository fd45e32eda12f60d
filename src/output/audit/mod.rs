//! An audit as bytes.

mod csv;
mod json;
mod measure;
mod page;
#[cfg(feature = "parquet")]
mod parquet;
mod table;
mod xlsx;

use std::io::{self, Write};

use crate::audit::Audit;
use crate::message::Messages;
use crate::output::text::clean;
use crate::overview::{MASKED, NONE, UNDATED, UNKNOWN};
use crate::report::Report;

pub use page::Sheets;

/// A form of audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditFormat {
    /// Numbers of groups, one per row, for spreadsheets and data frames.
    AggregatesCsv,
    /// The same as Parquet.
    AggregatesParquet,
    /// Findings, one per row, with the groups they are in.
    FindingsCsv,
    /// The same as Parquet.
    FindingsParquet,
    /// For headquarters: one page that holds everything.
    Html,
    /// For programs, and to compare a later audit with: see `schemas/audit.schema.json`.
    Json,
    /// A workbook: a summary, a sheet for each dimension, the findings.
    Xlsx,
}

impl AuditFormat {
    /// All, in the order of their names.
    pub const ALL: [Self; 7] = [
        Self::AggregatesCsv,
        Self::AggregatesParquet,
        Self::FindingsCsv,
        Self::FindingsParquet,
        Self::Html,
        Self::Json,
        Self::Xlsx,
    ];

    /// Its name in options.
    pub fn code(self) -> &'static str {
        match self {
            Self::AggregatesCsv => "aggregates-csv",
            Self::AggregatesParquet => "aggregates-parquet",
            Self::FindingsCsv => "findings-csv",
            Self::FindingsParquet => "findings-parquet",
            Self::Html => "html",
            Self::Json => "json",
            Self::Xlsx => "xlsx",
        }
    }

    /// Formats whose files have this extension (without its dot).
    pub fn all_of_extension(extension: &str) -> &'static [Self] {
        match extension {
            "csv" => &[Self::AggregatesCsv, Self::FindingsCsv],
            "html" | "htm" => &[Self::Html],
            "json" => &[Self::Json],
            "parquet" => &[Self::AggregatesParquet, Self::FindingsParquet],
            "xlsx" => &[Self::Xlsx],
            _ => &[],
        }
    }

    /// Whether this build of the program can write it.
    pub fn is_built(self) -> bool {
        let needs_parquet = matches!(self, Self::AggregatesParquet | Self::FindingsParquet);
        !needs_parquet || cfg!(feature = "parquet")
    }

    /// Whether it is no text: nothing for a terminal.
    pub fn is_binary(self) -> bool {
        matches!(
            self,
            Self::AggregatesParquet | Self::FindingsParquet | Self::Xlsx
        )
    }
}

impl std::str::FromStr for AuditFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut known = Self::ALL.into_iter();
        known.find(|format| format.code() == text).ok_or(())
    }
}

/// The key of a group in a sentence: words stand for what is in no group that has a name.
pub fn group_in_words(key: &str, messages: &Messages) -> String {
    if [NONE, UNKNOWN, MASKED, UNDATED].contains(&key) {
        messages.say(&format!("audit-those-{key}"), &[])
    } else {
        clean(key)
    }
}

/// Writes an audit of a report; `tags` adds a row of HXL tags to CSV.
pub fn render_audit(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    (format, tags): (AuditFormat, bool),
    out: &mut dyn Write,
) -> io::Result<()> {
    let aggregates = || table::aggregates(report, audit).into_iter();
    let findings = || table::findings(report, audit, messages);
    match format {
        AuditFormat::AggregatesCsv => csv::render(&table::AGGREGATES, aggregates(), tags, out),
        AuditFormat::FindingsCsv => csv::render(&table::FINDINGS, findings(), tags, out),
        #[cfg(feature = "parquet")]
        AuditFormat::AggregatesParquet => parquet::render(&table::AGGREGATES, aggregates(), out),
        #[cfg(feature = "parquet")]
        AuditFormat::FindingsParquet => parquet::render(&table::FINDINGS, findings(), out),
        #[cfg(not(feature = "parquet"))]
        AuditFormat::AggregatesParquet | AuditFormat::FindingsParquet => {
            Err(io::Error::from(io::ErrorKind::Unsupported))
        }
        AuditFormat::Html => page::render(report, audit, messages, &Sheets::new(), out),
        AuditFormat::Json => json::render(report, audit, messages, out),
        AuditFormat::Xlsx => xlsx::render(report, audit, messages, out),
    }
}

/// Writes the audit as a page with links to the review sheets of missions.
pub fn render_audit_page(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    sheets: &Sheets,
    out: &mut dyn Write,
) -> io::Result<()> {
    page::render(report, audit, messages, sheets, out)
}
