//! A reference leads to something of another kind.

use super::shared::reference::judge_each;
use super::{Judge, Rule};
use crate::bundle::{Bundle, Lookup, Target};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Marked, Obstacle};
use crate::finding::{Fact, Finding, Place};

static META: Meta = Meta {
    id: "wrong-kind-reference",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "A reference leads to a record of another kind than it needs.",
    page: "## What it checks\n\
        Every reference needs a target of one kind: a seat needs a platform and a person, an assignment an office. \
        The id exists in the mission, but only as something else.\n\n\
        ## Why it matters\n\
        What the reference should lead to is counted nowhere, although the id looks right at first sight.\n\n\
        ## Exceptions\n\
        Different kinds may share an id: the reference is right as long as one of them is of the kind it needs. A \
        reference into a mission that is not part of the run is reported as not checked.\n\n\
        ## What it marks\n\
        The reference; related: the `id` of what it leads to.\n",
    example: EXAMPLE,
    source: "our own inference; record contract (references)",
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
  {"kind": "programme", "id": "G-hea", "areas": ["health"], "crisis": true, "sites": ["ML09"],
   "from": "2024-01-01"},
  {"kind": "platform", "id": "cl-hea", "types": ["cluster"], "clusters": ["HEA"],
   "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]},
  {"kind": "person", "id": "P-06", "programmes": [{"programme": "G-hea"}], "assignments": [
    {"role": "programme-officer", "kind": "staff", "duty_station": "bko", "from": "2024-01-15"}]}
]}
"#,
    valid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "cl-hea",
 "person": "P-06", "capacity": "member", "from": "2024-02-01"}
"#,
    invalid: r#"
{"kind": "representation", "id": "R-1", "mission": "mli", "platform": "G-hea",
 "person": "P-06", "capacity": "member", "from": "2024-02-01"}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    judge_each(bundle, judge, |judge, target, reference| {
        match bundle.follow(target, reference) {
            Lookup::WrongKind(actual, place) => {
                judge.report(finding(target, reference, actual, place));
            }
            // Of what was given, nothing of another kind has the id.
            Lookup::Unknown(blocked) if blocked.obstacle == Obstacle::NotGiven => {}
            Lookup::Unknown(blocked) => return Err(blocked),
            Lookup::Found(()) | Lookup::Missing => {}
        }
        Ok(())
    });
}

fn finding(expected: Target, reference: Marked<&str>, actual: Target, id: Place) -> Finding {
    let written = reference.value.to_owned();
    let reference_fact = if [expected, actual].contains(&Target::Record(Kind::Person)) {
        Fact::Person(written)
    } else {
        Fact::Id(written)
    };
    Finding::new(&META, reference.place)
        .about(reference.place)
        .with("reference", reference_fact)
        .with("expected", Fact::Kind(expected.code().to_owned()))
        .with("actual", Fact::Kind(actual.code().to_owned()))
        .and("actual", id)
}
