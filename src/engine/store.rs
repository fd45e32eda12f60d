//! Files of earlier runs, kept so that a run parses again only what has changed.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;
use xxhash_rust::xxh3::Xxh3;

use super::apart::Apart;
use super::digest::Digest;
use super::files::Files;
use super::load::{LoadedFile, Loading, load};
use super::plan::Register;
use super::room::Room;
use super::run::{Keeping, Run};
use super::schemas::hashes;
use super::{Content, Input, Inputs, Means, Progress, Request};
use crate::config::Settings;
use crate::privacy::clearance;
use crate::report::Report;
use crate::schema::Contract;
use crate::source;

/// How a file differs from what was kept of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It was not among the files of the last run.
    Added,
    /// Its content is another one, or it can be read no more, or again.
    Changed,
    /// It is not among the files of this run.
    Removed,
}

/// The files of a run, in memory, judged by schema.
///
/// What a file holds is told by its content, not by its time: a kept file is read through, but parsed and judged by
/// schema only where it changed. Settings or schemas that differ from those of the last run make all files be read
/// again.
#[derive(Debug, Default)]
pub struct Store {
    files: Vec<LoadedFile>,
    /// Where each was read from, in the same order.
    sources: Vec<Source>,
    /// Their paths.
    paths: Inputs,
    read_by: Option<ReadBy>,
    /// Names of missions in the files.
    register: Register,
}

/// What is read anew when it differs: path in reports, path in the file system; none for bytes at hand.
type Source = (Arc<str>, Option<PathBuf>);

/// What reading a file depends on, besides the file.
#[derive(Debug, PartialEq)]
struct ReadBy {
    settings: Settings,
    of_all: bool,
    schemas: Vec<(String, String)>,
}

impl ReadBy {
    fn of(request: &Request, contract: &Contract) -> Self {
        Self {
            settings: request.settings.clone(),
            of_all: contract.of_all().is_some(),
            schemas: hashes(contract),
        }
    }
}

impl Store {
    /// Reads what has changed. Tells which files did, in order of their paths; the order of `inputs` does not matter.
    pub fn refresh(
        &mut self,
        mut inputs: Vec<Input>,
        request: &Request,
        contract: &Contract,
    ) -> Vec<(Arc<str>, Change)> {
        inputs.sort_by(|one, other| one.path.cmp(&other.path));
        let read_by = Some(ReadBy::of(request, contract));
        let is_same = self.read_by == read_by;
        self.read_by = read_by;
        let sources = std::mem::take(&mut self.sources).into_iter();
        let mut kept: BTreeMap<Source, LoadedFile> = sources.zip(self.files.drain(..)).collect();
        let olds = inputs.iter().map(source).map(|it| kept.remove(&it));
        let olds: Vec<Option<LoadedFile>> = olds.collect();
        let loading = Loading {
            contract,
            settings: &request.settings,
            clearance: clearance(request.audience, request.reveal),
            register: &self.register,
            room: &Room::new(u64::MAX),
            progress: &Progress::default(),
            is_once: false,
            apart: &Apart::default(),
            shelf: None,
            digest: Digest::Quick,
        };
        let read: Vec<(LoadedFile, Option<Change>)> = inputs
            .par_iter()
            .zip(olds)
            .map(|(input, old)| renewed(input, old, is_same, &loading))
            .collect();
        let mut changes: Vec<(Arc<str>, Change)> = kept
            .into_keys()
            .map(|(path, _)| (path, Change::Removed))
            .collect();
        self.sources = inputs.iter().map(source).collect();
        for (file, change) in read {
            changes.extend(change.map(|change| (file.path.clone(), change)));
            self.files.push(file);
        }
        self.paths = inputs.into_iter().map(without_bytes).collect();
        changes.sort_by(|(one, _), (other, _)| one.cmp(other));
        changes
    }

    /// Judges the files as last read: the same report as [`check_by`](super::check_by) gives for them.
    pub fn report(&mut self, request: &Request, contract: &Contract) -> Report {
        let means = Means::default();
        let run = Run::new(request, contract, &means);
        let mut files = Files::of(std::mem::take(&mut self.files));
        let report = run.report(&mut files, &self.paths, &self.register, Keeping::All);
        self.files = files.into_full();
        report
    }
}

/// An input of which only the path is asked.
fn without_bytes(input: Input) -> Input {
    match input.content {
        Content::Bytes(_) => Input {
            content: Content::Bytes(Vec::new()),
            ..input
        },
        _ => input,
    }
}

fn source(input: &Input) -> Source {
    let path = input.content.file().map(Path::to_owned);
    (input.path.clone(), path)
}

/// The file as it is now, and how it differs.
fn renewed(
    input: &Input,
    old: Option<LoadedFile>,
    is_same: bool,
    loading: &Loading<'_>,
) -> (LoadedFile, Option<Change>) {
    let anew = || load(input, loading);
    let Some(old) = old else {
        return (anew(), Some(Change::Added));
    };
    if is_same && is_unchanged(&old, input) {
        return (old, None);
    }
    let new = anew();
    let differs = (new.hash, new.bytes, &new.fault) != (old.hash, old.bytes, &old.fault);
    (new, differs.then_some(Change::Changed))
}

fn is_unchanged(old: &LoadedFile, input: &Input) -> bool {
    let is_same = || hash_of(input).is_ok_and(|new| new == (old.hash, old.bytes));
    input.content.file().is_some() && old.fault.is_none() && is_same()
}

/// Hash and length of what is in a file.
fn hash_of(input: &Input) -> io::Result<(u128, u64)> {
    let mut file = source::open(&input.content, &input.path)?;
    let (mut hasher, mut length) = (Xxh3::new(), 0);
    let mut bytes = vec![0; 1 << 16];
    loop {
        let read = match file.read(&mut bytes) {
            Ok(0) => return Ok((hasher.digest128(), length)),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        hasher.update(&bytes[..read]);
        length += read as u64;
    }
}
