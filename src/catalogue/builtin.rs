//! Entries of the catalogue that are no coded rules: syntax, containers, schema, configuration.

use super::example::VACANCY;
use super::{Example, Group, Meta, Scope, Severity, Strength};

pub use super::allow::{ALLOW_EXPIRED, ALLOW_INVALID, ALLOW_UNUSED};
pub use super::baseline::{BASELINE_INVALID, BASELINE_UNUSED, SETTING_HELD_BACK};
pub use super::user_schema::{
    CONFIG_UNREADABLE_FILE, SCHEMA_ENDLESS_REFERENCE, SCHEMA_IGNORED_KEYWORD, SCHEMA_INVALID,
    SCHEMA_UNKNOWN_DRAFT, SCHEMA_UNKNOWN_FORMAT, SCHEMA_UNKNOWN_KEYWORD,
    SCHEMA_UNRESOLVED_REFERENCE, SCHEMA_UNSUPPORTED_PATTERN,
};
pub use super::value::{
    INVALID_FORMAT, ITEM_COUNT, MISSING_PROPERTY, MISSPELT_KEY, NO_FORM_FITS, NOT_A_MULTIPLE,
    NOT_ALLOWED_HERE, NUMBER_OUT_OF_RANGE, PATTERN_MISMATCH, REPEATED_ITEM, SCHEMA_MISMATCH,
    SEVERAL_FORMS_FIT, TEXT_LENGTH, UNKNOWN_KEY, VALUE_NOT_ALLOWED, WRONG_TYPE,
};

/// The text is not JSON.
pub static SYNTAX_ERROR: Meta = Meta {
    id: "syntax-error",
    group: Group::Syntax,
    severity: Severity::Error,
    scope: Scope::Document,
    summary: "The text is not JSON.",
    page: "## What it checks\nA document must be JSON as RFC 8259 defines it: no comments, no trailing commas, double quotes only. The finding names the slip and marks where it is; each slip is one finding, up to a hundred in a document. A file that is of another kind altogether (a web page, XML, YAML, a table, an Excel file, a PDF) is one finding.\n\n## Why it matters\nOther programs cannot read the document at all. missionlint reads on behind the slip: a value whose meaning is plain (behind a comment, in other quotes, without its comma or the brace before it) is used; of a merge that was not finished, the first version is; rules that need one that is not known, or a member or record that may be lost, are blocked there. Everything else is judged.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer" "from": "2025-02-01"}
"#,
    },
    source: "RFC 8259",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A key occurs twice in one object.
pub static DUPLICATE_KEY: Meta = Meta {
    id: "duplicate-key",
    group: Group::Syntax,
    severity: Severity::Error,
    scope: Scope::Document,
    summary: "A key occurs twice in one object.",
    page: "## What it checks\nEach key of an object may occur once. The later key is marked, the first is the related place.\n\n## Why it matters\nPrograms silently keep one of the two values. Rules that read the value are blocked until it is clear which one is meant.\n",
    example: Example::Documents {
        valid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer",
 "from": "2025-02-01", "to": "2025-06-30"}
"#,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer",
 "from": "2025-02-01", "from": "2025-06-30"}
"#,
    },
    source: "RFC 8259",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// The file is not UTF-8 text.
pub static NOT_UTF8: Meta = Meta {
    id: "not-utf8",
    group: Group::Syntax,
    severity: Severity::Error,
    scope: Scope::Document,
    summary: "The file is not UTF-8 text.",
    page: "## What it checks\nFiles must be UTF-8. The first byte that is not is marked; of a file saved as UTF-16, the start.\n\n## Why it matters\nPrograms would read other characters than were written.\n",
    example: Example::None,
    source: "RFC 8259",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// The file starts with a byte order mark.
pub static BYTE_ORDER_MARK: Meta = Meta {
    id: "byte-order-mark",
    group: Group::Syntax,
    severity: Severity::Warning,
    scope: Scope::Document,
    summary: "The file starts with a byte order mark.",
    page: "## What it checks\nUTF-8 files need no byte order mark. The file is read all the same.\n\n## Why it matters\nOther programs refuse such files or read the mark as part of the data.\n",
    example: Example::None,
    source: "RFC 8259",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// What is packed cannot be read.
pub static PACKED_FILE_UNREAD: Meta = Meta {
    id: "packed-file-unread",
    group: Group::Syntax,
    severity: Severity::Error,
    scope: Scope::Document,
    summary: "A packed file, or a file in an archive, cannot be read.",
    page: "## What it checks\nFiles packed by gzip (`.gz`) or Zstandard (`.zst`) and files in ZIP archives (`.zip`) are read where they are. One that is cut off, damaged, encrypted, packed by another method or no such file at all is one finding, and so is a file in an archive whose name leads out of it, is there twice, is hidden by a dot or comes near that of records (`a.json.txt`, `a.json~`, a blank at its end), a link, and an archive in an archive. What takes far more room than records do is not unpacked to the end: more than 1 GiB for a document or a line, 64 GiB for a file of lines, or 250 times its packed size (beyond 64 MiB), and a table of contents of more than 32 MiB.\n\n## Why it matters\nWhat cannot be unpacked is checked by no rule. Of a file of lines, the lines before the damage are checked.\n",
    example: Example::None,
    source: "RFC 1952 (gzip), RFC 8878 (Zstandard), APPNOTE.TXT (ZIP)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A value stands where a record belongs.
pub static NOT_A_RECORD: Meta = Meta {
    id: "not-a-record",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Document,
    summary: "A value stands where a record belongs.",
    page: "## What it checks\nA document holds one record, an array of records, or an envelope with `records`. A record is an object with `kind`, `id` and `mission`.\n\n## Why it matters\nWhat is no record is checked by no rule.\n",
    example: Example::Documents {
        valid: r#"
[{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"}]
"#,
        invalid: r#"
[{"kind": "vacancy", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"},
 "V-2"]
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A record does not say what kind it is.
pub static MISSING_KIND: Meta = Meta {
    id: "missing-kind",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A record does not say what kind it is.",
    page: "## What it checks\nA record needs `kind`, its own or its envelope's; `$schema` may tell it too.\n\n## Why it matters\nWithout its kind no rule can judge the record; rules that may need it are blocked for its mission.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A record's kind is not known.
pub static UNKNOWN_KIND: Meta = Meta {
    id: "unknown-kind",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A record's kind is not known.",
    page: "## What it checks\n`kind` must be one of the kinds of the record contract.\n\n## Why it matters\nA record of unknown kind is judged by no rule; rules that may need it are blocked for its mission.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacant-post", "id": "V-1", "mission": "mli", "role": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A record does not say which mission it belongs to.
pub static MISSING_MISSION: Meta = Meta {
    id: "missing-mission",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "A record does not say which mission it belongs to.",
    page: "## What it checks\nA record needs `mission`, its own or its envelope's. Only regional contacts have none.\n\nA mission that is a slip of the one that the records around it name is told as well. Those records are then checked with the others. It is no slip where a file or folder has that name, where it is the code of a country, or where a record of the mission itself has that id.\n\n## Why it matters\nRules judge missions as a whole; a record without one is missing from all of them.\n",
    example: Example::Documents {
        valid: VACANCY,
        invalid: r#"
{"kind": "vacancy", "id": "V-1", "role": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// `$schema` and the record's kind do not agree.
pub static SCHEMA_KIND_CONFLICT: Meta = Meta {
    id: "schema-kind-conflict",
    group: Group::Schema,
    severity: Severity::Error,
    scope: Scope::Record,
    summary: "`$schema` and the record's kind do not agree.",
    page: "## What it checks\nA `$schema` whose last segment is `<kind>.schema.json` must name the kind of the record (`envelope` for an envelope).\n\n## Why it matters\nAn editor would check the record against another schema than the tool does.\n",
    example: Example::Documents {
        valid: r#"
{"$schema": "vacancy.schema.json", "kind": "vacancy", "id": "V-1", "mission": "mli",
 "role": "dtm-officer", "from": "2025-02-01"}
"#,
        invalid: r#"
{"$schema": "person.schema.json", "kind": "vacancy", "id": "V-1", "mission": "mli",
 "role": "dtm-officer", "from": "2025-02-01"}
"#,
    },
    source: "the record contract (`missionlint schema`)",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// The configuration is not TOML.
pub static CONFIG_SYNTAX: Meta = Meta {
    id: "config-syntax",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "The configuration is not TOML.",
    page: "## What it checks\n`missionlint.toml` must be valid TOML.\n\n## Why it matters\nNothing is checked with settings that cannot be read.\n",
    example: Example::Settings {
        valid: r#"
as_of = "2025-03-31"
"#,
        invalid: r#"
as_of = "2025-03-31
"#,
    },
    source: "the configuration contract",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// The configuration has a key that means nothing.
pub static CONFIG_UNKNOWN_KEY: Meta = Meta {
    id: "config-unknown-key",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "The configuration has a key that means nothing.",
    page: "## What it checks\nKeys, rule ids and parameters of `missionlint.toml` must exist.\n\n## Why it matters\nA misspelt setting would be silently without effect.\n",
    example: Example::Settings {
        valid: r#"
[severity]
smt-com-absent = "warning"
"#,
        invalid: r#"
[severity]
smt-com-absnt = "warning"
"#,
    },
    source: "the configuration contract",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// A setting has a value it cannot have.
pub static CONFIG_INVALID_VALUE: Meta = Meta {
    id: "config-invalid-value",
    group: Group::Config,
    severity: Severity::Error,
    scope: Scope::Config,
    summary: "A setting has a value it cannot have.",
    page: "## What it checks\nType, range and vocabulary of each setting.\n\n## Why it matters\nNothing is checked with settings that are not understood.\n",
    example: Example::Settings {
        valid: r#"
as_of = "2025-03-31"
"#,
        invalid: r#"
as_of = "31 March 2025"
"#,
    },
    source: "the configuration contract",
    statements: &[],
    strength: Strength::Inferred,
    pack: None,
    also_packs: &[],
    params: &[],
};

/// All of them, in the order of the catalogue.
pub static ALL: &[&Meta] = &[
    &SYNTAX_ERROR,
    &DUPLICATE_KEY,
    &NOT_UTF8,
    &BYTE_ORDER_MARK,
    &PACKED_FILE_UNREAD,
    &NOT_A_RECORD,
    &MISSING_KIND,
    &UNKNOWN_KIND,
    &MISSING_MISSION,
    &SCHEMA_KIND_CONFLICT,
    &WRONG_TYPE,
    &VALUE_NOT_ALLOWED,
    &MISSING_PROPERTY,
    &UNKNOWN_KEY,
    &MISSPELT_KEY,
    &INVALID_FORMAT,
    &PATTERN_MISMATCH,
    &NUMBER_OUT_OF_RANGE,
    &NOT_A_MULTIPLE,
    &TEXT_LENGTH,
    &ITEM_COUNT,
    &REPEATED_ITEM,
    &NOT_ALLOWED_HERE,
    &NO_FORM_FITS,
    &SEVERAL_FORMS_FIT,
    &SCHEMA_MISMATCH,
    &SCHEMA_INVALID,
    &SCHEMA_UNKNOWN_DRAFT,
    &SCHEMA_UNRESOLVED_REFERENCE,
    &SCHEMA_UNSUPPORTED_PATTERN,
    &SCHEMA_UNKNOWN_KEYWORD,
    &SCHEMA_ENDLESS_REFERENCE,
    &SCHEMA_IGNORED_KEYWORD,
    &SCHEMA_UNKNOWN_FORMAT,
    &CONFIG_SYNTAX,
    &CONFIG_UNKNOWN_KEY,
    &CONFIG_INVALID_VALUE,
    &CONFIG_UNREADABLE_FILE,
    &ALLOW_INVALID,
    &ALLOW_EXPIRED,
    &ALLOW_UNUSED,
    &BASELINE_INVALID,
    &BASELINE_UNUSED,
    &SETTING_HELD_BACK,
];
