//! What is wrong with one schema document apart from its meta-schema, and what it names and refers to.

use std::collections::{BTreeMap, BTreeSet};

use missionlint_tape::{Node, Tree, ValueKind, resolve_reference};

use super::drafts::{Draft, Holds, KEYWORDS, is_extension, keyword_named};
use crate::catalogue::builtin;
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};
use crate::nearest::nearest;

/// A schema with a URI of its own: the root of a document, or one inside with `$id`.
#[derive(Debug, Clone)]
pub(super) struct Resource {
    /// Its URI, without fragment.
    pub(super) uri: String,
    /// Its token.
    pub(super) node: u32,
}

/// A place in a resource with a name.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    /// URI of the resource.
    pub(super) uri: String,
    pub(super) name: String,
    pub(super) node: u32,
}

/// A `$ref`, `$dynamicRef` or `$recursiveRef`.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    /// Token of its text.
    pub(super) node: u32,
    pub(super) written: String,
    /// What it is relative to.
    pub(super) scope: Scope,
}

/// What holds around a schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Scope {
    /// The URI that references are relative to.
    pub(super) base: String,
    pub(super) draft: Draft,
}

/// All there is to know about a schema document.
#[derive(Debug, Default)]
pub(super) struct Linted {
    pub(super) findings: Vec<Finding>,
    pub(super) resources: Vec<Resource>,
    pub(super) anchors: Vec<Anchor>,
    pub(super) references: Vec<Reference>,
    /// Schemas to be judged by the meta-schema of a draft: where another draft begins.
    pub(super) roots: Vec<(u32, Draft)>,
    /// Scopes of all schemas, by their tokens.
    pub(super) schemas: BTreeMap<u32, Scope>,
}

/// Looks at schemas of one document.
pub(super) struct Linter<'t> {
    pub(super) document: DocumentId,
    /// Whether formats are checked at all.
    pub(super) formats: bool,
    pub(super) linted: &'t mut Linted,
}

/// Keywords that hold beside `$ref` in every draft: they judge no value.
const HOLD_BESIDE: [&str; 5] = ["$defs", "$id", "$schema", "definitions", "id"];

impl<'t> Linter<'t> {
    /// Looks at the schema at the root of a document that was read from `uri`; `draft` is what it is written in where
    /// it does not say.
    pub(super) fn document(mut self, root: Node<'t>, uri: &str, draft: Draft) {
        let scope = Scope {
            base: uri.to_owned(),
            draft: declared(root).unwrap_or(draft),
        };
        self.linted.resources.push(Resource {
            uri: scope.base.clone(),
            node: root.index(),
        });
        self.linted.roots.push((root.index(), scope.draft));
        self.numbers(root);
        self.schema(root, &scope);
    }

    /// Looks at a schema that stands where no keyword puts one, because a reference leads there.
    pub(super) fn referred(mut self, node: Node<'t>, scope: &Scope) {
        self.linted.roots.push((node.index(), scope.draft));
        self.schema(node, scope);
    }

    pub(super) fn place(&self, spot: Spot) -> Place {
        Place {
            document: self.document,
            spot,
        }
    }

    pub(super) fn report(&mut self, finding: Finding) {
        self.linted.findings.push(finding);
    }

    fn schema(&mut self, node: Node<'t>, around: &Scope) {
        if self.linted.schemas.contains_key(&node.index()) {
            return;
        }
        let mut scope = around.clone();
        if node.kind() == ValueKind::Object {
            scope = self.own_scope(node, around);
        }
        self.linted.schemas.insert(node.index(), scope.clone());
        let reference = node
            .member("$ref")
            .filter(|_| scope.draft.reference_replaces());
        for (key, value) in node.members() {
            self.keyword(key, value, &scope);
            if let Some((reference, _)) = reference {
                self.beside_reference(key, reference);
            }
        }
        if node.get("if").is_none() && scope.draft >= Draft::Seven {
            for name in ["then", "else"] {
                if let Some((key, _)) = node.member(name) {
                    self.ignored(key, "no-if");
                }
            }
        }
    }

    /// Draft and base that hold in a schema, by its `$schema` and `$id`.
    fn own_scope(&mut self, node: Node<'t>, around: &Scope) -> Scope {
        let mut scope = around.clone();
        if let Some(named) = node.get("$schema")
            && let Some(uri) = named.as_str()
        {
            match Draft::of_uri(uri) {
                Some(draft) => scope.draft = draft,
                None => self.unknown_draft(named, uri),
            }
        }
        if scope.draft != around.draft {
            self.linted.roots.push((node.index(), scope.draft));
        }
        let replaced = scope.draft.reference_replaces() && node.get("$ref").is_some();
        let id = node.get(scope.draft.id_keyword()).filter(|_| !replaced);
        if let Some(named) = id
            && let Some(id) = named.as_str()
        {
            self.identified(node, named, id, &mut scope);
        }
        if scope.draft >= Draft::Y2019 {
            for keyword in ["$anchor", "$dynamicAnchor"] {
                if let Some(name) = node.get(keyword).and_then(Node::as_str) {
                    self.anchor(&scope, name, node);
                }
            }
        }
        scope
    }

    /// A schema names itself: with a URI, or in the older drafts with an anchor.
    fn identified(&mut self, node: Node<'t>, named: Node<'t>, id: &str, scope: &mut Scope) {
        if let Some(anchor) = id.strip_prefix('#').filter(|anchor| !anchor.is_empty()) {
            if scope.draft.reference_replaces() {
                self.anchor(scope, anchor, node);
            }
            return;
        }
        if let Some(uri) = resolve_reference(&scope.base, id) {
            scope.base = String::from(without_fragment(&uri));
            self.linted.resources.push(Resource {
                uri: scope.base.clone(),
                node: node.index(),
            });
        } else {
            let finding = self.invalid(named, "uri");
            self.report(finding.with("found", Fact::Text(id.to_owned())));
        }
    }

    fn anchor(&mut self, scope: &Scope, name: &str, node: Node<'t>) {
        self.linted.anchors.push(Anchor {
            uri: scope.base.clone(),
            name: name.to_owned(),
            node: node.index(),
        });
    }

    fn unknown_draft(&mut self, named: Node<'t>, uri: &str) {
        let primary = self.place(Spot::Value(named.index()));
        let known = Draft::ALL.map(|draft| draft.uri().to_owned()).to_vec();
        let mut finding = Finding::new(&builtin::SCHEMA_UNKNOWN_DRAFT, primary)
            .with("found", Fact::Text(uri.to_owned()))
            .with("options", Fact::Vocabulary(known));
        if let Some(close) = Draft::nearest_uri(uri) {
            finding = finding
                .with("nearest", Fact::Vocabulary(vec![close.to_owned()]))
                .fixed_by(Safety::Suggested, vec![(primary, format!("\"{close}\""))]);
        }
        self.report(finding);
    }

    fn keyword(&mut self, key: Node<'t>, value: Node<'t>, scope: &Scope) {
        let name = key.as_str().unwrap_or("");
        let Some(keyword) = keyword_named(name) else {
            if !is_extension(name) {
                self.unknown(key, name, scope.draft);
            }
            return;
        };
        if !keyword.is_in(scope.draft) && keyword.holds != Holds::Annotation {
            self.of_other_draft(key, name, keyword.drafts(), scope.draft);
            // Keywords of earlier drafts are still followed.
            if !["dependencies", "additionalItems"].contains(&name) {
                return;
            }
        }
        match keyword.holds {
            Holds::Schemas => self.list(value, scope),
            Holds::SchemaOrSchemas if value.kind() == ValueKind::Array => self.list(value, scope),
            Holds::Schema | Holds::SchemaOrSchemas => self.schema(value, scope),
            Holds::NamedSchemas => self.named(value, scope),
            Holds::SchemasOrNames => {
                for (_, member) in value.members() {
                    if member.kind() != ValueKind::Array {
                        self.schema(member, scope);
                    }
                }
            }
            Holds::PatternSchemas => {
                for (pattern, _) in value.members() {
                    self.pattern(pattern);
                }
                self.named(value, scope);
            }
            Holds::Pattern => self.pattern(value),
            Holds::Format => self.format(value, scope.draft),
            Holds::Reference => {
                if let Some(written) = value.as_str() {
                    self.linted.references.push(Reference {
                        node: value.index(),
                        written: written.to_owned(),
                        scope: scope.clone(),
                    });
                }
            }
            Holds::Value if name == "type" => self.types(value),
            Holds::Value | Holds::Annotation => {}
        }
    }

    fn list(&mut self, value: Node<'t>, scope: &Scope) {
        value
            .elements()
            .for_each(|element| self.schema(element, scope));
    }

    fn named(&mut self, value: Node<'t>, scope: &Scope) {
        value
            .members()
            .for_each(|(_, member)| self.schema(member, scope));
    }

    fn unknown(&mut self, key: Node<'t>, name: &str, draft: Draft) {
        let primary = self.place(Spot::Key(key.index()));
        let known = KEYWORDS
            .iter()
            .filter(|keyword| keyword.is_in(draft))
            .map(|keyword| keyword.name);
        let mut finding = Finding::new(&builtin::SCHEMA_UNKNOWN_KEYWORD, primary)
            .with("keyword", Fact::Text(name.to_owned()))
            .with("draft", word(draft.name()));
        if let Some(close) = nearest(name, known) {
            finding = finding
                .with("nearest", word(close))
                .fixed_by(Safety::Suggested, vec![(primary, format!("\"{close}\""))]);
        }
        self.report(finding);
    }

    fn of_other_draft(&mut self, key: Node<'t>, name: &str, drafts: Vec<String>, draft: Draft) {
        let primary = self.place(Spot::Key(key.index()));
        let finding = Finding::new(&builtin::SCHEMA_UNKNOWN_KEYWORD, primary)
            .with("keyword", Fact::Text(name.to_owned()))
            .with("draft", word(draft.name()))
            .with("drafts", Fact::Vocabulary(drafts))
            .with_some("instead", instead(name, draft).map(word));
        self.report(finding);
    }

    /// A keyword beside a `$ref` that replaces it.
    fn beside_reference(&mut self, key: Node<'t>, reference: Node<'t>) {
        let name = key.as_str().unwrap_or("");
        let judges = keyword_named(name).is_some_and(|keyword| {
            !matches!(keyword.holds, Holds::Annotation | Holds::Reference)
                && !HOLD_BESIDE.contains(&name)
        });
        if judges {
            let place = self.place(Spot::Key(reference.index()));
            let finding = self
                .ignored_finding(key, "reference")
                .and("reference", place);
            self.report(finding);
        }
    }

    fn ignored(&mut self, key: Node<'t>, why: &str) {
        let finding = self.ignored_finding(key, why);
        self.report(finding);
    }

    fn ignored_finding(&self, key: Node<'t>, why: &str) -> Finding {
        let primary = self.place(Spot::Key(key.index()));
        Finding::new(&builtin::SCHEMA_IGNORED_KEYWORD, primary)
            .with("keyword", Fact::Text(key.as_str().unwrap_or("").to_owned()))
            .with("why", word(why))
    }

    pub(super) fn invalid(&self, node: Node<'t>, problem: &str) -> Finding {
        let primary = self.place(Spot::Value(node.index()));
        Finding::new(&builtin::SCHEMA_INVALID, primary).with("problem", word(problem))
    }
}

pub(super) fn word(word: &str) -> Fact {
    Fact::Vocabulary(vec![word.to_owned()])
}

/// The draft that the `$schema` of a document names, if it is a known one.
fn declared(root: Node<'_>) -> Option<Draft> {
    root.get("$schema")?.as_str().and_then(Draft::of_uri)
}

/// A URI up to its fragment.
pub(super) fn without_fragment(uri: &str) -> &str {
    uri.split_once('#').map_or(uri, |(before, _)| before)
}

/// What a draft has for a keyword of another one.
fn instead(name: &str, draft: Draft) -> Option<&'static str> {
    Some(match name {
        "dependencies" => "dependentRequired, dependentSchemas",
        "dependentRequired" | "dependentSchemas" => "dependencies",
        "additionalItems" | "prefixItems" => "items",
        "$recursiveRef" => "$dynamicRef",
        "$recursiveAnchor" => "$dynamicAnchor",
        "$dynamicRef" if draft == Draft::Y2019 => "$recursiveRef",
        "$dynamicAnchor" if draft == Draft::Y2019 => "$recursiveAnchor",
        "$defs" => "definitions",
        "$anchor" => draft.id_keyword(),
        "id" => "$id",
        "$id" => "id",
        "const" => "enum",
        _ => return None,
    })
}

/// The tokens of a document that references lead to.
pub(super) type Targets = BTreeSet<u32>;

/// Drops what was said about keys that only hold what references lead to: a place for definitions is no misspelt
/// keyword.
pub(super) fn forgive_holders(findings: &mut Vec<Finding>, tree: &Tree, targets: &Targets) {
    findings.retain(|finding| {
        let Spot::Key(key) = finding.primary.spot else {
            return true;
        };
        let holds = || {
            let value = tree.node(key + 1);
            targets
                .range(value.index()..value.end_index())
                .next()
                .is_some()
        };
        finding.rule.id != builtin::SCHEMA_UNKNOWN_KEYWORD.id || !holds()
    });
}
