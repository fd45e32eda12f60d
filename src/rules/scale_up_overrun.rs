//! A system-wide scale-up lasts longer than it may, or has its former name.

use super::shared::period::months_after;
use super::shared::quoted;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::calendar::Day;
use crate::catalogue::{Example, Group, Meta, Param, ParamValue, Scope, Severity, Strength};
use crate::document::{Dated, Marked, Read};
use crate::finding::{Fact, Finding, Place, Safety};
use crate::record::{Mission, ScaleUp};

static MONTHS: Param = Param {
    table: "scale-up-overrun",
    key: "months",
    value: ParamValue::Number(6, 1, 60),
    doc: "For how many calendar months a Scale-Up is activated at most.",
};

static EXTENSION_MONTHS: Param = Param {
    table: "scale-up-overrun",
    key: "extension_months",
    value: ParamValue::Number(3, 0, 60),
    doc: "By how many calendar months its one extension prolongs a Scale-Up at most.",
};

static META: Meta = Meta {
    id: "scale-up-overrun",
    group: Group::Timeliness,
    severity: Severity::Advice,
    scope: Scope::Subject,
    summary: "A Scale-Up lasts longer than its protocol allows, or has its former name.",
    page: "## What it checks\n\
        Every entry of the mission's `scale_ups` that began by the date of the run. A Scale-Up of the humanitarian \
        system (`iasc-scale-up`) lasts six calendar months (parameter `months`), with `extension` three more \
        (`extension_months`). A Level 3 emergency (`iasc-l3`) began before December 2018: then the Scale-Up had \
        taken its place.\n\n\
        ## Why it matters\n\
        A Scale-Up is an exception with an end. A record that goes on either misses the day of the deactivation or \
        the decision on the extension, and both change who coordinates and reports how.\n\n\
        ## Exceptions\n\
        Activations within the organization (`l3-internal`), which have their own rules.\n\n\
        ## What it marks\n\
        The last day (`to`) of the entry, or its first where it is still open; of a former name the `system`. Related: \
        the other day.\n",
    example: EXAMPLE,
    source: "IASC Protocol 1, Humanitarian System-Wide Scale-Up Activation",
    statements: &[],
    strength: Strength::Contextual,
    pack: Some("iasc-scale-up"),
    also_packs: &[],
    params: &[&MONTHS, &EXTENSION_MONTHS],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "emergency", "from": "2024-07-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "scale_ups": [{"system": "iasc-scale-up", "from": "2024-07-01", "to": "2024-12-31"}]}
"#,
    invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "emergency", "from": "2024-07-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "scale_ups": [{"system": "iasc-scale-up", "from": "2024-07-01", "to": "2025-02-28"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// The first day on which a new Level 3 emergency is a slip: the month of the change itself is let pass.
const RENAMED: Day = jiff::civil::date(2018, 12, 1);

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for mission in &bundle.missions {
        super::shared::each(judge, &mission.scale_ups(), |judge, entry| {
            let subject = concerned(entry, judge.as_of());
            judge.consider(mission.head.place(), subject, |judge, (system, dated)| {
                let found = if system.value == "iasc-l3" {
                    (dated.interval.from >= RENAMED).then(|| renamed(system, dated))
                } else {
                    too_long(judge, entry, system, dated)?
                };
                if let Some(finding) = found {
                    judge.report(finding.about(place_of(mission)));
                }
                Ok(())
            });
        });
    }
}

fn place_of(mission: &Mission<'_>) -> Place {
    mission.head.place()
}

/// The system and the days of an entry that the rule judges.
fn concerned<'t>(entry: &ScaleUp<'t>, today: Day) -> Read<Option<(Marked<&'t str>, Dated)>> {
    let is_ours = entry.system.map(|system| system.value == "l3-internal");
    let is_coming = entry.interval.map(|dated| dated.interval.from > today);
    if is_ours == Ok(true) || is_coming == Ok(true) {
        return Ok(None);
    }
    Ok(Some((entry.system?, entry.interval?)))
}

fn too_long(
    judge: &Judge<'_>,
    entry: &ScaleUp<'_>,
    system: Marked<&str>,
    dated: Dated,
) -> Read<Option<Finding>> {
    let today = judge.as_of();
    let days = dated.interval;
    let last = days.last_day(today);
    let is_over = |months: i64| months_after(days.from, months).is_some_and(|end| end <= last);
    let mut months = judge.number(&MONTHS);
    if !is_over(months) {
        return Ok(None);
    }
    if entry.extension? {
        months += judge.number(&EXTENSION_MONTHS);
    }
    if !is_over(months) {
        return Ok(None);
    }
    let ended = dated.to.filter(|_| days.to.is_some_and(|to| to <= today));
    let finding = match ended {
        Some(to) => Finding::new(&META, to).and("from", dated.from),
        None => Finding::new(&META, dated.from).and_all("to", dated.to),
    };
    Ok(Some(
        finding
            .with("fault", Fact::Kind("too-long".to_owned()))
            .with("system", Fact::Code(system.value.to_owned()))
            .with("from", Fact::Day(days.from))
            .with("to", Fact::Day(last))
            .with("months", Fact::Number(months)),
    ))
}

fn renamed(system: Marked<&str>, dated: Dated) -> Finding {
    Finding::new(&META, system.place)
        .and("from", dated.from)
        .with("fault", Fact::Kind("renamed".to_owned()))
        .with("system", Fact::Code(system.value.to_owned()))
        .with("from", Fact::Day(dated.interval.from))
        .fixed_by(
            Safety::Suggested,
            vec![(system.place, quoted("iasc-scale-up"))],
        )
}
