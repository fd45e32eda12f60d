//! How often rules applied in a unit.

use crate::catalogue::Meta;
use crate::rules::{RULES, Tally};

/// How often rules applied, in few bytes: every mission of a corpus has some until the end.
#[derive(Debug, Clone, Default)]
pub(super) struct Tallies(Box<[u8]>);

impl Tallies {
    /// Each rule with how often it applied, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&'static Meta, Tally)> {
        let mut rest = &*self.0;
        std::iter::from_fn(move || {
            let (told, behind) = postcard::take_from_bytes::<(usize, Tally)>(rest).ok()?;
            rest = behind;
            let rule = RULES.get(told.0)?;
            Some((rule.meta, told.1))
        })
    }
}

impl FromIterator<(&'static Meta, Tally)> for Tallies {
    /// What is no rule of ours never applies.
    fn from_iter<I: IntoIterator<Item = (&'static Meta, Tally)>>(tallies: I) -> Self {
        let mut bytes = Vec::new();
        for (meta, tally) in tallies {
            let position = RULES.iter().position(|rule| rule.meta.id == meta.id);
            if let Some(position) = position {
                // Nothing can fail where bytes are added to a list.
                bytes = postcard::to_extend(&(position, tally), bytes).unwrap_or_default();
            }
        }
        Self(bytes.into())
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
