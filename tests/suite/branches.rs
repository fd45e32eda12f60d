//! One fault, one finding: what is said of values that any schema refuses, and that nothing is lost on the way.

use std::collections::BTreeSet;

use missionlint::catalogue::Severity;
use missionlint::document::Damage;
use missionlint::finding::{Fact, Finding, Spot};
use missionlint::message::{Language, Messages};
use missionlint::report::{Found, Location, Shown};
use missionlint::schema::examine_values;
use missionlint::text::Position;
use missionlint_tape::{Fault, SchemaSet, Tree, Validator, Violation};
use serde_json::{Value, json};

const URI: &str = "https://example.org/s.json";

fn compile(schema: &Value) -> Validator {
    let text = schema.to_string();
    SchemaSet::parse([(URI, text.as_str())])
        .and_then(|set| set.compile(URI))
        .unwrap()
}

thread_local! {
    static MESSAGES: Messages = Messages::new(Language::English);
}

/// A text judged by a schema.
struct Judged {
    tree: Tree,
    findings: Vec<Finding>,
    violations: Vec<Violation>,
}

fn judge(validator: &Validator, text: &str) -> Judged {
    let mut tree = Tree::new(text.to_owned());
    let root = tree.parse_document().unwrap().index();
    let (findings, _) = examine_values(&tree, validator, &[root], Damage::default());
    let violations = validator.violations(tree.node(root));
    let judged = Judged {
        tree,
        findings,
        violations,
    };
    judged.assert_whole();
    judged
}

fn judged(schema: &Value, text: &str) -> Judged {
    judge(&compile(schema), text)
}

impl Judged {
    /// What a finding marks, as written.
    fn marked(&self, finding: &Finding) -> String {
        match finding.primary.spot {
            Spot::Value(token) | Spot::Key(token) => self.tree.node(token).lexeme().to_owned(),
            Spot::KeyOf(token) => self
                .tree
                .key_of(token)
                .map_or("(no key)", |key| key.lexeme())
                .to_owned(),
            Spot::Bytes(_) => unreachable!(),
        }
    }

    /// Rule, marked text and sentence of each finding, in order of place.
    fn told(&self) -> Vec<String> {
        MESSAGES.with(|messages| self.told_by(messages))
    }

    fn told_by(&self, messages: &Messages) -> Vec<String> {
        let mut findings: Vec<&Finding> = self.findings.iter().collect();
        findings.sort_by_key(|finding| finding.primary.spot.token());
        findings
            .into_iter()
            .map(|finding| {
                let found = found(finding);
                for part in [None, Some("primary"), Some("help")] {
                    assert_eq!(messages.problems(&found, part), [""; 0], "{finding:?}");
                }
                format!(
                    "{} at {}: {} | {}",
                    finding.rule.id,
                    self.marked(finding),
                    messages.headline(&found),
                    messages.attribute(&found, "primary").unwrap()
                )
            })
            .collect()
    }

    /// The fixes, as texts.
    fn fixes(&self) -> Vec<String> {
        let fixes = self.findings.iter().filter_map(|finding| {
            let fix = finding.fix.as_ref()?;
            Some(format!("{} => {}", self.marked(finding), fix.edits[0].1))
        });
        fixes.collect()
    }

    /// Every single error is a finding or the cause of one, once.
    fn assert_whole(&self) {
        let mut expected: Vec<(u32, String)> = self
            .violations
            .iter()
            .flat_map(Violation::leaves)
            .map(|leaf| (marked_token(leaf), rule_of(leaf).to_owned()))
            .collect();
        let mut found = Vec::new();
        for finding in &self.findings {
            add_leaves(finding, &mut found);
        }
        expected.sort();
        found.sort();
        assert_eq!(found, expected, "{}", self.tree.text());
    }
}

/// The findings that are errors of the validator rather than made of some.
fn add_leaves(finding: &Finding, leaves: &mut Vec<(u32, String)>) {
    for nested in &finding.because {
        add_leaves(nested, leaves);
    }
    let made = match finding.rule.id {
        "misspelt-key" | "duplicate-key" => true,
        "no-form-fits" => !finding.because.is_empty(),
        _ => false,
    };
    if !made {
        let token = finding.primary.spot.token().unwrap();
        leaves.push((token, finding.rule.id.to_owned()));
    }
}

/// The token an error is about.
fn marked_token(leaf: &Violation) -> u32 {
    match &leaf.fault {
        Fault::UnknownProperty { key, .. } => *key,
        Fault::ForbiddenProperties { keys, .. } => keys[0],
        Fault::UnknownItem { item } => *item,
        Fault::ExtraItems { first, .. } => *first,
        Fault::RepeatedItem { again, .. } => *again,
        _ => leaf.node,
    }
}

/// The rule an error belongs to, by the name of its keyword.
fn rule_of(leaf: &Violation) -> &'static str {
    match leaf.keyword.as_str() {
        "type" => "wrong-type",
        "enum" | "const" => "value-not-allowed",
        "required" => "missing-property",
        "additionalProperties" | "unevaluatedProperties" => "unknown-key",
        "format" => "invalid-format",
        "pattern" => "pattern-mismatch",
        "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" => "number-out-of-range",
        "multipleOf" => "not-a-multiple",
        "minLength" | "maxLength" => "text-length",
        "minItems" | "maxItems" | "minProperties" | "maxProperties" | "contains"
        | "additionalItems" => "item-count",
        "uniqueItems" => "repeated-item",
        "falseSchema" | "unevaluatedItems" => "not-allowed-here",
        "oneOf" => "several-forms-fit",
        "not" => match leaf.fault {
            Fault::Excluded { .. } => "value-not-allowed",
            Fault::Other { .. } => "schema-mismatch",
            _ => "not-allowed-here",
        },
        other => panic!("{other}"),
    }
}

/// A finding ready to be put into words.
fn found(finding: &Finding) -> Found {
    let position = Position {
        line: 1,
        column: 1,
        offset: 0,
        byte_column: 1,
    };
    Found {
        rule: finding.rule,
        severity: Severity::Error,
        mission: None,
        location: Location {
            path: "x.json".into(),
            pointer: String::new(),
            start: position,
            end: position,
            record: None,
            excerpt: Vec::new(),
            marked_line: 0,
            mark: (0, 0),
        },
        related: Vec::new(),
        evidence: finding
            .evidence
            .iter()
            .map(|(key, fact)| (*key, Shown::Clear(fact.clone())))
            .collect(),
        because: Vec::new(),
        fix: None,
        pack: None,
        judged_on: None,
        fingerprint: String::new(),
        anchor: missionlint::report::Anchor::default(),
        check: None,
        cell: None,
        suppressed: None,
    }
}

/// What sites of a mission may be: a tag, a nullable, a choice without a tag.
fn facility() -> Value {
    json!({
        "type": "object",
        "required": ["id", "country", "opened", "focal_point", "services"],
        "additionalProperties": false,
        "properties": {
            "id": {"type": "string", "pattern": "^[A-Z]{2}-[0-9]+$"},
            "country": {"title": "Country code", "enum": ["MLI", "SSD", "ETH"]},
            "opened": {"type": "string", "format": "date"},
            "updated": {"type": "string", "format": "date-time"},
            "capacity": {"title": "Clinic capacity", "type": "integer", "minimum": 1},
            "focal_point": {"type": "string"},
            "tags": {"items": {"type": "string"}, "uniqueItems": true},
            "contact": {"anyOf": [
                {"title": "Mailbox", "type": "string", "format": "email"},
                {"title": "Telephone", "type": "object", "required": ["number"], "properties": {"number": {"type": "string"}}},
                {"type": "null"}
            ]},
            "services": {"items": {"oneOf": [
                {"$ref": "#/$defs/clinic"}, {"$ref": "#/$defs/camp"}, {"$ref": "#/$defs/store"}
            ]}},
            "area": {"oneOf": [
                {"title": "Circle", "type": "object", "required": ["centre", "radius"], "properties": {"centre": {"type": "string"}, "radius": {"type": "number"}}, "additionalProperties": false},
                {"title": "Rectangle", "type": "object", "required": ["width", "height"], "properties": {"width": {"type": "number"}, "height": {"type": "number"}}, "additionalProperties": false}
            ]}
        },
        "$defs": {
            "clinic": {"title": "Clinic", "type": "object", "required": ["type", "beds"], "properties": {"type": {"const": "clinic"}, "beds": {"type": "integer"}, "staff": {"type": "integer", "minimum": 0}}, "additionalProperties": false},
            "camp": {"title": "Camp", "type": "object", "required": ["type", "tents"], "properties": {"type": {"enum": ["camp", "site"]}, "tents": {"type": "integer"}}, "additionalProperties": false},
            "store": {"title": "Store", "type": "object", "required": ["type"], "properties": {"type": {"$ref": "#/$defs/stores"}, "tonnes": {"type": "number"}}, "additionalProperties": false},
            "stores": {"allOf": [{"enum": ["warehouse", "depot"]}]}
        }
    })
}

/// Nine root causes, nine findings, each where it has to be put right; three of them in a choice among forms.
#[test]
fn nine_faults_are_nine_findings() {
    let text = r#"{
        "id": "ML-1",
        "country": "MLT",
        "opened": "2025-02-29",
        "updated": "2025-03-05T09:00:00",
        "capacity": 0,
        "focal_pont": "P-1",
        "tags": ["a", "b", "a"],
        "contact": {"number": 7},
        "services": [{"type": "clinic", "beds": "12", "staff": 4}, {"type": "cmp", "tents": 3}]
    }"#;
    let judged = judged(&facility(), text);
    assert_eq!(
        judged.told(),
        [
            r#"value-not-allowed at "MLT": "MLT" is not allowed for Country code ("country") | did you mean "MLI"?"#,
            r#"invalid-format at "2025-02-29": "2025-02-29" is not a date | 2025 has no 29 February"#,
            r#"invalid-format at "2025-03-05T09:00:00": "2025-03-05T09:00:00" is not a date and time with offset | the offset from UTC is missing"#,
            r#"number-out-of-range at 0: Clinic capacity ("capacity") must be at least 1, and is 0 | must be at least 1"#,
            r#"misspelt-key at "focal_pont": "focal_pont" looks like a misspelt "focal_point", which is missing | did you mean "focal_point"?"#,
            r#"repeated-item at "a": "tags" holds the same entry twice | repeated here"#,
            r#"wrong-type at 7: "number" must be text, not a number | a number"#,
            r#"wrong-type at "12": "beds" must be a whole number; in quotes it is text (checked as Clinic) | remove the quotes"#,
            r#"value-not-allowed at "cmp": "cmp" is not allowed for "type" | did you mean "camp"?"#,
        ]
    );
    // Of two texts alike, the later one.
    let repeated = judged
        .findings
        .iter()
        .find(|one| one.rule.id == "repeated-item")
        .unwrap();
    let token = repeated.primary.spot.token().unwrap();
    assert_eq!(
        usize::try_from(judged.tree.node(token).span().start).unwrap(),
        text.rfind("\"a\"").unwrap()
    );
    assert_eq!(
        judged.fixes(),
        [
            "\"focal_pont\" => \"focal_point\"",
            "\"MLT\" => \"MLI\"",
            "\"12\" => 12",
            "\"cmp\" => \"camp\"",
        ]
    );
}

/// Members of a facility: as they should be, with one fault, and the rule that tells it.
const MEMBERS: [(&str, &str, &str); 11] = [
    (r#""id": "ML-1""#, r#""id": "ml 1""#, "pattern-mismatch"),
    (
        r#""country": "SSD""#,
        r#""country": ["SSD"]"#,
        "value-not-allowed",
    ),
    (
        r#""opened": "2025-02-28""#,
        r#""opened": 20250228"#,
        "wrong-type",
    ),
    (
        r#""updated": "2025-03-05T09:00:00Z""#,
        r#""updated": "05/03/2025""#,
        "invalid-format",
    ),
    (r#""capacity": 12"#, r#""capacity": "12""#, "wrong-type"),
    (
        r#""focal_point": "P-1""#,
        r#""focalpoint": "P-1""#,
        "misspelt-key",
    ),
    (r#""tags": []"#, r#""tags": ["a", "a"]"#, "repeated-item"),
    (
        r#""contact": null"#,
        r#""contact": "nobody""#,
        "invalid-format",
    ),
    (
        r#""services": [{"type": "depot"}]"#,
        r#""services": [{"type": "depot", "tents": 1}]"#,
        "unknown-key",
    ),
    (
        r#""area": {"width": 1, "height": 2}"#,
        r#""area": {"width": 1, "heigth": 2}"#,
        "misspelt-key",
    ),
    (r#""tags": []"#, r#""remark": 1"#, "unknown-key"),
];

/// However many faults there are, there are as many findings: none hides another.
#[test]
fn each_of_several_faults_is_a_finding() {
    let validator = compile(&facility());
    for faulty in 0_u32..1 << MEMBERS.len() {
        let chosen = |at: usize| faulty >> at & 1 == 1;
        // The last stands beside the others rather than in the place of one.
        let members = MEMBERS
            .iter()
            .enumerate()
            .filter_map(
                |(at, (right, wrong, _))| match (chosen(at), at == MEMBERS.len() - 1) {
                    (true, _) => Some(*wrong),
                    (false, true) => None,
                    (false, false) => Some(*right),
                },
            );
        let text = format!("{{{}}}", members.collect::<Vec<_>>().join(", "));
        let mut expected: Vec<&str> = (0..MEMBERS.len())
            .filter(|&at| chosen(at))
            .map(|at| MEMBERS[at].2)
            .collect();
        let judged = judge(&validator, &text);
        let mut found: Vec<&str> = judged.findings.iter().map(|one| one.rule.id).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected, "{text}");
    }
}

/// The sentences about the services of a facility.
fn about_services(services: &str) -> Vec<String> {
    let text = format!(
        r#"{{"id": "ML-1", "country": "MLI", "opened": "2025-02-28", "focal_point": "P", "services": [{services}]}}"#
    );
    judged(&facility(), &text).told()
}

#[test]
fn a_tag_decides() {
    assert_eq!(
        about_services(r#"{"type": "clinic", "tents": 3}"#),
        [
            r#"missing-property at (no key): "beds" is missing (checked as Clinic) | "beds" is missing here"#,
            r#"unknown-key at "tents": "tents" is not part of the schema here (checked as Clinic) | unknown key"#,
        ]
    );
    assert_eq!(
        about_services(r#"{"type": "depot", "tonnes": null}"#),
        [r#"wrong-type at null: "tonnes" must be a number, not null (checked as Store) | null"#]
    );
    assert_eq!(
        about_services(r#"{"beds": 3}"#),
        [r#"missing-property at (no key): "type" is missing | "type" is missing here"#]
    );
    assert_eq!(
        about_services(r#"{"typ": "site", "tents": 3}"#),
        [
            r#"misspelt-key at "typ": "typ" looks like a misspelt "type", which is missing | did you mean "type"?"#
        ]
    );
    // A wrong tag is all there is to say: what else is wrong depends on it.
    assert_eq!(
        about_services(r#"{"type": 7, "x": 1}"#),
        [
            r#"value-not-allowed at 7: "7" is not allowed for "type" | not one of the values allowed"#
        ]
    );
    assert_eq!(
        about_services(r#"["clinic"]"#),
        [r#"wrong-type at ["clinic"]: "services" must be an object, not a list | a list"#]
    );
}

#[test]
fn the_branch_that_fits_much_better_is_taken() {
    let area = |area: &str| {
        let text = format!(
            r#"{{"id": "ML-1", "country": "MLI", "opened": "2025-02-28", "focal_point": "P", "services": [], "area": {area}}}"#
        );
        judged(&facility(), &text).told()
    };
    assert_eq!(
        area(r#"{"centre": "gao", "radius": "3"}"#),
        [
            r#"wrong-type at "3": "radius" must be a number; in quotes it is text (checked as Circle) | remove the quotes"#
        ]
    );
    assert_eq!(
        area(r#"{"centre": "gao", "radus": 3}"#),
        [
            r#"misspelt-key at "radus": "radus" looks like a misspelt "radius", which is missing | did you mean "radius"?"#
        ]
    );
    assert_eq!(
        area("{}"),
        [r#"no-form-fits at {}: "area" has none of the forms it may have | fits none of them"#]
    );
    let unclear = judged(
        &json!({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}),
        "{\"c\": 1}",
    );
    let [one] = unclear.findings.as_slice() else {
        panic!("{:?}", unclear.findings)
    };
    let words =
        |list: &[&str]| Fact::Vocabulary(list.iter().map(|&word| word.to_owned()).collect());
    assert_eq!(
        one.evidence,
        [
            ("forms", words(&["a", "b"])),
            ("deciding", words(&["a", "b"]))
        ]
    );
}

#[test]
fn choices_among_types_and_values_are_merged() {
    let schema = json!({"properties": {
        "nullable": {"anyOf": [{"type": "string", "enum": ["on", "off"]}, {"type": "null"}]},
        "either": {"oneOf": [{"type": "integer"}, {"type": "boolean"}, {"type": ["string", "null"]}]},
        "value": {"oneOf": [{"const": "north", "title": "North"}, {"const": "south"}, {"enum": ["east", "west"]}]},
        "overlap": {"oneOf": [{"title": "Small", "maximum": 10}, {"title": "Even", "multipleOf": 2}, {"title": "Words", "type": "string"}]},
        "moment": {"anyOf": [{"title": "Day", "type": "string", "format": "date"}, {"title": "Moment", "type": "string", "format": "date-time"}]}
    }});
    let told = |text: &str| judged(&schema, text).told();
    assert_eq!(
        told(r#"{"nullable": "of"}"#),
        [r#"value-not-allowed at "of": "of" is not allowed for "nullable" | did you mean "off"?"#]
    );
    assert_eq!(
        told(r#"{"nullable": 1}"#),
        [r#"wrong-type at 1: "nullable" must be text or null, not a number | a number"#]
    );
    assert_eq!(
        told(r#"{"either": []}"#),
        [
            r#"wrong-type at []: "either" must be a whole number, true or false, null or text, not a list | a list"#
        ]
    );
    assert_eq!(
        told(r#"{"value": "soth"}"#),
        [
            r#"value-not-allowed at "soth": "soth" is not allowed for "value" | did you mean "south"?"#
        ]
    );
    assert_eq!(
        told(r#"{"value": 5}"#),
        [
            r#"value-not-allowed at 5: "5" is not allowed for "value" | not one of the values allowed"#
        ]
    );
    assert_eq!(
        told(r#"{"overlap": 4}"#),
        [
            r#"several-forms-fit at 4: "overlap" has several forms at once: Small, Even | only one of them may fit"#
        ]
    );
    assert_eq!(
        told(r#"{"moment": "soon"}"#),
        [
            r#"no-form-fits at "soon": "moment" has none of the forms it may have | fits none of them"#
        ]
    );
}

#[test]
fn what_only_follows_is_behind_its_cause() {
    let schema = json!({
        "allOf": [{"properties": {"name": {"type": "string"}, "size": {"type": "integer"}}}],
        "unevaluatedProperties": false
    });
    let judged = judged(&schema, r#"{"name": "a", "size": "b", "odd": 1}"#);
    assert_eq!(
        judged.told(),
        [
            r#"wrong-type at "b": "size" must be a whole number, not text | text"#,
            r#"unknown-key at "odd": "odd" is not part of the schema here | unknown key"#,
        ]
    );
    let cause = judged
        .findings
        .iter()
        .find(|one| one.rule.id == "wrong-type")
        .unwrap();
    let behind: BTreeSet<String> = cause.because.iter().map(|one| judged.marked(one)).collect();
    assert_eq!(
        behind,
        BTreeSet::from(["\"name\"".to_owned(), "\"size\"".to_owned()])
    );
}

#[test]
fn one_member_missed_or_unknown_twice_is_one_finding() {
    let closed =
        json!({"required": ["a"], "properties": {"a": true}, "additionalProperties": false});
    let schema = json!({"allOf": [closed, closed], "required": ["a"]});
    assert_eq!(
        judged(&schema, r#"{"x": 1}"#).told(),
        [
            r#"missing-property at (no key): "a" is missing | "a" is missing here"#,
            r#"unknown-key at "x": "x" is not part of the schema here | unknown key"#,
        ]
    );
}

#[test]
fn no_two_keys_are_taken_for_one() {
    let schema = json!({
        "required": ["width"],
        "properties": {"width": true, "height": true},
        "additionalProperties": false
    });
    let judged = judged(
        &schema,
        r#"{"widht": 1, "widthh": 2, "heigt": 3, "hight": 4}"#,
    );
    assert_eq!(
        judged.fixes(),
        [r#""widht" => "width""#, r#""heigt" => "height""#]
    );
}

#[test]
fn values_in_quotes_are_seen() {
    let schema = json!({"properties": {
        "count": {"type": "integer"},
        "share": {"type": ["number", "null"]},
        "level": {"enum": [1, 2, "high"]},
        "flag": {"const": true}
    }});
    for (text, fix) in [
        (r#"{"count": "12"}"#, r#""12" => 12"#),
        (r#"{"share": "-0.5e3"}"#, r#""-0.5e3" => -0.5e3"#),
        (r#"{"level": "2"}"#, r#""2" => 2"#),
        (r#"{"level": "hihg"}"#, r#""hihg" => "high""#),
        (r#"{"flag": "true"}"#, r#""true" => true"#),
    ] {
        assert_eq!(judged(&schema, text).fixes(), [fix], "{text}");
    }
    // No number of that kind, no number as JSON writes it, or no text that would be one of the values.
    for text in [
        r#"{"count": "1.5"}"#,
        r#"{"count": "012"}"#,
        r#"{"share": "1,5"}"#,
        r#"{"level": "3"}"#,
        r#"{"flag": "tru"}"#,
    ] {
        assert_eq!(judged(&schema, text).fixes(), [""; 0], "{text}");
    }
}

#[test]
fn single_keywords_are_told_plainly() {
    let schema = json!({
        "properties": {
            "no": false,
            "share": {"title": "Share of the budget", "multipleOf": 0.5},
            "leads": {"contains": {"title": "Lead", "const": "lead"}},
            "pair": {"prefixItems": [{}, {}], "items": false},
            "rest": {"prefixItems": [{}], "unevaluatedItems": false},
            "word": {"not": {"enum": ["n/a", "none"]}},
            "both": {"not": {"required": ["from", "since"]}},
            "shape": {"not": {"type": "object"}},
            "names": {"propertyNames": {"maxLength": 3}},
            "known": {"properties": {"colour": true}, "additionalProperties": false},
            "flag": {"type": "boolean"}
        },
        "dependentRequired": {"flag": ["why"]}
    });
    for (text, told) in [
        (
            r#"{"no": 1}"#,
            r#"not-allowed-here at "no": "no" is not allowed here | must not be here"#,
        ),
        (
            r#"{"share": 0.3}"#,
            r#"not-a-multiple at 0.3: Share of the budget ("share") must be a multiple of 0.5, and is 0.3 | not a multiple of 0.5"#,
        ),
        (
            r#"{"leads": ["member"]}"#,
            r#"item-count at ["member"]: "leads" has too few entries of the kind Lead | needs at least 1"#,
        ),
        (
            r#"{"pair": [1, 2, 3]}"#,
            r#"not-allowed-here at 3: this entry of "pair" is not allowed here | must not be here"#,
        ),
        (
            r#"{"rest": [1, 2]}"#,
            r#"not-allowed-here at 2: this entry of "rest" is not allowed here | must not be here"#,
        ),
        (
            r#"{"word": "n/a"}"#,
            r#"value-not-allowed at "n/a": "n/a" is not allowed for "word" | must not be this"#,
        ),
        (
            r#"{"both": {"since": 1, "from": 2}}"#,
            r#"not-allowed-here at "from": "from" is not allowed here | must not be here"#,
        ),
        (
            r#"{"shape": {}}"#,
            r#"schema-mismatch at {}: "shape" does not satisfy its schema (not) | not does not hold"#,
        ),
        (
            r#"{"names": {"abcd": 1}}"#,
            r#"text-length at "abcd": "names" is too long | may have at most 3 characters"#,
        ),
        (
            r#"{"known": {"color": 1}}"#,
            r#"unknown-key at "color": "color" is not part of the schema here | did you mean "colour"?"#,
        ),
        (
            r#"{"flag": true}"#,
            r#"missing-property at (no key): "why" is missing | "why" is missing here"#,
        ),
        (
            r#"{"flag": "true", "why": 1}"#,
            r#"wrong-type at "true": "flag" must be true or false; in quotes it is text | remove the quotes"#,
        ),
    ] {
        assert_eq!(judged(&schema, text).told(), [told], "{text}");
    }
}

/// Format, text, what is said of it, and what was meant where that is clear.
const DATES: &[(&str, &str, &str, &str)] = &[
    ("date", "2025-13-01", "13 is not a month (01–12)", ""),
    ("date", "2025-00-01", "00 is not a month (01–12)", ""),
    ("date", "2025-01-32", "32 is not a day (01–31)", ""),
    ("date", "2025-02-29", "2025 has no 29 February", ""),
    ("date", "2024-02-30", "there is no 30 February", ""),
    ("date", "2025-04-31", "there is no 31 April", ""),
    (
        "date",
        "31/12/2025",
        "2025-12-31 was probably meant",
        "2025-12-31",
    ),
    (
        "date",
        "12/31/2025",
        "2025-12-31 was probably meant",
        "2025-12-31",
    ),
    (
        "date",
        "05.05.2025",
        "2025-05-05 was probably meant",
        "2025-05-05",
    ),
    (
        "date",
        "05/06/2025",
        "which is the day, which the month?",
        "",
    ),
    ("date", "31/02/2025", "not a date", ""),
    ("date", "25-03-05", "the year needs four digits", ""),
    (
        "date",
        "2025-3-5",
        "needs two digits: 2025-03-05",
        "2025-03-05",
    ),
    (
        "date",
        "2025/03/05",
        "needs hyphens: 2025-03-05",
        "2025-03-05",
    ),
    (
        "date",
        "20250305",
        "needs hyphens: 2025-03-05",
        "2025-03-05",
    ),
    (
        "date",
        "2025-03-05T09:00:00Z",
        "only the day belongs here: 2025-03-05",
        "2025-03-05",
    ),
    (
        "date",
        " 2025-03-05",
        "remove the blanks around it",
        "2025-03-05",
    ),
    ("date", "tomorrow", "not a date", ""),
    ("date-time", "2025-03-05", "the time is missing", ""),
    (
        "date-time",
        "2025-03-05T09:00:00",
        "the offset from UTC is missing",
        "",
    ),
    (
        "date-time",
        "2025-03-05T24:00:00Z",
        "24 is not an hour (00–23)",
        "",
    ),
    (
        "date-time",
        "2025-03-05T23:60:00Z",
        "60 is not a minute (00–59)",
        "",
    ),
    (
        "date-time",
        "2025-03-05T23:59:61Z",
        "61 is not a second (00–59)",
        "",
    ),
    (
        "date-time",
        "2025-03-05T09:00Z",
        "the seconds are missing",
        "2025-03-05T09:00:00Z",
    ),
    (
        "date-time",
        "2025-03-05 09:00:00Z",
        "needs a T between day and time",
        "2025-03-05T09:00:00Z",
    ),
    (
        "date-time",
        "2025-03-05T09:00:00+0100",
        "the offset needs a colon, as in +01:00",
        "2025-03-05T09:00:00+01:00",
    ),
    (
        "date-time",
        "2025-03-05T09:00:00+25:00",
        "+25:00 is not an offset from UTC",
        "",
    ),
    (
        "date-time",
        "2025-02-30T09:00:00Z",
        "there is no 30 February",
        "",
    ),
    (
        "date-time",
        "31/12/2025T09:00:00Z",
        "2025-12-31T09:00:00Z was probably meant",
        "2025-12-31T09:00:00Z",
    ),
    ("time", "09:00:00", "the offset from UTC is missing", ""),
    ("time", "25:00:00Z", "25 is not an hour (00–23)", ""),
    (
        "time",
        "9:00:00Z",
        "needs two digits: 09:00:00Z",
        "09:00:00Z",
    ),
    ("duration", "1M", "a duration begins with P", ""),
    ("duration", "P", "how long is missing", ""),
    ("duration", "P1Y2W", "weeks stand alone in a duration", ""),
    (
        "duration",
        "P5H",
        "hours, minutes and seconds come after a T",
        "",
    ),
    ("duration", "P1.5D", "a duration has whole numbers only", ""),
    ("duration", "p1d", "a duration has capital letters", ""),
    ("duration", "a month", "not a duration", ""),
];

#[test]
fn dates_are_told_plainly() {
    let schema = |format: &str| json!({"properties": {"when": {"format": format}}});
    for &(format, text, said, meant) in DATES {
        let judged = judged(&schema(format), &json!({"when": text}).to_string());
        let [told] = judged
            .told()
            .try_into()
            .unwrap_or_else(|told| panic!("{text}: {told:?}"));
        let (_, primary) = told.split_once(" | ").unwrap();
        assert_eq!(primary, said, "{format} {text}");
        let fixes = if meant.is_empty() {
            Vec::new()
        } else {
            vec![format!("{} => \"{meant}\"", json!(text))]
        };
        assert_eq!(judged.fixes(), fixes, "{format} {text}");
        // What is proposed is right.
        if !meant.is_empty() {
            let right = json!({"when": meant}).to_string();
            let again = self::judged(&schema(format), &right);
            assert!(again.findings.is_empty(), "{meant}");
        }
    }
}

/// Sizes at which a quadratic way would take minutes.
const MANY: usize = 10_000;

#[test]
fn many_faults_in_one_value_are_told_in_time() {
    let many = |entry: &dyn Fn(usize) -> String, open: &str, close: &str| {
        let entries: Vec<String> = (0..MANY).map(entry).collect();
        format!("{open}{}{close}", entries.join(","))
    };
    let closed = json!({"properties": {"colour": true, "number": {"type": "string"}}, "additionalProperties": false});
    let unknown = many(&|at| format!("\"colou{}\": 1", at % 10 + at * 10), "{", "}");
    assert_eq!(
        compile(&closed)
            .violations(Tree::new(unknown.clone()).parse_document().unwrap())
            .len(),
        MANY
    );
    let findings = |schema: &Value, text: &str| judged(schema, text).findings.len();
    assert_eq!(findings(&closed, &unknown), MANY);
    let either = json!({"anyOf": [closed, {"required": ["a", "b"], "properties": {"x": true}, "additionalProperties": false}, {"type": "array"}]});
    assert_eq!(findings(&either, &unknown), MANY);
    let list = json!({"items": {"anyOf": [{"type": "string"}, {"type": "null"}]}});
    assert_eq!(findings(&list, &many(&|at| at.to_string(), "[", "]")), MANY);
    let deep = json!({"items": {"allOf": [{"properties": {"a": {"type": "string"}}}], "unevaluatedProperties": false}});
    assert_eq!(
        findings(&deep, &many(&|_| "{\"a\": 1}".to_owned(), "[", "]")),
        MANY
    );
}

/// Numbers by chance: splitmix64.
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ (mixed >> 31)) % limit
    }

    /// A value of few keys and few scalars, so that schemas are nearly met.
    fn value(&mut self, depth: u64) -> Value {
        const KEYS: [&str; 8] = [
            "type", "tpye", "beds", "tents", "centre", "radius", "a", "services",
        ];
        const TEXTS: [&str; 8] = [
            "clinic",
            "clinc",
            "camp",
            "depot",
            "2025-02-29",
            "",
            "12",
            "a@b.org",
        ];
        match self.below(if depth == 0 { 5 } else { 9 }) {
            0 => Value::Null,
            1 => json!(self.below(2) == 0),
            2 => json!(self.below(5)),
            3 | 4 => json!(TEXTS[usize::try_from(self.below(8)).unwrap()]),
            5 => {
                let length = self.below(4);
                (0..length).map(|_| self.value(depth - 1)).collect()
            }
            _ => {
                let length = self.below(5);
                let members = (0..length).map(|_| {
                    let key = KEYS[usize::try_from(self.below(8)).unwrap()];
                    (key.to_owned(), self.value(depth - 1))
                });
                Value::Object(members.collect())
            }
        }
    }
}

/// Whatever a schema finds, every single error is in the findings once; `judge` asserts it.
#[test]
fn no_error_is_lost_or_doubled() {
    let facility = facility();
    let service = json!({"$defs": facility["$defs"], "oneOf": facility["properties"]["services"]["items"]["oneOf"]});
    let area = facility["properties"]["area"].clone();
    let schemas = [
        json!({"additionalProperties": service, "$defs": facility["$defs"]}),
        json!({"anyOf": [area, service, {"type": "array", "items": {"anyOf": [service, {"type": "string"}]}}], "$defs": facility["$defs"]}),
        json!({
            "allOf": [{"properties": {"type": {"type": "string", "minLength": 3, "enum": ["camp", "depot"]}}}, {"required": ["type"]}],
            "oneOf": [{"required": ["beds"]}, {"properties": {"tents": {"type": "integer"}}, "required": ["tents"]}, {"maxProperties": 1}],
            "propertyNames": {"anyOf": [{"maxLength": 4}, {"pattern": "^s"}]},
            "not": {"required": ["centre", "radius"]},
            "dependentRequired": {"a": ["services"]},
            "unevaluatedProperties": false
        }),
        json!({"items": {"oneOf": [{"type": "integer", "multipleOf": 2}, {"minimum": 1}, {"not": {}}]}, "uniqueItems": true, "contains": {"type": "string"}, "prefixItems": [false]}),
        facility,
    ];
    let mut chance = Chance(7);
    let mut seen = BTreeSet::new();
    for schema in &schemas {
        let validator = compile(schema);
        for _ in 0..1500 {
            let text = chance.value(3).to_string();
            let judged = judge(&validator, &text);
            assert_eq!(judged.findings.is_empty(), judged.violations.is_empty());
            judged.told();
            seen.extend(judged.findings.iter().map(|finding| finding.rule.id));
        }
    }
    for rule in [
        "no-form-fits",
        "several-forms-fit",
        "misspelt-key",
        "not-allowed-here",
        "value-not-allowed",
    ] {
        assert!(seen.contains(rule), "{rule} is not met: {seen:?}");
    }
}
