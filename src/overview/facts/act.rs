//! What records are about, and who has to act.

use serde::{Deserialize, Serialize};

use crate::catalogue::Group;
use crate::document::Kind;
use crate::overview::told::Record;

/// What the records of the mission are about.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Index {
    /// By path and place.
    pub entries: Vec<IndexEntry>,
}

/// What a record is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndexEntry {
    /// The record.
    pub record: Record,
    /// Positions in [`Overview::platforms`](super::Overview::platforms) of the platforms it is about.
    pub platforms: Vec<usize>,
    /// Ids of the persons it is about, as [`PersonFacts::id`](super::PersonFacts::id).
    pub people: Vec<String>,
}

/// Who has to act on a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Id of the person, as [`PersonFacts::id`](super::PersonFacts::id); none for whoever keeps the records, and where nobody can be told.
    pub person: Option<String>,
    /// Why.
    pub reason: Reason,
}

/// Why somebody has to act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// The finding names the person.
    Named,
    /// The person represents the organization on the platform concerned.
    Represents,
    /// The person is chief of mission or acts as such; nobody nearer is known.
    Leads,
    /// It is the records that are wrong: whoever keeps them.
    Keeps,
}

/// What of a finding tells who has to act on it.
#[derive(Debug, Clone)]
pub struct About<'f> {
    /// Id of its rule.
    pub rule: &'f str,
    /// Group of its rule.
    pub group: Group,
    /// Path of the file it marks.
    pub path: &'f str,
    /// 0-based byte of the file where the mark begins.
    pub offset: u64,
    /// The record that it marks: kind and id.
    pub record: Option<(Kind, Option<&'f str>)>,
    /// Persons that it names, the one concerned first.
    pub people: Vec<&'f str>,
    /// Id of the platform that it names.
    pub platform: Option<&'f str>,
}
