//! Which violations are told, and which are behind them.

use missionlint_tape::{Branch, Choice, Fault, Tree, Violation};

use super::branch::{Meant, meant, name_of};

/// A violation to tell, with what it explains.
pub(super) struct Told<'v> {
    pub(super) violation: &'v Violation,
    /// What is told of it instead of its own fault.
    pub(super) instead: Option<Fault>,
    /// Whether it is no error of the validator itself but sums up the hidden ones.
    pub(super) sums_up: bool,
    /// Errors that are not told because of this one.
    pub(super) hidden: Vec<&'v Violation>,
    /// The branch that the value was taken for.
    pub(super) checked_as: Option<String>,
    /// Keys that would decide between branches.
    pub(super) deciding: Vec<String>,
}

impl<'v> Told<'v> {
    fn of(violation: &'v Violation) -> Self {
        Self {
            violation,
            instead: None,
            sums_up: false,
            hidden: Vec::new(),
            checked_as: None,
            deciding: Vec::new(),
        }
    }

    pub(super) fn fault(&self) -> &Fault {
        self.instead.as_ref().unwrap_or(&self.violation.fault)
    }
}

/// What of some violations is to be told; in `followers` what only follows from others.
pub(super) fn tell<'v>(
    tree: &Tree,
    violations: impl IntoIterator<Item = &'v Violation>,
    checked_as: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    for violation in violations {
        match &violation.fault {
            _ if violation.follows.is_some() => followers.push(violation),
            Fault::NoBranch { choice } => {
                tell_choice(tree, violation, choice, checked_as, told, followers);
            }
            Fault::SeveralBranches { .. } => {
                let mut one = Told::of(violation);
                one.hidden = violation.nested().flat_map(Violation::leaves).collect();
                told.push(one);
            }
            _ if !violation.because.is_empty() => {
                tell(tree, &violation.because, checked_as, told, followers);
            }
            _ => {
                let mut one = Told::of(violation);
                one.checked_as = checked_as.map(str::to_owned);
                told.push(one);
            }
        }
    }
}

fn tell_choice<'v>(
    tree: &Tree,
    violation: &'v Violation,
    choice: &'v Choice,
    checked_as: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    let leaves = violation.leaves();
    // What stands for all branches is the error of one of them, seen in another light.
    let mut stand_in = |instead: Fault, alike: &dyn Fn(&Violation) -> bool| {
        let base = leaves.iter().copied().find(|leaf| alike(leaf))?;
        let others = leaves
            .iter()
            .copied()
            .filter(|leaf| !std::ptr::eq(*leaf, base));
        told.push(Told {
            instead: Some(instead),
            hidden: others.collect(),
            ..Told::of(base)
        });
        Some(())
    };
    let here = |leaf: &Violation| leaf.node == violation.node;
    let listed = |leaf: &Violation| matches!(leaf.fault, Fault::Const { .. } | Fault::Enum { .. });
    let value = tree.node(violation.node);
    let mut deciding = Vec::new();
    let done = match meant(choice, value) {
        Meant::Branch { index, by_type } => {
            let name = (!by_type).then(|| name_of(&choice.branches[index], index));
            let name = name.as_deref().or(checked_as);
            return tell_branch(tree, choice, index, name, told, followers);
        }
        Meant::UnknownTag { value, options } => stand_in(Fault::Enum { options }, &|leaf| {
            leaf.node == value && listed(leaf)
        }),
        Meant::MissingTag { name } => {
            let needed_by = None;
            let is_it = |leaf: &Violation| {
                here(leaf)
                    && matches!(&leaf.fault, Fault::MissingProperty { name: missing, .. } if *missing == name)
            };
            let instead = Fault::MissingProperty {
                name: name.clone(),
                needed_by,
            };
            stand_in(instead, &is_it)
        }
        Meant::Types { expected } => {
            let found = value.kind();
            stand_in(Fault::Type { expected, found }, &|leaf| {
                here(leaf) && matches!(leaf.fault, Fault::Type { .. })
            })
        }
        Meant::Values { options } => {
            stand_in(Fault::Enum { options }, &|leaf| here(leaf) && listed(leaf))
        }
        Meant::Unclear { deciding: keys } => {
            deciding = keys;
            None
        }
    };
    if done.is_none() {
        told.push(Told {
            sums_up: leaves.iter().any(|leaf| !std::ptr::eq(*leaf, violation)),
            hidden: leaves
                .into_iter()
                .filter(|leaf| !std::ptr::eq(*leaf, violation))
                .collect(),
            checked_as: checked_as.map(str::to_owned),
            deciding,
            ..Told::of(violation)
        });
    }
}

/// Tells what one branch finds; what the others find is behind the first of it.
fn tell_branch<'v>(
    tree: &Tree,
    choice: &'v Choice,
    index: usize,
    name: Option<&str>,
    told: &mut Vec<Told<'v>>,
    followers: &mut Vec<&'v Violation>,
) {
    let start = told.len();
    tell(
        tree,
        &choice.branches[index].violations,
        name,
        told,
        followers,
    );
    let others = |branch: &'v Branch| branch.violations.iter().flat_map(Violation::leaves);
    let numbered = choice.branches.iter().enumerate();
    let hidden = numbered
        .filter(|(number, _)| *number != index)
        .flat_map(|(_, branch)| others(branch));
    match told.get_mut(start) {
        Some(first) => first.hidden.extend(hidden),
        None => followers.extend(hidden),
    }
}
