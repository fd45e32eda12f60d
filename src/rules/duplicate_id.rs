//! Two records of one kind share an id.

use std::cell::LazyCell;

use rustc_hash::FxHashMap;

use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::Kind;
use crate::finding::{Fact, Finding};
use crate::record::Head;

static META: Meta = Meta {
    id: "duplicate-id",
    group: Group::Integrity,
    severity: Severity::Error,
    scope: Scope::Subject,
    summary: "Two records of one kind share an id within a mission.",
    page: "## What it checks\n\
        Mission, kind and id together identify a record. Every record that repeats an earlier one's identity (in \
        order of path and text) is reported.\n\n\
        ## Why it matters\n\
        References to the id may mean either record, and editors may correct the wrong one.\n\n\
        ## Exceptions\n\
        Records with the same content are a warning: one of them can go. A file named twice on the command line is \
        read once.\n\n\
        ## What it marks\n\
        The `id` of the later record; related: the `id` of the first.\n",
    example: EXAMPLE,
    source: "record contract (identity)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: r#"
{"kind": "platform", "id": "cl-hea", "mission": "mli", "types": ["cluster"], "clusters": ["HEA"],
 "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    valid: r#"
{"kind": "platform", "id": "cl-wsh", "mission": "mli", "types": ["cluster"], "clusters": ["WSH"],
 "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
    invalid: r#"
{"kind": "platform", "id": "cl-hea", "mission": "mli", "types": ["cluster"], "clusters": ["WSH"],
 "level": "national", "status": [{"value": "active", "from": "2012-04-01"}]}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    // Made only once an id comes again.
    let firsts = LazyCell::new(|| first_heads(bundle));
    for head in &bundle.heads {
        judge.subject(head.place(), |judge| {
            let id = head.id?;
            if bundle.first_id(head.kind, id.value) == Some(id.place) {
                return Ok(());
            }
            if let Some(first) = firsts.get(&(head.kind, id.value)) {
                let first_id = first.id?;
                let same = first.view.node().same_value(head.view.node());
                judge.report(
                    Finding::new(&META, id.place)
                        .weighing(if same {
                            Severity::Warning
                        } else {
                            Severity::Error
                        })
                        .with("kind", Fact::Kind(head.kind.code().to_owned()))
                        .with("id", id_fact(head.kind, id.value))
                        .and("first", first_id.place),
                );
            }
            Ok(())
        });
    }
}

/// The first record with each kind and id.
fn first_heads<'b, 't>(bundle: &'b Bundle<'t>) -> FxHashMap<(Kind, &'t str), &'b Head<'t>> {
    let mut firsts = FxHashMap::default();
    for head in &bundle.heads {
        if let Ok(id) = head.id {
            firsts.entry((head.kind, id.value)).or_insert(head);
        }
    }
    firsts
}

fn id_fact(kind: Kind, id: &str) -> Fact {
    match kind {
        Kind::Person => Fact::Person(id.to_owned()),
        _ => Fact::Id(id.to_owned()),
    }
}
