//! Reference tables and record schemas: against their schemas, and against each other.

use std::collections::BTreeSet;

use missionlint::reference::TABLES;
use missionlint::schema::SCHEMAS;
use missionlint_tape::{SchemaSet, Tree};
use serde_json::Value;

use crate::schemas::assert_teaches;
use crate::tool::project;

const BASE: &str = "https://missionlint.github.io/schemas/v1/";

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn rows(table: &str) -> Vec<Value> {
    let table = TABLES
        .iter()
        .find(|known| known.name == table)
        .unwrap_or_else(|| panic!("{table}"));
    json(table.json)["rows"].as_array().unwrap().clone()
}

/// One member of every row, in order.
fn column(table: &str, member: &str) -> Vec<String> {
    let texts = rows(table)
        .into_iter()
        .map(|row| row[member].as_str().unwrap_or_default().to_owned());
    texts.collect()
}

/// The schemas of the record contract by address, with their texts.
fn contract() -> Vec<(String, &'static str)> {
    SCHEMAS
        .iter()
        .map(|(name, text)| (format!("{BASE}{name}.schema.json"), *text))
        .collect()
}

fn contract_set() -> SchemaSet {
    let all = contract();
    SchemaSet::parse(all.iter().map(|(uri, text)| (uri.as_str(), *text))).unwrap()
}

fn part(schema: &str, pointer: &str) -> Value {
    let text = missionlint::schema::text(schema).unwrap();
    json(text)
        .pointer(pointer)
        .unwrap_or_else(|| panic!("{schema}{pointer}"))
        .clone()
}

fn options(schema: &str, pointer: &str) -> Vec<String> {
    let list = part(schema, pointer);
    list.as_array()
        .unwrap()
        .iter()
        .map(|option| {
            option
                .as_str()
                .map_or_else(|| option.to_string(), str::to_owned)
        })
        .collect()
}

#[test]
fn every_table_satisfies_its_schema() {
    for table in TABLES {
        let path = project(&format!("schemas/tables/{}.schema.json", table.name));
        let text = std::fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let uri = json(&text)["$id"].as_str().unwrap().to_owned();
        assert_eq!(uri, format!("{BASE}tables/{}.schema.json", table.name));
        let validator = SchemaSet::parse([(uri.as_str(), text.as_str())])
            .unwrap()
            .compile(&uri)
            .unwrap();
        let mut tree = Tree::new(table.json.to_owned());
        tree.parse_document().unwrap();
        let root = tree.roots().next().unwrap();
        let found: Vec<String> = validator
            .violations(root)
            .iter()
            .map(|violation| {
                format!(
                    "{}: {:?}",
                    tree.node(violation.node).pointer_from(root),
                    violation.fault
                )
            })
            .collect();
        assert!(found.is_empty(), "{}: {found:#?}", table.name);
        assert!(tree.duplicates().is_empty(), "{}", table.name);
        assert_eq!(json(table.json)["table"], table.name);
    }
}

#[test]
fn every_table_file_and_schema_is_used() {
    let names = |folder: &str, ending: &str| {
        let entries = std::fs::read_dir(project(folder))
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap());
        entries
            .map(|name| name.strip_suffix(ending).unwrap_or(&name).to_owned())
            .collect::<BTreeSet<_>>()
    };
    let tables: Vec<&str> = TABLES.iter().map(|table| table.name).collect();
    assert!(tables.is_sorted());
    let tables: BTreeSet<String> = tables.into_iter().map(str::to_owned).collect();
    assert_eq!(names("src/reference/tables", ".json"), tables);
    assert_eq!(names("schemas/tables", ".schema.json"), tables);
    let mut schemas: BTreeSet<String> =
        SCHEMAS.iter().map(|(name, _)| (*name).to_owned()).collect();
    schemas.extend(
        [
            "audit",
            "config",
            "report",
            "review",
            "baseline",
            "catalogue",
            "tables",
        ]
        .map(str::to_owned),
    );
    assert_eq!(names("schemas", ".schema.json"), schemas);
}

#[test]
fn rows_name_known_sources() {
    let known: BTreeSet<String> = column("sources", "code").into_iter().collect();
    for table in TABLES {
        for row in rows(table.name) {
            let also = row
                .get("also")
                .and_then(Value::as_array)
                .into_iter()
                .flatten();
            for source in std::iter::once(&row["source"]).chain(also) {
                assert!(
                    known.contains(source.as_str().unwrap()),
                    "{}: {source} is no source",
                    table.name
                );
            }
        }
    }
}

/// What tells the rows of each table apart.
const KEYS: &[(&str, &[&str])] = &[
    ("cluster-eras", &["entry", "class", "name"]),
    ("clusters", &["code"]),
    ("countries", &["alpha3"]),
    ("mcof-cross-cutting", &["code"]),
    ("mcof-modalities", &["code"]),
    ("mcof-sectors", &["version", "code"]),
    ("offices", &["id"]),
    ("organisations", &["code"]),
    ("platform-aliases", &["alias"]),
    ("platform-types", &["code"]),
    ("policy-packs", &["id"]),
    ("policy-statements", &["number"]),
    ("programme-area-clusters", &["area", "cluster", "era"]),
    ("programme-areas", &["code"]),
    ("regional-coverage", &["office", "country"]),
    ("roles", &["code"]),
    ("sources", &["code"]),
    ("strategies", &["framework", "objective"]),
    ("unit-renames", &["subject", "old", "new"]),
    ("units", &["code", "name"]),
];

#[test]
fn no_row_is_there_twice() {
    assert_eq!(
        KEYS.iter().map(|(table, _)| *table).collect::<Vec<_>>(),
        TABLES.iter().map(|table| table.name).collect::<Vec<_>>()
    );
    for (table, members) in KEYS {
        let mut seen = BTreeSet::new();
        for row in rows(table) {
            let key: Vec<String> = members
                .iter()
                .map(|member| row[*member].to_string())
                .collect();
            assert!(
                key.iter().any(|part| part != "null"),
                "{table}: a row without {members:?}"
            );
            assert!(seen.insert(key.clone()), "{table}: {key:?} is there twice");
        }
    }
    let codes: Vec<String> = column("platform-types", "code");
    assert!(
        column("platform-aliases", "alias")
            .iter()
            .all(|alias| !codes.contains(alias)),
        "an alias is a type"
    );
}

#[test]
fn tables_name_each_others_rows() {
    let check = |table: &str, member: &str, other: &str, key: &str| {
        let known: BTreeSet<String> = column(other, key).into_iter().collect();
        for value in column(table, member)
            .into_iter()
            .filter(|value| !value.is_empty())
        {
            // "*" stands for any.
            assert!(
                value == "*" || known.contains(&value),
                "{table}: {member} {value} is not in {other}"
            );
        }
    };
    let areas = column("programme-areas", "code");
    for row in rows("mcof-sectors") {
        for area in row["areas"].as_array().into_iter().flatten() {
            let area = area.as_str().unwrap();
            assert!(areas.iter().any(|known| known == area), "no area {area}");
        }
    }
    check("programme-area-clusters", "area", "programme-areas", "code");
    check("programme-area-clusters", "cluster", "clusters", "code");
    check("programme-areas", "alias_of", "programme-areas", "code");
    check("platform-aliases", "type", "platform-types", "code");
    check("regional-coverage", "office", "offices", "id");
    check("regional-coverage", "country", "countries", "alpha3");
    check("offices", "country", "countries", "alpha3");
    check("clusters", "merged_into", "clusters", "code");
}

#[test]
fn enums_of_the_record_schemas_are_the_tables() {
    assert_eq!(
        options("common", "/$defs/role/enum"),
        column("roles", "code")
    );
    assert_eq!(
        options("common", "/$defs/cluster/enum"),
        column("clusters", "code")
    );
    let mut types = column("platform-types", "code");
    types.extend(column("platform-aliases", "alias"));
    assert_eq!(
        options("platform", "/$defs/body/properties/types/items/enum"),
        types
    );
    let programme = "/$defs/body/properties";
    assert_eq!(
        options("programme", &format!("{programme}/areas/items/enum")),
        column("programme-areas", "code")
    );
    let issue = format!("{programme}/cross_cutting/items/properties/issue/enum");
    assert_eq!(
        options("programme", &issue),
        column("mcof-cross-cutting", "code")
    );
    assert_eq!(
        options("programme", &format!("{programme}/modalities/items/enum")),
        column("mcof-modalities", "code")
    );
    let mut frameworks = column("strategies", "framework");
    frameworks.dedup();
    assert_eq!(
        options(
            "programme",
            &format!("{programme}/strategy/properties/framework/enum")
        ),
        frameworks
    );
    let versions: BTreeSet<String> = rows("mcof-sectors")
        .iter()
        .map(|row| row["version"].to_string())
        .collect();
    let written: BTreeSet<String> = options(
        "programme",
        &format!("{programme}/mcof/properties/version/enum"),
    )
    .into_iter()
    .collect();
    assert_eq!(written, versions);
    let kinds: Vec<String> = missionlint::document::Kind::ALL
        .iter()
        .map(|kind| kind.code().to_owned())
        .collect();
    assert_eq!(
        options("envelope", "/$defs/body/properties/kind/enum"),
        kinds
    );
}

#[test]
fn schemas_compile_as_a_whole_and_by_their_body() {
    let set = contract_set();
    for (uri, text) in contract() {
        assert_eq!(json(text)["$id"], uri.as_str());
        if uri.ends_with("/common.schema.json") {
            continue;
        }
        for address in [uri.clone(), format!("{uri}#/$defs/body")] {
            if let Err(error) = set.compile(&address) {
                panic!("{address}: {error}");
            }
        }
    }
}

#[test]
fn every_property_is_explained() {
    let set = contract_set();
    for (uri, text) in contract() {
        assert_teaches(&set, &uri, &json(text));
    }
}

/// What an editor checks with the whole schema is what the tool checks: all fixtures satisfy it or are reported.
#[test]
fn records_of_the_missions_satisfy_the_whole_schemas() {
    let set = contract_set();
    let envelope = set.compile(&format!("{BASE}envelope.schema.json")).unwrap();
    let mut seen = 0;
    for mission in ["mli", "eth"] {
        let mut folders = vec![project(&format!("fixtures/missions/{mission}"))];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if path
                    .extension()
                    .is_some_and(|extension| extension == "json")
                {
                    let mut tree = Tree::new(std::fs::read_to_string(&path).unwrap());
                    tree.parse_document().unwrap();
                    let root = tree.roots().next().unwrap();
                    if root.get("records").is_some() {
                        let found = envelope.violations(root);
                        assert!(found.is_empty(), "{}: {found:#?}", path.display());
                        seen += 1;
                    }
                }
            }
        }
    }
    assert!(seen > 40, "{seen} envelopes");
}
