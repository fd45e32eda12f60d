//! What units gave.

use serde::{Deserialize, Serialize};

use super::Shelf;
use crate::catalogue::Meta;
use crate::engine::show::Shown;
use crate::engine::work::Done;
use crate::overview::{MissionCounts, Overview};
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
    let tallies = tallies.iter().map(|(rule, tally)| (Rule(rule), *tally));
    let given = Given {
        shown,
        tallies: tallies.collect(),
        overviews,
        counts,
    };
    if faults.is_empty() {
        postcard::to_stdvec(&given).ok()
    } else {
        None
    }
}

fn read(bytes: &[u8]) -> Option<Done> {
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
