//! What can be read once: standard input, a pipe.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

/// Where it comes from.
enum From {
    Reader(Box<dyn Read + Send>),
    /// Opened when its turn comes: that may wait for who writes to it.
    Pipe(PathBuf),
}

/// What can be read once, also by all its clones together.
#[derive(Clone)]
pub struct Once(Arc<Mutex<Option<From>>>);

impl Once {
    /// What a reader gives.
    pub fn new(reader: impl Read + Send + 'static) -> Self {
        Self::of(From::Reader(Box::new(reader)))
    }

    /// A pipe at a path; none where something else is there.
    pub fn pipe(path: &Path) -> Option<Self> {
        is_pipe(path).then(|| Self::of(From::Pipe(path.to_owned())))
    }

    fn of(from: From) -> Self {
        Self(Arc::new(Mutex::new(Some(from))))
    }

    /// The bytes, for who comes first; whoever comes later is told that they cannot be sought again.
    pub(super) fn open(&self) -> io::Result<Box<dyn Read + Send>> {
        let mut from = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match from.take() {
            Some(From::Reader(reader)) => Ok(reader),
            Some(From::Pipe(path)) => Ok(Box::new(File::open(path)?)),
            None => Err(io::ErrorKind::NotSeekable.into()),
        }
    }
}

impl fmt::Debug for Once {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Once")
    }
}

impl PartialEq for Once {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Once {}

#[cfg(unix)]
fn is_pipe(path: &Path) -> bool {
    use std::os::unix::fs::FileTypeExt;
    std::fs::metadata(path).is_ok_and(|file| file.file_type().is_fifo())
}

#[cfg(not(unix))]
fn is_pipe(_: &Path) -> bool {
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Content, open, read};

    #[test]
    fn it_is_read_once() {
        let content = Content::Once(Once::new(&b"3\n"[..]));
        let again = content.clone();
        assert_eq!(read(&content, "a.json").unwrap(), b"3\n");
        for content in [&content, &again] {
            let error = open(content, "a.json").err().unwrap();
            assert_eq!(error.kind(), io::ErrorKind::NotSeekable);
        }
    }
}
