//! What follows from something else: `unevaluatedProperties` and `unevaluatedItems` after another keyword failed.

use std::collections::BTreeMap;
use std::ops::Range;

use serde_json::Value;

use crate::instance::value_of;
use crate::library::{Library, Place};
use crate::{Fault, Node, Tree, Violation};

/// Marks violations that only follow from others: `unevaluatedProperties` and `unevaluatedItems` do not count what a
/// part of the schema describes that does not hold itself.
pub(crate) fn mark(library: &Library, tree: &Tree, found: &mut [Violation]) {
    let any = found.iter().flat_map(Violation::leaves).any(is_unevaluated);
    if !any {
        return;
    }
    let mut failed: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    note_paths(found, &mut failed);
    for nodes in failed.values_mut() {
        nodes.sort_unstable();
    }
    mark_each(library, tree, found, &failed);
}

fn mark_each(
    library: &Library,
    tree: &Tree,
    found: &mut [Violation],
    failed: &BTreeMap<String, Vec<u32>>,
) {
    for violation in found {
        if is_unevaluated(violation) {
            let inside = violation.node..tree.node(violation.node).end_index();
            violation.follows = follows(library, violation, &inside, failed);
        }
        mark_each(library, tree, &mut violation.because, failed);
        if let Fault::NoBranch { choice } | Fault::SeveralBranches { choice } = &mut violation.fault
        {
            for branch in &mut choice.branches {
                mark_each(library, tree, &mut branch.violations, failed);
            }
        }
    }
}

/// The token of what a violation follows from.
fn follows(
    library: &Library,
    violation: &Violation,
    inside: &Range<u32>,
    failed: &BTreeMap<String, Vec<u32>>,
) -> Option<u32> {
    let (before, _) = violation.evaluation_path.rsplit_once('/')?;
    let trail = library.trail(before);
    let holder = trail.last().filter(|step| step.length == before.len())?;
    parts(library, &holder.place).find_map(|(way, part)| {
        let shape = library.shape(&part);
        let describes = match &violation.fault {
            Fault::UnknownProperty { name, .. } => shape.properties.contains_key(name),
            _ => shape.describes_items,
        };
        let prefix = format!("{before}/{way}/");
        let mut failed = failed
            .range(prefix.clone()..)
            .take_while(|(path, _)| path.starts_with(&prefix));
        let cause = |nodes: &Vec<u32>| {
            let first = nodes.partition_point(|node| *node < inside.start);
            nodes
                .get(first)
                .copied()
                .filter(|node| inside.contains(node))
        };
        describes
            .then(|| failed.find_map(|(_, nodes)| cause(nodes)))
            .flatten()
    })
}

fn is_unevaluated(violation: &Violation) -> bool {
    violation.keyword.starts_with("unevaluated")
}

/// Where something does not hold, by evaluation path.
fn note_paths(violations: &[Violation], failed: &mut BTreeMap<String, Vec<u32>>) {
    for violation in violations {
        let nodes = failed.entry(violation.evaluation_path.clone()).or_default();
        nodes.push(violation.node);
        for nested in violation.nested() {
            note_paths(std::slice::from_ref(nested), failed);
        }
    }
}

/// The schemas inside one that are about the same value, with the way to them.
fn parts<'s>(library: &'s Library, place: &Place<'s>) -> impl Iterator<Item = (String, Place<'s>)> {
    let mut found = Vec::new();
    for (keyword, value) in place.schema.as_object().into_iter().flatten() {
        let here = |schema| library.within(place.base.clone(), schema);
        match (keyword.as_str(), value) {
            ("$ref" | "$dynamicRef" | "$recursiveRef", Value::String(reference)) => {
                let target = library.follow(&place.base, reference);
                found.extend(target.map(|target| (keyword.clone(), target)));
            }
            ("allOf" | "anyOf" | "oneOf", Value::Array(list)) => {
                let numbered = list.iter().enumerate();
                found.extend(
                    numbered.map(|(number, part)| (format!("{keyword}/{number}"), here(part))),
                );
            }
            ("then" | "else", part) => found.push((keyword.clone(), here(part))),
            ("dependentSchemas", Value::Object(list)) => {
                let escaped = |name: &str| name.replace('~', "~0").replace('/', "~1");
                let named = list.iter();
                found.extend(
                    named.map(|(name, part)| (format!("{keyword}/{}", escaped(name)), here(part))),
                );
            }
            _ => {}
        }
    }
    found.into_iter()
}

/// The elements that no part of the schema knows. The error holds their texts in order; whether an element is known
/// depends on its value or on how many come before it, so among equal ones the last are meant.
pub(crate) fn unevaluated<'t>(array: Node<'t>, texts: &[String]) -> impl Iterator<Item = Node<'t>> {
    let mut texts = texts.iter().rev().peekable();
    let elements: Vec<Node<'t>> = array.elements().collect();
    let mut found = Vec::new();
    for element in elements.into_iter().rev() {
        let Some(text) = texts.peek() else { break };
        let written = value_of(element).to_string();
        if written == **text {
            texts.next();
            found.push(element);
        }
    }
    // One for each, whatever happens.
    found.extend(texts.map(|_| array));
    found.into_iter().rev()
}
