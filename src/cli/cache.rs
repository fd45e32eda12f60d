//! The folder of `--cache`: a file for each thing that is checked, only for who runs the program.
//!
//! Nothing that goes wrong with it fails a run, or changes its report: it is told, and everything is checked.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::args::CheckOptions;
use super::terminal::complain;
use crate::engine::{Cache, LARGEST_CACHE, Request};
use crate::finding::Phrase;
use crate::message::Messages;
use crate::whole::write_privately;

/// Tells backups and archivers that nothing of value is in a folder. Source: bford.info/cachedir, *Cache Directory
/// Tagging Specification*.
const TAG: &str = "CACHEDIR.TAG";

/// What the tag must begin with.
const SIGNATURE: &str = "Signature: 8a477f597d28d172789f06886806bc55";

/// How names of files of results end.
const ENDING: &str = ".cache";

/// What was not renewed for so long is removed: nobody asks for it, or it is made again once.
const OLD: Duration = Duration::from_secs(30 * 86_400);

/// No file is being written for so long.
const ABANDONED: Duration = Duration::from_secs(86_400);

/// So many bytes of the program are read at a time.
const PIECE: usize = 1 << 18;

/// Where the results of a run are kept.
pub(super) struct Kept {
    folder: PathBuf,
    file: PathBuf,
    cache: Arc<Cache>,
}

impl Kept {
    /// What an earlier run of the same kind has left, where the options name a folder for it. That it cannot be used is
    /// told.
    pub(super) fn of(
        options: &CheckOptions,
        request: &Request,
        messages: &Messages,
    ) -> Option<Self> {
        let folder = options.means.cache.as_deref()?;
        match open(folder, options, request) {
            Ok(kept) => Some(kept),
            Err(reason) => {
                tell(folder, reason, messages);
                None
            }
        }
    }

    pub(super) fn cache(&self) -> Arc<Cache> {
        Arc::clone(&self.cache)
    }

    /// Leaves to the next run what this one knows.
    pub(super) fn leave(&self, messages: &Messages) {
        let Some(bytes) = self.cache.after() else {
            return;
        };
        if let Err(error) = write_privately(&self.file, bytes) {
            tell(&self.folder, Phrase::from(&error), messages);
        }
        sweep(&self.folder);
    }
}

fn tell(folder: &Path, reason: Phrase, messages: &Messages) {
    let phrase = Phrase::new("cache-not-used").with("path", folder.to_string_lossy());
    complain(&messages.phrase(&phrase.because(reason)));
}

fn open(folder: &Path, options: &CheckOptions, request: &Request) -> Result<Kept, Phrase> {
    let program = program().map_err(|error| Phrase::from(&error))?;
    prepare(folder)?;
    let name = format!("{:032x}{ENDING}", scope(options, request));
    let file = folder.join(name);
    let before = read(&file).unwrap_or_default();
    Ok(Kept {
        folder: folder.to_owned(),
        file,
        cache: Arc::new(Cache::new(program, before)),
    })
}

/// What tells this very program from all others.
fn program() -> io::Result<u128> {
    let mut file = File::open(std::env::current_exe()?)?;
    let mut hasher = Xxh3::new();
    let mut piece = vec![0; PIECE];
    loop {
        match file.read(&mut piece) {
            Ok(0) => return Ok(hasher.digest128()),
            Ok(read) => hasher.update(&piece[..read]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
}

/// Makes the folder, or makes sure that it is one of ours: no other gets a tag that keeps it out of backups.
fn prepare(folder: &Path) -> Result<(), Phrase> {
    let phrase = |error: &io::Error| Phrase::from(error);
    make(folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Phrase::new("reason-not-directory"),
        _ => Phrase::from(&error),
    })?;
    let tag = folder.join(TAG);
    let is_ours = || {
        let mut start = String::new();
        let file = File::open(&tag).map(|file| file.take(SIGNATURE.len() as u64));
        file.and_then(|mut file| file.read_to_string(&mut start))
            .is_ok_and(|_| start == SIGNATURE)
    };
    if is_ours() {
        return Ok(());
    }
    let mut entries = fs::read_dir(folder).map_err(|error| phrase(&error))?;
    if entries.next().is_some() && !is_ours() {
        return Err(Phrase::new("reason-cache-of-others"));
    }
    let text =
        format!("{SIGNATURE}\n# Results of missionlint --cache: may be removed at any time.\n");
    write_privately(&tag, text.as_bytes()).map_err(|error| phrase(&error))
}

/// A folder that others may not look into, unless it is there already.
fn make(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// What tells runs from each other that go on side by side: where they look, for whom, for what. Settings and days are
/// no part of it: a run by others takes the place of the one before.
fn scope(options: &CheckOptions, request: &Request) -> u128 {
    let looking = (
        std::env::current_dir().ok(),
        &options.paths,
        &options.files_from,
        &options.stdin_filename,
        &options.by.schema,
        &options.config,
    );
    let telling = (
        request.policy,
        &request.select,
        &request.ignore,
        request.audience,
        request.reveal,
        request.describe,
    );
    xxh3_128(format!("{looking:?} {telling:?}").as_bytes())
}

/// What is in a file: nothing where it is no file, or too large.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    // What is no file, such as a pipe, might never end.
    let there = fs::symlink_metadata(path)?;
    if !there.is_file() || there.len() > LARGEST_CACHE {
        return Ok(Vec::new());
    }
    let mut bytes = Vec::new();
    File::open(path)?
        .take(LARGEST_CACHE)
        .read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Removes what runs left behind that were killed, and results that nobody has renewed.
fn sweep(folder: &Path) {
    let now = SystemTime::now();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(limit) = limit(&name.to_string_lossy()) else {
            continue;
        };
        let changed = entry.metadata().and_then(|file| file.modified());
        let age = changed.map(|changed| now.duration_since(changed).unwrap_or_default());
        if age.is_ok_and(|age| age > limit) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// After what time a file of ours is removed; none for those of others.
fn limit(name: &str) -> Option<Duration> {
    let is_ours = |name: &str| {
        let digits = name.strip_suffix(ENDING);
        digits.is_some_and(|digits| {
            digits.len() == 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit())
        })
    };
    if is_ours(name) {
        return Some(OLD);
    }
    let hidden = name.strip_prefix('.')?.strip_suffix(".tmp")?;
    let mut parts = hidden.rsplitn(3, '.');
    let (_, _, name) = (parts.next()?, parts.next()?, parts.next()?);
    (is_ours(name) || name == TAG).then_some(ABANDONED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_of_ours_are_ever_removed() {
        let name = format!("{:032x}.cache", 7);
        assert_eq!(limit(&name), Some(OLD));
        assert_eq!(limit(&format!(".{name}.12.0.tmp")), Some(ABANDONED));
        assert_eq!(limit(".CACHEDIR.TAG.12.0.tmp"), Some(ABANDONED));
        for other in [
            TAG,
            "a.cache",
            "a.json",
            ".a.json.1.0.tmp",
            "x.tmp",
            &format!("{name}.json"),
            &format!("../{name}"),
        ] {
            assert_eq!(limit(other), None, "{other}");
        }
    }
}
