//! From inputs to a report: read, parse, judge by schema, route to missions, judge by rules, show.

mod allow;
mod anchor;
mod apart;
mod baseline;
mod blocked;
mod cache;
mod collect;
mod config;
mod counted;
mod digest;
mod doubt;
mod early;
mod encoding;
mod example;
mod excerpt;
mod fate;
mod files;
mod fingerprint;
mod finish;
mod held;
mod identity;
mod inputs;
mod judge;
mod law;
mod lines;
mod load;
mod names;
mod nature;
mod order;
mod part;
mod plan;
mod position;
mod progress;
mod queue;
mod reading;
mod reread;
mod reveal;
mod room;
mod route;
mod run;
mod schemas;
mod show;
mod spent;
mod stage;
mod store;
mod syntax;
mod tallies;
#[cfg(test)]
mod testing;
mod toml;
mod turn;
mod work;

pub use crate::source::Content;
pub use apart::Apart;
pub use cache::{Cache, LARGEST_CACHE};
pub use config::config_findings;
pub use example::example_findings;
pub use held::Held;
pub use inputs::Inputs;
pub use progress::Progress;
pub use schemas::{applies_to_values, schema_findings};
pub use store::{Change, Store};

use std::sync::Arc;

use self::plan::Register;
use self::run::{Keeping, Run};
use crate::calendar::Day;
use crate::catalogue::Meta;
use crate::config::{Baseline, Settings, Source};
use crate::reference::Policy;
use crate::report::{Audience, Report};
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
pub fn check_by(inputs: Vec<Input>, request: &Request, contract: &Contract) -> Report {
    check_within(inputs, request, contract, &Means::default())
}

/// How a run may go about its work: nothing of it changes what is reported.
#[derive(Debug, Clone)]
pub struct Means {
    /// Bytes of text that may be held at a time. Missions that belong together are held together, however large they
    /// are, and so are files that are one JSON value.
    pub memory: u64,
    /// Whether missions may be judged as soon as they seem complete, so that what is larger need not be read twice.
    pub early: bool,
    /// Bytes of text that are held for each thread before that is done for the first time, though there may be more
    /// memory: enough for all to have work, and little enough for memory to be used again while it is in the caches.
    pub each: u64,
    /// Where the run says how far it has come, and learns whether to stop.
    pub progress: Arc<Progress>,
    /// What tells inputs that hold no records: they are left out.
    pub apart: Apart,
    /// What an earlier run has left, where it may be used.
    pub cache: Option<Arc<Cache>>,
}

impl Default for Means {
    fn default() -> Self {
        Self {
            memory: 256 << 20,
            early: true,
            each: 4 << 20,
            progress: Arc::default(),
            apart: Apart::default(),
            cache: None,
        }
    }
}

/// The same with given means.
pub fn check_within(
    inputs: Vec<Input>,
    request: &Request,
    contract: &Contract,
    means: &Means,
) -> Report {
    check_all(&inputs.into(), request, contract, means)
}

/// The same of inputs that take little memory, however many they are.
pub fn check_all(inputs: &Inputs, request: &Request, contract: &Contract, means: &Means) -> Report {
    let register = Register::default();
    let run = Run::new(request, contract, means);
    let (mut files, early) = run.read(inputs, &register);
    let report = run.report(
        &mut files,
        inputs,
        &register,
        Keeping::Nothing(Box::new(early)),
    );
    run.close();
    report
}
