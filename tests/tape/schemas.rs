//! Schemas of the draft 2020-12 over few keys and few values, and instances that satisfy them or nearly do.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

/// Levels of schemas in schemas.
const LEVELS: usize = 3;

const KEYS: [&str; 6] = ["a", "b", "ab", "c", "a~/b", "é"];

/// A schema with definitions. References within the same place lead to definitions that have none of their own; those to
/// the whole schema stand only where the instance gets smaller: judging comes to an end.
pub(crate) fn schema() -> impl Strategy<Value = Value> {
    let definitions = btree_map(select(vec!["x", "y"]), part(1, false), 2);
    (part(LEVELS, true), definitions).prop_map(|(schema, definitions)| match schema {
        Value::Object(mut members) => {
            members.insert("$defs".to_owned(), json!(definitions));
            Value::Object(members)
        }
        verdict => json!({"allOf": [verdict], "$defs": definitions}),
    })
}

/// A schema for the same place as the one it is in.
fn part(levels: usize, refers: bool) -> BoxedStrategy<Value> {
    let mut choices = vec![(8, keywords(levels, refers)), (1, any_verdict())];
    if refers {
        let definition = select(vec!["#/$defs/x", "#/$defs/y"]);
        choices.push((1, definition.prop_map(|uri| json!({"$ref": uri})).boxed()));
    }
    proptest::strategy::Union::new_weighted(choices).boxed()
}

fn any_verdict() -> BoxedStrategy<Value> {
    prop_oneof![4 => Just(json!(true)), 1 => Just(json!(false)), 1 => Just(json!({}))].boxed()
}

/// An object of a few keywords that go with each other.
fn keywords(levels: usize, refers: bool) -> BoxedStrategy<Value> {
    let mut choices = vec![(6, plain())];
    if levels > 0 {
        let place = part(levels - 1, refers);
        let child = if refers {
            prop_oneof![7 => place.clone(), 1 => Just(json!({"$ref": "#"}))].boxed()
        } else {
            place.clone()
        };
        choices.push((3, branches(place)));
        choices.push((5, members(child.clone())));
        choices.push((3, elements(child)));
    }
    vec(proptest::strategy::Union::new_weighted(choices), 1..4)
        .prop_map(|groups| Value::Object(groups.into_iter().flatten().collect()))
        .boxed()
}

type Keywords = Map<String, Value>;

fn one(keyword: &str, value: &Value) -> Keywords {
    Map::from_iter([(keyword.to_owned(), value.clone())])
}

/// Keywords without schemas in them.
fn plain() -> BoxedStrategy<Keywords> {
    let types = select(vec![
        "null", "boolean", "integer", "number", "string", "array", "object",
    ]);
    let kinds = proptest::sample::subsequence(vec!["string", "integer", "object", "null"], 1..4);
    let count = 0..4_u8;
    let limits = select(vec![
        "minLength",
        "maxLength",
        "minItems",
        "maxItems",
        "minProperties",
        "maxProperties",
    ]);
    let bounds = select(vec![
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
    ]);
    let numbers = select(vec![json!(0), json!(1), json!(1.5), json!(-1), json!(2.0)]);
    let steps = select(vec![json!(1), json!(2), json!(0.5), json!(1.5), json!(0.1)]);
    let patterns = select(vec!["^a", "b$", "^[a-c]{2}$", "é", "^$"]);
    let formats = select(vec!["date", "ipv4", "uuid"]);
    prop_oneof![
        4 => types.prop_map(|kind| one("type", &json!(kind))),
        1 => kinds.prop_map(|kinds| one("type", &json!(kinds))),
        2 => vec(value(), 1..4).prop_map(|values| one("enum", &distinct(values))),
        1 => value().prop_map(|value| one("const", &value)),
        2 => (limits, count).prop_map(|(keyword, count)| one(keyword, &json!(count))),
        2 => (bounds, numbers).prop_map(|(keyword, number)| one(keyword, &number)),
        1 => steps.prop_map(|step| one("multipleOf", &step)),
        1 => patterns.prop_map(|pattern| one("pattern", &json!(pattern))),
        1 => formats.prop_map(|format| one("format", &json!(format))),
        2 => keys().prop_map(|keys| one("required", &json!(keys))),
        1 => (key(), keys()).prop_map(|(key, keys)| one("dependentRequired", &json!({key: keys}))),
        1 => any::<bool>().prop_map(|unique| one("uniqueItems", &json!(unique))),
    ]
    .boxed()
}

/// Without repeats, which a schema's `enum` should not have.
fn distinct(values: Vec<Value>) -> Value {
    let mut kept: Vec<Value> = Vec::new();
    for value in values {
        if !kept.contains(&value) {
            kept.push(value);
        }
    }
    Value::Array(kept)
}

fn branches(place: BoxedStrategy<Value>) -> BoxedStrategy<Keywords> {
    let several = vec(place.clone(), 1..4);
    let keyword = select(vec!["allOf", "anyOf", "oneOf"]);
    prop_oneof![
        4 => (keyword, several).prop_map(|(keyword, several)| one(keyword, &json!(several))),
        1 => place.clone().prop_map(|schema| one("not", &schema)),
        2 => (place.clone(), place.clone(), place.clone(), 0..3_u8).prop_map(
            |(test, met, missed, which)| {
                let mut keywords = one("if", &test);
                if which != 0 {
                    keywords.insert("then".to_owned(), met);
                }
                if which != 1 {
                    keywords.insert("else".to_owned(), missed);
                }
                keywords
            }
        ),
        1 => (key(), place).prop_map(|(key, schema)| one("dependentSchemas", &json!({key: schema}))),
    ]
    .boxed()
}

fn members(child: BoxedStrategy<Value>) -> BoxedStrategy<Keywords> {
    let known = btree_map(key(), child.clone(), 1..4);
    let pattern = select(vec!["^a", "b$", "é"]);
    prop_oneof![
        6 => (known, proptest::option::weighted(0.4, keys())).prop_map(|(known, required)| {
            let mut keywords = one("properties", &json!(known));
            if let Some(required) = required {
                keywords.insert("required".to_owned(), json!(required));
            }
            keywords
        }),
        2 => child.clone().prop_map(|schema| one("additionalProperties", &schema)),
        2 => Just(one("additionalProperties", &json!(false))),
        1 => (pattern, child.clone())
            .prop_map(|(pattern, schema)| one("patternProperties", &json!({pattern: schema}))),
        1 => child.clone().prop_map(|schema| one("propertyNames", &schema)),
        1 => child.prop_map(|schema| one("unevaluatedProperties", &schema)),
        2 => Just(one("unevaluatedProperties", &json!(false))),
    ]
    .boxed()
}

fn elements(child: BoxedStrategy<Value>) -> BoxedStrategy<Keywords> {
    let count = || proptest::option::of(0..3_u8);
    prop_oneof![
        3 => child.clone().prop_map(|schema| one("items", &schema)),
        2 => (vec(child.clone(), 1..3), any::<bool>()).prop_map(|(first, closed)| {
            let mut keywords = one("prefixItems", &json!(first));
            if closed {
                keywords.insert("items".to_owned(), json!(false));
            }
            keywords
        }),
        2 => (child.clone(), count(), count()).prop_map(|(schema, least, most)| {
            let mut keywords = one("contains", &schema);
            if let Some(least) = least {
                keywords.insert("minContains".to_owned(), json!(least));
            }
            if let Some(most) = most {
                keywords.insert("maxContains".to_owned(), json!(most));
            }
            keywords
        }),
        1 => child.prop_map(|schema| one("unevaluatedItems", &schema)),
        1 => Just(one("unevaluatedItems", &json!(false))),
    ]
    .boxed()
}

fn key() -> impl Strategy<Value = &'static str> {
    select(KEYS.to_vec())
}

fn keys() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::sample::subsequence(KEYS.to_vec(), 0..3)
}

/// A small value, as constants and enumerations have it.
fn value() -> impl Strategy<Value = Value> {
    (any::<u64>(), 0..3_u8).prop_map(|(seed, levels)| Chance(seed).value(levels))
}

/// An instance that was made to satisfy the schema, and then, most often, changed a little.
pub(crate) fn instance(schema: &Value, seed: u64) -> Value {
    let mut maker = Maker {
        root: schema,
        chance: Chance(seed),
    };
    let mut made = maker.satisfying(schema, 5);
    for _ in 0..maker.chance.below(3) {
        maker.chance.change(&mut made);
    }
    made
}

/// Numbers by chance: splitmix64.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end.max(1)).expect("a count");
        usize::try_from(self.next() % end).expect("a count")
    }

    /// True once in so many times.
    fn one_in(&mut self, times: usize) -> bool {
        self.below(times) == 0
    }

    fn of<'s, T>(&mut self, several: &'s [T]) -> Option<&'s T> {
        several.get(self.below(several.len()))
    }

    fn value(&mut self, levels: u8) -> Value {
        match self.below(if levels == 0 { 8 } else { 11 }) {
            0 => Value::Null,
            1 => Value::Bool(self.one_in(2)),
            2..5 => self.number(),
            5..8 => self.text(),
            8 | 9 => {
                let count = self.below(4);
                (0..count).map(|_| self.value(levels - 1)).collect()
            }
            _ => {
                let count = self.below(4);
                let members = (0..count).map(|_| {
                    let key = KEYS[self.below(KEYS.len())].to_owned();
                    (key, self.value(levels - 1))
                });
                Value::Object(members.collect())
            }
        }
    }

    fn number(&mut self) -> Value {
        let numbers = [
            json!(0),
            json!(1),
            json!(1.0),
            json!(2),
            json!(-1),
            json!(0.5),
            json!(1.5),
            json!(3),
            json!(-0.0),
            json!(0.3),
            json!(9_007_199_254_740_993_u64),
            json!(9_007_199_254_740_992.0),
            json!(u64::MAX),
        ];
        numbers[self.below(numbers.len())].clone()
    }

    fn text(&mut self) -> Value {
        let texts = [
            "",
            "a",
            "b",
            "ab",
            "abc",
            "é",
            "cab",
            "2024-02-29",
            "2025-02-29",
            "127.0.0.1",
            "256.0.0.1",
            "123e4567-e89b-12d3-a456-426614174000",
        ];
        json!(texts[self.below(texts.len())])
    }

    /// Replaces, adds or takes away one thing somewhere.
    fn change(&mut self, value: &mut Value) {
        if self.one_in(4) {
            *value = self.value(2);
            return;
        }
        match value {
            Value::Array(items) => match self.below(4) {
                0 => items.push(self.value(1)),
                1 if !items.is_empty() => {
                    let at = self.below(items.len());
                    items.push(items[at].clone());
                }
                2 if !items.is_empty() => {
                    let at = self.below(items.len());
                    items.remove(at);
                }
                _ => {
                    let at = self.below(items.len());
                    if let Some(item) = items.get_mut(at) {
                        self.change(item);
                    }
                }
            },
            Value::Object(members) => {
                let at = self.below(members.len());
                let key = members.keys().nth(at).cloned();
                match (self.below(4), key) {
                    (0, _) | (_, None) => {
                        let key = KEYS[self.below(KEYS.len())].to_owned();
                        let value = self.value(1);
                        members.insert(key, value);
                    }
                    (1, Some(key)) => drop(members.remove(&key)),
                    (_, Some(key)) => self.change(&mut members[&key]),
                }
            }
            scalar => *scalar = self.value(1),
        }
    }
}

/// Makes instances of one schema.
struct Maker<'s> {
    root: &'s Value,
    chance: Chance,
}

impl Maker<'_> {
    /// A value that meets most of what a schema asks for.
    fn satisfying(&mut self, schema: &Value, levels: u8) -> Value {
        if let Some(known) = schema.get("const") {
            return known.clone();
        }
        if let Some(options) = schema.get("enum").and_then(Value::as_array) {
            return self.chance.of(options).cloned().unwrap_or(Value::Null);
        }
        if let Some(uri) = schema.get("$ref").and_then(Value::as_str)
            && levels > 0
        {
            let there = self.root.pointer(&uri[1..]).cloned();
            return self.satisfying(&there.unwrap_or(Value::Bool(true)), levels - 1);
        }
        let mut made = self.of_branch(schema, levels);
        if made.is_none() || self.chance.one_in(4) {
            made = Some(self.of_kind(schema, levels));
        }
        let mut made = made.unwrap_or(Value::Null);
        if levels > 0 {
            self.fill(schema, &mut made, levels);
        }
        made
    }

    fn of_branch(&mut self, schema: &Value, levels: u8) -> Option<Value> {
        let keyword = *self
            .chance
            .of(&["anyOf", "oneOf", "allOf", "then", "else", "if"])?;
        let branch = match schema.get(keyword)? {
            Value::Array(branches) => self.chance.of(branches)?.clone(),
            branch => branch.clone(),
        };
        Some(self.satisfying(&branch, levels.checked_sub(1)?))
    }

    /// A value of the type the schema asks for, or that its keywords are about.
    fn of_kind(&mut self, schema: &Value, levels: u8) -> Value {
        const ABOUT: [(&str, &[&str]); 3] = [
            (
                "object",
                &[
                    "properties",
                    "required",
                    "additionalProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "patternProperties",
                    "unevaluatedProperties",
                    "dependentRequired",
                ],
            ),
            (
                "array",
                &[
                    "items",
                    "prefixItems",
                    "contains",
                    "minItems",
                    "maxItems",
                    "uniqueItems",
                    "unevaluatedItems",
                ],
            ),
            ("string", &["pattern", "minLength", "maxLength", "format"]),
        ];
        let asked = match schema.get("type") {
            Some(Value::Array(kinds)) => self.chance.of(kinds).and_then(Value::as_str),
            Some(kind) => kind.as_str(),
            None => None,
        };
        let about = || {
            let mut kinds = ABOUT.iter().filter(|(_, keywords)| {
                keywords.iter().any(|keyword| schema.get(keyword).is_some())
            });
            kinds.next().map(|(kind, _)| *kind)
        };
        match asked.or_else(about) {
            Some("null") => Value::Null,
            Some("boolean") => Value::Bool(self.chance.one_in(2)),
            Some("integer" | "number") => self.chance.number(),
            Some("string") => self.chance.text(),
            Some("array") => {
                let count = self.chance.below(3);
                (0..count).map(|_| self.chance.value(1)).collect()
            }
            Some("object") => json!({}),
            _ => self.chance.value(levels.min(2)),
        }
    }

    /// Puts into a container what the schema asks for.
    fn fill(&mut self, schema: &Value, made: &mut Value, levels: u8) {
        match made {
            Value::Object(members) => {
                let known = schema.get("properties").and_then(Value::as_object);
                for (key, child) in known.into_iter().flatten() {
                    if !self.chance.one_in(3) {
                        members.insert(key.clone(), self.satisfying(child, levels - 1));
                    }
                }
                let required = schema.get("required").and_then(Value::as_array);
                for key in required.into_iter().flatten().filter_map(Value::as_str) {
                    if !members.contains_key(key) {
                        let child = known.and_then(|known| known.get(key));
                        let child = child.cloned().unwrap_or(Value::Bool(true));
                        members.insert(key.to_owned(), self.satisfying(&child, levels - 1));
                    }
                }
                let further = ["additionalProperties", "unevaluatedProperties"];
                if let Some(child) = further.iter().find_map(|keyword| schema.get(keyword))
                    && self.chance.one_in(3)
                {
                    let key = KEYS[self.chance.below(KEYS.len())].to_owned();
                    members.insert(key, self.satisfying(child, levels - 1));
                }
            }
            Value::Array(items) => {
                let first = schema.get("prefixItems").and_then(Value::as_array);
                for (at, child) in first.into_iter().flatten().enumerate() {
                    let item = self.satisfying(child, levels - 1);
                    match items.get_mut(at) {
                        Some(there) => *there = item,
                        None => items.push(item),
                    }
                }
                let start = first.map_or(0, Vec::len).min(items.len());
                if let Some(child) = schema.get("items") {
                    for item in &mut items[start..] {
                        *item = self.satisfying(child, levels - 1);
                    }
                }
                if let Some(child) = schema.get("contains") {
                    items.push(self.satisfying(child, levels - 1));
                }
            }
            _ => {}
        }
    }
}
