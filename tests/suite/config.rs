//! Mistakes in `missionlint.toml`: shown in the file, with what was probably meant; nothing is checked.

use crate::tool::{Folder, assert_as_stored, command, finish};

fn mistakes(text: &str) -> String {
    let folder = Folder::new()
        .with("missionlint.toml", text)
        .with("broken.json", "{");
    let run = folder.run(&["check"]);
    assert_eq!(run.code, Some(2), "{text}\n{}", run.err);
    assert_eq!(run.out, "", "nothing is checked");
    run.err
}

#[track_caller]
pub(crate) fn assert_mistake(text: &str, place: &str, expected: &[&str]) {
    let found = mistakes(text);
    let place = format!("─[missionlint.toml:{place}");
    for part in [place.as_str()].iter().chain(expected) {
        assert!(found.contains(part), "{part:?} is missing:\n{found}");
    }
}

#[test]
fn mistakes_look_like_the_stored_ones() {
    let text = "\
as_of = \"31.3.2025\"
pahts = [\"data\"]
exclude = [\"old/***\", 3]

[severity]
smt-com-absnt = \"error\"
duplicate-id = \"eror\"
nothing-like-it = \"off\"

[parameters.smt]
acting_com_satisfied = true
short_notice_days = 1000

[parameters.smtt]
x = 1
";
    assert_as_stored("config.txt", &mistakes(text));
    assert_as_stored(
        "config-syntax.txt",
        &mistakes("as_of = \"2025-03-31\"\nexclude = [\"old\"\n[severity]\n"),
    );
}

#[test]
fn a_mistake_is_marked_with_what_was_probably_meant() {
    assert_mistake(
        "as_off = 1",
        "1:1",
        &[
            "config-unknown-key",
            "there is no setting \"as_off\"",
            "did you mean \"as_of\"?",
        ],
    );
    assert_mistake(
        "x = 1",
        "1:1",
        &["use one of: allow, as_of, audit, baseline, exclude, kinds, messages,"],
    );
    assert_mistake(
        "[severity]\nduplicate-ids = \"off\"",
        "2:1",
        &[
            "there is no rule \"duplicate-ids\"",
            "did you mean \"duplicate-id\"?",
        ],
    );
    assert_mistake(
        "[severity]\nduplicate-id = \"fatal\"",
        "2:16",
        &[
            "\"fatal\" is not a value for \"duplicate-id\"",
            "write one of: error, warning, advice, off",
        ],
    );
    assert_mistake(
        "[severity]\nduplicate-id = \"wraning\"",
        "2:16",
        &["did you mean \"warning\"?"],
    );
    assert_mistake(
        "severity = \"error\"",
        "1:12",
        &["should be a table of rules"],
    );
    assert_mistake(
        "[parameters.smt]\nshort_notice_dys = 1",
        "2:1",
        &[
            "there is no parameter \"short_notice_dys\"",
            "did you mean \"short_notice_days\"?",
        ],
    );
    assert_mistake(
        "[parameters.smt]\nshort_notice_days = \"1\"",
        "2:21",
        &["should be a whole number from 0 to 30"],
    );
    assert_mistake(
        "[parameters.smt]\nshort_notice_days = 31",
        "2:21",
        &[
            "31 is not a value for \"short_notice_days\"",
            "whole number from 0 to 30",
        ],
    );
    assert_mistake(
        "[parameters.smt]\nacting_com_satisfies = 1",
        "2:24",
        &["1 is not a value", "write one of: true, false"],
    );
    assert_mistake("[parameters]\nsmt = 1", "2:7", &["should be a table"]);
    assert_mistake(
        "[parameters.smtt]\nx = 1",
        "1:13",
        &["there is no parameter \"smtt\""],
    );
    assert_mistake(
        "as_of = 20250331",
        "1:9",
        &["should be a day such as \"2025-03-31\""],
    );
    assert_mistake("as_of = 2025-03-31T10:00:00Z", "1:9", &["should be a day"]);
    assert_mistake("paths = \"data\"", "1:9", &["should be a list of paths"]);
    assert_mistake(
        "paths = [\"data\", 7]",
        "1:18",
        &["7 is not a value for \"paths\"", "should be a text"],
    );
    assert_mistake(
        "exclude = [\"a[\"]",
        "1:12",
        &["should be a pattern of paths in which each [ is closed by a ]"],
    );
}

#[test]
fn broken_toml_is_shown_where_it_breaks() {
    assert_mistake(
        "as_of = ",
        "1:",
        &["config-syntax", "missionlint.toml is not valid TOML"],
    );
    assert_mistake(
        "as_of = \"2025-03-31\"\nas_of = \"2025-03-31\"",
        "2:1",
        &["a key stands there twice"],
    );
    assert_mistake("é = \"日本\" \"x\"", "1:", &["config-syntax"]);
}

#[test]
fn a_configuration_that_is_no_text_is_refused() {
    let folder = Folder::new()
        .with("missionlint.toml", b"as_of = \"\xff\"")
        .with("a.json", "{");
    let run = folder.run(&["check"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("missionlint.toml could not be read"),
        "{}",
        run.err
    );
}

#[test]
fn days_may_be_written_as_text_or_as_toml_dates() {
    for day in ["\"2025-03-31\"", "2025-03-31"] {
        let folder = Folder::new()
            .with("missionlint.toml", format!("as_of = {day}"))
            .with("a.json", "{");
        assert_eq!(folder.report(&[])["run"]["as_of"], "2025-03-31");
    }
}

#[test]
fn all_mistakes_are_shown_in_order() {
    let found = mistakes("[severity]\na = \"off\"\nb = \"off\"\n[parameters.smt]\nc = 1\n");
    let places: Vec<&str> = found
        .lines()
        .filter_map(|line| line.trim_start().strip_prefix("╭─[missionlint.toml:"))
        .collect();
    assert_eq!(places, ["2:1]", "3:1]", "5:1]"]);
}

#[test]
fn mistakes_in_overrides_are_marked() {
    let over = |text: &str| format!("[[overrides]]\n{text}\n");
    assert_mistake(
        "overrides = 1",
        "1:13",
        &["[[overrides]] with missions or paths"],
    );
    assert_mistake(
        &over("severity.duplicate-id = \"off\""),
        "1:1",
        &["a table with missions or paths; what holds everywhere stands in"],
    );
    assert_mistake(
        &over("missions = [\"mli\"]"),
        "1:1",
        &["a table with missions or paths, and severity or parameters"],
    );
    assert_mistake(
        &over("mission = [\"mli\"]\nseverity.duplicate-id = \"off\""),
        "2:1",
        &[
            "there is no setting \"mission\"",
            "did you mean \"missions\"?",
        ],
    );
    assert_mistake(
        &over("missions = [\"mli\", \"MLI\"]\nseverity.duplicate-id = \"off\""),
        "2:20",
        &[
            "\"MLI\" is not a value for \"missions\"",
            "the id of a mission",
        ],
    );
    for list in ["missions = []", "missions = \"mli\""] {
        assert_mistake(
            &over(&format!("{list}\nseverity.duplicate-id = \"off\"")),
            "2:12",
            &["a list of ids of missions"],
        );
    }
    assert_mistake(
        &over("paths = []\nseverity.duplicate-id = \"off\""),
        "2:9",
        &["a list of paths such as"],
    );
    assert_mistake(
        &over("paths = [\"a[\"]\nseverity.duplicate-id = \"off\""),
        "2:10",
        &["a pattern of paths in which"],
    );
    assert_mistake(
        &over("missions = [\"mli\"]\nseverity.duplicate-ids = \"off\""),
        "3:10",
        &[
            "there is no rule \"duplicate-ids\"",
            "did you mean \"duplicate-id\"?",
        ],
    );
    assert_mistake(
        &over("missions = [\"mli\"]\nparameters.smt.short_notice_days = 31"),
        "3:36",
        &["a whole number from 0 to 30"],
    );
    assert_mistake(
        &over("paths = [\"a\"]\nparameters.smt.short_notice_days = 3"),
        "3:",
        &[
            "an override with missions alone",
            "parameters cannot differ by path",
        ],
    );
}

#[test]
fn what_is_excluded_stays_so_when_the_configuration_is_named_from_below() {
    let folder = Folder::new()
        .with("missionlint.toml", "exclude = [\"old\"]")
        .with("old/x.json", "{")
        .with("new/x.json", "{");
    let inside = folder.path().join("new");
    for config in [&[][..], &["--config", "../missionlint.toml"]] {
        let arguments = [&["check", "..", "--format", "json"], config].concat();
        let run = finish(command(&inside).args(arguments));
        let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
        assert_eq!(report["run"]["inputs"]["files"], 1, "{config:?}");
    }
}
