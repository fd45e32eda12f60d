//! A record holds the address or the telephone number of a person.

use super::shared::contact_detail::{
    holds_mailbox, holds_telephone, is_functional, is_public, looks_personal, may_hold_any,
};
use super::{Judge, Rule};
use crate::bundle::Bundle;
use crate::catalogue::{Example, Group, Meta, Scope, Severity, Strength};
use crate::document::{Kind, Read, View};
use crate::finding::{Fact, Finding};
use crate::record::Head;

static META: Meta = Meta {
    id: "personal-contact-detail",
    group: Group::Protection,
    severity: Severity::Warning,
    scope: Scope::Subject,
    summary: "A text of a record holds a personal mailbox or a telephone number.",
    page: "## What it checks\n\
        The free texts of every record (notes, reasons, names, agendas, addresses of documents and the like) hold no \
        mailbox other than the functional ones of the organization, and no telephone number. The `mailbox` of a \
        functional contact is not with a public provider; if its first part looks like the name of a person, that is \
        reported as advice.\n\n\
        ## Why it matters\n\
        Records name people by opaque ids so that they can be shared. One number in a note undoes that, for everyone \
        who ever gets a copy.\n\n\
        ## Exceptions\n\
        The functional mailboxes of the table of units. Ids, codes and dates are not looked at. Mailboxes that name a \
        function or a place.\n\n\
        ## What it marks\n\
        The text. What it holds is never shown, except with `--reveal` in the excerpt.\n",
    example: EXAMPLE,
    source: "IOM Data Protection Principles, as the record contract applies them",
    statements: &["N77"],
    strength: Strength::Contextual,
    pack: None,
    also_packs: &[],
    params: &[],
};

const EXAMPLE: Example = Example::Records {
    as_of: "2025-03-31",
    given: "",
    valid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "cluster-coordinator", "cluster": "CCM",
 "from": "2024-12-01", "note": "Applications go to dhrr@iom.int."}
"#,
    invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "cluster-coordinator", "cluster": "CCM",
 "from": "2024-12-01", "note": "Applications go to a.person@mail.example."}
"#,
};

/// The rule.
pub(super) static RULE: Rule = Rule { meta: &META, check };

/// Whether a key is that of free texts, whatever the object it stands in.
fn is_free(key: &str) -> bool {
    matches!(
        key,
        "note"
            | "reason"
            | "name"
            | "local_names"
            | "basis"
            | "next_step"
            | "agenda"
            | "category"
            | "function"
            | "meeting_minutes"
            | "activation_document"
            | "url"
            | "plans"
    )
}

fn check(bundle: &Bundle<'_>, judge: &mut Judge<'_>) {
    for head in &bundle.heads {
        judge.subject(head.place(), |judge| {
            if is_worth_a_look(head) {
                look_into(bundle, judge, head, head.view, "")?;
            }
            Ok(())
        });
    }
}

/// Whether a record may hold what is looked for: a quick look at the tokens under keys of free texts, for the many that
/// do not. What could not be read is looked at as it is written.
fn is_worth_a_look(head: &Head<'_>) -> bool {
    let record = head.view.node();
    let tokens = record.index()..record.end_index();
    let document = head.view.document();
    if document.damage.has_gap(tokens.start, tokens.end) {
        return may_hold_any(record.lexeme());
    }
    // Nearly always nothing in all the text of a record is worth it. What slips have moved may stand elsewhere.
    if document.flawed.is_empty() && !may_hold_any(record.lexeme()) {
        return false;
    }
    let (mut next, end) = (tokens.start, tokens.end);
    while next < end {
        let token = record.tree().node(next);
        // Elements and values come one by one, a key brings its value.
        next += 1;
        if !token.is_key() {
            continue;
        }
        let value = record.tree().node(next);
        next += 1;
        let is_looked_at = |key| is_free(key) || is_address(head, key);
        if token.as_str().is_some_and(is_looked_at) {
            if may_hold_any(value.lexeme()) {
                return true;
            }
            next = value.end_index();
        }
    }
    false
}

/// Looks at all texts in a value that stands under a key.
fn look_into<'t>(
    bundle: &Bundle<'t>,
    judge: &mut Judge<'_>,
    head: &Head<'t>,
    view: View<'t>,
    key: &'t str,
) -> Read<()> {
    if view.node().as_str().is_some() {
        if !is_free(key) && !is_address(head, key) {
            return Ok(());
        }
        let text = view.text()?.value;
        if let Some(fault) = fault_in(bundle, head, key, text) {
            let severity = match fault {
                "guess" => META.severity.lowered(),
                _ => META.severity,
            };
            judge.report(
                Finding::new(&META, view.place())
                    .weighing(severity)
                    .about(view.place())
                    .concealing()
                    .with("kind", Fact::Kind(head.kind.code().to_owned()))
                    .with("id", Fact::Id(head.id?.value.to_owned()))
                    .with("fault", Fact::Kind(fault.to_owned()))
                    .with("field", Fact::Kind(key.to_owned())),
            );
        }
        return Ok(());
    }
    match view.node().kind() {
        missionlint_tape::ValueKind::Object => {
            for (name, value) in view.members()? {
                // The languages of names are no keys of fields.
                let key = if key == "local_names" { key } else { name };
                look_into(bundle, judge, head, value, key)?;
            }
        }
        missionlint_tape::ValueKind::Array => {
            for value in view.elements()? {
                look_into(bundle, judge, head, value, key)?;
            }
        }
        _ => {}
    }
    Ok(())
}

/// Whether a key is that of a contact's mailbox.
fn is_address(head: &Head<'_>, key: &str) -> bool {
    head.kind == Kind::Contact && key == "mailbox"
}

/// What is wrong with a text that is looked at, if anything.
fn fault_in(bundle: &Bundle<'_>, head: &Head<'_>, key: &str, text: &str) -> Option<&'static str> {
    if is_address(head, key) {
        if is_functional(text) {
            return None;
        }
        let is_place = |word: &str| is_place(bundle, word);
        return if is_public(text) {
            Some("mailbox")
        } else {
            looks_personal(text, is_place).then_some("guess")
        };
    }
    if !may_hold_any(text) {
        return None;
    }
    if holds_mailbox(text) {
        return Some("mailbox");
    }
    holds_telephone(text).then_some("telephone")
}

/// Whether a word is the town of an office of the mission, as far as can be read.
fn is_place(bundle: &Bundle<'_>, word: &str) -> bool {
    let offices = bundle.offices().unwrap_or_default();
    let mut towns = offices.iter().filter_map(|office| office.place.ok());
    towns.any(|town| town.value.eq_ignore_ascii_case(word))
}
