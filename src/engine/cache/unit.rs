//! What units gave.

use serde::{Deserialize, Serialize};

use super::Shelf;
use crate::bundle::GLOBAL;
use crate::catalogue::Meta;
use crate::engine::show::Shown;
use crate::engine::work::Done;
use crate::overview::{MissionCounts, Overview};
use crate::privacy::is_opaque;
use crate::rules::{Tally, by_id};

/// What a unit gave, in a file.
#[derive(Serialize)]
struct Given<'d> {
    shown: &'d Shown,
    tallies: Vec<(Rule, Tally)>,
    overviews: &'d [(String, Overview)],
    counts: &'d [MissionCounts],
}

/// The same, read.
#[derive(Deserialize)]
struct Taken {
    shown: Shown,
    tallies: Vec<(Rule, Tally)>,
    overviews: Vec<(String, Overview)>,
    counts: Vec<MissionCounts>,
}

/// An entry of the catalogue.
#[derive(Serialize, Deserialize)]
struct Rule(#[serde(with = "by_id")] &'static Meta);

impl Shelf<'_> {
    /// What the unit with a key gave before.
    pub(in crate::engine) fn unit(&self, key: u128) -> Option<Done> {
        self.units.take(key, read)
    }

    /// Keeps what the unit with a key has given.
    pub(in crate::engine) fn keep_unit(&self, key: u128, done: &Done) {
        if let Some(bytes) = write(done) {
            self.units.put(key, bytes);
        }
    }
}

fn write(done: &Done) -> Option<Vec<u8>> {
    let Done {
        shown,
        tallies,
        overviews,
        counts,
        faults,
    } = done;
    let tallies = tallies.iter().map(|(rule, tally)| (Rule(rule), tally));
    let given = Given {
        shown,
        tallies: tallies.collect(),
        overviews,
        counts,
    };
    let told = shown.not_checked.iter().map(|(mission, _)| mission);
    let mut told = told.chain(overviews.iter().map(|(mission, _)| mission));
    // What names a mission by a text may be secret: reports show ids alone.
    let is_told = told.all(|mission| mission == GLOBAL || is_opaque(mission));
    if faults.is_empty() && is_told {
        postcard::to_stdvec(&given).ok()
    } else {
        None
    }
}

pub(super) fn read(bytes: &[u8]) -> Option<Done> {
    let (taken, rest): (Taken, &[u8]) = postcard::take_from_bytes(bytes).ok()?;
    if !rest.is_empty() {
        return None;
    }
    let tallies = taken.tallies.into_iter();
    Some(Done {
        shown: taken.shown,
        tallies: tallies.map(|(Rule(rule), tally)| (rule, tally)).collect(),
        overviews: taken.overviews,
        counts: taken.counts,
        faults: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::tallies::Tallies;

    #[test]
    fn what_names_no_mission_by_an_id_is_not_kept() {
        let named = |name: &str| Done {
            shown: Shown {
                not_checked: vec![(name.to_owned(), Vec::new())],
                ..Shown::default()
            },
            tallies: Tallies::default(),
            overviews: Vec::new(),
            counts: Vec::new(),
            faults: Vec::new(),
        };
        assert!(write(&named("mli")).is_some() && write(&named(GLOBAL)).is_some());
        assert!(write(&named("Mali, where nobody may know")).is_none());
    }
}
