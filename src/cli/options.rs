//! Options that go together: what is new, and by whose leave.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

use super::args::{CheckOptions, Color, ExceptionOptions, FailOn};
use crate::calendar::{Day, parse_day};

pub(super) const BASELINE: &str = "\
Examples:
  missionlint baseline create
  missionlint baseline update missions/mli
  missionlint baseline prune --baseline ci/baseline.json";

pub(super) const DIFF: &str = "\
Examples:
  missionlint diff before.json after.json
  missionlint diff before.json after.json --format markdown

Exit codes:
  0  nothing new at or above --fail-on
  1  findings or places not checked that are new, at or above --fail-on; faults of the new run
  2  a report could not be read, or is no report";

const ALLOW: &str = "\
Examples:
  missionlint allow import review.json --dry-run
  missionlint allow import review.json --config missions/mli/missionlint.toml";

#[derive(Debug, Args)]
pub(super) struct AllowOptions {
    #[command(subcommand)]
    pub(super) command: AllowCommand,
}

#[derive(Debug, Subcommand)]
pub(super) enum AllowCommand {
    /// Add an [[allow]] entry for each exception that a reviewer decided on
    #[command(after_help = ALLOW)]
    Import(ImportOptions),
}

#[derive(Debug, Args)]
pub(super) struct ImportOptions {
    /// The decisions, as a review sheet saves them
    #[arg(value_name = "FILE")]
    pub(super) review: PathBuf,
    /// Print the entries and change nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// When to colour mistakes
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Configuration file [default: missionlint.toml at or above the current directory]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// What findings are compared with.
#[derive(Debug, Default, Args)]
pub(super) struct SinceOptions {
    /// Report only what changes since this git revision have brought, also in files they do not touch; compares with
    /// the last commit that REV and HEAD have in common, so that what others changed on REV since does not count
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Take what exempts from rules ([[allow]], baseline, exclude, severity, parameters, day of the run) from missionlint.toml of
    /// this git revision: a change cannot exempt itself
    #[arg(long, value_name = "REV")]
    pub(super) allow_from: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct BaselineOptions {
    #[command(subcommand)]
    pub(super) action: BaselineAction,
}

#[derive(Debug, Subcommand)]
pub(super) enum BaselineAction {
    /// Take in all findings that count; refuses to overwrite a file
    Create(BaselineFiles),
    /// Add findings that are new, and keep the entries that are there with their reasons
    Update(BaselineFiles),
    /// Remove entries whose findings are put right
    Prune(BaselineFiles),
}

/// What a baseline is made of, and where it lies.
#[derive(Debug, Args)]
pub(super) struct BaselineFiles {
    /// Files, directories or quoted globs; default: "paths" of missionlint.toml, else the current directory
    pub(super) paths: Vec<String>,
    /// The baseline [default: "baseline" of missionlint.toml, else missionlint-baseline.json beside it]
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Judge as of this day (YYYY-MM-DD) [default: that of missionlint.toml, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// When to colour mistakes
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Configuration file [default: missionlint.toml at or above the paths]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

impl BaselineFiles {
    /// The options of the run whose findings are taken in.
    pub(super) fn as_check(&self, with_baseline: bool) -> CheckOptions {
        CheckOptions {
            paths: self.paths.clone(),
            as_of: self.as_of,
            color: self.color,
            config: self.config.clone(),
            exceptions: ExceptionOptions {
                baseline: self.baseline.clone(),
                no_baseline: !with_baseline,
                ..ExceptionOptions::default()
            },
            ..CheckOptions::default()
        }
    }
}

#[derive(Debug, Args)]
pub(super) struct DiffOptions {
    /// The earlier report, made with --format json
    #[arg(value_name = "OLD")]
    pub(super) old: PathBuf,
    /// The later one
    #[arg(value_name = "NEW")]
    pub(super) new: PathBuf,
    /// Form of the comparison
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = DiffFormat::Text)]
    pub(super) format: DiffFormat,
    /// Least severity of new findings that fails
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
}

/// Form of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum DiffFormat {
    Text,
    Json,
    Markdown,
}

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| "expected-day".to_owned())
}
