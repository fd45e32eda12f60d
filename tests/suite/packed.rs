//! Packed files and archives are read in place, and give the findings of the files in them.

use std::io::{Cursor, Write as _};

use flate2::Compression;
use flate2::write::GzEncoder;
use ruzstd::encoding::{CompressionLevel, compress_to_vec};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::tool::{Folder, Run};

const SETTINGS: &str = "as_of = \"2025-03-31\"\n";

pub(crate) fn gzip(content: impl AsRef<[u8]>) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(content.as_ref()).unwrap();
    packer.finish().unwrap()
}

pub(crate) fn zstandard(content: impl AsRef<[u8]>) -> Vec<u8> {
    compress_to_vec(content.as_ref(), CompressionLevel::Fastest)
}

pub(crate) fn archive<C: AsRef<[u8]>>(files: &[(&str, C)]) -> Vec<u8> {
    archive_by(files, CompressionMethod::Deflated)
}

fn archive_by<C: AsRef<[u8]>>(files: &[(&str, C)], method: CompressionMethod) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(method);
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_ref()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

pub(crate) fn contact(id: &str) -> String {
    format!(
        r#"{{ "kind": "contact", "id": "{id}", "role": "regional-thematic-specialist", "unit": "DHRR", "office": "ro-dakar", "mailbox": "rts@example.org", "from": "2025-01-01" }}"#
    )
}

pub(crate) fn folder() -> Folder {
    Folder::new().with("missionlint.toml", SETTINGS)
}

pub(crate) fn checked(folder: &Folder, arguments: &[&str]) -> (Option<i32>, Value) {
    let run = folder.run(&[&["check", "--format", "json"], arguments].concat());
    let report = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    (run.code, report)
}

/// Paths, rules and defects of all findings.
pub(crate) fn found(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap().iter();
    let told = findings.map(|finding| {
        let path = finding["location"]["path"].as_str().unwrap();
        let rule = finding["rule"].as_str().unwrap();
        let value = &finding["evidence"][0]["value"][0];
        match rule {
            "packed-file-unread" => format!("{path} {}", value.as_str().unwrap()),
            _ => format!("{path} {rule}"),
        }
    });
    told.collect()
}

pub(crate) fn files(report: &Value) -> u64 {
    report["run"]["inputs"]["files"].as_u64().unwrap()
}

#[test]
fn packed_files_are_found_beside_others_and_read() {
    let lines = format!("{}\n{}\n", contact("C-3"), contact("C-4"));
    let folder = folder()
        .with("a/one.json.gz", gzip(contact("C-1")))
        .with("a/two.JSON.ZST", zstandard(contact("C-2")))
        .with("a/three.ndjson.zst", zstandard(&lines))
        .with("a/notes.txt.gz", gzip("notes"))
        .with(
            "a/all.zip",
            archive(&[
                ("b/five.json", contact("C-5")),
                ("b/six.jsonl", contact("C-6")),
                ("readme.txt", "a text".to_owned()),
            ]),
        );
    let (code, report) = checked(&folder, &[]);
    assert_eq!((code, found(&report)), (Some(0), Vec::new()), "{report}");
    assert_eq!(files(&report), 5);
    assert_eq!(report["run"]["inputs"]["records"], 6);
}

#[test]
fn what_is_wrong_in_a_packed_file_is_found_where_it_is() {
    let wrong = contact("C-1").replace("2025-01-01", "2025-13-01");
    let folder = folder()
        .with("x.json.gz", gzip(&wrong))
        .with("y.zip", archive(&[("m/x.json.zst", zstandard(&wrong))]));
    let (code, report) = checked(&folder, &[]);
    assert_eq!(code, Some(1), "{report}");
    let findings = report["findings"].as_array().unwrap();
    let at = |finding: &Value| {
        let location = &finding["location"];
        (
            location["path"].as_str().unwrap().to_owned(),
            location["start"]["offset"].as_u64().unwrap(),
        )
    };
    let offset = wrong.find("\"2025-13-01\"").unwrap() as u64;
    let places: Vec<_> = findings.iter().map(at).collect();
    assert!(
        places.contains(&("x.json.gz".to_owned(), offset)),
        "{places:?}"
    );
    assert!(
        places.contains(&("y.zip/m/x.json.zst".to_owned(), offset)),
        "{places:?}"
    );
}

#[test]
fn broken_packing_is_a_finding() {
    let packed = gzip(contact("C-1").repeat(50));
    let frames = zstandard(contact("C-1").repeat(50));
    let zip = archive(&[("a.json", contact("C-1").repeat(50))]);
    let cut = |bytes: &[u8]| bytes[..bytes.len() - 30].to_vec();
    let folder = folder()
        .with("a.json", contact("C-1"))
        .with("cut.json.gz", cut(&packed))
        .with("cut.json.zst", cut(&frames))
        .with("cut.zip", cut(&zip))
        .with("empty.json.gz", "")
        .with("empty.zip", "")
        .with("none.json.gz", contact("C-2"))
        .with("none.json.zst", contact("C-2"))
        .with("none.zip", contact("C-2"));
    let (code, report) = checked(&folder, &[]);
    assert_eq!(code, Some(1), "{report}");
    assert_eq!(
        found(&report),
        [
            "cut.json.gz cut-off",
            "cut.json.zst cut-off",
            "cut.zip cut-off",
            "empty.json.gz cut-off",
            "empty.zip cut-off",
            "none.json.gz not-gzip",
            "none.json.zst not-zstandard",
            "none.zip not-zip",
        ]
    );
    let run: Run = folder.run(&["check", "cut.zip"]);
    assert!(
        run.out
            .contains("error[packed-file-unread]: the packed file ends too early"),
        "{}",
        run.out
    );
}
