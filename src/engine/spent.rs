//! Missions of which texts were given up: what is to be judged with one of them is read again at the end.

use std::collections::BTreeSet;

use rustc_hash::{FxHashMap, FxHashSet};

use super::plan::{Number, Plan, digest};

/// No position of a result.
const NONE: usize = usize::MAX;

/// Missions of which texts were given up.
#[derive(Debug, Default)]
pub(super) struct Spent {
    /// With the position of the result that they were judged with, or [`NONE`].
    results: FxHashMap<Number, usize>,
    /// Missions by what stands for their names.
    by_name: FxHashMap<u64, Number>,
    /// What may be the name of a mission that one of them refers to, with that one.
    awaited: BTreeSet<(u64, Number)>,
}

impl Spent {
    pub(super) fn has(&self, mission: Number) -> bool {
        self.results.contains_key(&mission)
    }

    /// For each unit of a plan, the missions given up that it refers to, or that refer to it: in the end they are one
    /// unit, so that no result of either can hold.
    pub(super) fn tied(&self, plan: &Plan<'_>) -> Vec<Vec<Number>> {
        let mut tied = vec![Vec::new(); plan.units.len()];
        if self.results.is_empty() {
            return tied;
        }
        for (unit, named) in plan.references() {
            tied[unit].extend(self.by_name.get(&named));
        }
        for (missions, tied) in plan.units.iter().zip(&mut tied) {
            for mission in missions {
                let name = digest(plan.name(*mission));
                let awaiting = self
                    .awaited
                    .range((name, Number::MIN)..=(name, Number::MAX));
                tied.extend(awaiting.map(|(_, mission)| *mission));
            }
            tied.retain(|mission| !missions.contains(mission));
        }
        tied
    }

    /// Units of a plan that refer to what is neither in it nor given up, and after which a folder or file is named: it
    /// may be a mission that comes yet.
    pub(super) fn referring(&self, plan: &Plan<'_>, places: &FxHashSet<u64>) -> FxHashSet<usize> {
        let units = plan.units.iter().flatten();
        let here: FxHashSet<u64> = units.map(|mission| digest(plan.name(*mission))).collect();
        let may_come = |named: &u64| {
            places.contains(named) && !here.contains(named) && !self.by_name.contains_key(named)
        };
        let references = plan.references();
        let referring = references.filter(|(_, named)| may_come(named));
        referring.map(|(unit, _)| unit).collect()
    }

    /// Gives up missions of a unit that are not yet; the result of those that were judged is at a position.
    pub(super) fn give_up(&mut self, plan: &Plan<'_>, unit: usize, result: Option<usize>) {
        for mission in &plan.units[unit] {
            let result = result.unwrap_or(NONE);
            self.results.entry(*mission).or_insert(result);
            let name = digest(plan.name(*mission));
            self.by_name.insert(name, *mission);
        }
    }

    /// Takes note of what missions that are given up refer to.
    pub(super) fn await_named(&mut self, plan: &Plan<'_>) {
        for (unit, named) in plan.references() {
            let missions = plan.units[unit].iter();
            let missions = missions.filter(|mission| self.results.contains_key(mission));
            self.awaited
                .extend(missions.map(|mission| (named, *mission)));
        }
    }

    /// The position of the result of a mission.
    pub(super) fn result_of(&self, mission: Number) -> Option<usize> {
        let result = self.results.get(&mission).copied();
        result.filter(|result| *result != NONE)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::plan::Register;
    use crate::engine::testing::{File, planned};

    const ETH: &str = r#"{"kind": "person", "mission": "eth", "id": "P-1"}"#;
    const MLI: &str = r#"{"kind": "person", "mission": "mli", "id": "P-1"}"#;
    const OF_ETH: &str =
        r#"{"kind": "designation", "mission": "mli", "id": "D-1", "from_person": "eth/P-1"}"#;

    /// The missions that those of a plan of `files` are tied with, when those of plans of `before` were given up.
    fn tied(before: &[&[File<'_>]], files: &[File<'_>]) -> Vec<String> {
        let register = Register::default();
        let mut spent = Spent::default();
        for files in before {
            planned(files, &register, |plan| {
                (0..plan.units.len()).for_each(|unit| spent.give_up(plan, unit, None));
                spent.await_named(plan);
            });
        }
        planned(files, &register, |plan| {
            let tied = spent.tied(plan).into_iter().flatten();
            tied.map(|mission| plan.name(mission).to_owned()).collect()
        })
    }

    #[test]
    fn what_refers_to_a_mission_that_was_given_up_is_tied_with_it() {
        let (eth, of_eth) = (&[("a.json", ETH)], &[("b.json", OF_ETH)]);
        assert_eq!(tied(&[eth], of_eth), ["eth"]);
        assert_eq!(tied(&[of_eth], eth), ["mli"]);
        assert!(tied(&[], of_eth).is_empty());
        assert!(tied(&[eth], &[("b.json", MLI)]).is_empty());
        assert!(tied(&[of_eth], &[("b.json", OF_ETH)]).is_empty(), "itself");
        assert!(tied(&[&[("a.json", MLI)]], eth).is_empty());
    }

    #[test]
    fn a_result_is_found_by_each_of_its_missions() {
        let register = Register::default();
        let mut spent = Spent::default();
        let files = [("a.json", ETH), ("b.json", OF_ETH)];
        planned(&files, &register, |plan| {
            let unit = plan.unit_named("eth");
            assert_eq!(unit, plan.unit_named("mli"));
            spent.give_up(plan, unit, Some(3));
            spent.give_up(plan, unit, None);
        });
        let number = |name| register.number_of(name);
        assert_eq!(spent.result_of(number("eth")), Some(3));
        assert_eq!(spent.result_of(number("mli")), Some(3));
        assert!(spent.has(number("mli")) && !spent.has(number("nga")));
        assert_eq!(spent.result_of(number("nga")), None);
    }
}
