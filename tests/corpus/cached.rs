//! What earlier runs left, on corpora that are larger than the memory allowed: the same bytes as without, whatever has
//! changed between the runs.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use missionlint::calendar::parse_day;
use missionlint::config::Settings;
use missionlint::engine::{
    Cache, Content, Describe, Input, Means, Progress, Request, check_within,
};
use missionlint::message::{Language, Messages};
use missionlint::output::{Format, render};
use missionlint::reference::Policy;
use missionlint::report::{Audience, Report};
use missionlint::schema::Contract;

use super::generator::{Layout, Options};
use super::look::ROOMY;
use super::{Corpus, LAYOUTS, Tested};

/// `--memory 1`.
const MEMORY: u64 = 1 << 20;

/// A run, with what it leaves and how much it had to judge.
struct Ran {
    told: String,
    left: Option<Vec<u8>>,
    judged: u64,
}

fn request() -> Request {
    Request {
        settings: Settings::default(),
        as_of: parse_day("2026-10-31").unwrap_or_default(),
        policy: Policy::default(),
        select: Vec::new(),
        ignore: Vec::new(),
        audience: Audience::Internal,
        reveal: false,
        describe: Describe::Both,
        configs: Vec::new(),
        held: None,
        baseline: None,
    }
}

/// All records below a folder.
fn inputs(data: &Path) -> Result<Vec<Input>, Box<dyn Error>> {
    let (mut inputs, mut folders) = (Vec::new(), vec![data.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|it| it != "toml") {
                let shown = path.strip_prefix(data)?.to_string_lossy().into_owned();
                inputs.push(Input {
                    path: shown.into(),
                    content: Content::File(path),
                });
            }
        }
    }
    inputs.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(inputs)
}

/// Everything that a report says.
fn told(report: &Report) -> Result<String, Box<dyn Error>> {
    let mut bytes = Vec::new();
    let messages = Messages::new(Language::English);
    render(report, &messages, Format::Json, ROOMY, &mut bytes)?;
    let numbers = format!("{:?}{:?}", report.counts, report.overviews);
    Ok(String::from_utf8(bytes)? + &numbers)
}

fn run(data: &Path, memory: u64, before: Option<&[u8]>) -> Result<Ran, Box<dyn Error>> {
    let cache = before.map(|before| Arc::new(Cache::new(7, before.to_vec())));
    let means = Means {
        memory,
        cache: cache.clone(),
        progress: Arc::new(Progress::default()),
        ..Means::default()
    };
    let report = check_within(inputs(data)?, &request(), &Contract::default(), &means);
    if !report.faults.is_empty() {
        return Err(format!("{:?}", report.faults).into());
    }
    let left = cache.and_then(|cache| cache.after().map(<[u8]>::to_vec));
    Ok(Ran {
        told: told(&report)?,
        left,
        judged: means.progress.judged.load(Relaxed),
    })
}

/// The file, or the one of them, that changes are made to: in the midst of the corpus.
fn middle(data: &Path) -> Result<PathBuf, Box<dyn Error>> {
    let inputs = inputs(data)?;
    let file = inputs[inputs.len() / 2].content.file();
    Ok(file.ok_or("no file")?.to_owned())
}

/// Changes the lines of a file.
fn with_lines(file: &Path, change: impl Fn(&mut Vec<String>)) -> Tested {
    let text = fs::read_to_string(file)?;
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    change(&mut lines);
    Ok(fs::write(file, lines.join("\n") + "\n")?)
}

/// A change of a corpus, whose layout has files for missions, or all in lines of one.
type Change = fn(&Path, bool) -> Tested;

/// One mission changed, something deleted, something added, something renamed.
const CHANGES: [(&str, Change); 4] = [
    ("changed", |data, _| {
        let file = middle(data)?;
        let mut bytes = fs::read(&file)?;
        let half = bytes.len() / 2;
        let colon = bytes[half..].iter().position(|sign| *sign == b':');
        bytes.insert(half + colon.ok_or("no colon")? + 1, b' ');
        Ok(fs::write(file, bytes)?)
    }),
    ("deleted", |data, in_files| {
        let file = middle(data)?;
        if in_files {
            return Ok(fs::remove_file(file)?);
        }
        with_lines(&file, |lines| {
            lines.remove(lines.len() / 3);
        })
    }),
    ("added", |data, in_files| {
        let file = middle(data)?;
        if in_files {
            fs::copy(&file, file.with_file_name("once-more.json"))?;
            return Ok(());
        }
        with_lines(&file, |lines| {
            let line = lines[lines.len() / 4].clone();
            lines.insert(lines.len() / 2, line);
        })
    }),
    ("renamed", |data, in_files| {
        let file = middle(data)?;
        let name = if in_files {
            "other.json"
        } else {
            "other.ndjson"
        };
        Ok(fs::rename(&file, file.with_file_name(name))?)
    }),
];

fn assert_same(what: &str, found: &str, expected: &str) {
    if found != expected {
        let mut lines = expected.lines().zip(found.lines());
        let first = lines.find(|(one, other)| one != other);
        panic!("{what}: {first:#?}");
    }
}

#[test]
fn a_cache_that_is_partly_of_use_changes_nothing() -> Tested {
    for layout in LAYOUTS {
        for (errors, seed) in [(0.0, 21), (0.05, 22)] {
            let options = Options {
                missions: 14,
                months: 7,
                errors,
                seed,
                layout,
            };
            let corpus = Corpus::new("cached", &options)?;
            assert!(
                corpus.summary.bytes as u64 > MEMORY,
                "{}",
                corpus.summary.bytes
            );
            let data = corpus.data();
            let first = run(&data, MEMORY, Some(b""))?;
            let name = format!("{layout:?}, {errors}");
            assert_same(&name, &first.told, &run(&data, u64::MAX, None)?.told);
            let mut left = first.left.ok_or("nothing is left")?;
            let again = run(&data, MEMORY, Some(&left))?;
            assert_same(&name, &again.told, &first.told);
            assert_eq!(again.judged, 0, "{name}");
            let in_files = layout == Layout::Files;
            for (what, change) in CHANGES {
                change(&data, in_files)?;
                let what = format!("{name}, {what}");
                let expected = run(&data, u64::MAX, None)?.told;
                let now = run(&data, MEMORY, Some(&left))?;
                assert_same(&what, &now.told, &expected);
                assert!(now.judged > 0, "{what}");
                if in_files {
                    assert!(now.judged < first.judged, "{what}: {}", now.judged);
                }
                // With room for everything what was left is of the same use.
                let roomy = run(&data, u64::MAX, Some(&left))?;
                assert_same(&what, &roomy.told, &expected);
                left = now.left.ok_or("nothing is left")?;
            }
        }
    }
    Ok(())
}
