//! Reading and parsing one input, and judging it by schema.

use std::borrow::Cow;
use std::io::{self, Cursor, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering::Relaxed;

use memchr::memrchr;
use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::apart::Apart;
use super::cache::{Manner, Shelf};
use super::digest::Digest;
use super::encoding;
use super::nature;
use super::part::{Chunk, part, parts, unreadable};
use super::plan::{Form, Register, Sketch};
use super::room::Room;
use super::{Content, Input, Progress};
use crate::config::Settings;
use crate::document::{Class, Document};
use crate::finding::{Finding, Phrase};
use crate::report::RunFault;
use crate::schema::Contract;
use crate::source;
use crate::text::Origin;

/// Runs of NDJSON lines of about this many bytes are read and parsed together: with their tape they fit into the caches
/// of a processor.
const CHUNK: usize = 1 << 18;

/// What reading goes by.
#[derive(Clone, Copy)]
pub(super) struct Loading<'l> {
    pub(super) contract: &'l Contract,
    pub(super) settings: &'l Settings,
    /// What the reader of the report may see.
    pub(super) clearance: Class,
    pub(super) register: &'l Register,
    pub(super) room: &'l Room,
    pub(super) progress: &'l Progress,
    /// Whether what is being read cannot be read again.
    pub(super) is_once: bool,
    /// What earlier runs have sketched.
    pub(super) shelf: Option<&'l Shelf<'l>>,
    pub(super) digest: Digest,
    pub(super) apart: &'l Apart,
}

impl Loading<'_> {
    /// The parts of a text with this digest: as they were sketched before, or else as they are made now.
    fn sketched(
        &self,
        chunk: Chunk,
        told: (Manner, u128),
        make: impl FnOnce(Chunk) -> Vec<Part>,
    ) -> Vec<Part> {
        let make = |chunk| {
            self.progress.parsed.fetch_add(1, Relaxed);
            make(chunk)
        };
        match self.shelf {
            Some(earlier) => earlier.parts(chunk, told, self.register, make),
            None => make(chunk),
        }
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
    /// Whether it was read to its end: not where the run was stopped before.
    pub(super) is_read: bool,
    /// Whether it holds no records: it is left out.
    pub(super) is_apart: bool,
}

/// One document of an input.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) sketch: Sketch,
    /// The document, where it is kept.
    pub(super) kept: Option<Box<Loaded>>,
    /// Texts that should each be a JSON value: one, or the lines.
    pub(super) texts: u32,
    /// JSON values that are no part of others.
    pub(super) values: u32,
    pub(super) records: u32,
    pub(super) fault: Option<Box<RunFault>>,
}

/// A document with what is wrong with it (places in document 0).
#[derive(Debug)]
pub(super) struct Loaded {
    pub(super) document: Document,
    pub(super) findings: Vec<Finding>,
}

/// Reads an input to its end.
pub(super) fn load(input: &Input, loading: &Loading<'_>) -> LoadedFile {
    let mut file = LoadedFile::new(input.path.clone());
    if let Some(mut reading) = Reading::begin(Cow::Borrowed(input), &mut file, loading) {
        while reading.go_on(&mut file, loading) {}
    }
    file
}

/// A file of lines that is being read, run by run: it may be larger than one document can be.
pub(super) struct Reading<'i> {
    input: Cow<'i, Input>,
    lines: Lines<Box<dyn Read + Send + 'i>>,
    is_once: bool,
}

impl<'i> Reading<'i> {
    /// Begins to read an input. None is given for one that is read to its end.
    pub(super) fn begin(
        input: Cow<'i, Input>,
        file: &mut LoadedFile,
        loading: &Loading<'_>,
    ) -> Option<Self> {
        if loading.progress.is_stopped() {
            return None;
        }
        let is_once = matches!(input.content, Content::Once(_));
        let loading = &Loading {
            is_once,
            ..*loading
        };
        let read = if source::is_lines(&input.path) {
            let content = open(&input);
            content.map(|content| Some(Lines::of(content)))
        } else {
            let bytes = source::read(&input.content, &input.path);
            bytes.map(|bytes| {
                file.whole(bytes, &input, loading);
                None
            })
        };
        match read {
            Ok(Some(lines)) => {
                return Some(Self {
                    input,
                    lines,
                    is_once,
                });
            }
            Ok(None) => {}
            // Who reads a pipe does not wait for more.
            Err(_) if loading.progress.is_stopped() => return None,
            Err(error) => file.fail(&error, loading),
        }
        file.is_read = true;
        loading.progress.files.fetch_add(1, Relaxed);
        None
    }

    pub(super) fn path(&self) -> &Arc<str> {
        &self.input.path
    }

    /// Reads some more of the file, and tells whether there may be more.
    pub(super) fn go_on(&mut self, file: &mut LoadedFile, loading: &Loading<'_>) -> bool {
        let loading = &Loading {
            is_once: self.is_once,
            ..*loading
        };
        let read = file.batch(&self.input, &mut self.lines, loading);
        if let Ok(true) = read {
            return true;
        }
        file.hash = self.lines.hasher.digest128();
        file.bytes = self.lines.origin.offset;
        match read {
            Ok(_) if file.is_apart => {}
            // Of what was not read nothing is said.
            _ if loading.progress.is_stopped() => return false,
            Ok(_) => file.end(loading),
            Err(error) => file.fail(&error, loading),
        }
        file.is_read = true;
        loading.progress.files.fetch_add(1, Relaxed);
        false
    }
}

/// The bytes of an input, which may be gone before they are read.
fn open<'i>(input: &Cow<'i, Input>) -> io::Result<Box<dyn Read + Send + 'i>> {
    match input {
        Cow::Borrowed(input) => source::open(&input.content, &input.path),
        Cow::Owned(input) => match &input.content {
            Content::File(path) => source::open_file(path, &input.path),
            content => Ok(Box::new(Cursor::new(source::read(content, &input.path)?))),
        },
    }
}

impl LoadedFile {
    /// A file of which nothing is read yet.
    pub(super) fn new(path: Arc<str>) -> Self {
        Self {
            path,
            hash: 0,
            bytes: 0,
            parts: Vec::new(),
            fault: None,
            is_read: false,
            is_apart: false,
        }
    }

    /// What could be read no further.
    fn fail(&mut self, error: &io::Error, loading: &Loading<'_>) {
        if let Some(defect) = source::defect(error) {
            // What came before it stays.
            let finding = nature::cannot_unpack(defect);
            let nothing = Chunk::default();
            let part = unreadable(&self.path, &nothing, finding, loading);
            self.parts.push(part);
            return;
        }
        let kept = self.parts.iter().filter(|part| part.kept.is_some());
        loading.room.give(kept.map(|part| part.sketch.length).sum());
        self.parts.clear();
        self.fault = Some(Box::new(RunFault {
            kind: "cannot-read",
            subject: self.path.to_string(),
            reason: Phrase::from(error),
        }));
    }

    /// A file that is one document.
    fn whole(&mut self, bytes: Vec<u8>, input: &Input, loading: &Loading<'_>) {
        self.is_apart = loading.apart.holds(input, &bytes, true);
        if self.is_apart {
            return;
        }
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
        self.parts = loading.sketched(chunk, (Manner::Whole, hash), |chunk| {
            vec![part(&self.path, chunk, Form::Whole, Some(hash), loading)]
        });
    }

    /// The next runs of a file of lines; whether there may be more.
    fn batch(
        &mut self,
        input: &Input,
        lines: &mut Lines<impl Read>,
        loading: &Loading<'_>,
    ) -> io::Result<bool> {
        let mut batch = Vec::new();
        if lines.origin.offset == 0 {
            let first = lines.next()?;
            let start = first.as_ref();
            self.is_apart = start.is_some_and(|it| loading.apart.holds(input, &it.bytes, false));
            if self.is_apart {
                return Ok(false);
            }
            if let Some(first) = &first
                && let Some(finding) = encoding::unreadable(&first.bytes)
                    .or_else(|| nature::of_lines(&first.bytes).map(nature::found))
            {
                self.parts = vec![unreadable(&self.path, first, finding, loading)];
                // Read on for the hash of the file.
                while lines.next()?.is_some() {}
                return Ok(false);
            }
            batch.extend(first);
        }
        let (mut failure, mut is_over) = (None, false);
        while batch.len() < loading.room.batch(CHUNK) && failure.is_none() {
            match lines.next() {
                Ok(Some(chunk)) => batch.push(chunk),
                Ok(None) => {
                    is_over = true;
                    break;
                }
                Err(error) => failure = Some(error),
            }
        }
        if loading.progress.is_stopped() {
            return Ok(false);
        }
        for chunk in &batch {
            loading.progress.has_read(chunk.bytes.len() as u64);
        }
        let parsed = batch.into_par_iter();
        let parts: Vec<Vec<Part>> = parsed.map(|chunk| self.run(chunk, loading)).collect();
        self.parts.extend(parts.into_iter().flatten());
        failure.map_or(Ok(!is_over), Err)
    }

    fn run(&self, chunk: Chunk, loading: &Loading<'_>) -> Vec<Part> {
        let hash = loading.digest.of(&chunk.bytes);
        let manner = if chunk.origin.offset == 0 {
            Manner::FirstLines
        } else {
            Manner::Lines
        };
        loading.sketched(chunk, (manner, hash), |chunk| {
            parts(&self.path, chunk, hash, loading)
        })
    }

    /// What is to be said when a file of lines is read.
    fn end(&mut self, loading: &Loading<'_>) {
        if self.parts.iter().all(|part| part.texts == 0) {
            // A file without a single value is no clean file.
            let chunk = Chunk {
                origin: Origin::default(),
                bytes: Vec::new(),
            };
            self.parts = vec![part(&self.path, chunk, Form::Whole, None, loading)];
        }
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
    fn of(content: R) -> Self {
        Self {
            content,
            hasher: Xxh3::new(),
            origin: Origin::default(),
            rest: Vec::new(),
            failure: None,
        }
    }

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
        self.origin = origin.after(&bytes);
        Ok(Some(Chunk { origin, bytes }))
    }
}
