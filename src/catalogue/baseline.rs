//! Entries about what was there before: baselines, and settings that do not hold yet.

use super::{Example, Group, Meta, Scope, Severity, Strength};

const SOURCE: &str = "the configuration contract";

/// The baseline cannot be read.
pub static BASELINE_INVALID: Meta = Meta {
    id: "baseline-invalid",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "The baseline is not what missionlint baseline writes.",
    page: "## What it checks\nA baseline is a JSON document by `missionlint schema baseline`: a version, and a list of entries, each with fingerprint, rule, severity and the day it was created. A fingerprint is there once.\n\n## Why it matters\nNothing is checked with a baseline that is not understood: it would hide too much or too little. After a merge, `missionlint baseline update` puts it in order again.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::None,
};

/// A baseline entry stands for no finding.
pub static BASELINE_UNUSED: Meta = Meta {
    id: "baseline-unused",
    group: Group::Config,
    severity: Severity::Advice,
    scope: Scope::Config,
    summary: "A baseline entry stands for no finding any more.",
    page: "## What it checks\nEach entry of the baseline should stand for a finding of the run.\n\n## Why it matters\nWhat it stood for has been put right. If it stays, it will hide the finding when it comes back; `missionlint baseline prune` removes it.\n\n## Exceptions\nNothing is said where that could not be known: the run does not cover all that the configuration is for (its `paths`, or else its folder), judges another day or policy than usual, or has faults; the rule is off, not selected, or could not judge everything there.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::None,
};

/// A setting does not hold, because `--allow-from` takes it from elsewhere.
pub static SETTING_HELD_BACK: Meta = Meta {
    id: "setting-held-back",
    group: Group::Config,
    severity: Severity::Advice,
    scope: Scope::Config,
    summary: "A setting does not hold yet, because --allow-from takes it from a revision.",
    page: "## What it checks\nWith `--allow-from REV`, all that can exempt from rules comes from `missionlint.toml` as it stands at that revision: `[[allow]]`, the baseline, `severity`, `parameters`, `[[overrides]]` and `as_of`; `exclude` leaves out only what both leave out, and `[[platform_names]]` that the revision has keep their meaning. Each setting of the configuration at hand that is new or different there is marked, and so is each new name of a platform, though it holds.\n\n## Why it matters\nA change that brings a mistake together with the exception for it would approve itself. Exceptions are agreed first, in a change of their own; from then on they hold.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::None,
};
