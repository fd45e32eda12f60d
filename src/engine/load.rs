//! Reading and parsing one input, and judging it by schema.

use std::io::{self, Read};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

use memchr::{memchr_iter, memrchr};
use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::cache::{Reading, Shelf};
use super::digest::Digest;
use super::encoding;
use super::nature;
use super::part::{Chunk, part, parts, unreadable};
use super::plan::{Form, Register, Sketch};
use super::reread::is_read_again;
use super::{Input, Progress};
use crate::config::Settings;
use crate::document::Document;
use crate::finding::{Finding, Phrase};
use crate::report::RunFault;
use crate::schema::Contract;
use crate::source;
use crate::text::Origin;

/// Runs of NDJSON lines of about this many bytes are read and parsed together.
const CHUNK: usize = 1 << 20;

/// At most so many runs are read before they are parsed side by side …
const BATCH: usize = 16;

/// … and no more than fill this part of the memory that may be held.
const SHARE: usize = 4;

/// What reading goes by.
#[derive(Clone, Copy)]
pub(super) struct Loading<'l> {
    pub(super) contract: &'l Contract,
    pub(super) settings: &'l Settings,
    pub(super) register: &'l Register,
    pub(super) room: &'l Room,
    pub(super) progress: &'l Progress,
    /// What earlier runs have sketched.
    pub(super) shelf: Option<&'l Shelf<'l>>,
    pub(super) digest: Digest,
}

impl Loading<'_> {
    /// The parts of a text with this digest: as they were sketched before, or else as they are made now.
    fn sketched(
        &self,
        chunk: Chunk,
        told: (Reading, u128),
        make: impl FnOnce(Chunk) -> Vec<Part>,
    ) -> Vec<Part> {
        let make = |chunk| {
            self.progress.parsed.fetch_add(1, Relaxed);
            make(chunk)
        };
        match self.shelf {
            Some(shelf) => shelf.parts(chunk, told, self.register, make),
            None => make(chunk),
        }
    }
}

/// Room for documents that are kept as they are read.
#[derive(Debug)]
pub(super) struct Room {
    left: AtomicU64,
    /// So many runs of lines are read before they are parsed side by side.
    batch: usize,
}

impl Room {
    /// Room for so many bytes of text.
    pub(super) fn new(bytes: u64) -> Self {
        let batch = usize::try_from(bytes).unwrap_or(usize::MAX) / CHUNK / SHARE;
        Self {
            left: AtomicU64::new(bytes),
            batch: batch.clamp(2, BATCH),
        }
    }

    /// Takes room for a document, if there is as much left.
    pub(super) fn take(&self, bytes: u64) -> bool {
        let left = |left: u64| left.checked_sub(bytes);
        self.left.fetch_update(Relaxed, Relaxed, left).is_ok()
    }
}

/// One input, read.
#[derive(Debug)]
pub(super) struct LoadedFile {
    pub(super) path: Arc<str>,
    pub(super) hash: u128,
    pub(super) bytes: u64,
    pub(super) parts: Vec<Part>,
    pub(super) fault: Option<Box<RunFault>>,
}

/// One document of an input.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) sketch: Sketch,
    /// The document, where it is kept.
    pub(super) kept: Option<Box<Loaded>>,
    /// Texts that should each be a JSON value: one, or the lines.
    pub(super) texts: u64,
    /// JSON values that are no part of others.
    pub(super) values: usize,
    pub(super) records: usize,
    pub(super) fault: Option<Box<RunFault>>,
}

/// A document with what is wrong with it (places in document 0).
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) document: Document,
    pub(super) findings: Vec<Finding>,
}

/// Reads an input.
pub(super) fn load(input: &Input, loading: &Loading<'_>) -> LoadedFile {
    let mut file = LoadedFile {
        path: input.path.clone(),
        hash: 0,
        bytes: 0,
        parts: Vec::new(),
        fault: None,
    };
    if loading.progress.is_stopped() {
        return file;
    }
    let loading = &Loading {
        // What is not at hand may have to be read again.
        shelf: loading.shelf.filter(|_| is_read_again(&input.content)),
        ..*loading
    };
    let read = if source::is_lines(&input.path) {
        let content = source::open(&input.content, &input.path);
        content.and_then(|content| file.lines(content, loading))
    } else {
        let bytes = source::read(&input.content, &input.path);
        bytes.map(|bytes| file.whole(bytes, loading))
    };
    loading.progress.files.fetch_add(1, Relaxed);
    let Err(error) = read else {
        return file;
    };
    if let Some(defect) = source::defect(&error) {
        // What came before it stays.
        let finding = nature::cannot_unpack(defect);
        let nothing = Chunk::default();
        let part = unreadable(&file.path, &nothing, finding, loading);
        file.parts.push(part);
    } else {
        file.parts.clear();
        file.fault = Some(Box::new(RunFault {
            kind: "cannot-read",
            subject: input.path.to_string(),
            reason: Phrase::from(&error),
        }));
    }
    file
}

impl LoadedFile {
    /// A file that is one document.
    fn whole(&mut self, bytes: Vec<u8>, loading: &Loading<'_>) {
        self.hash = xxh3_128(&bytes);
        self.bytes = bytes.len() as u64;
        loading.progress.has_read(self.bytes);
        let chunk = Chunk {
            origin: Origin::default(),
            bytes,
        };
        if let Some(finding) = encoding::unreadable(&chunk.bytes) {
            self.parts = vec![unreadable(&self.path, &chunk, finding, loading)];
            return;
        }
        let hash = loading.digest.beside(self.hash, &chunk.bytes);
        self.parts = loading.sketched(chunk, (Reading::Whole, hash), |chunk| {
            vec![part(&self.path, chunk, Form::Whole, Some(hash), loading)]
        });
    }

    /// A file of lines, read run by run: it may be larger than one document can be.
    fn lines(&mut self, content: impl Read, loading: &Loading<'_>) -> io::Result<()> {
        let mut lines = Lines {
            content,
            hasher: Xxh3::new(),
            origin: Origin::default(),
            rest: Vec::new(),
            failure: None,
        };
        let read = self.runs(&mut lines, loading);
        self.hash = lines.hasher.digest128();
        self.bytes = lines.origin.offset;
        read
    }

    fn runs(&mut self, lines: &mut Lines<impl Read>, loading: &Loading<'_>) -> io::Result<()> {
        let mut next = lines.next()?;
        if let Some(first) = &next
            && let Some(finding) = encoding::unreadable(&first.bytes)
                .or_else(|| nature::of_lines(&first.bytes).map(nature::found))
        {
            self.parts = vec![unreadable(&self.path, first, finding, loading)];
            // Read on for the hash of the file.
            while lines.next()?.is_some() {}
            next = None;
        }
        loop {
            let mut batch = Vec::from_iter(next.take());
            let mut failure = None;
            while batch.len() < loading.room.batch && failure.is_none() {
                match lines.next() {
                    Ok(Some(chunk)) => batch.push(chunk),
                    Ok(None) => break,
                    Err(error) => failure = Some(error),
                }
            }
            let is_over = batch.is_empty() && failure.is_none();
            if is_over || loading.progress.is_stopped() {
                break;
            }
            for chunk in &batch {
                loading.progress.has_read(chunk.bytes.len() as u64);
            }
            let parsed = batch.into_par_iter();
            let parts: Vec<Vec<Part>> = parsed.map(|chunk| self.run(chunk, loading)).collect();
            self.parts.extend(parts.into_iter().flatten());
            if let Some(failure) = failure {
                return Err(failure);
            }
        }
        if self.parts.iter().all(|part| part.texts == 0) {
            // A file without a single value is no clean file.
            let chunk = Chunk {
                origin: Origin::default(),
                bytes: Vec::new(),
            };
            self.parts = vec![part(&self.path, chunk, Form::Whole, None, loading)];
        }
        Ok(())
    }

    fn run(&self, chunk: Chunk, loading: &Loading<'_>) -> Vec<Part> {
        let hash = loading.digest.of(&chunk.bytes);
        let reading = if chunk.origin.offset == 0 {
            Reading::FirstLines
        } else {
            Reading::Lines
        };
        loading.sketched(chunk, (reading, hash), |chunk| {
            parts(&self.path, chunk, hash, loading)
        })
    }
}

/// Cuts a file at line ends.
struct Lines<R> {
    content: R,
    hasher: Xxh3,
    origin: Origin,
    /// Read already, but of the next run.
    rest: Vec<u8>,
    /// Why no more can be read.
    failure: Option<io::Error>,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Chunk>> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let mut bytes = Vec::with_capacity(CHUNK + self.rest.len());
        bytes.append(&mut self.rest);
        loop {
            let before = bytes.len();
            let mut content = self.content.by_ref().take(CHUNK as u64);
            let read = content.read_to_end(&mut bytes);
            self.hasher.update(&bytes[before..]);
            match read {
                Ok(0) => break,
                Ok(_) => {
                    if let Some(end) = memrchr(b'\n', &bytes[before..]) {
                        self.rest = bytes.split_off(before + end + 1);
                        break;
                    }
                }
                Err(error) => {
                    // What was read before is read; a line without its end may be half of one.
                    bytes.truncate(memrchr(b'\n', &bytes).map_or(0, |end| end + 1));
                    if bytes.is_empty() {
                        return Err(error);
                    }
                    self.failure = Some(error);
                    break;
                }
            }
        }
        if bytes.is_empty() {
            return Ok(None);
        }
        let origin = self.origin;
        self.origin = Origin {
            offset: origin.offset + bytes.len() as u64,
            line: origin.line + memchr_iter(b'\n', &bytes).count() as u64,
        };
        Ok(Some(Chunk { origin, bytes }))
    }
}
