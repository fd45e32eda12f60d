//! Reading and parsing one input, and judging it by schema.

use std::io::ErrorKind;
use std::sync::Arc;

use memchr::{memchr, memchr_iter};
use missionlint_tape::{Span, Tree};
use rayon::prelude::*;
use xxhash_rust::xxh3::xxh3_128;

use super::{Content, Input};
use crate::catalogue::builtin;
use crate::document::{Damage, Document};
use crate::finding::{DocumentId, Fact, Finding, Place, Spot};
use crate::report::RunFault;
use crate::schema::Contract;
use crate::text::Origin;

/// Runs of NDJSON lines are parsed together up to about this many bytes.
const CHUNK: usize = 1 << 20;

/// The byte order mark of UTF-8.
const MARK: &[u8] = b"\xEF\xBB\xBF";

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
    pub(super) fault: Option<RunFault>,
}

/// Reads an input.
pub(super) fn load(input: &Input, contract: &Contract) -> LoadedFile {
    let bytes = match &input.content {
        Content::Bytes(bytes) => Ok(bytes.clone()),
        Content::File(path) => std::fs::read(path),
    };
    let mut file = LoadedFile {
        path: input.path.clone(),
        hash: 0,
        bytes: 0,
        parts: Vec::new(),
        fault: None,
    };
    match bytes {
        Err(error) => {
            file.fault = Some(RunFault {
                kind: "cannot-read",
                subject: input.path.to_string(),
                reason: reason(&error),
            });
        }
        Ok(bytes) => {
            file.hash = xxh3_128(&bytes);
            file.bytes = bytes.len() as u64;
            file.parts = parts(&input.path, bytes, contract);
        }
    }
    file
}

/// Why a file could not be read, in the same words on every system.
fn reason(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no such file".to_owned(),
        ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}

/// Whether a path holds one JSON value per line.
pub(super) fn is_lines(path: &str) -> bool {
    let extension = std::path::Path::new(path).extension();
    extension.is_some_and(|extension| {
        extension.eq_ignore_ascii_case("ndjson") || extension.eq_ignore_ascii_case("jsonl")
    })
}

fn parts(path: &Arc<str>, mut bytes: Vec<u8>, contract: &Contract) -> Vec<Part> {
    let marked = bytes.starts_with(MARK);
    let mut origin = Origin::default();
    if is_utf16(&bytes) {
        return vec![utf16(path, bytes)];
    }
    if marked {
        bytes.drain(..MARK.len());
        origin.offset = MARK.len() as u64;
    }
    let mut parts = if is_lines(path) {
        let mut parts: Vec<Part> = chunks(&bytes, origin)
            .into_par_iter()
            .map(|chunk| lines(path, chunk, contract))
            .collect();
        if parts.iter().all(|part| part.texts == 0) {
            // A file without a single value is no clean file.
            parts = vec![part(path, String::new(), origin, contract, parse_whole)];
        }
        parts
    } else {
        match String::from_utf8(bytes) {
            Ok(text) => vec![part(path, text, origin, contract, parse_whole)],
            Err(error) => vec![not_utf8(path, origin, error)],
        }
    };
    if let (true, Some(first)) = (marked, parts.first_mut()) {
        first.findings.push(Finding::new(
            &builtin::BYTE_ORDER_MARK,
            bytes_at(Span::new(0, 0)),
        ));
    }
    parts
}

fn bytes_at(span: Span) -> Place {
    Place {
        document: DocumentId(0),
        spot: Spot::Bytes(span),
    }
}

/// Whether a text is UTF-16, by its byte order mark or by characters that start JSON.
fn is_utf16(bytes: &[u8]) -> bool {
    match *bytes {
        // This is the mark of UTF-32.
        [0xFF, 0xFE, 0, 0, ..] => false,
        [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..] => true,
        [first, 0, ref rest @ ..] => starts_json(first, rest, 1),
        [0, first, ref rest @ ..] => starts_json(first, rest, 0),
        _ => false,
    }
}

/// Whether the second character of UTF-16 may follow the first: only in a text it may be beyond ASCII. `high` is which
/// of its two bytes is the upper one.
fn starts_json(first: u8, rest: &[u8], high: usize) -> bool {
    let starts = first.is_ascii_whitespace() || b"{[\"-0123456789tfn".contains(&first);
    starts
        && rest
            .get(..2)
            .is_none_or(|next| next != [0, 0] && (first == b'"' || next[high] == 0))
}

fn utf16(path: &Arc<str>, mut bytes: Vec<u8>) -> Part {
    let (text, _) = repair(&mut bytes, 0);
    let finding = Finding::new(&builtin::NOT_UTF8, bytes_at(Span::new(0, 0)))
        .with("encoding", Fact::Vocabulary(vec!["utf-16".to_owned()]));
    unreadable(path, Origin::default(), text, finding)
}

/// A document that is no text: what comes before the bad byte is kept, for the place.
fn not_utf8(path: &Arc<str>, origin: Origin, error: std::string::FromUtf8Error) -> Part {
    let good = error.utf8_error().valid_up_to();
    let mut bytes = error.into_bytes();
    let (text, finding) = repair(&mut bytes, good);
    unreadable(path, origin, text, finding)
}

fn unreadable(path: &Arc<str>, origin: Origin, text: String, finding: Finding) -> Part {
    let mut document = document(path, origin, Tree::new(text));
    document.broken.push(span(0, document.tree.text().len()));
    Part {
        document,
        findings: vec![finding],
        texts: 1,
        fault: None,
    }
}

/// Blanks everything from the bad byte at `at` on, and says so.
fn repair(bytes: &mut [u8], at: usize) -> (String, Finding) {
    let bad = bytes.get(at).copied().unwrap_or(0);
    bytes
        .iter_mut()
        .skip(at)
        .filter(|byte| **byte != b'\n')
        .for_each(|byte| *byte = b' ');
    let finding = Finding::new(&builtin::NOT_UTF8, bytes_at(span(at, at + 1)))
        .with("byte", Fact::Vocabulary(vec![format!("0x{bad:02X}")]));
    (String::from_utf8_lossy(bytes).into_owned(), finding)
}

/// Cuts NDJSON at line ends.
fn chunks(bytes: &[u8], mut origin: Origin) -> Vec<(Origin, &[u8])> {
    let mut chunks = Vec::with_capacity(bytes.len() / CHUNK + 1);
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = match rest.get(CHUNK..) {
            Some(beyond) => line_end(beyond).map_or(rest.len(), |at| CHUNK + at + 1),
            None => rest.len(),
        };
        let (chunk, after) = rest.split_at(end);
        chunks.push((origin, chunk));
        let lines = memchr_iter(b'\n', chunk).count() as u64;
        origin = Origin {
            offset: origin.offset + end as u64,
            line: origin.line + lines,
        };
        rest = after;
    }
    chunks
}

fn line_end(bytes: &[u8]) -> Option<usize> {
    memchr(b'\n', bytes)
}

/// A run of lines. Lines that are no text are blanked and reported; the others are read.
fn lines(path: &Arc<str>, (origin, chunk): (Origin, &[u8]), contract: &Contract) -> Part {
    let text = match std::str::from_utf8(chunk) {
        Ok(text) => return part(path, text.to_owned(), origin, contract, parse_lines),
        Err(_) => chunk.split_inclusive(|byte| *byte == b'\n'),
    };
    let (mut whole, mut findings, mut broken) =
        (String::with_capacity(chunk.len()), Vec::new(), Vec::new());
    for line in text {
        match std::str::from_utf8(line) {
            Ok(line) => whole.push_str(line),
            Err(error) => {
                let (blanked, finding) = repair(&mut line.to_vec(), error.valid_up_to());
                broken.push((span(whole.len(), whole.len() + blanked.len()), finding));
                whole.push_str(&blanked);
            }
        }
    }
    let blank: Vec<Span> = broken.iter().map(|(line, _)| *line).collect();
    for (line, mut finding) in broken {
        if let Spot::Bytes(at) = finding.primary.spot {
            finding.primary = bytes_at(Span::new(line.start + at.start, line.start + at.end));
        }
        findings.push(finding);
    }
    let mut part = part(path, whole, origin, contract, |tree, found| {
        parse_lines_but(tree, found, &blank)
    });
    part.findings.extend(findings);
    part
}

/// Parses a text and judges it by schema.
fn part(
    path: &Arc<str>,
    text: String,
    origin: Origin,
    contract: &Contract,
    parse: impl FnOnce(&mut Tree, &mut Vec<Finding>) -> Parsed,
) -> Part {
    let mut tree = Tree::new(text);
    let mut findings = Vec::new();
    let parsed = parse(&mut tree, &mut findings);
    let mut found = contract.find(&tree);
    findings.append(&mut found.findings);
    let (fault, damage) = match contract.examine(&tree, &found) {
        Ok((violations, damage)) => {
            findings.extend(violations);
            (None, damage)
        }
        Err(reason) => {
            let fault = RunFault {
                kind: "tool-schema",
                subject: "missionlint".to_owned(),
                reason,
            };
            (Some(fault), Damage::default())
        }
    };
    tree.shrink();
    let mut document = document(path, origin, tree);
    document.damage = damage;
    document.slots = found.slots;
    document.restrict_unclear();
    document.broken = parsed.broken;
    Part {
        document,
        findings,
        texts: parsed.texts,
        fault,
    }
}

fn document(path: &Arc<str>, origin: Origin, tree: Tree) -> Document {
    Document {
        id: DocumentId(0),
        path: path.clone(),
        origin,
        tree,
        damage: Damage::default(),
        slots: Vec::new(),
        broken: Vec::new(),
    }
}

/// How many texts there were, and which of them are no JSON.
#[derive(Default)]
struct Parsed {
    texts: u64,
    broken: Vec<Span>,
}

fn parse_whole(tree: &mut Tree, findings: &mut Vec<Finding>) -> Parsed {
    let mut parsed = Parsed {
        texts: 1,
        broken: Vec::new(),
    };
    if let Err(error) = tree.parse_document() {
        parsed.broken.push(span(0, tree.text().len()));
        findings.push(syntax(&error));
    }
    parsed
}

fn parse_lines(tree: &mut Tree, findings: &mut Vec<Finding>) -> Parsed {
    parse_lines_but(tree, findings, &[])
}

/// Parses lines, but for those known to be no text.
fn parse_lines_but(tree: &mut Tree, findings: &mut Vec<Finding>, blank: &[Span]) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    while start < tree.text().len() {
        let rest = &tree.text()[start..];
        let length = line_end(rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..length];
        let span = span(start, start + length);
        if blank.iter().any(|blank| blank.start == span.start) {
            parsed.texts += 1;
            parsed.broken.push(span);
        } else if !line.trim().is_empty() {
            parsed.texts += 1;
            if let Err(error) = tree.parse_value(span) {
                parsed.broken.push(span);
                findings.push(syntax(&error));
            }
        }
        start += length + 1;
    }
    parsed
}

fn span(start: usize, end: usize) -> Span {
    Span::new(
        u32::try_from(start).unwrap_or(u32::MAX),
        u32::try_from(end).unwrap_or(u32::MAX),
    )
}

fn syntax(error: &missionlint_tape::SyntaxError) -> Finding {
    let mut finding = Finding::new(&builtin::SYNTAX_ERROR, bytes_at(error.span))
        .with("slip", Fact::Vocabulary(vec![error.slip.code().to_owned()]));
    if let Some(opening) = error.opening {
        finding = finding.and("opening", bytes_at(opening));
    }
    finding
}
