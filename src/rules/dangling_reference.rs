//! A reference leads to nothing.

use rustc_hash::FxHashMap;

use super::shared::quoted;
use super::shared::reference::judge_each;
use super::{Judge, Rule};
use crate::bundle::{Bundle, Lookup, Target};
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Marked};
use crate::finding::{Fact, Finding, Place, Safety};

static META: Meta = Meta {
    id: "dangling-reference",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "A reference leads to no record or office.",
    page: "## What it checks\n\
        Every reference of a record must lead to a record of the kind it needs, or to an office of the mission \
        record: persons, platforms, programmes, duty stations, parent platforms and offices, places given by an \
        office id. A reference `mission/id` is looked up in that mission.\n\n\
        ## Why it matters\n\
        What the reference should lead to is counted nowhere: a seat on no platform, attendance of nobody.\n\n\
        ## Exceptions\n\
        Places given by the name of a town and sites given by a P-code are no references. A reference into a mission \
        that is not part of the run, or whose documents cannot all be read, is not judged but reported as not \
        checked. So are references where nothing of the kind they lead to was given, as when a file is checked \
        alone.\n\n\
        ## What it marks\n\
        The reference; related: the `id` it was probably meant to be, where exactly one comes close (one character \
        differs, or two in ids of eight characters or more).\n",
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
{"kind": "platform", "id": "hct", "mission": "mli", "types": ["hct"], "level": "national",
 "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["iccg"], "level": "national",
 "parents": ["hct"], "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "iccg", "mission": "mli", "types": ["iccg"], "level": "national",
 "parents": ["hcp"], "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// Ids of at least so many characters may differ in two of them and still be taken for a slip.
const LONG: usize = 8;

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    let mut hints = Hints::default();
    judge_each(bundle, judge, |judge, target, reference| {
        match bundle.follow(target, reference) {
            Lookup::Missing => judge.report(finding(
                target,
                reference,
                hints.nearest(bundle, target, reference),
            )),
            Lookup::Unknown(blocked) => return Err(blocked),
            Lookup::Found(()) | Lookup::WrongKind(..) => {}
        }
        Ok(())
    });
}

fn finding(target: Target, reference: Marked<&str>, nearest: Option<(&str, Place)>) -> Finding {
    let id = |id: &str| match target {
        Target::Record(Kind::Person) => Fact::Person(id.to_owned()),
        _ => Fact::Id(id.to_owned()),
    };
    let finding = Finding::new(&META, reference.place)
        .about(reference.place)
        .with("reference", id(reference.value))
        .with("expected", Fact::Kind(target.code().to_owned()));
    match nearest {
        Some((nearest, place)) => finding
            .with("nearest", id(nearest))
            .and("nearest", place)
            .fixed_by(Safety::Suggested, vec![(reference.place, quoted(nearest))]),
        None => finding,
    }
}

/// Ids that references were probably meant to be. Looked for once per id, and only when something is wrong.
#[derive(Default)]
struct Hints<'t> {
    ids: FxHashMap<Target, Vec<(&'t str, Place)>>,
    found: FxHashMap<(Target, &'t str), Option<(&'t str, Place)>>,
}

impl<'t> Hints<'t> {
    /// The one nearest id. Those of other missions are not at hand.
    fn nearest(
        &mut self,
        bundle: &Bundle<'t>,
        target: Target,
        reference: Marked<&'t str>,
    ) -> Option<(&'t str, Place)> {
        let written = bundle.plain(reference.value);
        if written.contains('/') {
            return None;
        }
        let ids = self
            .ids
            .entry(target)
            .or_insert_with(|| bundle.ids_of(target));
        *self
            .found
            .entry((target, written))
            .or_insert_with(|| nearest(written, ids))
    }
}

fn nearest<'t>(written: &str, ids: &[(&'t str, Place)]) -> Option<(&'t str, Place)> {
    let length = written.chars().count();
    let mut best = None;
    let mut least = usize::MAX;
    for (id, place) in ids {
        let letters = id.chars().count();
        let limit = if letters >= LONG { 2 } else { 1 };
        if letters.abs_diff(length) > limit {
            continue;
        }
        let distance = strsim::levenshtein(written, id);
        if distance > limit || distance > least {
            continue;
        }
        best = (distance < least).then_some((*id, *place));
        least = distance;
    }
    best
}

#[cfg(test)]
mod tests {
    use missionlint_tape::Span;

    use super::*;
    use crate::finding::{DocumentId, Spot};

    #[test]
    fn only_a_single_near_id_is_a_hint() {
        let place = Place {
            document: DocumentId(0),
            spot: Spot::Bytes(Span::new(0, 0)),
        };
        let of = |written: &str, ids: &[&'static str]| {
            let ids: Vec<_> = ids.iter().map(|id| (*id, place)).collect();
            nearest(written, &ids).map(|(id, _)| id)
        };
        assert_eq!(of("P-14", &["P-104", "P-22"]), Some("P-104"));
        assert_eq!(of("P-03", &["P-01", "P-02"]), None);
        assert_eq!(of("wahs", &["wash"]), None);
        assert_eq!(
            of(
                "sheltr-gao-25",
                &["shelter-gao-24", "shelter-gao-26", "sheltr-gao-24"]
            ),
            Some("sheltr-gao-24")
        );
        assert_eq!(of("abcdefgh", &["abcdefxy", "abcdxfgy"]), None);
    }
}
