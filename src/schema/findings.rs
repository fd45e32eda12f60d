//! From schema violations to findings, one for each fault, and to damage.
//!
//! ## Decisions
//! * Nothing is dropped: what another finding explains is in its `because`, so that every single error of the
//!   validator is one finding or the cause of one.

use std::collections::BTreeSet;

use missionlint_tape::{Branch, Choice, Fault, Node, Tree, Validator, ValueKind, Violation};

use super::branch::{Meant, meant, name_of};
use super::facts::{Teller, at, quoted};
use super::words::Words;
use super::{of_envelope, of_kind, property_names};
use crate::catalogue::builtin;
use crate::document::{Damage, Slot};
use crate::finding::{Fact, Finding, Safety, Spot};
use crate::nearest::nearest;

/// Judges envelopes and records of a tree by their schemas, and its objects for duplicate keys.
///
/// Gives the findings, with places in document 0, and what rules must not rely on. `Err` names a schema of ours that
/// does not compile: a fault of the tool.
pub fn examine(
    tree: &Tree,
    slots: &[Slot],
    envelopes: &[u32],
) -> Result<(Vec<Finding>, Damage), String> {
    let mut examined = Examined::of(tree, property_names());
    if !envelopes.is_empty() {
        let validator = of_envelope().map_err(ToString::to_string)?;
        for &envelope in envelopes {
            examined.apply(validator, tree.node(envelope));
        }
    }
    for slot in slots {
        if let Some(kind) = slot.kind {
            examined.teller.words.kind = Some(kind);
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
/// Gives the findings, with places in document 0, and what of the values is not as the schema says.
pub fn examine_values(tree: &Tree, validator: &Validator, roots: &[u32]) -> (Vec<Finding>, Damage) {
    let mut examined = Examined::of(tree, validator.property_names());
    for &root in roots {
        examined.apply(validator, tree.node(root));
    }
    (examined.findings, examined.damage)
}

struct Examined<'t> {
    tree: &'t Tree,
    teller: Teller<'t>,
    findings: Vec<Finding>,
    damage: Damage,
}

/// A violation to tell, with what it explains.
struct Told<'v> {
    violation: &'v Violation,
    /// What is told of it instead of its own fault.
    instead: Option<Fault>,
    /// Whether it is no error of the validator itself but sums up the hidden ones.
    sums_up: bool,
    /// Errors that are not told because of this one.
    hidden: Vec<&'v Violation>,
    /// The branch that the value was taken for.
    checked_as: Option<String>,
    /// Keys that would decide between branches.
    deciding: Vec<String>,
}

impl<'v> Told<'v> {
    fn of(violation: &'v Violation) -> Self {
        Self {
            violation,
            instead: None,
            sums_up: false,
            hidden: Vec::new(),
            checked_as: None,
            deciding: Vec::new(),
        }
    }

    fn fault(&self) -> &Fault {
        self.instead.as_ref().unwrap_or(&self.violation.fault)
    }
}

/// What of some violations is to be told; in `followers` what only follows from others.
fn tell<'v>(
    tree: &Tree,
    violations: impl IntoIterator<Item = &'v Violation>,
    checked_as: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    for violation in violations {
        match &violation.fault {
            _ if violation.follows => followers.push(violation),
            Fault::NoBranch { choice } if !violation.leaves().is_empty() => {
                tell_choice(tree, violation, choice, checked_as, told, followers);
            }
            Fault::SeveralBranches { .. } => {
                let mut one = Told::of(violation);
                one.hidden = violation.nested().flat_map(Violation::leaves).collect();
                told.push(one);
            }
            _ if !violation.because.is_empty() => {
                tell(tree, &violation.because, checked_as, told, followers);
            }
            _ => {
                let mut one = Told::of(violation);
                one.checked_as = checked_as.map(str::to_owned);
                told.push(one);
            }
        }
    }
}

fn tell_choice<'v>(
    tree: &Tree,
    violation: &'v Violation,
    choice: &'v Choice,
    checked_as: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    let leaves = violation.leaves();
    // What stands for all branches is the error of one of them, seen in another light.
    let mut stand_in = |instead: Fault, alike: &dyn Fn(&Violation) -> bool| {
        let base = leaves.iter().copied().find(|leaf| alike(leaf))?;
        let others = leaves
            .iter()
            .copied()
            .filter(|leaf| !std::ptr::eq(*leaf, base));
        told.push(Told {
            instead: Some(instead),
            hidden: others.collect(),
            ..Told::of(base)
        });
        Some(())
    };
    let here = |leaf: &Violation| leaf.node == violation.node;
    let listed = |leaf: &Violation| matches!(leaf.fault, Fault::Const { .. } | Fault::Enum { .. });
    let value = tree.node(violation.node);
    let mut deciding = Vec::new();
    let done = match meant(choice, value) {
        Meant::Branch { index, by_type } => {
            let name = (!by_type).then(|| name_of(&choice.branches[index], index));
            let name = name.as_deref().or(checked_as);
            return tell_branch(tree, choice, index, name, told, followers);
        }
        Meant::UnknownTag { value, options } => stand_in(Fault::Enum { options }, &|leaf| {
            leaf.node == value && listed(leaf)
        }),
        Meant::MissingTag { name } => {
            let needed_by = None;
            let is_it = |leaf: &Violation| {
                here(leaf)
                    && matches!(&leaf.fault, Fault::MissingProperty { name: missing, .. } if *missing == name)
            };
            let instead = Fault::MissingProperty {
                name: name.clone(),
                needed_by,
            };
            stand_in(instead, &is_it)
        }
        Meant::Types { expected } => {
            let found = value.kind();
            stand_in(Fault::Type { expected, found }, &|leaf| {
                here(leaf) && matches!(leaf.fault, Fault::Type { .. })
            })
        }
        Meant::Values { options } => {
            stand_in(Fault::Enum { options }, &|leaf| here(leaf) && listed(leaf))
        }
        Meant::Unclear { deciding: keys } => {
            deciding = keys;
            None
        }
    };
    if done.is_none() {
        told.push(Told {
            sums_up: leaves.iter().any(|leaf| !std::ptr::eq(*leaf, violation)),
            hidden: leaves
                .into_iter()
                .filter(|leaf| !std::ptr::eq(*leaf, violation))
                .collect(),
            checked_as: checked_as.map(str::to_owned),
            deciding,
            ..Told::of(violation)
        });
    }
}

/// Tells what one branch finds; what the others find is behind the first of it.
fn tell_branch<'v>(
    tree: &Tree,
    choice: &'v Choice,
    index: usize,
    name: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    let start = told.len();
    tell(
        tree,
        &choice.branches[index].violations,
        name,
        told,
        followers,
    );
    let others = |branch: &'v Branch| branch.violations.iter().flat_map(Violation::leaves);
    let numbered = choice.branches.iter().enumerate();
    let hidden = numbered
        .filter(|(number, _)| *number != index)
        .flat_map(|(_, branch)| others(branch));
    match told.get_mut(start) {
        Some(first) => first.hidden.extend(hidden),
        None => followers.extend(hidden),
    }
}

impl<'t> Examined<'t> {
    /// Nothing judged yet but for the duplicate keys of the tree.
    fn of(tree: &'t Tree, known: &'t BTreeSet<String>) -> Self {
        let mut examined = Self {
            tree,
            teller: Teller {
                tree,
                words: Words::of(tree, known),
            },
            findings: Vec::new(),
            damage: Damage::default(),
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
        let violations = validator.violations(value);
        if violations.is_empty() {
            return;
        }
        let (mut told, mut followers) = (Vec::new(), Vec::new());
        tell(self.tree, &violations, None, &mut told, &mut followers);
        told.sort_by_key(|one| (one.violation.node, rank(one.fault())));
        let before = self.findings.len();
        for group in told.chunk_by(|one, other| one.violation.node == other.violation.node) {
            self.about_one_value(group);
        }
        for follower in followers {
            self.follow(follower, before);
        }
    }

    /// Puts what only follows from something else behind it, or tells it where there is no such thing.
    fn follow(&mut self, violation: &Violation, before: usize) {
        self.mark(violation.node, &violation.fault);
        let finding = self.teller.leaf(violation);
        let inside = violation.node..self.tree.node(violation.node).end_index();
        let cause = self.findings[before..].iter_mut().find(|cause| {
            let token = cause.primary.spot.token();
            token.is_some_and(|token| inside.contains(&token))
        });
        match cause {
            Some(cause) => cause.because.push(finding),
            None => self.findings.push(finding),
        }
    }

    /// All that is told of one value, the most telling first.
    fn about_one_value(&mut self, group: &[Told<'_>]) {
        for one in group {
            self.mark(one.violation.node, one.fault());
        }
        let mut folded = vec![false; group.len()];
        for missing in 0..group.len() {
            if let Some(unknown) = misspelling_of(group, missing, &folded) {
                folded[missing] = true;
                folded[unknown] = true;
                self.misspelt(&group[missing], &group[unknown]);
            }
        }
        let mut firsts: Vec<(usize, &Fault)> = Vec::new();
        let kind = self.tree.node(group[0].violation.node).kind();
        for (one, _) in group.iter().zip(folded).filter(|(_, folded)| !folded) {
            let mut finding = self.told(one);
            let fault = one.fault();
            let same = firsts.iter().find(|(_, first)| is_same(first, fault, kind));
            if let Some((position, _)) = same {
                let first: &mut Finding = &mut self.findings[*position];
                if one.sums_up {
                    first.because.append(&mut finding.because);
                } else {
                    first.because.push(finding);
                }
            } else {
                firsts.push((self.findings.len(), fault));
                self.findings.push(finding);
            }
        }
    }

    /// What is told of one violation, with all that is behind it.
    fn told(&self, one: &Told<'_>) -> Finding {
        let mut finding = self.teller.finding(one.violation, one.fault());
        if !one.deciding.is_empty() {
            finding = finding.with("deciding", Fact::Vocabulary(one.deciding.clone()));
        }
        if let Some(name) = &one.checked_as {
            finding = finding.with("checked_as", Fact::Vocabulary(vec![name.clone()]));
        }
        let hidden = one.hidden.iter().map(|leaf| self.teller.leaf(leaf));
        finding.because.extend(hidden);
        finding
    }

    /// A required property is missing and an unknown key looks like it: one finding, with both attached.
    fn misspelt(&mut self, missing: &Told<'_>, unknown: &Told<'_>) {
        let (
            Fault::MissingProperty { name, .. },
            Fault::UnknownProperty {
                key, name: found, ..
            },
        ) = (missing.fault(), unknown.fault())
        else {
            return;
        };
        let primary = at(Spot::Key(*key));
        let mut finding = Finding::new(&builtin::MISSPELT_KEY, primary)
            .with("key", Fact::Text(found.clone()))
            .with("property", Fact::Vocabulary(vec![name.clone()]))
            .fixed_by(Safety::Suggested, vec![(primary, quoted(name))]);
        finding.because = vec![self.told(unknown), self.told(missing)];
        self.findings.push(finding);
    }

    /// Marks what rules must not rely on.
    fn mark(&mut self, node: u32, fault: &Fault) {
        match fault {
            Fault::MissingProperty { .. } => {}
            Fault::UnknownProperty { name, known, .. } => {
                let object = self.tree.node(node);
                let contract = self.teller.words.kind.is_some();
                let alike = |word: &&String| nearest(name, [word.as_str()]).is_some();
                let words: Vec<&String> = if contract {
                    property_names().iter().filter(alike).collect()
                } else {
                    known.iter().filter(alike).collect()
                };
                for word in words.into_iter().filter(|word| object.get(word).is_none()) {
                    self.damage.mark_missing(node, word);
                }
            }
            _ => self.damage.mark(node),
        }
    }
}

/// The unknown key of an object that looks like its missing property at `missing`.
fn misspelling_of(group: &[Told<'_>], missing: usize, folded: &[bool]) -> Option<usize> {
    let Fault::MissingProperty { name, .. } = group[missing].fault() else {
        return None;
    };
    if folded[missing] {
        return None;
    }
    group.iter().enumerate().position(|(position, other)| {
        !folded[position]
            && matches!(other.fault(), Fault::UnknownProperty { name: found, .. } if nearest(found, [name.as_str()]).is_some())
    })
}

/// Whether two faults of one value are one thing to put right: that it is the wrong value altogether, or the same
/// member that several parts of a schema miss or do not know.
fn is_same(one: &Fault, other: &Fault, kind: ValueKind) -> bool {
    match (one, other) {
        (Fault::MissingProperty { name, .. }, Fault::MissingProperty { name: again, .. }) => {
            name == again
        }
        (Fault::UnknownProperty { key, .. }, Fault::UnknownProperty { key: again, .. }) => {
            key == again
        }
        (Fault::UnknownItem { item }, Fault::UnknownItem { item: again }) => item == again,
        _ => is_about_value(one, kind) && is_about_value(other, kind),
    }
}

/// Whether a fault is about the value itself rather than about its members.
fn is_about_value(fault: &Fault, kind: ValueKind) -> bool {
    match fault {
        Fault::MissingProperty { .. }
        | Fault::UnknownProperty { .. }
        | Fault::ForbiddenProperties { .. }
        | Fault::UnknownItem { .. }
        | Fault::ExtraItems { .. }
        | Fault::Contains { .. }
        | Fault::RepeatedItem { .. } => false,
        Fault::NoBranch { .. } | Fault::SeveralBranches { .. } | Fault::Other { .. } => {
            !matches!(kind, ValueKind::Array | ValueKind::Object)
        }
        _ => true,
    }
}

/// Which of several faults of one value tells most.
fn rank(fault: &Fault) -> u8 {
    match fault {
        Fault::Forbidden => 0,
        Fault::Type { .. } => 1,
        Fault::Const { .. } => 2,
        Fault::Enum { .. } => 3,
        Fault::Format { .. } | Fault::Content { .. } => 4,
        Fault::Pattern { .. } => 5,
        Fault::Number { .. }
        | Fault::NotMultiple { .. }
        | Fault::Length { .. }
        | Fault::Items { .. }
        | Fault::ExtraItems { .. }
        | Fault::Members { .. } => 6,
        Fault::Excluded { .. } => 7,
        Fault::MissingProperty { .. } => 8,
        Fault::UnknownProperty { .. } | Fault::UnknownItem { .. } => 9,
        Fault::ForbiddenProperties { .. } | Fault::RepeatedItem { .. } | Fault::Contains { .. } => {
            10
        }
        Fault::NoBranch { .. } | Fault::SeveralBranches { .. } => 11,
        Fault::Other { .. } => 12,
    }
}
