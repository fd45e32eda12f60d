//! A platform is not recorded by the canonical name of what it is.

use super::shared::{items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::record::{Platform, PlatformKind};
use crate::reference::TypeNames;

static META: Meta = Meta {
    id: "noncanonical-platform-name",
    group: Group::Terminology,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A platform is not recorded by the canonical name of what it is.",
    page: "## What it checks\n\
        The `types` of every platform: no element is another name of a canonical type (`alias`), be it of the tables or \
        of the configuration. Where the only type \
        is `other`, no local name is a name of a canonical type (`known-name`), and a `note` says what the platform is \
        (`unexplained-other`). A platform of the type `cluster` names its `clusters` (`unnamed-cluster`).\n\n\
        ## Why it matters\n\
        Countries call the same bodies by different names. Rules and those who compare missions go by the type; a \
        cluster without a code is in no rule on clusters.\n\n\
        ## Exceptions\n\
        What a platform is called locally belongs into `local_names` and is free. A name that the configuration gives \
        as adapted for the mission (`[[platform_names]]`) stands for its type. Of several faults of one element the \
        first is told.\n\n\
        ## What it marks\n\
        The element of `types`. Related: the local name that is known.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N6", "N10", "N19"],
    strength: Strength::Should,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["iccg"], "level": "national",
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["ICWG"], "level": "national",
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for platform in &bundle.platforms {
        judge.subject(platform.head.place(), |judge| {
            let types = items(&platform.types)?
                .iter()
                .copied()
                .collect::<Read<Vec<_>>>()?;
            for at in 0..types.len() {
                if let Some(finding) = judge_type(&bundle.type_names, platform, &types, at)? {
                    judge.report(finding);
                }
            }
            Ok(())
        });
    }
}

fn judge_type(
    names: &TypeNames,
    platform: &Platform<'_>,
    types: &[PlatformKind<'_>],
    at: usize,
) -> Read<Option<Finding>> {
    let PlatformKind { written, named } = types[at];
    if let Some(named) = named.filter(|named| !named.is_proper) {
        let kind = named.kind.code.as_str();
        let finding = finding(platform, "alias", written)?.with("type", code(kind));
        // Twice the same type is a mistake of another sort.
        let others = types.iter().enumerate().filter(|(other, _)| *other != at);
        let twice = others.into_iter().any(|(_, other)| other.is(kind));
        return Ok(Some(if twice {
            finding
        } else {
            finding.fixed_by(Safety::Safe, vec![(written.place, quoted(kind))])
        }));
    }
    match types[at].code() {
        Some("other") if types.len() == 1 => judge_other(names, platform, written),
        Some("cluster") => {
            let unnamed = items(&platform.clusters)?.is_empty();
            let unnamed = unnamed.then(|| finding(platform, "unnamed-cluster", written));
            unnamed.transpose()
        }
        _ => Ok(None),
    }
}

fn judge_other(
    names: &TypeNames,
    platform: &Platform<'_>,
    written: Marked<&str>,
) -> Read<Option<Finding>> {
    if let Some((kind, place)) = known_name(names, platform)? {
        let finding = finding(platform, "known-name", written)?
            .with("type", code(kind))
            .and("name", place)
            .fixed_by(Safety::Suggested, vec![(written.place, quoted(kind))]);
        return Ok(Some(finding));
    }
    if platform.head.has_note()? {
        return Ok(None);
    }
    finding(platform, "unexplained-other", written).map(Some)
}

/// The first local name that is one of a canonical type.
fn known_name(names: &TypeNames, platform: &Platform<'_>) -> Read<Option<(&'static str, Place)>> {
    for local in &platform.local_names()? {
        let name = local.name?;
        if let Some(kind) = names.of_local_name(name.value) {
            return Ok(Some((kind, name.place)));
        }
    }
    Ok(None)
}

fn finding(platform: &Platform<'_>, fault: &str, written: Marked<&str>) -> Read<Finding> {
    Ok(Finding::new(&META, written.place)
        .about(platform.head.place())
        .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
        .with("fault", Fact::Kind(fault.to_owned()))
        .with("written", Fact::Kind(written.value.to_owned())))
}

fn code(kind: &str) -> Fact {
    Fact::Kind(kind.to_owned())
}
