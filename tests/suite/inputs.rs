//! Where documents come from, and what happens where they cannot be read.

use std::io::Write as _;
use std::process::Stdio;

use missionlint::engine::{self, Content, Input};
use serde_json::Value;

use crate::cases;
use crate::tool::{Folder, Run, command};

const SETTINGS: &str = "as_of = \"2025-03-31\"\n";

fn contact(id: &str) -> String {
    format!(
        r#"{{ "kind": "contact", "id": "{id}", "role": "regional-thematic-specialist", "unit": "DHRR", "office": "ro-dakar", "mailbox": "rts@example.org", "from": "2025-01-01" }}"#
    )
}

/// Three documents without a fault, in two folders.
fn folder() -> Folder {
    Folder::new()
        .with("missionlint.toml", SETTINGS)
        .with("a/one.json", contact("C-1"))
        .with("a/two.json", contact("C-2"))
        .with("b/three.ndjson", contact("C-3"))
}

/// Runs the program with something on standard input.
pub(crate) fn piped(folder: &Folder, arguments: &[&str], input: impl AsRef<[u8]>) -> Run {
    let mut child = command(folder.path())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // A run that refuses its options reads nothing.
    let _ = child.stdin.take().unwrap().write_all(input.as_ref());
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn report(folder: &Folder, arguments: &[&str], input: impl AsRef<[u8]>) -> (Option<i32>, Value) {
    let mut all = vec!["check", "--format", "json"];
    all.extend(arguments);
    let run = piped(folder, &all, input);
    let report = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {run:?}"));
    (run.code, report)
}

fn files(report: &Value) -> u64 {
    report["run"]["inputs"]["files"].as_u64().unwrap()
}

#[track_caller]
fn assert_refused(run: &Run, reason: &str) {
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{run:?}");
    assert!(
        run.err.contains(reason),
        "{reason:?} is not in: {}",
        run.err
    );
}

/// The run ends with 2, tells the reason and has checked this many files.
#[track_caller]
fn assert_told(
    folder: &Folder,
    arguments: &[&str],
    list: &str,
    subject: &str,
    reason: &str,
    checked: u64,
) {
    let (code, report) = report(folder, arguments, list);
    assert_eq!(code, Some(2), "{report}");
    assert_eq!(files(&report), checked, "{report}");
    assert_eq!(report["faults"][0]["kind"], "cannot-read");
    assert_eq!(report["faults"][0]["subject"], subject);
    let told = report["faults"][0]["reason"].as_str().unwrap();
    assert!(told.contains(reason), "{told}");
}

#[test]
fn standard_input_is_a_document() {
    let folder = folder();
    let (code, clean) = report(&folder, &["-"], contact("C-9"));
    assert_eq!((code, files(&clean)), (Some(0), 1));
    assert_eq!(clean["run"]["as_of"], "2025-03-31");
    let run = piped(&folder, &["check", "-"], "{");
    assert_eq!(run.code, Some(1));
    assert!(run.out.contains("─[stdin.json:1:"), "{}", run.out);
    let empty = piped(&folder, &["check", "-"], "");
    assert_eq!(empty.code, Some(1));
    assert!(
        empty
            .out
            .contains("error[syntax-error]: the document is empty"),
        "{}",
        empty.out
    );
}

#[test]
fn the_name_of_standard_input_decides_how_it_is_read_and_by_what() {
    let folder = folder()
        .with(
            "c/missionlint.toml",
            "as_of = \"2024-06-30\"\nexclude = [\"old\"]\n",
        )
        .with("c/kept.json", contact("C-4"));
    let lines = format!("{}\n{}\n", contact("C-8"), contact("C-9"));
    let named = |name| report(&folder, &["-", "--stdin-filename", name], &lines);
    let (code, read) = named("c/new/x.ndjson");
    assert_eq!(
        (code, read["run"]["inputs"]["records"].as_u64()),
        (Some(0), Some(2))
    );
    assert_eq!(
        read["run"]["as_of"], "2024-06-30",
        "a folder need not exist"
    );
    let (code, read) = named("c/x.json");
    assert_eq!(code, Some(1));
    assert_eq!(read["findings"][0]["location"]["path"], "c/x.json");
    let run = piped(
        &folder,
        &["check", "-", "--stdin-filename", "c/old/x.json"],
        &lines,
    );
    assert_refused(&run, "no file to check was found");
}

/// An editor checks what it holds among the files around it.
#[test]
fn standard_input_takes_the_place_of_the_file_it_is_named_after() {
    let folder = folder();
    for arguments in [
        ["a", "-", "--stdin-filename", "a/two.json"],
        ["-", "a", "--stdin-filename", "./a/../a/two.json"],
    ] {
        let (code, report) = report(&folder, &arguments, "{");
        assert_eq!((code, files(&report)), (Some(1), 2));
        assert_eq!(report["findings"].as_array().unwrap().len(), 1);
    }
    let (code, report) = report(&folder, &["a", "-"], contact("C-9"));
    assert_eq!((code, files(&report)), (Some(0), 3));
}

#[test]
fn contradictions_about_standard_input_are_refused() {
    let folder = folder();
    for (arguments, reason) in [
        (&["-", "-"][..], "can be named only once"),
        (&["a", "--stdin-filename", "x.json"], "add the path -"),
        (
            &["-", "--stdin-filename", ""],
            "an empty path names nothing",
        ),
        (&["-", "--stdin-filename", "a"], "this is a directory"),
        (&["-", "--files-from", "-"], "cannot be both"),
        (&["--files-from", "gone.txt"], "gone.txt could not be read"),
    ] {
        let mut all = vec!["check"];
        all.extend(arguments);
        assert_refused(&piped(&folder, &all, ""), reason);
    }
}

#[test]
fn a_list_names_files_by_line_or_by_nul() {
    let folder = folder()
        .with("a/[x] *.json", contact("C-4"))
        .with("list.txt", "a/one.json\n");
    let from = |list: &[u8]| {
        let (code, report) = report(&folder, &["--files-from", "-"], list);
        assert_eq!(code, Some(0), "{report}");
        files(&report)
    };
    assert_eq!(from(b"a/one.json\nb/three.ndjson"), 2);
    assert_eq!(
        from(b"\xEF\xBB\xBFa/one.json\r\n\r\n  \nb/three.ndjson\r\n"),
        2
    );
    assert_eq!(from(b"a/one.json\0\0a/two.json\0"), 2);
    assert_eq!(from(b"a/[x] *.json\n"), 1, "no pattern");
    assert_eq!(from(b"a/one.json\n./a/one.json\n"), 1, "read once");
    assert_eq!(from(b"a\nb\n"), 4, "directories are walked");
    let (_, both) = report(&folder, &["--files-from", "list.txt", "b"], "");
    assert_eq!(files(&both), 2);
    let (_, both) = report(&folder, &["--files-from", "list.txt", "-"], contact("C-9"));
    assert_eq!(files(&both), 2);
}

#[test]
fn what_a_list_names_in_vain_is_told() {
    let folder = folder();
    let from = ["--files-from", "-"];
    let missing = "there is no such file or directory";
    assert_told(
        &folder,
        &from,
        "a/one.json\ngone.json\n",
        "gone.json",
        missing,
        1,
    );
    assert_told(
        &folder,
        &from,
        "a/one.json\na/*.json\n",
        "a/*.json",
        missing,
        1,
    );
    assert_told(&folder, &from, "a/one.json\n-\n", "-", missing, 1);
    assert_told(
        &folder,
        &from,
        "b\0a/one.json\na/two.json\0",
        "a/one.json\na/two.json",
        missing,
        1,
    );
    let (code, _) = report(&folder, &from, b"a/one.json\n\xFF.json\n");
    assert_eq!(code, Some(2));
    for list in [&b""[..], b"\n \n", b"\0"] {
        let run = piped(&folder, &["check", "--files-from", "-"], list);
        assert_refused(&run, "no file to check was found");
    }
    let run = piped(&folder, &["check", "--files-from", "-"], b"\xFF\xFEa\0\n\0");
    assert_refused(
        &run,
        "standard input: this list of files is saved as UTF-16",
    );
}

fn utf16(text: &str, mark: bool, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    let marked = mark.then_some('\u{feff}').into_iter().chain(text.chars());
    let text: String = marked.collect();
    text.encode_utf16().flat_map(bytes).collect()
}

#[test]
fn utf16_is_recognised_and_said() {
    let texts = [
        contact("C-9"),
        "\r\n[]".to_owned(),
        "\"日本\"".to_owned(),
        "7".to_owned(),
    ];
    for text in texts {
        for mark in [true, false] {
            for order in [u16::to_le_bytes, u16::to_be_bytes] {
                for name in ["x.json", "x.ndjson"] {
                    let folder = folder().with(name, utf16(&text, mark, order));
                    let run = folder.run(&["check"]);
                    assert_eq!(run.code, Some(1));
                    let said = "error[not-utf8]: the file is saved as UTF-16, not as UTF-8\n";
                    assert!(run.out.contains(said), "{text} {mark}: {}", run.out);
                    assert!(run.out.contains(&format!("─[{name}:1:1]")), "{}", run.out);
                    assert_eq!(run.out.matches("error[").count(), 1, "{}", run.out);
                }
            }
        }
    }
    for other in [
        &b"{\0\"a\":1}"[..],
        b"\0",
        b"\xFF\xFE\0\0{\0\0\0",
        b"{\0\0\0",
        b"\xFFx",
    ] {
        let run = folder().with("x.json", other).run(&["check"]);
        assert_eq!(run.code, Some(1));
        assert!(!run.out.contains("UTF-16"), "{other:?}: {}", run.out);
    }
}

#[test]
fn a_file_that_vanishes_before_it_is_read_is_told() {
    let mission = folder();
    let gone = Input {
        path: "gone.json".into(),
        content: Content::File(mission.path().join("gone.json")),
    };
    let there = Input {
        path: "one.json".into(),
        content: Content::File(mission.path().join("a/one.json")),
    };
    let report = engine::check(vec![gone, there], &cases::request());
    assert_eq!(report.inputs.files, 1);
    assert_eq!(report.faults.len(), 1);
    assert_eq!(report.faults[0].subject, "gone.json");
    assert_eq!(report.faults[0].reason.id, "reason-no-such-file");
}

#[test]
fn a_directory_with_the_name_of_a_document_is_walked() {
    let folder = folder().with("c.json/four.json", contact("C-4"));
    for arguments in [&[][..], &["."], &["a", "b", "c.json"]] {
        let (code, report) = report(&folder, arguments, "");
        assert_eq!((code, files(&report)), (Some(0), 4));
    }
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;
    use std::path::Path;

    use super::{assert_told, files, folder, report};

    #[test]
    fn links_that_lead_nowhere_or_in_a_circle_are_told() {
        for (target, reason) in [
            ("gone.json", "this link leads nowhere"),
            ("x.json", "in a circle"),
        ] {
            let folder = folder();
            symlink(target, folder.path().join("x.json")).unwrap();
            assert_told(&folder, &[], "", "x.json", reason, 3);
            assert_told(&folder, &["a", "x.json"], "", "x.json", reason, 2);
            assert_told(
                &folder,
                &["--files-from", "-"],
                "a\nx.json",
                "x.json",
                reason,
                2,
            );
        }
    }

    #[test]
    fn a_link_to_the_directory_around_it_ends_no_walk() {
        let folder = folder();
        symlink("..", folder.path().join("a/up")).unwrap();
        let (code, report) = report(&folder, &["."], "");
        assert_eq!((code, files(&report)), (Some(0), 3));
    }

    #[test]
    fn sockets_and_devices_are_told() {
        let folder = folder();
        // The path of a socket must be short.
        let socket = tempfile::TempDir::new().unwrap();
        let socket = socket.path().join("x.json");
        let _listener = UnixListener::bind(&socket).unwrap();
        let neither = "neither a file nor a directory";
        for path in [socket.to_str().unwrap(), "/dev/null", "/dev/zero"] {
            if Path::new(path).exists() {
                assert_told(
                    &folder,
                    &["--config", "missionlint.toml", "a", path],
                    "",
                    path,
                    neither,
                    2,
                );
            }
        }
    }

    /// It can be opened, but not read.
    #[test]
    fn a_file_that_fails_when_it_is_read_is_told() {
        let path = "/proc/self/mem";
        if Path::new(path).exists() {
            assert_told(
                &folder(),
                &["--config", "missionlint.toml", "a", path],
                "",
                path,
                "",
                2,
            );
        }
    }
}
