//! A platform is recorded under one that is not above it.

use rustc_hash::FxHashSet;

use super::shared::chart::Chart;
use super::shared::standing::{has_status, is_active, is_level, types_of};
use super::shared::{all, any, items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::record::Platform;

static META: Meta = Meta {
    id: "platform-parent-mismatch",
    group: Group::Development,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A platform is recorded under one that is not above it.",
    page: "## What it checks\n\
        Every platform that is active or suspended on the date of the run and names `parents`. A Programme or \
        Operations Management Team is under a United Nations Country Team; an Inter-Cluster Coordination Group under a \
        Humanitarian Country Team; a cluster under one of these two. A Humanitarian Country Team is not under a group \
        of coordinators, a cluster or a subnational mechanism, a United Nations Country Team not under its management \
        teams, and a Security Management Team not under an area team or a security cell.\n\n\
        ## Why it matters\n\
        Decisions go up and down this line. A platform under the wrong one is missed by whoever follows it.\n\n\
        ## Exceptions\n\
        One right parent suffices, and so does one of the platform's own type or of the type `other`; at subnational \
        level a subnational mechanism, in the setting `sector` a refugee coordination forum. Of merged bodies any type \
        suffices. Platforms without parents are not judged, nor those that are their own parents (see \
        `platform-parent-cycle`).\n\n\
        ## What it marks\n\
        The first of `parents`; of teams that are under what they are above, the first such parent. Related: the `id` \
        of each parent.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N13", "N17", "N23", "N25", "N29"],
    strength: Strength::Contextual,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"mission": "mli", "records": [
  {"kind": "platform", "id": "unct", "types": ["unct"], "level": "national",
   "status": [{"value": "active", "from": "2002-01-01"}]},
  {"kind": "platform", "id": "hct", "types": ["hct"], "level": "national",
   "status": [{"value": "active", "from": "2012-04-01"}]}
]}
"#,
    valid: r#"
{"kind": "platform", "id": "pmt", "mission": "mli", "types": ["pmt"], "level": "national",
 "parents": ["unct"], "status": [{"value": "active", "from": "2015-01-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "pmt", "mission": "mli", "types": ["pmt"], "level": "national",
 "parents": ["hct"], "status": [{"value": "active", "from": "2015-01-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// Types whose platforms must be under certain others.
const UNDER: &[&str] = &["pmt", "omt", "iccg", "cluster"];

/// Types whose platforms must not be under certain others.
const NOT_UNDER: &[(&str, &[&str])] = &[
    ("hct", &["iccg", "cluster", "subnational-coordination"]),
    ("unct", &["pmt", "omt"]),
    ("smt", &["asmt", "security-cell"]),
];

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    if !judge.in_force(judge.as_of()) {
        return;
    }
    let circles = Chart::on_circles(bundle);
    for platform in &bundle.platforms {
        let applies = applies(&circles, platform, judge.as_of());
        judge.consider(platform.head.place(), applies, |judge, kind| {
            let parents = parents_of(bundle, platform)?;
            let wrong = match kind {
                Demand::Under(code) => lacks_parent(platform, code, &parents)?,
                Demand::NotUnder(code, below) => {
                    under_what_is_below(platform, code, below, &parents)?
                }
            };
            if let Some(wrong) = wrong {
                judge.report(describe(bundle, platform, &parents, &wrong, judge.as_of())?);
            }
            Ok(())
        });
    }
}

/// What is asked of a platform of a type.
#[derive(Clone, Copy)]
enum Demand {
    Under(&'static str),
    NotUnder(&'static str, &'static [&'static str]),
}

fn applies(circles: &FxHashSet<Place>, platform: &Platform<'_>, day: Day) -> Read<Option<Demand>> {
    let is_lone = platform.parents.as_ref().is_ok_and(Vec::is_empty);
    if is_lone || circles.contains(&platform.head.place()) {
        return Ok(None);
    }
    let is = |code: &'static str| Bundle::is_of_type(platform, code);
    let kinds = UNDER.iter().map(|code| (*code, Demand::Under(code)));
    let others = NOT_UNDER.iter();
    let kinds = kinds.chain(others.map(|(code, below)| (*code, Demand::NotUnder(code, below))));
    let mut found = Ok(None);
    for (code, kind) in kinds {
        match is(code) {
            Ok(true) => {
                found = Ok(Some(kind));
                break;
            }
            Ok(false) => {}
            Err(blocked) => found = Err(blocked),
        }
    }
    if found.as_ref().is_ok_and(Option::is_none) {
        return Ok(None);
    }
    let status = items(&platform.status);
    let suspended =
        status.and_then(|status| has_status(status, "suspended", |days| days.covers(day)));
    if !any([is_active(platform, day), suspended])? {
        return Ok(None);
    }
    found
}

/// A parent, as named and as found.
struct Parent<'b, 't> {
    reference: Marked<&'t str>,
    platform: &'b Platform<'t>,
}

impl Parent<'_, '_> {
    fn is_any_of(&self, codes: &[&str]) -> Read<bool> {
        any(types_of(self.platform).map(|kind| Ok(codes.contains(&kind?.code.as_str()))))
    }
}

fn parents_of<'b, 't>(
    bundle: &'b Bundle<'t>,
    platform: &Platform<'t>,
) -> Read<Vec<Parent<'b, 't>>> {
    let mut parents = Vec::new();
    for reference in items(&platform.parents)? {
        let reference = (*reference)?;
        let platform = bundle.platform(reference)?;
        parents.push(Parent {
            reference,
            platform,
        });
    }
    Ok(parents)
}

/// What is wrong about the parents of a platform.
struct Wrong<'t> {
    /// The type for which it is.
    code: &'static str,
    /// The parent to change.
    mark: Marked<&'t str>,
    /// Types it should have.
    expected: Vec<&'static str>,
}

/// None where a parent has an accepted type.
fn lacks_parent<'t>(
    platform: &Platform<'t>,
    code: &'static str,
    parents: &[Parent<'_, 't>],
) -> Read<Option<Wrong<'t>>> {
    let mut expected: Vec<&'static str> = Vec::new();
    let mut accepted = vec!["other"];
    for kind in types_of(platform) {
        let kind = kind?;
        accepted.push(&kind.code);
        expected.extend(kind.parents.iter().map(String::as_str));
    }
    accepted.extend(&expected);
    let is_accepted =
        |accepted: &[&str]| any(parents.iter().map(|parent| parent.is_any_of(accepted)));
    if is_accepted(&accepted) == Ok(true) {
        return Ok(None);
    }
    if is_level(platform, "subnational")? {
        expected.push("subnational-coordination");
    }
    let setting = platform.setting()?;
    if setting.is_some_and(|setting| setting.value == "sector") {
        expected.push("refugee-coordination");
    }
    accepted.extend(&expected);
    if is_accepted(&accepted)? {
        return Ok(None);
    }
    Ok(parents.first().map(|first| Wrong {
        code,
        mark: first.reference,
        expected,
    }))
}

/// None where no parent is of a type that belongs below. A merged body may have parents that any of its types may.
fn under_what_is_below<'t>(
    platform: &Platform<'t>,
    code: &'static str,
    below: &[&str],
    parents: &[Parent<'_, 't>],
) -> Read<Option<Wrong<'t>>> {
    let own = |kind: &str| Bundle::is_of_type(platform, kind);
    for parent in parents {
        let others = types_of(parent.platform).map(|kind| {
            let kind = kind?.code.as_str();
            Ok(!below.contains(&kind) || own(kind)?)
        });
        if all([parent.is_any_of(below), any(others).map(|other| !other)])? {
            return Ok(Some(Wrong {
                code,
                mark: parent.reference,
                expected: Vec::new(),
            }));
        }
    }
    Ok(None)
}

fn describe(
    bundle: &Bundle<'_>,
    platform: &Platform<'_>,
    parents: &[Parent<'_, '_>],
    wrong: &Wrong<'_>,
    day: Day,
) -> Read<Finding> {
    let (mut ids, mut types, mut places) = (Vec::new(), Vec::new(), Vec::new());
    for parent in parents {
        ids.push(parent.reference.value.to_owned());
        places.push(parent.platform.head.id?.place);
        for kind in types_of(parent.platform) {
            let code = &kind?.code;
            if !types.contains(code) {
                types.push(code.clone());
            }
        }
    }
    let expected = wrong.expected.iter().map(|code| (*code).to_owned());
    let finding = Finding::new(&META, wrong.mark.place)
        .about(platform.head.place())
        .judged_on(day)
        .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
        .with("type", Fact::Kind(wrong.code.to_owned()))
        .with("parents", Fact::Ids(ids))
        .with("parent_types", Fact::Vocabulary(types))
        .with("expected", Fact::Vocabulary(expected.collect()))
        .and_all("parent", places);
    Ok(match (parents, only_one(bundle, &wrong.expected, day)) {
        ([_], Some(id)) => {
            finding.fixed_by(Safety::Suggested, vec![(wrong.mark.place, quoted(id))])
        }
        _ => finding,
    })
}

/// Id of the only active platform that has one of several types.
fn only_one<'t>(bundle: &Bundle<'t>, types: &[&str], day: Day) -> Option<&'t str> {
    let fitting = |platform: &&Platform<'_>| {
        let of_type = types.iter().map(|code| Bundle::is_of_type(platform, code));
        all([any(of_type), is_active(platform, day)]) == Ok(true)
    };
    let mut fitting = bundle.platforms.iter().filter(fitting);
    let only = fitting.next()?;
    if fitting.next().is_some() {
        return None;
    }
    only.head.id.ok().map(|id| id.value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Tally;
    use crate::rules::shared::testing::{BLOCKED, RUN, judged};

    #[test]
    fn what_is_its_own_parent_is_no_subject_and_an_accepted_parent_settles_it() {
        let platform = |id: &str, kind: &str, more: &str| {
            format!(
                r#"{{"id": "{id}", "types": ["{kind}"], "status": [{{"value": "active", "from": "2020-01-01"}}]{more}}}"#
            )
        };
        let hct = platform("hct", "hct", "");
        let iccg = |parents: &str| platform("iccg", "iccg", &format!(r#", "parents": {parents}"#));
        let with = |iccg: String| judged(&RULE, &[hct.clone(), iccg].join(","));
        assert_eq!(with(iccg(r#"["iccg"]"#)), (0, Tally::default()));
        // Neither has a level, which only matters where no parent is accepted.
        assert_eq!(with(iccg(r#"["hct"]"#)), (0, RUN));
        assert_eq!(with(iccg(r#"["hctt"]"#)), (0, BLOCKED));
    }
}
