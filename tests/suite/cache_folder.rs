//! `--cache DIR`: the same bytes as without, whatever becomes of the folder.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, SystemTime};

use crate::mission::{files_below, fixtures, lines};
use crate::packed::{archive, gzip};
use crate::tool::{Folder, Run, command, finish};

/// A mission with findings, in a folder `data`.
fn records() -> Folder {
    let folder = Folder::new().with_copy(&fixtures().join("missions/mli"), "data");
    fs::rename(
        folder.path().join("data/missionlint.toml"),
        folder.path().join("missionlint.toml"),
    )
    .unwrap();
    folder.with(
        "data/broken.json",
        "{\"kind\": \"person\", \"mission\": \"mli\" \"id\"",
    )
}

/// The files of results in a folder.
fn kept(folder: &Path) -> Vec<PathBuf> {
    let files = fs::read_dir(folder).unwrap();
    let files = files.map(|file| file.unwrap().path());
    let mut files: Vec<PathBuf> = files
        .filter(|path| path.extension().is_some_and(|ending| ending == "cache"))
        .collect();
    files.sort();
    files
}

/// A run without its exit code being of interest, and what it writes.
fn told(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String, String) {
    let Run { code, out, err } = folder.run(arguments);
    (code, out, err)
}

#[test]
fn every_form_has_the_same_bytes() {
    let folder = records();
    let forms = ["json", "text", "html", "sarif"];
    let files = |of: &str| forms.map(|form| format!("{form}=out/{of}.{form}"));
    let mut runs = Vec::new();
    for (of, cache) in [
        ("without", None),
        ("first", Some("kept")),
        ("again", Some("kept")),
    ] {
        let files = files(of);
        let mut arguments = vec!["check", "data"];
        arguments.extend(files.iter().flat_map(|file| ["-o", file.as_str()]));
        arguments.extend(cache.into_iter().flat_map(|folder| ["--cache", folder]));
        runs.push((told(&folder, &arguments), of));
    }
    for (run, of) in &runs[1..] {
        assert_eq!(run, &runs[0].0);
        for form in forms {
            let read = |of: &str| folder.read(&format!("out/{of}.{form}"));
            assert!(read(of) == read("without"), "{of} {form}");
        }
    }
    let before = fs::metadata(&kept(&folder.path().join("kept"))[0]).unwrap();
    for command in [
        &["review", "data"][..],
        &["audit", "data", "--format", "json"],
        &["audit", "data", "--sheets", "sheets"],
        &["check", "--audience", "public"],
    ] {
        let without = told(&folder, command);
        let with = [command, &["--cache", "kept"]].concat();
        assert!(told(&folder, &with) == without, "{command:?}");
        assert!(told(&folder, &with) == without, "{command:?}");
    }
    let kept = kept(&folder.path().join("kept"));
    // A review asks for what a check with a page asks for.
    assert_eq!(kept.len(), 4, "a file for each sort of run");
    let first = kept.iter().filter_map(|file| fs::metadata(file).ok());
    let mut first = first.filter(|file| file.len() == before.len());
    let first = first.next().unwrap();
    assert_eq!(first.modified().unwrap(), before.modified().unwrap());
}

#[test]
fn whatever_is_read_the_bytes_are_the_same() {
    let folder = records();
    let meetings = folder.read("data/meetings/clusters-2024.ndjson");
    folder.write("packed/meetings.ndjson.gz", gzip(&meetings));
    let files = files_below(&folder.path().join("data")).into_iter();
    let files: Vec<(String, Vec<u8>)> = files
        .map(|(path, file)| (path, fs::read(file).unwrap()))
        .collect();
    let files: Vec<(&str, &[u8])> = files
        .iter()
        .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
        .collect();
    folder.write("packed/all.zip", archive(&files));
    let piped = |arguments: &[&str]| {
        let mut command = command(folder.path());
        command.args(["check", "--format", "json"]).args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = command.stderr(Stdio::piped()).spawn().unwrap();
        let mut input = child.stdin.take().unwrap();
        input.write_all(meetings.as_bytes()).unwrap();
        drop(input);
        let output = child.wait_with_output().unwrap();
        assert!(!output.stdout.is_empty());
        (output.status.code(), output.stdout, output.stderr)
    };
    for arguments in [
        &["packed/meetings.ndjson.gz"][..],
        &["packed/all.zip"],
        &[
            "-",
            "--stdin-filename",
            "data/meetings/clusters-2024.ndjson",
        ],
        &[
            "-",
            "--stdin-filename",
            "data/meetings/clusters-2024.ndjson",
            "data",
        ],
    ] {
        let without = piped(arguments);
        let with = [arguments, &["--cache", "kept"]].concat();
        assert!(piped(&with) == without, "{arguments:?}");
        assert!(piped(&with) == without, "{arguments:?}");
    }
}

#[test]
fn a_cache_among_the_records_is_no_record() {
    let folder = records();
    let without = told(&folder, &["check", "data"]);
    let with = ["check", "data", "--cache", "data/kept"];
    assert_eq!(told(&folder, &with), without);
    // As a run leaves it that was killed while it wrote.
    let name = kept(&folder.path().join("data/kept"))[0].clone();
    let name = name.file_name().unwrap().to_str().unwrap().to_owned();
    folder.write(&format!("data/kept/.{name}.1.0.tmp"), "{\"kind\": ");
    assert_eq!(told(&folder, &with), without);
    assert_eq!(told(&folder, &["check", "data"]), without);
}

#[test]
fn what_cannot_be_used_is_told_and_everything_is_checked() {
    let folder = records()
        .with("file", "x")
        .with("mine/letter.txt", "Dear colleague");
    let without = told(&folder, &["check", "data"]);
    for (name, reason) in [
        ("file", "not a directory"),
        ("file/kept", "a part of this path is no directory"),
        ("mine", "holds other files"),
        ("data", "holds other files"),
    ] {
        let (code, out, err) = told(&folder, &["check", "data", "--cache", name]);
        assert_eq!((code, &out), (without.0, &without.1), "{name}");
        let told: Vec<&str> = err.lines().filter(|line| line.contains(name)).collect();
        assert_eq!(told.len(), 1, "{name}: {err}");
        assert!(
            told[0].contains("not used") && told[0].contains(reason),
            "{err}"
        );
    }
    assert_eq!(folder.names(), ["data", "file", "mine", "missionlint.toml"]);
    assert_eq!(fs::read_dir(folder.path().join("mine")).unwrap().count(), 1);
}

#[test]
fn whatever_lies_in_the_place_of_results_does_no_harm() {
    let folder = records();
    let without = told(&folder, &["check", "data"]);
    let with = ["check", "data", "--cache", "kept"];
    assert_eq!(told(&folder, &with), without);
    let file = kept(&folder.path().join("kept"))[0].clone();
    let good = fs::read(&file).unwrap();
    let mut flipped = good.clone();
    flipped[good.len() / 3] ^= 1;
    for content in [
        &b""[..],
        b"{\"findings\": []}",
        &good[..good.len() / 2],
        &flipped,
    ] {
        fs::write(&file, content).unwrap();
        assert_eq!(told(&folder, &with), without);
        assert!(fs::read(&file).unwrap() == good, "it is put right");
    }
    // A folder, which cannot be replaced.
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    fs::write(file.join("x"), "x").unwrap();
    let (code, out, err) = told(&folder, &with);
    assert_eq!((code, out), (without.0, without.1.clone()));
    assert!(err.contains("kept") && err.contains("not used"), "{err}");
    fs::remove_dir_all(&file).unwrap();
    #[cfg(unix)]
    {
        // A link is replaced, and what it leads to stays.
        folder.write("elsewhere", "x");
        std::os::unix::fs::symlink(folder.path().join("elsewhere"), &file).unwrap();
        assert_eq!(told(&folder, &with), without);
        assert_eq!(folder.read("elsewhere"), "x");
        assert!(fs::symlink_metadata(&file).unwrap().is_file());
    }
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = records();
    folder.run(&["check", "data", "--cache", "a/kept"]);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let place = folder.path().join("a/kept");
    assert_eq!(mode(&place), 0o700);
    assert_eq!(mode(&kept(&place)[0]), 0o600);
    let tag = folder.read("a/kept/CACHEDIR.TAG");
    assert!(tag.starts_with("Signature: 8a477f597d28d172789f06886806bc55\n"));
}

#[test]
fn what_nobody_needs_is_removed_and_nothing_else() {
    let folder = records();
    folder.run(&["check", "data", "--cache", "kept"]);
    let ours = format!("{:032x}.cache", 7);
    let names = [
        ours.as_str(),
        &format!(".{ours}.1.0.tmp"),
        "mine.json",
        "mine.cache",
    ];
    let days = |days: u64| SystemTime::now() - Duration::from_secs(days * 86_400 + 60);
    let write = |age: SystemTime| {
        for name in names {
            folder.write(&format!("kept/{name}"), "x");
            let path = folder.path().join("kept").join(name);
            let file = fs::File::options().append(true).open(path).unwrap();
            file.set_modified(age).unwrap();
        }
    };
    let there = || names.map(|name| folder.path().join("kept").join(name).exists());
    for (age, expected) in [
        (days(0), [true; 4]),
        (days(2), [true, false, true, true]),
        (days(31), [false, false, true, true]),
    ] {
        write(age);
        // Something has changed, so that there is something to write.
        let text = folder.read("data/broken.json");
        folder.write("data/broken.json", text + " ");
        folder.run(&["check", "data", "--cache", "kept"]);
        assert_eq!(there(), expected);
    }
}

#[cfg(unix)]
#[test]
fn killed_at_any_moment_it_leaves_nothing_half_written() {
    let folder = records();
    let expected = {
        folder.run(&["check", "data", "-o", "expected.json"]);
        folder.read("expected.json")
    };
    let report = folder.path().join("report.json");
    let mut killed = 0;
    for step in 0..24 {
        let mut command = command(folder.path());
        command.args(["check", "data", "--cache", "kept", "-o", "report.json"]);
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        std::thread::sleep(Duration::from_millis(step * 60));
        child.kill().unwrap();
        killed += usize::from(child.wait().unwrap().code().is_none());
        if let Ok(text) = fs::read_to_string(&report) {
            assert!(text == expected, "killed after {step}");
            fs::remove_file(&report).unwrap();
        }
        if step % 3 == 0 {
            // Not always from the beginning.
            let _ = fs::remove_dir_all(folder.path().join("kept"));
        }
    }
    assert!(killed > 4, "{killed}");
    folder.run(&["check", "data", "--cache", "kept", "-o", "report.json"]);
    assert!(folder.read("report.json") == expected);
}

#[test]
fn runs_at_the_same_time_do_not_disturb_each_other() {
    let folder = records();
    let without = told(&folder, &["check", "data"]);
    for _ in 0..2 {
        let runs: Vec<_> = (0..4)
            .map(|_| {
                let mut command = command(folder.path());
                command.args(["check", "data", "--cache", "kept"]);
                std::thread::spawn(move || finish(&mut command))
            })
            .collect();
        for run in runs {
            let run = run.join().unwrap();
            assert_eq!((run.code, run.out, run.err), without.clone());
        }
    }
    let names: Vec<String> = fs::read_dir(folder.path().join("kept"))
        .unwrap()
        .map(|file| file.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    assert_eq!(names.len(), 2, "{}", lines(&names));
}

#[test]
fn watching_keeps_what_it_needs_itself() {
    let run = Folder::new().run(&["check", "--watch", "--cache", "kept"]);
    assert_eq!(run.code, Some(2));
    assert!(
        run.err.contains("--watch") && run.err.contains("--cache"),
        "{}",
        run.err
    );
}
