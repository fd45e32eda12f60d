//! What the parser of TOML says, in words of our own: it speaks English only.

use crate::finding::Phrase;

/// Parts of what the parser says, with the message that says the same. The first that is found counts.
const KNOWN: &[(&str, &str)] = &[
    ("duplicate key", "toml-duplicate-key"),
    ("unclosed", "toml-unclosed"),
    ("must be quoted", "toml-unquoted"),
    ("invalid boolean", "toml-unquoted"),
    ("missing value", "toml-no-value"),
    // "key with no value, expected `=`": the sign is what is missing first.
    ("missing assignment", "toml-no-equals"),
    ("expected `=`", "toml-no-equals"),
    ("key with no value", "toml-no-value"),
    ("extra assignment", "toml-extra-equals"),
    ("`=`", "toml-extra-equals"),
    ("comma", "toml-comma"),
    ("escape", "toml-escape"),
    ("unicode value", "toml-escape"),
    ("quote", "toml-quote"),
    ("expected `\"`", "toml-quote"),
    ("expected `'`", "toml-quote"),
    ("key", "toml-key"),
    ("comment", "toml-comment"),
    ("extend value", "toml-table-twice"),
    ("missing key", "toml-key"),
];

/// What is wrong with a text that is not TOML.
pub(super) fn phrase(parser_says: &str) -> Phrase {
    let mut known = KNOWN.iter();
    let found = known.find(|(part, _)| parser_says.contains(part));
    Phrase::new(found.map_or("toml-other", |(_, id)| id))
}

#[cfg(test)]
mod tests {
    use super::phrase;
    use crate::config;

    #[test]
    fn mistakes_are_told_apart() {
        for (text, id) in [
            ("a = 1\na = 2", "toml-duplicate-key"),
            ("a = [", "toml-unclosed"),
            ("a = { b = 1", "toml-unclosed"),
            ("[a", "toml-unclosed"),
            ("a = text", "toml-unquoted"),
            ("a =", "toml-unquoted"),
            ("a", "toml-no-equals"),
            ("a = = 1", "toml-extra-equals"),
            (r#"a = ["x" "y"]"#, "toml-comma"),
            ("a = [1,,2]", "toml-comma"),
            (r#"a = "\q""#, "toml-escape"),
            ("a = \"x", "toml-quote"),
            ("a = 1_", "toml-other"),
        ] {
            let errors = config::parse(text, &[]).unwrap_err();
            let said = &errors[0].found;
            assert_eq!(phrase(said).id, id, "{text}: {said}");
        }
    }
}
