//! What loading all inputs gives, and how often each entry of the catalogue was applied.

use std::collections::BTreeMap;

use super::files::{Entry, Files, texts_of};
use super::load::LoadedFile;
use super::plan::{Drawn, Left, Plain, Plan};
use super::schemas::{hashes, is_of_containers};
use super::{Inputs, Request};
use crate::catalogue::{Meta, Scope, builtin};
use crate::report::{self, Found, NotJudged, RuleCount, RunFault};
use crate::rules::{RULES, Tally};
use crate::schema::Contract;

/// What loading all inputs gave.
#[derive(Default)]
pub(super) struct Collected {
    pub(super) faults: Vec<RunFault>,
    pub(super) not_judged: Vec<NotJudged>,
    inputs: report::Inputs,
    texts: u64,
    /// Roots of all documents.
    values: usize,
    /// What of it nobody has judged.
    left: Left,
    hasher: xxhash_rust::xxh3::Xxh3,
}

/// How often each entry was applied, and its findings that count, by id.
#[derive(Default)]
pub(super) struct Counts(BTreeMap<&'static str, (&'static Meta, Tally, u64)>);

impl Counts {
    pub(super) fn insert(&mut self, rule: &'static Meta, applicable: u64) {
        let tally = Tally {
            applicable,
            run: applicable,
            blocked: 0,
        };
        self.0.insert(rule.id, (rule, tally, 0));
    }

    /// Adds how often a rule was applied.
    pub(super) fn add(&mut self, rule: &'static Meta, tally: Tally) {
        let entry = self.0.entry(rule.id);
        entry.or_insert((rule, Tally::default(), 0)).1 += tally;
    }

    /// With the findings that count.
    pub(super) fn with(mut self, findings: &[Found]) -> Vec<RuleCount> {
        for found in findings.iter().filter(|found| found.suppressed.is_none()) {
            if let Some(count) = self.0.get_mut(found.rule.id) {
                count.2 += 1;
            }
        }
        let counts = self.0.into_values();
        counts
            .map(|(rule, tally, findings)| RuleCount {
                rule,
                tally,
                findings,
            })
            .collect()
    }
}

impl Collected {
    /// What was read, file by file in order of paths.
    pub(super) fn of(files: &Files, inputs: &Inputs) -> Self {
        let mut collected = Self::default();
        for (at, entry) in files.entries().iter().enumerate() {
            let hash = match entry {
                Entry::Apart => continue,
                Entry::Unread => 0,
                Entry::Plain(plain) => files.hash_of(at, plain),
                Entry::Full(file) => file.hash,
            };
            collected.hasher.update(inputs.path(at).as_bytes());
            collected.hasher.update(&[0]);
            collected.hasher.update(&hash.to_le_bytes());
            match entry {
                Entry::Apart | Entry::Unread => {}
                Entry::Plain(plain) => collected.add_plain(plain),
                Entry::Full(file) => collected.add(file),
            }
        }
        collected.inputs.hash = format!("{:032x}", collected.hasher.digest128());
        collected
    }

    fn add_plain(&mut self, plain: &Plain) {
        let (texts, values) = texts_of(plain);
        self.inputs.files += 1;
        self.inputs.bytes += plain.length();
        self.inputs.records += plain.records as usize;
        self.texts += u64::from(texts);
        self.values += values as usize;
    }

    fn add(&mut self, file: &LoadedFile) {
        if let Some(fault) = &file.fault {
            self.faults.push((**fault).clone());
            return;
        }
        self.inputs.files += usize::from(file.is_read);
        self.inputs.bytes += file.bytes;
        for part in &file.parts {
            self.inputs.records += part.records as usize;
            self.texts += u64::from(part.texts);
            self.values += part.values as usize;
            self.faults.extend(part.fault.as_deref().cloned());
        }
    }

    /// Leaves out of what was checked what is of units that were not judged. `files` are those that it was collected of.
    pub(super) fn leave_out(&mut self, files: &Files, plan: &Plan<'_>, is_judged: &[bool]) {
        for (entry, number) in files.entries().iter().zip(0..) {
            match entry {
                Entry::Plain(plain) => {
                    let sketch = Drawn::Plain(number, plain).sketch();
                    self.leave(plan.left(&sketch, texts_of(plain), is_judged));
                }
                Entry::Full(file) if file.fault.is_none() => {
                    for part in &file.parts {
                        let texts = (part.texts, part.values);
                        self.leave(plan.left(&part.sketch, texts, is_judged));
                    }
                }
                Entry::Unread | Entry::Apart | Entry::Full(_) => {}
            }
        }
        self.not_judged = plan.not_judged(is_judged);
    }

    fn leave(&mut self, left: Left) {
        self.left.texts += left.texts;
        self.left.records += left.records;
        self.left.values += left.values;
    }

    /// What was read, `missions` of it, for a run by a contract.
    pub(super) fn inputs(&self, contract: &Contract, missions: usize) -> report::Inputs {
        let mut inputs = self.inputs.clone();
        if self.inputs.files > 0 || !self.faults.is_empty() {
            inputs.hash = format!("{:032x}", self.hasher.digest128());
        }
        if contract.of_all().is_some() {
            report::Inputs {
                records: self.values,
                ..inputs
            }
        } else {
            report::Inputs { missions, ..inputs }
        }
    }

    /// How often entries that are no coded rules were applied.
    pub(super) fn counts(&self, request: &Request, contract: &Contract) -> Counts {
        let mut counts = Counts::default();
        let any = contract.of_all().is_some();
        let files = hashes(contract).len() as u64;
        for entry in builtin::ALL.iter().filter(|entry| request.wants(entry)) {
            let applicable = match entry.scope {
                _ if any && is_of_containers(entry) => continue,
                Scope::Document => self.texts.saturating_sub(self.left.texts),
                Scope::Record if any => (self.values as u64).saturating_sub(self.left.values),
                Scope::Record => (self.inputs.records as u64).saturating_sub(self.left.records),
                Scope::Schema if files > 0 => files,
                Scope::Schema | Scope::Subject | Scope::Config => continue,
            };
            counts.insert(entry, applicable);
        }
        for rule in RULES.iter().filter(|rule| !any && request.wants(rule.meta)) {
            counts.insert(rule.meta, 0);
        }
        counts
    }
}
