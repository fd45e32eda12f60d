//! Whose the texts of a document are.

use serde::{Deserialize, Serialize};

use super::register::Number;

/// Texts one after the other whose records belong to the same mission, or one text of which more is to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::engine) struct Run {
    /// Where it ends, in bytes of the document.
    pub(in crate::engine) end: u32,
    pub(in crate::engine) records: u32,
    pub(in crate::engine) owner: Owner,
}

/// The runs of a document in order of the text: nearly always one, for which no room is asked. Where the lines of
/// missions are mixed there is one for each line of a corpus, all of them until the end: these are held in few bytes.
#[derive(Debug, Clone)]
pub(in crate::engine) struct Runs(Held);

#[derive(Debug, Clone)]
enum Held {
    One(Run),
    /// None or many, one after the other: what [`Run::end`] says is how far each is from the end of the one before.
    Packed(Box<[u8]>),
}

/// Whose the records of a run are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub(in crate::engine) enum Owner {
    One(Number),
    /// Position in [`More::odd`](super::More::odd).
    Odd(u32),
}

/// Goes through runs.
pub(in crate::engine) struct Iter<'r> {
    one: Option<Run>,
    packed: &'r [u8],
    /// Where the last one ended.
    end: u32,
}

impl Runs {
    /// The runs, in order of the text.
    pub(in crate::engine) fn iter(&self) -> Iter<'_> {
        let (one, packed) = match &self.0 {
            Held::One(run) => (Some(*run), &[][..]),
            Held::Packed(packed) => (None, &**packed),
        };
        Iter {
            one,
            packed,
            end: 0,
        }
    }

    /// The only run, if there is one alone.
    pub(in crate::engine) fn single(&self) -> Option<Run> {
        match self.0 {
            Held::One(run) => Some(run),
            Held::Packed(_) => None,
        }
    }
}

impl Iterator for Iter<'_> {
    type Item = Run;

    fn next(&mut self) -> Option<Run> {
        if let Some(run) = self.one.take() {
            return Some(run);
        }
        let (mut run, rest) = postcard::take_from_bytes::<Run>(self.packed).ok()?;
        self.end = self.end.wrapping_add(run.end);
        run.end = self.end;
        self.packed = rest;
        Some(run)
    }
}

impl<'r> IntoIterator for &'r Runs {
    type Item = Run;
    type IntoIter = Iter<'r>;

    fn into_iter(self) -> Iter<'r> {
        self.iter()
    }
}

impl From<Option<Run>> for Runs {
    fn from(run: Option<Run>) -> Self {
        Self(run.map_or_else(|| Held::Packed(Box::default()), Held::One))
    }
}

impl From<Vec<Run>> for Runs {
    fn from(runs: Vec<Run>) -> Self {
        if let [] | [_] = runs.as_slice() {
            return Self::from(runs.first().copied());
        }
        let (mut packed, mut before) = (Vec::new(), 0);
        for run in runs {
            let end = run.end.wrapping_sub(before);
            before = run.end;
            // Nothing can fail where bytes are added to a list.
            packed = postcard::to_extend(&Run { end, ..run }, packed).unwrap_or_default();
        }
        Self(Held::Packed(packed.into()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::register::{ASTRAY, NOBODY};
    use super::*;

    fn back(runs: &[Run]) -> Vec<Run> {
        Runs::from(runs.to_vec()).iter().collect()
    }

    #[test]
    fn runs_come_back_as_they_were() {
        let run = |end, records, owner| Run {
            end,
            records,
            owner,
        };
        let many = [
            run(400, 1, Owner::One(3)),
            run(900, 2, Owner::One(NOBODY)),
            run(901, 0, Owner::Odd(0)),
            run(u32::MAX, u32::MAX, Owner::One(ASTRAY)),
            run(u32::MAX, 0, Owner::Odd(u32::MAX)),
        ];
        for count in 0..=many.len() {
            assert_eq!(back(&many[..count]), many[..count]);
        }
        let single = |count: usize| Runs::from(many[..count].to_vec()).single();
        assert_eq!([0, 1, 2].map(single), [None, Some(many[0]), None]);
    }

    #[test]
    fn a_line_takes_few_bytes() {
        let line = |at: u32| Run {
            end: at * 500,
            records: 1,
            owner: Owner::One(1000 + at % 2),
        };
        let Held::Packed(packed) = Runs::from((1..=100).map(line).collect::<Vec<_>>()).0 else {
            panic!("they are many");
        };
        assert_eq!(packed.len(), 600);
    }
}
