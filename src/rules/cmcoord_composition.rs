//! A civil-military coordination cell lacks one of its members, or is coordinated by another organisation.

use super::shared::{any, cmcoord};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read, View};
use crate::finding::{Fact, Finding};
use crate::record::{Party, Platform};
use crate::reference::organisation;

static META: Meta = Meta {
    id: "cmcoord-composition",
    group: Group::Subnational,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A civil-military coordination cell in Mali lacks a member or is not run by OCHA.",
    page: "## What it checks\n\
        In missions that cover Mali, every active platform of type `cmcoord` that has a list of `members` or a \
        `coordinator`: armed forces, UNDSS, WFP and OCHA are among the members (or coordinate it), and the \
        coordinator is OCHA.\n\n\
        ## Why it matters\n\
        The cell links humanitarian organisations with the military. Without one of its four members it is another \
        meeting; led by somebody else it is no longer humanitarian.\n\n\
        ## Exceptions\n\
        Missions in other countries. A platform without a list of members is judged by its coordinator only.\n\n\
        ## What it marks\n\
        The key `members`; where only the coordinator is wrong, its `org`. Related: the coordinator's `org`, if that \
        is wrong too; the `id` of the platform.\n",
    example: EXAMPLE,
    source: "OCHA Mali, Structure de la Coordination",
    statements: &["N49"],
    strength: Strength::Contextual,
    pack: Some("mali-ocha"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "gao", "place": "Gao", "from": "2013-03-15"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "platform", "id": "cmc-gao", "mission": "mli", "types": ["cmcoord"],
 "level": "subnational", "place": "gao", "coordinator": {"org": "OCHA"},
 "status": [{"value": "active", "from": "2013-03-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "cmc-gao", "mission": "mli", "types": ["cmcoord"],
 "level": "subnational", "place": "gao", "coordinator": {"org": "WFP"},
 "status": [{"value": "active", "from": "2013-03-01"}]}
"#,
};

/// The members of the cell.
const MEMBERS: &[&str] = &["armed-forces", "UNDSS", "WFP", "OCHA"];

/// Who coordinates it.
const COORDINATOR: &str = "OCHA";

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let is_described = |platform: &Platform<'_>| {
        any([
            platform.members().map(|members| members.is_some()),
            platform.coordinator().map(|party| party.is_some()),
        ])
    };
    cmcoord::judge_each(bundle, judge, is_described, |judge, platform| {
        let coordinator = match platform.coordinator()? {
            Some(party) => party.org?,
            None => None,
        };
        let members = platform.members()?;
        let missing = match &members {
            Some((_, members)) => missing(members, coordinator)?,
            None => Vec::new(),
        };
        let wrong = coordinator.filter(|org| organisation(org.value) != COORDINATOR);
        let list = members
            .map(|(list, _)| list)
            .filter(|_| !missing.is_empty());
        if list.is_some() || wrong.is_some() {
            judge.report(describe(
                judge,
                platform,
                (list, missing),
                coordinator,
                wrong,
            )?);
        }
        Ok(())
    });
}

fn missing(members: &[Party<'_>], coordinator: Option<Marked<&str>>) -> Read<Vec<String>> {
    let mut missing = Vec::new();
    for expected in MEMBERS {
        let coordinates = coordinator.is_some_and(|org| organisation(org.value) == *expected);
        let is_member = any(members.iter().map(|member| {
            let org = member.org?;
            Ok(org.is_some_and(|org| organisation(org.value) == *expected))
        }));
        if !coordinates && !is_member? {
            missing.push((*expected).to_owned());
        }
    }
    Ok(missing)
}

fn describe(
    judge: &Judge<'_>,
    platform: &Platform<'_>,
    (list, missing): (Option<View<'_>>, Vec<String>),
    coordinator: Option<Marked<&str>>,
    wrong: Option<Marked<&str>>,
) -> Read<Finding> {
    let id = platform.head.id?;
    let (primary, other) = match (list, wrong) {
        (Some(list), wrong) => (list.place().key(), wrong.map(|org| org.place)),
        (None, Some(org)) => (org.place, None),
        (None, None) => (id.place, None),
    };
    Ok(Finding::new(&META, primary)
        .about(platform.head.place())
        .and_all("coordinator", other)
        .and("platform", id.place)
        .with("platform", Fact::Id(id.value.to_owned()))
        .with_some(
            "missing",
            Some(missing)
                .filter(|missing| !missing.is_empty())
                .map(Fact::Vocabulary),
        )
        .with_some(
            "coordinator",
            coordinator.map(|org| Fact::Code(org.value.to_owned())),
        )
        .with("date", Fact::Day(judge.as_of())))
}
