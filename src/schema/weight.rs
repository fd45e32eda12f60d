//! How many ways lead from a schema to those that judge the same value: a schema that refers twice to one that refers
//! twice to another, and so on, would have each value judged more often than anybody can wait for.

use std::collections::BTreeMap;

use super::cycles::{Schema, Way, reference_maps, ways};
use super::resolve::Resolver;
use crate::catalogue::builtin;
use crate::finding::{Fact, Finding, Place, Spot};

/// Schemas by which one value may be judged on behalf of one. Unions of hundreds of records stay far below it.
const MOST: u64 = 1 << 16;

/// A schema whose ways are being followed.
struct Visit {
    schema: Schema,
    ways: Vec<Way>,
    /// Schemas that judge the value, as far as they are counted.
    weight: u64,
    /// Whether one of those it leads to has too many ways itself.
    told: bool,
}

impl Visit {
    fn add(&mut self, weight: u64) {
        self.weight = self.weight.saturating_add(weight);
        self.told |= weight > MOST;
    }
}

/// A finding about each schema that has too many ways itself, none of those it leads to having as many.
pub(super) fn too_many_ways(resolver: &Resolver<'_>) -> Vec<Finding> {
    let references = reference_maps(resolver);
    // No weight for those that are still being followed: a cycle is told elsewhere.
    let mut weights: BTreeMap<Schema, Option<u64>> = BTreeMap::new();
    let mut findings = Vec::new();
    for (at, opened) in resolver.opened.iter().enumerate() {
        for &token in opened.linted.schemas.keys() {
            let start = (at, token);
            if weights.contains_key(&start) {
                continue;
            }
            let begin = |weights: &mut BTreeMap<Schema, Option<u64>>, schema| {
                weights.insert(schema, None);
                Visit {
                    schema,
                    ways: ways(resolver, &references, schema),
                    weight: 1,
                    told: false,
                }
            };
            let mut path = vec![begin(&mut weights, start)];
            while let Some(visit) = path.last_mut() {
                if let Some(way) = visit.ways.pop() {
                    match weights.get(&way.to) {
                        Some(known) => visit.add(known.unwrap_or(0)),
                        None => path.push(begin(&mut weights, way.to)),
                    }
                    continue;
                }
                let Visit {
                    schema,
                    weight,
                    told,
                    ..
                } = *visit;
                if weight > MOST && !told {
                    findings.push(finding(resolver, schema));
                }
                weights.insert(schema, Some(weight));
                path.pop();
                if let Some(before) = path.last_mut() {
                    before.add(weight);
                }
            }
        }
    }
    findings
}

fn finding(resolver: &Resolver<'_>, (at, token): Schema) -> Finding {
    let place = Place {
        document: resolver.documents[at].id,
        spot: Spot::Value(token),
    };
    Finding::new(&builtin::SCHEMA_INVALID, place.key())
        .with(
            "problem",
            Fact::Vocabulary(vec!["too-many-ways".to_owned()]),
        )
        .with("limit", Fact::Text(MOST.to_string()))
}
