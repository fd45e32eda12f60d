//! Generates corpora of mission records from a seed, clean or with planted faults, together with the exact truth
//! about what has to be found in them.
//!
//! It shares no code and no data with the linter: schemas, rules and positions are known here a second time, and
//! places are those at which the generator's own writer put the values.
//!
//! `OUT/data` holds the records and a `missionlint.toml` with the day of the run, `OUT/truth.jsonl` one line for each
//! finding to be expected, in order of path and place, `OUT/totals.json` how many these are by severity, rule, mission,
//! country and regional office, and `OUT/summary.json` the numbers of the corpus.

mod day;
mod draft;
mod faults;
mod json;
mod layout;
mod mission;
mod plan;
mod rng;
mod totals;
mod truth;
mod words;
mod writer;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use draft::{Draft, Record};
use json::Json;
use plan::{AS_OF, Plan};
use rng::Rng;
use totals::Totals;
use truth::{Marks, Truth};
use words::REGIONS;
use writer::Style;

/// How records are spread over files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Many files of about 2 KB in a folder for each mission.
    Files,
    /// One NDJSON file, mission after mission.
    Ndjson,
    /// One NDJSON file with the records of all missions mixed.
    NdjsonInterleaved,
}

/// What corpus is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    /// Number of missions.
    pub(crate) missions: usize,
    /// Number of months with meetings, up to the day of the run; 46 at most. Small missions have half as many.
    pub(crate) months: usize,
    /// Share of records that get a fault, from 0 to 1; some missions have more of them than others.
    pub(crate) errors: f64,
    /// Same seed, same bytes.
    pub(crate) seed: u64,
    /// How records are spread over files.
    pub(crate) layout: Layout,
}

/// The numbers of a corpus.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Summary {
    /// Missions.
    pub(crate) missions: usize,
    /// Records in files that can be read.
    pub(crate) records: usize,
    /// Files with records, also broken ones.
    pub(crate) files: usize,
    /// Their bytes.
    pub(crate) bytes: usize,
    /// Findings to be expected.
    pub(crate) findings: usize,
}

/// Writes a corpus below `out`, where there must be none yet.
pub(crate) fn generate(options: &Options, out: &Path) -> io::Result<Summary> {
    let data = out.join("data");
    fs::create_dir_all(out)?;
    fs::create_dir(&data)?;
    fs::write(
        data.join("missionlint.toml"),
        format!("as_of = \"{AS_OF}\"\n"),
    )?;
    let mut corpus = Corpus {
        data,
        summary: Summary {
            missions: options.missions,
            ..Summary::default()
        },
        truth: Vec::new(),
        totals: Totals::default(),
        lines: Lines::default(),
    };
    corpus.regional(options)?;
    for index in 0..options.missions {
        corpus.mission(options, index)?;
    }
    corpus.finish(options, out)
}

/// A corpus while it is written.
struct Corpus {
    data: PathBuf,
    summary: Summary,
    truth: Vec<Truth>,
    totals: Totals,
    lines: Lines,
}

/// Lines of NDJSON before their order is settled, by mission.
#[derive(Default)]
struct Lines {
    missions: Vec<Vec<(String, Vec<Truth>)>>,
}

/// Cities of regional offices whose thematic specialist is recorded by the missions only.
pub(crate) const WITHOUT_SPECIALIST: [&str; 2] = ["panama", "vienna"];

/// Name of the only file of an NDJSON corpus.
const NDJSON: &str = "missions.ndjson";

impl Corpus {
    /// Contacts of regional offices, which belong to no mission. Of some regional offices there is none: there each
    /// mission has to know its specialist.
    fn regional(&mut self, options: &Options) -> io::Result<()> {
        let mut rng = Rng::new(options.seed, 3);
        let offices = REGIONS
            .iter()
            .filter(|city| !WITHOUT_SPECIALIST.contains(city));
        let contacts: Vec<Json> = offices
            .map(|city| {
                let office = format!("ro-{city}");
                let body = Json::object()
                    .with("id", format!("RTS-{office}"))
                    .with("confirmed", AS_OF.plus(-rng.range(1, 40)))
                    .with("role", "regional-thematic-specialist")
                    .with("unit", "DHRR")
                    .with("office", office)
                    .with("mailbox", "dhrr@iom.int")
                    .with("from", day::Day::new(2024, 10, 11));
                layout::standing_alone(
                    Record {
                        kind: "contact",
                        body,
                        day: None,
                        after: None,
                        period: None,
                    },
                    "",
                )
            })
            .collect();
        self.summary.records += contacts.len();
        if options.layout == Layout::Files {
            let text = writer::write(&Json::from(contacts), Style::file(&mut rng));
            return self.file("regional/contacts.json", &text);
        }
        let lines = contacts
            .iter()
            .map(|contact| (writer::write(contact, Style::line(&mut rng)), Vec::new()));
        self.lines.missions.push(lines.collect());
        Ok(())
    }

    fn mission(&mut self, options: &Options, index: usize) -> io::Result<()> {
        let mut rng = Rng::new(options.seed, 100 + index as u64);
        let mut draft = mission::build(Plan::new(options, index), &mut rng);
        let share = options.errors * draft.plan.care;
        let wanted = wanted(draft.records.len(), share, &mut rng);
        if wanted > 0 {
            faults::plant(&mut draft, wanted, &mut rng);
        }
        self.summary.records += draft.records.len();
        self.annexes(&draft)?;
        self.totals.mission(&draft);
        let marks = Marks::new(&draft.plan.id, std::mem::take(&mut draft.expected));
        if options.layout == Layout::Files {
            for document in layout::files(&mut draft, &mut rng) {
                let (text, found) = marks.write(&document, Style::file(&mut rng));
                self.truth.extend(found);
                self.file(&document.path, &text)?;
            }
        } else {
            let lines = layout::lines(&mut draft);
            let lines = lines
                .into_iter()
                .map(|document| marks.write(&document, Style::line(&mut rng)));
            self.lines.missions.push(lines.collect());
        }
        Ok(())
    }

    fn annexes(&mut self, draft: &Draft) -> io::Result<()> {
        for (number, annex) in draft.annexes.iter().enumerate() {
            let mission = &draft.plan.id;
            let path = format!("annex/{mission}/log-{}.json", number + 1);
            self.truth.push(Truth::of_annex(&path, mission, annex));
            self.summary.records += annex.records;
            let text = [
                annex.before.as_bytes(),
                &annex.marked,
                annex.after.as_bytes(),
            ]
            .concat();
            self.file(&path, &text)?;
        }
        Ok(())
    }

    fn file(&mut self, path: &str, text: impl AsRef<[u8]>) -> io::Result<()> {
        let target = self.data.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder)?;
        }
        self.summary.files += 1;
        self.summary.bytes += text.as_ref().len();
        fs::write(target, text)
    }

    fn finish(mut self, options: &Options, out: &Path) -> io::Result<Summary> {
        if options.layout != Layout::Files {
            let mut lines = std::mem::take(&mut self.lines).missions;
            if options.layout == Layout::NdjsonInterleaved {
                lines = vec![interleave(lines, &mut Rng::new(options.seed, 5))];
            }
            self.ndjson(lines.into_iter().flatten())?;
        }
        self.truth.sort();
        self.summary.findings = self.truth.len();
        let mut truth = BufWriter::new(File::create(out.join("truth.jsonl"))?);
        for line in &self.truth {
            writeln!(truth, "{line}")?;
        }
        truth.flush()?;
        for finding in &self.truth {
            self.totals.count(finding);
        }
        fs::write(out.join("totals.json"), format!("{}\n", self.totals))?;
        fs::write(
            out.join("summary.json"),
            format!("{}\n", summary_json(&self.summary)),
        )?;
        Ok(self.summary)
    }

    fn ndjson(&mut self, lines: impl Iterator<Item = (String, Vec<Truth>)>) -> io::Result<()> {
        let mut file = BufWriter::new(File::create(self.data.join(NDJSON))?);
        for (number, (text, found)) in lines.enumerate() {
            self.truth.extend(
                found
                    .into_iter()
                    .map(|truth| truth.on_line(NDJSON, number + 1)),
            );
            writeln!(file, "{text}")?;
            self.summary.bytes += text.len() + 1;
        }
        self.summary.files += 1;
        file.flush()
    }
}

/// How many records of a mission get a fault, so that the share is right over many missions.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a mission has some hundred records"
)]
fn wanted(records: usize, share: f64, rng: &mut Rng) -> usize {
    let exact = records as f64 * share.clamp(0.0, 1.0);
    let percent = (exact.fract() * 100.0) as usize;
    exact as usize + usize::from(rng.chance(percent))
}

/// Mixes lists at random; the order within each list stays.
fn interleave<T>(lists: Vec<Vec<T>>, rng: &mut Rng) -> Vec<T> {
    let sizes: Vec<usize> = lists.iter().map(Vec::len).collect();
    let mut turns: Vec<usize> = sizes
        .iter()
        .enumerate()
        .flat_map(|(list, size)| vec![list; *size])
        .collect();
    rng.shuffle(&mut turns);
    let mut lists: Vec<_> = lists.into_iter().map(Vec::into_iter).collect();
    turns
        .into_iter()
        .filter_map(|list| lists[list].next())
        .collect()
}

fn summary_json(summary: &Summary) -> String {
    let Summary {
        missions,
        records,
        files,
        bytes,
        findings,
    } = summary;
    format!(
        "{{\"as_of\": \"{AS_OF}\", \"missions\": {missions}, \"records\": {records}, \"files\": {files}, \
         \"bytes\": {bytes}, \"findings\": {findings}}}"
    )
}
