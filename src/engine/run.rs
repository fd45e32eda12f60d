//! Judging what was read: all of it at once where it is at hand, else as many units at a time as there is room for.

use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use rayon::prelude::*;

use super::allow::Allowing;
use super::cache::Shelf;
use super::collect::Collected;
use super::digest::Digest;
use super::early::Early;
use super::files::Files;
use super::law::law;
use super::load::Loaded;
use super::plan::{Plan, Register};
use super::progress::interruption;
use super::route::route;
use super::stage::Stage;
use super::work::{Done, works};
use super::{Inputs, Means, Request, finish};
use crate::document::Document;
use crate::finding::{DocumentId, Finding};
use crate::report::Report;
use crate::schema::Contract;

/// What a run goes by.
pub(super) struct Run<'a> {
    pub(super) request: &'a Request,
    pub(super) contract: &'a Contract,
    pub(super) means: &'a Means,
    pub(super) allowing: Allowing<'a>,
    /// Whether values are judged by a schema of the user's, whatever they are.
    pub(super) any: bool,
    /// What it judges by, once somebody asks.
    law: OnceLock<u128>,
    /// What earlier runs have left, where it may be used.
    pub(super) shelf: Option<Shelf<'a>>,
    pub(super) digest: Digest,
}

/// What becomes of documents that are at hand.
pub(super) enum Keeping {
    /// They stay where they are: all are at hand.
    All,
    /// They are given up when they are judged; what is neither at hand nor judged early is read again from the inputs.
    Nothing(Box<Early>),
}

impl<'a> Run<'a> {
    pub(super) fn new(request: &'a Request, contract: &'a Contract, means: &'a Means) -> Self {
        let mut run = Self {
            request,
            contract,
            means,
            allowing: Allowing::new(request),
            any: contract.of_all().is_some(),
            law: OnceLock::new(),
            shelf: None,
            digest: Digest::of_run(means),
        };
        let cache = means.cache.as_deref();
        run.shelf = cache.map(|cache| cache.open(run.law()));
        run
    }

    /// Leaves to the next run what this one knows; besides, if it was stopped, what it has not asked for.
    pub(super) fn close(&self) {
        if let Some(earlier) = &self.shelf {
            earlier.close(self.means.progress.is_stopped());
        }
    }

    /// What tells what units are judged by, besides their texts.
    pub(super) fn law(&self) -> u128 {
        *self.law.get_or_init(|| law(self.request, self.contract))
    }

    /// Judges files that were read from inputs.
    pub(super) fn report(
        &self,
        files: &mut Files,
        inputs: &Inputs,
        register: &Register,
        keeping: Keeping,
    ) -> Report {
        let mut collected = Collected::of(files, inputs);
        let at_hand = files.take_kept();
        if let Keeping::Nothing(_) = keeping {
            // Files that stay where they are tell it again in the next run.
            files.gather();
        }
        let mut drawn = Vec::with_capacity(inputs.len());
        drawn.extend(files.drawn());
        let plan = Plan::new((drawn, &files.gathered), inputs, register);
        let progress = &self.means.progress;
        let is_whole = files.are_read();
        let keys = self.shelf.as_ref().filter(|_| is_whole);
        let keys = keys.map(|_| plan.keys(self.law()));
        let mut done = self.known(&plan, keys.as_deref());
        let open = (0..plan.units.len()).filter(|unit| done[*unit].is_none());
        let open: Vec<usize> = open.collect();
        progress.units.store(open.len() as u64, Relaxed);
        let keeps = matches!(keeping, Keeping::All);
        let mut kept = Vec::new();
        match keeping {
            // What is not read may be of any mission, or concern all: what was judged is for the next run alone.
            Keeping::Nothing(early) if !is_whole => self.keep_early(*early),
            Keeping::Nothing(..) if open.is_empty() => {}
            Keeping::Nothing(early) if at_hand.len() < plan.drawn.len() => {
                self.accept(&plan, *early, &mut done);
                let faults = self.judge_in_turn(&plan, at_hand, inputs, &mut done);
                collected.faults.extend(faults);
            }
            _ => {
                let at_hand = at_hand.into_values().map(|loaded| *loaded);
                let (loaded, judged) = self.judge(&plan, at_hand.collect(), &open, &|_| keeps);
                kept = loaded;
                for (unit, judged) in judged {
                    done[unit] = Some(judged);
                }
            }
        }
        let is_judged: Vec<bool> = done.iter().map(Option::is_some).collect();
        if is_judged.contains(&false) {
            collected.leave_out(files, &plan, &is_judged);
            if progress.is_stopped() {
                let fault = interruption(&plan, is_whole, |unit| is_judged[unit]);
                collected.faults.push(fault);
            }
        }
        self.keep(keys.as_deref(), &open, &done);
        let done = done.into_iter().flatten().collect();
        let report = finish::report(self, &plan, &collected, done);
        if keeps {
            files.give_back(kept);
        }
        report
    }

    /// What earlier runs have left of each unit.
    fn known(&self, plan: &Plan<'_>, keys: Option<&[u128]>) -> Vec<Option<Done>> {
        match (&self.shelf, keys) {
            (Some(earlier), Some(keys)) => keys.par_iter().map(|key| earlier.unit(*key)).collect(),
            _ => plan.units.iter().map(|_| None).collect(),
        }
    }

    /// Keeps what units have given in this run.
    fn keep(&self, keys: Option<&[u128]>, units: &[usize], done: &[Option<Done>]) {
        if let (Some(earlier), Some(keys)) = (&self.shelf, keys) {
            units.par_iter().for_each(|unit| {
                if let Some(done) = &done[*unit] {
                    earlier.keep_unit(keys[*unit], done);
                }
            });
        }
    }

    /// Keeps what was judged before everything was read: it holds wherever a unit has the same key.
    fn keep_early(&self, early: Early) {
        if let Some(shelf) = &self.shelf {
            let results = early.results().into_par_iter();
            results.for_each(|(key, done)| shelf.keep_unit(key, &done));
        }
    }

    /// Takes results that hold.
    fn accept(&self, plan: &Plan<'_>, early: Early, done: &mut [Option<Done>]) {
        let mut results = early.results();
        if results.is_empty() {
            return;
        }
        let keyed = done.iter_mut().zip(plan.keys(self.law()));
        for (done, key) in keyed.filter(|(done, _)| done.is_none()) {
            *done = results.remove(&key);
            let judged = u64::from(done.is_some());
            self.means.progress.judged.fetch_add(judged, Relaxed);
        }
    }

    /// Judges units while others are still being read, otherwise as [`Run::judge`] does.
    pub(super) fn judge_early(
        &self,
        plan: &Plan<'_>,
        loaded: Vec<Loaded>,
        units: &[usize],
        keeps: &dyn Fn(usize) -> bool,
    ) -> (Vec<Loaded>, Vec<(usize, Done)>) {
        self.judge_counting(plan, loaded, units, keeps, &AtomicU64::default())
    }

    /// Judges units whose documents are all given, in order of path and text; gives the documents back that are to be
    /// kept, by position.
    pub(super) fn judge(
        &self,
        plan: &Plan<'_>,
        loaded: Vec<Loaded>,
        units: &[usize],
        keeps: &dyn Fn(usize) -> bool,
    ) -> (Vec<Loaded>, Vec<(usize, Done)>) {
        let judged = &self.means.progress.judged;
        self.judge_counting(plan, loaded, units, keeps, judged)
    }

    fn judge_counting(
        &self,
        plan: &Plan<'_>,
        loaded: Vec<Loaded>,
        units: &[usize],
        keeps: &dyn Fn(usize) -> bool,
        judged: &AtomicU64,
    ) -> (Vec<Loaded>, Vec<(usize, Done)>) {
        let mut documents: Vec<Document> = Vec::with_capacity(loaded.len());
        let mut all_findings = Vec::new();
        let mut kept = Vec::new();
        for (position, loaded) in loaded.into_iter().enumerate() {
            let id = DocumentId(u32::try_from(position).unwrap_or(u32::MAX));
            let Loaded { document, findings } = loaded;
            documents.push(Document { id, ..document });
            kept.push(keeps(position).then(|| findings.clone()));
            all_findings.extend(findings.into_iter().map(|mut finding| {
                finding.rehome(id);
                finding
            }));
        }
        let done = self.judge_documents(plan, &documents, all_findings, units, judged);
        let loaded = documents.into_iter().zip(kept);
        let loaded = loaded.filter_map(|(document, findings)| {
            let findings = findings?;
            Some(Loaded { document, findings })
        });
        (loaded.collect(), done)
    }

    fn judge_documents(
        &self,
        plan: &Plan<'_>,
        documents: &[Document],
        mut findings: Vec<Finding>,
        units: &[usize],
        judged: &AtomicU64,
    ) -> Vec<(usize, Done)> {
        let mut routed = route(documents, plan);
        findings.append(&mut routed.findings);
        let stage = Stage::new(documents, &routed, self, plan);
        let works = works(&stage, units, findings).into_par_iter();
        let progress = &self.means.progress;
        works
            .filter(|_| !progress.is_stopped())
            .map(|(unit, work)| {
                let done = work.run(&stage, documents, &routed, self.request);
                judged.fetch_add(1, Relaxed);
                (unit, done)
            })
            .collect()
    }
}
