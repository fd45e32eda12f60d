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

/// Input without any record is not clean.
#[test]
fn no_record_is_no_success() {
    for (name, content) in [
        ("mli/one.json", "[]"),
        ("mli/one.json", r#"{"mission": "mli", "records": []}"#),
    ] {
        let folder = Folder::new()
            .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
            .with(name, content);
        for arguments in [
            &["check", "mli"][..],
            &["review", "mli", "-o", "p.html"],
            &["audit", "mli", "-o", "a.json"],
        ] {
            let run = folder.run(arguments);
            assert_eq!(run.code, Some(2), "{content} {arguments:?} {run:?}");
            assert!(run.err.contains("hold no record"), "{run:?}");
            assert!(
                !folder
                    .names()
                    .iter()
                    .any(|name| name == "p.html" || name == "a.json")
            );
        }
    }
    // Findings that say why are the report, and one record is enough.
    let folder = folder()
        .with("mli/two.json", "[]")
        .with("eth/broken.json", "{");
    assert_eq!(folder.run(&["check", "mli"]).code, Some(0));
    assert_eq!(folder.run(&["check", "eth"]).code, Some(1));
    // By a schema of one's own, an empty list is a value.
    folder.write("list.schema.json", r#"{"type": "array"}"#);
    let run = folder.run(&["check", "mli/two.json", "--schema", "list.schema.json"]);
    assert_eq!(run.code, Some(0), "{run:?}");
}

fn assert_spared(folder: &Folder, path: &str, arguments: &[&str]) -> Run {
    let before = std::fs::read(folder.path().join(path)).unwrap();
    let run = folder.run(arguments);
    assert_eq!(run.code, Some(2), "{arguments:?}: {run:?}");
    assert!(run.err.contains("is not written over"), "{run:?}");
    assert_eq!(
        std::fs::read(folder.path().join(path)).unwrap(),
        before,
        "{arguments:?}"
    );
    run
}

#[test]
fn reports_replace_neither_records_nor_settings() {
    let folder = folder()
        .with("other/people.json", contact("C-2"))
        .with("other/.hidden.json", contact("C-3"))
        .with("other/list.ndjson", contact("C-4"))
        .with("other/packed.json.gz", gzip(contact("C-5")))
        .with("other/backup.json.bak", contact("C-6"))
        .with("other/records.txt", contact("C-7"))
        .with("other/all.zip", archive(&[("a.json", contact("C-8"))]))
        .with("other/missionlint.toml", "")
        .with("mine.toml", "as_of = \"2025-03-31\"\n");
    for path in [
        "missionlint.toml",
        "mine.toml",
        "other/people.json",
        "other/.hidden.json",
        "other/list.ndjson",
        "other/packed.json.gz",
        "other/backup.json.bak",
        "other/records.txt",
        "other/all.zip",
        "other/missionlint.toml",
    ] {
        let check = format!("json={path}");
        assert_spared(&folder, path, &["check", "mli", "-o", &check]);
        assert_spared(&folder, path, &["review", "mli", "-o", &check]);
        assert_spared(&folder, path, &["audit", "mli", "-o", &check]);
    }
    assert_spared(
        &folder,
        "mine.toml",
        &["check", "mli", "--config", "mine.toml", "-o", "mine.toml"],
    );
    folder.write("list.txt", "mli/one.json\n");
    assert_spared(
        &folder,
        "list.txt",
        &["check", "--files-from", "list.txt", "-o", "list.txt"],
    );
    folder.write("v.zip", archive(&[("v/contact.json", contact("C-9"))]));
    let run = assert_spared(&folder, "v.zip", &["review", "v.zip", "-o", "v.zip"]);
    assert!(run.err.contains("--output v.zip: "), "{run:?}");
}

#[test]
fn reports_replace_nothing_that_the_run_reads() {
    let folder = folder();
    let report = [&["check", "mli", "-o", "earlier.json"], &DAY[..]].concat();
    assert_eq!(folder.run(&report).code, Some(0));
    assert_spared(
        &folder,
        "earlier.json",
        &[
            "review",
            "mli",
            "--compare",
            "earlier.json",
            "-o",
            "json=earlier.json",
        ],
    );
    folder.write(
        "review.json",
        r#"{"schema_version": 1, "tool": {"name": "missionlint", "version": "0"}, "run": {"inputs": {"hash": "ab"}}, "reviewer": null, "decided_on": "2025-03-31", "decisions": []}"#,
    );
    assert_spared(
        &folder,
        "review.json",
        &[
            "review",
            "mli",
            "--decisions",
            "review.json",
            "-o",
            "json=review.json",
        ],
    );
    assert_eq!(
        folder.run(&["audit", "mli", "-o", "audit.json"]).code,
        Some(0)
    );
    assert_spared(
        &folder,
        "audit.json",
        &[
            "audit",
            "mli",
            "--compare",
            "audit.json",
            "-o",
            "audit.json",
        ],
    );
    assert_eq!(
        folder
            .run(&["baseline", "create", "mli", "--baseline", "known.json"])
            .code,
        Some(0)
    );
    assert_spared(
        &folder,
        "known.json",
        &[
            "check",
            "mli",
            "--baseline",
            "known.json",
            "-o",
            "known.json",
        ],
    );
}

/// The report of an earlier run is replaced, in whatever format it is.
#[test]
fn reports_replace_reports() {
    let folder = folder().with(
        "mli/two.json",
        contact("C-2").replace("2025-01-01", "2025-13-01"),
    );
    for format in [
        "checkstyle",
        "csv",
        "github",
        "gitlab",
        "html",
        "json",
        "junit",
        "markdown",
        "ndjson",
        "rdjson",
        "sarif",
        "text",
    ] {
        for name in ["report", "report.json", "report.txt"] {
            let output = format!("{format}={format}-{name}");
            // Text in a file of records is none that anybody would make, and not told apart from records.
            let is_json = ["gitlab", "json", "ndjson", "rdjson", "sarif"].contains(&format);
            if name == "report.json" && !is_json {
                continue;
            }
            for _ in 0..2 {
                let run = folder.run(&["check", "mli", "-o", &output]);
                assert_eq!(run.code, Some(1), "{output}: {run:?}");
            }
        }
    }
    for output in ["a.json", "a.xlsx", "aggregates-csv=a.csv"] {
        for _ in 0..2 {
            let run = folder.run(&["audit", "mli", "-o", output]);
            assert_eq!(run.code, Some(1), "{output}: {run:?}");
        }
    }
}

#[test]
fn an_unknown_ending_is_no_audit() {
    let folder = folder();
    for name in ["x.txt", "x.foo", "x", "x.jsn"] {
        let run = folder.run(&["audit", "mli", "-o", name]);
        assert_eq!(run.code, Some(2), "{name}: {run:?}");
        assert!(run.err.contains(&format!("--output {name}: ")), "{run:?}");
        assert!(!folder.path().join(name).exists());
        let run = folder.run(&["audit", "mli", "-o", &format!("json={name}")]);
        assert_eq!(run.code, Some(0), "{name}: {run:?}");
        let audit: Value = serde_json::from_str(&folder.read(name)).unwrap();
        assert!(audit["totals"].is_object(), "{audit}");
    }
}

/// An import does not check: it says so, and what can be known without.
#[test]
fn an_import_tells_what_speaks_against_decisions() {
    let entry = |fingerprint: &str, id: &str, expires: &str| {
        format!(
            r#"{{"fingerprint": "{fingerprint}", "rule": "stale-record", "mission": "mli", "record": {{"kind": "contact", "id": "{id}"}}, "decision": "exception", "reason": "agreed", "expires": "{expires}", "record_hash": "00"}}"#
        )
    };
    let all = [
        entry("a", "C-1", "2099-01-01"),
        entry("a", "C-1", "2099-02-01"),
        entry("b", "C-2", "2020-01-31"),
    ];
    let folder = folder().with(
        "review.json",
        format!(
            r#"{{"schema_version": 1, "tool": {{"name": "missionlint", "version": "0"}}, "run": {{"inputs": {{"hash": "ab"}}}}, "reviewer": null, "decided_on": "2025-03-31", "decisions": [{}]}}"#,
            all.join(",")
        ),
    );
    let run = folder.run(&["allow", "import", "review.json", "--dry-run"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for told in [
        "several decisions are on the same finding of stale-record",
        "stale-record ended on 2020-01-31",
        "review --decisions review.json",
    ] {
        assert_eq!(run.err.matches(told).count(), 1, "{told}: {run:?}");
    }
    assert!(
        run.out.contains("2099-02-01") && !run.out.contains("2099-01-01"),
        "{run:?}"
    );
}
