//! Files that are written whole or not at all, whenever the process is ended.

use std::fs::{File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// So many names are tried for what is not whole yet.
const NAMES: u32 = 100;

/// Writes a file whole or not at all. A link is followed; what is no file, such as a pipe or a device, is written to as
/// it is; a file that is there keeps its permissions. What a run that was killed has left of the same file goes.
pub fn write_atomically(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let there = std::fs::metadata(path).ok();
    if there
        .as_ref()
        .is_some_and(|there| !there.is_file() && !there.is_dir())
    {
        let mut stream = OpenOptions::new().write(true).open(path)?;
        return stream.write_all(bytes).and_then(|()| stream.flush());
    }
    let path = &match there {
        Some(_) => std::fs::canonicalize(path)?,
        None => path.to_owned(),
    };
    let permissions = there.map(|there| there.permissions());
    put(path, bytes, &File::options(), permissions.as_ref())
}

/// Writes a file whole or not at all, which nobody else may read. What was there is replaced: no link is followed.
pub fn write_privately(path: &Path, bytes: &[u8]) -> io::Result<()> {
    put(path, bytes, &private(), None)
}

/// A file is only for its owner, where the system knows of that.
fn private() -> OpenOptions {
    #[cfg_attr(not(unix), expect(unused_mut, reason = "there are no modes"))]
    let mut options = File::options();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

fn put(
    path: &Path,
    bytes: &[u8],
    options: &OpenOptions,
    permissions: Option<&Permissions>,
) -> io::Result<()> {
    match replaced(path, bytes, options, permissions) {
        // Another run may have taken it for a remainder just before it was locked.
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            replaced(path, bytes, options, permissions)
        }
        written => written,
    }
}

fn replaced(
    path: &Path,
    bytes: &[u8],
    options: &OpenOptions,
    permissions: Option<&Permissions>,
) -> io::Result<()> {
    let name = path
        .file_name()
        .ok_or_else(|| io::Error::from(io::ErrorKind::InvalidInput))?
        .to_string_lossy();
    let folder = path
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."));
    std::fs::create_dir_all(folder).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => io::ErrorKind::NotADirectory.into(),
        _ => error,
    })?;
    remove_remainders(folder, &name);
    let (temporary, mut file) = temporary(folder, &name, options)?;
    let written = file
        .write_all(bytes)
        .and_then(|()| match permissions {
            Some(permissions) => file.set_permissions(permissions.clone()),
            None => Ok(()),
        })
        .and_then(|()| std::fs::rename(&temporary, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&temporary);
    }
    written
}

/// A new file beside the one to be written: never one that somebody has put there. It stays locked while it is open.
fn temporary(folder: &Path, name: &str, options: &OpenOptions) -> io::Result<(PathBuf, File)> {
    let mut options = options.clone();
    options.write(true).create_new(true);
    let mut number = 0_u32;
    loop {
        let path = folder.join(format!(".{name}.{}.{number}.tmp", std::process::id()));
        match options.open(&path) {
            Ok(file) => {
                // Where files cannot be locked, remainders stay.
                let _ = file.try_lock();
                return Ok((path, file));
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < NAMES => {
                number += 1;
            }
            Err(error) => return Err(error),
        }
    }
}

/// Removes what runs have left of a file that are no more: nobody holds its lock.
fn remove_remainders(folder: &Path, name: &str) {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let remainders = entries.filter(|entry| {
        let is_file = entry.file_type().is_ok_and(|kind| kind.is_file());
        is_file && is_remainder(&entry.file_name().to_string_lossy(), name)
    });
    for path in remainders.map(|entry| entry.path()) {
        let file = OpenOptions::new().write(true).open(&path);
        if file.is_ok_and(|file| file.try_lock().is_ok()) {
            let _ = std::fs::remove_file(&path);
        }
    }
}

/// Whether a file is what [`temporary`] makes for one of a name.
fn is_remainder(file: &str, name: &str) -> bool {
    let numbers = || {
        let rest = file.strip_prefix('.')?.strip_prefix(name)?;
        rest.strip_prefix('.')?
            .strip_suffix(".tmp")?
            .split_once('.')
    };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|sign| sign.is_ascii_digit());
    numbers().is_some_and(|(process, number)| is_number(process) && is_number(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainders_are_known_by_their_names() {
        for file in [".a.html.1.0.tmp", ".a.html.4711.99.tmp"] {
            assert!(is_remainder(file, "a.html"), "{file}");
        }
        for file in [
            "a.html.1.0.tmp",
            ".a.html.1.tmp",
            ".a.html..0.tmp",
            ".a.html.1.0",
            ".b.html.1.0.tmp",
            ".a.html.x.0.tmp",
            ".a.html.1.0.tmp.tmp",
        ] {
            assert!(!is_remainder(file, "a.html"), "{file}");
        }
    }

    #[test]
    fn what_another_run_is_writing_stays() {
        let folder = std::env::temp_dir().join(format!("whole-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (theirs, file) = temporary(&folder, "a.html", &File::options()).unwrap();
        let left = folder.join(".a.html.1.0.tmp");
        std::fs::write(&left, "half").unwrap();
        write_atomically(&folder.join("a.html"), b"whole").unwrap();
        assert!(theirs.exists() && !left.exists());
        drop(file);
        write_atomically(&folder.join("a.html"), b"whole").unwrap();
        assert!(!theirs.exists());
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
