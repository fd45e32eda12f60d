//! Where the references of schemas lead.

use std::collections::BTreeMap;

use missionlint_tape::{Node, ValueKind, resolve_reference};

use super::address::{is_relative, path_of, percent_decoded};
use super::drafts::{Draft, is_meta_schema};
use super::lint::{Linter, Reference, Resource, Scope, Targets, without_fragment};
use super::user::{Opened, ReadFile, SchemaFile, Unread, document, lint};
use crate::catalogue::{Severity, builtin};
use crate::document::Document;
use crate::finding::{DocumentId, Fact, Finding, Place, Spot};
use crate::nearest::nearest;

/// Follows references from file to file.
pub(super) struct Resolver<'r> {
    read: ReadFile<'r>,
    formats: bool,
    /// The draft of the schema itself, and of files that do not say.
    draft: Draft,
    pub(super) documents: Vec<Document>,
    pub(super) opened: Vec<Opened>,
    /// Where references lead in each document.
    pub(super) targets: Vec<Targets>,
    /// Documents and tokens by URI, also by those that references make of a path.
    resources: BTreeMap<String, (usize, u32)>,
    /// Files that could not be read, by URI.
    unread: BTreeMap<String, Unread>,
}

/// Where a reference leads.
enum Target {
    /// Document, token, and token of the resource around it.
    Node(usize, u32, u32),
    /// Into a meta-schema, or into a file whose own findings tell more.
    Elsewhere,
}

/// Why a reference leads nowhere.
struct Dangling {
    reason: &'static str,
    detail: Option<Fact>,
}

fn dangling(reason: &'static str) -> Dangling {
    Dangling {
        reason,
        detail: None,
    }
}

impl<'r> Resolver<'r> {
    pub(super) fn new(read: ReadFile<'r>, formats: bool) -> Self {
        Self {
            read,
            formats,
            draft: Draft::default(),
            documents: Vec::new(),
            opened: Vec::new(),
            targets: Vec::new(),
            resources: BTreeMap::new(),
            unread: BTreeMap::new(),
        }
    }

    /// Adds a file read from a URI; the first is the schema itself.
    pub(super) fn add(&mut self, uri: &str, file: SchemaFile) {
        let at = self.documents.len();
        let id = DocumentId(u32::try_from(at).unwrap_or(u32::MAX));
        let (document, findings) = document(file, id);
        let broken = findings
            .iter()
            .any(|finding| finding.rule.severity == Severity::Error);
        let mut opened = Opened {
            uri: uri.to_owned(),
            broken,
            ..Opened::default()
        };
        if !broken {
            opened.linted = lint(&document, uri, self.draft, self.formats);
        }
        if let (0, Some((_, draft))) = (at, opened.linted.roots.first()) {
            self.draft = *draft;
        }
        opened.linted.findings.extend(findings);
        self.resources.entry(uri.to_owned()).or_insert((at, 0));
        let resources = std::mem::take(&mut opened.linted.resources);
        for resource in &resources {
            let here = (at, resource.node);
            let first = self.resources.entry(resource.uri.clone()).or_insert(here);
            if *first != here {
                let finding = repeated_id(&document, resource);
                opened.linted.findings.push(finding);
            }
        }
        opened.linted.resources = resources;
        self.documents.push(document);
        self.opened.push(opened);
        self.targets.push(Targets::new());
    }

    /// Reads all files that are referred to, and looks at all schemas that references lead to.
    pub(super) fn follow(&mut self) {
        loop {
            let known = (self.documents.len(), self.schemas());
            let mut at = 0;
            while at < self.documents.len() {
                for reference in self.opened[at].linted.references.clone() {
                    self.open(at, &reference);
                }
                at += 1;
            }
            for at in 0..self.documents.len() {
                for reference in self.opened[at].linted.references.clone() {
                    if let Ok(Target::Node(there, node, resource)) = self.resolve(at, &reference) {
                        self.arrive(there, node, resource, &reference.scope);
                    }
                }
            }
            if known == (self.documents.len(), self.schemas()) {
                return;
            }
        }
    }

    fn schemas(&self) -> usize {
        let counts = self.opened.iter().map(|opened| opened.linted.schemas.len());
        counts.sum()
    }

    /// A reference leads to a value: it is a schema, wherever it stands.
    fn arrive(&mut self, at: usize, token: u32, resource: u32, scope: &Scope) {
        self.targets[at].insert(token);
        let (document, opened) = (&self.documents[at], &mut self.opened[at]);
        if opened.linted.schemas.contains_key(&token) {
            return;
        }
        let around = opened.linted.schemas.get(&resource).cloned();
        let linter = Linter {
            document: document.id,
            formats: self.formats,
            linted: &mut opened.linted,
        };
        linter.referred(
            document.tree.node(token),
            &around.unwrap_or_else(|| scope.clone()),
        );
    }

    /// Reads the file that a reference names by its path, where nothing known has its URI.
    fn open(&mut self, at: usize, reference: &Reference) {
        let Some(target) = resolve_reference(&reference.scope.base, &reference.written) else {
            return;
        };
        let target = without_fragment(&target);
        if self.resources.contains_key(target) || is_meta_schema(target) {
            return;
        }
        let Some(uri) = self.beside(at, reference) else {
            return;
        };
        if !self.resources.contains_key(&uri) && !self.unread.contains_key(&uri) {
            let path = path_of(&uri).unwrap_or_default();
            match (self.read)(&path) {
                Ok(file) => self.add(&uri, file),
                Err(reason) => {
                    self.unread.insert(uri.clone(), reason);
                }
            }
        }
        if let Some(&(there, node)) = self.resources.get(&uri)
            && target != uri
        {
            self.resources.insert(target.to_owned(), (there, node));
        }
    }

    /// The URI of the file that a reference names by a path relative to the file it stands in.
    fn beside(&self, at: usize, reference: &Reference) -> Option<String> {
        let written = without_fragment(&reference.written);
        is_relative(&reference.written)
            .then(|| resolve_reference(&self.opened[at].uri, written))
            .flatten()
    }

    fn resolve(&self, at: usize, reference: &Reference) -> Result<Target, Dangling> {
        let uri = resolve_reference(&reference.scope.base, &reference.written)
            .ok_or_else(|| dangling("not-a-uri"))?;
        let (target, fragment) = uri.split_once('#').unwrap_or((&uri, ""));
        let Some(&(there, root)) = self.resources.get(target) else {
            return if is_meta_schema(target) {
                Ok(Target::Elsewhere)
            } else {
                Err(self.unknown(at, reference, target))
            };
        };
        if self.opened[there].broken {
            return Ok(Target::Elsewhere);
        }
        let fragment = percent_decoded(fragment).ok_or_else(|| dangling("not-a-uri"))?;
        let tree = &self.documents[there].tree;
        let root = tree.node(root);
        let found = if fragment.is_empty() {
            Some(root)
        } else if fragment.starts_with('/') {
            root.at_pointer(&fragment)
        } else {
            self.anchor(there, target, &fragment)
        };
        match found {
            Some(node) if matches!(node.kind(), ValueKind::Object | ValueKind::Boolean) => {
                Ok(Target::Node(there, node.index(), root.index()))
            }
            Some(_) => Err(dangling("not-a-schema")),
            None => Err(Dangling {
                detail: (there != at).then(|| Fact::Text(self.documents[there].path.to_string())),
                ..dangling("no-such-place")
            }),
        }
    }

    /// Document and token of the schema at hand that a reference leads to.
    pub(super) fn target(&self, at: usize, reference: &Reference) -> Option<(usize, u32)> {
        match self.resolve(at, reference) {
            Ok(Target::Node(there, node, _)) => Some((there, node)),
            _ => None,
        }
    }

    /// The URIs that the resource with a URI goes by: its own, and that of the file whose root it is.
    fn names_of(&self, there: usize, target: &str) -> Vec<&str> {
        let node = self.resources.get(target).map(|(_, node)| *node);
        let resources = self.opened[there].linted.resources.iter();
        resources
            .filter(|resource| Some(resource.node) == node || resource.uri == target)
            .map(|resource| resource.uri.as_str())
            .collect()
    }

    fn anchor(&self, there: usize, target: &str, name: &str) -> Option<Node<'_>> {
        let names = self.names_of(there, target);
        let mut anchors = self.opened[there].linted.anchors.iter();
        let anchor =
            anchors.find(|anchor| anchor.name == name && names.contains(&anchor.uri.as_str()))?;
        Some(self.documents[there].tree.node(anchor.node))
    }

    /// The fragment that was probably meant by a reference to a place that is not there.
    fn nearest_place(&self, reference: &Reference) -> Option<String> {
        let uri = resolve_reference(&reference.scope.base, &reference.written)?;
        let (target, fragment) = uri.split_once('#')?;
        let &(there, root) = self.resources.get(target)?;
        let root = self.documents[there].tree.node(root);
        let fragment = &percent_decoded(fragment)?;
        let Some(pointer) = fragment.strip_prefix('/') else {
            let names = self.names_of(there, target);
            let anchors = self.opened[there].linted.anchors.iter();
            let anchors = anchors.filter(|anchor| names.contains(&anchor.uri.as_str()));
            let close = nearest(fragment, anchors.map(|anchor| anchor.name.as_str()))?;
            return Some(format!("#{close}"));
        };
        let mut reached = String::new();
        let mut rest = pointer.split('/');
        let mut here = root;
        let wrong = loop {
            let segment = rest.next()?;
            match here.at_pointer(&format!("/{segment}")) {
                Some(next) => {
                    reached.push('/');
                    reached.push_str(segment);
                    here = next;
                }
                None => break segment,
            }
        };
        let keys = here.members().filter_map(|(key, _)| key.as_str());
        let close = nearest(wrong, keys)?;
        let after: Vec<&str> = std::iter::once(close).chain(rest).collect();
        Some(format!("#{reached}/{}", after.join("/")))
    }

    /// URI and text of every file, with references across files written out: what a reference means then depends on
    /// nothing but its text.
    pub(super) fn texts(&self) -> Vec<(String, String)> {
        let all = self.documents.iter().enumerate();
        all.map(|(at, document)| {
            let uri = self.canonical(at, 0).unwrap_or(&self.opened[at].uri);
            (uri.to_owned(), self.written_out(at, document))
        })
        .collect()
    }

    fn written_out(&self, at: usize, document: &Document) -> String {
        let (source, mut text, mut end) = (document.tree.text(), String::new(), 0);
        let mut references: Vec<&Reference> = self.opened[at].linted.references.iter().collect();
        references.sort_by_key(|reference| reference.node);
        for reference in references {
            let Some(uri) = self.absolute(reference) else {
                continue;
            };
            let span = document.tree.node(reference.node).span();
            text.push_str(&source[end..span.start as usize]);
            text.push_str(&serde_json::Value::from(uri).to_string());
            end = span.end as usize;
        }
        text.push_str(&source[end..]);
        text
    }

    /// The URI of what a reference to another resource leads to, by the resource's own name.
    fn absolute(&self, reference: &Reference) -> Option<String> {
        if reference.written.starts_with('#') {
            return None;
        }
        let uri = resolve_reference(&reference.scope.base, &reference.written)?;
        let (target, fragment) = uri.split_once('#').unwrap_or((&uri, ""));
        let &(there, root) = self.resources.get(target)?;
        let own = self.canonical(there, root)?;
        // Without an empty fragment: the validator takes `tree#` for the `#` of a `$recursiveRef` in that tree.
        Some(if fragment.is_empty() {
            own.to_owned()
        } else {
            format!("{own}#{fragment}")
        })
    }

    /// The last name that a resource gives itself, by which the validator knows it.
    fn canonical(&self, at: usize, node: u32) -> Option<&str> {
        let mut resources = self.opened[at].linted.resources.iter().rev();
        let resource = resources.find(|resource| resource.node == node)?;
        Some(&resource.uri)
    }

    /// Why nothing has the URI of a reference.
    fn unknown(&self, at: usize, reference: &Reference, target: &str) -> Dangling {
        let Some(uri) = self.beside(at, reference) else {
            return if target.starts_with("file:") {
                dangling("absolute")
            } else {
                dangling("not-fetched")
            };
        };
        match self.unread.get(&uri) {
            Some(Unread::Because(reason)) => Dangling {
                detail: Some(Fact::Phrase(reason.clone())),
                ..dangling("unreadable")
            },
            _ if target.starts_with("file:") => dangling("no-such-file"),
            _ => Dangling {
                detail: Some(Fact::Text(target.to_owned())),
                ..dangling("no-such-id")
            },
        }
    }
}

/// Two schemas have one name: references to it may mean either.
fn repeated_id(document: &Document, resource: &Resource) -> Finding {
    let schema = document.tree.node(resource.node);
    let named = schema.get("$id").or_else(|| schema.get("id"));
    let primary = Place {
        document: document.id,
        spot: Spot::Value(named.unwrap_or(schema).index()),
    };
    Finding::new(&builtin::SCHEMA_INVALID, primary)
        .with("problem", Fact::Vocabulary(vec!["repeated-id".to_owned()]))
        .with("found", Fact::Text(resource.uri.clone()))
}

/// References for which what was probably meant is looked for: that goes through all names.
const SUGGESTED: usize = 100;

/// Findings about all references that lead nowhere.
pub(super) fn judge_references(resolver: &Resolver<'_>) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for (at, opened) in resolver.opened.iter().enumerate() {
        for reference in &opened.linted.references {
            if let Err(dangling) = resolver.resolve(at, reference) {
                let primary = Place {
                    document: resolver.documents[at].id,
                    spot: Spot::Value(reference.node),
                };
                let misses = dangling.reason == "no-such-place" && findings.len() < SUGGESTED;
                let nearest = misses.then(|| resolver.nearest_place(reference));
                let reason = Fact::Vocabulary(vec![dangling.reason.to_owned()]);
                findings.push(
                    Finding::new(&builtin::SCHEMA_UNRESOLVED_REFERENCE, primary)
                        .with("reference", Fact::Text(reference.written.clone()))
                        .with("reason", reason)
                        .with_some("detail", dangling.detail)
                        .with_some("nearest", nearest.flatten().map(Fact::Text)),
                );
            }
        }
    }
    findings
}
