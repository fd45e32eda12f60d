//! Tests of the tool as a whole, on real records.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test may fail by panicking"
)]

mod allow;
mod allow_from;
mod any_schema;
mod atlas;
mod audit;
mod audit_formats;
mod audit_limits;
mod baseline;
mod baseline_unnamed;
mod branches;
mod broken_first_line;
mod cache;
mod cache_day;
mod cache_folder;
mod canaries;
mod canary_commands;
mod cascades;
mod cases;
mod catalogue;
mod cli;
mod config;
mod config_command;
mod config_overrides;
mod config_platforms;
mod config_schema;
mod config_wording;
mod counts;
mod damaged;
mod diff;
mod early;
mod examples;
mod faults;
mod format_files;
mod format_github;
mod format_gitlab;
mod format_hostile;
mod format_large;
mod format_rdjson;
mod format_same;
mod format_sarif;
mod formats;
mod gallery;
mod init;
mod inputs;
mod killed;
mod kinds;
mod languages;
mod law;
mod layers;
mod look;
mod mali;
mod masked_cases;
mod masking;
mod masking_unknown;
mod memory;
mod misplaced;
mod mission;
mod misspelt_mission;
mod mutations;
mod not_judged;
mod nothing_in_it;
mod overview;
mod overview_damage;
mod overview_masking;
mod packed;
mod packed_hostile;
mod packed_same;
mod pictures;
mod policy;
mod properties;
mod readers;
mod readme;
mod recovery;
mod reports;
mod reports_among;
mod reports_told;
mod repository;
mod review;
mod review_saved;
mod review_words;
mod scale;
mod schema_weight;
mod schemas;
mod shells;
mod since;
#[cfg(target_os = "linux")]
mod small_files;
mod spans;
mod statements;
#[cfg(unix)]
mod stdin;
#[cfg(unix)]
mod stopped;
mod stopped_audit;
mod stopped_cache;
mod store;
mod streams;
mod tables;
mod tool;
mod translations;
mod trial;
mod trial_audit;
mod trial_compare;
mod trial_inputs;
mod trial_stopped;
mod trial_streams;
mod units;
mod watch;
