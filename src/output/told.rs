//! What several formats say in the same words.

use std::collections::{BTreeMap, BTreeSet};

use super::details;
use super::fit::shortened;
use super::text::{clean, place};
use crate::catalogue::{Scope, Severity};
use crate::message::{About, Messages};
use crate::report::{
    Earlier, Found, INTERRUPTED, Location, NotChecked, NotJudged, Report, Suppressed,
};

/// Other places of a finding that its text names; the formats that have room for places of their own list all.
const PLACES: usize = 10;

/// Rules named as blocked in one text.
const NAMED: usize = 10;

/// Missions named as not judged in one text.
const MISSIONS: usize = 10;

/// Columns of a mission's id.
pub(super) const MISSION: usize = 32;

/// A text behind its label and a colon.
pub(super) fn labelled(label: &str, text: &str, messages: &Messages) -> String {
    details::labelled(&messages.say(label, &[]), text, messages)
}

/// The page of a rule in the catalogue that is kept with the rules.
pub(super) fn help_url(rule: &str) -> String {
    let repository = env!("CARGO_PKG_REPOSITORY");
    format!("{repository}/blob/main/src/rules/README.md#{rule}")
}

/// What stands at another place of a finding.
pub(super) fn label_of(about: &About<'_>, label: &str) -> String {
    let said = about.attribute(label);
    said.unwrap_or_else(|| label.to_owned())
}

/// Everything that can be said of a finding in lines of text: what is wrong, what to do, its other places, the change
/// that would put it right, what it replaces, what it rests on, and why it does not count.
pub(super) fn lines(found: &Found, messages: &Messages) -> Vec<String> {
    let about = messages.about(found);
    let mut lines = vec![about.headline()];
    let mut line = |label: &str, text: String| lines.push(labelled(label, &text, messages));
    if let Some(help) = about.attribute("help") {
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
        labelled("allowed-title", &text, messages)
    }));
    let others = found.related.iter().take(PLACES);
    lines.extend(
        others.map(|(label, location)| format!("{}: {}", place(location), label_of(&about, label))),
    );
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
    let mut values = vec![("rule", found.rule.id.into())];
    values.extend(owner.map(|owner| ("owner", owner.into())));
    values.extend(day.map(|day| ("expires", day.into())));
    let reason = clean(&suppressed.reason);
    let Some(created) = suppressed.created else {
        values.push(("reason", reason.into()));
        return messages.say("allowed-line", &values);
    };
    values.push(("created", messages.day(created).into()));
    if !reason.is_empty() {
        values.push(("reason", reason.into()));
    }
    messages.say("baselined-line", &values)
}

/// The missions that were not judged, unless the fault of a run that was stopped names them.
pub(super) fn not_judged(report: &Report, messages: &Messages) -> Option<String> {
    let is_told = report.faults.iter().any(|fault| fault.kind == INTERRUPTED);
    let left = Some(&*report.not_judged).filter(|left| !is_told && !left.is_empty())?;
    let text = left_in_words(left, messages);
    Some(labelled("not-judged-title", &text, messages))
}

/// Some missions that were not judged.
pub(super) fn left_in_words(left: &[NotJudged], messages: &Messages) -> String {
    let names = left.iter().filter_map(|it| it.mission.as_deref());
    let names: Vec<&str> = names.collect();
    let shown = names.iter().take(MISSIONS);
    let shown: Vec<String> = shown.map(|name| shortened(&clean(name), MISSION)).collect();
    let shown: Vec<&str> = shown.iter().map(String::as_str).collect();
    let is_besides = names.len() < left.len() && !names.is_empty();
    let values = [
        ("count", names.len().into()),
        (
            "names",
            messages.list(&shown, names.len() - shown.len()).into(),
        ),
        ("besides", if is_besides { "yes" } else { "no" }.into()),
    ];
    messages.say("not-judged-missions", &values)
}

/// Why one rule could not judge everything.
pub(super) fn blocked_rule(entry: &NotChecked, messages: &Messages) -> String {
    let places = entry.locations.len();
    blocked(entry.reason, places, "some", &[entry.rule.id], messages)
}

fn blocked(
    reason: &str,
    places: usize,
    which: &'static str,
    rules: &[&str],
    messages: &Messages,
) -> String {
    let obstacle = details::obstacle(reason, places, messages);
    let (named, more) = rules.split_at(rules.len().min(NAMED));
    let values = [
        ("obstacle", obstacle.into()),
        ("which", which.into()),
        ("count", rules.len().into()),
        ("rules", messages.list(named, more.len()).into()),
    ];
    let text = messages.say("not-checked-line", &values);
    labelled("not-checked-title", &text, messages)
}

/// What keeps rules from judging everything.
pub(super) struct Obstacle<'r> {
    /// What findings of the heaviest of the rules would weigh.
    pub(super) severity: Severity,
    /// The first place where it is.
    pub(super) place: Option<&'r Location>,
    /// What it is, and what it blocks.
    pub(super) text: String,
}

/// What could not be checked, by obstacle.
pub(super) fn obstacles<'r>(report: &'r Report, messages: &Messages) -> Vec<Obstacle<'r>> {
    let mut entries: Vec<&NotChecked> = report.not_checked.iter().collect();
    entries.sort_by_key(|entry| entry.reason);
    let policy_rules = report.rules.iter();
    let policy_rules = policy_rules.filter(|count| count.rule.scope == Scope::Subject);
    let all = policy_rules.count();
    let obstacles = entries.chunk_by(|one, other| one.reason == other.reason);
    let obstacles = obstacles.map(|entries| {
        let places: BTreeMap<_, &Location> = entries
            .iter()
            .flat_map(|entry| &entry.locations)
            .map(|location| ((&location.path, location.start, location.end), location))
            .collect();
        let rules: BTreeSet<&str> = entries.iter().map(|entry| entry.rule.id).collect();
        let rules: Vec<&str> = rules.into_iter().collect();
        let is_all = rules.len() == all && all > NAMED;
        let which = if is_all { "all" } else { "some" };
        let heaviest = entries.iter().map(|entry| entry.severity).max();
        Obstacle {
            severity: heaviest.unwrap_or(Severity::Advice),
            place: places.values().next().copied(),
            text: blocked(entries[0].reason, places.len(), which, &rules, messages),
        }
    });
    obstacles.collect()
}

/// The word for the outcome, and whether it is good. What was there before may not be ready at all.
pub(super) fn verdict(report: &Report) -> (&'static str, bool) {
    let is_ready = report.is_ready();
    let id = match (is_ready, &report.schema) {
        (true, _) if report.earlier.is_some() => "verdict-not-worse",
        (false, _) if report.earlier.is_some() => "verdict-worse",
        (true, None) => "verdict-ready",
        (true, Some(_)) => "verdict-valid",
        (false, None) => "verdict-not-ready",
        (false, Some(_)) => "verdict-not-valid",
    };
    (id, is_ready)
}

/// What does not count, or is not shown, because it was there before.
pub(super) fn before(report: &Report, messages: &Messages) -> Vec<String> {
    let earlier = report.earlier.iter();
    let earlier = earlier.map(|earlier| left_out(earlier, messages));
    baselined(report, messages)
        .into_iter()
        .chain(earlier)
        .collect()
}

/// How much the baseline has, and how old it is.
fn baselined(report: &Report, messages: &Messages) -> Option<String> {
    let oldest = report.baselined().map(|(_, day)| day).min()?;
    let count = |severity| {
        let all = report.baselined();
        all.filter(|(found, _)| found.severity == severity).count()
    };
    let kinds = [
        ("count-error", count(Severity::Error)),
        ("count-warning", count(Severity::Warning)),
        ("count-advice", count(Severity::Advice)),
    ];
    let values = [
        ("counts", counted(&kinds, messages).into()),
        ("day", messages.day(oldest).into()),
    ];
    Some(messages.say("baseline-note", &values))
}

/// What is not shown because an earlier state had it.
fn left_out(earlier: &Earlier, messages: &Messages) -> String {
    let kinds = [
        ("count-error", earlier.count(Severity::Error)),
        ("count-warning", earlier.count(Severity::Warning)),
        ("count-advice", earlier.count(Severity::Advice)),
        ("count-allowed", earlier.suppressed),
        ("count-blocked-places", earlier.blocked),
    ];
    let counts = counted(&kinds, messages);
    let id = if counts.is_empty() {
        "earlier-nothing"
    } else {
        "earlier-note"
    };
    let commit = earlier.commit.get(..12).unwrap_or(&earlier.commit);
    let values = [
        ("revision", clean(&earlier.revision).into()),
        ("commit", commit.into()),
        ("counts", counts.into()),
    ];
    messages.say(id, &values)
}

/// Numbers that are not zero, with what they are of.
fn counted(kinds: &[(&str, usize)], messages: &Messages) -> String {
    let there = kinds.iter().filter(|(_, count)| *count > 0);
    let counts = there.map(|(id, count)| messages.say(id, &[("count", (*count).into())]));
    counts.collect::<Vec<_>>().join(", ")
}
