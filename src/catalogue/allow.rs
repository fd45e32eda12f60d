//! Entries about `[[allow]]` of the configuration: findings that are accepted for a reason.

use super::{Example, Group, Meta, Scope, Severity, Strength};

const SOURCE: &str = "the configuration contract";

/// A record with something to accept.
const MISNAMED: &str = r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-lead", "from": "2025-02-01"}
"#;

/// An allow entry is not what it has to be.
pub static ALLOW_INVALID: Meta = Meta {
    id: "allow-invalid",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "An allow entry does not say what is allowed, where, or why.",
    page: "## What it checks\nEach `[[allow]]` of `missionlint.toml` names a `rule`, gives its `reason`, and says where it holds by at least one of:\n\n* `mission`: the id of a mission (`global` for records of none);\n* `record`: the id of the record that the finding marks, alone or behind its kind (`meeting/M-1`);\n* `path`: a pattern of files, relative to `missionlint.toml`; one that matches a folder stands for all in it;\n* `pointer`: the marked value or one around it, as a JSON Pointer from its record (`/attendance/0`) or from the root of the document, as reports print it. The first form survives when records move.\n\nWhere several are given, all must hold. `owner` says who answers for it, `expires` is the last day it holds. What is allowed stays in the report, marked as suppressed, and counts neither for the exit code nor against a mission.\n\n## Why it matters\nAn exception without a reason or without bounds hides what nobody decided to hide. A rule that is not wanted anywhere is switched off under `[severity]`.\n\n## Exceptions\nWhat is wrong with the text of a document (not JSON, not UTF-8), with the configuration or with a schema cannot be allowed, nor that a rule could not judge something: nobody knows what was not seen.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::Settings {
        valid: r#"
[[allow]]
rule = "value-not-allowed"
record = "V-1"
reason = "The role is new and not in the table yet."
"#,
        invalid: r#"
[[allow]]
rule = "value-not-allowed"
reason = "The role is new and not in the table yet."
"#,
    },
};

/// An allow entry holds no longer.
pub static ALLOW_EXPIRED: Meta = Meta {
    id: "allow-expired",
    group: Group::Config,
    severity: Severity::Warning,
    scope: Scope::Config,
    summary: "An allow entry has expired and allows nothing any more.",
    page: "## What it checks\n`expires` of an `[[allow]]` entry in `missionlint.toml` is the last day it holds. On later days of the run its findings count again. An entry for a mission or for files that are not part of the run is looked at only where the run covers all that the configuration is for.\n\n## Why it matters\nSomebody decided that the reason would hold until that day: now it is to be put right, or decided again.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::Exceptions {
        as_of: "2025-03-31",
        given: MISNAMED,
        valid: r#"
[[allow]]
rule = "value-not-allowed"
record = "V-1"
reason = "The role is new and not in the table yet."
expires = 2025-03-31
"#,
        invalid: r#"
[[allow]]
rule = "value-not-allowed"
record = "V-1"
reason = "The role is new and not in the table yet."
expires = 2025-03-30
"#,
    },
};

/// An allow entry allows nothing.
pub static ALLOW_UNUSED: Meta = Meta {
    id: "allow-unused",
    group: Group::Config,
    severity: Severity::Advice,
    scope: Scope::Config,
    summary: "An allow entry allows nothing: its rule finds nothing there.",
    page: "## What it checks\nEach `[[allow]]` entry of `missionlint.toml` should match a finding. One that matches only what another finding replaces counts as used.\n\n## Why it matters\nWhat it allowed has been put right, or it was meant for another place. If it stays, it will hide the next finding of its kind.\n\n## Exceptions\nNothing is said where that could not be known: the run does not cover all that the configuration is for (its `paths`, or else its folder), judges another day or policy than usual, or has faults; the rule is off, not selected, or could not judge everything there.\n",
    source: SOURCE,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
    example: Example::Exceptions {
        as_of: "2025-03-31",
        given: MISNAMED,
        valid: r#"
[[allow]]
rule = "value-not-allowed"
record = "V-1"
reason = "The role is new and not in the table yet."
"#,
        invalid: r#"
[[allow]]
rule = "value-not-allowed"
record = "V-2"
reason = "The role is new and not in the table yet."
"#,
    },
};
