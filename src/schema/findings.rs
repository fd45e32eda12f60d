//! From schema violations to findings, one for each fault, and to damage.

use missionlint_tape::{Bound, Fault, Node, Tree, Validator, Violation};

use super::excused::is_excused;
use super::{of_envelope, of_kind, property_names};
use crate::catalogue::{Meta, builtin};
use crate::document::{Damage, Kind, Slot, type_name};
use crate::finding::{DocumentId, Fact, Finding, Place, Safety, Spot};
use crate::nearest::nearest;

/// Judges envelopes and records of a tree by their schemas, and its objects for duplicate keys.
///
/// `damage` is what syntax errors have left: it excuses what cannot be as the schemas say. Gives the findings, with
/// places in document 0, and all that rules must not rely on. `Err` names a schema of ours that
/// does not compile: a fault of the tool.
pub fn examine(
    tree: &Tree,
    slots: &[Slot],
    envelopes: &[u32],
    damage: Damage,
) -> Result<(Vec<Finding>, Damage), String> {
    let mut examined = Examined::of(tree, damage);
    if !envelopes.is_empty() {
        let validator = of_envelope().map_err(ToString::to_string)?;
        for &envelope in envelopes {
            examined.apply(validator, tree.node(envelope));
        }
    }
    for slot in slots {
        if let Some(kind) = slot.kind {
            examined.kind = Some(kind);
            examined.apply(
                of_kind(kind).map_err(ToString::to_string)?,
                tree.node(slot.node),
            );
        }
    }
    Ok((examined.findings, examined.damage))
}

/// Judges values of a tree, by their tokens, by any schema, and all objects of the tree for duplicate keys.
///
/// `damage` is what syntax errors have left. Gives the findings, with places in document 0, and what of the values is
/// not as the schema says.
pub fn examine_values(
    tree: &Tree,
    validator: &Validator,
    roots: &[u32],
    damage: Damage,
) -> (Vec<Finding>, Damage) {
    let mut examined = Examined::of(tree, damage);
    for &root in roots {
        examined.apply(validator, tree.node(root));
    }
    (examined.findings, examined.damage)
}

struct Examined<'t> {
    tree: &'t Tree,
    /// Of the record at hand.
    kind: Option<Kind>,
    findings: Vec<Finding>,
    damage: Damage,
}

fn at(spot: Spot) -> Place {
    Place {
        document: DocumentId(0),
        spot,
    }
}

impl<'t> Examined<'t> {
    /// Nothing judged yet but for the duplicate keys of the tree.
    fn of(tree: &'t Tree, damage: Damage) -> Self {
        let mut examined = Self {
            tree,
            kind: None,
            findings: Vec::new(),
            damage,
        };
        for duplicate in tree.duplicates() {
            examined.duplicate_key(duplicate.first, duplicate.again);
        }
        examined
    }

    fn duplicate_key(&mut self, first: u32, again: u32) {
        let key = self.tree.node(again).as_str().unwrap_or("").to_owned();
        self.damage.mark(again + 1);
        self.findings.push(
            Finding::new(&builtin::DUPLICATE_KEY, at(Spot::Key(again)))
                .with("key", Fact::Text(key))
                .and("first", at(Spot::Key(first))),
        );
    }

    fn apply(&mut self, validator: &Validator, value: Node<'_>) {
        let mut violations = validator.violations(value);
        violations.retain(|violation| !is_excused(self.tree, &self.damage, violation));
        if violations.is_empty() {
            return;
        }
        violations.sort_by_key(|violation| (violation.node, rank(&violation.fault)));
        for group in violations.chunk_by(|one, other| one.node == other.node) {
            self.about_one_value(group);
        }
    }

    /// All violations of one value, the most telling first.
    fn about_one_value(&mut self, group: &[Violation]) {
        for violation in group {
            self.mark(violation);
        }
        let mut folded = vec![false; group.len()];
        for missing in 0..group.len() {
            if let Some(unknown) = misspelling_of(group, missing, &folded) {
                folded[missing] = true;
                folded[unknown] = true;
                self.misspelt(&group[missing], &group[unknown]);
            }
        }
        let mut about_value: Option<usize> = None;
        for (violation, _) in group.iter().zip(folded).filter(|(_, folded)| !folded) {
            let finding = self.finding(violation);
            match about_value {
                // Several keywords about one value: the most telling one, with the others attached.
                Some(position) if is_about_value(&violation.fault) => {
                    self.findings[position].because.push(finding);
                }
                _ => {
                    if is_about_value(&violation.fault) {
                        about_value = Some(self.findings.len());
                    }
                    self.findings.push(finding);
                }
            }
        }
    }

    /// A required property is missing and an unknown key looks like it: one finding, with both attached.
    fn misspelt(&mut self, missing: &Violation, unknown: &Violation) {
        let (Fault::MissingProperty { name }, Fault::UnknownProperty { key, name: found }) =
            (&missing.fault, &unknown.fault)
        else {
            return;
        };
        let primary = at(Spot::Key(*key));
        let mut finding = Finding::new(&builtin::MISSPELT_KEY, primary)
            .with("key", Fact::Text(found.clone()))
            .with("property", Fact::Vocabulary(vec![name.clone()]))
            .fixed_by(Safety::Suggested, vec![(primary, format!("\"{name}\""))]);
        finding.because = vec![self.finding(unknown), self.finding(missing)];
        self.findings.push(finding);
    }

    /// Marks what rules must not rely on.
    fn mark(&mut self, violation: &Violation) {
        match &violation.fault {
            Fault::MissingProperty { .. } => {}
            Fault::UnknownProperty { name, .. } => {
                let object = self.tree.node(violation.node);
                let alike = property_names()
                    .iter()
                    .filter(|known| nearest(name, [known.as_str()]).is_some());
                for known in alike.filter(|known| object.get(known).is_none()) {
                    self.damage.mark_missing(violation.node, known);
                }
            }
            _ => self.damage.mark(violation.node),
        }
    }

    fn finding(&self, violation: &Violation) -> Finding {
        let node = self.tree.node(violation.node);
        let value = at(Spot::Value(violation.node));
        let about =
            |rule: &'static Meta| Finding::new(rule, value).with("field", named(self.field(node)));
        let found = || {
            let written = node.as_str().unwrap_or(node.lexeme()).to_owned();
            if self.names_person(node) {
                Fact::Person(written)
            } else {
                Fact::Text(written)
            }
        };
        let words = |list: &[String]| Fact::Vocabulary(list.to_vec());
        let word = |word: &str| Fact::Vocabulary(vec![word.to_owned()]);
        match &violation.fault {
            Fault::Type { expected, found } => about(&builtin::WRONG_TYPE)
                .with(
                    "expected",
                    Fact::Vocabulary(expected.iter().map(|name| (*name).to_owned()).collect()),
                )
                .with("found", word(type_name(*found))),
            Fault::Enum { options } => {
                let finding = about(&builtin::VALUE_NOT_ALLOWED)
                    .with("found", found())
                    .with("options", words(options));
                let close = node
                    .as_str()
                    .and_then(|found| nearest(found, options.iter().map(String::as_str)));
                match close {
                    // As telling as the value itself.
                    Some(close) => finding
                        .with("nearest", Fact::Code(close.to_owned()))
                        .fixed_by(Safety::Suggested, vec![(value, format!("\"{close}\""))]),
                    None => finding,
                }
            }
            Fault::Const { expected } => about(&builtin::VALUE_NOT_ALLOWED)
                .with("found", found())
                .with("options", words(std::slice::from_ref(expected))),
            Fault::MissingProperty { name } => {
                Finding::new(&builtin::MISSING_PROPERTY, value.key()).with("property", word(name))
            }
            Fault::UnknownProperty { key, name } => {
                Finding::new(&builtin::UNKNOWN_KEY, at(Spot::Key(*key)))
                    .with("key", Fact::Text(name.clone()))
            }
            Fault::Format { format } => about(&builtin::INVALID_FORMAT)
                .with("found", found())
                .with("format", word(format)),
            Fault::Pattern { pattern } => about(&builtin::PATTERN_MISMATCH)
                .with("found", found())
                .with("pattern", word(pattern)),
            Fault::Number { bound, limit } => about(&builtin::NUMBER_OUT_OF_RANGE)
                .with("found", found())
                .with("bound", word(bound_code(*bound)))
                .with("limit", word(limit)),
            Fault::Length { bound, limit } => about(&builtin::TEXT_LENGTH)
                .with("bound", word(bound_code(*bound)))
                .with("limit", word(&limit.to_string())),
            Fault::Items { bound, limit } | Fault::Members { bound, limit } => {
                about(&builtin::ITEM_COUNT)
                    .with("bound", word(bound_code(*bound)))
                    .with("limit", word(&limit.to_string()))
            }
            Fault::RepeatedItem { first, again } => {
                Finding::new(&builtin::REPEATED_ITEM, at(Spot::Value(*again)))
                    .with("field", named(self.field(node)))
                    .and("first", at(Spot::Value(*first)))
            }
            Fault::Other { keyword } => {
                let mut finding = about(&builtin::SCHEMA_MISMATCH).with("keyword", word(keyword));
                finding.because = violation
                    .because
                    .iter()
                    .map(|nested| self.finding(nested))
                    .collect();
                finding
            }
        }
    }

    /// Whether a value is meant to be the id of a person, however badly it is written.
    fn names_person(&self, node: Node<'_>) -> bool {
        let key = self.tree.key_of(node.index()).and_then(Node::as_str);
        match key {
            Some("person" | "from_person" | "to_person" | "by") => true,
            Some("id") => self.kind == Some(Kind::Person),
            _ => false,
        }
    }

    /// The property that a value, or the list it stands in, belongs to.
    fn field(&self, node: Node<'_>) -> String {
        let mut index = node.index();
        loop {
            if let Some(key) = self.tree.key_of(index) {
                return key.as_str().unwrap_or("").to_owned();
            }
            match self.parent_array(index) {
                Some(parent) => index = parent,
                None => return String::new(),
            }
        }
    }

    /// The array that holds the element at a token.
    fn parent_array(&self, index: u32) -> Option<u32> {
        let root = self.tree.root_of(index)?;
        (root.index()..index).rev().find(|&before| {
            let candidate = self.tree.node(before);
            !candidate.is_key() && candidate.end_index() > index
        })
    }
}

/// The name of a field: a word of the contract, or (in a map) of the record.
fn named(field: String) -> Fact {
    if property_names().contains(&field) {
        Fact::Vocabulary(vec![field])
    } else {
        Fact::Text(field)
    }
}

/// The unknown key of an object that looks like its missing property at `missing`.
fn misspelling_of(group: &[Violation], missing: usize, folded: &[bool]) -> Option<usize> {
    let Fault::MissingProperty { name } = &group[missing].fault else {
        return None;
    };
    group.iter().enumerate().position(|(position, other)| {
        !folded[position]
            && matches!(&other.fault, Fault::UnknownProperty { name: found, .. } if nearest(found, [name.as_str()]).is_some())
    })
}

/// Whether a fault is about the value itself rather than about its members.
fn is_about_value(fault: &Fault) -> bool {
    !matches!(
        fault,
        Fault::MissingProperty { .. } | Fault::UnknownProperty { .. } | Fault::RepeatedItem { .. }
    )
}

/// Which of several faults of one value tells most.
fn rank(fault: &Fault) -> u8 {
    match fault {
        Fault::Type { .. } => 0,
        Fault::Const { .. } => 1,
        Fault::Enum { .. } => 2,
        Fault::Format { .. } => 3,
        Fault::Pattern { .. } => 4,
        Fault::Number { .. }
        | Fault::Length { .. }
        | Fault::Items { .. }
        | Fault::Members { .. } => 5,
        Fault::MissingProperty { .. } => 6,
        Fault::UnknownProperty { .. } => 7,
        Fault::RepeatedItem { .. } => 8,
        Fault::Other { .. } => 9,
    }
}

fn bound_code(bound: Bound) -> &'static str {
    match bound {
        Bound::Least => "least",
        Bound::Above => "above",
        Bound::Most => "most",
        Bound::Below => "below",
    }
}
