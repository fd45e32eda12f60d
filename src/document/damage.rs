//! What of a document cannot be relied on.

use missionlint_tape::Recovered;

use super::Obstacle;

/// What of a document cannot be relied on, because something is wrong with it.
#[derive(Debug, Default)]
pub struct Damage {
    /// Tokens of values the schema refuses.
    refused: Tokens,
    /// Missing optional members that a misspelt key may stand for: token of the object, name.
    misspelt: Vec<(u32, String)>,
    /// Tokens of values that the text does not tell, in order; on the tape each is a `null`.
    holes: Vec<u32>,
    /// Tokens of objects and arrays that may lack members or elements, in order.
    lossy: Vec<u32>,
    /// Tokens of objects that may hold members of the one around them, in order.
    overfull: Vec<u32>,
}

impl Damage {
    /// Adds what syntax errors have made of texts on the tape. Texts come in order.
    pub fn add_recovered(&mut self, recovered: &Recovered) {
        self.holes.extend(&recovered.holes);
        self.lossy.extend(&recovered.lossy);
        self.overfull.extend(&recovered.overfull);
    }

    /// Marks the value at a token as refused by the schema.
    pub fn mark(&mut self, token: u32) {
        self.refused.insert(token);
    }

    /// Marks a member that is not there, of the object at a token.
    pub fn mark_missing(&mut self, object: u32, name: &str) {
        self.misspelt.push((object, name.to_owned()));
    }

    /// Whether the text does not tell the value at a token.
    #[inline]
    pub fn is_hole(&self, token: u32) -> bool {
        is_in(&self.holes, token)
    }

    /// Whether the object or array at a token may lack members or elements.
    #[inline]
    pub fn is_lossy(&self, token: u32) -> bool {
        is_in(&self.lossy, token)
    }

    /// Whether the object at a token may hold members of the one around it.
    pub fn is_overfull(&self, token: u32) -> bool {
        is_in(&self.overfull, token)
    }

    /// Whether something among the tokens from `start` up to `end` was lost to a syntax error.
    pub fn has_gap(&self, start: u32, end: u32) -> bool {
        [&self.holes, &self.lossy].into_iter().any(|list| {
            let from = list.partition_point(|token| *token < start);
            list.get(from).is_some_and(|token| *token < end)
        })
    }

    /// What stands in the way of relying on the value at a token.
    #[inline]
    pub fn obstacle_at(&self, token: u32) -> Option<Obstacle> {
        if self.is_hole(token) {
            Some(Obstacle::Syntax)
        } else {
            self.refused.contains(token).then_some(Obstacle::Schema)
        }
    }

    /// What stands in the way of saying that the object at a token has no member of that name, when none was read.
    pub fn obstacle_to_absence(&self, object: u32, name: &str) -> Option<Obstacle> {
        if self.is_lossy(object) {
            return Some(Obstacle::Syntax);
        }
        self.misspelt
            .iter()
            .any(|(token, missing)| *token == object && missing == name)
            .then_some(Obstacle::Schema)
    }
}

/// Some tokens: a bit for each up to the last. Every value that a rule reads is looked for.
#[derive(Debug, Default)]
struct Tokens(Vec<u64>);

impl Tokens {
    fn insert(&mut self, token: u32) {
        let (word, bit) = Self::place(token);
        if self.0.len() <= word {
            self.0.resize(word + 1, 0);
        }
        self.0[word] |= bit;
    }

    #[inline]
    fn contains(&self, token: u32) -> bool {
        let (word, bit) = Self::place(token);
        self.0.get(word).is_some_and(|bits| bits & bit != 0)
    }

    fn place(token: u32) -> (usize, u64) {
        ((token / u64::BITS) as usize, 1 << (token % u64::BITS))
    }
}

#[inline]
fn is_in(list: &[u32], token: u32) -> bool {
    !list.is_empty() && list.binary_search(&token).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refused_values_are_told_from_their_neighbours() {
        let mut damage = Damage::default();
        let refused = [200, 0, 63, 64, 200];
        for token in refused {
            damage.mark(token);
        }
        for token in 0..300 {
            let obstacle = refused.contains(&token).then_some(Obstacle::Schema);
            assert_eq!(damage.obstacle_at(token), obstacle, "{token}");
        }
        assert_eq!(damage.obstacle_at(u32::MAX), None);
    }
}
