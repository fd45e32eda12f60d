//! Findings as SARIF's results.

use std::collections::BTreeMap;

use super::level;
use super::model::{
    Change, Content, Fix, FixProperties, Outcome, Place, Replacement, ResultProperties,
    Suppression, Text,
};
use super::place::{artifact, place, region};
use crate::message::{About, Messages};
use crate::output::quota::SARIF_PLACES;
use crate::output::shape::{self, FixJson, SuppressedJson};
use crate::output::told::{label_of, labelled};
use crate::report::{Edit, Found};

/// Other places that the message leads to; `relatedLocations` has all.
const LINKED: usize = 10;

/// The property of fingerprints that says how ours are made.
const FINGERPRINT: &str = "missionlint/v1";

/// A finding whose rule is the `index`th.
pub(super) fn result<'r>(found: &'r Found, index: usize, messages: &Messages) -> Outcome<'r> {
    let about = messages.about(found);
    let related: Vec<Place<'_>> = found
        .related
        .iter()
        .take(SARIF_PLACES - 1)
        .enumerate()
        .map(|(number, (label, location))| {
            let told = escape(&label_of(&about, label));
            place(location, Some((number + 1, told)))
        })
        .collect();
    let shaped = shape::finding(found, messages);
    Outcome {
        rule_id: found.rule.id,
        rule_index: index,
        level: level(found.severity),
        message: message(found, &about, messages),
        locations: [place(&found.location, None)],
        related_locations: related,
        partial_fingerprints: BTreeMap::from([(FINGERPRINT, found.fingerprint.as_str())]),
        suppressions: shaped.suppressed.map(suppression).into_iter().collect(),
        fixes: fix(found, shaped.fix, messages).into_iter().collect(),
        properties: ResultProperties {
            severity: shaped.severity,
            help: shaped.help,
            mission: shaped.mission,
            evidence: shaped.evidence,
            because: shaped.because,
            policy: shaped.policy,
            help_url: shaped.help_url,
        },
    }
}

/// How many places of a finding are left out.
pub(super) fn places_left_out(found: &Found) -> usize {
    (found.related.len() + 1).saturating_sub(SARIF_PLACES)
}

/// What is wrong, links to the other places, what to do.
fn message(found: &Found, about: &About<'_>, messages: &Messages) -> Text {
    let mut parts = vec![escape(&about.headline())];
    let links: Vec<String> = found
        .related
        .iter()
        .take(LINKED)
        .enumerate()
        .map(|(number, (label, _))| {
            let label = escape(&label_of(about, label));
            format!("[{label}]({})", number + 1)
        })
        .collect();
    if !links.is_empty() {
        let shown: Vec<&str> = links.iter().map(String::as_str).collect();
        parts.push(messages.list(&shown, found.related.len() - shown.len()));
    }
    if let Some(help) = about.attribute("help") {
        parts.push(escape(&labelled("help-label", &help, messages)));
    }
    parts.join("\n").into()
}

/// A plain text in which no part is taken for a link or for a placeholder.
///
/// Brackets and backslashes are escaped as SARIF demands for links (3.11.6). Braces it wants doubled (3.11.5), but
/// readers that find no arguments show them doubled: only what could be a placeholder is.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(placeholder) = placeholder(rest) {
            escaped.push('{');
            escaped.push_str(placeholder);
            escaped.push('}');
            rest = &rest[placeholder.len()..];
            continue;
        }
        if matches!(first, '[' | ']' | '\\') {
            escaped.push('\\');
        }
        escaped.push(first);
        rest = &rest[first.len_utf8()..];
    }
    escaped
}

/// Braces around a number that a text begins with.
fn placeholder(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?;
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    (digits > 0 && inner[digits..].starts_with('}')).then(|| &text[..digits + 2])
}

fn suppression(why: SuppressedJson<'_>) -> Suppression<'_> {
    Suppression {
        kind: "external",
        status: "accepted",
        justification: why.reason.unwrap_or_default(),
        properties: why,
    }
}

fn fix<'r>(found: &'r Found, shaped: Option<FixJson<'r>>, messages: &Messages) -> Option<Fix<'r>> {
    let (_, edits) = found.fix.as_ref()?;
    let mut changes: BTreeMap<&str, Vec<&'r Edit>> = BTreeMap::new();
    for edit in edits {
        changes.entry(&edit.path).or_default().push(edit);
    }
    let changes = changes.into_iter().map(|(path, edits)| Change {
        artifact_location: artifact(path),
        replacements: edits
            .into_iter()
            .map(|edit| Replacement {
                deleted_region: region(edit.start, edit.end),
                inserted_content: Content { text: &edit.text },
            })
            .collect(),
    });
    Some(Fix {
        description: messages.say("suggested-change", &[]).into(),
        artifact_changes: changes.collect(),
        properties: FixProperties {
            safety: shaped?.safety,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn what_would_be_a_link_or_a_placeholder_is_escaped() {
        assert_eq!(escape(r"a [b](1) c\ d"), r"a \[b\](1) c\\ d");
        assert_eq!(escape("{0} {12} {} {a} {1"), "{{0}} {{12}} {} {a} {1");
    }
}
