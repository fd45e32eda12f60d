//! References that lead back to where they stand without a step into the value: they never say anything.

use std::collections::BTreeMap;

use missionlint_tape::{Node, ValueKind};

use super::lint::{Linted, Reference};
use super::resolve::Resolver;
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding, Place, Spot};

/// A schema: its document and token.
pub(super) type Schema = (usize, u32);

/// A way from a schema to another one that judges the same value: over the text of a reference, or to a part of it.
#[derive(Clone, Copy)]
pub(super) struct Way {
    pub(super) to: Schema,
    reference: Option<Schema>,
}

/// Keywords that hold a schema, a list of schemas, or schemas by name, for the value itself.
const IN_PLACE: [&str; 9] = [
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "dependencies",
];

/// A schema that is being followed.
struct Visit {
    schema: Schema,
    /// The reference by which it was reached.
    by: Option<Schema>,
    ways: Vec<Way>,
}

/// The references of each document, by the tokens of their texts.
pub(super) fn reference_maps<'r>(resolver: &'r Resolver<'_>) -> Vec<BTreeMap<u32, &'r Reference>> {
    let of = |linted: &'r Linted| {
        let all = linted.references.iter();
        all.map(|reference| (reference.node, reference)).collect()
    };
    let opened = resolver.opened.iter();
    opened.map(|opened| of(&opened.linted)).collect()
}

/// A finding about each cycle: at the reference that closes it, with the place that it leads back to.
pub(super) fn cycles(resolver: &Resolver<'_>) -> Vec<Finding> {
    let references = reference_maps(resolver);
    // The position on the path, or none for those that are done.
    let mut known: BTreeMap<Schema, Option<usize>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (at, opened) in resolver.opened.iter().enumerate() {
        for &token in opened.linted.schemas.keys() {
            let start = (at, token);
            let mut path: Vec<Visit> = Vec::new();
            let mut next = (!known.contains_key(&start)).then_some(Way {
                to: start,
                reference: None,
            });
            loop {
                if let Some(way) = next.take() {
                    match known.get(&way.to) {
                        None => {
                            known.insert(way.to, Some(path.len()));
                            path.push(Visit {
                                schema: way.to,
                                by: way.reference,
                                ways: ways(resolver, &references, way.to),
                            });
                        }
                        Some(Some(position)) => {
                            let mut back = path[position + 1..].iter().rev();
                            let closing = way.reference.or_else(|| back.find_map(|visit| visit.by));
                            findings
                                .extend(closing.map(|closing| {
                                    endless(resolver, &references, closing, way.to)
                                }));
                        }
                        Some(None) => {}
                    }
                }
                let Some(visit) = path.last_mut() else {
                    break;
                };
                next = visit.ways.pop();
                if next.is_none() {
                    known.insert(visit.schema, None);
                    path.pop();
                }
            }
        }
    }
    findings
}

/// Where a schema leads without a step into the value.
pub(super) fn ways(
    resolver: &Resolver<'_>,
    references: &[BTreeMap<u32, &Reference>],
    (at, token): Schema,
) -> Vec<Way> {
    let node = resolver.documents[at].tree.node(token);
    let mut ways = Vec::new();
    for name in ["$ref", "$recursiveRef", "$dynamicRef"] {
        let value = node.get(name);
        let reference = value.and_then(|value| references[at].get(&value.index()));
        if let Some(reference) = reference
            && let Some(to) = resolver.target(at, reference)
        {
            ways.push(Way {
                to,
                reference: Some((at, reference.node)),
            });
        }
    }
    let scope = resolver.opened[at].linted.schemas.get(&token);
    let replaced = scope.is_some_and(|scope| scope.draft.reference_replaces());
    if replaced && node.get("$ref").is_some() {
        return ways;
    }
    let schemas = &resolver.opened[at].linted.schemas;
    let mut part = |value: Node<'_>| {
        if schemas.contains_key(&value.index()) {
            ways.push(Way {
                to: (at, value.index()),
                reference: None,
            });
        }
    };
    for name in IN_PLACE {
        let Some(value) = node.get(name) else {
            continue;
        };
        let named = name.starts_with("depend");
        match value.kind() {
            ValueKind::Array => value.elements().for_each(&mut part),
            _ if named => value.members().for_each(|(_, member)| part(member)),
            _ => part(value),
        }
    }
    ways
}

fn endless(
    resolver: &Resolver<'_>,
    references: &[BTreeMap<u32, &Reference>],
    (at, token): Schema,
    (there, back): Schema,
) -> Finding {
    let place = |at: usize, spot: Spot| Place {
        document: resolver.documents[at].id,
        spot,
    };
    let written = references[at]
        .get(&token)
        .map_or("", |reference| &reference.written);
    Finding::new(
        &builtin::SCHEMA_ENDLESS_REFERENCE,
        place(at, Spot::Value(token)),
    )
    .with("reference", Fact::Text(written.to_owned()))
    .and("back", place(there, Spot::KeyOf(back)))
}
