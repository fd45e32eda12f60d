//! Parsing a part of a file, judging it by schema, and sketching it.

use std::sync::Arc;

use memchr::memchr;
use missionlint_tape::{Span, Tree, ValueKind};

use super::doubt::doubt;
use super::encoding::{self, MARK};
use super::load::{Loaded, Loading, Part};
use super::names::understood;
use super::nature;
use super::plan::{Form, Sketch, UNNUMBERED, sketch};
use super::schemas::unread_in;
use super::syntax::{Parsed, Texts, parse, span, tell_unnamed};
use crate::catalogue::builtin;
use crate::config::Settings;
use crate::document::{Damage, Document};
use crate::finding::{DocumentId, Finding, Phrase, Place, Spot};
use crate::report::RunFault;
use crate::schema::Contract;
use crate::text::{Origin, Origins};

/// Lines with slips that are no farther apart, in bytes, are read together.
const NEAR: u32 = 4096;

/// Bytes of a file that are parsed together.
#[derive(Default)]
pub(super) struct Chunk {
    pub(super) origin: Origin,
    pub(super) bytes: Vec<u8>,
}

/// Lines of a file that are parsed together, with where they stand.
pub(super) struct Selection {
    pub(super) origins: Origins,
    pub(super) bytes: Vec<u8>,
}

/// The documents that a run of lines is: those with slips are apart from those without, so that these can be read
/// again in any selection. `hash` is that of its bytes.
pub(super) fn parts(path: &Arc<str>, chunk: Chunk, hash: u128, loading: &Loading<'_>) -> Vec<Part> {
    let marked = is_marked(chunk.origin, &chunk.bytes);
    let length = chunk.bytes.len() as u64;
    let origin = chunk.origin;
    let read = Reading::of(chunk, Texts::Lines);
    if read.parsed.across || read.parsed.flawed.is_empty() && !marked {
        let form = if read.parsed.across {
            Form::Together
        } else {
            Form::Lines
        };
        return vec![read.part(path, form, origin, length, hash, loading)];
    }
    let whole = Chunk {
        origin,
        bytes: read.bytes(marked),
    };
    let runs = divide(&whole.bytes, &read.parsed.flawed, marked);
    drop(read);
    let runs = cut(&whole, &runs).into_iter();
    let parts = runs.map(|(chunk, is_clean)| {
        let form = if is_clean {
            Form::Lines
        } else {
            Form::Together
        };
        part(path, chunk, form, None, loading)
    });
    parts.collect()
}

/// Where lines with slips begin and end, in bytes of the chunk.
fn divide(bytes: &[u8], flawed: &[Span], marked: bool) -> Vec<(usize, usize)> {
    let shift = if marked { MARK.len() } else { 0 };
    let mut runs: Vec<(usize, usize)> = Vec::new();
    let first = marked.then_some(Span::new(0, 0));
    for text in first.iter().chain(flawed) {
        let (start, end) = (text.start as usize + shift, text.end as usize + shift);
        let start = if start == shift { 0 } else { start };
        let end = memchr(b'\n', bytes.get(end..).unwrap_or_default())
            .map_or(bytes.len(), |length| end + length + 1);
        match runs.last_mut() {
            Some((_, last)) if start <= *last + NEAR as usize => *last = end.max(*last),
            _ => runs.push((start, end)),
        }
    }
    runs
}

/// The chunk in pieces, each with whether it has no slips.
fn cut(chunk: &Chunk, runs: &[(usize, usize)]) -> Vec<(Chunk, bool)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut origin = chunk.origin;
    let end = chunk.bytes.len();
    let bounds = runs.iter().flat_map(|(start, end)| [*start, *end]);
    for (position, bound) in bounds.chain([end]).enumerate() {
        let bytes = chunk.bytes.get(at..bound).unwrap_or_default().to_vec();
        if bytes.is_empty() {
            continue;
        }
        let next = origin.after(&bytes);
        pieces.push((Chunk { origin, bytes }, position % 2 == 0));
        (at, origin) = (bound, next);
    }
    pieces
}

/// Parses a chunk of a form and judges it by schema. `hash` is that of its bytes, if it is known.
pub(super) fn part(
    path: &Arc<str>,
    chunk: Chunk,
    form: Form,
    hash: Option<u128>,
    loading: &Loading<'_>,
) -> Part {
    let origin = chunk.origin;
    let length = chunk.bytes.len() as u64;
    let hash = hash.unwrap_or_else(|| loading.digest.of(&chunk.bytes));
    let texts = match form {
        Form::Whole => Texts::Whole,
        Form::Lines | Form::Together | Form::Unreadable => Texts::Lines,
    };
    let read = Reading::of(chunk, texts);
    read.part(path, form, origin, length, hash, loading)
}

/// Reads what was selected of a text of a form once more.
pub(super) fn again(
    path: &Arc<str>,
    selection: Selection,
    form: Form,
    contract: &Contract,
    settings: &Settings,
) -> Loaded {
    let texts = match form {
        Form::Whole => Texts::Whole,
        Form::Lines | Form::Together | Form::Unreadable => Texts::Lines,
    };
    let read = Reading::of_lines(selection, texts);
    read.loaded(path, contract, settings).0
}

/// Whether a text begins with the byte order mark of its file.
fn is_marked(origin: Origin, bytes: &[u8]) -> bool {
    origin.offset == 0 && bytes.starts_with(MARK)
}

/// A parsed chunk.
struct Reading {
    texts: Texts,
    /// Behind the byte order mark.
    origins: Origins,
    tree: Tree,
    parsed: Parsed,
}

impl Reading {
    fn of(chunk: Chunk, texts: Texts) -> Self {
        let Chunk { origin, bytes } = chunk;
        let origins = origin.into();
        Self::of_lines(Selection { origins, bytes }, texts)
    }

    fn of_lines(selection: Selection, texts: Texts) -> Self {
        let Selection {
            mut origins,
            mut bytes,
        } = selection;
        let marked = is_marked(origins.first(), &bytes);
        if marked {
            bytes.drain(..MARK.len());
            origins.move_by(MARK.len());
        }
        let (tree, mut parsed) = parse(bytes, texts);
        if marked {
            parsed.findings.push(encoding::mark_found());
        }
        Self {
            texts,
            origins,
            tree,
            parsed,
        }
    }

    /// The bytes it was read from.
    fn bytes(&self, marked: bool) -> Vec<u8> {
        let text = self.parsed.original.as_deref();
        let text = text.unwrap_or(self.tree.text().as_bytes());
        let mark = if marked { MARK } else { &[] };
        [mark, text].concat()
    }

    /// Judges it by schema. `origin`, `length` and `hash` are those of the bytes it was read from.
    fn part(
        self,
        path: &Arc<str>,
        form: Form,
        origin: Origin,
        length: u64,
        hash: u128,
        loading: &Loading<'_>,
    ) -> Part {
        let texts = self.parsed.texts;
        let (mut loaded, fault) = self.loaded(path, loading.contract, loading.settings);
        let document = &mut loaded.document;
        let (values, records) = (document.tree.roots().len(), document.slots.len());
        let is_clean = loaded.findings.is_empty() && document.flawed.is_empty();
        if is_clean && loading.contract.of_all().is_some() {
            // Nobody will ask for it again: values judged one by one need not be kept.
            document.slots = Vec::new();
            document.tree = Tree::new(String::new());
        }
        let (runs, more) = sketch(
            document,
            &loaded.findings,
            loading.register,
            loading.clearance,
        );
        let mut sketch = Sketch {
            file: UNNUMBERED,
            form,
            is_sound: document.broken.is_empty() && document.flawed.is_empty(),
            origin,
            length,
            hash,
            runs,
            more,
        };
        if loading.contract.of_all().is_some() && !sketch.is_sound {
            sketch.more.get_or_insert_default().unread = unread_in(document);
        }
        let keeps = loading.room.take(length, loading.is_once);
        Part {
            sketch,
            kept: keeps.then(|| Box::new(loaded)),
            texts: counted(texts),
            values: counted(values),
            records: counted(records),
            fault: fault.map(Box::new),
        }
    }

    /// The document, judged by schema.
    fn loaded(
        mut self,
        path: &Arc<str>,
        contract: &Contract,
        settings: &Settings,
    ) -> (Loaded, Option<RunFault>) {
        let is_whole = self.texts == Texts::Whole;
        let across = self.parsed.across;
        if is_whole {
            tell_unnamed(&mut self.parsed.findings, path);
        }
        let (mut loaded, fault) = self.judged(path, contract, settings);
        let document = &mut loaded.document;
        document.apart = !is_whole && !across;
        let spots = loaded.findings.iter().map(|finding| finding.primary.spot);
        // Something may have been said once for all lines with the same slip.
        let flawed = document.flawed.iter().copied().map(Spot::Bytes);
        let spots: Vec<Spot> = spots.chain(flawed).collect();
        document.restrict_unclear(spots);
        if let (true, [_, ..]) = (is_whole, document.flawed.as_slice()) {
            doubt(document, &mut loaded.findings);
        }
        document.tree.shrink();
        (loaded, fault)
    }

    fn judged(
        self,
        path: &Arc<str>,
        contract: &Contract,
        settings: &Settings,
    ) -> (Loaded, Option<RunFault>) {
        let Self {
            texts,
            origins,
            tree,
            parsed,
        } = self;
        let mut found = contract.find(&tree, &parsed.damage);
        let (mut findings, mut broken) = (parsed.findings, parsed.broken);
        findings.append(&mut found.findings);
        broken.append(&mut found.hidden);
        if texts == Texts::Whole && contract.of_all().is_none() {
            let empty = empty(&tree).filter(|span| !broken.contains(span));
            broken.extend(empty);
        }
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
        let document = Document {
            damage,
            slots: found.slots,
            broken,
            flawed: parsed.flawed,
            ..document(path, origins, tree)
        };
        (Loaded { document, findings }, fault)
    }
}

/// A document has no more bytes than that, and so no more of anything.
fn counted(number: impl TryInto<u32>) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

/// A file of records that holds nothing: it may have lost them all.
fn empty(tree: &Tree) -> Option<Span> {
    let root = tree.roots().next().filter(|root| root.index() == 0)?;
    let is_empty = match root.kind() {
        ValueKind::Array => false,
        ValueKind::Object => root.members().next().is_none(),
        _ => true,
    };
    is_empty.then(|| root.span())
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

/// A document of which nothing can be read. It is kept: there is little to keep.
pub(super) fn unreadable(
    path: &Arc<str>,
    chunk: &Chunk,
    finding: Finding,
    loading: &Loading<'_>,
) -> Part {
    let lines = nature::lines_of(&chunk.bytes);
    let mut document = document(path, Origins::default(), Tree::new(lines));
    document.broken.push(span(0, document.tree.text().len()));
    // All that is known of it, and all that is ever asked.
    let told = format!("{finding:?}{:?}", document.tree.text());
    let hash = loading.digest.of(told.as_bytes());
    let findings = vec![finding];
    let (runs, more) = sketch(&document, &findings, loading.register, loading.clearance);
    let mut more = more.unwrap_or_default();
    if loading.contract.of_all().is_some() {
        more.unread = unread_in(&document);
    }
    Part {
        sketch: Sketch {
            file: UNNUMBERED,
            form: Form::Unreadable,
            is_sound: false,
            origin: chunk.origin,
            length: chunk.bytes.len() as u64,
            hash,
            runs,
            more: Some(more),
        },
        kept: Some(Box::new(Loaded { document, findings })),
        texts: 1,
        values: 0,
        records: 0,
        fault: None,
    }
}

/// A document of which nothing is known but its text.
pub(super) fn document(path: &Arc<str>, origins: Origins, tree: Tree) -> Document {
    Document {
        id: DocumentId(0),
        path: path.clone(),
        origins,
        apart: false,
        tree,
        damage: Damage::default(),
        slots: Vec::new(),
        broken: Vec::new(),
        flawed: Vec::new(),
    }
}
