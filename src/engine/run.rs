//! Judging what was read: all of it at once where it is at hand, else as many units at a time as there is room for.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::sync::{Arc, OnceLock};

use rayon::prelude::*;

use super::allow::Allowing;
use super::collect::Collected;
use super::early::Early;
use super::law::law;
use super::load::{Loaded, LoadedFile};
use super::plan::{Plan, Register};
use super::route::route;
use super::stage::Stage;
use super::work::{Done, works};
use super::{Input, Means, Request, finish};
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
}

/// What becomes of documents that are at hand.
pub(super) enum Keeping<'i> {
    /// They stay where they are: all are at hand.
    All,
    /// They are given up when they are judged; what is neither at hand nor judged early is read again from the inputs.
    Nothing(&'i [Input], Early),
}

impl<'a> Run<'a> {
    pub(super) fn new(request: &'a Request, contract: &'a Contract, means: &'a Means) -> Self {
        Self {
            request,
            contract,
            means,
            allowing: Allowing::new(request),
            any: contract.of_all().is_some(),
            law: OnceLock::new(),
        }
    }

    /// What tells what units are judged by, besides their texts.
    pub(super) fn law(&self) -> u128 {
        *self.law.get_or_init(|| law(self.request, self.contract))
    }

    /// Judges files, in order of their paths.
    pub(super) fn report(
        &self,
        files: &mut [LoadedFile],
        register: &Register,
        keeping: Keeping<'_>,
    ) -> Report {
        let mut collected = Collected::of(files);
        let mut at_hand = Vec::new();
        for (file, number) in files.iter_mut().zip(0..) {
            let is_read = file.fault.is_none();
            for part in file.parts.iter_mut().filter(|_| is_read) {
                part.sketch.file = number;
                at_hand.push(part.kept.take());
            }
        }
        let paths: Vec<Arc<str>> = files.iter().map(|file| file.path.clone()).collect();
        let read = files.iter().filter(|file| file.fault.is_none());
        let sketches = read.flat_map(|file| &file.parts).map(|part| &part.sketch);
        let plan = Plan::new(sketches.collect(), paths.into(), register);
        let progress = &self.means.progress;
        let is_whole = !progress.is_stopped();
        progress.units.store(plan.units.len() as u64, Relaxed);
        let keeps = matches!(keeping, Keeping::All);
        let mut done: Vec<Option<Done>> = plan.units.iter().map(|_| None).collect();
        let mut kept = Vec::new();
        match keeping {
            // Of what was not read to its end nothing is known for certain.
            Keeping::Nothing(..) if !is_whole => {}
            Keeping::Nothing(inputs, early) if at_hand.iter().any(Option::is_none) => {
                self.accept(&plan, early, &mut done);
                let faults = self.judge_in_turn(&plan, at_hand, inputs, &mut done);
                collected.faults.extend(faults);
            }
            _ => {
                let all: Vec<usize> = (0..plan.units.len()).collect();
                let at_hand = at_hand.into_iter().flatten().map(|loaded| *loaded);
                let (loaded, judged) = self.judge(&plan, at_hand.collect(), &all, &|_| keeps);
                kept = loaded;
                for (unit, judged) in judged {
                    done[unit] = Some(judged);
                }
            }
        }
        if done.iter().any(Option::is_none) && progress.is_stopped() {
            collected.faults.push(progress.interruption());
        }
        let done = done.into_iter().flatten().collect();
        let report = finish::report(self, &plan, &collected, done);
        if keeps {
            let read = files.iter_mut().filter(|file| file.fault.is_none());
            let parts = read.flat_map(|file| &mut file.parts);
            for (part, loaded) in parts.zip(kept) {
                part.kept = Some(Box::new(loaded));
            }
        }
        report
    }

    /// Takes results that hold.
    fn accept(&self, plan: &Plan<'_>, early: Early, done: &mut [Option<Done>]) {
        let mut results = early.results();
        if results.is_empty() {
            return;
        }
        for (done, key) in done.iter_mut().zip(plan.keys(self.law())) {
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
