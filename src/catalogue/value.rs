//! Entries about values that are not as their schema says.

use super::example::VACANCY;
use super::{Example, Group, Meta, Scope, Severity, Strength};

/// A value has the wrong JSON type.
pub static WRONG_TYPE: Meta = Meta {
    id: "wrong-type",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A value has the wrong JSON type.",
    page: "## What it checks\nText, number, list and object are not interchangeable: `\"3\"` is no number.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "advertised": true,
 "from": "2025-02-01"}
"#,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "advertised": "yes",
 "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A value is not one of those allowed.
pub static VALUE_NOT_ALLOWED: Meta = Meta {
    id: "value-not-allowed",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A value is not one of those allowed.",
    page: "## What it checks\nCoded fields accept the codes of the record contract and its tables only.\n\n## Why it matters\nRules know codes, not free words; those that read the value are blocked.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "tracking-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A required property is missing.
pub static MISSING_PROPERTY: Meta = Meta {
    id: "missing-property",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A required property is missing.",
    page: "## What it checks\nEach kind of record has properties it cannot do without. The object's key, or its opening brace, is marked.\n\n## Why it matters\nRules that need the property are blocked.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A key is not part of the record contract.
pub static UNKNOWN_KEY: Meta = Meta {
    id: "unknown-key",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A key is not part of the record contract.",
    page: "## What it checks\nObjects have the properties of the contract and no others.\n\n## Why it matters\nA misspelt key looks like data but is read by nothing.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01",
 "grade": "P3"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A key is misspelt, so a required property is missing.
pub static MISSPELT_KEY: Meta = Meta {
    id: "misspelt-key",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A key is misspelt, so a required property is missing.",
    page: "## What it checks\nAn unknown key that looks like a required property missing from the same object.\n\n## Why it matters\nThe property counts as missing; rules that need it are blocked.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "rolle": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A text does not have the form its field needs.
pub static INVALID_FORMAT: Meta = Meta {
    id: "invalid-format",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A text does not have the form its field needs.",
    page: "## What it checks\nDates are `YYYY-MM-DD`, moments carry their offset (`2025-03-05T09:00:00Z`), durations are ISO 8601, mailboxes and links are well formed.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "1 February 2025"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A text does not match the pattern of its field.
pub static PATTERN_MISMATCH: Meta = Meta {
    id: "pattern-mismatch",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A text does not match the pattern of its field.",
    page: "## What it checks\nIds, codes and references have a pattern given in their schema.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V 1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A number is outside its range.
pub static NUMBER_OUT_OF_RANGE: Meta = Meta {
    id: "number-out-of-range",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A number is outside its range.",
    page: "## What it checks\nThe least and the greatest value its schema allows.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "retention_years": 5}
"#,
        invalid: r#"
{"kind": "mission", "id": "mli", "mission": "mli", "name": "IOM Mali", "countries": ["MLI"],
 "regional_office": [{"office": "ro-dakar", "from": "2011-07-01"}],
 "offices": [{"id": "bko", "place": "Bamako", "from": "1998-03-01"}],
 "phase": [{"value": "protracted", "from": "2015-01-01"}],
 "context_model": [{"value": "cluster", "from": "2012-04-01"}],
 "retention_years": 0}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A text is too short or too long.
pub static TEXT_LENGTH: Meta = Meta {
    id: "text-length",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A text is too short or too long.",
    page: "## What it checks\nThe least and the greatest number of characters its schema allows.\n\n## Why it matters\nEmpty texts say nothing; very long ones are usually pasted by mistake.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01",
 "note": "Advertised again in March."}
"#,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01",
 "note": ""}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A list or object has too few or too many entries.
pub static ITEM_COUNT: Meta = Meta {
    id: "item-count",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A list or object has too few or too many entries.",
    page: "## What it checks\nThe least and the greatest number of entries its schema allows.\n\n## Why it matters\nAn empty list where one entry is needed hides a gap.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter"], "crisis": true,
 "sites": ["mop"], "from": "2024-01-01"}
"#,
        invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": [], "crisis": true,
 "sites": ["mop"], "from": "2024-01-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A list holds the same entry twice.
pub static REPEATED_ITEM: Meta = Meta {
    id: "repeated-item",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A list holds the same entry twice.",
    page: "## What it checks\nLists whose entries must differ. The later one is marked, the first is the related place.\n\n## Why it matters\nCounting entries would give a wrong number.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter", "nfi"],
 "crisis": true, "sites": ["mop"], "from": "2024-01-01"}
"#,
        invalid: r#"
{"kind": "programme", "id": "G-shl", "mission": "mli", "areas": ["shelter", "shelter"],
 "crisis": true, "sites": ["mop"], "from": "2024-01-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A number is no multiple of what its field counts in.
pub static NOT_A_MULTIPLE: Meta = Meta {
    id: "not-a-multiple",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A number is no multiple of what its field counts in.",
    page: "## What it checks\nA schema may ask for multiples of a number: whole dozens, or no more than two decimals.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Values {
        schema: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"multipleOf": 12}}}
"#,
        valid: r#"
{"blankets": 240}
"#,
        invalid: r#"
{"blankets": 250}
"#,
    },
    source: "the schema (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// Something is there that must not be.
pub static NOT_ALLOWED_HERE: Meta = Meta {
    id: "not-allowed-here",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "Something is there that must not be there.",
    page: "## What it checks\nProperties and entries that a schema rules out, always or together with others.\n\n## Why it matters\nTwo statements contradict each other, and readers cannot know which one counts.\n",
    example: Example::Values {
        schema: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "if": {"properties": {"status": {"const": "cancelled"}}},
 "then": {"properties": {"attendance": false}}}
"#,
        valid: r#"
{"status": "held", "attendance": 12}
"#,
        invalid: r#"
{"status": "cancelled", "attendance": 12}
"#,
    },
    source: "the schema (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A value has none of the forms its field may have.
pub static NO_FORM_FITS: Meta = Meta {
    id: "no-form-fits",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A value has none of the forms its field may have.",
    page: "## What it checks\nA field may have one of several forms. Where it is clear which one was meant, by a property that tells them apart or because it fits much better than the others, the finding says what is wrong by that form. This one is given where it is not clear.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Values {
        schema: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"site": {"anyOf": [{"required": ["town"]}, {"required": ["pcode"]}]}}}
"#,
        valid: r#"
{"site": {"pcode": "ML07"}}
"#,
        invalid: r#"
{"site": {"code": "ML07"}}
"#,
    },
    source: "the schema (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A value has more than one form where it must have one.
pub static SEVERAL_FORMS_FIT: Meta = Meta {
    id: "several-forms-fit",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A value has several forms at once where only one may fit.",
    page: "## What it checks\nWhere a field must have exactly one of several forms, a value that could be read as two of them is refused. The finding names the forms that fit.\n\n## Why it matters\nPrograms would read the value in different ways.\n",
    example: Example::Values {
        schema: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"people": {"oneOf": [
   {"title": "Small site", "maximum": 500},
   {"title": "Large site", "minimum": 500}]}}}
"#,
        valid: r#"
{"people": 400}
"#,
        invalid: r#"
{"people": 500}
"#,
    },
    source: "the schema (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A value does not satisfy its schema.
pub static SCHEMA_MISMATCH: Meta = Meta {
    id: "schema-mismatch",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A value does not satisfy its schema.",
    page: "## What it checks\nAny keyword of the schema without an entry of its own.\n\n## Why it matters\nRules that read the value are blocked.\n",
    example: Example::Values {
        schema: r#"
{"$schema": "https://json-schema.org/draft/2020-12/schema",
 "properties": {"blankets": {"not": {"minimum": 1000}}}}
"#,
        valid: r#"
{"blankets": 240}
"#,
        invalid: r#"
{"blankets": 2400}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};
