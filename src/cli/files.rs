//! Files that a configuration or an option names: on the disk, or in a revision.

use std::io;
use std::path::Path;

use super::revision::Revision;
use crate::finding::Phrase;
use crate::schema::{SchemaFile, Unread};

/// Where files are read from.
#[derive(Debug, Clone, Copy)]
pub(super) enum Files<'r> {
    Disk,
    /// What lies outside of the repository is the same at all times.
    Of(&'r Revision),
}

impl Files<'_> {
    /// Reads a file; a revision may not have it.
    pub(super) fn read(self, path: &Path) -> Result<Option<Vec<u8>>, Phrase> {
        match self {
            Self::Of(revision) if revision.covers(path) => revision.read(path),
            _ => std::fs::read(path)
                .map(Some)
                .map_err(|error| Phrase::from(&error)),
        }
    }

    /// Reads one file of a schema.
    pub(super) fn schema(self, path: &Path, base: &Path) -> Result<SchemaFile, Unread> {
        match self {
            Self::Of(revision) if revision.covers(path) => match revision.read(path) {
                Ok(Some(bytes)) => Ok(SchemaFile {
                    shown: shown(path, base),
                    bytes,
                }),
                Ok(None) => Err(Unread::Missing),
                Err(reason) => Err(Unread::Because(reason)),
            },
            _ => of_disk(path, base),
        }
    }
}

fn shown(path: &Path, base: &Path) -> String {
    let shown = path.strip_prefix(base).unwrap_or(path);
    shown.to_string_lossy().replace('\\', "/")
}

/// Reads one file of a schema. What is no file, such as a pipe, might never end.
fn of_disk(path: &Path, base: &Path) -> Result<SchemaFile, Unread> {
    let unread = |error: &io::Error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Unread::Missing,
        _ => Unread::Because(Phrase::from(error)),
    };
    let metadata = std::fs::metadata(path).map_err(|error| unread(&error))?;
    if metadata.is_dir() {
        return Err(Unread::Because(Phrase::new("reason-directory")));
    }
    if !metadata.is_file() {
        return Err(Unread::Because(Phrase::new("reason-not-regular")));
    }
    if metadata.len() > u64::from(u32::MAX) {
        return Err(Unread::Because(Phrase::new("reason-too-large")));
    }
    let bytes = std::fs::read(path).map_err(|error| unread(&error))?;
    Ok(SchemaFile {
        shown: shown(path, base),
        bytes,
    })
}
