//! Steps of a check, each in a process of its own: reading and parsing, and validating besides.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::hint::black_box;
use std::io::Read;
use std::path::Path;

use memchr::memchr;
use missionlint::document::{Damage, find_records};
use missionlint::schema;
use missionlint_tape::{Span, Tree};

use super::Outcome;

/// NDJSON is read and parsed in pieces of this size, cut at line ends.
const CHUNK: usize = 1 << 20;

/// Runs `parse` or `schema` on all files below a path.
pub(super) fn run(step: &str, path: &Path) -> Outcome<()> {
    let mut stepper = Stepper {
        tree: Tree::new(String::new()),
        buffer: Vec::new(),
        validate: step == "schema",
        findings: 0,
    };
    stepper.path(path)?;
    black_box(stepper.findings);
    Ok(())
}

struct Stepper {
    tree: Tree,
    /// The text that is read next; its memory goes to and fro between here and the tree.
    buffer: Vec<u8>,
    validate: bool,
    findings: usize,
}

impl Stepper {
    fn path(&mut self, path: &Path) -> Outcome<()> {
        if path.is_dir() {
            for entry in fs::read_dir(path)? {
                let entry = entry?;
                if entry.file_type()?.is_dir() {
                    self.path(&entry.path())?;
                } else {
                    self.file(&entry.path())?;
                }
            }
            return Ok(());
        }
        self.file(path)
    }

    fn file(&mut self, path: &Path) -> Outcome<()> {
        match path.extension().and_then(|extension| extension.to_str()) {
            Some("json") => self.document(path),
            Some("ndjson") => self.lines(path),
            _ => Ok(()),
        }
    }

    fn document(&mut self, path: &Path) -> Outcome<()> {
        let mut file = File::open(path)?;
        self.buffer.resize(self.buffer.capacity().max(1 << 16), 0);
        let mut length = 0;
        loop {
            length += file.read(&mut self.buffer[length..])?;
            if length < self.buffer.len() {
                break;
            }
            self.buffer.resize(2 * length, 0);
        }
        self.buffer.truncate(length);
        self.take_text()?;
        // Broken files cost what they cost.
        black_box(self.tree.parse_document().is_ok());
        self.examine()
    }

    fn lines(&mut self, path: &Path) -> Outcome<()> {
        let mut file = File::open(path)?;
        let mut rest: Vec<u8> = Vec::new();
        loop {
            self.buffer.clear();
            self.buffer.append(&mut rest);
            let read = Read::by_ref(&mut file)
                .take(CHUNK as u64)
                .read_to_end(&mut self.buffer)?;
            if read > 0 {
                let end = self
                    .buffer
                    .iter()
                    .rposition(|byte| *byte == b'\n')
                    .map_or(0, |at| at + 1);
                rest.extend_from_slice(&self.buffer[end..]);
                self.buffer.truncate(end);
            }
            self.take_text()?;
            let mut start = 0;
            while let Some(length) = memchr(b'\n', &self.tree.text().as_bytes()[start..]) {
                let span = Span::new(u32::try_from(start)?, u32::try_from(start + length)?);
                black_box(self.tree.parse_value(span).is_ok());
                start += length + 1;
            }
            self.examine()?;
            if read == 0 {
                return Ok(());
            }
        }
    }

    /// Hands the buffer to the tree and takes the memory of the text before.
    fn take_text(&mut self) -> Outcome<()> {
        let text = String::from_utf8(std::mem::take(&mut self.buffer))?;
        self.buffer = self.tree.reset(text).into_bytes();
        Ok(())
    }

    fn examine(&mut self) -> Outcome<()> {
        if self.validate {
            let found = find_records(&self.tree, &Damage::default(), &[]);
            let (findings, damage) = schema::examine(
                &self.tree,
                &found.slots,
                &found.envelopes,
                Damage::default(),
                &BTreeSet::new(),
            )?;
            self.findings += findings.len();
            black_box(damage);
        }
        Ok(())
    }
}
