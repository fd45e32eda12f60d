//! Whenever a run is ended, what it writes is whole or not there, and the next run is as if it had not been.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use crate::tool::{Folder, command};

/// What the runs write.
const OUTPUTS: [&str; 4] = ["audit.html", "audit.json", "audit.xlsx", "findings.csv"];

/// Runs that are killed, each a little later than the one before.
const KILLED: u32 = 6;

/// Missions without a country that is known, with persons whose roles are not.
fn corpus() -> String {
    let mut text = String::new();
    let _ = writeln!(text, "{}", mission("m000"));
    for number in 1..8 {
        let id = format!("m{number:03}");
        let _ = writeln!(text, "{}", mission(&id));
        for person in 0..12 {
            let _ = writeln!(
                text,
                r#"{{"kind": "person", "mission": "{id}", "id": "P-{person}", "confirmed": "2025-03-01", "assignments": [{{"role": "nobody", "kind": "staff", "duty_station": "cap", "from": "2024-01-01"}}]}}"#
            );
        }
    }
    text
}

fn mission(id: &str) -> String {
    let from = "\"from\": \"2020-01-01\"";
    format!(
        "{{\"kind\": \"mission\", \"mission\": \"{id}\", \"id\": \"{id}\", \"name\": \"M\", \"confirmed\": \"2025-03-01\", \"countries\": [\"XQQ\"], \"regional_office\": [{{\"office\": \"ro-dakar\", {from}}}], \"offices\": [{{\"id\": \"cap\", \"place\": \"Bamako\", {from}}}], \"phase\": [{{\"value\": \"recovery\", {from}}}], \"context_model\": [{{\"value\": \"none\", {from}}}]}}"
    )
}

fn start(folder: &Folder, as_of: &str) -> Child {
    let mut command = command(folder.path());
    command.args(["audit", "all.ndjson", "--as-of", as_of, "--quiet"]);
    for output in OUTPUTS {
        let output = match output {
            "findings.csv" => "findings-csv=out/findings.csv".to_owned(),
            other => format!("out/{other}"),
        };
        command.args(["-o", &output]);
    }
    command.args(["--sheets", "out/sheets"]);
    command.stdout(Stdio::null()).stderr(Stdio::piped());
    command.spawn().unwrap()
}

/// All files of a folder and below it, by their names.
fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                // While a run goes on, what was there just now may have got its name.
                if let Ok(bytes) = std::fs::read(&path) {
                    found.insert(name, bytes);
                }
            }
        }
    }
    found
}

/// Whether a file is one that was being written.
fn is_remainder(name: &str) -> bool {
    name.strip_prefix('.')
        .is_some_and(|name| name.rsplit('.').next() == Some("tmp"))
}

/// Kills a run as soon as it writes its next file that is not whole yet, or after some time.
fn kill(mut run: Child, folder: &Path, after: Duration, writes: usize) {
    let started = Instant::now();
    let mut seen = Vec::new();
    while run.try_wait().unwrap().is_none() {
        let remainders = files(folder).into_keys().filter(|name| is_remainder(name));
        for name in remainders {
            if !seen.contains(&name) {
                seen.push(name);
            }
        }
        if seen.len() > writes || started.elapsed() > after {
            run.kill().unwrap();
        }
    }
    run.wait().unwrap();
}

/// Lets a run come to its end; gives what it has written, and how long it took.
fn whole(folder: &Folder, as_of: &str) -> (BTreeMap<String, Vec<u8>>, Duration) {
    let started = Instant::now();
    let ended = start(folder, as_of).wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(1), "{ended:?}");
    (files(&folder.path().join("out")), started.elapsed())
}

#[test]
fn a_run_that_is_killed_leaves_nothing_half_written() {
    let folder = Folder::new().with("all.ndjson", corpus());
    let out = folder.path().join("out");
    let (old, _) = whole(&folder, "2025-02-28");
    std::fs::remove_dir_all(&out).unwrap();
    let (new, takes) = whole(&folder, "2025-03-31");
    assert_eq!(new.len(), OUTPUTS.len() + 8);
    for before in [BTreeMap::new(), old] {
        for round in 0..KILLED {
            let _ = std::fs::remove_dir_all(&out);
            for (name, bytes) in &before {
                let is_sheet = !OUTPUTS.contains(&name.as_str());
                let folders = if is_sheet { "out/sheets" } else { "out" };
                folder.write(&format!("{folders}/{name}"), bytes);
            }
            // Some in the middle of the work, most while files are written.
            let after = if round < 3 {
                takes * round / 4
            } else {
                takes * 4
            };
            kill(start(&folder, "2025-03-31"), &out, after, round as usize);
            for (name, bytes) in files(&out) {
                let is_whole = [&before, &new]
                    .iter()
                    .any(|all| all.get(&name) == Some(&bytes));
                assert!(is_whole || is_remainder(&name), "{name} in round {round}");
            }
        }
        assert!(
            whole(&folder, "2025-03-31").0 == new,
            "what runs have left is gone again"
        );
    }
}
