//! Archives and packed files that are damaged, strange or made to do harm.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _, Write as _};

use missionlint::discover::Inside;
use missionlint::engine::{self, Content, Input};
use missionlint::message::{Language, Messages};
use missionlint::source::{self, Defect, Place};
use serde_json::Value;
use zip::unstable::write::FileOptionsExt;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::cases;
use crate::packed::{archive, checked, contact, files, folder, found, gzip, zstandard};
use crate::properties::Chance;
use crate::tool::Folder;

fn of_archive(bytes: Vec<u8>) -> (Option<i32>, Value) {
    checked(
        &folder().with("a.json", contact("C-0")).with("s.zip", bytes),
        &[],
    )
}

/// Replaces bytes wherever they are, as often as is said.
fn patched(mut bytes: Vec<u8>, from: &[u8], to: &[u8], times: usize) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at: Vec<usize> = memchr::memmem::find_iter(&bytes, from).collect();
    assert_eq!(at.len(), times);
    for at in at {
        bytes[at..at + to.len()].copy_from_slice(to);
    }
    bytes
}

#[test]
fn archives_follow_the_rules_of_folders() {
    let folder = folder()
        .with(
            "missionlint.toml",
            "as_of = \"2025-03-31\"\nexclude = [\"s.zip/old\", \"**/draft.json\"]\n",
        )
        .with(
            "s.zip",
            archive(&[
                ("m/one.json", contact("C-1")),
                (".git/x.json", "{".to_owned()),
                ("__MACOSX/m/._one.json", "{".to_owned()),
                ("m/.DS_Store", "{".to_owned()),
                ("old/two.json", "{".to_owned()),
                ("m/draft.json", "{".to_owned()),
                ("m/readme.md", "{".to_owned()),
                ("back\\slash.json", contact("C-2")),
                ("./dot//dot.json", contact("C-3")),
            ]),
        );
    let (code, report) = checked(&folder, &[]);
    assert_eq!((code, files(&report)), (Some(0), 3), "{report}");
    let (code, report) = checked(&folder, &["s.zip"]);
    assert_eq!((code, files(&report)), (Some(0), 3), "{report}");
    let run = folder.run(&["check", "-f", "json", "s.zip/m/one.json"]);
    assert_eq!(run.code, Some(2), "{run:?}");
}

#[test]
fn a_configuration_in_an_archive_does_not_count() {
    let folder = folder().with(
        "s.zip",
        archive(&[
            (
                "missionlint.toml",
                "[severity]\ninvalid-format = \"off\"\n".to_owned(),
            ),
            (
                "one.json",
                contact("C-1").replace("2025-01-01", "2025-13-01"),
            ),
        ]),
    );
    let run = folder.run(&["check", "s.zip"]);
    assert_eq!(run.code, Some(1), "{run:?}");
    assert!(run.out.contains("error[invalid-format]"), "{run:?}");
    assert!(
        run.err
            .contains("s.zip/missionlint.toml: the configuration in this archive does not count"),
        "{run:?}"
    );
}

#[test]
fn reports_in_an_archive_are_left_out() {
    let folder = folder().with("a.json", contact("C-1"));
    let report = folder.run(&["check", "--format", "json"]).out;
    let folder = folder
        .with(
            "s.zip",
            archive(&[("b.json", contact("C-2")), ("r.json", report.clone())]),
        )
        .with("r.json.gz", gzip(report));
    let run = folder.run(&["check"]);
    assert_eq!(run.code, Some(0), "{run:?}");
    for path in ["s.zip/r.json", "r.json.gz"] {
        assert!(
            run.err.contains(&format!("{path}: this is a report")),
            "{run:?}"
        );
    }
}

#[test]
fn names_that_lead_out_are_told_and_not_read() {
    let bytes = archive(&[
        ("../up.json", contact("C-1")),
        ("/root.json", contact("C-2")),
        ("C:\\drive.json", contact("C-3")),
        ("in.json", contact("C-4")),
    ]);
    let (code, report) = of_archive(bytes);
    assert_eq!(
        (code, found(&report)),
        (
            Some(1),
            vec![
                "s.zip/drive.json leads-out".to_owned(),
                "s.zip/root.json leads-out".to_owned(),
                "s.zip/up.json leads-out".to_owned(),
            ]
        )
    );
    assert_eq!(report["run"]["inputs"]["records"], 2);
}

#[test]
fn of_files_with_one_name_none_is_read() {
    let bytes = archive(&[
        ("m/a.json", contact("C-1")),
        ("m/b.json", contact("C-2")),
        ("m/c.json", contact("C-3")),
    ]);
    let (code, report) = of_archive(patched(bytes, b"m/b.json", b"m/a.json", 2));
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/m/a.json same-name".to_owned()])
    );
    let (code, report) = of_archive(archive(&[
        ("m\\a.json", contact("C-1")),
        ("m/a.json", contact("C-2")),
    ]));
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/m/a.json same-name".to_owned()])
    );
}

#[test]
fn archives_in_archives_are_told() {
    let inner = archive(&[("a.json", contact("C-1"))]);
    let (code, report) = of_archive(archive(&[("m/in.zip", inner)]));
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/m/in.zip nested".to_owned()])
    );
}

#[test]
fn links_in_archives_are_told() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer
        .add_symlink("x.json", "../secret.json", SimpleFileOptions::default())
        .unwrap();
    let (code, report) = of_archive(writer.finish().unwrap().into_inner());
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/x.json link".to_owned()])
    );
}

#[test]
fn what_is_encrypted_or_packed_otherwise_is_told() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let secret = SimpleFileOptions::default()
        .with_deprecated_encryption(b"secret")
        .unwrap();
    writer.start_file("x.json", secret).unwrap();
    writer.write_all(contact("C-1").as_bytes()).unwrap();
    let (code, report) = of_archive(writer.finish().unwrap().into_inner());
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/x.json encrypted".to_owned()])
    );
    // Method 12 is bzip2; the header says 8 behind its version and flags.
    let bytes = archive(&[("x.json", contact("C-1"))]);
    let at = memchr::memmem::rfind(&bytes, b"PK\x01\x02").unwrap();
    let mut other = bytes;
    assert_eq!(other[at + 10], 8);
    other[at + 10] = 12;
    let (code, report) = of_archive(other);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip/x.json other-method".to_owned()])
    );
}

#[test]
fn checksums_are_compared() {
    let text = contact("C-1");
    let flip = |mut bytes: Vec<u8>, at: usize| {
        bytes[at] ^= 1;
        bytes
    };
    let packed = gzip(&text);
    let trailer = packed.len() - 8;
    let frames = zstandard(&text);
    let stored = stored(&[("x.json", &text)]);
    let inner = memchr::memmem::find(&stored, b"ro-dakar").unwrap();
    let folder = folder()
        .with("a.json.gz", flip(packed, trailer))
        .with("c.zip", flip(stored, inner));
    let (code, report) = checked(&folder, &[]);
    assert_eq!(
        (code, found(&report)),
        (
            Some(1),
            vec![
                "a.json.gz damaged".to_owned(),
                "c.zip/x.json damaged".to_owned()
            ]
        )
    );
    // The packer of the tests writes a checksum only where its library hashes; one is put in.
    let checked_frame = with_checksum(&frames, &text);
    let folder = Folder::new()
        .with("missionlint.toml", "as_of = \"2025-03-31\"\n")
        .with("a.json.zst", &checked_frame);
    assert_eq!(checked(&folder, &[]).0, Some(0));
    let last = checked_frame.len() - 1;
    folder.write("a.json.zst", flip(checked_frame, last));
    let (code, report) = checked(&folder, &[]);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["a.json.zst damaged".to_owned()])
    );
}

/// A frame with the hash of its content, whatever the packer has written.
fn with_checksum(frame: &[u8], text: &str) -> Vec<u8> {
    let mut frame = frame.to_vec();
    if frame[4] & 4 != 0 {
        frame.truncate(frame.len() - 4);
    }
    frame[4] |= 4;
    let hash = xxhash_rust::xxh64::xxh64(text.as_bytes(), 0).to_le_bytes();
    frame.extend_from_slice(&hash[..4]);
    frame
}

fn stored(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in files {
        writer.start_file(*name, options).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn parts_packed_one_after_the_other_are_one_file() {
    let (one, two) = (contact("C-1") + "\n", contact("C-2") + "\n");
    let mut skipped = vec![0x5A, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 1, 2, 3];
    let frames = [zstandard(&one), skipped.clone(), zstandard(&two)].concat();
    let folder = folder()
        .with("a.ndjson.gz", [gzip(&one), gzip(&two)].concat())
        .with("b.ndjson.zst", &frames);
    let (code, report) = checked(&folder, &["a.ndjson.gz"]);
    assert_eq!(
        (code, &report["run"]["inputs"]["records"]),
        (Some(0), &2.into())
    );
    let (code, report) = checked(&folder, &["b.ndjson.zst"]);
    assert_eq!(
        (code, &report["run"]["inputs"]["records"]),
        (Some(0), &2.into())
    );
    skipped.truncate(9);
    folder.write("b.ndjson.zst", [zstandard(&one), skipped].concat());
    let (code, report) = checked(&folder, &["b.ndjson.zst"]);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["b.ndjson.zst cut-off".to_owned()])
    );
}

/// Lines before the damage are checked; rules that may miss the others are blocked.
#[test]
fn what_comes_before_the_damage_is_checked() {
    let wrong = contact("W-1").replace("2025-01-01", "2025-13-01");
    let lines: String = (0..20_000)
        .map(|number| contact(&format!("C-{number}")) + "\n")
        .collect();
    let packed = gzip(format!("{wrong}\n{lines}"));
    let folder = folder().with("a.ndjson.gz", &packed[..packed.len() - 100]);
    let (code, report) = checked(&folder, &[]);
    assert_eq!(code, Some(1));
    assert_eq!(
        found(&report),
        ["a.ndjson.gz cut-off", "a.ndjson.gz invalid-format"]
    );
    assert!(
        report["run"]["inputs"]["records"].as_u64() > Some(5_000),
        "{}",
        report["run"]
    );
    assert!(report["summary"]["blocked"].as_u64() > Some(0));
}

/// A few kilobytes that would take gigabytes end where they are out of all proportion.
#[test]
fn what_takes_far_too_much_room_is_not_unpacked() {
    let frame = zstandard(vec![b' '; 1 << 24]);
    let folder = folder().with("b.ndjson.zst", frame.repeat(32)).with(
        "d.zip",
        archive(&[("x.json.gz", gzip(vec![b' '; 80 << 20]))]),
    );
    let (code, report) = checked(&folder, &[]);
    assert_eq!(
        (code, found(&report)),
        (
            Some(1),
            vec![
                "b.ndjson.zst too-large".to_owned(),
                "d.zip/x.json.gz too-large".to_owned(),
            ]
        )
    );
}

/// Entries that share their bytes would be read as often as there are entries.
#[test]
fn entries_that_lie_in_each_other_are_refused() {
    let text = contact("C-1");
    let bytes = stored(&[("a.json", &text), ("b.json", "")]);
    let from = memchr::memmem::find(&bytes, b"PK\x01\x02").unwrap();
    let to = memchr::memmem::find(&bytes, b"PK\x05\x06").unwrap();
    let entry = &bytes[from..from + 46 + 6];
    let mut table = Vec::new();
    for number in 0..9 {
        let mut entry = entry.to_vec();
        entry[46] = b'a' + number;
        table.extend(entry);
    }
    let mut end = bytes[to..].to_vec();
    for at in [8, 10] {
        end[at] = 9;
    }
    end[12..16].copy_from_slice(&u32::try_from(table.len()).unwrap().to_le_bytes());
    let all = [&bytes[..from], &table, &end].concat();
    let (code, report) = of_archive(all);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip damaged".to_owned()])
    );
}

#[test]
fn a_table_of_contents_is_bounded() {
    // The record of the end alone says that the table is large; nothing is set aside for it.
    let mut bytes = vec![0; usize::try_from(source::LARGEST_DIRECTORY).unwrap() + 1];
    let size = u32::try_from(bytes.len()).unwrap().to_le_bytes();
    bytes.extend(b"PK\x05\x06\0\0\0\0\x01\0\x01\0");
    bytes.extend(size);
    bytes.extend([0; 6]);
    let (code, report) = of_archive(bytes);
    assert_eq!(
        (code, found(&report)),
        (Some(1), vec!["s.zip too-many-files".to_owned()])
    );
}

/// More files than two bytes can count.
#[test]
fn large_archives_are_read() {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for number in 0..66_000 {
        writer.start_file(format!("{number}.txt"), options).unwrap();
    }
    writer
        .start_file("last.json", options.large_file(true))
        .unwrap();
    writer.write_all(contact("C-1").as_bytes()).unwrap();
    let (code, report) = of_archive(writer.finish().unwrap().into_inner());
    assert_eq!(
        (code, found(&report), files(&report)),
        (Some(0), Vec::new(), 2)
    );
}

#[test]
fn standard_input_and_lists_may_be_packed() {
    let folder = folder()
        .with("a.json.gz", gzip(contact("C-1")))
        .with(
            "b.zip",
            archive(&[("x.json", contact("C-2")), ("y.ndjson", contact("C-3"))]),
        )
        .with("list", "a.json.gz\nb.zip\n");
    let (code, report) = checked(&folder, &["--files-from", "list"]);
    assert_eq!((code, files(&report)), (Some(0), 3));
    let lines = format!("{}\n{}\n", contact("C-1"), contact("C-2"));
    for (name, bytes, count) in [
        ("x.ndjson.zst", zstandard(&lines), 2),
        ("x.jsonl.gz", gzip(&lines), 2),
        ("x.zip", archive(&[("m/x.ndjson", &lines)]), 2),
    ] {
        let run = crate::inputs::piped(
            &folder,
            &["check", "--format", "json", "-", "--stdin-filename", name],
            bytes,
        );
        let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{run:?}"));
        assert_eq!(
            (run.code, &report["run"]["inputs"]["records"]),
            (Some(0), &count.into())
        );
    }
}

#[test]
fn no_report_is_written_over_an_archive() {
    let folder = folder().with("s.zip", archive(&[("x.json", contact("C-2"))]));
    let run = folder.run(&["check", "s.zip", "-o", "json=s.zip"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        std::fs::read(folder.path().join("s.zip"))
            .unwrap()
            .starts_with(b"PK")
    );
}

#[test]
fn an_archive_without_records_is_nothing_to_check() {
    let folder = folder().with("s.zip", archive(&[("x.txt", contact("C-2"))]));
    let run = folder.run(&["check", "s.zip"]);
    assert_eq!(run.code, Some(2), "{run:?}");
    assert!(
        run.err.contains("file to check was found in s.zip"),
        "{run:?}"
    );
}

/// Each defect has a sentence and an advice in each language.
#[test]
fn every_defect_is_said() {
    let defects = [
        Defect::NotGzip,
        Defect::NotZstandard,
        Defect::NotZip,
        Defect::CutOff,
        Defect::Damaged,
        Defect::Encrypted,
        Defect::OtherMethod,
        Defect::TooLarge,
        Defect::TooManyFiles,
        Defect::Nested,
        Defect::SameName,
        Defect::LeadsOut,
        Defect::Link,
        Defect::Hidden,
        Defect::NearName,
    ];
    let inputs = defects.iter().enumerate().map(|(number, defect)| Input {
        path: format!("{number:02}.json").into(),
        content: Content::Defective(Place::Bytes(Vec::new().into()), *defect),
    });
    let report = engine::check(inputs.collect(), &cases::request());
    assert_eq!(report.findings.len(), defects.len());
    for language in Language::ALL {
        let messages = Messages::new(language);
        let mut told = BTreeMap::new();
        for (found, defect) in report.findings.iter().zip(defects) {
            for part in [None, Some("primary"), Some("help")] {
                assert_eq!(messages.problems(found, part), [""; 0], "{defect:?}");
            }
            assert_eq!(told.insert(messages.headline(found), defect), None);
        }
    }
}

/// Whatever bytes an archive has, nothing fails, and what is read is what another reader gives.
#[test]
fn damaged_archives_are_read_as_others_read_them_or_not_at_all() {
    let whole = archive(&[
        ("m/one.json", contact("C-1").repeat(20)),
        ("m/two.ndjson", contact("C-2").repeat(3)),
        ("three.json", "{}".to_owned()),
    ]);
    let mut chance = Chance::new(7);
    let (mut alike, mut refused) = (0, 0);
    for _ in 0..3_000 {
        let mut bytes = whole.clone();
        for _ in 0..=chance.below(2) {
            let at = chance.below(bytes.len());
            bytes[at] = u8::try_from(chance.below(256)).unwrap();
        }
        if chance.below(8) == 0 {
            bytes.truncate(chance.below(bytes.len()));
        }
        let inside = Inside::of(Place::Bytes(bytes.clone().into())).unwrap();
        for (path, content) in inside.inputs {
            let Ok(read) = source::read(&content, &path) else {
                refused += 1;
                continue;
            };
            let mut theirs = Vec::new();
            let other = ZipArchive::new(Cursor::new(&bytes)).and_then(|mut other| {
                other.by_name(&path)?.read_to_end(&mut theirs)?;
                Ok(())
            });
            // The other reader may be stricter about what does not matter, such as numbers of disks.
            if other.is_ok() {
                assert!(read == theirs, "{path}");
                alike += 1;
            }
        }
    }
    assert!(alike > 1_000 && refused > 1_000, "{alike} {refused}");
}

/// Neither do other packed bytes.
#[test]
fn damaged_packing_is_told_or_gives_what_was_packed() {
    let text = contact("C-1").repeat(40);
    let mut chance = Chance::new(11);
    for (name, whole) in [
        ("x.json.gz", gzip(&text)),
        ("x.json.zst", with_checksum(&zstandard(&text), &text)),
    ] {
        let mut refused = 0;
        for _ in 0..2_000 {
            let mut bytes = whole.clone();
            let at = chance.below(bytes.len());
            bytes[at] ^= 1 << chance.below(8);
            if chance.below(8) == 0 {
                bytes.truncate(chance.below(bytes.len()));
            }
            match source::read(&Content::Bytes(bytes), name) {
                // Fields such as the time of packing say nothing about the content.
                Ok(read) => assert!(read == text.as_bytes(), "{name}"),
                Err(error) => {
                    assert!(source::defect(&error).is_some(), "{name}: {error}");
                    refused += 1;
                }
            }
        }
        assert!(refused > 1_500, "{name}: {refused}");
    }
}
