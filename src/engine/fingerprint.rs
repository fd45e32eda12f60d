//! Identity of findings.

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use crate::finding::{Evidence, Fact};
use crate::report::Found;

/// The identity of a finding: rule, mission, record, pointer without positions, and the ids it rests on. Moving,
/// reformatting and reordering do not change it.
pub(super) fn fingerprint(found: &Found, record_pointer: &str, evidence: &Evidence) -> String {
    let mut hasher = Sha256::new();
    let mut add = |part: &str| {
        hasher.update(part.as_bytes());
        hasher.update([0]);
    };
    add(found.rule.id);
    add(found.mission.as_deref().unwrap_or(""));
    match &found.location.record {
        Some((kind, id)) => {
            add(kind.code());
            add(id.as_deref().unwrap_or(""));
        }
        None => add(&found.location.path),
    }
    for segment in record_pointer.split('/') {
        add(if segment.bytes().all(|byte| byte.is_ascii_digit()) {
            "*"
        } else {
            segment
        });
    }
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
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    for found in findings {
        let count = seen.entry(found.fingerprint.clone()).or_default();
        *count += 1;
        if *count > 1 {
            let digest = Sha256::digest(format!("{}\0{count}", found.fingerprint));
            found.fingerprint = hex(&digest);
        }
    }
}
