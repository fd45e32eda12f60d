//! `[audit]` in `missionlint.toml`, `--compare`, and how an audit ends.

use serde_json::{Value, json};

use crate::audit::{SETTINGS, audit, both};
use crate::mission::Mission;
use crate::tool::{Folder, Run};

/// The Mali mission: one warning, no error, on the day of its settings.
fn mali(limits: &str) -> Folder {
    let folder = Folder::new();
    let mission = Mission::named("mli");
    mission.write_to(folder.path());
    folder.with(
        "missionlint.toml",
        format!("{}\n{limits}", mission.settings),
    )
}

fn run(folder: &Folder, arguments: &[&str]) -> Run {
    folder.run(&[&["audit", "-o", "audit.json", "-q"], arguments].concat())
}

#[test]
fn thresholds_decide_how_an_audit_ends() {
    for (limits, arguments, code) in [
        ("", &[][..], 0),
        ("[audit]\nerror_if = [\"warnings > 0\"]", &[], 1),
        (
            "[audit]\nerror_if = [\"warnings > 0\"]",
            &["--fail-on", "never"],
            1,
        ),
        ("[audit]\nerror_if = [\"warnings > 1\"]", &[], 0),
        ("[audit]\nwarn_if = [\"missions > 0\"]", &[], 0),
        (
            "[audit]\nwarn_if = [\"missions > 0\"]",
            &["--select", "smt-com-absent", "--fail-on", "warning"],
            1,
        ),
        (
            "[audit]\nwarn_if = [\"missions > 1\"]",
            &["--select", "smt-com-absent", "--fail-on", "warning"],
            0,
        ),
        (
            "[audit.country]\nerror_if = [\"representation < 100%\"]",
            &[],
            1,
        ),
        (
            "[audit.country.MLI]\nerror_if = [\"representation < 100%\"]",
            &[],
            1,
        ),
        (
            "[audit.country.ETH]\nerror_if = [\"representation < 100%\"]",
            &[],
            0,
        ),
        (
            "[audit.rule.smt-com-absent]\nerror_if = [\"failed > 0\"]",
            &[],
            0,
        ),
        ("[audit.rule]\nerror_if = [\"failed > 0\"]", &[], 1),
        (
            "[audit.month]\nerror_if = [\"smt-attendance < 100%\"]",
            &[],
            0,
        ),
        ("[audit]\nerror_if = [\"faults > 0\"]", &["gone.json"], 2),
    ] {
        let folder = mali(limits);
        let run = run(&folder, arguments);
        assert_eq!(run.code, Some(code), "{limits} {arguments:?}: {run:?}");
    }
}

#[test]
fn broken_thresholds_are_in_every_output() {
    let folder = mali(
        "[audit.country]\nerror_if = [\"representation < 99.5%\"]\nwarn_if = [\"errors > 5\"]",
    );
    let run = folder.run(&[
        "audit",
        "-o",
        "audit.json",
        "-o",
        "aggregates-csv=a.csv",
        "-o",
        "findings-csv=f.csv",
        "-o",
        "audit.xlsx",
    ]);
    assert_eq!(run.code, Some(1), "{run:?}");
    let audit: Value = serde_json::from_str(&folder.read("audit.json")).unwrap();
    let thresholds = audit["thresholds"].as_array().unwrap();
    assert_eq!(thresholds.len(), 2);
    assert_eq!(thresholds[0]["condition"], "representation < 99.5%");
    // The group of what belongs to no country has no platforms, so no such share.
    assert_eq!(thresholds[0]["groups"], 1);
    // By the Mali mission's own README: Tombouctou has no seat, the other active platforms have.
    let representation = &audit["totals"]["coverage"]["representation"];
    assert_eq!(representation["no"], 1);
    assert_eq!(
        thresholds[0]["breaches"],
        json!([{"group": "MLI", "value": representation["share"]}])
    );
    assert_eq!(thresholds[1]["breaches"], json!([]));
    let aggregates = folder.read("a.csv");
    let of_mali = aggregates
        .lines()
        .find(|line| line.starts_with("country,MLI,representation,"));
    assert!(
        of_mali.unwrap().contains(",error,representation < 99.5%,"),
        "{of_mali:?}"
    );
    let findings = folder.read("f.csv");
    assert!(
        findings
            .lines()
            .any(|line| line.starts_with("breach,error,,,,MLI,")),
        "{findings}"
    );
    assert!(run.err.contains("representation < 99.5%"), "{run:?}");
}

#[test]
fn mistakes_in_thresholds_are_told_with_their_places() {
    for (limits, place, told) in [
        (
            "[audit]\nerror_if = [\"erors > 5\"]",
            "2:13",
            "did you mean \"errors > 5\"?",
        ),
        (
            "[audit]\nerror_if = [\"errors > 5%\"]",
            "2:13",
            "a count without a per cent sign",
        ),
        (
            "[audit]\nerror_if = [\"ready < 80\"]",
            "2:13",
            "a share in per cent, with a per cent sign",
        ),
        (
            "[audit]\nerror_if = \"errors > 5\"",
            "2:12",
            "a list of conditions",
        ),
        (
            "[audit]\nerror_iff = []",
            "2:1",
            "did you mean \"error_if\"?",
        ),
        (
            "[audit.contry]\nerror_if = []",
            "1:8",
            "did you mean \"country\"?",
        ),
        (
            "[audit.rule]\nerror_if = [\"ready < 80%\"]",
            "2:13",
            "what is counted there",
        ),
        (
            "[audit.month]\nerror_if = [\"representation < 80%\"]",
            "2:13",
            "what is counted there",
        ),
        (
            "[audit.rule.smt-com-absnt]\nerror_if = []",
            "1:13",
            "did you mean \"smt-com-absent\"?",
        ),
        ("[audit.country.ML]\nerror_if = []", "1:16", "alpha-3 codes"),
        (
            "[audit.month.2025-13]\nerror_if = []",
            "1:14",
            "a month such as 2025-03",
        ),
        (
            "[audit.platform_type.smtt]\nerror_if = []",
            "1:22",
            "did you mean \"smt\"?",
        ),
        (
            "[audit.country.MLI]\nerorr_if = []",
            "2:1",
            "did you mean \"error_if\"?",
        ),
        ("audit = 1", "1:9", "a table with error_if"),
    ] {
        let folder = Folder::new().with("missionlint.toml", limits);
        let run = run(&folder, &[]);
        assert_eq!(run.code, Some(2), "{limits}: {run:?}");
        assert!(
            run.err.contains(&format!("missionlint.toml:{place}")),
            "{limits}: {run:?}"
        );
        let words: Vec<&str> = run
            .err
            .split_whitespace()
            .filter(|word| *word != "│")
            .collect();
        assert!(words.join(" ").contains(told), "{limits}: {run:?}");
    }
}

#[test]
fn the_configuration_in_force_tells_thresholds() {
    let folder = mali(
        "[audit.country]\nerror_if = [\"errors>5\", \"ready < 80 %\"]\n[audit.country.\"ETH+MLI\"]\nwarn_if = [\"errors > 1\"]",
    );
    let told = folder.run(&["config"]).out;
    assert!(
        told.contains("error_if = [\"errors > 5\", \"ready < 80%\"]"),
        "{told}"
    );
    assert!(told.contains("[audit.country.\"ETH+MLI\"]"), "{told}");
}

#[test]
fn an_earlier_audit_tells_what_is_new() {
    let folder = mali("");
    assert_eq!(run(&folder, &[]).code, Some(0));
    let old: Value = serde_json::from_str(&folder.read("audit.json")).unwrap();
    std::fs::rename(
        folder.path().join("audit.json"),
        folder.path().join("old.json"),
    )
    .unwrap();
    // Another fault, and the one that was there put right.
    let tombouctou = "\"place\": \"tom\",";
    let covered =
        r#""local_terms": [{ "permits": "covered-by-hub", "reason": "Covered from Gao." }],"#;
    folder.edit(
        "platforms/subnational.json",
        tombouctou,
        &format!("{tombouctou} {covered}"),
    );
    folder.edit(
        "representations/clusters.json",
        "\"platform\": \"cl-hea\",\n      \"person\": \"P-06\"",
        "\"platform\": \"cl-hea\",\n      \"person\": \"P-03\"",
    );
    let new = audit(&folder, &["--compare", "old.json"]);
    let found = new["findings"].as_array().unwrap();
    let appeared = found.len() as u64;
    assert!(appeared > 0);
    let compared = &new["compared"];
    assert_eq!(
        compared["news"],
        json!({"appeared": appeared, "gone": 1, "kept": 0, "joined": 0, "left": 0})
    );
    assert_eq!(compared["totals"], old["totals"]);
    assert_eq!(compared["differences"], json!([]));
    for groups in new["groups"].as_object().unwrap().values() {
        let sum = |name: &str| -> u64 {
            let groups = groups.as_array().unwrap().iter();
            groups
                .map(|group| group["news"][name].as_u64().unwrap())
                .sum()
        };
        assert_eq!(
            (sum("appeared"), sum("gone"), sum("kept")),
            (appeared, 1, 0)
        );
    }
    let later = audit(
        &folder,
        &[
            "--compare",
            "old.json",
            "--as-of",
            "2025-04-01",
            "--select",
            "smt-com-absent",
        ],
    );
    assert_eq!(
        later["compared"]["differences"],
        json!(["as_of", "policy", "select"])
    );
}

#[test]
fn what_is_no_earlier_audit_for_the_same_readers_is_refused() {
    let folder = mali("");
    run(&folder, &["--reveal"]);
    std::fs::rename(
        folder.path().join("audit.json"),
        folder.path().join("revealed.json"),
    )
    .unwrap();
    folder.run(&["check", "-o", "report.json"]);
    for (arguments, told) in [
        (
            &["--compare", "revealed.json"][..],
            "made for other readers",
        ),
        (
            &["--compare", "report.json"],
            "no audit made with --format json",
        ),
        (
            &["--compare", "mission.json"],
            "no audit made with --format json",
        ),
        (&["--compare", "gone.json"], "gone.json"),
    ] {
        let run = run(&folder, arguments);
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(told), "{run:?}");
    }
}

/// A group that only the earlier audit has stays, and nothing of a forged one is repeated.
#[test]
fn groups_of_an_earlier_audit_stay_and_forged_ones_are_masked() {
    let folder = both();
    folder.write("missionlint.toml", SETTINGS);
    folder.run(&["audit", "missions", "-o", "old.json", "-q"]);
    let mut old: Value = serde_json::from_str(&folder.read("old.json")).unwrap();
    let groups = old["groups"]["country"].as_array_mut().unwrap();
    let mut forged = groups[0].clone();
    forged["key"] = json!("=cmd|'/C calc'!A0\u{1b}[31m");
    groups.push(forged);
    folder.write("old.json", old.to_string());
    let new = audit(&folder, &["missions/mli", "--compare", "old.json"]);
    let keys = new["groups"]["country"].as_array().unwrap().iter();
    let keys: Vec<&str> = keys.map(|group| group["key"].as_str().unwrap()).collect();
    assert_eq!(keys, ["ETH", "MLI", "█████"]);
    let ethiopia = &new["groups"]["country"][0];
    assert_eq!(ethiopia["checks"]["applicable"], 0);
    assert!(
        ethiopia["earlier"]["checks"]["applicable"]
            .as_u64()
            .unwrap()
            > 0
    );
    assert_eq!(new["compared"]["differences"], json!(["paths"]));
}

#[test]
fn outputs_that_cannot_be_are_refused() {
    let folder = mali("");
    for (arguments, told) in [
        (
            &["-o", "a.csv"][..],
            "aggregates-csv=a.csv, findings-csv=a.csv",
        ),
        (&["-o", "html2=a"], "unknown format html2"),
        (&["-o", "mission.json"], "mission.json"),
        (
            &["-o", "a.json", "-o", "./a.json"],
            "two reports cannot go into one file",
        ),
        (&["--format", "pdf"], "aggregates-csv"),
    ] {
        let run = folder.run(&[&["audit"], arguments].concat());
        assert_eq!(run.code, Some(2), "{run:?}");
        assert!(run.err.contains(told), "{arguments:?}: {run:?}");
    }
    if cfg!(not(feature = "parquet")) {
        let run = folder.run(&["audit", "-o", "findings-parquet=f.parquet"]);
        assert_eq!(run.code, Some(2));
        assert!(
            run.err.contains("cargo build --features parquet"),
            "{run:?}"
        );
    }
    // An audit among the records is no record.
    folder.run(&["audit", "-o", "audit.json", "-q"]);
    let run = folder.run(&["check"]);
    assert!(run.err.contains("audit.json"), "{run:?}");
    assert_eq!(run.code, Some(0), "{run:?}");
}
