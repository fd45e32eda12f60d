//! How often rules applied in a unit.

use super::packed::Packed;
use crate::catalogue::Meta;
use crate::rules::{RULES, Tally};

/// How often rules applied.
#[derive(Default)]
pub(super) struct Tallies(Packed<(usize, Tally)>);

impl Tallies {
    /// Each rule with how often it applied, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static Meta, Tally)> {
        // Numbers can always be packed.
        let packed = self.0.open().map_while(Result::ok);
        packed.filter_map(|(position, tally)| Some((RULES.get(position)?.meta, tally)))
    }
}

impl FromIterator<(&'static Meta, Tally)> for Tallies {
    /// What is no rule of ours never applies.
    fn from_iter<I: IntoIterator<Item = (&'static Meta, Tally)>>(tallies: I) -> Self {
        let tallies = tallies.into_iter().filter_map(|(meta, tally)| {
            let position = RULES.iter().position(|rule| rule.meta.id == meta.id);
            Some((position?, tally))
        });
        Self(Packed::of(tallies).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_come_back_as_they_were() {
        let tally = |blocked| Tally {
            applicable: u64::MAX,
            run: 300,
            blocked,
        };
        let all = RULES.iter().zip(0..);
        let all: Vec<_> = all.map(|(rule, at)| (rule.meta, tally(at))).collect();
        let back: Vec<_> = all.iter().copied().collect::<Tallies>().iter().collect();
        let ids = |tallies: &[(&'static Meta, Tally)]| -> Vec<_> {
            tallies
                .iter()
                .map(|(rule, tally)| (rule.id, *tally))
                .collect()
        };
        assert!(!all.is_empty());
        assert_eq!(ids(&back), ids(&all));
        assert!(Tallies::default().iter().next().is_none());
    }
}
