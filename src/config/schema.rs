//! The JSON Schema of `missionlint.toml`, for editors: made from the catalogue, so that it knows every rule and
//! parameter.
//!
//! It is of draft 7, which editors for TOML understand. What a schema cannot say (globs, days that do not exist, names
//! that are taken), the tool does.

use serde_json::{Map, Value, json};

use super::is_allowable;
use super::kinds::OTHER_SCHEMAS;
use super::metric::{Dimension, Metric};
use super::platforms::{LONGEST, named_types};
use super::rules::LEVELS;
use super::show::parameters;
use super::wording::LANGUAGES;
use crate::catalogue::{Meta, ParamValue};
use crate::document::Kind;

/// The schema. `rules` are all entries that may be configured.
pub fn schema(rules: &[&'static Meta]) -> Value {
    let mut rules = rules.to_vec();
    rules.sort_unstable_by_key(|rule| rule.id);
    json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": "https://missionlint.github.io/schemas/v1/config.schema.json",
        "title": "missionlint.toml",
        "description": "The configuration of missionlint: what is checked, by which settings. One file holds for a whole run; paths are relative to it.",
        "type": "object",
        "properties": {
            "as_of": {
                "description": "Judge as of this day; --as-of beats it. If left out, today.",
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
                "examples": ["2025-03-31"]
            },
            "audit": audit(&rules),
            "baseline": text("The file with findings that were there when checking began, made by missionlint baseline create: they stay in the report, marked as suppressed."),
            "paths": paths("What to check when no path is given: files, directories and globs."),
            "exclude": paths("Globs of files that are not checked; one that matches a folder excludes all that is in it."),
            "severity": {"$ref": "#/definitions/severity"},
            "parameters": {"$ref": "#/definitions/parameters"},
            "overrides": list("Settings of some missions, or of the records in some files. Later entries win.", &override_of()),
            "platform_names": list("What types of platforms are called in some missions.", &platform_name()),
            "messages": {
                "description": "Files with wording of one's own, by language.",
                "type": "object",
                "properties": LANGUAGES
                    .map(|code| (code.to_owned(), text("Path of a Fluent file.")))
                    .into_iter()
                    .collect::<Map<_, _>>(),
                "additionalProperties": false
            },
            "allow": list("Findings that are accepted for a reason. They stay in the report, marked as suppressed.", &allow(&rules)),
            "kinds": list("Kinds of records that a country adds.", &kind())
        },
        "additionalProperties": false,
        "definitions": {
            "severity": severities(&rules),
            "parameters": parameter_tables(&rules),
            "mission": {
                "description": "The id of a mission.",
                "type": "string",
                "pattern": "^[a-z][a-z0-9-]{1,31}$",
                "examples": ["mli"]
            }
        }
    })
}

fn audit(rules: &[&'static Meta]) -> Value {
    let conditions = |dimension: Option<Dimension>| {
        let named = |is_share: bool| {
            let metrics = Metric::ALL
                .into_iter()
                .filter(|metric| metric.is_share() == is_share && metric.is_of(dimension));
            metrics.map(Metric::code).collect::<Vec<_>>().join("|")
        };
        let (counts, shares) = (named(false), named(true));
        let number = r"[0-9]{1,12}(?:\.[0-9]{1,3})?";
        let either = format!(
            "(?:{counts})\\s*(?:<=?|>=?)\\s*{number}|(?:{shares})\\s*(?:<=?|>=?)\\s*{number}\\s*%"
        );
        json!({
            "description": "Conditions that must not hold, such as \"errors > 10\".",
            "type": "array",
            "items": {"type": "string", "pattern": format!("^\\s*(?:{either})\\s*$")}
        })
    };
    let pair =
        |dimension| json!({"error_if": conditions(dimension), "warn_if": conditions(dimension)});
    let mut properties = pair(None);
    for dimension in Dimension::ALL {
        let group = json!({
            "type": "object", "properties": pair(Some(dimension)), "additionalProperties": false,
        });
        let mut by = json!({
            "description": format!("Limits of each group by {}; in a table of its key, of that group.", dimension.code()),
            "type": "object",
            "properties": pair(Some(dimension)),
        });
        if dimension == Dimension::Rule {
            for rule in rules {
                by["properties"][rule.id] = group.clone();
            }
            by["additionalProperties"] = json!(false);
        } else {
            by["additionalProperties"] = group;
        }
        properties[dimension.code()] = by;
    }
    json!({
        "description": "Limits of what an audit counts: error_if fails it, warn_if as warnings do.",
        "type": "object",
        "properties": properties,
        "additionalProperties": false
    })
}

fn list(description: &str, items: &Value) -> Value {
    json!({"description": description, "type": "array", "items": items})
}

fn paths(description: &str) -> Value {
    list(description, &json!({"type": "string"}))
}

fn text(description: &str) -> Value {
    json!({"description": description, "type": "string", "minLength": 1})
}

fn missions() -> Value {
    json!({
        "description": "The missions for which it holds. If left out, all.",
        "type": "array",
        "minItems": 1,
        "items": {"$ref": "#/definitions/mission"}
    })
}

fn severities(rules: &[&'static Meta]) -> Value {
    let one = |rule: &&'static Meta| {
        let about = json!({
            "description": rule.summary, "enum": LEVELS, "default": rule.severity.code(),
        });
        (rule.id.to_owned(), about)
    };
    json!({
        "description": "What findings weigh, by rule: error, warning or advice; off: the rule is not applied.",
        "type": "object",
        "properties": rules.iter().map(one).collect::<Map<_, _>>(),
        "additionalProperties": false
    })
}

fn parameter_tables(rules: &[&'static Meta]) -> Value {
    let mut tables: Map<String, Value> = Map::new();
    for param in parameters(rules) {
        let table = tables.entry(param.table).or_insert_with(
            || json!({"type": "object", "properties": {}, "additionalProperties": false}),
        );
        table["properties"][param.key] = match param.value {
            ParamValue::Number(number, least, most) => json!({
                "description": param.doc, "type": "integer", "minimum": least, "maximum": most, "default": number,
            }),
            ParamValue::Flag(flag) => {
                json!({"description": param.doc, "type": "boolean", "default": flag})
            }
        };
    }
    json!({
        "description": "Thresholds and switches of rules, by table.",
        "type": "object",
        "properties": tables,
        "additionalProperties": false
    })
}

fn override_of() -> Value {
    json!({
        "type": "object",
        "properties": {
            "missions": missions(),
            "paths": {
                "description": "Globs of the files for which it holds. If left out, all. Parameters cannot differ by path.",
                "type": "array",
                "minItems": 1,
                "items": {"type": "string"}
            },
            "severity": {"$ref": "#/definitions/severity"},
            "parameters": {"$ref": "#/definitions/parameters"}
        },
        "additionalProperties": false,
        "allOf": [
            {"anyOf": [{"required": ["missions"]}, {"required": ["paths"]}]},
            {"anyOf": [{"required": ["severity"]}, {"required": ["parameters"]}]},
            {"not": {"required": ["paths", "parameters"]}}
        ]
    })
}

fn platform_name() -> Value {
    json!({
        "type": "object",
        "required": ["name", "type"],
        "properties": {
            "name": {
                "description": "The name, exactly as it may stand in the types of a platform.",
                "type": "string",
                "minLength": 1,
                "maxLength": LONGEST,
                "pattern": r"^[^\s\u0000-\u001f\u007f-\u009f](?:[^\u0000-\u001f\u007f-\u009f]*[^\s\u0000-\u001f\u007f-\u009f])?$",
                "examples": ["Équipe de pays pour les secours"]
            },
            "type": {
                "description": "The canonical type that it stands for.",
                "enum": named_types().collect::<Vec<_>>()
            },
            "missions": missions(),
            "alias": {
                "description": "true: the name is understood, but reported with the type as correction. false: it is the adapted name of the platform there, and accepted.",
                "type": "boolean",
                "default": false
            }
        },
        "additionalProperties": false
    })
}

fn allow(rules: &[&'static Meta]) -> Value {
    let rules = rules.iter().filter(|rule| is_allowable(rule));
    let ids: Vec<&str> = rules.map(|rule| rule.id).collect();
    let full =
        |description: &str| json!({"description": description, "type": "string", "pattern": "\\S"});
    json!({
        "type": "object",
        "required": ["rule", "reason"],
        "properties": {
            "rule": {"description": "The rule that finds them.", "enum": ids},
            "mission": full("The mission they are in."),
            "record": {
                "description": "The record that they mark: its id, or kind/id.",
                "type": "string",
                "pattern": "^\\s*[^/\\s][^/]*(?:/[^/]+)?$",
                "examples": ["R-5", "representation/R-5"]
            },
            "path": full("Glob of the files that they mark; a folder stands for all that is in it."),
            "pointer": {
                "description": "JSON Pointer of the value that they mark or one around it, from the record or from the root of the document.",
                "type": "string",
                "pattern": "^/(?:[^~]|~[01])*$"
            },
            "reason": full("Why they are accepted."),
            "owner": full("Who answers for it."),
            "expires": {
                "description": "The last day on which it holds.",
                "type": "string",
                "format": "date",
                "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
            }
        },
        "additionalProperties": false,
        "anyOf": [
            {"required": ["mission"]},
            {"required": ["record"]},
            {"required": ["path"]},
            {"required": ["pointer"]}
        ]
    })
}

fn kind() -> Value {
    let ours = Kind::ALL.iter().map(|kind| kind.code());
    let taken: Vec<&str> = ours.chain(OTHER_SCHEMAS).collect();
    json!({
        "type": "object",
        "required": ["name", "schema"],
        "properties": {
            "name": {
                "description": "The value of \"kind\" in its records.",
                "type": "string",
                "maxLength": 64,
                "pattern": "^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$",
                "not": {"enum": taken},
                "examples": ["training"]
            },
            "schema": text("Path of its JSON Schema."),
            "title": text("What people call the kind.")
        },
        "additionalProperties": false
    })
}
