//! What checking costs, next to what it costs at least: `cargo bench --bench check`, with `-- --quick` for a short run.
//!
//! Every time is user and system CPU time of whole processes, so that other work on the machine matters little. The
//! steps run in turn, round after round, and ratios are taken within a round. The limits (reading the files; parsing
//! them into `serde_json::Value`) are a program of their own, `tests/limits`, without the linter's feature flags.

#[path = "../generator/mod.rs"]
mod generator;

mod corpora;
mod measure;
mod steps;
mod table;

use std::error::Error;
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::Path;
use std::process::{Command, ExitCode};

use corpora::{Corpora, Pair, Set};
use generator::Layout;
use measure::{Measured, Program, limits, peak, print_peak, run_in_turn};
use table::{Aim, Table};

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words[..] {
        ["--child", step, path] => steps::run(step, Path::new(path)),
        ["--peak", program, ref arguments @ ..] => print_peak(program, arguments),
        _ => bench(words.contains(&"--quick")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            drop(writeln!(io::stderr(), "bench: {error}"));
            ExitCode::from(2)
        }
    }
}

/// The linter, built with the same settings as for release.
fn linter() -> Command {
    Command::new(env!("CARGO_BIN_EXE_missionlint"))
}

/// A whole check with the default output.
fn check(path: &Path, threads: usize) -> Program {
    check_with(path, threads, &[])
}

/// The same with more options.
fn check_with(path: &Path, threads: usize, options: &[&OsStr]) -> Program {
    let path = path.to_owned();
    let options: Vec<OsString> = options.iter().map(|option| (*option).to_owned()).collect();
    Box::new(move || {
        let mut command = linter();
        command
            .args(["check", "--fail-on", "never", "--color", "never"])
            .args(&options)
            .arg(&path);
        command.env("RAYON_NUM_THREADS", threads.to_string());
        command
    })
}

/// A whole audit, as JSON.
fn audit(path: &Path, threads: usize) -> Program {
    let path = path.to_owned();
    Box::new(move || {
        let mut command = linter();
        command
            .args(["audit", "--format", "json", "--fail-on", "never", "--quiet"])
            .arg(&path);
        command.env("RAYON_NUM_THREADS", threads.to_string());
        command
    })
}

/// A step of the linter's own, in a process of this program.
fn own_step(step: &'static str, path: &Path) -> Program {
    let path = path.to_owned();
    Box::new(move || {
        let mut command = Command::new(std::env::current_exe().unwrap_or_default());
        command.args(["--child", step]).arg(&path);
        command
    })
}

fn limit(limits: &Path, step: &'static str, path: &Path, threads: usize) -> Program {
    let (limits, path) = (limits.to_owned(), path.to_owned());
    Box::new(move || {
        let mut command = Command::new(&limits);
        command
            .arg(step)
            .arg(&path)
            .args(["--threads", &threads.to_string()]);
        command
    })
}

fn bench(quick: bool) -> Outcome<()> {
    let rounds = if quick { 3 } else { 7 };
    let limits = limits::build()?;
    let corpora = Corpora::generate(quick)?;
    let mut table = Table::default();
    for set in &corpora.sets {
        corpus(set, &limits, rounds, &mut table)?;
    }
    small_file(&corpora, rounds, &mut table)?;
    rendering(&corpora, rounds, &mut table)?;
    for pair in &corpora.pairs {
        memory(pair, &mut table)?;
    }
    write!(io::stdout(), "\n{table}")?;
    Ok(())
}

/// All steps on one corpus, clean and with findings.
fn corpus(set: &Set, limits: &Path, rounds: usize, table: &mut Table) -> Outcome<()> {
    table.section(&set.title);
    let clean = &set.clean;
    // The first of these runs fills the cache: the median is that of runs that find everything in it.
    let cache = clean.with_extension("cache");
    let cached: [&OsStr; 2] = ["--cache".as_ref(), cache.as_ref()];
    let measured = run_in_turn(
        rounds,
        &[
            limit(limits, "read", clean, 1),
            limit(limits, "value", clean, 1),
            own_step("parse", clean),
            own_step("schema", clean),
            check(clean, 1),
            check(&set.faulty, 1),
            audit(&set.faulty, 1),
            check_with(clean, 1, &cached),
            limit(limits, "value", clean, 2),
            check(clean, 2),
        ],
    )?;
    let [
        read,
        value,
        parse,
        schema,
        whole,
        faulty,
        audited,
        again,
        value_two,
        whole_two,
    ] = &measured[..]
    else {
        return Err("a step is missing".into());
    };
    let files = set.layout == Layout::Files;
    let aim = |on_files: f64, on_lines: f64| match set.layout {
        Layout::NdjsonInterleaved => Aim::None,
        _ => Aim::AtMost(if files { on_files } else { on_lines }),
    };
    table.time("read (limit)", read);
    table.time("read + Value (limit)", value);
    let speed = parse.against(value, |parse, value, round| {
        let read = read.seconds[round];
        (value - read) / (parse - read)
    });
    table.ratio(
        "read + tape: parsing alone, times as fast as Value",
        parse,
        speed,
        Aim::AtLeast(3.5),
    );
    table.ratio(
        "read + tape + schema, of read + Value",
        schema,
        schema.of(value),
        aim(0.85, 0.65),
    );
    table.ratio(
        "whole check, of read + Value",
        whole,
        whole.of(value),
        aim(1.0, 0.8),
    );
    table.ratio(
        "whole check, findings in 5 %, of the clean one",
        faulty,
        faulty.of(whole),
        aim(1.5, 1.5),
    );
    table.ratio(
        "whole audit of the same, of the check",
        audited,
        audited.of(faulty),
        Aim::None,
    );
    table.ratio(
        "whole check again, results of the last in a cache, of one without",
        again,
        again.of(whole),
        Aim::None,
    );
    table.ratio(
        "whole check, two threads, of read + Value, two threads",
        whole_two,
        whole_two.of(value_two),
        Aim::None,
    );
    Ok(())
}

/// One small file, from start to exit.
fn small_file(corpora: &Corpora, rounds: usize, table: &mut Table) -> Outcome<()> {
    table.section("one file of 2 KB, start to exit");
    let measured = run_in_turn(10 * rounds, &[check(&corpora.small, 2)])?;
    table.duration("CPU time", measured[0].median(), Aim::AtMost(0.008));
    table.duration("wall time", measured[0].median_wall(), Aim::None);
    Ok(())
}

/// Text about ten thousand findings in one document.
fn rendering(corpora: &Corpora, rounds: usize, table: &mut Table) -> Outcome<()> {
    table.section("10,000 findings in a document of 1 MB, whole check with text output");
    let measured: Vec<Measured> = run_in_turn(
        rounds,
        &[check(&corpora.line, 1), check(&corpora.pretty, 1)],
    )?;
    table.duration("all on one line", measured[0].median(), Aim::AtMost(1.0));
    table.duration("pretty", measured[1].median(), Aim::AtMost(1.0));
    Ok(())
}

/// The middle one of three peaks: how much two threads hold at a time is a matter of chance.
fn usual_peak(program: &Program) -> Outcome<f64> {
    let mut peaks = [peak(program)?, peak(program)?, peak(program)?];
    peaks.sort_by(f64::total_cmp);
    Ok(peaks[1])
}

/// Memory must follow what is being checked, not the corpus.
fn memory(pair: &Pair, table: &mut Table) -> Outcome<()> {
    table.section(&pair.title);
    let bounded = |path| check_with(path, 2, &["--memory".as_ref(), pair.memory.as_ref()]);
    let few = usual_peak(&bounded(&pair.few))?;
    let many = usual_peak(&bounded(&pair.many))?;
    table.memory("most memory, few missions", few, None, Aim::None);
    table.memory(
        "most memory, four times as many, of that",
        many,
        Some(many / few),
        Aim::AtMost(1.1),
    );
    Ok(())
}
