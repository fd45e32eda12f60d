//! From schema violations to findings, one for each fault, and to damage.
//!
//! ## Decisions
//! * Nothing is dropped: what another finding explains is in its `because`, so that every single error of the
//!   validator is one finding or the cause of one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use missionlint_tape::{Fault, Node, Tree, Validator, ValueKind, Violation};

use super::excused::is_excused;
use super::facts::{Teller, at, quoted};
use super::tell::{Told, tell};
use super::words::{Vocabulary, Words};
use super::{of_envelope, of_kind, property_names};
use crate::catalogue::builtin;
use crate::document::{Damage, Slot};
use crate::finding::{Fact, Finding, Safety, Spot};
use crate::nearest::nearest;

/// Judges envelopes and records of a tree by their schemas, and its objects for duplicate keys.
///
/// `damage` is what syntax errors have left: it excuses what cannot be as the schemas say. `understood` are values that
/// may be other than those that a schema lists. Gives the findings, with
/// places in document 0, and all that rules must not rely on. `Err` names a schema of ours that
/// does not compile: a fault of the tool.
pub fn examine(
    tree: &Tree,
    slots: &[Slot],
    envelopes: &[u32],
    damage: Damage,
    understood: &BTreeSet<u32>,
) -> Result<(Vec<Finding>, Damage), String> {
    let mut examined = Examined::of(tree, Vocabulary::Contract, damage);
    examined.understood = Some(understood);
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
/// `damage` is what syntax errors have left. Gives the findings, with places in document 0, and what of the values is
/// not as the schema says.
pub fn examine_values(
    tree: &Tree,
    validator: &Validator,
    roots: &[u32],
    damage: Damage,
) -> (Vec<Finding>, Damage) {
    let mut examined = Examined::of(tree, Vocabulary::Of(validator), damage);
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
    /// Values that may be other than those a schema lists.
    understood: Option<&'t BTreeSet<u32>>,
}

impl<'t> Examined<'t> {
    /// Nothing judged yet but for the duplicate keys of the tree.
    fn of(tree: &'t Tree, vocabulary: Vocabulary<'t>, damage: Damage) -> Self {
        let mut examined = Self {
            tree,
            teller: Teller {
                tree,
                words: Words::of(tree, vocabulary),
            },
            findings: Vec::new(),
            damage,
            understood: None,
        };
        for duplicate in tree.duplicates() {
            if examined.damage.is_overfull(duplicate.object) {
                // One of the two may belong to the object around.
                examined.damage.mark(duplicate.again + 1);
            } else {
                examined.duplicate_key(duplicate.first, duplicate.again);
            }
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
        violations.retain(|violation| {
            !self.is_understood(violation) && !is_excused(self.tree, &self.damage, violation)
        });
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
        if followers.is_empty() {
            return;
        }
        let mut by_token: BTreeMap<u32, usize> = BTreeMap::new();
        for position in before..self.findings.len() {
            if let Some(token) = self.findings[position].primary.spot.token() {
                by_token.entry(token).or_insert(position);
            }
        }
        for follower in followers {
            self.follow(follower, &by_token);
        }
    }

    /// Whether a value that a schema does not list means something all the same.
    fn is_understood(&self, violation: &Violation) -> bool {
        matches!(violation.fault, Fault::Enum { .. })
            && self
                .understood
                .is_some_and(|values| values.contains(&violation.node))
    }

    /// Puts what only follows from something else behind it, or tells it where there is no such thing.
    fn follow(&mut self, violation: &Violation, by_token: &BTreeMap<u32, usize>) {
        self.mark(violation.node, &violation.fault);
        let finding = self.teller.leaf(violation);
        let inside = violation.node..self.tree.node(violation.node).end_index();
        let cause = violation
            .follows
            .and_then(|token| by_token.get(&token))
            .or_else(|| by_token.range(inside).next().map(|(_, cause)| cause));
        match cause {
            Some(cause) => self.findings[*cause].because.push(finding),
            None => self.findings.push(finding),
        }
    }

    /// All that is told of one value, the most telling first.
    fn about_one_value(&mut self, group: &[Told<'_>]) {
        for one in group {
            self.mark(one.violation.node, one.fault());
        }
        // The first of those that are about the same member.
        let mut seen: HashMap<(&str, u32), usize> = HashMap::new();
        let numbered = group.iter().enumerate();
        let heads: Vec<usize> = numbered
            .map(|(position, one)| {
                let member = member_of(one.fault());
                member.map_or(position, |member| *seen.entry(member).or_insert(position))
            })
            .collect();
        let mut folded: Vec<Option<usize>> = vec![None; group.len()];
        for missing in 0..group.len() {
            if heads[missing] == missing
                && let Some(unknown) = misspelling_of(group, missing, &heads, &folded)
            {
                folded[missing] = Some(self.findings.len());
                folded[unknown] = Some(self.findings.len());
                self.misspelt(&group[missing], &group[unknown]);
            }
        }
        let kind = self.tree.node(group[0].violation.node).kind();
        let mut about_value = None;
        let mut claimed = claimed_names(group, &folded);
        for (position, one) in group.iter().enumerate() {
            let head = heads[position];
            let is_value = is_about_value(one.fault(), kind);
            let first = match folded[head] {
                Some(_) if head == position => continue,
                None if is_value => about_value,
                first => first,
            };
            let mut finding = self.told(one);
            claim(&mut finding, &mut claimed);
            if let Some(first) = first {
                let causes = &mut self.findings[first].because;
                if one.sums_up {
                    causes.append(&mut finding.because);
                } else {
                    causes.push(finding);
                }
            } else {
                folded[head] = Some(self.findings.len());
                if is_value {
                    about_value = Some(self.findings.len());
                }
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
            // As telling as the tag itself.
            finding = finding.with("checked_as", Fact::Code(name.clone()));
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
                let contract = self.teller.words.kind.is_some();
                let alike = |word: &&String| nearest(name, [word.as_str()]).is_some();
                let words: Vec<&String> = if contract {
                    property_names().iter().filter(alike).collect()
                } else {
                    known.iter().filter(alike).collect()
                };
                for word in words {
                    if !self.teller.words.has_key(node, word) {
                        self.damage.mark_missing(node, word);
                    }
                }
            }
            _ => self.damage.mark(node),
        }
    }
}

/// The unknown key of an object that looks like its missing property at `missing`.
fn misspelling_of(
    group: &[Told<'_>],
    missing: usize,
    heads: &[usize],
    folded: &[Option<usize>],
) -> Option<usize> {
    let Fault::MissingProperty { name, .. } = group[missing].fault() else {
        return None;
    };
    (0..group.len()).find(|&position| {
        heads[position] == position
            && folded[position].is_none()
            && matches!(group[position].fault(), Fault::UnknownProperty { name: found, .. } if nearest(found, [name.as_str()]).is_some())
    })
}

/// The missing properties that some unknown key was taken for.
fn claimed_names(group: &[Told<'_>], folded: &[Option<usize>]) -> HashSet<String> {
    let taken = group
        .iter()
        .zip(folded)
        .filter(|(_, folded)| folded.is_some());
    taken
        .filter_map(|(one, _)| match one.fault() {
            Fault::MissingProperty { name, .. } => Some(quoted(name)),
            _ => None,
        })
        .collect()
}

/// Takes back the proposal to rename a key to what another one was taken for already.
fn claim(finding: &mut Finding, claimed: &mut HashSet<String>) {
    if finding.rule.id != builtin::UNKNOWN_KEY.id {
        return;
    }
    let wanted = finding.fix.as_ref().and_then(|fix| fix.edits.first());
    let again = wanted.is_some_and(|(_, name)| !claimed.insert(name.clone()));
    if again {
        finding.fix = None;
        finding.evidence.retain(|(key, _)| *key != "nearest");
    }
}

/// The member a fault is about; several parts of a schema may miss it or not know it.
fn member_of(fault: &Fault) -> Option<(&str, u32)> {
    match fault {
        Fault::MissingProperty { name, .. } => Some((name, 0)),
        // No value has the token 0 and is a member.
        Fault::UnknownProperty { key, .. } => Some(("", *key)),
        Fault::UnknownItem { item } => Some(("", *item)),
        _ => None,
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
