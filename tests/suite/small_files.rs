//! Very many small files take little memory: what is known of one that was judged, or holds nothing more to be judged,
//! is a few bytes.

use crate::tool::{self, Folder, command};

/// Files of each mission.
const FILES: usize = 400;

/// Missions of the smaller corpus, and of the larger one.
const MISSIONS: [usize; 2] = [16, 64];

/// The most bytes that one more file may take. There is some room for what an allocator makes of them.
const MOST: u64 = 200;

/// The record of a mission.
fn mission(id: &str) -> String {
    let from = "\"from\": \"2020-01-01\"";
    format!(
        "{{\"kind\": \"mission\", \"mission\": \"{id}\", \"id\": \"{id}\", \"name\": \"M\", \"confirmed\": \"2025-03-01\", \"countries\": [\"MLI\"], \"regional_office\": [{{\"office\": \"ro-dakar\", {from}}}], \"offices\": [{{\"id\": \"cap\", \"place\": \"Bamako\", {from}}}], \"phase\": [{{\"value\": \"recovery\", {from}}}], \"context_model\": [{{\"value\": \"none\", {from}}}]}}"
    )
}

/// A person of a mission.
fn person(mission: &str, number: usize) -> String {
    let post = r#"{"role": "programme-officer", "kind": "staff", "duty_station": "cap", "from": "2024-01-01"}"#;
    let posts = [post; 6].join(", ");
    format!(
        "{{\"kind\": \"person\", \"mission\": \"{mission}\", \"id\": \"P-{number}\", \"confirmed\": \"2025-03-01\", \"assignments\": [{posts}]}}"
    )
}

/// A corpus with one record in each file; `among` is how many lie in a folder.
fn write(folder: &Folder, name: &str, missions: usize, among: usize) {
    for number in 0..missions {
        let id = format!("m{number:03}");
        let home = folder.path().join(name).join(&id);
        std::fs::create_dir_all(&home).unwrap();
        std::fs::write(home.join("mission.json"), mission(&id)).unwrap();
        for at in 0..FILES {
            let inner = home.join(format!("people-{:03}", at / among));
            if at % among == 0 {
                std::fs::create_dir(&inner).unwrap();
            }
            std::fs::write(inner.join(format!("{at:03}.json")), person(&id, at)).unwrap();
        }
    }
}

/// The most memory that a check of a corpus took, in bytes; by one thread, so that it is nearly the same each time.
fn peak(folder: &Folder, name: &str, options: &[&str]) -> u64 {
    let mut command = command(folder.path());
    let command = command
        .args(["check", name, "--memory", "1"])
        .args(options)
        .args(["--fail-on", "never", "--quiet"])
        .env("RAYON_NUM_THREADS", "1");
    let (peak, code) = tool::peak(command);
    assert_eq!(code, Some(0), "{name}");
    peak
}

/// Asserts that files beyond those of the smaller corpus take little memory.
#[track_caller]
fn assert_little(among: usize, options: &[&str]) {
    let folder = Folder::new().with("any.schema.json", "{\"type\": \"object\"}");
    let peaks = MISSIONS.map(|missions| {
        let name = format!("of-{missions}");
        write(&folder, &name, missions, among);
        peak(&folder, &name, options)
    });
    let files = ((MISSIONS[1] - MISSIONS[0]) * FILES) as u64;
    let more = peaks[1].saturating_sub(peaks[0]);
    assert!(more < files * MOST, "{} for each file", more / files);
}

#[test]
fn one_more_file_takes_a_few_bytes() {
    let rules = ["--select", "duplicate-id,dangling-reference"];
    assert_little(20, &[&rules[..], &["--as-of", "2025-03-31"]].concat());
}

#[test]
fn one_more_file_that_is_judged_by_a_schema_alone_takes_a_few_bytes() {
    assert_little(40, &["--schema", "any.schema.json"]);
}
