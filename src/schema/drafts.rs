//! The drafts of JSON Schema: their names and the keywords each of them knows.

use crate::nearest::nearest;

/// A draft of JSON Schema, oldest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) enum Draft {
    /// Draft 4.
    Four,
    /// Draft 6.
    Six,
    /// Draft 7.
    Seven,
    /// 2019-09.
    Y2019,
    /// 2020-12: what a schema without `$schema` is read as.
    #[default]
    Y2020,
}

impl Draft {
    /// All drafts, oldest first.
    pub(super) const ALL: [Self; 5] =
        [Self::Four, Self::Six, Self::Seven, Self::Y2019, Self::Y2020];

    /// Its name in messages.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Four => "draft 4",
            Self::Six => "draft 6",
            Self::Seven => "draft 7",
            Self::Y2019 => "2019-09",
            Self::Y2020 => "2020-12",
        }
    }

    /// The URI of its meta-schema, as `$schema` gives it.
    pub(super) fn uri(self) -> &'static str {
        match self {
            Self::Four => "http://json-schema.org/draft-04/schema#",
            Self::Six => "http://json-schema.org/draft-06/schema#",
            Self::Seven => "http://json-schema.org/draft-07/schema#",
            Self::Y2019 => "https://json-schema.org/draft/2019-09/schema",
            Self::Y2020 => "https://json-schema.org/draft/2020-12/schema",
        }
    }

    /// The draft that a `$schema` names: with or without the empty fragment, by http or https.
    pub(super) fn of_uri(uri: &str) -> Option<Self> {
        let bare = |uri: &str| {
            let uri = uri.trim_end_matches('#');
            let rest = uri.strip_prefix("https://");
            rest.or_else(|| uri.strip_prefix("http://"))
                .map(str::to_owned)
        };
        let named = bare(uri)?;
        if named == "json-schema.org/schema" {
            return Some(Self::Y2020);
        }
        Self::ALL
            .into_iter()
            .find(|draft| bare(draft.uri()).as_ref() == Some(&named))
    }

    /// The `$schema` that was probably meant.
    pub(super) fn nearest_uri(written: &str) -> Option<&'static str> {
        nearest(written, Self::ALL.map(Self::uri))
    }

    /// The keyword that names a schema: `id` or `$id`.
    pub(super) fn id_keyword(self) -> &'static str {
        if self == Self::Four { "id" } else { "$id" }
    }

    /// Whether `$ref` replaces the keywords beside it.
    pub(super) fn reference_replaces(self) -> bool {
        self <= Self::Seven
    }
}

/// Whether a URI, without fragment, is a meta-schema of one of the drafts or a part of one: these are built in.
pub(super) fn is_meta_schema(uri: &str) -> bool {
    const PARTS: [(&str, &[&str]); 2] = [
        (
            "https://json-schema.org/draft/2019-09/meta/",
            &[
                "core",
                "applicator",
                "validation",
                "meta-data",
                "format",
                "content",
            ],
        ),
        (
            "https://json-schema.org/draft/2020-12/meta/",
            &[
                "core",
                "applicator",
                "unevaluated",
                "validation",
                "meta-data",
                "format-annotation",
                "format-assertion",
                "content",
            ],
        ),
    ];
    Draft::ALL
        .iter()
        .any(|draft| draft.uri().trim_end_matches('#') == uri)
        || PARTS.iter().any(|(base, names)| {
            uri.strip_prefix(base)
                .is_some_and(|name| names.contains(&name))
        })
}

/// What the value of a keyword holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// A schema.
    Schema,
    /// A list of schemas.
    Schemas,
    /// Schemas by the names of properties or definitions.
    NamedSchemas,
    /// Schemas by patterns.
    PatternSchemas,
    /// One schema or a list of them.
    SchemaOrSchemas,
    /// Schemas or lists of names, by names.
    SchemasOrNames,
    /// A reference to a schema.
    Reference,
    /// A regular expression.
    Pattern,
    /// The name of a format.
    Format,
    /// Words for people and programs, which check nothing.
    Annotation,
    /// Anything else.
    Value,
}

/// A keyword with the drafts that know it, first and last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keyword {
    /// Its name.
    pub(super) name: &'static str,
    /// What its value holds.
    pub(super) holds: Holds,
    first: Draft,
    last: Draft,
}

impl Keyword {
    /// Whether a draft knows it.
    pub(super) fn is_in(&self, draft: Draft) -> bool {
        self.first <= draft && draft <= self.last
    }

    /// Names of the drafts that know it, oldest first.
    pub(super) fn drafts(&self) -> Vec<String> {
        let known = Draft::ALL.into_iter().filter(|draft| self.is_in(*draft));
        known.map(|draft| draft.name().to_owned()).collect()
    }
}

const fn keyword(name: &'static str, holds: Holds, first: Draft, last: Draft) -> Keyword {
    Keyword {
        name,
        holds,
        first,
        last,
    }
}

use Draft::{Four, Seven, Six, Y2019, Y2020};
use Holds::{
    Annotation, Format, NamedSchemas, Pattern, PatternSchemas, Reference, Schema, SchemaOrSchemas,
    Schemas, SchemasOrNames, Value,
};

/// Every keyword. `definitions` is kept by later drafts; `dependencies` and `additionalItems` are checked in 2020-12
/// by no other validator.
pub(super) const KEYWORDS: &[Keyword] = &[
    keyword("$anchor", Value, Y2019, Y2020),
    keyword("$comment", Annotation, Seven, Y2020),
    keyword("$defs", NamedSchemas, Y2019, Y2020),
    keyword("$dynamicAnchor", Value, Y2020, Y2020),
    keyword("$dynamicRef", Reference, Y2020, Y2020),
    keyword("$id", Value, Six, Y2020),
    keyword("$recursiveAnchor", Value, Y2019, Y2019),
    keyword("$recursiveRef", Reference, Y2019, Y2019),
    keyword("$ref", Reference, Four, Y2020),
    keyword("$schema", Value, Four, Y2020),
    keyword("$vocabulary", Value, Y2019, Y2020),
    keyword("additionalItems", Schema, Four, Y2019),
    keyword("additionalProperties", Schema, Four, Y2020),
    keyword("allOf", Schemas, Four, Y2020),
    keyword("anyOf", Schemas, Four, Y2020),
    keyword("const", Value, Six, Y2020),
    keyword("contains", Schema, Six, Y2020),
    keyword("contentEncoding", Annotation, Seven, Y2020),
    keyword("contentMediaType", Annotation, Seven, Y2020),
    keyword("contentSchema", Schema, Y2019, Y2020),
    keyword("default", Annotation, Four, Y2020),
    keyword("definitions", NamedSchemas, Four, Y2020),
    keyword("dependencies", SchemasOrNames, Four, Seven),
    keyword("dependentRequired", Value, Y2019, Y2020),
    keyword("dependentSchemas", NamedSchemas, Y2019, Y2020),
    keyword("deprecated", Annotation, Y2019, Y2020),
    keyword("description", Annotation, Four, Y2020),
    keyword("else", Schema, Seven, Y2020),
    keyword("enum", Value, Four, Y2020),
    keyword("examples", Annotation, Six, Y2020),
    keyword("exclusiveMaximum", Value, Four, Y2020),
    keyword("exclusiveMinimum", Value, Four, Y2020),
    keyword("format", Format, Four, Y2020),
    keyword("id", Value, Four, Four),
    keyword("if", Schema, Seven, Y2020),
    keyword("items", SchemaOrSchemas, Four, Y2020),
    keyword("maxContains", Value, Y2019, Y2020),
    keyword("maxItems", Value, Four, Y2020),
    keyword("maxLength", Value, Four, Y2020),
    keyword("maxProperties", Value, Four, Y2020),
    keyword("maximum", Value, Four, Y2020),
    keyword("minContains", Value, Y2019, Y2020),
    keyword("minItems", Value, Four, Y2020),
    keyword("minLength", Value, Four, Y2020),
    keyword("minProperties", Value, Four, Y2020),
    keyword("minimum", Value, Four, Y2020),
    keyword("multipleOf", Value, Four, Y2020),
    keyword("not", Schema, Four, Y2020),
    keyword("oneOf", Schemas, Four, Y2020),
    keyword("pattern", Pattern, Four, Y2020),
    keyword("patternProperties", PatternSchemas, Four, Y2020),
    keyword("prefixItems", Schemas, Y2020, Y2020),
    keyword("properties", NamedSchemas, Four, Y2020),
    keyword("propertyNames", Schema, Six, Y2020),
    keyword("readOnly", Annotation, Seven, Y2020),
    keyword("required", Value, Four, Y2020),
    keyword("then", Schema, Seven, Y2020),
    keyword("title", Annotation, Four, Y2020),
    keyword("type", Value, Four, Y2020),
    keyword("unevaluatedItems", Schema, Y2019, Y2020),
    keyword("unevaluatedProperties", Schema, Y2019, Y2020),
    keyword("uniqueItems", Value, Four, Y2020),
    keyword("writeOnly", Annotation, Seven, Y2020),
];

/// Keys that editors and generators read and nobody takes for a check.
const OF_TOOLS: &[&str] = &[
    "allowComments",
    "allowTrailingCommas",
    "defaultSnippets",
    "deprecationMessage",
    "doNotSuggest",
    "enumDescriptions",
    "errorMessage",
    "markdownDescription",
    "markdownEnumDescriptions",
    "patternErrorMessage",
    "suggestSortText",
    "tsEnumNames",
    "tsType",
];

/// The keyword of that name, of any draft.
pub(super) fn keyword_named(name: &str) -> Option<&'static Keyword> {
    KEYWORDS
        .binary_search_by(|keyword| keyword.name.cmp(name))
        .ok()
        .map(|at| &KEYWORDS[at])
}

/// Whether a key is meant for tools, not for validators.
pub(super) fn is_extension(name: &str) -> bool {
    name.starts_with("x-") || OF_TOOLS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keywords_are_sorted_for_the_search() {
        assert!(KEYWORDS.is_sorted_by_key(|keyword| keyword.name));
        assert!(keyword_named("items").is_some() && keyword_named("itms").is_none());
    }

    #[test]
    fn drafts_are_known_by_their_uris() {
        for draft in Draft::ALL {
            assert_eq!(Draft::of_uri(draft.uri()), Some(draft));
            assert_eq!(
                Draft::of_uri(draft.uri().trim_end_matches('#')),
                Some(draft)
            );
            assert!(is_meta_schema(draft.uri().trim_end_matches('#')));
        }
        assert_eq!(
            Draft::of_uri("https://json-schema.org/draft-07/schema"),
            Some(Draft::Seven)
        );
        assert_eq!(
            Draft::of_uri("http://json-schema.org/draft-05/schema#"),
            None
        );
        assert_eq!(
            Draft::nearest_uri("http://json-schema.org/draft-7/schema#"),
            Some(Draft::Seven.uri())
        );
    }

    #[test]
    fn keywords_tell_their_drafts() {
        let drafts = |name: &str| keyword_named(name).unwrap().drafts();
        assert_eq!(drafts("prefixItems"), ["2020-12"]);
        assert_eq!(
            drafts("const"),
            ["draft 6", "draft 7", "2019-09", "2020-12"]
        );
        assert_eq!(drafts("dependencies"), ["draft 4", "draft 6", "draft 7"]);
        assert_eq!(drafts("id"), ["draft 4"]);
    }
}
