//! Entries of the catalogue in a file: by their ids.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Deserializer, Serializer};

use super::catalogue;
use crate::catalogue::Meta;

/// Writes an entry.
pub(crate) fn serialize<S: Serializer>(rule: &'static Meta, file: S) -> Result<S::Ok, S::Error> {
    file.serialize_str(rule.id)
}

/// Reads an entry.
pub(crate) fn deserialize<'de, D: Deserializer<'de>>(file: D) -> Result<&'static Meta, D::Error> {
    static BY_ID: OnceLock<FxHashMap<&str, &Meta>> = OnceLock::new();
    let all = || catalogue().into_iter().map(|rule| (rule.id, rule));
    let id = String::deserialize(file)?;
    let found = BY_ID.get_or_init(|| all().collect()).get(&*id);
    found
        .copied()
        .ok_or_else(|| serde::de::Error::custom("no such entry"))
}
