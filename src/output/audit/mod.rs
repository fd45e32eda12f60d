//! An audit as bytes.

mod json;
mod page;

use std::io::{self, Write};

use crate::audit::Audit;
use crate::message::Messages;
use crate::report::Report;

pub use page::Sheets;

/// A form of audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AuditFormat {
    /// For headquarters: one page that holds everything.
    Html,
    /// For programs, and to compare a later audit with: see `schemas/audit.schema.json`.
    Json,
}

impl AuditFormat {
    /// All, in the order of their names.
    pub const ALL: [Self; 2] = [Self::Html, Self::Json];

    /// Its name in options.
    pub fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Json => "json",
        }
    }

    /// Formats whose files have this extension (without its dot).
    pub fn all_of_extension(extension: &str) -> &'static [Self] {
        match extension {
            "html" | "htm" => &[Self::Html],
            "json" => &[Self::Json],
            _ => &[],
        }
    }
}

impl std::str::FromStr for AuditFormat {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut known = Self::ALL.into_iter();
        known.find(|format| format.code() == text).ok_or(())
    }
}

/// Writes an audit of a report.
pub fn render_audit(
    report: &Report,
    audit: &Audit,
    messages: &Messages,
    format: AuditFormat,
    out: &mut dyn Write,
) -> io::Result<()> {
    match format {
        AuditFormat::Html => page::render(report, audit, messages, &Sheets::new(), out),
        AuditFormat::Json => json::render(report, audit, messages, out),
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
