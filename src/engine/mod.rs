//! From inputs to a report: read, parse, judge by schema, route to missions, judge by rules, show.

mod allow;
mod anchor;
mod baseline;
mod collect;
mod config;
mod counted;
mod doubt;
mod encoding;
mod example;
mod excerpt;
mod fingerprint;
mod held;
mod identity;
mod judge;
mod lines;
mod load;
mod misspelt;
mod names;
mod nature;
mod order;
mod position;
mod reveal;
mod route;
mod schemas;
mod show;
mod stage;
mod store;
mod syntax;
mod toml;
mod unit;
mod work;

pub use crate::source::Content;
pub use config::config_findings;
pub use example::example_findings;
pub use held::Held;
pub use schemas::{applies_to_values, schema_findings};
pub use store::{Change, Store};

use std::collections::BTreeSet;
use std::sync::Arc;

use rayon::prelude::*;

use self::allow::Unjudged;
use self::collect::{Collected, Counts};
use self::load::LoadedFile;
use self::stage::Stage;
use self::work::Done;
use crate::calendar::Day;
use crate::catalogue::Meta;
use crate::config::{Baseline, Settings, Source};
use crate::reference;
use crate::reference::Policy;
use crate::report::{Audience, NotChecked, Report};
use crate::rules::{RULES, Tally};
use crate::schema::Contract;

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
    /// Whether to describe every mission as well.
    pub describe: Describe,
    /// Configuration files the settings come from: none, or one.
    pub configs: Vec<Source>,
    /// Settings that do not hold, where those of another configuration do.
    pub held: Option<Held>,
    /// Findings that were there when checking began.
    pub baseline: Option<Baseline>,
}

/// How much to tell of missions besides what is found in them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Describe {
    /// Nothing.
    #[default]
    Nothing,
    /// Numbers alone, for an audit of many: [`Report::counts`].
    Counts,
    /// Everything, for a review: [`Report::overviews`].
    Overview,
    /// Both, for an audit with a review of each mission.
    Both,
}

impl Describe {
    /// Whether missions are counted.
    pub fn has_counts(self) -> bool {
        matches!(self, Self::Counts | Self::Both)
    }

    /// Whether missions are described.
    pub fn has_overviews(self) -> bool {
        matches!(self, Self::Overview | Self::Both)
    }
}

impl Request {
    /// Whether findings of an entry are wanted anywhere.
    pub fn wants(&self, rule: &Meta) -> bool {
        self.settings.may_be_on(rule) && self.selects(rule)
    }

    /// Whether an entry is among those to apply, whatever the settings say.
    fn selects(&self, rule: &Meta) -> bool {
        let named = |list: &[String]| {
            list.iter()
                .any(|name| name == rule.id || name == rule.group.code())
        };
        !named(&self.ignore) && (self.select.is_empty() || named(&self.select))
    }
}

/// Checks inputs by the record contract. The order in which they are given does not matter.
pub fn check(inputs: Vec<Input>, request: &Request) -> Report {
    check_by(inputs, request, &Contract::default())
}

/// Checks inputs by a contract whose schemas are sound. The order in which they are given does not matter.
pub fn check_by(mut inputs: Vec<Input>, request: &Request, contract: &Contract) -> Report {
    inputs.sort_by(|one, other| one.path.cmp(&other.path));
    let mut loaded: Vec<LoadedFile> = inputs
        .par_iter()
        .map(|input| load::load(input, contract, &request.settings))
        .collect();
    judge_files(&mut loaded, false, request, contract)
}

/// Judges files in order of their paths. Their documents are gone afterwards, unless they are to be kept.
fn judge_files(
    files: &mut [LoadedFile],
    keep: bool,
    request: &Request,
    contract: &Contract,
) -> Report {
    let mut collected = Collected::default();
    for file in files.iter_mut() {
        collected.add(file, keep);
    }
    let report = judge_collected(&mut collected, request, contract);
    if keep {
        collected.give_back(files);
    }
    report
}

fn judge_collected(collected: &mut Collected, request: &Request, contract: &Contract) -> Report {
    let mut findings = std::mem::take(&mut collected.findings);
    let documents = &collected.documents;
    let routed = route::route(documents);
    findings.extend(routed.findings.iter().cloned());
    let any = contract.of_all();
    let stage = Stage::new(documents, &routed, request, any.is_some());
    let works = work::works(&stage, documents, &routed, findings);
    let done: Vec<Done> = works
        .into_par_iter()
        .map(|work| work.run(&stage, documents, &routed, request))
        .collect();
    let configs = request.configs.iter();
    let mut report = Report {
        as_of: request.as_of,
        audience: request.audience,
        policy: request.policy,
        packs: packs(request, contract),
        configs: configs
            .map(|it| (it.path.clone(), it.hash.clone()))
            .collect(),
        select: in_order(&request.select),
        ignore: in_order(&request.ignore),
        paths: Vec::new(),
        schema: any.and_then(|any| any.hashes.first().map(|(path, _)| path.clone())),
        schemas: schemas::hashes(contract),
        inputs: collected.inputs(contract, routed.missions()),
        rules: Vec::new(),
        findings: schemas::notes(request, contract),
        not_checked: Vec::new(),
        overviews: Vec::new(),
        counts: Vec::new(),
        decisions: None,
        compared: None,
        faults: collected.faults.clone(),
        earlier: None,
        elsewhere: None,
        stale: Vec::new(),
    };
    let mut counts = collected.counts(request, contract);
    let unread = any.and_then(|_| schemas::unread(documents, request));
    let unjudged = Unjudged::of(&done, !report.faults.is_empty() || unread.is_some());
    report
        .findings
        .extend(stage.allow_findings(&unjudged, &mut counts));
    let held = held::held_findings(request, &mut counts);
    report.findings.extend(held);
    finish(report, counts, done, unread, &stage, &unjudged)
}

/// Puts together what the units give. `unread` is what a schema of the user's could not be applied to.
fn finish(
    mut report: Report,
    mut counts: Counts,
    done: Vec<Done>,
    unread: Option<NotChecked>,
    stage: &Stage<'_, '_>,
    unjudged: &Unjudged,
) -> Report {
    let mut not_checked = Vec::new();
    let mut overviews = Vec::new();
    for mut done in done {
        report.findings.append(&mut done.shown.findings);
        not_checked.append(&mut done.shown.not_checked);
        report.faults.append(&mut done.faults);
        overviews.append(&mut done.overviews);
        report.counts.append(&mut done.counts);
        for (rule, tally) in done.tallies {
            counts.add(rule, tally);
        }
    }
    not_checked.sort_by(|(one, _), (other, _)| one.cmp(other));
    overviews.sort_by(|(one, _), (other, _)| one.cmp(other));
    report.overviews = overviews
        .into_iter()
        .map(|(_, overview)| overview)
        .collect();
    report.counts.sort_by(|one, other| one.id.cmp(&other.id));
    let by_mission = not_checked.into_iter().flat_map(|(_, entries)| entries);
    report.not_checked = by_mission.collect();
    order::number(&mut report.findings);
    stage.compare_with_baseline(&mut report, unjudged, &mut counts);
    order::in_order(&mut report.findings);
    if report.schema.is_some() {
        report.forget_records();
    }
    if let Some(unread) = unread {
        let blocked = unread.locations.len() as u64;
        let tally = Tally {
            applicable: blocked,
            run: 0,
            blocked,
        };
        counts.add(unread.rule, tally);
        report.not_checked.push(unread);
    }
    report.rules = counts.with(&report.findings);
    report.faults.sort();
    report.faults.dedup();
    report
}

/// Names, each once.
fn in_order(names: &[String]) -> Vec<String> {
    let names: BTreeSet<&String> = names.iter().collect();
    names.into_iter().cloned().collect()
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
