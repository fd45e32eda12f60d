//! CPU time of whole processes.

use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::time::Instant;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeVal;

use super::Outcome;

/// Makes the command of a step anew.
pub(super) type Program = Box<dyn Fn() -> Command>;

/// What a step took, by round.
pub(super) struct Measured {
    /// User and system CPU time.
    pub(super) seconds: Vec<f64>,
    /// Time on the clock.
    wall: Vec<f64>,
}

impl Measured {
    pub(super) fn median(&self) -> f64 {
        median(self.seconds.clone())
    }

    pub(super) fn median_wall(&self) -> f64 {
        median(self.wall.clone())
    }

    /// Median of a figure that is computed within each round from this step, another one and the round's number.
    pub(super) fn against(&self, other: &Self, figure: impl Fn(f64, f64, usize) -> f64) -> f64 {
        let rounds = self.seconds.iter().zip(&other.seconds).enumerate();
        median(
            rounds
                .map(|(round, (own, other))| figure(*own, *other, round))
                .collect(),
        )
    }

    /// The part of another step's time.
    pub(super) fn of(&self, other: &Self) -> f64 {
        self.against(other, |own, other, _| own / other)
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    if values.len() % 2 == 1 {
        values[middle]
    } else {
        f64::midpoint(values[middle - 1], values[middle])
    }
}

/// Runs programs in turn for some rounds, after one that only warms the caches.
pub(super) fn run_in_turn(rounds: usize, programs: &[Program]) -> Outcome<Vec<Measured>> {
    let mut measured: Vec<Measured> = programs
        .iter()
        .map(|_| Measured {
            seconds: Vec::new(),
            wall: Vec::new(),
        })
        .collect();
    for round in 0..=rounds {
        for (program, measured) in programs.iter().zip(&mut measured) {
            let (cpu, wall) = run(program())?;
            if round > 0 {
                measured.seconds.push(cpu);
                measured.wall.push(wall);
            }
        }
    }
    Ok(measured)
}

/// CPU and wall time of a program.
fn run(mut command: Command) -> Outcome<(f64, f64)> {
    let before = children()?;
    let start = Instant::now();
    let output = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .output()?;
    let wall = start.elapsed().as_secs_f64();
    if !output.status.success() {
        return Err(format!(
            "{command:?}: {}: {}",
            output.status,
            String::from_utf8_lossy(&output.stderr)
        )
        .into());
    }
    Ok((children()? - before, wall))
}

/// The most memory that a program holds, in megabytes. The program is run by a process that has run nothing else and is
/// small itself, because a process is said to hold at least what the one held that started it.
pub(super) fn peak(program: &Program) -> Outcome<f64> {
    let command = program();
    let mut runner = Command::new(std::env::current_exe()?);
    runner
        .arg("--peak")
        .arg(command.get_program())
        .args(command.get_args());
    for (key, value) in command.get_envs() {
        if let Some(value) = value {
            runner.env(key, value);
        }
    }
    let output = runner.stderr(Stdio::inherit()).output()?;
    if !output.status.success() {
        return Err(format!("{command:?}: {}", output.status).into());
    }
    Ok(String::from_utf8(output.stdout)?.trim().parse()?)
}

/// Runs a program and prints the most memory that it held, in megabytes.
pub(super) fn print_peak(program: &str, arguments: &[&str]) -> Outcome<()> {
    let status = Command::new(program)
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()?;
    if !status.success() {
        return Err(format!("{program}: {status}").into());
    }
    let most = getrusage(UsageWho::RUSAGE_CHILDREN)?.max_rss();
    let unit = if cfg!(target_vendor = "apple") {
        1_000_000.0
    } else {
        1_000.0
    };
    #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
    let megabytes = most as f64 / unit;
    writeln!(io::stdout(), "{megabytes:.1}")?;
    Ok(())
}

/// CPU time of all child processes that have ended.
fn children() -> Outcome<f64> {
    let usage = getrusage(UsageWho::RUSAGE_CHILDREN)?;
    Ok(seconds(usage.user_time()) + seconds(usage.system_time()))
}

#[expect(
    clippy::cast_precision_loss,
    reason = "seconds and microseconds are small"
)]
fn seconds(time: TimeVal) -> f64 {
    time.tv_sec() as f64 + time.tv_usec() as f64 / 1e6
}

/// The program that does the least.
pub(super) mod limits {
    use std::path::{Path, PathBuf};
    use std::process::Command;

    use crate::Outcome;

    /// Builds it below the target directory.
    pub(crate) fn build() -> Outcome<PathBuf> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/limits/Cargo.toml");
        let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("limits");
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let status = Command::new(cargo)
            .args([
                "build",
                "--release",
                "--locked",
                "--quiet",
                "--manifest-path",
            ])
            .arg(manifest)
            .arg("--target-dir")
            .arg(&target)
            .status()?;
        if !status.success() {
            return Err("the limits could not be built".into());
        }
        Ok(target.join("release/limits"))
    }
}
