//! What a trial of audits has found.

use serde_json::{Value, json};

use crate::audit::{audit, both};
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
