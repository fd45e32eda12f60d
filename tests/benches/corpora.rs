//! What is checked: corpora of three layouts, and three single documents.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::generator::{Layout, Options, generate};

/// A corpus, clean and with findings.
pub(super) struct Set {
    pub(super) title: String,
    pub(super) layout: Layout,
    pub(super) clean: PathBuf,
    pub(super) faulty: PathBuf,
}

/// Two clean corpora, one with four times as many missions.
pub(super) struct Pair {
    pub(super) title: String,
    pub(super) few: PathBuf,
    pub(super) many: PathBuf,
    /// Megabytes that may be held: less than the smaller one has.
    pub(super) memory: &'static str,
}

/// Everything that is checked. It is removed at the end.
pub(super) struct Corpora {
    root: PathBuf,
    pub(super) sets: Vec<Set>,
    pub(super) pairs: Vec<Pair>,
    pub(super) small: PathBuf,
    pub(super) line: PathBuf,
    pub(super) pretty: PathBuf,
}

impl Corpora {
    /// Generates about 20,000 files and twice 100 MB of NDJSON, or a tenth of it.
    pub(super) fn generate(quick: bool) -> Outcome<Self> {
        let root = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench");
        if root.exists() {
            fs::remove_dir_all(&root)?;
        }
        fs::create_dir_all(&root)?;
        let shrink = if quick { 10 } else { 1 };
        let mut sets = Vec::new();
        for (layout, name, missions) in [
            (Layout::Files, "files of 2 KB", 200),
            (Layout::Ndjson, "NDJSON, missions one after another", 650),
            (Layout::NdjsonInterleaved, "NDJSON, missions mixed", 650),
        ] {
            sets.push(set(&root, layout, name, missions / shrink)?);
        }
        let memory = if quick { "1" } else { "8" };
        let pairs = [
            (Layout::Files, "files of 2 KB", 60),
            (Layout::Ndjson, "NDJSON, missions one after another", 250),
            (Layout::NdjsonInterleaved, "NDJSON, missions mixed", 250),
        ];
        let pairs = pairs
            .map(|(layout, name, missions)| pair(&root, (layout, name), missions / shrink, memory));
        let line = root.join("line.json");
        fs::write(&line, one_line())?;
        let pretty = root.join("pretty.json");
        fs::write(&pretty, many_lines())?;
        let small = small_file(&sets[0].clean)?;
        Ok(Self {
            root,
            sets,
            pairs: pairs.into_iter().collect::<Outcome<_>>()?,
            small,
            line,
            pretty,
        })
    }
}

impl Drop for Corpora {
    fn drop(&mut self) {
        // The next run removes what is left.
        drop(fs::remove_dir_all(&self.root));
    }
}

fn set(root: &Path, layout: Layout, name: &str, missions: usize) -> Outcome<Set> {
    let mut folders = Vec::new();
    let mut title = name.to_owned();
    for (errors, part) in [(0.0, "clean"), (0.05, "faulty")] {
        let out = root.join(format!("{layout:?}-{part}"));
        let summary = generate(
            &Options {
                missions,
                months: 12,
                errors,
                seed: 1,
                layout,
            },
            &out,
        )?;
        let megabytes = summary.bytes / 1_000_000;
        if errors > 0.0 {
            write!(title, "; {} findings in the faulty one", summary.findings)?;
        } else {
            write!(
                title,
                ": {} missions, {} records, {} files, {megabytes} MB",
                summary.missions, summary.records, summary.files
            )?;
        }
        folders.push(out.join("data"));
    }
    writeln!(io::stdout(), "generated {title}")?;
    let faulty = folders.pop().unwrap_or_default();
    let clean = folders.pop().unwrap_or_default();
    Ok(Set {
        title,
        layout,
        clean,
        faulty,
    })
}

fn pair(
    root: &Path,
    (layout, name): (Layout, &str),
    missions: usize,
    memory: &'static str,
) -> Outcome<Pair> {
    let corpus = |count: usize| -> Outcome<PathBuf> {
        let out = root.join(format!("memory-{layout:?}-{count}"));
        let options = Options {
            missions: count,
            months: 12,
            errors: 0.0,
            seed: 2,
            layout,
        };
        generate(&options, &out)?;
        Ok(out.join("data"))
    };
    Ok(Pair {
        title: format!(
            "{name}: {missions} missions and {}, --memory {memory}",
            4 * missions
        ),
        few: corpus(missions)?,
        many: corpus(4 * missions)?,
        memory,
    })
}

/// The file of the first mission whose size is nearest to 2 KB.
fn small_file(data: &Path) -> Outcome<PathBuf> {
    let mut files = Vec::new();
    let missions = fs::read_dir(data.join("missions"))?;
    for mission in missions.take(1) {
        for entry in fs::read_dir(mission?.path().join("meetings"))? {
            let entry = entry?;
            files.push((entry.metadata()?.len().abs_diff(2_000), entry.path()));
        }
    }
    let (_, file) = files.into_iter().min().ok_or("no small file")?;
    Ok(file)
}

const ENVELOPE: &str = "{\"mission\": \"zzz\", \"kind\": \"contact\", \"records\": [";

/// 10,000 contacts on one line, each with a day that does not exist.
fn one_line() -> String {
    let contact = |number: usize| {
        format!(
            "{{\"id\": \"K-{number}\", \"role\": \"focal-point\", \"unit\": \"DHRR\", \"office\": \"ro-dakar\", \
             \"mailbox\": \"a@iom.int\", \"from\": \"2025-02-30\"}}"
        )
    };
    let contacts: Vec<String> = (0..10_000).map(contact).collect();
    format!("{ENVELOPE}{}]}}", contacts.join(","))
}

/// 5,000 contacts on 35,000 lines, each with a day that does not exist and a role that is no code.
fn many_lines() -> String {
    let contact = |number: usize| {
        format!(
            "    {{\n      \"id\": \"K-{number}\",\n      \"role\": \"Focal Point\",\n      \"unit\": \"DHRR\",\n      \
             \"office\": \"ro-dakar\",\n      \"mailbox\": \"a@iom.int\",\n      \"from\": \"2025-02-30\"\n    }}"
        )
    };
    let contacts: Vec<String> = (0..5_000).map(contact).collect();
    format!("{ENVELOPE}\n{}\n]}}\n", contacts.join(",\n"))
}
