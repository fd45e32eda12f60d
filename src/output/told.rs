//! What several formats say in the same words.

use std::collections::BTreeSet;

use super::text::{clean, place};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Location, NotChecked, Report, RunFault, Suppressed};

/// Other places of a finding that its text names; the formats that have room for places of their own list all.
const PLACES: usize = 10;

/// Rules named as blocked in one text.
const NAMED: usize = 10;

/// A text behind its label and a colon.
pub(super) fn labelled(label: &str, text: String, messages: &Messages) -> String {
    let label = messages.say(label, &[]);
    let values = [("label", label.into()), ("text", text.into())];
    messages.say("labelled", &values)
}

/// The page of a rule in the catalogue that is kept with the rules.
pub(super) fn help_url(rule: &str) -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    format!("{repository}/blob/main/src/rules/README.md#{rule}")
}

/// What stands at another place of a finding.
pub(super) fn label_of(found: &Found, label: &str, messages: &Messages) -> String {
    let said = messages.attribute(found, label);
    said.unwrap_or_else(|| label.to_owned())
}

/// Everything that can be said of a finding in lines of text: what is wrong, what to do, its other places, the change
/// that would put it right, what it replaces, what it rests on, and why it does not count.
pub(super) fn lines(found: &Found, messages: &Messages) -> Vec<String> {
    let mut lines = vec![messages.headline(found)];
    let mut line = |label: &str, text: String| lines.push(labelled(label, text, messages));
    if let Some(help) = messages.attribute(found, "help") {
        line("help-label", help);
    }
    if let Some((_, edits)) = &found.fix {
        let texts = edits.iter().map(|edit| {
            let (row, column) = (edit.start.line, edit.start.column);
            format!("{row}:{column} {}", clean(&edit.text))
        });
        line("suggested-change", texts.collect::<Vec<_>>().join("; "));
    }
    if !found.because.is_empty() {
        let rules: BTreeSet<&str> = found.because.iter().map(|nested| nested.rule.id).collect();
        line(
            "includes-label",
            rules.into_iter().collect::<Vec<_>>().join(", "),
        );
    }
    let (label, text) = policy(found, messages);
    line(label, text);
    lines.extend(found.suppressed.as_ref().map(|suppressed| {
        let text = accepted(found, suppressed, messages);
        labelled("allowed-title", text, messages)
    }));
    let others = found.related.iter().take(PLACES);
    lines.extend(others.map(|(label, location)| {
        format!("{}: {}", place(location), label_of(found, label, messages))
    }));
    if let Some(more) = found.related.len().checked_sub(PLACES + 1) {
        let count = ("count", (more + 1).into());
        lines.push(messages.say("not-checked-more", &[count]));
    }
    lines
}

/// What a finding rests on, with its label: how binding it is, the document, since when it holds; or where to read
/// more.
pub(super) fn policy(found: &Found, messages: &Messages) -> (&'static str, String) {
    let rule = ("rule", found.rule.id.into());
    let Some(pack) = found.pack else {
        return ("more-label", messages.say("explain-line", &[rule]));
    };
    let strength = format!("strength-{}", found.rule.strength.code());
    let mut values = vec![
        ("strength", messages.say(&strength, &[]).into()),
        ("document", pack.document.as_str().into()),
        rule,
    ];
    if let Some(day) = pack.from() {
        values.push(("since", messages.day(day).into()));
    }
    ("policy-label", messages.say("policy-line", &values))
}

/// Why a finding does not count.
pub(super) fn accepted(found: &Found, suppressed: &Suppressed, messages: &Messages) -> String {
    let owner = suppressed.owner.as_deref().map(clean);
    let day = suppressed.expires.map(|day| messages.day(day));
    let mut values = vec![
        ("rule", found.rule.id.into()),
        ("reason", clean(&suppressed.reason).into()),
    ];
    values.extend(owner.map(|owner| ("owner", owner.into())));
    values.extend(day.map(|day| ("expires", day.into())));
    messages.say("allowed-line", &values)
}

/// What went wrong with the run.
pub(super) fn fault(fault: &RunFault, messages: &Messages) -> String {
    let values = [
        ("subject", clean(&fault.subject).into()),
        ("reason", clean(&messages.phrase(&fault.reason)).into()),
    ];
    messages.say(&format!("fault-{}", fault.kind), &values)
}

/// Why some rules could not judge everything: the obstacle, and the rules.
pub(super) fn blocked(
    reason: &str,
    places: usize,
    rules: &BTreeSet<&str>,
    messages: &Messages,
) -> String {
    let obstacle = format!("obstacle-{reason}");
    let obstacle = messages.say(&obstacle, &[("count", places.into())]);
    let names: Vec<&str> = rules.iter().copied().take(NAMED).collect();
    let names = messages.list(&names, rules.len() - names.len());
    let values = [
        ("obstacle", obstacle.into()),
        ("which", "some".into()),
        ("count", rules.len().into()),
        ("rules", names.into()),
    ];
    labelled(
        "not-checked-title",
        messages.say("not-checked-line", &values),
        messages,
    )
}

/// Why one rule could not judge everything.
pub(super) fn blocked_rule(entry: &NotChecked, messages: &Messages) -> String {
    let rules = BTreeSet::from([entry.rule.id]);
    blocked(entry.reason, entry.locations.len(), &rules, messages)
}

/// What keeps rules of a severity from judging everything.
pub(super) struct Obstacle<'r> {
    /// What findings of the rules would weigh.
    pub(super) severity: Severity,
    /// Code of the obstacle.
    pub(super) reason: &'static str,
    /// The rules.
    pub(super) rules: BTreeSet<&'static str>,
    /// Where it is, each place once.
    pub(super) places: Vec<&'r Location>,
}

/// What could not be checked, by severity and obstacle, the worst first.
pub(super) fn obstacles(report: &Report) -> Vec<Obstacle<'_>> {
    let mut entries: Vec<&NotChecked> = report.not_checked.iter().collect();
    entries.sort_by_key(|entry| (std::cmp::Reverse(entry.severity), entry.reason));
    let alike = |one: &&NotChecked, other: &&NotChecked| {
        (one.severity, one.reason) == (other.severity, other.reason)
    };
    let obstacles = entries.chunk_by(alike).map(|entries| {
        let places = entries.iter().flat_map(|entry| &entry.locations);
        let mut places: Vec<&Location> = places.collect();
        let spot = |location: &&Location| (location.path.clone(), location.start, location.end);
        places.sort_by_cached_key(spot);
        places.dedup_by_key(|location| spot(location));
        Obstacle {
            severity: entries[0].severity,
            reason: entries[0].reason,
            rules: entries.iter().map(|entry| entry.rule.id).collect(),
            places,
        }
    });
    obstacles.collect()
}
