//! A crisis programme does not say how it deals with every cross-cutting issue.

use super::shared::programme::judged_day;
use super::shared::{all, any};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding, Place};
use crate::record::{Issue, Programme};
use crate::reference::cross_cutting_issues;

static META: Meta = Meta {
    id: "cross-cutting-incomplete",
    group: Group::Organization,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A programme does not say how it deals with every cross-cutting issue.",
    page: "## What it checks\n\
        A programme with `crisis` true says of each of the five cross-cutting issues of the Migration Crisis \
        Operational Framework that it is `addressed`, or that it is not and for which `reason`.\n\n\
        ## Why it matters\n\
        The issues concern every sector; one on which a programme is silent was probably not thought of.\n\n\
        ## Exceptions\n\
        Programmes that were over before 2021, when the issues were added. Further issues, such as the prevention of \
        sexual exploitation and abuse, are welcome and not asked for.\n\n\
        ## What it marks\n\
        The key `cross_cutting`, or the `id` of a programme without it, where an issue is missing; else the first \
        `addressed` that is false without a reason. Related: the others of those.\n",
    example: EXAMPLE,
    source: "Addendum of 2021 to the Migration Crisis Operational Framework",
    statements: &["N80"],
    strength: Strength::Should,
    pack: Some("mcof-2021"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "cross_cutting": [
   {"issue": "protection-mainstreaming", "addressed": true},
   {"issue": "gender-equality", "addressed": true},
   {"issue": "law-and-policy", "addressed": false, "reason": "Distribution of tents only."},
   {"issue": "disaster-risk-climate-change", "addressed": true},
   {"issue": "data-and-evidence", "addressed": true}],
 "from": "2024-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "cross_cutting": [
   {"issue": "protection-mainstreaming", "addressed": true},
   {"issue": "gender-equality", "addressed": true},
   {"issue": "law-and-policy", "addressed": false},
   {"issue": "disaster-risk-climate-change", "addressed": true},
   {"issue": "data-and-evidence", "addressed": true}],
 "from": "2024-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for programme in &bundle.programmes {
        let crisis = programme.is_crisis();
        let day =
            judged_day(programme, judge.as_of()).map(|day| day.filter(|day| judge.in_force(*day)));
        if crisis == Ok(false) || day == Ok(None) {
            continue;
        }
        judge.subject(programme.head.place(), |judge| {
            let gaps = Gaps::of(programme)?;
            if gaps.missing.is_empty() && gaps.unexplained.is_empty() {
                return Ok(());
            }
            crisis?;
            if let Some(day) = day? {
                judge.report(describe(programme, gaps, day)?);
            }
            Ok(())
        });
    }
}

/// What a programme leaves open.
struct Gaps {
    /// Issues it says nothing of.
    missing: Vec<String>,
    /// Issues it does not address, for no reason.
    unexplained: Vec<String>,
    /// Where it says so, in order of the text.
    places: Vec<Place>,
}

impl Gaps {
    fn of(programme: &Programme<'_>) -> Read<Self> {
        let entries = programme.cross_cutting()?;
        let (mut missing, mut unexplained) = (Vec::new(), Vec::new());
        for code in cross_cutting_issues() {
            let is_it = |entry: &Issue<'_>| entry.issue.map(|issue| issue.value == code);
            let settled = entries
                .iter()
                .map(|entry| all([is_it(entry), is_settled(entry)]));
            if any(settled)? {
                continue;
            }
            let named = any(entries.iter().map(is_it))?;
            let open = if named {
                &mut unexplained
            } else {
                &mut missing
            };
            open.push(code.clone());
        }
        let mut places = Vec::new();
        for entry in &entries {
            let issue = entry.issue?.value;
            if unexplained.iter().any(|code| code == issue) {
                places.push(entry.addressed?.place);
            }
        }
        Ok(Self {
            missing,
            unexplained,
            places,
        })
    }
}

fn is_settled(entry: &Issue<'_>) -> Read<bool> {
    any([
        entry.addressed.map(|addressed| addressed.value),
        entry.reason.map(|reason| reason.is_some()),
    ])
}

fn describe(programme: &Programme<'_>, gaps: Gaps, day: Day) -> Read<Finding> {
    let id = programme.head.id?;
    let mut places = gaps.places.into_iter();
    let primary = if gaps.missing.is_empty() {
        places.next()
    } else {
        programme
            .cross_cutting_view()?
            .map(|list| list.place().key())
    };
    Ok(Finding::new(&META, primary.unwrap_or(id.place))
        .about(programme.head.place())
        .with("programme", Fact::Id(id.value.to_owned()))
        .with_some("missing", listed(gaps.missing))
        .with_some("unexplained", listed(gaps.unexplained))
        .with("date", Fact::Day(day))
        .and_all("unexplained", places))
}

fn listed(issues: Vec<String>) -> Option<Fact> {
    (!issues.is_empty()).then_some(Fact::Vocabulary(issues))
}
