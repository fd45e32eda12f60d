//! Entries of the catalogue as SARIF's rules.

use super::level;
use super::model::{Configuration, Help, Rule, RuleProperties};
use crate::catalogue::{Meta, Severity};
use crate::message::Messages;
use crate::output::catalogue::rule_page_alone;
use crate::output::quota::{SARIF_DESCRIPTION, SARIF_TAGS};
use crate::output::told::help_url;

/// An entry with its page.
pub(super) fn rule(rule: &'static Meta, messages: &Messages) -> Rule {
    let summary = messages.summary(rule);
    let mut tags = vec![rule.group.code(), rule.strength.code()];
    tags.extend(rule.packs());
    tags.truncate(SARIF_TAGS);
    Rule {
        id: rule.id,
        name: name(rule.id),
        short_description: shortened(summary).into(),
        full_description: shortened(&first_paragraph(messages.page(rule), summary)).into(),
        help: Help {
            text: format!("{summary}\n\n{}", messages.page(rule)),
            markdown: rule_page_alone(rule, messages),
        },
        help_uri: help_url(rule.id),
        default_configuration: Configuration {
            level: level(rule.severity),
        },
        properties: RuleProperties {
            tags,
            severity: match rule.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Advice => "recommendation",
            },
            group: rule.group.code(),
            scope: rule.scope.code(),
            strength: rule.strength.code(),
            packs: rule.packs().collect(),
            statements: rule.statements,
            source: messages.source(rule),
        },
    }
}

/// An id as SARIF names rules: in words that begin with capitals.
fn name(id: &str) -> String {
    let words = id.split('-').map(|word| {
        let mut letters = word.chars();
        let first = letters.next().map(|first| first.to_ascii_uppercase());
        first.into_iter().chain(letters).collect::<String>()
    });
    words.collect()
}

/// The first paragraph of a page that is no heading.
fn first_paragraph(page: &str, otherwise: &str) -> String {
    let lines = page
        .lines()
        .skip_while(|line| line.trim().is_empty() || line.starts_with('#'));
    let lines: Vec<&str> = lines.take_while(|line| !line.trim().is_empty()).collect();
    if lines.is_empty() {
        otherwise.to_owned()
    } else {
        lines.join(" ")
    }
}

/// A description that is not too long for GitHub.
fn shortened(text: &str) -> String {
    if text.chars().nth(SARIF_DESCRIPTION).is_none() {
        return text.to_owned();
    }
    let kept = text.chars().take(SARIF_DESCRIPTION - 1);
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::{first_paragraph, name, shortened};

    #[test]
    fn names_are_the_words_of_ids_and_descriptions_the_first_paragraph() {
        assert_eq!(name("smt-com-absent"), "SmtComAbsent");
        let page = "## What\nOne\ntwo.\n\nThree.";
        assert_eq!(first_paragraph(page, "x"), "One two.");
        assert_eq!(first_paragraph("", "x"), "x");
        assert_eq!(shortened(&"é".repeat(1_024)), "é".repeat(1_024));
        assert_eq!(shortened(&"é".repeat(1_025)), "é".repeat(1_023) + "…");
    }
}
