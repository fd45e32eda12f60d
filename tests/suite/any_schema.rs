//! `check --schema`: any documents by any schema, of any draft, offline.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::Stdio;

use missionlint::catalogue::Scope;
use missionlint::config::Settings;
use missionlint::finding::Phrase;
use missionlint::message::{Language, Messages};
use missionlint::schema::{SchemaFile, Unread};
use missionlint::{engine, rules, schema};
use missionlint_tape::Formats;
use serde_json::{Value, json};

use crate::tool::{Folder, Run, command, finish};

const DRAFT4: &str = "http://json-schema.org/draft-04/schema#";
const DRAFT6: &str = "http://json-schema.org/draft-06/schema#";
const DRAFT7: &str = "http://json-schema.org/draft-07/schema#";
const Y2019: &str = "https://json-schema.org/draft/2019-09/schema";
const Y2020: &str = "https://json-schema.org/draft/2020-12/schema";
const ALL: [&str; 5] = [DRAFT4, DRAFT6, DRAFT7, Y2019, Y2020];

/// A folder with a schema; files in it are named as such, so that nothing else is read.
fn with_schema(schema: &Value) -> Folder {
    Folder::new().with("s.json", schema.to_string())
}

fn with_draft(draft: &str, mut schema: Value) -> Value {
    schema["$schema"] = Value::from(draft);
    schema
}

/// Findings of a report as `path:line:column rule`.
fn places(report: &Value) -> Vec<String> {
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| {
            let location = &finding["location"];
            let start = &location["start"];
            format!(
                "{}:{}:{} {}",
                location["path"].as_str().unwrap(),
                start["line"],
                start["column"],
                finding["rule"].as_str().unwrap()
            )
        })
        .collect()
}

/// Checks values, one per line, and compares which of them have findings.
#[track_caller]
fn assert_judged_in(folder: &Folder, arguments: &[&str], values: &[(&str, bool)]) {
    let lines: Vec<&str> = values.iter().map(|(value, _)| *value).collect();
    folder.write("values.ndjson", lines.join("\n"));
    let mut all = vec!["--schema", "s.json", "values.ndjson"];
    all.extend(arguments);
    let report = folder.report(&all);
    let of_values = |finding: &&Value| finding["location"]["path"] == "values.ndjson";
    let found: BTreeSet<u64> = report["findings"]
        .as_array()
        .unwrap()
        .iter()
        .filter(of_values)
        .map(|finding| finding["location"]["start"]["line"].as_u64().unwrap())
        .collect();
    for (line, (value, valid)) in (1..).zip(values) {
        assert_eq!(
            !found.contains(&line),
            *valid,
            "{value}: {:#}",
            report["findings"]
        );
    }
    assert_eq!(report["run"]["inputs"]["records"], values.len());
}

#[track_caller]
fn assert_judged(schema: &Value, values: &[(&str, bool)]) {
    assert_judged_in(&with_schema(schema), &[], values);
}

/// What is wrong with the schema in `s.json`, on standard error; nothing is checked.
#[track_caller]
fn refused(folder: &Folder) -> Run {
    folder.write("values.json", "{\"broken\":");
    let run = folder.run(&["check", "--schema", "s.json", "values.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{}", run.err);
    assert!(
        run.err
            .ends_with("nothing was checked: the schema cannot be used\n"),
        "{}",
        run.err
    );
    assert!(!run.err.contains("values.json"), "{}", run.err);
    run
}

/// Places and first words of the findings on standard error, in order.
fn told(run: &Run) -> Vec<String> {
    let mut told = Vec::new();
    for line in run.err.lines() {
        if let Some((_, rule)) = line.split_once('[').filter(|_| line.starts_with("error[")) {
            told.push(rule.split(']').next().unwrap().to_owned());
        } else if let (Some(last), Some(place)) =
            (told.last_mut(), line.trim_start().strip_prefix("╭─["))
            && !last.contains(' ')
        {
            *last = format!("{} {last}", place.trim_end_matches(']'));
        }
    }
    told
}

/// Warnings about the schema, as `line:column rule message`.
fn warnings(folder: &Folder, arguments: &[&str]) -> Vec<String> {
    let mut all = vec!["--schema", "s.json", "values.json"];
    all.extend(arguments);
    folder.write("values.json", "{}");
    let report = folder.report(&all);
    let findings = report["findings"].as_array().unwrap();
    findings
        .iter()
        .map(|finding| {
            let start = &finding["location"]["start"];
            assert_eq!(finding["severity"], "warning", "{finding:#}");
            format!(
                "{}:{} {}",
                start["line"],
                start["column"],
                finding["message"].as_str().unwrap()
            )
        })
        .collect()
}

#[test]
fn draft_4_has_its_own_rules() {
    let schema = json!({
        "$schema": DRAFT4,
        "id": "http://example.org/root.json",
        "properties": {
            "price": { "minimum": 0, "exclusiveMinimum": true },
            "part": { "$ref": "part.json#/definitions/name" },
            "whole": { "type": "integer" }
        },
        "definitions": {
            "part": { "id": "part.json", "definitions": { "name": { "type": "string" } } }
        }
    });
    assert_judged(
        &schema,
        &[
            ("{\"price\": 1}", true),
            ("{\"price\": 0}", false),
            ("{\"part\": \"a\"}", true),
            ("{\"part\": 1}", false),
            ("{\"whole\": 1}", true),
            ("{\"whole\": 1.5}", false),
        ],
    );
    // What later drafts write is an error there.
    let folder = with_schema(&with_draft(
        DRAFT4,
        json!({"exclusiveMinimum": 0, "minimum": 0}),
    ));
    let run = refused(&folder);
    assert_eq!(told(&run), ["s.json:1:73 schema-invalid"], "{}", run.err);
    assert!(
        run.err
            .contains("\"exclusiveMinimum\" must be boolean, not number"),
        "{}",
        run.err
    );
}

#[test]
fn draft_6_has_const_contains_and_limits_as_numbers() {
    let schema = with_draft(
        DRAFT6,
        json!({"properties": {
            "a": { "const": 1 },
            "b": { "contains": { "const": "x" } },
            "c": { "exclusiveMinimum": 0 },
            "d": { "propertyNames": { "pattern": "^x" } },
            "e": false
        }}),
    );
    assert_judged(
        &schema,
        &[
            ("{\"a\": 1.0}", true),
            ("{\"a\": 2}", false),
            ("{\"b\": [1, \"x\"]}", true),
            ("{\"b\": [1]}", false),
            ("{\"c\": 0}", false),
            ("{\"c\": 0.1}", true),
            ("{\"d\": {\"y\": 1}}", false),
            ("{\"e\": null}", false),
        ],
    );
}

#[test]
fn draft_7_has_conditions() {
    let schema = with_draft(
        DRAFT7,
        json!({
            "if": { "properties": { "kind": { "const": "box" } }, "required": ["kind"] },
            "then": { "required": ["size"] },
            "else": { "required": ["name"] }
        }),
    );
    assert_judged(
        &schema,
        &[
            ("{\"kind\": \"box\", \"size\": 1}", true),
            ("{\"kind\": \"box\", \"name\": 1}", false),
            ("{\"name\": 1}", true),
            ("{}", false),
        ],
    );
}

#[test]
fn draft_7_passes_over_what_stands_beside_a_reference() {
    let schema = with_draft(
        DRAFT7,
        json!({"$ref": "#/definitions/text", "minLength": 3, "title": "T", "definitions": {"text": {"type": "string"}}}),
    );
    let folder = with_schema(&schema);
    assert_judged_in(&folder, &[], &[("\"a\"", true), ("1", false)]);
    let found = warnings(&folder, &["--ignore", "wrong-type"]);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].ends_with("\"minLength\" has no effect here"),
        "{found:?}"
    );
    // Later drafts heed it.
    let mut later = schema;
    later["$schema"] = Value::from(Y2019);
    let folder = with_schema(&later);
    assert_judged_in(
        &folder,
        &[],
        &[("\"a\"", false), ("\"abc\"", true), ("1", false)],
    );
    assert!(warnings(&folder, &["--ignore", "wrong-type"]).is_empty());
}

#[test]
fn later_drafts_see_what_is_not_evaluated() {
    for draft in [Y2019, Y2020] {
        let schema = with_draft(
            draft,
            json!({
                "allOf": [{ "properties": { "a": true } }],
                "properties": { "b": true },
                "unevaluatedProperties": false,
                "dependentRequired": { "a": ["b"] }
            }),
        );
        assert_judged(
            &schema,
            &[
                ("{\"a\": 1, \"b\": 1}", true),
                ("{\"a\": 1}", false),
                ("{\"c\": 1}", false),
            ],
        );
    }
}

#[test]
fn references_to_what_is_dynamic_lead_outwards() {
    let tree = |draft: &str, anchor: (&str, Value), reference: (&str, &str), path: &str| {
        let mut tree = json!({
            "$schema": draft, "$id": "https://example.org/tree",
            "type": "object",
            "properties": { "data": true, "children": { "type": "array", "items": {} } }
        });
        tree[anchor.0] = anchor.1.clone();
        tree["properties"]["children"]["items"][reference.0] = Value::from(reference.1);
        let mut strict = json!({
            "$schema": draft, "$id": "https://example.org/strict-tree",
            "$ref": path, "unevaluatedProperties": false
        });
        strict[anchor.0] = anchor.1;
        with_schema(&strict).with("tree.json", tree.to_string())
    };
    let mut folders = Vec::new();
    for path in [
        "tree.json",
        "tree.json#",
        "tree",
        "https://example.org/tree#",
    ] {
        let tree = |draft, anchor, reference| {
            let folder = tree(draft, anchor, reference, path);
            // By its id, a file is found where another reference names it by its path.
            let mut schema: Value = serde_json::from_str(&folder.read("s.json")).unwrap();
            schema["$defs"] = json!({"by-path": {"$ref": "tree.json"}});
            folder.write("s.json", schema.to_string());
            folder
        };
        folders.push(tree(
            Y2019,
            ("$recursiveAnchor", json!(true)),
            ("$recursiveRef", "#"),
        ));
        folders.push(tree(
            Y2020,
            ("$dynamicAnchor", json!("node")),
            ("$dynamicRef", "#node"),
        ));
    }
    for folder in folders {
        assert_judged_in(
            &folder,
            &[],
            &[
                ("{\"children\": [{\"data\": 1}]}", true),
                ("{\"children\": [{\"daat\": 1}]}", false),
                ("{\"children\": 3}", false),
            ],
        );
    }
}

#[test]
fn lists_by_position_are_written_differently() {
    let values = [
        ("[1, \"a\"]", true),
        ("[\"a\", 1]", false),
        ("[1, \"a\", 2]", false),
    ];
    let older =
        json!({"items": [{"type": "integer"}, {"type": "string"}], "additionalItems": false});
    for draft in [DRAFT4, DRAFT6, DRAFT7, Y2019] {
        assert_judged(&with_draft(draft, older.clone()), &values);
    }
    let newer = json!({"prefixItems": [{"type": "integer"}, {"type": "string"}], "items": false});
    assert_judged(&with_draft(Y2020, newer.clone()), &values);
    assert_judged(&newer, &values);
    let mut older = older;
    older["items"][0]["type"] = Value::from("int");
    let found = refused(&with_schema(&with_draft(Y2020, older)));
    assert!(found.err.contains("\"items\" must be"), "{}", found.err);
    assert!(
        found.err.contains("did you mean \"integer\"?"),
        "{}",
        found.err
    );
}

#[test]
fn references_lead_across_files() {
    let folder = Folder::new()
        .with(
            "s.json",
            r#"{"$ref": "parts/order.json", "$defs": {"money": {"type": "number", "minimum": 0}}}"#,
        )
        .with(
            "parts/order.json",
            r##"{"properties": {
                "price": {"$ref": "../s.json#/$defs/money"},
                "line": {"$ref": "deep/line%20item.json#line"},
                "again": {"$ref": "#"}}}"##,
        )
        .with(
            "parts/deep/line item.json",
            r##"{"$defs": {"a~b/c": {"$anchor": "line", "type": "string"}},
                "properties": {"up": {"$ref": "../../parts/order.json"}, "x": {"$ref": "#/$defs/a~0b~1c"}}}"##,
        );
    assert_judged_in(
        &folder,
        &[],
        &[
            ("{\"price\": 1, \"line\": \"x\"}", true),
            ("{\"price\": -1}", false),
            ("{\"line\": 1}", false),
            ("{\"again\": {\"again\": {\"price\": \"x\"}}}", false),
        ],
    );
    let report = folder.report(&["--schema", "s.json", "values.ndjson"]);
    let files: Vec<&str> = report["run"]["schemas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|file| file["path"].as_str().unwrap())
        .collect();
    assert_eq!(
        files,
        ["parts/deep/line item.json", "parts/order.json", "s.json"]
    );
    assert_eq!(report["run"]["schema"], "s.json");
}

#[test]
fn references_lead_by_id_to_files_that_are_read() {
    let folder = Folder::new()
        .with(
            "s.json",
            r#"{"$id": "https://example.org/v1/order", "allOf": [{"$ref": "item.json"}],
                "properties": {"urn": {"$ref": "urn:example:unit"}, "abs": {"$ref": "https://example.org/v1/thing"},
                               "in": {"$ref": "nested#here"}},
                "$defs": {"n": {"$id": "nested", "$defs": {"x": {"$anchor": "here", "type": "null"}}}}}"#,
        )
        .with(
            "item.json",
            r#"{"$id": "https://example.org/v1/thing", "$defs": {"u": {"$id": "urn:example:unit", "type": "string"}},
                "properties": {"n": {"type": "integer"}}}"#,
        );
    assert_judged_in(
        &folder,
        &[],
        &[
            (
                "{\"n\": 1, \"urn\": \"x\", \"abs\": {\"n\": 2}, \"in\": null}",
                true,
            ),
            ("{\"n\": \"x\"}", false),
            ("{\"urn\": 1}", false),
            ("{\"abs\": {\"n\": \"x\"}}", false),
            ("{\"in\": 1}", false),
        ],
    );
}

#[test]
fn a_name_belongs_to_one_schema() {
    let folder = Folder::new()
        .with(
            "s.json",
            r#"{"allOf": [{"$ref": "a.json"}, {"$ref": "b.json"}]}"#,
        )
        .with(
            "a.json",
            r#"{"$id": "https://example.org/a", "type": "string"}"#,
        )
        .with(
            "b.json",
            r#"{"$id": "https://example.org/a", "type": "object"}"#,
        );
    let run = refused(&folder);
    assert_eq!(told(&run), ["b.json:1:9 schema-invalid"], "{}", run.err);
    // Two files may refer to one, and to each other, by different paths.
    let folder = Folder::new()
        .with(
            "s.json",
            r#"{"allOf": [{"$ref": "d/a.json"}, {"$ref": "./d/../d/a.json"}, {"$ref": "b.json"}]}"#,
        )
        .with(
            "d/a.json",
            r#"{"$id": "https://example.org/x/a", "properties": {"b": {"$ref": "../b.json"}}}"#,
        )
        .with(
            "b.json",
            r#"{"properties": {"a": {"$ref": "d/a.json"}, "n": {"type": "null"}}}"#,
        );
    assert_judged_in(
        &folder,
        &[],
        &[
            ("{\"b\": {\"a\": {\"b\": {\"n\": null}}}}", true),
            ("{\"b\": {\"a\": {\"b\": {\"n\": 1}}}}", false),
        ],
    );
}

#[test]
fn files_of_other_drafts_keep_their_rules() {
    let folder = Folder::new()
        .with(
            "s.json",
            r#"{"properties": {"old": {"$ref": "old.json"}, "new": {"exclusiveMinimum": 0}}}"#,
        )
        .with(
            "old.json",
            json!({"$schema": DRAFT4, "minimum": 0, "exclusiveMinimum": true}).to_string(),
        );
    assert_judged_in(
        &folder,
        &[],
        &[
            ("{\"old\": 0}", false),
            ("{\"old\": 1}", true),
            ("{\"new\": 0}", false),
            ("{\"new\": 1}", true),
        ],
    );
    // A file that does not say is read as the schema itself is.
    let folder = Folder::new()
        .with(
            "s.json",
            json!({"$schema": DRAFT4, "allOf": [{"$ref": "other.json"}]}).to_string(),
        )
        .with("other.json", r#"{"minimum": 0, "exclusiveMinimum": true}"#);
    assert_judged_in(&folder, &[], &[("0", false), ("1", true)]);
}

#[test]
fn meta_schemas_of_all_drafts_are_at_hand() {
    for draft in ALL {
        let schema = json!({"$schema": draft, "allOf": [{"$ref": draft}]});
        assert_judged(
            &schema,
            &[
                ("{\"minLength\": 3}", true),
                ("{\"minLength\": \"3\"}", false),
            ],
        );
    }
    assert_judged(
        &json!({"$schema": DRAFT7, "properties": {"n": {"$ref": format!("{DRAFT7}/definitions/nonNegativeInteger")}}}),
        &[("{\"n\": 0}", true), ("{\"n\": -1}", false)],
    );
    let folder = Folder::new().with(
        "s.json",
        json!({"properties": {"old": {"$ref": DRAFT4}, "new": {"$ref": Y2019}}}).to_string(),
    );
    assert_judged_in(
        &folder,
        &[],
        &[
            (
                "{\"old\": {\"exclusiveMinimum\": true, \"minimum\": 1}}",
                true,
            ),
            (
                "{\"old\": {\"exclusiveMinimum\": 1, \"minimum\": 1}}",
                false,
            ),
            ("{\"new\": {\"exclusiveMinimum\": 1}}", true),
            ("{\"new\": {\"exclusiveMinimum\": true}}", false),
        ],
    );
}

#[test]
fn what_leads_nowhere_is_marked_and_nothing_is_fetched() {
    let folder = Folder::new()
        .with("list.json", "[1]")
        .with("broken.json", "{]")
        .with(
            "s.json",
            r##"{"properties": {
  "a": {"$ref": "http://127.0.0.1:9/a.json"},
  "b": {"$ref": "#/$defs/adress"},
  "c": {"$ref": "nothing.json#/x"},
  "d": {"$ref": "#nowhere"},
  "e": {"$ref": "/etc/hostname"},
  "f": {"$ref": "file:///etc/hostname"},
  "g": {"$ref": "with space.json"},
  "h": {"$ref": "#/required"},
  "i": {"$ref": "."},
  "j": {"$dynamicRef": "#addres"},
  "k": {"$ref": "urn:example:x"}
}, "required": ["x"], "$defs": {"address": {"$anchor": "address"}}}"##,
        );
    let run = refused(&folder);
    let expected: Vec<String> = (2..=12)
        .map(|line| {
            let column = if line == 11 { 24 } else { 17 };
            format!("s.json:{line}:{column} schema-unresolved-reference")
        })
        .collect();
    assert_eq!(told(&run), expected, "{}", run.err);
    for part in [
        "no schema at hand is \"http://127.0.0.1:9/a.json\"",
        "nothing is fetched from a network",
        "did you mean \"#/$defs/address\"?",
        "there is no file \"nothing.json#/x\"",
        "there is nothing at \"#nowhere\"",
        "did you mean \"#address\"?",
        "\"with space.json\" is not a reference",
        "\"#/required\" leads to something that is no schema",
        "this is a directory",
    ] {
        assert!(run.err.contains(part), "{part:?}: {}", run.err);
    }
}

#[test]
fn a_file_with_another_base_is_not_read_from_anywhere_else() {
    let folder = Folder::new().with("s.json", r#"{"$id": "file:///etc/", "$ref": "hostname"}"#);
    let run = refused(&folder);
    assert_eq!(
        told(&run),
        ["s.json:1:33 schema-unresolved-reference"],
        "{}",
        run.err
    );
}

#[test]
fn files_referred_to_are_judged_too() {
    let folder = Folder::new()
        .with("s.json", r#"{"$ref": "sub/part.json", "minLength": "1"}"#)
        .with(
            "sub/part.json",
            "{\n  \"type\": \"strng\", \"$ref\": \"more.json\"\n}",
        )
        .with("sub/more.json", "{\"a\": 1,}");
    assert_eq!(
        told(&refused(&folder)),
        [
            "s.json:1:40 schema-invalid",
            "sub/part.json:2:11 schema-invalid",
            "sub/more.json:1:8 syntax-error",
        ]
    );
}

#[test]
fn everything_wrong_is_told_at_once() {
    let folder = Folder::new().with(
        "s.json",
        r#"{
  "$schema": "http://json-schema.org/draft-07/schema#",
  "type": "int",
  "minLength": "3",
  "properties": {
    "a": {"pattern": "("}, "a": {"required": true},
    "b": {"pattern": "^(?!x)", "patternProperties": {"(a)\\1": {}}},
    "c": {"enum": [1e999], "$id": "not a uri"}
  }
}"#,
    );
    let run = refused(&folder);
    assert_eq!(
        told(&run),
        [
            "s.json:3:11 schema-invalid",
            "s.json:4:16 schema-invalid",
            "s.json:6:22 schema-invalid",
            "s.json:6:28 duplicate-key",
            "s.json:6:46 schema-invalid",
            "s.json:7:22 schema-unsupported-pattern",
            "s.json:7:54 schema-unsupported-pattern",
            "s.json:8:20 schema-invalid",
            "s.json:8:35 schema-invalid",
        ],
        "{}",
        run.err
    );
    assert!(run.err.contains("did you mean \"integer\"?"), "{}", run.err);
}

#[test]
fn a_schema_that_is_no_json_is_shown_where_it_breaks() {
    let folder = Folder::new().with("s.json", "{\n  \"type\": 'object',\n  \"a\" 1\n}");
    assert_eq!(
        told(&refused(&folder)),
        ["s.json:2:11 syntax-error", "s.json:3:7 syntax-error"]
    );
    let folder = Folder::new().with("s.json", b"{\"title\": \"\xff\"}");
    assert_eq!(told(&refused(&folder)), ["s.json:1:12 not-utf8"]);
    for (text, problem) in [
        ("[]", "schema-invalid"),
        ("3", "schema-invalid"),
        ("", "syntax-error"),
    ] {
        let folder = Folder::new().with("s.json", text);
        assert_eq!(
            told(&refused(&folder)),
            [format!("s.json:1:1 {problem}")],
            "{text}"
        );
    }
}

#[test]
fn a_schema_that_cannot_be_read_is_refused() {
    let folder = Folder::new().with("values.json", "{}");
    let run = folder.run(&["check", "--schema", "s.json", "values.json"]);
    assert_eq!((run.code, run.out.as_str()), (Some(2), ""));
    assert_eq!(
        run.err,
        "missionlint: the schema s.json could not be read: there is no such file\n"
    );
    let run = folder.run(&["check", "--schema", ".", "values.json"]);
    assert_eq!(
        run.err,
        "missionlint: the schema . could not be read: this is a directory\n"
    );
    let run = folder.run(&["check", "--format-annotation", "values.json"]);
    assert_eq!(run.code, Some(2));
    assert!(run.err.contains("--schema"), "{}", run.err);
}

#[test]
#[cfg(unix)]
fn a_pipe_is_no_schema() {
    let folder = Folder::new()
        .with("values.json", "{}")
        .with("s.json", r#"{"$ref": "pipe.json"}"#);
    let made = std::process::Command::new("mkfifo")
        .arg(folder.path().join("pipe.json"))
        .status();
    assert!(made.unwrap().success());
    let run = refused(&folder);
    assert!(run.err.contains("this is no regular file"), "{}", run.err);
    let run = folder.run(&["check", "--schema", "pipe.json", "values.json"]);
    assert_eq!(run.code, Some(2));
}

#[test]
fn unknown_drafts_are_refused_with_what_was_probably_meant() {
    let folder = with_schema(&with_draft(
        "http://json-schema.org/draft-7/schema#",
        json!({}),
    ));
    let run = refused(&folder);
    assert_eq!(told(&run), ["s.json:1:12 schema-unknown-draft"]);
    assert!(
        run.err.contains(&format!("did you mean \"{DRAFT7}\"?")),
        "{}",
        run.err
    );
    for draft in ALL {
        for uri in [
            draft.trim_end_matches('#').to_owned(),
            draft.replace("http:", "https:"),
        ] {
            assert_judged(
                &with_draft(&uri, json!({"type": "string"})),
                &[("\"a\"", true), ("1", false)],
            );
        }
    }
}

#[test]
fn keywords_that_do_not_exist_are_marked() {
    let folder = Folder::new().with(
        "s.json",
        r##"{
  "minLenght": 3, "x-own": 1, "markdownDescription": "m", "$comment": "c",
  "properties": {"minLenght": {"requird": []}, "nullable": true},
  "$defs": {"propertis": {"items": {"nullable": true}}},
  "enum": [{"requird": 1}], "const": {"typ": 1}, "default": {"typ": 1}, "examples": [{"typ": 1}],
  "dependentSchemas": {"typ": {"allOf": [{"oneOf": [{"not": {"iff": 1}}]}]}},
  "shared": {"part": {"typ": "string"}}, "properti": {}, "allOf": [{"$ref": "#/shared/part"}]
}"##,
    );
    assert_eq!(
        warnings(&folder, &["--ignore", "value-not-allowed"]),
        [
            "2:3 \"minLenght\" is not a keyword of JSON Schema 2020-12",
            "3:32 \"requird\" is not a keyword of JSON Schema 2020-12",
            "4:37 \"nullable\" is not a keyword of JSON Schema 2020-12",
            "6:62 \"iff\" is not a keyword of JSON Schema 2020-12",
            "7:23 \"typ\" is not a keyword of JSON Schema 2020-12",
            "7:42 \"properti\" is not a keyword of JSON Schema 2020-12",
        ]
    );
    folder.write("values.json", "{}");
    let report = folder.report(&[
        "--schema",
        "s.json",
        "values.json",
        "--select",
        "schema-unknown-keyword",
    ]);
    let finding = &report["findings"][0];
    assert_eq!(finding["location"]["pointer"], "/minLenght");
    assert_eq!(finding["fix"]["edits"][0]["text"], "\"minLength\"");
    assert_eq!(
        report["rules"],
        json!([{"rule": "schema-unknown-keyword", "applicable": 1, "run": 1, "blocked": 0, "findings": 6}])
    );
}

#[test]
fn keywords_of_other_drafts_are_named_as_such() {
    let cases = [
        (
            Y2020,
            json!({"dependencies": {}}),
            Some(
                "\"dependencies\" is a keyword of draft 4, draft 6, draft 7, but this schema is written in 2020-12",
            ),
        ),
        (
            Y2020,
            json!({"additionalItems": false}),
            Some("draft 4, draft 6, draft 7, 2019-09"),
        ),
        (
            Y2020,
            json!({"$recursiveRef": "#"}),
            Some("a keyword of 2019-09,"),
        ),
        (Y2020, json!({"id": "x"}), Some("a keyword of draft 4,")),
        (Y2020, json!({"definitions": {}}), None),
        (
            DRAFT7,
            json!({"prefixItems": []}),
            Some("a keyword of 2020-12,"),
        ),
        (
            DRAFT7,
            json!({"unevaluatedProperties": false}),
            Some("2019-09, 2020-12"),
        ),
        (
            DRAFT7,
            json!({"$defs": {"a": {}}}),
            Some("2019-09, 2020-12"),
        ),
        (
            DRAFT7,
            json!({"$defs": {"a": {}}, "allOf": [{"$ref": "#/$defs/a"}]}),
            None,
        ),
        (DRAFT6, json!({"if": {}}), Some("draft 7, 2019-09, 2020-12")),
        (
            DRAFT4,
            json!({"const": 1}),
            Some("draft 6, draft 7, 2019-09, 2020-12"),
        ),
        // Words for people mean no check in any draft.
        (
            DRAFT4,
            json!({"examples": [1], "$comment": "x", "readOnly": true}),
            None,
        ),
    ];
    for (draft, schema, expected) in cases {
        let found = warnings(&with_schema(&with_draft(draft, schema.clone())), &[]);
        match expected {
            None => assert!(found.is_empty(), "{schema}: {found:?}"),
            Some(part) => {
                assert_eq!(found.len(), 1, "{schema}: {found:?}");
                assert!(found[0].contains(part), "{schema}: {found:?}");
            }
        }
    }
}

#[test]
fn conditions_without_if_are_marked() {
    let found = warnings(&with_schema(&json!({"then": {}, "else": {}})), &[]);
    assert_eq!(found.len(), 2, "{found:?}");
    assert!(warnings(&with_schema(&json!({"if": {}, "then": {}})), &[]).is_empty());
}

#[test]
fn warnings_about_the_schema_count_as_set() {
    let folder = with_schema(&json!({"minLenght": 1})).with("values.json", "{}");
    let code = |arguments: &[&str]| {
        let mut all = vec!["check", "--schema", "s.json", "values.json"];
        all.extend(arguments);
        folder.run(&all).code
    };
    assert_eq!(code(&[]), Some(0));
    assert_eq!(code(&["--fail-on", "warning"]), Some(1));
    assert_eq!(
        code(&["--fail-on", "warning", "--ignore", "schema-unknown-keyword"]),
        Some(0)
    );
    folder.write(
        "missionlint.toml",
        "[severity]\nschema-unknown-keyword = \"error\"\n",
    );
    assert_eq!(code(&[]), Some(1));
    folder.write("missionlint.toml", "[severity]\nschema-invalid = \"off\"\n");
    folder.write("s.json", r#"{"minLength": "x"}"#);
    assert_eq!(
        code(&["--ignore", "schema-invalid"]),
        Some(2),
        "an error in a schema cannot be put aside"
    );
}

#[test]
fn expressions_of_ecma_262_are_understood() {
    let cases = [
        (r"^\d+$", "\"12\"", "\"٣٤\""),
        (r"^\w+$", "\"ab_1\"", "\"é\""),
        (r"^\s$", "\"\u{a0}\"", "\"x\""),
        (r"^\cA$", "\"\\u0001\"", "\"A\""),
        (r"^\p{Script=Arabic}+$", "\"سلام\"", "\"abc\""),
        (r"^\p{L}+$", "\"é\"", "\"1\""),
        (r"^\u0061\x62$", "\"ab\"", "\"ba\""),
        (r"^[\w.-]+$", "\"a.b-c\"", "\"a b\""),
        (r"^(?:a|b)$", "\"a\"", "\"c\""),
        (r"^a$", "\"a\"", "\"a\\n\""),
    ];
    for (pattern, good, bad) in cases {
        for draft in ALL {
            assert_judged(
                &with_draft(draft, json!({"pattern": pattern})),
                &[(good, true), (bad, false)],
            );
        }
    }
}

#[test]
fn expressions_that_are_not_linear_are_refused_where_they_stand() {
    for (pattern, word) in [
        ("^(?=a)", "(?="),
        ("(?<!a)b", "(?<!"),
        (r"(a)\1", r"\1"),
        (r"(?<q>a)\k<q>", r"\k<q>"),
        (r"\p{L}{1,4000}", "too large"),
    ] {
        for schema in [
            json!({"pattern": pattern}),
            json!({"patternProperties": {pattern: {}}}),
        ] {
            let run = refused(&with_schema(&schema));
            let place = schema
                .to_string()
                .find(&json!(pattern).to_string())
                .unwrap()
                + 1;
            assert_eq!(
                told(&run),
                [format!("s.json:1:{place} schema-unsupported-pattern")],
                "{}",
                run.err
            );
            assert!(run.err.contains(word), "{}", run.err);
        }
    }
}

#[test]
fn formats_are_checked_unless_they_only_annotate() {
    for draft in ALL {
        let folder = with_schema(&with_draft(draft, json!({"format": "date"})));
        let values = [
            ("\"2025-02-30\"", false),
            ("\"2025-02-28\"", true),
            ("3", true),
        ];
        assert_judged_in(&folder, &[], &values);
        let all = values.map(|(value, _)| (value, true));
        assert_judged_in(&folder, &["--format-annotation"], &all);
    }
    let folder =
        with_schema(&json!({"properties": {"a": {"format": "dat"}, "b": {"format": "uuid"}}}));
    assert_eq!(
        warnings(&folder, &[]),
        ["1:30 \"dat\" is not a format of JSON Schema 2020-12"]
    );
    assert!(warnings(&folder, &["--format-annotation"]).is_empty());
    let folder = with_schema(&with_draft(DRAFT7, json!({"format": "uuid"})));
    assert_eq!(warnings(&folder, &[]).len(), 1, "a format of a later draft");
}

#[test]
fn documents_need_not_be_records() {
    let folder = with_schema(&json!({"type": ["array", "string"], "minItems": 1}))
        .with("a.json", "[]")
        .with("b.json", "\"text\"")
        .with("c.json", "{\"a\": 1, \"a\": 2}")
        .with("d.json", "[1,]")
        .with("e.jsonl", "[1]\n\n{\"kind\": \"meeting\"}\n")
        .with("f.json", "[NaN]");
    let report = folder.report(&["--schema", "s.json", "."]);
    assert_eq!(
        places(&report),
        [
            "a.json:1:1 item-count",
            "c.json:1:1 wrong-type",
            "c.json:1:10 duplicate-key",
            "d.json:1:3 syntax-error",
            "e.jsonl:3:1 wrong-type",
            "f.json:1:2 syntax-error",
        ],
        "the schema itself is no document"
    );
    assert!(
        report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .all(|finding| {
                finding["mission"].is_null() && finding["location"]["record"].is_null()
            })
    );
    assert_eq!(report["run"]["inputs"]["files"], 6);
    assert_eq!(report["run"]["inputs"]["missions"], 0);
    assert_eq!(report["run"]["policy"], json!([]));
    let unread = report["not_checked"].as_array().unwrap();
    assert_eq!(unread.len(), 1, "{unread:#?}");
    assert_eq!(unread[0]["rule"], "schema-mismatch");
    let locations = unread[0]["locations"].as_array().unwrap();
    assert_eq!(locations.len(), 1, "a comma too many hides nothing");
    assert_eq!(locations[0]["path"], "f.json");
    let rules: Vec<&str> = report["rules"]
        .as_array()
        .unwrap()
        .iter()
        .map(|rule| rule["rule"].as_str().unwrap())
        .collect();
    for other in [
        "smt-com-absent",
        "not-a-record",
        "missing-kind",
        "missing-mission",
    ] {
        assert!(!rules.contains(&other), "{other} was not looked for");
    }
    // Named, it is.
    let report = folder.report(&["--schema", "s.json", "s.json"]);
    assert_eq!(places(&report), ["s.json:1:1 wrong-type"]);
}

#[test]
fn what_could_not_be_read_is_not_valid() {
    let folder = with_schema(&json!({"type": "object"}))
        .with("a.json", "{\"a\": }")
        .with("b.json", b"\xff\xfe{\0}\0")
        .with("c.ndjson", b"{}\n{\"a\": \"\xff\"}\n{\n");
    let quiet = ["--ignore", "syntax-error,not-utf8"];
    let report = folder.report(&["--schema", "s.json", ".", quiet[0], quiet[1]]);
    assert_eq!(report["findings"], json!([]));
    let unread = &report["not_checked"][0];
    let places: Vec<String> = unread["locations"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| {
            format!(
                "{}:{}",
                place["path"].as_str().unwrap(),
                place["start"]["line"]
            )
        })
        .collect();
    assert_eq!(places, ["a.json:1", "b.json:1", "c.ndjson:2", "c.ndjson:3"]);
    assert_eq!(
        (&unread["rule"], &unread["reason"]),
        (&json!("schema-mismatch"), &json!("syntax"))
    );
    assert_eq!(report["summary"]["blocked"], 4);
    for rule in report["rules"].as_array().unwrap() {
        let number = |name: &str| rule[name].as_u64().unwrap();
        assert_eq!(
            number("applicable"),
            number("run") + number("blocked"),
            "{rule}"
        );
    }
    let code = |more: &[&str]| {
        let mut all = vec!["check", "--schema", "s.json", ".", quiet[0], quiet[1]];
        all.extend(more);
        folder.run(&all).code
    };
    assert_eq!(code(&[]), Some(1));
    assert_eq!(code(&["--allow-blocked"]), Some(0));
    assert_eq!(
        code(&["--select", "wrong-type"]),
        Some(1),
        "it may have been of the wrong type"
    );
    let out = folder.run(&["check", "--schema", "s.json", "a.json"]).out;
    assert!(out.contains("blocked: schema-mismatch"), "{out}");
}

#[test]
fn standard_input_is_checked_too() {
    let folder = with_schema(&json!({"type": "integer"}));
    let mut child = command(folder.path())
        .args([
            "check",
            "--schema",
            "s.json",
            "-",
            "--stdin-filename",
            "x.ndjson",
        ])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child
        .stdin
        .take()
        .unwrap()
        .write_all(b"1\n\"a\"\n2\n")
        .unwrap();
    let output = child.wait_with_output().unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{out}");
    assert!(out.contains("─[x.ndjson:2:1]"), "{out}");
    assert!(
        out.ends_with("not valid: 1 error · 3 values in 1 file, by s.json\n"),
        "{out}"
    );
}

#[test]
fn a_valid_document_is_called_valid() {
    let folder = with_schema(&json!({"type": "object"})).with("a.json", "{}");
    let run = folder.run(&["check", "--schema", "s.json", "a.json"]);
    assert_eq!(run.code, Some(0));
    assert_eq!(
        run.out,
        "valid: nothing found · 1 value in 1 file, by s.json\n"
    );
    assert_eq!(run.err, "");
}

#[test]
fn what_is_restricted_stays_masked() {
    let folder = with_schema(&json!({
        "properties": {"name": {"const": "x"}, "records": {"items": {"properties": {"name": {"const": "x"}}}}},
        "items": {"properties": {"name": {"const": "x"}}}
    }));
    let cases = [
        (r#"{"name": "SECRET"}"#, true),
        (r#"{"classification": "public", "name": "SECRET"}"#, true),
        (
            r#"{"classification": "restricted", "name": "SECRET"}"#,
            false,
        ),
        (
            r#"{"clasification": "restricted", "name": "SECRET"}"#,
            false,
        ),
        (
            r#"{"classification": "restricted", "records": [{"name": "SECRET"}]}"#,
            false,
        ),
        (
            r#"{"records": [{"classification": "restricted", "name": "SECRET"}]}"#,
            false,
        ),
        (
            r#"[{"classification": "restricted", "name": "SECRET"}]"#,
            false,
        ),
        (
            r#"[{"id": "a", "name": "SECRET"}, {"id": "b", "classification": "restricted", "name": "x"}]"#,
            true,
        ),
        (
            r#"{"kind": "meeting", "mission": "mli", "id": "M", "platform": "smt", "name": "SECRET"}"#,
            false,
        ),
        (r#"{"platform": "linux", "name": "SECRET"}"#, true),
    ];
    for (document, shown) in cases {
        folder.write("a.json", document);
        for format in ["text", "json"] {
            let run = folder.run(&["check", "--schema", "s.json", "a.json", "--format", format]);
            assert_eq!(run.code, Some(1), "{document}: {}", run.out);
            assert_eq!(run.out.contains("SECRET"), shown, "{document}: {}", run.out);
        }
        let run = folder.run(&["check", "--schema", "s.json", "a.json", "--reveal"]);
        assert!(run.out.contains("SECRET"), "{document}: {}", run.out);
        let run = folder.run(&[
            "check",
            "--schema",
            "s.json",
            "a.json",
            "--audience",
            "public",
        ]);
        let public = document.contains("\"public\"");
        assert_eq!(
            run.out.contains("SECRET"),
            public,
            "{document}: {}",
            run.out
        );
    }
    // A file that breaks hides nothing of the others.
    folder.write("a.json", r#"{"name": "SECRET"}"#);
    folder.write("b.json", "{");
    let run = folder.run(&["check", "--schema", "s.json", "a.json", "b.json"]);
    assert!(run.out.contains("SECRET"), "{}", run.out);
}

#[test]
fn a_configuration_gives_files_and_severities_but_no_rules() {
    let folder = with_schema(&json!({"type": "array"}))
        .with("missionlint.toml", "exclude = [\"old\"]\n[severity]\nwrong-type = \"warning\"\n[[kinds]]\nname = \"a\"\nschema = \"missing.json\"\n")
        .with("old/a.json", "1")
        .with("b.json", "1");
    let report = folder.report(&["--schema", "s.json", "."]);
    assert_eq!(places(&report), ["b.json:1:1 wrong-type"]);
    assert_eq!(report["findings"][0]["severity"], "warning");
    assert_eq!(report["run"]["configs"][0]["path"], "missionlint.toml");
}

#[test]
fn reports_satisfy_their_schema() {
    let folder = with_schema(&json!({"type": "array", "minLenght": 1})).with("b.json", "1");
    let run = finish(command(folder.path()).args(["schema", "report"]));
    folder.write("report.schema.json", run.out);
    folder.run(&["check", "--schema", "s.json", "b.json", "-o", "report.json"]);
    let run = folder.run(&["check", "--schema", "report.schema.json", "report.json"]);
    assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{}", run.out);
}

#[test]
fn our_own_schemas_have_nothing_to_complain_about() {
    let folder = Folder::new().with_copy(&crate::tool::project("schemas"), "schemas");
    let names = std::fs::read_dir(folder.path().join("schemas")).unwrap();
    let mut count = 0;
    folder.write("values.json", "{}");
    for name in names {
        let path = format!("schemas/{}", name.unwrap().file_name().to_string_lossy());
        if !path.ends_with(".schema.json") {
            continue;
        }
        let report = folder.report(&["--schema", &path, "values.json", "--fail-on", "never"]);
        let own: Vec<String> = places(&report)
            .into_iter()
            .filter(|place| place.starts_with("schemas/"))
            .collect();
        assert!(own.is_empty(), "{path}: {own:?}");
        count += 1;
    }
    assert!(count > 10);
}

#[test]
fn pages_of_the_entries_are_there() {
    let folder = Folder::new();
    for rule in [
        "schema-unknown-keyword",
        "schema-invalid",
        "schema-unresolved-reference",
        "schema-unknown-draft",
    ] {
        let run = folder.run(&["explain", rule]);
        assert_eq!(run.code, Some(0));
        assert!(run.out.starts_with(&format!("# {rule}\n")), "{}", run.out);
    }
}

/// Every sentence about a schema can be said: no variable is missing.
#[test]
fn messages_about_schemas_are_whole() {
    let schemas = [
        r#"{"minLength": "x", "required": ["a", "a"], "minItems": -1, "type": "strng", "pattern": "(", "enum": [1e999]}"#,
        r#"{"$schema": "http://json-schema.org/draft-04/schema#", "exclusiveMinimum": true, "required": [], "type": 3}"#,
        r#"{"$schema": "http://json-schema.org/draft-07/schema", "$ref": "b.json", "minLength": 3, "then": {}}"#,
        r#"{"$schema": "http://json-schema.org/draft-7/schema"}"#,
        r#"{"$schema": "https://example.org/of-my-own"}"#,
        r##"{"$id": "a b", "$anchor": "1", "$ref": "#x", "$defs": {"x": {"$ref": "#/$defs/y"}}, "not": {"$ref": "#/enum"}}"##,
        r#"{"allOf": [{"$ref": "none.json"}, {"$ref": "refused.json"}, {"$ref": "a b"}, {"$ref": "/x"}, {"$ref": "urn:x"}]}"#,
        r#"{"$id": "https://example.org/x", "allOf": [{"$ref": "none.json"}, {"$ref": "b.json#/$defs/y"}]}"#,
        r#"{"allOf": [{"pattern": "(?=a)"}, {"pattern": "(a)\\1"}, {"pattern": "\\p{L}{1,4000}"}]}"#,
        r#"{"minLenght": 1, "whatever": 1, "dependencies": {}, "id": "x", "format": "dat", "not": {"format": "q", "else": {}}}"#,
        r#"{"$defs": {"a": {"$id": "urn:x"}, "b": {"$id": "urn:x"}}}"#,
        r##"{"allOf": [{"$ref": "#"}]}"##,
        r#"{"a": 1, "a": 2, "$ref": "broken.json"}"#,
        "[]",
    ];
    let messages = Messages::new(Language::English);
    let (mut seen, mut problems, mut kinds) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
    for text in schemas {
        let read = |path: &str| match path {
            "/s/a.json" => Ok(text),
            "/s/b.json" => Ok("{}"),
            "/s/broken.json" => Ok("\u{feff}{"),
            "/s/refused.json" => Err(Unread::Because(Phrase::new("reason-permission"))),
            _ => Err(Unread::Missing),
        };
        let read = |path: &str| {
            read(path).map(|text| SchemaFile {
                shown: path.trim_start_matches("/s/").to_owned(),
                bytes: text.as_bytes().to_vec(),
            })
        };
        let schema = schema::load("/s/a.json", &read, Formats::Asserted).unwrap();
        assert_eq!(schema.validator.is_none(), schema.is_broken(), "{text}");
        for found in engine::schema_findings(&schema, &Settings::default()) {
            seen.insert(found.rule.id);
            let labels = found.related.iter().map(|(label, _)| Some(*label));
            for part in [None, Some("primary"), Some("help")]
                .into_iter()
                .chain(labels)
            {
                let faults = messages.problems(&found, part);
                problems.extend(faults.into_iter().map(|fault| format!("{text}: {fault}")));
            }
            kinds.insert(messages.headline(&found));
        }
    }
    assert!(problems.is_empty(), "{problems:#?}");
    let of_schemas = rules::catalogue()
        .into_iter()
        .filter(|rule| rule.scope == Scope::Schema);
    for rule in of_schemas {
        assert!(seen.contains(rule.id), "{}", rule.id);
    }
    assert!(kinds.len() > 30, "{kinds:#?}");
}

/// Sizes that would take minutes if anything were compared with everything.
#[test]
fn large_and_hostile_schemas_end() {
    let members = |count: usize, member: &dyn Fn(usize) -> String| {
        let members: Vec<String> = (0..count).map(member).collect();
        members.join(",")
    };
    let count = 4000;
    let nowhere = members(count, &|at| {
        format!("\"p{at}\": {{\"$ref\": \"#/$defs/q{at}\"}}")
    });
    let targets = members(count, &|at| {
        format!("\"p{at}\": {{\"$ref\": \"#/other/p{at}\"}}")
    });
    let others = members(count, &|at| format!("\"p{at}\": {{\"minLength\": \"x\"}}"));
    let cases = [
        format!("{{\"properties\": {{{nowhere}}}, \"$defs\": {{{others}}}}}"),
        format!("{{\"properties\": {{{targets}}}, \"other\": {{{others}}}}}"),
    ];
    for schema in cases {
        let folder = Folder::new().with("s.json", schema);
        let found = told(&refused(&folder));
        assert!(found.len() >= count, "{}", found.len());
    }
    // Depth: of schemas, of references, and around the limit.
    for (depth, refused) in [(20, false), (60, false), (127, true)] {
        let schema = format!("{}true{}", "{\"not\": ".repeat(depth), "}".repeat(depth));
        let folder = Folder::new()
            .with("s.json", schema)
            .with("values.json", "{}");
        let run = folder.run(&["check", "--schema", "s.json", "values.json"]);
        assert_ne!(run.code, None, "{depth}");
        if !refused {
            assert_eq!(
                run.code,
                Some(i32::from(depth % 2 == 1)),
                "{depth}: {}",
                run.err
            );
        }
    }
    let chain = members(3000, &|at| {
        format!("\"d{at}\": {{\"$ref\": \"#/$defs/d{}\"}}", at + 1)
    });
    let schema = format!(
        "{{\"$ref\": \"#/$defs/d0\", \"$defs\": {{{chain}, \"d3000\": {{\"type\": \"null\"}}}}}}"
    );
    assert_judged_in(
        &Folder::new().with("s.json", schema),
        &[],
        &[("null", true), ("1", false)],
    );
    let cycle = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}"##;
    assert_judged_in(&Folder::new().with("s.json", cycle), &[], &[("null", true)]);
}

#[test]
fn a_selection_that_checks_nothing_is_refused() {
    let folder = with_schema(&json!({"type": "array"})).with("i.json", "{}");
    for select in ["security", "smt-com-absent", "not-a-record"] {
        let run = folder.run(&["check", "--schema", "s.json", "--select", select, "i.json"]);
        assert_eq!(run.code, Some(2));
        assert!(
            run.err.contains(&format!("--select {select}: ")),
            "{}",
            run.err
        );
    }
    let run = folder.run(&[
        "check", "--schema", "s.json", "--select", "schema", "i.json",
    ]);
    assert_eq!(run.code, Some(1));
}

#[test]
fn references_that_lead_back_without_a_step_into_the_value_are_warned_of() {
    let cases: [(Value, &[(&str, &str)]); 8] = [
        (json!({"$ref": "#"}), &[("/$ref", "")]),
        (
            json!({"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"allOf": [{"$ref": "#/$defs/a"}]}}}),
            &[("/$defs/b/allOf/0/$ref", "/$defs/a")],
        ),
        (
            json!({"$defs": {"x": {"not": {"anyOf": [{"type": "null"}, {"$ref": "#/$defs/y"}]}}, "y": {"$ref": "#/$defs/x"}}}),
            &[("/$defs/y/$ref", "/$defs/x")],
        ),
        (
            json!({"if": {"$ref": "#"}, "then": true}),
            &[("/if/$ref", "")],
        ),
        (
            json!({"dependentSchemas": {"a": {"$ref": "#"}}}),
            &[("/dependentSchemas/a/$ref", "")],
        ),
        // With a step into the value.
        (json!({"properties": {"a": {"$ref": "#"}}}), &[]),
        (json!({"items": {"allOf": [{"$ref": "#"}]}}), &[]),
        // Twice to one place is no cycle.
        (
            json!({"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {"type": "object"}}}),
            &[],
        ),
    ];
    for (schema, expected) in cases {
        let folder = with_schema(&schema).with("v.json", "{}");
        let report = folder.report(&["--schema", "s.json", "v.json"]);
        let found: Vec<(&str, &str)> = report["findings"]
            .as_array()
            .unwrap()
            .iter()
            .map(|finding| {
                assert_eq!(finding["rule"], "schema-endless-reference", "{schema}");
                assert_eq!(finding["severity"], "warning");
                let back = &finding["related"][0];
                let pointer = back["location"]["pointer"].as_str().unwrap();
                (finding["location"]["pointer"].as_str().unwrap(), pointer)
            })
            .collect();
        assert_eq!(found, expected, "{schema}");
    }
}

#[test]
fn types_are_told_in_words() {
    let schema = json!({"properties": {
        "a": {"type": ["string", "object"]},
        "b": {"type": ["null", "integer", "array"]},
        "c": {"enum": []},
        "d": {"anyOf": [{"type": "integer", "minimum": 3}, {"type": "integer", "multipleOf": 2}]},
    }});
    let folder = with_schema(&schema).with("v.json", r#"{"a": 1, "b": "x", "c": 3, "d": 1}"#);
    let report = folder.report(&["--schema", "s.json", "v.json"]);
    let findings = report["findings"].as_array().unwrap();
    let told: Vec<[&str; 2]> = findings
        .iter()
        .map(|finding| ["message", "help"].map(|part| finding[part].as_str().unwrap()))
        .collect();
    assert_eq!(
        told,
        [
            [
                "\"a\" must be text or an object, not a number",
                "write it as text or an object"
            ],
            [
                "\"b\" must be null, a whole number or a list, not text",
                "write it as null, a whole number or a list"
            ],
            [
                "no value is allowed for \"c\"",
                "leave it out, or list the values in the schema"
            ],
            [
                "\"d\" has none of the forms it may have",
                "write it as a whole number that fits one of the forms"
            ],
        ]
    );
}

#[test]
fn a_limit_of_later_drafts_is_one_finding() {
    for (limit, beside) in [
        ("exclusiveMinimum", "minimum"),
        ("exclusiveMaximum", "maximum"),
    ] {
        let mut schema = json!({"$schema": DRAFT4, "properties": {"a": {}}});
        schema["properties"]["a"][limit] = json!(1);
        let err = refused(&with_schema(&schema)).err;
        assert_eq!(err.matches("error[").count(), 1, "{err}");
        assert!(err.contains("must be boolean, not number"), "{err}");
        schema["properties"]["a"][limit] = json!(true);
        let err = refused(&with_schema(&schema)).err;
        assert_eq!(err.matches("error[").count(), 1, "{err}");
        assert!(err.contains(&format!("\"{beside}\" is missing")), "{err}");
    }
}

#[test]
fn what_has_no_effect_with_a_schema_is_refused() {
    let folder = with_schema(&json!({})).with("v.json", "{}");
    for [option, value] in [["--policy", "latest"], ["--as-of", "2025-03-31"]] {
        let run = folder.run(&["check", "--schema", "s.json", "v.json", option, value]);
        assert_eq!(run.code, Some(2));
        let expected = format!("--schema <FILE> cannot be used with {option}");
        assert!(run.err.contains(&expected), "{}", run.err);
    }
}

/// References within a schema lead somewhere however the path to it is written.
#[test]
fn the_way_to_a_schema_may_have_detours() {
    let schema = r##"{"$ref": "#/$defs/a", "$defs": {"a": {"type": "integer"}}}"##;
    let folder = Folder::new()
        .with("schemas/a.schema.json", schema)
        .with("data/value.json", "\"x\"");
    for written in [
        "schemas/a.schema.json",
        "./schemas/a.schema.json",
        "data/../schemas/./a.schema.json",
    ] {
        let run = folder.run(&["check", "--schema", written, "data"]);
        assert_eq!(run.code, Some(1), "{written}: {run:?}");
        assert!(
            run.out.contains("error[wrong-type]"),
            "{written}: {}",
            run.out
        );
    }
}
