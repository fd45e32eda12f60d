//! How often each rule applies to the missions of the fixtures, and what it finds: a stored expectation.
//!
//! A rule that stops looking at something finds nothing more, and no other test would say so. When a number changes,
//! the change must follow from what was changed in the rule or in the mission.

use std::fmt::Write as _;

use crate::mission::Mission;
use crate::tool::assert_as_stored;

#[test]
fn of_both_missions() {
    let mut text = String::from("mission rule applicable run blocked findings\n");
    for mission in ["eth", "mli"] {
        for count in Mission::named(mission).check().rules {
            let tally = count.tally;
            let (id, findings) = (count.rule.id, count.findings);
            let (applicable, run, blocked) = (tally.applicable, tally.run, tally.blocked);
            let _ = writeln!(
                text,
                "{mission} {id} {applicable} {run} {blocked} {findings}"
            );
        }
    }
    assert_as_stored("counts.txt", &text);
}
