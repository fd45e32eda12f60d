//! Reading and parsing one input, and judging it by schema.

use std::sync::Arc;

use missionlint_tape::{Span, Tree};
use xxhash_rust::xxh3::xxh3_128;

use super::{Content, Input};
use crate::catalogue::builtin;
use crate::document::{Damage, Document, find_records};
use crate::finding::{DocumentId, Fact, Finding, Place, Spot};
use crate::report::RunFault;
use crate::schema;
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
pub(super) fn load(input: &Input) -> LoadedFile {
    let bytes = match &input.content {
        Content::Bytes(bytes) => Ok(bytes.clone()),
        Content::File(path) => std::fs::read(path),
    };
    let mut file =
        LoadedFile { path: input.path.clone(), hash: 0, bytes: 0, parts: Vec::new(), fault: None };
    match bytes {
        Err(error) => {
            file.fault = Some(RunFault {
                kind: "cannot-read",
                subject: input.path.to_string(),
                reason: error.to_string(),
            });
        }
        Ok(bytes) => {
            file.hash = xxh3_128(&bytes);
            file.bytes = bytes.len() as u64;
            file.parts = parts(&input.path, bytes);
        }
    }
    file
}

/// Whether a path holds one JSON value per line.
pub(super) fn is_lines(path: &str) -> bool {
    let extension = std::path::Path::new(path).extension();
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("ndjson") || extension.eq_ignore_ascii_case("jsonl"))
}

fn parts(path: &Arc<str>, mut bytes: Vec<u8>) -> Vec<Part> {
    let marked = bytes.starts_with(MARK);
    let mut origin = Origin::default();
    if marked {
        bytes.drain(..MARK.len());
        origin.offset = MARK.len() as u64;
    }
    let text = match String::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => return vec![not_utf8(path, origin, error)],
    };
    let mut parts = if is_lines(path) {
        chunks(path, &text, origin)
    } else {
        vec![part(path, text, origin, false)]
    };
    if let (true, Some(first)) = (marked, parts.first_mut()) {
        first.findings.push(Finding::new(&builtin::BYTE_ORDER_MARK, bytes_at(Span::new(0, 0))));
    }
    parts
}

fn bytes_at(span: Span) -> Place {
    Place { document: DocumentId(0), spot: Spot::Bytes(span) }
}

/// A file that is no text: what comes before the bad byte is kept, for the place.
fn not_utf8(path: &Arc<str>, origin: Origin, error: std::string::FromUtf8Error) -> Part {
    let good = error.utf8_error().valid_up_to();
    let bad = error.as_bytes().get(good).copied().unwrap_or(0);
    let text = String::from_utf8_lossy(error.as_bytes()).into_owned();
    let at = u32::try_from(good).unwrap_or(u32::MAX);
    let width = text.get(good..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
    let span = Span::new(at, at.saturating_add(u32::try_from(width).unwrap_or(0)));
    let finding = Finding::new(&builtin::NOT_UTF8, bytes_at(span))
        .with("byte", Fact::Vocabulary(vec![format!("0x{bad:02X}")]));
    let mut document = document(path, origin, Tree::new(text));
    document.broken.push(self::span(0, document.tree.text().len()));
    Part { document, findings: vec![finding], texts: 1, fault: None }
}

/// Cuts NDJSON at line ends.
fn chunks(path: &Arc<str>, text: &str, mut origin: Origin) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = match rest.as_bytes().get(CHUNK..) {
            Some(beyond) => memchr_newline(beyond).map_or(rest.len(), |at| CHUNK + at + 1),
            None => rest.len(),
        };
        let (chunk, after) = rest.split_at(end);
        let lines = chunk.bytes().filter(|byte| *byte == b'\n').count() as u64;
        parts.push(part(path, chunk.to_owned(), origin, true));
        origin = Origin { offset: origin.offset + end as u64, line: origin.line + lines };
        rest = after;
    }
    if parts.iter().all(|part: &Part| part.texts == 0) {
        // A file without a single value is no clean file.
        parts = vec![part(path, String::new(), Origin::default(), false)];
    }
    parts
}

fn memchr_newline(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| *byte == b'\n')
}

/// Parses a text and judges it by schema.
fn part(path: &Arc<str>, text: String, origin: Origin, lines: bool) -> Part {
    let mut tree = Tree::new(text);
    let mut findings = Vec::new();
    let parsed = if lines { parse_lines(&mut tree, &mut findings) } else { parse_whole(&mut tree, &mut findings) };
    let found = find_records(&tree);
    findings.extend(found.findings);
    let (fault, damage) = match schema::examine(&tree, &found.slots, &found.envelopes) {
        Ok((violations, damage)) => {
            findings.extend(violations);
            (None, damage)
        }
        Err(reason) => {
            let fault = RunFault { kind: "tool-schema", subject: "missionlint".to_owned(), reason };
            (Some(fault), Damage::default())
        }
    };
    tree.shrink();
    let mut document = document(path, origin, tree);
    document.damage = damage;
    document.slots = found.slots;
    document.broken = parsed.broken;
    Part { document, findings, texts: parsed.texts, fault }
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
    let mut parsed = Parsed { texts: 1, broken: Vec::new() };
    if let Err(error) = tree.parse_document() {
        parsed.broken.push(span(0, tree.text().len()));
        findings.push(syntax(&error));
    }
    parsed
}

fn parse_lines(tree: &mut Tree, findings: &mut Vec<Finding>) -> Parsed {
    let mut parsed = Parsed::default();
    let mut start = 0;
    while start < tree.text().len() {
        let rest = &tree.text()[start..];
        let length = memchr_newline(rest.as_bytes()).unwrap_or(rest.len());
        let line = &rest[..length];
        if !line.trim().is_empty() {
            parsed.texts += 1;
            let span = span(start, start + length);
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
    Span::new(u32::try_from(start).unwrap_or(u32::MAX), u32::try_from(end).unwrap_or(u32::MAX))
}

fn syntax(error: &missionlint_tape::SyntaxError) -> Finding {
    let mut finding = Finding::new(&builtin::SYNTAX_ERROR, bytes_at(error.span))
        .with("slip", Fact::Vocabulary(vec![error.slip.code().to_owned()]));
    if let Some(opening) = error.opening {
        finding = finding.and("opening", bytes_at(opening));
    }
    finding
}
