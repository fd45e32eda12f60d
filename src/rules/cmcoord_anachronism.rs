//! Civil-military coordination is recorded as active before it existed.

use super::shared::each;
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Read;
use crate::finding::{Fact, Finding};
use crate::record::{Platform, Status};
use crate::reference;

const PACK: &str = "mali-ocha";

static META: Meta = Meta {
    id: "cmcoord-anachronism",
    group: Group::Subnational,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "Civil-military coordination is recorded as active before it began in Mali.",
    page: "## What it checks\n\
        In missions that cover Mali, every entry `active` in the status of a platform of type `cmcoord`: it begins \
        on 11 January 2013 or later.\n\n\
        ## Why it matters\n\
        Civil-military coordination began in Mali with the international military intervention of January 2013. An \
        earlier day is a slip, and puts meetings of other bodies under the wrong name.\n\n\
        ## Exceptions\n\
        Missions in other countries; entries with another status.\n\n\
        ## What it marks\n\
        The first day (`from`) of the status. Related: the `id` of the platform.\n",
    example: EXAMPLE,
    source: "OCHA Mali, Structure de la Coordination",
    statements: &["N47"],
    strength: Strength::Contextual,
    pack: Some(PACK),
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
 "level": "subnational", "place": "gao", "status": [{"value": "active", "from": "2013-03-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "cmc-gao", "mission": "mli", "types": ["cmcoord"],
 "level": "subnational", "place": "gao", "status": [{"value": "active", "from": "2012-03-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for (platform, told) in bundle.platforms_of_type("cmcoord") {
        let concerned = judge.pack_concerns(bundle);
        if concerned == Ok(false) {
            continue;
        }
        let concerned = told.and(concerned);
        each(judge, &platform.status, |judge, status| {
            let is_active = status.value.map(|value| value.value == "active");
            let applies = match is_active {
                Ok(false) => Ok(None),
                active => active.and(concerned).map(Some),
            };
            judge.consider(platform.head.place(), applies, |judge, _| {
                judge_entry(judge, platform, status)
            });
        });
    }
}

fn judge_entry(judge: &mut Judge<'_>, platform: &Platform<'_>, status: &Status<'_>) -> Read<()> {
    let dated = status.interval?;
    let earliest = reference::pack(PACK).and_then(reference::Pack::from);
    let Some(earliest) = earliest.filter(|earliest| dated.interval.from < *earliest) else {
        return Ok(());
    };
    let id = platform.head.id?;
    judge.report(
        Finding::new(&META, dated.from)
            .about(platform.head.place())
            .and("platform", id.place)
            .with("platform", Fact::Id(id.value.to_owned()))
            .with("from", Fact::Day(dated.interval.from))
            .with("earliest", Fact::Day(earliest)),
    );
    Ok(())
}
