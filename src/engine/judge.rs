//! Judging missions by the rules.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};

use rayon::prelude::*;

use super::names::Names;
use super::route::Routed;
use super::{Describe, Request};
use crate::bundle::{Bundle, Unread};
use crate::catalogue::{Meta, Severity};
use crate::config::Settings;
use crate::document::Document;
use crate::finding::{DocumentId, Finding, Phrase, Place};
use crate::overview::{Cells, MissionCounts};
use crate::privacy::show_id;
use crate::record::Head;
use crate::report::RunFault;
use crate::rules::{Judge, JudgedSeat, NotChecked, RULES, Rule, Tally, Verdict, fold};

/// What all rules found in one mission.
#[derive(Debug, Default)]
pub(super) struct Judged {
    pub(super) findings: Vec<Finding>,
    /// With what findings of the rule weigh there.
    pub(super) not_checked: Vec<(&'static Meta, Severity, NotChecked)>,
    pub(super) tallies: Vec<(&'static Meta, Tally)>,
    /// Seats judged, where overviews are wanted.
    pub(super) seats: Vec<(&'static Meta, JudgedSeat)>,
    /// Its numbers, and in which cells its records are counted, where an audit wants them.
    pub(super) counts: Option<(MissionCounts, Cells)>,
    pub(super) faults: Vec<RunFault>,
}

/// Builds the bundles of missions; none for one that nothing belongs to.
pub(super) fn build<'t>(
    missions: &[&'t str],
    documents: &'t [Document],
    routed: &Routed<'t>,
    settings: &Settings,
) -> BTreeMap<&'t str, Bundle<'t>> {
    let names = Names::of(settings);
    let bundles = missions.par_iter().filter_map(|id| {
        let share = routed.shares.get(id)?;
        let unread = share.unread.clone();
        let names = names.of_mission(id);
        let bundle = Bundle::build(id, documents, &share.slots, unread, names);
        Some((*id, bundle))
    });
    bundles.collect()
}

/// Applies every wanted rule to a mission, by the settings of the mission.
pub(super) fn judge(bundle: &Bundle<'_>, request: &Request, settings: &Settings) -> Judged {
    let mut judged = Judged {
        counts: counts(bundle, request),
        ..Judged::default()
    };
    let coverage = settings.coverage(paths(bundle));
    for rule in RULES.iter().filter(|rule| request.selects(rule.meta)) {
        let Some(severity) = settings.heaviest(rule.meta, &coverage) else {
            continue;
        };
        match apply(rule, bundle, request, settings) {
            Ok(mut verdict) => {
                block_unread(bundle, &mut verdict);
                if let Some((counts, cells)) = &mut judged.counts {
                    counts.add_checks(rule.meta, &verdict, bundle, cells);
                    place_findings(bundle, &mut verdict, cells);
                }
                if !settings.overrides.is_empty() {
                    // Before folding: what a dropped finding would replace stays.
                    verdict
                        .findings
                        .retain(|finding| is_kept(bundle, settings, finding));
                }
                judged.findings.append(&mut verdict.findings);
                judged.not_checked.extend(
                    verdict
                        .not_checked
                        .into_iter()
                        .map(|entry| (rule.meta, severity, entry)),
                );
                judged.tallies.push((rule.meta, verdict.tally));
                let seats = verdict.seats.into_iter();
                let seats =
                    seats.filter(|judged| is_on_at(bundle, settings, rule.meta, judged.seat));
                judged.seats.extend(seats.map(|seat| (rule.meta, seat)));
            }
            Err(Crashed) => judged.faults.push(RunFault {
                kind: "rule-failed",
                subject: rule.meta.id.to_owned(),
                reason: Phrase::new("reason-rule-crashed").with("mission", show_id(bundle.id)),
            }),
        }
    }
    judged.findings = fold(judged.findings);
    judged
}

/// Numbers to begin with, where an audit wants them.
fn counts(bundle: &Bundle<'_>, request: &Request) -> Option<(MissionCounts, Cells)> {
    if !request.describe.has_counts() {
        return None;
    }
    let id = (!bundle.is_global()).then(|| show_id(bundle.id).into());
    let cells = Cells::of(bundle, request.audience, request.reveal);
    Some((MissionCounts::new(id), cells))
}

/// Puts findings into the cells of the subjects at which they were found.
fn place_findings(bundle: &Bundle<'_>, verdict: &mut Verdict, cells: &Cells) {
    for finding in &mut verdict.findings {
        let number = finding
            .subject
            .and_then(|number| usize::try_from(number).ok());
        let subject = number.and_then(|number| verdict.subjects.get(number));
        let about = subject.map_or(finding.primary, |subject| subject.about);
        let document = &bundle.documents[about.document.0 as usize];
        finding.cell = Some(cells.at(document, about).clone());
    }
}

/// Paths of the documents that hold records of a mission, or what may be some; looked up only when asked for.
fn paths<'b>(bundle: &'b Bundle<'_>) -> impl Iterator<Item = &'b str> {
    let documents = || {
        let read = bundle.heads.iter().map(Head::place);
        let unread = bundle.unread.iter().map(|unread| unread.blocked.place);
        let all = read.chain(unread).map(|place| place.document);
        all.collect::<BTreeSet<DocumentId>>()
    };
    let path = |id: DocumentId| &*bundle.documents[id.0 as usize].path;
    std::iter::once_with(documents).flatten().map(path)
}

/// Whether the rule of a finding is on in the file that it marks.
fn is_kept(bundle: &Bundle<'_>, settings: &Settings, finding: &Finding) -> bool {
    is_on_at(bundle, settings, finding.rule, finding.primary)
}

fn is_on_at(bundle: &Bundle<'_>, settings: &Settings, rule: &Meta, place: Place) -> bool {
    let document = &bundle.documents[place.document.0 as usize];
    settings.overrides.is_empty() || settings.is_on_at(rule, &document.path)
}

/// A rule did not come to its end.
struct Crashed;

/// One rule; a crash of it is a fault of the tool and stops neither the other rules nor the other missions.
fn apply(
    rule: &Rule,
    bundle: &Bundle<'_>,
    request: &Request,
    settings: &Settings,
) -> Result<Verdict, Crashed> {
    let judge = Judge::new(rule.meta, settings, request.as_of, request.policy);
    let mut judge = judge
        .noting_seats(request.describe != Describe::Nothing)
        .noting_subjects(request.describe.has_counts());
    let run = AssertUnwindSafe(|| {
        (rule.check)(bundle, &mut judge);
        judge.finish()
    });
    // The message of a panic may quote values of records, so it is not passed on.
    catch_unwind(run).map_err(|_| Crashed)
}

/// A text that could not be read may hold subjects of any rule.
fn block_unread(bundle: &Bundle<'_>, verdict: &mut Verdict) {
    for Unread { blocked, kind } in &bundle.unread {
        if kind.is_none() {
            verdict.tally.applicable += 1;
            verdict.tally.blocked += 1;
            verdict.not_checked.push(NotChecked { blocked: *blocked });
        }
    }
}
