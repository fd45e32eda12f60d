//! A cluster where sectors coordinate the response for refugees.

use super::shared::standing::is_active;
use super::shared::{all, any, items};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::{Day, days_between};
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Dated, Marked, Read};
use crate::finding::{Fact, Finding};
use crate::record::Platform;

static TRANSITION_DAYS: Param = Param {
    table: "refugee-context-cluster",
    key: "transition_days",
    value: ParamValue::Number(90, 0, 730),
    doc: "A cluster is let pass while the context model `refugee` began this many days ago or fewer.",
};

static META: Meta = Meta {
    id: "refugee-context-cluster",
    group: Group::Humanitarian,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A cluster is active where sectors coordinate the response for refugees.",
    page: "## What it checks\n\
        Every platform of the type `cluster` that is active on the date of the run: the context model of the mission on \
        that date is not `refugee` (`cluster-in-refugee-context`), and the platform is no sector of the refugee \
        response: none of its parents is a refugee coordination forum, and in the context model `mixed` its setting is \
        not `sector` (`sector-typed-as-cluster`).\n\n\
        ## Why it matters\n\
        Refugee responses are coordinated by sectors under the Refugee Coordination Model, not by clusters. Whether a \
        platform is a cluster decides who leads it and which rules hold for IOM's seat.\n\n\
        ## Exceptions\n\
        For `refugee-context-cluster.transition_days` after the model began its clusters are let pass, which is our \
        reading. In mixed situations clusters for displaced people are in order. Nothing is reported where the mission \
        has no record or no context model on the date.\n\n\
        ## What it marks\n\
        The element `cluster` of `types`. Related: the context model on the date; the parent that is a refugee \
        coordination forum.\n",
    example: EXAMPLE,
    source: "IOM Emergency Manual, Coordination in Different Contexts (November 2022)",
    statements: &["N12"],
    strength: Strength::Contextual,
    pack: Some("em-contexts"),
    also_packs: &[],
    params: &[&TRANSITION_DAYS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-shl", "mission": "mli", "types": ["cluster"], "clusters": ["SHL"],
 "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "refugee", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let today = judge.as_of();
    if !judge.in_force(today) {
        return;
    }
    let model = model_on(bundle, today);
    if model.as_ref().is_ok_and(Option::is_none) {
        return;
    }
    for (platform, told) in bundle.platforms_of_type("cluster") {
        let applies = all([told.map(|()| true), is_active(platform, today)]);
        judge.consider(
            platform.head.place(),
            applies.map(|applies| applies.then_some(())),
            |judge, ()| {
                let Some(model) = model? else {
                    return Ok(());
                };
                if let Some(finding) = judge_cluster(bundle, judge, platform, model)? {
                    judge.report(finding);
                }
                Ok(())
            },
        );
    }
}

/// The context model of a day, since when.
#[derive(Clone, Copy)]
struct Model<'t> {
    value: Marked<&'t str>,
    dated: Dated,
}

fn model_on<'t>(bundle: &Bundle<'t>, day: Day) -> Read<Option<Model<'t>>> {
    let Some(mission) = bundle.mission()? else {
        return Ok(None);
    };
    for entry in mission.context_models()? {
        let dated = entry.interval?;
        if dated.interval.covers(day) {
            let value = entry.value?;
            return Ok(Some(Model { value, dated }));
        }
    }
    Ok(None)
}

fn judge_cluster<'t>(
    bundle: &Bundle<'t>,
    judge: &Judge<'_>,
    platform: &Platform<'t>,
    model: Model<'t>,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let since = model.dated.interval.from;
    let is_settled = days_between(since, today) > judge.number(&TRANSITION_DAYS);
    let (fault, forum) = if model.value.value == "refugee" && is_settled {
        ("cluster-in-refugee-context", None)
    } else {
        let forum = forum_above(bundle, platform);
        let is_sector = all([Ok(model.value.value == "mixed"), is_sector(platform)]);
        let under_forum = forum.map(|forum| forum.is_some());
        if !any([under_forum, is_sector])? {
            return Ok(None);
        }
        ("sector-typed-as-cluster", forum?)
    };
    let Some(mark) = type_as_written(platform)? else {
        return Ok(None);
    };
    Ok(Some(
        Finding::new(&META, mark.place)
            .about(platform.head.place())
            .with("platform", Fact::Id(platform.head.id?.value.to_owned()))
            .with("fault", Fact::Kind(fault.to_owned()))
            .with("model", Fact::Code(model.value.value.to_owned()))
            .with("since", Fact::Day(since))
            .with("date", Fact::Day(today))
            .and("model", model.value.place)
            .and_all("forum", forum.map(|forum| forum.place)),
    ))
}

fn is_sector(platform: &Platform<'_>) -> Read<bool> {
    let setting = platform.setting()?;
    Ok(setting.is_some_and(|setting| setting.value == "sector"))
}

/// The first parent that is a forum for refugees.
fn forum_above<'t>(bundle: &Bundle<'t>, platform: &Platform<'t>) -> Read<Option<Marked<&'t str>>> {
    let mut unread = Ok(None);
    for parent in items(&platform.parents)? {
        let is_forum = parent.and_then(|parent| {
            Bundle::is_of_type(bundle.platform(parent)?, "refugee-coordination")
        });
        match is_forum {
            Ok(true) => return parent.map(Some),
            Ok(false) => {}
            Err(blocked) => unread = Err(blocked),
        }
    }
    unread
}

/// The element that says that it is a cluster.
fn type_as_written<'t>(platform: &Platform<'t>) -> Read<Option<Marked<&'t str>>> {
    for written in items(&platform.types)? {
        let kind = (*written)?;
        if kind.is("cluster") {
            return Ok(Some(kind.written));
        }
    }
    Ok(None)
}
