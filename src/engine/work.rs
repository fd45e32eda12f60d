//! The work of a run, unit by unit.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::Request;
use super::judge::{Judged, build, judge};
use super::route::Routed;
use super::show::{Show, Shown};
use super::stage::Stage;
use super::tallies::Tallies;
use crate::bundle::{Bundle, GLOBAL};
use crate::calendar::Day;
use crate::catalogue::Scope;
use crate::config::Settings;
use crate::document::{Document, Slot};
use crate::finding::{DocumentId, Finding, Phrase, Place, Spot};
use crate::overview::{MissionCounts, Overview, Reader, Verdicts};
use crate::privacy::show_id;
use crate::report::RunFault;
use crate::rules::Tally;

/// The work of a unit: its missions, and what loading has found in their documents.
pub(super) struct Work<'t> {
    missions: Vec<&'t str>,
    findings: Vec<Finding>,
}

/// What a unit gives.
pub(super) struct Done {
    pub(super) shown: Shown,
    pub(super) tallies: Tallies,
    /// By mission; none unless wanted.
    pub(super) overviews: Vec<(String, Overview)>,
    /// None unless wanted.
    pub(super) counts: Vec<MissionCounts>,
    pub(super) faults: Vec<RunFault>,
}

/// Gives units of the plan what loading has found in their documents. What was found in what is of other units is
/// theirs.
pub(super) fn works<'t>(
    stage: &Stage<'_, 't>,
    units: &[usize],
    findings: Vec<Finding>,
) -> Vec<(usize, Work<'t>)> {
    let plan = stage.plan;
    let works = units.iter().map(|unit| {
        let work = Work {
            missions: plan.missions_of(*unit),
            findings: Vec::new(),
        };
        (*unit, work)
    });
    let mut works: BTreeMap<usize, Work> = works.collect();
    for finding in findings {
        if stage.wants(finding.rule, finding.primary) {
            let home = plan.unit_named(stage.home_of(finding.primary));
            if let Some(work) = works.get_mut(&home) {
                work.findings.push(finding);
            }
        }
    }
    works.into_iter().collect()
}

impl<'t> Work<'t> {
    /// Builds the bundles, judges them and shows what was found.
    pub(super) fn run(
        self,
        stage: &Stage<'_, 't>,
        documents: &'t [Document],
        routed: &Routed<'t>,
        request: &Request,
    ) -> Done {
        let mut bundles = build(&self.missions, documents, routed, &request.settings);
        Bundle::introduce(&mut bundles, &stage.regional);
        let judged: Vec<(&str, Judged)> = if stage.any {
            Vec::new()
        } else {
            let bundles = bundles.par_iter();
            bundles
                .map(|(id, bundle)| (*id, judge(bundle, request, stage.settings(Some(id)))))
                .collect()
        };
        let mut faults = Vec::new();
        for (_, judged) in &judged {
            faults.extend(judged.faults.iter().cloned());
        }
        // Most rules have nothing to judge in most missions.
        let tallies = judged.iter().flat_map(|(_, judged)| &judged.tallies);
        let tallies = tallies.filter(|(_, tally)| *tally != Tally::default());
        let tallies = tallies.copied().collect();
        let mut overviews = Vec::new();
        if request.describe.has_overviews() && !stage.any {
            let show = Show::new(stage, &bundles);
            for (id, judged) in judged.iter().filter(|(id, _)| *id != GLOBAL) {
                match overview(&bundles[id], judged, &show) {
                    Ok(overview) => overviews.push(((*id).to_owned(), overview)),
                    Err(fault) => faults.push(fault),
                }
            }
        }
        let mut counts = Vec::new();
        let show = Show::new(stage, &bundles);
        for (id, judged) in &judged {
            let share = routed.shares.get(id);
            let slots = share.map_or(&[][..], |share| &share.slots);
            match count(&bundles[id], slots, &self.findings, judged, &show) {
                Ok(mission) => counts.extend(mission),
                Err(fault) => faults.push(fault),
            }
        }
        Done {
            counts,
            shown: Show::new(stage, &bundles).all(self.findings, judged),
            tallies,
            overviews,
            faults,
        }
    }
}

/// A mission at a glance. A crash is a fault of the tool, and stops neither the findings nor the other missions.
fn overview(
    bundle: &Bundle<'_>,
    judged: &Judged,
    show: &Show<'_, '_>,
) -> Result<Overview, RunFault> {
    described(bundle, judged, show, |settings, as_of, reader, verdicts| {
        Overview::of(bundle, settings, as_of, reader, verdicts)
    })
}

/// The numbers of a mission, where an audit wants them; `slots` are its records, and `findings` what loading has found
/// in its unit. A crash is a fault of the tool.
fn count(
    bundle: &Bundle<'_>,
    slots: &[(DocumentId, Slot)],
    findings: &[Finding],
    judged: &Judged,
    show: &Show<'_, '_>,
) -> Result<Option<MissionCounts>, RunFault> {
    let Some((counts, cells)) = &judged.counts else {
        return Ok(None);
    };
    described(bundle, judged, show, |settings, as_of, reader, verdicts| {
        let mut counts = counts.clone();
        counts.texts = texts(bundle.id, slots, findings, show.stage);
        counts.add_records(bundle, cells, slots.len() as u64);
        counts.add_coverage(bundle, settings, as_of, reader, verdicts);
        Some(counts)
    })
}

/// How many files or lines are of a mission alone: those of its records, and those in which only slips were found.
fn texts(
    mission: &str,
    slots: &[(DocumentId, Slot)],
    findings: &[Finding],
    stage: &Stage<'_, '_>,
) -> u64 {
    let records = slots.iter().map(|(document, slot)| Place {
        document: *document,
        spot: Spot::Value(slot.node),
    });
    let files = findings
        .iter()
        .filter(|finding| finding.rule.scope == Scope::Document);
    let places = records.chain(files.map(|finding| finding.primary));
    let own = places.filter(|place| stage.owner_of(*place) == Some(mission));
    let texts = own.map(|place| {
        let text = stage.document(place.document).text_of(place.spot);
        (place.document, text.start)
    });
    texts.collect::<FxHashSet<_>>().len() as u64
}

/// What is made of a mission for the reader of the report.
fn described<T>(
    bundle: &Bundle<'_>,
    judged: &Judged,
    show: &Show<'_, '_>,
    make: impl FnOnce(&Settings, Day, &Reader<'_>, &Verdicts) -> T,
) -> Result<T, RunFault> {
    let request = show.stage.request;
    let reader = Reader {
        audience: request.audience,
        reveal: request.reveal,
        positions: &|place| show.ends(place),
    };
    let run = AssertUnwindSafe(|| {
        let verdicts = Verdicts::of(&judged.seats, &judged.findings);
        let settings = show.stage.settings(Some(bundle.id));
        make(settings, request.as_of, &reader, &verdicts)
    });
    catch_unwind(run).map_err(|_| RunFault {
        kind: "rule-failed",
        subject: "overview".to_owned(),
        reason: Phrase::new("reason-rule-crashed").with("mission", show_id(bundle.id)),
    })
}
