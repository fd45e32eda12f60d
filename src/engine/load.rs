//! Reading and parsing one input, and judging it by schema.

use std::io::{self, Read};
use std::sync::Arc;

use memchr::{memchr_iter, memrchr};
use missionlint_tape::Tree;
use rayon::prelude::*;
use xxhash_rust::xxh3::{Xxh3, xxh3_128};

use super::Input;
use super::doubt::doubt;
use super::encoding::{self, MARK};
use super::names::understood;
use super::nature;
use super::syntax::{Texts, parse, span};
use crate::catalogue::builtin;
use crate::config::Settings;
use crate::document::{Damage, Document};
use crate::finding::Phrase;
use crate::finding::{DocumentId, Finding, Place};
use crate::report::RunFault;
use crate::schema::Contract;
use crate::source;
use crate::text::Origin;

/// Runs of NDJSON lines of about this many bytes are read and parsed together.
const CHUNK: usize = 1 << 20;

/// So many runs are read before they are parsed side by side.
const BATCH: usize = 16;

/// One input, read.
#[derive(Debug)]
pub(super) struct LoadedFile {
    pub(super) path: Arc<str>,
    pub(super) hash: u128,
    pub(super) bytes: u64,
    pub(super) parts: Vec<Part>,
    pub(super) fault: Option<RunFault>,
}

/// One document of an input, with what is wrong with it (places in document 0).
#[derive(Debug)]
pub(super) struct Part {
    pub(super) document: Document,
    pub(super) findings: Vec<Finding>,
    /// Texts that should each be a JSON value: one, or the lines.
    pub(super) texts: u64,
    /// JSON values that are no part of others.
    pub(super) values: usize,
    pub(super) records: usize,
    pub(super) fault: Option<RunFault>,
}

/// Reads an input.
pub(super) fn load(input: &Input, contract: &Contract, settings: &Settings) -> LoadedFile {
    let mut file = LoadedFile {
        path: input.path.clone(),
        hash: 0,
        bytes: 0,
        parts: Vec::new(),
        fault: None,
    };
    let read = if source::is_lines(&input.path) {
        let content = source::open(&input.content, &input.path);
        content.and_then(|content| file.lines(content, contract, settings))
    } else {
        let bytes = source::read(&input.content, &input.path);
        bytes.map(|bytes| file.whole(bytes, contract, settings))
    };
    let Err(error) = read else {
        return file;
    };
    if let Some(defect) = source::defect(&error) {
        // What came before it stays.
        let finding = nature::cannot_unpack(defect);
        file.parts.push(unreadable(&file.path, &[], finding));
    } else {
        file.parts.clear();
        file.fault = Some(RunFault {
            kind: "cannot-read",
            subject: input.path.to_string(),
            reason: Phrase::from(&error),
        });
    }
    file
}

/// Bytes of a file that are parsed together.
struct Chunk {
    origin: Origin,
    bytes: Vec<u8>,
}

impl LoadedFile {
    /// A file that is one document.
    fn whole(&mut self, bytes: Vec<u8>, contract: &Contract, settings: &Settings) {
        self.hash = xxh3_128(&bytes);
        self.bytes = bytes.len() as u64;
        if let Some(finding) = encoding::unreadable(&bytes) {
            self.parts = vec![unreadable(&self.path, &bytes, finding)];
            return;
        }
        let chunk = Chunk {
            origin: Origin::default(),
            bytes,
        };
        self.parts = vec![part(&self.path, chunk, Texts::Whole, contract, settings)];
    }

    /// A file of lines, read run by run: it may be larger than one document can be.
    fn lines(
        &mut self,
        content: impl Read,
        contract: &Contract,
        settings: &Settings,
    ) -> io::Result<()> {
        let mut lines = Lines {
            content,
            hasher: Xxh3::new(),
            origin: Origin::default(),
            rest: Vec::new(),
        };
        let read = self.runs(&mut lines, contract, settings);
        self.hash = lines.hasher.digest128();
        self.bytes = lines.origin.offset;
        read
    }

    fn runs(
        &mut self,
        lines: &mut Lines<impl Read>,
        contract: &Contract,
        settings: &Settings,
    ) -> io::Result<()> {
        let mut next = lines.next()?;
        if let Some(first) = &next
            && let Some(finding) = encoding::unreadable(&first.bytes)
                .or_else(|| nature::of_lines(&first.bytes).map(nature::found))
        {
            self.parts = vec![unreadable(&self.path, &first.bytes, finding)];
            // Read on for the hash of the file.
            while lines.next()?.is_some() {}
            next = None;
        }
        loop {
            let mut batch = Vec::from_iter(next.take());
            while batch.len() < BATCH
                && let Some(chunk) = lines.next()?
            {
                batch.push(chunk);
            }
            if batch.is_empty() {
                break;
            }
            let parsed = batch.into_par_iter();
            let parts: Vec<Part> = parsed
                .map(|chunk| part(&self.path, chunk, Texts::Lines, contract, settings))
                .collect();
            self.parts.extend(parts);
        }
        if self.parts.iter().all(|part| part.texts == 0) {
            // A file without a single value is no clean file.
            let chunk = Chunk {
                origin: Origin::default(),
                bytes: Vec::new(),
            };
            self.parts = vec![part(&self.path, chunk, Texts::Whole, contract, settings)];
        }
        Ok(())
    }
}

/// Cuts a file at line ends.
struct Lines<R> {
    content: R,
    hasher: Xxh3,
    origin: Origin,
    /// Read already, but of the next run.
    rest: Vec<u8>,
}

impl<R: Read> Lines<R> {
    fn next(&mut self) -> io::Result<Option<Chunk>> {
        let mut bytes = Vec::with_capacity(CHUNK + self.rest.len());
        bytes.append(&mut self.rest);
        loop {
            let before = bytes.len();
            let read = self
                .content
                .by_ref()
                .take(CHUNK as u64)
                .read_to_end(&mut bytes)?;
            self.hasher.update(&bytes[before..]);
            if read == 0 {
                break;
            }
            if let Some(end) = memrchr(b'\n', &bytes[before..]) {
                self.rest = bytes.split_off(before + end + 1);
                break;
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

/// Parses a chunk and judges it by schema.
fn part(
    path: &Arc<str>,
    chunk: Chunk,
    texts: Texts,
    contract: &Contract,
    settings: &Settings,
) -> Part {
    let Chunk {
        mut origin,
        mut bytes,
    } = chunk;
    let marked = origin.offset == 0 && bytes.starts_with(MARK);
    if marked {
        bytes.drain(..MARK.len());
        origin.offset = MARK.len() as u64;
    }
    let (mut tree, mut parsed) = parse(bytes, texts);
    if marked {
        parsed.findings.push(encoding::mark_found());
    }
    let mut found = contract.find(&tree, &parsed.damage);
    let (mut findings, mut broken) = (parsed.findings, parsed.broken);
    findings.append(&mut found.findings);
    broken.append(&mut found.hidden);
    broken.sort_by_key(|span| (span.start, span.end));
    let understood = understood(&tree, &found.slots, settings);
    let (fault, damage) = match contract.examine(&tree, &found, parsed.damage, &understood) {
        Ok((violations, damage)) => {
            findings.extend(violations);
            fold_kinds(&mut findings);
            (None, damage)
        }
        Err(reason) => (Some(tool_fault(reason)), Damage::default()),
    };
    tree.shrink();
    let mut document = Document {
        damage,
        slots: found.slots,
        broken,
        flawed: parsed.flawed,
        ..document(path, origin, tree)
    };
    document.restrict_unclear(!findings.is_empty());
    if let (Texts::Whole, [_, ..]) = (texts, document.flawed.as_slice()) {
        doubt(&mut document, &mut findings);
    }
    let (values, records) = (document.tree.roots().len(), document.slots.len());
    let clean = findings.is_empty() && document.flawed.is_empty();
    if clean && contract.of_all().is_some() {
        // Nobody will ask for it again: values judged one by one need not be kept.
        document.slots = Vec::new();
        document.tree = Tree::new(String::new());
    }
    Part {
        document,
        findings,
        texts: parsed.texts,
        values,
        records,
        fault,
    }
}

/// That a kind is not known says more than that the schema of the envelope does not allow it.
fn fold_kinds(findings: &mut Vec<Finding>) {
    let of_kind = |finding: &Finding| finding.rule.id == builtin::UNKNOWN_KIND.id;
    let places: Vec<Place> = findings
        .iter()
        .filter(|finding| of_kind(finding))
        .map(|finding| finding.primary)
        .collect();
    if places.is_empty() {
        return;
    }
    let folds = |finding: &mut Finding| {
        let schema = finding.rule.group == builtin::VALUE_NOT_ALLOWED.group;
        schema && !of_kind(finding) && places.contains(&finding.primary)
    };
    for folded in findings.extract_if(.., folds).collect::<Vec<_>>() {
        let cause = findings
            .iter_mut()
            .find(|finding| of_kind(finding) && finding.primary == folded.primary);
        if let Some(cause) = cause {
            cause.because.push(folded);
        }
    }
}

fn tool_fault(reason: String) -> RunFault {
    RunFault {
        kind: "tool-schema",
        subject: "missionlint".to_owned(),
        reason: Phrase::new("reason-tool").with("text", reason),
    }
}

/// A document of which nothing can be read.
fn unreadable(path: &Arc<str>, bytes: &[u8], finding: Finding) -> Part {
    let lines = nature::lines_of(bytes);
    let mut document = document(path, Origin::default(), Tree::new(lines));
    document.broken.push(span(0, document.tree.text().len()));
    Part {
        document,
        findings: vec![finding],
        texts: 1,
        values: 0,
        records: 0,
        fault: None,
    }
}

/// A document of which nothing is known but its text.
pub(super) fn document(path: &Arc<str>, origin: Origin, tree: Tree) -> Document {
    Document {
        id: DocumentId(0),
        path: path.clone(),
        origin,
        tree,
        damage: Damage::default(),
        slots: Vec::new(),
        broken: Vec::new(),
        flawed: Vec::new(),
    }
}
