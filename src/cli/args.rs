//! What a user typed.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use super::audit_args::{AUDIT, AuditOptions};
use super::means::MeansOptions;
use super::options::{AllowOptions, BASELINE, BaselineOptions, DIFF, DiffOptions, SinceOptions};
use super::setup_args::{self, CompletionsOptions, InitOptions, ManOptions};
use crate::calendar::{Day, parse_day};
use crate::catalogue::Severity;
use crate::engine::Describe;
use crate::message::Language;
use crate::output::Format;
use crate::reference::Policy;
use crate::report::Audience;

const EXIT_CODES: &str = "\
Exit codes:
  0  nothing at or above --fail-on
  1  findings, or rules that could not judge everything, at or above --fail-on
  2  the job could not be done: usage, configuration, no input, unreadable file, internal fault";

const CHECK: &str = "\
Examples:
  missionlint check missions/mli
  missionlint check --select security,cluster-staff-mismatch missions/mli
  missionlint check 'missions/*/meetings/2025-*.json' --fail-on warning
  missionlint check missions/mli -o report.json
  missionlint check - --stdin-filename missions/mli/people.json < people.json
  git ls-files -z '*.json' | missionlint check --files-from -
  missionlint check --since origin/main --allow-from origin/main
  missionlint check --schema order.schema.json orders.ndjson

Exit codes:
  0  nothing at or above --fail-on
  1  findings, or rules that could not judge everything, at or above --fail-on
  2  the job could not be done: usage, configuration, no input, unreadable file, internal fault";

const REVIEW: &str = "\
Examples:
  missionlint review missions/mli -o review.html
  missionlint review missions/mli -o review.html --lang fr
  missionlint review missions/mli -o review.html --decisions review.json
  missionlint review missions/mli -o review.html --compare report-2025-02.json

Exit codes:
  0  ready: nothing at or above --fail-on
  1  findings, or rules that could not judge everything, at or above --fail-on
  2  the job could not be done: usage, configuration, no input, unreadable file, internal fault";

const CONFIG: &str = "\
Examples:
  missionlint config
  missionlint config missions/mli --all
  missionlint config --mission mli --path missions/mli/people.json";

const RULES: &str = "\
Examples:
  missionlint rules
  missionlint rules security cluster-staff-mismatch
  missionlint rules --format markdown > rules.md";

const POLICY: &str = "\
Examples:
  missionlint policy
  missionlint policy em-precrisis
  missionlint policy --on 2022-10-01
  missionlint policy --statements --format markdown";

/// Checks coordination records of humanitarian country missions.
#[derive(Debug, Parser)]
#[command(version, about, after_help = EXIT_CODES, bin_name = "missionlint", max_term_width = 100)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Language of messages and help [default: that of the locale, else en]
    #[arg(long, global = true, value_name = "LANG", value_enum)]
    pub(super) lang: Option<LanguageArgument>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check records and report findings
    #[command(after_help = CHECK)]
    Check(Box<CheckOptions>),
    /// Write a page for people who review a mission: what blocks it, what is missing, what to do
    #[command(after_help = REVIEW)]
    Review(Box<ReviewOptions>),
    /// Count findings, checks and coverage of many missions by country, office, rule, platform type and month
    #[command(after_help = AUDIT)]
    Audit(Box<AuditOptions>),
    /// Accept findings in missionlint.toml
    Allow(AllowOptions),
    /// Print the pages of rules
    Explain(ExplainOptions),
    /// List rules, or print their whole catalogue
    #[command(after_help = RULES)]
    Rules(RulesOptions),
    /// List the dated policy packs that rules rest on
    #[command(after_help = POLICY)]
    Policy(PolicyOptions),
    /// Print the JSON Schema of a kind of record
    Schema(SchemaOptions),
    /// Keep a list of findings that were there when checking began, so that new ones alone count
    #[command(after_help = BASELINE, arg_required_else_help = true)]
    Baseline(BaselineOptions),
    /// Compare two JSON reports: what is new, what is fixed
    #[command(after_help = DIFF)]
    Diff(DiffOptions),
    /// Print the settings in force, each with where it comes from
    #[command(after_help = CONFIG)]
    Config(ConfigOptions),
    /// Write the recommended layout into a folder: example records, settings, schemas for editors, checks of every change
    #[command(after_help = setup_args::INIT)]
    Init(InitOptions),
    /// Print what makes a shell complete commands and options
    #[command(after_help = setup_args::COMPLETIONS)]
    Completions(CompletionsOptions),
    /// Print the page for man, or write the pages of all commands
    #[command(after_help = setup_args::MAN)]
    Man(ManOptions),
}

#[derive(Debug, Default, Args)]
pub(super) struct CheckOptions {
    /// Files, directories, archives (.zip) or quoted globs, or - for standard input; default: "paths" of
    /// missionlint.toml, else the current directory
    pub(super) paths: Vec<String>,
    /// Check the files that FILE lists, or standard input with -: one path per line, or each ended by a NUL
    #[arg(long, value_name = "FILE")]
    pub(super) files_from: Option<String>,
    /// Path that standard input (-) is read as and takes the place of [default: stdin.json, or stdin.ndjson for lines]
    #[arg(long, value_name = "PATH")]
    pub(super) stdin_filename: Option<String>,
    #[command(flatten)]
    pub(super) by: ByOptions,
    #[command(flatten)]
    pub(super) times: TimesOptions,
    /// Form of the report on standard output [possible values: checkstyle, csv, github, gitlab, html, json,
    /// junit, markdown, ndjson, rdjson, sarif, text] [default: text]
    #[arg(long, value_name = "FORMAT", value_parser = format)]
    pub(super) format: Option<Format>,
    /// Write the report to a file instead (repeatable); without FORMAT the ending of the name decides: .csv, .html, .json,
    /// .md, .ndjson, .rdjson, .sarif, .txt
    #[arg(short, long, value_name = "[FORMAT=]FILE")]
    pub(super) output: Vec<String>,
    /// Most bytes of a Markdown report [default: what fits a comment, or the summary of a GitHub step]
    #[arg(long, value_name = "BYTES")]
    pub(super) markdown_limit: Option<usize>,
    /// Judge as of this day (YYYY-MM-DD) [default: that of missionlint.toml, else today]
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(super) as_of: Option<Day>,
    /// Judge each record by the policy in force on its day, or all by the latest one
    #[arg(long, value_name = "POLICY", value_enum, default_value_t = PolicyArgument::Dated)]
    pub(super) policy: PolicyArgument,
    /// Least severity that fails the run
    #[arg(long, value_name = "SEVERITY", value_enum, default_value_t = FailOn::Error)]
    pub(super) fail_on: FailOn,
    /// Do not fail because of rules that could not judge everything
    #[arg(long)]
    pub(super) allow_blocked: bool,
    /// Apply only these rules or families (repeatable, or separated by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Do not apply these rules or families (repeatable, or separated by commas)
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) ignore: Vec<String>,
    #[command(flatten)]
    pub(super) news: SinceOptions,
    #[command(flatten)]
    pub(super) exceptions: ExceptionOptions,
    /// For whom the report is made: public replaces person ids and shows public records only
    #[arg(long, value_enum, default_value_t = AudienceArgument::Internal)]
    pub(super) audience: AudienceArgument,
    /// Show values of restricted records
    #[arg(long, conflicts_with = "audience")]
    pub(super) reveal: bool,
    #[command(flatten)]
    pub(super) means: MeansOptions,
    /// When to colour
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Print what was found or could not be checked, without table and summary
    #[arg(short, long)]
    pub(super) quiet: bool,
    /// Configuration file [default: missionlint.toml at or above the paths]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// The form of reports where none is named.
    #[arg(skip = Format::Text)]
    pub(super) usual_format: Format,
    /// How much to tell of missions, whatever the form.
    #[arg(skip)]
    pub(super) describe: Option<Describe>,
    /// Further files that will be written.
    #[arg(skip)]
    pub(super) written: Vec<PathBuf>,
    /// Further files that are read, and not written over.
    #[arg(skip)]
    pub(super) read: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ReviewOptions {
    #[command(flatten)]
    pub(super) check: CheckOptions,
    /// Show the decisions that a reviewer saved from an earlier page, and which of them are out of date
    #[arg(long, value_name = "FILE", conflicts_with = "watch")]
    pub(super) decisions: Option<PathBuf>,
    /// Show what has changed since an earlier report (made with --format json)
    #[arg(long, value_name = "REPORT", conflicts_with = "watch")]
    pub(super) compare: Option<PathBuf>,
}

/// What to check by, where that is not the record contract.
#[derive(Debug, Default, Args)]
pub(super) struct ByOptions {
    /// Check any JSON documents by this JSON Schema (drafts 4 to 2020-12) instead of records by the record contract; no
    /// policy rules, nothing is fetched
    #[arg(long, value_name = "FILE", conflicts_with_all = ["as_of", "policy"])]
    pub(super) schema: Option<PathBuf>,
    /// With --schema: do not check "format"
    #[arg(long, requires = "schema")]
    pub(super) format_annotation: bool,
}

/// How often to check.
#[derive(Debug, Default, Args)]
pub(super) struct TimesOptions {
    /// Go on and check again whatever changes, until Ctrl-C
    #[arg(long, conflicts_with = "cache")]
    pub(super) watch: bool,
}

/// What to do with findings that the configuration accepts.
#[derive(Debug, Default, Args)]
pub(super) struct ExceptionOptions {
    /// List the findings that [[allow]] entries of missionlint.toml or the baseline accept, with their reasons
    #[arg(long)]
    pub(super) show_allowed: bool,
    /// Judge as if missionlint.toml had no [[allow]] entries
    #[arg(long, conflicts_with = "show_allowed")]
    pub(super) ignore_allow: bool,
    /// File with findings that were there when checking began [default: "baseline" of missionlint.toml]
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Judge as if there were no baseline
    #[arg(long, conflicts_with = "baseline")]
    pub(super) no_baseline: bool,
}

#[derive(Debug, Args)]
pub(super) struct ExplainOptions {
    /// Ids of rules
    #[arg(required = true, value_name = "RULE")]
    pub(super) rules: Vec<String>,
}

#[derive(Debug, Args)]
pub(super) struct RulesOptions {
    /// Rules or families; without them, all
    #[arg(value_name = "RULE")]
    pub(super) names: Vec<String>,
    /// text lists them, markdown and json have everything: pages, packs, statements
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = CatalogueFormat::Text)]
    pub(super) format: CatalogueFormat,
}

#[derive(Debug, Args)]
pub(super) struct PolicyOptions {
    /// Id of a pack, for its page; without it, a list of all
    pub(super) pack: Option<String>,
    /// List only packs in force on this day (YYYY-MM-DD)
    #[arg(long, value_name = "DATE", value_parser = day, conflicts_with_all = ["pack", "statements"])]
    pub(super) on: Option<Day>,
    /// List the statements of the documents instead, each with the rules that check it or the reason why none does
    #[arg(long, conflicts_with = "pack")]
    pub(super) statements: bool,
    /// Form of the output
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = CatalogueFormat::Text)]
    pub(super) format: CatalogueFormat,
}

/// Form of the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    Text,
    Markdown,
    Json,
}

#[derive(Debug, Args)]
pub(super) struct SchemaOptions {
    /// Kind of record, also one of [[kinds]] in missionlint.toml, or envelope, common, report, audit, catalogue, review,
    /// config, baseline; without it, a list of all
    pub(super) kind: Option<String>,
    /// Write all schemas into this folder, for editors, in place of earlier ones
    #[arg(long, value_name = "DIR", conflicts_with = "kind")]
    pub(super) dir: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(super) struct ConfigOptions {
    /// Files or directories whose configuration is meant [default: the current directory]
    pub(super) paths: Vec<String>,
    /// What holds in this mission
    #[arg(long, value_name = "ID")]
    pub(super) mission: Option<String>,
    /// What holds in this file
    #[arg(long, value_name = "FILE")]
    pub(super) path: Option<String>,
    /// Tell the severities of all rules, also of those for which nothing is set
    #[arg(long)]
    pub(super) all: bool,
    /// Form of the settings
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = SettingsFormat::Toml)]
    pub(super) format: SettingsFormat,
    /// When to colour mistakes
    #[arg(long, value_name = "WHEN", value_enum, default_value_t = Color::Auto)]
    pub(super) color: Color,
    /// Configuration file [default: missionlint.toml at or above the paths]
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
}

/// Form of the settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum SettingsFormat {
    Toml,
    Json,
}

/// Limit of failing.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum FailOn {
    #[default]
    Error,
    Warning,
    Advice,
    Never,
}

impl FailOn {
    pub(super) fn limit(self) -> Option<Severity> {
        match self {
            Self::Error => Some(Severity::Error),
            Self::Warning => Some(Severity::Warning),
            Self::Advice => Some(Severity::Advice),
            Self::Never => None,
        }
    }
}

/// [`Audience`] as typed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum AudienceArgument {
    Public,
    #[default]
    Internal,
}

impl From<AudienceArgument> for Audience {
    fn from(argument: AudienceArgument) -> Self {
        match argument {
            AudienceArgument::Public => Self::Public,
            AudienceArgument::Internal => Self::Internal,
        }
    }
}

/// [`Language`] as typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum LanguageArgument {
    En,
    Fr,
    Es,
}

impl From<LanguageArgument> for Language {
    fn from(argument: LanguageArgument) -> Self {
        match argument {
            LanguageArgument::En => Self::English,
            LanguageArgument::Fr => Self::French,
            LanguageArgument::Es => Self::Spanish,
        }
    }
}

/// [`Policy`] as typed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum PolicyArgument {
    #[default]
    Dated,
    Latest,
}

impl From<PolicyArgument> for Policy {
    fn from(argument: PolicyArgument) -> Self {
        match argument {
            PolicyArgument::Dated => Self::Dated,
            PolicyArgument::Latest => Self::Latest,
        }
    }
}

/// When to colour.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    #[default]
    Auto,
    Always,
    Never,
}

// Parsers of values: their errors are ids of messages that say what is right.

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| "expected-day".to_owned())
}

fn format(text: &str) -> Result<Format, String> {
    text.parse().map_err(|()| "expected-format".to_owned())
}
