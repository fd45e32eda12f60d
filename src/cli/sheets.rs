//! A review sheet for each mission of an audit, and the links that lead to them.

use std::fmt::Write as _;
use std::path::{Component, Path, PathBuf};

use sha2::{Digest, Sha256};

use super::check::Judged;
use super::configuration::{Refusal, refuse};
use super::publish::same_output;
use super::terminal::plain_look;
use crate::audit::{Audit, Dimension, Missions};
use crate::finding::Phrase;
use crate::output::{Format, Sheets, render};
use crate::text::hex;
use crate::whole::write_atomically;

/// Names that some systems keep for devices.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The sheets that were written: mission and file.
pub(super) type Written = Vec<(String, PathBuf)>;

/// Writes a sheet for every mission that has records and was judged, each whole or not at all. Sheets of missions that are there no
/// more stay: nothing is deleted.
pub(super) fn write(
    judged: &Judged,
    audit: &Audit,
    folder: &Path,
    others: &[&Path],
) -> Result<Written, Refusal> {
    let Judged {
        report, messages, ..
    } = judged;
    let missions = audit.table(Dimension::Mission).iter();
    let is_judged = |it: Missions| it.all > it.not_judged;
    let missions = missions.filter(|group| group.numbers.missions.is_some_and(is_judged));
    let mut written = Written::new();
    for mission in missions {
        let path = folder.join(file_name(&mission.key));
        let shown = path.to_string_lossy().into_owned();
        if others.iter().any(|other| same_output(other, &path)) {
            return refuse(messages, &Phrase::new("output-twice").with("path", shown));
        }
        let part = report.of_mission(&mission.key);
        let mut bytes = Vec::new();
        let done = render(&part, messages, Format::Html, plain_look(), &mut bytes)
            .and_then(|()| write_atomically(&path, &bytes));
        if let Err(error) = done {
            let phrase = Phrase::new("cannot-write").with("path", shown);
            return refuse(messages, &phrase.because(&error));
        }
        written.push((mission.key.to_string(), path));
    }
    Ok(written)
}

/// A name that is safe on every system, whatever the id: one that is not is replaced by its digest.
fn file_name(mission: &str) -> String {
    let is_plain = |sign: u8| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-';
    let is_port = |prefix| {
        let number = mission.strip_prefix(prefix);
        number.is_some_and(|number: &str| number.len() == 1)
    };
    let is_device = DEVICES.contains(&mission) || is_port("com") || is_port("lpt");
    let is_safe = !mission.is_empty()
        && mission.len() <= 64
        && !mission.starts_with(['-'])
        && !mission.starts_with("mission-")
        && mission.bytes().all(is_plain)
        && !is_device;
    if is_safe {
        format!("{mission}.html")
    } else {
        format!("mission-{}.html", hex(&Sha256::digest(mission), 8))
    }
}

/// Links to the sheets from a page in a file, or from the current folder.
pub(super) fn links(written: &Written, page: Option<&Path>) -> Sheets {
    let folder = page.and_then(Path::parent).unwrap_or(Path::new(""));
    let folder = full(folder);
    let links = written.iter().filter_map(|(mission, path)| {
        let name = path.file_name()?;
        let target = full(path.parent()?).join(name);
        Some((mission.clone(), link(&folder, &target)))
    });
    links.collect()
}

fn full(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let absolute = || std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    folder.canonicalize().unwrap_or_else(|_| absolute())
}

/// The way from a folder to a file, as a relative link.
fn link(folder: &Path, target: &Path) -> String {
    let (from, to): (Vec<Component<'_>>, Vec<Component<'_>>) =
        (folder.components().collect(), target.components().collect());
    let common = from.iter().zip(&to).take_while(|(one, other)| one == other);
    let common = common.count();
    let up = from[common..].iter().map(|_| "..".to_owned());
    let down = to[common..].iter().map(|part| match part {
        Component::Normal(name) => escaped(&name.to_string_lossy()),
        other => other.as_os_str().to_string_lossy().into_owned(),
    });
    up.chain(down).collect::<Vec<_>>().join("/")
}

/// A name as part of a link.
fn escaped(name: &str) -> String {
    let mut written = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            written.push(char::from(byte));
        } else {
            written.push('%');
            let _ = write!(written, "{byte:02X}");
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_files_are_safe() {
        assert_eq!(file_name("mli"), "mli.html");
        assert_eq!(file_name("mli-2"), "mli-2.html");
        let long = "a".repeat(65);
        let unsafe_ones = [
            "../mli",
            "MLI",
            "con",
            "com1",
            "-x",
            "",
            "a b",
            "mission-1",
            "é",
            &long,
        ];
        let mut names: Vec<String> = unsafe_ones.map(file_name).to_vec();
        for name in &names {
            let digest = name.strip_prefix("mission-").unwrap();
            let digest = digest.strip_suffix(".html").unwrap();
            assert!(
                digest.bytes().all(|sign| sign.is_ascii_hexdigit()),
                "{name}"
            );
        }
        names.sort();
        names.dedup();
        assert_eq!(names.len(), unsafe_ones.len());
    }

    #[test]
    fn links_lead_from_folder_to_file() {
        let link = |folder, target| link(Path::new(folder), Path::new(target));
        assert_eq!(link("/a/b", "/a/b/sheets/mli.html"), "sheets/mli.html");
        assert_eq!(link("/a/b", "/a/c d/mli.html"), "../c%20d/mli.html");
        assert_eq!(link("/a", "/a/x#1/é:.html"), "x%231/%C3%A9%3A.html");
    }
}
