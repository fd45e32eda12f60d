//! What is kept counts for the day that is judged by, whoever names it: the clock is asked for nothing else.

use crate::tool::Folder;

const RECORD: &str = r#"{"kind": "person", "mission": "mli", "id": "P-1", "rank": 1}"#;

/// The results that are kept, and the day that the report is of.
fn kept(folder: &Folder, arguments: &[&str]) -> (Vec<u8>, String) {
    let all = ["check", "a.json", "--cache", "kept", "--format", "json"];
    let run = folder.run(&[&all[..], arguments].concat());
    let report: serde_json::Value = serde_json::from_str(&run.out).unwrap();
    let files = std::fs::read_dir(folder.path().join("kept")).unwrap();
    let paths = files.map(|entry| entry.unwrap().path());
    let mut kept = paths.filter(|path| path.extension().is_some_and(|it| it == "cache"));
    let path = kept.next().unwrap();
    assert_eq!(kept.next(), None);
    let day = report["run"]["as_of"].as_str().unwrap().to_owned();
    (std::fs::read(path).unwrap(), day)
}

#[test]
fn the_clock_counts_only_as_the_day_that_is_judged_by() {
    let folder = Folder::new().with("a.json", RECORD);
    let (by_clock, today) = kept(&folder, &[]);
    let (named, day) = kept(&folder, &["--as-of", &today]);
    assert_eq!(day, today);
    assert!(named == by_clock, "nothing tells who has named the day");
    let (other, _) = kept(&folder, &["--as-of", "2025-03-31"]);
    assert!(other != by_clock, "rules ask how old a record is");

    let folder = Folder::new()
        .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
        .with("a.json", RECORD);
    let (settled, day) = kept(&folder, &[]);
    assert_eq!(day, "2025-03-31");
    let (named, _) = kept(&folder, &["--as-of", "2025-03-31"]);
    assert!(named == settled);
    let (other, _) = kept(&folder, &["--as-of", &today]);
    assert!(other != settled);
}
