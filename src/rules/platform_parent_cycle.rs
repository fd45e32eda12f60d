//! Platforms that are above themselves.

use super::shared::chart::{Chart, Link};
use super::shared::items;
use super::{Judge, Rule};
use crate::bundle::{Bundle, Target};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Read};
use crate::finding::{Fact, Finding};
use crate::record::Platform;

static META: Meta = Meta {
    id: "platform-parent-cycle",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Platforms are each other's parents in a circle.",
    page: "## What it checks\n\
        Going from a platform to its parents, to their parents and so on never leads back to it.\n\n\
        ## Why it matters\n\
        Who reports to whom cannot be told, and the platforms have no place in the coordination structure.\n\n\
        ## Exceptions\n\
        None. A platform may have several parents, and these may share one.\n\n\
        ## What it marks\n\
        The link of the circle that stands in the platform with the smallest id; related: the other links, in order \
        along the circle. Where circles share links, every link that is part of one is marked at least once.\n",
    example: EXAMPLE,
    source: "our own inference",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "platform", "id": "unct", "types": ["unct"], "level": "national",
   "status": [{"value": "active", "from": "2002-01-01"}]},
  {"kind": "platform", "id": "iccg", "types": ["iccg"], "level": "national",
   "parents": ["hct"], "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "platform", "id": "hct", "mission": "mli", "types": ["hct"], "level": "national",
 "parents": ["unct"], "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "hct", "mission": "mli", "types": ["hct"], "level": "national",
 "parents": ["iccg"], "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let chart = Chart::gather(bundle);
    let mut circles = chart.circles();
    for (at, platform) in bundle.platforms.iter().enumerate() {
        if platform.parents.as_ref().is_ok_and(Vec::is_empty) {
            continue;
        }
        judge.subject(platform.head.place(), |judge| match circles.remove(&at) {
            Some(circles) => {
                circles
                    .iter()
                    .filter_map(|circle| finding(&chart, circle))
                    .for_each(|finding| judge.report(finding));
                Ok(())
            }
            None => parents_are_known(bundle, platform),
        });
    }
}

fn parents_are_known(bundle: &Bundle<'_>, platform: &Platform<'_>) -> Read<()> {
    items(&platform.parents)?.iter().try_for_each(|parent| {
        let parent = (*parent)?;
        bundle
            .follow(Target::Record(Kind::Platform), parent)
            .read(parent.place)
    })
}

fn finding(chart: &Chart<'_>, circle: &[Link]) -> Option<Finding> {
    let (first, others) = circle.split_first()?;
    let ids = circle
        .iter()
        .filter_map(|link| chart.id(link.child))
        .map(str::to_owned)
        .collect();
    let finding = Finding::new(&META, first.place).with("platforms", Fact::Ids(ids));
    Some(finding.and_all("link", others.iter().map(|link| link.place)))
}
