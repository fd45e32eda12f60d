//! Settings that do not hold yet, because those of another configuration do in their place.
//!
//! ## Decisions
//! * What exempts is taken whole from the other configuration: `[[allow]]`, the baseline, `severity`, `parameters`,
//!   `[[overrides]]` and `as_of`. What is stricter here does not hold yet either: the next change is judged by it.
//! * What says which records there are, and what they may hold, stays: `paths` (of both), `[[kinds]]`. It comes together
//!   with the records that need it. `exclude` holds where both say so.
//! * `[[platform_names]]` take records out of rules, but new ones come with their records: what the other configuration
//!   maps keeps its meaning, and what is added holds and is told.

use std::collections::BTreeMap;
use std::ops::Range;

use glob::Pattern;

use super::{AllowSetting, Override, Parameters, PlatformName, Set, Settings};

/// A setting that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldBack {
    /// The table or key: `allow`, `severity` and so on.
    pub table: &'static str,
    /// The rule or parameter that it sets; empty where that is not one.
    pub name: String,
    /// Where it stands in its configuration, in bytes.
    pub span: Range<usize>,
}

impl Settings {
    /// These settings with all that exempts from `other`.
    #[must_use]
    pub fn governed_by(&self, other: &Self) -> Self {
        Self {
            paths: self.paths.clone(),
            exclude: self.exclude.clone(),
            kinds: self.kinds.clone(),
            platform_names: other
                .platform_names
                .iter()
                .chain(self.added_names(other))
                .cloned()
                .collect(),
            messages: self.messages.clone(),
            ..other.clone()
        }
    }

    /// What of these settings does not hold where they are governed by `other`, by place. `text` is the configuration
    /// that they stand in.
    pub fn held_back(&self, other: &Self, text: &str) -> Vec<HeldBack> {
        let mut held = Vec::new();
        let mut keep_back = |table, name: &str, at: usize| {
            held.push(HeldBack {
                table,
                name: name.to_owned(),
                span: word_at(text, at),
            });
        };
        let known: Vec<_> = other.allow.iter().map(scope).collect();
        for entry in self.allow.iter().filter(|own| !known.contains(&scope(own))) {
            keep_back("allow", entry.rule, entry.rule_span.start);
        }
        for (rule, set) in differing(&self.levels, &other.levels) {
            keep_back("severity", rule, set.at);
        }
        for ((table, key), set) in differing(&self.parameters, &other.parameters) {
            keep_back("parameters", &format!("{table}.{key}"), set.at);
        }
        for entry in &self.overrides {
            if !other
                .overrides
                .iter()
                .any(|known| says_the_same(entry, known))
            {
                keep_back("overrides", "", entry.at);
            }
        }
        let place = |key: &str| self.places.get(key).copied();
        let excludes = |glob: &String| other.exclude.contains(glob);
        for (key, is_same) in [
            ("as_of", self.as_of == other.as_of),
            ("baseline", self.baseline == other.baseline),
            ("exclude", self.exclude.iter().all(excludes)),
        ] {
            if let (false, Some(at)) = (is_same, place(key)) {
                keep_back(key, "", at);
            }
        }
        let (own, known) = (&self.platform_names, &other.platform_names);
        let is_in = |entry: &PlatformName, list: &[PlatformName]| {
            list.iter().any(|other| entry.says_the_same(other))
        };
        for entry in own.iter().filter(|entry| !is_in(entry, known)) {
            let is_new = !known.iter().any(|other| entry.meets(other));
            let table = if is_new {
                "platform_names_added"
            } else {
                "platform_names"
            };
            keep_back(table, "", entry.at);
        }
        // One that is changed has been told at its place.
        let is_gone = |entry: &&PlatformName| !own.iter().any(|other| entry.meets(other));
        if known.iter().any(|entry| is_gone(&entry)) {
            let at = place("platform_names").unwrap_or_default();
            keep_back("platform_names_removed", "", at);
        }
        held.sort_by_key(|entry| (entry.span.start, entry.table));
        held
    }

    /// Names of platforms that mean nothing yet in other settings.
    fn added_names<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s PlatformName> {
        let known = &other.platform_names;
        let own = self.platform_names.iter();
        own.filter(|entry| !known.iter().any(|other| entry.meets(other)))
    }
}

/// What an entry accepts, and until when: not where it stands or why it is there.
fn scope(entry: &AllowSetting) -> impl PartialEq + '_ {
    (
        entry.rule,
        &entry.mission,
        &entry.record,
        entry.path.as_ref().map(Pattern::as_str),
        &entry.pointer,
        entry.expires,
    )
}

/// What is set here and not, or otherwise, there.
fn differing<'s, K: Ord, T: PartialEq>(
    own: &'s BTreeMap<K, Set<T>>,
    other: &'s BTreeMap<K, Set<T>>,
) -> impl Iterator<Item = (&'s K, &'s Set<T>)> {
    own.iter().filter(|(key, set)| {
        let known = other.get(key).map(|known| &known.value);
        known != Some(&set.value)
    })
}

fn says_the_same(one: &Override, other: &Override) -> bool {
    let same = |one: &Parameters, other: &Parameters| {
        one.len() == other.len() && differing(one, other).next().is_none()
    };
    one.missions == other.missions
        && one.paths.written() == other.paths.written()
        && one.levels.len() == other.levels.len()
        && differing(&one.levels, &other.levels).next().is_none()
        && same(&one.parameters, &other.parameters)
}

/// What stands at a place, up to a blank or the end of the line.
fn word_at(text: &str, at: usize) -> Range<usize> {
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.find(['\n', '\r', ' ', '=']).unwrap_or(rest.len());
    at..at + end.max(1).min(rest.len())
}
