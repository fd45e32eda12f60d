//! What is handed in a little otherwise than usual is told, and nothing that is there is lost.

use std::io::{Cursor, Write as _};

use serde_json::Value;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::packed::{archive, checked, contact, files, found, gzip};
use crate::tool::{Folder, Run};

const DAY: [&str; 2] = ["--as-of", "2025-03-31"];

fn folder() -> Folder {
    Folder::new()
        .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
        .with("mli/one.json", contact("C-1"))
}

/// Names that are nearly those of records.
const NEAR: [&str; 14] = [
    "a.json.txt",
    "a.json.xz",
    "a.json.bak",
    "a.json~",
    "a.json;x",
    "a.json5",
    "a.jsonc",
    "a.ndjson.old",
    "a.jsonl (1)",
    "a.json.gz.bak",
    "a.gz",
    "a.bz2",
    "a.7z",
    "a.tar",
];

/// Names of what is no record and never was.
const OTHER: [&str; 8] = [
    "a.txt",
    "README",
    "a.csv.gz",
    "a.geojson",
    "a.jsonschema",
    "a.json.sha256",
    "._a.json",
    ".DS_Store",
];

#[test]
fn near_names_in_archives_are_findings() {
    for name in NEAR {
        let folder = folder().with(
            "s.zip",
            archive(&[("m/b.json", &contact("C-2")), (name, &contact("C-3"))]),
        );
        let (code, report) = checked(&folder, &["s.zip"]);
        let told = found(&report);
        assert_eq!((code, told.len()), (Some(1), 1), "{name}: {report}");
        assert!(
            told[0].starts_with(&format!("s.zip/{name} ")),
            "{name}: {told:?}"
        );
    }
    for name in [
        "a.json ",
        "a.json.",
        ".a.json",
        ".draft/a.json",
        "__MACOSX/a.json",
    ] {
        let folder = folder().with(
            "s.zip",
            archive(&[("m/b.json", &contact("C-2")), (name, &contact("C-3"))]),
        );
        let (code, report) = checked(&folder, &["s.zip"]);
        let defect = if name.ends_with("a.json") {
            "hidden"
        } else {
            "near-name"
        };
        assert_eq!(
            (code, found(&report)),
            (Some(1), vec![format!("s.zip/{name} {defect}")])
        );
    }
    let others = OTHER.map(|name| (name, "{"));
    let more = [
        (".git/a.json", "{"),
        ("__MACOSX/._a.json", "{"),
        ("__MACOSX/m/._a.json", "{"),
        ("m/", ""),
        ("x.json/", ""),
    ];
    let all: Vec<_> = others.into_iter().chain(more).collect();
    let one = contact("C-2");
    let all: Vec<_> = all
        .into_iter()
        .chain([("m/b.json", one.as_str())])
        .collect();
    let folder = folder().with("s.zip", archive(&all));
    let (code, report) = checked(&folder, &["s.zip"]);
    assert_eq!(
        (code, found(&report), files(&report)),
        (Some(0), Vec::new(), 1),
        "{report}"
    );
}

/// A name that ends in a slash is that of a folder, unless there is something in it.
#[test]
fn records_named_like_folders_are_findings() {
    let plain = archive(&[("m/b.json", contact("C-2")), ("m/c.jsonX", contact("C-3"))]);
    let from = b"c.jsonX";
    let at: Vec<usize> = memchr::memmem::find_iter(&plain, from).collect();
    assert_eq!(at.len(), 2);
    let mut named = plain;
    for at in at {
        named[at..at + from.len()].copy_from_slice(b"c.json/");
    }
    let folder = folder().with("s.zip", named);
    let (code, report) = checked(&folder, &["s.zip"]);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/m/c.json near-name".to_owned()])
    );
}

#[test]
fn near_names_in_folders_are_told() {
    let mut folder = folder().with("mli/.b.json", contact("C-2"));
    for name in NEAR {
        folder = folder.with(&format!("mli/{name}"), contact("C-3"));
    }
    for name in OTHER {
        folder = folder.with(&format!("mli/{name}"), "{");
    }
    folder.write("mli/.git/x.json", "{");
    folder.write("mli/old/x.json.bak", "{");
    let run = folder.run(&["check"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for name in NEAR.iter().chain(&[".b.json", "old/x.json.bak"]) {
        assert!(
            run.err.contains(&format!("mli/{name}: ")),
            "{name}: {}",
            run.err
        );
    }
    assert_eq!(run.err.lines().count(), NEAR.len() + 2, "{}", run.err);
    // What is excluded is left out on purpose, and what is named is checked.
    folder.write(
        "missionlint.toml",
        "as_of = \"2025-03-31\"\nexclude = [\"mli/a.*\", \"mli/.b.json\", \"mli/old\"]\n",
    );
    let run = folder.run(&["check"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{run:?}");
}

#[test]
fn a_blank_at_the_end_of_a_name_is_a_fault() {
    for name in ["a.json ", "a.json.", "a.NDJSON..", "a.zip "] {
        let folder = folder().with(&format!("mli/{name}"), contact("C-2"));
        let run = folder.run(&["check"]);
        assert_eq!(run.code, Some(2), "{name}: {run:?}");
        assert!(
            format!("{}{}", run.out, run.err).contains("rename it"),
            "{run:?}"
        );
    }
}

#[test]
fn links_in_archives_are_findings_whatever_their_names() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default();
    writer.start_file("mli/one.json", options).unwrap();
    writer.write_all(contact("C-1").as_bytes()).unwrap();
    writer
        .add_symlink("mli/sub", "../elsewhere", options)
        .unwrap();
    writer
        .add_symlink("mli/2025.03", "../march", options)
        .unwrap();
    writer
        .add_symlink("mli/notes.txt", "../notes.txt", options)
        .unwrap();
    let folder = folder().with("s.zip", writer.finish().unwrap().into_inner());
    let (code, report) = checked(&folder, &["s.zip"]);
    let expected = ["s.zip/mli/2025.03 link", "s.zip/mli/sub link"].map(str::to_owned);
    assert_eq!((code, found(&report)), (Some(1), expected.to_vec()));
}

#[cfg(unix)]
#[test]
fn pipes_named_like_archives_are_faults() {
    for name in ["x.zip", "x.gz", "x.json.gz"] {
        let folder = folder();
        let pipe = folder.path().join("mli").join(name);
        let made = std::process::Command::new("mkfifo").arg(&pipe).status();
        assert!(made.unwrap().success());
        let run = folder.run(&["check"]);
        assert_eq!(run.code, Some(2), "{name}: {run:?}");
    }
}
