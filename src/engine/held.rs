//! What is said about settings that do not hold, because those of another configuration do.

use super::Request;
use super::collect::Counts;
use super::config::File;
use super::fingerprint::{Subject, fingerprint};
use crate::catalogue::builtin;
use crate::config::{HeldBack, Source};
use crate::finding::Fact;
use crate::report::{Audience, Found, Shown};

/// Settings that do not hold, and the configuration that they stand in.
#[derive(Debug, Clone)]
pub struct Held {
    /// Where they stand.
    pub source: Source,
    /// By place.
    pub settings: Vec<HeldBack>,
    /// What the configuration that holds instead is called: a revision.
    pub by: String,
}

/// What is to be said about them.
pub(super) fn held_findings(request: &Request, counts: &mut Counts) -> Vec<Found> {
    let rule = &builtin::SETTING_HELD_BACK;
    let Some(held) = request.held.as_ref().filter(|_| request.wants(rule)) else {
        return Vec::new();
    };
    counts.insert(rule, held.settings.len() as u64);
    let open = request.audience == Audience::Internal || request.reveal;
    let file = File::new(&held.source.path, &held.source.text, !open);
    let told = |setting: &HeldBack| {
        let mut evidence = vec![("table", Fact::Vocabulary(vec![setting.table.to_owned()]))];
        if !setting.name.is_empty() {
            evidence.push(("name", Fact::Kind(setting.name.clone())));
        }
        evidence.push(("revision", Fact::Text(held.by.clone())));
        let shown = evidence.into_iter();
        let shown = shown.map(|(key, fact)| (key, Shown::Clear(fact)));
        let mut found = file.found(rule, &setting.span, shown.collect());
        found.severity = request.settings.severity(rule, rule.severity);
        let subject = Subject {
            home: vec![setting.table.into(), setting.name.as_str().into()],
            steps: Vec::new(),
        };
        found.fingerprint = fingerprint(rule, None, &subject, &Vec::new());
        found
    };
    held.settings.iter().map(told).collect()
}
