//! Being written.

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Group, Meta, Scope, Severity};

static META: Meta = Meta {
    id: "pcode-country-mismatch",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "",
    page: "",
    source: "",
    pack: None,
    params: &[],
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(_bundle: &Bundle<'_>, _judge: &mut Judge<'_>) {}
