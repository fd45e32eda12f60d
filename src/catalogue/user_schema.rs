//! Entries about schemas that users bring: `check --schema`, and `[[kinds]]` of the configuration.

use super::{Example, Group, Meta, Scope, Severity, Strength};

const JSON_SCHEMA: &str = "JSON Schema, the specification of the draft the schema is written in";

/// The schema is not what its draft allows.
pub static SCHEMA_INVALID: Meta = Meta {
    id: "schema-invalid",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Schema,
    summary: "A schema is not what its draft of JSON Schema allows.",
    page: "## What it checks\nThe values of keywords, by the meta-schema of the draft that `$schema` names (2020-12 where it is missing), patterns and ids.\n\n## Why it matters\nNothing can be checked by a schema that means nothing: the run ends before any document is read.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"type": "integer"}}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"type": "whole number"}}}
"#,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// `$schema` names no draft that is known.
pub static SCHEMA_UNKNOWN_DRAFT: Meta = Meta {
    id: "schema-unknown-draft",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Schema,
    summary: "The `$schema` of a schema names no known draft of JSON Schema.",
    page: "## What it checks\n`$schema` must be the address of draft 4, 6, 7, 2019-09 or 2020-12. Meta-schemas of one's own are not supported.\n\n## Why it matters\nKeywords mean different things in different drafts; the run ends before any document is read.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"type": "integer"}}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2021-12/schema",
 "properties": {"blankets": {"type": "integer"}}}
"#,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A reference of a schema leads nowhere.
pub static SCHEMA_UNRESOLVED_REFERENCE: Meta = Meta {
    id: "schema-unresolved-reference",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Schema,
    summary: "A reference of a schema leads to no schema at hand.",
    page: "## What it checks\n`$ref`, `$dynamicRef` and `$recursiveRef` must lead to a schema: in the same file, in a file by its path relative to the one that refers to it, by the `$id` of a file that is read, or to the meta-schema of a draft. Nothing is ever fetched from a network.\n\n## Why it matters\nWhat the missing schema would check is not known; the run ends before any document is read.\n",
    example: Example::Schemas {
        valid: r##"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"$ref": "#/$defs/count"}},
 "$defs": {"count": {"type": "integer"}}}
"##,
        invalid: r##"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"$ref": "#/$defs/counts"}},
 "$defs": {"count": {"type": "integer"}}}
"##,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A pattern needs more than linear time.
pub static SCHEMA_UNSUPPORTED_PATTERN: Meta = Meta {
    id: "schema-unsupported-pattern",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Schema,
    summary: "A pattern of a schema uses what a safe search cannot do.",
    page: "## What it checks\n`pattern` and the keys of `patternProperties` are searched in time that grows with the text only. Look-around (`(?=`, `(?!`, `(?<=`, `(?<!`), back-references (`\\1`, `\\k<name>`) and very large repetitions cannot be searched so; everything else of ECMA-262 can.\n\n## Why it matters\nA pattern that is left out would check nothing, and one that backtracks can be made to run for ever; the run ends before any document is read.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"pcode": {"pattern": "^ML[0-9]+$"}}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"pcode": {"pattern": "^(?=ML)[A-Z0-9]+$"}}}
"#,
    },
    source: "ECMA-262, regular expressions",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A keyword is not one of the draft.
pub static SCHEMA_UNKNOWN_KEYWORD: Meta = Meta {
    id: "schema-unknown-keyword",
    group: Group::Schema,
    severity: Severity::Warning,
    scope: Scope::Schema,
    summary: "A keyword of a schema does not exist in its draft.",
    page: "## What it checks\nEvery key of a schema must be a keyword of its draft. Names of properties and definitions are no keywords; nor are keys beginning with `x-`, a few that editors read, and keys that only hold schemas a `$ref` leads to.\n\n## Why it matters\nValidators pass over what they do not know: a misspelt keyword checks nothing and nobody notices.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"minimum": 1}}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"minimun": 1}}}
"#,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A keyword has no effect where it stands.
pub static SCHEMA_IGNORED_KEYWORD: Meta = Meta {
    id: "schema-ignored-keyword",
    group: Group::Schema,
    severity: Severity::Warning,
    scope: Scope::Schema,
    summary: "A keyword of a schema has no effect where it stands.",
    page: "## What it checks\nIn draft 7 and earlier, `$ref` replaces all keywords beside it. `then` and `else` need an `if`.\n\n## Why it matters\nThe keyword looks like a check but is none.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"status": true},
 "if": {"properties": {"status": {"const": "held"}}}, "then": {"required": ["attendance"]}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"status": true},
 "then": {"required": ["attendance"]}}
"#,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A format is not known.
pub static SCHEMA_UNKNOWN_FORMAT: Meta = Meta {
    id: "schema-unknown-format",
    group: Group::Schema,
    severity: Severity::Warning,
    scope: Scope::Schema,
    summary: "A format of a schema is not known in its draft and checks nothing.",
    page: "## What it checks\nThe value of `format` must be a format of the draft, unless formats are not checked at all (`--format-annotation`).\n\n## Why it matters\nFormats that are not known are passed over: a misspelt one checks nothing.\n",
    example: Example::Schemas {
        valid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"start": {"format": "date-time"}}}
"#,
        invalid: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"start": {"format": "datetime"}}}
"#,
    },
    source: JSON_SCHEMA,
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A file that the configuration names cannot be read.
pub static CONFIG_UNREADABLE_FILE: Meta = Meta {
    id: "config-unreadable-file",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "A file that the configuration names cannot be read.",
    page: "## What it checks\nThe schemas that `[[kinds]]` names must be files, given by their path relative to the configuration.\n\n## Why it matters\nRecords of such a kind cannot be checked; the run ends before any document is read.\n",
    example: Example::None,
    source: "the configuration contract",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};
