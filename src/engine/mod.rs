//! From inputs to a report: read, parse, judge by schema, route to missions, judge by rules, show.

mod config;
mod encoding;
mod excerpt;
mod fingerprint;
mod judge;
mod load;
mod position;
mod reveal;
mod route;
mod schemas;
mod show;
mod stage;
mod syntax;
mod unit;

pub use config::config_findings;
pub use schemas::schema_findings;

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use rayon::prelude::*;

use self::stage::Stage;
use crate::calendar::Day;
use crate::catalogue::{Meta, Scope};
use crate::config::Settings;
use crate::document::Document;
use crate::finding::Finding;
use crate::reference::Policy;
use crate::report::{Audience, Found, Inputs, Report, RuleCount, RunFault};
use crate::rules::{RULES, Tally};
use crate::schema::Contract;
use crate::{catalogue, reference};

/// Where the bytes of an input come from.
#[derive(Debug, Clone)]
pub enum Content {
    /// A file, read when its turn comes.
    File(PathBuf),
    /// Bytes at hand.
    Bytes(Vec<u8>),
}

/// Something to check.
#[derive(Debug, Clone)]
pub struct Input {
    /// Its path as reports show it, with `/`.
    pub path: Arc<str>,
    /// Its bytes.
    pub content: Content,
}

/// What to check by, and for whom.
#[derive(Debug, Clone)]
pub struct Request {
    /// The configuration.
    pub settings: Settings,
    /// The day of the run.
    pub as_of: Day,
    /// By which policy the records of a day are judged.
    pub policy: Policy,
    /// Ids of the only entries to apply; empty = all that are on.
    pub select: Vec<String>,
    /// Ids of entries not to apply.
    pub ignore: Vec<String>,
    /// For whom the report is made.
    pub audience: Audience,
    /// Whether to show what would be masked.
    pub reveal: bool,
    /// Configuration files the settings come from: path and hash.
    pub configs: Vec<(String, String)>,
}

impl Request {
    /// Whether findings of an entry are wanted.
    pub fn wants(&self, rule: &Meta) -> bool {
        let named = |list: &[String]| {
            list.iter()
                .any(|name| name == rule.id || name == rule.group.code())
        };
        self.settings.is_on(rule)
            && !named(&self.ignore)
            && (self.select.is_empty() || named(&self.select))
    }
}

/// Checks inputs by the record contract. The order in which they are given does not matter.
pub fn check(inputs: Vec<Input>, request: &Request) -> Report {
    check_by(inputs, request, &Contract::default())
}

/// Checks inputs by a contract whose schemas are sound. The order in which they are given does not matter.
pub fn check_by(mut inputs: Vec<Input>, request: &Request, contract: &Contract) -> Report {
    inputs.sort_by(|one, other| one.path.cmp(&other.path));
    let loaded: Vec<load::LoadedFile> = inputs
        .par_iter()
        .map(|input| load::load(input, contract))
        .collect();
    let mut collected = Collected::default();
    for file in loaded {
        collected.add(file);
    }
    let any = contract.of_all().is_some();
    let mut counts = collected.counts(request, contract);
    let (documents, findings) = (collected.documents, collected.findings);
    let routed = route::route(&documents);
    let stage = Stage::new(&documents, &routed, request, any);
    let units = unit_works(&stage, &documents, &routed, findings, request);
    let done: Vec<Done> = units
        .into_par_iter()
        .map(|work| work.run(&stage, &documents, &routed, request))
        .collect();
    let mut report = Report {
        as_of: request.as_of,
        audience: request.audience,
        packs: packs(request, contract),
        configs: request.configs.clone(),
        schema: contract
            .of_all()
            .and_then(|any| any.hashes.first().map(|(path, _)| path.clone())),
        schemas: schema_hashes(contract),
        inputs: Inputs {
            missions: if any { 0 } else { routed.missions() },
            records: if any {
                collected.values
            } else {
                collected.inputs.records
            },
            ..collected.inputs
        },
        rules: Vec::new(),
        findings: notes(request, contract),
        not_checked: Vec::new(),
        faults: collected.faults,
    };
    let mut not_checked = Vec::new();
    for mut done in done {
        report.findings.append(&mut done.shown.findings);
        not_checked.append(&mut done.shown.not_checked);
        report.faults.append(&mut done.faults);
        for (rule, tally) in done.tallies {
            counts
                .entry(rule.id)
                .or_insert((rule, Tally::default(), 0))
                .1 += tally;
        }
    }
    not_checked.sort_by(|(one, _), (other, _)| one.cmp(other));
    report.not_checked = not_checked
        .into_iter()
        .flat_map(|(_, entries)| entries)
        .collect();
    show::in_order(&mut report.findings);
    if any {
        report.forget_records();
        if let Some(unread) = schemas::unread(&documents, request) {
            if let Some((_, tally, _)) = counts.get_mut(unread.rule.id) {
                let blocked = unread.locations.len() as u64;
                tally.applicable += blocked;
                tally.blocked += blocked;
            }
            report.not_checked.push(unread);
        }
    }
    for found in &report.findings {
        if let Some(count) = counts.get_mut(found.rule.id) {
            count.2 += 1;
        }
    }
    report.rules = counts
        .into_values()
        .map(|(rule, tally, findings)| RuleCount {
            rule,
            tally,
            findings,
        })
        .collect();
    report.faults.sort();
    report.faults.dedup();
    report
}

/// The work of a unit: its missions, and what loading has found in their documents.
struct Work<'t> {
    missions: Vec<&'t str>,
    findings: Vec<Finding>,
}

/// What a unit gives.
struct Done {
    shown: show::Shown,
    tallies: Vec<(&'static Meta, Tally)>,
    faults: Vec<RunFault>,
}

/// Divides the missions and what loading has found.
fn unit_works<'t>(
    stage: &Stage<'_, 't>,
    documents: &'t [Document],
    routed: &route::Routed<'t>,
    findings: Vec<Finding>,
    request: &Request,
) -> Vec<Work<'t>> {
    let wanted = findings
        .into_iter()
        .filter(|finding| request.wants(finding.rule));
    let findings: Vec<Finding> = wanted.collect();
    let outside = findings
        .iter()
        .map(|finding| finding.primary)
        .filter(|place| stage.is_outside(*place));
    let shared = outside.map(|place| place.document).collect();
    let mut works: Vec<Work> = unit::units(documents, routed, &shared)
        .into_iter()
        .map(|missions| Work {
            missions,
            findings: Vec::new(),
        })
        .collect();
    let unit_of: BTreeMap<&str, usize> = works
        .iter()
        .enumerate()
        .flat_map(|(number, work)| work.missions.iter().map(move |mission| (*mission, number)))
        .collect();
    for finding in findings {
        let home = unit_of.get(stage.home_of(finding.primary)).copied();
        works[home.unwrap_or_default()].findings.push(finding);
    }
    works
}

impl<'t> Work<'t> {
    /// Builds the bundles, judges them and shows what was found.
    fn run(
        self,
        stage: &Stage<'_, 't>,
        documents: &'t [Document],
        routed: &route::Routed<'t>,
        request: &Request,
    ) -> Done {
        let mut bundles = judge::build(&self.missions, documents, routed);
        crate::bundle::Bundle::introduce(&mut bundles, &stage.regional);
        let judged: Vec<(&str, judge::Judged)> = if stage.any {
            Vec::new()
        } else {
            let bundles = bundles.par_iter();
            bundles
                .map(|(id, bundle)| (*id, judge::judge(bundle, request)))
                .collect()
        };
        let (mut tallies, mut faults) = (Vec::new(), Vec::new());
        for (_, judged) in &judged {
            faults.extend(judged.faults.iter().cloned());
            tallies.extend(judged.tallies.iter().copied());
        }
        Done {
            shown: show::Show::new(stage, &bundles).all(self.findings, judged),
            tallies,
            faults,
        }
    }
}

/// What is to be said about the schemas themselves.
fn notes(request: &Request, contract: &Contract) -> Vec<Found> {
    let all = contract
        .schemas()
        .flat_map(|schema| schema_findings(schema, &request.settings));
    // Several kinds may share files.
    let mut seen = BTreeSet::new();
    all.filter(|found| request.wants(found.rule))
        .filter(|found| {
            let location = &found.location;
            seen.insert((location.path.clone(), location.start.offset, found.rule.id))
        })
        .collect()
}

/// Path and hash of every file of a schema, each once.
fn schema_hashes(contract: &Contract) -> Vec<(String, String)> {
    let mut hashes: Vec<(String, String)> = contract
        .schemas()
        .flat_map(|schema| schema.hashes.iter().cloned())
        .collect();
    hashes.sort();
    hashes.dedup();
    hashes
}

/// The policy packs that wanted rules rest on, in order of the table.
fn packs(request: &Request, contract: &Contract) -> Vec<&'static reference::Pack> {
    if contract.of_all().is_some() {
        return Vec::new();
    }
    let rests = |pack: &&reference::Pack| {
        let rests_on = |rule: &Meta| rule.packs().any(|id| id == pack.id) && request.wants(rule);
        RULES.iter().any(|rule| rests_on(rule.meta))
    };
    reference::packs().iter().filter(rests).collect()
}

/// What loading all inputs gave.
#[derive(Default)]
struct Collected {
    documents: Vec<Document>,
    findings: Vec<Finding>,
    faults: Vec<RunFault>,
    inputs: Inputs,
    texts: u64,
    /// Roots of all documents.
    values: usize,
    hasher: xxhash_rust::xxh3::Xxh3,
}

type Counts = BTreeMap<&'static str, (&'static Meta, Tally, u64)>;

impl Collected {
    /// Adds a file; its documents get their ids here.
    fn add(&mut self, file: load::LoadedFile) {
        self.hasher.update(file.path.as_bytes());
        self.hasher.update(&[0]);
        self.hasher.update(&file.hash.to_le_bytes());
        self.inputs.hash = format!("{:032x}", self.hasher.digest128());
        if let Some(fault) = file.fault {
            self.faults.push(fault);
            return;
        }
        self.inputs.files += 1;
        self.inputs.bytes += file.bytes;
        for part in file.parts {
            let id =
                crate::finding::DocumentId(u32::try_from(self.documents.len()).unwrap_or(u32::MAX));
            self.inputs.records += part.document.slots.len();
            self.texts += part.texts;
            self.values += part.document.tree.roots().len();
            self.faults.extend(part.fault);
            self.findings
                .extend(part.findings.into_iter().map(|mut finding| {
                    finding.rehome(id);
                    finding
                }));
            self.documents.push(Document {
                id,
                ..part.document
            });
        }
    }

    /// How often entries that are no coded rules were applied.
    fn counts(&self, request: &Request, contract: &Contract) -> Counts {
        let mut counts = Counts::new();
        let any = contract.of_all().is_some();
        let files = schema_hashes(contract).len() as u64;
        for entry in catalogue::builtin::ALL
            .iter()
            .filter(|entry| request.wants(entry))
        {
            let applicable = match entry.scope {
                _ if any && schemas::is_of_containers(entry) => continue,
                Scope::Document => self.texts,
                Scope::Record if any => self.values as u64,
                Scope::Record => self.inputs.records as u64,
                Scope::Schema if files > 0 => files,
                Scope::Schema | Scope::Subject | Scope::Config => continue,
            };
            counts.insert(
                entry.id,
                (
                    entry,
                    Tally {
                        applicable,
                        run: applicable,
                        blocked: 0,
                    },
                    0,
                ),
            );
        }
        for rule in RULES.iter().filter(|rule| !any && request.wants(rule.meta)) {
            counts.insert(rule.meta.id, (rule.meta, Tally::default(), 0));
        }
        counts
    }
}
