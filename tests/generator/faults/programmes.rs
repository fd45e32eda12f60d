//! What programmes are tagged with.

use super::some;
use crate::generator::draft::{Draft, Spot};
use crate::generator::json::Json;
use crate::generator::rng::Rng;

/// A programme with a member that no other fault is in.
fn programme_with(draft: &mut Draft, rng: &mut Rng, key: &str) -> Option<usize> {
    let fitting = (0..draft.records.len()).filter(|&record| {
        let body = &draft.records[record].body;
        draft.records[record].kind == "programme"
            && draft.is_free(record)
            && body.get("historic").is_none()
            && body.get(key).is_some()
    });
    let record = some(fitting, rng)?;
    draft.claim_record(record);
    Some(record)
}

/// `cross-cutting-incomplete`: an issue is missing, or all are, or one is left out without a reason.
pub(super) fn cross_cutting(draft: &mut Draft, rng: &mut Rng) -> bool {
    const RULE: &str = "cross-cutting-incomplete";
    let Some(record) = programme_with(draft, rng, "cross_cutting") else {
        return false;
    };
    let issue = rng.below(5);
    match rng.below(3) {
        0 => {
            draft.body(record).remove("cross_cutting");
            draft.expect(RULE, "advice", record, "/id");
        }
        1 => {
            if let Json::List(issues) = draft.body(record).list("cross_cutting") {
                issues.remove(issue);
            }
            draft.expect_at(Spot::Key, RULE, "advice", record, "/cross_cutting");
        }
        _ => {
            let pointer = format!("/cross_cutting/{issue}");
            if let Some(issue) = draft.body(record).at_mut(&pointer) {
                issue.set("addressed", false);
                issue.remove("reason");
            }
            draft.expect(RULE, "advice", record, format!("{pointer}/addressed"));
        }
    }
    true
}

/// `mcof-sector-missing`.
pub(super) fn sector_missing(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = programme_with(draft, rng, "mcof") else {
        return false;
    };
    draft.body(record).remove("mcof");
    draft.expect("mcof-sector-missing", "advice", record, "/id");
    true
}

/// `mcof-vocabulary`: a sector of 2012 among those of 2021.
pub(super) fn sector_of_old(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = programme_with(draft, rng, "mcof") else {
        return false;
    };
    if let Some(mcof) = draft.body(record).at_mut("/mcof") {
        mcof.list("sectors").push("shelter-and-non-food-items");
    }
    draft.expect("mcof-vocabulary", "advice", record, "/mcof/sectors/1");
    true
}

/// `superseded-strategy-name`: the programme began when the Strategic Vision was over.
pub(super) fn old_strategy(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = programme_with(draft, rng, "strategy") else {
        return false;
    };
    let strategy = Json::object()
        .with("framework", "strategic-vision-2019")
        .with("objectives", ["sv19-1"]);
    draft.body(record).set("strategy", strategy);
    draft.expect(
        "superseded-strategy-name",
        "warning",
        record,
        "/strategy/framework",
    );
    true
}

/// `strategic-objective-unknown`: the Strategic Plan has three goals.
pub(super) fn unknown_objective(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = programme_with(draft, rng, "strategy") else {
        return false;
    };
    let Some(strategy) = draft.body(record).at_mut("/strategy") else {
        return false;
    };
    let position = strategy.list("objectives").push("sp24-4");
    draft.expect(
        "strategic-objective-unknown",
        "warning",
        record,
        format!("/strategy/objectives/{position}"),
    );
    true
}

/// `superseded-un-framework-name`.
pub(super) fn old_framework(draft: &mut Draft, rng: &mut Rng) -> bool {
    let Some(record) = programme_with(draft, rng, "un_framework") else {
        return false;
    };
    if let Some(framework) = draft.body(record).at_mut("/un_framework") {
        framework.set("name", "UNDAF");
    }
    draft.expect(
        "superseded-un-framework-name",
        "advice",
        record,
        "/un_framework/name",
    );
    true
}
