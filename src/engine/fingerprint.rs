//! Identity of findings.
//!
//! ## Decisions
//! * Moving, reformatting and reordering do not change it, and it is the same for every reader. Where a finding is says
//!   its record (kind and id, wherever it lies) or, outside of records, its file; then the keys that lead to the value.
//! * Values do not count, but ids that the finding rests on do: a wrong value put in place of another wrong one is the
//!   same finding. Findings that are the same so far are numbered.
//! * It is a hash without a key. Whoever can guess everything that it is made of can tell that the guess was right:
//!   rule, mission, kind, keys and ids, which reports show in any case, also of restricted records. For the public, who
//!   sees pseudonyms of persons, this confirms ids of persons as the pseudonyms do, to somebody who has the register.
//!   No other value of a record goes in.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use crate::catalogue::Meta;
use crate::finding::{Evidence, Fact};
use crate::report::Found;

/// What a finding marks.
pub(super) struct Subject<'s> {
    /// Kind and id of the record, or path of the file.
    pub(super) home: Vec<Cow<'s, str>>,
    /// The way from there.
    pub(super) steps: Vec<Cow<'s, str>>,
}

/// The identity of a finding by its rule, mission and subject, and the ids it rests on.
pub(super) fn fingerprint(
    rule: &Meta,
    mission: Option<&str>,
    subject: &Subject<'_>,
    evidence: &Evidence,
) -> String {
    let mut hasher = Sha256::new();
    let mut add = |part: &str| {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    };
    add(rule.id);
    add(mission.unwrap_or(""));
    subject.home.iter().for_each(|part| add(part));
    // The way may be empty.
    add("");
    subject.steps.iter().for_each(|part| add(part));
    for (key, fact) in evidence {
        match fact {
            Fact::Id(id) | Fact::Person(id) => add(&format!("{key}={id}")),
            Fact::Ids(ids) | Fact::People(ids) => add(&format!("{key}={}", ids.join(","))),
            _ => {}
        }
    }
    hex(&hasher.finalize())
}

fn hex(digest: &[u8]) -> String {
    crate::text::hex(digest, 16)
}

/// Tells findings with the same identity apart by their order.
pub(super) fn number_repeats(findings: &mut [Found]) {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    let mut repeats = Vec::new();
    for (at, found) in findings.iter().enumerate() {
        let count = seen.entry(&found.fingerprint).or_default();
        *count += 1;
        if *count > 1 {
            repeats.push((at, *count));
        }
    }
    for (at, count) in repeats {
        let found = &mut findings[at];
        let digest = Sha256::digest(format!("{}\0{count}", found.fingerprint));
        found.fingerprint = hex(&digest);
    }
}
