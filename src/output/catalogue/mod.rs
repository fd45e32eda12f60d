//! The catalogue as it is read outside of reports: pages of rules and of policy packs, tables, and all of it as data.

mod json;
mod markdown;
mod page;
mod text;
mod wrap;

pub use json::render as json;
pub use markdown::{
    catalogue as markdown, packs as markdown_of_packs, statements as markdown_of_statements,
};
pub(super) use page::rule_page_alone;
pub use page::{narrow_rule_page, pack_page, rule_page};
pub use text::{packs as text_of_packs, rules as text_of_rules, statements as text_of_statements};
pub use wrap::{WIDTH, wrapped_page};

use crate::catalogue::{Meta, NOT_CHECKABLE, NotCheckable};
use crate::reference::{self, Pack, Statement};
use crate::rules;

/// What is shown; what is not asked for is none.
#[derive(Debug, Default)]
pub struct Catalogue {
    /// Entries, in order of their families.
    pub rules: Option<Vec<&'static Meta>>,
    /// What the catalogue names though no rule checks it.
    pub not_checkable: Option<&'static [NotCheckable]>,
    /// Policy packs.
    pub packs: Option<Vec<&'static Pack>>,
    /// Statements of the documents.
    pub statements: Option<Vec<&'static Statement>>,
}

impl Catalogue {
    /// Everything.
    pub fn whole() -> Self {
        Self {
            not_checkable: Some(NOT_CHECKABLE),
            packs: Some(reference::packs().iter().collect()),
            statements: Some(reference::statements().iter().collect()),
            ..Self::of_rules(rules::catalogue())
        }
    }

    /// Some rules, with the packs and statements that they rest on.
    pub fn of_rules(mut rules: Vec<&'static Meta>) -> Self {
        // Within a family the order of the catalogue stays.
        rules.sort_by_key(|rule| rule.group);
        let packs = reference::packs().iter();
        let packs = packs.filter(|pack| rules.iter().any(|rule| rests_on(rule, pack)));
        let statements = statements_of(&rules);
        Self {
            packs: Some(packs.collect()),
            statements: Some(statements),
            rules: Some(rules),
            not_checkable: None,
        }
    }

    /// A pack with its rules and what they check.
    pub fn of_pack(pack: &'static Pack) -> Self {
        let rules = rules_of(pack);
        Self {
            packs: Some(vec![pack]),
            statements: Some(statements_of(&rules)),
            rules: Some(rules),
            not_checkable: None,
        }
    }
}

/// Whether a rule rests on a pack.
fn rests_on(rule: &Meta, pack: &Pack) -> bool {
    rule.packs().any(|id| id == pack.id)
}

/// The rules that rest on a pack, in order of their families.
fn rules_of(pack: &Pack) -> Vec<&'static Meta> {
    let mut rules = rules::catalogue();
    rules.retain(|rule| rests_on(rule, pack));
    rules.sort_by_key(|rule| rule.group);
    rules
}

/// The statements that rules check, by number.
fn statements_of(rules: &[&Meta]) -> Vec<&'static Statement> {
    let is_named = |statement: &&Statement| {
        rules
            .iter()
            .any(|rule| rule.statements.contains(&statement.number.as_str()))
    };
    reference::statements().iter().filter(is_named).collect()
}

/// Ids of the rules that check a statement, in order.
fn checkers_of(statement: &Statement) -> Vec<&'static str> {
    let mut ids: Vec<&'static str> = rules::catalogue()
        .into_iter()
        .filter(|rule| rule.statements.contains(&statement.number.as_str()))
        .map(|rule| rule.id)
        .collect();
    ids.sort_unstable();
    ids
}

/// Titles of the documents that state something, with their dates.
fn documents_of(statement: &Statement) -> Vec<String> {
    let titled = statement.sources().map(|source| match &source.date {
        Some(date) => format!("{} ({date})", source.title),
        None => source.title.clone(),
    });
    titled.collect()
}
