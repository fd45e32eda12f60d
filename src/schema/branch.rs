//! Which of several schemas a value was meant for (`anyOf`, `oneOf`).
//!
//! ## Decisions
//! * A tag decides before anything else: a property that every branch fixes to values of its own. Where the tag is
//!   wrong or missing, that is the one thing to say.
//! * Without a tag the branch that fits clearly better is taken; in doubt none is, and the finding lists them.

use std::collections::{BTreeSet, HashSet};

use missionlint_tape::{Branch, Choice, Constant, Fault, Node, ValueKind, Violation};

use super::words::keys_of;
use crate::nearest::nearest;

/// Points by which a branch must lead to be taken.
const MARGIN: i32 = 2;

/// Errors that count against a branch; more say nothing new.
const ERRORS: usize = 5;

/// What a value is judged by.
#[derive(Debug, PartialEq)]
pub(super) enum Meant {
    /// One branch.
    Branch {
        /// Its position.
        index: usize,
        /// Whether its type alone decided.
        by_type: bool,
    },
    /// The tag has a value that no branch has.
    UnknownTag {
        /// Token of the value.
        value: u32,
        /// The values of all branches.
        options: Vec<String>,
    },
    /// The tag is missing.
    MissingTag {
        /// Its name.
        name: String,
    },
    /// No branch has its type.
    Types {
        /// The types of all branches.
        expected: Vec<&'static str>,
    },
    /// The branches list values only.
    Values {
        /// All of them.
        options: Vec<String>,
    },
    /// It cannot be told.
    Unclear {
        /// Keys whose presence would decide.
        deciding: Vec<String>,
    },
}

/// Says which branch a value was meant for; `value` satisfies none.
pub(super) fn meant(choice: &Choice, value: Node<'_>) -> Meant {
    let branches = &choice.branches;
    let every: Vec<usize> = (0..branches.len()).collect();
    let fitting: Vec<usize> = every
        .iter()
        .copied()
        .filter(|&index| fits_type(&branches[index], value))
        .collect();
    match fitting.as_slice() {
        _ if branches.len() == 1 => Meant::Branch {
            index: 0,
            by_type: true,
        },
        [] => no_type(branches),
        [index] => Meant::Branch {
            index: *index,
            by_type: true,
        },
        several => {
            if let Some(options) = listed_values(branches, several) {
                return Meant::Values { options };
            }
            match value.kind() {
                ValueKind::Object => by_tag(choice, several, value)
                    .unwrap_or_else(|| by_score(branches, several, value)),
                ValueKind::Array => by_score(branches, several, value),
                // A text or a number has nothing else to be told by.
                _ => Meant::Unclear {
                    deciding: Vec::new(),
                },
            }
        }
    }
}

/// A name for a branch: its title, else what tells it apart.
pub(super) fn name_of(branch: &Branch, number: usize) -> String {
    let shape = &branch.shape;
    if let Some(title) = &shape.title {
        return title.clone();
    }
    if let Some(tag) = branch.tags.first() {
        return tag.clone();
    }
    if let Some(constants) = &shape.constants {
        return texts(constants).join(" | ");
    }
    if !shape.required.is_empty() {
        let required: Vec<&str> = shape.required.iter().map(String::as_str).collect();
        return required.join(" + ");
    }
    match &shape.types {
        Some(types) if !types.is_empty() => types.join(" | "),
        _ => format!("#{}", number + 1),
    }
}

fn texts(constants: &[Constant]) -> Vec<String> {
    constants
        .iter()
        .map(|constant| constant.text.clone())
        .collect()
}

fn fits_type(branch: &Branch, value: Node<'_>) -> bool {
    let wrong = |violation: &Violation| {
        violation.node == value.index() && matches!(violation.fault, Fault::Type { .. })
    };
    branch.shape.allows(value.kind()) && !branch.violations.iter().any(wrong)
}

fn no_type(branches: &[Branch]) -> Meant {
    let every: Vec<usize> = (0..branches.len()).collect();
    if let Some(options) = listed_values(branches, &every) {
        return Meant::Values { options };
    }
    let mut expected = Vec::new();
    for branch in branches {
        let own = match (&branch.shape.types, &branch.shape.constants) {
            (Some(types), _) => types.clone(),
            (None, Some(constants)) => constants
                .iter()
                .map(|constant| crate::document::type_name(constant.kind))
                .collect(),
            (None, None) => told_types(branch),
        };
        for name in own {
            if !expected.contains(&name) {
                expected.push(name);
            }
        }
    }
    Meant::Types { expected }
}

/// The types that the errors of a branch ask for.
fn told_types(branch: &Branch) -> Vec<&'static str> {
    let leaves = branch.violations.iter().flat_map(Violation::leaves);
    leaves
        .filter_map(|leaf| match &leaf.fault {
            Fault::Type { expected, .. } => Some(expected.clone()),
            _ => None,
        })
        .flatten()
        .collect()
}

/// The values of branches that all do nothing but list values.
fn listed_values(branches: &[Branch], of: &[usize]) -> Option<Vec<String>> {
    let mut options = Vec::new();
    for &index in of {
        for option in texts(branches[index].shape.constants.as_ref()?) {
            if !options.contains(&option) {
                options.push(option);
            }
        }
    }
    Some(options)
}

/// The values of a tag that mean a branch.
fn tag_values<'b>(branch: &'b Branch, tag: &str) -> Option<Vec<&'b str>> {
    let own = branch
        .shape
        .properties
        .get(tag)
        .and_then(|property| property.constants.as_ref());
    match own {
        Some(constants) => Some(
            constants
                .iter()
                .map(|constant| constant.text.as_str())
                .collect(),
        ),
        None if branch.tags.is_empty() => None,
        None => Some(branch.tags.iter().map(String::as_str).collect()),
    }
}

/// The properties that may tell the branches apart: the declared one, or those with values of their own in each.
fn tags(choice: &Choice, of: &[usize]) -> Vec<String> {
    let branches = &choice.branches;
    let complete = |tag: &str| {
        of.iter()
            .all(|&index| tag_values(&branches[index], tag).is_some())
    };
    if let Some(declared) = choice.tag.as_ref().filter(|tag| complete(tag)) {
        return vec![declared.clone()];
    }
    let disjoint = |tag: &str| {
        let mut seen = BTreeSet::new();
        of.iter().all(|&index| {
            let shape = &branches[index].shape;
            let own = shape
                .properties
                .get(tag)
                .and_then(|property| property.constants.as_ref());
            own.is_some_and(|constants| {
                let fresh: BTreeSet<(ValueKind, &str)> = constants
                    .iter()
                    .map(|constant| (constant.kind, constant.text.as_str()))
                    .collect();
                let apart = seen.is_disjoint(&fresh);
                seen.extend(fresh);
                apart
            })
        })
    };
    let Some(first) = of.first() else {
        return Vec::new();
    };
    let properties = &branches[*first].shape.properties;
    let mut found: Vec<String> = properties
        .keys()
        .filter(|name| disjoint(name))
        .cloned()
        .collect();
    // What every branch asks for is a tag before what some only describe.
    found.sort_by_key(|tag| {
        !of.iter()
            .all(|&index| branches[index].shape.required.contains(tag))
    });
    found
}

fn by_tag(choice: &Choice, of: &[usize], object: Node<'_>) -> Option<Meant> {
    let tags = tags(choice, of);
    let first = tags.first()?;
    let told: BTreeSet<usize> = tags
        .iter()
        .filter_map(|tag| branch_with(choice, of, tag, tag_of(choice, tag, object)?))
        .collect();
    if told.len() > 1 {
        return None;
    }
    if let Some(index) = told.into_iter().next() {
        return Some(Meant::Branch {
            index,
            by_type: false,
        });
    }
    let present = tags
        .iter()
        .find_map(|tag| object.get(tag).map(|value| (tag, value)));
    let Some((tag, value)) = present else {
        return Some(Meant::MissingTag {
            name: first.clone(),
        });
    };
    let mut options: Vec<String> = Vec::new();
    for &index in of {
        let values = tag_values(&choice.branches[index], tag).unwrap_or_default();
        options.extend(values.into_iter().map(str::to_owned));
    }
    Some(Meant::UnknownTag {
        value: value.index(),
        options,
    })
}

/// The value of the tag, also under a misspelt key that no branch knows.
fn tag_of<'t>(choice: &Choice, tag: &str, object: Node<'t>) -> Option<Node<'t>> {
    let unknown = |name: &str| {
        let mut shapes = choice.branches.iter().map(|branch| &branch.shape);
        shapes.all(|shape| !shape.properties.contains_key(name))
    };
    object.get(tag).or_else(|| {
        let mut members = object.members();
        members.find_map(|(key, value)| {
            let name = key.as_str()?;
            (nearest(name, [tag]).is_some() && unknown(name)).then_some(value)
        })
    })
}

/// The only branch that a value of the tag means.
fn branch_with(choice: &Choice, of: &[usize], tag: &str, value: Node<'_>) -> Option<usize> {
    let means = |index: usize| {
        let branch = &choice.branches[index];
        let own = branch
            .shape
            .properties
            .get(tag)
            .and_then(|property| property.constants.as_ref());
        match own {
            Some(constants) => constants.iter().any(|constant| constant.is(value)),
            None => value
                .as_str()
                .is_some_and(|text| branch.tags.iter().any(|tag| tag == text)),
        }
    };
    let mut found = of.iter().copied().filter(|&index| means(index));
    let first = found.next()?;
    found.next().is_none().then_some(first)
}

fn by_score(branches: &[Branch], of: &[usize], value: Node<'_>) -> Meant {
    let keys = keys_of(value);
    let mut scores: Vec<(i32, usize)> = of
        .iter()
        .map(|&index| (score(&branches[index], value, &keys), index))
        .collect();
    scores.sort_by_key(|&(score, index)| (std::cmp::Reverse(score), index));
    match scores.as_slice() {
        [(best, index), (second, _), ..] if best - second >= MARGIN => Meant::Branch {
            index: *index,
            by_type: false,
        },
        _ => Meant::Unclear {
            deciding: deciding(branches, of, value),
        },
    }
}

/// How well a value fits a branch.
fn score(branch: &Branch, value: Node<'_>, keys: &HashSet<&str>) -> i32 {
    let shape = &branch.shape;
    let mut score = 0;
    for (key, member) in value.members() {
        let name = key.as_str().unwrap_or("");
        score += match shape.properties.get(name) {
            Some(property) => match &property.constants {
                Some(constants) if constants.iter().any(|constant| constant.is(member)) => 6,
                Some(_) => -2,
                None => 2,
            },
            None if misspelt(branch, name, keys) => 1,
            None if shape.closed => -2,
            None => -1,
        };
    }
    let errors = branch.violations.iter().flat_map(Violation::leaves);
    let errors = i32::try_from(errors.take(ERRORS).count()).unwrap_or(0);
    score - errors
}

/// Whether a key looks like one the branch describes and the value lacks.
fn misspelt(branch: &Branch, name: &str, keys: &HashSet<&str>) -> bool {
    let known = branch.shape.properties.keys().map(String::as_str);
    nearest(name, known).is_some_and(|meant| !keys.contains(meant))
}

/// Keys that some branches need, others do not, and the value lacks.
fn deciding(branches: &[Branch], of: &[usize], value: Node<'_>) -> Vec<String> {
    let needed = |index: &usize| &branches[*index].shape.required;
    let all: BTreeSet<&String> = of.iter().flat_map(needed).collect();
    all.into_iter()
        .filter(|name| !of.iter().all(|index| needed(index).contains(*name)))
        .filter(|name| value.get(name).is_none())
        .cloned()
        .collect()
}
