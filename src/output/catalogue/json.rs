//! The catalogue as JSON: `schemas/catalogue.schema.json` describes it.

use serde::Serialize;

use super::{Catalogue, checkers_of, rules_of, statements_of};
use crate::catalogue::{Example, Meta, NotCheckable, Param, ParamValue};
use crate::message::Messages;
use crate::reference::{Pack, Source, Statement};

#[derive(Serialize)]
struct CatalogueJson {
    schema_version: u32,
    tool: ToolJson,
    lang: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    rules: Option<Vec<RuleJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    not_checkable: Option<Vec<NotCheckableJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    packs: Option<Vec<PackJson>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    statements: Option<Vec<StatementJson>>,
}

#[derive(Serialize)]
struct ToolJson {
    name: &'static str,
    version: &'static str,
}

#[derive(Serialize)]
struct RuleJson {
    id: &'static str,
    group: &'static str,
    severity: &'static str,
    scope: &'static str,
    summary: &'static str,
    source: String,
    statements: &'static [&'static str],
    strength: &'static str,
    pack: Option<&'static str>,
    also_packs: &'static [&'static str],
    parameters: Vec<ParameterJson>,
    page: &'static str,
    example: Option<ExampleJson>,
}

#[derive(Serialize)]
struct ExampleJson {
    kind: &'static str,
    as_of: Option<&'static str>,
    given: Option<&'static str>,
    schema: Option<&'static str>,
    valid: &'static str,
    invalid: &'static str,
}

#[derive(Serialize)]
#[serde(untagged)]
enum ValueJson {
    Number(i64),
    Flag(bool),
}

#[derive(Serialize)]
struct ParameterJson {
    table: &'static str,
    key: &'static str,
    doc: String,
    default: ValueJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    least: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    greatest: Option<i64>,
}

#[derive(Serialize)]
struct NotCheckableJson {
    id: &'static str,
    statements: &'static [&'static str],
    reason: String,
}

#[derive(Serialize)]
struct PackJson {
    id: &'static str,
    document: &'static str,
    valid_from: Option<String>,
    valid_to: Option<String>,
    countries: &'static [String],
    certainty: &'static str,
    note: Option<String>,
    sources: Vec<SourceJson>,
    rules: Vec<&'static str>,
    statements: Vec<&'static str>,
}

#[derive(Serialize)]
struct StatementJson {
    number: &'static str,
    strength: &'static str,
    text: String,
    sources: Vec<SourceJson>,
    rules: Vec<&'static str>,
    not_checked: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct SourceJson {
    title: &'static str,
    what: &'static str,
    date: Option<&'static str>,
    #[serde(rename = "where")]
    place: Option<&'static str>,
}

/// What is asked for in the language of the reader, pretty-printed, with a line end. Titles of documents stay in
/// their own language.
pub fn render(catalogue: &Catalogue, messages: &Messages) -> String {
    let shown = CatalogueJson {
        schema_version: 1,
        tool: ToolJson {
            name: env!("CARGO_PKG_NAME"),
            version: env!("CARGO_PKG_VERSION"),
        },
        lang: messages.language().code(),
        rules: each(catalogue.rules.as_deref(), |entry| rule(entry, messages)),
        not_checkable: each(catalogue.not_checkable, |entry| {
            not_checkable(entry, messages)
        }),
        packs: each(catalogue.packs.as_deref(), |entry| pack(entry, messages)),
        statements: each(catalogue.statements.as_deref(), |entry| {
            statement(entry, messages)
        }),
    };
    let mut text = serde_json::to_string_pretty(&shown).unwrap_or_default();
    text.push('\n');
    text
}

fn each<T, J>(entries: Option<&[T]>, form: impl Fn(&T) -> J) -> Option<Vec<J>> {
    entries.map(|entries| entries.iter().map(form).collect())
}

fn rule(rule: &Meta, messages: &Messages) -> RuleJson {
    RuleJson {
        id: rule.id,
        group: rule.group.code(),
        severity: rule.severity.code(),
        scope: rule.scope.code(),
        summary: messages.summary(rule),
        source: messages.source(rule),
        statements: rule.statements,
        strength: rule.strength.code(),
        pack: rule.pack,
        also_packs: rule.also_packs,
        parameters: rule
            .params
            .iter()
            .map(|entry| parameter(entry, messages))
            .collect(),
        page: messages.page(rule),
        example: example(rule.example),
    }
}

fn example(example: Example) -> Option<ExampleJson> {
    let shown = |kind, valid, invalid| ExampleJson {
        kind,
        as_of: None,
        given: None,
        schema: None,
        valid: str::trim_matches(valid, '\n'),
        invalid: str::trim_matches(invalid, '\n'),
    };
    Some(match example {
        Example::Records {
            as_of,
            given,
            valid,
            invalid,
        } => ExampleJson {
            as_of: Some(as_of),
            given: Some(given.trim_matches('\n')).filter(|given| !given.is_empty()),
            ..shown("records", valid, invalid)
        },
        Example::Documents { valid, invalid } => shown("records", valid, invalid),
        Example::Values {
            schema,
            valid,
            invalid,
        } => ExampleJson {
            schema: Some(schema.trim_matches('\n')),
            ..shown("values", valid, invalid)
        },
        Example::Schemas { valid, invalid } => shown("schemas", valid, invalid),
        Example::Settings { valid, invalid } => shown("settings", valid, invalid),
        Example::Exceptions {
            as_of,
            given,
            valid,
            invalid,
        } => ExampleJson {
            as_of: Some(as_of),
            given: Some(given.trim_matches('\n')),
            ..shown("settings", valid, invalid)
        },
        Example::None => return None,
    })
}

fn parameter(param: &Param, messages: &Messages) -> ParameterJson {
    let (default, range) = match param.value {
        ParamValue::Number(number, least, greatest) => {
            (ValueJson::Number(number), Some((least, greatest)))
        }
        ParamValue::Flag(flag) => (ValueJson::Flag(flag), None),
    };
    ParameterJson {
        table: param.table,
        key: param.key,
        doc: messages.parameter(param),
        default,
        least: range.map(|(least, _)| least),
        greatest: range.map(|(_, greatest)| greatest),
    }
}

fn not_checkable(entry: &NotCheckable, messages: &Messages) -> NotCheckableJson {
    NotCheckableJson {
        id: entry.id,
        statements: entry.statements,
        reason: messages.not_checkable(entry),
    }
}

fn pack(pack: &'static Pack, messages: &Messages) -> PackJson {
    let rules = rules_of(pack);
    let statements = statements_of(&rules);
    PackJson {
        id: &pack.id,
        document: &pack.document,
        valid_from: pack.from().map(|day| day.to_string()),
        valid_to: pack.to().map(|day| day.to_string()),
        countries: &pack.countries,
        certainty: pack.certainty.code(),
        note: messages.pack_note(pack),
        sources: pack.sources().map(source).collect(),
        rules: rules.iter().map(|rule| rule.id).collect(),
        statements: statements.iter().map(|known| &*known.number).collect(),
    }
}

fn statement(statement: &'static Statement, messages: &Messages) -> StatementJson {
    StatementJson {
        number: &statement.number,
        strength: statement.strength.code(),
        text: messages.statement(statement),
        sources: statement.sources().map(source).collect(),
        rules: checkers_of(statement),
        not_checked: messages.unchecked(statement),
        note: messages.remark(statement),
    }
}

fn source(source: &'static Source) -> SourceJson {
    SourceJson {
        title: &source.title,
        what: &source.what,
        date: source.date.as_deref(),
        place: source.place.as_deref(),
    }
}
