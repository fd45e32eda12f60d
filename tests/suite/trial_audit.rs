//! What a trial of audits has found.

use std::collections::{BTreeMap, BTreeSet};

use missionlint::audit::{Audit, Dimension};
use missionlint::catalogue::Scope;
use serde_json::{Value, json};

use crate::audit::{audit, both, counted};
use crate::tool::{Folder, Run};

/// An audit of both missions of the fixtures, in its folder.
fn audited() -> (Folder, Value) {
    let folder = both();
    let audit = audit(&folder, &["missions"]);
    (folder, audit)
}

fn compared(folder: &Folder, earlier: &Value) -> Run {
    folder.write("old.json", earlier.to_string());
    let output = ["-o", "new.json", "-q", "--fail-on", "never"];
    folder.run(&[&["audit", "missions", "--compare", "old.json"], &output[..]].concat())
}

#[test]
fn an_earlier_audit_with_impossible_values_is_none() {
    let (folder, earlier) = audited();
    assert_eq!(compared(&folder, &earlier).code, Some(0));
    let most = 1_u64 << 53;
    let mut full = earlier.clone();
    full["totals"]["findings"] =
        json!({"error": most, "warning": most, "advice": most, "suppressed": most});
    full["groups"]["country"][0]["findings"] = full["totals"]["findings"].clone();
    assert_eq!(compared(&folder, &full).code, Some(0), "sums of the most");
    for (at, value) in [
        ("/totals/findings/error", json!(u64::MAX)),
        ("/totals/findings/warning", json!(most + 1)),
        ("/totals/checks/failed", json!(u64::MAX - 1)),
        ("/totals/missions", json!(u64::MAX)),
        ("/totals/coverage/representation/yes", json!(u64::MAX)),
        ("/totals/coverage/smt_attendance/unknown", json!(u64::MAX)),
        ("/totals/coverage/platforms/all", json!(most * 2)),
        ("/groups/country/0/findings/error", json!(u64::MAX)),
        ("/groups/rule/0/checks/applicable", json!(u64::MAX)),
        ("/totals/faults", json!(-1)),
        ("/totals/faults", json!(1.5)),
        ("/run/as_of", json!("2025-02-31")),
        ("/run/as_of", json!("2025-2-3")),
        ("/run/as_of", Value::Null),
        ("/groups/country/1", earlier["groups"]["country"][0].clone()),
        ("/findings/1", earlier["findings"][0].clone()),
    ] {
        let mut broken = earlier.clone();
        *broken.pointer_mut(at).unwrap() = value;
        let run = compared(&folder, &broken);
        assert_eq!(run.code, Some(2), "{at}: {run:?}");
        assert!(
            run.err.contains("this is no audit made with"),
            "{at}: {run:?}"
        );
    }
}

/// Recounted from the report: whatever the check is of, a group has those whose first finding is in it.
#[test]
fn failed_checks_are_where_their_findings_are() {
    let report = counted(crate::reports::inputs_of_all_sorts(), crate::cases::request());
    let audit = Audit::of(&report, false);
    let mut known = BTreeSet::new();
    let mut expected: BTreeMap<(Dimension, String), u64> = BTreeMap::new();
    let mut of_files = 0;
    for (found, keys) in report.findings.iter().zip(&audit.keys) {
        let Some(check) = found.check.filter(|_| found.suppressed.is_none()) else {
            continue;
        };
        let (mission, path) = match found.rule.scope {
            Scope::Subject => (found.mission.as_deref(), ""),
            Scope::Record => (found.mission.as_deref(), &*found.location.path),
            _ => (None, &*found.location.path),
        };
        if known.insert((found.rule.id, mission, path, check)) {
            let is_file = found.rule.scope == Scope::Document;
            of_files += u64::from(is_file && found.mission.is_some());
            for dimension in Dimension::ALL {
                let key = (dimension, keys.key(dimension).to_string());
                *expected.entry(key).or_default() += 1;
            }
        }
    }
    assert!(of_files > 0, "files of missions are among those that fail");
    for dimension in Dimension::ALL {
        let mut sum = 0;
        for group in audit.table(dimension) {
            let key = (dimension, group.key.to_string());
            let failed = expected.get(&key).copied().unwrap_or_default();
            assert_eq!(group.numbers.failed, failed, "{key:?}");
            assert!(failed <= group.numbers.checks.run, "{key:?}");
            sum += group.numbers.checks.applicable;
        }
        assert_eq!(sum, audit.totals.checks.applicable, "{dimension:?}");
    }
}
