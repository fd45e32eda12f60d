//! What reading files costs, and parsing them into [`serde_json::Value`].
//!
//! `limits read PATH` reads every file below `PATH` into a reused buffer; `limits value PATH` also parses it, NDJSON
//! line by line. Both print files, bytes, values and, on Linux, CPU seconds. `--threads N` spreads the work.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use serde_json::Value;

/// What is done with a file.
#[derive(Clone, Copy, PartialEq)]
enum Step {
    Read,
    Value,
}

/// Numbers of a run.
#[derive(Clone, Copy, Default)]
struct Done {
    files: u64,
    bytes: u64,
    values: u64,
}

impl Done {
    fn plus(self, other: Self) -> Self {
        Self {
            files: self.files + other.files,
            bytes: self.bytes + other.bytes,
            values: self.values + other.values,
        }
    }
}

/// A file, or the part of an NDJSON file that starts between two bytes.
struct Piece {
    path: PathBuf,
    range: Option<(u64, u64)>,
}

/// Parts of an NDJSON file are about this long.
const PART: u64 = 8 << 20;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (step, path, threads) = match words[..] {
        ["read", path] => (Step::Read, path, "1"),
        ["value", path] => (Step::Value, path, "1"),
        ["read", path, "--threads", threads] => (Step::Read, path, threads),
        ["value", path, "--threads", threads] => (Step::Value, path, threads),
        _ => {
            eprintln!("usage: limits read|value PATH [--threads N]");
            return ExitCode::from(2);
        }
    };
    let result = threads
        .parse()
        .map_err(io::Error::other)
        .and_then(|threads| run(step, Path::new(path), threads));
    match result {
        Ok(done) => {
            let seconds =
                cpu_seconds().map_or("unknown".to_owned(), |seconds| format!("{seconds:.2}"));
            println!(
                "{} files, {} bytes, {} values, {seconds} CPU seconds",
                done.files, done.bytes, done.values
            );
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("limits: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(step: Step, path: &Path, threads: usize) -> io::Result<Done> {
    let mut pieces = Vec::new();
    collect(path, &mut pieces)?;
    let next = AtomicUsize::new(0);
    if threads <= 1 {
        return work(step, &pieces, &next);
    }
    thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| scope.spawn(|| work(step, &pieces, &next)))
            .collect();
        workers
            .into_iter()
            .try_fold(Done::default(), |sum, worker| {
                let done = worker
                    .join()
                    .map_err(|_| io::Error::other("a thread panicked"))??;
                Ok(sum.plus(done))
            })
    })
}

fn is_lines(path: &Path) -> bool {
    path.extension()
        .is_some_and(|extension| extension == "ndjson" || extension == "jsonl")
}

/// All files with records at or below a path.
fn collect(path: &Path, pieces: &mut Vec<Piece>) -> io::Result<()> {
    if path.is_dir() {
        for entry in fs::read_dir(path)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                collect(&entry.path(), pieces)?;
            } else {
                add(entry.path(), pieces)?;
            }
        }
        return Ok(());
    }
    add(path.to_owned(), pieces)
}

fn add(path: PathBuf, pieces: &mut Vec<Piece>) -> io::Result<()> {
    if is_lines(&path) {
        let length = fs::metadata(&path)?.len();
        let parts = (0..length.div_ceil(PART)).map(|part| Piece {
            path: path.clone(),
            range: Some((part * PART, ((part + 1) * PART).min(length))),
        });
        pieces.extend(parts);
    } else if path
        .extension()
        .is_some_and(|extension| extension == "json")
    {
        pieces.push(Piece { path, range: None });
    }
    Ok(())
}

/// Takes pieces in turn until none is left.
fn work(step: Step, pieces: &[Piece], next: &AtomicUsize) -> io::Result<Done> {
    let mut buffer = Vec::new();
    let mut done = Done::default();
    while let Some(piece) = pieces.get(next.fetch_add(1, Ordering::Relaxed)) {
        done = done.plus(match piece.range {
            None => whole(step, &piece.path, &mut buffer)?,
            Some(range) => part(step, &piece.path, range, &mut buffer)?,
        });
    }
    Ok(done)
}

/// Reads a file with as few system calls as can be: a short read is the end.
fn whole(step: Step, path: &Path, buffer: &mut Vec<u8>) -> io::Result<Done> {
    let mut file = File::open(path)?;
    let mut length = 0;
    buffer.resize(buffer.len().max(64 << 10), 0);
    loop {
        let read = file.read(&mut buffer[length..])?;
        length += read;
        if length < buffer.len() {
            break;
        }
        buffer.resize(2 * buffer.len(), 0);
    }
    let mut values = 0;
    // Broken files are read all the same.
    if step == Step::Value && serde_json::from_slice::<Value>(&buffer[..length]).is_ok() {
        values = 1;
    }
    Ok(Done {
        files: 1,
        bytes: length as u64,
        values,
    })
}

/// The lines of an NDJSON file that start in a range.
fn part(step: Step, path: &Path, (from, to): (u64, u64), buffer: &mut Vec<u8>) -> io::Result<Done> {
    let mut done = Done {
        files: u64::from(from == 0),
        ..Done::default()
    };
    let mut file = File::open(path)?;
    if step == Step::Read {
        file.seek(SeekFrom::Start(from))?;
        let mut rest = file.take(to - from);
        buffer.resize(buffer.len().max(1 << 18), 0);
        loop {
            let read = rest.read(buffer)? as u64;
            if read == 0 {
                return Ok(done);
            }
            done.bytes += read;
        }
    }
    // A line belongs to the part in which it starts: one byte back tells whether one starts at `from`.
    file.seek(SeekFrom::Start(from.saturating_sub(1)))?;
    let mut lines = BufReader::with_capacity(1 << 18, file);
    let mut at = from.saturating_sub(1);
    if from > 0 {
        at += lines.skip_until(b'\n')? as u64;
    }
    while at < to {
        buffer.clear();
        let read = lines.read_until(b'\n', buffer)?;
        if read == 0 {
            break;
        }
        at += read as u64;
        done.bytes += read as u64;
        done.values += u64::from(serde_json::from_slice::<Value>(buffer).is_ok());
    }
    Ok(done)
}

/// CPU time of this process so far, from `/proc`, in steps of a hundredth of a second.
fn cpu_seconds() -> Option<f64> {
    let stat = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the program, in brackets, may hold anything.
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(11);
    let ticks: f64 = fields.next()?.parse::<f64>().ok()? + fields.next()?.parse::<f64>().ok()?;
    Some(ticks / 100.0)
}
