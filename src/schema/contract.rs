//! What documents are judged by: the record contract, with the kinds that a country adds, or one schema alone.

use std::collections::BTreeSet;

use missionlint_tape::Tree;

use super::{UserSchema, examine, examine_values, of_head};
use crate::catalogue::builtin;
use crate::document::{Damage, Found, Kind, Slot, find_records, find_values};
use crate::finding::{Fact, Finding, Place, Spot};

/// A kind of record that a country adds.
#[derive(Debug)]
pub struct CustomKind {
    /// The kind.
    pub kind: Kind,
    /// Its schema.
    pub schema: UserSchema,
}

/// What documents are judged by. The default is the record contract.
#[derive(Debug, Default)]
pub struct Contract {
    any: Option<UserSchema>,
    custom: Vec<CustomKind>,
    kinds: Vec<Kind>,
}

impl Contract {
    /// All values are judged by one schema, whatever they are; no rules apply.
    pub fn of_values(schema: UserSchema) -> Self {
        Self {
            any: Some(schema),
            ..Self::default()
        }
    }

    /// The record contract with more kinds.
    pub fn with_kinds(custom: Vec<CustomKind>) -> Self {
        Self {
            any: None,
            kinds: custom.iter().map(|custom| custom.kind).collect(),
            custom,
        }
    }

    /// The schema that all values are judged by, if that is what is done.
    pub fn of_all(&self) -> Option<&UserSchema> {
        self.any.as_ref()
    }

    /// The schemas that the user brings.
    pub fn schemas(&self) -> impl Iterator<Item = &UserSchema> {
        self.any
            .iter()
            .chain(self.custom.iter().map(|custom| &custom.schema))
    }

    /// What tells it from others: for each schema the kind that it is for, what formats do, and its files with their
    /// hashes.
    pub fn told(&self) -> impl std::fmt::Debug + use<'_> {
        let any = self.any.iter().map(|any| (None, any));
        let custom = self.custom.iter();
        let custom = custom.map(|custom| (Some(custom.kind), &custom.schema));
        let all = any.chain(custom);
        all.map(|(kind, schema)| (kind, schema.formats, schema.hashes.as_slice()))
            .collect::<Vec<_>>()
    }

    /// The records of a tree, or the values that tell what may be shown.
    pub fn find(&self, tree: &Tree, damage: &Damage) -> Found {
        if self.any.is_some() {
            find_values(tree, damage)
        } else {
            find_records(tree, damage, &self.kinds)
        }
    }

    /// Judges what [`Contract::find`] found in a tree: see [`examine`]. `understood` are values that are good though
    /// they are not listed in the record contract, because the configuration gives them a meaning.
    pub fn examine(
        &self,
        tree: &Tree,
        found: &Found,
        damage: Damage,
        understood: &BTreeSet<u32>,
    ) -> Result<(Vec<Finding>, Damage), String> {
        if let Some(validator) = self.any.as_ref().and_then(|any| any.validator.as_ref()) {
            let roots: Vec<u32> = tree.roots().map(missionlint_tape::Node::index).collect();
            return Ok(examine_values(tree, validator, &roots, damage));
        }
        if self.custom.is_empty() {
            return examine(tree, &found.slots, &found.envelopes, damage, understood);
        }
        let is_custom = |slot: &&Slot| slot.kind.is_some_and(Kind::is_custom);
        let own: Vec<Slot> = found
            .slots
            .iter()
            .filter(|slot| !is_custom(slot))
            .copied()
            .collect();
        let (mut findings, mut damage) = examine(tree, &own, &found.envelopes, damage, understood)?;
        let names_ours = self.kinds_in(tree, &found.envelopes);
        findings.retain(|finding| !names_ours.contains(&finding.primary.spot));
        for custom in &self.custom {
            let slots: Vec<&Slot> = found
                .slots
                .iter()
                .filter(|slot| slot.kind == Some(custom.kind))
                .collect();
            if !slots.is_empty() {
                let (more, harm) = custom.examine(tree, &slots, damage)?;
                findings.extend(more);
                damage = harm;
            }
        }
        Ok((findings, damage))
    }

    /// Values of `kind` of envelopes that name a kind of the country: the schema of envelopes does not know them.
    fn kinds_in(&self, tree: &Tree, envelopes: &[u32]) -> Vec<Spot> {
        let kinds = envelopes
            .iter()
            .filter_map(|envelope| tree.node(*envelope).get("kind"));
        let ours = kinds.filter(|kind| {
            let name = kind.as_str();
            self.kinds.iter().any(|known| Some(known.code()) == name)
        });
        ours.map(|kind| Spot::Value(kind.index())).collect()
    }
}

/// Members that every record may have, whatever its schema says of members it does not name.
const OF_ALL_RECORDS: [&str; 6] = ["$schema", "classification", "id", "kind", "mission", "note"];

/// Members that an envelope may give in a record's place.
const OF_ENVELOPES: [&str; 3] = ["classification", "kind", "mission"];

impl CustomKind {
    /// Judges records by what holds of all records, and by the schema of the kind.
    fn examine(
        &self,
        tree: &Tree,
        slots: &[&Slot],
        damage: Damage,
    ) -> Result<(Vec<Finding>, Damage), String> {
        let nodes: Vec<u32> = slots.iter().map(|slot| slot.node).collect();
        let head = of_head().map_err(ToString::to_string)?;
        let (mut findings, mut damage) = examine_values(tree, head, &nodes, damage);
        let known: BTreeSet<(Place, &str, String)> = findings.iter().map(identity).collect();
        if let Some(validator) = &self.schema.validator {
            let (more, harm) = examine_values(tree, validator, &nodes, damage);
            damage = harm;
            findings.extend(
                more.into_iter()
                    .filter(|finding| !is_of_container(tree, slots, finding))
                    .filter(|finding| !known.contains(&identity(finding))),
            );
        }
        // What is true of the whole text has been told.
        findings.retain(|finding| finding.rule.id != builtin::DUPLICATE_KEY.id);
        Ok((findings, damage))
    }
}

/// What makes two findings about one value the same.
fn identity(finding: &Finding) -> (Place, &'static str, String) {
    (
        finding.primary,
        finding.rule.id,
        property(finding).to_owned(),
    )
}

/// The property that a finding says is missing.
fn property(finding: &Finding) -> &str {
    finding
        .evidence
        .iter()
        .find_map(|(key, fact)| match fact {
            Fact::Vocabulary(words) if *key == "property" => words.first(),
            _ => None,
        })
        .map_or("", String::as_str)
}

/// Whether a finding only says that a schema leaves to the container what is the container's.
fn is_of_container(tree: &Tree, slots: &[&Slot], finding: &Finding) -> bool {
    let Some(token) = finding.primary.spot.token() else {
        return false;
    };
    let at = slots.partition_point(|slot| slot.node <= token);
    let Some(slot) = at.checked_sub(1).map(|at| slots[at]) else {
        return false;
    };
    let record = tree.node(slot.node);
    if finding.rule.id == builtin::UNKNOWN_KEY.id {
        return record.members().any(|(key, _)| {
            finding.primary.spot == Spot::Key(key.index())
                && key
                    .as_str()
                    .is_some_and(|name| OF_ALL_RECORDS.contains(&name))
        });
    }
    let envelope = slot.envelope.map(|envelope| tree.node(envelope));
    let given = |name: &str| envelope.is_some_and(|envelope| envelope.get(name).is_some());
    finding.rule.id == builtin::MISSING_PROPERTY.id
        && token == slot.node
        && OF_ENVELOPES.contains(&property(finding))
        && given(property(finding))
}
