//! What a user typed behind `audit`.

use std::path::PathBuf;

use clap::Args;

use super::args::{
    AudienceArgument, CheckOptions, Color, ExceptionOptions, FailOn, PolicyArgument,
};
use super::means::MeansOptions;
use crate::calendar::{Day, parse_day};
use crate::engine::Describe;
use crate::output::AuditFormat;

pub(super) const AUDIT: &str = "\
Examples:
  missionlint audit missions -o audit.html -o audit.xlsx -o audit.json --sheets sheets
  missionlint audit missions -o aggregates-csv=numbers.csv -o findings-csv=findings.csv --hxl
  missionlint audit missions --as-of 2025-03-31 --compare audit-2024.json -o json=audit-2025.json

Exit codes:
  0  nothing at or above --fail-on, no threshold passed
  1  findings, rules that could not judge everything, or thresholds ([audit] in missionlint.toml), at or above --fail-on;
     thresholds of error_if whatever --fail-on says
  2  the job could not be done: usage, configuration, no input, unreadable file, internal fault";

#[derive(Debug, Args)]
pub(super) struct AuditOptions {
    /// Files, directories or quoted globs, or - for standard input; default: "paths" of missionlint.toml, else the
    /// current directory
    pub(super) paths: Vec<String>,
    /// Path that standard input (-) is read as and takes the place of [default: stdin.json, or stdin.ndjson for lines]
    #[arg(long, value_name = "PATH")]
    stdin_filename: Option<String>,
    /// Form of the audit on standard output [possible values: aggregates-csv, aggregates-parquet, findings-csv,
    /// findings-parquet, html, json, xlsx] [default: html]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<AuditFormat>,
    /// Write the audit to a file instead (repeatable); without FORMAT the ending of the name decides: .html,
    /// .json, .xlsx
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    pub(super) output: Vec<String>,
    /// Add a row of tags of the Humanitarian Exchange Language (HXL) below the names of columns of CSV
    #[arg(long)]
    pub(super) hxl: bool,
    /// Also write a review sheet for each mission into this directory, which the page links to
    #[arg(long, value_name = "DIR")]
    pub(super) sheets: Option<PathBuf>,
    /// Tell what has changed since an earlier audit (made with --format json)
    #[arg(long, value_name = "REPORT")]
    pub(super) compare: Option<PathBuf>,
    /// Judge as of this day (YYYY-MM-DD) [default: that of missionlint.toml, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    as_of: Option<Day>,
    /// Judge each record by the policy in force on its day, or all by the latest one
    #[arg(long, value_name = "POLICY", value_enum, default_value_t = PolicyArgument::Dated)]
    policy: PolicyArgument,
    /// Least severity that fails the run
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
    /// Apply only these rules or families (repeatable, or separated by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not apply these rules or families (repeatable, or separated by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    #[command(flatten)]
    pub(super) accepted: AcceptedOptions,
    /// For whom the report is made: public replaces person ids and shows public records only
    #[arg(long, value_enum, default_value_t = AudienceArgument::Internal)]
    audience: AudienceArgument,
    /// Show values of restricted records
    #[arg(long, conflicts_with = "audience")]
    reveal: bool,
    #[command(flatten)]
    means: MeansOptions,
    /// When to colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    color: Color,
    /// Do not print the summary
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Configuration file [default: missionlint.toml at or above the paths]
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
}

/// What an audit lets pass.
#[derive(Debug, Args)]
pub(super) struct AcceptedOptions {
    /// Do not fail because of rules that could not judge everything
    #[arg(long)]
    pub(super) allow_blocked: bool,
    /// Judge as if missionlint.toml had no [[allow]] entries
    #[arg(long)]
    ignore_allow: bool,
    /// File with findings that were there when checking began [default: "baseline" of missionlint.toml]
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Judge as if there were no baseline
    #[arg(long, conflicts_with = "baseline")]
    no_baseline: bool,
}

impl AuditOptions {
    /// The options of the run that is audited. `written` are the files that audits go to.
    pub(super) fn as_check(&self, written: Vec<PathBuf>) -> CheckOptions {
        CheckOptions {
            paths: self.paths.clone(),
            stdin_filename: self.stdin_filename.clone(),
            as_of: self.as_of,
            policy: self.policy,
            fail_on: self.fail_on,
            allow_blocked: self.accepted.allow_blocked,
            select: self.select.clone(),
            ignore: self.ignore.clone(),
            exceptions: ExceptionOptions {
                ignore_allow: self.accepted.ignore_allow,
                baseline: self.accepted.baseline.clone(),
                no_baseline: self.accepted.no_baseline,
                ..ExceptionOptions::default()
            },
            audience: self.audience,
            reveal: self.reveal,
            means: self.means.clone(),
            color: self.color,
            quiet: self.quiet,
            config: self.config.clone(),
            describe: Some(if self.sheets.is_some() {
                Describe::Both
            } else {
                Describe::Counts
            }),
            written,
            ..CheckOptions::default()
        }
    }
}

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| "expected-day".to_owned())
}

fn format(text: &str) -> Result<AuditFormat, String> {
    text.parse()
        .map_err(|()| "expected-audit-format".to_owned())
}
