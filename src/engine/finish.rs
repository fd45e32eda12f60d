//! Putting a report together from what the units give.

use std::collections::BTreeSet;

use super::Request;
use super::allow::{Allowing, Matches, Unjudged};
use super::collect::{Collected, Counts};
use super::held::held_findings;
use super::order;
use super::plan::Plan;
use super::run::Run;
use super::schemas;
use super::work::Done;
use crate::catalogue::Meta;
use crate::reference;
use crate::report::{NotChecked, Report};
use crate::rules::{RULES, Tally};
use crate::schema::Contract;

/// What is known when everything is judged.
pub(super) struct Closing<'a> {
    pub(super) plan: &'a Plan<'a>,
    pub(super) request: &'a Request,
    pub(super) allowing: &'a Allowing<'a>,
    /// Whether values are judged by a schema of the user's, whatever they are.
    pub(super) any: bool,
    /// How often entries that accept findings have matched.
    pub(super) matches: Matches,
}

/// The report of a run whose units gave this, in their order.
pub(super) fn report(
    run: &Run<'_>,
    plan: &Plan<'_>,
    collected: &Collected,
    done: Vec<Done>,
) -> Report {
    let Run {
        request, contract, ..
    } = *run;
    let any = contract.of_all();
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
        inputs: collected.inputs(contract, plan.missions()),
        rules: Vec::new(),
        findings: schemas::notes(request, contract),
        not_checked: Vec::new(),
        overviews: Vec::new(),
        counts: Vec::new(),
        not_judged: collected.not_judged.clone(),
        left_out: Vec::new(),
        decisions: None,
        compared: None,
        faults: collected.faults.clone(),
        earlier: None,
        elsewhere: None,
        stale: Vec::new(),
    };
    let mut matches = Matches::default();
    for done in &done {
        matches.add(&done.shown.matches);
    }
    let closing = Closing {
        plan,
        request,
        allowing: &run.allowing,
        any: run.any,
        matches,
    };
    let mut counts = collected.counts(request, contract);
    let unread = any.and_then(|_| schemas::unread(plan, request));
    let unjudged = Unjudged::of(&done, !report.faults.is_empty() || unread.is_some());
    report
        .findings
        .extend(closing.allow_findings(&unjudged, &mut counts));
    let held = held_findings(request, &mut counts);
    report.findings.extend(held);
    finish(report, counts, done, unread, &closing, &unjudged)
}

/// Puts together what the units give. `unread` is what a schema of the user's could not be applied to.
fn finish(
    mut report: Report,
    mut counts: Counts,
    done: Vec<Done>,
    unread: Option<NotChecked>,
    closing: &Closing<'_>,
    unjudged: &Unjudged,
) -> Report {
    let mut not_checked = Vec::new();
    let mut overviews = Vec::new();
    let found = done.iter().map(|done| done.shown.findings.len());
    report.findings.reserve(found.sum());
    for mut done in done {
        report.findings.append(&mut done.shown.findings);
        not_checked.append(&mut done.shown.not_checked);
        report.faults.append(&mut done.faults);
        overviews.append(&mut done.overviews);
        for counts in done.counts.open() {
            match counts {
                Ok(counts) => report.counts.push(counts),
                Err(lost) => report.faults.push(lost.into()),
            }
        }
        for (rule, tally) in done.tallies.iter() {
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
    closing.compare_with_baseline(&mut report, unjudged, &mut counts);
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
