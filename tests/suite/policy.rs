//! By which policy the records of a day are judged.

use missionlint::engine::{self, Request};
use missionlint::reference::Policy;
use missionlint::report::Report;

use crate::mission::{Mission, fixtures};
use crate::tool::Folder;

const CASES: [(&str, &str); 2] = [
    (
        "smt-com-absent",
        "rules/smt-com-absent/valid/before-the-policy-pack",
    ),
    (
        "cluster-staff-mismatch",
        "rules/cluster-staff-mismatch/valid/before-the-policy-pack",
    ),
];

fn findings(report: &Report) -> Vec<&str> {
    report.findings.iter().map(|found| found.rule.id).collect()
}

#[test]
fn the_latest_policy_judges_days_before_it() {
    for (rule, case) in CASES {
        let mission = Mission::of(&fixtures().join(case));
        let check = |policy| {
            let request = Request {
                policy,
                select: vec![rule.to_owned()],
                ..mission.request()
            };
            engine::check(mission.inputs(), &request)
        };
        assert_eq!(findings(&check(Policy::Dated)), [""; 0], "{rule}");
        let latest = check(Policy::Latest);
        assert!(
            !latest.findings.is_empty() && findings(&latest).iter().all(|id| *id == rule),
            "{rule}: {:?}",
            findings(&latest)
        );
    }
}

#[test]
fn the_option_says_which_policy() {
    let (rule, case) = CASES[0];
    let folder = Folder::new().with_copy(&fixtures().join(case), "case");
    let codes = ["dated", "latest"].map(|policy| {
        let run = folder.run(&["check", "case", "--select", rule, "--policy", policy]);
        run.code
    });
    assert_eq!(codes, [Some(0), Some(1)]);
}
