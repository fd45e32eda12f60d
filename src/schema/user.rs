//! Schemas that users bring: read with the files they refer to, judged, compiled.
//!
//! Nothing is fetched and nothing is guessed: a reference leads to a place in a file that is read, to a file by its
//! path relative to the file that refers to it, or to the meta-schema of a draft.

use std::collections::{BTreeMap, BTreeSet};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, OnceLock};

use missionlint_tape::{Formats, Node, SchemaError, SchemaSet, Span, Tree, Validator, ValueKind};
use xxhash_rust::xxh3::xxh3_128;

use super::address::address;
use super::cycles::cycles;
use super::drafts::Draft;
use super::examine_values;
use super::lint::{Linted, Linter, forgive_holders};
use super::resolve::{Resolver, judge_references};
use super::weight::too_many_ways;
use crate::catalogue::{Severity, builtin};
use crate::document::{Damage, Document};
use crate::finding::{DocumentId, Fact, Finding, Phrase, Place, Spot};
use crate::text::Origin;

/// A file that a schema is read from.
#[derive(Debug, Clone)]
pub struct SchemaFile {
    /// Its path as reports show it.
    pub shown: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unread {
    /// There is none.
    Missing,
    /// Another reason.
    Because(Phrase),
}

/// Reads a file by its absolute path, with `/`.
pub type ReadFile<'r> = &'r dyn Fn(&str) -> Result<SchemaFile, Unread>;

/// A schema with all it refers to.
#[derive(Debug)]
pub struct UserSchema {
    /// The files, that of the schema itself first.
    pub documents: Vec<Document>,
    /// What is wrong with them, with places in these documents.
    pub findings: Vec<Finding>,
    /// Path and hash of each file.
    pub hashes: Vec<(String, String)>,
    /// What `format` does.
    pub formats: Formats,
    /// The compiled schema; none where a finding is an error.
    pub validator: Option<Validator>,
}

/// A file that is read, with what is known about it.
#[derive(Debug, Default)]
pub(super) struct Opened {
    /// Where it was read from, as a URI.
    pub(super) uri: String,
    /// Whether it is no JSON.
    pub(super) broken: bool,
    pub(super) linted: Linted,
}

/// Reads the schema at an absolute path, and what it refers to. `formats` says what `format` is to do.
pub fn load(path: &str, read: ReadFile<'_>, formats: Formats) -> Result<UserSchema, Unread> {
    let uri = address(path);
    let file = read(path)?;
    let mut resolver = Resolver::new(read, formats != Formats::Annotation);
    resolver.add(&uri, file);
    resolver.follow();
    let mut findings = judge_references(&resolver);
    findings.extend(cycles(&resolver));
    findings.extend(too_many_ways(&resolver));
    let texts = resolver.texts();
    let Resolver {
        documents,
        mut opened,
        targets,
        ..
    } = resolver;
    for ((document, opened), targets) in documents.iter().zip(&mut opened).zip(&targets) {
        let mut own = std::mem::take(&mut opened.linted.findings);
        forgive_holders(&mut own, &document.tree, targets);
        findings.extend(against_meta_schemas(document, &opened.linted, &own));
        findings.extend(own);
    }
    let mut schema = UserSchema {
        hashes: documents.iter().map(hash).collect(),
        documents,
        findings,
        formats,
        validator: None,
    };
    if !schema.is_broken() {
        schema.compile(&opened, &texts, formats);
    }
    schema.findings.sort_by_key(|finding| {
        (
            finding.primary.document,
            schema_start(&schema.documents, finding),
        )
    });
    Ok(schema)
}

impl UserSchema {
    /// Whether nothing can be checked by it.
    pub fn is_broken(&self) -> bool {
        self.findings
            .iter()
            .any(|finding| finding.rule.severity == Severity::Error)
    }

    fn compile(&mut self, opened: &[Opened], texts: &[(String, String)], formats: Formats) {
        let (Some((uri, _)), Some(root)) = (texts.first(), self.documents.first()) else {
            return;
        };
        let roots = opened.first().map(|opened| opened.linted.roots.first());
        let draft = roots
            .flatten()
            .map_or(Draft::default(), |(_, draft)| *draft);
        let texts = texts
            .iter()
            .map(|(uri, text)| (uri.as_str(), text.as_str()));
        let compile = AssertUnwindSafe(|| {
            SchemaSet::parse(texts).and_then(|set| {
                set.with_formats(formats)
                    .with_meta_schemas()
                    .with_default_draft(draft.uri())
                    .compile(uri)
            })
        });
        // A schema nobody thought of must not end the process.
        let compiled = catch_unwind(compile).unwrap_or_else(|_| {
            Err(SchemaError {
                schema: uri.clone(),
                pointer: String::new(),
                reason: "the validator failed".to_owned(),
            })
        });
        match compiled {
            Ok(validator) => self.validator = Some(validator),
            Err(error) => self.findings.push(unusable(root, &error)),
        }
    }
}

/// What the validator refuses though nothing of the above does.
fn unusable(root: &Document, error: &SchemaError) -> Finding {
    let place = Place {
        document: root.id,
        spot: Spot::Value(root.tree.roots().next().map_or(0, Node::index)),
    };
    Finding::new(&builtin::SCHEMA_INVALID, place.key())
        .with("problem", Fact::Vocabulary(vec!["unusable".to_owned()]))
        .with("reason", Fact::Text(error.reason.clone()))
}

fn hash(document: &Document) -> (String, String) {
    let hash = xxh3_128(document.tree.text().as_bytes());
    (document.path.to_string(), format!("{hash:032x}"))
}

/// Where in its document a finding begins, in bytes.
fn schema_start(documents: &[Document], finding: &Finding) -> u32 {
    match (
        finding.primary.spot,
        documents.get(finding.primary.document.0 as usize),
    ) {
        (Spot::Bytes(span), _) => span.start,
        (spot, Some(document)) => spot
            .token()
            .map_or(0, |token| document.tree.node(token).span().start),
        (_, None) => 0,
    }
}

/// A file as a document, parsed; or what keeps it from being JSON.
pub(super) fn document(file: SchemaFile, id: DocumentId) -> (Document, Vec<Finding>) {
    const MARK: &[u8] = b"\xEF\xBB\xBF";
    let place = |span| Place {
        document: id,
        spot: Spot::Bytes(span),
    };
    let mut findings = Vec::new();
    let mut origin = Origin::default();
    let mut bytes = file.bytes;
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
        origin.offset = MARK.len() as u64;
        findings.push(Finding::new(
            &builtin::BYTE_ORDER_MARK,
            place(Span::new(0, 0)),
        ));
    }
    let (text, bad) = match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let bytes = error.into_bytes();
            let bad = format!("0x{:02X}", bytes.get(at).copied().unwrap_or(0));
            let text = String::from_utf8_lossy(&bytes[..at]).into_owned();
            (text, Some(bad))
        }
    };
    let mut tree = Tree::new(text);
    match bad {
        Some(byte) => {
            let end = u32::try_from(tree.text().len()).unwrap_or(u32::MAX);
            findings.push(
                Finding::new(&builtin::NOT_UTF8, place(Span::new(end, end)))
                    .with("byte", Fact::Vocabulary(vec![byte])),
            );
        }
        None if tree.parse_document().is_err() => {
            let recovered = tree.recover_document();
            findings.extend(recovered.errors.iter().map(|error| {
                let finding = Finding::new(&builtin::SYNTAX_ERROR, place(error.span))
                    .with("slip", Fact::Vocabulary(vec![error.slip.code().to_owned()]));
                match error.opening {
                    Some(opening) => finding.and("opening", place(opening)),
                    None => finding,
                }
            }));
        }
        None => {}
    }
    tree.shrink();
    let document = Document {
        id,
        path: Arc::from(file.shown),
        origins: origin.into(),
        apart: false,
        tree,
        damage: Damage::default(),
        slots: Vec::new(),
        broken: Vec::new(),
        flawed: Vec::new(),
    };
    (document, findings)
}

/// The validator of schemas of a draft.
fn meta_schema(draft: Draft) -> Result<&'static Validator, &'static SchemaError> {
    type Slot = OnceLock<Result<Validator, SchemaError>>;
    static COMPILED: [Slot; Draft::ALL.len()] = [const { OnceLock::new() }; Draft::ALL.len()];
    COMPILED[draft as usize]
        .get_or_init(|| {
            let set = SchemaSet::default().with_formats(Formats::Annotation);
            set.with_meta_schemas()
                .compile(draft.uri().trim_end_matches('#'))
        })
        .as_ref()
}

/// What the meta-schemas of the drafts in a document find, but for what is known already.
fn against_meta_schemas(document: &Document, linted: &Linted, known: &[Finding]) -> Vec<Finding> {
    let tree = &document.tree;
    let inner = inner_roots(tree, linted);
    let told: BTreeSet<u32> = known
        .iter()
        .filter(|finding| finding.rule.id == builtin::SCHEMA_INVALID.id)
        .filter_map(|finding| finding.primary.spot.token())
        .collect();
    let mut seen: BTreeSet<(Place, &str)> = BTreeSet::new();
    let mut findings: Vec<Finding> = Vec::new();
    for &(root, draft) in &linted.roots {
        let validator = match meta_schema(draft) {
            Ok(validator) => validator,
            Err(error) => {
                findings.push(unusable(document, error));
                continue;
            }
        };
        let (found, _) = examine_values(tree, validator, &[root], Damage::default());
        for mut finding in found {
            if follows_from_number(tree, &finding) {
                continue;
            }
            finding.rehome(document.id);
            let token = finding.primary.spot.token().unwrap_or(root);
            let finding = as_invalid(finding);
            // A repeated key is one wherever it is looked at from.
            let own =
                finding.rule.id == builtin::DUPLICATE_KEY.id || !is_within(&inner, root, token);
            if own
                && !is_told(tree, token, &told)
                && seen.insert((finding.primary, finding.rule.id))
            {
                findings.push(finding);
            }
        }
    }
    findings
}

/// Whether all that is wrong is that draft 4 wants a limit beside `exclusiveMinimum`, which holds a number as in later
/// drafts: that is told of the number.
fn follows_from_number(tree: &Tree, finding: &Finding) -> bool {
    let Some(object) = finding.primary.spot.token() else {
        return false;
    };
    let missing = |name: &str| {
        let property = Fact::Vocabulary(vec![name.to_owned()]);
        finding.rule.id == builtin::MISSING_PROPERTY.id
            && finding.evidence.contains(&("property", property))
    };
    let is_number = |name: &str| {
        let value = tree.node(object).get(name);
        value.is_some_and(|value| value.kind() == ValueKind::Number)
    };
    missing("minimum") && is_number("exclusiveMinimum")
        || missing("maximum") && is_number("exclusiveMaximum")
}

/// Tokens of schemas, first and one past the last, by the schema with a draft of its own around them.
type Inner = BTreeMap<u32, Vec<(u32, u32)>>;

/// Where drafts begin within schemas that have a draft of their own themselves.
fn inner_roots(tree: &Tree, linted: &Linted) -> Inner {
    let mut inner = Inner::new();
    let mut around: Vec<(u32, u32)> = Vec::new();
    let roots: BTreeSet<u32> = linted.roots.iter().map(|(root, _)| *root).collect();
    for root in roots {
        let end = tree.node(root).end_index();
        while around.last().is_some_and(|(_, end)| *end <= root) {
            around.pop();
        }
        if let Some((outer, _)) = around.last() {
            inner.entry(*outer).or_default().push((root, end));
        }
        around.push((root, end));
    }
    inner
}

/// Whether a token lies in another draft's schema within that at `root`.
fn is_within(inner: &Inner, root: u32, token: u32) -> bool {
    let inner = inner.get(&root).map_or(&[][..], Vec::as_slice);
    let at = inner.partition_point(|(start, _)| *start <= token);
    at.checked_sub(1).is_some_and(|at| token < inner[at].1)
}

/// Whether a fault in the value at a token, a text or a list of types, was told in better words.
fn is_told(tree: &Tree, token: u32, told: &BTreeSet<u32>) -> bool {
    let node = tree.node(token);
    let named = tree.key_of(token).and_then(Node::as_str);
    let may_be = node.kind() == ValueKind::String || named == Some("type");
    may_be && told.range(token..node.end_index()).next().is_some()
}

/// A fault of a value as a fault of a schema.
fn as_invalid(finding: Finding) -> Finding {
    if finding.rule.id == builtin::DUPLICATE_KEY.id {
        return finding;
    }
    let problem = Fact::Vocabulary(vec![finding.rule.id.to_owned()]);
    let mut invalid =
        Finding::new(&builtin::SCHEMA_INVALID, finding.primary).with("problem", problem);
    invalid.evidence.extend(finding.evidence);
    invalid.related = finding.related;
    invalid.because = finding.because;
    invalid.fix = finding.fix;
    invalid
}

/// Looks at a document that was parsed.
pub(super) fn lint(document: &Document, uri: &str, draft: Draft, formats: bool) -> Linted {
    let mut linted = Linted::default();
    if let Some(root) = document.tree.roots().next() {
        let linter = Linter {
            document: document.id,
            formats,
            linted: &mut linted,
        };
        linter.document(root, uri, draft);
    }
    linted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_meta_schema_of_every_draft_judges() {
        for draft in Draft::ALL {
            let mut tree = Tree::new("{\"minLength\": \"3\"}".to_owned());
            let node = tree.parse_document().unwrap();
            let validator = meta_schema(draft).unwrap();
            assert_eq!(validator.violations(node).len(), 1, "{}", draft.name());
        }
    }
}
