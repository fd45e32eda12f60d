//! Writes a corpus of mission records: `cargo run --release --example corpus -- --help`.

#[path = "mod.rs"]
mod generator;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use generator::{Layout, Options};

/// Generates mission records for tests and measurements, together with the findings to be expected in them.
#[derive(Parser)]
#[command(name = "corpus")]
struct Arguments {
    /// Number of missions, each in another country as long as there are any.
    #[arg(long, default_value_t = 168)]
    missions: usize,
    /// Number of months with meetings; small missions have half as many.
    #[arg(long, default_value_t = 12)]
    months: usize,
    /// Share of records that get a fault, from 0 to 1.
    #[arg(long, default_value_t = 0.0)]
    errors: f64,
    /// Same seed, same bytes.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How records are spread over files.
    #[arg(long, value_enum, default_value_t = LayoutName::Files)]
    layout: LayoutName,
    /// Where to write: records to OUT/data, expected findings to OUT/truth.jsonl, how many
    /// these are in each group to OUT/totals.json, numbers of the corpus to OUT/summary.json.
    #[arg(long)]
    out: PathBuf,
}

#[derive(Clone, Copy, ValueEnum)]
enum LayoutName {
    /// Files of about 2 KB in a folder for each mission.
    Files,
    /// One NDJSON file, mission after mission.
    Ndjson,
    /// One NDJSON file with the records of all missions mixed.
    NdjsonInterleaved,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(io::stderr(), "corpus: {error}"));
            ExitCode::from(2)
        }
    }
}

fn run(arguments: &Arguments) -> io::Result<()> {
    let layout = match arguments.layout {
        LayoutName::Files => Layout::Files,
        LayoutName::Ndjson => Layout::Ndjson,
        LayoutName::NdjsonInterleaved => Layout::NdjsonInterleaved,
    };
    let options = Options {
        missions: arguments.missions,
        months: arguments.months,
        errors: arguments.errors,
        seed: arguments.seed,
        layout,
    };
    let summary = generator::generate(&options, &arguments.out)?;
    writeln!(
        io::stdout(),
        "{} missions, {} records, {} files, {} bytes, {} findings expected",
        summary.missions,
        summary.records,
        summary.files,
        summary.bytes,
        summary.findings
    )
}
