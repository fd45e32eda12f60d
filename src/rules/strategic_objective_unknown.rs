//! A programme is tagged with an objective that its strategy does not have, or with a strategy of the future.

use super::shared::programme::{judged_day, nearest_code};
use super::shared::{items, quoted};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::record::{Programme, Strategy};
use crate::reference::{self, Certainty};

static META: Meta = Meta {
    id: "strategic-objective-unknown",
    group: Group::Organization,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A programme is tagged with an objective that its strategy does not have.",
    page: "## What it checks\n\
        Each of the `objectives` in `strategy` is one of the framework named there (`unknown`), and a programme tagged \
        with the Strategic Plan 2024-2028 was not over before it began (`period`).\n\n\
        ## Why it matters\n\
        Results are added up by objective; what carries another code is counted nowhere.\n\n\
        ## Exceptions\n\
        Programmes that have not begun. Under the Strategic Vision 2019-2023 this is an advice: the wording of its \
        objectives is not known, and the codes are this project’s own.\n\n\
        ## What it marks\n\
        The objective; related: the framework. Or the framework; related: the last day of the programme.\n",
    example: EXAMPLE,
    source: "IOM Strategic Plan 2024-2028",
    statements: &["N60", "N90"],
    strength: Strength::Contextual,
    pack: Some("strategic-plan-2024"),
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "strategy": {"framework": "strategic-plan-2024", "objectives": ["sp24-1"]},
 "from": "2024-01-01"}
"#,
    invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "strategy": {"framework": "strategic-plan-2024", "objectives": ["sp24-4"]},
 "from": "2024-01-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The strategy that a programme cannot have followed before it began.
const PRESENT: &str = "strategic-plan-2024";

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for programme in &bundle.programmes {
        judge.consider(
            programme.head.place(),
            tag(programme, judge.as_of()),
            |judge, (tag, last)| {
                let framework = tag.framework?;
                let tagged = Tagged::new(programme, framework);
                if framework.value == PRESENT && tagged.start.is_some_and(|start| last < start) {
                    let finding = tagged.finding(framework.place, "period", None)?;
                    let end = programme.interval?.to;
                    judge.report(finding.and_all("end", end));
                }
                for objective in items(&tag.objectives)? {
                    if let Some(finding) = tagged.unknown((*objective)?)? {
                        judge.report(finding);
                    }
                }
                Ok(())
            },
        );
    }
}

fn tag<'t>(programme: &Programme<'t>, today: Day) -> Read<Option<(Strategy<'t>, Day)>> {
    let Some(tag) = programme.strategy()? else {
        return Ok(None);
    };
    Ok(judged_day(programme, today)?.map(|last| (tag, last)))
}

/// A programme with the strategy that its tag names.
struct Tagged<'b, 't> {
    programme: &'b Programme<'t>,
    framework: Marked<&'t str>,
    /// Codes of its objectives.
    allowed: Vec<&'static str>,
    /// Its first day.
    start: Option<Day>,
    severity: Severity,
}

impl<'b, 't> Tagged<'b, 't> {
    fn new(programme: &'b Programme<'t>, framework: Marked<&'t str>) -> Self {
        let rows = reference::objectives(framework.value);
        let is_established = rows
            .clone()
            .all(|row| row.certainty == Certainty::Confirmed);
        Self {
            programme,
            framework,
            allowed: rows.clone().map(|row| row.objective.as_str()).collect(),
            start: rows.filter_map(|row| row.from).min(),
            severity: if is_established {
                META.severity
            } else {
                META.severity.lowered()
            },
        }
    }

    fn unknown(&self, objective: Marked<&str>) -> Read<Option<Finding>> {
        if self.allowed.contains(&objective.value) {
            return Ok(None);
        }
        let finding = self
            .finding(objective.place, "unknown", Some(objective.value))?
            .and("framework", self.framework.place);
        let nearest = nearest_code(objective.value, self.allowed.iter().copied());
        Ok(Some(match nearest {
            Some(code) => {
                finding.fixed_by(Safety::Suggested, vec![(objective.place, quoted(code))])
            }
            None => finding,
        }))
    }

    fn finding(&self, place: Place, fault: &str, objective: Option<&str>) -> Read<Finding> {
        let id = self.programme.head.id?.value.to_owned();
        let allowed = self.allowed.iter().map(|code| (*code).to_owned());
        let objective = objective.map(|code| Fact::Code(code.to_owned()));
        Ok(Finding::new(&META, place)
            .weighing(self.severity)
            .about(self.programme.head.place())
            .with("programme", Fact::Id(id))
            .with("fault", Fact::Kind(fault.to_owned()))
            .with("framework", Fact::Code(self.framework.value.to_owned()))
            .with_some("objective", objective)
            .with("allowed", Fact::Vocabulary(allowed.collect())))
    }
}
