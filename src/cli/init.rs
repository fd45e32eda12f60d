//! `missionlint init`: the recommended layout, written into a folder.

use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Outcome;
use super::existing::{Existing, existing};
use super::inspect::print;
use super::setup_args::InitOptions;
use super::starter::{self, Piece, Start};
use super::terminal::{clean, complain, complain_about, today};
use crate::discover::CONFIG;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::reference::by_alpha3;

/// What became of the files.
#[derive(Default)]
struct Done<'p> {
    written: Vec<&'p Piece>,
    /// There already, as they would have been written.
    same: Vec<&'p Piece>,
    /// There already, and different.
    others: Vec<&'p Piece>,
}

/// Runs the command.
pub(super) fn run(options: &InitOptions, messages: &Messages) -> Outcome {
    let code = options.mission.to_ascii_uppercase();
    let named = options.country.as_deref();
    let Some(country) = named.or_else(|| by_alpha3(&code).map(|row| row.alpha3.as_str())) else {
        let values = [("mission", options.mission.as_str().into())];
        complain(&messages.say("init-no-country", &values));
        return Outcome::Unusable;
    };
    let start = Start {
        mission: &options.mission,
        country,
        today: today(),
        service: options.ci,
    };
    let folder = options.folder.as_deref().unwrap_or(Path::new("."));
    if folder.exists() && !folder.is_dir() {
        let shown = folder.to_string_lossy();
        complain_about(&shown, &Phrase::new("reason-not-directory"), messages);
        return Outcome::Unusable;
    }
    let there = existing(folder, starter::RECORDS_FOLDER);
    let mut pieces = starter::settings(&start, &there.folders, messages);
    // Made-up people do not belong among real ones.
    let records = starter::records_folder(&start);
    let occupied = is_occupied(&folder.join(&records));
    if !occupied && there.folders.is_empty() {
        pieces.splice(1..1, starter::records(&start));
    }
    match write_all(folder, &pieces, options.dry_run) {
        Err((path, error)) => {
            let phrase = Phrase::new("cannot-write").with("path", path);
            complain(&messages.phrase(&phrase.because(&error)));
            Outcome::Unusable
        }
        Ok(done) => {
            let mut text = told(&done, options, messages);
            if occupied {
                let values = [("folder", records.into())];
                text.push_str(&messages.say("init-occupied", &values));
                text.push_str("\n\n");
            }
            text.push_str(&told_existing(&there, &done, messages));
            if let Some(root) = repository_above(folder) {
                let values = [("root", root.to_string_lossy().into_owned().into())];
                text.push_str(&messages.say("init-below", &values));
                text.push_str("\n\n");
            }
            text.push_str(&what_next(&done, options, messages));
            print(&format!("{}\n", clean(text.trim_end())))
        }
    }
}

/// Whether anything is in a folder, or it cannot be looked into.
fn is_occupied(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) => error.kind() != ErrorKind::NotFound,
    }
}

fn write_all<'p>(
    folder: &Path,
    pieces: &'p [Piece],
    dry: bool,
) -> Result<Done<'p>, (String, io::Error)> {
    let mut done = Done::default();
    for piece in pieces {
        let path = folder.join(&piece.path);
        let failed = |error| (path.to_string_lossy().into_owned(), error);
        if path.symlink_metadata().is_ok() {
            let list = if holds(&path, &piece.text) {
                &mut done.same
            } else {
                &mut done.others
            };
            list.push(piece);
            continue;
        }
        if !dry {
            write_new(&path, &piece.text).map_err(failed)?;
        }
        done.written.push(piece);
    }
    Ok(done)
}

/// Whether a file holds just a text. What is no file, such as a pipe, might never end.
fn holds(path: &Path, text: &str) -> bool {
    path.is_file() && std::fs::read(path).is_ok_and(|there| there == text.as_bytes())
}

/// Writes a file that does not exist, whole or not at all.
fn write_new(path: &Path, text: &str) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    let written = file.write_all(text.as_bytes());
    if written.is_err() {
        let _ = std::fs::remove_file(path);
    }
    written
}

/// The repository that a folder lies in without being its root.
fn repository_above(folder: &Path) -> Option<PathBuf> {
    // The folder of a dry run may not exist.
    let full = std::path::absolute(folder).ok()?;
    let mut folders = full.ancestors();
    let root = folders.find(|folder| folder.join(".git").exists())?;
    (root != full).then(|| root.to_owned())
}

/// Which files were written, and which are left alone.
fn told(done: &Done<'_>, options: &InitOptions, messages: &Messages) -> String {
    let say = |id: &str| messages.say(id, &[]);
    let mut text = String::new();
    let mut list = |heading: &str, paths: Vec<String>| {
        if !paths.is_empty() {
            let _ = write!(text, "{heading}\n  {}\n\n", paths.join("\n  "));
        }
    };
    let written = say(if options.dry_run {
        "init-would-write"
    } else {
        "init-written"
    });
    list(&written, shown(&done.written));
    list(&say("init-same"), shown(&done.same));
    list(&say("init-others"), shown(&done.others));
    text
}

/// Where records lie already, and whether they will be checked.
fn told_existing(there: &Existing, done: &Done<'_>, messages: &Messages) -> String {
    if there.folders.is_empty() {
        return String::new();
    }
    let is_kept = done.others.iter().any(|piece| piece.path == CONFIG);
    let id = if is_kept {
        "init-existing-unsure"
    } else {
        "init-existing"
    };
    let values = [
        ("count", there.files.into()),
        ("folders", there.folders.join(", ").into()),
    ];
    format!("{}\n\n", messages.say(id, &values))
}

/// What else there is to do.
fn what_next(done: &Done<'_>, options: &InitOptions, messages: &Messages) -> String {
    let mut text = String::new();
    for piece in done.others.iter().filter(|piece| piece.shared) {
        let values = [("path", piece.path.as_str().into())];
        let heading = messages.say("init-add", &values);
        let indented = piece.text.replace('\n', "\n  ");
        let _ = write!(text, "{heading}\n\n  {}\n\n", indented.trim_end());
    }
    if !options.dry_run {
        let folder = options.folder.as_deref().unwrap_or(Path::new(""));
        let is_here = folder == Path::new("") || folder == Path::new(".");
        let command = if is_here {
            "missionlint check".to_owned()
        } else {
            format!("missionlint check {}", quoted(&folder.to_string_lossy()))
        };
        text.push_str(&messages.say("init-next", &[("command", command.into())]));
        text.push('\n');
        let dir = if is_here {
            starter::SCHEMAS.to_owned()
        } else {
            quoted(&folder.join(starter::SCHEMAS).to_string_lossy())
        };
        text.push_str(&messages.say("init-upgrade", &[("dir", dir.into())]));
        text.push('\n');
    }
    text
}

/// Paths as they are told: of the schemas, their folder alone.
fn shown(pieces: &[&Piece]) -> Vec<String> {
    let mut shown: Vec<String> = Vec::new();
    for piece in pieces {
        let path = match piece.path.strip_prefix(starter::SCHEMAS) {
            Some(_) => format!("{}/", starter::SCHEMAS),
            None => piece.path.clone(),
        };
        if shown.last() != Some(&path) {
            shown.push(path);
        }
    }
    shown
}

/// A path as a shell takes it.
fn quoted(path: &str) -> String {
    let plain = |letter: char| letter.is_alphanumeric() || "/._-~:\\".contains(letter);
    if path.chars().all(plain) {
        path.to_owned()
    } else {
        format!("'{}'", path.replace('\'', "'\\''"))
    }
}
