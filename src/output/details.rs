//! What reports in words say of a finding beyond its message, and of what was not checked.

use std::collections::BTreeMap;

use super::text::{clean, place};
use crate::catalogue::Severity;
use crate::message::Messages;
use crate::report::{Found, Report, RunFault};

/// A label and what stands behind it.
pub(super) struct Detail {
    pub(super) label: String,
    pub(super) text: String,
    /// Whether the text is a place, or another text of the data or of the tool.
    pub(super) is_code: bool,
}

/// Help, related places, the change proposed, what it sums up, the policy, why it does not count, the fingerprint.
pub(super) fn details(found: &Found, messages: &Messages) -> Vec<Detail> {
    let said = |id: &str, text: String| Detail {
        label: messages.say(id, &[]),
        text,
        is_code: false,
    };
    let code = |label: String, text: String| Detail {
        label,
        text,
        is_code: true,
    };
    let mut details = Vec::new();
    details.extend(
        messages
            .attribute(found, "help")
            .map(|help| said("help-label", help)),
    );
    details.extend(found.related.iter().map(|(name, location)| {
        let label = messages.attribute(found, name);
        code(label.unwrap_or_else(|| (*name).to_owned()), place(location))
    }));
    for edit in found.fix.iter().flat_map(|(_, edits)| edits) {
        let text = format!(
            "{}:{} {}",
            edit.start.line,
            edit.start.column,
            clean(&edit.text)
        );
        details.push(code(messages.say("suggested-change", &[]), text));
    }
    for nested in &found.because {
        let text = labelled(nested.rule.id, &messages.headline(nested), messages);
        details.push(said("includes-label", text));
    }
    details.extend(policy(found, messages).map(|policy| said("policy-label", policy)));
    details.extend(suppression(found, messages).map(|reason| said("allowed-title", reason)));
    let fingerprint = messages.say("fingerprint-label", &[]);
    details.push(code(fingerprint, found.fingerprint.clone()));
    details
}

/// The same as lines of text, with the page of the rule.
pub(super) fn detail_lines(found: &Found, messages: &Messages, url: &str) -> Vec<String> {
    let details = details(found, messages);
    let lines = details
        .iter()
        .map(|detail| labelled(&detail.label, &clean(&detail.text), messages));
    lines
        .chain([labelled(&messages.say("more-label", &[]), url, messages)])
        .collect()
}

/// A text behind its label and a colon.
pub(super) fn labelled(label: &str, text: &str, messages: &Messages) -> String {
    messages.say(
        "labelled",
        &[("label", label.into()), ("text", text.into())],
    )
}

/// What a finding rests on: how binding it is, the document, since when it holds.
fn policy(found: &Found, messages: &Messages) -> Option<String> {
    let pack = found.pack?;
    let strength = format!("strength-{}", found.rule.strength.code());
    let mut values = vec![
        ("strength", messages.say(&strength, &[]).into()),
        ("document", pack.document.as_str().into()),
        ("pack", pack.id.as_str().into()),
    ];
    values.extend(pack.from().map(|day| ("since", messages.day(day).into())));
    Some(messages.say("report-policy", &values))
}

/// Why a finding does not count.
pub(super) fn suppression(found: &Found, messages: &Messages) -> Option<String> {
    let suppressed = found.suppressed.as_ref()?;
    let reason = clean(&suppressed.reason);
    let mut values = Vec::new();
    if !reason.is_empty() {
        values.push(("reason", reason.into()));
    }
    values.extend(
        suppressed
            .owner
            .as_deref()
            .map(|owner| ("owner", clean(owner).into())),
    );
    let day = suppressed.expires.map(|day| messages.day(day));
    values.extend(day.map(|day| ("expires", day.into())));
    let Some(created) = suppressed.created else {
        return Some(messages.say("report-allowed", &values));
    };
    values.push(("created", messages.day(created).into()));
    Some(messages.say("report-baselined", &values))
}

/// What an obstacle is, for a number of places.
pub(super) fn obstacle(reason: &str, places: usize, messages: &Messages) -> String {
    messages.say(&format!("obstacle-{reason}"), &[("count", places.into())])
}

/// A fault of the run in words.
pub(super) fn fault(fault: &RunFault, messages: &Messages) -> String {
    let values = [
        ("subject", clean(&fault.subject).into()),
        ("reason", clean(&messages.phrase(&fault.reason)).into()),
    ];
    messages.say(&format!("fault-{}", fault.kind), &values)
}

/// How much was found by one rule.
#[derive(Default)]
pub(super) struct Counts {
    /// Errors, warnings, advice.
    pub(super) found: [usize; 3],
    /// Findings that do not count.
    pub(super) allowed: usize,
    /// Places at which it could not judge.
    pub(super) blocked: usize,
}

/// Counts of every rule with any, by id.
pub(super) fn counts(report: &Report) -> BTreeMap<&'static str, Counts> {
    let mut counts: BTreeMap<&'static str, Counts> = BTreeMap::new();
    for found in &report.findings {
        let of_rule = counts.entry(found.rule.id).or_default();
        match (&found.suppressed, found.severity) {
            (Some(_), _) => of_rule.allowed += 1,
            (None, Severity::Error) => of_rule.found[0] += 1,
            (None, Severity::Warning) => of_rule.found[1] += 1,
            (None, Severity::Advice) => of_rule.found[2] += 1,
        }
    }
    for entry in &report.not_checked {
        counts.entry(entry.rule.id).or_default().blocked += entry.locations.len().max(1);
    }
    counts
}
