//! `missionlint explain`, `rules` and `policy`: views of the catalogue.

use super::Outcome;
use super::args::{CatalogueFormat, ExplainOptions, PolicyOptions, RulesOptions};
use super::inspect::print;
use super::selection::unknown;
use super::terminal::complain;
use crate::catalogue::Meta;
use crate::finding::Phrase;
use crate::message::Messages;
use crate::output::catalogue::{self as output, Catalogue};
use crate::reference::{self, Pack};
use crate::rules as coded;

/// Prints the pages of rules.
pub(super) fn explain(options: &ExplainOptions, messages: &Messages) -> Outcome {
    let catalogue = coded::catalogue();
    let mut pages = Vec::new();
    for id in &options.rules {
        let Some(rule) = catalogue.iter().find(|rule| rule.id == id) else {
            let known = catalogue.iter().map(|rule| rule.id);
            complain(&messages.phrase(&unknown("unknown-rule-name", id, known)));
            return Outcome::Unusable;
        };
        pages.push(output::narrow_rule_page(rule, messages));
    }
    print(&pages.join("\n"))
}

/// Lists rules, or prints their catalogue.
pub(super) fn rules(options: &RulesOptions, messages: &Messages) -> Outcome {
    let catalogue = match selected(&options.names) {
        Ok(None) => Catalogue::whole(),
        Ok(Some(rules)) => Catalogue::of_rules(rules),
        Err(complaint) => {
            complain(&messages.phrase(&complaint));
            return Outcome::Unusable;
        }
    };
    print(&match options.format {
        CatalogueFormat::Text => {
            output::text_of_rules(catalogue.rules.as_deref().unwrap_or_default(), messages)
        }
        CatalogueFormat::Markdown => output::markdown(&catalogue, messages),
        CatalogueFormat::Json => output::json(&catalogue, messages),
    })
}

/// The rules that names of rules and families mean; none where nothing is named.
fn selected(names: &[String]) -> Result<Option<Vec<&'static Meta>>, Phrase> {
    if names.is_empty() {
        return Ok(None);
    }
    let mut rules = coded::catalogue();
    let is_meant = |rule: &Meta, name: &String| name == rule.id || name == rule.group.code();
    for name in names {
        if !rules.iter().any(|rule| is_meant(rule, name)) {
            let known = rules.iter().flat_map(|rule| [rule.id, rule.group.code()]);
            return Err(unknown("unknown-rule-name", name, known));
        }
    }
    rules.retain(|rule| names.iter().any(|name| is_meant(rule, name)));
    Ok(Some(rules))
}

/// Lists policy packs or statements, or prints the page of a pack.
pub(super) fn policy(options: &PolicyOptions, messages: &Messages) -> Outcome {
    if options.statements {
        return print(&statements(options.format, messages));
    }
    let Some(id) = &options.pack else {
        let on = options.on;
        let in_force = |pack: &&Pack| on.is_none_or(|day| pack.covers(day));
        let packs = reference::packs().iter().filter(in_force).collect();
        return print(&list(packs, options.format, messages));
    };
    let Some(pack) = reference::pack(id) else {
        let known = reference::packs().iter().map(|pack| pack.id.as_str());
        complain(&messages.phrase(&unknown("unknown-pack-name", id, known)));
        return Outcome::Unusable;
    };
    print(&match options.format {
        CatalogueFormat::Text => output::wrapped_page(&output::pack_page(pack, messages)),
        CatalogueFormat::Markdown => output::pack_page(pack, messages),
        CatalogueFormat::Json => output::json(&Catalogue::of_pack(pack), messages),
    })
}

fn list(packs: Vec<&'static Pack>, format: CatalogueFormat, messages: &Messages) -> String {
    match format {
        CatalogueFormat::Text => output::text_of_packs(&packs, messages),
        CatalogueFormat::Markdown => output::markdown_of_packs(&packs, messages),
        CatalogueFormat::Json => output::json(
            &Catalogue {
                packs: Some(packs),
                ..Catalogue::default()
            },
            messages,
        ),
    }
}

fn statements(format: CatalogueFormat, messages: &Messages) -> String {
    let all: Vec<_> = reference::statements().iter().collect();
    match format {
        CatalogueFormat::Text => output::text_of_statements(&all, messages),
        CatalogueFormat::Markdown => output::markdown_of_statements(&all, messages),
        CatalogueFormat::Json => output::json(
            &Catalogue {
                statements: Some(all),
                ..Catalogue::default()
            },
            messages,
        ),
    }
}
