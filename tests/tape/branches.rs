//! What violations say of branches, titles and of what only follows from something else.

use libtest_mimic::Trial;
use missionlint_tape::{Bound, Choice, Fault, SchemaSet, Tree, Violation};
use serde_json::{Value, json};

use crate::trial;

const URI: &str = "https://example.org/s.json";

pub(crate) fn trials() -> Vec<Trial> {
    vec![
        trial("branches::are_kept_apart", apart),
        trial("branches::several_may_fit", several),
        trial("branches::in_branches", nested),
        trial("branches::through_references", references),
        trial("branches::declared_tags", declared),
        trial("branches::titles_are_those_of_the_value", titles),
        trial("branches::single_keywords", keywords),
        trial("branches::what_only_follows", followers),
        trial("branches::recursive_schemas_end", recursive),
    ]
}

/// All violations of a text by a schema.
fn judged<T>(schema: &Value, text: &str, look: impl FnOnce(&Tree, &[Violation]) -> T) -> T {
    let written = schema.to_string();
    let validator = SchemaSet::parse([(URI, written.as_str())])
        .and_then(|set| set.compile(URI))
        .expect("a schema");
    let mut tree = Tree::new(text.to_owned());
    let root = tree.parse_document().expect("JSON").index();
    let found = validator.violations(tree.node(root));
    look(&tree, &found)
}

fn choice_of(violation: &Violation) -> &Choice {
    match &violation.fault {
        Fault::NoBranch { choice } | Fault::SeveralBranches { choice } => choice,
        other => panic!("{other:?}"),
    }
}

/// Place and keyword of each violation.
fn lines<'v>(tree: &Tree, list: impl IntoIterator<Item = &'v Violation>) -> Vec<String> {
    let mut lines: Vec<String> = list
        .into_iter()
        .map(|one| format!("{} {}", tree.node(one.node).lexeme(), one.keyword))
        .collect();
    lines.sort();
    lines
}

fn apart() {
    let schema = json!({"oneOf": [
        {"title": "Office", "type": "object", "properties": {"type": {"const": "office"}, "staff": {"type": "integer"}}, "required": ["type", "staff"], "additionalProperties": false},
        {"title": "Camp", "type": "object", "properties": {"type": {"enum": ["camp", "site"]}, "tents": {"minimum": 1}}, "required": ["type"]},
        {"type": "null"}
    ]});
    judged(
        &schema,
        r#"{"type": "camp", "tents": 0, "x": 1}"#,
        |tree, found| {
            let [one] = found else { panic!("{found:?}") };
            let Choice { tag, branches } = choice_of(one);
            assert_eq!((tag, branches.len()), (&None, 3));
            let whole = tree.text();
            assert_eq!(
                lines(tree, &branches[0].violations),
                [
                    "\"camp\" const".to_owned(),
                    format!("{whole} additionalProperties"),
                    format!("{whole} additionalProperties"),
                    format!("{whole} required")
                ]
            );
            assert_eq!(lines(tree, &branches[1].violations), ["0 minimum"]);
            assert_eq!(
                lines(tree, &branches[2].violations),
                [format!("{whole} type")]
            );
            let [office, camp, null] = [0, 1, 2].map(|at: usize| &branches[at].shape);
            assert_eq!(office.title.as_deref(), Some("Office"));
            assert_eq!(camp.title.as_deref(), Some("Camp"));
            assert!(office.closed && !camp.closed && null.title.is_none());
            assert_eq!(null.types.as_deref(), Some(["null"].as_slice()));
            assert_eq!(&*office.known, ["staff", "type"]);
            assert!(office.required.contains("staff"));
            let tags = camp.properties["type"]
                .constants
                .as_deref()
                .expect("values");
            assert!(tags.iter().any(|tag| tag.is(tree.node(2))), "{tags:?}");
            assert_eq!(one.leaves().len(), 6);
        },
    );
}

fn several() {
    let schema = json!({"oneOf": [{"minimum": 1}, {"type": "string"}, {"multipleOf": 2}]});
    judged(&schema, "4", |_, found| {
        let [one] = found else { panic!("{found:?}") };
        assert!(matches!(one.fault, Fault::SeveralBranches { .. }));
        let fits: Vec<bool> = choice_of(one)
            .branches
            .iter()
            .map(|branch| branch.violations.is_empty())
            .collect();
        assert_eq!(fits, [true, false, true]);
        // That two fit, and why the other does not.
        assert_eq!(one.leaves().len(), 2);
    });
}

fn nested() {
    let schema = json!({"properties": {"a": {"anyOf": [
        {"type": "string"},
        {"type": "object", "properties": {"b": {"oneOf": [{"const": 1}, {"const": 2}]}}}
    ]}}});
    judged(&schema, r#"{"a": {"b": 3}}"#, |tree, found| {
        let [one] = found else { panic!("{found:?}") };
        let outer = choice_of(one);
        assert_eq!(
            lines(tree, &outer.branches[0].violations),
            ["{\"b\": 3} type"]
        );
        let [inner] = outer.branches[1].violations.as_slice() else {
            panic!("{outer:?}")
        };
        assert_eq!(inner.keyword, "oneOf");
        assert_eq!(choice_of(inner).branches.len(), 2);
        assert_eq!(one.leaves().len(), 3);
    });
}

fn references() {
    let schema = json!({
        "anyOf": [{"$ref": "#/$defs/a"}, {"$ref": "other.json#b"}],
        "$defs": {
            "a": {"title": "First", "allOf": [{"$ref": "#/$defs/base"}], "properties": {"t": {"$ref": "#/$defs/tag"}}},
            "base": {"required": ["x"], "properties": {"x": {"title": "The x"}}},
            "tag": {"allOf": [{"enum": ["p", "q"]}, {"enum": ["q", "r"]}]},
            "there": {"$id": "other.json", "$defs": {"b": {"$anchor": "b", "title": "Second", "$ref": "#/$defs/c"}, "c": {"required": ["y"]}}}
        }
    });
    judged(&schema, "{}", |_, found| {
        let [one] = found else { panic!("{found:?}") };
        let branches = &choice_of(one).branches;
        assert_eq!(branches[0].shape.title.as_deref(), Some("First"));
        assert_eq!(&*branches[0].shape.known, ["t", "x"]);
        let tags = branches[0].shape.properties["t"]
            .constants
            .as_deref()
            .expect("values");
        assert_eq!(
            tags.iter().map(|tag| tag.text.as_str()).collect::<Vec<_>>(),
            ["q"]
        );
        assert_eq!(branches[0].violations[0].title.as_deref(), Some("The x"));
        assert_eq!(branches[1].shape.title.as_deref(), Some("Second"));
        assert!(branches[1].shape.required.contains("y"));
    });
}

fn declared() {
    let branches = json!([{"$ref": "#/$defs/cat"}, {"$ref": "#/$defs/dog"}]);
    let defs = json!({"cat": {"required": ["c"]}, "dog": {"required": ["d"]}});
    let tags = |schema: &Value| {
        judged(schema, "{}", |_, found| {
            let choice = choice_of(&found[0]);
            let tags: Vec<Vec<String>> = choice
                .branches
                .iter()
                .map(|branch| branch.tags.clone())
                .collect();
            (choice.tag.clone(), tags)
        })
    };
    let name = Some("kind".to_owned());
    let words = |list: [&str; 2]| list.map(|word| vec![word.to_owned()]).to_vec();
    let by_name =
        json!({"oneOf": branches, "discriminator": {"propertyName": "kind"}, "$defs": defs});
    assert_eq!(tags(&by_name), (name.clone(), words(["cat", "dog"])));
    let mapped = json!({"oneOf": branches, "discriminator": {"propertyName": "kind", "mapping": {"k": "#/$defs/cat", "d": "dog"}}, "$defs": defs});
    assert_eq!(tags(&mapped), (name.clone(), words(["k", "d"])));
    let own = json!({"oneOf": branches, "x-missionlint-discriminator": "kind", "$defs": defs});
    assert_eq!(tags(&own), (name, vec![Vec::new(); 2]));
}

fn titles() {
    let schema = json!({
        "title": "Record",
        "type": "object",
        "properties": {
            "country": {"title": "Country of the mission", "$ref": "#/$defs/country"},
            "other": {"$ref": "#/$defs/country"},
            "list": {"title": "List", "items": {"type": "string"}},
            "either": {"title": "Either", "anyOf": [{"title": "Words", "type": "string"}, {"title": "Digits", "type": "integer"}]}
        },
        "$defs": {"country": {"title": "Country code", "type": "string"}}
    });
    let title = |text: &str| {
        judged(&schema, text, |_, found| {
            assert_eq!(found.len(), 1);
            found[0].title.clone()
        })
    };
    let named = |name: &str| Some(name.to_owned());
    assert_eq!(title("[]"), named("Record"));
    assert_eq!(title(r#"{"country": 1}"#), named("Country of the mission"));
    assert_eq!(title(r#"{"other": 1}"#), named("Country code"));
    assert_eq!(title(r#"{"list": [1]}"#), None);
    assert_eq!(title(r#"{"either": []}"#), named("Either"));
    judged(&schema, r#"{"either": []}"#, |_, found| {
        for nested in found[0].nested() {
            assert_eq!(nested.title, named("Either"));
        }
    });
}

/// One property for each keyword.
fn of_keywords() -> Value {
    json!({
        "properties": {
            "no": false,
            "number": {"multipleOf": 0.05},
            "list": {"contains": {"title": "A lead", "const": "lead"}, "minContains": 2},
            "one": {"contains": {"const": 1}},
            "few": {"contains": {"type": "string"}, "maxContains": 1},
            "pair": {"prefixItems": [{}, {}], "items": false},
            "rest": {"prefixItems": [{"type": "integer"}], "contains": {"type": "boolean"}, "unevaluatedItems": false},
            "word": {"not": {"enum": ["n/a", "none"]}},
            "never": {"not": {}},
            "both": {"not": {"required": ["a", "b"]}},
            "any": {"not": {"anyOf": [{"required": ["x"]}, {"required": ["a"]}]}},
            "shape": {"not": {"type": "object"}},
            "names": {"propertyNames": {"maxLength": 2}}
        },
        "dependentRequired": {"no": ["reason"]},
        "dependentSchemas": {"one": {"required": ["two"]}},
        "if": {"required": ["few"]},
        "then": {"required": ["many"]}
    })
}

fn keywords() {
    let schema = of_keywords();
    let fault = |text: &str| {
        judged(&schema, text, |_, found| {
            assert_eq!(found.len(), 1, "{text}: {found:#?}");
            found[0].fault.clone()
        })
    };
    let contains = |bound, limit, what: Option<&str>| Fault::Contains {
        bound,
        limit,
        what: what.map(str::to_owned),
    };
    let options = ["n/a", "none"].map(str::to_owned).to_vec();
    assert_eq!(
        fault(r#"{"number": 0.07}"#),
        Fault::NotMultiple {
            of: "0.05".to_owned()
        }
    );
    assert_eq!(
        fault(r#"{"list": ["lead"]}"#),
        contains(Bound::Least, 2, Some("A lead"))
    );
    assert_eq!(
        fault(r#"{"one": [2], "two": 1}"#),
        contains(Bound::Least, 1, None)
    );
    assert_eq!(
        fault(r#"{"few": ["a", "b"], "many": 1}"#),
        contains(Bound::Most, 1, None)
    );
    assert_eq!(fault(r#"{"word": "none"}"#), Fault::Excluded { options });
    assert_eq!(fault(r#"{"never": 0}"#), Fault::Forbidden);
    let forbidden = |keys: &[u32], names: &[&str]| Fault::ForbiddenProperties {
        keys: keys.to_vec(),
        names: names.iter().map(|&name| name.to_owned()).collect(),
    };
    // Tokens: 0 the whole, 1 the key, 2 its object, 3 and 5 the keys in it.
    assert_eq!(
        fault(r#"{"both": {"b": 1, "a": 2}}"#),
        forbidden(&[5, 3], &["a", "b"])
    );
    assert_eq!(fault(r#"{"any": {"a": 2}}"#), forbidden(&[3], &["a"]));
    assert_eq!(
        fault(r#"{"shape": {}}"#),
        Fault::Other {
            keyword: "not".to_owned()
        }
    );
    judged(&schema, r#"{"no": 1, "reason": 2}"#, |tree, found| {
        assert_eq!(found[0].fault, Fault::Forbidden);
        assert_eq!(tree.node(found[0].node).lexeme(), "1");
    });
    judged(&schema, r#"{"pair": [1, 2, 3, 4]}"#, |tree, found| {
        let places = lines(tree, found);
        assert!(
            places == ["3 falseSchema", "4 falseSchema"]
                || matches!(found, [one] if one.fault == Fault::ExtraItems { limit: 2, first: 5 }),
            "{found:#?}"
        );
    });
    judged(&schema, r#"{"rest": [7, 7, true, 8, 7]}"#, |tree, found| {
        let items: Vec<(u32, &str)> = found
            .iter()
            .map(|one| match one.fault {
                Fault::UnknownItem { item } => (item, tree.node(item).lexeme()),
                ref other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(items, [(4, "7"), (6, "8"), (7, "7")]);
    });
    let missing = |name: &str, needed_by| Fault::MissingProperty {
        name: name.to_owned(),
        needed_by,
    };
    judged(&schema, r#"{"no": 1}"#, |_, found| {
        assert!(
            found
                .iter()
                .any(|one| one.fault == missing("reason", Some(1))),
            "{found:#?}"
        );
    });
    assert_eq!(fault(r#"{"one": [1]}"#), missing("two", None));
    assert_eq!(fault(r#"{"few": ["a"]}"#), missing("many", None));
    judged(
        &schema,
        r#"{"names": {"ok": 1, "long": 2}}"#,
        |tree, found| {
            let [one] = found else { panic!("{found:?}") };
            assert_eq!(lines(tree, one.leaves()), ["\"long\" maxLength"]);
        },
    );
}

fn followers() {
    let schema = json!({
        "items": {
            "allOf": [{"$ref": "#/$defs/base"}],
            "if": {"required": ["kind"]},
            "then": {"properties": {"kind": true, "extra": {"type": "string"}}},
            "unevaluatedProperties": false
        },
        "$defs": {"base": {"properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}}
    });
    // One root cause: `size`; `name` is unknown only because of it. `odd` is unknown anyway.
    let text = r#"[{"name": "a", "size": "b", "odd": 1}, {"extra": "x", "size": 1}]"#;
    judged(&schema, text, |tree, found| {
        let mut told: Vec<(String, bool)> = found
            .iter()
            .map(|one| match &one.fault {
                Fault::UnknownProperty { key, .. } => {
                    (tree.node(*key).lexeme().to_owned(), one.follows.is_some())
                }
                _ => (one.keyword.clone(), one.follows.is_some()),
            })
            .collect();
        told.sort();
        assert_eq!(
            told,
            [
                ("\"extra\"".to_owned(), false),
                ("\"name\"".to_owned(), true),
                ("\"odd\"".to_owned(), false),
                ("\"size\"".to_owned(), true),
                ("type".to_owned(), false)
            ]
        );
    });
}

fn recursive() {
    let ending = json!({
        "$ref": "#/$defs/node",
        "$defs": {"node": {"anyOf": [
            {"type": "string"},
            {"type": "array", "items": {"$ref": "#/$defs/node"}},
            {"type": "object", "additionalProperties": {"$ref": "#/$defs/node"}}
        ]}}
    });
    judged(&ending, r#"[["a", ["b", {"c": [1]}]]]"#, |tree, found| {
        let [one] = found else { panic!("{found:?}") };
        assert!(lines(tree, one.leaves()).contains(&"1 type".to_owned()));
    });
}
